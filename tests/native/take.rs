//! What a reader takes along, read back: quotes and citations as people write them, tables and data by other programs.

#[path = "take/cite.rs"]
mod cite;
#[path = "take/picture.rs"]
mod picture;

use proptest::{prelude::*, sample::subsequence};
use rok_asean_map::{
    data::{self, EMBEDDED},
    model::{Dataset, FactId, Lang, Pillar},
    write::{csv::csv, json::json, menu::menu, phrases::phrases, selection::Selection},
};
use serde_json::Value;
use std::sync::LazyLock;

static DATASET: LazyLock<Dataset> = LazyLock::new(|| data::read(EMBEDDED).expect("the embedded edition is good"));

/// The facts with these ids, as they are taken from a page that knows the map as `map`.
fn selection(lang: Lang, country: Option<&str>, ids: &[&str]) -> Selection {
    Selection {
        dataset: DATASET.clone(),
        lang,
        country: country.and_then(|code| DATASET.country(code)),
        facts: Vec::new(),
        page: "https://press.example/2021/".to_owned(),
        name: "map".to_owned(),
    }
    .of_ids(ids.iter().copied())
}

fn every_id() -> Vec<&'static str> {
    DATASET.facts.iter().map(|fact| &*fact.id).collect()
}

/// The rows of a table, as another program reads them.
fn rows(table: &str) -> Vec<Vec<String>> {
    let text = table.strip_prefix('\u{feff}').expect("a mark that tells spreadsheets the encoding");
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.expect("a good row").iter().map(str::to_owned).collect()).collect()
}

#[test]
fn what_has_several_forms_names_them_in_each_language() {
    for action in ["copy-citation", "copy-link", "download-svg", "download-png"] {
        let [en, ko] = Lang::ALL.map(|lang| menu(lang, action).expect("forms"));
        assert_ne!(en.name, ko.name);
        assert_eq!(en.choices.len(), ko.choices.len());
    }
    assert_eq!(menu(Lang::En, "copy-quote"), None);
}

#[test]
fn a_card_has_a_page_where_it_is_of_the_edition_in_the_build() {
    let page = |lang, country| selection(lang, country, &[]).page_of_country("https://a.example/map/");
    assert_eq!(page(Lang::En, Some("VN")).as_deref(), Some("https://a.example/map/vn.html"));
    assert_eq!(page(Lang::Ko, Some("VN")).as_deref(), Some("https://a.example/map/ko/vn.html"));
    assert_eq!(page(Lang::En, None), None);
    let mut other = selection(Lang::En, Some("VN"), &[]);
    other.dataset.version = "2".into();
    assert_eq!(other.page_of_country("https://a.example/map/"), None);
}

#[test]
fn every_text_that_is_copied_is_said_to_be() {
    for action in ["copy-quote", "copy-citation", "copy-link", "copy-alt"] {
        for lang in Lang::ALL {
            assert!(phrases(lang).copied.iter().any(|(known, _)| *known == action), "{action} says what it has done");
        }
    }
}

#[test]
fn a_table_holds_every_fact_with_its_sources() {
    for lang in Lang::ALL {
        let table = rows(&csv(&selection(lang, None, &every_id())));
        assert_eq!(
            table[0].join(","),
            "id,country,country_name,pillar,initiative,date,status,title,summary,source_title,source_publisher,source_url,source_date,as_of,dataset_version"
        );
        assert_eq!(table.len(), 1 + DATASET.facts.len());
        for (row, fact) in table[1..].iter().zip(&DATASET.facts) {
            let urls: Vec<_> = fact.sources.iter().map(|id| DATASET[*id].url.as_deref().unwrap_or_default()).collect();
            assert_eq!(row[0], *fact.id);
            assert_eq!(row[5], fact.date.iso());
            assert_eq!(row[8], fact.summary.get(lang));
            assert_eq!(row[11], urls.join(" | "));
            assert_eq!(row[13..], ["2021-07-06", "1"]);
        }
    }
}

#[test]
fn a_row_in_korean_reads_as_one() {
    let table = rows(&csv(&selection(Lang::Ko, Some("VN"), &["vn-fta-in-force"])));
    assert_eq!(
        table[1][..8],
        [
            "vn-fta-in-force",
            "VN",
            "베트남",
            "prosperity",
            "trade-investment",
            "2015-12-20",
            "in-force",
            "한-베트남 자유무역협정 발효"
        ]
    );
}

/// A dataset whose first fact says this.
fn saying(summary: &str) -> Selection {
    let mut selection = selection(Lang::En, None, &[]);
    selection.dataset.facts[0].summary = rok_asean_map::model::Text::new(summary.into(), summary.into());
    selection.facts = vec![FactId(0)];
    selection
}

#[test]
fn no_cell_runs_as_a_formula() {
    for start in ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"] {
        let text = format!("{start}HYPERLINK(\"https://evil.example\",\"x\")");
        assert_eq!(rows(&csv(&saying(&text)))[1][8], format!("'{text}"));
    }
    assert_eq!(rows(&csv(&saying("2 = 1 + 1")))[1][8], "2 = 1 + 1");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_text_comes_back_from_a_table(text in any::<String>()) {
        let cell = rows(&csv(&saying(&text)))[1][8].clone();
        prop_assert_eq!(cell.strip_prefix('\'').filter(|rest| *rest == text).unwrap_or(&cell), text);
    }

    /// What is selected is a dataset: it passes the check, and holds the facts that were chosen.
    #[test]
    fn every_selection_reads_back(ids in subsequence(every_id(), 0..=DATASET.facts.len())) {
        let text = json(EMBEDDED, &ids).expect("the edition is JSON");
        let read = data::read(&text).map_err(|issues| TestCaseError::fail(format!("{issues:?}")))?;
        prop_assert_eq!(read.facts.iter().map(|fact| &*fact.id).collect::<Vec<_>>(), ids);
        prop_assert_eq!((read.id, read.version, read.as_of), (DATASET.id.clone(), DATASET.version.clone(), DATASET.as_of));
    }
}

#[test]
fn all_facts_are_the_office_s_own_file() {
    assert_eq!(json(EMBEDDED, &every_id()).as_deref().map(str::trim_end), Some(EMBEDDED.trim_end()));
}

#[test]
fn a_selection_keeps_only_the_corrections_of_its_facts() {
    let mut file: Value = serde_json::from_str(EMBEDDED).unwrap();
    let note = |fact: &str| serde_json::json!({"date": "2021-07-05", "fact": fact, "note": {"en": "The date was wrong.", "ko": "날짜를 바로잡았다."}});
    file["corrections"] = Value::from(vec![note("vn-fta-in-force"), note("vn-flood-relief")]);
    let text = json(&file.to_string(), &["vn-fta-in-force"]).unwrap();
    let read = data::read(&text).expect("the selection is good");
    assert_eq!(read.corrections.len(), 1);
    let taken = Selection { dataset: read, ..selection(Lang::En, None, &[]) };
    assert!(taken.summary(FactId(0)).ends_with("(Correction, 5 July 2021: The date was wrong.)"));
}

#[test]
fn a_file_is_named_after_what_it_holds() {
    let name = |country, lang| selection(lang, country, &[]).file("csv");
    assert_eq!(name(Some("VN"), Lang::Ko), "rok-asean-dialogue-2021-1-VN-ko.csv");
    assert_eq!(name(None, Lang::En), "rok-asean-dialogue-2021-1-all-en.csv");
    let mut odd = selection(Lang::En, None, &[]);
    odd.dataset.version = "2021/07 \"b\"".into();
    assert_eq!(odd.file("png"), "rok-asean-dialogue-2021-2021-07--b--all-en.png");
}

#[test]
fn a_fact_that_the_dataset_lacks_is_left_out() {
    assert_eq!(selection(Lang::En, None, &["none", "vn-fta-in-force"]).facts.len(), 1);
    assert!(Pillar::of_slug("people").is_some());
}
