// The engine and the desk: found beside the script, each fetched and started once for all maps of a page. In the package
// (`PACKAGED`), a bundler has put them somewhere, and `FILES` leads there.
import engineGlue from "engine-glue";

/** The names of this script: a bundle that it is joined into says nothing of its folder. */
const NAME = /\/map(\.[^/?#]+)?\.js(?=$|[?#])/;

const isOurs = (tag) => !PACKAGED && (tag.dataset.base !== undefined || NAME.test(tag.src));

// Page content can stand in for `currentScript` (DOM clobbering): only a real script counts.
const running = document.currentScript;

/** The script's tags. A module, or code that a library runs, has none that runs: theirs are found by their address. */
export const tags = (
  running instanceof HTMLScriptElement && running.src ? [running] : [...document.querySelectorAll("script[src]")]
).filter(isOurs);

/** The folder of the map's files: what an element or the tag names, else where the script came from; none is known to a bundle. */
export function folderOf(element) {
  const named = element?.getAttribute("base") ?? tags[0]?.dataset.base;
  return named ? new URL(named.replace(/\/?$/, "/"), document.baseURI) : tags[0]?.src;
}

/** Shows maps: a promise of `[engine, form]` for a folder and a value of the `engine` attribute. */
export const startEngine = either(engineGlue, FORMS);

/** Fetches and checks datasets, does what the tools say: wanted only then. `desk` gives a promise of `[desk, form]`. */
export const startDesk = once(async (folder) => {
  const { glue, forms, ...rest } = await module(folder, DESK);
  const start = either(glue, forms);
  return { ...rest, desk: () => start(folder) };
});

/**
 * `wasm` and `js` take only that form; anything else takes WebAssembly, and its JavaScript twin where that is missing,
 * forbidden or fails.
 */
function either(glue, { wasm, js }) {
  const [asWasm, asScript] = [once((folder) => instantiate(glue, folder, wasm)), once((folder) => run(glue, folder, js))];
  return async (folder, choice) => {
    try {
      if (choice !== "js") return [await asWasm(folder), "wasm"];
    } catch (error) {
      if (choice === "wasm") throw error;
    }
    return [await asScript(folder), "js"];
  };
}

/** One promise for all; a failed start may be tried again. */
function once(begin) {
  let started;
  return (folder) =>
    (started ??= begin(folder).catch((error) => {
      started = undefined;
      throw error;
    }));
}

async function instantiate(glue, folder, [name, integrity]) {
  // Throws where there is no WebAssembly, or none allowed, before anything is fetched.
  new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  const response = await fetch(PACKAGED ? FILES[name] : new URL(name, folder), { integrity });
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

async function run(glue, folder, file) {
  const { default: start } = await module(folder, file);
  const parts = glue();
  parts.__wbg_set_wasm(start({ "./map_bg.js": parts }));
  return parts;
}

/**
 * `import()` alone takes no hash; a preload of the same module does, and what it refuses is not run. WebKit preloads
 * whatever the hash says, so the bytes are fetched with it before.
 */
async function module(folder, [name, integrity]) {
  if (PACKAGED) return FILES[name]();
  const { href } = new URL(name, folder);
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
