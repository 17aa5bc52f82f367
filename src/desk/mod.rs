//! The desk's border to JavaScript: what is wrong with a dataset, in words; what a reader takes along. The engine shows
//! what passes here.

mod take;

use crate::{
    data::{self, Issue, Kind},
    model::Lang,
};
use wasm_bindgen::prelude::wasm_bindgen;

/// Checks a dataset: JSON of a list of issues, empty when all is well. `message` is in the language that `lang` (BCP 47)
/// asks for, `en` and `ko` are in theirs.
#[wasm_bindgen]
pub fn check(text: &str, lang: &str) -> String {
    in_words(&data::read(text).err().unwrap_or_default(), lang)
}

/// Reads a dataset for the engine: its issues as [`check`] tells them, and the packed edition, empty where there are any.
#[wasm_bindgen]
pub fn read(text: &str, lang: &str) -> Vec<String> {
    let packed = data::packed(text);
    let (edition, issues) = packed.map_or_else(|issues| (String::new(), issues), |edition| (edition, Vec::new()));
    vec![in_words(&issues, lang), edition]
}

/// Why a dataset could not be loaded, in the form of [`check`]: `status` with the HTTP status, `large`, `text`, `plain`,
/// or anything else for a network that did not answer.
#[wasm_bindgen]
pub fn fault(kind: &str, status: u16, lang: &str) -> String {
    let kind = match kind {
        "status" => Kind::HttpStatus { status },
        "large" => Kind::TooLarge { limit: data::LIMIT },
        "text" => Kind::NotText,
        "plain" => Kind::NotPlain,
        _ => Kind::Unreachable,
    };
    in_words(&[Issue::of_file(kind)], lang)
}

fn in_words(issues: &[Issue], lang: &str) -> String {
    let lang = Lang::of_tag(lang).unwrap_or_default();
    let tell = |issue: &Issue| {
        let [en, ko] = Lang::ALL.map(|lang| issue.message(lang));
        let message = if lang == Lang::Ko { &ko } else { &en };
        serde_json::json!({ "path": issue.path, "code": issue.code(), "message": message, "en": en, "ko": ko })
    };
    serde_json::Value::from_iter(issues.iter().map(tell)).to_string()
}
