//! `press`: checks the dataset, bakes the geometry, builds `dist/` and serves it.
//!
//! The npm scripts are its front door; `package.json` lists them.

mod bake;
mod build;
mod check;
mod conformance;
mod countries;
mod engine;
mod glue;
mod mute;
mod oembed;
mod package;
mod pages;
mod parts;
mod pictures;
mod preview;
mod render;
mod script;
mod sections;
mod serve;
mod site;
mod sitemap;
mod skins;
mod stamp;
mod tools;
mod twin;
mod weigh;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

const USAGE: &str = "Say what to do: start, build, serve, bake, or check FILE [--lang ko].";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["check", rest @ ..] => check::command(rest),
        words => exit(at_root().and_then(|()| command(words))),
    }
}

fn command(words: &[&str]) -> Result<(), String> {
    match words {
        ["start"] => {
            let server = serve::listen()?;
            build::build()?;
            serve::serve(&server);
            Ok(())
        }
        ["build"] => build::build(),
        ["serve"] => serve::listen().map(|server| serve::serve(&server)),
        ["bake"] => bake_geometry(),
        _ => Err(USAGE.to_string()),
    }
}

fn exit(result: Result<(), String>) -> ExitCode {
    let Err(error) = result else { return ExitCode::SUCCESS };
    eprintln!("{error}");
    ExitCode::FAILURE
}

/// All paths of the tool are relative to the package, which `cargo run` names.
fn at_root() -> Result<(), String> {
    let root = env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| ".".to_string());
    env::set_current_dir(&root).map_err(|error| format!("Cannot enter the package at {root}: {error}."))
}

fn bake_geometry() -> Result<(), String> {
    tools::node_modules()?;
    let text = bake::bake(&read(Path::new(bake::SOURCE))?)?;
    write(Path::new("src/map/baked.rs"), text)
}

/// Where everything that can be made again is kept.
fn work() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from).join("press")
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("Cannot read {}: {error}.", path.display()))
}

fn read_bytes(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("Cannot read {}: {error}.", path.display()))
}

/// Writes a file and the folders it stands in.
fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<(), String> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, bytes))
        .map_err(|error| format!("Cannot write {}: {error}.", path.display()))
}
