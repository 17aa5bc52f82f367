//! What is published as written: pages, their style and script, pictures, the dataset.

use crate::{read_bytes, skins, stamp};
use rok_asean_map::data::toponym;
use std::path::{Path, PathBuf};

/// Stands in a page for the hash of `map.js`.
const INTEGRITY: &str = "{{integrity}}";

/// Parts of `map.js` and `map.css`, which esbuild makes into one file each.
const BUNDLED: [&str; 3] = ["map.js", "map.css", "element"];

/// The host pages' style, which takes its colours from the skins.
const STYLE: &str = "host.css";

const TEXTS: [&str; 4] = ["html", "css", "js", "json"];

/// A file of `dist/`: where it goes and what it holds.
pub type Page = (PathBuf, Vec<u8>);

/// Every file of `www/` that is published as written, but for the hash in its tags.
///
/// # Errors
/// A sentence, when a file cannot be read.
pub fn pages(integrity: &str) -> Result<Vec<Page>, String> {
    let all = stamp::files(Path::new("www"));
    let names = all.iter().filter_map(|path| path.strip_prefix("www").ok());
    names.filter(|name| !BUNDLED.iter().any(|part| name.starts_with(part))).map(|name| page(name, integrity)).collect()
}

fn page(name: &Path, integrity: &str) -> Result<Page, String> {
    let bytes = read_bytes(&Path::new("www").join(name))?;
    if name == Path::new(STYLE) {
        return Ok((name.to_path_buf(), [skins::page().into_bytes(), bytes].concat()));
    }
    if !is(name, &["html"]) {
        return Ok((name.to_path_buf(), bytes));
    }
    let text =
        String::from_utf8(bytes).map_err(|_| format!("www/{} is not UTF-8: save it as such.", name.display()))?;
    Ok((name.to_path_buf(), text.replace(INTEGRITY, integrity).into_bytes()))
}

/// Refuses a forbidden name of a sea or an island, wherever it would ship.
///
/// # Errors
/// A sentence that names the file and the name.
pub fn check_names(pages: &[Page]) -> Result<(), String> {
    for (name, bytes) in pages.iter().filter(|(name, _)| is(name, &TEXTS)) {
        if let Some(word) = toponym(&String::from_utf8_lossy(bytes)) {
            return Err(format!(
                "{} names a sea or an island otherwise than the office does: write {word}.",
                name.display()
            ));
        }
    }
    Ok(())
}

fn is(name: &Path, extensions: &[&str]) -> bool {
    extensions.iter().any(|extension| name.extension().is_some_and(|found| found == *extension))
}
