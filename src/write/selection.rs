//! What a reader takes along: facts of one country or of all, and where they lead back to.

use super::phrases::{Phrases, phrases};
use crate::{
    model::{About, CountryId, Dataset, Date, Fact, FactId, Lang, Pillar},
    state::{Target, hash},
    view::{Word, Words, country_page, date, folder},
};

/// A choice of facts, in the order in which they are taken along.
pub struct Selection {
    pub dataset: Dataset,
    pub lang: Lang,
    /// The country whose card is open; `None` is the overview, and all countries.
    pub country: Option<CountryId>,
    pub facts: Vec<FactId>,
    /// The page's address, without what stands behind `#`.
    pub page: String,
    /// The name by which that address knows the map; empty where it has none.
    pub name: String,
}

impl Selection {
    /// Takes the facts with these ids; what the dataset lacks is left out.
    pub fn of_ids<'i>(mut self, ids: impl Iterator<Item = &'i str>) -> Selection {
        self.facts = ids.filter_map(|id| self.dataset.fact(id)).collect();
        self
    }

    pub(super) fn words(&self) -> Words {
        Words(self.lang)
    }

    pub(super) fn phrases(&self) -> &'static Phrases {
        phrases(self.lang)
    }

    /// The address that opens the fact, or what is open, in this language.
    pub fn link(&self, fact: Option<FactId>) -> String {
        let target = fact.map(Target::Fact).or(self.country.map(Target::Country));
        let hash = target
            .filter(|_| !self.name.is_empty())
            .map(|target| hash(&self.dataset, &["#", &self.name].concat(), target));
        [&*self.page, &hash.unwrap_or_default()].concat()
    }

    /// The address of the open country's own page, from the folder of the build at `at`; none where what is shown is
    /// another edition than the build's.
    pub fn page_of_country(&self, at: &str) -> Option<String> {
        let is_built = [&*self.dataset.id, " ", &self.dataset.version].concat() == env!("EDITION");
        let country = self.country.filter(|_| is_built)?;
        Some([at, folder(self.lang), &country_page(&self.dataset[country].code)].concat())
    }

    /// "As of 6 July 2021".
    pub fn as_of(&self) -> String {
        let [before, after] = [0, 1].map(|place| self.words().part(Word::AsOf, place));
        [before, &self.date(self.dataset.as_of), after].concat()
    }

    /// "edition 1".
    pub fn edition(&self) -> String {
        [self.phrases().edition, &self.dataset.version].concat()
    }

    /// A date in words.
    pub fn date(&self, when: Date) -> String {
        let mut text = String::new();
        date(&mut text, self.lang, when, false);
        text
    }

    pub fn pillar(&self, fact: &Fact) -> Pillar {
        self.dataset[fact.initiative].pillar
    }

    /// The code of the country that a fact is about, and its name.
    pub fn about(&self, fact: &Fact) -> (&str, &str) {
        match fact.about {
            About::Asean => ("ASEAN", self.phrases().asean),
            About::Country(id) => (&self.dataset[id].code, self.dataset[id].short.get(self.lang)),
        }
    }

    /// The fact's summary, and what has been put right in it since.
    pub fn summary(&self, id: FactId) -> String {
        let mut text = self.dataset[id].summary.get(self.lang).to_owned();
        for correction in self.dataset.corrections.iter().filter(|correction| correction.fact == id) {
            let (word, day) = (self.words().get(Word::Correction), self.date(correction.date));
            text.extend([" (", word, ", ", &day, ": ", correction.note.get(self.lang), ")"]);
        }
        text
    }

    /// Under which name a file is saved: the dataset, its edition, the country, the language.
    pub fn file(&self, extension: &str) -> String {
        let plain = |letter: char| if letter.is_ascii_alphanumeric() || letter == '.' { letter } else { '-' };
        let version: String = self.dataset.version.chars().map(plain).collect();
        let country = self.country.map_or("all", |id| &self.dataset[id].code);
        [&*self.dataset.id, &version, country, self.lang.tag()].join("-") + "." + extension
    }
}
