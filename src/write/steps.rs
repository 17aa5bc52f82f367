//! Markup to steps: what a script does to the map's nodes so that they say another markup than they said. What is new is
//! made, what has changed is changed, the rest is left alone.
//!
//! One step a line, so that the whole crosses into JavaScript at once. `www/element/play.js` takes them: it stands before
//! a node, its cursor, among the children of another.
//!
//! | step | what is done |
//! | --- | --- |
//! | `<g` | begins an element before the cursor, and goes into it |
//! | `>` | goes into the element at the cursor |
//! | `/` | ends the element, and goes behind it |
//! | `=class land` | sets an attribute of the element |
//! | `#7` | sets `d` to the data of an outline |
//! | `-class` | takes an attribute away |
//! | `"Seoul` | makes a text before the cursor |
//! | `'Seoul` | changes the text at the cursor, and goes behind it |
//! | `+` | leaves the node at the cursor as it is |
//! | `x` | takes the node at the cursor out |

use crate::view::{Markup, Step, Value, number};

/// Attributes that tell one item of a list from another: an element whose key has changed is another element.
const KEYS: [&str; 3] = ["data-fact", "data-country", "data-key"];

/// What tells elements apart that have no such key.
const KINDS: [&str; 2] = ["part", "class"];

/// Makes the first children of a node say `new`, given that they say `old` now; what stands behind them stays. A line
/// break in a text would end its step: no text that passes the check has one.
pub fn steps(old: &Markup, new: &Markup) -> String {
    let mut writer = Writer { old, new, out: String::new() };
    writer.children((0, old.steps().len()), (0, new.steps().len()));
    writer.out
}

struct Writer<'a> {
    old: &'a Markup,
    new: &'a Markup,
    out: String,
}

/// Steps from the first up to, not including, the second.
type Run = (usize, usize);

impl Writer<'_> {
    fn step(&mut self, act: &str, what: &str) {
        for part in [act, what, "\n"] {
            self.out.push_str(part);
        }
    }

    /// From nodes that say the old run to nodes that say the new one.
    fn children(&mut self, (mut old, old_end): Run, (mut new, new_end): Run) {
        while new < new_end {
            let gone = self.gone(old, old_end, new);
            while old < gone {
                old = self.take_out(old);
            }
            let after = end_of(self.new, new);
            if old < old_end && self.alike(old, new) {
                let old_after = end_of(self.old, old);
                if self.old.same(old, old_after, self.new, new) {
                    self.step("+", "");
                } else {
                    self.change((old, old_after), (new, after));
                }
                old = old_after;
            } else {
                self.create(new, after);
            }
            new = after;
        }
        while old < old_end {
            old = self.take_out(old);
        }
    }

    fn take_out(&mut self, old: usize) -> usize {
        self.step("x", "");
        end_of(self.old, old)
    }

    /// Up to where the old items have to go, so that the new item meets the one that it continues.
    fn gone(&self, old: usize, old_end: usize, new: usize) -> usize {
        let mut at = old;
        while at < old_end && !self.alike(at, new) {
            at = end_of(self.old, at);
        }
        if at < old_end { at } else { old }
    }

    /// Whether the new step continues the old one rather than takes its place.
    fn alike(&self, old: usize, new: usize) -> bool {
        match (self.old.steps()[old], self.new.steps()[new]) {
            (Step::Text { .. }, Step::Text { .. }) => true,
            (Step::Open { tag, .. }, Step::Open { tag: new_tag, .. }) => {
                tag == new_tag && key(self.old, old) == key(self.new, new)
            }
            _ => false,
        }
    }

    /// Changes in place what has another text, other attributes or other children.
    fn change(&mut self, (old, old_after): Run, (new, after): Run) {
        if let Step::Text { value } = self.new.steps()[new] {
            return self.say("'", self.new.value(value));
        }
        self.step(">", "");
        let (inside, new_inside) = (children_of(self.old, old), children_of(self.new, new));
        for (name, value) in attributes(self.new, new, new_inside) {
            if !attributes(self.old, old, inside).any(|known| known == (name, value)) {
                self.set(name, value);
            }
        }
        for (name, _) in attributes(self.old, old, inside) {
            if attributes(self.new, new, new_inside).all(|(kept, _)| kept != name) {
                self.step("-", name);
            }
        }
        self.children((inside, old_after - 1), (new_inside, after - 1));
        self.step("/", "");
    }

    fn create(&mut self, from: usize, to: usize) {
        for step in &self.new.steps()[from..to] {
            match *step {
                Step::Open { tag, .. } => self.step("<", tag),
                Step::Attr { name, value } => self.set(name, self.new.value(value)),
                Step::Text { value } => self.say("\"", self.new.value(value)),
                Step::Close => self.step("/", ""),
            }
        }
    }

    fn set(&mut self, name: &str, value: Value) {
        if let Value::Text(_) = value {
            self.out.push('=');
            self.out.push_str(name);
        }
        self.say(" ", value);
    }

    fn say(&mut self, act: &str, value: Value) {
        match value {
            Value::Text(text) => self.step(act, text),
            Value::Outline(outline) => {
                self.out.push('#');
                number(&mut self.out, outline.0.into());
                self.out.push('\n');
            }
        }
    }
}

fn key(markup: &Markup, at: usize) -> Option<Value<'_>> {
    let mut kind = None;
    for (name, value) in attributes(markup, at, children_of(markup, at)) {
        if KEYS.contains(&name) {
            return Some(value);
        }
        if KINDS.contains(&name) {
            kind = kind.or(Some(value));
        }
    }
    kind
}

/// Where the next sibling of the step begins.
fn end_of(markup: &Markup, at: usize) -> usize {
    match markup.steps()[at] {
        Step::Open { end, .. } => end + 1,
        _ => at + 1,
    }
}

/// Where the children of the element that opens here begin.
fn children_of(markup: &Markup, open: usize) -> usize {
    let mut inside = open + 1;
    while let Some(Step::Attr { .. }) = markup.steps().get(inside) {
        inside += 1;
    }
    inside
}

fn attributes(markup: &Markup, open: usize, inside: usize) -> impl Iterator<Item = (&'static str, Value<'_>)> {
    markup.steps()[open + 1..inside].iter().filter_map(|step| match *step {
        Step::Attr { name, value } => Some((name, markup.value(value))),
        _ => None,
    })
}
