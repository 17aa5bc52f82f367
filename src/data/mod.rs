//! IN: the dataset's JSON becomes a `Dataset`, or every issue at once; what passes is packed for the engine.

mod at;
mod edition;
mod issue;
mod json;
mod names;
mod normal;
mod pack;
mod prose;
mod read;
mod sentences;
mod slip;
mod syntax;
mod toponym;
mod way;

use at::At;
pub use at::Type;
pub use edition::{json, unpack};
pub use issue::{Issue, Kind};
pub use names::Target;
pub use slip::Slip;
pub use toponym::toponym;

use crate::model::{Dataset, Notice, Text, cut};
pub(crate) use json::Json;

/// The edition that the build carries.
pub const EMBEDDED: &str = include_str!("../../www/map.json");

/// The largest file that is read, in bytes: some sixty times the first edition.
pub const LIMIT: usize = 16 << 20;

/// Reads and checks a dataset.
///
/// # Errors
/// Every rule that the text breaks, in the order of the text; never an empty list.
pub fn read(text: &str) -> Result<Dataset, Vec<Issue>> {
    read::dataset(&tree(text)?)
}

fn tree(text: &str) -> Result<Json<'_>, Vec<Issue>> {
    if text.len() > LIMIT {
        return Err(vec![Issue::of_file(Kind::TooLarge { limit: LIMIT })]);
    }
    syntax::parse(text).map_err(|issue| vec![issue])
}

/// Reads and checks a dataset, and packs it for the engine, which checks nothing: it `unpack`s its own edition, which
/// the build has packed, and what the desk has.
///
/// # Errors
/// As those of [`read`].
pub fn packed(text: &str) -> Result<String, Vec<Issue>> {
    let json = tree(text)?;
    Ok(pack::pack(&json, &read::dataset(&json)?))
}

/// Issues in words, as the desk gives them: for each a line with its path, one in English, one in Korean.
pub fn notices(mut text: &str) -> Vec<Notice> {
    let mut notices = Vec::new();
    let mut line = || {
        let (line, rest) = cut(text, b'\n');
        text = rest;
        line.into()
    };
    loop {
        let path: Box<str> = line();
        if path.is_empty() {
            return notices;
        }
        notices.push(Notice { path, message: Text::new(line(), line()) });
    }
}
