//! What stands beside the map in a picture, and what stands in the picture's place for those who do not see it.

use super::{cite::edition, phrases::Phrases, selection::Selection};
use crate::{
    map::shape,
    model::{Country, Field, Group, SourceId},
    view::Word,
};

/// A name and what is said under it.
pub type Row = (&'static str, String);

/// The name of the country that is open, or of what the overview tells of.
pub fn heading(selection: &Selection) -> &str {
    let dataset = &selection.dataset;
    selection.country.map_or(&dataset.release.title, |id| &dataset[id].formal).get(selection.lang)
}

/// What is said of the country, or of the dialogue; last, how much more the map holds.
pub fn rows(selection: &Selection) -> Vec<Row> {
    let mut rows = match selection.country {
        Some(id) => profile(selection, &selection.dataset[id]),
        None => release(selection),
    };
    let Phrases { entries: [name, after], .. } = selection.phrases();
    let mut count = String::new();
    selection.words().count(&mut count, selection.facts.len());
    rows.push((name, count + after));
    rows
}

fn profile(selection: &Selection, country: &Country) -> Vec<Row> {
    let row = |field: Field, text: &str| (selection.words().field(field), text.to_owned());
    let lines = country.profile.iter().filter(|line| line.field != Field::Capital);
    let told = lines.map(|line| row(line.field, line.text.get(selection.lang)));
    [row(Field::Capital, country.capital.get(selection.lang))].into_iter().chain(told).collect()
}

fn release(selection: &Selection) -> Vec<Row> {
    let (dataset, lang, words) = (&selection.dataset, selection.lang, selection.words());
    let release = &dataset.release;
    let chair =
        |chair: &crate::model::CoChair| format!("{}, {}", chair.name.get(lang), dataset[chair.country].short.get(lang));
    let chairs: Vec<_> = release.co_chairs.iter().map(chair).collect();
    vec![
        (words.get(Word::Date), format!("{}, {}", selection.date(release.date), release.time.get(lang))),
        (words.get(Word::Format), release.format.get(lang).to_owned()),
        (words.get(Word::CoChairs), chairs.join("; ")),
    ]
}

/// Who published what `rows` tell, each once.
pub fn publishers(selection: &Selection) -> String {
    let dataset = &selection.dataset;
    let used: Vec<SourceId> = match selection.country {
        Some(id) => dataset[id].profile.iter().flat_map(|line| line.sources.iter().copied()).collect(),
        None => dataset.release.sources.clone(),
    };
    let mut names: Vec<&str> = Vec::new();
    for id in used {
        let name = &*dataset[id].publisher;
        if !names.contains(&name) {
            names.push(name);
        }
    }
    [selection.words().get(Word::Sources), &names.join("; ")].concat()
}

/// The title of a picture.
pub fn title(selection: &Selection) -> String {
    format!("{}: {}", selection.dataset.title.get(selection.lang), heading(selection))
}

/// The picture in words, with what every copied text carries.
pub fn alt(selection: &Selection) -> String {
    let rows = rows(selection).into_iter().map(|(name, text)| format!("{name}: {text}"));
    let told: Vec<String> = [title(selection), drawn(selection)]
        .into_iter()
        .chain(rows)
        .chain([selection.as_of(), selection.edition(), publishers(selection), selection.link(None)])
        .map(|sentence| sentence.trim_end_matches('.').to_owned())
        .filter(|sentence| !sentence.is_empty())
        .collect();
    told.join(". ")
}

/// What a picture of pixels says of itself, under keywords of the standard of PNG.
pub fn labels(selection: &Selection) -> [(&'static str, String); 4] {
    let source = [publishers(selection), selection.link(None)].join(". ");
    [
        ("Title", title(selection)),
        ("Description", alt(selection)),
        ("Source", source.trim_end_matches(['.', ' ']).to_owned()),
        ("Comment", edition(selection)),
    ]
}

/// What is drawn: the countries, and which of them is marked.
fn drawn(selection: &Selection) -> String {
    let (dataset, lang, phrases) = (&selection.dataset, selection.lang, selection.phrases());
    let shown: Vec<&str> = dataset.countries.iter().map(|country| country.short.get(lang)).collect();
    let [before, after] = phrases.map_of;
    let map = format!("{before}{}{after}{}", shown.len(), shown.join(", "));
    let Some(country) = selection.country.map(|id| &dataset[id]) else { return map };
    let marked =
        format!("{}{}, {}{}", phrases.marked, country.short.get(lang), phrases.capital, country.capital.get(lang));
    let seoul = dataset.countries.iter().find(|other| other.group == Group::Rok && country.group == Group::Asean);
    let line = seoul.filter(|_| shape(&country.code).is_some_and(|shape| shape.arc.is_some()));
    let line = line.map_or(String::new(), |rok| [phrases.line_to, rok.capital.get(lang)].concat());
    format!("{map}. {marked}{line}")
}
