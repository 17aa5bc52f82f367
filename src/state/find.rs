//! What the reader searches for, and what it finds among all that is shown.

use super::Fold;
use crate::model::{
    ANY, About, Country, CountryId, Dataset, FactId, Field, InitiativeId, Lang, NONE, Pillar, SourceId, Text, Topic,
    first, is_blank, keys, plain,
};

/// What is found or not, each as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    Fact(FactId),
    /// What stands around the points: the head, and what comes next.
    Release,
    /// By its place in the release.
    Point(usize),
    /// By its place in the dataset.
    Milestone(usize),
    /// A line of this country's profile, by its place.
    Profile(CountryId, usize),
}

/// Lists of places: of the facts, of the release and its points, of the milestones, and of each country's profile.
const FACTS: usize = 0;
const RELEASE: usize = 1;
const MILESTONES: usize = 2;
const PROFILES: usize = 3;

impl Thing {
    /// The list it is in, and where.
    fn slot(self) -> (usize, usize) {
        match self {
            Thing::Fact(id) => (FACTS, id.0 as usize),
            Thing::Release => (RELEASE, 0),
            Thing::Point(at) => (RELEASE, at + 1),
            Thing::Milestone(at) => (MILESTONES, at),
            Thing::Profile(id, at) => (PROFILES + id.0 as usize, at),
        }
    }
}

/// Where a thing holds a word; of several words, the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Nowhere,
    /// In what is seen once it is open.
    Inside,
    /// In the line of it that is always seen, or in the names it stands under.
    Seen,
}

use Place::{Inside, Nowhere, Seen};

/// Between two words.
const SPACE: u32 = ' ' as u32;

/// A search and all that it finds; made for one dataset, and for a reader of one language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Search {
    /// As the reader typed it.
    pub text: String,
    /// The keys of its words, with spaces in between.
    keys: Vec<u32>,
    /// Where each thing holds the words; empty where there are none.
    places: Vec<Vec<Place>>,
}

impl Search {
    /// Looks through all texts and names, in every language.
    pub fn new(dataset: &Dataset, text: String, lang: Lang) -> Search {
        let mut keys = typed(&text, false);
        if words(&keys).next().is_none() {
            keys = typed(&text, true);
        }
        let mut places = Vec::new();
        for word in words(&keys) {
            while places.len() < PROFILES + dataset.countries.len() {
                places.push(Vec::new());
            }
            Word::new(dataset, word, &mut places).narrow(dataset, lang);
        }
        Search { text, keys, places }
    }

    /// Whether anything is searched for.
    pub fn is_on(&self) -> bool {
        !self.places.is_empty()
    }

    pub fn finds(&self, fact: FactId) -> bool {
        self.has(Thing::Fact(fact))
    }

    /// Whether a thing has every word.
    pub fn has(&self, thing: Thing) -> bool {
        let (list, at) = thing.slot();
        self.places.get(list).and_then(|places| places.get(at)) != Some(&Nowhere)
    }

    /// How many things besides facts are found in a country's profile, or on the overview; none where nothing is
    /// searched for.
    pub fn elsewhere(&self, country: Option<CountryId>) -> usize {
        let lists = country.map_or(RELEASE..PROFILES, |id| PROFILES + id.0 as usize..PROFILES + 1 + id.0 as usize);
        let places = self.places.get(lists).unwrap_or_default().iter().flatten();
        places.filter(|place| **place != Nowhere).count()
    }

    /// What has to be open for all that is found to be seen.
    pub fn inside(&self, dataset: &Dataset) -> Vec<Fold> {
        let mut folds = Vec::new();
        for (list, places) in self.places.iter().enumerate() {
            for (at, _) in places.iter().enumerate().filter(|(_, place)| **place == Inside) {
                let fold = match list {
                    FACTS => Fold::Fact(FactId(at as u32)),
                    RELEASE => Fold::Points,
                    MILESTONES => Fold::Milestones,
                    _ => Fold::Profile(CountryId((list - PROFILES) as u32), at),
                };
                if folds.last() != Some(&fold) {
                    folds.push(fold);
                }
            }
        }
        for pillar in Pillar::ALL {
            let finds = |id: &FactId| self.finds(*id) && dataset[dataset[*id].initiative].pillar == pillar;
            if self.is_on() && dataset.shared.iter().any(finds) {
                folds.push(Fold::Shared(pillar));
            }
        }
        folds
    }

    /// Where the next match in a text starts, and where it ends.
    pub fn next(&self, text: &str) -> Option<(usize, usize)> {
        words(&self.keys).filter_map(|word| find(text, word)).min()
    }
}

/// One word, which sources have it, and where the words before it are.
struct Word<'a> {
    keys: &'a [u32],
    sources: Vec<bool>,
    places: &'a mut [Vec<Place>],
}

impl Word<'_> {
    fn new<'a>(dataset: &Dataset, keys: &'a [u32], places: &'a mut [Vec<Place>]) -> Word<'a> {
        let has = |text: &str| find(text, keys).is_some();
        let sources = each(dataset.sources.len(), &|id| {
            let source = &dataset[SourceId(id)];
            has(&source.title) || has(&source.publisher)
        });
        Word { keys, sources, places }
    }

    #[inline(never)]
    fn is_in(&self, text: &Text) -> bool {
        Lang::ALL.into_iter().any(|lang| find(text.get(lang), self.keys).is_some())
    }

    fn names(&self, country: &Country) -> bool {
        self.is_in(&country.short)
            || self.is_in(&country.formal)
            || country.local.iter().any(|(_, name)| find(name, self.keys).is_some())
    }

    /// Moves each thing to where it has this word, if that is worse.
    fn narrow(&mut self, dataset: &Dataset, lang: Lang) {
        let release = &dataset.release;
        let named = each(dataset.countries.len(), &|id| self.names(&dataset[CountryId(id)]));
        let initiatives = each(dataset.initiatives.len(), &|id| {
            let initiative = &dataset[InitiativeId(id)];
            self.is_in(&initiative.name) || self.is_in(&dataset.pillars[initiative.pillar as usize])
        });

        for (index, fact) in dataset.facts.iter().enumerate() {
            let id = FactId(index as u32);
            let names = initiatives[fact.initiative.0 as usize]
                || matches!(fact.about, About::Country(id) if named[id.0 as usize]);
            let corrected = dataset.corrections.iter().any(|one| one.fact == id && self.is_in(&one.note));
            let known = if names { Seen } else { inside(corrected) };
            let texts = [&fact.summary, &fact.title];
            self.meet(FACTS, index, known, fact.title.get(lang), &texts, &fact.sources);
        }
        let chairs = release.co_chairs.iter();
        let mut chairs =
            chairs.map(|one| named[one.country.0 as usize] || self.is_in(&one.name) || self.is_in(&one.office));
        let head = [&release.title, &release.time, &release.format].into_iter().any(|text| self.is_in(text));
        let seen = head || chairs.any(|has| has) || self.is_cited(&release.sources);
        self.meet(RELEASE, 0, if seen { Seen } else { Nowhere }, "", &[&release.next], &[]);
        for (at, point) in release.points.iter().enumerate() {
            let names = match point.topic {
                Topic::General => false,
                Topic::Pillar(pillar) => self.is_in(&dataset.pillars[pillar as usize]),
                Topic::Initiative(id) => initiatives[id.0 as usize],
            };
            self.meet(RELEASE, at + 1, inside(names), "", &[&point.summary], &[]);
        }
        for (at, step) in dataset.milestones.iter().enumerate() {
            self.meet(MILESTONES, at, Nowhere, "", &[&step.title, &step.summary], &step.sources);
        }
        for (index, country) in dataset.countries.iter().enumerate() {
            let known = if named[index] { Seen } else { Nowhere };
            for (at, line) in country.profile.iter().enumerate() {
                let second = if line.field == Field::Capital { &country.capital } else { &line.text };
                self.meet(PROFILES + index, at, known, "", &[&line.text, second], &line.sources);
            }
        }
    }

    fn is_cited(&self, sources: &[SourceId]) -> bool {
        sources.iter().any(|id| self.sources[id.0 as usize])
    }

    /// Moves one thing, by what is known already, by the title that is seen of it and by what is inside.
    #[inline(never)]
    fn meet(&mut self, which: usize, at: usize, known: Place, title: &str, texts: &[&Text], sources: &[SourceId]) {
        let list = &mut self.places[which];
        if at == list.len() {
            list.push(Seen);
        }
        let before = list[at];
        if before > known {
            let here = if find(title, self.keys).is_some() {
                Seen
            } else {
                known.max(inside(self.is_cited(sources) || texts.iter().any(|text| self.is_in(text))))
            };
            self.places[which][at] = here.min(before);
        }
    }
}

/// Which of so many things have it.
#[inline(never)]
fn each(count: usize, has: &dyn Fn(u32) -> bool) -> Vec<bool> {
    let mut each = Vec::new();
    for id in 0..count as u32 {
        each.push(has(id));
    }
    each
}

fn inside(has: bool) -> Place {
    if has { Inside } else { Nowhere }
}

fn words(keys: &[u32]) -> impl Iterator<Item = &[u32]> {
    keys.split(|key| *key == SPACE).filter(|word| !word.is_empty())
}

/// The keys of what was typed, with or without the signs that a sentence puts around words.
fn typed(text: &str, with_signs: bool) -> Vec<u32> {
    let mut typed = Vec::new();
    for letter in text.chars().map(plain).chain([' ']) {
        if is_blank(letter) {
            while !with_signs && typed.pop_if(|key| is_sign(*key)).is_some() {}
            typed.push(SPACE);
        }
        // Jamo by jamo: the vowel of the consonant before it.
        if ('ㅏ'..='ㅣ').contains(&letter) && typed.last() == Some(&ANY) {
            typed.pop();
        }
        let bare = ('ㄱ'..='ㅎ').contains(&letter);
        for key in keys(letter) {
            let opens = is_sign(key) && typed.last().is_none_or(|before| *before == SPACE);
            if key != NONE && (with_signs || !opens) {
                typed.push(key);
                // A consonant that stands alone begins a syllable of which no more is known.
                if bare {
                    typed.push(ANY);
                }
            }
        }
    }
    typed
}

fn is_sign(key: u32) -> bool {
    matches!(char::from_u32(key), Some('!' | '(' | ')' | ',' | '.' | ':' | ';' | '?' | '[' | ']'))
}

/// The first place of a word in a text: where it starts and ends.
#[inline(never)]
fn find(text: &str, word: &[u32]) -> Option<(usize, usize)> {
    for (start, letter) in text.char_indices() {
        if first(letter) == word[0]
            && let Some(end) = end(text.get(start..)?, word)
        {
            return Some((start, start + end));
        }
    }
    None
}

/// Where a word that stands at the start of a text ends in it; what has no key may lie between: "Viet Nam" is found by
/// "vietnam", "한-아세안" by "한아세안".
fn end(text: &str, mut word: &[u32]) -> Option<usize> {
    for (at, letter) in text.char_indices() {
        word = eat(word, letter)?;
        if word.is_empty() {
            return Some(at + letter.len_utf8());
        }
    }
    None
}

/// What is left of a word after a letter; the last syllable may be half typed.
fn eat(mut word: &[u32], letter: char) -> Option<&[u32]> {
    for key in keys(letter) {
        match word {
            _ if key == NONE => {}
            [] => return Some(word),
            [ANY, rest @ ..] => return Some(rest),
            [wanted, rest @ ..] if *wanted == key => word = rest,
            _ => return None,
        }
    }
    Some(word.strip_prefix(&[ANY]).unwrap_or(word))
}
