// The map in frames, on a page of another host: as tall as it says, and that page's address and history left alone.
import { test } from "node:test";
import assert from "node:assert/strict";
import { brotliCompressSync } from "node:zlib";
import axe from "axe-core";
import { dataset } from "./harness/data.js";
import { AXE_WRITES } from "./harness/desk.js";
import { invalid } from "./harness/html.js";
import { look, openAll, shows } from "./harness/read.js";
import { Reader } from "./harness/reader.js";
import { POLICY } from "./harness/serve.js";
import { onPage } from "./harness/stage.js";
import { barriers, shipped } from "./harness/still-read.js";

const data = dataset();
const manifest = JSON.parse(shipped("manifest.json"));
const FRAMES = [["frame.html", "en"], ["ko/frame.html", "ko"]];
const SCRIPT = `<script src="/frame.js" defer></script>`;
const FIXED = 600;

/** What a text weighs on its way. */
const brotli = (text) => brotliCompressSync(text).length;

const frame = (src, more = "") => `<iframe src="${src}" title="Map" width="100%" height="${FIXED}" ${more}></iframe>`;

/** A test on a page that shows frames of another host; `body` is made from that host's address. */
const around = (name, { body, head = "", setUp, ...settings }, inside) =>
  onPage(name, {
    ready: 0,
    ...settings,
    setUp: async (stage) => {
      const { server, other } = stage;
      other.share();
      server.policy(`${POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")}; frame-src *`);
      server.text("/page.html", `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title>
        <meta name="viewport" content="width=device-width">${head}<body>${body(other.url)}</body></html>`);
      await setUp?.(stage);
    },
  }, inside);

/** The reader of each frame of the page, in their order. */
async function inFrames(page, count) {
  const handles = await page.$$("iframe");
  assert.equal(handles.length, count);
  return Promise.all(handles.map(async (handle) => new Reader(await handle.contentFrame())));
}

/** The same once the maps are painted. */
async function mapsOf(page, count = 1) {
  const readers = await inFrames(page, count);
  for (const reader of readers) await reader.heard("map-ready");
  return readers;
}

/** Until each frame is as tall as what it holds: nothing is left to scroll. */
async function fit(readers) {
  for (const reader of readers) {
    await (await reader.page.frameElement()).scrollIntoView();
    await reader.until(() => {
      const { height } = document.documentElement.getBoundingClientRect();
      const { scrollHeight, clientWidth } = document.documentElement;
      return height > 200 && Math.ceil(height) === innerHeight && scrollHeight === innerHeight && clientWidth === innerWidth;
    });
  }
}

const heights = (reader) => reader.run(() => [...document.querySelectorAll("iframe")].map((frame) => frame.clientHeight));

/** Presses what a selector finds in a frame's map, as a hand does. */
const press = async ({ page }, selector) => (await page.waitForSelector(`rok-asean-map >>> ${selector}`)).click();

const inList = (code) => `[part~=list-item][data-country=${code}]`;

async function opens(reader, code) {
  await press(reader, inList(code));
  await shows(reader, code);
}

const three = (host) =>
  frame(`${host}/ko/frame.html`) + frame(`${host}/frame.html?country=TH`, `style="box-sizing: border-box; width: 400px"`) + SCRIPT;

around("each frame is as tall as its map, on every change, and one that is added and has no origin too", { body: three }, async ({ reader, page, other }) => {
  const readers = await mapsOf(page, 2);
  await fit(readers);
  const before = await heights(reader);
  await openAll(readers[1]);
  await fit(readers);
  const after = await heights(reader);
  assert.ok(after[1] > before[1] && after[0] === before[0], `${before}, then ${after}`);

  await reader.run((src) => {
    const added = document.createElement("iframe");
    Object.assign(added, { src, title: "Added", sandbox: "allow-scripts" });
    document.body.append(added);
  }, `${other.url}/frame.html?country=VN`);
  const all = await mapsOf(page, 3);
  assert.equal(await all[2].run(() => origin), "null");
  await fit(all);
});

around("a frame settles after each of twenty widths of the page", { body: (host) => frame(`${host}/frame.html`) + SCRIPT }, async ({ reader, page }) => {
  const readers = await mapsOf(page);
  await reader.run(() => {
    window.told = 0;
    addEventListener("message", () => window.told++);
  });
  for (let turn = 0; turn < 20; turn++) {
    await page.setViewport({ width: turn % 2 ? 1280 - 5 * turn : 700 + 11 * turn, height: turn % 3 ? 844 : 500 });
    await fit(readers);
  }
  const told = () => reader.settled().then(() => reader.run(() => window.told));
  const last = await told();
  assert.ok(last >= 20 && last <= 60, `told ${last} times`);
  await told();
  assert.equal(await told(), last, "it has settled");
  // These tests see no bars; one that has come once would stay.
  assert.equal(await reader.run(() => document.querySelector("iframe").scrolling), "no");
});

let release;
const slow = { body: (host) => frame(`${host}/frame.html`) + SCRIPT, width: 390, setUp: ({ other }) => (release = other.hold("/map.wasm")) };

around("while the map loads, its frame stays as it is; a country asked for then opens, and the history stays", slow, async ({ reader, page }) => {
  const [inside] = await inFrames(page, 1);
  await inside.until(() => document.querySelector("rok-asean-map")?.shadowRoot?.querySelector("[part~=list-item]") && document.readyState === "complete");
  const entries = await reader.run(() => history.length);
  await press(inside, inList("VN"));
  assert.deepEqual(await heights(reader), [FIXED]);
  release();
  await inside.heard("map-ready");
  await shows(inside, "VN");
  await fit([inside]);
  assert.deepEqual([await reader.run(() => history.length), page.frames().length], [entries, 2]);
});

around("what is opened makes no entry in the history: Back leaves the page", { body: (host) => frame(`${host}/frame.html`) + SCRIPT }, async ({ reader, page, server }) => {
  server.text("/before.html", "<!doctype html><html lang=en><title>Before</title></html>");
  await page.goto(`${server.url}/before.html`);
  await page.goto(`${server.url}/page.html`);
  const [inside] = await mapsOf(page);
  const entries = await reader.run(() => history.length);
  for (const code of ["VN", "TH", "KR"]) await opens(inside, code);
  await page.keyboard.press("Escape");
  await shows(inside, null);
  await reader.settled();
  assert.equal(await reader.run(() => history.length), entries);
  assert.ok(!inside.page.url().includes("#"));
  await page.goBack();
  assert.equal(page.url(), `${server.url}/before.html`);
});

around("a source opens beside the page, which stays; it cannot reach back", { body: (host) => frame(`${host}/frame.html?country=VN`) + SCRIPT }, async ({ page, server, context }) => {
  server.text("/source.html", "<!doctype html><html lang=en><title>Source</title>");
  const [inside] = await mapsOf(page);
  await openAll(inside);
  await inside.run((href) => document.querySelector("rok-asean-map").shadowRoot.querySelector("a[part~=source]").setAttribute("href", href), `${server.url}/source.html`);
  const opened = context.waitForTarget((target) => target.url().endsWith("/source.html"));
  await press(inside, "a[part~=source]");
  const source = new Reader(await (await opened).page());
  await source.until(() => document.title === "Source");
  assert.equal(await source.run(() => window.opener), null);
  await source.page.close();
  await shows(inside, "VN");
});

const ODD = "?country=VN&country=TH&theme=%22%3E%3Cscript%3E&pillar=&heading-level=3&src=/evil.json&data=1&base=//evil/&engine=js&id=x&onclick=alert(1)&style=x&address=write";

around("of its address, a frame takes the options that choose what is shown, each once", { body: (host) => frame(host + `/frame.html${ODD}`.replaceAll("&", "&amp;")), expected: [/unknown theme/] }, async ({ page, other }) => {
  const [inside] = await mapsOf(page);
  await shows(inside, "VN");
  const { attributes, titleTag } = await look(inside);
  assert.deepEqual(attributes, { theme: `"><script>`, address: "none", loading: "eager", country: "VN", "heading-level": "3" });
  assert.equal(titleTag, "h3");
  assert.deepEqual(await inside.details("map-ready"), [{ engine: "wasm", lang: "en" }]);
  assert.equal(other.count("/evil.json"), 0);
});

const OTHERS = [null, 600, "rok-asean-map", { height: 700 }, { type: "other", height: 700 }, ["rok-asean-map", 700]];

/** A page of another host; asked to, it says what no map says, and at the end what one could. */
function lie() {
  const heights = ["700", NaN, Infinity, -1, 0, 1e9, null, undefined, [700], 700n, { valueOf: 700 }];
  const told = heights.map((height) => ({ type: "rok-asean-map", height }));
  addEventListener("message", ({ data }) => {
    for (const one of data ? [...told, ...data, "end"] : [{ type: "rok-asean-map", height: 777 }, "end"]) parent.postMessage(one, "*");
  });
}

const liar = {
  body: (host) => frame(`${host}/liar.html`) + SCRIPT,
  setUp: ({ other }) => {
    other.text("/liar.html", `<!doctype html><html lang="en"><title>Liar</title><script src="/liar.js"></script></html>`);
    other.route("/liar.js", (_, response) => response.writeHead(200, { "Content-Type": "text/javascript" }).end(`(${lie})();`));
  },
};

around("nobody makes a frame taller but its map, and by a number that a map may have", liar, async ({ reader }) => {
  await reader.until(() => document.readyState === "complete");
  const ask = (words) =>
    reader.run((words) => {
      const ended = new Promise((done) => addEventListener("message", ({ data }) => data === "end" && done()));
      postMessage({ type: "rok-asean-map", height: 700 }, "*");
      document.querySelector("iframe").contentWindow.postMessage(words, "*");
      return ended;
    }, words);
  await ask(OTHERS);
  assert.deepEqual(await heights(reader), [FIXED]);
  await ask(null);
  assert.deepEqual(await heights(reader), [777]);
});

around("a page can tell a frame nothing", { body: (host) => frame(`${host}/frame.html?country=TH`) + SCRIPT }, async ({ reader, page }) => {
  const readers = await mapsOf(page);
  await fit(readers);
  await reader.run((said) => {
    const { contentWindow } = document.querySelector("iframe");
    for (const one of said) contentWindow.postMessage(one, "*");
  }, [...OTHERS, { type: "rok-asean-map", height: 1, country: "VN", src: "/evil.json" }, "x".repeat(1e6)]);
  await reader.settled();
  await fit(readers);
  const { attributes } = await look(readers[0]);
  assert.deepEqual(attributes, { theme: "light", address: "none", loading: "eager", country: "TH" });
});

around("a script that comes after the map finds out how tall it is", { body: (host) => frame(`${host}/frame.html`) + `<template>${SCRIPT}</template>` }, async ({ reader, page }) => {
  const readers = await mapsOf(page);
  await reader.settled();
  assert.deepEqual(await heights(reader), [FIXED]);
  await reader.run(() => document.body.append(document.querySelector("template").content.firstChild.cloneNode()));
  await fit(readers);
});

around("without its script, a frame of a fixed height scrolls inside", { body: (host) => frame(`${host}/frame.html`), width: 390 }, async ({ reader, page }) => {
  const [inside] = await mapsOf(page);
  await opens(inside, "VN");
  const seen = await inside.run(() => {
    const { top, bottom } = document.querySelector("rok-asean-map").shadowRoot.querySelector("[data-heading]").getBoundingClientRect();
    const { scrollHeight, scrollWidth } = document.documentElement;
    return { isInView: top >= 0 && bottom <= innerHeight, below: scrollHeight - innerHeight, beside: scrollWidth - innerWidth };
  });
  assert.ok(seen.isInView && seen.below > 0 && seen.beside === 0, JSON.stringify(seen));
  assert.deepEqual(await heights(reader), [FIXED]);
});

const read = { body: (host) => `<p style="height: 1000px">Before</p>${frame(`${host}/frame.html`)}<p style="height: 2000px">After</p>${SCRIPT}`, width: 390 };

around("what is opened in a tall frame comes into view on the page, and no further", read, async ({ reader, page }) => {
  const readers = await mapsOf(page);
  await reader.until((fixed) => document.querySelector("iframe").clientHeight > fixed, FIXED);
  assert.equal(await reader.run(() => scrollY), 0, "a map that comes moves no page");
  for (const code of ["VN", "TH"]) {
    await opens(readers[0], code);
    await fit(readers);
    const top = await readers[0].run(() => document.querySelector("rok-asean-map").shadowRoot.querySelector("[data-heading]").getBoundingClientRect().top);
    const { start, height } = await reader.run(() => ({ start: document.querySelector("iframe").getBoundingClientRect().top, height: innerHeight }));
    assert.ok(start + top >= 0 && start + top < height - 40, `${code}: the heading stands at ${start + top} of ${height}`);
  }
});

const LOST = { body: (host) => frame(`${host}/frame.html`) + SCRIPT, setUp: ({ other }) => other.route("/map.js", (_, response) => response.writeHead(404).end()), expected: [/404|integrity/] };

around("where the map's script is lost, a link leads to every entry", LOST, async ({ page, other }) => {
  const [inside] = await inFrames(page, 1);
  await inside.until(() => document.readyState === "complete" && innerHeight < 100);
  const href = await inside.run(() => document.querySelector("a").checkVisibility() && document.querySelector("a").href);
  assert.equal(href, `${other.url}/static.html`);
});

for (const [file, lang] of FRAMES) {
  test(`${file} is valid HTML`, async () => assert.deepEqual(await invalid(shipped(file)), []));

  for (const [theme, query] of [["light", ""], ["dark", "?theme=auto"]]) {
    const settings = {
      body: () => `<main><h1>Page</h1>${frame(`/${file}${query}`)}</main>${SCRIPT}`,
      media: [{ name: "prefers-color-scheme", value: "dark" }],
      width: 390,
      ...AXE_WRITES,
    };
    // The map's heading has the level that the page around needs: with that page, all is in order.
    around(`${file} is ${theme} for a reader in the dark, and has no barrier that axe knows`, settings, async ({ page }) => {
      const readers = await mapsOf(page);
      await fit(readers);
      const seen = await look(readers[0]);
      assert.deepEqual([seen.lang, seen.title, await readers[0].run(() => document.title)], [lang, data.title[lang], data.title[lang]]);
      const ink = await readers[0].run(() => getComputedStyle(document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=title]")).color);
      assert.equal(Number(ink.match(/\d+/)[0]) > 128 ? "dark" : "light", theme, ink);
      assert.ok((await readers[0].run(() => getComputedStyle(document.documentElement).colorScheme)).includes(theme === "dark" ? "dark" : "normal"));
      await openAll(readers[0]);
      await readers[0].run(axe.source);
      assert.deepEqual(await barriers(page), []);
      assert.ok(await readers[0].run(() => document.documentElement.scrollWidth <= innerWidth), "nothing scrolls sideways");
    });
  }
}

test("a frame costs at most 1 KB more than the tag, its page's script less than 1 KB", () => {
  const tag = shipped("index.html").match(/<script src="map\.\w+\.js".*?>/)[0];
  for (const [file] of FRAMES) {
    const own = [file, "frame.css", "framed.js"].reduce((sum, name) => sum + manifest[name].brotli, 0);
    assert.ok(own - brotli(tag) <= 1024, `${file}: ${own} bytes`);
  }
  assert.ok(manifest["frame.js"].bytes < 1024);
});
