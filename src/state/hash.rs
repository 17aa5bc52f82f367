//! `#map=VN` and `#map=VN/vn-fta`: the part of the address that belongs to one map.

use crate::model::{CountryId, Dataset, FactId, cut};

/// What an address names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    Country(CountryId),
    Fact(FactId),
}

/// Reads the address for the map of this name; `None` when it names nothing known.
pub fn parse(dataset: &Dataset, name: &str, hash: &str) -> Option<Target> {
    let value = hash.strip_prefix('#').unwrap_or(hash).strip_prefix(name)?.strip_prefix('=')?;
    let (code, fact) = cut(value, b'/');
    if fact.is_empty() {
        return dataset.country(code).map(Target::Country);
    }
    let id = dataset.fact(fact)?;
    (owner(dataset, id) == code).then_some(Target::Fact(id))
}

/// The address of a country or a fact, from `#` on.
pub fn hash(dataset: &Dataset, name: &str, target: Target) -> String {
    match target {
        Target::Country(id) => ["#", name, "=", &dataset[id].code].concat(),
        Target::Fact(id) => ["#", name, "=", owner(dataset, id), "/", &dataset[id].id].concat(),
    }
}

/// The code that a fact's address starts with.
fn owner(dataset: &Dataset, fact: FactId) -> &str {
    match dataset[fact].about {
        crate::model::About::Asean => "ASEAN",
        crate::model::About::Country(id) => &dataset[id].code,
    }
}
