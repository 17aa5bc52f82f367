//! What need not be made again: results kept under the hash of what they were made from.

use crate::{read_bytes, work, write};
use sha2::{Digest, Sha384};
use std::fs;
use std::path::{Path, PathBuf};

/// A result of `make`, from the last time its inputs were the same.
///
/// # Errors
/// Those of `make`, or a sentence when the result cannot be kept.
pub fn kept(kind: &str, inputs: &[&[u8]], make: impl FnOnce() -> Result<Vec<u8>, String>) -> Result<Vec<u8>, String> {
    let path = work().join("kept").join(format!("{}.{kind}", name(inputs)));
    if let Ok(bytes) = fs::read(&path) {
        return Ok(bytes);
    }
    let bytes = make()?;
    // A reader must never meet half a file: `serve` reads what `build` keeps.
    let half = path.with_extension("half");
    write(&half, &bytes)?;
    fs::rename(&half, &path).map_err(|error| format!("Cannot write {}: {error}.", path.display()))?;
    Ok(bytes)
}

/// One name for all that files and folders hold, names included.
///
/// # Errors
/// A sentence, when a file cannot be read.
pub fn of_files(roots: &[&str]) -> Result<String, String> {
    let mut all = Sha384::new();
    for path in roots.iter().flat_map(|root| files(Path::new(root))) {
        all.update(path.to_string_lossy().as_bytes());
        all.update(Sha384::digest(read_bytes(&path)?));
    }
    Ok(hex(&all.finalize()))
}

/// Every file in a folder and its folders, in order; a file's own path for a file.
pub fn files(root: &Path) -> Vec<PathBuf> {
    let Ok(folder) = fs::read_dir(root) else {
        return if root.is_file() { vec![root.to_path_buf()] } else { Vec::new() };
    };
    let mut paths: Vec<PathBuf> = folder.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths.iter().flat_map(|path| files(path)).collect()
}

fn name(inputs: &[&[u8]]) -> String {
    let mut all = Sha384::new();
    for input in inputs {
        all.update(Sha384::digest(input));
    }
    hex(&all.finalize()[..16])
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
