//! `map.js` and `map.css`: what esbuild makes of `www/map.js`, the glue and `www/map.css`.

use crate::engine::Shipped;
use crate::{read, read_bytes, skins, tools, weigh, work, write};
use rok_asean_map::data::LIMIT;
use std::path::{Path, PathBuf};

/// The oldest JavaScript that a reader's browser may know.
const TARGET: &str = "--target=es2022";

/// The script and the style sheet as they ship.
pub struct Script {
    /// The bytes of `map.js`.
    pub js: Vec<u8>,
    /// The bytes of `map.css`, which `map.js` holds as text too.
    pub css: Vec<u8>,
}

/// Makes the script. `www/map.js` finds the modules' glue as `engine-glue` and `desk-glue`, the style sheet's text as
/// `map.css`, each module's file and hash as `ENGINE` and `DESK`, and the largest dataset, in bytes, as `LIMIT`.
///
/// # Errors
/// A sentence, when esbuild is missing or fails.
pub fn script(engine: &Shipped, desk: &Shipped) -> Result<Script, String> {
    let css = style()?;
    let js = work().join("map.js");
    let file = |module: &Shipped| format!("[\"{}\",\"{}\"]", module.part.file(), weigh::integrity(&module.wasm));
    tools::run(
        tools::npm_tool("esbuild")
            .args(["www/map.js", "--bundle", "--format=iife", "--minify", TARGET, "--loader:.css=text"])
            .args(["--legal-comments=none", "--log-level=warning"])
            .arg(format!("--alias:engine-glue={}", absolute(&engine.glue)?))
            .arg(format!("--alias:desk-glue={}", absolute(&desk.glue)?))
            .arg(format!("--alias:map.css={}", absolute(&css)?))
            .arg(format!("--define:ENGINE={}", file(engine)))
            .arg(format!("--define:DESK={}", file(desk)))
            .arg(format!("--define:LIMIT={LIMIT}"))
            .arg(format!("--outfile={}", js.display())),
    )?;
    Ok(Script { js: read_bytes(&js)?, css: read_bytes(&css)? })
}

fn style() -> Result<PathBuf, String> {
    let (whole, css) = (work().join("whole.css"), work().join("map.css"));
    write(&whole, skins::map() + &read(Path::new("www/map.css"))?)?;
    let out = format!("--outfile={}", css.display());
    tools::run(tools::npm_tool("esbuild").arg(&whole).args(["--minify", "--log-level=warning", &out]))?;
    Ok(css)
}

/// esbuild takes an alias for a package's name unless it is a full path.
fn absolute(path: &Path) -> Result<String, String> {
    let full =
        std::path::absolute(path).map_err(|error| format!("Cannot tell where {} lies: {error}.", path.display()))?;
    Ok(full.display().to_string())
}
