//! What is on the screen, as a value with two readers: `write::html` (text) and `write::dom` (browser).

/// One step of a walk through a tree of elements.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    /// An element begins; `end` is the index of its `Close`.
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

/// A piece of text: fixed, or a range of the markup's own text.
#[derive(Clone, Copy, Debug)]
pub enum Span {
    Fixed(&'static str),
    Range(usize, usize),
}

/// A flat list of steps and the text they point to.
#[derive(Clone, Debug, Default)]
pub struct Markup {
    steps: Vec<Step>,
    text: String,
}

impl Markup {
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    pub fn text(&self, span: Span) -> &str {
        match span {
            Span::Fixed(text) => text,
            Span::Range(start, end) => &self.text[start..end],
        }
    }

    /// An element with what `inside` adds: attributes first, then children.
    pub fn element(&mut self, tag: &'static str, inside: impl FnOnce(&mut Markup)) {
        let open = self.steps.len();
        self.push(Step::Open { tag, end: 0 });
        inside(self);
        self.close(open);
    }

    /// Out of line, as are `push` and its callers: the view is made of some hundreds of calls.
    #[inline(never)]
    fn close(&mut self, open: usize) {
        let here = self.steps.len();
        if let Step::Open { end, .. } = &mut self.steps[open] {
            *end = here;
        }
        self.push(Step::Close);
    }

    #[inline(never)]
    fn push(&mut self, step: Step) {
        self.steps.push(step);
    }

    /// An element that holds text only.
    pub fn leaf(&mut self, tag: &'static str, parts: &[&str]) {
        self.element(tag, |m| {
            m.say(parts);
        });
    }

    /// An attribute with a fixed value.
    #[inline(never)]
    pub fn attr(&mut self, name: &'static str, value: &'static str) -> &mut Markup {
        self.push(Step::Attr { name, value: Span::Fixed(value) });
        self
    }

    /// An attribute whose value is made of these parts.
    #[inline(never)]
    pub fn attr_of(&mut self, name: &'static str, parts: &[&str]) -> &mut Markup {
        let value = self.span(parts);
        self.push(Step::Attr { name, value });
        self
    }

    /// Text made of these parts, joined to text that stands right before it, as the DOM's parser joins them.
    #[inline(never)]
    pub fn say(&mut self, parts: &[&str]) -> &mut Markup {
        let Span::Range(mut start, end) = self.span(parts) else { return self };
        if start == end {
            return self;
        }
        if let Some(Step::Text { value: Span::Range(before, _) }) = self.steps.last() {
            start = *before;
            self.steps.pop();
        }
        self.push(Step::Text { value: Span::Range(start, end) });
        self
    }

    #[inline(never)]
    fn span(&mut self, parts: &[&str]) -> Span {
        let start = self.text.len();
        parts.iter().for_each(|part| self.text.push_str(part));
        Span::Range(start, self.text.len())
    }

    /// Whether the steps from `at` up to and including `to` say the same as those of `other` from `from`.
    pub fn same(&self, at: usize, to: usize, other: &Markup, from: usize) -> bool {
        let others = other.steps.get(from..=from + to - at);
        let equal = |(a, b): (&Step, &Step)| match (*a, *b) {
            (Step::Open { tag, .. }, Step::Open { tag: other, .. }) => tag == other,
            (Step::Attr { name, value }, Step::Attr { name: other_name, value: other_value }) => {
                name == other_name && self.text(value) == other.text(other_value)
            }
            (Step::Text { value }, Step::Text { value: other_value }) => self.text(value) == other.text(other_value),
            (Step::Close, Step::Close) => true,
            _ => false,
        };
        others.is_some_and(|others| self.steps[at..=to].iter().zip(others).all(equal))
    }
}

/// An integer in decimal digits.
pub fn number(value: i32) -> String {
    let (mut digits, mut rest) = (Vec::new(), value.unsigned_abs());
    loop {
        digits.push(char::from(b'0' + (rest % 10) as u8));
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    digits.extend((value < 0).then_some('-'));
    digits.into_iter().rev().collect()
}
