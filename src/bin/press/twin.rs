//! A module of the crate as plain JavaScript, for readers without WebAssembly.

use crate::{read, read_bytes, tools, work, write};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use std::process::Command;

/// What JavaScript lacks is said by other instructions.
const LOWER: [&str; 5] = [
    "-Oz",
    "--llvm-nontrapping-fptoint-lowering",
    "--llvm-memory-copy-fill-lowering",
    "--signext-lowering",
    "--strip-target-features",
];

/// Changed with this file: a twin that was made otherwise is made anew.
pub const FORM: &str = include_str!("twin.rs");

/// How wasm2js writes a piece of the module's data.
const PIECE: &str = "base64DecodeToExistingUint8Array(bufferView, ";

/// Puts data where the module has it: text as it is read, the rest a byte a letter. In base64 it would weigh half as much
/// again.
const PUT: &str = "const put = (offset, text) => new TextEncoder().encodeInto(text, bufferView.subarray(offset));
const bytes = (offset, text) => { for (let at = 0; at < text.length; at++) bufferView[offset + at] = text.charCodeAt(at); };\n";

/// The twin of the module `name`: an ES module whose default export takes the imports and gives the exports.
///
/// # Errors
/// A sentence, when a tool is missing, fails, or writes what we do not know.
pub fn twin(name: &str, wasm: &[u8]) -> Result<Vec<u8>, String> {
    let file = |end: &str| work().join(format!("{name}.{end}"));
    let (whole, lowered, raw, plain, best) =
        (file("whole.wasm"), file("lowered.wasm"), file("raw.js"), file("plain.js"), file("twin.js"));
    write(&whole, wasm)?;
    tools::wasm_opt(&whole, &LOWER, &lowered)?;
    tools::run(tools::npm_tool("wasm2js").arg(&lowered).args(["-Oz", "--low-memory-unused", "-o"]).arg(&raw))?;
    write(&plain, as_function(&read(&raw)?)?)?;
    tools::run(minify().arg(&plain).arg(format!("--outfile={}", best.display())))?;
    read_bytes(&best)
}

fn minify() -> Command {
    let mut esbuild = tools::npm_tool("esbuild");
    esbuild.args(["--minify", "--format=esm", "--charset=utf8", "--target=es2022", "--log-level=warning"]);
    esbuild
}

/// wasm2js writes a module that fetches its own imports and runs at once: ours is given them, and starts anew each time.
fn as_function(module: &str) -> Result<String, String> {
    let unknown = || "wasm2js writes another form than the one that src/bin/press/twin.rs knows.".to_owned();
    let (body, _) = module.split_once("\nvar retasmFunc = ").ok_or_else(unknown)?;
    let body: String = body.lines().filter(|line| !line.starts_with("import ")).flat_map(|line| [line, "\n"]).collect();
    let (head, main) = body.split_once("function asmFunc(imports) {").ok_or_else(unknown)?;
    Ok(format!(
        "export default (imports) => {{\n{PUT}{}\nfunction asmFunc(imports) {{{main}\nreturn asmFunc(imports);\n}};\n",
        texts(head)
    ))
}

/// The data as text.
fn texts(head: &str) -> String {
    let mut pieces = head.split(PIECE);
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |out, piece| out + &text(piece).unwrap_or_else(|| [PIECE, piece].concat()))
}

fn text(piece: &str) -> Option<String> {
    let (offset, rest) = piece.split_once(", \"")?;
    let (packed, after) = rest.split_once('"')?;
    let (way, text) = match String::from_utf8(BASE64_STANDARD.decode(packed).ok()?) {
        Ok(text) => ("put", text),
        Err(error) => ("bytes", error.as_bytes().iter().map(|byte| char::from(*byte)).collect()),
    };
    Some(format!("{way}({offset}, {}{after}", serde_json::to_string(&text).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_is_written_as_text() {
        let piece = |bytes: &[u8]| format!("{PIECE}8, \"{}\");\n", BASE64_STANDARD.encode(bytes));
        let head = format!("a;\n{}{}", piece("한\"\n\0".as_bytes()), piece(b"\xff\0"));
        assert_eq!(texts(&head), "a;\nput(8, \"한\\\"\\n\\u0000\");\nbytes(8, \"ÿ\\u0000\");\n");
    }

    #[test]
    fn an_unknown_form_is_refused() {
        assert!(as_function("function asmFunc(imports) {\n}\n").is_err());
    }
}
