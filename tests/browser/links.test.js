// Addresses: what is open can be linked to, and the browser's own buttons go through it.
import assert from "node:assert/strict";
import { onPage } from "./harness/stage.js";
import { facts } from "./harness/data.js";
import { assertCurrent, clickCountry, clickText, look, shows } from "./harness/read.js";

const hash = (reader) => reader.run(() => location.hash);
const go = (reader, to) => reader.run((to) => void (location.hash = to), to);

/** The fact that an address names is marked and in view. */
async function assertFact(reader, id, map = 0) {
  await reader.until(
    (id, map) => {
      const root = document.querySelectorAll("rok-asean-map")[map].shadowRoot;
      const box = root.querySelector(`[data-fact="${id}"]`)?.getBoundingClientRect();
      return box && box.top >= -1 && box.top < innerHeight - 20;
    },
    id,
    map,
  );
  const current = (await look(reader, map)).facts.filter(({ current }) => current);
  assert.deepEqual(current.map(({ id }) => id), [id]);
}

onPage("#map=VN opens Viet Nam at once", { hash: "#map=VN" }, async ({ reader }) => {
  await shows(reader, "VN");
  assertCurrent(await look(reader), "VN");
  assert.equal(await hash(reader), "#map=VN");
});

for (const width of [1280, 390]) {
  const last = facts("VN").at(-1).id;
  onPage(`#map=VN/${last} opens the fact and scrolls to it (${width} px)`, { hash: `#map=VN/${last}`, width }, async ({ reader }) => {
    await shows(reader, "VN");
    await assertFact(reader, last);
    const other = facts("TH")[0].id;
    await go(reader, `#map=TH/${other}`);
    await shows(reader, "TH");
    await assertFact(reader, other);
    const shared = facts("ASEAN").at(-1).id;
    await go(reader, `#map=ASEAN/${shared}`);
    await shows(reader, null);
    await assertFact(reader, shared);
  });
}

const hidden = facts("VN", { pillar: "peace" })[0].id;
const FILTERED = `<script src="/map.js" defer data-pillar="people"></script>`;

onPage("a fact that the filter would hide is shown all the same", { body: FILTERED, hash: `#map=VN/${hidden}` }, async ({ reader }) => {
  await shows(reader, "VN");
  await assertFact(reader, hidden);
});

onPage("Back and Forward go through what was opened", {}, async ({ reader }) => {
  await clickCountry(reader, "VN");
  await shows(reader, "VN");
  assert.equal(await hash(reader), "#map=VN");
  await clickText(reader, "list", "Thailand");
  await shows(reader, "TH");
  assert.equal(await hash(reader), "#map=TH");
  await clickText(reader, "card", "overview");
  await shows(reader, null);
  assert.equal(await hash(reader), "");
  await reader.forget();
  for (const [way, code] of [["back", "TH"], ["back", "VN"], ["back", null], ["forward", "VN"], ["forward", "TH"], ["forward", null]]) {
    await reader.run((way) => history[way](), way);
    await shows(reader, code);
    assertCurrent(await look(reader), code);
  }
  const told = await reader.details("map-select");
  assert.deepEqual(told.map(({ country, via }) => [country, via]), ["TH", "VN", null, "VN", "TH", null].map((code) => [code, "hash"]));
});

onPage("a reload shows what was open", {}, async ({ reader, page }) => {
  await clickCountry(reader, "KH");
  await shows(reader, "KH");
  await page.reload({ waitUntil: "domcontentloaded" });
  await reader.heard("map-ready");
  await shows(reader, "KH");
});

const TWO = `<rok-asean-map loading="eager"></rok-asean-map><rok-asean-map id="second" loading="eager"></rok-asean-map>
  <rok-asean-map loading="eager"></rok-asean-map><script src="/map.js" defer data-place="none"></script>`;

onPage("a second map is known by its id", { body: TWO, hash: "#second=SG", ready: 3 }, async ({ reader }) => {
  await shows(reader, "SG", 1);
  assert.ok((await look(reader, 0)).overview);
  await clickCountry(reader, "ID", 1);
  await shows(reader, "ID", 1);
  assert.equal(await hash(reader), "#second=ID");
  await clickCountry(reader, "MM", 0);
  await shows(reader, "MM", 0);
  assert.equal(await hash(reader), "#map=MM");
  await clickCountry(reader, "PH", 2);
  await shows(reader, "PH", 2);
  assert.equal(await hash(reader), "#map=MM", "a map without a name leaves the address alone");
  assert.equal((await look(reader, 1)).card.code, "ID");
});

const UNKNOWN = ["#map=XX", "#map=vn", "#map=", "#map", "#other=VN", "#top", "#map=VN/no-such-fact", `#map=VN/${facts("TH")[0].id}`, "#map=VN%2F", "#second=VN"];

onPage("an address that names nothing known changes nothing", { hash: "#nothing" }, async ({ reader }) => {
  assert.ok((await look(reader)).overview);
  await clickCountry(reader, "TH");
  await shows(reader, "TH");
  await reader.forget();
  for (const to of UNKNOWN) {
    await go(reader, to);
    await reader.settled();
    assert.equal((await look(reader)).card?.code, "TH", to);
    assert.equal(await hash(reader), to);
  }
  assert.deepEqual(await reader.events(), []);
});

onPage("links in the list are addresses that work elsewhere", {}, async ({ reader, page }) => {
  const href = await reader.run(
    () => document.querySelector("rok-asean-map").shadowRoot.querySelector('[part~="list-item"][data-country="LA"]').href,
  );
  await page.goto("about:blank");
  await page.goto(href, { waitUntil: "domcontentloaded" });
  await reader.heard("map-ready");
  await shows(reader, "LA");
});

onPage("a press with Ctrl is the browser's own", {}, async ({ reader, page, browser }) => {
  const opened = new Promise((resolve) => browser.once("targetcreated", resolve));
  await page.keyboard.down("Control");
  await clickText(reader, "list", "Malaysia");
  await page.keyboard.up("Control");
  assert.match((await opened).url(), /#map=MY$|about:blank|^$/);
  assert.ok((await look(reader)).overview);
});
