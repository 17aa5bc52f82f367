//! What the reader does: clicks, keys, choices.

use super::{Border, page::plain};
use crate::{
    model::Pillar,
    state::{self, Event, Filter, Key, Via},
};
use gloo_events::{EventListener, EventListenerOptions};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlSelectElement, KeyboardEvent, MouseEvent, PointerEvent};

/// The listeners of a map, on its shadow root.
pub fn listeners(at: &Rc<Border>) -> [EventListener; 3] {
    let on = |name: &'static str, handle: fn(&Border, &MouseEvent)| {
        let at = at.clone();
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&at.root.clone(), name, options, move |event| {
            handle(&at, event.unchecked_ref())
        })
    };
    [on("click", Border::click), on("keydown", Border::key), on("change", Border::change)]
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

    /// A reader's own choice outweighs the `selected` attribute, so the value is set as well.
    pub fn choose_option(&self) {
        if let Some(select) = self.find("select[data-filter]") {
            let live = self.live.borrow();
            let chosen = match live.state.filter {
                Filter::Initiative(id) => &*live.dataset[id].id,
                _ => "",
            };
            select.unchecked_ref::<HtmlSelectElement>().set_value(chosen);
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
        match hit.get_attribute("data-filter") {
            Some(slug) => self.filter_by(&slug),
            None => self.close(),
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
        if let Some(select) = closest(event, "select[data-filter]") {
            self.filter_by(&select.unchecked_ref::<HtmlSelectElement>().value());
        }
    }

    fn key(&self, event: &MouseEvent) {
        if is_modified(event) {
            return;
        }
        let key = event.unchecked_ref::<KeyboardEvent>().key();
        if key == "Escape" && self.live.borrow().state.country.is_some() {
            return self.close();
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
