//! Texts as they look: whatever they are written with, those that a reader takes for the same compare as the same.

/// The forms of Unicode's annex 15.
#[cfg(not(target_arch = "wasm32"))]
mod form {
    use unicode_normalization::UnicodeNormalization as _;

    pub fn nfc(text: &str) -> String {
        text.nfc().collect()
    }

    pub fn nfkd(text: &str) -> String {
        text.nfkd().collect()
    }
}

/// The same by the browser, which has these tables.
#[cfg(target_arch = "wasm32")]
mod form {
    use js_sys::JsString;

    pub fn nfc(text: &str) -> String {
        JsString::from(text).normalize("NFC").into()
    }

    pub fn nfkd(text: &str) -> String {
        JsString::from(text).normalize("NFKD").into()
    }
}

/// Letters of other scripts, and Latin ones with a stroke, that stand for a Latin letter unnoticed (UTS 39).
const LOOK_ALIKES: [(char, &str); 17] = [
    ('a', "АаΑαɑ"),
    ('c', "СсϹϲ"),
    ('e', "ЕеΕε"),
    ('h', "НһҺΗħĦ"),
    ('i', "ІіΙιıɨ"),
    ('j', "ЈјͿϳ"),
    ('k', "КкΚκ"),
    ('l', "ӀӏłŁ"),
    ('m', "МмΜ"),
    ('n', "Νпη"),
    ('o', "ОоΟοσøØ"),
    ('p', "РрΡρ"),
    ('r', "гᴦ"),
    ('s', "Ѕѕꜱ"),
    ('t', "ТтΤτŧŦ"),
    ('u', "υս"),
    ('f', "Ϝϝ"),
];

/// Beyond this there is none of them, but all of Korean.
const LAST_LOOK_ALIKE: char = '\u{ab00}';

/// A text in plain letters: without case, marks, and what shows nothing. Words that are only set apart are run together;
/// other punctuation stays.
pub struct Normal {
    pub letters: String,
    /// Where something stood between two letters, in bytes.
    gaps: Vec<usize>,
}

impl Normal {
    pub fn of(text: &str) -> Normal {
        let mut normal = Normal { letters: String::with_capacity(text.len()), gaps: Vec::new() };
        if is_plain(text) {
            text.chars().for_each(|char| normal.push(char));
        } else {
            let seen: String =
                form::nfkd(text).chars().filter(|char| !is_ignorable(*char) && !is_mark(*char)).collect();
            form::nfc(&seen).chars().for_each(|char| normal.push(char));
        }
        normal
    }

    fn push(&mut self, char: char) {
        if char.is_ascii_alphanumeric() {
            self.letters.push(char.to_ascii_lowercase());
        } else if !is_gap(char) {
            self.letters.extend(latin(char).to_lowercase());
        } else if self.gaps.last() != Some(&self.letters.len()) {
            self.gaps.push(self.letters.len());
        }
    }

    /// Whether something stood somewhere from `start` on and before `end`.
    pub fn has_gap(&self, start: usize, end: usize) -> bool {
        let next = self.gaps.partition_point(|gap| *gap < start);
        self.gaps.get(next).is_some_and(|gap| *gap < end)
    }
}

/// The Latin letter that this one looks like, else itself.
fn latin(char: char) -> char {
    if char.is_ascii() || char > LAST_LOOK_ALIKE {
        return char;
    }
    LOOK_ALIKES.iter().find(|(_, alike)| alike.contains(char)).map_or(char, |(latin, _)| *latin)
}

/// What sets words apart without ending a sentence: spaces, hyphens and dashes, middle dots (ㆍ in its parts is ᆞ).
#[rustfmt::skip]
fn is_gap(char: char) -> bool {
    char.is_whitespace() || matches!(char,
        '\u{2800}' | '-' | '_' | '~' | '·' | '\u{58a}' | '\u{2010}'..='\u{2015}' | '•' | '‧' | '⁃' | '−' | '∙' | '⋅' | '⸱' | '〜' | '・' | 'ᆞ')
}

/// Whether a reader sees nothing of this text.
pub fn is_unseen(text: &str) -> bool {
    // U+2800 is a letter of braille without a dot.
    let unseen = |char| char == '\u{2800}' || is_ignorable(char) || is_mark(char);
    text.chars().all(|char| char.is_whitespace() || char.is_control() || unseen(char))
}

/// The characters that software is asked to leave unseen (`Default_Ignorable_Code_Point` of Unicode).
#[rustfmt::skip]
pub fn is_ignorable(char: char) -> bool {
    matches!(char,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Marks that stand on letters of any script.
fn is_mark(char: char) -> bool {
    matches!(char, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// As most texts are: what could not be written in another way.
fn is_plain(text: &str) -> bool {
    text.chars().all(|char| char.is_ascii() || ('가'..='힣').contains(&char))
}

/// Whether each letter is one with its marks, as keyboards write it (NFC).
pub fn is_composed(text: &str) -> bool {
    is_plain(text) || form::nfc(text) == text
}
