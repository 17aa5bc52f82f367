//! What a reader can do with a fact, a card or the overview. The desk does it, and is fetched at the first use.

use super::{Form, Markup, Scene};
use crate::model::{About, FactId};

/// The tools of a fact. Its title, which has the fact's id, says what they are about.
pub fn of_fact(m: &mut Markup, scene: &Scene, id: FactId) {
    let fact = &scene.dataset[id];
    let words = scene.words;
    tools(m, scene, fact.about, |m| {
        for (tag, name) in [
            ("button|type=button|data-action=copy-quote", words.quote),
            ("button|type=button|data-action=copy-citation|aria-expanded=false", words.cite),
            (LINK, words.link),
        ] {
            m.element(tag, |m| _ = m.attr("aria-describedby", &fact.id).say(name));
        }
    });
}

const LINK: &str = "button|type=button|data-action=copy-link";

/// What "Download" opens, in the order of its words; of pictures there are several forms.
const FILES: [&str; 5] = [
    "button|type=button|data-action=download-csv",
    "button|type=button|data-action=download-json",
    "button|type=button|data-action=download-svg|aria-expanded=false",
    "button|type=button|data-action=download-png|aria-expanded=false",
    "button|type=button|data-action=copy-alt",
];

/// The tools of a card, or of the overview.
pub fn of_all(m: &mut Markup, scene: &Scene, about: About) {
    let words = scene.words;
    tools(m, scene, about, |m| {
        if about != About::Asean && scene.count(about) > 0 {
            let is_open = scene.state.is_all_open(scene.dataset);
            m.leaf("button|type=button|data-action=open-all", words.open_all[usize::from(is_open)]);
        }
        m.leaf(LINK, words.link);
        let saving = scene.state.saving;
        m.element("button|type=button|data-action=download", |m| {
            m.attr("aria-expanded", if saving { "true" } else { "false" }).say(words.download);
        });
        m.leaf("button|type=button|data-action=print", words.print);
        m.element("div|class=files", |m| {
            if !saving {
                m.attr("hidden", "");
            }
            FILES.into_iter().zip(words.files).for_each(|(tag, name)| m.leaf(tag, name));
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
