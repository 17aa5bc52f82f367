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

/// Among `codes`, the country nearest to `from` in that direction, what lies straight ahead before
/// what lies aside; `None` at the edge of the map or for a code without a shape.
pub fn towards<'a>(from: &str, direction: Direction, codes: &[&'a str]) -> Option<&'a str> {
    let start = seen(shape(from)?);
    let cost = |code: &&str| shape(code).and_then(|shape| cost(start, seen(shape), direction));
    codes.iter().copied().filter(|code| *code != from && cost(code).is_some()).min_by_key(cost)
}

/// Where a reader sees the country: its disc, else its capital.
fn seen(shape: &Shape) -> Point {
    shape.callout.as_ref().map_or(shape.capital, |callout| callout.at)
}

/// Whether it lies rather aside than ahead, and how far it is in steps along the axes; `None` for
/// what lies behind.
///
/// What lies ahead within 45 degrees comes first. Each such step brings any goal in that quarter
/// nearer, so arrows lead from every country to every other, whichever ones a dataset holds.
fn cost(from: Point, to: Point, direction: Direction) -> Option<(bool, i32)> {
    let (x, y) = (to.x - from.x, to.y - from.y);
    let (ahead, aside) = match direction {
        Direction::Up => (-y, x.abs()),
        Direction::Down => (y, x.abs()),
        Direction::Left => (-x, y.abs()),
        Direction::Right => (x, y.abs()),
    };
    (ahead > 0).then_some((aside > ahead, ahead + aside))
}
