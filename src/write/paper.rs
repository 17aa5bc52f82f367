//! The sheet that is printed: what is taken along, as the view shows it, with every address in full.

use super::{cite::edition, json::json, selection::Selection};
use crate::{
    data,
    model::About,
    state::{Level, State},
    view::{self, Markup},
};

/// The sheet of a selection from the dataset in `text`. Nothing where the facts make no dataset.
pub fn paper(selection: &Selection, text: &str, level: Level) -> Option<Markup> {
    let ids: Vec<&str> = selection.facts.iter().map(|id| &*selection.dataset[*id].id).collect();
    // A dataset of these facts alone: the view needs to know of no choice.
    let dataset = data::read(&json(text, &ids)?).ok()?;
    let state = State {
        lang: selection.lang,
        level,
        country: selection.country,
        address: ["#", &selection.name].concat(),
        ..State::default()
    };
    let foot = [edition(selection), selection.link(None)];
    Some(view::paper(&dataset, &state, &note(selection), &foot))
}

/// That the sheet does not hold every entry, where it does not.
fn note(selection: &Selection) -> String {
    let (dataset, shown) = (&selection.dataset, selection.facts.len());
    let all = selection.country.map_or(dataset.facts.len(), |id| dataset.facts_about(About::Country(id)).len());
    let [before, between, after] = selection.phrases().chosen;
    if shown < all { format!("{before}{all}{between}{shown}{after}") } else { String::new() }
}
