//! The selection as a dataset of its own: in the same form, so that a map shows it and the same check passes it.

use crate::data::Json;
use std::collections::HashSet;

/// The dataset's JSON with only these facts, the corrections of them, and the sources that are still used. All else
/// stays as it is written, in the same order.
pub fn json(text: &str, facts: &[&str]) -> Option<String> {
    let mut dataset = Json::parse(text.strip_prefix('\u{feff}').unwrap_or(text)).ok()?;
    let is_kept = |item: &Json, name: &str| item.field(name).as_text().is_some_and(|id| facts.contains(&id));
    keep(&mut dataset, "facts", |fact| is_kept(fact, "id"));
    keep(&mut dataset, "corrections", |correction| is_kept(correction, "fact"));
    let mut used = HashSet::new();
    names_sources(&dataset, &mut used);
    if let Some(Json::Object(sources)) = field_mut(&mut dataset, "sources") {
        sources.retain(|(id, _)| used.contains(&**id));
    }
    let mut out = String::new();
    value(&mut out, &dataset, 0);
    out.push('\n');
    Some(out)
}

fn field_mut<'j, 'a>(json: &'j mut Json<'a>, name: &str) -> Option<&'j mut Json<'a>> {
    let Json::Object(fields) = json else { return None };
    fields.iter_mut().find(|(key, _)| key == name).map(|(_, value)| value)
}

fn keep(dataset: &mut Json, list: &str, is_kept: impl Fn(&Json) -> bool) {
    if let Some(Json::List(items)) = field_mut(dataset, list) {
        items.retain(is_kept);
    }
}

/// Every id in a list of `sources`, wherever it stands.
fn names_sources(json: &Json, used: &mut HashSet<String>) {
    for (key, value) in json.entries() {
        if key == "sources" {
            used.extend(value.items().iter().filter_map(|id| id.as_text().map(str::to_owned)));
        }
        names_sources(value, used);
    }
    json.items().iter().for_each(|item| names_sources(item, used));
}

/// Indented by one space a level, as the office's own file is.
fn value(out: &mut String, json: &Json, depth: usize) {
    match json {
        Json::Null | Json::Lost => out.push_str("null"),
        Json::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Json::Number(number) => out.push_str(number),
        Json::Text(words) => text(out, words),
        Json::List(items) => series(out, ["[", "]"], items, depth, |out, item| value(out, item, depth + 1)),
        Json::Object(fields) => series(out, ["{", "}"], fields, depth, |out, (key, field)| {
            text(out, key);
            out.push_str(": ");
            value(out, field, depth + 1);
        }),
    }
}

fn series<T>(out: &mut String, [open, close]: [&str; 2], items: &[T], depth: usize, write: impl Fn(&mut String, &T)) {
    out.push_str(open);
    for (index, item) in items.iter().enumerate() {
        out.push_str(if index == 0 { "\n" } else { ",\n" });
        out.extend(std::iter::repeat_n(' ', depth + 1));
        write(out, item);
    }
    if !items.is_empty() {
        out.push('\n');
        out.extend(std::iter::repeat_n(' ', depth));
    }
    out.push_str(close);
}

fn text(out: &mut String, words: &str) {
    out.push_str(&serde_json::Value::from(words).to_string());
}
