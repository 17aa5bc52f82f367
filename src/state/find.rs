//! What the reader searches for, and which facts it finds.

use crate::model::{ANY, About, Dataset, Fact, FactId, Lang, Text, first, keys};

/// A search and all that it finds; made for one dataset.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Search {
    /// As the reader typed it.
    pub text: String,
    /// What to find, all of it.
    words: Vec<Vec<char>>,
    /// For each fact whether it has every word; empty where there are no words.
    found: Vec<bool>,
}

impl Search {
    /// Looks through names, titles, summaries and sources, in every language.
    pub fn new(dataset: &Dataset, text: String) -> Search {
        let words: Vec<_> = text.split([' ', '\u{a0}', '\u{3000}']).map(word).filter(|word| !word.is_empty()).collect();
        let mut found = vec![true; if words.is_empty() { 0 } else { dataset.facts.len() }];
        for word in &words {
            if found.contains(&true) {
                keep(dataset, word, &mut found);
            }
        }
        Search { text, words, found }
    }

    /// Whether anything is searched for.
    pub fn is_on(&self) -> bool {
        !self.words.is_empty()
    }

    pub fn finds(&self, fact: FactId) -> bool {
        self.found.get(fact.0 as usize) != Some(&false)
    }

    /// Where the next match in a text starts, and where it ends.
    pub fn next(&self, text: &str) -> Option<(usize, usize)> {
        self.words.iter().filter_map(|word| find(text, word)).min_by_key(|(start, end)| (*start, usize::MAX - end))
    }
}

/// Goes on keeping the facts that have this word too.
fn keep(dataset: &Dataset, word: &[char], found: &mut [bool]) {
    let has = |text: &str| find(text, word).is_some();
    let says = |text: &Text| Lang::ALL.into_iter().any(|lang| has(text.get(lang)));
    let countries: Vec<bool> = dataset
        .countries
        .iter()
        .map(|country| says(&country.short) || says(&country.formal) || country.local.iter().any(|(_, name)| has(name)))
        .collect();
    let sources: Vec<bool> =
        dataset.sources.iter().map(|source| has(&source.title) || has(&source.publisher)).collect();
    let passes = |fact: &Fact| {
        matches!(fact.about, About::Country(id) if countries[id.0 as usize])
            || fact.sources.iter().any(|id| sources[id.0 as usize])
            || says(&fact.title)
            || says(&fact.summary)
    };
    found.iter_mut().zip(&dataset.facts).for_each(|(kept, fact)| *kept = *kept && passes(fact));
}

/// The keys of a word. A consonant that stands alone begins a syllable of which no more is known.
fn word(text: &str) -> Vec<char> {
    let mut word = Vec::new();
    for letter in text.chars() {
        // Jamo by jamo: the vowel of the consonant before it.
        if ('ㅏ'..='ㅣ').contains(&letter) && word.last() == Some(&ANY) {
            word.pop();
        }
        for key in keys(letter).into_iter().filter(|key| *key != '\0') {
            word.push(key);
            if ('ㄱ'..='ㅎ').contains(&letter) {
                word.push(ANY);
            }
        }
    }
    word
}

/// The first place of a word in a text: where it starts and ends.
fn find(text: &str, word: &[char]) -> Option<(usize, usize)> {
    let key = word[0];
    // Most letters are passed over by a look at their first byte: Latin ones are written from 0xc3 to 0xe1.
    let may_begin = |byte: u8| match byte {
        0..0x80 => char::from(byte.to_ascii_lowercase()) == key,
        _ => byte >= 0xc0 && (byte < 0xe2 || !key.is_ascii()),
    };
    let starts = text.bytes().enumerate().filter(|(_, byte)| may_begin(*byte));
    starts.filter_map(|(start, _)| Some((start, start + end(text.get(start..)?, word)?))).next()
}

/// Where a word that stands at the start of a text ends in it.
fn end(text: &str, mut word: &[char]) -> Option<usize> {
    for (at, letter) in text.char_indices() {
        match eat(word, letter) {
            Some(rest) => word = rest,
            // "Viet Nam" is found by "vietnam", "한-아세안" by "한아세안".
            None if matches!(letter, ' ' | '-' | '\u{a0}' | '·' | '\u{300}'..='\u{36f}') => {}
            None => return None,
        }
        if word.is_empty() {
            return Some(at + letter.len_utf8());
        }
    }
    None
}

/// What is left of a word after a letter; the last syllable may be half typed.
fn eat(mut word: &[char], letter: char) -> Option<&[char]> {
    if first(letter) != word[0] {
        return None;
    }
    for key in keys(letter).into_iter().filter(|key| *key != '\0') {
        match word {
            [] => return Some(word),
            [ANY, rest @ ..] => return Some(rest),
            [wanted, rest @ ..] if *wanted == key => word = rest,
            _ => return None,
        }
    }
    Some(word.strip_prefix(&[ANY]).unwrap_or(word))
}
