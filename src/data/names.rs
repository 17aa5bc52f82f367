//! Every id that a dataset defines, gathered before it is read, so that references can be resolved in one pass.

use super::{At, Kind, json::Json};
use crate::model::{About, CountryId, FactId, InitiativeId, Pillar, SourceId};
use std::{cell::RefCell, collections::BinaryHeap};

/// Ids in order, each with its first position.
pub struct Ids<'a> {
    sorted: Vec<(&'a str, u32)>,
    /// The list itself has an issue, so that one for each reference into it would only bury that.
    lost: bool,
}

impl<'a> Ids<'a> {
    fn of(ids: impl Iterator<Item = Option<&'a str>>, lost: bool) -> Ids<'a> {
        let numbered = ids.enumerate().filter_map(|(index, id)| Some((id?, index as u32)));
        // A heap sorts with a fraction of the code that `sort_unstable` brings into the widget.
        Ids { sorted: numbered.collect::<BinaryHeap<_>>().into_sorted_vec(), lost }
    }

    fn position(&self, id: &str) -> Option<u32> {
        let start = self.sorted.partition_point(|(known, _)| *known < id);
        self.sorted.get(start).filter(|(known, _)| *known == id).map(|(_, index)| *index)
    }
}

/// What a reference can point to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    Country,
    Fact,
    Initiative,
    Source,
}

pub struct Names<'a> {
    countries: Ids<'a>,
    facts: Ids<'a>,
    milestones: Ids<'a>,
    points: Ids<'a>,
    sources: Ids<'a>,
    initiatives: Ids<'a>,
    initiative_pillars: Vec<Option<Pillar>>,
    used: RefCell<Vec<bool>>,
}

/// The initiatives with the pillar they stand under.
fn initiatives<'j>(json: &'j Json<'j>) -> impl Iterator<Item = (&'j Json<'j>, Option<Pillar>)> {
    json.items("pillars").iter().flat_map(|pillar| {
        let of = pillar.text("id").and_then(Pillar::of_slug);
        pillar.items("initiatives").iter().map(move |initiative| (initiative, of))
    })
}

impl<'j> Names<'j> {
    pub fn of(json: &'j Json<'j>) -> Names<'j> {
        let is_list = |name: &str| matches!(json.field(name), Some(Json::List(_)));
        let ids =
            |list: &str, id: &'static str, lost| Ids::of(json.items(list).iter().map(move |item| item.text(id)), lost);
        let points = json.field("release").map(|release| release.items("points")).unwrap_or_default();
        let (sources, no_sources): (&[_], _) = match json.field("sources") {
            Some(Json::Object(fields)) => (fields, false),
            _ => (&[], true),
        };
        Names {
            countries: ids("countries", "code", json.items("countries").is_empty()),
            facts: ids("facts", "id", !is_list("facts")),
            milestones: ids("milestones", "id", !is_list("milestones")),
            points: Ids::of(
                points.iter().map(|point| point.text("id")),
                !matches!(json.field("release"), Some(Json::Object(_))),
            ),
            sources: Ids::of(sources.iter().map(|(key, _)| Some(&**key)), no_sources),
            initiatives: Ids::of(
                initiatives(json).map(|(initiative, _)| initiative.text("id")),
                json.items("pillars").is_empty(),
            ),
            initiative_pillars: initiatives(json).map(|(_, pillar)| pillar).collect(),
            used: RefCell::new(vec![false; sources.len()]),
        }
    }

    pub fn country(&self, at: &At) -> Option<CountryId> {
        resolve(at, &self.countries, Target::Country).map(CountryId)
    }

    pub fn about(&self, at: &At) -> Option<About> {
        if at.text()? == "ASEAN" { Some(About::Asean) } else { self.country(at).map(About::Country) }
    }

    pub fn fact(&self, at: &At) -> Option<FactId> {
        resolve(at, &self.facts, Target::Fact).map(FactId)
    }

    /// An initiative of `pillar`, which is `None` where it has an issue of its own, `Some(None)` where it is `null`.
    pub fn initiative(&self, at: &At, pillar: Option<Option<Pillar>>) -> Option<InitiativeId> {
        let index = resolve(at, &self.initiatives, Target::Initiative)?;
        let (pillar, belongs) = (pillar?, self.initiative_pillars[index as usize]);
        match belongs {
            Some(other) if pillar != Some(other) => {
                at.issue(Kind::WrongPillar { belongs: other.slug(), given: pillar.map_or("null", Pillar::slug) })
            }
            _ => Some(InitiativeId(index)),
        }
    }

    pub fn source(&self, at: &At) -> Option<SourceId> {
        let index = resolve(at, &self.sources, Target::Source)?;
        self.used.borrow_mut()[index as usize] = true;
        Some(SourceId(index))
    }

    /// A kebab-case id that no earlier item has.
    pub fn new_fact(&self, at: &At, index: usize) -> Option<Box<str>> {
        fresh(at, &self.facts, index)
    }

    pub fn new_milestone(&self, at: &At, index: usize) -> Option<Box<str>> {
        fresh(at, &self.milestones, index)
    }

    pub fn new_point(&self, at: &At, index: usize) -> Option<Box<str>> {
        fresh(at, &self.points, index)
    }

    /// `index` counts through all pillars.
    pub fn new_initiative(&self, at: &At, index: usize) -> Option<Box<str>> {
        fresh(at, &self.initiatives, index)
    }

    /// How many initiatives stand under the pillars before this one in the list.
    pub fn initiatives_before(pillars: &Json, pillar: usize) -> usize {
        let Json::List(pillars) = pillars else { return 0 };
        pillars[..pillar].iter().map(|earlier| earlier.items("initiatives").len()).sum()
    }

    pub fn new_country(&self, at: &At, index: usize) -> Option<Box<str>> {
        let code = at.text()?;
        let well_formed = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        if !well_formed {
            return at.issue(Kind::NotCountryCode);
        }
        if crate::map::shape(code).is_none() {
            return at.issue(Kind::NoShape { code: code.to_owned() });
        }
        unused(at, code, &self.countries, index)
    }

    pub fn new_source(&self, at: &At, id: &str, index: usize) -> Option<Box<str>> {
        let id = if is_kebab(id) { Some(id) } else { at.issue(Kind::NotKebab) }?;
        if self.sources.position(id) != Some(index as u32) { at.issue(Kind::Doubled) } else { Some(id.into()) }
    }

    /// Whether anything refers to this id; an id given twice is used or unused as one.
    /// Nobody can tell while a whole part of the file is lost.
    pub fn is_used(&self, source: &str) -> bool {
        [&self.countries, &self.facts, &self.milestones, &self.points].iter().any(|ids| ids.lost)
            || self.sources.position(source).is_some_and(|index| self.used.borrow()[index as usize])
    }
}

fn resolve(at: &At, ids: &Ids, target: Target) -> Option<u32> {
    let id = at.text()?;
    if id.trim().is_empty() {
        return at.issue(Kind::Empty);
    }
    if ids.lost {
        return None;
    }
    ids.position(id).or_else(|| at.issue(Kind::NoSuch { target, id: id.to_owned() }))
}

fn fresh(at: &At, ids: &Ids, index: usize) -> Option<Box<str>> {
    let id = at.text()?;
    if is_kebab(id) { unused(at, id, ids, index) } else { at.issue(Kind::NotKebab) }
}

fn unused(at: &At, id: &str, ids: &Ids, index: usize) -> Option<Box<str>> {
    let first = ids.position(id).is_none_or(|first| first == index as u32);
    if first { Some(id.into()) } else { at.issue(Kind::IdTaken { id: id.to_owned() }) }
}

/// Words of lower-case letters and digits, joined by single hyphens.
pub fn is_kebab(id: &str) -> bool {
    id.split('-')
        .all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}
