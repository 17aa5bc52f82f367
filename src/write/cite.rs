//! A fact in the forms in which it is quoted and cited. Each carries the map's title, its day and edition, the sources of
//! the fact and the address that opens it.

use super::selection::Selection;
use crate::{
    model::{Date, FactId, Lang, Source},
    view::Word,
};
use serde_json::{Value, json};

/// The ways to cite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// As newsrooms write it, in the selection's language.
    Newsroom,
    Apa,
    Bibtex,
    Csl,
}

impl Style {
    pub const ALL: [Style; 4] = [Style::Newsroom, Style::Apa, Style::Bibtex, Style::Csl];

    /// As the menu names it; whatever is not known is the newsroom's.
    pub fn of_name(name: &str) -> Style {
        let names = ["", "APA", "BibTeX", "CSL-JSON"];
        names.iter().position(|known| *known == name).map_or(Style::Newsroom, |index| Style::ALL[index])
    }
}

/// The fact in its own words, and under them where they come from.
pub fn quote(selection: &Selection, id: FactId) -> String {
    let fact = &selection.dataset[id];
    let [open, close] = selection.phrases().quoted;
    let (_, country) = selection.about(fact);
    let (date, status) = (selection.date(fact.date), selection.words().status(fact.status));
    let title = fact.title.get(selection.lang);
    [
        [open, &selection.summary(id), close].concat(),
        format!("{title}{}{date}, {status}), {country}", selection.phrases().bracket),
        sources(selection, id),
        format!("{}: {}", edition(selection), selection.link(Some(id))),
    ]
    .join("\n")
}

/// The fact as a reference.
pub fn citation(selection: &Selection, id: FactId, style: Style) -> String {
    match style {
        Style::Newsroom => newsroom(selection, id),
        Style::Apa => apa(selection, id),
        Style::Bibtex => bibtex(selection, id),
        Style::Csl => csl(selection, id),
    }
}

/// "ROK-ASEAN cooperation, edition 1. As of 6 July 2021".
pub fn edition(selection: &Selection) -> String {
    let title = selection.dataset.title.get(selection.lang);
    format!("{title}, {}. {}", selection.edition(), selection.as_of())
}

fn newsroom(selection: &Selection, id: FactId) -> String {
    let fact = &selection.dataset[id];
    let ([open, close], [start, end]) = (selection.phrases().titled, selection.phrases().work);
    let (title, work) = (fact.title.get(selection.lang), selection.dataset.title.get(selection.lang));
    [
        format!("{open}{title}{close}{}{})", selection.phrases().bracket, selection.date(fact.date)),
        format!("{start}{work}{end}, {}", selection.edition()),
        selection.as_of(),
        sources(selection, id),
        selection.link(Some(id)),
    ]
    .join(". ")
}

/// The 7th edition: an entry without an author in a set of data, dated by the edition.
fn apa(selection: &Selection, id: FactId) -> String {
    let title = selection.dataset[id].title.get(selection.lang);
    let work = selection.dataset.title.get(selection.lang);
    let within = if selection.lang == Lang::En { "In " } else { "" };
    [
        title.to_owned(),
        format!("({})", year_first(selection)),
        format!("{within}{work} ({}) {}", selection.edition(), selection.phrases().data_set),
        sources(selection, id),
        selection.link(Some(id)),
    ]
    .join(". ")
}

/// "2021, July 6".
fn year_first(selection: &Selection) -> String {
    let text = selection.date(selection.dataset.as_of);
    let words: Vec<&str> = text.split(' ').collect();
    match (selection.lang, &words[..]) {
        (Lang::En, [day, month, year]) => format!("{year}, {month} {day}"),
        (_, [year, rest @ ..]) => format!("{}, {}", year.trim_end_matches('년'), rest.join(" ")),
        _ => text,
    }
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

fn bibtex(selection: &Selection, id: FactId) -> String {
    let (dataset, lang) = (&selection.dataset, selection.lang);
    let fact = &dataset[id];
    let [before, after] = selection.phrases().dated;
    let dated = [before, &selection.date(fact.date), after].concat();
    let note = format!("{}. {dated} {}", selection.as_of(), sources(selection, id));
    let work = format!("{}, {}", dataset.title.get(lang), selection.edition());
    let month = dataset.as_of.month().and_then(|month| MONTHS.get(usize::from(month) - 1)).unwrap_or(&"");
    [
        format!("@misc{{{},", fact.id),
        // Doubled braces keep the capitals.
        format!("  title = {{{{{}}}}},", tex(fact.title.get(lang))),
        format!("  howpublished = {{{}}},", tex(&work)),
        format!("  year = {{{}}},", dataset.as_of.year()),
        format!("  month = {month},"),
        format!("  url = {{{}}},", selection.link(Some(id)).replace('{', "%7B").replace('}', "%7D")),
        format!("  language = {{{}}},", selection.phrases().bibtex),
        format!("  note = {{{}}}", tex(&note)),
        "}".to_owned(),
    ]
    .join("\n")
}

/// Letters that are commands in TeX, as text.
fn tex(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '#' | '$' | '%' | '&' | '_' => out.extend(['\\', letter]),
            _ => out.push(letter),
        }
    }
    out
}

fn csl(selection: &Selection, id: FactId) -> String {
    let (dataset, lang) = (&selection.dataset, selection.lang);
    let fact = &dataset[id];
    let item = json!([{
        "id": &*fact.id,
        "type": "entry",
        "title": fact.title.get(lang),
        "container-title": dataset.title.get(lang),
        "version": &*dataset.version,
        "issued": parts(dataset.as_of),
        "event-date": parts(fact.date),
        "URL": selection.link(Some(id)),
        "language": lang.tag(),
        "abstract": selection.summary(id),
        "note": format!("{}. {}", selection.as_of(), sources(selection, id)),
    }]);
    format!("{item:#}")
}

/// A date as precise as it is known.
fn parts(date: Date) -> Value {
    let known = [Some(date.year()), date.month().map(u16::from), date.day().map(u16::from)];
    json!({ "date-parts": [known.into_iter().flatten().collect::<Vec<_>>()] })
}

/// Where the fact can be read, each source in full.
pub fn sources(selection: &Selection, id: FactId) -> String {
    let each = selection.dataset[id].sources.iter().map(|id| source(selection, &selection.dataset[*id]));
    [selection.words().get(Word::Sources), &each.collect::<Vec<_>>().join("; ")].concat()
}

fn source(selection: &Selection, source: &Source) -> String {
    let ([open, close], bracket) = (selection.phrases().titled, selection.phrases().bracket);
    let place = source.url.as_deref().unwrap_or(selection.words().get(Word::NotOnline));
    let date = source.date.map_or(String::new(), |date| format!(", {}", selection.date(date)));
    format!("{}, {open}{}{close}{date}{bracket}{place})", source.publisher, source.title)
}
