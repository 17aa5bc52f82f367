//! `dist/package/`: what `npm pack` packs, for pages that a bundler puts together.

use crate::engine::Shipped;
use crate::pages::Page;
use crate::script::{DESK, Script};
use crate::{read, read_bytes, stamp, weigh};
use std::path::{Path, PathBuf};

const FOLDER: &str = "package";

/// Files that the package has as they lie elsewhere.
const SHARED: [&str; 3] = ["LICENSE-APACHE", "LICENSE-MIT", "www/map.d.ts"];

/// Every file of the package.
///
/// # Errors
/// A sentence, when a file cannot be read.
pub fn package(script: &Script, modules: [&Shipped; 2]) -> Result<Vec<Page>, String> {
    let mut files = fetched(script, modules);
    files.push(("index.js".to_owned(), entry(&files, &script.packaged).into_bytes()));
    for path in SHARED {
        files.push((name(Path::new(path)), read_bytes(Path::new(path))?));
    }
    for path in stamp::files(&Path::new("www").join(FOLDER)) {
        let text = read(&path)?.replace("{{version}}", env!("CARGO_PKG_VERSION"));
        files.push((name(&path), text.into_bytes()));
    }
    Ok(files.into_iter().map(|(name, bytes)| (PathBuf::from(FOLDER).join(name), bytes)).collect())
}

/// What the element fetches. The names are those in the site: a host of packages may serve the files as they lie.
fn fetched(script: &Script, modules: [&Shipped; 2]) -> Vec<(String, Vec<u8>)> {
    let modules = modules.into_iter().flat_map(|module| module.files().map(|(name, bytes)| (name, bytes.to_vec())));
    modules.chain([(weigh::named(DESK, &script.desk), script.desk.clone())]).collect()
}

/// The element, and where its files are: bundlers follow what is written out and put the files where they like. On a
/// server, and in a page that a test imitates, there is no `matchMedia`, and nothing to show a map to.
fn entry(fetched: &[(String, Vec<u8>)], element: &[u8]) -> String {
    let places: Vec<String> = fetched.iter().map(|(name, _)| place(name)).collect();
    let element = String::from_utf8_lossy(element);
    format!("const FILES = {{\n{}}};\nif (globalThis.matchMedia) {{\n{element}}}\n", places.concat())
}

/// A script is imported: a bundler that took it for a file might change it as no module may be changed.
fn place(name: &str) -> String {
    if name.ends_with(".js") {
        format!("  \"{name}\": () => import(\"./{name}\"),\n")
    } else {
        format!("  \"{name}\": new URL(\"./{name}\", import.meta.url),\n")
    }
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
