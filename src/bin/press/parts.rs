//! Where each byte of the one-tag form goes.

use crate::engine::Shipped;
use crate::script::Script;
use crate::sections;
use crate::weigh::brotli;
use rok_asean_map::{
    data::{EMBEDDED, packed},
    map,
};

/// What a reader is asked to fetch at most for the map besides the dataset: `map.js` and `map.wasm`, brotli.
const BUDGET: usize = 40_000;

/// What finding, quoting and taking along add to that for readers who only read.
const NEWSROOM: usize = 4_000;

const LIMIT: usize = BUDGET + NEWSROOM;

/// What a reader without WebAssembly may fetch more than another, brotli.
const TWIN: usize = 8_192;

/// Brotli bytes of each part of the one-tag form.
pub struct Parts {
    rows: Vec<(&'static str, usize)>,
    total: usize,
    dataset: usize,
    /// What the twin weighs beyond the module.
    twin: usize,
}

impl Parts {
    /// The table that the build prints.
    pub fn table(&self) -> String {
        let row = |(name, bytes): &(&str, usize)| format!("{name:<44}{bytes:>10}\n");
        let sums = [
            ("one tag, all fetched", self.total),
            ("without the dataset", self.shell()),
            ("budget", LIMIT),
            ("more for a reader without WebAssembly", self.twin),
            ("budget", TWIN),
        ];
        format!("{:<44}{:>10}\n", "part of the one-tag form", "brotli")
            + &self.rows.iter().chain(&sums).map(row).collect::<String>()
    }

    /// Refuses a map that outgrew its budget.
    ///
    /// # Errors
    /// A sentence that says by how much.
    pub fn within_budget(&self) -> Result<(), String> {
        let over =
            [("map", self.shell(), LIMIT), ("twin", self.twin, TWIN)].into_iter().find(|(_, size, most)| size > most);
        over.map_or(Ok(()), |(what, size, most)| {
            Err(format!("The {what} is {} bytes over its budget of {most}: find what grew, above.", size - most))
        })
    }

    fn shell(&self) -> usize {
        self.total - self.dataset
    }
}

/// Weighs the parts: texts alone, code and style by what the file loses without them.
///
/// # Errors
/// A sentence, when a result cannot be kept.
pub fn parts(module: &Shipped, script: &Script) -> Result<Parts, String> {
    let wasm = &*module.wasm;
    let weigh = |bytes: &[u8]| brotli(bytes).map(|packed| packed.len());
    let (engine, js) = (weigh(wasm)?, weigh(&script.js)?);
    let code = engine - weigh(&sections::without_code(wasm))?;
    let edition = packed(EMBEDDED).unwrap_or_default();
    let dataset = weigh(found(wasm, &edition))?.min(weigh(EMBEDDED.as_bytes())?);
    let geometry = weigh(map::OUTLINES.concat().as_bytes())?;
    let first = weigh(script.first.as_bytes())?.saturating_sub(geometry);
    let css = weigh(&script.css)?;
    let words = engine.saturating_sub(code + dataset);
    let glue = js.saturating_sub(css + geometry + first);
    let rows = vec![
        ("code", code),
        ("geometry", geometry),
        ("first view", first),
        ("words and tables", words),
        ("style", css),
        ("glue and loader", glue),
        ("dataset", dataset),
    ];
    let twin = weigh(&module.twin)?.saturating_sub(engine);
    Ok(Parts { rows, total: engine + js, dataset, twin })
}

/// The text, if the engine truly holds it: what is not there must not be taken off.
fn found<'a>(wasm: &[u8], text: &'a str) -> &'a [u8] {
    let holds = wasm.windows(text.len().max(1)).any(|window| window == text.as_bytes());
    if holds { text.as_bytes() } else { b"" }
}
