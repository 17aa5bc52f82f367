//! Facts under their pillars and initiatives, each with its date and sources.

use super::{Markup, Scene, glyph, search::marked, time, tools};
use crate::{
    model::{About, FactId, InitiativeId, Pillar, SourceId, is_in},
    state::Target,
};

/// The facts that pass the filter, under headings that start `deeper` levels below the title.
pub fn pillars(m: &mut Markup, scene: &Scene, about: About, deeper: u8) {
    if scene.count(about) == 0 {
        nothing(m, scene);
    }
    for pillar in Pillar::ALL {
        if scene.shown(about).any(|id| scene.pillar(id) == pillar) {
            section(m, scene, pillar, about, deeper);
        }
    }
}

/// That nothing is left to show, and the way back.
fn nothing(m: &mut Markup, scene: &Scene) {
    m.element("p|class=nothing", |m| {
        m.say(scene.words.nothing);
        if scene.state.is_narrow() {
            m.leaf("button|type=button|data-action=all", scene.words.show_all);
        }
    });
}

fn section(m: &mut Markup, scene: &Scene, pillar: Pillar, about: About, deeper: u8) {
    m.element("section|class=pillar", |m| {
        m.attr("data-key", pillar.slug());
        m.element(scene.state.level.heading(deeper), |m| {
            glyph(m, Some(pillar));
            m.say(scene.dataset.pillars[pillar as usize].get(scene.lang));
        });
        for initiative in scene.dataset.initiatives_of(pillar) {
            group(m, scene, initiative, about, deeper + 1);
        }
    });
}

fn group(m: &mut Markup, scene: &Scene, initiative: InitiativeId, about: About, deeper: u8) {
    let mut of_group = scene.shown(about).filter(|id| scene.dataset[*id].initiative == initiative).peekable();
    if of_group.peek().is_none() {
        return;
    }
    m.leaf(scene.state.level.heading(deeper), scene.dataset[initiative].name.get(scene.lang));
    m.element("ul|class=facts|role=list", |m| {
        of_group.for_each(|id| fact(m, scene, id));
    });
}

fn fact(m: &mut Markup, scene: &Scene, id: FactId) {
    let fact = &scene.dataset[id];
    m.element("li|part=fact", |m| {
        m.attr_of("data-fact", &fact.id);
        m.attr("data-pillar", scene.pillar(id).slug());
        scene.anchor(m, Target::Fact(id));
        if scene.state.fact == Some(id) {
            m.attr("aria-current", "true").attr("tabindex", "-1");
        }
        m.element("p|class=when", |m| {
            time(m, scene.lang, fact.date);
            m.say(" ").leaf("span", scene.words.status(fact.status));
        });
        m.element("p|class=what", |m| {
            m.element("strong", |m| marked(m, scene, fact.title.get(scene.lang)));
        });
        m.element("p", |m| marked(m, scene, fact.summary.get(scene.lang)));
        corrections(m, scene, id);
        sources(m, scene, &fact.sources);
        tools::of_fact(m, scene, fact.about);
    });
}

fn corrections(m: &mut Markup, scene: &Scene, id: FactId) {
    for correction in scene.dataset.corrections.iter().filter(|correction| correction.fact == id) {
        m.element("p|class=correction", |m| {
            m.say(scene.words.correction).say(" (");
            time(m, scene.lang, correction.date);
            m.say("): ").say(correction.note.get(scene.lang));
        });
    }
}

/// One line: where it can be read.
pub fn sources(m: &mut Markup, scene: &Scene, sources: &[SourceId]) {
    m.element("p|class=sources", |m| {
        m.say(scene.words.sources);
        for (index, id) in sources.iter().enumerate() {
            m.say(if index == 0 { "" } else { "; " });
            source(m, scene, *id);
        }
    });
}

fn source(m: &mut Markup, scene: &Scene, id: SourceId) {
    let source = &scene.dataset[id];
    let foreign = !is_in(&source.lang, scene.lang.tag());
    m.element(if source.url.is_some() { "a" } else { "span" }, |m| {
        m.attr("part", "source");
        if let Some(url) = &source.url {
            m.attr_of("href", url);
        }
        if foreign {
            m.attr_of("lang", &source.lang);
        }
        marked(m, scene, &source.title);
    });
    m.say(", ");
    marked(m, scene, &source.publisher);
    if let Some(date) = source.date {
        m.say(", ");
        time(m, scene.lang, date);
    }
    if foreign {
        let [before, after] = scene.words.in_language;
        m.say(" (").say(before).say(super::words::language(scene.lang, &source.lang)).say(after).say(")");
    }
    if source.url.is_none() {
        m.say(" (").say(scene.words.not_online).say(")");
    }
}
