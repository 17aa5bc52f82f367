//! What the map asks of the script around it, and of the DOM.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// The script around the engine, as `www/element/map.js` makes one for each map.
    pub type Shell;

    /// Takes steps; those that adopt keep what stands there.
    #[wasm_bindgen(method)]
    pub fn play(this: &Shell, steps: &str, adopts: bool);

    /// Has the page's address end with this hash.
    #[wasm_bindgen(method)]
    pub fn go(this: &Shell, hash: &str);

    /// Has the map `tell` soon.
    #[wasm_bindgen(method)]
    pub fn later(this: &Shell);

    /// Brings an element into view, if it is not.
    #[wasm_bindgen(method)]
    pub fn reveal(this: &Shell, element: &Element);

    /// Tells the page that the map is painted.
    #[wasm_bindgen(method)]
    pub fn ready(this: &Shell, lang: &str);

    /// Tells the page which country is open.
    #[wasm_bindgen(method)]
    pub fn selected(this: &Shell, country: Option<&str>, via: &str);

    /// Tells the page which pillar is chosen.
    #[wasm_bindgen(method)]
    pub fn filtered(this: &Shell, pillar: Option<&str>);

    /// A click, a key or another event of the reader's: each has some of the fields.
    pub type Event;

    #[wasm_bindgen(method, getter)]
    pub fn target(this: &Event) -> Option<Element>;

    #[wasm_bindgen(method, js_name = preventDefault)]
    pub fn prevent_default(this: &Event);

    #[wasm_bindgen(method, getter, js_name = defaultPrevented)]
    pub fn default_prevented(this: &Event) -> bool;

    #[wasm_bindgen(method, getter, js_name = ctrlKey)]
    pub fn ctrl_key(this: &Event) -> bool;

    #[wasm_bindgen(method, getter, js_name = metaKey)]
    pub fn meta_key(this: &Event) -> bool;

    #[wasm_bindgen(method, getter, js_name = altKey)]
    pub fn alt_key(this: &Event) -> bool;

    #[wasm_bindgen(method, getter, js_name = shiftKey)]
    pub fn shift_key(this: &Event) -> bool;

    #[wasm_bindgen(method, getter)]
    pub fn button(this: &Event) -> i32;

    #[wasm_bindgen(method, getter)]
    pub fn detail(this: &Event) -> i32;

    #[wasm_bindgen(method, getter, js_name = pointerId)]
    pub fn pointer_id(this: &Event) -> i32;

    #[wasm_bindgen(method, getter, js_name = isComposing)]
    pub fn is_composing(this: &Event) -> bool;

    #[wasm_bindgen(method, getter)]
    pub fn key(this: &Event) -> String;

    /// An element, or the map's shadow root, which can be asked for what is in it.
    pub type Element;

    #[wasm_bindgen(method, js_name = querySelector)]
    pub fn query_selector(this: &Element, selector: &str) -> Option<Element>;

    #[wasm_bindgen(method)]
    pub fn closest(this: &Element, selector: &str) -> Option<Element>;

    #[wasm_bindgen(method, getter, js_name = parentElement)]
    pub fn parent_element(this: &Element) -> Option<Element>;

    #[wasm_bindgen(method, getter, js_name = localName)]
    pub fn local_name(this: &Element) -> String;

    #[wasm_bindgen(method, js_name = getAttribute)]
    pub fn get_attribute(this: &Element, name: &str) -> Option<String>;

    #[wasm_bindgen(method, js_name = hasAttribute)]
    pub fn has_attribute(this: &Element, name: &str) -> bool;

    /// Of SVG too (HTML Standard, HTMLOrSVGElement).
    #[wasm_bindgen(method)]
    pub fn focus(this: &Element);

    #[wasm_bindgen(method)]
    pub fn remove(this: &Element);

    /// What has been typed or chosen.
    #[wasm_bindgen(method, getter)]
    pub fn value(this: &Element) -> String;

    #[wasm_bindgen(method, setter)]
    pub fn set_value(this: &Element, value: &str);
}
