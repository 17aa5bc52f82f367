//! What the map asks of the script around it.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

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
}
