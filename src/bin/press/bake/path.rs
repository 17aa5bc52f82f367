//! Rings to SVG path data.

use super::atlas::Ring;
use rok_asean_map::map::Point;
use std::mem::replace;

/// Closed, relative path data: numbers with one space between, as `map.js` writes them too.
pub fn data(rings: &[Ring]) -> String {
    let mut start = Point { x: 0, y: 0 };
    let closed = |ring: &Ring| {
        let mut at = replace(&mut start, ring[0]);
        let step = |to: &Point| {
            let from = replace(&mut at, *to);
            format!("{} {}", to.x - from.x, to.y - from.y)
        };
        format!("m{}z", ring.iter().map(step).collect::<Vec<_>>().join(" "))
    };
    rings.iter().filter(|ring| ring.len() > 2).map(closed).collect()
}
