//! The dataset's rules: each broken one comes out as exactly one issue, at its place, in both languages.

#[path = "data/disguise.rs"]
mod disguise;
#[path = "data/edition.rs"]
mod edition;
#[path = "data/slips.rs"]
mod slips;

use proptest::{prelude::*, sample::Index, test_runner::Config};
use rok_asean_map::{
    data::{EMBEDDED, Issue, Kind, LIMIT, Slip, Target, Type, read, toponym},
    model::{About, Date, Lang, Topic},
};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

type Edit = fn(&mut Value);

fn embedded() -> Value {
    serde_json::from_str(EMBEDDED).unwrap()
}

fn issues(text: &str) -> Vec<Issue> {
    let issues = read(text).err().unwrap_or_default();
    issues.iter().for_each(reads_well);
    issues
}

fn found(text: &str) -> Vec<(String, &'static str)> {
    issues(text).iter().map(|issue| (issue.path.clone(), issue.code())).collect()
}

/// Breaks the embedded dataset in one place: exactly this issue comes out.
fn check(edit: Edit, path: &str, code: &'static str) {
    let mut dataset = embedded();
    edit(&mut dataset);
    let found = found(&dataset.to_string());
    assert_eq!(found, [(path.to_owned(), code)]);
    assert!(leads_somewhere(&dataset, path), "{path} is nowhere in the file");
}

/// Changes the embedded dataset in a way that is allowed.
fn passes(edit: Edit) {
    let mut dataset = embedded();
    edit(&mut dataset);
    assert_eq!(found(&dataset.to_string()), []);
    edition::survives(&dataset.to_string());
}

/// A sentence in each language, complete and safe to show.
fn reads_well(issue: &Issue) {
    let [en, ko] = Lang::ALL.map(|lang| issue.message(lang));
    assert_ne!(en, ko);
    let is_hangul = |char: char| ('가'..='힣').contains(&char);
    assert!(ko.contains(is_hangul), "{ko}");
    for message in [en, ko] {
        assert!(message.chars().count() > 10 && message.ends_with(['.', '?', '요']), "{message}");
        assert_eq!(toponym(&message), None, "{message}");
        assert!(!message.contains(char::is_control), "{message:?}");
    }
}

/// Whether a path of an issue leads to a value of the file.
fn leads_somewhere(file: &Value, path: &str) -> bool {
    let Some(mut rest) = Some(path).filter(|path| *path != "$") else {
        return true;
    };
    let mut here = file;
    while !rest.is_empty() {
        let next = if let Some(entry) = rest.strip_prefix("[\"") {
            let (key, after) = entry.split_once("\"]").unwrap();
            rest = after;
            here.get(key)
        } else if let Some(item) = rest.strip_prefix('[') {
            let (index, after) = item.split_once(']').unwrap();
            rest = after;
            here.get(index.parse::<usize>().unwrap())
        } else {
            let field = rest.strip_prefix('.').unwrap_or(rest);
            let end = field.find(['.', '[']).unwrap_or(field.len());
            rest = &field[end..];
            here.get(&field[..end])
        };
        let Some(next) = next else { return false };
        here = next;
    }
    true
}

fn push_clone(list: &mut Value, of: usize) -> &mut Value {
    let clone = list[of].clone();
    let items = list.as_array_mut().unwrap();
    items.push(clone);
    items.last_mut().unwrap()
}

fn remove(object: &mut Value, field: &str) {
    object.as_object_mut().unwrap().remove(field).unwrap();
}

fn rename(object: &mut Value, from: &str, to: &str) {
    let value = object.as_object_mut().unwrap().remove(from).unwrap();
    object[to] = value;
}

/// A source that only its own test looks at.
const SOURCE: &str = "asean-secretariat-412df";

fn source(file: &mut Value) -> &mut Value {
    &mut file["sources"][SOURCE]
}

fn correct(file: &mut Value, correction: Value) {
    file["corrections"].as_array_mut().unwrap().push(correction);
}

/// One row per rule and kind of place it holds for.
const RULES: &[(Edit, &str, &str)] = &[
    // Fields present and of their type.
    (|d| remove(d, "id"), "$", "missing-field"),
    (|d| remove(d, "facts"), "$", "missing-field"),
    (|d| remove(d, "countries"), "$", "missing-field"),
    (|d| remove(d, "sources"), "$", "missing-field"),
    (|d| remove(d, "milestones"), "$", "missing-field"),
    (|d| remove(d, "release"), "$", "missing-field"),
    (|d| remove(&mut d["facts"][3], "status"), "facts[3]", "missing-field"),
    (|d| remove(&mut d["facts"][3]["title"], "ko"), "facts[3].title", "missing-field"),
    (|d| remove(&mut d["countries"][0]["name"]["en"], "formal"), "countries[0].name.en", "missing-field"),
    (|d| remove(source(d), "official"), "sources[\"asean-secretariat-412df\"]", "missing-field"),
    (|d| *d = json!([]), "$", "wrong-type"),
    (|d| *d = json!(null), "$", "wrong-type"),
    (|d| d["facts"] = json!({}), "facts", "wrong-type"),
    (|d| d["facts"][0]["title"]["en"] = json!(7), "facts[0].title.en", "wrong-type"),
    (|d| d["facts"][0]["title"] = json!("Title"), "facts[0].title", "wrong-type"),
    (|d| d["facts"][0]["date"] = json!(2020), "facts[0].date", "wrong-type"),
    (|d| d["facts"][10]["sources"] = json!("a-source"), "facts[10].sources", "wrong-type"),
    (|d| d["places"][0]["lon"] = json!("131.87"), "places[0].lon", "wrong-type"),
    (|d| source(d)["official"] = json!("yes"), "sources[\"asean-secretariat-412df\"].official", "wrong-type"),
    (|d| d["schema"] = json!("1"), "schema", "wrong-type"),
    // Unknown fields.
    (|d| d["note"] = json!(""), "note", "unknown-field"),
    (|d| d["facts"][2]["pilar"] = json!("peace"), "facts[2].pilar", "unknown-field"),
    (|d| d["facts"][2]["title"]["ja"] = json!("…"), "facts[2].title.ja", "unknown-field"),
    (|d| source(d)["URL"] = json!(null), "sources[\"asean-secretariat-412df\"].URL", "unknown-field"),
    // The format version.
    (|d| d["schema"] = json!(2), "schema", "schema"),
    (|d| d["schema"] = json!(0), "schema", "schema"),
    (|d| d["schema"] = json!(1.5), "schema", "schema"),
    // Ids.
    (|d| d["id"] = json!("ROK_ASEAN"), "id", "not-kebab-case"),
    (|d| d["facts"][5]["id"] = json!("two--hyphens"), "facts[5].id", "not-kebab-case"),
    (|d| d["facts"][5]["id"] = json!("-edge"), "facts[5].id", "not-kebab-case"),
    (|d| d["facts"][5]["id"] = json!("한글"), "facts[5].id", "not-kebab-case"),
    (|d| d["facts"][5]["id"] = json!(""), "facts[5].id", "not-kebab-case"),
    (|d| d["milestones"][0]["id"] = json!("A"), "milestones[0].id", "not-kebab-case"),
    (|d| d["release"]["points"][0]["id"] = json!("a b"), "release.points[0].id", "not-kebab-case"),
    (|d| d["facts"][5]["id"] = d["facts"][4]["id"].clone(), "facts[5].id", "id-taken"),
    (|d| d["milestones"][1]["id"] = d["milestones"][0]["id"].clone(), "milestones[1].id", "id-taken"),
    (|d| d["release"]["points"][1]["id"] = json!("point-1"), "release.points[1].id", "id-taken"),
    (
        |d| {
            push_clone(&mut d["pillars"][0]["initiatives"], 0);
        },
        "pillars[0].initiatives[3].id",
        "id-taken",
    ),
    (
        |d| {
            let taken = d["pillars"][0]["initiatives"][0].clone();
            d["pillars"][2]["initiatives"].as_array_mut().unwrap().push(taken);
        },
        "pillars[2].initiatives[1].id",
        "id-taken",
    ),
    (
        |d| {
            push_clone(&mut d["countries"], 0);
        },
        "countries[11].code",
        "id-taken",
    ),
    // References.
    (|d| d["facts"][0]["country"] = json!("VM"), "facts[0].country", "no-such"),
    (|d| d["facts"][0]["country"] = json!("asean"), "facts[0].country", "no-such"),
    (|d| d["facts"][0]["initiative"] = json!("health"), "facts[0].initiative", "no-such"),
    (|d| d["facts"][10]["sources"] = json!(["nowhere"]), "facts[10].sources[0]", "no-such"),
    (|d| d["release"]["coChairs"][0]["country"] = json!("ASEAN"), "release.coChairs[0].country", "no-such"),
    (|d| d["release"]["points"][7]["initiative"] = json!("trade"), "release.points[7].initiative", "no-such"),
    (|d| d["places"][0]["country"] = json!("XX"), "places[0].country", "no-such"),
    (
        |d| {
            correct(
                d,
                json!({"date": "2021-07-08", "fact": "nothing", "note": {"en": "Date mended.", "ko": "날짜 수정."}}),
            )
        },
        "corrections[0].fact",
        "no-such",
    ),
    (|d| d["facts"][0]["initiative"] = json!(""), "facts[0].initiative", "empty"),
    (|d| d["facts"][0]["country"] = json!(" "), "facts[0].country", "empty"),
    (|d| d["facts"][0]["initiative"] = json!("takeshima"), "facts[0].initiative", "no-such"),
    (|d| d["facts"][0]["initiative"] = json!("a\u{202e}\n"), "facts[0].initiative", "no-such"),
    (|d| d["facts"][0]["pillar"] = json!("peace"), "facts[0].initiative", "wrong-pillar"),
    (|d| d["release"]["points"][7]["pillar"] = json!("people"), "release.points[7].initiative", "wrong-pillar"),
    (|d| d["release"]["points"][7]["pillar"] = json!(null), "release.points[7].initiative", "wrong-pillar"),
    (|d| d["facts"][0]["pillar"] = json!("People"), "facts[0].pillar", "not-one-of"),
    (|d| d["facts"][0]["status"] = json!("planned"), "facts[0].status", "not-one-of"),
    (|d| d["countries"][0]["group"] = json!("eu"), "countries[0].group", "not-one-of"),
    (|d| d["countries"][0]["profile"][0]["field"] = json!("area"), "countries[0].profile[0].field", "not-one-of"),
    (|d| d["places"][0]["show"] = json!("star"), "places[0].show", "not-one-of"),
    (|d| d["release"]["points"][0]["pillar"] = json!(""), "release.points[0].pillar", "not-one-of"),
    (
        |d| {
            push_clone(&mut d["pillars"], 2)["initiatives"] = json!([]);
        },
        "pillars",
        "pillars",
    ),
    (|d| d["facts"][10]["sources"] = json!([]), "facts[10].sources", "no-source"),
    (|d| d["sources"]["idle"] = d["sources"][SOURCE].clone(), "sources[\"idle\"]", "unused-source"),
    // Dates.
    (|d| d["facts"][0]["date"] = json!("2021-02-29"), "facts[0].date", "not-a-date"),
    (|d| d["facts"][0]["date"] = json!("July 2021"), "facts[0].date", "not-a-date"),
    (|d| d["asOf"] = json!("2021-07"), "asOf", "not-a-date"),
    (|d| source(d)["date"] = json!("2021"), "sources[\"asean-secretariat-412df\"].date", "not-a-date"),
    (
        |d| {
            correct(
                d,
                json!({"date": "2021", "fact": "asean-covid-response-fund", "note": {"en": "Date mended.", "ko": "날짜 수정."}}),
            )
        },
        "corrections[0].date",
        "not-a-date",
    ),
    (|d| d["facts"][0]["date"] = json!("2021-07-07"), "facts[0].date", "late"),
    (|d| d["facts"][0]["date"] = json!("2021-08"), "facts[0].date", "late"),
    (|d| d["facts"][0]["date"] = json!("2022"), "facts[0].date", "late"),
    (|d| d["release"]["date"] = json!("2021-07-07"), "release.date", "late"),
    (|d| d["milestones"][14]["date"] = json!("2021-12-01"), "milestones[14].date", "late"),
    (|d| d["countries"][0]["profile"][1]["date"] = json!("2024"), "countries[0].profile[1].date", "late"),
    (|d| d["milestones"].as_array_mut().unwrap().swap(0, 1), "milestones", "out-of-order"),
    // Texts in both languages.
    (|d| d["facts"][0]["title"]["ko"] = json!(""), "facts[0].title.ko", "empty"),
    (|d| d["facts"][0]["summary"]["en"] = json!(" \u{3000}"), "facts[0].summary.en", "empty"),
    (|d| d["version"] = json!(""), "version", "empty"),
    (|d| d["facts"][0]["title"]["ko"] = json!("\u{3164}"), "facts[0].title.ko", "empty"),
    (|d| d["facts"][0]["title"]["en"] = json!("\u{ad}"), "facts[0].title.en", "empty"),
    (|d| d["facts"][0]["title"]["en"] = json!("\u{115f}\u{1160}\u{ffa0}"), "facts[0].title.en", "empty"),
    (|d| d["facts"][0]["title"]["en"] = json!("\u{2800} \u{2800}"), "facts[0].title.en", "empty"),
    (|d| d["facts"][0]["title"]["en"] = json!("\u{fe0f}\u{e0041}"), "facts[0].title.en", "empty"),
    (|d| d["facts"][0]["title"]["en"] = json!("\u{301}"), "facts[0].title.en", "empty"),
    (|d| d["countries"][0]["local"][0]["name"] = json!("\u{200c}"), "countries[0].local[0].name", "empty"),
    (|d| d["facts"][0]["initiative"] = json!("\u{200b}"), "facts[0].initiative", "empty"),
    (|d| source(d)["title"] = json!(""), "sources[\"asean-secretariat-412df\"].title", "empty"),
    (|d| d["facts"][0]["summary"]["ko"] = d["facts"][0]["summary"]["en"].clone(), "facts[0].summary", "untranslated"),
    (
        |d| d["milestones"][0]["summary"]["en"] = d["milestones"][0]["summary"]["ko"].clone(),
        "milestones[0].summary",
        "untranslated",
    ),
    (
        |d| d["countries"][0]["profile"][0]["text"]["en"] = d["countries"][0]["profile"][0]["text"]["ko"].clone(),
        "countries[0].profile[0].text",
        "untranslated",
    ),
    (|d| d["release"]["next"]["ko"] = d["release"]["next"]["en"].clone(), "release.next", "untranslated"),
    (|d| d["title"]["ko"] = d["title"]["en"].clone(), "title", "untranslated"),
    (|d| d["release"]["title"]["ko"] = d["release"]["title"]["en"].clone(), "release.title", "untranslated"),
    (
        |d| d["milestones"][0]["title"]["en"] = d["milestones"][0]["title"]["ko"].clone(),
        "milestones[0].title",
        "untranslated",
    ),
    (|d| d["facts"][0]["title"]["ko"] = d["facts"][0]["title"]["en"].clone(), "facts[0].title", "untranslated"),
    (|d| d["facts"][0]["title"]["en"] = json!("x".repeat(71)), "facts[0].title.en", "too-long"),
    (|d| d["facts"][0]["title"]["ko"] = json!("가".repeat(71)), "facts[0].title.ko", "too-long"),
    (|d| d["facts"][0]["summary"]["ko"] = json!("가".repeat(221)), "facts[0].summary.ko", "too-long"),
    (
        |d| d["release"]["points"][0]["summary"]["en"] = json!("x".repeat(221)),
        "release.points[0].summary.en",
        "too-long",
    ),
    // What no text may hold.
    (|d| d["facts"][0]["title"]["en"] = json!("A bell\u{7}"), "facts[0].title.en", "hidden-character"),
    (|d| d["facts"][0]["title"]["en"] = json!("Two\nlines"), "facts[0].title.en", "hidden-character"),
    (|d| d["facts"][0]["title"]["en"] = json!("Turned \u{202e}round"), "facts[0].title.en", "hidden-character"),
    (|d| d["facts"][0]["title"]["en"] = json!("Turned \u{2067}round"), "facts[0].title.en", "hidden-character"),
    (|d| d["countries"][0]["local"][0]["name"] = json!("a\u{200b}b"), "countries[0].local[0].name", "hidden-character"),
    (|d| d["facts"][0]["title"]["en"] = json!("Part\u{ad}ner"), "facts[0].title.en", "hidden-character"),
    (|d| d["facts"][0]["title"]["ko"] = json!("협력\u{3164}기금"), "facts[0].title.ko", "hidden-character"),
    (|d| d["facts"][0]["title"]["ko"] = json!("협력\u{200d}기금"), "facts[0].title.ko", "hidden-character"),
    (|d| d["facts"][0]["title"]["en"] = json!("A\u{2800}B"), "facts[0].title.en", "hidden-character"),
    (|d| d["facts"][0]["title"]["ko"] = json!("\u{1112}\u{1161}\u{11ab}"), "facts[0].title.ko", "not-composed"),
    (
        |d| d["countries"][0]["local"][0]["name"] = json!("Vie\u{323}\u{302}t Nam"),
        "countries[0].local[0].name",
        "not-composed",
    ),
    (|d| d["facts"][0]["summary"]["en"] = json!("A <b>bold</b> claim."), "facts[0].summary.en", "markup"),
    (|d| d["facts"][0]["summary"]["en"] = json!("<!-- no -->"), "facts[0].summary.en", "markup"),
    (|d| d["facts"][0]["summary"]["en"] = json!("Trade &amp; more."), "facts[0].summary.en", "markup"),
    (|d| source(d)["publisher"] = json!("<script>"), "sources[\"asean-secretariat-412df\"].publisher", "markup"),
    (|d| d["facts"][0]["summary"]["en"] = json!("The SEA OF JAPAN."), "facts[0].summary.en", "toponym"),
    (|d| d["facts"][0]["summary"]["ko"] = json!("일본해에서."), "facts[0].summary.ko", "toponym"),
    (|d| d["places"][1]["name"]["en"] = json!("Takeshima"), "places[1].name.en", "toponym"),
    (|d| d["places"][1]["name"]["ko"] = json!("다케시마"), "places[1].name.ko", "toponym"),
    (|d| source(d)["title"] = json!("Liancourt Rocks"), "sources[\"asean-secretariat-412df\"].title", "toponym"),
    (|d| d["facts"][0]["summary"]["en"] = json!("Sea\u{a0}of\u{a0}Japan."), "facts[0].summary.en", "toponym"),
    (|d| d["facts"][0]["summary"]["ko"] = json!("일본 해의 물결."), "facts[0].summary.ko", "toponym"),
    (|d| d["facts"][5]["id"] = json!("sea-of-japan"), "facts[5].id", "toponym"),
    (|d| d["id"] = json!("takeshima"), "id", "toponym"),
    // Addresses and languages.
    (|d| source(d)["url"] = json!("javascript:alert(1)"), "sources[\"asean-secretariat-412df\"].url", "not-a-url"),
    (|d| source(d)["url"] = json!("/news/1"), "sources[\"asean-secretariat-412df\"].url", "not-a-url"),
    (|d| source(d)["url"] = json!("//asean.org/"), "sources[\"asean-secretariat-412df\"].url", "not-a-url"),
    (|d| source(d)["url"] = json!("https://"), "sources[\"asean-secretariat-412df\"].url", "not-a-url"),
    (|d| source(d)["url"] = json!("https://asean.org/a b"), "sources[\"asean-secretariat-412df\"].url", "not-a-url"),
    (|d| source(d)["url"] = json!(" https://asean.org/"), "sources[\"asean-secretariat-412df\"].url", "not-a-url"),
    (|d| source(d)["url"] = json!(""), "sources[\"asean-secretariat-412df\"].url", "not-a-url"),
    (
        |d| source(d)["url"] = json!("https://me:secret@asean.org/"),
        "sources[\"asean-secretariat-412df\"].url",
        "credentials",
    ),
    (|d| source(d)["lang"] = json!("English"), "sources[\"asean-secretariat-412df\"].lang", "not-a-language"),
    (|d| d["countries"][0]["local"][0]["lang"] = json!("ms_BN"), "countries[0].local[0].lang", "not-a-language"),
    // Countries and the map.
    (|d| push_clone(&mut d["countries"], 0)["code"] = json!("FR"), "countries[11].code", "no-shape"),
    (|d| push_clone(&mut d["countries"], 0)["code"] = json!("bn"), "countries[11].code", "not-a-country-code"),
    (|d| d["countries"] = json!([]), "countries", "no-countries"),
    (|d| d["places"][0]["lon"] = json!(150), "places[0].lon", "off-map"),
    (|d| d["places"][0]["lat"] = json!(-11.5), "places[0].lat", "off-map"),
    (|d| d["places"][0]["lat"] = json!(1e-7), "places[0].lat", "not-decimal"),
];

/// Codes that tests of their own bring about, since a tree of values cannot.
const ELSEWHERE: [&str; 3] = ["doubled-field", "syntax", "too-large"];

/// Codes that only loading a file in the browser brings about.
const LOADING: [&str; 4] = ["http-status", "not-plain", "not-text", "unreachable"];

/// One issue of each kind; a kind that is not here does not compile.
macro_rules! every_kind {
    ($($pattern:pat => $kind:expr,)*) => {
        fn every_kind() -> Vec<Issue> {
            let _ = |kind: Kind| match kind { $($pattern => (),)* };
            vec![$(Issue::of_file($kind),)*]
        }
    };
}

every_kind! {
    Kind::Syntax { .. } => Kind::Syntax { line: 1, column: 2, slip: Slip::Found('x') },
    Kind::Type { .. } => Kind::Type { wanted: Type::Text, found: Type::Null },
    Kind::Missing { .. } => Kind::Missing { field: "id" },
    Kind::Unknown { .. } => Kind::Unknown { near: None },
    Kind::Doubled => Kind::Doubled,
    Kind::Schema { .. } => Kind::Schema { newer: true },
    Kind::Empty => Kind::Empty,
    Kind::NotKebab => Kind::NotKebab,
    Kind::IdTaken { .. } => Kind::IdTaken { id: "a".to_owned() },
    Kind::NoSuch { .. } => Kind::NoSuch { target: Target::Fact, id: "a".to_owned() },
    Kind::WrongPillar { .. } => Kind::WrongPillar { belongs: "people", given: "peace" },
    Kind::NotDate { .. } => Kind::NotDate { day: true },
    Kind::Late { .. } => Kind::Late { as_of: Date::parse("2021-07-06").unwrap() },
    Kind::OutOfOrder => Kind::OutOfOrder,
    Kind::TooLong { .. } => Kind::TooLong { found: 71, most: 70 },
    Kind::Untranslated => Kind::Untranslated,
    Kind::Hidden { .. } => Kind::Hidden { code: 0x202e },
    Kind::Markup => Kind::Markup,
    Kind::NotComposed => Kind::NotComposed,
    Kind::Toponym { .. } => Kind::Toponym { instead: "East Sea" },
    Kind::NotUrl => Kind::NotUrl,
    Kind::Credentials => Kind::Credentials,
    Kind::NoShape { .. } => Kind::NoShape { code: "FR".to_owned() },
    Kind::NoCountries => Kind::NoCountries,
    Kind::NotAllPillars => Kind::NotAllPillars,
    Kind::NoSource => Kind::NoSource,
    Kind::Unused => Kind::Unused,
    Kind::NotOneOf { .. } => Kind::NotOneOf { allowed: vec!["dot", "label"] },
    Kind::NotLang => Kind::NotLang,
    Kind::NotCountryCode => Kind::NotCountryCode,
    Kind::NotDecimal => Kind::NotDecimal,
    Kind::OffMap { .. } => Kind::OffMap { least: -11, most: 39 },
    Kind::Unreachable => Kind::Unreachable,
    Kind::HttpStatus { .. } => Kind::HttpStatus { status: 404 },
    Kind::TooLarge { .. } => Kind::TooLarge { limit: LIMIT },
    Kind::NotText => Kind::NotText,
    Kind::NotPlain => Kind::NotPlain,
}

#[test]
fn the_embedded_dataset_keeps_every_rule() {
    assert_eq!(found(EMBEDDED), []);
}

#[test]
fn each_broken_rule_is_one_issue_at_its_place() {
    for (edit, path, code) in RULES {
        check(*edit, path, code);
    }
}

#[test]
fn every_kind_of_issue_has_a_row_and_a_code_of_its_own() {
    let rows = RULES.iter().map(|(_, _, code)| *code);
    let covered: BTreeSet<_> = rows.chain(ELSEWHERE).chain(LOADING).collect();
    let kinds = every_kind();
    kinds.iter().for_each(reads_well);
    for message in kinds.iter().flat_map(|issue| Lang::ALL.map(|lang| issue.message(lang))) {
        assert!(!message.contains("  ") && !message.contains("“”"), "{message}");
    }
    let codes: BTreeSet<_> = kinds.iter().map(Issue::code).collect();
    assert_eq!(covered, codes);
    assert_eq!(codes.len(), kinds.len());
}

#[test]
fn messages_name_what_they_are_about() {
    let says = |kind: Kind, parts: &[&str]| {
        let issue = Issue::of_file(kind);
        for (lang, part) in Lang::ALL.into_iter().flat_map(|lang| parts.iter().map(move |part| (lang, part))) {
            let message = issue.message(lang);
            assert!(message.contains(part), "{part} in {message}");
        }
    };
    says(Kind::Missing { field: "asOf" }, &["“asOf”"]);
    says(Kind::Unknown { near: Some("pillar") }, &["“pillar”"]);
    says(Kind::TooLong { found: 73, most: 70 }, &["73", "70"]);
    says(Kind::Hidden { code: 0x7 }, &["U+0007"]);
    says(Kind::Hidden { code: 0x1f600 }, &["U+1F600"]);
    says(Kind::OffMap { least: -11, most: 39 }, &["-11", "39"]);
    says(Kind::TooLarge { limit: LIMIT }, &["16"]);
    says(Kind::HttpStatus { status: 404 }, &["404"]);
    says(Kind::NotOneOf { allowed: vec!["dot", "label", "both"] }, &["dot, label, both"]);
    says(Kind::Late { as_of: Date::parse("2021-07-06").unwrap() }, &["2021-07-06"]);
    says(Kind::WrongPillar { belongs: "peace", given: "people" }, &["“peace”", "“people”"]);
    // What a value holds is not taken for a place to fill.
    says(Kind::IdTaken { id: "{0}{1}".to_owned() }, &["“{0}{1}”"]);
    says(Kind::IdTaken { id: "x".repeat(500) }, &["xxx…”"]);
    says(Kind::Syntax { line: 12, column: 34, slip: Slip::Found('ㄱ') }, &["12", "34", " ㄱ "]);
}

#[test]
fn a_format_of_the_future_is_told_from_one_that_never_was() {
    for (version, newer) in [(2, true), (0, false)] {
        let mut file = embedded();
        file["schema"] = json!(version);
        let schema = Issue { path: "schema".to_owned(), kind: Kind::Schema { newer } };
        assert_eq!(issues(&file.to_string()), [schema]);
    }
}

#[test]
fn all_issues_come_at_once_in_the_order_of_the_file() {
    let mut file = embedded();
    file["schema"] = json!(9);
    file["release"]["date"] = json!("2021-13-01");
    file["countries"][2]["capital"]["ko"] = json!("");
    for fact in file["facts"].as_array_mut().unwrap() {
        fact["status"] = json!("maybe");
        fact["titel"] = json!({});
    }
    source(&mut file)["url"] = json!("mailto:x@example.org");
    let found = found(&file.to_string());
    let facts = file["facts"].as_array().unwrap().len();
    let mut wanted = vec![
        ("schema".to_owned(), "schema"),
        ("release.date".to_owned(), "not-a-date"),
        ("countries[2].capital.ko".to_owned(), "empty"),
    ];
    for index in 0..facts {
        wanted.push((format!("facts[{index}].titel"), "unknown-field"));
        wanted.push((format!("facts[{index}].status"), "not-one-of"));
    }
    wanted.push((format!("sources[\"{SOURCE}\"].url"), "not-a-url"));
    assert_eq!(found, wanted);
}

#[test]
fn a_misspelt_field_is_named_with_the_one_that_was_meant() {
    fn check(wrong: &'static str, near: Option<&'static str>) {
        let mut file = embedded();
        file["facts"][0][wrong] = json!(0);
        let unknown = Issue { path: format!("facts[0].{wrong}"), kind: Kind::Unknown { near } };
        assert_eq!(issues(&file.to_string()), [unknown]);
    }
    check("Title", Some("title"));
    check("titel", Some("title"));
    check("sumary", Some("summary"));
    check("source", Some("sources"));
    check("intiative", Some("initiative"));
    check("ID", Some("id"));
    check("x", None);
    check("remarks", None);
    check("제목", None);

    let mut file = embedded();
    rename(&mut file["facts"][0], "summary", "sumary");
    let codes = [("facts[0]".to_owned(), "missing-field"), ("facts[0].sumary".to_owned(), "unknown-field")];
    assert_eq!(found(&file.to_string()), codes);
}

#[test]
fn a_name_given_twice_is_an_issue() {
    let twice = EMBEDDED.replacen("\"schema\": 1,", "\"schema\": 1, \"schema\": 1,", 1);
    assert_eq!(found(&twice), [("schema".to_owned(), "doubled-field")]);

    let source = source(&mut embedded()).to_string();
    let twice = EMBEDDED.replacen("\"sources\": {", &format!("\"sources\": {{\"{SOURCE}\": {source},"), 1);
    assert_eq!(found(&twice), [(format!("sources[\"{SOURCE}\"]"), "doubled-field")]);
}

#[test]
fn deep_nesting_is_an_issue_and_not_a_crash() {
    for text in ["[".repeat(1 << 20), "{\"a\":".repeat(1 << 20)] {
        assert_eq!(found(&text), [("$".to_owned(), "syntax")]);
    }
}

#[test]
fn a_byte_order_mark_and_line_ends_of_windows_are_fine() {
    assert_eq!(found(&format!("\u{feff}{EMBEDDED}")), []);
    assert_eq!(found(&EMBEDDED.replace('\n', "\r\n")), []);
}

#[test]
fn a_file_beyond_the_limit_is_not_read() {
    let spaces = |length: usize| " ".repeat(length - EMBEDDED.len());
    assert_eq!(found(&(spaces(LIMIT) + EMBEDDED)), []);
    assert_eq!(found(&(spaces(LIMIT + 1) + EMBEDDED)), [("$".to_owned(), "too-large")]);
}

#[test]
fn what_the_rules_allow_passes() {
    passes(|d| d["facts"][0]["date"] = json!("2021-07-06"));
    passes(|d| d["facts"][0]["date"] = json!("2021-07"));
    passes(|d| d["facts"][0]["date"] = json!("2021"));
    passes(|d| d["facts"][0]["title"]["ko"] = json!("가".repeat(70)));
    passes(|d| d["facts"][0]["summary"]["ko"] = json!("가".repeat(220)));
    passes(|d| d["facts"][0]["summary"]["en"] = json!("AT&T & R&D: 3 < 4, a <- b; 5 & 6;"));
    passes(|d| d["facts"][0]["country"] = json!("KR"));
    passes(|d| d["facts"][0]["summary"]["ko"] = json!("한국·일본·해외 기관과 일본 해양 조사."));
    passes(|d| d["facts"][0]["summary"]["en"] = json!("Japan. Sea lanes; a Japan seaport."));
    passes(|d| d["countries"][0]["local"][0]["name"] = json!("\u{1000}\u{200d}\u{1000}\u{200c}\u{1000}"));
    passes(|d| source(d)["url"] = json!(null));
    passes(|d| source(d)["url"] = json!("HTTP://xn--3e0b707e.kr:80/@me?a=b@c#d"));
    passes(|d| source(d)["url"] = json!("https://외교부.kr/뉴스"));
    // A page may be younger than the edition that cites it, and a correction is.
    passes(|d| source(d)["date"] = json!("2023-01-31"));
    passes(|d| {
        correct(
            d,
            json!({"date": "2022-01-01", "fact": "asean-covid-response-fund", "note": {"en": "Date mended.", "ko": "날짜 수정."}}),
        )
    });
    passes(|d| source(d)["lang"] = json!("zh-Hans-CN"));
    passes(|d| d["places"] = json!([]));
    passes(|d| d["places"][0]["show"] = json!("both"));
    passes(|d| push_clone(&mut d["countries"], 0)["code"] = json!("TL"));
    passes(|d| d["pillars"].as_array_mut().unwrap().reverse());
    // Names may be the same in both languages; only sentences may not.
    passes(|d| d["release"]["format"]["ko"] = d["release"]["format"]["en"].clone());
}

#[test]
fn every_reference_leads_to_what_it_names() {
    let (file, dataset) = (embedded(), read(EMBEDDED).unwrap());
    let facts = file["facts"].as_array().unwrap();
    assert_eq!(facts.len(), dataset.facts.len());
    for (json, fact) in facts.iter().zip(&dataset.facts) {
        assert_eq!(json["id"], *fact.id);
        assert_eq!(json["initiative"], *dataset[fact.initiative].id);
        assert_eq!(json["pillar"], dataset[fact.initiative].pillar.slug());
        let about = match fact.about {
            About::Asean => "ASEAN",
            About::Country(id) => &dataset[id].code,
        };
        assert_eq!(json["country"], about);
        assert!(dataset.facts_about(fact.about).iter().any(|id| std::ptr::eq(&dataset[*id], fact)));
        let sources: Vec<_> = fact.sources.iter().map(|id| &*dataset[*id].id).collect();
        assert_eq!(json["sources"], json!(sources));
        for id in &fact.sources {
            let source = &dataset[*id];
            assert_eq!(file["sources"][&*source.id]["title"], *source.title);
        }
    }
    for (json, point) in file["release"]["points"].as_array().unwrap().iter().zip(&dataset.release.points) {
        let (pillar, initiative) = match point.topic {
            Topic::General => (None, None),
            Topic::Pillar(pillar) => (Some(pillar), None),
            Topic::Initiative(id) => (Some(dataset[id].pillar), Some(&*dataset[id].id)),
        };
        let pillar = pillar.map(|pillar| pillar.slug());
        assert_eq!((&json["pillar"], &json["initiative"]), (&json!(pillar), &json!(initiative)));
    }
    let listed: usize = dataset.country_ids().map(|id| dataset[id].facts.len()).sum();
    assert_eq!(listed + dataset.shared.len(), facts.len());
}

/// The embedded dataset with this many facts.
fn with_facts(count: usize) -> Value {
    let mut file = embedded();
    let facts = file["facts"].as_array_mut().unwrap();
    for index in facts.len()..count {
        let mut fact = facts[index % 100].clone();
        fact["id"] = json!(format!("more-{index}"));
        facts.push(fact);
    }
    file
}

#[test]
fn eight_thousand_facts_are_read_and_so_are_their_issues() {
    let mut file = with_facts(8000);
    assert_eq!(read(&file.to_string()).unwrap().facts.len(), 8000);
    for fact in file["facts"].as_array_mut().unwrap() {
        fact["id"] = json!("same");
    }
    let found = found(&file.to_string());
    assert_eq!(found.len(), 7999);
    assert_eq!(found[7998], ("facts[7999].id".to_owned(), "id-taken"));
}

/// Values that a hand or a program may leave behind, most of them wrong somewhere.
fn any_json() -> impl Strategy<Value = Value> {
    const TEXTS: [&str; 16] = [
        "",
        " ",
        "2021",
        "2021-07-06",
        "2099-01-01",
        "people",
        "peace",
        "ASEAN",
        "KR",
        "public-health",
        "<b>",
        "a\u{202e}",
        "Takeshima",
        "https://me@example.org/",
        "asean-secretariat-412df",
        "한글",
    ];
    const FIELDS: [&str; 10] =
        ["en", "ko", "id", "date", "title", "sources", "short", "country", "initiatives", "note"];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        prop::sample::select(&TEXTS[..]).prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        let fields = prop::collection::btree_map(prop::sample::select(&FIELDS[..]), inner.clone(), 0..4);
        let object = fields
            .prop_map(|fields| fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect::<Map<_, _>>());
        prop_oneof![prop::collection::vec(inner, 0..4).prop_map(Value::from), object.prop_map(Value::from)]
    })
}

/// What is done to one value of the file.
#[derive(Clone, Debug)]
enum Change {
    Replace(Value),
    Remove,
    Double,
    Move(Index),
}

fn any_change() -> impl Strategy<Value = Change> {
    prop_oneof![
        3 => any_json().prop_map(Change::Replace),
        1 => Just(Change::Remove),
        1 => Just(Change::Double),
        1 => any::<Index>().prop_map(Change::Move),
    ]
}

/// JSON pointers of every value below `value`, the file itself among them.
fn pointers(value: &Value, here: String, all: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| pointers(item, format!("{here}/{index}"), all));
        }
        Value::Object(fields) => fields.iter().for_each(|(key, field)| pointers(field, format!("{here}/{key}"), all)),
        _ => {}
    }
    all.push(here);
}

fn change(file: &mut Value, at: &Index, change: Change) {
    let mut all = Vec::new();
    pointers(file, String::new(), &mut all);
    let pointer = &all[at.index(all.len())];
    let other =
        if let Change::Move(from) = &change { file.pointer(&all[from.index(all.len())]).cloned() } else { None };
    if let Some(value) = other {
        *file.pointer_mut(pointer).unwrap() = value;
    } else if let Change::Replace(value) = change {
        *file.pointer_mut(pointer).unwrap() = value;
    } else if let Some((parent, step)) = pointer.rsplit_once('/') {
        match (file.pointer_mut(parent).unwrap(), change) {
            (Value::Array(items), Change::Remove) => drop(items.remove(step.parse().unwrap())),
            (Value::Array(items), _) => items.push(items[step.parse::<usize>().unwrap()].clone()),
            (Value::Object(fields), Change::Remove) => drop(fields.remove(step)),
            (Value::Object(fields), _) => {
                let value = fields[step].clone();
                fields.insert(format!("{step}x"), value);
            }
            _ => unreachable!("a pointer leads through lists and objects"),
        }
    }
}

/// Either a dataset, or issues that each read well, stand somewhere and come once.
fn is_answered(file: &Value) {
    let Err(issues) = read(&file.to_string()) else { return };
    assert!(!issues.is_empty());
    for (index, issue) in issues.iter().enumerate() {
        reads_well(issue);
        assert!(leads_somewhere(file, &issue.path), "{}", issue.path);
        assert!(!issues[..index.min(200)].contains(issue), "{issue:?} twice");
    }
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::default() })]

    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        prop_assert!(!issues(&text).is_empty());
    }

    #[test]
    fn any_json_is_answered(file in any_json()) {
        prop_assert!(read(&file.to_string()).is_err());
        is_answered(&file);
    }

    #[test]
    fn a_dataset_changed_in_a_few_places_is_answered(changes in prop::collection::vec((any::<Index>(), any_change()), 1..4)) {
        let mut file = embedded();
        for (at, what) in changes {
            change(&mut file, &at, what);
        }
        is_answered(&file);
    }

    #[test]
    fn a_dataset_with_text_spilt_into_it_is_answered(at in any::<Index>(), skip in 0_usize..40, text in "[\\PC\n\"{},:\\[\\]]{0,6}") {
        let start = EMBEDDED.floor_char_boundary(at.index(EMBEDDED.len()));
        let end = EMBEDDED.ceil_char_boundary(start + skip);
        let spilt = [&EMBEDDED[..start], &text, &EMBEDDED[end..]].concat();
        let lines = spilt.split('\n').count();
        if let Err(found) = read(&spilt) {
            prop_assert!(!found.is_empty());
            for issue in found {
                reads_well(&issue);
                if let Kind::Syntax { line, column, .. } = issue.kind {
                    let width = spilt.split('\n').nth(line - 1).map_or(0, |line| line.chars().count());
                    prop_assert!(line <= lines && column >= 1 && column <= width + 1, "{line}:{column}");
                }
            }
        }
    }
}
