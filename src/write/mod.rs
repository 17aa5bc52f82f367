//! OUT: markup leaves as text, or as steps for the browser's document; what a reader takes along leaves as texts and files.

pub mod address;
pub mod caption;
pub mod cite;
pub mod csv;
pub mod html;
pub mod json;
pub mod menu;
pub mod paper;
pub mod phrases;
pub mod png;
pub mod selection;
pub mod sheet;
pub mod steps;
pub mod svg;
