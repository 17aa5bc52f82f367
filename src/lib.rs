//! An embeddable map of ROK-ASEAN cooperation.
//!
//! One road for data, walked in one direction:
//!
//! ```text
//! dataset JSON ─ data ─> Dataset, or every Issue ┐
//! geometry ──── map ──> shapes, labels, callouts ┼─ view ─> Markup ─┬─ write::html (text)
//! State <─ state::update(State, Event) <─ events ┘                  └─ write::dom  (browser)
//! ```

pub mod data;
pub mod map;
pub mod model;
pub mod state;
pub mod view;
pub mod write;

#[cfg(target_arch = "wasm32")]
mod element;
