// What can go wrong between the server and the reader with the engine: one table.
import { readFileSync } from "node:fs";
import { DIST, named } from "./serve.js";

export const file = (name) => readFileSync(DIST + named(name));
export const TYPES = { js: "text/javascript", wasm: "application/wasm", json: "application/json" };

/** Answers of a server that has something wrong with it. */
export const missing = (name) => (server) => server.route(`/${name}`, (_, response) => response.writeHead(404).end());
export const answers = (name, change, type = TYPES[name.split(".").at(-1)]) => (server) =>
  server.route(`/${name}`, (_, response) => response.writeHead(200, { "Content-Type": type }).end(change(file(name))));
const halved = (bytes) => bytes.subarray(0, bytes.length / 2);
/** One letter of a fact. */
const altered = (bytes) => {
  const copy = Buffer.from(bytes);
  copy[copy.indexOf("Viet Nam")] ^= 1;
  return copy;
};
const same = (bytes) => bytes;
export const both = (...faults) => (server) => faults.forEach((fault) => fault(server));

export const CONSOLE = [/404|integrity|digest|SRI|Failed to load|MIME|map\.(core\.)?\w+\.(wasm|js)/i];

/** `engine`: what shows the map in the end; none: the reader gets a sentence and a way on. */
export const FAULTS = [
  { fault: "map.wasm is missing", before: missing("map.wasm"), engine: "js" },
  { fault: "map.wasm is cut short", before: answers("map.wasm", halved), engine: "js" },
  { fault: "map.wasm is altered", before: answers("map.wasm", altered), engine: "js" },
  { fault: "map.wasm is a page", before: answers("map.wasm", () => "<!doctype html><title>Not found</title>", "text/html"), engine: "js" },
  { fault: "map.wasm has the wrong type", before: answers("map.wasm", same, "application/octet-stream"), engine: "wasm" },
  { fault: "map.wasm has no type", before: answers("map.wasm", same, ""), engine: "wasm" },
  { fault: "map.wasm is missing and the twin too", before: both(missing("map.wasm"), missing("map.core.js")) },
  { fault: "map.wasm is missing and the twin altered", before: both(missing("map.wasm"), answers("map.core.js", altered)) },
  { fault: "map.wasm is missing and the twin has the wrong type", before: both(missing("map.wasm"), answers("map.core.js", same, "text/plain")) },
];

export const LANGS = [["en", "static.html", /could not be loaded/], ["ko", "ko/static.html", /불러오지 못했습니다/]];
