//! The glue that wasm-bindgen makes, fitted to us: short, and the same for a module and its JavaScript twin.

use std::collections::HashSet;
use walrus::{ElementItems, FunctionId, Module};

/// What a module calls its glue.
const GLUE: &str = "./map_bg.js";

/// How the glue asks whether its view of the memory is still the memory's. A twin's old memory is never detached, so
/// only the third question serves both.
const STALE: [(&str, &str); 2] = [
    (
        "cachedDataViewMemory0 === null || cachedDataViewMemory0.buffer.detached === true || \
         (cachedDataViewMemory0.buffer.detached === undefined && cachedDataViewMemory0.buffer !== wasm.memory.buffer)",
        "cachedDataViewMemory0?.buffer !== wasm.memory.buffer",
    ),
    (
        "cachedUint8ArrayMemory0 === null || cachedUint8ArrayMemory0.byteLength === 0",
        "cachedUint8ArrayMemory0?.buffer !== wasm.memory.buffer",
    ),
];

/// How statements begin, and end, that declare what frees what we free by hand, or cater for browsers older than ours.
const UNUSED: [(&str, &str); 6] = [
    ("const MapFinalization = ", ";\n"),
    ("const CLOSURE_DTORS = ", ";\n"),
    ("cachedTextDecoder.decode(", ";\n"),
    ("const MAX_SAFARI_DECODE_BYTES = ", ";\n"),
    ("let numBytesDecoded = ", ";\n"),
    ("if (!('encodeInto' in cachedTextEncoder)) {", "\n}\n"),
];

/// Functions that cater for browsers older than ours, or for longer texts than ours, and what takes their place.
const PLAIN: [(&str, &str); 2] = [
    (
        "passStringToWasm0(arg, malloc, realloc)",
        "const bytes = cachedTextEncoder.encode(arg);
    const ptr = wasm.__wbindgen_malloc(WASM_VECTOR_LEN = bytes.length, 1) >>> 0;
    getUint8ArrayMemory0().set(bytes, ptr);
    return ptr;",
    ),
    ("decodeText(bytes)", "return cachedTextDecoder.decode(bytes);"),
];

/// Parts of the symbols of functions that stand in the module's table and that nothing calls: closures of every shape,
/// of which the glue calls ours by its name, and what wakes a future.
const UNCALLED: [&str; 2] = ["wasm_bindgen7convert8closures", "js_sys7futures"];

/// Fits the glue, and the names that the module imports it by.
///
/// # Errors
/// A sentence, when wasm-bindgen writes another glue than the one that this was written for.
pub fn fit(module: &mut Module, glue: String) -> Result<String, String> {
    let glue = PLAIN.iter().try_fold(glue, |glue, (head, body)| with_body(&glue, head, body))?;
    let glue = without_unused(&glue.replace(", wasm.__wbindgen_malloc, wasm.__wbindgen_realloc)", ")"));
    let glue = shorten_exports(module, glue);
    forget_uncalled(module);
    walrus::passes::gc::run(module);
    Ok(factory(&fresh(shorten(module, &glue))?))
}

/// Has one function stand in the table for all that nothing calls there, so that the others go.
fn forget_uncalled(module: &mut Module) {
    let is_uncalled = |id: &FunctionId| {
        let name = module.funcs.get(*id).name.as_deref().unwrap_or_default();
        UNCALLED.iter().any(|part| name.contains(part)) && module.exports.get_exported_func(*id).is_none()
    };
    let uncalled: HashSet<_> = module.funcs.iter().map(|function| function.id()).filter(is_uncalled).collect();
    for table in module.elements.iter_mut() {
        if let ElementItems::Functions(functions) = &mut table.items {
            let first = functions.iter().copied().find(|id| uncalled.contains(id));
            functions.iter_mut().filter(|id| uncalled.contains(id)).for_each(|id| *id = first.unwrap_or(*id));
        }
    }
}

/// Leaves out exports that the glue does not name, since nobody else calls the module, and gives the others short names.
fn shorten_exports(module: &mut Module, mut glue: String) -> String {
    let named = |name: &str| ["(", ")"].map(|after| format!("wasm.{name}{after}"));
    let mut shorts = (0..).map(|place| format!("e{place}"));
    for id in module.exports.iter().map(|export| export.id()).collect::<Vec<_>>() {
        let export = module.exports.get_mut(id);
        let long = named(&export.name);
        if long.iter().any(|name| glue.contains(name)) {
            export.name = shorts.next().unwrap_or_default();
            glue = long.iter().zip(named(&export.name)).fold(glue, |glue, (long, short)| glue.replace(long, &short));
        } else if export.name != "memory" {
            module.exports.delete(id);
        }
    }
    glue
}

fn unknown(what: &str) -> String {
    format!("wasm-bindgen's glue no longer has “{what}”: mend src/bin/press/glue.rs.")
}

/// The glue with another body for one of its functions.
fn with_body(glue: &str, head: &str, body: &str) -> Result<String, String> {
    let start = format!("function {head} {{\n");
    let (before, rest) = glue.split_once(&start).ok_or_else(|| unknown(head))?;
    let (_, after) = rest.split_once("\n}\n").ok_or_else(|| unknown(head))?;
    Ok([before, &start, "    ", body, "\n}\n", after].concat())
}

fn without_unused(glue: &str) -> String {
    let cut = |glue: String, (start, end): &(&str, &str)| {
        let rest =
            glue.split_once(&format!("\n{start}")).and_then(|(before, rest)| Some((before, rest.split_once(end)?.1)));
        rest.map_or_else(|| glue.clone(), |(before, after)| [before, "\n", after].concat())
    };
    let glue = UNUSED.iter().fold(glue.to_owned(), cut);
    let frees = |line: &str| {
        ["if (Symbol.dispose)", "MapFinalization", "CLOSURE_DTORS"].iter().any(|start| line.starts_with(start))
    };
    glue.lines().filter(|line| !frees(line.trim_start())).flat_map(|line| [line, "\n"]).collect()
}

/// Gives imports short names, since the long ones stand in the module and twice in the script, and leaves out what the
/// module does not import. One import is not the glue's: wasm-bindgen leaves it behind where values are kept in the
/// glue's own heap, and nothing calls it.
fn shorten(module: &mut Module, glue: &str) -> String {
    let mut glue = glue.to_owned();
    for (index, import) in module.imports.iter_mut().enumerate() {
        let short = format!("i{index}");
        if import.module == GLUE {
            glue = glue.replace(&format!("export function {}(", import.name), &format!("export function {short}("));
        } else {
            import.module = GLUE.to_owned();
            glue += &format!("export function {short}() {{\n}}\n");
        }
        import.name = short;
    }
    without_unimported(&glue)
}

fn without_unimported(glue: &str) -> String {
    let mut kept = String::new();
    let mut lines = glue.lines();
    while let Some(line) = lines.next() {
        if line.starts_with("export function __wb") && !line.contains("__wbg_set_wasm") {
            lines.find(|line| line.starts_with('}'));
        } else {
            kept.extend([line, "\n"]);
        }
    }
    kept
}

/// The glue with each test of its views replaced. Unless all are, a twin reads old memory: wrong text, silently.
fn fresh(mut glue: String) -> Result<String, String> {
    for (old, new) in STALE {
        if glue.matches(old).count() != 1 {
            return Err(format!("wasm-bindgen's glue no longer asks “{old}”: mend src/bin/press/glue.rs."));
        }
        glue = glue.replace(old, new);
    }
    if glue.matches("memory.buffer").count() != 2 * STALE.len() {
        return Err("wasm-bindgen's glue reads the memory in a new place: mend src/bin/press/glue.rs.".to_owned());
    }
    Ok(glue)
}

/// As a function that makes the glue of one instance of the module: each keeps its values apart. What it exports is made
/// right where it is given.
fn factory(glue: &str) -> String {
    let (mut inner, mut given) = (String::new(), String::new());
    let mut lines = glue.lines();
    while let Some(line) = lines.next() {
        let Some((kind, head)) = line.strip_prefix("export ").and_then(|line| line.split_once(' ')) else {
            inner.extend([line, "\n"]);
            continue;
        };
        if kind == "class" {
            given.extend([head.trim_end_matches(" {"), ": class "]);
        }
        given.extend([head, "\n"]);
        for line in lines.by_ref() {
            given.extend([line, "\n"]);
            if line.starts_with('}') {
                break;
            }
        }
        given.push(',');
    }
    format!("export default () => {{\n{inner}return {{\n{given}}};\n}};\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_glue_that_reads_memory_otherwise_is_refused() {
        let glue = STALE.map(|(old, _)| format!("if ({old}) wasm.memory.buffer;")).concat();
        assert!(fresh(glue.clone()).is_ok_and(|glue| !glue.contains("detached") && !glue.contains("byteLength")));
        assert!(fresh(glue.replace("byteLength", "length")).is_err());
        assert!(fresh(glue.clone() + &glue).is_err());
        assert!(fresh(glue + "new Uint8Array(wasm.memory.buffer)").is_err());
    }

    #[test]
    fn a_factory_gives_what_the_glue_exports() {
        let made = factory("export class Map {\n  b\n}\nexport function i0(c) {\n}\nfunction inner() {\n}");
        let given = "return {\nMap: class Map {\n  b\n}\n,i0(c) {\n}\n,};\n";
        assert_eq!(made, format!("export default () => {{\nfunction inner() {{\n}}\n{given}}};\n"));
    }

    #[test]
    fn a_body_is_replaced_and_the_rest_is_kept() {
        let glue = "a;\nfunction f(x) {\n  if (x) {\n  }\n}\nc;\n";
        assert_eq!(with_body(glue, "f(x)", "return x;"), Ok("a;\nfunction f(x) {\n    return x;\n}\nc;\n".to_owned()));
        assert!(with_body(glue, "g(x)", "").is_err());
    }

    #[test]
    fn what_is_unused_is_taken_out_whole() {
        let glue = "a;\nconst MapFinalization = {\n b };\nc;\n  MapFinalization.register(d);\nif (Symbol.dispose) e;\n";
        assert_eq!(without_unused(glue), "a;\nc;\n");
        let glue = "a;\nif (!('encodeInto' in cachedTextEncoder)) {\n  b;\n}\nc;\nlet numBytesDecoded = 0;\nd;\n";
        assert_eq!(without_unused(glue), "a;\nc;\nd;\n");
    }
}
