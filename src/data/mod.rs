//! IN: the dataset's JSON becomes a `Dataset`, or every issue at once.

mod at;
mod issue;
mod json;
mod names;
mod prose;
mod read;
mod syntax;

use at::At;
pub use at::Type;
pub use issue::{Issue, Kind};
pub use names::Target;
pub use prose::toponym;
pub use syntax::Slip;

use crate::model::Dataset;

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
    read::dataset(&json)
}
