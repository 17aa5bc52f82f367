//! Which facts are shown: by pillar, and behind one button by words, by initiative, by year.

use super::{
    Markup, Scene, Word, glyph, option,
    search::{found, search},
    status,
    years::years,
};
use crate::{
    model::{InitiativeId, Pillar},
    state::Filter,
};

pub fn filter(m: &mut Markup, scene: &Scene) {
    let is_finding = scene.state.is_finding();
    m.element("div|part=filter|role=group", |m| {
        scene.label(m, Word::Filter);
        m.element("div|class=bar", |m| {
            button(m, scene, None);
            Pillar::ALL.into_iter().for_each(|pillar| button(m, scene, Some(pillar)));
            m.element("button|type=button|data-action=find", |m| {
                m.attr("aria-expanded", if is_finding { "true" } else { "false" });
                scene.say(m, Word::Find);
            });
        });
        if is_finding {
            search(m, scene);
        }
        // In sight of the field, where a phone's keyboard leaves a few lines.
        status(m, scene);
        if scene.state.search.is_on() {
            found(m, scene);
        }
        if is_finding {
            m.element("div|class=finding", |m| finding(m, scene));
        }
    });
}

fn button(m: &mut Markup, scene: &Scene, pillar: Option<Pillar>) {
    let pressed = scene.state.filter.pillar(scene.dataset) == pillar;
    m.element("button|type=button", |m| {
        m.attr("data-filter", pillar.map_or("", Pillar::slug));
        m.attr("aria-pressed", if pressed { "true" } else { "false" });
        if pillar.is_some() {
            glyph(m, scene, pillar);
        }
        m.say(
            pillar.map_or(scene.words.get(Word::All), |pillar| scene.dataset.pillars[pillar as usize].get(scene.lang)),
        );
    });
}

fn finding(m: &mut Markup, scene: &Scene) {
    m.element("label", |m| {
        scene.leaf(m, "span", Word::Initiative);
        m.element("select|data-filter=initiative", |m| options(m, scene));
    });
    years(m, scene);
}

fn options(m: &mut Markup, scene: &Scene) {
    option(m, "", scene.words.get(Word::AllInitiatives), !matches!(scene.state.filter, Filter::Initiative(_)));
    for pillar in Pillar::ALL {
        m.element("optgroup", |m| {
            m.attr("label", scene.dataset.pillars[pillar as usize].get(scene.lang));
            scene.dataset.initiatives_of(pillar).for_each(|id| initiative(m, scene, id));
        });
    }
}

fn initiative(m: &mut Markup, scene: &Scene, id: InitiativeId) {
    let initiative = &scene.dataset[id];
    option(m, &initiative.id, initiative.name.get(scene.lang), scene.state.filter == Filter::Initiative(id));
}
