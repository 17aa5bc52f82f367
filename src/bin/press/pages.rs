//! What is published as written: pages, their style and script, pictures, the dataset.

use crate::engine::Part;
use crate::{preview, read, read_bytes, skins, stamp, weigh};
use rok_asean_map::data::toponym;
use std::path::{Path, PathBuf};

/// Parts of `map.js` and `map.css`, which esbuild makes into one file each, and of the package.
const BUNDLED: [&str; 5] = ["map.js", "map.css", "package.js", "element", "package"];

/// The host pages' style, which takes its colours from the skins.
const STYLE: &str = "host.css";

/// In each language, what the page of every country is made from.
pub const COUNTRY: &str = "country.html";

const TEXTS: [&str; 6] = ["html", "css", "js", "json", "svg", "xml"];

/// A file of `dist/`: where it goes and what it holds.
pub type Page = (PathBuf, Vec<u8>);

/// What stands between double braces in a template, and what takes its place.
pub type Slots = Vec<(String, String)>;

/// Every file of `www/` that is published as written, but for the slots of its pages; `finish` has the last word on a page,
/// which it gets with its name.
///
/// # Errors
/// A sentence, when a file cannot be read or names no slot of ours.
pub fn pages(slots: &Slots, finish: impl Fn(&str, &str) -> String) -> Result<Vec<Page>, String> {
    let all = stamp::files(Path::new("www"));
    let names = all.iter().filter_map(|path| path.strip_prefix("www").ok());
    names
        .filter(|name| !BUNDLED.iter().any(|part| name.starts_with(part)) && !name.ends_with(COUNTRY))
        .map(|name| page(name, slots, &finish))
        .collect()
}

fn page(name: &Path, slots: &Slots, finish: impl Fn(&str, &str) -> String) -> Result<Page, String> {
    let bytes = read_bytes(&Path::new("www").join(name))?;
    if name == Path::new(STYLE) {
        return Ok((name.to_path_buf(), [skins::page().into_bytes(), bytes].concat()));
    }
    if !is(name, &["html"]) {
        return Ok((name.to_path_buf(), bytes));
    }
    let html = filled(&name.to_string_lossy(), &[slots])?;
    Ok((name.to_path_buf(), finish(&html, &name.to_string_lossy()).into_bytes()))
}

/// A page of `www/` with each of its slots filled, but that for its [`preview`], which is made from the page itself.
///
/// # Errors
/// A sentence, when it cannot be read or names no slot of ours.
pub fn filled(name: &str, slots: &[&Slots]) -> Result<String, String> {
    let text = read(&Path::new("www").join(name))?;
    let preview = vec![(preview::SLOT.to_owned(), preview::SLOT.to_owned())];
    fill(&text, &[slots, &[&preview]].concat()).map_err(|unknown| format!("www/{name} names no slot: {unknown}."))
}

/// The template with each slot filled; what stands in braces besides is an error.
fn fill(template: &str, slots: &[&Slots]) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = template;
    while let Some(start) = rest.find("{{") {
        out.push_str(&rest[..start]);
        let end = rest[start..].find("}}").map_or(rest.len(), |end| start + end + 2);
        let slot = &rest[start..end];
        let (_, text) =
            slots.iter().copied().flatten().find(|(name, _)| name == slot).ok_or_else(|| slot.to_owned())?;
        out.push_str(text);
        rest = &rest[end..];
    }
    Ok(out + rest)
}

/// Refuses a forbidden name of a sea or an island, wherever it would ship. The desk has to know them: its twin is text,
/// but none that a reader is shown.
///
/// # Errors
/// A sentence that names the file and the name.
pub fn check_names(pages: &[Page]) -> Result<(), String> {
    let [_, desk] = Part::Desk.names();
    for (name, bytes) in
        pages.iter().filter(|(name, bytes)| is(name, &TEXTS) && *name != Path::new(&weigh::named(desk, bytes)))
    {
        if let Some(word) = toponym(&without_addresses(&String::from_utf8_lossy(bytes))) {
            return Err(format!(
                "{} names a sea or an island otherwise than the office does: write {word}.",
                name.display()
            ));
        }
    }
    Ok(())
}

/// A source lies where its publisher has put it, whatever words are in that address.
fn without_addresses(text: &str) -> String {
    let mut parts = text.split("://");
    let mut rest = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|char: char| char.is_whitespace() || "\"'`<>".contains(char)).unwrap_or(part.len());
        rest.push_str("://");
        rest.push_str(&part[end..]);
    }
    rest
}

fn is(name: &Path, extensions: &[&str]) -> bool {
    extensions.iter().any(|extension| name.extension().is_some_and(|found| found == *extension))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_ships_is_found_and_an_address_is_none() {
        let page = |text: &str| vec![(PathBuf::from("a.html"), text.as_bytes().to_vec())];
        assert!(check_names(&page("<p>the Sea\u{a0}of Japan")).is_err_and(|words| words.contains("East Sea")));
        assert!(check_names(&page("<a href=\"https://example.org/sea-of-japan\">Takeshima</a>")).is_err());
        assert_eq!(check_names(&page("<a href=\"https://example.org/sea-of-japan\">East Sea</a>")), Ok(()));
    }

    #[test]
    fn slots_are_filled_once_and_an_unknown_one_is_an_error() {
        let slots = vec![("{{a}}".to_owned(), "{{b}}".to_owned()), ("{{b}}".to_owned(), "c".to_owned())];
        assert_eq!(fill("<{{a}}-{{b}}>{", &[&slots]), Ok("<{{b}}-c>{".to_owned()));
        assert_eq!(fill("{{a}}{{d}}", &[&slots]), Err("{{d}}".to_owned()));
        assert_eq!(fill("{{a", &[&slots]), Err("{{a".to_owned()));
    }
}
