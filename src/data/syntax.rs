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

/// Reads the text; a byte order mark is not part of it.
pub fn parse(text: &str) -> Result<Json<'_>, Issue> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_json::from_str(text).map_err(|error| {
        let (line, column, slip) = place(text, error.line(), error.column(), error.is_eof());
        Issue::of_file(Kind::Syntax { line, column, slip })
    })
}

/// Where a person would look, in characters from 1. serde_json's column counts bytes, and a line break in a text
/// is column 0 of the line after it.
fn place(text: &str, line: usize, column: usize, ended: bool) -> (usize, usize, Slip) {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let offset = if column > 0 || ended { before + column.saturating_sub(1) } else { before.saturating_sub(1) };
    let (read, rest) = text.split_at(text.floor_char_boundary(offset));
    let start = read.rfind('\n').map_or(0, |at| at + 1);
    let (line, column) = (1 + read.matches('\n').count(), 1 + read[start..].chars().count());
    let slip = match rest.chars().next() {
        _ if ended => Slip::Ended,
        None => Slip::Ended,
        Some('\n') => Slip::LineEnded,
        Some('/') => Slip::Comment,
        Some(']' | '}') if read.trim_end().ends_with(',') => Slip::TrailingComma,
        Some(found) => Slip::Found(found),
    };
    (line, column, slip)
}
