//! An embeddable map of ROK-ASEAN cooperation.
//!
//! One road for data, walked in one direction:
//!
//! ```text
//! dataset JSON ─ data ─> Dataset, or every Issue ┐
//! geometry ──── map ──> shapes, labels, callouts ┼─ view ─> Markup ─┬─ write::html (text)
//! State <─ state::update(State, Event) <─ events ┘                  └─ write::steps (browser)
//! ```
//!
//! In the browser the road has two halves. The engine (`element`) shows what has been checked; the desk (`desk`) checks
//! what a page offers in place of the built-in edition, and is fetched only then.

pub mod data;
pub mod map;
pub mod model;
pub mod state;
pub mod view;
pub mod write;

#[cfg(all(target_arch = "wasm32", feature = "desk"))]
mod desk;
#[cfg(all(target_arch = "wasm32", not(feature = "desk")))]
mod element;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
