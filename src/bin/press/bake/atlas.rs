//! From arcs in degrees to rings on the map's grid.

use super::topology::{Country, Loop, Topology};
use rok_asean_map::map::Point;
use std::collections::HashSet;

/// A closed outline; its last point joins its first.
pub type Ring = Vec<Point>;

/// The countries drawn, in the order of [`NUMBERS`].
pub const CODES: [&str; 12] = ["BN", "KH", "ID", "LA", "MY", "MM", "PH", "SG", "TH", "VN", "KR", "TL"];

/// Their ISO 3166-1 numeric codes.
const NUMBERS: [&str; 12] = ["096", "116", "360", "418", "458", "104", "608", "702", "764", "704", "410", "626"];

/// Islands that a reader would miss, smaller than [`SPECK`]: Con Dao.
const KEPT: [[f64; 2]; 1] = [[106.60, 8.70]];

/// Land of less than this many square units (30 square kilometres each) is not drawn.
const SPECK: f64 = 4.0;
/// The same for context land.
const CONTEXT_SPECK: f64 = 90.0;
/// A corner that turns around less than this many square units is cut.
const CORNER: f64 = 3.7;
/// The same for context land.
const CONTEXT_CORNER: f64 = 28.0;

/// The world's outlines, ready to be put together.
pub struct Atlas<'a> {
    countries: &'a [Country],
    exact: Vec<Vec<[f64; 2]>>,
    simple: Vec<Vec<Point>>,
}

impl<'a> Atlas<'a> {
    /// Projects, simplifies and rounds every arc.
    ///
    /// # Errors
    /// A sentence, when a country or an arc is missing.
    pub fn new(topology: &'a Topology) -> Result<Self, String> {
        let exact: Vec<_> = topology.arcs().iter().map(|arc| arc.iter().map(project).collect::<Vec<_>>()).collect();
        let countries = topology.countries();
        complete(countries, exact.len())?;
        let fine: HashSet<usize> = countries.iter().filter(|country| drawn(country)).flat_map(arcs).collect();
        let corner = |arc| {
            if fine.contains(&arc) { CORNER } else { CONTEXT_CORNER }
        };
        let simple = exact.iter().enumerate().map(|(at, arc)| super::line::simplify(arc, corner(at))).collect();
        Ok(Self { countries, exact, simple })
    }

    /// Rings of each country drawn, in the order of [`CODES`].
    pub fn lands(&self) -> impl Iterator<Item = Vec<Ring>> {
        NUMBERS.iter().map(|number| {
            let land = self.countries.iter().filter(|country| country.id.as_deref() == Some(number));
            let loops = land.flat_map(Country::loops);
            let small = if matches!(*number, "096" | "702") { 0.0 } else { SPECK };
            loops.filter(|ring| self.large(ring, small)).map(|ring| self.ring(ring)).collect()
        })
    }

    /// Rings of all other land that is not a speck, given as loops of arcs.
    pub fn rings<'b>(&'b self, loops: &'b [Loop]) -> impl Iterator<Item = Ring> + 'b {
        loops.iter().filter(|ring| self.large(ring, CONTEXT_SPECK)).map(|ring| self.ring(ring))
    }

    /// Loops of the countries that are not drawn by themselves.
    pub fn others(&self) -> impl Iterator<Item = &Loop> {
        self.countries.iter().filter(|country| !drawn(country)).flat_map(Country::loops)
    }

    /// Both ends of an arc as exact keys.
    pub fn ends(&self, arc: i32) -> [[u64; 2]; 2] {
        let line = walk(&self.exact, arc);
        [line.first(), line.last()].map(|end| end.map_or([0, 0], |end| end.map(f64::to_bits)))
    }

    fn ring(&self, arcs: &Loop) -> Ring {
        let mut ring: Ring = arcs.iter().flat_map(|arc| walk(&self.simple, *arc)).collect();
        ring.dedup();
        ring.pop();
        ring
    }

    fn large(&self, arcs: &Loop, least: f64) -> bool {
        let ring: Vec<[f64; 2]> = arcs.iter().flat_map(|arc| walk(&self.exact, *arc)).collect();
        area(&ring) >= least || KEPT.iter().any(|island| inside(&ring, project(island)))
    }
}

/// Degrees to map units, unrounded.
fn project([east, north]: &[f64; 2]) -> [f64; 2] {
    [(east - 92.0) * 20.0, (39.0 - north) * 20.0]
}

fn drawn(country: &Country) -> bool {
    country.id.as_deref().is_some_and(|id| NUMBERS.contains(&id))
}

/// The arcs that a country uses.
fn arcs(country: &Country) -> Vec<usize> {
    country.loops().into_iter().flatten().map(|arc| index(*arc)).collect()
}

/// Refuses a topology that lacks a country or an arc.
fn complete(countries: &[Country], count: usize) -> Result<(), String> {
    if countries.iter().flat_map(arcs).any(|arc| arc >= count) {
        return Err("The topology names an arc that it does not hold.".into());
    }
    let known = |number: &str| countries.iter().any(|country| country.id.as_deref() == Some(number));
    match NUMBERS.iter().find(|number| !known(number)) {
        Some(number) => Err(format!("The topology has no country {number}.")),
        None => Ok(()),
    }
}

/// An arc's place in the list: `!n` is arc `n` walked backwards.
pub fn index(arc: i32) -> usize {
    (if arc < 0 { !arc } else { arc }) as usize
}

fn walk<T: Copy>(arcs: &[Vec<T>], arc: i32) -> Vec<T> {
    let line = arcs[index(arc)].iter().copied();
    if arc < 0 { line.rev().collect() } else { line.collect() }
}

/// Square units inside a ring.
fn area(ring: &[[f64; 2]]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(a, b)| a[0] * b[1] - b[0] * a[1]).sum::<f64>().abs() / 2.0
}

/// Whether a ring goes around a point.
fn inside(ring: &[[f64; 2]], [x, y]: [f64; 2]) -> bool {
    let next = ring.iter().cycle().skip(1);
    let right = |(a, b): &(&[f64; 2], &[f64; 2])| {
        (a[1] > y) != (b[1] > y) && x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
    };
    ring.iter().zip(next).filter(right).count() % 2 == 1
}
