//! `press bake`: Natural Earth's topology to the text of `src/map/baked.rs`.
//!
//! Arcs, not rings, are simplified and rounded, so that neighbours share their border exactly.

mod atlas;
mod context;
mod hit;
mod line;
mod path;
mod topology;

use atlas::{Atlas, Ring};
use rok_asean_map::map::{SIZE, Shape, shape};
use topology::Topology;

/// Where the topology lies, from the package's root.
pub const SOURCE: &str = "node_modules/world-atlas/countries-50m.json";

const HEAD: &str =
    "//! Baked by `press bake` from Natural Earth 1:50m (public domain). Do not edit.\n\nuse super::Baked;\n";

/// The text of `src/map/baked.rs` from `world-atlas`' `countries-50m.json`.
///
/// # Errors
/// A sentence, when the text is no such topology or lacks a country.
pub fn bake(topology: &str) -> Result<String, String> {
    let topology: Topology =
        serde_json::from_str(topology).map_err(|error| format!("Not the topology of world-atlas: {error}."))?;
    let atlas = Atlas::new(&topology)?;
    let lands: Vec<Vec<Ring>> = atlas.lands().collect();
    let context = context::land(&atlas);
    let hits = hit::areas(&lands, &context);
    let mut text = HEAD.to_string();
    for ((code, land), hit) in atlas::CODES.iter().zip(&lands).zip(&hits) {
        let shape = shape(code).ok_or_else(|| format!("`src/map/place.rs` has no place for {code}."))?;
        text += &country(shape, land, hit);
    }
    Ok(text + &rest(&context))
}

fn country(shape: &Shape, land: &[Ring], hit: &[Ring]) -> String {
    let (path, hit, arc) = (path::data(land), path::data(hit), line::from_seoul(shape));
    format!(
        "\n#[rustfmt::skip]\npub(super) const {}: Baked = Baked {{\n    path: \"{path}\",\n    hit: \"{hit}\",\n    arc: \"{arc}\",\n}};\n",
        shape.code
    )
}

fn rest(land: &[Ring]) -> String {
    let land = path::data(land);
    format!(
        "\n/// All other land as one shape without inner borders: the map takes no position on them.\n#[rustfmt::skip]\npub const CONTEXT: &str = \"{land}\";\n"
    )
}

/// Whether a point lies in the view, with `margin` units around it.
fn in_view(x: f64, y: f64, margin: f64) -> bool {
    let range = -margin..=f64::from(SIZE) + margin;
    range.contains(&x) && range.contains(&y)
}
