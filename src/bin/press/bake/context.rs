//! All land that is not drawn by itself, as one shape.

use super::atlas::{Atlas, Ring, index};
use super::in_view;
use super::topology::Loop;
use rok_asean_map::map::{Point, SIZE};
use std::collections::HashMap;

/// How far the land runs on beyond the view, so that its cut edge is never seen.
const MARGIN: i32 = 20;

/// Outlines of the merged land within the view.
pub fn land(atlas: &Atlas) -> Vec<Ring> {
    let loops = stitch(atlas, outer(atlas));
    let rings = atlas.rings(&loops).map(clip);
    rings.filter(|ring| ring.iter().any(|point| in_view(point.x.into(), point.y.into(), 0.0))).collect()
}

/// Arcs with context land on one side only: what is used twice is a border among others.
fn outer(atlas: &Atlas) -> Vec<i32> {
    let mut uses: HashMap<usize, u32> = HashMap::new();
    atlas.others().flatten().for_each(|arc| *uses.entry(index(*arc)).or_default() += 1);
    atlas.others().flatten().copied().filter(|arc| uses[&index(*arc)] == 1).collect()
}

/// Arcs put end to end again.
fn stitch(atlas: &Atlas, arcs: Vec<i32>) -> Vec<Loop> {
    let mut from: HashMap<_, Vec<i32>> = HashMap::new();
    arcs.iter().rev().for_each(|arc| from.entry(atlas.ends(*arc)[0]).or_default().push(*arc));
    let mut next = |end| from.get_mut(&end).and_then(Vec::pop);
    let mut loops = Vec::new();
    for arc in &arcs {
        let start = atlas.ends(*arc)[0];
        let chain = std::iter::successors(next(start), |arc| {
            let end = atlas.ends(*arc)[1];
            if end == start { None } else { next(end) }
        });
        loops.push(chain.collect());
    }
    loops.retain(|chain: &Loop| !chain.is_empty());
    loops
}

/// A ring cut at the four edges of the view, its margin included.
fn clip(ring: Ring) -> Ring {
    let (low, high) = (-MARGIN, SIZE + MARGIN);
    let ring = cut(&ring, |p| p.x - low);
    let ring = cut(&ring, |p| high - p.x);
    let ring = cut(&ring, |p| p.y - low);
    cut(&ring, |p| high - p.y)
}

/// Keeps the side of an edge where `depth` is not negative.
fn cut(ring: &Ring, depth: impl Fn(&Point) -> i32) -> Ring {
    let mut kept = Ring::new();
    for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
        let (from, to) = (depth(a), depth(b));
        if (from < 0) != (to < 0) {
            kept.push(part(a, b, f64::from(from) / f64::from(from - to)));
        }
        if to >= 0 {
            kept.push(*b);
        }
    }
    super::line::straight(kept)
}

/// The point a part of the way from `a` to `b`.
fn part(a: &Point, b: &Point, part: f64) -> Point {
    let on = |a: i32, b: i32| a + (f64::from(b - a) * part).round() as i32;
    Point { x: on(a.x, b.x), y: on(a.y, b.y) }
}
