//! Lines: simplifying an arc, and the great circle from Seoul.

use rok_asean_map::map::{Point, Shape, shape};

/// Visvalingam's simplification: cuts the flattest corner until each turns around `least` square
/// units, then rounds. Ends stay, and an island keeps three corners.
pub fn simplify(arc: &[[f64; 2]], least: f64) -> Vec<Point> {
    let mut line = arc.to_vec();
    let fewest = if arc.first() == arc.last() { 5 } else { 2 };
    while line.len() > fewest {
        match flattest(&line) {
            Some((at, turn)) if turn < least => line.remove(at),
            _ => break,
        };
    }
    straight(line.iter().map(round).collect())
}

/// The corner that turns around the least land.
fn flattest(line: &[[f64; 2]]) -> Option<(usize, f64)> {
    let corners = line.windows(3).enumerate().map(|(at, corner)| (at + 1, turn(corner)));
    corners.min_by(|a, b| a.1.total_cmp(&b.1))
}

fn turn(corner: &[[f64; 2]]) -> f64 {
    let [a, b, c] = [corner[0], corner[1], corner[2]];
    ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])).abs() / 2.0
}

/// Drops doubled points and those in the middle of a straight line.
pub fn straight(line: Vec<Point>) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::new();
    for point in line {
        while kept.len() > 1 && between(kept[kept.len() - 2], kept[kept.len() - 1], point) {
            kept.pop();
        }
        kept.push(point);
    }
    kept.dedup();
    kept
}

/// Whether `b` lies on the straight line from `a` to `c`.
fn between(a: Point, b: Point, c: Point) -> bool {
    let (first, second) = ((b.x - a.x, b.y - a.y), (c.x - b.x, c.y - b.y));
    first.0 * second.1 == first.1 * second.0 && first.0 * second.0 + first.1 * second.1 >= 0
}

fn round([x, y]: &[f64; 2]) -> Point {
    Point { x: x.round() as i32, y: y.round() as i32 }
}

/// The great circle from Seoul to a capital as two quadratic curves, each through its true middle;
/// one alone strays five map units on the way to Jakarta. None leads to Seoul itself.
pub fn from_seoul(to: &Shape) -> Option<String> {
    let seoul = shape("KR")?.capital;
    (seoul != to.capital).then(|| arc(seoul, to.capital))
}

fn arc(from: Point, to: Point) -> String {
    let half = round(&middle(from, to));
    format!("m{} {}q{} {}", from.x, from.y, curve(from, half), curve(half, to))
}

fn curve(from: Point, to: Point) -> String {
    let middle = middle(from, to);
    let bend = |middle: f64, from: i32, to: i32| (2.0 * middle - f64::from(from + to) / 2.0).round() as i32 - from;
    let (x, y) = (bend(middle[0], from.x, to.x), bend(middle[1], from.y, to.y));
    format!("{x} {y} {} {}", to.x - from.x, to.y - from.y)
}

/// Half-way along the great circle.
fn middle(from: Point, to: Point) -> [f64; 2] {
    let (a, b) = (sphere(from), sphere(to));
    let [x, y, z] = [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
    [(y.atan2(x).to_degrees() - 92.0) * 20.0, (39.0 - z.atan2(x.hypot(y)).to_degrees()) * 20.0]
}

/// A point of the map on the unit sphere.
fn sphere(point: Point) -> [f64; 3] {
    let east = (f64::from(point.x) / 20.0 + 92.0).to_radians();
    let north = (39.0 - f64::from(point.y) / 20.0).to_radians();
    [north.cos() * east.cos(), north.cos() * east.sin(), north.sin()]
}
