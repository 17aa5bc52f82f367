//! What a reader can do with a fact, a card or the overview. The engine shows only that there is something: the desk,
//! which does it, brings the controls once a reader opens them.

use super::{Form, Markup, Scene};
use crate::model::About;

/// The tools of a fact about this country, or about all.
pub fn of_fact(m: &mut Markup, scene: &Scene, about: About) {
    tools(m, scene, about, scene.words.tools[0]);
}

/// The tools of a card, or of the overview.
pub fn of_all(m: &mut Markup, scene: &Scene, about: About) {
    tools(m, scene, about, scene.words.tools[1]);
}

fn tools(m: &mut Markup, scene: &Scene, about: About, name: &'static str) {
    // What stands there before the engine is the overview, with all that the engine will show of it.
    if !(scene.is(Form::Live) || scene.is(Form::Snippet) && about == About::Asean) {
        return;
    }
    m.element("details", |m| {
        // In another language they are others: the controls are not the engine's to translate.
        m.attr("class", "tools").attr("data-key", scene.lang.tag()).leaf("summary", name);
    });
}
