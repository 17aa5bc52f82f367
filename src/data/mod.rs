//! IN: the dataset's JSON becomes a `Dataset`, or every issue at once.

mod at;
mod issue;
mod json;
mod names;
mod prose;
mod read;
mod syntax;
mod way;

use at::At;
pub use at::Type;
pub use issue::{Issue, Kind};
pub use names::Target;
pub use prose::toponym;
pub use syntax::Slip;

use crate::model::{Dataset, Notice, Text};
pub(crate) use json::Json;

/// Whether this build checks what it reads. The widget's engine reads only what has been checked: its own edition by
/// the build, any other by the desk. It is the same reader, without the rules.
const CHECKS: bool = cfg!(any(not(target_arch = "wasm32"), feature = "desk"));

/// The edition that the build carries.
pub const EMBEDDED: &str = include_str!("../../www/map.json");

/// The largest file that is read, in bytes: some sixty times the first edition.
pub const LIMIT: usize = 16 << 20;

/// Reads and checks a dataset.
///
/// # Errors
/// Every rule that the text breaks, in the order of the text; never an empty list.
pub fn read(text: &str) -> Result<Dataset, Vec<Issue>> {
    if text.len() > LIMIT {
        return Err(vec![Issue::of_file(Kind::TooLarge { limit: LIMIT })]);
    }
    let json = syntax::parse(text).map_err(|issue| vec![issue])?;
    let (dataset, issues) = read::dataset(&json);
    if issues.is_empty() { Ok(dataset) } else { Err(issues) }
}

/// Reads a dataset that `read` has passed before, here or elsewhere.
pub fn checked(text: &str) -> Dataset {
    read::dataset(&syntax::plain(text).unwrap_or(Json::Null)).0
}

/// Reads issues in words, as the desk gives them: a JSON list of `{path, en, ko}`.
pub fn notices(text: &str) -> Vec<Notice> {
    let list = Json::parse(text).unwrap_or(Json::Null);
    let read = |item: &Json| {
        let text = |name: &str| item.field(name).as_text().unwrap_or_default().into();
        Notice { path: text("path"), message: Text::new(text("en"), text("ko")) }
    };
    list.items().iter().map(read).collect()
}
