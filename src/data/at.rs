//! A JSON value together with where it stands, so that each issue can name its place.

use super::{Issue, Kind, json::Json};
use std::{borrow::Cow, cell::RefCell};

/// The kinds of JSON value, as an editor would call them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    Null,
    Bool,
    Number,
    Text,
    List,
    Object,
}

#[derive(Clone, Copy)]
enum Step<'p> {
    Root,
    Field(&'p str),
    /// A field of an object whose fields are ids.
    Entry(&'p str),
    Item(usize),
}

/// One value, the way to it, and where issues go.
#[derive(Clone, Copy)]
pub struct At<'p> {
    pub json: &'p Json<'p>,
    parent: Option<&'p At<'p>>,
    step: Step<'p>,
    issues: &'p RefCell<Vec<Issue>>,
}

/// The fields of an object whose names have been checked.
pub struct Fields<'p>(&'p At<'p>);

impl<'p> At<'p> {
    pub fn root(json: &'p Json<'p>, issues: &'p RefCell<Vec<Issue>>) -> At<'p> {
        At { json, parent: None, step: Step::Root, issues }
    }

    /// Notes an issue here; `None`, so that a reader can end with it.
    pub fn issue<T>(&self, kind: Kind) -> Option<T> {
        self.issues.borrow_mut().push(Issue { path: self.path(), kind });
        None
    }

    /// Whether nothing has been noted so far, anywhere.
    pub fn is_clean(&self) -> bool {
        self.issues.borrow().is_empty()
    }

    /// An object with exactly these fields. All missing, unknown and doubled ones are noted.
    pub fn fields(&'p self, names: &[&'static str]) -> Option<Fields<'p>> {
        let Json::Object(fields) = self.json else { return self.wrong_type(Type::Object) };
        for name in names.iter().filter(|name| self.json.field(name).is_none()) {
            self.issue::<()>(Kind::Missing { field: name });
        }
        for (index, (key, value)) in fields.iter().enumerate() {
            let child = At { json: value, parent: Some(self), step: Step::Field(key), ..*self };
            if !names.contains(&&**key) {
                child.issue::<()>(Kind::Unknown { near: near(key, names) });
            } else if fields[..index].iter().any(|(earlier, _)| earlier == key) {
                child.issue::<()>(Kind::Doubled);
            }
        }
        Some(Fields(self))
    }

    /// Reads each item of a list; items with issues are left out.
    pub fn each<T>(&self, read: impl Fn(&At, usize) -> Option<T>) -> Option<Vec<T>> {
        let Json::List(items) = self.json else { return self.wrong_type(Type::List) };
        let item = |(index, json)| read(&At { json, parent: Some(self), step: Step::Item(index), ..*self }, index);
        Some(items.iter().enumerate().filter_map(item).collect())
    }

    /// Reads each field of an object whose fields are ids.
    pub fn entries<T>(&self, read: impl Fn(&At, &str, usize) -> Option<T>) -> Option<Vec<T>> {
        let Json::Object(fields) = self.json else { return self.wrong_type(Type::Object) };
        let entry = |(index, (key, json)): (usize, &'p (Cow<str>, Json))| {
            read(&At { json, parent: Some(self), step: Step::Entry(key), ..*self }, key, index)
        };
        Some(fields.iter().enumerate().filter_map(entry).collect())
    }

    pub fn text(&self) -> Option<&'p str> {
        let Json::Text(text) = self.json else { return self.wrong_type(Type::Text) };
        Some(text)
    }

    pub fn number(&self) -> Option<f64> {
        let Json::Number(number) = self.json else { return self.wrong_type(Type::Number) };
        Some(*number)
    }

    pub fn bool(&self) -> Option<bool> {
        let Json::Bool(value) = self.json else { return self.wrong_type(Type::Bool) };
        Some(*value)
    }

    /// `Some(None)` for `null`, else what `read` makes of the value.
    pub fn nullable<T>(&self, read: impl Fn(&At) -> Option<T>) -> Option<Option<T>> {
        if let Json::Null = self.json { Some(None) } else { read(self).map(Some) }
    }

    /// The value that stands behind this text in a closed list.
    pub fn one_of<T: Copy>(&self, allowed: &'static [(&'static str, T)]) -> Option<T> {
        let text = self.text()?;
        let found = allowed.iter().find(|(name, _)| *name == text).map(|(_, value)| *value);
        found.or_else(|| self.issue(Kind::NotOneOf { allowed: allowed.iter().map(|(name, _)| *name).collect() }))
    }

    fn wrong_type<T>(&self, wanted: Type) -> Option<T> {
        self.issue(Kind::Type { wanted, found: self.json.kind() })
    }

    /// `facts[3].title.en`; the whole file is `$`.
    fn path(&self) -> String {
        let mut path = self.parent.map(At::path).unwrap_or_default();
        match self.step {
            Step::Root => return "$".to_owned(),
            Step::Item(index) => path.push_str(&["[", &index.to_string(), "]"].concat()),
            Step::Entry(key) => path.push_str(&["[\"", key, "\"]"].concat()),
            Step::Field(key) if path == "$" => return key.to_owned(),
            Step::Field(key) => path.push_str(&[".", key].concat()),
        }
        path
    }
}

impl<'p> Fields<'p> {
    /// Reads one field; a missing one has been noted already.
    pub fn read<T>(&self, name: &'static str, read: impl FnOnce(&At) -> Option<T>) -> Option<T> {
        let json = self.0.json.field(name)?;
        read(&At { json, parent: Some(self.0), step: Step::Field(name), ..*self.0 })
    }
}

impl Json<'_> {
    fn kind(&self) -> Type {
        match self {
            Json::Null => Type::Null,
            Json::Bool(_) => Type::Bool,
            Json::Number(_) => Type::Number,
            Json::Text(_) => Type::Text,
            Json::List(_) => Type::List,
            Json::Object(_) => Type::Object,
        }
    }
}

/// The name that was most likely meant: the same but for case and two slips at most, fewer in a short one.
fn near(key: &str, names: &[&'static str]) -> Option<&'static str> {
    let closest = names.iter().map(|name| (distance(key, name), *name)).min()?;
    (closest.0 <= 2.min(key.len() / 2)).then_some(closest.1)
}

/// Levenshtein, without regard to case.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate().take(40) {
        let mut corner = i;
        row[0] = i + 1;
        for (j, y) in b.bytes().enumerate() {
            let change = corner + usize::from(!x.eq_ignore_ascii_case(&y));
            corner = row[j + 1];
            row[j + 1] = change.min(corner + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}
