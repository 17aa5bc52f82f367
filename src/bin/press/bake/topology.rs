//! The form of a TopoJSON file, as far as this map reads it.

use serde::Deserialize;

/// A quantised topology of countries.
#[derive(Deserialize)]
pub struct Topology {
    transform: Transform,
    arcs: Vec<Vec<[i32; 2]>>,
    objects: Objects,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Objects {
    countries: Collection,
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Country>,
}

/// A country: its ISO 3166-1 numeric code, where it has one, and its polygons.
#[derive(Deserialize)]
pub struct Country {
    /// Three digits.
    pub id: Option<String>,
    #[serde(flatten)]
    geometry: Geometry,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Geometry {
    Polygon(Vec<Loop>),
    MultiPolygon(Vec<Vec<Loop>>),
}

/// Arc numbers in order; `!n` is arc `n` walked backwards.
pub type Loop = Vec<i32>;

impl Topology {
    /// Every country.
    pub fn countries(&self) -> &[Country] {
        &self.objects.countries.geometries
    }

    /// Every arc, in degrees east and north.
    pub fn arcs(&self) -> Vec<Vec<[f64; 2]>> {
        self.arcs.iter().map(|arc| self.arc(arc)).collect()
    }

    /// The file holds steps on a grid.
    fn arc(&self, steps: &[[i32; 2]]) -> Vec<[f64; 2]> {
        let Transform { scale, translate } = &self.transform;
        let walk = steps.iter().scan([0, 0], |at, step| {
            *at = [at[0] + step[0], at[1] + step[1]];
            Some(*at)
        });
        walk.map(|at| [0, 1].map(|axis| f64::from(at[axis]) * scale[axis] + translate[axis])).collect()
    }
}

impl Country {
    /// Every ring of the country.
    pub fn loops(&self) -> Vec<&Loop> {
        match &self.geometry {
            Geometry::Polygon(loops) => loops.iter().collect(),
            Geometry::MultiPolygon(polygons) => polygons.iter().flatten().collect(),
        }
    }
}
