//! One country: its names, its profile, its facts.

use super::{Form, Markup, Scene, fact, search::marked, time, tools};
use crate::{
    model::{About, Country, CountryId, Profile},
    state::Target,
};

pub fn card(m: &mut Markup, scene: &Scene, id: CountryId) {
    let country = &scene.dataset[id];
    // Where all cards stand on one page, each heading has a name of its own.
    let heading = ["card-", &country.code];
    // Its key first, so that another country's card is another element.
    m.element("section", |m| {
        m.attr_of("data-country", &country.code)
            .attr("part", "card")
            .attr_of("aria-labelledby", heading[0])
            .and(heading[1]);
        scene.anchor(m, Target::Country(id));
        if scene.is(Form::Live) {
            close(m, scene);
        }
        m.element(scene.state.level.heading(1), |m| {
            m.attr_of("id", heading[0]).and(heading[1]).attr("data-heading", "").attr("tabindex", "-1");
            marked(m, scene, country.formal.get(scene.lang));
        });
        local_names(m, scene, country);
        tools::of_all(m, scene, About::Country(id));
        m.element("dl|class=profile", |m| {
            country.profile.iter().for_each(|line| profile(m, scene, line));
        });
        fact::pillars(m, scene, About::Country(id), 2);
        if scene.is(Form::Page) {
            back(m, scene);
        }
    });
}

fn close(m: &mut Markup, scene: &Scene) {
    m.element("p|class=back", |m| {
        m.leaf("button|type=button|data-action=close", scene.words.close);
    });
}

fn back(m: &mut Markup, scene: &Scene) {
    m.element("p|class=back", |m| {
        m.leaf("a|href=#overview", scene.words.close);
    });
}

/// What the country calls itself, where that is not what the heading says already.
fn local_names(m: &mut Markup, scene: &Scene, country: &Country) {
    let heading = country.formal.get(scene.lang);
    let mut others = country.local.iter().filter(|(_, name)| &**name != heading).peekable();
    if others.peek().is_none() {
        return;
    }
    m.element("p|class=local", |m| {
        for (index, (lang, name)) in others.enumerate() {
            m.say(if index == 0 { "" } else { " · " });
            m.element("span", |m| {
                m.attr_of("lang", lang);
                marked(m, scene, name);
            });
        }
    });
}

fn profile(m: &mut Markup, scene: &Scene, line: &Profile) {
    m.element("div", |m| {
        m.element("dt", |m| {
            m.say(scene.words.field(line.field));
            if let Some(date) = line.date {
                m.say(" ");
                time(m, scene.lang, date);
            }
        });
        m.element("dd", |m| {
            m.leaf("p", line.text.get(scene.lang));
            fact::sources(m, scene, &line.sources);
        });
    });
}
