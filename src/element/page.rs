//! What comes from the page and goes back to it: attributes, the address, DOM events.

use super::{Border, known};
use crate::{
    model::{Lang, Pillar},
    state::{self, Event, Filter, Level, Setting, THEMES, Target, Via},
    view::Words,
};

impl Border {
    pub fn set(&self, setting: Setting, value: Option<&str>) -> Option<String> {
        let known = self.set_known(setting, value);
        // The map's own answer to the reader comes round as an attribute: nothing new, so nothing to draw.
        if self.live.borrow().state.unknown[setting as usize] == known {
            self.handle(Event::Setting(setting, known));
        }
        let words = Words(self.live.borrow().state.lang);
        (!known).then(|| words.unknown(setting))
    }

    /// Whether the value is known.
    fn set_known(&self, setting: Setting, value: Option<&str>) -> bool {
        match setting {
            Setting::Lang => {
                let lang = Lang::of_tag(value.unwrap_or_default());
                self.handle(Event::Lang(lang.unwrap_or_default()));
                // Only what the element itself asks for can be asked in vain.
                lang.is_some() || !self.host.has_attribute("lang")
            }
            Setting::Country => self.open(value, Via::Attribute),
            Setting::Pillar => {
                let pillar = value.and_then(Pillar::of_slug);
                self.show_pillar(pillar);
                value.is_none() || pillar.is_some()
            }
            // The style follows it.
            Setting::Theme => value.is_none_or(|value| THEMES.contains(&value)),
            Setting::Level => {
                let level = value.and_then(Level::of_name);
                self.handle(Event::Level(level.unwrap_or_default()));
                value.is_none() || level.is_some()
            }
        }
    }

    fn show_pillar(&self, wanted: Option<Pillar>) {
        let current = {
            let live = self.live.borrow();
            live.state.filter.pillar(&live.dataset)
        };
        if wanted != current {
            self.handle(Event::Filter(wanted.map_or(Filter::All, Filter::Pillar)));
        }
    }

    /// Whether the address leads somewhere: to what it names, or back to what was open first.
    pub fn hash(&self, hash: &str) -> bool {
        let (target, first, open) = {
            let live = self.live.borrow();
            if live.state.address.is_empty() {
                return false;
            }
            (state::parse(&live.dataset, &live.state.address, hash), live.first, live.state.country)
        };
        let wanted = match target {
            Some(Target::Fact(id)) => {
                self.handle(Event::Fact(id));
                return true;
            }
            Some(Target::Country(id)) => Some(id),
            None if hash.is_empty() => first,
            None => return false,
        };
        if wanted != open {
            self.handle(Event::Country(wanted, Via::Hash));
        }
        wanted != open || target.is_some()
    }

    /// The address names what is open.
    pub fn push_address(&self) {
        let hash = {
            let live = self.live.borrow();
            if live.state.address.is_empty() {
                return;
            }
            let target = live.state.country.map(Target::Country);
            target.map_or(String::new(), |target| state::hash(&live.dataset, &live.state.address, target))
        };
        self.shell.go(&hash);
    }

    /// Tells the page what has changed since it was last told.
    pub fn announce(&self, via: Via) {
        let (country, pillar) = known(&self.live.borrow());
        let told = (country.clone(), pillar);
        let (old_country, old_pillar) = std::mem::replace(&mut self.live.borrow_mut().told, told);
        if country != old_country {
            self.shell.selected(country.as_deref(), via.slug());
        }
        if pillar != old_pillar {
            self.shell.filtered(pillar.map(Pillar::slug));
        }
    }

    pub fn ready(&self) {
        let lang = self.live.borrow().state.lang;
        self.shell.ready(lang.tag());
    }
}
