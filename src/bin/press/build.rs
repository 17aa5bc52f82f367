//! `press build`: everything that `dist/` holds, made from `src/` and `www/`.

use crate::engine::{Part, Shipped};
use crate::pages::Page;
use crate::pictures::Picture;
use crate::script::Script;
use crate::site::Site;
use crate::weigh::Weight;
use crate::{
    check, conformance, countries, engine, oembed, package, pages, parts, pictures, preview, read, render, script,
    sitemap, stamp, tools, weigh, work, write,
};
use rok_asean_map::model::{Dataset, Lang};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const DATASET: &str = "www/map.json";

/// The folder that is published.
pub const DIST: &str = "dist";

/// All that the build reads. The tool's own source is under `src/`.
const INPUTS: [&str; 9] = [
    "Cargo.toml",
    "Cargo.lock",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "build.rs",
    "package-lock.json",
    "rust-toolchain.toml",
    "src",
    "www",
];

/// What the build printed when `dist/` was made.
const REPORT: &str = "report.txt";

/// What `dist/` was made from and what it held then.
const STAMP: &str = "stamp.txt";

/// Builds `dist/`, or says that it is up to date; prints what it weighs.
///
/// # Errors
/// One sentence, or one line for each issue of the dataset; the last `dist/` then stays as it is.
pub fn build() -> Result<(), String> {
    let site = Site::from_env()?;
    tools::node_modules()?;
    if read(&work().join(STAMP)) == stamp(&site) {
        print!("{}\n{DIST}/ is up to date.\n", read(&work().join(REPORT))?);
        return Ok(());
    }
    eprintln!("Making {DIST}/: about a minute on two cores the first time, and mostly seconds after that.");
    tools::wasm_target()?;
    let report = make(&dataset()?, &site)?;
    print!("{report}");
    write(&work().join(REPORT), report)?;
    write(&work().join(STAMP), stamp(&site)?)
}

fn stamp(site: &Site) -> Result<String, String> {
    Ok(stamp::of_files(&[&INPUTS[..], &conformance::INPUTS, &[DIST]].concat())? + site.folder().unwrap_or_default())
}

/// The edition to publish.
///
/// # Errors
/// One line for each issue.
pub fn dataset() -> Result<Dataset, String> {
    let text = read(Path::new(DATASET))?;
    check::dataset(&text, Lang::En)
        .map_err(|issues| format!("{}\nMend {DATASET}, then build again.", issues.join("\n")))
}

/// Makes every file, weighs it, and only then puts the whole in place. Gives the report.
fn make(dataset: &Dataset, site: &Site) -> Result<String, String> {
    let folder = site.folder().unwrap_or_default();
    let [engine, desk] = [engine::module(Part::Engine)?, engine::module(Part::Desk)?];
    let script = script::script(&engine, &desk, dataset)?;
    let hashes = render::Hashes::of(&script, &engine);
    let slots = render::slots(dataset, &hashes, site);
    let mut files = pages::pages(&slots, |html, name| preview::of_all(html, name, dataset, folder))?;
    files.extend(countries::pages(dataset, &slots, folder)?);
    files.extend(sitemap::page(dataset, folder));
    let pictures = pictures::pictures(dataset, folder);
    files.extend(pictures::files(&pictures)?);
    files.extend(render::snippets(dataset, &hashes));
    files.extend(oembed::pages(dataset, site));
    let parts = parts::parts(&engine, &script, &read(Path::new(DATASET))?)?;
    files.extend([("map.js", &script.js), ("map.css", &script.css)].map(|(name, bytes)| file(name, bytes)));
    files.extend(fetched(&script, [&engine, &desk]));
    files.push(conformance::page(&files)?);
    pages::check_names(&files)?;
    let manifest = manifest(&files, &pictures)?;
    let report = table(&manifest) + "\n" + &parts.table();
    files.extend(package::package(&script, [&engine, &desk])?);
    files.push(file("manifest.json", to_json(&manifest)?.as_bytes()));
    publish(&files)?;
    Ok(report)
}

/// What tags and scripts name, each under a name of its own for each content: the files of an older build may stay beside
/// those of a newer one, and a page that was pasted with them goes on.
fn fetched(script: &Script, modules: [&Shipped; 2]) -> Vec<Page> {
    let scripts = [("map.js", &script.js), ("map.css", &script.css), (script::DESK, &script.desk)];
    let scripts = scripts.map(|(name, bytes)| file(&weigh::named(name, bytes), bytes));
    let modules = modules.map(|module| module.files().map(|(name, bytes)| file(&name, bytes)));
    scripts.into_iter().chain(modules.into_iter().flatten()).collect()
}

fn file(name: &str, bytes: &[u8]) -> Page {
    (name.into(), bytes.to_vec())
}

type Manifest = BTreeMap<String, Weight>;

fn manifest(files: &[Page], pictures: &[Picture]) -> Result<Manifest, String> {
    let weigh = |name: &Path, bytes: &[u8]| {
        if name.extension().is_some_and(|extension| extension == "png") {
            return Ok(weigh::weigh_packed(bytes));
        }
        weigh::weigh(bytes)
    };
    let entry = |(name, bytes): &Page| Ok((name.display().to_string(), weigh(name, bytes)?));
    let mut manifest: Manifest = files.iter().map(entry).collect::<Result<_, String>>()?;
    for (picture, extension) in pictures.iter().flat_map(|picture| ["svg", "png"].map(|extension| (picture, extension)))
    {
        if let Some(weight) = manifest.get_mut(&picture.file(extension)) {
            weight.alt = Some(picture.alt());
        }
    }
    Ok(manifest)
}

fn to_json(manifest: &Manifest) -> Result<String, String> {
    serde_json::to_string_pretty(manifest).map_err(|error| format!("Cannot write the manifest: {error}."))
}

fn table(manifest: &Manifest) -> String {
    let head = format!("{:<24}{:>10}{:>10}{:>10}\n", "file", "bytes", "gzip", "brotli");
    let row = |(name, weight): (&String, &Weight)| {
        format!("{name:<24}{:>10}{:>10}{:>10}\n", weight.bytes, weight.gzip, weight.brotli)
    };
    head + &manifest.iter().map(row).collect::<String>()
}

/// Writes beside `dist/`, on the same file system, and swaps, so that a broken build never leaves half a folder.
fn publish(files: &[Page]) -> Result<(), String> {
    let (next, last) = (PathBuf::from(".dist-next"), PathBuf::from(".dist-last"));
    let clear = |folder: &Path| if folder.exists() { fs::remove_dir_all(folder) } else { Ok(()) };
    let say = |error| format!("Cannot put {DIST}/ in place: {error}. Close what holds it open, then build again.");
    clear(&next).and_then(|()| clear(&last)).map_err(say)?;
    for (name, bytes) in files {
        write(&next.join(name), bytes)?;
    }
    if Path::new(DIST).exists() {
        fs::rename(DIST, &last).map_err(say)?;
    }
    fs::rename(&next, DIST).and_then(|()| clear(&last)).map_err(say)
}
