//! A dataset that has passed the check, packed as `edition` has it.

use super::{
    edition::{fields, names},
    json::Json,
};
use crate::model::{Dataset, Date, cut};
use std::collections::HashMap;

/// The packed edition of a JSON tree, of which this is the dataset.
pub fn pack(json: &Json, dataset: &Dataset) -> String {
    let sources = dataset.sources.iter().enumerate().map(|(place, source)| (&*source.id, place)).collect();
    let mut packer = Packer { dataset, sources, out: String::new() };
    packer.value(json, b"E");
    packer.out
}

struct Packer<'a> {
    dataset: &'a Dataset,
    /// Places of the sources, of which there are many.
    sources: HashMap<&'a str, usize>,
    out: String,
}

impl Packer<'_> {
    fn text(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn number(&mut self, number: usize) {
        self.out.push(letter(number));
    }

    fn date(&mut self, date: Date) {
        self.number(date.year().into());
        [date.month(), date.day()].into_iter().for_each(|part| self.number(part.unwrap_or(0).into()));
    }

    fn value(&mut self, json: &Json, kind: &[u8]) {
        let [first, rest @ ..] = kind else { return };
        match first {
            b'$' => self.text(json.as_text().unwrap_or_default()),
            b'#' => self.text(if let Json::Number(number) = json { number } else { "0" }),
            b'@' => self.date(Date::parse(json.as_text().unwrap_or_default()).unwrap_or_default()),
            b'!' => self.number(usize::from(*json == Json::Bool(true))),
            b'?' => {
                self.number(usize::from(*json != Json::Null));
                if *json != Json::Null {
                    self.value(json, rest);
                }
            }
            b'*' => {
                self.number(json.items().len());
                json.items().iter().for_each(|item| self.value(item, rest));
            }
            b'%' => {
                self.number(json.entries().len());
                for (id, entry) in json.entries() {
                    self.text(id);
                    self.value(entry, rest);
                }
            }
            b'A'..=b'Z' => {
                for field in fields(*first).split(' ') {
                    let (name, kind) = cut(field, b':');
                    self.value(json.field(name), kind.as_bytes());
                }
            }
            _ => {
                let place = self.place(*first, json.as_text().unwrap_or_default());
                self.number(place.unwrap_or_default());
            }
        }
    }

    /// Where in its list a name stands.
    fn place(&self, kind: u8, name: &str) -> Option<usize> {
        let place = match kind {
            b'c' => self.dataset.country(name)?.0,
            b'a' => self.dataset.country(name).map_or(0, |country| country.0 + 1),
            b'i' => self.dataset.initiative(name)?.0,
            b's' => return self.sources.get(name).copied(),
            b'f' => self.dataset.fact(name)?.0,
            _ => return names(kind).iter().position(|known| *known == name),
        };
        Some(place as usize)
    }
}

/// The character that stands for a number; there are none from `D800` up to `E000`.
fn letter(number: usize) -> char {
    let code = number as u32 + 0x30;
    char::from_u32(if code < 0xd800 { code } else { code + 0x800 }).unwrap_or(char::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::edition::Reader;

    #[test]
    fn numbers_pass_over_the_letters_that_are_none() {
        for number in [0, 1, 11, 0xd7cf, 0xd7d0, 0xd7d1, 100_000] {
            assert_eq!(Reader(&letter(number).to_string()).number(), number);
        }
    }
}
