//! What is on the screen, as a value with two readers: `write::html` (text) and `write::steps` (browser).

use crate::map::Outline;

/// One step of a walk through a tree of elements.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    /// An element begins: its name, and behind bars the attributes that it always has, as in `p|class=when`. `end` is the
    /// index of its `Close`.
    Open {
        tag: &'static str,
        end: usize,
    },
    /// An attribute of the element that has just begun.
    Attr {
        name: &'static str,
        value: Span,
    },
    /// Text; never empty, never next to another text.
    Text {
        value: Span,
    },
    Close,
}

/// A range of the markup's own text.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    start: usize,
    end: usize,
}

/// What the number of an outline stands behind.
pub const OUTLINE: &str = "#";

/// A flat list of steps and the text they point to.
#[derive(Clone, Debug, Default)]
pub struct Markup {
    steps: Vec<Step>,
    text: String,
    /// The index of the `Open` of the element that is being filled; until it ends, its `end` is that of the one around it.
    filled: usize,
}

impl Markup {
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    pub fn value(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// An element with what `inside` adds: attributes first, then children.
    pub fn element(&mut self, tag: &'static str, inside: impl FnOnce(&mut Markup)) {
        self.open(tag);
        inside(self);
        self.close();
    }

    /// An element that holds text only.
    pub fn leaf(&mut self, tag: &'static str, text: &str) {
        self.open(tag);
        self.say(text).close();
    }

    /// An attribute; more of its value may follow by `and`.
    #[inline(never)]
    pub fn attr(&mut self, name: &'static str, value: &str) -> &mut Markup {
        let here = self.here();
        self.push(Step::Attr { name, value: here });
        self.and(value)
    }

    /// The form of a `path`: an outline by its number, for what reads the markup to put its data in.
    pub fn outline(&mut self, outline: Outline) -> &mut Markup {
        self.attr("d", OUTLINE).and_number(outline.0.into())
    }

    /// Text, joined to text that stands right before it, as the DOM's parser joins them.
    #[inline(never)]
    pub fn say(&mut self, text: &str) -> &mut Markup {
        if text.is_empty() {
            return self;
        }
        self.text().push_str(text);
        self
    }

    /// Where text is written, which may not stay empty.
    #[inline(never)]
    pub fn text(&mut self) -> &mut String {
        if !matches!(self.steps.last(), Some(Step::Text { .. })) {
            let value = self.here();
            self.push(Step::Text { value });
        }
        &mut self.text
    }

    /// More of the value or text that was begun last.
    #[inline(never)]
    pub fn and(&mut self, more: &str) -> &mut Markup {
        self.text.push_str(more);
        self
    }

    /// An integer as more of the value or text that was begun last.
    #[inline(never)]
    pub fn and_number(&mut self, value: i32) -> &mut Markup {
        number(&mut self.text, value);
        self
    }

    /// A span that begins here.
    fn here(&self) -> Span {
        Span { start: self.text.len(), end: self.text.len() }
    }

    // Out of line, as are their callers: the view is made of some hundreds of calls.
    #[inline(never)]
    fn open(&mut self, tag: &'static str) {
        let around = std::mem::replace(&mut self.filled, self.steps.len());
        self.push(Step::Open { tag, end: around });
    }

    #[inline(never)]
    fn close(&mut self) {
        let here = self.steps.len();
        if let Step::Open { end, .. } = &mut self.steps[self.filled] {
            self.filled = std::mem::replace(end, here);
        }
        self.push(Step::Close);
    }

    /// What was begun last ends where the next step begins.
    #[inline(never)]
    fn push(&mut self, step: Step) {
        if let Some(Step::Attr { value, .. } | Step::Text { value }) = self.steps.last_mut() {
            value.end = self.text.len();
        }
        self.steps.push(step);
    }

    /// Whether the steps from `at` up to, not including, `to` say the same as those of `other` from `from`.
    pub fn same(&self, at: usize, to: usize, other: &Markup, from: usize) -> bool {
        let others = other.steps.get(from..from + to - at);
        let equal = |(a, b): (&Step, &Step)| match (*a, *b) {
            (Step::Open { tag, .. }, Step::Open { tag: other, .. }) => tag == other,
            (Step::Attr { name, value }, Step::Attr { name: other_name, value: other_value }) => {
                name == other_name && self.value(value) == other.value(other_value)
            }
            (Step::Text { value }, Step::Text { value: other_value }) => self.value(value) == other.value(other_value),
            (Step::Close, Step::Close) => true,
            _ => false,
        };
        others.is_some_and(|others| self.steps[at..to].iter().zip(others).all(equal))
    }
}

/// Adds an integer in decimal digits.
#[inline(never)]
pub fn number(out: &mut String, value: i32) {
    if value < 0 {
        out.push('-');
    }
    let rest = value.unsigned_abs();
    if rest > 9 {
        number(out, (rest / 10) as i32);
    }
    out.push(char::from(b'0' + (rest % 10) as u8));
}
