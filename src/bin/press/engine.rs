//! The engine and the desk: the crate as two WebAssembly modules, each with the glue that joins it to the page.

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

/// Parts of the symbols of functions that panic, and of those that format, which only panics do in the engine.
const PANICS: [&str; 9] = [
    "4core9panicking",
    "4core3fmt",
    "core..fmt..",
    "3std9panicking",
    "slice_error_fail",
    "5slice5index",
    "grapheme_extend",
    "unwrap_failed",
    "handle_error",
];

/// The two modules of the crate.
#[derive(Clone, Copy)]
pub enum Part {
    /// Shows maps.
    Engine,
    /// Checks datasets: fetched only for a page that offers one.
    Desk,
}

impl Part {
    fn name(self) -> &'static str {
        ["engine", "desk"][self as usize]
    }

    /// The file in `dist/`.
    pub fn file(self) -> &'static str {
        ["map.wasm", "map.desk.wasm"][self as usize]
    }

    fn features(self) -> &'static [&'static str] {
        [&[][..], &["--features", "desk"]][self as usize]
    }
}

/// A module as it ships.
pub struct Module {
    pub part: Part,
    pub wasm: Vec<u8>,
    /// The ES module that holds its exports and `__wbg_set_wasm`.
    pub glue: PathBuf,
}

/// Makes a module from the crate.
///
/// # Errors
/// A sentence, when a tool is missing or fails.
pub fn module(part: Part) -> Result<Module, String> {
    let compiled = sections::with_plain_features(&compile(part)?);
    let (bound, glue) = bind(part, compiled)?;
    let wasm =
        stamp::kept("wasm", &[&bound, format!("{FEATURES:?}{OPTIMISE:?}").as_bytes()], || optimise(part, &bound))?;
    Ok(Module { part, wasm, glue })
}

/// Asks for the `cdylib` here: a library that lists it in `Cargo.toml` silently loses LTO.
fn compile(part: Part) -> Result<Vec<u8>, String> {
    let folder = work().join(part.name());
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    tools::run(
        Command::new(cargo)
            .args(["rustc", "--lib", "--crate-type", "cdylib", "--target", "wasm32-unknown-unknown"])
            .args(["--profile", "widget", "--locked", "--quiet"])
            .args(part.features())
            .arg("--target-dir")
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

fn bind(part: Part, wasm: Vec<u8>) -> Result<(Vec<u8>, PathBuf), String> {
    let folder = work().join("glue").join(part.name());
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes("map", wasm).typescript(false).demangle(false);
    bindgen.remove_name_section(true).remove_producers_section(true);
    let output = bindgen.bundler(true).and_then(|bindgen| bindgen.generate_output());
    let output = output.and_then(|mut output| {
        output.emit(&folder)?;
        mute(output.wasm_mut());
        Ok(output.wasm_mut().emit_wasm())
    });
    let wasm = output.map_err(|error| format!("wasm-bindgen cannot read the {}: {error:#}.", part.name()))?;
    Ok((wasm, folder.join("map_bg.js")))
}

/// Makes each function that only words a panic trap at once. No reader sees those words, since nothing prints them: a
/// panic ends in the same trap, a tenth of the engine lighter.
fn mute(module: &mut walrus::Module) {
    let words = |name: &str| PANICS.iter().any(|part| name.contains(part));
    let all = module.funcs.iter_local().filter(|(id, _)| module.funcs.get(*id).name.as_deref().is_some_and(words));
    for id in all.map(|(id, _)| id).collect::<Vec<_>>() {
        let function = module.funcs.get_mut(id).kind.unwrap_local_mut();
        let entry = function.entry_block();
        function.block_mut(entry).instrs.clear();
        function.builder_mut().func_body().unreachable();
    }
}

fn optimise(part: Part, wasm: &[u8]) -> Result<Vec<u8>, String> {
    let file = |step: &str| work().join(format!("{}.{step}.wasm", part.name()));
    let (before, after) = (file("bound"), file("best"));
    write(&before, wasm)?;
    tools::run(tools::npm_tool("wasm-opt").arg(&before).args(FEATURES).args(OPTIMISE).arg("-o").arg(&after))?;
    read_bytes(&after)
}
