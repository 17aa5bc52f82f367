//! Contrast of every skin, worked out from its colours as WCAG 2.2 defines it.

#[path = "../../../src/bin/press/skins.rs"]
mod table;

use table::{SKINS, TOKENS};

const TEXT: f64 = 4.5;
const PART: f64 = 3.0;

const PAPER: [&str; 2] = ["surface", "raised"];
const PLATE: [&str; 5] = ["sea", "context", "land", "land-selected", "halo"];

/// Relative luminance.
fn luminance(colour: &str) -> f64 {
    let digits: String =
        colour.chars().skip(1).flat_map(|digit| vec![digit; if colour.len() == 4 { 2 } else { 1 }]).collect();
    let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).expect("three or six hexadecimal digits");
    let linear = |part: u8| {
        let share = f64::from(part) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = [0, 2, 4].map(part).map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

fn colour(name: &str, skin: usize) -> &'static str {
    TOKENS.iter().find(|token| token.name == name).unwrap_or_else(|| panic!("no colour {name}")).colours[skin]
}

/// Each of `marks` on each of `grounds`, in every skin.
fn assert_contrast(marks: &[&str], grounds: &[&str], least: f64) {
    for (skin, name) in SKINS.iter().enumerate() {
        for (mark, ground) in marks.iter().flat_map(|mark| grounds.iter().map(move |ground| (mark, ground))) {
            let found = contrast(colour(mark, skin), colour(ground, skin));
            assert!(found >= least, "{name}: {mark} on {ground} is {found:.2}, not {least}");
        }
    }
}

#[test]
fn contrast_is_what_wcag_defines() {
    assert!((contrast("#fff", "#000000") - 21.0).abs() < 1e-9);
    assert!((contrast("#767676", "#ffffff") - 4.54).abs() < 0.005);
}

#[test]
fn text_is_read_on_paper_and_on_bare_land_and_sea() {
    assert_contrast(&["text"], &[&PAPER[..], &PLATE].concat(), TEXT);
    assert_contrast(&["quiet", "accent"], &PAPER, TEXT);
    // What is said while the map is on its way.
    assert_contrast(&["quiet"], &["sea"], TEXT);
}

/// Borders and discs, the mark of the selected country and its arc, the focus ring: on all that they touch.
#[test]
fn lines_are_seen_on_what_they_touch() {
    assert_contrast(&["border", "accent", "focus"], &[&PAPER[..], &PLATE].concat(), PART);
}

/// The pillars' marks, on the page and on the map.
#[test]
fn marks_are_seen_on_what_they_touch() {
    assert_contrast(&["people", "prosperity", "peace"], &[&PAPER[..], &PLATE].concat(), PART);
}

/// Both sheets take every colour from the table: what they name is there, and they type none of their own.
#[test]
fn style_sheets_hold_no_colour_of_their_own() {
    for (sheet, skins) in
        [(include_str!("../../../www/map.css"), table::map()), (include_str!("../../../www/host.css"), table::page())]
    {
        let own = sheet
            .split([' ', ':', ',', '(', ';'])
            .find(|word| word.starts_with('#') || ["rgb", "hsl", "oklch", "white", "black"].contains(word));
        assert_eq!(own, None);
        for part in sheet.split("var(--").skip(1).filter(|part| !part.starts_with("map-")) {
            let name = part.split([')', ',']).next().unwrap_or_default();
            let set = [format!("--{name}: "), format!("--{name}:")]
                .iter()
                .any(|rule| skins.contains(rule) || sheet.contains(rule));
            assert!(set, "--{name} is set nowhere");
        }
    }
}

/// What a sheet's first rule with this mark gives a token, whatever the page sets.
fn given(sheet: &str, mark: &str, name: &str) -> Option<String> {
    let rule = sheet.lines().find(|line| line.contains(mark)).expect("a rule");
    let (_, value) = rule.split_once(&format!("--{name}:"))?;
    let (value, _) = value.split_once(';')?;
    let inner = value.strip_prefix(&format!("var(--map-{name},"));
    Some(inner.map_or(value, |inner| &inner[..inner.len() - 1]).to_owned())
}

/// A page that uses a scheme, and a page that chooses it, get the same colours.
#[test]
fn a_skin_is_the_same_however_it_is_come_by() {
    for (sheet, all) in [(table::map(), TOKENS.len()), (table::page(), 9)] {
        let pair = |name| {
            let [light, dark, both] =
                ["color-scheme: light;", "=dark]", ":not([data-theme])) {"].map(|mark| given(&sheet, mark, name));
            Some((format!("light-dark({},{})", light?, dark?), both?))
        };
        let pairs: Vec<_> = TOKENS.iter().filter_map(|token| pair(token.name)).collect();
        assert_eq!(pairs.len(), all);
        pairs.into_iter().for_each(|(made, found)| assert_eq!(made, found));
    }
}

/// Outside of `@media screen` stands the light skin, and that a reader may have its lines and quiet text as its text.
#[test]
fn paper_is_always_light() {
    for sheet in [table::map(), table::page()] {
        let (before, screen) = sheet.split_once("@media screen {\n").expect("a part for the screen");
        let (_, after) = screen.split_once("\n}\n@media").expect("its end");
        assert_eq!(before.lines().count(), 1);
        assert!(before.contains("color-scheme: light;"));
        assert!(!after.contains('#') && !after.contains("color-scheme"), "{after}");
    }
}

/// Reduced motion needs no rule: nothing moves for anyone.
#[test]
fn nothing_moves() {
    for sheet in [include_str!("../../../www/map.css"), include_str!("../../../www/host.css")] {
        let moving = ["transition", "animation", "@keyframes", "scroll-behavior"];
        assert_eq!(moving.into_iter().find(|word| sheet.contains(word)), None);
    }
}
