//! Markup to steps: what a script does to the map's nodes so that they say another markup than they said. What is new is
//! made, what has changed is changed, the rest is left alone.
//!
//! One step a line, so that the whole crosses into JavaScript at once. `www/element/play.js` takes them: it stands before
//! a node, its cursor, among the children of another.
//!
//! | step | what is done |
//! | --- | --- |
//! | `<g\|class=over` | begins an element before the cursor, with the attributes behind bars, and goes into it |
//! | `>` | goes into the element at the cursor |
//! | `/` | ends the element, and goes behind it |
//! | `=class=land` | sets an attribute of the element |
//! | `#7` | sets `d` to the data of an outline |
//! | `-class` | takes an attribute away |
//! | `"Seoul` | makes a text before the cursor |
//! | `'Seoul` | changes the text at the cursor, and goes behind it |
//! | `+` | leaves the node at the cursor as it is |
//! | `x` | takes the node at the cursor out |

use crate::view::{Markup, Step, Value, number};

/// Attributes that tell one item of a list from another: an element whose key has changed is another element.
const KEYS: [&str; 3] = ["data-key", "data-fact", "data-country"];

/// How many of the keys count: all, so that another country's card is another element;
const ALL: usize = 3;
/// all but the country, so that the card stays;
const IN_PLACE: usize = 2;
/// and in a card that has become another country's neither the facts, since all of them are others.
const IN_ANOTHER_CARD: usize = 1;

/// Makes these nodes where there are none.
pub fn drawn(markup: &Markup) -> String {
    steps(&Markup::default(), markup, false)
}

/// Makes the first children of a node say `new`, given that they say `old` now; what stands behind them stays. A line
/// break in a text would end its step: no text that passes the check has one.
///
/// `in_place`, one country's card becomes another's, with the nodes of its facts: a browser changes a text sooner than it
/// makes, styles and places a new one. What it moves thereby counts as a shift of the page's layout, unless a reader has
/// just done something.
pub fn steps(old: &Markup, new: &Markup, in_place: bool) -> String {
    let mut writer = Writer { old, new, out: String::new() };
    writer.children((0, old.steps().len()), (0, new.steps().len()), if in_place { IN_PLACE } else { ALL });
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

    /// From nodes that say the old run to nodes that say the new one, items told apart by so many of the keys.
    fn children(&mut self, (mut old, old_end): Run, (mut new, new_end): Run, keys: usize) {
        while new < new_end {
            let after = end_of(self.new, new);
            if let Some(met) = self.met((old, old_end), new, keys) {
                while old < met {
                    old = self.take_out(old);
                }
                let old_after = end_of(self.old, old);
                if self.old.same(old, old_after, self.new, new) {
                    self.step("+", "");
                } else {
                    self.change((old, old_after), (new, after), keys);
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

    /// The first of the old items that the new one continues; those before it have to go.
    fn met(&self, (mut old, old_end): Run, new: usize, keys: usize) -> Option<usize> {
        while old < old_end {
            if self.alike(old, new, keys) {
                return Some(old);
            }
            old = end_of(self.old, old);
        }
        None
    }

    /// Whether the new step continues the old one rather than takes its place.
    fn alike(&self, old: usize, new: usize, keys: usize) -> bool {
        match (self.old.steps()[old], self.new.steps()[new]) {
            (Step::Text { .. }, Step::Text { .. }) => true,
            (Step::Open { tag, .. }, Step::Open { tag: new_tag, .. }) => {
                tag == new_tag && self.is_same_item(old, new, keys)
            }
            _ => false,
        }
    }

    fn is_same_item(&self, old: usize, new: usize, keys: usize) -> bool {
        key(self.old, old, keys) == key(self.new, new, keys)
    }

    /// Changes in place what has another text, other attributes or other children.
    fn change(&mut self, (old, old_after): Run, (new, after): Run, keys: usize) {
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
        let keys = if self.is_same_item(old, new, ALL) { keys } else { IN_ANOTHER_CARD };
        self.children((inside, old_after - 1), (new_inside, after - 1), keys);
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
        self.say("=", value);
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

/// A key is the first of the attributes.
fn key(markup: &Markup, open: usize, keys: usize) -> Option<Value<'_>> {
    match markup.steps().get(open + 1)? {
        Step::Attr { name, value } if KEYS.iter().take(keys).any(|key| key == name) => Some(markup.value(*value)),
        _ => None,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::html::html;
    use proptest::{prelude::*, test_runner::Config};

    /// A node as steps make it; an element has a tag.
    #[derive(Clone, Debug, Default)]
    struct Node {
        tag: String,
        text: String,
        attributes: Vec<(String, String)>,
        children: Vec<Node>,
    }

    /// Takes steps as `www/element/play.js` does; lines of the steps are left where this element's end.
    fn play<'a>(node: &mut Node, lines: &mut impl Iterator<Item = &'a str>) {
        let mut at = 0;
        while let Some(line) = lines.next() {
            let (act, rest) = line.split_at(1);
            match act {
                "<" => {
                    let mut parts = rest.split('|');
                    let mut made = Node { tag: parts.next().expect("a name").to_owned(), ..Node::default() };
                    made.attributes.extend(parts.map(attribute));
                    play(&mut made, lines);
                    node.children.insert(at, made);
                    at += 1;
                }
                ">" => {
                    play(&mut node.children[at], lines);
                    at += 1;
                }
                "/" => return,
                "=" => {
                    let (name, value) = attribute(rest);
                    node.attributes.retain(|(known, _)| *known != name);
                    node.attributes.push((name, value));
                }
                "-" => node.attributes.retain(|(known, _)| known != rest),
                "\"" => {
                    node.children.insert(at, Node { text: rest.to_owned(), ..Node::default() });
                    at += 1;
                }
                "'" => {
                    node.children[at].text = rest.to_owned();
                    at += 1;
                }
                "+" => at += 1,
                "x" => drop(node.children.remove(at)),
                _ => panic!("{line}"),
            }
        }
    }

    fn attribute(text: &str) -> (String, String) {
        let (name, value) = text.split_once('=').expect("a name and a value");
        (name.to_owned(), value.to_owned())
    }

    fn told(node: &Node, out: &mut String) {
        for child in &node.children {
            let mut attributes = child.attributes.clone();
            attributes.sort();
            *out += &format!("<{} {attributes:?}>{}", child.tag, child.text);
            told(child, out);
            *out += "</>";
        }
    }

    fn says(node: &Node) -> String {
        let mut out = String::new();
        told(node, &mut out);
        out
    }

    fn made(markup: &Markup) -> Node {
        let mut root = Node::default();
        play(&mut root, &mut drawn(markup).lines());
        root
    }

    /// Numbers to a tree: each opens, closes, or fills an element.
    fn markup(choices: &[u8]) -> Markup {
        fn fill<'a>(m: &mut Markup, choices: &mut impl Iterator<Item = &'a u8>, depth: usize) {
            while let Some(choice) = choices.next() {
                match choice % 6 {
                    0 | 1 if depth < 5 => m.element(
                        ["div", "section", "p|class=a", "p|class=b|lang=ko"][usize::from(choice / 6 % 4)],
                        |m| {
                            let key = ["data-key", "data-country", "data-fact", "data-a"][usize::from(choice / 24 % 4)];
                            m.attr_of(key, "k").and_number(i32::from(choice % 5));
                            m.attr("data-b", ["", "one", "two"][usize::from(choice / 7 % 3)]);
                            fill(m, choices, depth + 1);
                        },
                    ),
                    2 | 3 => {
                        m.say("word ").and_number(i32::from(choice / 6));
                    }
                    _ if depth > 0 => return,
                    _ => {}
                }
            }
        }
        let mut m = Markup::default();
        fill(&mut m, &mut choices.iter(), 0);
        m
    }

    proptest! {
        #![proptest_config(Config { failure_persistence: None, cases: 2000, ..Config::default() })]

        #[test]
        fn nodes_say_the_new_markup_whatever_they_said(
            old in any::<Vec<u8>>(),
            new in any::<Vec<u8>>(),
            in_place in any::<bool>(),
        ) {
            let (old, new) = (markup(&old), markup(&new));
            let mut nodes = made(&old);
            play(&mut nodes, &mut steps(&old, &new, in_place).lines());
            prop_assert_eq!(says(&nodes), says(&made(&new)), "{} to {}", html(&old), html(&new));
        }
    }

    #[test]
    fn what_stays_is_left_alone_and_what_follows_too() {
        let list = |codes: &[&str]| {
            let mut m = Markup::default();
            for code in codes {
                m.element("li", |m| {
                    m.attr_of("data-country", code).say(code);
                });
            }
            m
        };
        assert_eq!(
            steps(&list(&["BN", "KH", "VN"]), &list(&["BN", "VN", "KR"]), false),
            "+\nx\n+\n<li\n=data-country=KR\n\"KR\n/\n"
        );
    }

    #[test]
    fn in_place_one_card_becomes_another_with_its_facts() {
        let card = |code: &str, facts: &[&str]| {
            let mut m = Markup::default();
            m.element("section", |m| {
                m.attr_of("data-country", code);
                for fact in facts {
                    m.element("li", |m| {
                        m.attr_of("data-fact", fact).leaf("b", "Copy");
                    });
                }
            });
            m
        };
        let [vn, kr] = [card("VN", &["a", "b", "c"]), card("KR", &["d", "e"])];
        let other = ">\n=data-country=KR\n>\n=data-fact=d\n+\n/\n>\n=data-fact=e\n+\n/\nx\n/\n";
        assert_eq!(steps(&vn, &kr, true), other);
        assert!(steps(&vn, &kr, false).starts_with("<section\n=data-country=KR\n<li\n"));
        // In the same card a fact is not made of another.
        assert_eq!(steps(&vn, &card("VN", &["b"]), true), ">\nx\n+\nx\n/\n");
    }
}
