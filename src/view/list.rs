//! The countries as a list: the first control, and the one that every reader can use.

use super::{Markup, Scene, Word, glyph, is_empty, search::marked};
use crate::{
    model::{About, CountryId},
    state::Target,
};

pub fn list(m: &mut Markup, scene: &Scene) {
    m.element("nav|class=countries", |m| {
        scene.label(m, Word::Countries);
        m.element("ul|part=list|role=list", |m| {
            scene.dataset.country_ids().for_each(|id| item(m, scene, id));
        });
    });
}

fn item(m: &mut Markup, scene: &Scene, id: CountryId) {
    let country = &scene.dataset[id];
    m.element("li", |m| {
        m.element("a|part=list-item", |m| {
            m.attr("data-country", &country.code).attr("href", &scene.href(Target::Country(id)));
            if scene.state.country == Some(id) {
                m.attr("aria-current", "true");
            }
            m.element("span", |m| marked(m, scene, &country.short));
            mark(m, scene, About::Country(id));
        });
    });
}

fn mark(m: &mut Markup, scene: &Scene, about: About) {
    match is_empty(scene, about) {
        None => {}
        Some(false) => glyph(m, scene, scene.state.filter.pillar(scene.dataset)),
        Some(true) => m.element("span|class=unseen", |m| {
            scene.say(m.say(" ("), Word::NoEntry).say(")");
        }),
    }
}
