//! The search: its field, what it finds elsewhere, and the marks on what it finds.

use super::{Markup, Scene};
use crate::{
    model::{About, CountryId},
    state::Target,
};

pub fn search(m: &mut Markup, scene: &Scene) {
    m.element("label", |m| {
        m.leaf("span", scene.words.search);
        // What is typed stays with the field: it is never among what is painted.
        m.leaf("input|id=search|part=search|type=search|autocomplete=off|spellcheck=false", "");
    });
}

/// The countries of which something is found, each one press away: on a phone the list and the map are out of sight.
pub fn found(m: &mut Markup, scene: &Scene) {
    m.element("p|class=found", |m| {
        for id in scene.dataset.country_ids() {
            let count = scene.count(About::Country(id));
            if count > 0 {
                link(m, scene, id, count);
            }
        }
    });
}

fn link(m: &mut Markup, scene: &Scene, id: CountryId, count: usize) {
    let country = &scene.dataset[id];
    m.element("a", |m| {
        m.attr_of("data-country", &country.code).attr_of("href", &scene.href(Target::Country(id)));
        m.say(country.short.get(scene.lang)).say(": ").and_number(count as i32);
    });
}

/// A text with what the search finds in it marked.
pub fn marked(m: &mut Markup, scene: &Scene, text: &str) {
    let mut rest = text;
    while let Some((start, end)) = scene.state.search.next(rest) {
        m.say(rest.get(..start).unwrap_or_default());
        m.leaf("mark", rest.get(start..end).unwrap_or_default());
        rest = rest.get(end..).unwrap_or_default();
    }
    m.say(rest);
}
