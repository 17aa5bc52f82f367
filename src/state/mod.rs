//! WHAT IS SHOWN: small and whole. `update` is the only way on; the address and the attributes are in- and outputs.

mod choice;
mod find;
mod fold;
mod hash;
mod keys;

pub use choice::{Filter, Years};
pub use find::{Search, Thing};
pub use fold::{Fold, Folds};
pub use hash::{Target, hash, parse};
pub use keys::{Key, moved};

use crate::model::{About, CountryId, Dataset, FactId, Lang, Notice, nth};

/// The values of the `theme` attribute.
pub const THEMES: [&str; 4] = ["auto", "light", "dark", "contrast"];

/// The level of the widget's title, 2 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level(u8);

impl Level {
    /// The level of a page's own title.
    pub const PAGE: Level = Level(1);

    pub fn new(level: u8) -> Option<Level> {
        (2..=5).contains(&level).then_some(Level(level))
    }

    /// From the value of the `heading-level` attribute.
    pub fn of_name(name: &str) -> Option<Level> {
        let [digit] = name.as_bytes() else { return None };
        Level::new(digit.wrapping_sub(b'0'))
    }

    /// The heading `deeper` levels below the title; HTML ends at `h6`.
    pub fn heading(self, deeper: u8) -> &'static str {
        nth("h1 h2 h3 h4 h5 h6", b' ', usize::from((self.0 + deeper).min(6) - 1))
    }
}

impl Default for Level {
    fn default() -> Level {
        Level(2)
    }
}

/// An attribute with a value that can be unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    Lang,
    Country,
    Pillar,
    Theme,
    Level,
}

impl Setting {
    pub const ALL: [Setting; 5] = [Setting::Lang, Setting::Country, Setting::Pillar, Setting::Theme, Setting::Level];

    /// The attribute's name.
    pub fn name(self) -> &'static str {
        nth("lang country pillar theme heading-level", b' ', self as usize)
    }
}

/// What the status line says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum News {
    #[default]
    None,
    /// The card that is open, or the overview, was opened by the reader.
    Opened,
    /// The filter was changed by the reader.
    Filtered,
    /// The reader has used a tool: what came of it.
    Said,
}

/// Everything that decides what is on the screen, besides the dataset.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    pub lang: Lang,
    pub level: Level,
    /// The country whose card is open; `None` is the overview.
    pub country: Option<CountryId>,
    /// The fact that the address names.
    pub fact: Option<FactId>,
    pub filter: Filter,
    pub years: Years,
    pub search: Search,
    /// Whether the reader has opened what stands for finding; while it is in use it is open anyway.
    pub finding: bool,
    /// Whether the reader has opened the files that can be saved.
    pub saving: bool,
    /// What is open of what is shown.
    pub folds: Folds,
    /// Whether the page is being printed: paper cannot be opened.
    pub is_paper: bool,
    /// How many facts these choices leave about each country, and last about all member states; empty before the first
    /// event, when nothing is hidden.
    pub left: Vec<usize>,
    /// How many facts of each year filter and search leave, from the first year that has any to the last.
    pub per_year: Vec<i32>,
    /// Whether the reader stands at the map's end: Chromium's Tab leads on from there only where it stops.
    pub at_end: bool,
    /// The country of the map that has the tab stop.
    pub stop: Option<CountryId>,
    pub news: News,
    /// What the status line will say: once the focus has moved, which would drown it, and the line has been empty, so that
    /// what is the same again is heard again.
    pub due: News,
    /// What `News::Said` says.
    pub said: String,
    /// Which settings have a value that is not known, by `Setting`.
    pub unknown: [bool; 5],
    /// Why the last dataset that was offered is not shown.
    pub issues: Vec<Notice>,
    /// What its addresses begin with: `#map`, behind the page's own address where a `base` would lead away from it; empty
    /// where the page's address does not know this map.
    pub address: String,
}

impl State {
    /// Whether a fact passes filter, years and search.
    pub fn admits(&self, dataset: &Dataset, fact: FactId) -> bool {
        self.years.admit(dataset[fact].date.year()) && self.suits(dataset, fact)
    }

    /// Whether a fact passes filter and search, whatever its year.
    #[inline(never)]
    pub fn suits(&self, dataset: &Dataset, fact: FactId) -> bool {
        self.search.finds(fact) && self.filter.admits(dataset, dataset[fact].initiative)
    }

    /// How many facts about a country, or about all, are shown.
    pub fn count(&self, dataset: &Dataset, about: About) -> usize {
        let left = self.left.get(choice::place(dataset, about)).copied();
        left.unwrap_or_else(|| dataset.facts_about(about).len())
    }

    /// How many facts are shown, wherever that is.
    pub fn total(&self, dataset: &Dataset) -> usize {
        if self.left.is_empty() { dataset.facts.len() } else { self.left.iter().sum() }
    }

    /// Whether some choice of the reader may hide facts.
    pub fn is_narrow(&self) -> bool {
        self.filter != Filter::All || self.years != Years::ALL || self.search.is_on()
    }

    /// How many things the reader's search finds about a country, or about all, or else how many facts are shown. Who has
    /// chosen a pillar or years looks for facts alone.
    pub fn matches(&self, dataset: &Dataset, about: About) -> usize {
        let country = if let About::Country(id) = about { Some(id) } else { None };
        let is_chosen = self.filter != Filter::All || self.years != Years::ALL;
        self.count(dataset, about) + if is_chosen { 0 } else { self.search.elsewhere(country) }
    }

    /// The same, wherever that is.
    pub fn all_matches(&self, dataset: &Dataset) -> usize {
        let everywhere = dataset.country_ids().map(About::Country).chain([About::Asean]);
        everywhere.map(|about| self.matches(dataset, about)).sum()
    }

    /// How many facts the search would find if there were no other choice.
    pub fn found(&self, dataset: &Dataset) -> usize {
        (0..dataset.facts.len() as u32).filter(|id| self.search.finds(FactId(*id))).count()
    }

    /// Whether what stands for finding is seen: it stays while it is in use.
    pub fn is_finding(&self) -> bool {
        self.finding || self.is_searching()
    }

    /// Whether what stands for finding is in use.
    pub fn is_searching(&self) -> bool {
        matches!(self.filter, Filter::Initiative(_)) || self.years != Years::ALL || !self.search.text.is_empty()
    }

    /// Whether every entry of the open card is open.
    pub fn is_all_open(&self, dataset: &Dataset) -> bool {
        self.facts(dataset).iter().all(|id| self.folds.is_open(Fold::Fact(*id)) || !self.admits(dataset, *id))
    }

    /// The facts of what is open, hidden or not.
    fn facts<'a>(&self, dataset: &'a Dataset) -> &'a [FactId] {
        dataset.facts_about(self.country.map_or(About::Asean, About::Country))
    }

    /// Takes choices back: where only the others hide what is searched for, the search stays.
    fn show_all(&mut self, dataset: &Dataset) {
        (self.filter, self.years) = Default::default();
        if self.found(dataset) == 0 {
            self.search = Search::default();
        }
    }
}

/// Who asked for a country; the value of `via` in `map-select`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Via {
    Map,
    List,
    Card,
    Hash,
    Attribute,
    Method,
}

impl Via {
    pub fn slug(self) -> &'static str {
        nth("map list card hash attribute method", b' ', self as usize)
    }

    /// Whether the reader did it, inside the map or by the address: only who asks for something hears that it is there.
    pub fn is_reader(self) -> bool {
        !matches!(self, Via::Attribute | Via::Method)
    }
}

/// Everything that can happen to a map.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    Lang(Lang),
    Level(Level),
    Address(String),
    Country(Option<CountryId>, Via),
    Fact(FactId),
    Filter(Filter),
    /// The reader chose a filter.
    FilterBy(Filter),
    /// The reader chose the first year to show.
    From(u16),
    /// The reader chose the last year to show.
    To(u16),
    /// The reader searches for this.
    Search(String),
    /// The reader wants to see every fact.
    All,
    /// The reader has opened, or closed, what stands for finding.
    Finding(bool),
    /// The reader has opened, or closed, the files that can be saved.
    Saving(bool),
    /// A thing was opened, or closed.
    Fold(Fold, bool),
    /// The reader wants every entry of the card open, or closed where all are.
    FoldAll,
    /// The page is about to be printed, or has been.
    Paper(bool),
    /// It is time to say what is due.
    Tell,
    /// The tab stop of the map went to a country.
    Stop(CountryId),
    /// The reader has skipped the map, or come back.
    End(bool),
    /// A setting was given; whether its value is known.
    Setting(Setting, bool),
    Issues(Vec<Notice>),
    /// What came of a tool.
    Said(String),
    /// Another dataset is shown: every place in the old one is void.
    Dataset,
}

/// The next state.
pub fn update(dataset: &Dataset, mut state: State, event: Event) -> State {
    turn(dataset, &mut state, event);
    state
}

/// Makes the state the next one, in place: the engine has only one.
pub fn turn(dataset: &Dataset, state: &mut State, event: Event) {
    let Years { from, to } = state.years;
    let may_choose = !matches!(
        event,
        Event::Country(..)
            | Event::Stop(_)
            | Event::End(_)
            | Event::Said(_)
            | Event::Fold(..)
            | Event::FoldAll
            | Event::Paper(_)
            | Event::Tell
    );
    match event {
        Event::Lang(lang) => {
            state.lang = lang;
            search_again(dataset, state);
        }
        Event::Level(level) => state.level = level,
        Event::Address(start) => state.address = start,
        Event::Country(country, via) => {
            state.tell(if via.is_reader() { News::Opened } else { News::None });
            (state.fact, state.saving) = (None, false);
            open(state, country);
        }
        Event::Fact(fact) => open_fact(dataset, state, fact),
        Event::Filter(filter) => {
            state.filter = filter;
            state.tell(News::None);
        }
        Event::FilterBy(filter) => {
            state.filter = filter;
            state.tell(News::Filtered);
        }
        Event::From(year) => choose(dataset, state, Years { from: year, to: to.max(year) }),
        Event::To(year) => choose(dataset, state, Years { from: from.min(year), to: year }),
        Event::Search(text) => {
            state.search = Search::new(dataset, text, state.lang);
            state.tell(News::Filtered);
        }
        Event::All => {
            state.show_all(dataset);
            state.tell(News::Filtered);
        }
        Event::Finding(wanted) => state.finding = wanted,
        Event::Saving(wanted) => state.saving = wanted,
        Event::Fold(fold, is_open) => state.folds.turn(fold, is_open),
        Event::FoldAll => fold_all(dataset, state),
        Event::Stop(country) => state.stop = Some(country),
        Event::End(at_end) => state.at_end = at_end,
        Event::Setting(setting, known) => state.unknown[setting as usize] = !known,
        Event::Issues(issues) => state.issues = issues,
        Event::Said(text) => {
            state.said = text;
            state.tell(News::Said);
        }
        Event::Paper(is_paper) => state.is_paper = is_paper,
        Event::Tell => state.news = std::mem::take(&mut state.due),
        Event::Dataset => {
            (state.country, state.fact, state.stop) = (None, None, None);
            (state.filter, state.folds, state.issues) = (Filter::All, Folds::default(), Vec::new());
            state.tell(News::None);
            search_again(dataset, state);
            if !dataset.years.iter().any(|year| state.years.admit(*year)) {
                state.years = Years::ALL;
            }
        }
    }
    // An open fact that a choice hides is open no longer.
    if state.fact.is_some_and(|fact| !state.admits(dataset, fact)) {
        state.fact = None;
    }
    // To open a card costs the same however many facts there are elsewhere.
    if may_choose {
        choice::count(dataset, state);
        // Who chooses a pillar wants to see what is in it.
        let mut found = state.search.inside(dataset);
        found.extend(state.filter.pillar(dataset).map(Fold::Shared));
        state.folds.follow(&found);
    }
}

impl State {
    /// Of a map that stands there before the engine: without a name of its own it answers to `map` in the address.
    pub fn first(lang: Lang) -> State {
        State { lang, address: "#map".to_owned(), ..State::default() }
    }

    fn tell(&mut self, news: News) {
        (self.news, self.due) = (News::None, news);
    }
}

/// What is found depends on the dataset, and what is seen of it on the language.
fn search_again(dataset: &Dataset, state: &mut State) {
    let text = std::mem::take(&mut state.search.text);
    state.search = Search::new(dataset, text, state.lang);
}

fn open(state: &mut State, country: Option<CountryId>) {
    if state.country != country {
        state.folds.leave();
    }
    state.country = country;
    state.stop = country.or(state.stop);
}

fn fold_all(dataset: &Dataset, state: &mut State) {
    let open = !state.is_all_open(dataset);
    for id in state.facts(dataset) {
        if state.admits(dataset, *id) {
            state.folds.turn(Fold::Fact(*id), open);
        }
    }
}

/// All years that have facts are no choice.
fn choose(dataset: &Dataset, state: &mut State, years: Years) {
    let all = dataset.years.iter().all(|year| years.admit(*year));
    state.years = if all { Years::ALL } else { years };
    state.tell(News::Filtered);
}

/// A fact opens with whatever it is about; choices that would hide it give way.
fn open_fact(dataset: &Dataset, state: &mut State, fact: FactId) {
    if !state.admits(dataset, fact) {
        (state.filter, state.years, state.search) = Default::default();
    }
    state.tell(News::None);
    state.fact = Some(fact);
    let about = dataset[fact].about;
    open(state, if let About::Country(country) = about { Some(country) } else { None });
    if about == About::Asean {
        state.folds.turn(Fold::Shared(dataset[dataset[fact].initiative].pillar), true);
    }
    state.folds.turn(Fold::Fact(fact), true);
}
