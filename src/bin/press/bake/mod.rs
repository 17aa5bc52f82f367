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

const HEAD: &str = "//! Baked by `press bake` from Natural Earth 1:50m (public domain). Do not edit.\n\nuse super::{Baked, Outline};\n";

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
    let shapes = atlas::CODES.iter().map(|code| placed(code)).collect::<Result<Vec<_>, _>>()?;
    let discs: Vec<_> = shapes.iter().map(|shape| shape.callout.map(|callout| callout.at)).collect();
    let hits = hit::areas(&lands, &discs, &context);
    let mut outlines = Vec::new();
    let mut add = |data: String| {
        outlines.push(data);
        format!("Outline({})", outlines.len() - 1)
    };
    // Those of a kind stand together: the more alike, the shorter.
    let lands: Vec<_> = lands.iter().map(|rings| add(path::data(rings))).collect();
    let context = add(path::data(&context));
    let hits: Vec<_> = hits.iter().map(|rings| add(path::data(rings))).collect();
    let arcs: Vec<_> = shapes.iter().map(|shape| line::from_seoul(shape).map(&mut add)).collect();
    let countries = shapes.iter().zip(&lands).zip(hits.iter().zip(&arcs));
    let countries = countries.map(|((shape, land), (hit, arc))| country(shape.code, land, hit, arc.as_deref()));
    Ok([HEAD, &countries.collect::<String>(), &rest(&context), &table(&outlines)].concat())
}

fn placed(code: &str) -> Result<&'static Shape, String> {
    shape(code).ok_or_else(|| format!("`src/map/place.rs` has no place for {code}."))
}

fn country(code: &str, land: &str, hit: &str, arc: Option<&str>) -> String {
    let arc = arc.map_or_else(|| "None".to_owned(), |arc| format!("Some({arc})"));
    format!("\npub(super) const {code}: Baked = Baked {{ land: {land}, hit: {hit}, arc: {arc} }};\n")
}

fn rest(land: &str) -> String {
    format!(
        "\n/// All other land as one shape without inner borders: the map takes no position on them.\npub const CONTEXT: Outline = {land};\n"
    )
}

fn table(outlines: &[String]) -> String {
    let lines: String = outlines.iter().map(|data| format!("    \"{data}\",\n")).collect();
    let count = outlines.len();
    format!(
        "\n/// SVG path data in map units, by the number of its [`Outline`].\n#[rustfmt::skip]\npub static OUTLINES: [&str; {count}] = [\n{lines}];\n"
    )
}

/// Whether a point lies in the view, with `margin` units around it.
fn in_view(x: f64, y: f64, margin: f64) -> bool {
    let range = -margin..=f64::from(SIZE) + margin;
    range.contains(&x) && range.contains(&y)
}
