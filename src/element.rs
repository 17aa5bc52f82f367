//! The border to JavaScript: what the page sets and the reader does becomes an `Event`; what has changed goes out as
//! nodes, attributes, the address and DOM events.

use crate::{
    data,
    model::{CountryId, Dataset, Lang, Pillar},
    state::{self, Event, Filter, Key, Level, State, Target, Theme, Via, update},
    view::{Markup, view},
    write::dom::patch,
};
use gloo_events::{EventListener, EventListenerOptions};
use serde::Serialize;
use std::{
    cell::{Cell, OnceCell, RefCell},
    rc::Rc,
};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{
    CustomEvent, CustomEventInit, Document, Element, HtmlElement, HtmlSelectElement, KeyboardEvent, MouseEvent,
    ShadowRoot, Window,
};

thread_local! {
    /// The edition in the build is read once for all maps of a page.
    static EMBEDDED: OnceCell<Rc<Dataset>> = const { OnceCell::new() };
}

/// One map on the page. Dropping it removes its listeners.
#[wasm_bindgen]
pub struct Map {
    at: Rc<Border>,
    _listeners: [EventListener; 3],
}

struct Border {
    host: HtmlElement,
    root: ShadowRoot,
    window: Window,
    document: Document,
    engine: String,
    live: RefCell<Live>,
    painting: Cell<bool>,
    stale: Cell<bool>,
}

/// What changes while the map is on the page.
struct Live {
    dataset: Rc<Dataset>,
    /// The JSON of `dataset`; `None` is the edition in the build.
    text: Option<String>,
    state: State,
    shown: Markup,
    painted: bool,
    /// What the page knows of the state.
    told: Known,
    /// Where the focus goes back to when the card closes.
    opener: Via,
    /// What an empty address leads to.
    first: Option<CountryId>,
    theme: Theme,
    /// The page's own mode, which `theme="auto"` follows.
    mode: Theme,
}

/// The open country's code and the filter's pillar, as the page was told them.
type Known = (Option<Box<str>>, Option<Pillar>);

#[derive(Serialize)]
struct Ready<'a> {
    engine: &'a str,
    lang: &'a str,
}

#[derive(Serialize)]
struct Selected<'a> {
    country: Option<&'a str>,
    via: &'a str,
}

#[derive(Serialize)]
struct Filtered<'a> {
    pillar: Option<&'a str>,
}

fn plain(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    value.serialize(&serializer).map_err(JsValue::from)
}

fn embedded() -> Result<Rc<Dataset>, JsValue> {
    EMBEDDED.with(|kept| match kept.get() {
        Some(dataset) => Ok(dataset.clone()),
        None => {
            let dataset = data::read(data::EMBEDDED).map_err(|_| JsValue::from("the embedded dataset is broken"))?;
            Ok(kept.get_or_init(|| Rc::new(dataset)).clone())
        }
    })
}

#[wasm_bindgen]
impl Map {
    /// A map that shows nothing yet. `engine` is what `map-ready` reports.
    ///
    /// # Errors
    /// When there is no window, or the build is broken.
    #[wasm_bindgen(constructor)]
    pub fn new(host: HtmlElement, root: ShadowRoot, engine: String) -> Result<Map, JsValue> {
        let window = web_sys::window().ok_or("no window")?;
        let document = window.document().ok_or("no document")?;
        let live = Live {
            dataset: embedded()?,
            text: None,
            state: State::default(),
            shown: Markup::default(),
            painted: false,
            told: Known::default(),
            opener: Via::List,
            first: None,
            theme: Theme::Auto,
            mode: Theme::Auto,
        };
        let (live, painting, stale) = (RefCell::new(live), Cell::default(), Cell::default());
        let at = Rc::new(Border { host, root, window, document, engine, live, painting, stale });
        let _listeners = [
            listen(&at, "click", |at, event| event.dyn_ref().map_or(Ok(()), |event| at.click(event))),
            listen(&at, "keydown", |at, event| event.dyn_ref().map_or(Ok(()), |event| at.key(event))),
            listen(&at, "change", |at, event| at.change(event)),
        ];
        Ok(Map { at, _listeners })
    }

    /// Takes an attribute, or `mode` and `name`; `false` for a value that is not known, which means the default.
    ///
    /// # Errors
    /// Whatever the document throws.
    pub fn set(&self, attribute: &str, value: Option<String>) -> Result<bool, JsValue> {
        self.at.set(attribute, value.as_deref())
    }

    /// Paints for the first time.
    ///
    /// # Errors
    /// Whatever the document throws.
    pub fn start(&self) -> Result<(), JsValue> {
        {
            let mut live = self.at.live.borrow_mut();
            live.painted = true;
            live.first = live.state.country;
            live.told = known(&live);
        }
        self.at.root.set_text_content(None);
        self.at.paint()?;
        self.at.ready()
    }

    /// Follows the page's address; `true` when it names a fact, which the page then has to `reveal`.
    ///
    /// # Errors
    /// Whatever the document throws.
    pub fn hash(&self, hash: &str) -> Result<bool, JsValue> {
        self.at.hash(hash)
    }

    /// Brings the fact that the address names into view.
    ///
    /// # Errors
    /// Whatever the document throws.
    pub fn reveal(&self) -> Result<(), JsValue> {
        self.at.reveal("[part=fact][aria-current]")
    }

    /// Shows another dataset, given as JSON that the desk has passed.
    ///
    /// # Errors
    /// Whatever the document throws.
    pub fn show(&self, text: String) -> Result<(), JsValue> {
        let dataset = data::read(&text).map_err(|_| JsValue::from("the dataset has not been checked"))?;
        self.at.replace(Rc::new(dataset), Some(text))
    }

    /// Says why a dataset that was offered is not shown: issues as the desk gives them. The last good one stays.
    ///
    /// # Errors
    /// Whatever the document throws.
    pub fn report(&self, issues: &str) -> Result<(), JsValue> {
        self.at.handle(Event::Issues(data::notices(issues)))
    }

    /// Goes back to the edition in the build.
    ///
    /// # Errors
    /// Whatever the document throws.
    pub fn restore(&self) -> Result<(), JsValue> {
        self.at.replace(embedded()?, None)
    }

    /// The JSON of the dataset that is shown.
    pub fn text(&self) -> String {
        self.at.live.borrow().text.clone().unwrap_or_else(|| data::EMBEDDED.to_owned())
    }

    /// Opens a country's card, or the overview; `false` for a code that the dataset lacks.
    ///
    /// # Errors
    /// Whatever the document throws.
    pub fn select(&self, code: Option<String>) -> Result<bool, JsValue> {
        self.at.open(code.as_deref(), Via::Method)
    }
}

fn known(live: &Live) -> Known {
    let country = live.state.country.map(|id| live.dataset[id].code.clone());
    (country, live.state.filter.pillar(&live.dataset))
}

type Handler = fn(&Border, &web_sys::Event) -> Result<(), JsValue>;

/// An error while an event is handled has no caller to go to: the page's own error event takes it.
fn listen(at: &Rc<Border>, name: &'static str, handle: Handler) -> EventListener {
    let border = at.clone();
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&at.root, name, options, move |event| {
        if let Err(error) = handle(&border, event) {
            wasm_bindgen::throw_val(error);
        }
    })
}

impl Border {
    /// The one road: state, nodes, attributes, DOM events.
    fn handle(&self, event: Event) -> Result<(), JsValue> {
        let via = if let Event::Country(_, via) = event { via } else { Via::Hash };
        {
            let live = &mut *self.live.borrow_mut();
            let new = update(&live.dataset, live.state.clone(), event);
            let same = new == live.state;
            live.state = new;
            if !live.painted || same {
                return Ok(());
            }
        }
        self.paint()?;
        self.announce(via)
    }

    /// Tells the page what has changed since it was last told.
    fn announce(&self, via: Via) -> Result<(), JsValue> {
        let (country, pillar) = known(&self.live.borrow());
        let told = (country.clone(), pillar);
        let (old_country, old_pillar) = std::mem::replace(&mut self.live.borrow_mut().told, told);
        if country != old_country {
            self.reflect("country", country.as_deref())?;
            self.tell("map-select", &Selected { country: country.as_deref(), via: via.slug() })?;
        }
        if pillar != old_pillar {
            let pillar = pillar.map(Pillar::slug);
            self.reflect("pillar", pillar)?;
            self.tell("map-filter", &Filtered { pillar })?;
        }
        Ok(())
    }

    /// A node that goes away with the focus tells the page, whose listeners may come back here before the paint is
    /// done: then it is painted again.
    fn paint(&self) -> Result<(), JsValue> {
        self.stale.set(true);
        if self.painting.replace(true) {
            return Ok(());
        }
        let mut result = Ok(());
        while result.is_ok() && self.stale.replace(false) {
            result = self.paint_once();
        }
        self.painting.set(false);
        result
    }

    fn paint_once(&self) -> Result<(), JsValue> {
        let (shown, markup) = {
            let mut live = self.live.borrow_mut();
            (std::mem::take(&mut live.shown), view(&live.dataset, &live.state))
        };
        patch(&self.document, &self.root, &shown, &markup)?;
        self.live.borrow_mut().shown = markup;
        self.choose_option()
    }

    /// A reader's own choice outweighs the `selected` attribute, so the value is set as well.
    fn choose_option(&self) -> Result<(), JsValue> {
        if let Some(select) = self.find("select[data-filter]")? {
            let live = self.live.borrow();
            let chosen = match live.state.filter {
                Filter::Initiative(id) => &*live.dataset[id].id,
                _ => "",
            };
            select.unchecked_ref::<HtmlSelectElement>().set_value(chosen);
        }
        Ok(())
    }

    fn ready(&self) -> Result<(), JsValue> {
        let lang = self.live.borrow().state.lang.tag();
        self.tell("map-ready", &Ready { engine: &self.engine, lang })
    }

    fn tell(&self, name: &str, detail: &impl Serialize) -> Result<(), JsValue> {
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_detail(&plain(detail)?);
        let event = CustomEvent::new_with_event_init_dict(name, &init)?;
        self.host.dispatch_event(&event).map(|_| ())
    }

    fn reflect(&self, attribute: &str, value: Option<&str>) -> Result<(), JsValue> {
        match value {
            Some(value) => self.host.set_attribute(attribute, value),
            None => self.host.remove_attribute(attribute),
        }
    }

    fn set(&self, attribute: &str, value: Option<&str>) -> Result<bool, JsValue> {
        match attribute {
            "country" => return self.open(value, Via::Attribute),
            "pillar" => return self.show_pillar(value),
            "lang" => self.handle(Event::Lang(Lang::of_tag(value.unwrap_or_default())))?,
            "name" => self.handle(Event::Name(value.unwrap_or_default().to_owned()))?,
            "heading-level" => {
                let level = value.and_then(|value| value.parse().ok()).and_then(Level::new);
                self.handle(Event::Level(level.unwrap_or_default()))?;
                return Ok(value.is_none() || level.is_some());
            }
            "theme" => {
                let theme = value.map(Theme::of_slug);
                self.live.borrow_mut().theme = theme.flatten().unwrap_or_default();
                self.follow_theme()?;
                return Ok(theme != Some(None));
            }
            "mode" => {
                let mode =
                    if value == Some("high-contrast") { Some(Theme::Contrast) } else { value.and_then(Theme::of_slug) };
                self.live.borrow_mut().mode = mode.unwrap_or_default();
                self.follow_theme()?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn follow_theme(&self) -> Result<(), JsValue> {
        let theme = {
            let live = self.live.borrow();
            if live.theme == Theme::Auto { live.mode } else { live.theme }
        };
        self.handle(Event::Theme(theme))
    }

    fn show_pillar(&self, slug: Option<&str>) -> Result<bool, JsValue> {
        let pillar = slug.map(Pillar::of_slug);
        let wanted = pillar.flatten();
        let current = {
            let live = self.live.borrow();
            live.state.filter.pillar(&live.dataset)
        };
        if wanted != current {
            self.handle(Event::Filter(wanted.map_or(Filter::All, Filter::Pillar)))?;
        }
        Ok(pillar != Some(None))
    }

    /// Opens a card or the overview; what is open already stays as it is, so reflected attributes go round once.
    fn open(&self, code: Option<&str>, via: Via) -> Result<bool, JsValue> {
        let wanted = code.map(|code| self.live.borrow().dataset.country(code));
        if wanted.flatten() != self.live.borrow().state.country {
            self.handle(Event::Country(wanted.flatten(), via))?;
        }
        Ok(wanted != Some(None))
    }

    fn hash(&self, hash: &str) -> Result<bool, JsValue> {
        let (target, first) = {
            let live = self.live.borrow();
            if live.state.name.is_empty() {
                return Ok(false);
            }
            (state::parse(&live.dataset, &live.state.name, hash), live.first)
        };
        match target {
            Some(Target::Country(id)) => self.handle(Event::Country(Some(id), Via::Hash))?,
            Some(Target::Fact(id)) => self.handle(Event::Fact(id))?,
            None if hash.is_empty() => self.handle(Event::Country(first, Via::Hash))?,
            None => {}
        }
        Ok(matches!(target, Some(Target::Fact(_))))
    }

    /// Another dataset; what was open, or what the page has asked for, opens where the new one has it.
    fn replace(&self, dataset: Rc<Dataset>, text: Option<String>) -> Result<(), JsValue> {
        let asked = self.host.get_attribute("country").map(String::into_boxed_str);
        {
            let live = &mut *self.live.borrow_mut();
            let old = std::mem::replace(&mut live.dataset, dataset);
            let new = &*live.dataset;
            let code = |id: CountryId| old[id].code.clone();
            let find = |code: Box<str>| new.country(&code);
            let country = live.state.country.map(code).or(asked).and_then(find);
            let filter = kept(live.state.filter, &old, new);
            live.text = text;
            live.first = live.first.map(code).and_then(find);
            let state = update(new, std::mem::take(&mut live.state), Event::Dataset);
            live.state = State { country, stop: country, filter, ..state };
            if !live.painted {
                return Ok(());
            }
        }
        self.paint()?;
        self.announce(Via::Method)?;
        self.ready()
    }

    fn find(&self, selector: &str) -> Result<Option<Element>, JsValue> {
        self.root.query_selector(selector)
    }

    fn focus(&self, selector: &str) -> Result<(), JsValue> {
        // SVG elements have `focus` too (HTML Standard, HTMLOrSVGElement).
        self.find(selector)?.map_or(Ok(()), |element| element.unchecked_ref::<HtmlElement>().focus())
    }

    /// Brings an element into view, if it is not.
    fn reveal(&self, selector: &str) -> Result<(), JsValue> {
        if let Some(element) = self.find(selector)? {
            let top = element.get_bounding_client_rect().top();
            let height = self.window.inner_height()?.as_f64().unwrap_or_default();
            if !(0.0..height * 0.8).contains(&top) {
                element.scroll_into_view();
            }
        }
        Ok(())
    }

    fn click(&self, event: &MouseEvent) -> Result<(), JsValue> {
        let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        let control = "a[data-country],button[data-filter],button[data-action]";
        let Some(hit) = closest(event, control)? else { return Ok(()) };
        if modified || event.button() != 0 || event.default_prevented() {
            return Ok(());
        }
        event.prevent_default();
        if let Some(code) = hit.get_attribute("data-country") {
            let via = if hit.has_attribute("aria-label") { Via::Map } else { Via::List };
            return self.choose(&code, via, event.detail() == 0);
        }
        match hit.get_attribute("data-filter") {
            Some(slug) => self.filter_by(&slug),
            None => self.close(),
        }
    }

    /// The reader opens a card: by keyboard the reading goes on there, by pointer it comes into view.
    fn choose(&self, code: &str, via: Via, keyboard: bool) -> Result<(), JsValue> {
        self.live.borrow_mut().opener = if keyboard { via } else { Via::List };
        self.open(Some(code), via)?;
        self.push_address()?;
        if keyboard { self.focus("[data-heading]") } else { self.reveal("[data-heading]") }
    }

    /// Back to the overview, and to the control that opened the card.
    fn close(&self) -> Result<(), JsValue> {
        let (opener, code) = {
            let live = self.live.borrow();
            (live.opener, live.state.country.map(|id| live.dataset[id].code.clone()))
        };
        let Some(code) = code else { return Ok(()) };
        self.open(None, Via::Card)?;
        self.push_address()?;
        let part = if opener == Via::Map { "country" } else { "list-item" };
        self.focus(&["a[part=", part, "][data-country=\"", &code, "\"]"].concat())
    }

    fn filter_by(&self, slug: &str) -> Result<(), JsValue> {
        let filter = {
            let live = self.live.borrow();
            let initiative = live.dataset.initiative(slug).map(Filter::Initiative);
            initiative.or(Pillar::of_slug(slug).map(Filter::Pillar)).unwrap_or_default()
        };
        self.handle(Event::FilterBy(filter))
    }

    fn change(&self, event: &web_sys::Event) -> Result<(), JsValue> {
        let Some(select) = closest(event, "select[data-filter]")? else { return Ok(()) };
        self.filter_by(&select.unchecked_ref::<HtmlSelectElement>().value())
    }

    fn key(&self, event: &KeyboardEvent) -> Result<(), JsValue> {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return Ok(());
        }
        if event.key() == "Escape" && self.live.borrow().state.country.is_some() {
            return self.close();
        }
        let Some(link) = closest(event, "a[part=country]")? else { return Ok(()) };
        let code = link.get_attribute("data-country").unwrap_or_default();
        if event.key() == " " {
            event.prevent_default();
            return self.choose(&code, Via::Map, true);
        }
        let to = {
            let live = self.live.borrow();
            let moved = |(from, key)| state::moved(&live.dataset, from, key);
            live.dataset.country(&code).zip(Key::of_name(&event.key())).map(moved)
        };
        let Some(to) = to else { return Ok(()) };
        event.prevent_default();
        self.handle(Event::Stop(to))?;
        self.focus("a[part=country][tabindex=\"0\"]")
    }

    /// The address names what is open. A page that may not change its address keeps it.
    fn push_address(&self) -> Result<(), JsValue> {
        let hash = {
            let live = self.live.borrow();
            if live.state.name.is_empty() {
                return Ok(());
            }
            let target = live.state.country.map(Target::Country);
            target.map_or(String::new(), |target| state::hash(&live.dataset, &live.state.name, target))
        };
        let href = self.window.location().href()?;
        let page = href.split('#').next().unwrap_or_default();
        let address = [page, &hash].concat();
        if address != href {
            let _ = self.window.history()?.push_state_with_url(&JsValue::NULL, "", Some(&address));
        }
        Ok(())
    }
}

/// The filter in another dataset: the same initiative, else its pillar.
fn kept(filter: Filter, old: &Dataset, new: &Dataset) -> Filter {
    let pillar = filter.pillar(old).map_or(Filter::All, Filter::Pillar);
    match filter {
        Filter::Initiative(id) => new.initiative(&old[id].id).map_or(pillar, Filter::Initiative),
        _ => pillar,
    }
}

fn closest(event: &web_sys::Event, selector: &str) -> Result<Option<Element>, JsValue> {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.map_or(Ok(None), |target| target.closest(selector))
}
