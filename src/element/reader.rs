//! What the reader does: clicks, keys, choices, words to search for.

use super::{Border, page::plain};
use crate::{
    model::{Date, Pillar},
    state::{self, Event, Filter, Key, State, Via},
};
use gloo_events::{EventListener, EventListenerOptions};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent, PointerEvent};

/// The listeners of a map, on its shadow root.
pub fn listeners(at: &Rc<Border>) -> [EventListener; 5] {
    let on = |name: &'static str, handle: fn(&Border, &MouseEvent)| {
        let at = at.clone();
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&at.root.clone(), name, options, move |event| {
            handle(&at, event.unchecked_ref())
        })
    };
    [
        on("click", Border::click),
        on("focusin", Border::stop),
        on("keydown", Border::key),
        on("change", Border::change),
        on("input", Border::input),
    ]
}

/// The control that an event has hit.
fn closest(event: &MouseEvent, selector: &str) -> Option<Element> {
    event.target()?.unchecked_ref::<Element>().closest(selector).ok()?
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

    /// Brings an element into view, if it is not; the style leaves room for what follows it.
    pub fn reveal(&self, selector: &str) {
        if let Some(element) = self.find(selector) {
            let options = plain(&[("block", "nearest".into())]);
            element.scroll_into_view_with_scroll_into_view_options(options.unchecked_ref());
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
        let Some(hit) = closest(event, "a[data-country],:not(.tools)>button") else { return };
        if is_modified(event) || event.shift_key() || event.button() != 0 || event.default_prevented() {
            return;
        }
        event.prevent_default();
        if let Some(code) = hit.get_attribute("data-country") {
            let via = if hit.get_attribute("part").as_deref() == Some("country") { Via::Map } else { Via::List };
            return self.choose(&code, via, is_by_keyboard(event));
        }
        match (hit.get_attribute("data-filter"), hit.get_attribute("data-action").as_deref()) {
            (Some(slug), _) => self.filter_by(&slug),
            (_, Some("all")) => {
                self.handle(Event::All);
                self.focus("[data-heading]");
            }
            _ => self.close(),
        }
    }

    /// The reader opens a card: by keyboard the reading goes on there, by pointer it comes into view.
    fn choose(&self, code: &str, via: Via, keyboard: bool) {
        self.live.borrow_mut().opener = if keyboard { via } else { Via::List };
        self.open(Some(code), via);
        self.push_address();
        if keyboard { self.focus("[data-heading]") } else { self.reveal("[data-heading]") }
    }

    /// Back to the overview, and to the control that opened the card.
    fn close(&self) {
        let (opener, code) = {
            let live = self.live.borrow();
            (live.opener, live.state.country.map(|id| live.dataset[id].code.clone()))
        };
        let Some(code) = code else { return };
        self.open(None, Via::Card);
        self.push_address();
        let part = if opener == Via::Map { "country" } else { "list-item" };
        self.focus(&["a[part=", part, "][data-country=", &code, "]"].concat());
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
        let value = field(&select).value();
        let year = Date::parse(&value).map(Date::year);
        match (select.get_attribute("data-filter").as_deref(), year) {
            (Some("from"), Some(year)) => self.handle(Event::From(year)),
            (Some("to"), Some(year)) => self.handle(Event::To(year)),
            _ => self.filter_by(&value),
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
            event.prevent_default();
            self.handle(Event::Search(String::new()));
        } else {
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
            event.prevent_default();
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
            event.prevent_default();
            self.handle(Event::Stop(to));
            self.focus("a[part=country][tabindex=\"0\"]");
        }
    }
}
