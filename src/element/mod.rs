//! The border to JavaScript: what the page sets and the reader does becomes an `Event`; what has changed goes out as
//! nodes, attributes, the address and DOM events.
//!
//! Nothing throws past here: whatever a page has done to the map's nodes, a change finds its way.

mod page;
mod reader;
mod shell;

use crate::{
    data,
    model::{CountryId, Dataset, Lang, Pillar},
    state::{Event, Filter, Folds, News, Setting, State, Via, turn},
    view::{self, Markup},
    write::steps::{UNCHANGED, drawn, steps},
};
use gloo_events::EventListener;
use shell::Shell;
use std::{
    cell::{Cell, OnceCell, RefCell},
    rc::Rc,
};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, HtmlElement, ShadowRoot};

thread_local! {
    /// The edition in the build is read once for all maps of a page.
    static EMBEDDED: OnceCell<Rc<Dataset>> = const { OnceCell::new() };
}

/// The edition in the build, which `build.rs` has checked and packed.
const EDITION: &str = include_str!(concat!(env!("OUT_DIR"), "/edition"));

fn embedded() -> Rc<Dataset> {
    EMBEDDED.with(|kept| kept.get_or_init(|| Rc::new(data::unpack(EDITION))).clone())
}

/// One map on the page. Dropping it removes its listeners.
#[wasm_bindgen]
pub struct Map {
    at: Rc<Border>,
    _listeners: [EventListener; 6],
}

struct Border {
    host: HtmlElement,
    root: ShadowRoot,
    shell: Shell,
    live: RefCell<Live>,
    painting: Cell<bool>,
    stale: Cell<bool>,
}

/// What changes while the map is on the page.
struct Live {
    dataset: Rc<Dataset>,
    /// What `dataset` was unpacked from; `None` is the edition in the build.
    edition: Option<String>,
    state: State,
    shown: Markup,
    /// Whether all that is shown was prerendered.
    still: bool,
    /// The cards that were, until a reader has something else before him.
    cards: Option<Element>,
    painted: bool,
    /// What the page knows of the state.
    told: Known,
    /// What opened the card: the reader goes back there when it closes.
    opener: Via,
    /// Where that is.
    back: String,
    /// What an empty address leads to.
    first: Option<CountryId>,
}

/// The open country's code and the filter's pillar, as the page was told them.
type Known = (Option<Box<str>>, Option<Pillar>);

#[wasm_bindgen]
impl Map {
    /// A map of which stands there, in this language, what this build has prerendered: the whole with every card, or only
    /// the first view.
    #[wasm_bindgen(constructor)]
    pub fn new(host: HtmlElement, root: ShadowRoot, shell: Shell, lang: Option<String>) -> Map {
        let dataset = embedded();
        let lang = lang.and_then(|tag| Lang::of_tag(&tag));
        let cards = root.query_selector(".cards").ok().flatten();
        let mut state = State::first(lang.unwrap_or_default());
        let mut draw: fn(&Dataset, &State) -> Markup = view::first;
        if cards.is_some() {
            state.folds = Folds::closed(dataset.facts.len());
            draw = view::view;
        }
        let shown = lang.map_or_else(Markup::default, |_| draw(&dataset, &state));
        if cards.is_some() {
            shell.play(&drawn(&shown), true);
        }
        let live = Live {
            state,
            shown,
            dataset,
            edition: None,
            still: cards.is_some(),
            cards,
            painted: false,
            told: Known::default(),
            opener: Via::List,
            back: String::new(),
            first: None,
        };
        let (live, painting, stale) = (RefCell::new(live), Cell::default(), Cell::default());
        let at = Rc::new(Border { host, root, shell, live, painting, stale });
        Map { _listeners: reader::listeners(&at), at }
    }

    /// Takes an attribute, by its place in `Setting`. A value that is not known means the default; what to say about it
    /// is given back.
    pub fn set(&self, setting: usize, value: Option<String>) -> Option<String> {
        let message = self.at.set(*Setting::ALL.get(setting)?, value.as_deref());
        let live = &mut *self.at.live.borrow_mut();
        if !live.painted {
            live.told = known(live);
        }
        message
    }

    /// Takes what the addresses of this map begin with.
    pub fn address(&self, start: String) {
        self.at.handle(Event::Address(start));
    }

    /// Paints for the first time. What the page has asked for by a method before is told it then, as it would be later.
    pub fn start(&self) {
        {
            let mut live = self.at.live.borrow_mut();
            live.painted = true;
            live.first = live.state.country;
        }
        self.at.paint();
        self.at.ready();
        self.at.announce(Via::Method);
    }

    /// Follows the page's address; `true` when that leads somewhere, where the reader then has to `arrive`.
    pub fn hash(&self, hash: &str) -> bool {
        self.at.hash(hash)
    }

    /// Brings what the address names into view, and the focus there if the page can spare it.
    pub fn arrive(&self, focus: bool) {
        self.at.arrive(focus);
    }

    /// Opens everything for paper, or closes it again.
    pub fn paper(&self, is_paper: bool) {
        self.at.handle(Event::Paper(is_paper));
    }

    /// Says in the status line what is due.
    pub fn tell(&self) {
        self.at.handle(Event::Tell);
    }

    /// Shows another dataset, as the desk has packed it; none is the edition in the build.
    pub fn show(&self, edition: Option<String>) {
        let dataset = edition.as_deref().map_or_else(embedded, |edition| Rc::new(data::unpack(edition)));
        self.at.replace(dataset, edition);
    }

    /// Says why a dataset that was offered is not shown: issues as the desk gives them. The last good one stays.
    pub fn report(&self, issues: &str) {
        self.at.handle(Event::Issues(data::notices(issues)));
    }

    /// The JSON of the dataset that is shown.
    pub fn text(&self) -> String {
        let live = self.at.live.borrow();
        data::json(live.edition.as_deref().unwrap_or(EDITION), &live.dataset)
    }

    /// The ids of the facts that a reader takes along.
    pub fn taken(&self) -> String {
        let live = self.at.live.borrow();
        view::taken(&live.dataset, &live.state)
    }

    /// Says in the status line what came of a tool.
    pub fn say(&self, text: String) {
        self.at.handle(Event::Said(text));
    }

    /// Opens a country's card, or the overview for none and for a code that the dataset lacks.
    pub fn select(&self, code: Option<String>) {
        self.at.open(code.as_deref(), Via::Method);
    }
}

fn known(live: &Live) -> Known {
    let country = live.state.country.map(|id| live.dataset[id].code.clone());
    (country, live.state.filter.pillar(&live.dataset))
}

impl Border {
    /// The one road: state, nodes, attributes, DOM events.
    fn handle(&self, event: Event) {
        let via = if let Event::Country(_, via) = event { via } else { Via::Hash };
        {
            let live = &mut *self.live.borrow_mut();
            let open = live.state.country;
            turn(&live.dataset, &mut live.state, event);
            if let Some(id) = live.state.country.filter(|_| live.state.country != open) {
                let part =
                    if std::mem::replace(&mut live.opener, Via::List) == Via::Map { "country" } else { "list-item" };
                live.back = ["a[part=", part, "][data-country=", &live.dataset[id].code, "]"].concat();
            }
            if !live.painted {
                return;
            }
        }
        self.paint();
        self.announce(via);
        if self.live.borrow().state.due != News::None {
            self.shell.later();
        }
    }

    /// A node that goes away with the focus tells the page, whose listeners may come back here before the paint is
    /// done: then it is painted again.
    fn paint(&self) {
        self.stale.set(true);
        if self.painting.replace(true) {
            return;
        }
        while self.stale.replace(false) {
            let steps = {
                let live = &mut *self.live.borrow_mut();
                let markup = view::view(&live.dataset, &live.state);
                let steps = steps(&live.shown, &markup);
                live.shown = markup;
                steps
            };
            if steps != UNCHANGED {
                self.write(&steps);
            }
            self.fill_in();
        }
        self.painting.set(false);
    }

    fn write(&self, steps: &str) {
        self.shell.play(steps, false);
        let live = &mut *self.live.borrow_mut();
        let adopted = std::mem::take(&mut live.still) && live.state.country.is_none();
        if let Some(cards) = live.cards.take_if(|_| !adopted) {
            cards.remove();
        }
    }

    /// Opens a card or the overview; what is open already stays as it is, so reflected attributes go round once.
    fn open(&self, code: Option<&str>, via: Via) -> bool {
        let (wanted, open) = {
            let live = self.live.borrow();
            (code.and_then(|code| live.dataset.country(code)), live.state.country)
        };
        if wanted != open {
            self.handle(Event::Country(wanted, via));
        }
        code.is_none() || wanted.is_some()
    }

    /// Another dataset; what was open, or what the page has asked for, opens where the new one has it.
    fn replace(&self, dataset: Rc<Dataset>, edition: Option<String>) {
        let asked = self.host.get_attribute("country").map(String::into_boxed_str);
        {
            let live = &mut *self.live.borrow_mut();
            let old = std::mem::replace(&mut live.dataset, dataset);
            let new = &*live.dataset;
            let code = |id: CountryId| old[id].code.clone();
            let find = |code: Box<str>| new.country(&code);
            let country = live.state.country.map(code).or(asked).and_then(find);
            let filter = kept(live.state.filter, &old, new);
            live.edition = edition;
            live.first = live.first.map(code).and_then(find);
            turn(new, &mut live.state, Event::Dataset);
            turn(new, &mut live.state, Event::Filter(filter));
            (live.state.country, live.state.stop) = (country, country);
            if !live.painted {
                return;
            }
        }
        self.paint();
        self.announce(Via::Method);
        self.ready();
    }
}

/// The filter in another dataset: the same initiative, else its pillar.
fn kept(filter: Filter, old: &Dataset, new: &Dataset) -> Filter {
    let pillar = filter.pillar(old).map_or(Filter::All, Filter::Pillar);
    match filter {
        Filter::Initiative(id) => new.initiative(&old[id].id).map_or(pillar, Filter::Initiative),
        _ => pillar,
    }
}
