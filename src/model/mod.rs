//! WHAT IS TRUE: types that cannot hold a bad state.

mod dataset;
mod date;
mod lang;
mod letters;

pub use dataset::*;
pub use date::Date;
pub use lang::{Lang, Notice, Text, is_in};
pub use letters::{ANY, NONE, first, is_blank, keys, plain};

/// What stands before the first such byte, which is an ASCII character, and after it.
pub fn cut(text: &str, mark: u8) -> (&str, &str) {
    let at = text.bytes().position(|byte| byte == mark).unwrap_or(text.len());
    (text.get(..at).unwrap_or_default(), text.get(at + 1..).unwrap_or_default())
}

/// What stands behind so many marks.
pub fn nth(mut text: &str, mark: u8, place: usize) -> &str {
    for _ in 0..place {
        text = cut(text, mark).1;
    }
    cut(text, mark).0
}
