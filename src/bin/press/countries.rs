//! A page for each country, in each language: its card without script, under an address of its own.

use crate::pages::{self, Page, Slots};
use crate::pictures::Picture;
use crate::preview::{address, preview};
use crate::render::{escaped, script_text, work};
use rok_asean_map::model::{About, CountryId, Dataset, Lang, SourceId};
use rok_asean_map::view::{self, Words, country_page, folder};
use rok_asean_map::write::{caption, html::html, phrases::phrases, selection::Selection};
use serde_json::{Value, json};

/// Every page; `slots` are those that every page may ask for, `site` is where the folder will stand.
///
/// # Errors
/// A sentence, when a template is missing or names no slot of ours.
pub fn pages(dataset: &Dataset, slots: &Slots, site: &str) -> Result<Vec<Page>, String> {
    let each = |lang: &Lang| dataset.country_ids().map(|id| page(dataset, *lang, id, slots, site)).collect::<Vec<_>>();
    Lang::ALL.iter().flat_map(each).collect()
}

fn page(dataset: &Dataset, lang: Lang, id: CountryId, slots: &Slots, site: &str) -> Result<Page, String> {
    let (country, picture) = (&dataset[id], Picture::new(dataset, lang, Some(id), site));
    let file = country_page(&country.code);
    let name = [folder(lang), &file].concat();
    let own = [
        ("{{name}}", escaped(country.short.get(lang))),
        ("{{code}}", escaped(&country.code)),
        ("{{file}}", escaped(&file)),
        ("{{about}}", escaped(&description(picture.selection(), id))),
        ("{{data}}", script_text(&about(picture.selection(), id, &address(site, &name)))),
        ("{{country}}", html(&view::country(dataset, lang, id))),
    ];
    let own: Slots = own.map(|(name, text)| (name.to_owned(), text)).into();
    let html = pages::filled(&[folder(lang), pages::COUNTRY].concat(), &[&own, slots])?;
    Ok((name.clone().into(), preview(&html, &name, &picture, site).into_bytes()))
}

/// What the page holds, in sentences for search engines and previews; of the profile, what leads to the Republic of Korea.
fn description(selection: &Selection, id: CountryId) -> String {
    let (dataset, lang) = (&selection.dataset, selection.lang);
    let mut entries = String::new();
    Words(lang).count(&mut entries, selection.facts.len());
    let relations = dataset[id].profile.iter().find(|line| line.date.is_some());
    let relations = relations.map_or(String::new(), |line| [" ", line.text.get(lang)].concat());
    let [_, with_sources] = phrases(lang).entries;
    format!("{}.{relations} {entries}{with_sources}. {}.", caption::title(selection), selection.as_of())
}

/// The page in the words of schema.org. `address` is empty where none is known.
fn about(selection: &Selection, id: CountryId, address: &str) -> Value {
    let (dataset, lang) = (&selection.dataset, selection.lang);
    let country = &dataset[id];
    let mut page = json!({
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": caption::title(selection),
        "description": description(selection, id),
        "dateModified": dataset.as_of.to_string(),
        "inLanguage": lang.tag(),
        "about": {
            "@type": "Country",
            "identifier": &*country.code,
            "name": country.short.get(lang),
            "alternateName": country.formal.get(lang),
        },
        "citation": sources(dataset, id).into_iter().map(|id| work(&dataset[id])).collect::<Vec<_>>(),
    });
    if !address.is_empty() {
        page["url"] = json!(address);
    }
    page
}

/// What the card is told from, each once, in the order of the card.
fn sources(dataset: &Dataset, id: CountryId) -> Vec<SourceId> {
    let facts = dataset.facts_about(About::Country(id)).iter().flat_map(|id| &dataset[*id].sources);
    let mut sources: Vec<SourceId> = Vec::new();
    for id in dataset[id].profile.iter().flat_map(|line| &line.sources).chain(facts) {
        if !sources.contains(id) {
            sources.push(*id);
        }
    }
    sources
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::dataset;

    #[test]
    fn a_country_is_told_of_with_what_joins_it_to_korea_and_its_sources_once() {
        let dataset = dataset().unwrap();
        let told = |code, lang| {
            let id = dataset.country(code).unwrap();
            description(Picture::new(&dataset, lang, Some(id), "").selection(), id)
        };
        assert_eq!(
            told("VN", Lang::En),
            "ROK-ASEAN cooperation: Socialist Republic of Viet Nam. The ROK and Viet Nam established diplomatic relations on \
             22 December 1992. 9 entries, with dates and sources. As of 6 July 2021."
        );
        assert_eq!(told("KR", Lang::Ko), "한-아세안 협력: 대한민국. 항목 1건, 날짜와 출처 포함. 2021년 7월 6일 기준.");
        let id = dataset.country("VN").unwrap();
        let about = about(Picture::new(&dataset, Lang::En, Some(id), "").selection(), id, "https://a.example/vn.html");
        assert_eq!((&about["about"]["identifier"], &about["url"]), (&json!("VN"), &json!("https://a.example/vn.html")));
        let cited = about["citation"].as_array().unwrap();
        assert!(cited.iter().enumerate().all(|(place, work)| !cited[..place].contains(work)), "each source once");
    }
}
