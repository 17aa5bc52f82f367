//! Search: what a word finds, in Korean as it is being typed and in Latin letters without their marks.

use proptest::prelude::*;
use rok_asean_map::{
    data,
    model::{About, Dataset, FactId, Lang, NONE, keys},
    state::Search,
};
use std::sync::LazyLock;

static DATASET: LazyLock<Dataset> = LazyLock::new(|| data::read(data::EMBEDDED).expect("the embedded edition is good"));

/// What is marked in a text.
fn marks(query: &str, text: &str) -> Vec<String> {
    let search = Search::new(&DATASET, query.to_owned());
    let (mut rest, mut found) = (text, Vec::new());
    while let Some((start, end)) = search.next(rest) {
        assert!(start < end, "{query} finds nothing at all in {rest}");
        found.push(rest[start..end].to_owned());
        rest = &rest[end..];
    }
    found
}

#[track_caller]
fn assert_marks(query: &str, text: &str, wanted: &[&str]) {
    assert_eq!(marks(query, text), wanted, "{query} in {text}");
}

/// Ids of the facts that are found.
fn found(query: &str) -> Vec<&'static str> {
    let search = Search::new(&DATASET, query.to_owned());
    let ids = (0..DATASET.facts.len() as u32).map(FactId);
    ids.filter(|id| search.finds(*id)).map(|id| &*DATASET[id].id).collect()
}

fn about(code: &str) -> Vec<&'static str> {
    let country = DATASET.country(code).unwrap();
    DATASET.facts_about(About::Country(country)).iter().map(|id| &*DATASET[*id].id).collect()
}

#[test]
fn korean_is_found_by_syllables_jamo_and_initial_consonants() {
    for query in ["베트남", "ㅂㅌㄴ", "베트나", "베ㅌ", "벹", "베트ㄴ", "ㅂ트남", "ㅂㅔㅌㅡㄴㅏㅁ", "ㅂㅌ"]
    {
        let marked = marks(query, "주 베트남 대사");
        assert!(marked == ["베트남"] || marked == ["베트"], "{query} marks {marked:?}");
    }
    assert_marks("베트남", "베트나메", &["베트나메"]);
    assert_marks("ㅇㅅㅇ", "한-아세안", &["아세안"]);
    assert_marks("남북", "나무북", &[]);
    assert_marks("한국", "하나국", &[]);
    assert_marks("ㅏ", "한", &[]);
    assert_marks("ㄴ", "한", &[]);
}

#[test]
fn every_state_of_an_ime_on_the_way_to_a_word_finds_it() {
    for (word, states) in [
        ("하노이", &["ㅎ", "하", "한", "하노", "하농", "하노이"][..]),
        ("과학", &["ㄱ", "고", "과", "괗", "과하", "과학"]),
        ("닭고기", &["ㄷ", "다", "달", "닭", "닭ㄱ", "닭고", "닭곡", "닭고기"]),
        ("값", &["가", "갑", "값"]),
        ("달그림", &["달", "닭", "달그", "달글", "달그리", "달그림"]),
        ("외교", &["ㅇ", "오", "외", "왹", "외교"]),
    ] {
        for state in states {
            assert_eq!(marks(state, word).len(), 1, "{state} on the way to {word}");
        }
    }
}

#[test]
fn consonants_that_an_ime_has_joined_are_two() {
    assert_marks("ㄳ", "가수", &["가수"]);
    assert_marks("ㅄ", "복싱", &["복싱"]);
}

/// A text with its syllables in their parts, as file systems and pastes have them (NFD).
fn taken_apart(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        if !('가'..='힣').contains(&letter) {
            out.push(letter);
            continue;
        }
        let at = letter as u32 - '가' as u32;
        let parts = [0x1100 + at / 588, 0x1161 + at / 28 % 21, 0x11a7 + at % 28];
        out.extend(parts.into_iter().filter(|part| *part != 0x11a7).filter_map(char::from_u32));
    }
    out
}

#[test]
fn korean_in_parts_is_found_as_the_whole_is() {
    assert_eq!(taken_apart("값"), "\u{1100}\u{1161}\u{11b9}");
    for text in ["베트남", "한-아세안 협력", "닭고기 값", "왜 꿩 뷁", "까닭과 외교"] {
        assert_marks(&taken_apart(text), text, &marks(text, text).iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(marks(text, &taken_apart(text)).len(), marks(text, text).len(), "{text} in a text in parts");
    }
    let all_keys = |text: &str| text.chars().flat_map(keys).filter(|key| *key != NONE).collect::<Vec<_>>();
    for syllable in ('가'..='힣').map(|letter| letter.to_string()) {
        assert_eq!(all_keys(&taken_apart(&syllable)), all_keys(&syllable), "{syllable}");
    }
    assert_eq!(found(&taken_apart("베트남")), found("베트남"));
    assert_marks(&taken_apart("남북"), "나무북", &[]);
}

#[test]
fn latin_is_found_without_case_marks_and_spaces() {
    for query in ["viet nam", "VIỆT NAM", "Việt Nam", "việt nam", "vie\u{323}\u{302}t nam"] {
        assert_marks(query, "Cộng hòa Việt Nam", &["Việt", "Nam"]);
        assert_marks(query, "to Viet Nam.", &["Viet", "Nam"]);
    }
    assert_marks("vietnam", "to Viet Nam.", &["Viet Nam"]);
    assert_marks("한아세안", "제22차 한-아세안 회의", &["한-아세안"]);
    assert_marks("한-아세안", "제22차 한-아세안 회의", &["한-아세안"]);
    assert_marks("viet", "Vie\u{323}\u{302}t", &["Vie\u{323}\u{302}t"]);
    assert_marks("dong", "đồng ĐỒNG", &["đồng", "ĐỒNG"]);
    assert_marks("strasse", "Straße", &[]);
    assert_marks("aeiouy", "ẮẺĨỢỰỴ", &["ẮẺĨỢỰỴ"]);
}

#[test]
fn each_run_of_letters_has_its_base() {
    for (letters, base) in [
        ("ÀÁÂÃÄÅàáâãäåĀāĂăĄąẠạẬậẶặ", 'a'),
        ("ÇçĆćČč", 'c'),
        ("ĎďĐđ", 'd'),
        ("ÈÉÊËèéêëĒēĚěẸẹỆệ", 'e'),
        ("ÌÍÎÏìíîïĨĩĪīİıỈỉỊị", 'i'),
        ("ÑñŃńŇň", 'n'),
        ("ÒÓÔÕÖØòóôõöøŌōŐőƠơỌọỘộỢợ", 'o'),
        ("ŚśŞşŠš", 's'),
        ("ÙÚÛÜùúûüŨũŪūŰűƯưỤụỰự", 'u'),
        ("ÝýÿŶŷŸỲỳỴỵỶỷỸỹ", 'y'),
        ("ŹźŻżŽž", 'z'),
    ] {
        for letter in letters.chars() {
            assert_eq!(keys(letter), [base as u32, NONE, NONE, NONE, NONE], "{letter}");
        }
    }
    for letter in "×÷ÞþƢ한글ไทยလာᨀ😀.*".chars().filter(|letter| !('가'..='힣').contains(letter))
    {
        assert_eq!(keys(letter)[0], letter as u32, "{letter} stands for itself");
    }
}

#[test]
fn a_country_is_found_by_each_of_its_names() {
    let country = &DATASET[DATASET.country("VN").unwrap()];
    let names = Lang::ALL.iter().flat_map(|lang| [country.short.get(*lang), country.formal.get(*lang)]);
    for name in names.chain(country.local.iter().map(|(_, name)| &**name)).chain(["ㅂㅌㄴ", "VIETNAM", "việt"]) {
        let found = found(name);
        assert!(about("VN").iter().all(|id| found.contains(id)), "{name}: {found:?}");
    }
}

#[test]
fn every_fact_is_found_by_its_title_summary_and_sources_in_each_language() {
    for fact in DATASET.facts.iter().step_by(7) {
        let mut texts: Vec<&str> =
            Lang::ALL.iter().flat_map(|lang| [fact.title.get(*lang), fact.summary.get(*lang)]).collect();
        for source in fact.sources.iter().map(|id| &DATASET[*id]) {
            texts.extend([&*source.title, &*source.publisher]);
        }
        for text in texts {
            assert!(found(text).contains(&&*fact.id), "{} by {text}", fact.id);
        }
    }
}

#[test]
fn several_words_must_all_be_there() {
    let (one, other, both) = (found("Viet Nam"), found("trade"), found("trade viet  nam"));
    assert!(!both.is_empty() && both.len() < one.len().min(other.len()));
    assert!(both.iter().all(|id| one.contains(id) && other.contains(id)));
    assert_eq!(found(" "), found(""));
    assert_eq!(found("").len(), DATASET.facts.len());
}

#[test]
fn what_means_something_elsewhere_is_only_text() {
    for query in [".*", "[a-z]+", "\\d", "<mark>", "&amp;lt;", "😀", "🇻🇳", "zzzz"] {
        assert!(found(query).is_empty(), "{query}: {:?}", found(query));
    }
    assert_marks("(", "a (b)", &["("]);
    assert_marks(".", "a.b", &["."]);
    let long = "베트남 trade ".repeat(20);
    assert_eq!(found(&long), found("베트남 trade"));
    assert!(found(&"가나다라마".repeat(2000)).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_typed_is_looked_for_and_marks_lie_in_the_text(query in "[ -~ㄱ-ㅣ가-힣ẠạĐđ\u{300}-\u{36f}😀]{0,9}", text in "[ -~가-힣ẠạĐđ]{0,40}") {
        let marked = marks(&query, &text);
        prop_assert!(marked.iter().all(|mark| text.contains(mark.as_str())));
    }

    #[test]
    fn every_part_of_a_text_is_found_in_it(text in "[a-zA-Z가-힣ẠạĐđ]{1,12}", from in 0..12usize, length in 1..12usize) {
        let part: String = text.chars().skip(from % text.chars().count()).take(length).collect();
        prop_assert!(!marks(&part, &text).is_empty(), "{} in {}", part, text);
        prop_assert!(!marks(&part.to_lowercase(), &text).is_empty());
    }

    #[test]
    fn a_longer_search_finds_no_more(word in "[a-z]{1,3}", more in "[a-z]{1,3}") {
        let (short, long) = (found(&word), found(&[&*word, &*more].concat()));
        prop_assert!(long.iter().all(|id| short.contains(id)));
    }
}
