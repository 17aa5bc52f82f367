//! The programs that `press` calls, and the set-up they need.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const TARGET: &str = "wasm32-unknown-unknown";

/// Installs the npm packages that a build needs when they are missing or older than their lock file; the tests install
/// theirs too (`needs.js`).
///
/// # Errors
/// A sentence, when npm is missing or fails.
pub fn node_modules() -> Result<(), String> {
    let age = |path: &str| fs::metadata(path).and_then(|file| file.modified()).ok();
    let (installed, wanted) = (age("node_modules/.package-lock.json"), age("package-lock.json"));
    if installed.is_some() && installed >= wanted {
        return Ok(());
    }
    // No package of ours needs its install script.
    run(Command::new("npm").args([
        "ci",
        "--omit=dev",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ]))
}

/// Adds the WebAssembly target to a toolchain that lacks it.
///
/// # Errors
/// A sentence, when the target is missing and rustup cannot add it.
pub fn wasm_target() -> Result<(), String> {
    let folder = output(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]))?;
    if Path::new(folder.trim()).exists() {
        return Ok(());
    }
    run(Command::new("rustup").args(["target", "add", TARGET]))
}

/// A program that npm installed.
pub fn npm_tool(name: &str) -> Command {
    Command::new(PathBuf::from("node_modules/.bin").join(name))
}

/// What wasm-bindgen and wasm-opt may use: what rustc emits, except `externref` and several return
/// values, which a JavaScript twin of the module could not have.
pub const FEATURES: [&str; 5] = [
    "--mvp-features",
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
];

/// Rewrites a module by these passes.
///
/// # Errors
/// A sentence, when wasm-opt is missing or fails.
pub fn wasm_opt(from: &Path, passes: &[&str], to: &Path) -> Result<(), String> {
    run(npm_tool("wasm-opt").arg(from).args(FEATURES).args(passes).arg("-o").arg(to))
}

/// Runs a program to its end, showing what it says.
///
/// # Errors
/// A sentence, when it cannot start or fails.
pub fn run(command: &mut Command) -> Result<(), String> {
    let status = command.status().map_err(|error| unstarted(command, &error))?;
    if status.success() { Ok(()) } else { Err(failed(command)) }
}

/// Runs a program and gives what it printed; its complaints are shown.
///
/// # Errors
/// A sentence, when it cannot start or fails.
pub fn output(command: &mut Command) -> Result<String, String> {
    let output = command.stderr(Stdio::inherit()).output().map_err(|error| unstarted(command, &error))?;
    if !output.status.success() {
        return Err(failed(command));
    }
    String::from_utf8(output.stdout).map_err(|_| format!("{} printed what is no text.", name(command)))
}

fn unstarted(command: &Command, error: &std::io::Error) -> String {
    format!("Cannot start {}: {error}. Install rustup and Node.js 20 or later, then try again.", name(command))
}

fn failed(command: &Command) -> String {
    format!("{} failed: its own message stands above.", name(command))
}

fn name(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}
