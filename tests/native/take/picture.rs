//! Pictures: nothing stands outside the sheet, and the words in it are those that every file carries.

use super::selection;
use rok_asean_map::{
    model::{Lang, Text},
    write::{
        caption::{alt, title},
        png::labelled,
        sheet::{Format, Ink, Mark, Sheet, sheet},
        svg::svg,
    },
};
use std::fs;

/// The light skin.
const COLOURS: [&str; 11] =
    ["#1e2124", "#464c53", "#fff", "#d6dde4", "#5b6c7d", "#0b50d0", "#fff", "#e8f0f8", "#dce5ee", "#c5d4e3", "#bcd5ff"];

const FORMATS: [(Format, &str); 3] = [(Format::Wide, "wide"), (Format::Square, "square"), (Format::Seen(390), "seen")];

fn drawn(lang: Lang, country: Option<&str>, format: Format) -> (Sheet, String) {
    let selection = selection(lang, country, &["vn-fta-in-force"]);
    let sheet = sheet(&selection, format, &COLOURS, "Pretendard GOV");
    let text = svg(&sheet, lang.tag(), &title(&selection), &alt(&selection));
    (sheet, text)
}

#[test]
fn no_line_of_text_leaves_the_sheet() {
    for lang in Lang::ALL {
        for country in [None, Some("VN"), Some("KR"), Some("ID"), Some("BN"), Some("KH")] {
            for (format, name) in FORMATS {
                let (sheet, text) = drawn(lang, country, format);
                if let Some(folder) = option_env!("PICTURES") {
                    let code = country.unwrap_or("all");
                    fs::write(format!("{folder}/{name}-{code}-{}.svg", lang.tag()), text).unwrap();
                }
                for mark in &sheet.marks {
                    if let Mark::Text(text) = mark {
                        let inside = text.x >= 0.
                            && text.x < sheet.width.into()
                            && text.y > 0.
                            && text.y < f64::from(sheet.height) - 8.;
                        assert!(inside, "{} at {}, {}", text.text, text.x, text.y);
                    }
                }
            }
        }
    }
}

#[test]
fn the_longest_titles_stand_whole_and_nothing_lies_on_them() {
    let long = [
        "Cooperation of the Republic of Korea with the ten states of ASEAN 2021",
        "대한민국과 동남아시아국가연합 열 개 회원국이 사람과 번영과 평화를 위해 함께 걸어온 협력의 길과 모든 기록을 한눈에 보는 지도",
    ];
    let title_of = Text::new(long[0].into(), long[1].into());
    for (lang, long) in Lang::ALL.into_iter().zip(long) {
        assert_eq!(long.chars().count(), 70);
        let mut selection = selection(lang, None, &["vn-fta-in-force"]);
        (selection.dataset.title, selection.dataset.release.title) = (title_of.clone(), title_of.clone());
        for (format, name) in FORMATS {
            let sheet = sheet(&selection, format, &COLOURS, "");
            assert_eq!(words(&sheet).matches(long).count(), 2, "{name}: {}", words(&sheet));
            // What is set on a ground of its own, and not among the names on the map.
            let lines =
                sheet.marks.iter().filter_map(|mark| if let Mark::Text(text) = mark { Some(text) } else { None });
            let mut lines: Vec<_> = lines.filter(|line| line.halo.is_none()).collect();
            lines.sort_by(|one, other| one.y.total_cmp(&other.y));
            for pair in lines.windows(2).filter(|pair| pair[0].x == pair[1].x) {
                let apart = pair[1].y - pair[0].y;
                assert!(apart >= pair[1].size, "{name}: {} over {}", pair[0].text, pair[1].text);
            }
        }
    }
}

/// All words of a sheet, as they are read.
fn words(sheet: &Sheet) -> String {
    let texts =
        sheet.marks.iter().filter_map(|mark| if let Mark::Text(text) = mark { Some(&*text.text) } else { None });
    texts.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_picture_says_what_it_is_of_when_and_from_where() {
    for (format, _) in FORMATS {
        let (sheet, _) = drawn(Lang::En, Some("VN"), format);
        let words = words(&sheet);
        for part in [
            "ROK-ASEAN cooperation",
            "Socialist Republic of Viet Nam",
            "As of 6 July 2021 · edition 1",
            "Source: ",
            "Natural Earth",
            "position.",
        ] {
            assert!(words.contains(part), "{format:?} lacks {part}: {words}");
        }
        assert!(words.replace(' ', "").contains("https://press.example/2021/#map=VN"), "{words}");
    }
    let (sheet, _) = drawn(Lang::Ko, Some("VN"), Format::Wide);
    for part in ["한-아세안 협력", "베트남사회주의공화국", "2021년 7월 6일 기준", "출처: ", "외교관계"]
    {
        assert!(words(&sheet).contains(part), "{part}");
    }
}

#[test]
fn the_alt_text_says_what_is_drawn() {
    let told = alt(&selection(Lang::En, Some("VN"), &["vn-fta-in-force"]));
    assert!(
        told.starts_with(
            "ROK-ASEAN cooperation: Socialist Republic of Viet Nam. Map of 11 countries: Brunei Darussalam, Cambodia, "
        ),
        "{told}"
    );
    assert!(told.contains(". Marked: Viet Nam, capital Ha Noi, a line to Seoul. Capital: Ha Noi. Diplomatic relations: The ROK and Viet Nam"), "{told}");
    assert!(told.ends_with("https://press.example/2021/#map=VN"), "{told}");
    let told = alt(&selection(Lang::Ko, Some("KR"), &[]));
    assert!(told.contains("11개국 지도: 브루나이, ") && told.contains("표시된 국가: 한국, 수도 서울. "), "{told}");
}

#[test]
fn what_a_page_puts_into_a_picture_stays_text() {
    let mut hostile = selection(Lang::En, None, &[]);
    hostile.page = "https://x.example/?<script>&\"".to_owned();
    let sheet = sheet(&hostile, Format::Wide, &["\"/><script>"; 11], "\"><script>");
    let text = svg(&sheet, "en", &title(&hostile), &alt(&hostile));
    assert!(!text.contains("<script") && Ink::NAMES.len() == COLOURS.len());
}

#[test]
fn a_png_keeps_its_words_and_its_pixels() {
    let bare = [
        b"\x89PNG\r\n\x1a\n".as_slice(),
        &[0, 0, 0, 13],
        b"IHDR",
        &[0; 17],
        &[0, 0, 0, 0],
        b"IEND",
        &[0xae, 0x42, 0x60, 0x82],
    ]
    .concat();
    let full = labelled(&bare, &[("Title", "베트남")]).unwrap();
    assert_eq!((&full[..33], &full[full.len() - 12..]), (&bare[..33], &bare[33..]));
    assert_eq!(&full[37..41], b"iTXt");
    assert!(full.windows(9).any(|part| part == "베트남".as_bytes()));
}
