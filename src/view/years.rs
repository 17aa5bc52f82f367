//! When: from which year, to which, and between the two a strip with a bar for each year.

use super::{Markup, Scene, filter::option, number};
use crate::model::FactId;

/// The height of the strip in its own units; a year is ten wide.
const HEIGHT: i32 = 40;

pub fn years(m: &mut Markup, scene: &Scene) {
    let Scene { dataset, state, words, .. } = scene;
    let years = dataset.facts.iter().map(|fact| fact.date.year());
    let (Some(first), Some(last)) = (years.clone().min(), years.max()) else { return };
    let (mut all, mut shown) = (vec![0; usize::from(last - first) + 1], Vec::new());
    shown.clone_from(&all);
    for (index, fact) in dataset.facts.iter().enumerate() {
        let year = usize::from(fact.date.year() - first);
        all[year] += 1;
        shown[year] += i32::from(state.admits(dataset, FactId(index as u32)));
    }
    let known: Vec<u16> = (first..=last).zip(&all).filter(|(_, count)| **count > 0).map(|(year, _)| year).collect();
    let from = known.iter().find(|year| **year >= state.years.from);
    let to = known.iter().rfind(|year| **year <= state.years.to);
    m.element("div", |m| {
        m.attr("class", "years");
        choice(m, "from", words.from, &known, from);
        strip(m, &all, &shown);
        choice(m, "to", words.to, &known, to);
    });
}

fn choice(m: &mut Markup, key: &'static str, name: &'static str, years: &[u16], chosen: Option<&u16>) {
    m.element("label", |m| {
        m.leaf("span", name);
        m.element("select", |m| {
            m.attr("data-filter", key);
            for year in years {
                let mut digits = String::new();
                number(&mut digits, i32::from(*year));
                option(m, &digits, &digits, chosen == Some(year));
            }
        });
    });
}

/// A picture of what the lists say, and of how much is shown of each year.
fn strip(m: &mut Markup, all: &[i32], shown: &[i32]) {
    let most = all.iter().copied().max().unwrap_or(1);
    m.element("svg", |m| {
        m.attr_of("viewBox", "0 0 ").and_number(all.len() as i32 * 10).and(" ").and_number(HEIGHT);
        m.attr("preserveAspectRatio", "none").attr("aria-hidden", "true");
        bars(m, all, most);
        bars(m, shown, most);
    });
}

fn bars(m: &mut Markup, counts: &[i32], most: i32) {
    m.element("path", |m| {
        m.attr_of("d", "");
        for (year, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            m.and("M").and_number(year as i32 * 10 + 1).and(" ").and_number(HEIGHT).and("v");
            m.and_number(-(HEIGHT * count / most).max(2)).and("h8V").and_number(HEIGHT);
        }
    });
}
