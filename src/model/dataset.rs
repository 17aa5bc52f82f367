//! Everything the map shows, with every reference resolved.

use super::{Date, Text, nth};
use std::ops::Index;

/// One edition of the office's data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dataset {
    /// Kebab-case; names downloads.
    pub id: Box<str>,
    /// The office's own edition mark.
    pub version: Box<str>,
    /// Known to the day; no fact is dated later.
    pub as_of: Date,
    pub title: Text,
    pub release: Release,
    /// In order of date.
    pub milestones: Vec<Milestone>,
    /// Indexed by `Pillar`.
    pub pillars: [Text; 3],
    /// Grouped by pillar, in the office's order.
    pub initiatives: Vec<Initiative>,
    /// In the order they are listed; never empty.
    pub countries: Vec<Country>,
    pub facts: Vec<Fact>,
    pub sources: Vec<Source>,
    pub places: Vec<Place>,
    pub corrections: Vec<Correction>,
    /// Facts shared by all ASEAN member states, in the office's order.
    pub shared: Vec<FactId>,
    /// The years that have facts, each once, earliest first.
    pub years: Vec<u16>,
}

macro_rules! ids {
    ($($id:ident of $items:ident: $item:ident),*) => {$(
        /// A place in the dataset that is known to exist.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $id(pub u32);

        impl Index<$id> for Dataset {
            type Output = $item;
            // Out of line: the view does this everywhere.
            #[inline(never)]
            fn index(&self, id: $id) -> &$item {
                &self.$items[id.0 as usize]
            }
        }
    )*};
}

ids!(CountryId of countries: Country, FactId of facts: Fact, InitiativeId of initiatives: Initiative, SourceId of sources: Source);

/// The three P's of the New Southern Policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pillar {
    People,
    Prosperity,
    Peace,
}

impl Pillar {
    pub const ALL: [Pillar; 3] = [Pillar::People, Pillar::Prosperity, Pillar::Peace];

    /// The name in the dataset, in attributes and in events.
    pub fn slug(self) -> &'static str {
        nth("people prosperity peace", b' ', self as usize)
    }

    pub fn of_slug(slug: &str) -> Option<Pillar> {
        Pillar::ALL.into_iter().find(|pillar| pillar.slug() == slug)
    }
}

/// The event the page is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    pub title: Text,
    pub date: Date,
    pub time: Text,
    pub format: Text,
    pub co_chairs: Vec<CoChair>,
    pub points: Vec<Point>,
    pub next: Text,
    pub sources: Vec<SourceId>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoChair {
    pub name: Text,
    pub office: Text,
    pub country: CountryId,
}

/// What a `Point` is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    General,
    Pillar(Pillar),
    Initiative(InitiativeId),
}

/// One statement of the release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    pub id: Box<str>,
    pub topic: Topic,
    pub summary: Text,
}

/// A step in the relations of the ROK and ASEAN as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Milestone {
    pub id: Box<str>,
    pub date: Date,
    pub title: Text,
    pub summary: Text,
    pub sources: Vec<SourceId>,
}

/// One of the New Southern Policy Plus initiatives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Initiative {
    pub id: Box<str>,
    pub pillar: Pillar,
    pub name: Text,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    Asean,
    Rok,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2; the map has a shape for it.
    pub code: Box<str>,
    pub group: Group,
    pub short: Text,
    pub formal: Text,
    /// The country's own names for itself, each with its BCP 47 tag.
    pub local: Vec<(Box<str>, Box<str>)>,
    pub capital: Text,
    pub profile: Vec<Profile>,
    /// Its facts, in the office's order.
    pub facts: Vec<FactId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Capital,
    DiplomaticRelations,
    AseanMembership,
    Partnership,
}

impl Field {
    pub const ALL: [Field; 4] =
        [Field::Capital, Field::DiplomaticRelations, Field::AseanMembership, Field::Partnership];
}

/// One line of a country's profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    pub field: Field,
    pub date: Option<Date>,
    pub text: Text,
    pub sources: Vec<SourceId>,
}

/// Whom a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// All ASEAN member states.
    Asean,
    Country(CountryId),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Signed,
    InForce,
    Launched,
    Completed,
    Announced,
    Ongoing,
    Established,
}

impl Status {
    pub const ALL: [Status; 7] = [
        Status::Signed,
        Status::InForce,
        Status::Launched,
        Status::Completed,
        Status::Announced,
        Status::Ongoing,
        Status::Established,
    ];

    /// The names in the dataset, in the order of [`Status::ALL`].
    pub const SLUGS: [&'static str; 7] =
        ["signed", "in-force", "launched", "completed", "announced", "ongoing", "established"];

    pub fn slug(self) -> &'static str {
        Status::SLUGS[self as usize]
    }
}

/// One claim, with its date and where it can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Kebab-case and stable: links hold on to it.
    pub id: Box<str>,
    pub about: About,
    /// Its pillar is the initiative's.
    pub initiative: InitiativeId,
    pub date: Date,
    pub status: Status,
    pub title: Text,
    pub summary: Text,
    /// Never empty.
    pub sources: Vec<SourceId>,
}

/// A page that supports a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub id: Box<str>,
    pub title: Box<str>,
    pub publisher: Box<str>,
    /// Absolute, http or https; `None` when it is not online.
    pub url: Option<Box<str>>,
    /// BCP 47.
    pub lang: Box<str>,
    pub date: Option<Date>,
    pub official: bool,
}

/// A small place that the office wants drawn or named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub country: CountryId,
    pub name: Text,
    /// Hundredths of a degree east and north.
    pub lon_e2: i32,
    pub lat_e2: i32,
    pub dot: bool,
    pub label: bool,
}

/// A change made to a fact after it was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    pub date: Date,
    pub fact: FactId,
    pub note: Text,
}

impl Dataset {
    /// Gives each country the facts about it, and notes the years that have facts.
    pub fn indexed(mut self) -> Dataset {
        for (index, fact) in self.facts.iter().enumerate() {
            let id = FactId(index as u32);
            let list = match fact.about {
                About::Asean => Some(&mut self.shared),
                About::Country(country) => self.countries.get_mut(country.0 as usize).map(|country| &mut country.facts),
            };
            list.into_iter().for_each(|list| list.push(id));
        }
        let mut before = 0;
        let next = |before| self.facts.iter().map(|fact| fact.date.year()).filter(|year| *year > before).min();
        while let Some(year) = next(before) {
            self.years.push(year);
            before = year;
        }
        self
    }

    /// The country with this ISO 3166-1 alpha-2 code.
    pub fn country(&self, code: &str) -> Option<CountryId> {
        let index = self.countries.iter().position(|country| &*country.code == code)?;
        Some(CountryId(index as u32))
    }

    /// The fact with this id.
    pub fn fact(&self, id: &str) -> Option<FactId> {
        let index = self.facts.iter().position(|fact| &*fact.id == id)?;
        Some(FactId(index as u32))
    }

    /// The initiative with this id.
    pub fn initiative(&self, id: &str) -> Option<InitiativeId> {
        let index = self.initiatives.iter().position(|initiative| &*initiative.id == id)?;
        Some(InitiativeId(index as u32))
    }

    /// The initiatives of one pillar, in the office's order.
    pub fn initiatives_of(&self, pillar: Pillar) -> impl Iterator<Item = InitiativeId> {
        let of_pillar = move |(_, initiative): &(usize, &Initiative)| initiative.pillar == pillar;
        self.initiatives.iter().enumerate().filter(of_pillar).map(|(index, _)| InitiativeId(index as u32))
    }

    /// Every country, in the order they are listed.
    pub fn country_ids(&self) -> impl Iterator<Item = CountryId> {
        (0..self.countries.len() as u32).map(CountryId)
    }

    /// The facts about one country or about all ASEAN member states.
    pub fn facts_about(&self, about: About) -> &[FactId] {
        match about {
            About::Asean => &self.shared,
            About::Country(id) => &self[id].facts,
        }
    }
}
