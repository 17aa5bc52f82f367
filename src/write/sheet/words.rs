//! Text set into lines without knowing the font: letters are taken for a little wider than they are in common ones.

/// A size and weight of type.
#[derive(Clone, Copy, Debug, Default)]
pub struct Face {
    pub size: i32,
    pub weight: u16,
}

/// A paragraph, broken into lines.
#[derive(Debug, Default)]
pub struct Block {
    pub face: Face,
    pub lines: Vec<String>,
}

impl Block {
    /// From one baseline to the next.
    pub fn leading(&self) -> i32 {
        self.face.size * if self.face.size > 24 { 12 } else { 14 } / 10
    }

    pub fn height(&self) -> i32 {
        self.leading() * self.lines.len() as i32
    }
}

impl Face {
    /// Breaks a text between its words, and a word that is wider than a line wherever the line ends.
    pub fn block(self, text: &str, width: i32) -> Block {
        let mut lines = vec![String::new()];
        for word in text.split(' ') {
            let line = lines.last_mut().expect("there is always a line");
            let joined = if line.is_empty() { word.to_owned() } else { [line, " ", word].concat() };
            if self.width(&joined) <= width {
                *line = joined;
                continue;
            }
            if !line.is_empty() {
                lines.push(String::new());
            }
            self.spill(word, width, &mut lines);
        }
        Block { face: self, lines }
    }

    /// Puts a word on the last line, and on as many more as it needs.
    fn spill(self, word: &str, width: i32, lines: &mut Vec<String>) {
        for letter in word.chars() {
            let line = lines.last_mut().expect("there is always a line");
            line.push(letter);
            if self.width(line) > width && line.chars().count() > 1 {
                line.pop();
                lines.push(letter.into());
            }
        }
    }

    /// In pixels.
    fn width(self, line: &str) -> i32 {
        let bold = if self.weight > 500 { 112 } else { 100 };
        line.chars().map(hundredths).sum::<i32>() * self.size * bold / 10_000
    }
}

/// The width of a letter in hundredths of the size.
fn hundredths(letter: char) -> i32 {
    match letter {
        ' ' | '.' | ',' | ':' | ';' | '\'' | '!' | '|' | 'i' | 'j' | 'l' | 'I' | '·' => 32,
        '(' | ')' | '[' | ']' | '-' | '/' | 'f' | 't' | 'r' => 41,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 95,
        'A'..='Z' | '&' | '=' | '#' => 72,
        '\u{1100}'.. => 97,
        _ => 61,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FACE: Face = Face { size: 20, weight: 400 };

    #[test]
    fn lines_break_between_words_and_lose_none() {
        let text = "The ROK and Viet Nam established diplomatic relations on 22 December 1992.";
        let block = FACE.block(text, 300);
        assert_eq!(block.lines.join(" "), text);
        assert!(block.lines.len() > 1 && block.lines.iter().all(|line| FACE.width(line) <= 300));
    }

    #[test]
    fn a_word_wider_than_a_line_is_broken_where_the_line_ends() {
        let text = "https://example.org/a-very-long-address/that/goes/on#map=VN";
        let block = FACE.block(text, 120);
        assert_eq!(block.lines.concat(), text);
        assert!(block.lines.len() > 2 && block.lines.iter().all(|line| FACE.width(line) <= 120));
    }
}
