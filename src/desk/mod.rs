//! The desk's border to JavaScript: what is wrong with a dataset, in words; what a reader takes along. The engine shows
//! what passes here.

mod take;

use crate::{
    data::{self, Issue, Kind},
    model::Lang,
};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

/// An issue as the page gets it: `message` is in the language that was asked for, `en` and `ko` are in theirs.
#[derive(Serialize)]
struct Told {
    path: String,
    code: &'static str,
    message: String,
    en: String,
    ko: String,
}

/// Checks a dataset: a list of issues, empty when all is well, in the words of the language that `lang` (BCP 47) asks for.
#[wasm_bindgen]
pub fn check(text: &str, lang: &str) -> JsValue {
    plain(&in_words(&data::read(text).err().unwrap_or_default(), lang))
}

/// Reads a dataset for the engine: its issues as [`check`] tells them, and the packed edition, empty where there are any.
#[wasm_bindgen]
pub fn read(text: &str, lang: &str) -> JsValue {
    let packed = data::packed(text);
    let (edition, issues) = packed.map_or_else(|issues| (String::new(), issues), |edition| (edition, Vec::new()));
    plain(&(in_words(&issues, lang), edition))
}

/// Why a dataset could not be loaded, in the form of [`check`]: `status` with the HTTP status, `large`, `text`, `plain`,
/// or anything else for a network that did not answer.
#[wasm_bindgen]
pub fn fault(kind: &str, status: u16, lang: &str) -> JsValue {
    let kind = match kind {
        "status" => Kind::HttpStatus { status },
        "large" => Kind::TooLarge { limit: data::LIMIT },
        "text" => Kind::NotText,
        "plain" => Kind::NotPlain,
        _ => Kind::Unreachable,
    };
    plain(&in_words(&[Issue::of_file(kind)], lang))
}

/// A value as the page's own code would write it.
fn plain(value: &impl Serialize) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or_default()
}

fn in_words(issues: &[Issue], lang: &str) -> Vec<Told> {
    let lang = Lang::of_tag(lang).unwrap_or_default();
    let tell = |issue: &Issue| {
        let [en, ko] = Lang::ALL.map(|lang| issue.message(lang));
        let message = if lang == Lang::Ko { &ko } else { &en }.clone();
        Told { path: issue.path.clone(), code: issue.code(), message, en, ko }
    };
    issues.iter().map(tell).collect()
}
