//! Every sentence about a dataset, in English and in Korean: what is wrong, and how to mend it. Values take the place of
//! `{0}`, `{1}` and `{2}`; in Korean they stand in quotes or before a noun, since their last sound, and with it the
//! particle, is unknown.

use super::{Target, Type};
use crate::model::Lang;

/// In the order of [`Lang::ALL`].
pub type Words = [&'static str; Lang::ALL.len()];

pub const TYPE: Words = [
    "This must be {0}, but it is {1}. Write {0} here.",
    "값의 종류가 다릅니다. 필요한 종류: {0}, 지금 종류: {1}. 필요한 종류로 바꾸십시오.",
];

pub const MISSING: Words = ["The field “{0}” is missing. Add it.", "“{0}” 항목이 빠졌습니다. 추가하십시오."];

pub const UNKNOWN_NEAR: Words = [
    "The format has no such field. Did you mean “{0}”? Correct the name, or delete the field.",
    "형식에 없는 항목입니다. “{0}” 항목을 쓰려던 것인가요? 이름을 고치거나 항목을 지우십시오.",
];

pub const UNKNOWN: Words = [
    "The format has no such field. Delete it, or correct its name.",
    "형식에 없는 항목입니다. 지우거나 이름을 고치십시오.",
];

pub const DOUBLED: Words = [
    "This name is given twice in the same object. Keep one of the two.",
    "같은 이름의 항목이 두 번 나옵니다. 하나만 남기십시오.",
];

pub const SCHEMA_NEWER: Words = [
    "This file has a newer format than this map can read. Update the map, or save the file in format 1.",
    "이 지도가 읽을 수 있는 것보다 새로운 형식의 파일입니다. 지도를 새 판으로 바꾸거나 파일을 형식 1로 저장하십시오.",
];

pub const SCHEMA: Words = ["There is no such format version. Write 1.", "없는 형식 번호입니다. 1로 쓰십시오."];

pub const EMPTY: Words = ["This text is empty. Fill it in.", "내용이 비어 있습니다. 내용을 채우십시오."];

pub const NOT_KEBAB: Words = [
    "An id has only lower-case letters a to z, digits and single hyphens between them, as in “green-growth-2021”. Rewrite it so.",
    "식별자에는 영문 소문자와 숫자, 그 사이의 붙임표 하나만 쓸 수 있습니다(예: “green-growth-2021”). 이에 맞게 고치십시오.",
];

pub const ID_TAKEN: Words = [
    "An earlier item has the id “{0}” already. Give this one an id of its own.",
    "앞의 항목이 이미 “{0}” 식별자를 쓰고 있습니다. 다른 식별자를 붙이십시오.",
];

pub const NO_SUCH: Words = [
    "There is no {0} “{1}” in this file. Correct the spelling, or add the {0}.",
    "이 파일에 “{1}” {0} 정보가 없습니다. 철자를 고치거나 해당 {0} 정보를 추가하십시오.",
];

pub const WRONG_PILLAR: Words = [
    "This initiative belongs to the pillar “{0}”, but the pillar given here is “{1}”. Change one of the two.",
    "이 사업은 “{0}” 분야에 속하지만 여기에 적힌 분야는 “{1}” 값입니다. 둘 중 하나를 고치십시오.",
];

pub const NOT_DAY: Words = [
    "This is not a calendar date with its day. Write one such as “2021-07-06”.",
    "일까지 적은 실제 날짜가 아닙니다. “2021-07-06” 형식으로 쓰십시오.",
];

pub const NOT_DATE: Words = [
    "This is not a calendar date. Write one such as “2021-07-06”, “2021-07” or “2021”.",
    "실제 날짜가 아닙니다. “2021-07-06”, “2021-07”, “2021” 같은 형식으로 쓰십시오.",
];

pub const LATE: Words = [
    "This date is later than “asOf”, {0}. Correct the date, or move “asOf”.",
    "“asOf” 기준일({0})보다 늦은 날짜입니다. 날짜를 고치거나 기준일을 늦추십시오.",
];

pub const OUT_OF_ORDER: Words = [
    "The milestones are not in order of date. Put the earliest first.",
    "주요 연혁이 날짜순이 아닙니다. 이른 것부터 순서대로 놓으십시오.",
];

pub const TOO_LONG: Words = [
    "This text has {0} characters, and {1} is the most that fits. Shorten it.",
    "글자 수가 {0}자로, 최대 {1}자를 넘습니다. 줄이십시오.",
];

pub const UNTRANSLATED: Words = [
    "The English and the Korean text are the same. Translate one of them.",
    "영어와 한국어 내용이 똑같습니다. 둘 중 하나를 번역하십시오.",
];

pub const HIDDEN: Words = [
    "This text holds an invisible character, U+{0}. Delete it, or type the text again.",
    "보이지 않는 문자(U+{0})가 들어 있습니다. 지우거나 글을 다시 입력하십시오.",
];

pub const MARKUP: Words = [
    "This text holds mark-up, such as “<b>” or “&amp;”. Write plain text.",
    "“<b>”, “&amp;” 같은 마크업이 들어 있습니다. 일반 글로만 쓰십시오.",
];

pub const NOT_COMPOSED: Words = [
    "Letters of this text are stored in parts (Unicode NFD), as a Mac names its files. Open the file in edit.html and save it, which joins them (NFC), or type the text again.",
    "글자가 낱낱의 부분으로 나뉘어 저장되어 있습니다(유니코드 NFD, Mac의 파일 이름 방식). edit.html에서 파일을 열어 저장하면 하나로 합쳐집니다(NFC). 글을 다시 입력해도 됩니다.",
];

pub const TOPONYM: Words = [
    "This text uses a place name that the ministry does not use. Write “{0}”.",
    "외교부가 쓰지 않는 지명이 들어 있습니다. 올바른 표기: “{0}”.",
];

pub const NOT_URL: Words = [
    "This is not a full web address. Write one that begins with https:// or http://, or null if the source is not online.",
    "완전한 웹 주소가 아닙니다. https:// 또는 http://로 시작하는 주소를 쓰고, 온라인에 없는 출처이면 null로 쓰십시오.",
];

pub const CREDENTIALS: Words = [
    "This address holds a user name or password. Delete everything between “//” and “@”, and the “@”.",
    "주소에 사용자 이름이나 비밀번호가 들어 있습니다. “//” 다음부터 “@” 기호까지 지우십시오.",
];

pub const NO_SHAPE: Words = [
    "The map has no shape for the country “{0}”. Remove the country, or ask for a map that draws it.",
    "지도에 “{0}” 국가의 도형이 없습니다. 해당 국가를 빼거나, 그 국가가 그려진 지도를 요청하십시오.",
];

pub const NO_COUNTRIES: Words =
    ["There is no country to show. Add at least one.", "표시할 국가가 없습니다. 하나 이상 추가하십시오."];

pub const NOT_ALL_PILLARS: Words = [
    "The pillars must be “people”, “prosperity” and “peace”, each once. Add or remove what differs.",
    "분야는 “people”, “prosperity”, “peace” 셋이 하나씩 있어야 합니다. 빠진 것은 더하고 겹친 것은 빼십시오.",
];

pub const NO_SOURCE: Words = ["No source is given. Name at least one.", "출처가 없습니다. 하나 이상 적으십시오."];

pub const UNUSED: Words = [
    "Nothing refers to this source. Name it where it is used, or delete it.",
    "아무 데서도 쓰지 않는 출처입니다. 쓰는 곳에 적거나 지우십시오.",
];

pub const NOT_ONE_OF: Words = [
    "This value is not allowed here. Choose one of: {0}.",
    "여기에 쓸 수 없는 값입니다. 다음 중 하나를 고르십시오: {0}.",
];

pub const NOT_LANG: Words = [
    "This is not a language tag. Write one such as “en”, “ko” or “zh-Hans”.",
    "언어 태그가 아닙니다. “en”, “ko”, “zh-Hans” 같은 태그를 쓰십시오.",
];

pub const NOT_COUNTRY_CODE: Words = [
    "A country code is two capital letters, as in “VN”. Write the country's ISO 3166 code.",
    "국가 코드는 “VN”처럼 영문 대문자 두 자입니다. 해당 국가의 ISO 3166 코드를 쓰십시오.",
];

pub const NOT_DECIMAL: Words = [
    "This number has an exponent. Write it with digits and a decimal point only, as in “131.87”.",
    "지수로 적은 숫자입니다. “131.87”처럼 숫자와 소수점으로만 쓰십시오.",
];

pub const OFF_MAP: Words = [
    "This place lies outside the map, which shows {0} to {1} degrees. Correct the number; west and south are negative.",
    "지도 밖의 위치입니다. 지도의 범위는 {0}도에서 {1}도까지입니다. 숫자를 고치십시오. 서경과 남위는 음수입니다.",
];

pub const UNREACHABLE: Words = [
    "The file could not be fetched. Check the address and the connection, and that the page's Content-Security-Policy allows the host under connect-src.",
    "파일을 가져오지 못했습니다. 주소와 네트워크 연결을 확인하고, 페이지의 Content-Security-Policy가 connect-src에서 해당 호스트를 허용하는지 확인하십시오.",
];

pub const HTTP_STATUS: Words = [
    "The server answered with status {0} instead of the file. Check the address.",
    "서버가 파일 대신 상태 코드 {0} 응답을 보냈습니다. 주소를 확인하십시오.",
];

pub const TOO_LARGE: Words = [
    "The file is larger than {0} MB, the most that is read. Check that it is the right file, or shorten it.",
    "파일이 읽을 수 있는 최대 크기인 {0}MB보다 큽니다. 맞는 파일인지 확인하거나 내용을 줄이십시오.",
];

pub const NOT_TEXT: Words = [
    "The file is not UTF-8 text. Save it again with the encoding UTF-8.",
    "UTF-8 텍스트 파일이 아닙니다. 인코딩을 UTF-8로 하여 다시 저장하십시오.",
];

pub const NOT_PLAIN: Words = [
    "This value is not plain data. Give an object as JSON.parse returns it.",
    "일반 데이터가 아닌 값입니다. JSON.parse가 돌려주는 형태의 객체를 넣으십시오.",
];

/// The kinds of JSON value, as an editor would call them.
pub fn type_name(of: Type) -> Words {
    match of {
        Type::Null => ["null", "null"],
        Type::Bool => ["true or false", "true 또는 false"],
        Type::Number => ["a number", "숫자"],
        Type::Text => ["a text in quotation marks", "따옴표로 묶은 글"],
        Type::List => ["a list [ ]", "목록 [ ]"],
        Type::Object => ["an object { }", "객체 { }"],
    }
}

pub fn target_name(of: Target) -> Words {
    match of {
        Target::Country => ["country", "국가"],
        Target::Fact => ["fact", "협력 사례"],
        Target::Initiative => ["initiative", "사업"],
        Target::Source => ["source", "출처"],
    }
}
