//! Just enough geometry to look at the map as a reader does.

use rok_asean_map::map::{Point, SIZE};

/// Outlines of relative path data.
pub fn rings(path: &str) -> Vec<Vec<Point>> {
    let (mut rings, mut at) = (Vec::new(), Point { x: 0, y: 0 });
    for part in path.split_terminator('z') {
        let ring = ring(part, at);
        at = ring[0];
        rings.push(ring);
    }
    rings
}

fn ring(path: &str, mut at: Point) -> Vec<Point> {
    let mut ring = Vec::new();
    for pair in numbers(path.strip_prefix('m').expect("a ring begins with a move")).chunks(2) {
        at = Point { x: at.x + pair[0], y: at.y + pair[1] };
        ring.push(at);
    }
    ring
}

fn numbers(text: &str) -> Vec<i32> {
    text.split(' ').map(|number| number.parse().expect("an integer")).collect()
}

fn edges(land: &[Vec<Point>]) -> impl Iterator<Item = ([f64; 2], [f64; 2])> {
    land.iter().flat_map(|ring| (0..ring.len()).map(|at| (exact(ring[at]), exact(ring[(at + 1) % ring.len()]))))
}

pub fn exact(point: Point) -> [f64; 2] {
    [point.x.into(), point.y.into()]
}

/// Where a line of latitude crosses the land's outlines.
fn crossings(land: &[Vec<Point>], y: f64) -> Vec<f64> {
    let crossing = |(a, b): ([f64; 2], [f64; 2])| {
        ((a[1] > y) != (b[1] > y)).then(|| a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]))
    };
    edges(land).filter_map(crossing).collect()
}

/// Whether the land is there.
pub fn holds(land: &[Vec<Point>], point: Point) -> bool {
    crossings(land, f64::from(point.y)).iter().filter(|x| **x > f64::from(point.x)).count() % 2 == 1
}

/// From a point to the nearest coast or border.
pub fn distance(land: &[Vec<Point>], point: Point) -> f64 {
    edges(land).map(|(a, b)| to_edge(exact(point), a, b)).fold(f64::INFINITY, f64::min)
}

fn to_edge(from: [f64; 2], a: [f64; 2], b: [f64; 2]) -> f64 {
    let (x, y) = (b[0] - a[0], b[1] - a[1]);
    let along = ((from[0] - a[0]) * x + (from[1] - a[1]) * y) / (x * x + y * y);
    let along = if along.is_nan() { 0.0 } else { along.clamp(0.0, 1.0) };
    (a[0] + along * x - from[0]).hypot(a[1] + along * y - from[1])
}

/// Which square units of the view are covered.
pub struct Mask(Vec<bool>);

/// The units whose middle lies in the outlines.
pub fn mask(land: &[Vec<Point>]) -> Mask {
    let row = |y: i32| {
        let crossings = crossings(land, f64::from(y) + 0.5);
        (0..SIZE).map(move |x| crossings.iter().filter(|at| **at < f64::from(x) + 0.5).count() % 2 == 1)
    };
    Mask((0..SIZE).flat_map(row).collect())
}

impl Mask {
    /// How many units both cover.
    pub fn common(&self, other: &Mask) -> usize {
        self.0.iter().zip(&other.0).filter(|(a, b)| **a && **b).count()
    }

    /// The units that either covers.
    pub fn or(&self, other: &Mask) -> Mask {
        Mask(self.0.iter().zip(&other.0).map(|(a, b)| *a || *b).collect())
    }

    /// How much of a frame, left, top, right and bottom, is covered.
    pub fn share(&self, [left, top, right, bottom]: [f64; 4]) -> f64 {
        let (rows, columns) = (top as i32..bottom as i32, left as i32..right as i32);
        let units: Vec<bool> =
            rows.flat_map(|y| columns.clone().map(move |x| y * SIZE + x)).map(|at| self.0[at as usize]).collect();
        units.iter().filter(|covered| **covered).count() as f64 / units.len() as f64
    }

    /// The side of the largest square that is covered whole.
    pub fn largest_square(&self) -> i32 {
        let width = SIZE as usize;
        let mut sides = vec![0; self.0.len()];
        for at in (0..self.0.len()).filter(|at| self.0[*at]) {
            let inner = at >= width && at % width > 0;
            sides[at] = 1 + if inner { sides[at - 1].min(sides[at - width]).min(sides[at - width - 1]) } else { 0 };
        }
        sides.into_iter().max().unwrap_or(0)
    }
}

/// Points along an arc `Mx y` and a chain of `q`.
pub fn curve(arc: &str) -> Vec<[f64; 2]> {
    let (start, parts) = arc.trim_start_matches('m').split_once('q').expect("a curve");
    let (start, parts) = (numbers(start), numbers(parts));
    let mut curve = vec![[start[0].into(), start[1].into()]];
    for part in parts.chunks(4) {
        let from = curve[curve.len() - 1];
        let on = |t: f64, axis: usize| {
            from[axis] + 2.0 * t * (1.0 - t) * f64::from(part[axis]) + t * t * f64::from(part[axis + 2])
        };
        curve.extend((1..=32).map(|step| f64::from(step) / 32.0).map(|t| [on(t, 0), on(t, 1)]));
    }
    curve
}

/// How many map units a point lies off the great circle through two others.
pub fn off_circle(from: Point, to: Point, at: [f64; 2]) -> f64 {
    let ([a, b], c) = ([from, to].map(exact).map(sphere), sphere(at));
    let normal = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
    let length = normal.iter().map(|part| part * part).sum::<f64>().sqrt();
    let sine = (0..3).map(|axis| normal[axis] * c[axis]).sum::<f64>() / length;
    sine.asin().to_degrees().abs() * 20.0
}

fn sphere([x, y]: [f64; 2]) -> [f64; 3] {
    let (east, north) = ((x / 20.0 + 92.0).to_radians(), (39.0 - y / 20.0).to_radians());
    [north.cos() * east.cos(), north.cos() * east.sin(), north.sin()]
}

/// About how many ems a line of text is wide, rather too many than too few.
pub fn ems(text: &str) -> f64 {
    let em = |letter: char| match letter {
        'i' | 'l' | 'f' | 'r' | 't' | ' ' => 0.36,
        'm' | 'M' => 0.92,
        '가'..='힣' => 0.95,
        _ if letter.is_uppercase() => 0.68,
        _ => 0.58,
    };
    text.chars().map(em).sum()
}
