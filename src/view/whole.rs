//! Everything at once, for readers without script: as a page of its own, and inside the element; and for paper.

use super::{Form, Markup, Scene, body, card, header, overview, root};
use crate::{
    model::{CountryId, Dataset, Lang},
    state::{Level, State},
};

/// The map as the content of a page: overview and every card, reached by plain anchors.
pub fn page(dataset: &Dataset, lang: Lang) -> Markup {
    let mut markup = Markup::default();
    let state = State { level: Level::PAGE, ..State::first(lang) };
    root(&mut markup, &Scene::new(dataset, &state, Form::Page));
    markup
}

/// One country as the content of a page, whose list and map lead to the pages of the others.
pub fn country(dataset: &Dataset, lang: Lang, id: CountryId) -> Markup {
    let mut markup = Markup::default();
    let state = State { level: Level::PAGE, country: Some(id), ..State::first(lang) };
    root(&mut markup, &Scene::new(dataset, &state, Form::Country));
    markup
}

/// What is printed: one card where a country is open, else overview and every card. `note` stands under the day, `foot`
/// at the end.
pub fn paper(dataset: &Dataset, state: &State, note: &str, foot: &[String]) -> Markup {
    let mut markup = Markup::default();
    let scene = Scene::new(dataset, state, Form::Page);
    markup.element("section|class=root|aria-labelledby=title", |m| {
        m.attr("lang", scene.lang.tag());
        header(m, &scene);
        if !note.is_empty() {
            m.leaf("p|class=as-of", note);
        }
        body(m, &scene);
        foot.iter().for_each(|line| m.leaf("p|part=note", line));
    });
    markup
}

/// The folder of the pages in this language, from that of `map.js`.
pub fn folder(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "",
        Lang::Ko => "ko/",
    }
}

/// The page of a country, in that folder.
pub fn country_page(code: &str) -> String {
    code.to_ascii_lowercase() + ".html"
}

/// Where the page in this language lies, from the folder of `map.js`.
pub fn page_of(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "static.html",
        Lang::Ko => "ko/static.html",
    }
}

/// The content of the element's shadow root: first the overview, which the engine adopts; then every card, which it takes
/// away once it shows something else. `build` tells the engine whether it would have made the same.
pub fn snippet(markup: &mut Markup, dataset: &Dataset, lang: Lang, build: &str) {
    let state = State::first(lang);
    let scene = Scene::new(dataset, &state, Form::Snippet);
    root(markup, &scene);
    markup.element("div|class=root cards", |m| {
        m.attr("lang", lang.tag()).attr("data-build", build);
        dataset.country_ids().for_each(|id| folded(m, &scene, id));
    });
}

/// What the page's script draws before the engine comes.
pub fn first(dataset: &Dataset, state: &State) -> Markup {
    let mut markup = Markup::default();
    root(&mut markup, &Scene::new(dataset, state, Form::First));
    markup
}

pub(super) fn panel(m: &mut Markup, scene: &Scene) {
    if let Some(id) = scene.state.country {
        return card::card(m, scene, id);
    }
    overview::overview(m, scene);
    scene.dataset.country_ids().for_each(|id| card::card(m, scene, id));
}

fn folded(m: &mut Markup, scene: &Scene, id: CountryId) {
    m.element("details|class=part", |m| {
        m.attr("data-card", &scene.dataset[id].code);
        m.leaf("summary", scene.dataset[id].short.get(scene.lang));
        card::card(m, scene, id);
    });
}
