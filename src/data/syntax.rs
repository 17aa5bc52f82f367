//! Text to JSON tree, and what a person most likely did where that fails.

use super::{Issue, Kind, json::Json};

/// What stands where JSON wanted something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slip {
    Comment,
    TrailingComma,
    Ended,
    /// The line ends inside a text.
    LineEnded,
    /// An unexpected character.
    Found(char),
}

/// Reads the text.
pub fn parse(text: &str) -> Result<Json<'_>, Issue> {
    plain(text).map_err(|offset| Issue::of_file(slip(unmarked(text), offset)))
}

/// Reads the text; an error is only its place.
pub fn plain(text: &str) -> Result<Json<'_>, usize> {
    Json::parse(unmarked(text))
}

/// A byte order mark is not part of a text.
fn unmarked(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// Where a person would look, in characters from 1, and what is there.
fn slip(text: &str, offset: usize) -> Kind {
    // Where a file ends too early the last character is the place to look.
    let last = text.char_indices().next_back().map_or(0, |(at, _)| at);
    let offset = text.floor_char_boundary(offset);
    let (read, rest) = (&text[..offset.min(last)], &text[offset..]);
    let start = read.rfind('\n').map_or(0, |at| at + 1);
    let slip = match rest.chars().next() {
        None => Slip::Ended,
        Some('\n' | '\r') => Slip::LineEnded,
        Some('/') => Slip::Comment,
        Some(']' | '}') if read.trim_end().ends_with(',') => Slip::TrailingComma,
        Some(found) => Slip::Found(found),
    };
    Kind::Syntax { line: 1 + read.matches('\n').count(), column: 1 + read[start..].chars().count(), slip }
}
