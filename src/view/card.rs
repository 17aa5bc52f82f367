//! One country: its names, its profile, its facts.

use super::{
    Form, Markup, Scene, Word, fact, fold,
    search::{marked, marked_name},
    short_time, tools,
};
use crate::{
    model::{About, Country, CountryId, Field, Profile},
    state::{Fold, Target},
};

pub fn card(m: &mut Markup, scene: &Scene, id: CountryId) {
    let country = &scene.dataset[id];
    // Its key first, so that another country's card is another element.
    m.element("section", |m| {
        m.attr("data-country", &country.code).attr("part", "card");
        scene.anchor(m, Target::Country(id));
        m.element("div|class=head", |m| {
            m.element(scene.state.level.heading(1), |m| {
                m.attr("data-heading", "").attr("tabindex", "-1");
                marked(m, scene, &country.formal);
            });
            close(m, scene);
        });
        line(m, scene, id, country);
        m.element("div|class=profile", |m| {
            for (index, line) in country.profile.iter().enumerate() {
                profile(m, scene, id, index, line);
            }
        });
        fact::pillars(m, scene, About::Country(id));
        tools::of_all(m, scene, About::Country(id));
    });
}

fn close(m: &mut Markup, scene: &Scene) {
    if scene.is(Form::Live) {
        scene.leaf(m, "button|type=button|data-action=close", Word::Close);
    } else if scene.is(Form::Country) {
        scene.leaf(m, "a|href=static.html#overview", Word::Close);
    } else if scene.is(Form::Page) {
        scene.leaf(m, "a|href=#overview", Word::Close);
    }
}

/// What the country calls itself, where that is not what the heading says already; and how much there is to read.
fn line(m: &mut Markup, scene: &Scene, id: CountryId, country: &Country) {
    let heading = country.formal.get(scene.lang);
    m.element("p|class=quiet", |m| {
        for (lang, name) in country.local.iter().filter(|(_, name)| &**name != heading) {
            m.element("span", |m| {
                m.attr("lang", lang);
                marked_name(m, scene, name);
            });
            m.say(" · ");
        }
        scene.words.count(m.text(), scene.count(About::Country(id)));
    });
}

/// A line of the profile: a word and a short value, opening to the sentence and its source.
fn profile(m: &mut Markup, scene: &Scene, id: CountryId, index: usize, line: &Profile) {
    m.element("details", |m| {
        m.attr("data-key", "").and_number(index as i32);
        let name = |m: &mut Markup| {
            m.element("span|class=quiet", |m| _ = scene.say_part(m, Word::Lines, line.field as usize));
            m.say(" ");
            match line.date {
                _ if line.field == Field::Capital => marked(m, scene, &scene.dataset[id].capital),
                Some(date) => short_time(m, scene.lang, date),
                None => {}
            }
        };
        fold(m, scene, Fold::Profile(id, index), name, |m| {
            m.element("div|class=more", |m| {
                m.element("p", |m| marked(m, scene, &line.text));
                fact::sources(m, scene, &line.sources);
            });
        });
    });
}
