// The engine and the desk: found beside the script, each fetched and started once for all maps of a page.
import engineGlue from "engine-glue";

// Page content can stand in for `currentScript` (DOM clobbering): only a real script counts.
const script = document.currentScript;
const tag = script instanceof HTMLScriptElement ? script : null;

/** The script's tag, and the folder it came from. */
export const base = { tag, url: tag?.src || document.baseURI };

/** Where a file of ours lies. */
export const beside = (name) => new URL(name, base.url).href;

/** Shows maps: a promise of `[engine, form]` for a value of the `engine` attribute. */
export const startEngine = either(engineGlue, FORMS);

/** Fetches and checks datasets, does what the tools say: wanted only then. `desk` is a promise of `[desk, form]`. */
export const startDesk = once(async () => {
  const { glue, forms, ...rest } = await module(DESK);
  return { ...rest, desk: either(glue, forms) };
});

/**
 * `wasm` and `js` take only that form; anything else takes WebAssembly, and its JavaScript twin where that is missing,
 * forbidden or fails.
 */
function either(glue, { wasm, js }) {
  const [asWasm, asScript] = [once(() => instantiate(glue, wasm)), once(() => run(glue, js))];
  return async (choice) => {
    try {
      if (choice !== "js") return [await asWasm(), "wasm"];
    } catch (error) {
      if (choice === "wasm") throw error;
    }
    return [await asScript(), "js"];
  };
}

/** One promise for all; a failed start may be tried again. */
function once(begin) {
  let started;
  return () =>
    (started ??= begin().catch((error) => {
      started = undefined;
      throw error;
    }));
}

async function instantiate(glue, [name, integrity]) {
  // Throws where there is no WebAssembly, or none allowed, before anything is fetched.
  new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  const response = await fetch(beside(name), { integrity });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  const isWasm = response.headers.get("content-type")?.startsWith("application/wasm");
  const parts = glue();
  const imports = { "./map_bg.js": parts };
  const { instance } = await (isWasm
    ? WebAssembly.instantiateStreaming(response, imports)
    : WebAssembly.instantiate(await response.arrayBuffer(), imports));
  parts.__wbg_set_wasm(instance.exports);
  return parts;
}

async function run(glue, file) {
  const { default: start } = await module(file);
  const parts = glue();
  parts.__wbg_set_wasm(start({ "./map_bg.js": parts }));
  return parts;
}

/**
 * `import()` alone takes no hash; a preload of the same module does, and what it refuses is not run. WebKit preloads
 * whatever the hash says, so the bytes are fetched with it before.
 */
async function module([name, integrity]) {
  const href = beside(name);
  await fetch(href, { integrity });
  const link = document.createElement("link");
  Object.assign(link, { rel: "modulepreload", href, integrity });
  document.head.append(link);
  try {
    return await import(href);
  } finally {
    link.remove();
  }
}
