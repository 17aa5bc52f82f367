//! WHAT IS SHOWN: small and whole. `update` is the only way on; the address and the attributes are in- and outputs.

mod hash;
mod keys;

pub use hash::{Target, hash, parse};
pub use keys::{Key, moved};

use crate::{
    data::Issue,
    model::{CountryId, Dataset, FactId, InitiativeId, Lang, Pillar},
};

/// Which facts are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    #[default]
    All,
    Pillar(Pillar),
    Initiative(InitiativeId),
}

impl Filter {
    /// The pillar that the filter lies in.
    pub fn pillar(self, dataset: &Dataset) -> Option<Pillar> {
        match self {
            Filter::All => None,
            Filter::Pillar(pillar) => Some(pillar),
            Filter::Initiative(id) => Some(dataset[id].pillar),
        }
    }

    pub fn admits(self, dataset: &Dataset, initiative: InitiativeId) -> bool {
        match self {
            Filter::All => true,
            Filter::Pillar(pillar) => dataset[initiative].pillar == pillar,
            Filter::Initiative(id) => id == initiative,
        }
    }
}

/// The skin; `Auto` follows the system.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    Auto,
    Light,
    Dark,
    Contrast,
}

impl Theme {
    pub const ALL: [Theme; 4] = [Theme::Auto, Theme::Light, Theme::Dark, Theme::Contrast];

    /// The value of the `theme` attribute.
    pub fn slug(self) -> &'static str {
        ["auto", "light", "dark", "contrast"][self as usize]
    }

    pub fn of_slug(slug: &str) -> Option<Theme> {
        Theme::ALL.into_iter().find(|theme| theme.slug() == slug)
    }
}

/// The level of the widget's title, 2 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level(u8);

impl Level {
    /// The level of a page's own title.
    pub const PAGE: Level = Level(1);

    pub fn new(level: u8) -> Option<Level> {
        (2..=5).contains(&level).then_some(Level(level))
    }

    /// The heading `deeper` levels below the title; HTML ends at `h6`.
    pub fn heading(self, deeper: u8) -> &'static str {
        ["h1", "h2", "h3", "h4", "h5", "h6"][usize::from((self.0 + deeper).min(6) - 1)]
    }
}

impl Default for Level {
    fn default() -> Level {
        Level(2)
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
}

/// Everything that decides what is on the screen, besides the dataset.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    pub lang: Lang,
    pub theme: Theme,
    pub level: Level,
    /// The country whose card is open; `None` is the overview.
    pub country: Option<CountryId>,
    /// The fact that the address names.
    pub fact: Option<FactId>,
    pub filter: Filter,
    /// The country of the map that has the tab stop.
    pub stop: Option<CountryId>,
    pub news: News,
    /// Why the last dataset that was offered is not shown.
    pub issues: Vec<Issue>,
    /// The name that the address knows this map by; empty where it has none.
    pub name: String,
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
        ["map", "list", "card", "hash", "attribute", "method"][self as usize]
    }

    /// Whether the reader did it inside the map.
    pub fn is_reader(self) -> bool {
        matches!(self, Via::Map | Via::List | Via::Card)
    }
}

/// Everything that can happen to a map.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    Lang(Lang),
    Theme(Theme),
    Level(Level),
    Name(String),
    Country(Option<CountryId>, Via),
    Fact(FactId),
    Filter(Filter),
    /// The reader chose a filter.
    FilterBy(Filter),
    /// The tab stop of the map went to a country.
    Stop(CountryId),
    Issues(Vec<Issue>),
    /// Another dataset is shown: every place in the old one is void.
    Dataset,
}

/// The next state.
pub fn update(dataset: &Dataset, state: State, event: Event) -> State {
    match event {
        Event::Lang(lang) => State { lang, ..state },
        Event::Theme(theme) => State { theme, ..state },
        Event::Level(level) => State { level, ..state },
        Event::Name(name) => State { name, ..state },
        Event::Country(country, via) => {
            let news = if via.is_reader() { News::Opened } else { News::None };
            State { country, fact: None, stop: country.or(state.stop), news, ..state }
        }
        Event::Fact(fact) => opened(dataset, state, fact),
        Event::Filter(filter) => filtered(dataset, State { news: News::None, ..state }, filter),
        Event::FilterBy(filter) => filtered(dataset, State { news: News::Filtered, ..state }, filter),
        Event::Stop(country) => State { stop: Some(country), ..state },
        Event::Issues(issues) => State { issues, ..state },
        Event::Dataset => State {
            country: None,
            fact: None,
            stop: None,
            filter: Filter::All,
            news: News::None,
            issues: Vec::new(),
            ..state
        },
    }
}

/// An open fact that the filter hides is open no longer.
fn filtered(dataset: &Dataset, state: State, filter: Filter) -> State {
    let fact = state.fact.filter(|fact| filter.admits(dataset, dataset[*fact].initiative));
    State { filter, fact, ..state }
}

/// A fact opens with whatever it is about; a filter that would hide it gives way.
fn opened(dataset: &Dataset, state: State, fact: FactId) -> State {
    let country = match dataset[fact].about {
        crate::model::About::Asean => None,
        crate::model::About::Country(country) => Some(country),
    };
    let hidden = !state.filter.admits(dataset, dataset[fact].initiative);
    let filter = if hidden { Filter::All } else { state.filter };
    State { country, fact: Some(fact), filter, stop: country.or(state.stop), news: News::None, ..state }
}
