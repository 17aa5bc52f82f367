//! `map.js`, `map.desk.js` and `map.css`: what esbuild makes of `www/` and the glue.

use crate::engine::Shipped;
use crate::{read, read_bytes, skins, tools, weigh, work, write};
use rok_asean_map::data::LIMIT;
use rok_asean_map::map::OUTLINES;
use rok_asean_map::model::{Dataset, Lang};
use rok_asean_map::state::State;
use rok_asean_map::view;
use rok_asean_map::write::steps::drawn;
use serde_json::{Value, json};
use std::cmp::Reverse;
use std::env;
use std::path::{Path, PathBuf};

/// The oldest JavaScript that a reader's browser may know.
const TARGET: &str = "--target=es2022";

/// The scripts and the style sheet as they ship.
pub struct Script {
    /// The bytes of `map.js`.
    pub js: Vec<u8>,
    /// The bytes of [`DESK`].
    pub desk: Vec<u8>,
    /// The bytes of `map.css`, which `map.js` holds as text too.
    pub css: Vec<u8>,
    /// What `map.js` draws before the engine is there: a module of outlines and steps.
    pub first: String,
    /// The element alone, for the package.
    pub packaged: Vec<u8>,
}

/// The desk's script, which `map.js` fetches for a page that offers data.
pub const DESK: &str = "map.desk.js";

/// Makes the scripts. `www/map.js` finds the engine's glue as `engine-glue`, the style sheet's text as `map.css`, what it
/// draws at once as `first-view`, both forms of the engine as `FORMS`, the desk's script as `DESK`, each with its hash,
/// what tells this build from another as `BUILD`, and whether it is made for the package as `PACKAGED`;
/// `www/element/desk.js` the desk's glue as `desk-glue`, the desk's
/// forms as `FORMS`, and the largest dataset, in bytes, as `LIMIT`.
///
/// # Errors
/// A sentence, when esbuild is missing or fails.
pub fn script(engine: &Shipped, desk: &Shipped, dataset: &Dataset) -> Result<Script, String> {
    let (css, first) = (style()?, first(dataset));
    write(&work().join("first.js"), &first)?;
    let of_desk = bundle(
        &["www/element/desk.js", "--format=esm", "--loader:.css=text", "--alias:desk-glue=map_bg.js"],
        &desk.glue,
        &[format!("--define:FORMS={}", forms(desk)), format!("--define:LIMIT={LIMIT}")],
    )?;
    let of_engine = |entry, is_packaged| {
        bundle(
            &[
                entry,
                "--format=iife",
                "--loader:.css=text",
                "--alias:engine-glue=map_bg.js",
                "--alias:first-view=first.js",
            ],
            &engine.glue,
            &[
                format!("--define:FORMS={}", forms(engine)),
                format!("--define:BUILD=\"{}\"", build(engine)),
                format!("--define:DESK={}", file(&weigh::named(DESK, &of_desk), &of_desk)),
                format!("--define:PACKAGED={is_packaged}"),
            ],
        )
    };
    let [js, packaged] = [of_engine("www/map.js", false)?, of_engine("www/package.js", true)?];
    Ok(Script { js, desk: of_desk, css: read_bytes(&css)?, first, packaged })
}

/// An outline as `map.js` holds it: a capital letter for a space and a number behind it, or the first digits of one, `A` to
/// `Y` for -12 to 12.
pub fn letters(outline: &str) -> String {
    let mut numbers: Vec<i32> = (-12..=12).collect();
    // 12 before 1.
    numbers.sort_by_key(|number| Reverse(number.to_string().len()));
    let shorten = |text: String, number: i32| {
        text.replace(&format!(" {number}"), &char::from((i32::from(b'M') + number) as u8).to_string())
    };
    numbers.into_iter().fold(outline.to_owned(), shorten)
}

/// The outlines, and the steps that draw the map in each language.
fn first(dataset: &Dataset) -> String {
    let draw = |lang: &Lang| drawn(&view::first(dataset, &State::first(*lang)));
    let views: Value = Lang::ALL.iter().map(|lang| (lang.tag().to_owned(), Value::from(draw(lang)))).collect();
    format!("export const OUTLINES = {};\nexport const FIRST = {views};\n", json!(&OUTLINES.map(letters)[..]))
}

/// What was made is imported by a bare name and found by `NODE_PATH`: esbuild's short names depend on the letters of
/// import paths, so none may say where this folder lies.
fn bundle(shape: &[&str], glue: &Path, given: &[String]) -> Result<Vec<u8>, String> {
    let out = work().join("bundle.js");
    let folders = [glue.parent().unwrap_or(glue), &work()].map(full);
    let folders = folders.into_iter().collect::<Result<Vec<_>, _>>()?;
    let made = env::join_paths(folders).map_err(|error| format!("Cannot name the folder of the glue: {error}."))?;
    tools::run(
        tools::npm_tool("esbuild")
            .env("NODE_PATH", made)
            .args(shape)
            .args(["--bundle", "--minify", TARGET, "--legal-comments=none", "--log-level=warning"])
            .args(given)
            .arg(format!("--outfile={}", out.display())),
    )?;
    read_bytes(&out)
}

fn full(path: &Path) -> Result<PathBuf, String> {
    std::path::absolute(path).map_err(|error| format!("Cannot tell where {} lies: {error}.", path.display()))
}

/// What tells this build from another, in a snippet and in the script that adopts its nodes.
pub fn build(engine: &Shipped) -> String {
    weigh::short_integrity(&engine.wasm).chars().skip("sha256-".len()).take(8).collect()
}

/// Both forms of a module.
fn forms(module: &Shipped) -> String {
    let [wasm, js] = module.files().map(|(name, bytes)| file(&name, bytes));
    format!("{{\"wasm\":{wasm},\"js\":{js}}}")
}

/// A file's name, and the hash that vouches for it.
fn file(name: &str, bytes: &[u8]) -> String {
    format!("[\"{name}\",\"{}\"]", weigh::short_integrity(bytes))
}

fn style() -> Result<PathBuf, String> {
    let (whole, css) = (work().join("whole.css"), work().join("map.css"));
    write(&whole, skins::map() + &read(Path::new("www/map.css"))?)?;
    let out = format!("--outfile={}", css.display());
    tools::run(tools::npm_tool("esbuild").arg(&whole).args(["--minify", "--log-level=warning", &out]))?;
    Ok(css)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_an_outline_become_letters_and_the_rest_is_kept() {
        assert_eq!(letters("m463 682 4 10 -5 0 -13 -10zm-2 0 120 1z"), "m463S82QWHML3Czm-2MY0Nz");
    }
}
