//! Facts under their pillars and initiatives: a line each, with its words, sources and tools inside.

use super::{
    Form, Markup, Scene, Word, fold, glyph,
    search::{marked, marked_name},
    short_time, time, tools,
};
use crate::{
    model::{About, FactId, InitiativeId, Pillar, SourceId, is_in},
    state::{Fold, Target},
};

/// The facts about a country that pass the choices, under a heading for each pillar.
pub fn pillars(m: &mut Markup, scene: &Scene, about: About) {
    nothing(m, scene, about);
    for pillar in of_pillars(scene, about) {
        m.element("section|class=pillar", |m| {
            m.attr("data-key", pillar.slug());
            m.element(scene.state.level.heading(2), |m| name(m, scene, pillar));
            groups(m, scene, pillar, about, 3);
        });
    }
}

/// The pillars of which something is shown.
pub fn of_pillars(scene: &Scene, about: About) -> impl Iterator<Item = Pillar> {
    Pillar::ALL.into_iter().filter(move |pillar| count(scene, about, *pillar) > 0)
}

/// How many facts of a pillar are shown.
pub fn count(scene: &Scene, about: About, pillar: Pillar) -> usize {
    scene.shown(about).filter(|id| scene.pillar(*id) == pillar).count()
}

/// A pillar's mark and name.
pub fn name(m: &mut Markup, scene: &Scene, pillar: Pillar) {
    glyph(m, scene, Some(pillar));
    m.say(scene.dataset.pillars[pillar as usize].get(scene.lang));
}

/// That nothing is left to show, where that is so, and the way back.
pub fn nothing(m: &mut Markup, scene: &Scene, about: About) {
    if scene.count(about) > 0 {
        return;
    }
    m.element("p|class=nothing", |m| {
        scene.say(m, Word::Nothing);
        if scene.state.is_narrow() {
            scene.leaf(m, "button|type=button|data-action=all", Word::ShowAll);
        }
    });
}

/// The facts of a pillar by their initiatives; titles are headings so many levels below the map's.
pub fn groups(m: &mut Markup, scene: &Scene, pillar: Pillar, about: About, deeper: u8) {
    for initiative in scene.dataset.initiatives_of(pillar) {
        group(m, scene, initiative, about, deeper);
    }
}

fn group(m: &mut Markup, scene: &Scene, initiative: InitiativeId, about: About, deeper: u8) {
    let mut of_group = scene.shown(about).filter(|id| scene.dataset[*id].initiative == initiative).peekable();
    if of_group.peek().is_none() {
        return;
    }
    m.element("div|class=group", |m| {
        m.attr("data-key", &scene.dataset[initiative].id);
        m.element("p|class=quiet", |m| marked(m, scene, &scene.dataset[initiative].name));
        of_group.for_each(|id| fact(m, scene, id, deeper));
    });
}

fn fact(m: &mut Markup, scene: &Scene, id: FactId, deeper: u8) {
    let fact = &scene.dataset[id];
    m.element("details|part=fact", |m| {
        m.attr("data-fact", &fact.id);
        m.attr("data-pillar", scene.pillar(id).slug());
        scene.anchor(m, Target::Fact(id));
        if scene.state.fact == Some(id) {
            m.attr("aria-current", "true");
        }
        let line = |m: &mut Markup| {
            short_time(m, scene.lang, fact.date);
            m.element(scene.state.level.heading(deeper), |m| {
                if scene.is_made(Fold::Fact(id)) && !scene.is(Form::Page) {
                    m.attr("id", &fact.id);
                }
                marked(m, scene, &fact.title);
                if scene.dataset.corrections.iter().any(|correction| correction.fact == id) {
                    scene.leaf(m, "b|class=corrected", Word::Correction);
                }
            });
        };
        fold(m, scene, Fold::Fact(id), line, |m| body(m, scene, id));
    });
}

fn body(m: &mut Markup, scene: &Scene, id: FactId) {
    let fact = &scene.dataset[id];
    m.element("div|class=more", |m| {
        m.element("p", |m| {
            m.leaf("b", scene.words.status(fact.status));
            m.say(". ");
            marked(m, scene, &fact.summary);
        });
        corrections(m, scene, id);
        sources(m, scene, &fact.sources);
        tools::of_fact(m, scene, id);
    });
}

fn corrections(m: &mut Markup, scene: &Scene, id: FactId) {
    for correction in scene.dataset.corrections.iter().filter(|correction| correction.fact == id) {
        m.element("p|class=correction", |m| {
            scene.say(m, Word::Correction).say(" (");
            time(m, scene.lang, correction.date);
            m.say("): ");
            marked(m, scene, &correction.note);
        });
    }
}

/// One line: where it can be read.
pub fn sources(m: &mut Markup, scene: &Scene, sources: &[SourceId]) {
    m.element("p|class=sources", |m| {
        scene.say(m, Word::Sources);
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
            m.attr("href", url);
        }
        if foreign {
            m.attr("lang", &source.lang);
        }
        marked_name(m, scene, &source.title);
    });
    m.say(", ");
    if foreign && is_written_in(&source.publisher, &source.lang) {
        m.element("span", |m| {
            m.attr("lang", &source.lang);
            marked_name(m, scene, &source.publisher);
        });
    } else {
        marked_name(m, scene, &source.publisher);
    }
    if let Some(date) = source.date {
        m.say(", ");
        time(m, scene.lang, date);
    }
    if foreign {
        let language = super::words::language(scene.lang, &source.lang);
        scene.say(m.say(" ("), Word::InLanguage).say(language).say(")");
    }
    if source.url.is_none() {
        scene.say(m.say(" ("), Word::NotOnline).say(")");
    }
}

/// Whether a publisher's name is in the language of what it publishes, by the letters: a Korean body may be named in
/// English.
fn is_written_in(name: &str, lang: &str) -> bool {
    const OTHER_LETTERS: [&str; 9] = ["ko", "ja", "zh", "th", "lo", "km", "my", "ta", "vi"];
    name.is_ascii() != OTHER_LETTERS.iter().any(|other| is_in(lang, other))
}
