// The engine: found beside the script, fetched and started once for all maps of a page.
import * as glue from "engine-glue";

// Page content can stand in for `currentScript` (DOM clobbering): only a real script counts.
const script = document.currentScript;
const tag = script instanceof HTMLScriptElement ? script : null;

/** The script's tag, and the folder it came from. */
export const base = { tag, url: tag?.src || document.baseURI };

let started;

/** The engine's exports; a failed start may be tried again. */
export function engine() {
  started ??= start().catch((error) => {
    started = undefined;
    throw error;
  });
  return started;
}

async function start() {
  const { instance } = await compile(new URL(WASM_FILE, base.url));
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start?.();
  return glue;
}

async function compile(url) {
  const response = await fetch(url, { integrity: WASM_INTEGRITY });
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
  // wasm-bindgen leaves the second import behind where values are kept in the glue's own heap; nothing calls it.
  const imports = { "./map_bg.js": glue, __wbindgen_externref_xform__: { __wbindgen_externref_statics_end: () => 0 } };
  const isWasm = response.headers.get("content-type")?.startsWith("application/wasm");
  return isWasm
    ? WebAssembly.instantiateStreaming(response, imports)
    : WebAssembly.instantiate(await response.arrayBuffer(), imports);
}
