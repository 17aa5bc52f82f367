//! `oembed.json`: what a publishing system needs to put the map into a page that names its address (oembed.com).
//!
//! Its code goes to pages of other hosts, so its addresses must be whole: `SITE` in the build's environment says where
//! `dist/` will stand. Without it they are as relative as every other address of the build.

use crate::pages::Page;
use rok_asean_map::model::{Dataset, Lang};
use rok_asean_map::view::Markup;
use rok_asean_map::write::html::html;
use serde_json::json;

/// The room that the map is given by a page that asks, in pixels; it fits itself into any other.
const SIZE: [u32; 2] = [1200, 1000];

/// The file, in each language; `integrity` vouches for `map.js`, `site` is where the folder will stand.
pub fn pages(dataset: &Dataset, integrity: &str, site: &str) -> Vec<Page> {
    let name = |lang| if lang == Lang::Ko { "ko/oembed.json" } else { "oembed.json" };
    let page = |lang: &Lang| (name(*lang).into(), text(dataset, *lang, integrity, site).into_bytes());
    Lang::ALL.iter().map(page).collect()
}

fn text(dataset: &Dataset, lang: Lang, integrity: &str, site: &str) -> String {
    let mut oembed = json!({
        "version": "1.0",
        "type": "rich",
        "title": dataset.title.get(lang),
        "width": SIZE[0],
        "height": SIZE[1],
        "html": html(&tag(lang, integrity, site)),
    });
    if !site.is_empty() {
        oembed["provider_url"] = json!(site);
    }
    format!("{oembed:#}\n")
}

fn tag(lang: Lang, integrity: &str, site: &str) -> Markup {
    let mut markup = Markup::default();
    markup.element("script", |m| {
        m.attr("src", site).and("map.js");
        m.attr("integrity", integrity).attr("crossorigin", "anonymous");
        m.attr("defer", "").attr("data-lang", lang.tag());
    });
    markup
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::dataset;
    use serde_json::Value;

    #[test]
    fn its_code_is_the_tag_with_whole_addresses_where_the_site_is_known() {
        let dataset = dataset().unwrap();
        let told = |site| {
            let text = text(&dataset, Lang::Ko, "sha384-x", site);
            serde_json::from_str::<Value>(&text).unwrap()
        };
        let here = told("");
        assert_eq!((&here["type"], &here["version"], here.get("provider_url")), (&json!("rich"), &json!("1.0"), None));
        assert!(here["html"].as_str().unwrap().starts_with("<script src=\"map.js\" integrity=\"sha384-x\""));
        let there = told("https://example.org/map/");
        let code = there["html"].as_str().unwrap();
        assert!(
            code.starts_with("<script src=\"https://example.org/map/map.js\"") && code.contains("data-lang=\"ko\"")
        );
        assert_eq!(there["provider_url"], "https://example.org/map/");
    }
}
