//! The further forms of what a reader takes along: of a citation, a link, a picture.

use super::phrases::phrases;
use crate::model::Lang;
use serde::Serialize;

/// Forms, the first of which is taken where nobody has chosen. Each is its own value, so that it is known in each language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Menu {
    pub name: &'static str,
    pub choices: Vec<&'static str>,
}

/// The forms that the tool of this action has; none where it has but one.
pub fn menu(lang: Lang, action: &str) -> Option<Menu> {
    let words = phrases(lang);
    let [citation, link, picture] = words.menus;
    match action {
        "copy-citation" => Some(Menu { name: citation, choices: vec![words.newsroom, "APA", "BibTeX", "CSL-JSON"] }),
        "copy-link" => Some(Menu { name: link, choices: words.links.into() }),
        "download-svg" | "download-png" => {
            Some(Menu { name: picture, choices: vec!["1200 × 630", "1080 × 1080", words.as_seen] })
        }
        _ => None,
    }
}
