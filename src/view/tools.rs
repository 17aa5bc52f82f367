//! What a reader can do with a fact, a card or the overview. The engine only shows the buttons: the desk does what they
//! say, and is fetched once a reader comes near one.

use super::{Form, Markup, Scene};
use crate::model::About;

const ACTIONS: [&str; 9] = [
    "copy-quote",
    "copy-citation",
    "copy-link",
    "download-csv",
    "download-json",
    "download-svg",
    "download-png",
    "copy-alt",
    "print",
];

/// The tools of a fact about this country, or about all.
pub fn of_fact(m: &mut Markup, scene: &Scene, about: About) {
    if has_tools(scene, about) {
        tools(m, scene, 0, [scene.words.newsroom, "APA", "BibTeX", "CSL-JSON"]);
    }
}

/// The tools of a card, or of the overview.
pub fn of_all(m: &mut Markup, scene: &Scene, about: About) {
    if has_tools(scene, about) {
        tools(m, scene, 1, ["1200 × 630", "1080 × 1080", scene.words.as_seen, ""]);
    }
}

/// What stands there before the engine is the overview, with all that the engine will show of it.
fn has_tools(scene: &Scene, about: About) -> bool {
    scene.is(Form::Live) || scene.is(Form::Snippet) && about == About::Asean
}

fn tools(m: &mut Markup, scene: &Scene, kind: usize, choices: [&str; 4]) {
    let (first, count, after) = [(0, 3, 1), (2, 7, 6)][kind];
    m.element("details", |m| {
        m.attr("class", "tools");
        m.leaf("summary", scene.words.tools[kind]);
        for (index, action) in ACTIONS.into_iter().enumerate().skip(first).take(count) {
            m.element("button", |m| {
                m.attr("type", "button").attr("data-action", action).say(scene.words.actions[index]);
            });
            if index == after {
                menu(m, scene.words.menus[kind], choices);
            }
        }
    });
}

/// Further forms of what stands before it. A choice is its own value, so that the desk knows it in each language.
fn menu(m: &mut Markup, name: &'static str, choices: [&str; 4]) {
    m.element("select", |m| {
        m.attr("aria-label", name);
        choices.into_iter().filter(|choice| !choice.is_empty()).for_each(|choice| m.leaf("option", choice));
    });
}
