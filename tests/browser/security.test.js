// What the map never does, on the host pages as they are shipped, under the policy of DESIGN 1.9.
import assert from "node:assert/strict";
import { onPage, TAG } from "./harness/stage.js";
import { COUNTRIES } from "./harness/data.js";
import { clickCountry, clickText, look, openAll, openFinding, shows, tabTo } from "./harness/read.js";

const PAGES = [["/", "en", "All"], ["/ko/", "ko", "전체"]];
const FORMS = PAGES.flatMap(([path, lang, all]) => [390, 1280].map((width) => ({ path, lang, all, width })));

/** A visit that touches everything: the map, the list, the filter, the folds, the way back, both themes. */
async function visit(reader, all) {
  for (const code of COUNTRIES) {
    await clickCountry(reader, code);
    await shows(reader, code);
  }
  await openAll(reader);
  await tabTo(reader, ({ part }) => part === "source");
  await reader.press("Escape");
  await shows(reader, null);
  await clickText(reader, "filter", all);
  for (const fold of await reader.page.$$("rok-asean-map >>> details > summary")) await fold.click();
  await openFinding(reader);
  const select = await reader.page.$("rok-asean-map >>> [part~=filter] select");
  await select.select("education");
  await select.select("");
  for (const theme of ["dark", "contrast", "light"]) {
    await reader.run((theme) => document.querySelector("rok-asean-map").setAttribute("theme", theme), theme);
  }
  await reader.run(() => history.back());
  await reader.settled();
}

/** Brings the map near, as a reader does by scrolling. */
async function near(reader) {
  await reader.until(() => document.querySelector("rok-asean-map") && true);
  await reader.run(() => document.querySelector("rok-asean-map").scrollIntoView());
  await reader.heard("map-ready");
}

/** What a page can keep on a reader's computer. */
const kept = (reader) =>
  reader.run(async () => ({
    cookie: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    name: window.name,
  }));

for (const { path, lang, all, width } of FORMS) {
  const form = `${path} at ${width} px`;

  // Errors, violations and words on the console fail every test of ours.
  onPage(`${form}: a whole visit stays inside its folder and keeps nothing`, { path, width, ready: 0 }, async ({ reader, server, page, context }) => {
    await near(reader);
    assert.equal((await look(reader)).lang, lang);
    const before = reader.requests.length;
    await visit(reader, all);
    const outside = reader.requests.filter((url) => !url.startsWith(`${server.url}/`) && !url.startsWith("data:"));
    assert.deepEqual(outside, []);
    assert.equal(reader.requests.length, before, "once it is there, the map asks for nothing more");
    const nothing = { cookie: "", local: 0, session: 0, databases: 0, caches: 0, workers: 0, name: "" };
    assert.deepEqual(await kept(reader), nothing);
    assert.deepEqual(await context.cookies(), []);
    assert.deepEqual(await reader.seen("violations"), []);
    assert.deepEqual(reader.console, []);
    assert.equal((await page.evaluate(() => document.querySelectorAll("rok-asean-map").length)), 1);
  });

  onPage(`${form}: no style stands in the markup`, { path, width, ready: 0 }, async ({ reader }) => {
    await near(reader);
    for (const code of [null, ...COUNTRIES]) {
      if (code) await clickCountry(reader, code);
      await shows(reader, code);
      const styled = await reader.run(() => {
        const roots = [document, document.querySelector("rok-asean-map").shadowRoot];
        return roots.flatMap((root) => [...root.querySelectorAll("[style],style")]).map((one) => one.outerHTML.slice(0, 200));
      });
      assert.deepEqual(styled, [], `with ${code}`);
    }
  });

  let release;
  const slow = { path, width, ready: 0, setUp: ({ server }) => (release = server.hold("/map.wasm")) };

  for (const [where, top] of [["at the top of", 0], ["low in", 0.7]]) {
    onPage(`${form}: nothing shifts when the map comes late ${where} the window`, slow, async ({ reader }) => {
      // A page that is painted while its HTML still comes may move on its own account.
      await reader.until(() => window[Symbol.for("seen")].painted && document.readyState === "complete");
      await reader.run((top) => {
        const map = document.querySelector("rok-asean-map");
        scrollBy(0, map.getBoundingClientRect().top - top * innerHeight);
      }, top);
      await reader.settled();
      const before = await reader.seen("shift");
      release();
      await reader.heard("map-ready");
      await reader.settled();
      assert.equal(await reader.seen("shift"), before);
    });
  }

  onPage(`${form}: nothing shifts when the map is opened at a fact`, { path, width, hash: "#map=VN/vn-flood-relief" }, async ({ reader }) => {
    await shows(reader, "VN");
    await reader.until(() => {
      const map = document.querySelector("rok-asean-map").shadowRoot;
      const top = map.querySelector('[data-fact="vn-flood-relief"]').getBoundingClientRect().top;
      return top >= 0 && top < innerHeight;
    });
    await reader.settled();
    assert.equal(await reader.seen("shift"), 0);
  });
}

for (const width of [390, 1280]) {
  let release;
  const bare = { width, ready: 0, body: `<p>Before</p>${TAG}<p>After</p>`, setUp: ({ server }) => (release = server.hold("/map.wasm")) };

  // The tag's own arrival may push what the page has painted; from then on nothing moves.
  onPage(`a page that keeps no room does not shift when the engine comes, at ${width} px`, bare, async ({ reader }) => {
    await reader.until(() => window[Symbol.for("seen")].painted && document.querySelector("rok-asean-map") && true);
    await reader.settled();
    const before = await reader.seen("shift");
    release();
    await reader.heard("map-ready");
    await reader.settled();
    assert.equal(await reader.seen("shift"), before);
  });
}

/** Every name that a page's scripts can see without being given it, by CDP: properties of `window`, `let`, `const`. */
async function names(reader, page) {
  const client = await page.createCDPSession();
  const { result } = await client.send("Runtime.evaluate", { expression: "window" });
  const { result: own } = await client.send("Runtime.getProperties", { objectId: result.objectId, ownProperties: true });
  const lexical = await client.send("Runtime.globalLexicalScopeNames", {});
  return [...own.map(({ name }) => name), ...lexical.names].sort();
}

onPage("no global comes with the map but its element", { ready: 0, body: `<template><script src="/map.js"></script></template>` }, async ({ reader, page }) => {
  const before = await names(reader, page);
  const made = await reader.run(() => {
    document.body.append(document.querySelector("template").content.firstChild.cloneNode());
    return document.createElement("rok-asean-map") instanceof HTMLElement;
  });
  assert.ok(made);
  await reader.heard("map-ready");
  await clickCountry(reader, "VN");
  await shows(reader, "VN");
  assert.deepEqual(await names(reader, page), before);
  assert.equal(await reader.run(() => customElements.get("rok-asean-map") !== undefined), true);
});

const BUILT_INS = ["Array", "Object", "String", "Map", "Promise", "Node", "Element", "HTMLElement", "EventTarget", "Document"];

onPage("the map changes nothing that belongs to the page", { ready: 0, body: `<template><script src="/map.js"></script></template>` }, async ({ reader }) => {
  const shape = () =>
    reader.run(
      (names) => names.map((name) => [name, Reflect.ownKeys(window[name].prototype).length, Reflect.ownKeys(window[name]).length].join()),
      BUILT_INS,
    );
  const before = await shape();
  await reader.run(() => document.body.append(document.querySelector("template").content.firstChild.cloneNode()));
  await reader.heard("map-ready");
  assert.deepEqual(await shape(), before);
  assert.equal(await reader.run(() => document.head.children.length + document.adoptedStyleSheets.length), 3);
});

onPage("the host page's switch gives the map its colours", { path: "/" }, async ({ reader, page }) => {
  const color = () =>
    reader.run(() => getComputedStyle(document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=title]")).color);
  const colors = [];
  for (const theme of ["light", "dark", "contrast"]) {
    await page.select("#theme", theme);
    await reader.settled();
    colors.push(await color());
  }
  assert.equal(new Set(colors).size, 3, colors.join());
});

onPage("the host page's title and its other language go with the country", { path: "/" }, async ({ reader, page }) => {
  await clickCountry(reader, "VN");
  await shows(reader, "VN");
  assert.match(await page.title(), /^Viet Nam/);
  await Promise.all([page.waitForNavigation({ waitUntil: "domcontentloaded" }), page.click(".language")]);
  await reader.heard("map-ready");
  await shows(reader, "VN");
  assert.match(page.url(), /\/ko\/#map=VN$/);
  assert.match(await page.title(), /^베트남/);
});
