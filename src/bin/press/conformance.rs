//! `conformance.html`: what WCAG 2.2 and KWCAG 2.2 ask for, and how each is shown.
//!
//! Nobody types "passes". `tests/conformance.json` names, for each item, the browser tests that show it, or says why it
//! does not apply, or asks what only a person can judge; a name that no test has stops the build. Whether those tests
//! passed comes from `tests/results.json`, which the test run writes (`tests/browser/harness/results.js`), and which
//! holds good for one build only: the hash in it covers all else in `dist/`, and the tests. Otherwise the page says "not
//! tested yet". The results lie in the repository, not in `dist/`, so that every clone builds the same bytes, and the
//! page is left out of its own hash, so that showing them does not make them void.

mod html;
mod table;

use crate::pages::Page;
use crate::{read, stamp, weigh};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use table::Table;

/// All that the page is made from, besides the rest of `dist/`.
pub const INPUTS: [&str; 4] = ["tests/browser", "tests/cases", TABLE, RESULTS];

const TABLE: &str = "tests/conformance.json";

const RESULTS: &str = "tests/results.json";

const NAME: &str = "conformance.html";

/// What the last whole run of the browser tests found.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Results {
    /// The build and the tests that were run.
    build: String,
    /// The day.
    tested: String,
    /// For each name in the table: how many tests bear it, and how they ended.
    tests: BTreeMap<String, Outcome>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct Outcome {
    passed: usize,
    failed: usize,
}

/// The page for these files of `dist/`.
///
/// # Errors
/// A sentence, when the table is incomplete or names a test that does not exist.
pub fn page(files: &[Page]) -> Result<Page, String> {
    let table = Table::read(TABLE)?;
    let build = build(files)?;
    let results = results()?.filter(|results| results.build == build);
    Ok((NAME.into(), html::document(&table, &build, results.as_ref()).into_bytes()))
}

/// One name for what is shipped and the tests that it is put to.
fn build(files: &[Page]) -> Result<String, String> {
    let mut lines: Vec<String> =
        files.iter().map(|(name, bytes)| format!("{} {}\n", name.display(), weigh::integrity(bytes))).collect();
    lines.sort();
    lines.push(stamp::of_files(&INPUTS[..3])?);
    Ok(weigh::integrity(lines.concat().as_bytes()))
}

/// The last results, if there have been any.
fn results() -> Result<Option<Results>, String> {
    if !Path::new(RESULTS).exists() {
        return Ok(None);
    }
    serde_json::from_str(&read(Path::new(RESULTS))?)
        .map(Some)
        .map_err(|error| format!("{RESULTS} cannot be read ({error}): run npm test, which writes it."))
}
