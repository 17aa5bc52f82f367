//! When: from which year, to which.

use super::{Markup, Scene, number, option};

pub fn years(m: &mut Markup, scene: &Scene) {
    let years = &scene.dataset.years;
    let mut chosen = years.iter().filter(|year| scene.state.years.admit(**year));
    let Some(from) = chosen.next() else { return };
    let to = chosen.next_back().unwrap_or(from);
    m.element("div|class=years", |m| {
        for (key, name, chosen) in [("from", scene.words.from, from), ("to", scene.words.to, to)] {
            m.element("label", |m| {
                m.leaf("span", name);
                m.element("select", |m| {
                    m.attr("data-filter", key);
                    for year in years {
                        let mut digits = String::new();
                        number(&mut digits, (*year).into());
                        option(m, &digits, &digits, year == chosen);
                    }
                });
            });
        }
    });
}
