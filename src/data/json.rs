//! JSON as a tree that keeps what a checker must see: the order of fields, and fields given twice.

use std::borrow::Cow;

/// Lists and objects may stand this deep in each other; a dataset needs six.
const DEPTH: usize = 100;

/// A JSON value; texts without escapes borrow from the input.
#[derive(Debug, PartialEq)]
pub enum Json<'a> {
    /// What should be here has been found missing.
    Lost,
    Null,
    Bool(bool),
    /// As it is written.
    Number(&'a str),
    Text(Cow<'a, str>),
    List(Vec<Json<'a>>),
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}

impl<'a> Json<'a> {
    /// Reads a whole text as RFC 8259 has it.
    ///
    /// # Errors
    /// Where the text stops being JSON, in bytes.
    pub fn parse(text: &'a str) -> Result<Json<'a>, usize> {
        let mut scan = Scan { text, at: 0 };
        let Some(json) = scan.value(0) else { return Err(scan.at) };
        scan.space();
        if scan.at == text.len() { Ok(json) } else { Err(scan.at) }
    }

    /// The first field of this name; `Lost` if this is no object that has one.
    pub fn field(&self, name: &str) -> &Json<'a> {
        let Json::Object(fields) = self else { return &Json::Lost };
        fields.iter().find(|(key, _)| key == name).map_or(&Json::Lost, |(_, value)| value)
    }

    pub fn as_text(&self) -> Option<&str> {
        if let Json::Text(text) = self { Some(text) } else { None }
    }

    /// The items of a list; none if this is no list.
    pub fn items(&self) -> &[Json<'a>] {
        if let Json::List(items) = self { items } else { &[] }
    }

    /// The fields of an object; none if this is no object.
    pub fn entries(&self) -> &[(Cow<'a, str>, Json<'a>)] {
        if let Json::Object(fields) = self { fields } else { &[] }
    }
}

/// How far the text has been read. `None` leaves `at` where it went wrong.
struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scan<'a> {
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or_default()
    }

    fn take(&mut self, wanted: u8) -> bool {
        let taken = self.peek() == wanted;
        self.at += usize::from(taken);
        taken
    }

    fn skip(&mut self, wanted: impl Fn(u8) -> bool) -> usize {
        let start = self.at;
        while self.at < self.text.len() && wanted(self.peek()) {
            self.at += 1;
        }
        self.at - start
    }

    fn space(&mut self) {
        self.skip(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
    }

    /// The byte that begins the next token.
    fn next(&mut self) -> u8 {
        self.space();
        self.peek()
    }

    fn value(&mut self, depth: usize) -> Option<Json<'a>> {
        match self.next() {
            b'"' => self.text().map(Json::Text),
            b'{' | b'[' if depth == DEPTH => None,
            b'{' => {
                let field = |scan: &mut Self| {
                    let key = if scan.next() == b'"' { scan.text() } else { None }?;
                    scan.space();
                    if scan.take(b':') { Some((key, scan.value(depth + 1)?)) } else { None }
                };
                self.series(b'}', field).map(Json::Object)
            }
            b'[' => self.series(b']', |scan| scan.value(depth + 1)).map(Json::List),
            b't' => self.word("true", Json::Bool(true)),
            b'f' => self.word("false", Json::Bool(false)),
            b'n' => self.word("null", Json::Null),
            _ => self.number(),
        }
    }

    /// What stands between the bracket here and its `end`, with commas between.
    fn series<T>(&mut self, end: u8, read: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut items = Vec::new();
        self.at += 1;
        if self.next() != end {
            items.push(read(self)?);
            while self.next() == b',' {
                self.at += 1;
                items.push(read(self)?);
            }
        }
        self.take(end).then_some(items)
    }

    fn word(&mut self, word: &str, value: Json<'a>) -> Option<Json<'a>> {
        word.bytes().all(|byte| self.take(byte)).then_some(value)
    }

    fn number(&mut self) -> Option<Json<'a>> {
        let start = self.at;
        self.take(b'-');
        if !self.take(b'0') {
            self.digits()?;
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            let _ = self.take(b'+') || self.take(b'-');
            self.digits()?;
        }
        self.text.get(start..self.at).map(Json::Number)
    }

    fn digits(&mut self) -> Option<()> {
        (self.skip(|byte| byte.is_ascii_digit()) > 0).then_some(())
    }

    fn text(&mut self) -> Option<Cow<'a, str>> {
        self.at += 1;
        let plain = self.run()?;
        if self.take(b'"') {
            return Some(Cow::Borrowed(plain));
        }
        let mut text = plain.to_owned();
        while self.take(b'\\') {
            text.push(self.escaped()?);
            text.push_str(self.run()?);
        }
        self.take(b'"').then_some(Cow::Owned(text))
    }

    /// Characters that stand for themselves.
    fn run(&mut self) -> Option<&'a str> {
        let start = self.at;
        self.skip(|byte| byte >= b' ' && byte != b'"' && byte != b'\\');
        self.text.get(start..self.at)
    }

    fn escaped(&mut self) -> Option<char> {
        let named = [
            (b'n', '\n'),
            (b'"', '"'),
            (b'\\', '\\'),
            (b'/', '/'),
            (b't', '\t'),
            (b'r', '\r'),
            (b'b', '\u{8}'),
            (b'f', '\u{c}'),
        ];
        if let Some((_, char)) = named.iter().find(|(name, _)| self.peek() == *name) {
            self.at += 1;
            return Some(*char);
        }
        let unit = self.unit()?;
        if (0xd800..0xdc00).contains(&unit) {
            let low = if self.take(b'\\') { self.unit() } else { None }?.wrapping_sub(0xdc00);
            return if low < 0x400 { char::from_u32(0x10000 + ((unit - 0xd800) << 10) + low) } else { None };
        }
        char::from_u32(unit)
    }

    /// `uXXXX`.
    fn unit(&mut self) -> Option<u32> {
        let digits = if self.take(b'u') { self.text.get(self.at..self.at + 4) } else { None }?;
        self.at += 4;
        digits.bytes().try_fold(0, |unit, byte| Some(unit << 4 | char::from(byte).to_digit(16)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{prelude::*, test_runner::Config};
    use serde_json::Value;

    fn plain(json: &Json) -> Value {
        match json {
            Json::Lost | Json::Null => Value::Null,
            Json::Bool(value) => Value::from(*value),
            Json::Number(number) => serde_json::from_str(number).unwrap(),
            Json::Text(text) => Value::from(&**text),
            Json::List(items) => items.iter().map(plain).collect(),
            Json::Object(fields) => fields.iter().map(|(key, value)| (key.to_string(), plain(value))).collect(),
        }
    }

    /// What serde_json makes of the text, this makes of it too, numbers out of range of `f64` apart.
    fn agrees(text: &str) {
        let ours = Json::parse(text);
        match serde_json::from_str::<Value>(text) {
            Ok(value) => assert_eq!(ours.as_ref().map(plain), Ok(value), "{text}"),
            Err(error) if error.to_string().starts_with("number out of range") => {}
            Err(error) => assert!(ours.is_err(), "{text}: {error}"),
        }
    }

    #[test]
    fn the_same_as_another_reader() {
        for text in [
            "null",
            " [1 , 2]\r\n",
            "{}",
            "[]",
            "0",
            "-0",
            "01",
            "1.",
            ".5",
            "1e5",
            "1E+5",
            "1e",
            "-",
            "+1",
            "0x1",
            "1.5e-3",
            "tru",
            "truex",
            "nul",
            "[1,]",
            "[,1]",
            "[1 2]",
            "{\"a\":1,}",
            "{\"a\" 1}",
            "{a:1}",
            "{\"a\":1,\"a\":2}",
            "\"\\u00e9\"",
            "\"\\ud83d\\ude00\"",
            "\"\\ud83d\"",
            "\"\\ude00\"",
            "\"\\ud83d\\u0041\"",
            "\"\\u12\"",
            "\"\\u+123\"",
            "\"\\x\"",
            "\"a\\",
            "\"a\nb\"",
            "\"a\u{7f}b\"",
            "\"",
            "",
            " ",
            "[",
            "{",
            "{\"a\"",
            "{\"a\":",
            "\u{feff}1",
            "1\u{a0}",
            "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
            "\"\\u00\u{e9}\"",
        ] {
            agrees(text);
        }
    }

    #[test]
    fn depth_is_bounded() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(Json::parse(&nested(DEPTH)).is_ok());
        assert_eq!(Json::parse(&nested(1_000_000)), Err(DEPTH));
    }

    proptest! {
        #![proptest_config(Config { failure_persistence: None, cases: 2000, ..Config::default() })]

        #[test]
        fn the_same_as_another_reader_on_any_text(text in "[\\[\\]{},:\"\\\\ \n0-9a-fu.eE+\\-trunlsé😀]{0,24}") {
            agrees(&text);
        }

        #[test]
        fn the_same_as_another_reader_on_any_string(text in any::<String>()) {
            agrees(&serde_json::to_string(&text).unwrap());
            agrees(&["\"", &text, "\""].concat());
        }
    }
}
