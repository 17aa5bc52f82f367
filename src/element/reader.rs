//! What the reader does: clicks, keys, choices, words to search for.

use super::Border;
use crate::{
    model::Pillar,
    state::{self, Event, Filter, Fold, Key, State, Via},
};
use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement, KeyboardEvent, MouseEvent, PointerEvent};

/// Where the reading of what is open begins.
const HEADING: &str = "[data-heading]";

/// Takes an event; those of other kinds are asked for what they have besides.
type Handler = fn(&Border, &MouseEvent);

static HANDLERS: [(&str, Handler); 6] = [
    ("click", Border::click),
    ("focusin", Border::stop),
    ("keydown", Border::key),
    ("change", Border::change),
    ("input", Border::input),
    ("toggle", Border::toggle),
];

/// The listeners of a map, on its shadow root.
pub fn listeners(at: &Rc<Border>) -> [EventListener; 6] {
    HANDLERS.map(|(name, handle)| {
        let at = at.clone();
        // On the way down, since `toggle` does not bubble.
        let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
        EventListener::new_with_options(&at.root.clone(), name, options, move |event| {
            handle(&at, event.unchecked_ref())
        })
    })
}

/// The control that an event has hit.
fn closest(event: &MouseEvent, selector: &str) -> Option<Element> {
    event.target()?.unchecked_ref::<Element>().closest(selector).ok()?
}

/// What an event has done here, it does nowhere else: neither the browser nor the page answers to it.
fn spend(event: &MouseEvent) {
    event.prevent_default();
    event.stop_propagation();
}

/// Keys of the browser or the system are held down. A keyboard event has the same fields.
fn is_modified(event: &MouseEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.alt_key()
}

/// A click that no pointer has made. Of a link opened with Enter, Firefox tells so by the pointer's id alone.
fn is_by_keyboard(event: &MouseEvent) -> bool {
    event.detail() == 0 || event.unchecked_ref::<PointerEvent>().pointer_id() < 0
}

/// What has a value, `select` too.
fn field(element: &Element) -> &HtmlInputElement {
    element.unchecked_ref()
}

impl Border {
    pub fn find(&self, selector: &str) -> Option<Element> {
        self.root.query_selector(selector).ok()?
    }

    fn focus(&self, selector: &str) {
        if let Some(element) = self.find(selector) {
            // SVG elements have `focus` too (HTML Standard, HTMLOrSVGElement).
            let _ = element.unchecked_ref::<HtmlElement>().focus();
        }
    }

    /// Brings what the address names into view, or, where that is the overview, the way back into the card that was open;
    /// `focus`, the reading goes on there.
    pub fn arrive(&self, focus: bool) {
        let (is_fact, country) = {
            let State { fact, country, .. } = self.live.borrow().state;
            (fact.is_some(), country)
        };
        let back = self.live.borrow().back.clone();
        let (seen, read) = match (is_fact, country) {
            (true, _) => ("[part=fact][aria-current]", "[part=fact][aria-current]>summary"),
            (_, Some(_)) => (HEADING, HEADING),
            (_, None) => ("", &*back),
        };
        if focus {
            self.focus(read);
        }
        self.reveal(seen);
    }

    /// Brings an element into view, if it is not; the style leaves room for what follows it.
    pub fn reveal(&self, selector: &str) {
        if let Some(element) = self.find(selector) {
            self.shell.reveal(&element);
        }
    }

    /// A search that is being typed is left alone: its letters may still change under the reader's hands.
    pub fn fill_in(&self) {
        if let Some(search) = self.find("#search") {
            let live = self.live.borrow();
            if field(&search).value() != live.state.search.text {
                field(&search).set_value(&live.state.search.text);
            }
        }
    }

    fn click(&self, event: &MouseEvent) {
        let Some(hit) = closest(event, "a[data-country],button,summary") else { return };
        if is_modified(event) || event.shift_key() || event.button() != 0 || event.default_prevented() {
            return;
        }
        if let Some(fold) = hit.parent_element().filter(|_| hit.local_name() == "summary") {
            return self.turn(event, &fold);
        }
        if let Some(code) = hit.get_attribute("data-country") {
            event.prevent_default();
            let via = if hit.get_attribute("part").as_deref() == Some("country") { Via::Map } else { Via::List };
            return self.choose(&code, via, is_by_keyboard(event));
        }
        match (hit.get_attribute("data-filter"), hit.get_attribute("data-action").as_deref()) {
            (Some(slug), _) => self.filter_by(&slug),
            (_, Some("all")) => {
                self.handle(Event::All);
                self.focus(HEADING);
            }
            (_, Some("close")) => self.close(),
            (_, Some("find")) => self.find_more(),
            (_, Some("download")) => {
                let is_saving = self.live.borrow().state.saving;
                self.handle(Event::Saving(!is_saving));
            }
            (_, Some("open-all")) => self.handle(Event::FoldAll),
            (_, Some("skip")) => {
                self.handle(Event::End(true));
                self.focus("[data-end]");
            }
            _ => {}
        }
    }

    /// Opens what is closed, together with what is made inside, or closes it.
    fn turn(&self, event: &MouseEvent, details: &Element) {
        if let Some(fold) = self.fold(details) {
            event.prevent_default();
            self.handle(Event::Fold(fold, !details.has_attribute("open")));
        }
    }

    /// The browser, or a script of the page, has opened or closed something by itself.
    fn toggle(&self, event: &MouseEvent) {
        let Some(details) = closest(event, "details") else { return };
        let is_open = details.has_attribute("open");
        let Some(fold) = self.fold(&details) else { return };
        let is_known = {
            let state = &self.live.borrow().state;
            state.is_paper || state.folds.is_open(fold) == is_open
        };
        if !is_known {
            self.handle(Event::Fold(fold, is_open));
        }
    }

    /// What a `details` of ours shows; none for the cards of a snippet, which open and close by themselves, and for a sheet
    /// that is printed.
    fn fold(&self, details: &Element) -> Option<Fold> {
        if details.closest(".cards,.sheet").ok()?.is_some() {
            return None;
        }
        let live = self.live.borrow();
        if let Some(id) = details.get_attribute("data-fact") {
            return live.dataset.fact(&id).map(Fold::Fact);
        }
        let key = details.get_attribute("data-key")?;
        Fold::of_key(live.state.country, &key)
    }

    /// Opens what stands for finding, or closes it; where it is in use it stays, and the reader goes there.
    fn find_more(&self) {
        let (is_searching, finding) = {
            let state = &self.live.borrow().state;
            (state.is_searching(), state.finding)
        };
        if is_searching { self.focus("#search") } else { self.handle(Event::Finding(!finding)) }
    }

    /// The reader opens a card: by keyboard the reading goes on there, by pointer it comes into view.
    fn choose(&self, code: &str, via: Via, keyboard: bool) {
        self.live.borrow_mut().opener = if keyboard { via } else { Via::List };
        self.open(Some(code), via);
        self.push_address();
        if keyboard { self.focus(HEADING) } else { self.reveal(HEADING) }
    }

    /// Back to the overview, and to the control that opened the card.
    fn close(&self) {
        let back = {
            let live = self.live.borrow();
            live.state.country.map(|_| live.back.clone())
        };
        let Some(back) = back else { return };
        self.open(None, Via::Card);
        self.push_address();
        self.focus(&back);
    }

    fn filter_by(&self, slug: &str) {
        let filter = {
            let live = self.live.borrow();
            let initiative = live.dataset.initiative(slug).map(Filter::Initiative);
            initiative.or(Pillar::of_slug(slug).map(Filter::Pillar)).unwrap_or_default()
        };
        self.handle(Event::FilterBy(filter));
    }

    fn change(&self, event: &MouseEvent) {
        let Some(select) = closest(event, "select[data-filter]") else { return };
        let place = select.unchecked_ref::<HtmlSelectElement>().selected_index() as usize;
        let year = self.live.borrow().dataset.years.get(place).copied();
        match (select.get_attribute("data-filter").as_deref(), year) {
            (Some("from"), Some(year)) => self.handle(Event::From(year)),
            (Some("to"), Some(year)) => self.handle(Event::To(year)),
            _ => self.filter_by(&field(&select).value()),
        }
    }

    fn input(&self, event: &MouseEvent) {
        if let Some(search) = closest(event, "input") {
            self.handle(Event::Search(field(&search).value()));
        }
    }

    /// The tab stop of the map goes with the focus, which a press moves before the click: to change it together with the
    /// card would have the browser lay out the page twice.
    fn stop(&self, event: &MouseEvent) {
        let at_end = self.live.borrow().state.at_end;
        if at_end && closest(event, "[data-end]").is_none() {
            self.handle(Event::End(false));
        }
        let to = {
            let live = self.live.borrow();
            let code = closest(event, "a[part=country]").and_then(|link| link.get_attribute("data-country"));
            code.and_then(|code| live.dataset.country(&code)).filter(|to| live.state.stop != Some(*to))
        };
        if let Some(to) = to {
            self.handle(Event::Stop(to));
        }
    }

    /// Clears the search where the reader is at it, else closes the card, else clears the search.
    fn escape(&self, event: &MouseEvent) {
        let (open, searched) = {
            let State { country, search, .. } = &self.live.borrow().state;
            (country.is_some(), !search.text.is_empty())
        };
        if searched && (!open || closest(event, "input").is_some()) {
            spend(event);
            self.handle(Event::Search(String::new()));
        } else if open {
            spend(event);
            self.close();
        }
    }

    fn key(&self, event: &MouseEvent) {
        let pressed = event.unchecked_ref::<KeyboardEvent>();
        if is_modified(event) || pressed.is_composing() {
            return;
        }
        let key = pressed.key();
        if key == "Escape" {
            return self.escape(event);
        }
        let Some(link) = closest(event, "a[part=country]") else { return };
        let code = link.get_attribute("data-country").unwrap_or_default();
        if key == " " {
            spend(event);
            return self.choose(&code, Via::Map, true);
        }
        let to = {
            let live = self.live.borrow();
            live.dataset
                .country(&code)
                .zip(Key::of_name(&key))
                .map(|(from, key)| state::moved(&live.dataset, from, key))
        };
        if let Some(to) = to {
            spend(event);
            self.handle(Event::Stop(to));
            self.focus("a[part=country][tabindex=\"0\"]");
        }
    }
}
