//! The way to a value, and where its issues go.

use super::{Issue, Kind};
use std::cell::RefCell;

/// Every issue noted so far.
pub type Issues = RefCell<Vec<Issue>>;

#[derive(Clone, Copy)]
pub enum Step<'p> {
    Field(&'p str),
    /// A field of an object whose fields are ids.
    Entry(&'p str),
    Item(usize),
}

#[derive(Clone, Copy)]
pub struct Way<'p> {
    last: Option<(&'p Way<'p>, Step<'p>)>,
    issues: &'p Issues,
}

impl<'p> Way<'p> {
    pub fn root(issues: &'p Issues) -> Way<'p> {
        Way { last: None, issues }
    }

    pub fn child(&'p self, step: Step<'p>) -> Way<'p> {
        Way { last: Some((self, step)), issues: self.issues }
    }

    pub fn note(&self, kind: Kind) {
        self.issues.borrow_mut().push(Issue { path: self.path(), kind });
    }

    pub fn noted(&self) -> usize {
        self.issues.borrow().len()
    }

    /// `facts[3].title.en`; the whole file is `$`.
    fn path(&self) -> String {
        let Some((parent, step)) = self.last else { return "$".to_owned() };
        let path = parent.path();
        match step {
            Step::Item(index) => format!("{path}[{index}]"),
            Step::Entry(key) => format!("{path}[\"{key}\"]"),
            Step::Field(key) if path == "$" => key.to_owned(),
            Step::Field(key) => format!("{path}.{key}"),
        }
    }
}
