//! Packs the office's dataset for the engine, by the code that the crate itself reads and packs with, and tells the crate
//! which edition it is.
#![allow(dead_code, unused_imports, reason = "parts of the crate, which uses more of them")]

#[path = "src/data/mod.rs"]
mod data;
#[path = "src/map/mod.rs"]
mod map;
#[path = "src/model/mod.rs"]
mod model;

use std::{env, fs, path::Path};

fn main() {
    for input in ["build.rs", "src/data", "src/map", "src/model", "www/map.json"] {
        println!("cargo::rerun-if-changed={input}");
    }
    // A dataset with issues is refused by `press`, which can say what is wrong.
    let edition = data::packed(data::EMBEDDED).unwrap_or_default();
    let edition_of = |dataset: model::Dataset| format!("{} {}", dataset.id, dataset.version);
    println!("cargo::rustc-env=EDITION={}", data::read(data::EMBEDDED).map(edition_of).unwrap_or_default());
    let folder = env::var_os("OUT_DIR").expect("cargo names the folder");
    fs::write(Path::new(&folder).join("edition"), edition).expect("cargo's folder can be written to");
}
