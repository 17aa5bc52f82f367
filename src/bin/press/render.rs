//! What needs no script: the texts that the templates in `www/` ask for, and the snippets.

use crate::engine::Shipped;
use crate::pages::{Page, Slots};
use crate::script::{self, Script};
use crate::site::Site;
use crate::{oembed, weigh};
#[cfg(test)]
use rok_asean_map::model::Text;
use rok_asean_map::model::{Dataset, Lang, Pillar, Source, SourceId};
use rok_asean_map::view::{self, Markup, Words, date};
use rok_asean_map::write::html::{escape, html};
use serde_json::{Value, json};

/// A file that a page fetches, and the hash that vouches for it.
pub struct Vouched {
    pub name: String,
    pub hash: String,
}

impl Vouched {
    fn of(name: &str, bytes: &[u8]) -> Vouched {
        Vouched { name: weigh::named(name, bytes), hash: weigh::integrity(bytes) }
    }
}

/// What a page fetches.
pub struct Hashes {
    pub js: Vouched,
    css: Vouched,
    /// What tells this build from another.
    build: String,
}

impl Hashes {
    pub fn of(script: &Script, engine: &Shipped) -> Hashes {
        let [js, css] = [Vouched::of("map.js", &script.js), Vouched::of("map.css", &script.css)];
        Hashes { js, css, build: script::build(engine) }
    }
}

/// Every slot, in each language under its tag: `{{map:en}}`.
pub fn slots(dataset: &Dataset, hashes: &Hashes, site: &Site) -> Slots {
    let Hashes { js, css, .. } = hashes;
    let files = [("integrity", &js.hash), ("script", &js.name), ("style", &css.name)];
    let files = files.map(|(name, text)| (format!("{{{{{name}}}}}"), text.clone()));
    Lang::ALL.iter().flat_map(|lang| in_language(dataset, *lang, site)).chain(files).collect()
}

fn in_language(dataset: &Dataset, lang: Lang, site: &Site) -> Slots {
    let texts = [
        ("title", dataset.title.get(lang).to_owned()),
        ("release", dataset.release.title.get(lang).to_owned()),
        ("description", description(dataset, lang)),
        ("version", dataset.version.to_string()),
        ("as-of", written(|out| date(out, lang, dataset.as_of, false))),
        ("oembed", site.address(lang, oembed::FILE)),
        ("static", site.address(lang, "static.html")),
    ];
    let markups = [
        ("map", html(&view::page(dataset, lang))),
        ("data", script_text(&about(dataset, lang))),
        ("countries", options(dataset.countries.iter().map(|country| (&*country.code, country.short.get(lang))))),
        ("pillars", options(Pillar::ALL.map(|pillar| (pillar.slug(), dataset.pillars[pillar as usize].get(lang))))),
    ];
    let escaped = texts.map(|(name, text)| (name, escaped(&text)));
    escaped.into_iter().chain(markups).map(|(name, text)| (format!("{{{{{name}:{}}}}}", lang.tag()), text)).collect()
}

/// Choices of a `select`, each with its value and its words.
fn options<'a>(choices: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut markup = Markup::default();
    for (value, words) in choices {
        markup.element("option", |m| {
            m.attr("value", value).say(words);
        });
    }
    html(&markup)
}

/// The text as it stands in HTML.
pub fn escaped(text: &str) -> String {
    let mut out = String::new();
    escape(&mut out, text);
    out
}

/// What the page holds, in a sentence for search engines and previews.
fn description(dataset: &Dataset, lang: Lang) -> String {
    let title = dataset.release.title.get(lang);
    let (countries, entries) = (dataset.countries.len(), written(|out| Words(lang).count(out, dataset.facts.len())));
    let day = written(|out| date(out, lang, dataset.as_of, false));
    match lang {
        Lang::En => format!("{title}. {countries} countries, {entries}, each with its date and source, as of {day}."),
        Lang::Ko => format!("{title}. {countries}개국, {entries}, 모든 항목에 날짜와 출처 표시, {day} 기준."),
    }
}

/// The edition in the words of schema.org.
fn about(dataset: &Dataset, lang: Lang) -> Value {
    let works = |ids: &[SourceId]| ids.iter().map(|id| work(&dataset[*id])).collect::<Vec<_>>();
    let based_on = &dataset.release.sources;
    let cited = (0..dataset.sources.len() as u32).map(SourceId).filter(|id| !based_on.contains(id));
    json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "identifier": &*dataset.id,
        "name": dataset.title.get(lang),
        "description": description(dataset, lang),
        "version": &*dataset.version,
        "dateModified": dataset.as_of.to_string(),
        "inLanguage": lang.tag(),
        "isBasedOn": works(based_on),
        "citation": works(&cited.collect::<Vec<_>>()),
    })
}

/// A source; what it does not tell is left out.
pub fn work(source: &Source) -> Value {
    let mut work = json!({
        "@type": "CreativeWork",
        "name": &*source.title,
        "publisher": { "@type": "Organization", "name": &*source.publisher },
        "inLanguage": &*source.lang,
    });
    if let Some(url) = &source.url {
        work["url"] = json!(&**url);
    }
    if let Some(date) = source.date {
        work["datePublished"] = json!(date.to_string());
    }
    work
}

/// JSON inside `script`: nothing in it may look like the end of the element or a comment.
pub fn script_text(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}

/// The element with its content, and the tag that brings it to life: one for each language.
pub fn snippets(dataset: &Dataset, hashes: &Hashes) -> Vec<Page> {
    let name = |lang: Lang| format!("snippet.{}.html", lang.tag());
    Lang::ALL.iter().map(|lang| (name(*lang).into(), snippet(dataset, *lang, hashes).into_bytes())).collect()
}

fn snippet(dataset: &Dataset, lang: Lang, hashes: &Hashes) -> String {
    let mut markup = Markup::default();
    markup.element("rok-asean-map", |m| {
        m.attr("lang", lang.tag());
        m.element("template", |m| {
            m.attr("shadowrootmode", "open");
            m.element("link", |m| {
                m.attr("rel", "stylesheet").attr("href", &hashes.css.name);
                vouched(m, &hashes.css);
            });
            view::snippet(m, dataset, lang, &hashes.build);
        });
        // Read where the template is taken out or unknown.
        let (address, words) = whole(lang);
        m.element("p", |m| {
            m.element("a", |m| {
                m.attr("href", address).say(words);
            });
        });
    });
    markup.element("script", |m| {
        m.attr("src", &hashes.js.name);
        vouched(m, &hashes.js);
        m.attr("defer", "").attr("data-place", "none");
    });
    html(&markup) + "\n"
}

/// The page that needs no script, and what it is called.
fn whole(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::En => ("static.html", "Every country and entry on one page"),
        Lang::Ko => ("ko/static.html", "모든 국가와 항목을 한 페이지에서 보기"),
    }
}

fn vouched(m: &mut Markup, file: &Vouched) {
    m.attr("integrity", &file.hash).attr("crossorigin", "anonymous");
}

fn written(write: impl FnOnce(&mut String)) -> String {
    let mut text = String::new();
    write(&mut text);
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::dataset;

    #[test]
    fn json_never_ends_the_script_that_holds_it() {
        let text = script_text(&json!({ "name": "</script><!--" }));
        assert!(!text.contains('<'));
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap()["name"], "</script><!--");
    }

    #[test]
    fn every_source_is_cited_once_and_the_release_is_what_it_is_based_on() {
        let dataset = dataset().unwrap();
        let about = about(&dataset, Lang::Ko);
        let count = |name: &str| about[name].as_array().unwrap().len();
        assert_eq!(count("isBasedOn"), dataset.release.sources.len());
        assert_eq!(count("isBasedOn") + count("citation"), dataset.sources.len());
        assert!(about.get("license").is_none(), "the dataset names none");
    }

    #[test]
    fn a_title_is_text_in_a_template() {
        let mut dataset = dataset().unwrap();
        dataset.title = Text::new("<b> & \"c\"".into(), "".into());
        let slots = in_language(&dataset, Lang::En, &Site::parse("").unwrap());
        assert_eq!(slots[0], ("{{title:en}}".to_owned(), "&lt;b&gt; &amp; &quot;c&quot;".to_owned()));
    }
}
