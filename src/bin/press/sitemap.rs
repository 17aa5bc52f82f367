//! `sitemap.xml`: which pages there are to find, each with its other language (sitemaps.org). It takes whole addresses
//! alone, so without a site there is none.

use crate::pages::Page;
use crate::preview::address;
use crate::render::escaped;
use rok_asean_map::model::{Dataset, Lang};
use rok_asean_map::view::{country_page, folder};

/// The file, where it is known where `dist/` will stand.
pub fn page(dataset: &Dataset, site: &str) -> Option<Page> {
    (!site.is_empty()).then(|| ("sitemap.xml".into(), text(dataset, site).into_bytes()))
}

fn text(dataset: &Dataset, site: &str) -> String {
    let countries = dataset.countries.iter().map(|country| country_page(&country.code));
    let pages = ["index.html", "static.html"].map(str::to_owned).into_iter().chain(countries);
    let entries: String = pages.flat_map(|page| Lang::ALL.map(|lang| entry(site, lang, &page))).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n\
         {entries}</urlset>\n"
    )
}

fn entry(site: &str, lang: Lang, page: &str) -> String {
    let at = |lang| escaped(&address(site, &[folder(lang), page].concat()));
    let other =
        |lang: Lang| format!("  <xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>\n", lang.tag(), at(lang));
    format!("<url>\n  <loc>{}</loc>\n{}</url>\n", at(lang), Lang::ALL.map(other).concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::dataset;

    #[test]
    fn every_page_is_named_with_its_languages_once_it_has_an_address() {
        let dataset = dataset().unwrap();
        assert_eq!(page(&dataset, ""), None);
        let text = text(&dataset, "https://a.example/map/");
        let count = |part: &str| text.matches(part).count();
        assert_eq!(count("<url>"), 2 * (2 + dataset.countries.len()));
        for address in ["", "ko/", "static.html", "ko/static.html", "vn.html", "ko/vn.html"] {
            assert_eq!(count(&format!("<loc>https://a.example/map/{address}</loc>")), 1, "{address}");
            assert_eq!(count(&format!("href=\"https://a.example/map/{address}\"")), 2, "{address}");
        }
    }
}
