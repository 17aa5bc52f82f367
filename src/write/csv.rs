//! The selection as a table for spreadsheets: RFC 4180, in UTF-8 with the mark that tells them so.

use super::selection::Selection;
use crate::model::{Date, FactId, Source};

const HEADER: [&str; 15] = [
    "id",
    "country",
    "country_name",
    "pillar",
    "initiative",
    "date",
    "status",
    "title",
    "summary",
    "source_title",
    "source_publisher",
    "source_url",
    "source_date",
    "as_of",
    "dataset_version",
];

/// Stands between the sources of one fact, in the same order in each column.
const BETWEEN: &str = " | ";

/// One row for each fact, with its words in the selection's language.
pub fn csv(selection: &Selection) -> String {
    let mut out = String::from("\u{feff}");
    row(&mut out, &HEADER.map(str::to_owned));
    selection.facts.iter().for_each(|id| row(&mut out, &cells(selection, *id)));
    out
}

fn cells(selection: &Selection, id: FactId) -> [String; 15] {
    let (dataset, lang) = (&selection.dataset, selection.lang);
    let fact = &dataset[id];
    let (country, country_name) = selection.about(fact);
    let of_sources = |read: fn(&Source) -> String| {
        fact.sources.iter().map(|id| read(&dataset[*id])).collect::<Vec<_>>().join(BETWEEN)
    };
    [
        fact.id.to_string(),
        country.to_owned(),
        country_name.to_owned(),
        selection.pillar(fact).slug().to_owned(),
        dataset[fact.initiative].id.to_string(),
        fact.date.iso(),
        fact.status.slug().to_owned(),
        fact.title.get(lang).to_owned(),
        selection.summary(id),
        of_sources(|source| source.title.to_string()),
        of_sources(|source| source.publisher.to_string()),
        of_sources(|source| source.url.as_deref().unwrap_or_default().to_owned()),
        of_sources(|source| source.date.map_or(String::new(), Date::iso)),
        dataset.as_of.iso(),
        dataset.version.to_string(),
    ]
}

fn row(out: &mut String, cells: &[String]) {
    for (index, cell) in cells.iter().enumerate() {
        out.push_str(if index == 0 { "" } else { "," });
        field(out, &defused(cell));
    }
    out.push_str("\r\n");
}

/// A spreadsheet takes a cell that begins like this for a formula and runs it; full-width signs are read as plain ones.
fn defused(cell: &str) -> String {
    let runs = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    [if runs { "'" } else { "" }, cell].concat()
}

fn field(out: &mut String, cell: &str) {
    if !cell.contains(['"', ',', '\r', '\n']) {
        return out.push_str(cell);
    }
    out.extend(["\"", &cell.replace('"', "\"\""), "\""]);
}
