//! Who lies in which direction: what an arrow key means on the map.

use super::{Point, Shape, shape};

/// The four arrow keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// North.
    Up,
    /// South.
    Down,
    /// West.
    Left,
    /// East.
    Right,
}

/// Among `codes`, the country nearest to `from` in that direction, straightness favoured;
/// `None` at the edge of the map or for a code without a shape.
pub fn towards<'a>(from: &str, direction: Direction, codes: &[&'a str]) -> Option<&'a str> {
    let start = seen(shape(from)?);
    let cost = |code: &&str| shape(code).and_then(|shape| cost(start, seen(shape), direction));
    codes.iter().copied().filter(|code| *code != from && cost(code).is_some()).min_by_key(cost)
}

/// Where a reader sees the country: its disc, else its capital.
fn seen(shape: &Shape) -> Point {
    shape.callout.as_ref().map_or(shape.capital, |callout| callout.at)
}

/// How far it is, a step aside counting half as much again; `None` for what lies behind.
///
/// With this weight arrows join every choice of countries; with 1:1 or 1:2 some choices fall apart.
fn cost(from: Point, to: Point, direction: Direction) -> Option<i32> {
    let (x, y) = (to.x - from.x, to.y - from.y);
    let (ahead, aside) = match direction {
        Direction::Up => (-y, x),
        Direction::Down => (y, x),
        Direction::Left => (-x, y),
        Direction::Right => (x, y),
    };
    (ahead > 0).then_some(2 * ahead + 3 * aside.abs())
}
