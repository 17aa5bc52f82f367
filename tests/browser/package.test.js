// The package, as `npm pack` packs it: installed from disk, put together by bundlers with pages of `package/`, and read.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";
import webpack from "webpack";
import { onPage } from "./harness/stage.js";
import { edited } from "./harness/data.js";
import { clickCountry, openAll, openFinding, shows } from "./harness/read.js";
import { DIST, POLICY, TYPES } from "./harness/serve.js";

const HERE = fileURLToPath(new URL("../../", import.meta.url));
const TITLE = "Set by the page";

const office = mkdtempSync(join(tmpdir(), "office-"));
after(() => rmSync(office, { recursive: true, force: true }));

const inOffice = (...path) => join(office, ...path);
const put = (name, text) => writeFileSync(inOffice(name), text);
const npm = (...words) => execFileSync("npm", [...words, "--silent"], { cwd: office, encoding: "utf8" }).trim();

cpSync(new URL("package", import.meta.url), office, { recursive: true });
put("package.json", `{"private":true,"type":"module"}`);
put("data.json", JSON.stringify(edited((data) => (data.title.en = TITLE))));
npm("install", "--offline", "--no-audit", "--no-fund", npm("pack", join(DIST, "package")));
const installed = (...path) => inOffice("node_modules", ...path);
cpSync(installed("rok-asean-map"), installed("second-copy"), { recursive: true });
for (const name of ["react", "react-dom", "vue"]) symlinkSync(join(HERE, "node_modules", name), installed(name));

// On a server, where the package does nothing.
const { html } = await import(pathToFileURL(inOffice("server.js")));

const TAG = `<script src="/map.js" defer data-place="none"></script>`;
const page = (script, body = "", head = "") =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title>${head}<body><div id="app">${body}</div>${script}</html>`;
const module = (name) => `<script type="module" src="/${name}"></script>`;
put("react.html", page(module("react.jsx")));
put("vue.html", page(module("vue.js")));
put("hydrated.html", page(module("hydrated.js"), html));
put("beside.html", page(module("hydrated.js"), html, TAG));

const pages = ["react", "vue", "hydrated", "beside"].map((name) => inOffice(`${name}.html`));
await build({ root: office, logLevel: "error", build: { outDir: "dist", rolldownOptions: { input: pages } } });

await new Promise((done, fail) => {
  const output = { path: inOffice("dist"), filename: "plain.js", publicPath: "/" };
  // Scripts come as modules: the policy forbids the addresses that webpack's own loader would write into tags.
  const settings = { mode: "production", context: office, entry: "./plain.js", output: { ...output, module: true, chunkFormat: "module" } };
  const told = (error, stats) => (error || stats.hasErrors() || stats.hasWarnings() ? fail(error ?? stats.toString()) : done());
  webpack({ ...settings, target: "web", experiments: { outputModule: true }, optimization: { minimize: false }, performance: false }, told);
});
writeFileSync(inOffice("dist/plain.html"), page(module("plain.js")));

function publish({ server }) {
  for (const entry of readdirSync(inOffice("dist"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const answer = (_, response) => response.writeHead(200, { "Content-Type": TYPES[extname(path)] }).end(readFileSync(path));
    server.route(path.slice(inOffice("dist").length), answer);
  }
}

/** What a page sets is shown; the page sets a country, and is told of one that the reader opens. */
async function use({ reader, page }) {
  const told = (code) => reader.until((code) => document.querySelector("output").textContent === code, code);
  await reader.until((title) => document.querySelector("rok-asean-map").data?.title.en === title, TITLE);
  await shows(reader, "VN");
  await page.click("button");
  await shows(reader, "LA");
  await clickCountry(reader, "TH");
  await shows(reader, "TH");
  await told("TH");
}

const engines = async (reader) => (await reader.details("map-ready")).map(({ engine }) => engine);

/** The policy of DESIGN 1.9, changed; and the pages. */
const under = (words, others) => (on) => (publish(on), on.server.policy(POLICY.replace(words, others)));

const read = (name) => JSON.parse(readFileSync(installed("rok-asean-map", name), "utf8"));

test("each file that the package names is in it, and the version is that of the map", () => {
  const { name, version, exports, types, customElements } = read("package.json");
  const paths = [types, customElements, "README.md", "LICENSE-MIT", "LICENSE-APACHE", ...Object.values(exports).flatMap((one) => (typeof one === "string" ? one : Object.values(one)))];
  assert.deepEqual(paths.filter((path) => !existsSync(installed("rok-asean-map", path))), []);
  const ours = JSON.parse(readFileSync(join(HERE, "package.json"), "utf8"));
  assert.deepEqual([name, version], [ours.name, ours.version]);
});

onPage("Vite and React, where no WebAssembly is allowed: properties and events go both ways, by the twins", {
  path: "/react.html",
  setUp: under(" 'wasm-unsafe-eval'", ""),
  violations: [/wasm-eval/],
  expected: [/wasm/i],
}, async (on) => {
  await use(on);
  assert.deepEqual(await engines(on.reader), ["js"]);
});

// Vue asks for a policy of its own.
onPage("Vite and Vue: the same by WebAssembly", { path: "/vue.html", setUp: under("trusted-types 'none'", "trusted-types vue") }, async (on) => {
  await use(on);
  assert.deepEqual(await engines(on.reader), ["wasm"]);
  assert.deepEqual(described(), await has(on.reader));
});

/** What the manifest tells an editor of the element. */
function described() {
  const [{ declarations: [{ tagName, attributes, members, events, cssParts, cssProperties }] }] = read("custom-elements.json").modules;
  const names = (list, key = "name") => list.map((one) => one[key]).sort();
  const fields = members.filter(({ attribute }) => attribute);
  assert.deepEqual(names(attributes.filter(({ fieldName }) => fieldName), "fieldName"), names(fields));
  return { tagName, attributes: names(attributes), members: names(members), events: names(events), parts: names(cssParts), properties: names(cssProperties) };
}

/** What the element has, and what its style and the types in the package name. */
async function has(reader) {
  await openFinding(reader);
  await openAll(reader);
  const card = await reader.run(partsOf);
  await reader.run(() => document.querySelector("rok-asean-map").select(null));
  await reader.until(() => document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=overview]"));
  await openAll(reader);
  const parts = [...new Set([...card, ...(await reader.run(partsOf))])].sort();
  const [tagName, attributes, members] = await reader.run(() => {
    const { localName, constructor } = document.querySelector("rok-asean-map");
    const members = Object.getOwnPropertyNames(constructor.prototype).filter((name) => !/^constructor$|Callback$/.test(name));
    return [localName, constructor.observedAttributes.filter((name) => name !== "id" && name !== "data").sort(), members.sort()];
  });
  const all = (text, pattern) => [...new Set(text.match(pattern))].sort();
  const [types, style] = [installed("rok-asean-map", "map.d.ts"), join(DIST, "map.css")].map((path) => readFileSync(path, "utf8"));
  return { tagName, attributes, members, events: all(types, /(?<=^ +")map-\w+(?=":)/gm), parts, properties: all(style, /--map-[\w-]+/g) };
}

const partsOf = () => [...document.querySelector("rok-asean-map").shadowRoot.querySelectorAll("[part]")].flatMap(({ part }) => [...part]);

onPage("webpack: what is set before the element is defined holds, and a second copy of the package harms nothing", { path: "/plain.html", setUp: publish }, use);

for (const [name, what] of [["hydrated", "by the package"], ["beside", "by a tag in the head, beside the package"]]) {
  onPage(`a page that a server has written keeps its map when React takes it up: ${what}`, { path: `/${name}.html`, setUp: publish }, async (on) => {
    await use(on);
    assert.ok(await on.reader.run(() => window.written.isConnected && document.querySelectorAll("rok-asean-map").length === 1));
  });
}
