//! The engine and the desk: the crate as two WebAssembly modules, each with the glue that joins it to the page.

use crate::{glue, mute, read, read_bytes, sections, stamp, tools, twin, weigh, work, write};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

/// Taken apart and put together again (`--flatten`, `--rereloop`), a module comes out shorter; and it packs better where
/// functions stay apart, long ones even if only one calls them.
const OPTIMISE: [&str; 10] = [
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--converge",
    "--one-caller-inline-max-function-size=20",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
    "--low-memory-unused",
];

/// In bytes: many times what the deepest dataset takes. Behind a small stack, addresses are short numbers.
const STACK: usize = 128 << 10;

/// The two modules of the crate.
#[derive(Clone, Copy)]
pub enum Part {
    /// Shows maps.
    Engine,
    /// Checks datasets: fetched only for a page that offers one.
    Desk,
}

impl Part {
    pub fn name(self) -> &'static str {
        ["engine", "desk"][self as usize]
    }

    /// What the files are called: the module, and its twin.
    pub fn names(self) -> [&'static str; 2] {
        [["map.wasm", "map.core.js"], ["map.desk.wasm", "map.desk.core.js"]][self as usize]
    }

    fn features(self) -> &'static [&'static str] {
        [&[][..], &["--features", "desk"]][self as usize]
    }
}

/// A module as it ships.
pub struct Shipped {
    pub part: Part,
    pub wasm: Vec<u8>,
    pub twin: Vec<u8>,
    /// The ES module whose default export makes the glue of one instance: what it imports, and what a page calls.
    pub glue: PathBuf,
}

impl Shipped {
    /// The files in `dist/`: the module, and its twin.
    pub fn files(&self) -> [(String, &[u8]); 2] {
        let [wasm, twin] = self.part.names();
        [(wasm, &self.wasm[..]), (twin, &self.twin[..])].map(|(name, bytes)| (weigh::named(name, bytes), bytes))
    }
}

/// Makes a module from the crate.
///
/// # Errors
/// A sentence, when a tool is missing or fails.
pub fn module(part: Part) -> Result<Shipped, String> {
    let compiled = sections::with_plain_features(&compile(part)?);
    let (bound, glue) = bind(part, compiled)?;
    let wasm = stamp::kept("wasm", &[&bound, format!("{:?}{OPTIMISE:?}", tools::FEATURES).as_bytes()], || {
        optimise(part, &bound)
    })?;
    let twin = twin_of(part.name(), &wasm)?;
    Ok(Shipped { part, wasm, twin, glue })
}

/// A module that carries nothing in the place of this text, and its twin. A module that does not hold the text stays
/// whole: what is not there must not be taken off.
///
/// # Errors
/// As those of [`module`].
pub fn without(module: &Shipped, text: &[u8]) -> Result<(Vec<u8>, Vec<u8>), String> {
    let mut wasm = module.wasm.clone();
    // As long as before, so that all else lies where it lay.
    if let Some(start) = wasm.windows(text.len().max(1)).position(|window| window == text) {
        wasm[start..start + text.len()].fill(0);
    }
    let twin = twin_of("empty", &wasm)?;
    Ok((wasm, twin))
}

fn twin_of(name: &str, wasm: &[u8]) -> Result<Vec<u8>, String> {
    stamp::kept("twin", &[wasm, twin::FORM.as_bytes()], || twin::twin(name, wasm))
}

/// Asks for the `cdylib` here: a library that lists it in `Cargo.toml` silently loses LTO.
fn compile(part: Part) -> Result<Vec<u8>, String> {
    eprintln!("Compiling the {} to WebAssembly.", part.name());
    let folder = work().join(part.name());
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    tools::run(
        Command::new(cargo)
            .args(["rustc", "--lib", "--crate-type", "cdylib", "--target", "wasm32-unknown-unknown"])
            .args(["--profile", "widget", "--locked", "--quiet"])
            .args(part.features())
            .arg("--target-dir")
            .arg(&folder)
            .env("CARGO_ENCODED_RUSTFLAGS", flags()?),
    )?;
    read_bytes(&folder.join("wasm32-unknown-unknown/widget/rok_asean_map.wasm"))
}

/// Panic messages name source files: under the same names wherever the crate and cargo's home lie.
fn flags() -> Result<String, String> {
    let here = env::current_dir().map_err(|error| format!("Cannot tell the current folder: {error}."))?;
    let remap = |from: &Path, to: &str| format!("--remap-path-prefix={}={to}", from.display());
    let stack = format!("-Clink-arg=-zstack-size={STACK}");
    Ok([remap(&cargo_home(), "/cargo"), remap(&here, "/map"), stack].join("\x1f"))
}

fn cargo_home() -> PathBuf {
    let default = || env::home_dir().unwrap_or_default().join(".cargo");
    env::var_os("CARGO_HOME").map_or_else(default, PathBuf::from)
}

fn bind(part: Part, wasm: Vec<u8>) -> Result<(Vec<u8>, PathBuf), String> {
    let folder = work().join("glue").join(part.name());
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes("map", wasm).typescript(false).demangle(false);
    bindgen.remove_name_section(true).remove_producers_section(true);
    let output = bindgen.bundler(true).and_then(|bindgen| bindgen.generate_output());
    let output = output.map_err(|error| format!("wasm-bindgen cannot read the {}: {error:#}.", part.name()));
    let mut output = output?;
    output.emit(&folder).map_err(|error| format!("Cannot write the glue of the {}: {error:#}.", part.name()))?;
    let (module, path) = (output.wasm_mut(), folder.join("map_bg.js"));
    if let Part::Engine = part {
        mute::mute(module)?;
    }
    let fitted = glue::fit(module, read(&path)?)?;
    write(&path, fitted)?;
    Ok((module.emit_wasm(), path))
}

fn optimise(part: Part, wasm: &[u8]) -> Result<Vec<u8>, String> {
    let file = |step: &str| work().join(format!("{}.{step}.wasm", part.name()));
    let (before, after) = (file("bound"), file("best"));
    write(&before, wasm)?;
    tools::wasm_opt(&before, &OPTIMISE, &after)?;
    read_bytes(&after)
}
