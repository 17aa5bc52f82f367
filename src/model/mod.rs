//! WHAT IS TRUE: types that cannot hold a bad state.

mod dataset;
mod date;
mod lang;

pub use dataset::*;
pub use date::Date;
pub use lang::{Lang, Notice, Text};
