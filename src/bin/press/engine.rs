//! The engine: the crate as WebAssembly, and the glue that joins it to the page.

use crate::{read_bytes, sections, stamp, tools, work, write};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

/// What wasm-bindgen and wasm-opt may use: what rustc emits, except `externref` and several return
/// values, which a JavaScript twin of the module could not have.
const FEATURES: [&str; 5] = [
    "--mvp-features",
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
];

const OPTIMISE: [&str; 5] = ["-Oz", "--converge", "--strip-debug", "--strip-producers", "--strip-target-features"];

/// The engine as it ships.
pub struct Engine {
    /// The bytes of `map.wasm`.
    pub wasm: Vec<u8>,
    /// The ES module that exports the engine's classes and `__wbg_set_wasm`.
    pub glue: PathBuf,
}

/// Makes the engine from the crate.
///
/// # Errors
/// A sentence, when a tool is missing or fails.
pub fn engine() -> Result<Engine, String> {
    let compiled = sections::with_plain_features(&compile()?);
    let (bound, glue) = bind(compiled)?;
    let wasm = stamp::kept("wasm", &[&bound, format!("{FEATURES:?}{OPTIMISE:?}").as_bytes()], || optimise(&bound))?;
    Ok(Engine { wasm, glue })
}

/// Asks for the `cdylib` here: a library that lists it in `Cargo.toml` silently loses LTO.
fn compile() -> Result<Vec<u8>, String> {
    let folder = work().join("widget");
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    tools::run(
        Command::new(cargo)
            .args(["rustc", "--lib", "--crate-type", "cdylib", "--target", "wasm32-unknown-unknown"])
            .args(["--profile", "widget", "--locked", "--quiet", "--target-dir"])
            .arg(&folder)
            .env("CARGO_ENCODED_RUSTFLAGS", remaps()?),
    )?;
    read_bytes(&folder.join("wasm32-unknown-unknown/widget/rok_asean_map.wasm"))
}

/// Panic messages name source files: under the same names wherever the crate and cargo's home lie.
fn remaps() -> Result<String, String> {
    let here = env::current_dir().map_err(|error| format!("Cannot tell the current folder: {error}."))?;
    let remap = |from: &Path, to: &str| format!("--remap-path-prefix={}={to}", from.display());
    Ok([remap(&cargo_home(), "/cargo"), remap(&here, "/map")].join("\x1f"))
}

fn cargo_home() -> PathBuf {
    let default = || env::home_dir().unwrap_or_default().join(".cargo");
    env::var_os("CARGO_HOME").map_or_else(default, PathBuf::from)
}

fn bind(wasm: Vec<u8>) -> Result<(Vec<u8>, PathBuf), String> {
    let folder = work().join("glue");
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes("map", wasm).typescript(false).demangle(false);
    bindgen.remove_name_section(true).remove_producers_section(true);
    let output = bindgen.bundler(true).and_then(|bindgen| bindgen.generate_output());
    let output = output.and_then(|mut output| output.emit(&folder).map(|()| output.wasm_mut().emit_wasm()));
    let wasm = output.map_err(|error| format!("wasm-bindgen cannot read the engine: {error:#}."))?;
    Ok((wasm, folder.join("map_bg.js")))
}

fn optimise(wasm: &[u8]) -> Result<Vec<u8>, String> {
    let (before, after) = (work().join("bound.wasm"), work().join("best.wasm"));
    write(&before, wasm)?;
    tools::run(tools::npm_tool("wasm-opt").arg(&before).args(FEATURES).args(OPTIMISE).arg("-o").arg(&after))?;
    read_bytes(&after)
}
