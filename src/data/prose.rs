//! What a text of the dataset may contain.

use super::{
    At, Kind,
    normal::{is_composed, is_ignorable, is_unseen},
    toponym::toponym,
};
use crate::model::{Date, Lang, Text};

/// One text in whatever language: something to see, nothing that hides, no mark-up. Scripts of ASEAN's countries need
/// the signs that join letters and part them.
pub fn line(at: &At) -> Box<str> {
    at.text(|text| flaw(text, |char| hides(char) && !matches!(char, '\u{200c}' | '\u{200d}'))).into()
}

fn flaw(text: &str, hides: impl Fn(char) -> bool) -> Option<Kind> {
    if is_unseen(text) {
        return Some(Kind::Empty);
    }
    if let Some(instead) = toponym(text) {
        return Some(Kind::Toponym { instead });
    }
    if let Some(hidden) = text.chars().find(|char| hides(*char)) {
        return Some(Kind::Hidden { code: hidden as u32 });
    }
    if has_markup(text) {
        return Some(Kind::Markup);
    }
    (!is_composed(text)).then_some(Kind::NotComposed)
}

/// A name or label in both languages, at most `most` characters in each.
pub fn name(at: &At, most: usize) -> Text {
    at.fields(&["en", "ko"]);
    let read = |at: &At| at.text(|text| flaw(text, hides).or_else(|| too_long(text, most))).into();
    Text::new(at.read("en", read), at.read("ko", read))
}

/// Sentences in both languages; neither may be a copy of the other.
pub fn prose(at: &At, most: usize) -> Text {
    let before = at.noted();
    let text = name(at, most);
    let alike = {
        let [en, ko] = Lang::ALL.map(|lang| text.get(lang));
        en == ko && !en.is_empty()
    };
    at.rule(|| (alike && at.noted() == before).then_some(Kind::Untranslated));
    text
}

fn too_long(text: &str, most: usize) -> Option<Kind> {
    let found = text.chars().count();
    (found > most).then_some(Kind::TooLong { found, most })
}

/// Controls, and the characters that reorder or hide text (Unicode TR9 and TR36).
pub fn hides(char: char) -> bool {
    char.is_control()
        || is_ignorable(char)
        || matches!(char, '\u{2028}'..='\u{2029}' | '\u{2800}' | '\u{fff9}'..='\u{fffb}')
}

/// A tag, a comment or a character reference.
fn has_markup(text: &str) -> bool {
    let after = |mark: char, starts: fn(char) -> bool| {
        text.match_indices(mark).any(|(at, _)| text[at + 1..].starts_with(starts))
    };
    let is_reference = |(at, _): (usize, &str)| {
        let rest = &text[at + 1..];
        let name = rest.split(';').next().unwrap_or_default();
        name.len() < rest.len()
            && !name.is_empty()
            && name.bytes().all(|byte| byte == b'#' || byte.is_ascii_alphanumeric())
    };
    after('<', |next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?'))
        || text.match_indices('&').any(is_reference)
}

/// A calendar date, none later than `as_of`.
pub fn date(at: &At, as_of: Option<Date>) -> Date {
    let broken = |text: &str| match (Date::parse(text), as_of) {
        (None, _) => Some(Kind::NotDate { day: false }),
        (Some(date), Some(as_of)) if date.is_after(as_of) => Some(Kind::Late { as_of }),
        _ => None,
    };
    Date::parse(at.text(broken)).unwrap_or_default()
}

/// A calendar date known to the day.
pub fn day(at: &At) -> Date {
    let to_the_day = |text: &str| Date::parse(text).is_some_and(|date| date.day().is_some());
    Date::parse(at.text(|text| (!to_the_day(text)).then_some(Kind::NotDate { day: true }))).unwrap_or_default()
}

/// A language tag of the form of BCP 47.
pub fn tag(at: &At) -> Box<str> {
    at.text(|text| (!is_tag(text)).then_some(Kind::NotLang)).into()
}

fn is_tag(text: &str) -> bool {
    let subtag = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let primary = text.split('-').next().unwrap_or_default();
    (2..=3).contains(&primary.len())
        && primary.bytes().all(|byte| byte.is_ascii_lowercase())
        && text.split('-').all(subtag)
}

/// An absolute http or https address without credentials.
pub fn url(at: &At) -> Box<str> {
    at.text(flaw_of_url).into()
}

fn flaw_of_url(text: &str) -> Option<Kind> {
    let begins = |scheme: &&str| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let Some(scheme) = ["https://", "http://"].into_iter().find(begins) else { return Some(Kind::NotUrl) };
    let authority = text[scheme.len()..].split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        return Some(Kind::Credentials);
    }
    let odd = |char: char| char.is_whitespace() || hides(char) || matches!(char, '<' | '>' | '"' | '\\');
    (authority.is_empty() || authority.starts_with(':') || text.contains(odd)).then_some(Kind::NotUrl)
}

/// Degrees in hundredths, within what the map shows.
pub fn degrees(at: &At, least: i32, most: i32) -> i32 {
    let inside = |number: &str| {
        let number: f64 = number.parse().unwrap_or(f64::INFINITY);
        number >= f64::from(least) && number <= f64::from(most)
    };
    hundredths(at.number(|number| match number {
        _ if !inside(number) => Some(Kind::OffMap { least, most }),
        _ if number.contains(['e', 'E']) => Some(Kind::NotDecimal),
        _ => None,
    }))
}

/// A decimal number in hundredths, to the nearest.
pub fn hundredths(number: &str) -> i32 {
    let (mut thousandths, mut places) = (0, 0);
    for byte in number.bytes() {
        if byte == b'.' {
            places = 1;
        } else if byte != b'-' && places < 4 {
            thousandths = thousandths * 10 + i32::from(byte & 15);
            places += i32::from(places > 0);
        }
    }
    for _ in places.max(1)..4 {
        thousandths *= 10;
    }
    let hundredths = (thousandths + 5) / 10;
    if number.starts_with('-') { -hundredths } else { hundredths }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_hundredths() {
        let cases = [
            ("0", 0),
            ("131.8665", 13187),
            ("131.864", 13186),
            ("131.8", 13180),
            ("-11", -1100),
            ("-0.005", -1),
            ("0.004", 0),
            ("92.0000000000000000000001", 9200),
        ];
        for (number, value) in cases {
            assert_eq!(hundredths(number), value, "{number}");
        }
    }
}
