//! Text to JSON tree, and where and how a text is none.

use super::{Issue, Kind, Slip, json::Json, prose::hides};

/// Reads the text.
pub fn parse(text: &str) -> Result<Json<'_>, Issue> {
    plain(text).map_err(|offset| Issue::of_file(issue(unmarked(text), offset)))
}

/// Reads the text; an error is only its place.
pub fn plain(text: &str) -> Result<Json<'_>, usize> {
    Json::parse(unmarked(text))
}

/// A byte order mark is not part of a text.
fn unmarked(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// Where a person would look, in characters from 1, and what is there. Up to `offset` the text could have become JSON.
fn issue(text: &str, offset: usize) -> Kind {
    let offset = text.floor_char_boundary(offset);
    let before = Before::of(&text[..offset]);
    let (at, slip) =
        if let Some(start) = before.text { before.inside(text, offset, start) } else { before.outside(text, offset) };
    // Where a file ends too early the last character is the place to look.
    let read = &text[..at.min(text.char_indices().next_back().map_or(0, |(last, _)| last))];
    let start = read.rfind('\n').map_or(0, |at| at + 1);
    Kind::Syntax { line: line(read, read.len()), column: 1 + read[start..].chars().count(), slip }
}

fn line(text: &str, offset: usize) -> usize {
    1 + text[..offset].matches('\n').count()
}

/// The last thing that has been read.
#[derive(Clone, Copy, PartialEq)]
enum Last {
    Nothing,
    Open,
    Comma,
    Colon,
    Name,
    Value,
}

/// What stands before the place where a text stops being JSON.
struct Before {
    /// The brackets that are open, and where.
    open: Vec<(char, usize)>,
    last: Last,
    /// Where the text begins that has not ended.
    text: Option<usize>,
    /// The last backslash in a text.
    escape: usize,
    /// Where the word or number begins that has not ended.
    word: usize,
}

impl Before {
    fn of(read: &str) -> Before {
        let mut before = Before { open: Vec::new(), last: Last::Nothing, text: None, escape: 0, word: read.len() };
        let mut at = 0;
        while let Some(next) = read[at..].chars().next() {
            let start = at;
            at += next.len_utf8();
            match next {
                '{' | '[' => {
                    before.open.push((next, start));
                    before.last = Last::Open;
                }
                '}' | ']' => {
                    before.open.pop();
                    before.last = Last::Value;
                }
                ',' => before.last = Last::Comma,
                ':' => before.last = Last::Colon,
                '"' => {
                    at = before.end_of_text(read, at);
                    if at > read.len() {
                        before.text = Some(start);
                        break;
                    }
                    before.last = if before.wants_name() { Last::Name } else { Last::Value };
                }
                _ if next.is_whitespace() => {}
                _ => {
                    at = start + word(&read[start..]).len().max(1);
                    if at == read.len() { before.word = start } else { before.last = Last::Value }
                }
            }
        }
        before
    }

    /// Beyond the closing quotation mark; beyond the end where there is none.
    fn end_of_text(&mut self, read: &str, mut at: usize) -> usize {
        let bytes = read.as_bytes();
        while at < bytes.len() && bytes[at] != b'"' {
            if bytes[at] == b'\\' {
                self.escape = at;
                at += if bytes.get(at + 1) == Some(&b'u') { 6 } else { 2 };
            } else {
                at += 1;
            }
        }
        at + 1
    }

    fn wants_name(&self) -> bool {
        matches!(self.open.last(), Some(('{', _))) && matches!(self.last, Last::Open | Last::Comma)
    }

    fn unclosed(&self, text: &str) -> Slip {
        self.open.last().map_or(Slip::Ended, |(mark, at)| Slip::Unclosed { mark: *mark, line: line(text, *at) })
    }

    /// In the text that begins at `start`.
    fn inside(&self, text: &str, offset: usize, start: usize) -> (usize, Slip) {
        let escaped = &text[(self.escape + 1).min(text.len())..];
        let is_unit = escaped.starts_with('u')
            && escaped.get(1..5).is_some_and(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        match text[offset..].chars().next() {
            None => (offset, Slip::Unclosed { mark: '"', line: line(text, start) }),
            Some('\n' | '\r') => (offset, Slip::LineEnded),
            Some(next) if next < ' ' => (offset, Slip::Control(next)),
            _ if is_unit || escaped.starts_with(['"', '\\', '/', 'b', 'f', 'n', 'r', 't']) => {
                (self.escape, Slip::Surrogate)
            }
            _ => (self.escape + 1, Slip::Backslash),
        }
    }

    /// Between values.
    fn outside(&self, text: &str, offset: usize) -> (usize, Slip) {
        let Some(next) = text[offset..].chars().next() else { return (offset, self.unclosed(text)) };
        let word = word(&text[self.word..]);
        let is_whole = Json::parse(word).is_ok();
        // A number that ends here is a value; one that goes on in another way is none.
        let last = if is_whole && self.word < offset { Last::Value } else { self.last };
        let closes =
            |end| self.open.last().is_some_and(|(mark, _)| (*mark, end) == ('{', '}') || (*mark, end) == ('[', ']'));
        let slip = match (last, next) {
            (_, '/' | '#') => Slip::Comment,
            _ if next.is_whitespace() || hides(next) => Slip::Unseen(next),
            _ if self.word < offset && !is_whole => return (self.word, misspelt(word)),
            (Last::Value, _) if self.open.is_empty() => Slip::After,
            (Last::Name, _) => Slip::NoColon,
            (Last::Colon, '}' | ']') | (Last::Open | Last::Comma | Last::Colon, ',') => Slip::NoValue(next),
            (Last::Comma, '}' | ']') if closes(next) => Slip::TrailingComma,
            (Last::Open | Last::Comma | Last::Value, '}' | ']') => self.unclosed(text),
            (Last::Value, ':') => Slip::Found(next),
            (Last::Value, _) => Slip::NoComma,
            (_, '\'' | '`' | '´' | '‘'..='‟' | '«' | '»' | '「'..='』' | '＂' | '＇') => Slip::Quote(next),
            _ if self.wants_name() => return (self.word, Slip::Name),
            _ if word.is_empty() || is_whole => Slip::Found(next),
            _ => return (self.word, misspelt(word)),
        };
        (offset, slip)
    }
}

fn misspelt(word: &str) -> Slip {
    let is_number = word.starts_with(|first: char| first.is_ascii_digit() || "+-.".contains(first));
    if is_number { Slip::Number(word.to_owned()) } else { Slip::Word(word.to_owned()) }
}

/// The letters and digits that a text begins with.
fn word(text: &str) -> &str {
    let end = text.find(|char: char| !char.is_alphanumeric() && !"_$+-.".contains(char));
    &text[..end.unwrap_or(text.len())]
}
