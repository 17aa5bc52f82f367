//! What the engine is given is what was read: packed, unpacked, and written back as JSON.

use proptest::{prelude::*, test_runner::Config};
use rok_asean_map::data::{EMBEDDED, json, packed, read, unpack};
use serde_json::Value;
use std::sync::LazyLock;

static EDITION: LazyLock<String> = LazyLock::new(|| packed(EMBEDDED).expect("a good dataset"));

/// JSON without the space between its tokens.
fn tight(text: &str) -> String {
    let (mut out, mut quoted, mut escaped) = (String::new(), false, false);
    for letter in text.chars() {
        if quoted || !letter.is_whitespace() {
            out.push(letter);
        }
        quoted = quoted != (letter == '"' && !escaped);
        escaped = letter == '\\' && !escaped;
    }
    out
}

/// The JSON that the engine gives for this text.
fn written_back(text: &str) -> String {
    let edition = packed(text).expect("a good dataset");
    let dataset = unpack(&edition);
    assert_eq!(Ok(&dataset), read(text).as_ref());
    json(&edition, &dataset)
}

/// A dataset that passes reaches the engine whole, and leaves it whole.
pub fn survives(text: &str) {
    let value = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
    assert_eq!(value(&written_back(text)), value(text));
}

#[test]
fn the_editions_in_this_repository_are_written_back_letter_for_letter() {
    for text in [EMBEDDED, include_str!("../../cases/small.json")] {
        survives(text);
        let (back, given) = (written_back(text), tight(text));
        let differs = back.chars().zip(given.chars()).position(|(one, other)| one != other);
        let near = |text: &str| {
            text.chars().skip(differs.unwrap_or_default().saturating_sub(200)).take(300).collect::<String>()
        };
        assert!(back == given, "{}\n{}", near(&back), near(&given));
    }
}

#[test]
fn a_text_may_hold_what_json_escapes() {
    let mut dataset: Value = serde_json::from_str(EMBEDDED).expect("JSON");
    for lang in ["en", "ko"] {
        dataset["title"][lang] = format!("\"{lang}\" \\ / é 한 😀").into();
    }
    survives(&dataset.to_string());
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::default() })]

    /// Nobody can do this to the engine; if somebody could, it would show less, not break.
    #[test]
    fn what_is_cut_off_or_made_up_is_no_dataset_but_reads(end in 0..100_000usize, made_up in any::<String>()) {
        let edition = &*EDITION;
        let cut = &edition[..edition.floor_char_boundary(end)];
        for text in [cut, &made_up] {
            let dataset = unpack(text);
            prop_assert!(dataset.facts.len() <= text.len());
        }
    }
}
