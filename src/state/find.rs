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

impl Thing {
    /// What has to be open for its inside to be seen.
    fn fold(self) -> Fold {
        match self {
            Thing::Fact(id) => Fold::Fact(id),
            Thing::Release | Thing::Point(_) => Fold::Points,
            Thing::Milestone(_) => Fold::Milestones,
            Thing::Profile(id, line) => Fold::Profile(id, line),
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
    /// Where each thing holds the words, the facts first; empty where there are none.
    places: Vec<(Thing, Place)>,
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
            Word::new(dataset, word, &mut places).narrow(dataset, lang);
        }
        Search { text, keys, places }
    }

    /// Whether anything is searched for.
    pub fn is_on(&self) -> bool {
        !self.places.is_empty()
    }

    pub fn finds(&self, fact: FactId) -> bool {
        self.places.get(fact.0 as usize).is_none_or(|(_, place)| *place != Nowhere)
    }

    /// Whether a thing has every word.
    pub fn has(&self, thing: Thing) -> bool {
        !self.places.contains(&(thing, Nowhere))
    }

    /// How many things besides facts are found in a country's profile, or on the overview; none where nothing is
    /// searched for.
    pub fn elsewhere(&self, country: Option<CountryId>) -> usize {
        let is_there = |(thing, place): &&(Thing, Place)| match thing {
            _ if *place == Nowhere => false,
            Thing::Fact(_) => false,
            Thing::Profile(id, _) => country == Some(*id),
            _ => country.is_none(),
        };
        self.places.iter().filter(is_there).count()
    }

    /// What has to be open for all that is found to be seen.
    pub fn inside(&self, dataset: &Dataset) -> Vec<Fold> {
        let mut folds = Vec::new();
        for (thing, _) in self.places.iter().filter(|(_, place)| *place == Inside) {
            let fold = thing.fold();
            if folds.last() != Some(&fold) {
                folds.push(fold);
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

/// One word, which sources have it, where the words before it are, and how many things have been asked for it.
struct Word<'a> {
    keys: &'a [u32],
    sources: Vec<bool>,
    places: &'a mut Vec<(Thing, Place)>,
    met: usize,
}

impl Word<'_> {
    fn new<'a>(dataset: &Dataset, keys: &'a [u32], places: &'a mut Vec<(Thing, Place)>) -> Word<'a> {
        let has = |text: &str| find(text, keys).is_some();
        let sources = each(dataset.sources.len(), &|id| {
            let source = &dataset[SourceId(id)];
            has(&source.title) || has(&source.publisher)
        });
        Word { keys, sources, places, met: 0 }
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
            self.meet(Thing::Fact(id), known, fact.title.get(lang), &texts, &fact.sources);
        }
        let chairs = release.co_chairs.iter();
        let mut chairs =
            chairs.map(|one| named[one.country.0 as usize] || self.is_in(&one.name) || self.is_in(&one.office));
        let head = [&release.title, &release.time, &release.format].into_iter().any(|text| self.is_in(text));
        let seen = head || chairs.any(|has| has) || self.is_cited(&release.sources);
        self.meet(Thing::Release, if seen { Seen } else { Nowhere }, "", &[&release.next], &[]);
        for (at, point) in release.points.iter().enumerate() {
            let names = match point.topic {
                Topic::General => false,
                Topic::Pillar(pillar) => self.is_in(&dataset.pillars[pillar as usize]),
                Topic::Initiative(id) => initiatives[id.0 as usize],
            };
            self.meet(Thing::Point(at), inside(names), "", &[&point.summary], &[]);
        }
        for (at, step) in dataset.milestones.iter().enumerate() {
            self.meet(Thing::Milestone(at), Nowhere, "", &[&step.title, &step.summary], &step.sources);
        }
        for (index, country) in dataset.countries.iter().enumerate() {
            let known = if named[index] { Seen } else { Nowhere };
            for (at, line) in country.profile.iter().enumerate() {
                let second = if line.field == Field::Capital { &country.capital } else { &line.text };
                self.meet(Thing::Profile(CountryId(index as u32), at), known, "", &[&line.text, second], &line.sources);
            }
        }
    }

    fn is_cited(&self, sources: &[SourceId]) -> bool {
        sources.iter().any(|id| self.sources[id.0 as usize])
    }

    /// Moves the next thing, by what is known already, by the title that is seen of it and by what is inside.
    #[inline(never)]
    fn meet(&mut self, thing: Thing, known: Place, title: &str, texts: &[&Text], sources: &[SourceId]) {
        if self.met == self.places.len() {
            self.places.push((thing, Seen));
        }
        let before = self.places[self.met].1;
        if before > known {
            let here = if find(title, self.keys).is_some() {
                Seen
            } else {
                known.max(inside(self.is_cited(sources) || texts.iter().any(|text| self.is_in(text))))
            };
            self.places[self.met].1 = here.min(before);
        }
        self.met += 1;
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
