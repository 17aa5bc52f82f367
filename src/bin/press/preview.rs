//! What messengers and feeds show of a page, as Open Graph has it, from the title and the description that the page has
//! anyway; and under which address it is known.

use crate::pictures::{Picture, SIZE};
use crate::render::escaped;
use rok_asean_map::model::{Dataset, Lang};
use rok_asean_map::view::folder;

/// What stands in a template where these lines go.
pub const SLOT: &str = "{{preview}}";

/// The page that lies at `name`, with these lines in its place for them. Without a site, its picture is named as its links
/// are, and it claims no address.
pub fn preview(html: &str, name: &str, picture: &Picture, site: &str) -> String {
    html.replacen(SLOT, &lines(html, name, picture, site), 1)
}

/// The same where the page is about all countries.
pub fn of_all(html: &str, name: &str, dataset: &Dataset, site: &str) -> String {
    let lang = if name.starts_with(folder(Lang::Ko)) { Lang::Ko } else { Lang::En };
    preview(html, name, &Picture::new(dataset, lang, None, site), site)
}

fn lines(html: &str, name: &str, picture: &Picture, site: &str) -> String {
    let between =
        |start, end| html.split_once(start).and_then(|(_, rest)| rest.split_once(end)).map_or("", |(text, _)| text);
    let [title, description] = [between("<title>", "</title>"), between("name=\"description\" content=\"", "\"")]
        .map(|text| text.replace('"', "&quot;"));
    let locales = Lang::ALL.map(|lang| if lang == Lang::Ko { "ko_KR" } else { "en_GB" });
    let (ours, other) = (picture.selection().lang as usize, 1 - picture.selection().lang as usize);
    let folder = if site.is_empty() && name.contains('/') { "../" } else { site };
    let (image, address) = ([folder, &picture.file("png")].concat(), escaped(&address(site, name)));
    let [width, height] = SIZE.map(|side| side.to_string());
    let graph = [
        ("og:type", "article"),
        ("og:title", &title),
        ("og:description", &description),
        ("og:locale", locales[ours]),
        ("og:locale:alternate", locales[other]),
        ("og:url", &address),
        ("og:image", &escaped(&image)),
        ("og:image:width", &width),
        ("og:image:height", &height),
        ("og:image:alt", &escaped(&picture.alt())),
    ];
    let told = graph.iter().filter(|(_, content)| !content.is_empty());
    let mut lines: Vec<_> =
        told.map(|(name, content)| format!("<meta property=\"{name}\" content=\"{content}\">")).collect();
    lines.push("<meta name=\"twitter:card\" content=\"summary_large_image\">".to_owned());
    if !address.is_empty() {
        lines.push(format!("<link rel=\"canonical\" href=\"{address}\">"));
    }
    lines.join("\n  ")
}

/// The whole address of a page; empty where the site is not known.
pub fn address(site: &str, name: &str) -> String {
    let page = name.strip_suffix("index.html").unwrap_or(name);
    if site.is_empty() { String::new() } else { [site, page].concat() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::dataset;

    #[test]
    fn a_preview_has_whole_addresses_where_the_site_is_known() {
        let dataset = dataset().unwrap();
        let of = |name, site| {
            let html = "<title>A &amp; \"B\"</title><meta name=\"description\" content=\"C.\">";
            lines(html, name, &Picture::new(&dataset, Lang::Ko, dataset.country("VN"), site), site)
        };
        let here = of("ko/vn.html", "");
        assert!(
            here.contains("\"og:title\" content=\"A &amp; &quot;B&quot;\"")
                && here.contains("\"og:description\" content=\"C.\"")
        );
        assert!(
            here.contains("\"og:image\" content=\"../picture.vn.ko.png\"") && !here.contains("canonical"),
            "{here}"
        );
        let there = of("ko/index.html", "https://a.example/?x&y/");
        for part in [
            "og:url\" content=\"https://a.example/?x&amp;y/ko/\"",
            "rel=\"canonical\" href=\"https://a.example/?x&amp;y/ko/\"",
            "content=\"https://a.example/?x&amp;y/picture.vn.ko.png\"",
        ] {
            assert!(there.contains(part), "{there} lacks {part}");
        }
    }
}
