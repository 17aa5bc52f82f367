//! A forbidden name in whatever dress, a text that shows nothing, letters stored in parts.

use proptest::{prelude::*, sample::select, test_runner::Config};
use rok_asean_map::data::{EMBEDDED, toponym};
use serde_json::Value;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization as _;

#[test]
fn a_forbidden_name_is_found_in_any_dress() {
    for (text, instead) in [
        ("the Sea of Japan coast", "East Sea"),
        ("SEA-OF-JAPAN", "East Sea"),
        ("Sea\u{a0}of\u{2003}Japan", "East Sea"),
        ("Sea  of\tJapan", "East Sea"),
        ("SeaOfJapan", "East Sea"),
        ("Sea of Jápan", "East Sea"),
        ("S\u{301}ea of Japan", "East Sea"),
        ("Ｓｅａ　ｏｆ　Ｊａｐａｎ", "East Sea"),
        ("𝐒𝐞𝐚 𝐨𝐟 𝐉𝐚𝐩𝐚𝐧", "East Sea"),
        ("Sea of Ja\u{ad}pan", "East Sea"),
        ("Sea\u{200b}of\u{2060}Ja\u{200d}pan\u{feff}", "East Sea"),
        ("Sea of J\u{430}pan", "East Sea"),
        ("\u{405}\u{435}\u{430} \u{43e}f \u{408}\u{430}\u{440}\u{430}n", "East Sea"),
        ("Se\u{3b1} \u{3bf}f Japan", "East Sea"),
        ("the Japan Sea.", "East Sea"),
        ("the Japan Sea shore", "East Sea"),
        ("Japan–Sea", "East Sea"),
        ("Japan·Sea에서", "East Sea"),
        ("Takeshimas", "Dokdo"),
        ("Take-shima", "Dokdo"),
        ("TAKE SHIMA,", "Dokdo"),
        ("Liancourt Rocks", "Dokdo"),
        ("the Lian\u{ad}court rocks", "Dokdo"),
        ("일본해", "동해"),
        ("일본해외투자", "동해"),
        ("일본 해", "동해"),
        ("일본 해의 물결", "동해"),
        ("일본·해에서", "동해"),
        ("일본-해, 동중국해", "동해"),
        ("일\u{3000}본\u{2800}해 연안", "동해"),
        ("일\u{200b}본해", "동해"),
        ("\u{110b}\u{1175}\u{11af}\u{1107}\u{1169}\u{11ab}\u{1112}\u{1162}", "동해"),
        ("日本海", "동해"),
        ("日 本 海", "동해"),
        ("日本 海の", "동해"),
        ("다케 시마는", "독도"),
        ("竹島", "독도"),
        ("竹\u{200d}島", "독도"),
        ("竹岛", "독도"),
        ("리앙 쿠르 암초", "독도"),
    ] {
        assert_eq!(toponym(text), Some(instead), "{text}");
        let apart: String = text.nfd().collect();
        assert_eq!(toponym(&apart), Some(instead), "{text} in parts");
    }
}

#[test]
fn words_that_only_begin_like_one_are_none() {
    for text in [
        "일본 해양 안전",
        "일본 해상 훈련",
        "일본 해외 협력",
        "한국·일본·해외",
        "일본, 해외",
        "日本 海外",
        "다케 시마네현",
        "Japan Search",
        "Japan seaport",
        "Japan Seaside",
        "Japan. Sea lanes",
        "Japan, Sea and Air",
        "Japan (Sea)",
        "the seas of Japan",
        "over the sea of Japanese islands",
        "a mistake, Shimane said",
        "East Sea, Dokdo",
        "동해, 독도",
        "",
    ] {
        assert_eq!(toponym(text), None, "{text}");
    }
}

/// Every text of a file.
fn texts(value: &Value, all: &mut Vec<String>) {
    match value {
        Value::String(text) => all.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts(item, all)),
        Value::Object(fields) => fields.values().for_each(|field| texts(field, all)),
        _ => {}
    }
}

/// Those of the embedded edition that are no address.
fn shipped() -> Vec<String> {
    let mut all = Vec::new();
    texts(&serde_json::from_str(EMBEDDED).unwrap(), &mut all);
    all.retain(|text| !text.contains("://"));
    all
}

static WORDS: LazyLock<Vec<String>> =
    LazyLock::new(|| shipped().iter().flat_map(|text| text.split_whitespace()).map(str::to_owned).collect());

#[test]
fn ordinary_words_in_the_same_dress_are_none() {
    for text in shipped() {
        let dressed =
            [text.to_uppercase(), text.nfkd().collect(), text.replace(' ', "-"), text.replace(' ', "\u{ad} ·\u{200b}")];
        for dressed in dressed {
            assert_eq!(toponym(&dressed), None, "{dressed}");
        }
    }
}

/// What may stand between two letters of a name unnoticed, and what may hide in a letter.
const GAPS: [&str; 12] = ["", "", "", " ", "  ", "-", "–", "·", "・", "\u{a0}", "\u{3000}", "\u{2800}"];
const HIDDEN: [&str; 10] =
    ["", "", "", "\u{ad}", "\u{200b}", "\u{200d}", "\u{2060}", "\u{feff}", "\u{fe0f}", "\u{e0061}"];
const MARKS: [&str; 5] = ["", "", "\u{301}", "\u{308}", "\u{332}"];

/// The letter in another form: its case, its width, a letter that looks like it.
fn drawn(letter: char, form: usize) -> char {
    let wide = char::from_u32(letter as u32 + 0xfee0).filter(|_| letter.is_ascii_graphic());
    let alike = "aаcсeеiіjјkκoοpрsѕtтuυ".chars().collect::<Vec<_>>();
    let alike = alike.chunks(2).find(|pair| pair[0] == letter).map(|pair| pair[1]);
    match form {
        0 => letter.to_ascii_uppercase(),
        1 => wide.unwrap_or(letter),
        2 => alike.unwrap_or(letter),
        _ => letter,
    }
}

prop_compose! {
    /// A forbidden name, dressed up, between ordinary words.
    fn dressed()(name in select(vec!["seaofjapan", "japansea", "takeshima", "liancourt", "일본해", "日本海", "다케시마", "竹島", "리앙쿠르"]))
        (letters in prop::collection::vec((0_usize..6, select(&MARKS[..]), select(&HIDDEN[..]), select(&GAPS[..])), name.chars().count()),
         around in prop::collection::vec(select(&WORDS[..]), 2), name in Just(name)) -> String {
        let mut text = format!("{} ", around[0]);
        for (letter, (form, mark, hidden, gap)) in name.chars().zip(letters) {
            let mark = if name.is_ascii() { mark } else { "" };
            text.extend([&drawn(letter, form).to_string(), mark, hidden, gap]);
        }
        format!("{text}, {}", around[1])
    }
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, cases: 2000, ..Config::default() })]

    #[test]
    fn nothing_that_is_not_seen_hides_a_name(text in dressed()) {
        prop_assert!(toponym(&text).is_some(), "{text:?}");
    }
}
