//! `oembed.json`: what a publishing system needs to put the map into a page that names its address (oembed.com).
//!
//! Of a provider that it does not know, such a system keeps a frame and nothing else, so its code is one. It goes to
//! pages of other hosts: its addresses are whole where `SITE` says where `dist/` will stand.

use crate::pages::Page;
use crate::site::{Site, in_language};
use rok_asean_map::model::{Dataset, Lang};
use rok_asean_map::view::Markup;
use rok_asean_map::write::html::html;
use serde_json::json;

/// Its name, in each language's folder.
pub const FILE: &str = "oembed.json";

/// The room that the frame is given by a page that asks, in pixels; the map fits itself into any other.
const SIZE: [u32; 2] = [1200, 1000];

/// The file, in each language.
pub fn pages(dataset: &Dataset, site: &Site) -> Vec<Page> {
    let page = |lang: &Lang| (in_language(*lang, FILE).into(), text(dataset, *lang, site).into_bytes());
    Lang::ALL.iter().map(page).collect()
}

fn text(dataset: &Dataset, lang: Lang, site: &Site) -> String {
    let title = dataset.title.get(lang);
    let [width, height] = SIZE;
    let mut oembed = json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "width": width,
        "height": height,
        "html": html(&frame(title, &site.address(lang, "frame.html"), height)),
    });
    if let Some(folder) = site.folder() {
        oembed["provider_url"] = json!(folder);
    }
    format!("{oembed:#}\n")
}

/// As wide as its column: a page that keeps only the frame has no style for it.
fn frame(title: &str, address: &str, height: u32) -> Markup {
    let mut markup = Markup::default();
    markup.element("iframe", |m| {
        m.attr("src", address).attr("title", title);
        m.attr("width", "100%").attr("height", &height.to_string()).attr("loading", "lazy");
    });
    markup
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::dataset;
    use serde_json::Value;

    #[test]
    fn its_code_is_a_frame_with_whole_addresses_where_the_site_is_known() {
        let mut dataset = dataset().unwrap();
        dataset.title = rok_asean_map::model::Text::new("".into(), "\"<지도>\"".into());
        let told =
            |site| serde_json::from_str::<Value>(&text(&dataset, Lang::Ko, &Site::parse(site).unwrap())).unwrap();
        let here = told("");
        assert_eq!((&here["type"], &here["version"], here.get("provider_url")), (&json!("rich"), &json!("1.0"), None));
        assert!(
            here["html"].as_str().unwrap().starts_with("<iframe src=\"frame.html\" title=\"&quot;&lt;지도&gt;&quot;\"")
        );
        let there = told("https://example.org/map");
        let code = there["html"].as_str().unwrap();
        assert!(code.starts_with("<iframe src=\"https://example.org/map/ko/frame.html\""), "{code}");
        assert_eq!(there["provider_url"], "https://example.org/map/");
    }
}
