//! What the reader searches for, and which facts it finds.

use crate::model::{ANY, About, Dataset, FactId, Lang, NONE, Text, first, keys};

/// A search and all that it finds; made for one dataset.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Search {
    /// As the reader typed it.
    pub text: String,
    /// The keys of its words, with spaces in between.
    keys: Vec<u32>,
    /// For each fact whether it has every word; empty where there are no words.
    found: Vec<bool>,
}

impl Search {
    /// Looks through names, titles, summaries and sources, in every language.
    pub fn new(dataset: &Dataset, _lang: Lang, text: String) -> Search {
        let keys = typed(&text);
        let mut found = Vec::new();
        for word in words(&keys) {
            found.resize(dataset.facts.len(), true);
            keep(dataset, word, &mut found);
        }
        Search { text, keys, found }
    }

    /// Whether anything is searched for.
    pub fn is_on(&self) -> bool {
        words(&self.keys).next().is_some()
    }

    pub fn finds(&self, fact: FactId) -> bool {
        self.found.get(fact.0 as usize) != Some(&false)
    }

    pub fn elsewhere(&self, _country: Option<crate::model::CountryId>) -> usize {
        0
    }

    pub fn inside(&self) -> &[super::Fold] {
        &[]
    }

    /// Where the next match in a text starts, and where it ends.
    pub fn next(&self, text: &str) -> Option<(usize, usize)> {
        words(&self.keys).filter_map(|word| find(text, word)).min()
    }
}

fn words(keys: &[u32]) -> impl Iterator<Item = &[u32]> {
    keys.split(|key| *key == u32::from(' ')).filter(|word| !word.is_empty())
}

/// Goes on keeping the facts that have this word too.
fn keep(dataset: &Dataset, word: &[u32], found: &mut [bool]) {
    let has = |text: &str| find(text, word).is_some();
    let says = |text: &Text| Lang::ALL.into_iter().any(|lang| has(text.get(lang)));
    let sources: Vec<bool> = dataset.sources.iter().map(|one| has(&one.title) || has(&one.publisher)).collect();
    let countries: Vec<bool> = dataset
        .countries
        .iter()
        .map(|one| says(&one.short) || says(&one.formal) || one.local.iter().any(|(_, name)| has(name)))
        .collect();
    for (kept, fact) in found.iter_mut().zip(&dataset.facts).filter(|(kept, _)| **kept) {
        *kept = matches!(fact.about, About::Country(id) if countries[id.0 as usize])
            || fact.sources.iter().any(|id| sources[id.0 as usize])
            || says(&fact.title)
            || says(&fact.summary);
    }
}

/// The keys of what was typed. A consonant that stands alone begins a syllable of which no more is known.
fn typed(text: &str) -> Vec<u32> {
    let mut typed = Vec::new();
    for letter in text.chars() {
        // Jamo by jamo: the vowel of the consonant before it.
        if ('ㅏ'..='ㅣ').contains(&letter) && typed.last() == Some(&ANY) {
            typed.pop();
        }
        let blank = matches!(letter, '\u{a0}' | '\u{3000}');
        for key in keys(if blank { ' ' } else { letter }) {
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

/// Where a word that stands at the start of a text ends in it.
fn end(text: &str, mut word: &[u32]) -> Option<usize> {
    for (at, letter) in text.char_indices() {
        match eat(word, letter) {
            Some(rest) => word = rest,
            // "Viet Nam" is found by "vietnam", "한-아세안" by "한아세안".
            None if matches!(letter, ' ' | '-' | '\u{a0}' | '·') => {}
            None => return None,
        }
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
