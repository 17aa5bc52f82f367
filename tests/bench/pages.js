// The pages that are measured, served as they should be: brotli -q 11, content types, and the strict policy where the
// page can bear it. Ours come from dist/; peers are bundled and minified by esbuild, as ours are.
import { readFileSync, readdirSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";
import { DIST, POLICY, TYPES } from "../browser/harness/serve.js";

const FOLDER = fileURLToPath(new URL("./pages/", import.meta.url));
const REGION = fileURLToPath(new URL("../../target/bench/region.json", import.meta.url));

const CLOSED = "details:not([open]) > summary";
const OURS = {
  shape: "a[part=country][data-country=XX] .land",
  card: ".panel [part=card]",
  heading: ".panel [part=card] [data-heading]",
  line: `.pillar ${CLOSED}`,
  strict: true,
};
const PEER = { card: "#card", heading: "#card h2", line: `#card section ${CLOSED}` };
const DRAWN = { ...PEER, shape: "[data-country=XX] path", strict: true };
const REGIONS = { ...PEER, shape: '[data-code="XX"], [data-index="XX"]' };

/**
 * `shape` finds a country's outline (XX is its code), `card` what is open, `heading` its name, `line` that of the
 * first entry that is closed; `strict` pages run under the policy of ours. `apart` says that the dataset's bytes can be
 * told from the page's own, `phone` that the page is measured on a phone's window too.
 */
export const PAGES = [
  { name: "one tag", path: "one-tag", apart: true, phone: true, ...OURS },
  { name: "snippet", path: "snippet", apart: true, phone: true, ...OURS },
  { name: "static page", path: "static", ...OURS, card: ":target", heading: ":target [data-heading]", line: undefined },
  { name: "D3, tuned", path: "d3", apart: true, phone: true, ...DRAWN },
  { name: "bare SVG", path: "bare", apart: true, phone: true, ...DRAWN },
  { name: "jsvectormap, region", path: "jsvectormap", entry: "region", apart: true, ...REGIONS },
  { name: "jsvectormap, world", path: "jsvectormap", entry: "world", apart: true, ...REGIONS },
  { name: "svgMap", path: "svgmap", apart: true, ...REGIONS, shape: "#map-map-country-XX" },
].map((page) => ({ ...page, url: page.entry ? `${page.path}-${page.entry}` : page.path }));

export const pack = (bytes, quality = 11) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });

/** A page as all have it: text, the map, text. */
const framed = (head, body) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>ROK-ASEAN cooperation</title>${head}</head><body>
<h1>ROK-ASEAN Dialogue</h1><p>Senior officials of the Republic of Korea and the ten ASEAN member states met online.</p>
${body}
<p>Outlines: Natural Earth. The boundaries and names shown do not imply any official position.</p></body></html>`;

const STYLE = (name) => `<link rel="stylesheet" href="${name}.css">`;

/** Serves files by address; `sent` counts the bytes of answers since it was last set to 0. */
export async function serve() {
  const files = new Map();
  const server = createServer((request, response) => {
    const file = files.get(new URL(request.url, "http://host").pathname.slice(1));
    if (!file) return response.writeHead(404).end();
    served.sent += file.packed.length;
    response.writeHead(200, {
      "Content-Type": TYPES[extname(file.name)],
      "Content-Encoding": "br",
      "Content-Length": file.packed.length,
      "Cache-Control": "no-store",
      ...(file.strict && { "Content-Security-Policy": POLICY }),
    });
    response.end(file.packed);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const served = {
    sent: 0,
    url: `http://127.0.0.1:${server.address().port}/`,
    put(folders, name, bytes, { strict = true, quality } = {}) {
      const file = { name, packed: pack(Buffer.from(bytes), quality), strict };
      for (const folder of [folders].flat()) files.set(`${folder}/${name === "index.html" ? "" : name}`, file);
    },
    close: () => (server.closeAllConnections(), server.close()),
  };
  return served;
}

/** What our pages may fetch where there is WebAssembly. */
const FETCHED = /^(map|host)\.(?!.*core).*(js|css|wasm)$/;

/** Puts our pages on the server, each in a folder of its own. */
export function ours(server) {
  const read = (name) => readFileSync(`${DIST}${name}`);
  const [name, script] = Object.entries(JSON.parse(read("manifest.json"))).find(([name]) => /^map\.[0-9a-f]{8}\.js$/.test(name));
  const tag = (options = "") => `<script src="${name}" integrity="${script.sha384}" crossorigin="anonymous" defer ${options}></script>`;
  const frame = readFileSync(`${FOLDER}frame.css`);
  const pages = {
    // In a box that keeps the room, as README says; the peers' style keeps theirs.
    "one-tag": framed(STYLE("frame"), `<div class="room">${tag()}</div>`),
    snippet: framed(STYLE("frame"), read("snippet.en.html")),
    static: read("static.html"),
  };
  const paths = Object.keys(pages);
  for (const name of readdirSync(DIST).filter((name) => FETCHED.test(name))) server.put(paths, name, read(name));
  server.put(paths, "frame.css", frame);
  for (const path of paths) server.put(path, "index.html", pages[path]);
  return { page: (body) => framed(STYLE("frame"), body), tag };
}

/** Puts the peers on the server; `region` is what our map draws, for those that can draw it too. */
export async function peers(server, region) {
  mkdirSync(fileURLToPath(new URL(".", `file://${REGION}`)), { recursive: true });
  writeFileSync(REGION, JSON.stringify(region));
  for (const { path, entry = "page", url, strict = false } of PAGES.filter(({ card }) => card === PEER.card)) {
    const body = readFileSync(`${FOLDER}${path}/page.html`, "utf8").replace(/<!--.*?-->\s*/s, "").replace("{{map}}", drawn(region));
    server.put(url, "page.js", await bundle(`${path}/${entry}.js`), { strict });
    server.put(url, "page.css", await bundle(`${path}/page.css`), { strict });
    server.put(url, "map.json", readFileSync(`${DIST}map.json`), { strict });
    server.put(url, "index.html", framed(`${STYLE("page")}<script src="page.js" defer></script>`, body), { strict });
  }
}

async function bundle(entry) {
  const { outputFiles } = await build({
    entryPoints: [`${FOLDER}${entry}`],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    legalComments: "none",
    alias: { region: REGION },
    logLevel: "warning",
  });
  return outputFiles[0].contents;
}

/** What our map draws, read from its page. */
export function drawnRegion() {
  const numbers = (element, ...names) => element && Object.fromEntries(names.map((name) => [name, Number(element.getAttribute(name))]));
  const get = (selector, name) => document.querySelector(selector).getAttribute(name);
  const countries = [...document.querySelectorAll("a[part=country]")].map((link) => {
    const code = link.dataset.country;
    const label = document.querySelector(`text[data-key=${code}]`);
    const rows = [...label.querySelectorAll("tspan[x]")];
    const lines = (rows.length ? rows : [label]).map((line) => line.textContent);
    return {
      code,
      name: document.querySelector(`a[part=list-item][data-country=${code}]`).textContent,
      path: link.querySelector(".land").getAttribute("d"),
      callout: numbers(link.querySelector(".leader"), "x1", "y1", "x2", "y2") ?? undefined,
      label: { ...numbers(label, "x", "y"), anchor: label.classList[0], lines },
    };
  });
  return { context: get(".context", "d"), countries };
}

/** Where the lines of a name stand, from its middle and from one another. */
const DOWN = ["-.57em", "1.15em"];

/** The same as markup. */
function drawn({ context, countries }) {
  const row = (x) => (line, index) => `<tspan x="${x}" dy="${DOWN[index]}">${line}</tspan>`;
  const text = ({ x, y, anchor, lines }) =>
    `<text class="${anchor}" x="${x}" y="${y}">${lines[1] ? lines.map(row(x)).join("") : lines[0]}</text>`;
  const callout = ({ x1, y1, x2, y2 }) => `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"/><circle cx="${x1}" cy="${y1}"/>`;
  const link = ({ code, name, path, callout: to, label }) =>
    `<a href="#${code}" data-country="${code}" aria-label="${name}"><path d="${path}"/>${to ? callout(to) : ""}${text(label)}</a>`;
  return `<path class="context" d="${context}"/>${countries.map(link).join("")}`;
}
