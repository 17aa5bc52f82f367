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

/// Among `codes`, the place of the country nearest to the one at `from` in that direction, what lies straight ahead
/// before what lies aside; `None` at the edge of the map or for a code without a shape.
pub fn towards(codes: &[&str], from: usize, direction: Direction) -> Option<usize> {
    let start = seen(shape(codes.get(from)?)?);
    let mut best = None;
    for (index, code) in codes.iter().enumerate() {
        let cost = shape(code).and_then(|shape| cost(start, seen(shape), direction));
        if let Some(cost) = cost
            && best.is_none_or(|(least, _)| cost < least)
        {
            best = Some((cost, index));
        }
    }
    best.map(|(_, index)| index)
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
