//! A JSON value together with where it stands, so that each issue can name its place.

use super::{
    Kind,
    json::Json,
    way::{Issues, Step, Way},
};

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

/// One value, and the way to it.
///
/// Every reader gives a value: where there is none to give, an issue has been noted, and a stand-in keeps the reading
/// going until all issues are found. Stand-ins never leave: a dataset with an issue is refused whole.
#[derive(Clone, Copy)]
pub struct At<'p> {
    pub json: &'p Json<'p>,
    way: Way<'p>,
}

impl<'p> At<'p> {
    pub fn root(json: &'p Json<'p>, issues: &'p Issues) -> At<'p> {
        At { json, way: Way::root(issues) }
    }

    fn child(&'p self, json: &'p Json<'p>, step: Step<'p>) -> At<'p> {
        At { json, way: self.way.child(step) }
    }

    /// Notes an issue where a rule is broken.
    pub fn rule(&self, broken: impl FnOnce() -> Option<Kind>) {
        if let Some(kind) = broken() {
            self.way.note(kind);
        }
    }

    /// How many issues have been noted so far, anywhere.
    pub fn noted(&self) -> usize {
        self.way.noted()
    }

    /// An object with exactly these fields: all missing, unknown and doubled ones are noted.
    pub fn fields(&self, names: &[&'static str]) {
        let Json::Object(fields) = self.json else { return self.wrong_type(Type::Object) };
        for name in names.iter().filter(|name| matches!(self.json.field(name), Json::Lost)) {
            self.rule(|| Some(Kind::Missing { field: name }));
        }
        for (index, (key, value)) in fields.iter().enumerate() {
            let child = self.child(value, Step::Field(key));
            if !names.contains(&&**key) {
                child.rule(|| Some(Kind::Unknown { near: near(key, names) }));
            } else if fields[..index].iter().any(|(earlier, _)| earlier == key) {
                child.rule(|| Some(Kind::Doubled));
            }
        }
    }

    /// Reads one field; a missing one has been noted already.
    pub fn read<T>(&self, name: &'static str, read: impl FnOnce(&At) -> T) -> T {
        read(&self.child(self.json.field(name), Step::Field(name)))
    }

    /// Reads each item of a list.
    pub fn each<T>(&self, read: impl Fn(&At, usize) -> T) -> Vec<T> {
        if !matches!(self.json, Json::List(_)) {
            self.wrong_type(Type::List);
        }
        let mut all = Vec::new();
        for (index, json) in self.json.items().iter().enumerate() {
            all.push(read(&self.child(json, Step::Item(index)), index));
        }
        all
    }

    /// Reads each field of an object whose fields are ids.
    pub fn entries<T>(&self, read: impl Fn(&At, &str, usize) -> T) -> Vec<T> {
        if !matches!(self.json, Json::Object(_)) {
            self.wrong_type(Type::Object);
        }
        let entries = self.json.entries().iter().enumerate();
        entries.map(|(index, (key, json))| read(&self.child(json, Step::Entry(key)), key, index)).collect()
    }

    /// A text that keeps the rule.
    pub fn text(&self, broken: impl FnOnce(&str) -> Option<Kind>) -> &'p str {
        let Some(text) = self.json.as_text() else {
            self.wrong_type(Type::Text);
            return "";
        };
        self.rule(|| broken(text));
        text
    }

    /// A number as it is written.
    pub fn number(&self, broken: impl FnOnce(&str) -> Option<Kind>) -> &'p str {
        let Json::Number(number) = self.json else {
            self.wrong_type(Type::Number);
            return "0";
        };
        self.rule(|| broken(number));
        number
    }

    pub fn bool(&self) -> bool {
        if !matches!(self.json, Json::Bool(_)) {
            self.wrong_type(Type::Bool);
        }
        matches!(self.json, Json::Bool(true))
    }

    /// `None` for `null`, else what `read` makes of the value.
    pub fn nullable<T>(&self, read: impl FnOnce(&At) -> T) -> Option<T> {
        if let Json::Null = self.json { None } else { Some(read(self)) }
    }

    /// Where in a closed list this text stands.
    #[inline(never)]
    pub fn one_of(&self, allowed: &'static [&'static str]) -> Option<usize> {
        let known = |text: &str| allowed.iter().position(|name| *name == text);
        known(self.text(|text| known(text).is_none().then(|| Kind::NotOneOf { allowed: allowed.to_vec() })))
    }

    fn wrong_type(&self, wanted: Type) {
        self.rule(|| Some(Kind::Type { wanted, found: self.json.kind()? }));
    }
}

impl Json<'_> {
    /// `None` for what has been noted as missing.
    fn kind(&self) -> Option<Type> {
        Some(match self {
            Json::Lost => return None,
            Json::Null => Type::Null,
            Json::Bool(_) => Type::Bool,
            Json::Number(_) => Type::Number,
            Json::Text(_) => Type::Text,
            Json::List(_) => Type::List,
            Json::Object(_) => Type::Object,
        })
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
