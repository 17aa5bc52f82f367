//! `press check FILE [--lang ko]`: the rules of the dataset, one issue a line.

use rok_asean_map::{
    data::{self, Issue, Kind},
    model::{Dataset, Lang},
};
use std::io::{self, Read as _};
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
    match bytes(&from_caller(file)) {
        Ok(bytes) => report(&found(&bytes, lang)),
        Err(error) => refuse(&format!("Cannot read {file}: {error}.")),
    }
}

/// What the file holds, up to a byte more than is ever read: enough to tell that it is too large.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(data::LIMIT as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn found(bytes: &[u8], lang: Lang) -> Vec<String> {
    if bytes.len() > data::LIMIT {
        return in_words(&[Issue::of_file(Kind::TooLarge { limit: data::LIMIT })], lang);
    }
    match str::from_utf8(bytes) {
        Ok(text) => dataset(text, lang).err().unwrap_or_default(),
        Err(_) => in_words(&[Issue::of_file(Kind::NotText)], lang),
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

/// The dataset of a text, or every issue as `PATH: message`.
///
/// # Errors
/// The issues; never an empty list.
pub fn dataset(text: &str, lang: Lang) -> Result<Dataset, Vec<String>> {
    data::read(text).map_err(|issues| in_words(&issues, lang))
}

fn in_words(issues: &[Issue], lang: Lang) -> Vec<String> {
    issues.iter().map(|issue| format!("{}: {}", issue.path, issue.message(lang))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_no_text_or_too_large_is_an_issue() {
        for (bytes, word) in [(&b"\xff\xfe{\0}\0"[..], "UTF-8"), (&vec![b' '; data::LIMIT + 1], "16 MB")] {
            let [issue] = &found(bytes, Lang::En)[..] else { panic!("one issue") };
            assert!(issue.starts_with("$: ") && issue.contains(word), "{issue}");
        }
    }
}
