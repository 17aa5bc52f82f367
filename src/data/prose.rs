//! What a text of the dataset may contain.

use super::{At, Kind};
use crate::model::{Date, Text};

/// Names of the sea east of Korea and of Dokdo that no text may use, each with the name to write.
/// The rule is the office's: 동해/East Sea and 독도/Dokdo.
const TOPONYMS: [(&str, &str); 9] = [
    ("sea of japan", "East Sea"),
    ("japan sea", "East Sea"),
    ("일본해", "동해"),
    ("日本海", "동해"),
    ("takeshima", "Dokdo"),
    ("다케시마", "독도"),
    ("竹島", "독도"),
    ("liancourt", "Dokdo"),
    ("리앙쿠르", "독도"),
];

/// The name to write in place of a forbidden one that the text uses.
pub fn toponym(text: &str) -> Option<&'static str> {
    TOPONYMS.iter().find(|(wrong, _)| contains(text, wrong)).map(|(_, right)| *right)
}

fn contains(text: &str, lower_case: &str) -> bool {
    text.as_bytes().windows(lower_case.len()).any(|part| part.eq_ignore_ascii_case(lower_case.as_bytes()))
}

/// One text: not blank, nothing that hides, no mark-up.
pub fn line(at: &At) -> Option<Box<str>> {
    let text = at.text()?;
    if text.trim().is_empty() {
        return at.issue(Kind::Empty);
    }
    if let Some(hidden) = text.chars().find(|char| hides(*char)) {
        return at.issue(Kind::Hidden { code: hidden as u32 });
    }
    if has_markup(text) {
        return at.issue(Kind::Markup);
    }
    match toponym(text) {
        Some(instead) => at.issue(Kind::Toponym { instead }),
        None => Some(text.into()),
    }
}

/// A name or label in both languages, at most `most` characters in each.
pub fn name(at: &At, most: usize) -> Option<Text> {
    let fields = at.fields(&["en", "ko"])?;
    let read = |at: &At| line(at).and_then(|text| within(at, text, most));
    let (en, ko) = (fields.read("en", read), fields.read("ko", read));
    Some(Text { en: en?, ko: ko? })
}

/// Sentences in both languages; neither may be a copy of the other.
pub fn prose(at: &At, most: usize) -> Option<Text> {
    let text = name(at, most)?;
    if text.en == text.ko { at.issue(Kind::Untranslated) } else { Some(text) }
}

fn within(at: &At, text: Box<str>, most: usize) -> Option<Box<str>> {
    let found = text.chars().count();
    if found > most { at.issue(Kind::TooLong { found, most }) } else { Some(text) }
}

/// Controls, and the characters that reorder or hide text (Unicode TR9 and TR36).
pub fn hides(char: char) -> bool {
    char.is_control()
        || matches!(char, '\u{61c}' | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
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
pub fn date(at: &At, as_of: Option<Date>) -> Option<Date> {
    let text = at.text()?;
    let Some(date) = Date::parse(text) else { return at.issue(Kind::NotDate { day: false }) };
    match as_of {
        Some(as_of) if date.is_after(as_of) => at.issue(Kind::Late { as_of }),
        _ => Some(date),
    }
}

/// A calendar date known to the day.
pub fn day(at: &At) -> Option<Date> {
    let date = Date::parse(at.text()?).filter(|date| date.day().is_some());
    date.or_else(|| at.issue(Kind::NotDate { day: true }))
}

/// A language tag of the form of BCP 47.
pub fn tag(at: &At) -> Option<Box<str>> {
    let text = at.text()?;
    let subtag = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let primary = text.split('-').next().unwrap_or_default();
    let well_formed = (2..=3).contains(&primary.len())
        && primary.bytes().all(|byte| byte.is_ascii_lowercase())
        && text.split('-').all(subtag);
    if well_formed { Some(text.into()) } else { at.issue(Kind::NotLang) }
}

/// An absolute http or https address without credentials.
pub fn url(at: &At) -> Option<Box<str>> {
    let text = at.text()?;
    let scheme = ["https://", "http://"]
        .into_iter()
        .find(|scheme| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    let Some(scheme) = scheme else { return at.issue(Kind::NotUrl) };
    let authority = text[scheme.len()..].split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        return at.issue(Kind::Credentials);
    }
    let odd = |char: char| char.is_whitespace() || hides(char) || matches!(char, '<' | '>' | '"' | '\\');
    if authority.is_empty() || authority.starts_with(':') || text.contains(odd) {
        at.issue(Kind::NotUrl)
    } else {
        Some(text.into())
    }
}
