//! Quotes and citations, beside what a careful person would write by hand.

use super::{DATASET, selection};
use rok_asean_map::{
    model::{Date, FactId, Lang, Text},
    write::{
        cite::{Style, citation, quote},
        selection::Selection,
    },
};
use serde_json::Value;

fn of(lang: Lang, id: &str) -> (Selection, FactId) {
    (selection(lang, None, &[]), DATASET.fact(id).unwrap())
}

#[track_caller]
fn assert_cites(lang: Lang, id: &str, style: Style, expected: &str) {
    let (selection, id) = of(lang, id);
    assert_eq!(citation(&selection, id, style), expected);
}

#[test]
fn a_quote_says_where_it_comes_from() {
    let (english, id) = of(Lang::En, "vn-vkist-groundbreaking");
    assert_eq!(
        quote(&english, id),
        "“Ground was broken for the Vietnam-Korea Institute of Science and Technology (VKIST) in Ha Noi on 22 March 2018.”\n\
         VKIST groundbreaking at Hoa Lac Hi-tech Park (22 March 2018, launched), Viet Nam\n\
         Source: KOICA, “KOICA Transfers Korea's Science and Technology Model to Vietnam” (http://www.koica.go.kr/english/board/KOICA_News/press_releases/1326223_3534.html)\n\
         ROK-ASEAN cooperation, edition 1. As of 6 July 2021: https://press.example/2021/#map=VN/vn-vkist-groundbreaking"
    );
    let (korean, id) = of(Lang::Ko, "vn-vkist-groundbreaking");
    assert_eq!(
        quote(&korean, id),
        "“한-베트남 과학기술연구원(VKIST) 착공식이 2018년 3월 22일 하노이에서 열렸다.”\n\
         호알락 하이테크파크 VKIST 착공(2018년 3월 22일, 개시), 베트남\n\
         출처: KOICA, 「KOICA Transfers Korea's Science and Technology Model to Vietnam」(http://www.koica.go.kr/english/board/KOICA_News/press_releases/1326223_3534.html)\n\
         한-아세안 협력, 자료 버전 1. 2021년 7월 6일 기준: https://press.example/2021/#map=VN/vn-vkist-groundbreaking"
    );
}

#[test]
fn newsrooms_cite_in_their_language() {
    assert_cites(
        Lang::En,
        "vn-korean-cultural-center",
        Style::Newsroom,
        "“Korean Cultural Center opens in Ha Noi” (18 November 2006). “ROK-ASEAN cooperation”, edition 1. As of 6 July 2021. Source: Yonhap News Agency via OANA, “(Yonhap Interview) Hanoi hopes to spread 'Vietnamese wave' in S. Korea”, 29 May 2009 (http://www.oananews.org/node/63123); 대전이주외국인종합복지관 (repost of a government news item), “동남아 첫 한국문화원, 베트남 하노이에 문 열어”, 21 November 2006 (http://www.djmc.org/gnuboard4/bbs/board.php?bo_table=news&wr_id=1086&sfl=&stx=&sst=wr_hit&sod=desc&sop=and&page=3). https://press.example/2021/#map=VN/vn-korean-cultural-center",
    );
    assert_cites(
        Lang::Ko,
        "vn-korean-cultural-center",
        Style::Newsroom,
        "「하노이 한국문화원 개원」(2006년 11월 18일). 『한-아세안 협력』, 자료 버전 1. 2021년 7월 6일 기준. 출처: Yonhap News Agency via OANA, 「(Yonhap Interview) Hanoi hopes to spread 'Vietnamese wave' in S. Korea」, 2009년 5월 29일(http://www.oananews.org/node/63123); 대전이주외국인종합복지관 (repost of a government news item), 「동남아 첫 한국문화원, 베트남 하노이에 문 열어」, 2006년 11월 21일(http://www.djmc.org/gnuboard4/bbs/board.php?bo_table=news&wr_id=1086&sfl=&stx=&sst=wr_hit&sod=desc&sop=and&page=3). https://press.example/2021/#map=VN/vn-korean-cultural-center",
    );
}

#[test]
fn apa_dates_an_entry_by_its_edition() {
    assert_cites(
        Lang::En,
        "vn-vkist-groundbreaking",
        Style::Apa,
        "VKIST groundbreaking at Hoa Lac Hi-tech Park. (2021, July 6). In ROK-ASEAN cooperation (edition 1) [Data set]. Source: KOICA, “KOICA Transfers Korea's Science and Technology Model to Vietnam” (http://www.koica.go.kr/english/board/KOICA_News/press_releases/1326223_3534.html). https://press.example/2021/#map=VN/vn-vkist-groundbreaking",
    );
    assert_cites(
        Lang::Ko,
        "vn-vkist-groundbreaking",
        Style::Apa,
        "호알락 하이테크파크 VKIST 착공. (2021, 7월 6일). 한-아세안 협력 (자료 버전 1) [데이터 세트]. 출처: KOICA, 「KOICA Transfers Korea's Science and Technology Model to Vietnam」(http://www.koica.go.kr/english/board/KOICA_News/press_releases/1326223_3534.html). https://press.example/2021/#map=VN/vn-vkist-groundbreaking",
    );
}

#[test]
fn bibtex_is_one_entry() {
    assert_cites(
        Lang::En,
        "vn-vkist-groundbreaking",
        Style::Bibtex,
        "@misc{vn-vkist-groundbreaking,\n  title = {{VKIST groundbreaking at Hoa Lac Hi-tech Park}},\n  howpublished = {ROK-ASEAN cooperation, edition 1},\n  year = {2021},\n  month = jul,\n  url = {https://press.example/2021/#map=VN/vn-vkist-groundbreaking},\n  language = {english},\n  note = {As of 6 July 2021. Entry dated 22 March 2018. Source: KOICA, “KOICA Transfers Korea's Science and Technology Model to Vietnam” (http://www.koica.go.kr/english/board/KOICA\\_News/press\\_releases/1326223\\_3534.html)}\n}",
    );
}

#[test]
fn what_tex_would_run_is_text_in_bibtex() {
    let (mut selection, id) = of(Lang::En, "vn-vkist-groundbreaking");
    selection.dataset.facts[id.0 as usize].title = Text::new("100% of A&B_{c} \\ $5 #1 ~ ^".into(), "".into());
    let entry = citation(&selection, id, Style::Bibtex);
    assert!(
        entry.contains(r"{{100\% of A\&B\_\{c\} \textbackslash{} \$5 \#1 \textasciitilde{} \textasciicircum{}}}"),
        "{entry}"
    );
}

/// As the schema of CSL 1.0.2 has it: known names, and dates as lists of numbers.
#[test]
fn csl_names_only_what_csl_knows_and_dates_as_precise_as_known() {
    const TEXTS: [&str; 9] =
        ["id", "type", "title", "container-title", "version", "URL", "language", "abstract", "note"];
    for (date, parts) in [("2015-12-20", vec![2015, 12, 20]), ("2006-11", vec![2006, 11]), ("1983", vec![1983])] {
        for lang in Lang::ALL {
            let (mut selection, id) = of(lang, "vn-fta-in-force");
            selection.dataset.facts[id.0 as usize].date = Date::parse(date).unwrap();
            let items: Value = serde_json::from_str(&citation(&selection, id, Style::Csl)).expect("JSON");
            let item = items[0].as_object().unwrap();
            assert_eq!(items.as_array().unwrap().len(), 1);
            assert_eq!(item["event-date"], serde_json::json!({ "date-parts": [parts] }));
            assert_eq!(item["issued"], serde_json::json!({ "date-parts": [[2021, 7, 6]] }));
            let rest = item.iter().filter(|(name, _)| !["event-date", "issued"].contains(&name.as_str()));
            assert!(rest.clone().all(|(name, value)| TEXTS.contains(&name.as_str()) && value.is_string()));
            assert_eq!(rest.count(), TEXTS.len());
        }
    }
}

#[test]
fn every_form_carries_title_day_edition_source_and_link() {
    for lang in Lang::ALL {
        for index in 0..DATASET.facts.len() as u32 {
            let (selection, id) = (selection(lang, None, &[]), FactId(index));
            let source = &DATASET[DATASET[id].sources[0]];
            let forms = [Style::Newsroom, Style::Apa].map(|style| citation(&selection, id, style));
            for text in forms.into_iter().chain([quote(&selection, id)]) {
                for part in
                    [DATASET.title.get(lang), "2021", &selection.edition(), &source.title, &selection.link(Some(id))]
                {
                    assert!(text.contains(part), "{text} lacks {part}");
                }
            }
        }
    }
}

#[test]
fn a_map_that_the_address_does_not_know_links_to_its_page() {
    let (mut selection, id) = of(Lang::En, "vn-fta-in-force");
    selection.name.clear();
    assert_eq!(selection.link(Some(id)), "https://press.example/2021/");
    selection.name = "second".to_owned();
    assert_eq!(selection.link(Some(id)), "https://press.example/2021/#second=VN/vn-fta-in-force");
}
