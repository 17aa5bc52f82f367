//! `press build`: everything that `dist/` holds, made from `src/` and `www/`.

use crate::engine::Part;
use crate::pages::Page;
use crate::pictures::Picture;
use crate::weigh::Weight;
use crate::{
    check, conformance, countries, engine, oembed, pages, parts, pictures, preview, read, render, script, site,
    sitemap, stamp, tools, weigh, work, write,
};
use rok_asean_map::model::{Dataset, Lang};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const DATASET: &str = "www/map.json";

/// The folder that is published.
pub const DIST: &str = "dist";

/// All that the build reads. The tool's own source is under `src/`.
const INPUTS: [&str; 7] =
    ["Cargo.toml", "Cargo.lock", "build.rs", "package-lock.json", "rust-toolchain.toml", "src", "www"];

/// What the build printed when `dist/` was made.
const REPORT: &str = "report.txt";

/// What `dist/` was made from and what it held then.
const STAMP: &str = "stamp.txt";

/// Builds `dist/`, or says that it is up to date; prints what it weighs.
///
/// # Errors
/// One sentence, or one line for each issue of the dataset; the last `dist/` then stays as it is.
pub fn build() -> Result<(), String> {
    tools::node_modules()?;
    if read(&work().join(STAMP)) == stamp() {
        print!("{}\n{DIST}/ is up to date.\n", read(&work().join(REPORT))?);
        return Ok(());
    }
    tools::wasm_target()?;
    let report = make(&dataset()?)?;
    print!("{report}");
    write(&work().join(REPORT), report)?;
    write(&work().join(STAMP), stamp()?)
}

fn stamp() -> Result<String, String> {
    Ok(stamp::of_files(&[&INPUTS[..], &conformance::INPUTS, &[DIST]].concat())? + &site::site()?)
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
fn make(dataset: &Dataset) -> Result<String, String> {
    let site = site::site()?;
    let [engine, desk] = [engine::module(Part::Engine)?, engine::module(Part::Desk)?];
    let script = script::script(&engine, &desk, dataset)?;
    let hashes = render::Hashes::of(&script, &engine);
    let slots = render::slots(dataset, &hashes);
    let mut files = pages::pages(&slots, |html, name| preview::of_all(html, name, dataset, &site))?;
    files.extend(countries::pages(dataset, &slots, &site)?);
    files.extend(sitemap::page(dataset, &site));
    let pictures = pictures::pictures(dataset, &site);
    files.extend(pictures::files(&pictures)?);
    files.extend(render::snippets(dataset, &hashes));
    files.extend(oembed::pages(dataset, &hashes.js, &site));
    let parts = parts::parts(&engine, &script, &read(Path::new(DATASET))?)?;
    files.extend([file("map.js", script.js), file(script::DESK, script.desk), file("map.css", script.css)]);
    files.extend([engine, desk].into_iter().flat_map(|module| {
        let [wasm, js] = module.part.files();
        [file(wasm, module.wasm), file(js, module.twin)]
    }));
    files.push(conformance::page(&files)?);
    pages::check_names(&files)?;
    let manifest = manifest(&files, &pictures)?;
    let report = table(&manifest) + "\n" + &parts.table();
    files.push(file("manifest.json", to_json(&manifest)?.into_bytes()));
    publish(&files)?;
    Ok(report)
}

fn file(name: &str, bytes: Vec<u8>) -> Page {
    (name.into(), bytes)
}

type Manifest = BTreeMap<String, Weight>;

fn manifest(files: &[Page], pictures: &[Picture]) -> Result<Manifest, String> {
    let entry = |(name, bytes): &Page| Ok((name.display().to_string(), weigh::weigh(bytes)?));
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

/// Writes beside `dist/` and swaps, so that a broken build never leaves half a folder.
fn publish(files: &[Page]) -> Result<(), String> {
    let (next, last) = (work().join("next"), work().join("last"));
    let clear = |folder: &Path| if folder.exists() { fs::remove_dir_all(folder) } else { Ok(()) };
    let say = |error| format!("Cannot put {DIST}/ in place: {error}. Close what holds it open, then build again.");
    clear(&next).and_then(|()| clear(&last)).map_err(say)?;
    for (name, bytes) in files {
        write(&next.join(name), bytes)?;
    }
    if Path::new(DIST).exists() {
        fs::rename(DIST, &last).map_err(say)?;
    }
    fs::rename(&next, DIST).map_err(say)
}
