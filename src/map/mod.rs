//! The map itself: shapes, label places and who lies in which direction.
//!
//! Everything here is constant data in map units: the square view is [`SIZE`] units wide and shows
//! 92 to 142 E and 39 N to 11 S in plate carrée, 20 units a degree. Integers only, because
//! floating-point code would weigh more in the widget than the whole table.
//!
//! Outlines: Natural Earth 1:50m (public domain), baked by `press bake` into `baked.rs`.

mod baked;
mod direction;
mod place;

pub use baked::{CONTEXT, OUTLINES};
pub use direction::{Direction, towards};

/// Side of the square view, in map units.
pub const SIZE: i32 = 1000;

/// A place on the map, in map units, from the north-west corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// Units east of 92 E.
    pub x: i32,
    /// Units south of 39 N.
    pub y: i32,
}

/// Which end of a name stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The name runs to the right of its place.
    Start,
    /// The name is centred on its place.
    Middle,
    /// The name runs to the left of its place.
    End,
}

/// Where a name stands. Names are set in 13 to 13.5 CSS pixels, lines 1.15 em apart, and keep clear
/// of each other and of discs 44 CSS pixels wide on maps of 288 CSS pixels and more. A name is pressed
/// like its land: by a landlocked country a band 24 high is clear of all other names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// Half the name's height.
    pub at: Point,
    /// Which end of the name stands at `at`.
    pub anchor: Anchor,
    /// Whether the name stands off its place by the radius of a disc, to the right or, from the middle, below. Discs and
    /// names keep their size in CSS pixels, so only the page can set one beside the other.
    pub beside: bool,
}

/// A disc for a country too small to press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Callout {
    /// The disc's centre; its leader goes to the shape's `capital`.
    pub at: Point,
}

/// An outline, by its number. The engine only says which one: its data is in the page's script, which draws it before
/// the engine is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outline(pub u8);

impl Outline {
    /// SVG path data in map units.
    pub fn data(self) -> &'static str {
        OUTLINES[usize::from(self.0)]
    }
}

/// One country as it is drawn.
#[derive(Debug)]
pub struct Shape {
    /// ISO 3166-1 alpha-2.
    pub code: &'static str,
    pub land: Outline,
    /// A tolerant area to press, under the land: sea within a thumb's reach, never another's land.
    pub hit: Outline,
    /// The great circle from Seoul to the capital; none for the Republic of Korea.
    pub arc: Option<Outline>,
    /// The capital.
    pub capital: Point,
    /// The disc, for a country too small to press.
    pub callout: Option<Callout>,
    /// Where the English name stands.
    pub label_en: Label,
    /// Where the Korean name stands.
    pub label_ko: Label,
}

/// The shape of a country by its ISO 3166-1 alpha-2 code.
pub fn shape(code: &str) -> Option<&'static Shape> {
    shapes().iter().find(|shape| shape.code == code)
}

/// Every country that the map can draw; those not in the dataset are context land.
pub fn shapes() -> &'static [Shape] {
    &place::SHAPES
}

/// Hundredths of a degree, east and north, to map units.
pub const fn project(lon_e2: i32, lat_e2: i32) -> Point {
    Point { x: fifth(lon_e2 - 9200), y: fifth(3900 - lat_e2) }
}

/// A fifth, to the nearest integer.
const fn fifth(value: i32) -> i32 {
    (value + 2).div_euclid(5)
}

/// A country's baked geometry.
struct Baked {
    land: Outline,
    hit: Outline,
    arc: Option<Outline>,
}
