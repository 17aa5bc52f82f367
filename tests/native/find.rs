//! Search: what a word finds, in Korean as it is being typed, in Latin letters without their marks, in signs that look
//! alike, and where in all that is shown.

use proptest::prelude::*;
use rok_asean_map::{
    data,
    model::{About, Correction, Country, Dataset, FactId, Lang, NONE, Pillar, SourceId, Text, Topic, keys},
    state::{Fold, Search, Thing},
};
use std::{collections::HashMap, sync::LazyLock};
use unicode_normalization::UnicodeNormalization as _;

static DATASET: LazyLock<Dataset> = LazyLock::new(|| data::read(data::EMBEDDED).expect("the embedded edition is good"));

fn search(query: &str) -> Search {
    Search::new(&DATASET, query.to_owned(), Lang::En)
}

/// What is marked in a text.
fn marks(query: &str, text: &str) -> Vec<String> {
    let search = search(query);
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
    let search = search(query);
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

/// The engine holds none of Unicode's tables: its few rules give the same, but for Ĳ, a letter here and two there, and
/// ㅀ and ㅄ, which Unicode takes for initials of old.
#[test]
fn a_letter_has_the_keys_of_what_unicode_takes_it_apart_into() {
    let all_keys = |text: &str| text.chars().flat_map(keys).filter(|key| *key != NONE).collect::<Vec<_>>();
    let latin = ['À'..='ſ', 'Ạ'..='ỿ', 'ﬀ'..='ﬄ', '！'..='～'];
    let korean = ['ㄱ'..='ㅣ', '가'..='힣', 'ﾡ'..='ￜ'];
    for letter in latin.into_iter().chain(korean).flatten().filter(|letter| !"Ĳĳㅀㅄﾰﾴ".contains(*letter)) {
        let letter = letter.to_string();
        let apart: String = letter.nfkd().collect();
        assert_eq!(all_keys(&letter), all_keys(&apart), "{letter}");
    }
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

/// All that a search finds: the facts, what else on the overview and in each country's profile, and what opens.
fn all(query: &str) -> (Vec<&'static str>, Vec<usize>, Vec<Fold>) {
    let search = search(query);
    let elsewhere = DATASET.country_ids().map(Some).chain([None]).map(|place| search.elsewhere(place));
    (found(query), elsewhere.collect(), search.inside(&DATASET))
}

/// A search and how it may look when it is pasted.
const LOOK_ALIKES: [(&str, &[&str]); 14] = [
    (
        "한아세안",
        &[
            "한·아세안",
            "한ㆍ아세안",
            "한・아세안",
            "한‧아세안",
            "한•아세안",
            "한∙아세안",
            "한⋅아세안",
            "한･아세안",
            "한\u{387}아세안",
            "한\u{2024}아세안",
            "한\u{119e}아세안",
            "한-아세안",
            "한‐아세안",
            "한‑아세안",
            "한‒아세안",
            "한–아세안",
            "한—아세안",
            "한―아세안",
            "한−아세안",
            "한﹘아세안",
            "한﹣아세안",
            "한－아세안",
            "한─아세안",
            "한\u{ad}아세안",
            "한~아세안",
            "한～아세안",
            "한〜아세안",
            "한’아세안",
            "한\"아세안",
        ],
    ),
    ("covid19", &["COVID-19", "COVID–19", "COVID‑19", "COVID−19", "ＣＯＶＩＤ－１９", "COVID19", "Covid\u{ad}-19"]),
    ("aseans", &["ASEAN's", "ASEAN’s", "ASEAN‘s", "ASEANʼs", "ASEAN＇s", "ASEAN′s", "ASEAN`s", "ASEAN´s"]),
    (
        "asean",
        &[
            "ＡＳＥＡＮ",
            "ａｓｅａｎ",
            "A\u{200d}SEAN",
            "\u{feff}ASEAN",
            "\u{202a}ASEAN\u{202c}",
            "\u{2066}ASEAN\u{2069}",
            "ASEAN\u{fe0f}",
        ],
    ),
    (
        "베트남",
        &[
            "베트남\u{200b}",
            "\u{200e}베트남\u{200f}",
            "베\u{2060}트\u{34f}남",
            "베트남,",
            "베트남.",
            "베트남。",
            "(베트남)",
            "‘베트남’",
            "「베트남」",
            "《베트남》",
            "베트남、",
            "･베트남",
        ],
    ),
    (
        "rcep",
        &[
            "“RCEP”",
            "\"RCEP\"",
            "«RCEP»",
            "‹RCEP›",
            "„RCEP“",
            "RCEP.",
            "RCEP,",
            "“RCEP,”",
            "RCEP;",
            "RCEP:",
            "RCEP?",
            "RCEP!",
            "(RCEP)",
            "[RCEP].",
            "（ＲＣＥＰ）",
            "RCEP，",
            "RCEP…",
            "RCEP ,",
            "– RCEP",
            "• RCEP",
        ],
    ),
    (
        "viet nam",
        &[
            "viet\u{a0}nam",
            "viet\u{202f}nam",
            "viet\u{2009}nam",
            "viet\u{2002}nam",
            "viet\u{205f}nam",
            "viet\u{3000}nam",
            "viet\tnam",
            "viet\u{2028}nam",
            "viet\nnam",
            "Viet – Nam",
            "“Viet Nam”",
        ],
    ),
    ("ㅂㅌㄴ", &["ﾲﾼﾤ", "ㅂ\u{200b}ㅌㄴ", "ㅂ-ㅌ-ㄴ", "ㅂㅌㄴ\u{3164}", "ㅂㅌㄴ\u{ffa0}"]),
    ("ㅂㅔㅌㅡㄴㅏㅁ", &["ﾲￇﾼￚﾤￂﾱ", "ㅂ\u{200b}ㅔㅌㅡㄴㅏㅁ"]),
    ("office", &["oﬃce", "oﬀice", "ofﬁce"]),
    ("conflict", &["conﬂict"]),
    ("baffle", &["baﬄe", "baﬀle"]),
    ("2017 2022", &["２０１７　２０２２", "2017, 2022.", "(2017) 2022"]),
    ("", &["-", "–", "·", "’", "\u{200b}", "\u{feff} \u{ad}", "“”", "\u{3164}"]),
];

#[test]
fn what_is_pasted_finds_what_it_looks_like() {
    for (plain, pasted) in LOOK_ALIKES {
        let wanted = all(plain);
        for query in pasted {
            assert_eq!(all(query), wanted, "{query:?} for {plain}");
            assert_eq!(search(query).is_on(), !plain.is_empty(), "{query:?}");
            assert_marks(plain, query, &marks(query, query).iter().map(String::as_str).collect::<Vec<_>>());
            assert!(plain.is_empty() || !marks(plain, query).is_empty(), "{plain} in {query:?}");
        }
    }
    for (query, wanted) in [("한–아세안", 20), ("COVID‑19", 8), ("ASEAN’s", 10), ("ＡＳＥＡＮ", 27), ("“RCEP”", 1)]
    {
        assert_eq!(found(query).len(), wanted, "{query}");
    }
    assert_marks("한아세안", "제22차 한ㆍ아세안 회의", &["한ㆍ아세안"]);
    assert_marks("“RCEP”", "the “RCEP”, of", &["RCEP"]);
    assert_marks("ASEAN", "ＡＳＥＡＮ and A\u{ad}SEAN", &["ＡＳＥＡＮ", "A\u{ad}SEAN"]);
}

#[test]
fn signs_within_a_word_still_count_where_they_say_something() {
    assert_marks("1.5", "15 and 1.5", &["1.5"]);
    assert_marks("r&d", "rd and R&D", &["R&D"]);
    assert_marks("50%", "50 and 50%", &["50%"]);
    assert_marks("ㅡ", "–", &[]);
    assert_marks("ㅏ", "ᆞ", &[]);
}

/// What is seen of a thing: its texts.
fn both(text: &'static Text) -> impl Iterator<Item = &'static str> {
    Lang::ALL.into_iter().map(|lang| text.get(lang))
}

fn cited(sources: &'static [SourceId]) -> impl Iterator<Item = &'static str> {
    sources.iter().map(|id| &DATASET[*id]).flat_map(|source| [&*source.title, &*source.publisher])
}

fn names(country: &'static Country) -> impl Iterator<Item = &'static str> {
    both(&country.short).chain(both(&country.formal)).chain(country.local.iter().map(|(_, name)| &**name))
}

/// All things besides facts: how a search is asked for each, and its texts.
fn others() -> Vec<(Thing, Vec<&'static str>)> {
    let mut others = Vec::new();
    let release = &DATASET.release;
    let mut head: Vec<&str> =
        [&release.title, &release.time, &release.format, &release.next].into_iter().flat_map(both).collect();
    head.extend(release.co_chairs.iter().flat_map(|chair| both(&chair.name).chain(both(&chair.office))));
    head.extend(cited(&release.sources));
    others.push((Thing::Release, head));
    for (at, point) in release.points.iter().enumerate() {
        let pillar = match point.topic {
            Topic::General => None,
            Topic::Pillar(pillar) => Some(pillar),
            Topic::Initiative(id) => Some(DATASET[id].pillar),
        };
        let mut texts: Vec<&str> = both(&point.summary)
            .chain(pillar.into_iter().flat_map(|one| both(&DATASET.pillars[one as usize])))
            .collect();
        if let Topic::Initiative(id) = point.topic {
            texts.extend(both(&DATASET[id].name));
        }
        others.push((Thing::Point(at), texts));
    }
    for (at, step) in DATASET.milestones.iter().enumerate() {
        others.push((
            Thing::Milestone(at),
            both(&step.title).chain(both(&step.summary)).chain(cited(&step.sources)).collect(),
        ));
    }
    for id in DATASET.country_ids() {
        for (at, line) in DATASET[id].profile.iter().enumerate() {
            others.push((
                Thing::Profile(id, at),
                both(&line.text).chain(cited(&line.sources)).chain(names(&DATASET[id])).collect(),
            ));
        }
    }
    others
}

#[test]
fn all_that_is_shown_is_found_by_each_of_its_texts() {
    let (nothing, all, mut searches) = (search("zzzz"), search(""), HashMap::new());
    for (other, texts) in others() {
        for text in texts {
            let search = searches.entry(text).or_insert_with(|| search(text));
            assert!(search.has(other), "{other:?} by {text}");
        }
        assert!(!nothing.has(other), "{other:?}");
        assert!(all.has(other), "{other:?} while nothing is searched");
    }
}

#[test]
fn a_fact_is_found_by_the_headings_it_stands_under() {
    for fact in &DATASET.facts {
        let initiative = &DATASET[fact.initiative];
        for name in both(&initiative.name).chain(both(&DATASET.pillars[initiative.pillar as usize])) {
            assert!(found(name).contains(&&*fact.id), "{} by {name}", fact.id);
        }
    }
}

#[test]
fn a_fact_is_found_by_the_note_of_its_correction() {
    let mut dataset = DATASET.clone();
    let [fact, other] = [FactId(7), FactId(8)];
    let note = Text::new("The quokka was struck out.".into(), "쿼카를 지웠다.".into());
    dataset.corrections.push(Correction { date: dataset.as_of, fact, note });
    for query in ["quokka", "쿼카", "ㅋㅋ를"] {
        let search = Search::new(&dataset, query.to_owned(), Lang::En);
        assert!(search.finds(fact) && !search.finds(other), "{query}");
        assert!(search.inside(&dataset).contains(&Fold::Fact(fact)), "{query}");
    }
}

/// What is found besides facts: on the overview, and in the profiles of these countries and no other.
#[track_caller]
fn assert_elsewhere(query: &str, overview: usize, profiles: &[(&str, usize)]) {
    let search = search(query);
    assert_eq!(search.elsewhere(None), overview, "{query} on the overview");
    for id in DATASET.country_ids() {
        let wanted = profiles.iter().find(|(code, _)| *code == &*DATASET[id].code).map_or(0, |(_, count)| *count);
        assert_eq!(search.elsewhere(Some(id)), wanted, "{query} in {}", DATASET[id].code);
    }
}

#[test]
fn words_that_stand_beside_the_facts_are_found_and_counted() {
    // In points; at the head; in both; in milestones too.
    for (query, overview) in [("inventive", 1), ("Emaleen", 1), ("에멀린", 1), ("여승배", 11), ("신남방정책", 7)]
    {
        assert!(found(query).is_empty(), "{query} stands in facts too: {:?}", found(query));
        assert_elsewhere(query, overview, &[]);
    }
    assert_elsewhere("Deputy Minister for Political Affairs", 1, &[]);
    assert_elsewhere("Bandar Seri Begawan", 0, &[("BN", 1)]);
    assert_elsewhere("반다르스리브가완", 0, &[("BN", 1)]);
    assert_elsewhere("Hanoi", 1, &[("VN", 2)]);
    assert_elsewhere("메콩", 1, &[("MM", 1)]);
    assert_elsewhere("베트남", 0, &[("VN", 4)]);
    assert_elsewhere("", 0, &[]);
    assert_elsewhere("zzzz", 0, &[]);
}

#[test]
fn words_must_all_stand_in_one_thing() {
    // In a point, at the head, in a profile.
    for query in ["inventive Emaleen", "inventive Begawan", "Emaleen Begawan"] {
        assert!(found(query).is_empty(), "{query}");
        assert_elsewhere(query, 0, &[]);
    }
}

#[test]
fn what_holds_a_match_inside_is_opened() {
    let opened = |query: &str| search(query).inside(&DATASET);
    assert_eq!(opened("inventive"), [Fold::Points]);
    assert_eq!(opened("Emaleen"), []);
    assert_eq!(opened("Bandar Seri Begawan"), [Fold::Profile(DATASET.country("BN").unwrap(), 0)]);
    assert_eq!(opened(""), []);
    assert_eq!(opened("zzzz"), []);
    for step in &DATASET.milestones {
        assert!(opened(step.title.get(Lang::En)).contains(&Fold::Milestones), "{}", step.id);
    }
    assert!(opened(DATASET.release.next.get(Lang::Ko)).contains(&Fold::Points));
    for (index, fact) in DATASET.facts.iter().enumerate().step_by(9) {
        let fold = Fold::Fact(FactId(index as u32));
        for lang in Lang::ALL {
            let opens = |text: &str| Search::new(&DATASET, text.to_owned(), lang).inside(&DATASET);
            let title = opens(fact.title.get(lang));
            assert!(!title.contains(&fold), "{} by what is seen of it", fact.id);
            assert!(opens(fact.summary.get(lang)).contains(&fold), "{} by its summary", fact.id);
            let pillar = Fold::Shared(DATASET[fact.initiative].pillar);
            assert!(fact.about != About::Asean || title.contains(&pillar), "{} lies in {pillar:?}", fact.id);
        }
    }
}

#[test]
fn the_names_that_stand_over_a_fact_open_nothing() {
    for query in ["Viet Nam", "Public health", "People", "베트남"] {
        let opened = search(query).inside(&DATASET);
        for (index, fact) in DATASET.facts.iter().enumerate() {
            let named = match query {
                "People" => DATASET[fact.initiative].pillar == Pillar::People,
                "Public health" => &*DATASET[fact.initiative].id == "public-health",
                _ => fact.about == About::Country(DATASET.country("VN").unwrap()),
            };
            assert!(!named || !opened.contains(&Fold::Fact(FactId(index as u32))), "{query} opens {}", fact.id);
        }
    }
    assert!(!search("Viet Nam").inside(&DATASET).contains(&Fold::Profile(DATASET.country("VN").unwrap(), 1)));
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
    #[test]
    fn the_own_words_of_a_text_find_what_it_stands_in(at in any::<prop::sample::Index>(), text in any::<prop::sample::Index>(), from in 0..30usize, count in 1..6usize) {
        let others = others();
        let (other, texts) = at.get(&others);
        let words: Vec<&str> = text.get(texts).split_whitespace().collect();
        let query = words.iter().skip(from % words.len()).take(count).rev().copied().collect::<Vec<_>>().join(" ");
        prop_assert!(search(&query).has(*other), "{:?} by {}", other, query);
    }

    #[test]
    fn what_is_not_seen_changes_nothing(
        query in prop::sample::select(vec!["베트남 trade", "한-아세안 FTA", "inventive", "ㅂㅌㄴ", "Bandar Seri Begawan", "ASEAN’s", "ㄱㅗ"]),
        unseen in prop::collection::vec((0..20usize, "[\u{ad}\u{34f}\u{61c}\u{115f}\u{1160}\u{17b4}\u{180b}-\u{180f}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2060}-\u{206f}\u{3164}\u{fe00}-\u{fe0f}\u{feff}\u{ffa0}\u{e0020}\u{e0100}]{1,3}"), 1..5),
    ) {
        let mut pasted: Vec<String> = query.chars().map(String::from).collect();
        for (at, signs) in unseen {
            let at = at % (pasted.len() + 1);
            pasted.insert(at, signs);
        }
        let pasted = pasted.concat();
        prop_assert_eq!(all(&pasted), all(query), "{:?}", pasted);
        prop_assert_eq!(marks(query, &pasted).len(), marks(query, query).len(), "in {:?}", pasted);
    }

    #[test]
    fn any_text_may_be_typed_and_marked(query in any::<String>(), text in any::<String>()) {
        let marked = marks(&query, &text);
        prop_assert!(marked.iter().all(|mark| text.contains(mark.as_str())));
        all(&query);
    }
}
