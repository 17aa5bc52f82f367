//! Every id that a dataset defines, gathered before it is read, so that references can be resolved in one pass.

use super::{At, Kind, json::Json, normal::is_unseen, toponym::toponym};
use crate::model::{About, CountryId, FactId, InitiativeId, Pillar, SourceId};
use std::cell::RefCell;

/// Ids in order, each with its first position.
pub struct Ids<'a> {
    sorted: Vec<(&'a str, u32)>,
    /// The list itself has an issue, so that one for each reference into it would only bury that.
    lost: bool,
}

impl<'a> Ids<'a> {
    fn of(ids: &mut dyn Iterator<Item = Option<&'a str>>, lost: bool) -> Ids<'a> {
        let mut sorted: Vec<_> = ids.enumerate().filter_map(|(index, id)| Some((id?, index as u32))).collect();
        sorted.sort_unstable();
        Ids { sorted, lost }
    }

    /// The ids of a list's items, under this name.
    fn listed(list: &'a Json<'a>, name: &'static str, lost: bool) -> Ids<'a> {
        Ids::of(&mut list.items().iter().map(|item| item.field(name).as_text()), lost)
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

/// The ids of the initiatives, and the pillar that each stands under.
fn initiatives<'j>(json: &'j Json<'j>) -> (Vec<Option<&'j str>>, Vec<Option<Pillar>>) {
    let (mut ids, mut pillars) = (Vec::new(), Vec::new());
    for pillar in json.field("pillars").items() {
        for initiative in pillar.field("initiatives").items() {
            ids.push(initiative.field("id").as_text());
            pillars.push(pillar.field("id").as_text().and_then(Pillar::of_slug));
        }
    }
    (ids, pillars)
}

impl<'j> Names<'j> {
    pub fn of(json: &'j Json<'j>) -> Names<'j> {
        let is_list = |name: &str| matches!(json.field(name), Json::List(_));
        let (countries, pillars, sources) = (json.field("countries"), json.field("pillars"), json.field("sources"));
        let release = json.field("release");
        let (initiatives, initiative_pillars) = initiatives(json);
        let (milestones, points) = (json.field("milestones"), release.field("points"));
        Names {
            countries: Ids::listed(countries, "code", countries.items().is_empty()),
            facts: Ids::listed(json.field("facts"), "id", !is_list("facts")),
            milestones: Ids::listed(milestones, "id", !is_list("milestones")),
            points: Ids::listed(points, "id", !matches!(release, Json::Object(_))),
            sources: Ids::of(
                &mut sources.entries().iter().map(|(key, _)| Some(&**key)),
                !matches!(sources, Json::Object(_)),
            ),
            initiatives: Ids::of(&mut initiatives.into_iter(), pillars.items().is_empty()),
            initiative_pillars,
            used: RefCell::new(vec![false; sources.entries().len()]),
        }
    }

    pub fn country(&self, at: &At) -> CountryId {
        CountryId(resolve(at, &self.countries, Target::Country).unwrap_or_default())
    }

    pub fn about(&self, at: &At) -> About {
        if at.json.as_text() == Some("ASEAN") { About::Asean } else { About::Country(self.country(at)) }
    }

    pub fn fact(&self, at: &At) -> FactId {
        FactId(resolve(at, &self.facts, Target::Fact).unwrap_or_default())
    }

    /// An initiative of `pillar`, which is `None` where it has an issue of its own, `Some(None)` where it is `null`.
    pub fn initiative(&self, at: &At, pillar: Option<Option<Pillar>>) -> InitiativeId {
        let index = resolve(at, &self.initiatives, Target::Initiative);
        at.rule(|| {
            let (pillar, belongs) = (pillar?, self.initiative_pillars[index? as usize]?);
            let given = pillar.map_or("null", Pillar::slug);
            (pillar != Some(belongs)).then_some(Kind::WrongPillar { belongs: belongs.slug(), given })
        });
        InitiativeId(index.unwrap_or_default())
    }

    pub fn source(&self, at: &At) -> SourceId {
        let index = resolve(at, &self.sources, Target::Source);
        if let Some(index) = index {
            self.used.borrow_mut()[index as usize] = true;
        }
        SourceId(index.unwrap_or_default())
    }

    /// A kebab-case id that no earlier item has.
    pub fn new_fact(&self, at: &At, index: usize) -> Box<str> {
        fresh(at, &self.facts, index)
    }

    pub fn new_milestone(&self, at: &At, index: usize) -> Box<str> {
        fresh(at, &self.milestones, index)
    }

    pub fn new_point(&self, at: &At, index: usize) -> Box<str> {
        fresh(at, &self.points, index)
    }

    /// `index` counts through all pillars.
    pub fn new_initiative(&self, at: &At, index: usize) -> Box<str> {
        fresh(at, &self.initiatives, index)
    }

    /// How many initiatives stand under the pillars before this one in the list.
    pub fn initiatives_before(pillars: &Json, pillar: usize) -> usize {
        pillars.items().iter().take(pillar).map(|earlier| earlier.field("initiatives").items().len()).sum()
    }

    pub fn new_country(&self, at: &At, index: usize) -> Box<str> {
        let broken = |code: &str| {
            if !(code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())) {
                return Some(Kind::NotCountryCode);
            }
            if crate::map::shape(code).is_none() {
                return Some(Kind::NoShape { code: code.to_owned() });
            }
            taken(code, &self.countries, index)
        };
        at.text(broken).into()
    }

    pub fn new_source(&self, at: &At, id: &str, index: usize) -> Box<str> {
        at.rule(|| {
            let doubled = self.sources.position(id) != Some(index as u32);
            flaw_of_id(id).or_else(|| doubled.then_some(Kind::Doubled))
        });
        id.into()
    }

    /// Whether anything refers to this id; an id given twice is used or unused as one.
    /// Nobody can tell while a whole part of the file is lost.
    pub fn is_used(&self, source: &str) -> bool {
        [&self.countries, &self.facts, &self.milestones, &self.points].iter().any(|ids| ids.lost)
            || self.sources.position(source).is_some_and(|index| self.used.borrow()[index as usize])
    }
}

fn resolve(at: &At, ids: &Ids, target: Target) -> Option<u32> {
    let unknown = |id: &str| match id {
        _ if is_unseen(id) => Some(Kind::Empty),
        _ if ids.lost || ids.position(id).is_some() => None,
        _ => Some(Kind::NoSuch { target, id: id.to_owned() }),
    };
    ids.position(at.text(unknown))
}

fn fresh(at: &At, ids: &Ids, index: usize) -> Box<str> {
    at.text(|id| flaw_of_id(id).or_else(|| taken(id, ids, index))).into()
}

fn taken(id: &str, ids: &Ids, index: usize) -> Option<Kind> {
    let first = ids.position(id).is_none_or(|first| first == index as u32);
    (!first).then(|| Kind::IdTaken { id: id.to_owned() })
}

/// An id is part of addresses, which readers see.
pub fn flaw_of_id(id: &str) -> Option<Kind> {
    let flaw = if is_kebab(id) { None } else { Some(Kind::NotKebab) };
    flaw.or_else(|| toponym(id).map(|instead| Kind::Toponym { instead }))
}

/// Words of lower-case letters and digits, joined by single hyphens.
fn is_kebab(id: &str) -> bool {
    id.split('-')
        .all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}
