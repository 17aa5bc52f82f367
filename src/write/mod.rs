//! OUT: markup leaves as text or into the browser's document.

pub mod html;

#[cfg(target_arch = "wasm32")]
pub mod dom;
