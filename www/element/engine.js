// The engine and the desk: found beside the script, each fetched and started once for all maps of a page.
import * as desk from "desk-glue";
import * as engine from "engine-glue";

// Page content can stand in for `currentScript` (DOM clobbering): only a real script counts.
const script = document.currentScript;
const tag = script instanceof HTMLScriptElement ? script : null;

/** The script's tag, and the folder it came from. */
export const base = { tag, url: tag?.src || document.baseURI };

/** Shows maps. */
export const startEngine = once(engine, ENGINE);

/** Checks datasets: fetched only for a page that offers one. */
export const startDesk = once(desk, DESK);

/** A promise of the module's exports; a failed start may be tried again. */
function once(glue, file) {
  let started;
  return () => {
    started ??= start(glue, file).catch((error) => {
      started = undefined;
      throw error;
    });
    return started;
  };
}

async function start(glue, [name, integrity]) {
  const response = await fetch(new URL(name, base.url), { integrity });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  // wasm-bindgen leaves the second import behind where values are kept in the glue's own heap; nothing calls it.
  const imports = { "./map_bg.js": glue, __wbindgen_externref_xform__: { __wbindgen_externref_statics_end: () => 0 } };
  const isWasm = response.headers.get("content-type")?.startsWith("application/wasm");
  const { instance } = await (isWasm
    ? WebAssembly.instantiateStreaming(response, imports)
    : WebAssembly.instantiate(await response.arrayBuffer(), imports));
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start?.();
  return glue;
}
