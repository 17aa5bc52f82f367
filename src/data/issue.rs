//! What is wrong with a dataset, where, and how to mend it, in words.

use super::{
    at::Type,
    names::Target,
    sentences::{self as say, Words, target_name, type_name},
    slip::Slip,
};
use crate::model::{Date, Lang, Notice, Text};

/// One broken rule and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Issue {
    /// `facts[3].title.en`, or `$` for the whole file.
    pub path: String,
    pub kind: Kind,
}

/// What can be wrong with a dataset or with loading one.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// The text is not JSON; line and column count from 1.
    Syntax {
        line: usize,
        column: usize,
        slip: Slip,
    },
    Type {
        wanted: Type,
        found: Type,
    },
    Missing {
        field: &'static str,
    },
    /// A field that the format does not have, and the one that was most likely meant.
    Unknown {
        near: Option<&'static str>,
    },
    /// A field or a source id given twice.
    Doubled,
    /// A format version that this build cannot read.
    Schema {
        newer: bool,
    },
    Empty,
    NotKebab,
    IdTaken {
        id: String,
    },
    NoSuch {
        target: Target,
        id: String,
    },
    /// The initiative stands under one pillar, the item under another.
    WrongPillar {
        belongs: &'static str,
        given: &'static str,
    },
    /// Not a calendar date; `day` where the day must be known.
    NotDate {
        day: bool,
    },
    Late {
        as_of: Date,
    },
    OutOfOrder,
    /// Lengths in characters.
    TooLong {
        found: usize,
        most: usize,
    },
    Untranslated,
    /// A control or invisible character, by its code point.
    Hidden {
        code: u32,
    },
    Markup,
    /// A letter and its marks, or the parts of a syllable, one by one (NFD).
    NotComposed,
    Toponym {
        instead: &'static str,
    },
    NotUrl,
    Credentials,
    NoShape {
        code: String,
    },
    NoCountries,
    NotAllPillars,
    NoSource,
    Unused,
    NotOneOf {
        allowed: Vec<&'static str>,
    },
    NotLang,
    NotCountryCode,
    /// A number with an exponent.
    NotDecimal,
    /// Degrees outside the map.
    OffMap {
        least: i32,
        most: i32,
    },
    /// The network failed, or the page's Content-Security-Policy forbids the host.
    Unreachable,
    HttpStatus {
        status: u16,
    },
    /// The most that is read, in bytes.
    TooLarge {
        limit: usize,
    },
    /// The file is not UTF-8.
    NotText,
    /// A value from JavaScript that is not plain JSON data.
    NotPlain,
}

impl Issue {
    /// An issue of the file as a whole.
    pub fn of_file(kind: Kind) -> Issue {
        Issue { path: "$".to_owned(), kind }
    }

    /// The kind of issue, for programs: kebab-case and stable.
    pub fn code(&self) -> &'static str {
        self.kind.words(Lang::En).0
    }

    /// The issue in the words of every language.
    pub fn notice(&self) -> Notice {
        let [en, ko] = Lang::ALL.map(|lang| self.message(lang).into_boxed_str());
        Notice { path: self.path.as_str().into(), message: Text::new(en, ko) }
    }

    /// What is wrong and how to mend it.
    pub fn message(&self, lang: Lang) -> String {
        let (_, words, values) = self.kind.words(lang);
        fill(words[lang as usize], &values)
    }
}

impl Kind {
    /// Its code, its sentence, and what stands for `{0}`, `{1}` and so on.
    fn words(&self, lang: Lang) -> (&'static str, Words, Vec<String>) {
        let none = Vec::new();
        let said = |words: Words| words[lang as usize].to_owned();
        match self {
            Kind::Syntax { line, column, slip } => {
                let place = [line, column].map(ToString::to_string);
                ("syntax", slip.words(), [&place[..], &slip.found()].concat())
            }
            Kind::Type { wanted, found } => {
                ("wrong-type", say::TYPE, vec![said(type_name(*wanted)), said(type_name(*found))])
            }
            Kind::Missing { field } => ("missing-field", say::MISSING, vec![field.to_string()]),
            Kind::Unknown { near: Some(near) } => ("unknown-field", say::UNKNOWN_NEAR, vec![near.to_string()]),
            Kind::Unknown { near: None } => ("unknown-field", say::UNKNOWN, none),
            Kind::Doubled => ("doubled-field", say::DOUBLED, none),
            Kind::Schema { newer: true } => ("schema", say::SCHEMA_NEWER, none),
            Kind::Schema { newer: false } => ("schema", say::SCHEMA, none),
            Kind::Empty => ("empty", say::EMPTY, none),
            Kind::NotKebab => ("not-kebab-case", say::NOT_KEBAB, none),
            Kind::IdTaken { id } => ("id-taken", say::ID_TAKEN, vec![quotable(id)]),
            Kind::NoSuch { target, id } => ("no-such", say::NO_SUCH, vec![said(target_name(*target)), quotable(id)]),
            Kind::WrongPillar { belongs, given } => {
                ("wrong-pillar", say::WRONG_PILLAR, vec![belongs.to_string(), given.to_string()])
            }
            Kind::NotDate { day: true } => ("not-a-date", say::NOT_DAY, none),
            Kind::NotDate { day: false } => ("not-a-date", say::NOT_DATE, none),
            Kind::Late { as_of } => ("late", say::LATE, vec![as_of.to_string()]),
            Kind::OutOfOrder => ("out-of-order", say::OUT_OF_ORDER, none),
            Kind::TooLong { found, most } => ("too-long", say::TOO_LONG, vec![found.to_string(), most.to_string()]),
            Kind::Untranslated => ("untranslated", say::UNTRANSLATED, none),
            Kind::Hidden { code } => ("hidden-character", say::HIDDEN, vec![hex(*code)]),
            Kind::Markup => ("markup", say::MARKUP, none),
            Kind::NotComposed => ("not-composed", say::NOT_COMPOSED, none),
            Kind::Toponym { instead } => ("toponym", say::TOPONYM, vec![instead.to_string()]),
            Kind::NotUrl => ("not-a-url", say::NOT_URL, none),
            Kind::Credentials => ("credentials", say::CREDENTIALS, none),
            Kind::NoShape { code } => ("no-shape", say::NO_SHAPE, vec![quotable(code)]),
            Kind::NoCountries => ("no-countries", say::NO_COUNTRIES, none),
            Kind::NotAllPillars => ("pillars", say::NOT_ALL_PILLARS, none),
            Kind::NoSource => ("no-source", say::NO_SOURCE, none),
            Kind::Unused => ("unused-source", say::UNUSED, none),
            Kind::NotOneOf { allowed } => ("not-one-of", say::NOT_ONE_OF, vec![allowed.join(", ")]),
            Kind::NotLang => ("not-a-language", say::NOT_LANG, none),
            Kind::NotCountryCode => ("not-a-country-code", say::NOT_COUNTRY_CODE, none),
            Kind::NotDecimal => ("not-decimal", say::NOT_DECIMAL, none),
            Kind::OffMap { least, most } => ("off-map", say::OFF_MAP, vec![least.to_string(), most.to_string()]),
            Kind::Unreachable => ("unreachable", say::UNREACHABLE, none),
            Kind::HttpStatus { status } => ("http-status", say::HTTP_STATUS, vec![status.to_string()]),
            Kind::TooLarge { limit } => ("too-large", say::TOO_LARGE, vec![(limit >> 20).to_string()]),
            Kind::NotText => ("not-text", say::NOT_TEXT, none),
            Kind::NotPlain => ("not-plain", say::NOT_PLAIN, none),
        }
    }
}

/// What a dataset gave, as a message can repeat it: short, nothing hidden, no forbidden name.
pub fn quotable(given: &str) -> String {
    if super::toponym(given).is_some() {
        return "…".to_owned();
    }
    let mut chars = given.chars();
    let mut short: String =
        chars.by_ref().take(60).map(|char| if super::prose::hides(char) { '�' } else { char }).collect();
    short.extend(chars.next().map(|_| '…'));
    short
}

/// A character as it can be shown in a sentence.
pub fn shown(char: char) -> String {
    if super::prose::hides(char) || char.is_whitespace() {
        ["U+", &hex(char as u32)].concat()
    } else {
        char.to_string()
    }
}

/// At least four hexadecimal digits, as code points are written.
fn hex(code: u32) -> String {
    let digits = (0..6).rev().skip_while(|place| *place > 3 && code >> (place * 4) == 0);
    digits
        .filter_map(|place| char::from_digit(code >> (place * 4) & 15, 16))
        .map(|digit| digit.to_ascii_uppercase())
        .collect()
}

/// Puts `values` in place of `{0}`, `{1}` and so on; what a value holds is not looked at.
fn fill(template: &str, values: &[String]) -> String {
    let mut parts = template.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (index, rest) = part.split_at(1);
        let value = index.bytes().next().and_then(|digit| values.get(usize::from(digit.wrapping_sub(b'0'))));
        filled.push_str(value.map(String::as_str).unwrap_or_default());
        filled.push_str(rest.strip_prefix('}').unwrap_or(rest));
    }
    filled
}
