//! Markup to the browser's document: what is new is made, what has changed is changed, the rest is left alone.

use crate::view::{Markup, Step};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Node};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Attributes that tell one item of a list from another: an element whose key has changed is another element.
const KEYS: [&str; 3] = ["data-fact", "data-country", "data-key"];

/// Makes the children of `parent` say `new`, given that they say `old` now.
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
            let after = end_of(self.new, new);
            let Some(current) = node.take().filter(|_| old < old_end) else {
                parent.append_child(&self.create(new, svg)?)?;
                new = after;
                continue;
            };
            let old_after = end_of(self.old, old);
            node = current.next_sibling();
            if !self.old.same(old, old_after - 1, self.new, new) && !self.change(&current, old, new, svg)? {
                parent.replace_child(&self.create(new, svg)?, &current)?;
            }
            (old, new) = (old_after, after);
        }
        while let Some(surplus) = node {
            node = surplus.next_sibling();
            parent.remove_child(&surplus)?;
        }
        Ok(())
    }

    /// Changes one node in place; `false` when another node has to take its place.
    fn change(&self, node: &Node, old: usize, new: usize, svg: bool) -> Result<bool, JsValue> {
        match (self.old.steps()[old], self.new.steps()[new]) {
            (Step::Text { .. }, Step::Text { value }) => node.set_node_value(Some(self.new.text(value))),
            (Step::Open { tag, end }, Step::Open { tag: new_tag, end: new_end })
                if tag == new_tag && self.key(self.old, old) == self.key(self.new, new) =>
            {
                let element: &Element = node.unchecked_ref();
                let (inside, new_inside) = self.attributes(element, old, new)?;
                let svg = svg || tag == "svg";
                self.children(node, node.first_child(), (inside, end), (new_inside, new_end), svg)?;
            }
            _ => return Ok(false),
        }
        Ok(true)
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
        let namespace = Some(SVG).filter(|_| svg);
        let element = match namespace {
            Some(namespace) => self.document.create_element_ns(Some(namespace), tag)?,
            None => self.document.create_element(tag)?,
        };
        let mut child = children_of(self.new, at);
        for (name, value) in attributes(self.new, at, child) {
            element.set_attribute(name, value)?;
        }
        while child < end {
            element.append_child(&self.create(child, svg)?)?;
            child = end_of(self.new, child);
        }
        Ok(element.into())
    }

    fn key<'m>(&self, markup: &'m Markup, at: usize) -> Option<&'m str> {
        let mut all = attributes(markup, at, children_of(markup, at));
        all.find(|(name, _)| KEYS.contains(name)).map(|(_, value)| value)
    }
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
    let attributes = markup.steps()[open + 1..].iter().take_while(|step| matches!(step, Step::Attr { .. }));
    open + 1 + attributes.count()
}

fn attributes(markup: &Markup, open: usize, inside: usize) -> impl Iterator<Item = (&'static str, &str)> {
    markup.steps()[open + 1..inside].iter().filter_map(|step| match *step {
        Step::Attr { name, value } => Some((name, markup.text(value))),
        _ => None,
    })
}
