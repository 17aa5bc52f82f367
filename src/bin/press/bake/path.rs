//! Rings to SVG path data.

use super::atlas::Ring;
use rok_asean_map::map::Point;
use std::mem::replace;

/// Closed, relative path data: numbers with one space between, as `map.js` writes them too.
pub fn data(rings: &[Ring]) -> String {
    let mut start = Point { x: 0, y: 0 };
    let mut left: Vec<&Ring> = rings.iter().filter(|ring| ring.len() > 2).collect();
    let mut data = String::new();
    // From each ring to the nearest that is left: small numbers are short.
    while let Some(nearest) = (0..left.len()).min_by_key(|ring| apart(start, left[*ring][0])) {
        let ring = left.remove(nearest);
        data += &closed(ring, start);
        start = ring[0];
    }
    data
}

fn apart(a: Point, b: Point) -> i32 {
    (a.x - b.x).abs() + (a.y - b.y).abs()
}

/// A ring, from where the last one began.
fn closed(ring: &Ring, mut at: Point) -> String {
    let step = |to: &Point| {
        let from = replace(&mut at, *to);
        format!("{} {}", to.x - from.x, to.y - from.y)
    };
    format!("m{}z", ring.iter().map(step).collect::<Vec<_>>().join(" "))
}
