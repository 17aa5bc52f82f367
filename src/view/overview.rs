//! Nothing selected: the dialogue itself, what all member states share, and how relations grew.

use super::{Form, Markup, Scene, fact, glyph, time, tools};
use crate::model::{About, CoChair, Milestone, Point, Release, Topic};

pub fn overview(m: &mut Markup, scene: &Scene) {
    m.element("section", |m| {
        m.attr("part", "overview").attr("aria-labelledby", "overview");
        m.element(scene.state.level.heading(1), |m| {
            m.attr("id", "overview").attr("data-heading", "").attr("tabindex", "-1");
            m.say(scene.dataset.release.title.get(scene.lang));
        });
        tools::of_all(m, scene, About::Asean);
        release(m, scene, &scene.dataset.release);
        m.element(scene.state.level.heading(2), |m| {
            m.attr("class", "part").say(scene.words.shared);
        });
        fact::pillars(m, scene, About::Asean, 3);
        milestones(m, scene);
    });
}

fn release(m: &mut Markup, scene: &Scene, release: &Release) {
    m.element("dl|class=release", |m| {
        row(m, scene.words.date, |m| {
            time(m, scene.lang, release.date);
            m.say(", ").say(release.time.get(scene.lang));
        });
        row(m, scene.words.format, |m| {
            m.say(release.format.get(scene.lang));
        });
        row(m, scene.words.co_chairs, |m| {
            release.co_chairs.iter().for_each(|chair| co_chair(m, scene, chair));
        });
    });
    folded(m, scene, scene.words.points, |m| {
        m.element("ul|class=points|role=list", |m| {
            release.points.iter().for_each(|entry| point(m, scene, entry));
        });
        m.element("p", |m| {
            m.leaf("strong", scene.words.next);
            m.say(": ").say(release.next.get(scene.lang));
        });
    });
    fact::sources(m, scene, &release.sources);
}

fn row(m: &mut Markup, name: &'static str, value: impl FnOnce(&mut Markup)) {
    m.element("div", |m| {
        m.leaf("dt", name);
        m.element("dd", value);
    });
}

fn co_chair(m: &mut Markup, scene: &Scene, chair: &CoChair) {
    let country = scene.dataset[chair.country].short.get(scene.lang);
    m.element("p", |m| {
        m.say(chair.name.get(scene.lang)).say(", ").say(chair.office.get(scene.lang)).say(" (").say(country).say(")");
    });
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
        m.say(point.summary.get(scene.lang));
    });
}

fn milestones(m: &mut Markup, scene: &Scene) {
    folded(m, scene, scene.words.milestones, |m| {
        m.element("ol|class=milestones|role=list", |m| {
            scene.dataset.milestones.iter().for_each(|step| milestone(m, scene, step));
        });
    });
}

fn milestone(m: &mut Markup, scene: &Scene, milestone: &Milestone) {
    m.element("li", |m| {
        m.element("p|class=when", |m| {
            time(m, scene.lang, milestone.date);
        });
        m.element("p|class=what", |m| {
            m.leaf("strong", milestone.title.get(scene.lang));
        });
        m.leaf("p", milestone.summary.get(scene.lang));
        fact::sources(m, scene, &milestone.sources);
    });
}

/// Native disclosure: closed until the reader wants it, but on a page that shows everything.
fn folded(m: &mut Markup, scene: &Scene, name: &'static str, inside: impl FnOnce(&mut Markup)) {
    m.element("details", |m| {
        if scene.is(Form::Page) {
            m.attr("open", "");
        }
        m.leaf("summary", name);
        inside(m);
    });
}
