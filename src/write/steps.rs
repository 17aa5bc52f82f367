//! Markup to steps: what a script does to the map's nodes so that they say another markup than they said. What is new is
//! made, what has changed is changed, the rest is left alone.
//!
//! One step a line, so that the whole crosses into JavaScript at once. `www/element/play.js` takes them: it stands before
//! a node, its cursor, among the children of another. It counts the map's own nodes alone: others, as a translator or an
//! extension, may have put theirs between, around and in place of them.
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
//! | `'Seoul` | changes the text at the cursor, in place of what others have put around or for it, and goes behind it |
//! | `+` | leaves the node at the cursor as it, or others, have it |
//! | `x` | takes the node at the cursor out, with what others have put around or for it |

use crate::view::{Markup, OUTLINE, Step};

/// Attributes that tell one item of a list from another: an element whose key has changed is another element.
const KEYS: [&str; 3] = ["data-key", "data-fact", "data-country"];

/// The steps that leave the one root as it is.
pub const UNCHANGED: &str = "+\n";

/// Makes these nodes where there are none.
pub fn drawn(markup: &Markup) -> String {
    steps(&Markup::default(), markup)
}

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
            let after = end_of(self.new, new);
            if let Some(met) = self.met((old, old_end), new) {
                while old < met {
                    old = self.take_out(old);
                }
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

    /// The first of the old items that the new one continues; those before it have to go.
    fn met(&self, (mut old, old_end): Run, new: usize) -> Option<usize> {
        while old < old_end {
            if self.alike(old, new) {
                return Some(old);
            }
            old = end_of(self.old, old);
        }
        None
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
            return self.step("'", self.new.value(value));
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
                Step::Text { value } => self.step("\"", self.new.value(value)),
                Step::Close => self.step("/", ""),
            }
        }
    }

    fn set(&mut self, name: &str, value: &str) {
        if name == "d" && value.starts_with(OUTLINE) {
            return self.step(value, "");
        }
        self.out.push('=');
        self.out.push_str(name);
        self.step("=", value);
    }
}

/// A key is the first of the attributes.
fn key(markup: &Markup, open: usize) -> Option<&str> {
    match markup.steps().get(open + 1)? {
        Step::Attr { name, value } if KEYS.contains(name) => Some(markup.value(*value)),
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

fn attributes(markup: &Markup, open: usize, inside: usize) -> impl Iterator<Item = (&'static str, &str)> {
    markup.steps()[open + 1..inside].iter().filter_map(|step| match *step {
        Step::Attr { name, value } => Some((name, markup.value(value))),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::html::html;
    use proptest::{collection::vec, prelude::*, test_runner::Config};

    /// A node, by its place among all that there ever were.
    type Id = usize;

    #[derive(Debug, Default)]
    enum Whose {
        /// Made by steps.
        #[default]
        Ours,
        /// Somebody's own.
        Added,
        /// Somebody's, around one of ours.
        Around,
        /// Somebody's, in place of a text of ours.
        Instead(Id),
    }

    /// An element has a tag.
    #[derive(Debug, Default)]
    struct Node {
        whose: Whose,
        tag: String,
        text: String,
        attributes: Vec<(String, String)>,
        parent: Option<Id>,
        children: Vec<Id>,
        /// The children that steps know of.
        ours: Vec<Id>,
    }

    const ROOT: Id = 0;

    /// Of what `meddle` does, all that takes nothing away.
    const ADDS_AND_WRAPS: std::ops::Range<u8> = 0..6;

    /// Nodes as a browser has them, with the root first.
    #[derive(Debug)]
    struct Page(Vec<Node>);

    impl Page {
        fn of(markup: &Markup) -> Page {
            let mut page = Page(vec![Node { tag: "root".to_owned(), ..Node::default() }]);
            page.play(ROOT, &mut drawn(markup).lines());
            page
        }

        fn change(&mut self, old: &Markup, new: &Markup) {
            self.play(ROOT, &mut steps(old, new).lines());
        }

        fn add(&mut self, node: Node) -> Id {
            self.0.push(node);
            self.0.len() - 1
        }

        fn remove(&mut self, node: Id) {
            if let Some(parent) = self.0[node].parent.take() {
                self.0[parent].children.retain(|child| *child != node);
            }
        }

        /// Puts a node, wherever it stands, behind that many of the children.
        fn insert(&mut self, (parent, at): (Id, usize), node: Id) {
            self.remove(node);
            self.0[parent].children.insert(at, node);
            self.0[node].parent = Some(parent);
        }

        fn place(&self, node: Id) -> (Id, usize) {
            let parent = self.0[node].parent.expect("a parent");
            let at = self.0[parent].children.iter().position(|child| *child == node);
            (parent, at.expect("a child of its parent"))
        }

        fn replace(&mut self, node: Id, new: Id) {
            self.remove(new);
            let place = self.place(node);
            self.remove(node);
            self.insert(place, new);
        }

        fn contains(&self, node: Id, inner: Id) -> bool {
            node == inner || self.0[inner].parent.is_some_and(|parent| self.contains(node, parent))
        }

        /// Takes steps as `www/element/play.js` does; lines of the steps are left where this element's end.
        fn play<'a>(&mut self, parent: Id, lines: &mut impl Iterator<Item = &'a str>) {
            let mut next = 0;
            while let Some(line) = lines.next() {
                let (act, rest) = line.split_at(1);
                let node = self.0[parent].ours.get(next).copied().unwrap_or_default();
                let there = self.standing(parent, node);
                match act {
                    "<" | "\"" => {
                        let made = self.make(act, rest);
                        if act == "<" {
                            self.play(made, lines);
                        }
                        self.0[parent].ours.insert(next, made);
                        self.settle(parent, next, true);
                    }
                    "/" => return,
                    "=" => {
                        let (name, value) = attribute(rest);
                        self.0[parent].attributes.retain(|(known, _)| *known != name);
                        self.0[parent].attributes.push((name, value));
                        continue;
                    }
                    "-" => {
                        self.0[parent].attributes.retain(|(known, _)| known != rest);
                        continue;
                    }
                    "x" => {
                        self.0[parent].ours.remove(next);
                        self.remove(there.unwrap_or(node));
                        if there.is_none() && self.0[node].tag.is_empty() {
                            self.settle(parent, next, false);
                        }
                        continue;
                    }
                    ">" | "'" => {
                        match there {
                            None => self.settle(parent, next, false),
                            Some(around) if act == "'" && around != node => self.replace(around, node),
                            _ => {}
                        }
                        if act == ">" {
                            self.play(node, lines);
                        } else {
                            self.0[node].text = rest.to_owned();
                        }
                    }
                    "+" => {}
                    _ => panic!("{line}"),
                }
                next += 1;
            }
        }

        fn make(&mut self, act: &str, rest: &str) -> Id {
            if act == "\"" {
                return self.add(Node { text: rest.to_owned(), ..Node::default() });
            }
            let mut parts = rest.split('|');
            let tag = parts.next().expect("a name").to_owned();
            self.add(Node { tag, attributes: parts.map(attribute).collect(), ..Node::default() })
        }

        fn standing(&self, parent: Id, node: Id) -> Option<Id> {
            if node == ROOT || !self.contains(parent, node) {
                return None;
            }
            let is_alone = |up: Id| self.0[parent].ours.iter().filter(|one| self.contains(up, **one)).count() < 2;
            let mut at = node;
            while let Some(up) = self.0[at].parent.filter(|up| *up != parent && is_alone(*up)) {
                at = up;
            }
            Some(at)
        }

        fn settle(&mut self, parent: Id, next: usize, fresh: bool) {
            let ours = self.0[parent].ours.clone();
            let stands = |one: &Id| self.standing(parent, *one).is_some();
            let from = ours[..next].iter().rposition(stands).map_or(0, |last| last + 1);
            let to = ours[next..].iter().position(stands).map_or(ours.len(), |first| next + first);
            let before = ours[..from].last().and_then(|one| self.standing(parent, *one));
            let after = ours.get(to).and_then(|one| self.standing(parent, *one));
            let gone = &ours[from..to];
            while !fresh || gone.len() > 1 {
                let (parent, at) = before.map_or((parent, 0), |node| (self.place(node).0, self.place(node).1 + 1));
                match self.0[parent].children.get(at) {
                    Some(node) if !ours.iter().any(|one| self.contains(*node, *one)) => self.remove(*node),
                    _ => break,
                }
            }
            let place = match (after, before) {
                (Some(after), _) => self.place(after),
                (_, Some(before)) => (self.place(before).0, self.place(before).1 + 1),
                _ => (parent, self.0[parent].children.len()),
            };
            gone.iter().rev().for_each(|node| self.insert(place, *node));
        }

        /// Those of ours, the root first, that are on the page.
        fn standing_nodes(&self) -> Vec<Id> {
            let mut nodes = vec![ROOT];
            let mut at = 0;
            while at < nodes.len() {
                let parent = nodes[at];
                nodes.extend(self.0[parent].ours.iter().filter(|one| self.standing(parent, **one).is_some()));
                at += 1;
            }
            nodes
        }

        /// What a reader reads, where others' nodes say what they stand around or in place of.
        fn read(&self, node: Id) -> String {
            let told = |child: &Id| match self.0[*child].whose {
                Whose::Ours => self.tell(*child, Page::read),
                Whose::Around => self.read(*child),
                Whose::Instead(text) => self.tell(text, Page::read),
                Whose::Added => String::new(),
            };
            self.0[node].children.iter().map(told).collect()
        }

        /// What steps know of.
        fn known(&self, node: Id) -> String {
            self.0[node].ours.iter().map(|child| self.tell(*child, Page::known)).collect()
        }

        fn tell(&self, node: Id, inside: fn(&Page, Id) -> String) -> String {
            let Node { tag, text, attributes, .. } = &self.0[node];
            let mut attributes = attributes.clone();
            attributes.sort();
            format!("<{tag} {attributes:?}>{text}{}</>", inside(self, node))
        }

        /// Others at work: a pair of numbers says where, and what they do.
        fn meddle(&mut self, hands: &[(u8, u8)]) {
            for (which, what) in hands {
                let standing = self.standing_nodes();
                let node = standing[usize::from(*which) % standing.len()];
                let is_text = self.0[node].tag.is_empty();
                let font = Node { tag: "font".to_owned(), ..Node::default() };
                match what % 9 {
                    0 | 1 if !is_text => {
                        let at = usize::from(what / 9) % (self.0[node].children.len() + 1);
                        let added = self.add(Node { whose: Whose::Added, ..font });
                        self.insert((node, at), added);
                    }
                    2 | 3 if node != ROOT => {
                        let around = self.add(Node { whose: Whose::Around, ..font });
                        self.replace(node, around);
                        self.insert((around, 0), node);
                    }
                    4 | 5 if is_text => {
                        let instead = self.add(Node { whose: Whose::Instead(node), ..font });
                        self.replace(node, instead);
                    }
                    6 if node != ROOT => self.remove(node),
                    7 => self.0[node].children.clone().into_iter().for_each(|child| self.remove(child)),
                    8 if !is_text => {
                        let around = self.add(Node { whose: Whose::Around, ..font });
                        let inside = self.0[node].children.clone();
                        self.insert((node, 0), around);
                        inside.into_iter().enumerate().for_each(|(at, child)| self.insert((around, at), child));
                    }
                    _ => {}
                }
            }
        }
    }

    fn attribute(text: &str) -> (String, String) {
        let (name, value) = text.split_once('=').expect("a name and a value");
        (name.to_owned(), value.to_owned())
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
                            m.attr(key, "k").and_number(i32::from(choice % 5));
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
        fn nodes_say_the_new_markup_whatever_they_said(old in any::<Vec<u8>>(), new in any::<Vec<u8>>()) {
            let (old, new) = (markup(&old), markup(&new));
            let mut page = Page::of(&old);
            page.change(&old, &new);
            prop_assert_eq!(page.read(ROOT), Page::of(&new).read(ROOT), "{} to {}", html(&old), html(&new));
        }

        #[test]
        fn a_translator_and_an_extension_hinder_no_change(
            views in vec(any::<Vec<u8>>(), 2..5),
            hands in vec(vec((any::<u8>(), ADDS_AND_WRAPS), 0..20), 5),
        ) {
            let views: Vec<Markup> = views.iter().map(|choices| markup(choices)).collect();
            let mut page = Page::of(&views[0]);
            for (views, hands) in views.windows(2).zip(&hands) {
                page.meddle(hands);
                page.change(&views[0], &views[1]);
                prop_assert_eq!(page.read(ROOT), Page::of(&views[1]).read(ROOT), "{} to {}", html(&views[0]), html(&views[1]));
            }
        }

        #[test]
        fn whatever_others_take_out_what_changes_is_there(
            views in vec(any::<Vec<u8>>(), 2..5),
            hands in vec(vec(any::<(u8, u8)>(), 0..20), 5),
        ) {
            let views: Vec<Markup> = views.iter().map(|choices| markup(choices)).collect();
            let mut page = Page::of(&views[0]);
            for (views, hands) in views.windows(2).zip(&hands) {
                page.meddle(hands);
                let before = page.0.len();
                page.change(&views[0], &views[1]);
                let made = Page::of(&views[1]);
                prop_assert_eq!(page.known(ROOT), made.known(ROOT));
                for node in before..page.0.len() {
                    prop_assert!(page.contains(ROOT, node), "{}", page.0[node].text);
                }
            }
        }
    }

    #[test]
    fn what_stays_is_left_alone_and_what_follows_too() {
        let list = |codes: &[&str]| {
            let mut m = Markup::default();
            for code in codes {
                m.element("li", |m| {
                    m.attr("data-country", code).say(code);
                });
            }
            m
        };
        assert_eq!(
            steps(&list(&["BN", "KH", "VN"]), &list(&["BN", "VN", "KR"])),
            "+\nx\n+\n<li\n=data-country=KR\n\"KR\n/\n"
        );
    }

    #[test]
    fn another_countrys_card_is_another_element() {
        let card = |code: &str| {
            let mut m = Markup::default();
            m.element("section", |m| {
                m.attr("data-country", code).leaf("b", "Copy");
            });
            m
        };
        let other = "<section\n=data-country=KR\n<b\n\"Copy\n/\n/\nx\n";
        assert_eq!(steps(&card("VN"), &card("KR")), other);
    }

    fn line(words: &[&str]) -> Markup {
        let mut m = Markup::default();
        m.element("p", |m| words.iter().for_each(|word| m.leaf("b", word)));
        m
    }

    #[test]
    fn a_change_brings_back_what_was_cleared() {
        let (old, new) = (line(&["one", "two"]), line(&["one", "three"]));
        let mut page = Page::of(&old);
        for node in page.standing_nodes() {
            page.remove(node);
        }
        assert_eq!(page.read(ROOT), "");
        page.change(&old, &new);
        assert!(page.read(ROOT).contains("three"), "{}", page.read(ROOT));
    }

    #[test]
    fn what_others_have_added_beside_a_change_stays() {
        let (old, new) = (line(&["one", "two"]), line(&["one", "three", "four"]));
        let mut page = Page::of(&old);
        page.meddle(&[(0, 0), (1, 0), (1, 9), (1, 18)]);
        page.change(&old, &new);
        let added: Vec<Id> = (0..page.0.len()).filter(|node| matches!(page.0[*node].whose, Whose::Added)).collect();
        assert_eq!(added.len(), 4);
        assert!(added.iter().all(|node| page.contains(ROOT, *node)));
    }
}
