//! `press check FILE [--lang ko]`: the rules of the dataset, one issue a line.

use rok_asean_map::{data, model::Lang};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

const USAGE: &str = "Say which file: npm run check -- FILE [--lang ko].";

/// Checks a file: exit 0 when it is clean, 1 when it has issues, 2 when it cannot be read.
pub fn command(words: &[&str]) -> ExitCode {
    let (file, lang) = match words {
        [file] | [file, "--lang", "en"] => (file, Lang::En),
        [file, "--lang", "ko"] | ["--lang", "ko", file] => (file, Lang::Ko),
        _ => return refuse(USAGE),
    };
    match fs::read_to_string(from_caller(file)) {
        Ok(text) => report(&issues(&text, lang)),
        Err(error) => refuse(&format!("Cannot read {file}: {error}.")),
    }
}

fn report(issues: &[String]) -> ExitCode {
    for issue in issues {
        println!("{issue}");
    }
    if issues.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) }
}

fn refuse(sentence: &str) -> ExitCode {
    eprintln!("{sentence}");
    ExitCode::from(2)
}

/// npm runs a script in the package's folder and names the caller's own in `INIT_CWD`.
fn from_caller(file: &str) -> PathBuf {
    env::var_os("INIT_CWD").map_or_else(|| PathBuf::from(file), |folder| Path::new(&folder).join(file))
}

/// Every issue of a dataset as `PATH: message`.
pub fn issues(text: &str, lang: Lang) -> Vec<String> {
    let issues = data::read(text).err().unwrap_or_default();
    issues.iter().map(|issue| format!("{}: {}", issue.path, issue.message(lang))).collect()
}
