//! What the reader searches for, and what it finds among all that is shown.

use super::Fold;
use crate::model::{
    ANY, About, CountryId, Dataset, FactId, Field, Lang, NONE, Pillar, SourceId, Text, Topic, first, is_blank, keys,
    plain,
};

/// Where a thing holds the words: the worst place of any of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Nowhere,
    /// In what is seen once it is open.
    Inside,
    /// In the line of it that is always seen, or in the names it stands under.
    #[default]
    Seen,
}

use Place::{Inside, Nowhere, Seen};

/// A search and all that it finds; made for one dataset, and for a reader of one language. The places are empty where
/// there are no words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Search {
    /// As the reader typed it.
    pub text: String,
    /// The keys of each word.
    words: Vec<Vec<u32>>,
    facts: Vec<Place>,
    release: Place,
    points: Vec<Place>,
    milestones: Vec<Place>,
    /// For each country the lines of its profile.
    profiles: Vec<Vec<Place>>,
}

impl Search {
    /// Looks through all texts and names, in every language.
    pub fn new(dataset: &Dataset, text: String, lang: Lang) -> Search {
        let words = typed(&text);
        let mut search = Search { text, ..Search::default() };
        for word in &words {
            search.narrow(dataset, word, lang);
        }
        Search { words, ..search }
    }

    /// Whether anything is searched for.
    pub fn is_on(&self) -> bool {
        !self.words.is_empty()
    }

    pub fn finds(&self, fact: FactId) -> bool {
        is_found(&self.facts, fact.0 as usize)
    }

    /// Whether what stands over the points is found, or what comes next.
    pub fn has_release(&self) -> bool {
        self.release != Nowhere
    }

    /// By its place in the release.
    pub fn has_point(&self, at: usize) -> bool {
        is_found(&self.points, at)
    }

    /// By its place in the dataset.
    pub fn has_milestone(&self, at: usize) -> bool {
        is_found(&self.milestones, at)
    }

    /// By its place in the country's profile.
    pub fn has_profile(&self, country: CountryId, at: usize) -> bool {
        self.profiles.get(country.0 as usize).is_none_or(|lines| is_found(lines, at))
    }

    /// How many things besides facts are found in a country's profile, or on the overview; none where nothing is
    /// searched for.
    pub fn elsewhere(&self, country: Option<CountryId>) -> usize {
        let count = |places: &[Place]| places.iter().filter(|place| **place != Nowhere).count();
        match country {
            Some(id) => self.profiles.get(id.0 as usize).map_or(0, |lines| count(lines)),
            None => usize::from(self.is_on() && self.has_release()) + count(&self.points) + count(&self.milestones),
        }
    }

    /// What has to be open for all that is found to be seen.
    pub fn inside(&self, dataset: &Dataset) -> Vec<Fold> {
        let mut folds = Vec::new();
        let mut open = |is_inside: bool, fold: Fold| folds.extend(is_inside.then_some(fold));
        for (at, place) in self.facts.iter().enumerate() {
            open(*place == Inside, Fold::Fact(FactId(at as u32)));
        }
        for (id, lines) in dataset.country_ids().zip(&self.profiles) {
            for (at, place) in lines.iter().enumerate() {
                open(*place == Inside, Fold::Profile(id, at));
            }
        }
        open(self.release == Inside || self.points.contains(&Inside), Fold::Points);
        open(self.milestones.contains(&Inside), Fold::Milestones);
        for pillar in Pillar::ALL {
            let finds = |id: &FactId| self.finds(*id) && dataset[dataset[*id].initiative].pillar == pillar;
            open(self.is_on() && dataset.shared.iter().any(finds), Fold::Shared(pillar));
        }
        folds
    }

    /// Where the next match in a text starts, and where it ends.
    pub fn next(&self, text: &str) -> Option<(usize, usize)> {
        self.words.iter().filter_map(|word| find(text, word)).min()
    }

    /// Goes on keeping what has this word too.
    fn narrow(&mut self, dataset: &Dataset, word: &[u32], lang: Lang) {
        let has = |text: &str| find(text, word).is_some();
        let says = |text: &Text| Lang::ALL.into_iter().any(|lang| has(text.get(lang)));
        let inside = |has: bool| if has { Inside } else { Nowhere };

        let sources: Vec<bool> = dataset.sources.iter().map(|one| has(&one.title) || has(&one.publisher)).collect();
        let cites = |ids: &[SourceId]| ids.iter().any(|id| sources[id.0 as usize]);
        let countries: Vec<bool> = dataset
            .countries
            .iter()
            .map(|one| says(&one.short) || says(&one.formal) || one.local.iter().any(|(_, name)| has(name)))
            .collect();
        let pillars = dataset.pillars.each_ref().map(says);
        let initiatives: Vec<bool> =
            dataset.initiatives.iter().map(|one| pillars[one.pillar as usize] || says(&one.name)).collect();
        let mut corrected = Vec::new();
        corrected.resize(dataset.facts.len(), false);
        for correction in &dataset.corrections {
            corrected[correction.fact.0 as usize] |= says(&correction.note);
        }

        keep(&mut self.facts, &dataset.facts, |at, fact| {
            let named = initiatives[fact.initiative.0 as usize]
                || matches!(fact.about, About::Country(id) if countries[id.0 as usize]);
            if named || has(fact.title.get(lang)) {
                return Seen;
            }
            inside(corrected[at] || cites(&fact.sources) || says(&fact.summary) || says(&fact.title))
        });
        keep(&mut self.points, &dataset.release.points, |_, point| {
            let named = match point.topic {
                Topic::General => false,
                Topic::Pillar(pillar) => pillars[pillar as usize],
                Topic::Initiative(id) => initiatives[id.0 as usize],
            };
            inside(named || says(&point.summary))
        });
        keep(&mut self.milestones, &dataset.milestones, |_, step| {
            inside(says(&step.title) || says(&step.summary) || cites(&step.sources))
        });
        self.profiles.resize(countries.len(), Vec::new());
        for (index, (lines, country)) in self.profiles.iter_mut().zip(&dataset.countries).enumerate() {
            keep(lines, &country.profile, |_, line| {
                if countries[index] {
                    return Seen;
                }
                let capital = line.field == Field::Capital && says(&country.capital);
                inside(capital || says(&line.text) || cites(&line.sources))
            });
        }
        let release = &dataset.release;
        let seen = [&release.title, &release.time, &release.format].into_iter().any(says)
            || cites(&release.sources)
            || release
                .co_chairs
                .iter()
                .any(|chair| countries[chair.country.0 as usize] || says(&chair.name) || says(&chair.office));
        self.release = self.release.min(if seen { Seen } else { inside(says(&release.next)) });
    }
}

fn is_found(places: &[Place], at: usize) -> bool {
    places.get(at) != Some(&Nowhere)
}

/// Moves each thing that is still found to its worst place.
fn keep<T>(places: &mut Vec<Place>, things: &[T], place: impl Fn(usize, &T) -> Place) {
    places.resize(things.len(), Seen);
    for (at, (worst, thing)) in places.iter_mut().zip(things).enumerate() {
        if *worst != Nowhere {
            *worst = place(at, thing).min(*worst);
        }
    }
}

/// The keys of each word that was typed, without what a sentence puts around it; signs alone are looked for as they are.
fn typed(text: &str) -> Vec<Vec<u32>> {
    let mut words: Vec<_> = text.split(is_blank).map(typed_word).collect();
    words.retain(|word| !word.is_empty());
    let bare: Vec<_> = words.iter().filter_map(|word| bare(word)).collect();
    if bare.is_empty() { words } else { bare }
}

fn bare(word: &[u32]) -> Option<Vec<u32>> {
    let says =
        |key: &u32| !matches!(char::from_u32(*key), Some('!' | '(' | ')' | ',' | '.' | ':' | ';' | '?' | '[' | ']'));
    let (start, end) = (word.iter().position(says)?, word.iter().rposition(says)?);
    word.get(start..=end).map(<[u32]>::to_vec)
}

/// A consonant that stands alone begins a syllable of which no more is known.
fn typed_word(word: &str) -> Vec<u32> {
    let mut typed = Vec::new();
    for letter in word.chars().map(plain) {
        // Jamo by jamo: the vowel of the consonant before it.
        if ('ㅏ'..='ㅣ').contains(&letter) && typed.last() == Some(&ANY) {
            typed.pop();
        }
        for key in keys(letter) {
            let bare = ('ㄱ'..='ㅎ').contains(&letter);
            typed.extend([key, if bare { ANY } else { NONE }].into_iter().filter(|more| key != NONE && *more != NONE));
        }
    }
    typed
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
