//! The search: its field, what it finds elsewhere, and the marks on what it finds.

use super::{Markup, Scene, Word};
use crate::{
    model::{About, CountryId, Text},
    state::Target,
};

pub fn search(m: &mut Markup, scene: &Scene) {
    m.element("label", |m| {
        scene.leaf(m, "span", Word::Search);
        // What is typed stays with the field: it is never among what is painted.
        m.leaf("input|id=search|part=search|type=search|autocomplete=off|spellcheck=false", "");
    });
}

/// The countries of which something is found, and the overview, each one press away: on a phone the list and the map are
/// out of sight.
pub fn found(m: &mut Markup, scene: &Scene) {
    let count = |about| scene.state.matches(scene.dataset, about) as i32;
    m.element("p|class=found", |m| {
        for id in scene.dataset.country_ids().filter(|id| count(About::Country(*id)) > 0) {
            link(m, scene, id, count(About::Country(id)));
        }
        if scene.state.country.is_some() && count(About::Asean) > 0 {
            m.element("button|type=button|data-action=close", |m| {
                scene.say(m, Word::Overview).say(": ").and_number(count(About::Asean));
            });
        }
    });
}

fn link(m: &mut Markup, scene: &Scene, id: CountryId, count: i32) {
    let country = &scene.dataset[id];
    m.element("a", |m| {
        m.attr("data-country", &country.code).attr("href", &scene.href(Target::Country(id)));
        m.say(country.short.get(scene.lang)).say(": ").and_number(count);
    });
}

/// A text with what the search finds in it marked.
pub fn marked(m: &mut Markup, scene: &Scene, text: &Text) {
    marked_name(m, scene, text.get(scene.lang));
}

/// The same of what has one language.
pub fn marked_name(m: &mut Markup, scene: &Scene, text: &str) {
    let mut rest = text;
    while let Some((start, end)) = scene.state.search.next(rest) {
        m.say(rest.get(..start).unwrap_or_default());
        m.leaf("mark", rest.get(start..end).unwrap_or_default());
        rest = rest.get(end..).unwrap_or_default();
    }
    m.say(rest);
}
