// How a map gets onto a page, and off it again.
import { test } from "node:test";
import assert from "node:assert/strict";
import { onPage, TAG } from "./harness/stage.js";
import { COUNTRIES } from "./harness/data.js";
import { look, shows, assertCurrent, clickCountry } from "./harness/read.js";

const MAPS = () => document.querySelectorAll("rok-asean-map").length;

/** A tag that does not run until it is copied out, as a strict page can insert one. */
const LATE = `<template><script src="/map.js" data-loading="eager"></script></template>`;
const EAGER = `<script src="/map.js" defer data-loading="eager"></script>`;

/** Puts a script at the end of the page, as a content system does. */
const addScript = (reader, options = {}) =>
  reader.run((options) => {
    const script = document.querySelector("template").content.firstChild.cloneNode();
    Object.assign(script.dataset, options);
    document.body.append(script);
  }, options);

/** There are this many maps, and each shows all countries. */
async function assertWhole(reader, count) {
  assert.equal(await reader.run(MAPS), count);
  for (let map = 0; map < count; map++) {
    const seen = await look(reader, map);
    assert.deepEqual(seen.list.map(({ code }) => code), COUNTRIES);
    assert.deepEqual(seen.shapes.map(({ code }) => code).sort(), [...COUNTRIES].sort());
  }
}

onPage("one tag makes a map right after it", { body: `<p>Before</p>${TAG}<p>After</p>` }, async ({ reader, server }) => {
  const around = await reader.run(() => {
    const map = document.querySelector("rok-asean-map");
    return [map.previousElementSibling.localName, map.nextElementSibling.textContent];
  });
  assert.deepEqual(around, ["script", "After"]);
  assert.deepEqual(await reader.events("map-ready"), [
    { type: "map-ready", detail: { engine: "wasm", lang: "en" }, map: "", name: "rok-asean-map" },
  ]);
  await assertWhole(reader, 1);
  const seen = await look(reader);
  assert.ok(seen.overview, "nothing selected shows the overview");
  assertCurrent(seen, null);
  assert.deepEqual(seen.callouts.map(({ code }) => code).sort(), ["BN", "SG"]);
  assert.equal(server.asked.filter((path) => path.endsWith(".wasm")).length, 1);
});

onPage("several tags make several maps from one engine", { body: EAGER.repeat(3), ready: 3 }, async ({ reader, server }) => {
  await assertWhole(reader, 3);
  assert.equal(server.asked.filter((path) => path.endsWith(".wasm")).length, 1);
  await clickCountry(reader, "TH", 1);
  await shows(reader, "TH", 1);
  assert.deepEqual([(await look(reader, 0)).card, (await look(reader, 2)).card], [undefined, undefined]);
});

const OPTIONS = `<script src="/map.js" defer data-lang="ko" data-country="VN" data-pillar="peace" data-theme="dark"
  data-heading-level="4" data-loading="eager" data-src="/other.json"></script>`;
const setUp = ({ server }) => server.route("/other.json", (_, response) => response.writeHead(404).end());

onPage("options stand on the tag", { body: OPTIONS, setUp, expected: [/404/] }, async ({ reader, server }) => {
  await shows(reader, "VN");
  const seen = await look(reader);
  assert.equal(seen.lang, "ko");
  assert.equal(seen.titleTag, "h4");
  assert.deepEqual(seen.facts.map(({ pillar }) => pillar).filter((pillar) => pillar !== "peace"), []);
  assert.deepEqual(seen.attributes, {
    lang: "ko", country: "VN", pillar: "peace", theme: "dark", src: "/other.json", "heading-level": "4", loading: "eager",
  });
  assert.equal(server.count("/other.json"), 1);
});

const NONE = `<rok-asean-map id="mine" country="SG"></rok-asean-map><script src="/map.js" defer data-place="none"></script>`;

onPage("data-place=none only upgrades what is there", { body: NONE }, async ({ reader }) => {
  assert.equal(await reader.run(MAPS), 1);
  assert.equal((await look(reader)).card.code, "SG");
});

onPage("a script inserted late makes a map", { body: LATE, ready: 0 }, async ({ reader }) => {
  await addScript(reader);
  await reader.heard("map-ready");
  await assertWhole(reader, 1);
  assert.equal(await reader.run(() => document.querySelector("rok-asean-map").previousElementSibling.localName), "script");
});

onPage("a script put in twice breaks nothing", { body: LATE + EAGER }, async ({ reader, server }) => {
  await addScript(reader, { lang: "ko" });
  await reader.heard("map-ready", 2);
  await assertWhole(reader, 2);
  assert.deepEqual([(await look(reader, 0)).lang, (await look(reader, 1)).lang], ["en", "ko"]);
  await reader.run(() => document.body.prepend(document.querySelector("script")));
  await reader.settled();
  await assertWhole(reader, 2);
  assert.ok(server.count("/map.wasm") <= 2);
});

onPage("a map that is moved keeps its place", {}, async ({ reader }) => {
  await clickCountry(reader, "PH");
  await shows(reader, "PH");
  await reader.run(() => {
    const box = document.body.appendChild(document.createElement("section"));
    box.append(document.querySelector("rok-asean-map"));
  });
  await reader.settled();
  assert.equal((await look(reader)).card.code, "PH");
  await clickCountry(reader, "MM");
  await shows(reader, "MM");
});

/** Takes the map out and puts it back, whole, this many times. */
const cycle = (reader, times) =>
  reader.run(async (times) => {
    const map = document.querySelector("rok-asean-map");
    const whole = () => map.shadowRoot.querySelectorAll('[part~="list-item"]').length === 11;
    const place = map.parentNode;
    for (let index = 0; index < times; index++) {
      map.remove();
      await new Promise((next) => setTimeout(next));
      const painted = new Promise((next) => map.addEventListener("map-ready", next, { once: true }));
      place.append(map);
      await painted;
      if (!whole()) throw new Error(`not whole after ${index}`);
    }
  }, times);

/** What the page holds on to. */
async function weigh(reader, client) {
  await reader.settled();
  for (let index = 0; index < 3; index++) await client.send("HeapProfiler.collectGarbage");
  const { metrics } = await client.send("Performance.getMetrics");
  const metric = (name) => metrics.find((one) => one.name === name).value;
  const listeners = {};
  for (const of of ["window", "document", "document.querySelector('rok-asean-map')", "document.querySelector('rok-asean-map').shadowRoot"]) {
    const { result } = await client.send("Runtime.evaluate", { expression: of });
    listeners[of] = (await client.send("DOMDebugger.getEventListeners", { objectId: result.objectId })).listeners.length;
  }
  const { result } = await client.send("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
  const { objects } = await client.send("Runtime.queryObjects", { prototypeObjectId: result.objectId });
  const functionDeclaration = "function () { return this.map((memory) => memory.buffer.byteLength).reduce((a, b) => a + b, 0); }";
  const memory = await client.send("Runtime.callFunctionOn", { objectId: objects.objectId, functionDeclaration });
  await client.send("Runtime.releaseObject", { objectId: objects.objectId });
  return {
    listeners,
    nodes: metric("Nodes"),
    handlers: metric("JSEventListeners"),
    heap: metric("JSHeapUsedSize"),
    memory: memory.result.value,
  };
}

onPage("200 removals and insertions leave nothing behind", {}, async ({ reader, page }) => {
  const client = await page.createCDPSession();
  for (const domain of ["Performance", "Runtime", "DOM", "HeapProfiler"]) await client.send(`${domain}.enable`);
  await cycle(reader, 20);
  await reader.forget();
  const before = await weigh(reader, client);
  await cycle(reader, 200);
  assert.equal((await reader.events("map-ready")).length, 200);
  await reader.forget();
  const after = await weigh(reader, client);
  assert.deepEqual(after.listeners, before.listeners);
  assert.ok(after.nodes <= before.nodes + 50, `nodes ${before.nodes} to ${after.nodes}`);
  assert.ok(after.handlers <= before.handlers + 5, `listeners ${before.handlers} to ${after.handlers}`);
  assert.ok(after.heap <= before.heap + 400_000, `heap ${before.heap} to ${after.heap}`);
  assert.equal(after.memory, before.memory, "the engine's memory");
  await clickCountry(reader, "VN");
  await shows(reader, "VN");
});

onPage("a map removed for good is let go", { body: EAGER.repeat(2), ready: 2 }, async ({ reader, page }) => {
  const client = await page.createCDPSession();
  await client.send("HeapProfiler.enable");
  await reader.run(() => document.querySelector("rok-asean-map").remove());
  await reader.settled();
  await client.send("HeapProfiler.collectGarbage");
  const prototype = await page.evaluateHandle(() => customElements.get("rok-asean-map").prototype);
  const maps = await page.queryObjects(prototype);
  assert.equal(await maps.evaluate((maps) => maps.length), 1);
});

let release;
const slow = { ready: 0, body: LATE + TAG, setUp: ({ server }) => (release = server.hold("/map.wasm")) };

onPage("a map removed while the engine is on its way throws nothing", slow, async ({ reader, server }) => {
  if (!server.count("/map.wasm")) await server.request("/map.wasm");
  await reader.run(() => document.querySelector("rok-asean-map").remove());
  release();
  await reader.until(() => performance.getEntriesByType("resource").some(({ name, responseEnd }) => /wasm/.test(name) && responseEnd));
  await reader.settled();
  assert.deepEqual(await reader.events(), []);
  await addScript(reader);
  await reader.heard("map-ready");
  await assertWhole(reader, 1);
});

onPage("while it loads, the map says so in the page's language", { ...slow, lang: "ko" }, async ({ reader, server }) => {
  if (!server.count("/map.wasm")) await server.request("/map.wasm");
  const words = () => reader.run(() => document.querySelector("rok-asean-map").shadowRoot.textContent);
  assert.match(await words(), /지도/);
  release();
  await reader.heard("map-ready");
  await assertWhole(reader, 1);
});

const FAR = `<link rel="stylesheet" href="/far.css"><div></div>`;
const far = { ready: 0, setUp: ({ server }) => server.route("/far.css", (_, response) => response.setHeader("Content-Type", "text/css").end("div{height:6000px}")) };

onPage("far below, the engine waits until the map comes near", { ...far, body: FAR + TAG }, async ({ reader, server }) => {
  await reader.until(() => document.readyState === "complete" && document.querySelector("rok-asean-map") && true);
  await reader.settled();
  assert.equal(server.count("/map.wasm"), 0);
  await reader.run(() => scrollTo(0, document.body.scrollHeight));
  await reader.heard("map-ready");
});

onPage("far below, an eager map does not wait", { ...far, body: FAR + EAGER }, async ({ reader }) => {
  await reader.heard("map-ready");
  assert.equal(await reader.run(() => scrollY), 0);
});

test("the shipped file names the engine that the tests hold back", async () => {
  const { readFile } = await import("node:fs/promises");
  const { DIST } = await import("./harness/serve.js");
  assert.match(await readFile(`${DIST}map.js`, "utf8"), /map\.\w+\.wasm/);
});
