//! An edition packed for the engine: the values of a dataset that has passed the check, in the order of a schema and
//! without its names; references are places in their lists.
//!
//! A text ends with a line break, which no text that passes has in it. A number is the character so many after `0`.

use super::{
    prose::hundredths,
    read::{GROUPS, PILLARS, PROFILE_FIELDS, SHOWS},
};
use crate::model::*;

/// What stands in the place of a value, by the letter for its kind: `$` a text, `#` a number as it is written, `@` a
/// date as three numbers, `!` a truth, `?x` an x or `null`, `*x` a list of x, `%x` an object of x under ids; a small letter is one of a closed list of
/// names or a reference, a capital an object with these fields.
pub fn fields(object: u8) -> &'static str {
    let mut rest = FIELDS;
    loop {
        let (fields, more) = cut(rest, b'\n');
        if more.is_empty() || fields.as_bytes().first() == Some(&object) {
            return cut(fields, b' ').1;
        }
        rest = more;
    }
}

const FIELDS: &str = "\
E schema:# id:$ version:$ asOf:@ title:T release:R pillars:*P milestones:*M countries:*C facts:*F sources:%S places:*L corrections:*K
T en:$ ko:$
R title:T date:@ time:T format:T coChairs:*H points:*Q next:T sources:*s
H name:T office:T country:c
Q id:$ pillar:?p initiative:?i summary:T
M id:$ date:@ title:T summary:T sources:*s
P id:p name:T initiatives:*I
I id:$ name:T
C code:$ group:g name:N local:*U capital:T profile:*V
N en:O ko:O
O short:$ formal:$
U lang:$ name:$
V field:d date:?@ text:T sources:*s
F id:$ country:a pillar:p initiative:i date:@ status:t title:T summary:T sources:*s
S title:$ publisher:$ url:?$ lang:$ date:?@ official:!
L country:c name:T lon:# lat:# show:w
K date:@ fact:f note:T";

/// The names of a closed list.
pub fn names(kind: u8) -> &'static [&'static str] {
    match kind {
        b'p' => &PILLARS,
        b'g' => &GROUPS,
        b'd' => &PROFILE_FIELDS,
        b't' => &Status::SLUGS,
        b'w' => &SHOWS,
        _ => &[],
    }
}

/// What is still to be read. Where a packed text was cut off or changed, stand-ins follow.
pub struct Reader<'a>(pub &'a str);

impl<'a> Reader<'a> {
    fn text(&mut self) -> &'a str {
        let (text, rest) = cut(self.0, b'\n');
        self.0 = rest;
        text
    }

    pub fn number(&mut self) -> usize {
        let mut letters = self.0.chars();
        let letter = letters.next().map_or(0, u32::from);
        self.0 = letters.as_str();
        // Between these two there are no characters.
        let number = if letter < 0xe000 { letter } else { letter - 0x800 };
        number.saturating_sub(0x30) as usize
    }

    fn own(&mut self) -> Box<str> {
        self.text().into()
    }

    fn both(&mut self) -> Text {
        let en = self.own();
        Text::new(en, self.own())
    }

    fn date(&mut self) -> Date {
        let [year, month, day] = [(); 3].map(|()| self.number());
        Date::new(year as u16, month as u8, day as u8).unwrap_or_default()
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of.get(self.number()).copied().unwrap_or(of[0])
    }

    fn list<T>(&mut self, mut read: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let mut all = Vec::new();
        self.times(&mut |of| all.push(read(of)));
        all
    }

    // One loop for lists of every kind.
    #[inline(never)]
    fn times(&mut self, read: &mut dyn FnMut(&mut Self)) {
        for _ in 0..self.number() {
            if self.0.is_empty() {
                break;
            }
            read(self);
        }
    }

    fn nullable<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.number() == 0 { None } else { Some(read(self)) }
    }

    fn country(&mut self) -> CountryId {
        CountryId(self.number() as u32)
    }

    fn sources(&mut self) -> Vec<SourceId> {
        self.list(|of| SourceId(of.number() as u32))
    }

    #[inline(never)]
    fn release(&mut self) -> Release {
        Release {
            title: self.both(),
            date: self.date(),
            time: self.both(),
            format: self.both(),
            co_chairs: self.list(|of| CoChair { name: of.both(), office: of.both(), country: of.country() }),
            points: self.list(Reader::point),
            next: self.both(),
            sources: self.sources(),
        }
    }

    #[inline(never)]
    fn point(&mut self) -> Point {
        let id = self.own();
        let pillar = self.nullable(|of| of.one(&Pillar::ALL));
        let initiative = self.nullable(Reader::number);
        let topic = match (initiative, pillar) {
            (Some(initiative), _) => Topic::Initiative(InitiativeId(initiative as u32)),
            (None, Some(pillar)) => Topic::Pillar(pillar),
            (None, None) => Topic::General,
        };
        Point { id, topic, summary: self.both() }
    }

    #[inline(never)]
    fn milestone(&mut self) -> Milestone {
        Milestone {
            id: self.own(),
            date: self.date(),
            title: self.both(),
            summary: self.both(),
            sources: self.sources(),
        }
    }

    #[inline(never)]
    fn pillars(&mut self) -> ([Text; 3], Vec<Initiative>) {
        let (mut all, mut initiatives) = (<[Text; 3]>::default(), Vec::new());
        for _ in 0..self.number().min(3) {
            let pillar = self.one(&Pillar::ALL);
            all[pillar as usize] = self.both();
            initiatives.extend(self.list(|of| Initiative { id: of.own(), pillar, name: of.both() }));
        }
        (all, initiatives)
    }

    /// A country of the list; `country` is a reference to one.
    #[inline(never)]
    fn member(&mut self) -> Country {
        let (code, group) = (self.own(), self.one(&[Group::Asean, Group::Rok]));
        let [short_en, formal_en, short_ko, formal_ko] = [(); 4].map(|()| self.own());
        Country {
            code,
            group,
            short: Text::new(short_en, short_ko),
            formal: Text::new(formal_en, formal_ko),
            local: self.list(|of| (of.own(), of.own())),
            capital: self.both(),
            profile: self.list(|of| Profile {
                field: of.one(&Field::ALL),
                date: of.nullable(Reader::date),
                text: of.both(),
                sources: of.sources(),
            }),
            facts: Vec::new(),
        }
    }

    #[inline(never)]
    fn fact(&mut self) -> Fact {
        let id = self.own();
        let about = match self.number() {
            0 => About::Asean,
            place => About::Country(CountryId(place as u32 - 1)),
        };
        // The pillar is the initiative's.
        self.number();
        Fact {
            id,
            about,
            initiative: InitiativeId(self.number() as u32),
            date: self.date(),
            status: self.one(&Status::ALL),
            title: self.both(),
            summary: self.both(),
            sources: self.sources(),
        }
    }

    #[inline(never)]
    fn source(&mut self) -> Source {
        Source {
            id: self.own(),
            title: self.own(),
            publisher: self.own(),
            url: self.nullable(Reader::own),
            lang: self.own(),
            date: self.nullable(Reader::date),
            official: self.number() == 1,
        }
    }

    #[inline(never)]
    fn place(&mut self) -> Place {
        let (country, name) = (self.country(), self.both());
        let (lon_e2, lat_e2, show) = (hundredths(self.text()), hundredths(self.text()), self.number());
        Place { country, name, lon_e2, lat_e2, dot: show != 1, label: show != 0 }
    }
}

/// The dataset of a packed edition, as [`super::packed`] makes one.
pub fn unpack(edition: &str) -> Dataset {
    let mut of = Reader(edition);
    // The schema: there is one.
    of.text();
    let (id, version, as_of, title) = (of.own(), of.own(), of.date(), of.both());
    let (release, (pillars, initiatives)) = (of.release(), of.pillars());
    let milestones = of.list(Reader::milestone);
    let dataset = Dataset {
        id,
        version,
        as_of,
        title,
        release,
        milestones,
        pillars,
        initiatives,
        countries: of.list(Reader::member),
        facts: of.list(Reader::fact),
        sources: of.list(Reader::source),
        places: of.list(Reader::place),
        corrections: of.list(|of| Correction { date: of.date(), fact: FactId(of.number() as u32), note: of.both() }),
        shared: Vec::new(),
        years: Vec::new(),
    };
    dataset.indexed()
}

/// The JSON of a packed edition, of which this is the dataset: all of its values, without space between them.
pub fn json(edition: &str, dataset: &Dataset) -> String {
    let mut writer = Writer { of: Reader(edition), dataset, out: String::new() };
    writer.object(b'E');
    writer.out
}

struct Writer<'a> {
    of: Reader<'a>,
    dataset: &'a Dataset,
    out: String,
}

impl<'a> Writer<'a> {
    fn object(&mut self, kind: u8) {
        let mut rest = fields(kind);
        let mut mark = '{';
        while !rest.is_empty() {
            let (field, more) = cut(rest, b' ');
            let (name, kind) = cut(field, b':');
            self.out.push(mark);
            self.quote(name);
            self.out.push(':');
            self.value(kind.as_bytes());
            (mark, rest) = (',', more);
        }
        self.out.push('}');
    }

    fn value(&mut self, kind: &[u8]) {
        let [first, rest @ ..] = kind else { return };
        match first {
            b'$' => {
                let text = self.of.text();
                self.quote(text);
            }
            b'#' => self.out.push_str(self.of.text()),
            b'@' => {
                let date = self.of.date();
                self.quote(&date.iso());
            }
            b'!' => {
                let truth = if self.of.number() == 1 { "true" } else { "false" };
                self.out.push_str(truth);
            }
            b'?' if self.of.number() == 0 => self.out.push_str("null"),
            b'?' => self.value(rest),
            b'*' => self.series(rest, false),
            b'%' => self.series(rest, true),
            b'A'..=b'Z' => self.object(*first),
            _ => {
                let name = self.name(*first);
                self.quote(name);
            }
        }
    }

    fn series(&mut self, kind: &[u8], named: bool) {
        self.out.push(if named { '{' } else { '[' });
        for index in 0..self.of.number() {
            if index > 0 {
                self.out.push(',');
            }
            if named {
                let id = self.of.text();
                self.quote(id);
                self.out.push(':');
            }
            self.value(kind);
        }
        self.out.push(if named { '}' } else { ']' });
    }

    fn name(&mut self, kind: u8) -> &'a str {
        let (place, dataset) = (self.of.number(), self.dataset);
        let name = match kind {
            b'c' => dataset.countries.get(place).map(|country| &*country.code),
            b'a' if place == 0 => Some("ASEAN"),
            b'a' => dataset.countries.get(place - 1).map(|country| &*country.code),
            b'i' => dataset.initiatives.get(place).map(|initiative| &*initiative.id),
            b's' => dataset.sources.get(place).map(|source| &*source.id),
            b'f' => dataset.facts.get(place).map(|fact| &*fact.id),
            _ => names(kind).get(place).copied(),
        };
        name.unwrap_or_default()
    }

    fn quote(&mut self, text: &str) {
        self.out.push('"');
        for letter in text.chars() {
            if matches!(letter, '"' | '\\') {
                self.out.push('\\');
            }
            self.out.push(letter);
        }
        self.out.push('"');
    }
}
