//! What a reader can open and close, and what is open now. The inside of a thing is made when it is first opened.

use crate::model::{CountryId, FactId, Pillar};

/// What can be opened: an entry, a line of a country's profile, a part of the overview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    Fact(FactId),
    /// A line of this country's profile, by its place.
    Profile(CountryId, usize),
    /// What was discussed.
    Points,
    /// What all member states share under a pillar.
    Shared(Pillar),
    Milestones,
}

impl Fold {
    /// By the key of its element, where this country's card, or the overview, is open.
    pub fn of_key(country: Option<CountryId>, key: &str) -> Option<Fold> {
        match (country, key) {
            (Some(id), _) => Some(Fold::Profile(id, key.bytes().next()?.checked_sub(b'0')?.into())),
            (None, "points") => Some(Fold::Points),
            (None, "milestones") => Some(Fold::Milestones),
            (None, slug) => Pillar::of_slug(slug).map(Fold::Shared),
        }
    }
}

/// What is open, and of what the inside has been made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Folds {
    open: Vec<Fold>,
    made: Vec<Fold>,
    /// What the search has opened: it closes with the search.
    searched: Vec<Fold>,
}

impl Folds {
    pub fn is_open(&self, fold: Fold) -> bool {
        self.open.contains(&fold)
    }

    /// Whether its inside is there, seen or not.
    pub fn is_made(&self, fold: Fold) -> bool {
        self.made.contains(&fold)
    }

    /// Makes the inside, before or after it is opened.
    pub fn make(&mut self, fold: Fold) {
        add(&mut self.made, fold);
    }

    pub fn open(&mut self, fold: Fold) {
        self.make(fold);
        add(&mut self.open, fold);
    }

    /// What is closed keeps its inside.
    pub fn close(&mut self, fold: Fold) {
        self.open.retain(|open| *open != fold);
    }

    /// Opens what a search has found inside; what the last one opened closes.
    pub fn follow(&mut self, found: Vec<Fold>) {
        let (open, searched) = (&mut self.open, &self.searched);
        open.retain(|fold| !searched.contains(fold));
        self.searched = found;
        self.searched.retain(|fold| !self.open.contains(fold));
        for fold in self.searched.clone() {
            self.open(fold);
        }
    }

    /// Forgets the insides that nobody sees: another card is made.
    pub fn leave(&mut self) {
        self.made.clone_from(&self.open);
    }
}

fn add(folds: &mut Vec<Fold>, fold: Fold) {
    if !folds.contains(&fold) {
        folds.push(fold);
    }
}
