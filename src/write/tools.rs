//! The tools that a fact, a card and the overview have: what they do, and what they are called.

use super::phrases::phrases;
use crate::model::Lang;
use serde::Serialize;

/// What tools do; those of a fact come first, and to copy a link belongs to all.
pub const ACTIONS: [&str; 9] = [
    "copy-quote",
    "copy-citation",
    "copy-link",
    "download-csv",
    "download-json",
    "download-svg",
    "download-png",
    "copy-alt",
    "print",
];

/// A control, as the page gets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Tool {
    Button {
        action: &'static str,
        name: &'static str,
    },
    /// Further forms of what stands before it. A choice is its own value, so that it is known in each language.
    Menu {
        name: &'static str,
        choices: Vec<&'static str>,
    },
}

/// The tools of a fact, or of a card and the overview, in their order.
pub fn tools(lang: Lang, of_fact: bool) -> Vec<Tool> {
    let words = phrases(lang);
    let (of_it, menu_after) = if of_fact { (0..3, "copy-citation") } else { (2..9, "download-png") };
    let menu = if of_fact {
        Tool::Menu { name: words.menus[0], choices: vec![words.newsroom, "APA", "BibTeX", "CSL-JSON"] }
    } else {
        Tool::Menu { name: words.menus[1], choices: vec!["1200 × 630", "1080 × 1080", words.as_seen] }
    };
    let mut tools = Vec::new();
    for index in of_it {
        tools.push(Tool::Button { action: ACTIONS[index], name: words.actions[index] });
        if ACTIONS[index] == menu_after {
            tools.push(menu.clone());
        }
    }
    tools
}
