//! Dataset and State to `Markup`, pure; one file for each thing on the screen.

mod card;
mod fact;
mod filter;
mod list;
mod map;
mod markup;
mod overview;
mod search;
mod tools;
mod whole;
mod words;
mod years;

pub(crate) use map::{label as label_of, lines as name_lines};
pub use markup::{Markup, OUTLINE, Step, number};
pub use whole::{country, country_page, first, folder, page, page_of, paper, snippet};
pub use words::{Word, Words, date};

use crate::{
    model::{About, Dataset, Date, FactId, Lang, Pillar, nth},
    state::{Filter, Fold, News, Setting, State, Target, Years, hash},
};

/// What every part of the view is made from.
#[derive(Clone, Copy)]
struct Scene<'a> {
    dataset: &'a Dataset,
    state: &'a State,
    lang: Lang,
    words: Words,
    form: Form,
}

/// What the markup is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// The engine repaints it: one card at a time.
    Live,
    /// What stands there before the engine, or without it.
    Snippet,
    /// The map and its list without the texts, which the engine brings.
    First,
    /// A page of its own that shows everything at once.
    Page,
    /// Such a page of one country alone, beside those of the others.
    Country,
}

impl<'a> Scene<'a> {
    fn new(dataset: &'a Dataset, state: &'a State, form: Form) -> Scene<'a> {
        Scene { dataset, state, lang: state.lang, words: Words(state.lang), form }
    }

    /// Whether this is for that form. The engine makes no page and no snippet, so what is for one costs it nothing.
    fn is(&self, form: Form) -> bool {
        let is_engine = cfg!(all(target_arch = "wasm32", not(feature = "desk")));
        let is_country = form == Form::Page && self.form == Form::Country;
        !(is_engine && matches!(form, Form::Page | Form::Country | Form::Snippet)) && (is_country || self.form == form)
    }

    /// The address of a country; empty where the page's address does not know this map.
    fn href(&self, target: Target) -> String {
        if self.state.address.is_empty() {
            return "#".to_owned();
        }
        if let (true, Target::Country(id)) = (self.is(Form::Country), target) {
            return country_page(&self.dataset[id].code);
        }
        let hash = hash(self.dataset, &self.state.address, target);
        // A link of a page finds nothing inside a shadow root.
        if self.is(Form::Snippet) { [page_of(self.lang), &hash].concat() } else { hash }
    }

    /// On a page of its own, what the address leads to: live and still, one address is one card.
    fn anchor(&self, m: &mut Markup, target: Target) {
        if self.is(Form::Page) {
            m.attr("id", &hash(self.dataset, &self.state.address, target)[1..]);
        }
    }

    /// Whether a thing is open. On a page of its own, and on paper, all are.
    fn is_open(&self, fold: Fold) -> bool {
        self.is(Form::Page) || self.state.is_paper || self.state.folds.is_open(fold)
    }

    /// Whether the inside of a thing is there. What is not seen is not made, but where no engine may ever come.
    fn is_made(&self, fold: Fold) -> bool {
        self.is(Form::Snippet) || self.is_open(fold) || self.state.folds.is_made(fold)
    }

    /// Of what is painted black without its style: that it is not drawn then. The style outweighs it.
    fn styled(&self, m: &mut Markup) {
        if self.is(Form::Page) || self.is(Form::Snippet) {
            m.attr("display", "none");
        }
    }

    /// Says a word of the interface.
    fn say<'m>(&self, m: &'m mut Markup, word: Word) -> &'m mut Markup {
        self.say_part(m, word, 0)
    }

    /// Says what stands behind so many bars.
    #[inline(never)]
    fn say_part<'m>(&self, m: &'m mut Markup, word: Word, place: usize) -> &'m mut Markup {
        m.say(self.words.part(word, place))
    }

    /// An element that holds a word only.
    #[inline(never)]
    fn leaf(&self, m: &mut Markup, tag: &'static str, word: Word) {
        m.element(tag, |m| _ = self.say(m, word));
    }

    /// An element's name, for ears.
    #[inline(never)]
    fn label<'m>(&self, m: &'m mut Markup, word: Word) -> &'m mut Markup {
        m.attr("aria-label", self.words.get(word))
    }

    /// How many facts about a country, or about all, are shown.
    fn count(&self, about: About) -> usize {
        self.state.count(self.dataset, about)
    }

    /// The facts about a country, or about all, that no choice of the reader hides.
    fn shown(&self, about: About) -> impl Iterator<Item = FactId> {
        let facts = self.dataset.facts_about(about).iter().copied();
        facts.filter(|id| self.state.admits(self.dataset, *id))
    }

    fn pillar(&self, fact: FactId) -> Pillar {
        self.dataset[self.dataset[fact].initiative].pillar
    }
}

/// What a reader takes along: ids of the facts that are shown of the open country, or of all, with spaces between.
pub fn taken(dataset: &Dataset, state: &State) -> String {
    let scene = Scene::new(dataset, state, Form::Live);
    let mut ids = String::new();
    for about in [About::Asean].into_iter().chain(dataset.country_ids().map(About::Country)) {
        if state.country.is_none_or(|open| about == About::Country(open)) {
            for id in scene.shown(about) {
                ids.push_str(&dataset[id].id);
                ids.push(' ');
            }
        }
    }
    ids
}

/// What opens and closes, as the inside of a `details`: a line that is always seen, and what is made when it is opened.
fn fold(m: &mut Markup, scene: &Scene, fold: Fold, line: impl FnOnce(&mut Markup), inside: impl FnOnce(&mut Markup)) {
    if scene.is_open(fold) {
        m.attr("open", "");
    }
    m.element("summary", line);
    if scene.is_made(fold) {
        inside(m);
    }
}

/// The whole map: one element, the root of all that is shown.
pub fn view(dataset: &Dataset, state: &State) -> Markup {
    let mut markup = Markup::default();
    root(&mut markup, &Scene::new(dataset, state, Form::Live));
    markup
}

fn root(m: &mut Markup, scene: &Scene) {
    m.element("section|class=root|aria-labelledby=title", |m| {
        m.attr("lang", scene.lang.tag());
        header(m, scene);
        body(m, scene);
    });
}

fn body(m: &mut Markup, scene: &Scene) {
    let is_live = scene.is(Form::Live) || scene.is(Form::First) || scene.is(Form::Snippet);
    if is_live {
        scene.leaf(m, "button|type=button|class=skip|data-action=skip", Word::Skip);
    }
    m.element("div|class=body", |m| {
        list::list(m, scene);
        map::map(m, scene);
        m.element("div|class=panel", |m| {
            if !scene.is(Form::First) {
                panel(m, scene);
            }
        });
    });
    if is_live {
        m.element("p|class=unseen|data-end=", |m| {
            m.attr("tabindex", if scene.state.at_end { "0" } else { "-1" });
            scene.say(m, Word::End);
        });
    }
}

fn panel(m: &mut Markup, scene: &Scene) {
    if scene.is(Form::Page) {
        return whole::panel(m, scene);
    }
    filter::filter(m, scene);
    match scene.state.country {
        Some(country) => card::card(m, scene, country),
        None => overview::overview(m, scene),
    }
}

fn header(m: &mut Markup, scene: &Scene) {
    m.element("div|class=header", |m| {
        m.element(scene.state.level.heading(0), |m| {
            m.attr("part", "title").attr("id", "title").say(scene.dataset.title.get(scene.lang));
        });
        m.element("p", |m| {
            m.attr("class", "as-of");
            scene.say(m, Word::AsOf);
            time(m, scene.lang, scene.dataset.as_of);
            scene.say_part(m, Word::AsOf, 1);
        });
    });
    if !scene.state.issues.is_empty() {
        problem(m, scene);
    }
    for setting in Setting::ALL.into_iter().filter(|setting| scene.state.unknown[*setting as usize]) {
        m.leaf("p|class=problem|part=note", &scene.words.unknown(setting));
    }
}

/// Why the data that was offered is not shown: every issue, for the person who can mend it.
fn problem(m: &mut Markup, scene: &Scene) {
    m.element("div|class=problem|role=alert|part=note", |m| {
        scene.leaf(m, "p", Word::Problem);
        m.element("ul", |m| {
            for issue in scene.state.issues.iter().take(20) {
                m.element("li", |m| {
                    m.leaf("code", &issue.path);
                    m.say(" ").say(issue.message.get(scene.lang));
                });
            }
        });
    });
}

fn status(m: &mut Markup, scene: &Scene) {
    let Scene { dataset, state, words, .. } = scene;
    m.element("p|part=status|role=status", |m| {
        let about = state.country.map_or(About::Asean, About::Country);
        let name = state.country.map_or(words.get(Word::Overview), |id| dataset[id].short.get(scene.lang));
        match state.news {
            News::None => {}
            News::Said => {
                m.say(&state.said);
            }
            News::Opened => {
                scene.say(m, Word::Opened).say(name);
                scene.say_part(m, Word::Opened, 1);
                words.count(m.text(), scene.count(about));
            }
            News::Filtered if state.search.is_on() => found(m, scene, name, about),
            News::Filtered => {
                chosen(m.say(name).text(), scene, ", ");
                words.count(m.say(": ").text(), scene.count(about));
            }
        }
    });
}

/// What the search finds here and everywhere; or, where that is nothing, what else hides it, or what to do.
fn found(m: &mut Markup, scene: &Scene, name: &str, about: About) {
    let Scene { dataset, state, words, .. } = scene;
    let (all, hidden) = (state.all_matches(dataset), state.found(dataset));
    match (all, hidden) {
        (0, 0) => {
            scene.say(m, Word::NotFound);
        }
        (0, _) => {
            chosen(scene.say(m, Word::NothingUnder).text(), scene, "");
            words.count(scene.say_part(m, Word::NothingUnder, 1).text(), hidden);
            scene.say_part(m, Word::NothingUnder, 2);
        }
        _ => {
            chosen(m.say(name).text(), scene, ", ");
            words.found(m.say(": ").text(), state.matches(dataset, about));
            words.found(scene.say(m, Word::Whole).text(), all);
        }
    }
}

/// The reader's choice of a pillar or an initiative, and of years, each behind a mark; the first behind this one.
fn chosen(out: &mut String, scene: &Scene, mut mark: &'static str) {
    let mut add = |out: &mut String, text: &str| {
        out.push_str(mark);
        out.push_str(text);
        mark = ", ";
    };
    match scene.state.filter {
        Filter::All => {}
        Filter::Pillar(pillar) => add(out, scene.dataset.pillars[pillar as usize].get(scene.lang)),
        Filter::Initiative(id) => add(out, scene.dataset[id].name.get(scene.lang)),
    }
    if scene.state.years != Years::ALL
        && let Some((from, to)) = years::ends(scene)
    {
        add(out, "");
        number(out, from.into());
        out.push('–');
        number(out, to.into());
    }
}

/// A date in words, and as `datetime`.
fn time(m: &mut Markup, lang: Lang, when: Date) {
    dated(m, lang, when, false);
}

/// The same where it stands in a line of its own.
fn short_time(m: &mut Markup, lang: Lang, when: Date) {
    dated(m, lang, when, true);
}

fn dated(m: &mut Markup, lang: Lang, when: Date, short: bool) {
    m.element("time", |m| {
        m.attr("datetime", &when.iso());
        date(m.text(), lang, when, short);
    });
}

/// A choice of a `select`.
fn option(m: &mut Markup, value: &str, name: &str, selected: bool) {
    m.element("option", |m| {
        m.attr("value", value);
        if selected {
            m.attr("selected", "");
        }
        m.say(name);
    });
}

/// The mark of a pillar, or of what is found in whichever: a form as well as a colour.
fn glyph(m: &mut Markup, scene: &Scene, pillar: Option<Pillar>) {
    m.element("svg|class=glyph|viewBox=0 0 10 10|aria-hidden=true", |m| {
        scene.styled(m);
        form(m, pillar);
    });
}

/// The form of a pillar, or of what is found in whichever, in a square of ten.
fn form(m: &mut Markup, pillar: Option<Pillar>) {
    const FORMS: &str = "M9 5a4 4 0 1 1-8 0 4 4 0 0 1 8 0z|M1.5 1.5h7v7h-7z|M5 1l4.4 8H.6z|M5 0l5 5-5 5-5-5z";
    m.element("path", |m| {
        m.attr("class", pillar.map_or("any", Pillar::slug));
        m.attr("d", nth(FORMS, b'|', pillar.map_or(3, |pillar| pillar as usize)));
    });
}

/// Whether the reader's choices hide everything about a country; `None` while there is no choice.
fn is_empty(scene: &Scene, about: About) -> Option<bool> {
    scene.state.is_narrow().then(|| scene.state.matches(scene.dataset, about) == 0)
}
