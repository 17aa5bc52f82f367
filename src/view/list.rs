//! The countries as a list: the first control, and the one that every reader can use.

use super::{Markup, Scene, glyph, is_empty, search::marked};
use crate::{
    model::{About, CountryId},
    state::Target,
};

pub fn list(m: &mut Markup, scene: &Scene) {
    m.element("nav", |m| {
        m.attr("class", "countries").attr("aria-label", scene.words.countries);
        m.element("ul", |m| {
            m.attr("part", "list").attr("role", "list");
            scene.dataset.country_ids().for_each(|id| item(m, scene, id));
        });
    });
}

fn item(m: &mut Markup, scene: &Scene, id: CountryId) {
    let country = &scene.dataset[id];
    m.element("li", |m| {
        m.element("a", |m| {
            m.attr("part", "list-item").attr_of("href", &scene.href(Target::Country(id)));
            m.attr_of("data-country", &country.code);
            if scene.state.country == Some(id) {
                m.attr("aria-current", "true");
            }
            m.element("span", |m| marked(m, scene, country.short.get(scene.lang)));
            mark(m, scene, About::Country(id));
        });
    });
}

fn mark(m: &mut Markup, scene: &Scene, about: About) {
    match is_empty(scene, about) {
        None => {}
        Some(false) => glyph(m, scene.state.filter.pillar(scene.dataset)),
        Some(true) => m.element("span", |m| {
            m.attr("class", "unseen").say(" (").say(scene.words.no_entry).say(")");
        }),
    }
}
