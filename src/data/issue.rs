//! What is wrong with a dataset, where, and how to mend it, in words.

use super::{at::Type, names::Target, syntax::Slip};
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
        let (_, en, ko, values) = self.kind.words(lang);
        fill(if lang == Lang::Ko { ko } else { en }, &values)
    }
}

/// Code, English, Korean, and what stands for `{0}` and `{1}`.
type Words = (&'static str, &'static str, &'static str, Vec<String>);

impl Kind {
    /// The one place where issues are worded. Korean values stand in quotes or before a noun: their last sound,
    /// and with it the particle, is unknown.
    fn words(&self, lang: Lang) -> Words {
        let none = Vec::new;
        match self {
            Kind::Syntax { line, column, slip } => {
                let (en, ko) = match slip {
                    Slip::Comment => (
                        "Line {0}, column {1}: JSON has no comments. Delete the comment.",
                        "{0}행 {1}열: JSON에는 주석을 쓸 수 없습니다. 주석을 지우십시오.",
                    ),
                    Slip::TrailingComma => (
                        "Line {0}, column {1}: there is a comma after the last item. Delete that comma.",
                        "{0}행 {1}열: 마지막 항목 뒤에 쉼표가 있습니다. 그 쉼표를 지우십시오.",
                    ),
                    Slip::Ended => (
                        "Line {0}, column {1}: the file ends too early. Close every quotation mark and bracket, or copy the whole file again.",
                        "{0}행 {1}열: 파일이 중간에 끝났습니다. 따옴표와 괄호를 모두 닫거나 파일 전체를 다시 복사하십시오.",
                    ),
                    Slip::LineEnded => (
                        "Line {0}, column {1}: the line ends inside a text. Close the quotation mark, or write \\n for a line break.",
                        "{0}행 {1}열: 글이 끝나기 전에 줄이 바뀌었습니다. 따옴표를 닫거나, 줄바꿈은 \\n으로 쓰십시오.",
                    ),
                    Slip::Found(_) => (
                        "Line {0}, column {1}: the file cannot be read from the character {2} on. Check the quotation marks (only straight ones, \"), commas and brackets there and just before.",
                        "{0}행 {1}열: {2} 문자부터 읽을 수 없습니다. 그 자리와 바로 앞의 따옴표(곧은 따옴표 \"만 가능), 쉼표, 괄호를 확인하십시오.",
                    ),
                };
                let found = if let Slip::Found(char) = slip { shown(*char) } else { String::new() };
                ("syntax", en, ko, vec![line.to_string(), column.to_string(), found])
            }
            Kind::Type { wanted, found } => (
                "wrong-type",
                "This must be {0}, but it is {1}. Write {0} here.",
                "값의 종류가 다릅니다. 필요한 종류: {0}, 지금 종류: {1}. 필요한 종류로 바꾸십시오.",
                vec![type_name(*wanted, lang), type_name(*found, lang)],
            ),
            Kind::Missing { field } => (
                "missing-field",
                "The field “{0}” is missing. Add it.",
                "“{0}” 항목이 빠졌습니다. 추가하십시오.",
                vec![(*field).to_owned()],
            ),
            Kind::Unknown { near: Some(near) } => (
                "unknown-field",
                "The format has no such field. Did you mean “{0}”? Correct the name, or delete the field.",
                "형식에 없는 항목입니다. “{0}” 항목을 쓰려던 것인가요? 이름을 고치거나 항목을 지우십시오.",
                vec![(*near).to_owned()],
            ),
            Kind::Unknown { near: None } => (
                "unknown-field",
                "The format has no such field. Delete it, or correct its name.",
                "형식에 없는 항목입니다. 지우거나 이름을 고치십시오.",
                none(),
            ),
            Kind::Doubled => (
                "doubled-field",
                "This name is given twice in the same object. Keep one of the two.",
                "같은 이름의 항목이 두 번 나옵니다. 하나만 남기십시오.",
                none(),
            ),
            Kind::Schema { newer: true } => (
                "schema",
                "This file has a newer format than this map can read. Update the map, or save the file in format 1.",
                "이 지도가 읽을 수 있는 것보다 새로운 형식의 파일입니다. 지도를 새 판으로 바꾸거나 파일을 형식 1로 저장하십시오.",
                none(),
            ),
            Kind::Schema { newer: false } => {
                ("schema", "There is no such format version. Write 1.", "없는 형식 번호입니다. 1로 쓰십시오.", none())
            }
            Kind::Empty => {
                ("empty", "This text is empty. Fill it in.", "내용이 비어 있습니다. 내용을 채우십시오.", none())
            }
            Kind::NotKebab => (
                "not-kebab-case",
                "An id has only lower-case letters a to z, digits and single hyphens between them, as in “green-growth-2021”. Rewrite it so.",
                "식별자에는 영문 소문자와 숫자, 그 사이의 붙임표 하나만 쓸 수 있습니다(예: “green-growth-2021”). 이에 맞게 고치십시오.",
                none(),
            ),
            Kind::IdTaken { id } => (
                "id-taken",
                "An earlier item has the id “{0}” already. Give this one an id of its own.",
                "앞의 항목이 이미 “{0}” 식별자를 쓰고 있습니다. 다른 식별자를 붙이십시오.",
                vec![quotable(id)],
            ),
            Kind::NoSuch { target, id } => (
                "no-such",
                "There is no {0} “{1}” in this file. Correct the spelling, or add the {0}.",
                "이 파일에 “{1}” {0} 정보가 없습니다. 철자를 고치거나 해당 {0} 정보를 추가하십시오.",
                vec![target_name(*target, lang), quotable(id)],
            ),
            Kind::WrongPillar { belongs, given } => (
                "wrong-pillar",
                "This initiative belongs to the pillar “{0}”, but the pillar given here is “{1}”. Change one of the two.",
                "이 사업은 “{0}” 분야에 속하지만 여기에 적힌 분야는 “{1}” 값입니다. 둘 중 하나를 고치십시오.",
                vec![(*belongs).to_owned(), (*given).to_owned()],
            ),
            Kind::NotDate { day: true } => (
                "not-a-date",
                "This is not a calendar date with its day. Write one such as “2021-07-06”.",
                "일까지 적은 실제 날짜가 아닙니다. “2021-07-06” 형식으로 쓰십시오.",
                none(),
            ),
            Kind::NotDate { day: false } => (
                "not-a-date",
                "This is not a calendar date. Write one such as “2021-07-06”, “2021-07” or “2021”.",
                "실제 날짜가 아닙니다. “2021-07-06”, “2021-07”, “2021” 같은 형식으로 쓰십시오.",
                none(),
            ),
            Kind::Late { as_of } => (
                "late",
                "This date is later than “asOf”, {0}. Correct the date, or move “asOf”.",
                "“asOf” 기준일({0})보다 늦은 날짜입니다. 날짜를 고치거나 기준일을 늦추십시오.",
                vec![as_of.to_string()],
            ),
            Kind::OutOfOrder => (
                "out-of-order",
                "The milestones are not in order of date. Put the earliest first.",
                "주요 연혁이 날짜순이 아닙니다. 이른 것부터 순서대로 놓으십시오.",
                none(),
            ),
            Kind::TooLong { found, most } => (
                "too-long",
                "This text has {0} characters, and {1} is the most that fits. Shorten it.",
                "글자 수가 {0}자로, 최대 {1}자를 넘습니다. 줄이십시오.",
                vec![found.to_string(), most.to_string()],
            ),
            Kind::Untranslated => (
                "untranslated",
                "The English and the Korean text are the same. Translate one of them.",
                "영어와 한국어 내용이 똑같습니다. 둘 중 하나를 번역하십시오.",
                none(),
            ),
            Kind::Hidden { code } => (
                "hidden-character",
                "This text holds an invisible character, U+{0}. Delete it, or type the text again.",
                "보이지 않는 문자(U+{0})가 들어 있습니다. 지우거나 글을 다시 입력하십시오.",
                vec![hex(*code)],
            ),
            Kind::Markup => (
                "markup",
                "This text holds mark-up, such as “<b>” or “&amp;”. Write plain text.",
                "“<b>”, “&amp;” 같은 마크업이 들어 있습니다. 일반 글로만 쓰십시오.",
                none(),
            ),
            Kind::Toponym { instead } => (
                "toponym",
                "This text uses a place name that the ministry does not use. Write “{0}”.",
                "외교부가 쓰지 않는 지명이 들어 있습니다. 올바른 표기: “{0}”.",
                vec![(*instead).to_owned()],
            ),
            Kind::NotUrl => (
                "not-a-url",
                "This is not a full web address. Write one that begins with https:// or http://, or null if the source is not online.",
                "완전한 웹 주소가 아닙니다. https:// 또는 http://로 시작하는 주소를 쓰고, 온라인에 없는 출처이면 null로 쓰십시오.",
                none(),
            ),
            Kind::Credentials => (
                "credentials",
                "This address holds a user name or password. Delete everything between “//” and “@”, and the “@”.",
                "주소에 사용자 이름이나 비밀번호가 들어 있습니다. “//” 다음부터 “@” 기호까지 지우십시오.",
                none(),
            ),
            Kind::NoShape { code } => (
                "no-shape",
                "The map has no shape for the country “{0}”. Remove the country, or ask for a map that draws it.",
                "지도에 “{0}” 국가의 도형이 없습니다. 해당 국가를 빼거나, 그 국가가 그려진 지도를 요청하십시오.",
                vec![quotable(code)],
            ),
            Kind::NoCountries => (
                "no-countries",
                "There is no country to show. Add at least one.",
                "표시할 국가가 없습니다. 하나 이상 추가하십시오.",
                none(),
            ),
            Kind::NotAllPillars => (
                "pillars",
                "The pillars must be “people”, “prosperity” and “peace”, each once. Add or remove what differs.",
                "분야는 “people”, “prosperity”, “peace” 셋이 하나씩 있어야 합니다. 빠진 것은 더하고 겹친 것은 빼십시오.",
                none(),
            ),
            Kind::NoSource => (
                "no-source",
                "No source is given. Name at least one.",
                "출처가 없습니다. 하나 이상 적으십시오.",
                none(),
            ),
            Kind::Unused => (
                "unused-source",
                "Nothing refers to this source. Name it where it is used, or delete it.",
                "아무 데서도 쓰지 않는 출처입니다. 쓰는 곳에 적거나 지우십시오.",
                none(),
            ),
            Kind::NotOneOf { allowed } => (
                "not-one-of",
                "This value is not allowed here. Choose one of: {0}.",
                "여기에 쓸 수 없는 값입니다. 다음 중 하나를 고르십시오: {0}.",
                vec![allowed.join(", ")],
            ),
            Kind::NotLang => (
                "not-a-language",
                "This is not a language tag. Write one such as “en”, “ko” or “zh-Hans”.",
                "언어 태그가 아닙니다. “en”, “ko”, “zh-Hans” 같은 태그를 쓰십시오.",
                none(),
            ),
            Kind::NotCountryCode => (
                "not-a-country-code",
                "A country code is two capital letters, as in “VN”. Write the country's ISO 3166 code.",
                "국가 코드는 “VN”처럼 영문 대문자 두 자입니다. 해당 국가의 ISO 3166 코드를 쓰십시오.",
                none(),
            ),
            Kind::NotDecimal => (
                "not-decimal",
                "This number has an exponent. Write it with digits and a decimal point only, as in “131.87”.",
                "지수로 적은 숫자입니다. “131.87”처럼 숫자와 소수점으로만 쓰십시오.",
                none(),
            ),
            Kind::OffMap { least, most } => (
                "off-map",
                "This place lies outside the map, which shows {0} to {1} degrees. Correct the number; west and south are negative.",
                "지도 밖의 위치입니다. 지도의 범위는 {0}도에서 {1}도까지입니다. 숫자를 고치십시오. 서경과 남위는 음수입니다.",
                vec![least.to_string(), most.to_string()],
            ),
            Kind::Unreachable => (
                "unreachable",
                "The file could not be fetched. Check the address and the connection, and that the page's Content-Security-Policy allows the host under connect-src.",
                "파일을 가져오지 못했습니다. 주소와 네트워크 연결을 확인하고, 페이지의 Content-Security-Policy가 connect-src에서 해당 호스트를 허용하는지 확인하십시오.",
                none(),
            ),
            Kind::HttpStatus { status } => (
                "http-status",
                "The server answered with status {0} instead of the file. Check the address.",
                "서버가 파일 대신 상태 코드 {0} 응답을 보냈습니다. 주소를 확인하십시오.",
                vec![status.to_string()],
            ),
            Kind::TooLarge { limit } => (
                "too-large",
                "The file is larger than {0} MB, the most that is read. Check that it is the right file, or shorten it.",
                "파일이 읽을 수 있는 최대 크기인 {0}MB보다 큽니다. 맞는 파일인지 확인하거나 내용을 줄이십시오.",
                vec![(limit >> 20).to_string()],
            ),
            Kind::NotText => (
                "not-text",
                "The file is not UTF-8 text. Save it again with the encoding UTF-8.",
                "UTF-8 텍스트 파일이 아닙니다. 인코딩을 UTF-8로 하여 다시 저장하십시오.",
                none(),
            ),
            Kind::NotPlain => (
                "not-plain",
                "This value is not plain data. Give an object as JSON.parse returns it.",
                "일반 데이터가 아닌 값입니다. JSON.parse가 돌려주는 형태의 객체를 넣으십시오.",
                none(),
            ),
        }
    }
}

fn type_name(of: Type, lang: Lang) -> String {
    let (en, ko) = match of {
        Type::Null => ("null", "null"),
        Type::Bool => ("true or false", "true 또는 false"),
        Type::Number => ("a number", "숫자"),
        Type::Text => ("a text in quotation marks", "따옴표로 묶은 글"),
        Type::List => ("a list [ ]", "목록 [ ]"),
        Type::Object => ("an object { }", "객체 { }"),
    };
    if lang == Lang::Ko { ko } else { en }.to_owned()
}

fn target_name(of: Target, lang: Lang) -> String {
    let (en, ko) = match of {
        Target::Country => ("country", "국가"),
        Target::Fact => ("fact", "협력 사례"),
        Target::Initiative => ("initiative", "사업"),
        Target::Source => ("source", "출처"),
    };
    if lang == Lang::Ko { ko } else { en }.to_owned()
}

/// What a dataset gave, as a message can repeat it: short, nothing hidden, no forbidden name.
fn quotable(given: &str) -> String {
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
fn shown(char: char) -> String {
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

/// Puts `values` in place of `{0}`, `{1}` and `{2}`; what a value holds is not looked at.
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
