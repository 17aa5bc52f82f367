//! The address that a quote, a link or a file names: that of the page, as the page would have it passed on.

/// Fields that mailers, networks and advertisers add to follow a reader, in small letters; a star stands for any rest.
const TRACKING: [&str; 31] = [
    "utm_*",
    "_hs*",
    "_ga",
    "_gl",
    "_openstat",
    "dclid",
    "fbclid",
    "gad_*",
    "gbraid",
    "gclid",
    "gclsrc",
    "igsh",
    "igshid",
    "li_fat_id",
    "mc_cid",
    "mc_eid",
    "mkt_tok",
    "msclkid",
    "n_*",
    "napm",
    "oly_*",
    "ref_src",
    "s_cid",
    "sc_cid",
    "ttclid",
    "twclid",
    "vero_id",
    "wbraid",
    "wickedid",
    "yclid",
    "ysclid",
];

/// What the page calls its canonical address, where that is an address of this page, else the page's own without the
/// fields that follow a reader. Neither has what stands behind `#`.
pub fn citable(page: &str, canonical: &str) -> String {
    let (page, canonical) = (before(page, '#'), before(canonical, '#'));
    let is_web = canonical.starts_with("https://") || canonical.starts_with("http://");
    // A site that names its front page on every page of it says nothing of this one.
    if is_web && (!is_front(canonical) || is_front(before(page, '?'))) { canonical.to_owned() } else { untracked(page) }
}

fn before(text: &str, sign: char) -> &str {
    text.split(sign).next().unwrap_or_default()
}

fn is_front(address: &str) -> bool {
    let rest = address.split_once("://").map_or("", |(_, rest)| rest);
    rest.split_once('/').is_none_or(|(_, path)| path.is_empty())
}

fn untracked(page: &str) -> String {
    let Some((path, query)) = page.split_once('?') else { return page.to_owned() };
    let kept: Vec<&str> = query.split('&').filter(|field| !is_tracking(before(field, '='))).collect();
    if kept.is_empty() { path.to_owned() } else { [path, "?", &kept.join("&")].concat() }
}

fn is_tracking(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    TRACKING.iter().any(|known| known.strip_suffix('*').map_or(name == *known, |start| name.starts_with(start)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_the_canonical_one_or_the_page_s_own_without_what_follows_a_reader() {
        let page = "https://www.example.org/press/7?id=3&UTM_Source=mail&fbclid=x&n=2&NaPm=y#map=VN";
        let own = "https://www.example.org/press/7?id=3&n=2";
        for (canonical, expected) in [
            ("", own),
            ("https://www.example.org/", own),
            ("https://www.example.org", own),
            ("javascript:alert(1)", own),
            ("https://www.example.org/press/7#top", "https://www.example.org/press/7"),
            ("https://news.example.org/7?lang=ko", "https://news.example.org/7?lang=ko"),
        ] {
            assert_eq!(citable(page, canonical), expected, "{canonical}");
        }
        assert_eq!(citable("https://www.example.org/?utm_campaign=a", ""), "https://www.example.org/");
        assert_eq!(citable("https://www.example.org/?gclid=a", "https://example.org/"), "https://example.org/");
        assert_eq!(citable("https://www.example.org/a?n_media=1&q", ""), "https://www.example.org/a?q");
    }
}
