//! Which facts the reader has chosen to see, and how many that leaves.

use super::State;
use crate::model::{About, Dataset, InitiativeId, Pillar};

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

/// What the choices leave, counted fact by fact.
pub fn left(dataset: &Dataset, state: &State) -> Vec<usize> {
    if !state.is_narrow() {
        return Vec::new();
    }
    let all = dataset.country_ids().map(About::Country).chain([About::Asean]);
    all.map(|about| dataset.facts_about(about).iter().filter(|id| state.admits(dataset, **id)).count()).collect()
}
