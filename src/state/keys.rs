//! Keys on the map to the country they lead to.

use crate::{
    map::{Direction, towards},
    model::{CountryId, Dataset},
};

/// A key that moves the tab stop of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Arrow(Direction),
    Home,
    End,
}

impl Key {
    /// From the name of a key (UI Events, `KeyboardEvent.key`).
    pub fn of_name(name: &str) -> Option<Key> {
        Some(match name {
            "ArrowUp" => Key::Arrow(Direction::Up),
            "ArrowDown" => Key::Arrow(Direction::Down),
            "ArrowLeft" => Key::Arrow(Direction::Left),
            "ArrowRight" => Key::Arrow(Direction::Right),
            "Home" => Key::Home,
            "End" => Key::End,
            _ => return None,
        })
    }
}

/// The country that the key leads to; the same one at the edge of the map.
pub fn moved(dataset: &Dataset, from: CountryId, key: Key) -> CountryId {
    let codes: Vec<&str> = dataset.countries.iter().map(|country| &*country.code).collect();
    match key {
        Key::Home => CountryId(0),
        Key::End => CountryId(codes.len() as u32 - 1),
        Key::Arrow(direction) => {
            towards(&codes, from.0 as usize, direction).map_or(from, |index| CountryId(index as u32))
        }
    }
}
