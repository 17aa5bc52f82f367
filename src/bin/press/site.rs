//! Where `dist/` will stand: `SITE` in the build's environment. What other hosts read needs whole addresses; without it
//! they are as relative as every other address of the build.

use rok_asean_map::data::is_url;
use std::env;

/// Empty, or an address that ends with a slash.
///
/// # Errors
/// A sentence, when `SITE` is no address of a folder.
pub fn site() -> Result<String, String> {
    of(env::var("SITE").unwrap_or_default())
}

fn of(site: String) -> Result<String, String> {
    if site.is_empty() || is_url(&site) && !site.contains(['?', '#']) {
        return Ok(if site.is_empty() || site.ends_with('/') { site } else { site + "/" });
    }
    Err(format!(
        "SITE is \"{site}\": give the whole address of a folder, as in SITE=https://www.example.org/map/ npm run build."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_the_address_of_a_folder_or_stops_the_build() {
        for (site, folder) in
            [("", ""), ("https://a.example/map", "https://a.example/map/"), ("http://a.example/", "http://a.example/")]
        {
            assert_eq!(of(site.to_owned()).as_deref(), Ok(folder));
        }
        for site in [
            "www.example.org",
            "/map/",
            "ftp://a.example/",
            "https://",
            "https://a b/",
            "https://a.example/?x=\"",
            "https://a.example/#x",
        ] {
            assert!(of(site.to_owned()).is_err_and(|sentence| sentence.contains(site)), "{site}");
        }
    }
}
