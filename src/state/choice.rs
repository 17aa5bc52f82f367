//! Which facts the reader has chosen to see, and how many that leaves.

use super::State;
use crate::model::{About, Dataset, FactId, InitiativeId, Pillar};

/// Which facts are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    #[default]
    All,
    Pillar(Pillar),
    Initiative(InitiativeId),
}

impl Filter {
    /// The pillar that the filter lies in.
    pub fn pillar(self, dataset: &Dataset) -> Option<Pillar> {
        match self {
            Filter::All => None,
            Filter::Pillar(pillar) => Some(pillar),
            Filter::Initiative(id) => Some(dataset[id].pillar),
        }
    }

    pub fn admits(self, dataset: &Dataset, initiative: InitiativeId) -> bool {
        match self {
            Filter::All => true,
            Filter::Pillar(pillar) => dataset[initiative].pillar == pillar,
            Filter::Initiative(id) => id == initiative,
        }
    }
}

/// Years of which facts are shown; both ends are among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    pub from: u16,
    pub to: u16,
}

impl Years {
    pub const ALL: Years = Years { from: 0, to: u16::MAX };

    pub fn admit(self, year: u16) -> bool {
        self.from <= year && year <= self.to
    }
}

impl Default for Years {
    fn default() -> Years {
        Years::ALL
    }
}

/// Counts fact by fact what the choices leave about each country, and what filter and search leave of each year.
pub fn count(dataset: &Dataset, state: &mut State) {
    let (mut left, mut per_year) = (Vec::new(), Vec::new());
    left.resize(dataset.countries.len() + 1, 0);
    for (index, fact) in dataset.facts.iter().enumerate() {
        let year = fact.date.year();
        let slot = usize::from(year - dataset.years[0]);
        while per_year.len() <= slot {
            per_year.push(0);
        }
        if state.suits(dataset, FactId(index as u32)) {
            per_year[slot] += 1;
            left[place(dataset, fact.about)] += usize::from(state.years.admit(year));
        }
    }
    (state.left, state.per_year) = (left, per_year);
}

/// Where what is left about a country, or about all, is counted.
pub fn place(dataset: &Dataset, about: About) -> usize {
    if let About::Country(id) = about { id.0 as usize } else { dataset.countries.len() }
}
