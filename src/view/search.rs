//! The search: its field, what it finds elsewhere, and the marks on what it finds.

use super::{Markup, Scene};
use crate::{
    model::{About, CountryId},
    state::Target,
};

pub fn search(m: &mut Markup, scene: &Scene) {
    m.element("label", |m| {
        m.attr("class", "named").leaf("span", scene.words.search);
        // What is typed stays with the field: it is never among what is painted.
        m.element("input", |m| {
            m.attr("part", "search").attr("type", "search").attr("autocomplete", "off").attr("spellcheck", "false");
        });
    });
}

/// The countries of which something is found, each one press away: on a phone the list and the map are out of sight.
pub fn found(m: &mut Markup, scene: &Scene) {
    if !scene.state.search.is_on() {
        return;
    }
    let mut found = scene.dataset.country_ids().filter(|id| scene.count(About::Country(*id)) > 0).peekable();
    if found.peek().is_none() {
        return;
    }
    m.element("p", |m| {
        m.attr("class", "found").say(scene.words.found);
        found.for_each(|id| link(m, scene, id));
    });
}

fn link(m: &mut Markup, scene: &Scene, id: CountryId) {
    let country = &scene.dataset[id];
    m.say(" ").element("a", |m| {
        m.attr_of("href", &scene.href(Target::Country(id))).attr_of("data-country", &country.code);
        if scene.state.country == Some(id) {
            m.attr("aria-current", "true");
        }
        m.say(country.short.get(scene.lang)).say(" (");
        m.and_number(scene.count(About::Country(id)) as i32).say(")");
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
