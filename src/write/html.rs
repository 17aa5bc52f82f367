//! Markup to HTML text.

use crate::{
    map::OUTLINES,
    view::{Markup, OUTLINE, Step},
};

/// Elements without content or end tag (HTML Standard, 13.1.2).
const VOID: [&str; 4] = ["br", "hr", "input", "link"];

/// The markup as a fragment of an HTML document.
pub fn html(markup: &Markup) -> String {
    let mut out = String::new();
    let mut open: Vec<&str> = Vec::new();
    let mut in_tag = false;
    for step in markup.steps() {
        if in_tag && !matches!(step, Step::Attr { .. }) {
            out.push('>');
            in_tag = false;
        }
        match *step {
            Step::Open { tag, .. } => {
                let mut parts = tag.split('|');
                let name = parts.next().unwrap_or_default();
                out.extend(["<", name]);
                for (name, value) in parts.filter_map(|part| part.split_once('=')) {
                    attribute(&mut out, name, value);
                }
                open.push(name);
                in_tag = true;
            }
            Step::Attr { name, value } => attribute(&mut out, name, markup.value(value)),
            Step::Text { value } => escape(&mut out, markup.value(value)),
            Step::Close => {
                let tag = open.pop().unwrap_or_default();
                if !VOID.contains(&tag) {
                    out.extend(["</", tag, ">"]);
                }
            }
        }
    }
    out
}

fn attribute(out: &mut String, name: &str, value: &str) {
    out.extend([" ", name, "=\""]);
    let outline = value.strip_prefix(OUTLINE).filter(|_| name == "d").and_then(|number| number.parse().ok());
    escape(out, outline.map_or(value, |number: usize| OUTLINES[number]));
    out.push('"');
}

/// Escaping for text and for attribute values in double quotes (HTML Standard, 13.3).
pub fn escape(out: &mut String, text: &str) {
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{a0}' => out.push_str("&nbsp;"),
            _ => out.push(char),
        }
    }
}
