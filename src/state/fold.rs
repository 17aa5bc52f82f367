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

    /// The key of a part of the overview.
    pub fn key(self) -> &'static str {
        match self {
            Fold::Points => "points",
            Fold::Shared(pillar) => pillar.slug(),
            _ => "milestones",
        }
    }
}

/// What is open, and of what the inside has been made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Folds(Vec<u8>);

/// What is so of a thing: its inside has been made; it is open; the search or the filter has opened it.
const MADE: u8 = 1;
const OPEN: u8 = 2;
const FOUND: u8 = 4;

impl Folds {
    /// All that the overview of so many facts has stands there, closed.
    pub fn closed(facts: usize) -> Folds {
        Folds(vec![MADE; 2 * facts + 8])
    }

    pub fn is_open(&self, fold: Fold) -> bool {
        self.is(fold, OPEN)
    }

    /// Whether its inside is there, seen or not.
    pub fn is_made(&self, fold: Fold) -> bool {
        self.is(fold, MADE)
    }

    fn is(&self, fold: Fold, mark: u8) -> bool {
        self.0.get(place(fold)).is_some_and(|marks| marks & mark != 0)
    }

    fn marks(&mut self, fold: Fold) -> &mut u8 {
        let place = place(fold);
        while self.0.len() <= place {
            self.0.push(0);
        }
        &mut self.0[place]
    }

    /// Opens a thing, or closes it; what is closed keeps its inside.
    pub fn turn(&mut self, fold: Fold, is_open: bool) {
        let marks = self.marks(fold);
        *marks = if is_open { *marks | MADE | OPEN } else { *marks & MADE };
    }

    /// Opens what has been found inside; what the last search or filter has opened closes.
    pub fn follow(&mut self, found: &[Fold]) {
        for marks in self.0.iter_mut().filter(|marks| **marks & FOUND != 0) {
            *marks = MADE;
        }
        for fold in found {
            let marks = self.marks(*fold);
            if *marks & OPEN == 0 {
                *marks = MADE | OPEN | FOUND;
            }
        }
    }

    /// Forgets the insides that nobody sees: another card is made.
    pub fn leave(&mut self) {
        for marks in self.0.iter_mut().filter(|marks| **marks == MADE) {
            *marks = 0;
        }
    }
}

/// Where a thing stands among all: parts of the overview first, then entries and lines of profiles in turn.
fn place(fold: Fold) -> usize {
    match fold {
        Fold::Points => 0,
        Fold::Milestones => 1,
        Fold::Shared(pillar) => 2 + pillar as usize,
        Fold::Fact(id) => 8 + 2 * id.0 as usize,
        Fold::Profile(id, line) => 9 + 2 * (16 * id.0 as usize + line % 16),
    }
}
