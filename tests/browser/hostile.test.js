// Pages with styles, scripts, places and systems that no one planned for: the map stays whole, and the page too.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { onPage } from "./harness/stage.js";
import { COUNTRIES, dataset, facts } from "./harness/data.js";
import { faults } from "./harness/fit.js";
import { DIST, named } from "./harness/serve.js";
import { PAGES, POLICY, changes, portrait, put, seen, serve } from "./harness/hostile.js";

const data = dataset();

/** Until `inside`, run with the map, is true. */
async function until(map, inside, given) {
  for (let end = Date.now() + 20_000; Date.now() < end; ) {
    if (await map.evaluate(inside, given)) return;
    await new Promise((next) => setTimeout(next, 20));
  }
  assert.fail(`never came true: ${inside} ${given}\n${await map.evaluate((map) => map.shadowRoot?.textContent.slice(0, 300))}`);
}

const isThere = (map) => map.shadowRoot?.querySelector("[part~=filter]") !== null;

/** Presses what the selector finds as a hand does, and reads the card with its entries open. */
async function open(map, code, selector) {
  const control = await map.evaluateHandle((map, selector) => map.shadowRoot.querySelector(selector), selector);
  await control.click();
  await until(map, (map, code) => map.shadowRoot.querySelector("[part~=card]")?.dataset.country === code, code);
  return map.evaluate((map) => {
    const card = map.shadowRoot.querySelector("[part~=card]");
    card.querySelectorAll("[part~=fact]:not([open]) > summary").forEach((summary) => summary.click());
    return card.innerText.replace(/\s+/g, " ");
  });
}

const WAYS = {
  KH: "[part~=country][data-country=KH] path + path",
  SG: "[part~=callout][data-country=SG] circle + circle",
  VN: "[part~=list-item][data-country=VN]",
};

async function assertOpens(map, lang) {
  for (const [code, selector] of Object.entries(WAYS)) {
    const text = await open(map, code, selector);
    for (const fact of facts(code)) {
      for (const words of [fact.title[lang], fact.summary[lang]]) assert.ok(text.includes(words), `${code} says ${words}`);
    }
    assert.ok(text.includes(data.countries.find((one) => one.code === code).name[lang].formal), `${code} is named`);
  }
}

/** The map shows all, fits its column, and opens. */
async function assertWhole(map, lang) {
  const { items, shapes, plate, column, template, direction } = await map.evaluate(seen);
  assert.deepEqual(items, COUNTRIES);
  assert.deepEqual(shapes.sort(), [...COUNTRIES].sort());
  assert.ok(plate[0] >= Math.min(280, column) && plate[0] <= column + 0.5, `a plate of ${plate[0]} px in a column of ${column} px`);
  assert.ok(Math.abs(plate[0] - plate[1]) <= 2, `a plate of ${plate}`);
  assert.ok(!template, "a template is nothing to read");
  assert.equal(direction, "ltr");
  await assertOpens(map, lang);
  assert.deepEqual(await map.evaluate(faults), []);
}

for (const [name, page] of Object.entries(PAGES)) {
  const { lang = "en", width = 1280, height, expected, within, then } = page;
  const settings = { path: "/hostile.html", ready: 0, width, height, expected, setUp: ({ server }) => serve(server, page) };

  onPage(`a page that ${name}`, settings, async ({ reader, page }) => {
    assert.equal(await page.$eval("#korean", (one) => one.textContent), "한국");
    const before = await reader.run(portrait);
    const place = await page.evaluateHandle(put, within ?? "");
    await until(place, () => customElements.get("rok-asean-map") !== undefined);
    await until(place, (place) => (place.querySelector("rok-asean-map") ?? document.querySelector("rok-asean-map")) !== null);
    if (then) await reader.run(then);
    const map = await place.evaluateHandle((place) => place.querySelector("rok-asean-map") ?? document.querySelector("rok-asean-map"));
    await until(map, isThere);
    await assertWhole(map, lang);
    assert.deepEqual(changes(before, await reader.run(portrait)), []);
    if (width !== 1280) return;
    await page.setViewport({ width: 390, height: 844 });
    await assertWhole(map, lang);
  });
}

/** A page around a frame that may run scripts and nothing else: its origin is none, so all it fetches is another's. */
function serveFrame(server, shared) {
  serve(server, {});
  server.route("/outer.html", (_, response) => {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("Content-Type", "text/html");
    response.end(`<!doctype html><title>Page</title><iframe sandbox="allow-scripts" src="/hostile.html" width="900" height="700"></iframe>`);
  });
  for (const [path, type] of shared) {
    server.route(path, (_, response) => {
      response.writeHead(200, { "Content-Type": type, "Access-Control-Allow-Origin": "*" }).end(readFileSync(DIST + named(path.slice(1))));
    });
  }
}

/** The map in the frame of the page. */
async function framed(page) {
  const frame = await page.waitForFrame((frame) => frame.url().endsWith("/hostile.html"));
  await frame.waitForSelector("#korean");
  const place = await frame.evaluateHandle(put, "");
  await until(place, (place) => place.querySelector("rok-asean-map") !== null);
  return place.$("rok-asean-map");
}

const frame = { path: "/outer.html", ready: 0, expected: [/CORS|ERR_FAILED|integrity/] };
const shares = (files) => ({ ...frame, setUp: ({ server }) => serveFrame(server, files) });

onPage("a sandboxed frame, where the server shares the engine", shares([["/map.wasm", "application/wasm"]]), async ({ page }) => {
  const map = await framed(page);
  await until(map, isThere);
  await assertWhole(map, "en");
});

onPage("a sandboxed frame, where the server shares nothing, says so and leads to every entry", shares([]), async ({ page, server }) => {
  const map = await framed(page);
  await until(map, (map) => map.shadowRoot.querySelector("[role=alert]") !== null);
  const href = await map.evaluate((map) => map.shadowRoot.querySelector("[role=alert] a").href);
  assert.equal(href, `${server.url}/static.html`);
});
