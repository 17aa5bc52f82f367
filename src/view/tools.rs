//! What a reader can do with a fact, a card or the overview. The desk does it, and is fetched at the first use.

use super::{Form, Markup, Scene, Word};
use crate::model::{About, FactId};

/// The tools of a fact. Its title, which has the fact's id, says what they are about.
pub fn of_fact(m: &mut Markup, scene: &Scene, id: FactId) {
    let fact = &scene.dataset[id];
    tools(m, scene, fact.about, |m| {
        for (tag, name) in [
            ("button|type=button|data-action=copy-quote", Word::Quote),
            ("button|type=button|data-action=copy-citation|aria-expanded=false", Word::Cite),
            (LINK, Word::Link),
        ] {
            m.element(tag, |m| _ = scene.say(m.attr("aria-describedby", &fact.id), name));
        }
    });
}

const LINK: &str = "button|type=button|data-action=copy-link";

/// What "Download" opens, in the order of its words; of pictures there are several forms.
static FILES: [&str; 5] = [
    "button|type=button|data-action=download-csv",
    "button|type=button|data-action=download-json",
    "button|type=button|data-action=download-svg|aria-expanded=false",
    "button|type=button|data-action=download-png|aria-expanded=false",
    "button|type=button|data-action=copy-alt",
];

/// The tools of a card, or of the overview.
pub fn of_all(m: &mut Markup, scene: &Scene, about: About) {
    tools(m, scene, about, |m| {
        if about != About::Asean && scene.count(about) > 0 {
            let is_open = scene.state.is_all_open(scene.dataset);
            m.element("button|type=button|data-action=open-all", |m| {
                scene.say_part(m, Word::OpenAll, usize::from(is_open));
            });
        }
        scene.leaf(m, LINK, Word::Link);
        let saving = scene.state.saving;
        m.element("button|type=button|data-action=download", |m| {
            m.attr("aria-expanded", if saving { "true" } else { "false" });
            scene.say(m, Word::Download);
        });
        scene.leaf(m, "button|type=button|data-action=print", Word::Print);
        m.element("div|class=files", |m| {
            if !saving {
                m.attr("hidden", "");
            }
            for (place, tag) in FILES.iter().enumerate() {
                m.element(tag, |m| _ = scene.say_part(m, Word::Files, place));
            }
        });
    });
}

fn tools(m: &mut Markup, scene: &Scene, about: About, inside: impl FnOnce(&mut Markup)) {
    // What stands there before the engine is the overview, with all that the engine will show of it.
    if scene.is(Form::Live) || scene.is(Form::Snippet) && about == About::Asean {
        m.element("div|class=tools", |m| {
            // In another language they are others: what the desk has put beside them goes.
            m.attr("data-key", scene.lang.tag());
            inside(m);
        });
    }
}
