//! What a reader can do with a fact, a card or the overview. The desk does it, and is fetched at the first use.

use super::{Form, Markup, Scene};
use crate::model::About;

/// The tools of a fact about this country, or about all.
pub fn of_fact(m: &mut Markup, scene: &Scene, about: About) {
    tools(m, scene, about, |m| {
        m.leaf("button|type=button|data-action=copy-quote", scene.words.quote);
        m.leaf("button|type=button|data-action=copy-citation", scene.words.cite);
        link(m, scene);
    });
}

/// The tools of a card, or of the overview.
pub fn of_all(m: &mut Markup, scene: &Scene, about: About) {
    tools(m, scene, about, |m| {
        link(m, scene);
        file(m, scene, "button|type=button|data-action=download-csv", "CSV");
        file(m, scene, "button|type=button|data-action=download-json", "JSON");
        file(m, scene, "button|type=button|data-action=download-svg", "SVG");
        file(m, scene, "button|type=button|data-action=download-png", "PNG");
        m.leaf("button|type=button|data-action=copy-alt", scene.words.alt);
        m.leaf("button|type=button|data-action=print", scene.words.print);
    });
}

fn tools(m: &mut Markup, scene: &Scene, about: About, inside: impl FnOnce(&mut Markup)) {
    // What stands there before the engine is the overview, with all that the engine will show of it.
    if !(scene.is(Form::Live) || scene.is(Form::Snippet) && about == About::Asean) {
        return;
    }
    m.element("div|class=tools", |m| {
        // In another language they are others: what the desk has put beside them goes.
        m.attr("data-key", scene.lang.tag());
        inside(m);
    });
}

fn link(m: &mut Markup, scene: &Scene) {
    m.leaf("button|type=button|data-action=copy-link", scene.words.link);
}

/// Four that all say that they download would shout: what is read aloud says it.
fn file(m: &mut Markup, scene: &Scene, tag: &'static str, kind: &str) {
    let [before, after] = scene.words.download;
    m.element(tag, |m| {
        m.attr_of("aria-label", before).and(kind).and(after).say(kind);
    });
}
