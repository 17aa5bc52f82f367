//! JSON tree to `Dataset`: every rule of the dataset, field by field.

use super::{
    At, Issue, Kind,
    json::Json,
    names::{Names, is_kebab},
    prose::{date, day, line, name, prose, tag, url},
};
use crate::model::*;
use std::cell::RefCell;

const SCHEMA: f64 = 1.0;
const TITLE: usize = 70;
const SUMMARY: usize = 220;
/// For texts that no rule bounds.
const ANY: usize = usize::MAX;

const PILLARS: [(&str, Pillar); 3] =
    [("people", Pillar::People), ("prosperity", Pillar::Prosperity), ("peace", Pillar::Peace)];
const GROUPS: [(&str, Group); 2] = [("asean", Group::Asean), ("rok", Group::Rok)];
const PROFILE_FIELDS: [(&str, Field); 4] = [
    ("capital", Field::Capital),
    ("diplomatic-relations", Field::DiplomaticRelations),
    ("asean-membership", Field::AseanMembership),
    ("partnership", Field::Partnership),
];
const STATUSES: [(&str, Status); 7] = [
    ("signed", Status::Signed),
    ("in-force", Status::InForce),
    ("launched", Status::Launched),
    ("completed", Status::Completed),
    ("announced", Status::Announced),
    ("ongoing", Status::Ongoing),
    ("established", Status::Established),
];
const SHOWS: [(&str, (bool, bool)); 3] = [("dot", (true, false)), ("label", (false, true)), ("both", (true, true))];

/// Reads the tree; the dataset, or all issues.
pub fn dataset(json: &Json) -> Result<Dataset, Vec<Issue>> {
    let issues = RefCell::new(Vec::new());
    let read = Reader { names: Names::of(json), as_of: json.text("asOf").and_then(Date::parse) };
    let dataset = read.file(&At::root(json, &issues));
    match (dataset, issues.into_inner()) {
        (Some(dataset), issues) if issues.is_empty() => Ok(dataset),
        (_, issues) => Err(issues),
    }
}

struct Reader<'j> {
    names: Names<'j>,
    as_of: Option<Date>,
}

impl Reader<'_> {
    fn file(&self, at: &At) -> Option<Dataset> {
        let of = at.fields(&[
            "schema",
            "id",
            "version",
            "asOf",
            "title",
            "release",
            "milestones",
            "pillars",
            "countries",
            "facts",
            "sources",
            "places",
            "corrections",
        ])?;
        let schema = of.read("schema", schema);
        let id = of.read("id", kebab);
        let version = of.read("version", line);
        let as_of = of.read("asOf", day);
        let title = of.read("title", |at| name(at, TITLE));
        let release = of.read("release", |at| self.release(at));
        let milestones = of.read("milestones", |at| self.milestones(at));
        let pillars = of.read("pillars", |at| self.pillars(at));
        let countries = of.read("countries", |at| self.countries(at));
        let facts = of.read("facts", |at| at.each(|at, index| self.fact(at, index)));
        let places = of.read("places", |at| at.each(|at, _| self.place(at)));
        let corrections = of.read("corrections", |at| at.each(|at, _| self.correction(at)));
        // Last, since a source is used only where something else names it.
        let sources = of.read("sources", |at| at.entries(|at, id, index| self.source(at, id, index)));
        schema?;
        let (pillars, initiatives) = pillars?;
        let dataset = Dataset {
            id: id?,
            version: version?,
            as_of: as_of?,
            title: title?,
            release: release?,
            milestones: milestones?,
            pillars,
            initiatives,
            countries: countries?,
            facts: facts?,
            sources: sources?,
            places: places?,
            corrections: corrections?,
            shared: Vec::new(),
        };
        // Ids are positions: they hold only where nothing was left out.
        at.is_clean().then(|| indexed(dataset))
    }

    fn release(&self, at: &At) -> Option<Release> {
        let of = at.fields(&["title", "date", "time", "format", "coChairs", "points", "next", "sources"])?;
        let title = of.read("title", |at| name(at, TITLE));
        let date = of.read("date", |at| date(at, self.as_of));
        let time = of.read("time", |at| name(at, ANY));
        let format = of.read("format", |at| name(at, ANY));
        let co_chairs = of.read("coChairs", |at| at.each(|at, _| self.co_chair(at)));
        let points = of.read("points", |at| at.each(|at, index| self.point(at, index)));
        let next = of.read("next", |at| prose(at, ANY));
        let sources = of.read("sources", |at| self.sources(at));
        Some(Release {
            title: title?,
            date: date?,
            time: time?,
            format: format?,
            co_chairs: co_chairs?,
            points: points?,
            next: next?,
            sources: sources?,
        })
    }

    fn co_chair(&self, at: &At) -> Option<CoChair> {
        let of = at.fields(&["name", "office", "country"])?;
        let name_ = of.read("name", |at| name(at, ANY));
        let office = of.read("office", |at| name(at, ANY));
        let country = of.read("country", |at| self.names.country(at));
        Some(CoChair { name: name_?, office: office?, country: country? })
    }

    fn point(&self, at: &At, index: usize) -> Option<Point> {
        let of = at.fields(&["id", "pillar", "initiative", "summary"])?;
        let id = of.read("id", |at| self.names.new_point(at, index));
        let pillar = of.read("pillar", |at| at.nullable(|at| at.one_of(&PILLARS)));
        let initiative = of.read("initiative", |at| at.nullable(|at| self.names.initiative(at, pillar)));
        let summary = of.read("summary", |at| prose(at, SUMMARY));
        let topic = match (pillar?, initiative?) {
            (Some(_), Some(initiative)) => Topic::Initiative(initiative),
            (Some(pillar), None) => Topic::Pillar(pillar),
            (None, None) => Topic::General,
            // Noted already: an initiative has a pillar.
            (None, Some(_)) => return None,
        };
        Some(Point { id: id?, topic, summary: summary? })
    }

    fn milestones(&self, at: &At) -> Option<Vec<Milestone>> {
        let milestones = at.each(|at, index| self.milestone(at, index))?;
        let disorder = milestones.windows(2).any(|pair| pair[0].date.is_after(pair[1].date));
        if disorder { at.issue(Kind::OutOfOrder) } else { Some(milestones) }
    }

    fn milestone(&self, at: &At, index: usize) -> Option<Milestone> {
        let of = at.fields(&["id", "date", "title", "summary", "sources"])?;
        let id = of.read("id", |at| self.names.new_milestone(at, index));
        let date = of.read("date", |at| date(at, self.as_of));
        let title = of.read("title", |at| name(at, TITLE));
        let summary = of.read("summary", |at| prose(at, SUMMARY));
        let sources = of.read("sources", |at| self.sources(at));
        Some(Milestone { id: id?, date: date?, title: title?, summary: summary?, sources: sources? })
    }

    fn pillars(&self, at: &At) -> Option<([Text; 3], Vec<Initiative>)> {
        let pillars = at.each(|pillar, index| self.pillar(pillar, at.json, index))?;
        let (count, listed) = (pillars.len(), if let Json::List(items) = at.json { items.len() } else { 0 });
        if count < listed {
            // One has an issue of its own.
            return None;
        }
        let mut names = [None, None, None];
        let mut all = Vec::new();
        for (pillar, name, initiatives) in pillars {
            names[pillar as usize] = Some(name);
            all.extend(initiatives);
        }
        match names {
            [Some(people), Some(prosperity), Some(peace)] if count == 3 => Some(([people, prosperity, peace], all)),
            _ => at.issue(Kind::NotAllPillars),
        }
    }

    fn pillar(&self, at: &At, list: &Json, index: usize) -> Option<(Pillar, Text, Vec<Initiative>)> {
        let of = at.fields(&["id", "name", "initiatives"])?;
        let pillar = of.read("id", |at| at.one_of(&PILLARS));
        let name = of.read("name", |at| name(at, TITLE));
        let before = Names::initiatives_before(list, index);
        let initiatives = of.read("initiatives", |at| at.each(|at, index| self.initiative(at, pillar, before + index)));
        Some((pillar?, name?, initiatives?))
    }

    fn initiative(&self, at: &At, pillar: Option<Pillar>, index: usize) -> Option<Initiative> {
        let of = at.fields(&["id", "name"])?;
        let id = of.read("id", |at| self.names.new_initiative(at, index));
        let name = of.read("name", |at| name(at, TITLE));
        Some(Initiative { id: id?, pillar: pillar?, name: name? })
    }

    fn countries(&self, at: &At) -> Option<Vec<Country>> {
        let countries = at.each(|at, index| self.country(at, index))?;
        if at.json.is_empty_list() { at.issue(Kind::NoCountries) } else { Some(countries) }
    }

    fn country(&self, at: &At, index: usize) -> Option<Country> {
        let of = at.fields(&["code", "group", "name", "local", "capital", "profile"])?;
        let code = of.read("code", |at| self.names.new_country(at, index));
        let group = of.read("group", |at| at.one_of(&GROUPS));
        let names = of.read("name", country_names);
        let local = of.read("local", |at| at.each(|at, _| local_name(at)));
        let capital = of.read("capital", |at| name(at, ANY));
        let profile = of.read("profile", |at| at.each(|at, _| self.profile(at)));
        let (short, formal) = names?;
        Some(Country {
            code: code?,
            group: group?,
            short,
            formal,
            local: local?,
            capital: capital?,
            profile: profile?,
            facts: Vec::new(),
        })
    }

    fn profile(&self, at: &At) -> Option<Profile> {
        let of = at.fields(&["field", "date", "text", "sources"])?;
        let field = of.read("field", |at| at.one_of(&PROFILE_FIELDS));
        let date = of.read("date", |at| at.nullable(|at| date(at, self.as_of)));
        let text = of.read("text", |at| prose(at, ANY));
        let sources = of.read("sources", |at| self.sources(at));
        Some(Profile { field: field?, date: date?, text: text?, sources: sources? })
    }

    fn fact(&self, at: &At, index: usize) -> Option<Fact> {
        let of =
            at.fields(&["id", "country", "pillar", "initiative", "date", "status", "title", "summary", "sources"])?;
        let id = of.read("id", |at| self.names.new_fact(at, index));
        let about = of.read("country", |at| self.names.about(at));
        let pillar = of.read("pillar", |at| at.one_of(&PILLARS));
        let initiative = of.read("initiative", |at| self.names.initiative(at, pillar.map(Some)));
        let date = of.read("date", |at| date(at, self.as_of));
        let status = of.read("status", |at| at.one_of(&STATUSES));
        let title = of.read("title", |at| name(at, TITLE));
        let summary = of.read("summary", |at| prose(at, SUMMARY));
        let sources = of.read("sources", |at| self.sources(at));
        Some(Fact {
            id: id?,
            about: about?,
            initiative: initiative?,
            date: date?,
            status: status?,
            title: title?,
            summary: summary?,
            sources: sources?,
        })
    }

    /// At least one reference to a source.
    fn sources(&self, at: &At) -> Option<Vec<SourceId>> {
        let sources = at.each(|at, _| self.names.source(at))?;
        if at.json.is_empty_list() { at.issue(Kind::NoSource) } else { Some(sources) }
    }

    fn source(&self, at: &At, id: &str, index: usize) -> Option<Source> {
        if !self.names.is_used(id) {
            at.issue::<()>(Kind::Unused);
        }
        let id = self.names.new_source(at, id, index);
        let of = at.fields(&["title", "publisher", "url", "lang", "date", "official"])?;
        let title = of.read("title", line);
        let publisher = of.read("publisher", line);
        let url = of.read("url", |at| at.nullable(url));
        let lang = of.read("lang", tag);
        let date = of.read("date", |at| at.nullable(day));
        let official = of.read("official", |at| at.bool());
        Some(Source {
            id: id?,
            title: title?,
            publisher: publisher?,
            url: url?,
            lang: lang?,
            date: date?,
            official: official?,
        })
    }

    fn place(&self, at: &At) -> Option<Place> {
        let of = at.fields(&["country", "name", "lon", "lat", "show"])?;
        let country = of.read("country", |at| self.names.country(at));
        let name = of.read("name", |at| name(at, ANY));
        let lon = of.read("lon", |at| degrees(at, 92, 142));
        let lat = of.read("lat", |at| degrees(at, -11, 39));
        let show = of.read("show", |at| at.one_of(&SHOWS));
        let (dot, label) = show?;
        Some(Place { country: country?, name: name?, lon_e2: lon?, lat_e2: lat?, dot, label })
    }

    fn correction(&self, at: &At) -> Option<Correction> {
        let of = at.fields(&["date", "fact", "note"])?;
        let date = of.read("date", day);
        let fact = of.read("fact", |at| self.names.fact(at));
        let note = of.read("note", |at| prose(at, ANY));
        Some(Correction { date: date?, fact: fact?, note: note? })
    }
}

fn schema(at: &At) -> Option<()> {
    let found = at.number()?;
    if found == SCHEMA { Some(()) } else { at.issue(Kind::Schema { newer: found > SCHEMA }) }
}

fn kebab(at: &At) -> Option<Box<str>> {
    let id = at.text()?;
    if is_kebab(id) { Some(id.into()) } else { at.issue(Kind::NotKebab) }
}

/// Short and formal names, each in both languages.
fn country_names(at: &At) -> Option<(Text, Text)> {
    let pair = |at: &At| {
        let of = at.fields(&["short", "formal"])?;
        let (short, formal) = (of.read("short", line), of.read("formal", line));
        Some((short?, formal?))
    };
    let of = at.fields(&["en", "ko"])?;
    let (en, ko) = (of.read("en", pair), of.read("ko", pair));
    let ((short_en, formal_en), (short_ko, formal_ko)) = (en?, ko?);
    Some((Text { en: short_en, ko: short_ko }, Text { en: formal_en, ko: formal_ko }))
}

fn local_name(at: &At) -> Option<(Box<str>, Box<str>)> {
    let of = at.fields(&["lang", "name"])?;
    let (lang, name) = (of.read("lang", tag), of.read("name", line));
    Some((lang?, name?))
}

/// Hundredths of a degree, within what the map shows.
fn degrees(at: &At, least: i32, most: i32) -> Option<i32> {
    let number = at.number()?;
    let inside = number >= f64::from(least) && number <= f64::from(most);
    if inside { Some((number * 100.0).round() as i32) } else { at.issue(Kind::OffMap { least, most }) }
}

/// Gives each country the facts about it.
fn indexed(mut dataset: Dataset) -> Dataset {
    for (index, fact) in dataset.facts.iter().enumerate() {
        let id = FactId(index as u32);
        match fact.about {
            About::Asean => dataset.shared.push(id),
            About::Country(country) => dataset.countries[country.0 as usize].facts.push(id),
        }
    }
    dataset
}
