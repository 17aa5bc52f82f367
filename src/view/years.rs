//! When: from which year, to which.

use super::{Markup, Scene, number, option};

pub fn years(m: &mut Markup, scene: &Scene) {
    let years = || scene.dataset.facts.iter().map(|fact| fact.date.year());
    let chosen = || years().filter(|year| scene.state.years.admit(*year));
    let (Some(first), Some(last), Some(from), Some(to)) =
        (years().min(), years().max(), chosen().min(), chosen().max())
    else {
        return;
    };
    m.element("div", |m| {
        m.attr("class", "years");
        for (key, name, chosen) in [("from", scene.words.from, from), ("to", scene.words.to, to)] {
            m.element("label", |m| {
                m.leaf("span", name);
                m.element("select", |m| {
                    m.attr("data-filter", key);
                    for year in (first..=last).filter(|year| years().any(|known| known == *year)) {
                        let mut digits = String::new();
                        number(&mut digits, year.into());
                        option(m, &digits, &digits, year == chosen);
                    }
                });
            });
        }
    });
}
