//! The table of items: read, completed and checked.

use crate::read;
use serde::Deserialize;
use std::path::Path;

/// How many success criteria of level A and AA WCAG 2.2 has, and how many items KWCAG 2.2.
const SIZES: [usize; 2] = [55, 33];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    pub wcag: Vec<Item>,
    pub kwcag: Vec<Item>,
}

/// One thing that is asked for.
#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    pub id: String,
    /// `A` or `AA`, for WCAG.
    #[serde(default)]
    pub level: String,
    pub name: String,
    /// The name in the Korean standard.
    #[serde(default)]
    pub ko: String,
    /// The WCAG criteria that ask for the same: what shows them shows this.
    #[serde(default)]
    pub like: Vec<String>,
    /// The tests that show it, each `FILE: NAME`.
    #[serde(default)]
    pub shown: Vec<String>,
    /// Why it does not apply.
    #[serde(default)]
    pub na: Vec<String>,
    /// What only a person can judge.
    #[serde(default)]
    pub person: Vec<String>,
}

impl Table {
    /// # Errors
    /// A sentence, when an item is missing, says nothing, or names what does not exist.
    pub fn read(path: &str) -> Result<Table, String> {
        let text = read(Path::new(path))?;
        let table = serde_json::from_str(&text).map_err(|error| format!("{path} cannot be read: {error}."))?;
        complete(table).map_err(|sentence| format!("{path}: {sentence}"))
    }
}

fn complete(mut table: Table) -> Result<Table, String> {
    let Table { wcag, kwcag } = &mut table;
    for item in kwcag.iter_mut() {
        adopt(item, wcag)?;
    }
    for (items, size) in [&*wcag, &*kwcag].into_iter().zip(SIZES) {
        check_ids(items, size)?;
        items.iter().try_for_each(check)?;
    }
    Ok(table)
}

/// What shows a criterion of WCAG shows the item that is like it.
fn adopt(item: &mut Item, wcag: &[Item]) -> Result<(), String> {
    for id in item.like.clone() {
        let like =
            wcag.iter().find(|one| one.id == id).ok_or(format!("{} is like {id}, which WCAG lacks.", item.id))?;
        join(&mut item.shown, &like.shown);
        join(&mut item.na, &like.na);
        join(&mut item.person, &like.person);
    }
    Ok(())
}

fn join(to: &mut Vec<String>, from: &[String]) {
    from.iter().for_each(|one| {
        if !to.contains(one) {
            to.push(one.clone());
        }
    });
}

fn check_ids(items: &[Item], size: usize) -> Result<(), String> {
    let rank = |item: &Item| item.id.split('.').map(|part| part.parse().unwrap_or(0)).collect::<Vec<u32>>();
    if let Some(pair) = items.windows(2).find(|pair| rank(&pair[0]) >= rank(&pair[1])) {
        return Err(format!("{} stands after {}: list each item once, in order.", pair[1].id, pair[0].id));
    }
    if items.len() == size { Ok(()) } else { Err(format!("{} items where the standard has {size}.", items.len())) }
}

fn check(item: &Item) -> Result<(), String> {
    if item.shown.is_empty() && item.na.is_empty() && item.person.is_empty() {
        return Err(format!("{} says nothing: name its tests, say why it does not apply, or ask a person.", item.id));
    }
    if !item.shown.is_empty() && !item.na.is_empty() {
        return Err(format!("{} has tests and does not apply: choose one.", item.id));
    }
    item.shown.iter().try_for_each(|test| exists(&item.id, test))
}

/// A test of that name stands in that file: the name as a whole string, or followed by what varies, in brackets.
fn exists(id: &str, test: &str) -> Result<(), String> {
    let (file, name) = test.split_once(": ").ok_or(format!("{id} names a test as \"{test}\": write FILE: NAME."))?;
    let source = read(&Path::new("tests/browser").join(file))?;
    let spelt = [format!("\"{name}\""), format!("`{name}`"), format!("`{name} (")];
    let found = spelt.iter().any(|name| source.contains(name));
    if found { Ok(()) } else { Err(format!("{id} names a test that {file} does not have: \"{name}\".")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(shown: &[&str], na: &[&str], person: &[&str]) -> Item {
        let named = |names: &[&str]| names.iter().map(|name| name.to_string()).collect();
        Item { id: "1.1.1".to_string(), shown: named(shown), na: named(na), person: named(person), ..Item::default() }
    }

    #[test]
    fn an_item_names_tests_that_exist_or_says_why_not() {
        assert!(check(&item(&["axe.test.js: axe finds nothing"], &[], &[])).is_ok());
        assert!(check(&item(&["axe.test.js: axe finds"], &[], &[])).is_err(), "half a name");
        assert!(check(&item(&["axe.test.js: all is well"], &[], &[])).is_err(), "no such test");
        assert!(check(&item(&["none.test.js: axe finds nothing"], &[], &[])).is_err(), "no such file");
        assert!(check(&item(&["axe finds nothing"], &[], &[])).is_err(), "no file");
        assert!(check(&item(&[], &[], &[])).is_err(), "nothing said");
        assert!(check(&item(&["axe.test.js: axe finds nothing"], &["No such thing."], &[])).is_err(), "both");
        assert!(check(&item(&[], &[], &["Is it well?"])).is_ok());
    }

    #[test]
    fn every_item_of_both_standards_stands_once_in_order() {
        let text = std::fs::read_to_string("tests/conformance.json").expect("the table is there");
        let table = || serde_json::from_str::<Table>(&text).expect("the table is well formed");
        assert!(complete(table()).is_ok());
        let mut short = table();
        short.kwcag.remove(7);
        assert!(complete(short).is_err());
        let mut turned = table();
        turned.wcag.swap(3, 4);
        assert!(complete(turned).is_err());
        let mut astray = table();
        astray.kwcag[0].like = vec!["9.9.9".to_string()];
        assert!(complete(astray).is_err());
    }
}
