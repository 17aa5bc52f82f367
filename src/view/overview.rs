//! Nothing selected: the dialogue itself, what all member states share, and how relations grew.

use super::{Markup, Scene, fact, fold, glyph, number, search::marked, short_time, time, tools};
use crate::{
    model::{About, CoChair, Milestone, Point, Release, Topic},
    state::{Fold, Thing},
};

pub fn overview(m: &mut Markup, scene: &Scene) {
    let Scene { dataset, words, .. } = scene;
    let release = &dataset.release;
    m.element("section", |m| {
        m.attr("part", "overview");
        m.element(scene.state.level.heading(1), |m| {
            m.attr("id", "overview").attr("data-heading", "").attr("tabindex", "-1");
            marked(m, scene, &release.title);
        });
        head(m, scene, release);
        let points = found(scene, &release.points, Thing::Point);
        let count = points.clone().count();
        let which = Part { key: "points", fold: Fold::Points, deeper: 2, count };
        part(m, scene, which, |m| _ = m.say(words.points), |m| discussed(m, scene, release, points));
        m.leaf(scene.state.level.heading(2), words.shared);
        fact::nothing(m, scene, About::Asean);
        for pillar in fact::of_pillars(scene, About::Asean) {
            let count = fact::count(scene, About::Asean, pillar);
            let shared = Part { key: pillar.slug(), fold: Fold::Shared(pillar), deeper: 3, count };
            let name = |m: &mut Markup| fact::name(m, scene, pillar);
            part(m, scene, shared, name, |m| fact::groups(m, scene, pillar, About::Asean, 4));
        }
        let steps = found(scene, &dataset.milestones, Thing::Milestone);
        let which = Part { key: "milestones", fold: Fold::Milestones, deeper: 2, count: steps.clone().count() };
        part(m, scene, which, |m| _ = m.say(words.milestones), |m| steps.for_each(|step| milestone(m, scene, step)));
        tools::of_all(m, scene, About::Asean);
    });
}

/// Those that the search finds; all, while nothing is searched for.
fn found<'a, T>(scene: &'a Scene, all: &'a [T], thing: fn(usize) -> Thing) -> impl Iterator<Item = &'a T> + Clone {
    let found = move |(at, _): &(usize, &T)| scene.state.search.has(thing(*at));
    all.iter().enumerate().filter(found).map(|(_, one)| one)
}

/// A part that opens: what it is known by, how deep its heading is, how much is in it.
struct Part {
    key: &'static str,
    fold: Fold,
    deeper: u8,
    count: usize,
}

fn part(m: &mut Markup, scene: &Scene, part: Part, name: impl FnOnce(&mut Markup), inside: impl FnOnce(&mut Markup)) {
    // A search leaves nothing in it.
    if part.count == 0 && !scene.is_open(part.fold) {
        return;
    }
    m.element("details|class=part", |m| {
        m.attr("data-key", part.key);
        let line = |m: &mut Markup| {
            m.element(scene.state.level.heading(part.deeper), name);
            m.element("span|class=quiet", |m| number(m.text(), part.count as i32));
        };
        fold(m, scene, part.fold, line, |m| m.element("div", inside));
    });
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
        m.say(scene.words.co_chairs).say(": ");
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

fn discussed<'a>(m: &mut Markup, scene: &Scene, release: &Release, points: impl Iterator<Item = &'a Point>) {
    m.element("ul|class=points|role=list", |m| points.for_each(|entry| point(m, scene, entry)));
    m.element("p", |m| {
        m.leaf("strong", scene.words.next);
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
            glyph(m, Some(pillar));
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
