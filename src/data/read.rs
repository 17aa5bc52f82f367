//! JSON tree to `Dataset`: every rule of the dataset, field by field.

use super::{
    At, Issue, Kind,
    json::Json,
    names::{Names, flaw_of_id},
    prose::{date, day, degrees, line, name, prose, tag, url},
    way::Issues,
};
use crate::model::*;

const SCHEMA: f64 = 1.0;
const TITLE: usize = 70;
const SUMMARY: usize = 220;
/// For texts that no rule bounds.
const ANY: usize = usize::MAX;

pub const PILLARS: [&str; 3] = ["people", "prosperity", "peace"];
pub const GROUPS: [&str; 2] = ["asean", "rok"];
pub const PROFILE_FIELDS: [&str; 4] = ["capital", "diplomatic-relations", "asean-membership", "partnership"];
pub const SHOWS: [&str; 3] = ["dot", "label", "both"];

/// Reads the tree.
///
/// # Errors
/// Every rule that it breaks.
pub fn dataset(json: &Json) -> Result<Dataset, Vec<Issue>> {
    let issues = Issues::default();
    let as_of = json.field("asOf").as_text().and_then(Date::parse);
    let dataset = Reader { names: Names::of(json), as_of }.file(&At::root(json, &issues));
    let issues = issues.into_inner();
    // Ids are positions: they hold only where nothing was left out.
    if issues.is_empty() { Ok(dataset.indexed()) } else { Err(issues) }
}

struct Reader<'j> {
    names: Names<'j>,
    as_of: Option<Date>,
}

impl Reader<'_> {
    fn file(&self, at: &At) -> Dataset {
        at.fields(&[
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
        ]);
        at.read("schema", schema);
        let (id, version) = (at.read("id", kebab), at.read("version", line));
        let (as_of, title) = (at.read("asOf", day), at.read("title", |at| prose(at, TITLE)));
        let release = at.read("release", |at| self.release(at));
        let milestones = at.read("milestones", |at| self.milestones(at));
        let (pillars, initiatives) = at.read("pillars", |at| self.pillars(at));
        Dataset {
            id,
            version,
            as_of,
            title,
            release,
            milestones,
            pillars,
            initiatives,
            countries: at.read("countries", |at| self.countries(at)),
            facts: at.read("facts", |at| at.each(|at, index| self.fact(at, index))),
            places: at.read("places", |at| at.each(|at, _| self.place(at))),
            corrections: at.read("corrections", |at| at.each(|at, _| self.correction(at))),
            // Last, since a source is used only where something else names it.
            sources: at.read("sources", |at| at.entries(|at, id, index| self.source(at, id, index))),
            shared: Vec::new(),
            years: Vec::new(),
        }
    }

    fn release(&self, at: &At) -> Release {
        at.fields(&["title", "date", "time", "format", "coChairs", "points", "next", "sources"]);
        Release {
            title: at.read("title", |at| prose(at, TITLE)),
            date: at.read("date", |at| date(at, self.as_of)),
            time: at.read("time", |at| name(at, ANY)),
            format: at.read("format", |at| name(at, ANY)),
            co_chairs: at.read("coChairs", |at| at.each(|at, _| self.co_chair(at))),
            points: at.read("points", |at| at.each(|at, index| self.point(at, index))),
            next: at.read("next", |at| prose(at, ANY)),
            sources: at.read("sources", |at| self.sources(at)),
        }
    }

    fn co_chair(&self, at: &At) -> CoChair {
        at.fields(&["name", "office", "country"]);
        CoChair {
            name: at.read("name", |at| name(at, ANY)),
            office: at.read("office", |at| name(at, ANY)),
            country: at.read("country", |at| self.names.country(at)),
        }
    }

    fn point(&self, at: &At, index: usize) -> Point {
        at.fields(&["id", "pillar", "initiative", "summary"]);
        let id = at.read("id", |at| self.names.new_point(at, index));
        // `None` is a pillar with an issue, `Some(None)` is `null`.
        let pillar = at.read("pillar", |at| at.nullable(pillar).map_or(Some(None), |known| known.map(Some)));
        let initiative = at.read("initiative", |at| at.nullable(|at| self.names.initiative(at, pillar)));
        let topic = match (initiative, pillar.flatten()) {
            (Some(initiative), _) => Topic::Initiative(initiative),
            (None, Some(pillar)) => Topic::Pillar(pillar),
            (None, None) => Topic::General,
        };
        Point { id, topic, summary: at.read("summary", |at| prose(at, SUMMARY)) }
    }

    fn milestones(&self, at: &At) -> Vec<Milestone> {
        let milestones = at.each(|at, index| self.milestone(at, index));
        at.rule(|| {
            let dated = at.json.items().iter().filter_map(|item| Date::parse(item.field("date").as_text()?));
            let dates: Vec<Date> = dated.collect();
            dates.windows(2).any(|pair| pair[0].is_after(pair[1])).then_some(Kind::OutOfOrder)
        });
        milestones
    }

    fn milestone(&self, at: &At, index: usize) -> Milestone {
        at.fields(&["id", "date", "title", "summary", "sources"]);
        Milestone {
            id: at.read("id", |at| self.names.new_milestone(at, index)),
            date: at.read("date", |at| date(at, self.as_of)),
            title: at.read("title", |at| prose(at, TITLE)),
            summary: at.read("summary", |at| prose(at, SUMMARY)),
            sources: at.read("sources", |at| self.sources(at)),
        }
    }

    fn pillars(&self, at: &At) -> ([Text; 3], Vec<Initiative>) {
        let (mut names, mut all) = (<[Text; 3]>::default(), Vec::new());
        let mut seen = Vec::new();
        for (pillar, name, initiatives) in at.each(|pillar, index| self.pillar(pillar, at.json, index)) {
            seen.push(pillar);
            names[pillar.unwrap_or(Pillar::People) as usize] = name;
            all.extend(initiatives);
        }
        at.rule(|| {
            // One with an issue of its own may be any of the three.
            let known = matches!(at.json, Json::List(_)) && !seen.contains(&None);
            let each_once = seen.len() == 3 && Pillar::ALL.iter().all(|pillar| seen.contains(&Some(*pillar)));
            (known && !each_once).then_some(Kind::NotAllPillars)
        });
        (names, all)
    }

    fn pillar(&self, at: &At, list: &Json, index: usize) -> (Option<Pillar>, Text, Vec<Initiative>) {
        at.fields(&["id", "name", "initiatives"]);
        let pillar = at.read("id", pillar);
        let name = at.read("name", |at| name(at, TITLE));
        let before = Names::initiatives_before(list, index);
        let initiatives = at.read("initiatives", |at| at.each(|at, index| self.initiative(at, pillar, before + index)));
        (pillar, name, initiatives)
    }

    fn initiative(&self, at: &At, pillar: Option<Pillar>, index: usize) -> Initiative {
        at.fields(&["id", "name"]);
        Initiative {
            id: at.read("id", |at| self.names.new_initiative(at, index)),
            pillar: pillar.unwrap_or(Pillar::People),
            name: at.read("name", |at| name(at, TITLE)),
        }
    }

    fn countries(&self, at: &At) -> Vec<Country> {
        let countries = at.each(|at, index| self.country(at, index));
        at.rule(|| is_empty_list(at).then_some(Kind::NoCountries));
        countries
    }

    fn country(&self, at: &At, index: usize) -> Country {
        at.fields(&["code", "group", "name", "local", "capital", "profile"]);
        let code = at.read("code", |at| self.names.new_country(at, index));
        let group = [Group::Asean, Group::Rok][at.read("group", |at| at.one_of(&GROUPS)).unwrap_or(0)];
        let (short, formal) = at.read("name", country_names);
        Country {
            code,
            group,
            short,
            formal,
            local: at.read("local", |at| at.each(|at, _| local_name(at))),
            capital: at.read("capital", |at| name(at, ANY)),
            profile: at.read("profile", |at| at.each(|at, _| self.profile(at))),
            facts: Vec::new(),
        }
    }

    fn profile(&self, at: &At) -> Profile {
        at.fields(&["field", "date", "text", "sources"]);
        Profile {
            field: Field::ALL[at.read("field", |at| at.one_of(&PROFILE_FIELDS)).unwrap_or(0)],
            date: at.read("date", |at| at.nullable(|at| date(at, self.as_of))),
            text: at.read("text", |at| prose(at, ANY)),
            sources: at.read("sources", |at| self.sources(at)),
        }
    }

    fn fact(&self, at: &At, index: usize) -> Fact {
        at.fields(&["id", "country", "pillar", "initiative", "date", "status", "title", "summary", "sources"]);
        let (id, about) =
            (at.read("id", |at| self.names.new_fact(at, index)), at.read("country", |at| self.names.about(at)));
        let pillar = at.read("pillar", pillar);
        Fact {
            id,
            about,
            initiative: at.read("initiative", |at| self.names.initiative(at, pillar.map(Some))),
            date: at.read("date", |at| date(at, self.as_of)),
            status: Status::ALL[at.read("status", |at| at.one_of(&Status::SLUGS)).unwrap_or(0)],
            title: at.read("title", |at| prose(at, TITLE)),
            summary: at.read("summary", |at| prose(at, SUMMARY)),
            sources: at.read("sources", |at| self.sources(at)),
        }
    }

    /// At least one reference to a source.
    fn sources(&self, at: &At) -> Vec<SourceId> {
        at.rule(|| is_empty_list(at).then_some(Kind::NoSource));
        at.each(|at, _| self.names.source(at))
    }

    fn source(&self, at: &At, id: &str, index: usize) -> Source {
        at.rule(|| (!self.names.is_used(id)).then_some(Kind::Unused));
        let id = self.names.new_source(at, id, index);
        at.fields(&["title", "publisher", "url", "lang", "date", "official"]);
        Source {
            id,
            title: at.read("title", line),
            publisher: at.read("publisher", line),
            url: at.read("url", |at| at.nullable(url)),
            lang: at.read("lang", tag),
            date: at.read("date", |at| at.nullable(day)),
            official: at.read("official", |at| at.bool()),
        }
    }

    fn place(&self, at: &At) -> Place {
        at.fields(&["country", "name", "lon", "lat", "show"]);
        let country = at.read("country", |at| self.names.country(at));
        let name = at.read("name", |at| name(at, ANY));
        let lon_e2 = at.read("lon", |at| degrees(at, 92, 142));
        let lat_e2 = at.read("lat", |at| degrees(at, -11, 39));
        let show = at.read("show", |at| at.one_of(&SHOWS)).map(|index| SHOWS[index]);
        Place { country, name, lon_e2, lat_e2, dot: show != Some("label"), label: show != Some("dot") }
    }

    fn correction(&self, at: &At) -> Correction {
        at.fields(&["date", "fact", "note"]);
        Correction {
            date: at.read("date", day),
            fact: at.read("fact", |at| self.names.fact(at)),
            note: at.read("note", |at| prose(at, ANY)),
        }
    }
}

fn pillar(at: &At) -> Option<Pillar> {
    at.one_of(&PILLARS).map(|index| Pillar::ALL[index])
}

fn is_empty_list(at: &At) -> bool {
    matches!(at.json, Json::List(items) if items.is_empty())
}

fn schema(at: &At) {
    at.number(|found| {
        let found: f64 = found.parse().unwrap_or_default();
        (found != SCHEMA).then_some(Kind::Schema { newer: found > SCHEMA })
    });
}

fn kebab(at: &At) -> Box<str> {
    at.text(flaw_of_id).into()
}

/// Short and formal names, each in both languages.
fn country_names(at: &At) -> (Text, Text) {
    let pair = |at: &At| {
        at.fields(&["short", "formal"]);
        (at.read("short", line), at.read("formal", line))
    };
    at.fields(&["en", "ko"]);
    let ((short_en, formal_en), (short_ko, formal_ko)) = (at.read("en", pair), at.read("ko", pair));
    (Text::new(short_en, short_ko), Text::new(formal_en, formal_ko))
}

fn local_name(at: &At) -> (Box<str>, Box<str>) {
    at.fields(&["lang", "name"]);
    (at.read("lang", tag), at.read("name", line))
}
