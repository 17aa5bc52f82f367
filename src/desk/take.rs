//! What a reader takes along: texts to copy, files to save, and what to say when that is done.

use super::plain;
use crate::{
    data,
    model::Lang,
    state::Level,
    write::{
        address::citable,
        caption,
        cite::{Style, citation, quote},
        csv::csv,
        json::json,
        menu::menu,
        paper::paper,
        phrases::phrases,
        png::labelled,
        selection::Selection,
        sheet::{Format, Ink, Sheet, sheet},
        steps::drawn,
        svg::svg,
    },
};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

/// The custom properties of the colours that [`Taken::svg`] and [`Taken::scene`] take, in their order.
#[wasm_bindgen]
pub fn inks() -> String {
    Ink::NAMES.join(" ")
}

/// Facts of a map, ready to leave it.
#[wasm_bindgen]
pub struct Taken {
    selection: Selection,
    /// The JSON of the whole dataset.
    text: String,
    ids: String,
    /// The address of the open country's own page.
    own: Option<String>,
}

#[wasm_bindgen]
impl Taken {
    /// The facts with these ids, with spaces between; `country` is the code of the open card. `at` holds a line each: the
    /// page's address, the one that it asks to be known by, the name that it knows the map by, the folder of our files.
    ///
    /// # Errors
    /// Where the text is no dataset that passes the check.
    #[wasm_bindgen(constructor)]
    pub fn new(text: String, lang: &str, country: &str, ids: String, at: &str) -> Result<Taken, JsValue> {
        let dataset = data::read(&text).map_err(|_| "not a dataset that passes the check")?;
        let (lang, country) = (Lang::of_tag(lang).unwrap_or_default(), dataset.country(country));
        let mut lines = at.split('\n').map(str::to_owned).chain(std::iter::repeat(String::new()));
        let [page, canonical, name, folder] = std::array::from_fn(|_| lines.next().unwrap_or_default());
        let page = citable(&page, &canonical);
        let selection = Selection { dataset, lang, country, facts: Vec::new(), page, name };
        let own = selection.page_of_country(&folder);
        Ok(Taken { selection: selection.of_ids(ids.split_ascii_whitespace()), text, ids, own })
    }

    /// The forms to choose from of what this action gives, of this fact or of all: `{name, choices}`, or `null`.
    pub fn menu(&self, action: &str, fact: &str) -> JsValue {
        let has_forms = action != "copy-link" || self.own.is_some() && fact.is_empty();
        plain(&menu(self.selection.lang, action).filter(|_| has_forms))
    }

    /// The text that a tool copies: of this fact, or of all where there is none. `form` is what the menu names.
    pub fn copy(&self, action: &str, fact: &str, form: &str) -> String {
        let selection = &self.selection;
        match (action, selection.dataset.fact(fact)) {
            ("copy-quote", Some(id)) => quote(selection, id),
            ("copy-citation", Some(id)) => citation(selection, id, Style::of_name(form)),
            ("copy-alt", _) => caption::alt(selection),
            (_, None) if form == phrases(selection.lang).links[1] => self.own.clone().unwrap_or_default(),
            (_, fact) => selection.link(fact),
        }
    }

    /// The facts as a table.
    pub fn csv(&self) -> String {
        csv(&self.selection)
    }

    /// The facts as a dataset.
    pub fn json(&self) -> String {
        json(&self.text, &self.ids.split_ascii_whitespace().collect::<Vec<_>>()).unwrap_or_default()
    }

    /// The sheet to print, as steps. `level` is that of the map's title.
    pub fn paper(&self, level: &str) -> String {
        let sheet = paper(&self.selection, &self.text, Level::of_name(level).unwrap_or_default());
        drawn(&sheet.unwrap_or_default())
    }

    /// The picture of this format as a document. `width` is that of the map on the page, `colours` are those of
    /// [`inks`], one a line, `font` is the page's.
    pub fn svg(&self, format: &str, width: i32, colours: &str, font: &str) -> String {
        let (title, alt) = (caption::title(&self.selection), caption::alt(&self.selection));
        svg(&self.sheet(format, width, colours, font), self.selection.lang.tag(), &title, &alt)
    }

    /// The same picture as what to draw on a canvas.
    pub fn scene(&self, format: &str, width: i32, colours: &str, font: &str) -> JsValue {
        plain(&self.sheet(format, width, colours, font))
    }

    fn sheet(&self, format: &str, width: i32, colours: &str, font: &str) -> Sheet {
        let colours: Vec<&str> = colours.split('\n').collect();
        sheet(&self.selection, Format::of_name(format, width), &colours, font)
    }

    /// A PNG of the picture with its title, description, edition and sources in it.
    pub fn label(&self, png: &[u8]) -> Vec<u8> {
        labelled(png, &caption::labels(&self.selection)).unwrap_or_else(|| png.to_vec())
    }

    /// The name under which a file is saved.
    pub fn file(&self, extension: &str) -> String {
        self.selection.file(extension)
    }

    /// What to say when a tool has done its work; `file` is what it saved.
    pub fn said(&self, action: &str, file: &str) -> String {
        let words = phrases(self.selection.lang);
        let copied = words.copied.iter().find(|(known, _)| *known == action);
        match copied {
            Some((_, sentence)) => (*sentence).to_owned(),
            None if action == "print" => words.printing.to_owned(),
            None => [words.saved[0], file, words.saved[1]].concat(),
        }
    }

    /// What to say where the browser has refused to copy.
    pub fn refused(&self) -> String {
        phrases(self.selection.lang).refused.to_owned()
    }

    /// What to say where a file could not be made.
    pub fn failed(&self) -> String {
        phrases(self.selection.lang).failed.to_owned()
    }

    /// The name of the text to copy by hand.
    pub fn by_hand(&self) -> String {
        phrases(self.selection.lang).to_copy.to_owned()
    }
}
