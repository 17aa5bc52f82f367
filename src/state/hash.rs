//! `#map=VN` and `#map=VN/vn-fta`: the part of the address that belongs to one map.

use crate::model::{CountryId, Dataset, FactId, cut};

/// What an address names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    Country(CountryId),
    Fact(FactId),
}

/// Reads what stands behind the `#` of an address for the map whose addresses begin so; `None` when it names nothing known. Links come back
/// from their way through mails and messengers in small letters and with signs behind them: each part ends with the first
/// sign that it cannot hold. A country whose fact is gone opens the country.
pub fn parse(dataset: &Dataset, start: &str, hash: &str) -> Option<Target> {
    let (name, value) = cut(cut(hash, b'#').1, b'=');
    if start.is_empty() || !name.eq_ignore_ascii_case(cut(start, b'#').1) {
        return None;
    }
    let (code, rest) = part(value);
    let (id, _) = part(rest.strip_prefix('/').unwrap_or_default());
    let code = code.to_ascii_uppercase();
    let fact = dataset.fact(&id.to_ascii_lowercase()).filter(|id| owner(dataset, *id) == code);
    fact.map(Target::Fact).or_else(|| dataset.country(&code).map(Target::Country))
}

/// The letters, digits and hyphens at the start, and the rest.
fn part(text: &str) -> (&str, &str) {
    let end = text.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
    (text.get(..end).unwrap_or_default(), text.get(end..).unwrap_or_default())
}

/// The address of a country or a fact; `start` is what the addresses of this map begin with: `#map`.
pub fn hash(dataset: &Dataset, start: &str, target: Target) -> String {
    match target {
        Target::Country(id) => [start, "=", &dataset[id].code].concat(),
        Target::Fact(id) => [start, "=", owner(dataset, id), "/", &dataset[id].id].concat(),
    }
}

/// The code that a fact's address starts with.
fn owner(dataset: &Dataset, fact: FactId) -> &str {
    match dataset[fact].about {
        crate::model::About::Asean => "ASEAN",
        crate::model::About::Country(id) => &dataset[id].code,
    }
}
