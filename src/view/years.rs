//! When: how many facts each year has, and from which year, to which.

use super::{Markup, Scene, Word, number, option};
use crate::model::cut;

pub fn years(m: &mut Markup, scene: &Scene) {
    let years = &scene.dataset.years;
    let Some((from, to)) = ends(scene) else { return };
    let counts = &scene.state.per_year;
    bars(m, scene, counts);
    m.element("div|class=years", |m| {
        for (key, name, chosen) in [("from", Word::From, from), ("to", Word::To, to)] {
            m.element("label", |m| {
                scene.leaf(m, "span", name);
                m.element("select", |m| {
                    m.attr("data-filter", key);
                    for year in years {
                        let mut name = String::new();
                        number(&mut name, (*year).into());
                        name.push_str(", ");
                        let count = counts.get(usize::from(year - years[0])).copied().unwrap_or_default();
                        scene.words.count(&mut name, count as usize);
                        option(m, cut(&name, b',').0, &name, *year == chosen);
                    }
                });
            });
        }
    });
}

/// The first and the last of the years that are chosen; none where no fact has a year.
pub fn ends(scene: &Scene) -> Option<(u16, u16)> {
    let mut chosen = scene.dataset.years.iter().filter(|year| scene.state.years.admit(**year));
    let from = *chosen.next()?;
    Some((from, *chosen.next_back().unwrap_or(&from)))
}

/// A bar a year, broad where the year is chosen: for the eye alone, since the lists below say the same. Bars stand on
/// zero and grow with the numbers; the style turns them upright.
fn bars(m: &mut Markup, scene: &Scene, counts: &[i32]) {
    m.element("svg|class=bars|aria-hidden=true|preserveAspectRatio=none", |m| {
        scene.styled(m);
        let most = counts.iter().fold(0, |most, count| most.max(*count));
        m.attr("viewBox", "0 0 ").and_number(3 * counts.len() as i32).and(" ").and_number(most);
        m.element("path", |m| {
            m.attr("d", "M0 0");
            for (year, count) in (scene.dataset.years[0]..).zip(counts) {
                let broad = scene.state.years.admit(year);
                m.and("V").and_number(*count).and(if broad { "h2V0h1" } else { "h.5V0h2.5" });
            }
        });
    });
}
