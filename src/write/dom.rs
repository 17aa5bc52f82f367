//! Markup to the browser's document: what is new is made, what has changed is changed, the rest is left alone.

use crate::view::{Markup, Step};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Node};

const HTML: &str = "http://www.w3.org/1999/xhtml";
const SVG: &str = "http://www.w3.org/2000/svg";

/// Attributes that tell one item of a list from another: an element whose key has changed is another element.
const KEYS: [&str; 3] = ["data-fact", "data-country", "data-key"];

/// What tells elements apart that have no such key.
const KINDS: [&str; 2] = ["part", "class"];

/// Makes the first children of `parent` say `new`, given that they say `old` now; what stands behind them stays.
///
/// # Errors
/// Whatever the document throws.
pub fn patch(document: &Document, parent: &Node, old: &Markup, new: &Markup) -> Result<(), JsValue> {
    let writer = Writer { document, old, new };
    let (old_end, new_end) = (old.steps().len(), new.steps().len());
    writer.children(parent, parent.first_child(), (0, old_end), (0, new_end), false)
}

struct Writer<'a> {
    document: &'a Document,
    old: &'a Markup,
    new: &'a Markup,
}

/// Steps from the first up to, not including, the second.
type Run = (usize, usize);

impl Writer<'_> {
    /// Brings the nodes from `node` on, which say the old run, to say the new run.
    fn children(
        &self,
        parent: &Node,
        mut node: Option<Node>,
        (mut old, old_end): Run,
        (mut new, new_end): Run,
        svg: bool,
    ) -> Result<(), JsValue> {
        while new < new_end {
            let gone = self.gone(old, old_end, new);
            while old < gone {
                node = take_out(node);
                old = end_of(self.old, old);
            }
            let after = end_of(self.new, new);
            match node {
                Some(current) if old < old_end && self.alike(old, new) => {
                    node = current.next_sibling();
                    let old_after = end_of(self.old, old);
                    if !self.old.same(old, old_after, self.new, new) {
                        self.change(&current, old, new, svg)?;
                    }
                    old = old_after;
                }
                next => {
                    parent.insert_before(&self.create(new, svg)?, next.as_ref())?;
                    node = next;
                }
            }
            new = after;
        }
        while old < old_end {
            node = take_out(node);
            old = end_of(self.old, old);
        }
        Ok(())
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
    fn change(&self, node: &Node, old: usize, new: usize, svg: bool) -> Result<(), JsValue> {
        match (self.old.steps()[old], self.new.steps()[new]) {
            (Step::Open { tag, end }, Step::Open { end: new_end, .. }) => {
                let (inside, new_inside) = self.attributes(node.unchecked_ref(), old, new)?;
                self.children(node, node.first_child(), (inside, end), (new_inside, new_end), svg || tag == "svg")
            }
            (_, Step::Text { value }) => {
                node.set_node_value(Some(self.new.text(value)));
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Brings the attributes up to date; where the children of each side begin.
    fn attributes(&self, element: &Element, old: usize, new: usize) -> Result<(usize, usize), JsValue> {
        let (inside, new_inside) = (children_of(self.old, old), children_of(self.new, new));
        for (name, value) in attributes(self.new, new, new_inside) {
            if !attributes(self.old, old, inside).any(|known| known == (name, value)) {
                element.set_attribute(name, value)?;
            }
        }
        for (name, _) in attributes(self.old, old, inside) {
            if attributes(self.new, new, new_inside).all(|(kept, _)| kept != name) {
                element.remove_attribute(name)?;
            }
        }
        Ok((inside, new_inside))
    }

    fn create(&self, at: usize, svg: bool) -> Result<Node, JsValue> {
        let (tag, end) = match self.new.steps()[at] {
            Step::Text { value } => return Ok(self.document.create_text_node(self.new.text(value)).into()),
            Step::Open { tag, end } => (tag, end),
            Step::Attr { .. } | Step::Close => return Err("markup out of step".into()),
        };
        let svg = svg || tag == "svg";
        let element = self.document.create_element_ns(Some(if svg { SVG } else { HTML }), tag)?;
        let mut child = children_of(self.new, at);
        for (name, value) in attributes(self.new, at, child) {
            element.set_attribute(name, value)?;
        }
        while child < end {
            element.insert_before(&self.create(child, svg)?, None)?;
            child = end_of(self.new, child);
        }
        Ok(element.into())
    }
}

/// Removes a node; the one after it.
fn take_out(node: Option<Node>) -> Option<Node> {
    let node = node?;
    let next = node.next_sibling();
    // Texts can be removed as elements can (DOM Standard, ChildNode).
    node.unchecked_ref::<Element>().remove();
    next
}

fn key(markup: &Markup, at: usize) -> Option<&str> {
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

fn attributes(markup: &Markup, open: usize, inside: usize) -> impl Iterator<Item = (&'static str, &str)> {
    markup.steps()[open + 1..inside].iter().filter_map(|step| match *step {
        Step::Attr { name, value } => Some((name, markup.text(value))),
        _ => None,
    })
}
