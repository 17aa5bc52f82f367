//! Nothing selected: the dialogue itself, what all member states share, and how relations grew.

use super::{Markup, Scene, Word, fact, fold, glyph, number, search::marked, short_time, time, tools};
use crate::{
    model::{About, CoChair, Milestone, Point, Release, Topic},
    state::{Fold, Thing},
};

pub fn overview(m: &mut Markup, scene: &Scene) {
    let dataset = scene.dataset;
    let release = &dataset.release;
    m.element("section", |m| {
        m.attr("part", "overview");
        m.element(scene.state.level.heading(1), |m| {
            m.attr("id", "overview").attr("data-heading", "").attr("tabindex", "-1");
            marked(m, scene, &release.title);
        });
        head(m, scene, release);
        part(m, scene, Fold::Points, 2, found(scene, &release.points, Thing::Point).count());
        scene.leaf(m, scene.state.level.heading(2), Word::Shared);
        fact::nothing(m, scene, About::Asean);
        for pillar in fact::of_pillars(scene, About::Asean) {
            part(m, scene, Fold::Shared(pillar), 3, fact::count(scene, About::Asean, pillar));
        }
        part(m, scene, Fold::Milestones, 2, found(scene, &dataset.milestones, Thing::Milestone).count());
        tools::of_all(m, scene, About::Asean);
    });
}

/// A part that opens: how deep its heading is, how much is in it.
fn part(m: &mut Markup, scene: &Scene, part: Fold, deeper: u8, count: usize) {
    // A search leaves nothing in it.
    if count == 0 && !scene.is_open(part) {
        return;
    }
    m.element("details|class=part", |m| {
        m.attr("data-key", part.key());
        let line = |m: &mut Markup| {
            m.element(scene.state.level.heading(deeper), |m| name(m, scene, part));
            m.element("span|class=quiet", |m| number(m.text(), count as i32));
        };
        fold(m, scene, part, line, |m| m.element("div", |m| inside(m, scene, part)));
    });
}

fn name(m: &mut Markup, scene: &Scene, part: Fold) {
    match part {
        Fold::Shared(pillar) => fact::name(m, scene, pillar),
        Fold::Points => _ = scene.say(m, Word::Points),
        _ => _ = scene.say(m, Word::Milestones),
    }
}

fn inside(m: &mut Markup, scene: &Scene, part: Fold) {
    match part {
        Fold::Shared(pillar) => fact::groups(m, scene, pillar, About::Asean, 4),
        Fold::Points => discussed(m, scene, &scene.dataset.release),
        _ => found(scene, &scene.dataset.milestones, Thing::Milestone).for_each(|step| milestone(m, scene, step)),
    }
}

/// Those that the search finds; all, while nothing is searched for.
fn found<'a, T>(scene: &'a Scene, all: &'a [T], thing: fn(usize) -> Thing) -> impl Iterator<Item = &'a T> {
    let found = move |(at, _): &(usize, &T)| scene.state.search.has(thing(*at));
    all.iter().enumerate().filter(found).map(|(_, one)| one)
}

/// The dialogue in a few lines.
fn head(m: &mut Markup, scene: &Scene, release: &Release) {
    m.element("p|class=quiet", |m| {
        time(m, scene.lang, release.date);
        for text in [&release.time, &release.format] {
            m.say(", ");
            marked(m, scene, text);
        }
    });
    m.element("p|class=quiet", |m| {
        scene.say(m, Word::CoChairs).say(": ");
        for (index, chair) in release.co_chairs.iter().enumerate() {
            m.say(if index == 0 { "" } else { "; " });
            co_chair(m, scene, chair);
        }
    });
}

fn co_chair(m: &mut Markup, scene: &Scene, chair: &CoChair) {
    marked(m, scene, &chair.name);
    m.say(", ");
    marked(m, scene, &chair.office);
    m.say(" (").say(scene.dataset[chair.country].short.get(scene.lang)).say(")");
}

fn discussed(m: &mut Markup, scene: &Scene, release: &Release) {
    m.element("ul|class=points|role=list", |m| {
        found(scene, &release.points, Thing::Point).for_each(|entry| point(m, scene, entry));
    });
    m.element("p", |m| {
        scene.leaf(m, "strong", Word::Next);
        m.say(": ");
        marked(m, scene, &release.next);
    });
    fact::sources(m, scene, &release.sources);
}

fn point(m: &mut Markup, scene: &Scene, point: &Point) {
    let pillar = match point.topic {
        Topic::General => None,
        Topic::Pillar(pillar) => Some(pillar),
        Topic::Initiative(id) => Some(scene.dataset[id].pillar),
    };
    m.element("li", |m| {
        if let Some(pillar) = pillar {
            glyph(m, scene, Some(pillar));
            m.leaf("b", scene.dataset.pillars[pillar as usize].get(scene.lang));
            m.say(" ");
        }
        marked(m, scene, &point.summary);
    });
}

fn milestone(m: &mut Markup, scene: &Scene, milestone: &Milestone) {
    m.element("div|class=milestone", |m| {
        short_time(m, scene.lang, milestone.date);
        m.element("div", |m| {
            m.element(scene.state.level.heading(3), |m| marked(m, scene, &milestone.title));
            m.element("p", |m| marked(m, scene, &milestone.summary));
            fact::sources(m, scene, &milestone.sources);
        });
    });
}
