//! Where `dist/` will stand: `SITE` in the build's environment makes addresses whole for pages of other hosts.

use rok_asean_map::model::Lang;
use std::env;

/// The address of the published folder, with a slash at its end; empty where the build is not told.
#[derive(Debug, PartialEq)]
pub struct Site(String);

impl Site {
    /// The site that `SITE` names.
    ///
    /// # Errors
    /// A sentence, when it is no address that a reader's browser can open.
    pub fn from_env() -> Result<Site, String> {
        let text = env::var_os("SITE").unwrap_or_default();
        Site::parse(&text.to_string_lossy())
    }

    pub fn parse(text: &str) -> Result<Site, String> {
        if text.is_empty() || is_folder(text) {
            let end = if text.is_empty() || text.ends_with('/') { "" } else { "/" };
            return Ok(Site(format!("{text}{end}")));
        }
        Err(format!("SITE is \"{text}\": give the address of the folder, such as https://www.example.org/map/."))
    }

    /// The folder's address, where the build is told.
    pub fn folder(&self) -> Option<&str> {
        Some(&*self.0).filter(|folder| !folder.is_empty())
    }

    /// The address of a file that stands once in each language: whole, else as its neighbours name it.
    pub fn address(&self, lang: Lang, file: &str) -> String {
        match self.folder() {
            Some(folder) => format!("{folder}{}", in_language(lang, file)),
            None => file.to_owned(),
        }
    }
}

/// Where a file that stands once in each language lies in `dist/`.
pub fn in_language(lang: Lang, file: &str) -> String {
    let folder = if lang == Lang::Ko { "ko/" } else { "" };
    format!("{folder}{file}")
}

/// `http://` or `https://`, a host, and nothing that would end the address or an attribute that holds it.
fn is_folder(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let is_odd = |letter: char| !letter.is_ascii_graphic() || "\"'<>\\^`{|}?#@".contains(letter);
    rest.is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_alphanumeric() || first == '['))
        && !text.contains(is_odd)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_ends_with_a_slash_and_makes_addresses_whole() {
        for text in ["https://example.org/map", "https://example.org/map/"] {
            let site = Site::parse(text).unwrap();
            assert_eq!(site.folder(), Some("https://example.org/map/"));
            assert_eq!(site.address(Lang::Ko, "frame.html"), "https://example.org/map/ko/frame.html");
        }
        let here = Site::parse("").unwrap();
        assert_eq!((here.folder(), here.address(Lang::Ko, "frame.html")), (None, "frame.html".to_owned()));
    }

    #[test]
    fn what_no_browser_opens_is_refused_in_a_sentence() {
        for text in [
            "example.org",
            "/map/",
            "ftp://example.org/",
            "javascript:alert(1)",
            "https://",
            "https:///map",
            "https://a b/",
            "https://example.org/?x",
            "https://example.org/#x",
            "https://user@example.org/",
            "https://x/\"><b>",
        ] {
            let error = Site::parse(text).unwrap_err();
            assert!(error.contains(text) && error.ends_with("such as https://www.example.org/map/."), "{error}");
        }
        assert!(
            ["http://127.0.0.1:8080/", "http://[::1]/", "https://xn--3e0b707e/%ED%95%9C/"]
                .iter()
                .all(|text| Site::parse(text).is_ok())
        );
    }
}
