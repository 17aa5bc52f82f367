//! Tolerant areas to press: the sea within a thumb's reach of a country's land, shared out so that
//! no country takes from another's land, nor from land that is no country of the map.

use super::atlas::Ring;
use super::line::straight;
use rok_asean_map::map::{Point, SIZE};
use std::collections::BTreeMap;

/// Side of a cell, in map units.
const CELL: i32 = 10;
/// Cells along the view's side.
const COUNT: i32 = SIZE / CELL;
/// A thumb's reach: 24 CSS pixels on a map 288 wide, the narrowest, as far as a disc's.
const REACH: f64 = 84.0;

/// The area of each country, as outlines along the cells' edges. A disc's centre counts as land.
pub fn areas(lands: &[Vec<Ring>], discs: &[Option<Point>], context: &[Ring]) -> Vec<Vec<Ring>> {
    let masks: Vec<Vec<bool>> = lands.iter().map(Vec::as_slice).chain([context]).map(mask).collect();
    let cells: Vec<Option<usize>> =
        (0..COUNT * COUNT).map(|cell| owner(lands, discs, &masks, cell % COUNT, cell / COUNT)).collect();
    let area = |country| {
        outline(&|x, y| {
            (0..COUNT).contains(&x) && (0..COUNT).contains(&y) && cells[(y * COUNT + x) as usize] == Some(country)
        })
    };
    (0..lands.len()).map(area).collect()
}

/// The country that a cell belongs to: the nearest, where no other has land in the cell.
fn owner(lands: &[Vec<Ring>], discs: &[Option<Point>], masks: &[Vec<bool>], x: i32, y: i32) -> Option<usize> {
    let middle = Point { x: x * CELL + CELL / 2, y: y * CELL + CELL / 2 };
    let mut present = (0..masks.len()).filter(|country| touches(&masks[*country], x, y));
    match (present.next(), present.next()) {
        (None, _) => nearest(lands, discs, middle),
        (only, None) => only.filter(|country| *country < lands.len()),
        _ => None,
    }
}

fn nearest(lands: &[Vec<Ring>], discs: &[Option<Point>], from: Point) -> Option<usize> {
    let distances = lands.iter().zip(discs).map(|(land, disc)| distance(land, *disc, from)).enumerate();
    let (country, distance) = distances.min_by(|a, b| a.1.total_cmp(&b.1))?;
    (distance <= REACH).then_some(country)
}

fn distance(land: &[Ring], disc: Option<Point>, from: Point) -> f64 {
    let edges = land.iter().flat_map(edges).chain(disc.map(|disc| (disc, disc)));
    edges.map(|(a, b)| to_edge(from, a, b)).fold(f64::INFINITY, f64::min)
}

/// From a point to the nearest point of an edge.
fn to_edge(from: Point, a: Point, b: Point) -> f64 {
    let [ax, ay, bx, by] = [a.x - from.x, a.y - from.y, b.x - a.x, b.y - a.y].map(f64::from);
    let length = bx * bx + by * by;
    let along = if length == 0.0 { 0.0 } else { (-(ax * bx + ay * by) / length).clamp(0.0, 1.0) };
    (ax + along * bx).hypot(ay + along * by)
}

fn edges(ring: &Ring) -> impl Iterator<Item = (Point, Point)> {
    ring.iter().copied().zip(ring.iter().copied().cycle().skip(1))
}

/// Which square units of the view have their middle on land.
fn mask(land: &[Ring]) -> Vec<bool> {
    (0..SIZE).flat_map(|y| row(land, f64::from(y) + 0.5)).collect()
}

fn row(land: &[Ring], y: f64) -> Vec<bool> {
    let crossing = |(a, b): (Point, Point)| {
        let [ax, ay, bx, by] = [a.x, a.y, b.x, b.y].map(f64::from);
        ((ay > y) != (by > y)).then(|| ax + (y - ay) / (by - ay) * (bx - ax))
    };
    let crossings: Vec<f64> = land.iter().flat_map(edges).filter_map(crossing).collect();
    let left = |x: i32| crossings.iter().filter(|at| **at < f64::from(x) + 0.5).count();
    (0..SIZE).map(|x| left(x) % 2 == 1).collect()
}

fn touches(mask: &[bool], x: i32, y: i32) -> bool {
    let on = |unit: i32| mask[((y * CELL + unit / CELL) * SIZE + x * CELL + unit % CELL) as usize];
    (0..CELL * CELL).any(on)
}

/// Outlines of a set of cells: their edges with a cell on the right only, put end to end.
fn outline(has: &dyn Fn(i32, i32) -> bool) -> Vec<Ring> {
    let mut edges: BTreeMap<(i32, i32), Vec<(i32, i32)>> = BTreeMap::new();
    for (y, x) in (0..COUNT).flat_map(|y| (0..COUNT).map(move |x| (y, x))).filter(|(y, x)| has(*x, *y)) {
        let sides = [(0, -1, 0, 0, 1, 0), (1, 0, 1, 0, 1, 1), (0, 1, 1, 1, 0, 1), (-1, 0, 0, 1, 0, 0)];
        for (_, _, ax, ay, bx, by) in sides.into_iter().filter(|side| !has(x + side.0, y + side.1)) {
            edges.entry((y + ay, x + ax)).or_default().push((y + by, x + bx));
        }
    }
    std::iter::from_fn(|| walk(&mut edges)).collect()
}

/// Takes one closed walk out of the edges that are left.
fn walk(edges: &mut BTreeMap<(i32, i32), Vec<(i32, i32)>>) -> Option<Ring> {
    let start = *edges.keys().next()?;
    let (mut at, mut ring) = (start, Ring::new());
    loop {
        ring.push(Point { x: at.1 * CELL, y: at.0 * CELL });
        let ends = edges.get_mut(&at)?;
        let next = ends.pop()?;
        if ends.is_empty() {
            edges.remove(&at);
        }
        at = next;
        if at == start {
            return Some(straight(ring));
        }
    }
}
