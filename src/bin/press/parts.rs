//! Where each byte of the one-tag form goes.

use crate::engine::{self, Shipped};
use crate::script::{Script, letters};
use crate::sections;
use crate::weigh::brotli;
use rok_asean_map::{data::packed, map};

/// What a reader is asked to fetch at most for the map besides the dataset: `map.js` and `map.wasm`, brotli. The aim is
/// 42,000; what is won on the way there is taken off here.
const BUDGET: usize = 47_000;

/// What a reader without WebAssembly may fetch more than another, brotli.
const TWIN: usize = 8_192;

/// Brotli bytes of each part of the one-tag form.
#[derive(Default)]
pub struct Parts {
    rows: Vec<(&'static str, usize)>,
    total: usize,
    /// `map.js`, and the module with zeros where its edition lies. To take off what the edition weighs alone would count
    /// what it and the rest share. So this hardly depends on the data: only by the names and hashes in `map.js`, and by
    /// the addresses of what lies behind the edition.
    shell: usize,
    /// What the twin of that module weighs beyond it.
    twin: usize,
}

impl Parts {
    /// The table that the build prints. A size is no reason to refuse an office its edition, so what is over its budget
    /// is said, and a test of the map itself (`tests/browser/build.test.js`) fails.
    pub fn table(&self) -> String {
        let row = |(name, bytes): &(&str, usize)| format!("{name:<44}{bytes:>10}\n");
        let sums = [
            ("one tag, all fetched", self.total),
            ("without the dataset", self.shell),
            ("budget", BUDGET),
            ("more for a reader without WebAssembly", self.twin),
            ("budget", TWIN),
        ];
        format!("{:<44}{:>10}\n", "part of the one-tag form", "brotli")
            + &self.rows.iter().chain(&sums).map(row).collect::<String>()
            + &warning("map", self.shell, BUDGET)
            + &warning("twin", self.twin, TWIN)
    }
}

fn warning(what: &str, size: usize, most: usize) -> String {
    let over = size.saturating_sub(most);
    if over > 0 { format!("warning: the {what} is {over} bytes over its budget of {most}.\n") } else { String::new() }
}

/// Weighs the parts: texts alone; code, style and dataset by what is saved without them.
///
/// # Errors
/// A sentence, when a result cannot be kept.
pub fn parts(module: &Shipped, script: &Script, dataset: &str) -> Result<Parts, String> {
    let weigh = |bytes: &[u8]| brotli(bytes).map(|packed| packed.len());
    let edition = packed(dataset).unwrap_or_default();
    let (empty, twin) = engine::without(module, edition.as_bytes())?;
    let (engine, js) = (weigh(&empty)?, weigh(&script.js)?);
    let dataset = weigh(&module.wasm)?.saturating_sub(engine);
    let code = engine.saturating_sub(weigh(&sections::without_code(&empty))?);
    let geometry = weigh(map::OUTLINES.map(letters).concat().as_bytes())?;
    let first = weigh(script.first.as_bytes())?.saturating_sub(geometry);
    let css = weigh(&script.css)?;
    let rows = vec![
        ("code", code),
        ("geometry", geometry),
        ("first view", first),
        ("words and tables", engine - code),
        ("style", css),
        ("glue and loader", js.saturating_sub(css + geometry + first)),
        ("dataset", dataset),
    ];
    let shell = engine + js;
    Ok(Parts { rows, total: shell + dataset, shell, twin: weigh(&twin)?.saturating_sub(engine) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_over_its_budget_is_said_by_how_much() {
        let table = |shell, twin| Parts { shell, twin, ..Default::default() }.table();
        assert!(!table(BUDGET, TWIN).contains("warning"));
        assert!(
            table(BUDGET + 7, TWIN).ends_with(&format!("\nwarning: the map is 7 bytes over its budget of {BUDGET}.\n"))
        );
        assert!(
            table(BUDGET, TWIN + 8).ends_with(&format!("\nwarning: the twin is 8 bytes over its budget of {TWIN}.\n"))
        );
    }
}
