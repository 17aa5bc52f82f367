//! Rings to the shortest SVG path data.

use super::atlas::Ring;
use rok_asean_map::map::Point;
use std::fmt::Write;

/// Closed, relative path data without a separator that SVG does not need.
pub fn data(rings: &[Ring]) -> String {
    let mut pen = Pen::default();
    rings.iter().filter(|ring| ring.len() > 2).for_each(|ring| pen.ring(ring));
    pen.text
}

#[derive(Default)]
struct Pen {
    text: String,
    at: Option<Point>,
    letter: char,
}

impl Pen {
    fn ring(&mut self, ring: &Ring) {
        self.step('m', ring[0]);
        self.letter = 'l';
        ring[1..].iter().for_each(|point| self.line(*point));
        self.text.push('z');
        (self.at, self.letter) = (Some(ring[0]), 'z');
    }

    fn line(&mut self, to: Point) {
        match self.at {
            Some(at) if at.y == to.y => self.step('h', to),
            Some(at) if at.x == to.x => self.step('v', to),
            _ => self.step('l', to),
        }
    }

    fn step(&mut self, letter: char, to: Point) {
        let at = self.at.replace(to).unwrap_or(Point { x: 0, y: 0 });
        let changed = std::mem::replace(&mut self.letter, letter) != letter;
        if changed {
            self.text.push(letter);
        }
        let numbers = [(letter != 'v', to.x - at.x), (letter != 'h', to.y - at.y)];
        let numbers = numbers.into_iter().filter(|number| number.0);
        numbers.for_each(|(_, number)| self.number(number));
    }

    fn number(&mut self, number: i32) {
        if number >= 0 && self.text.ends_with(|last: char| last.is_ascii_digit()) {
            self.text.push(' ');
        }
        // Writing to a string cannot fail.
        let _ = write!(self.text, "{number}");
    }
}
