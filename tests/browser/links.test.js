// Addresses: what is open can be linked to. `engines.js` follows links in the text, and goes back and forward.
import assert from "node:assert/strict";
import { TAG, onPage } from "./harness/stage.js";
import { facts } from "./harness/data.js";
import { HEADING, TEXT, addressed, inView, leads, linked } from "./harness/journeys.js";
import { clickCountry, clickText, look, shows } from "./harness/read.js";

const hash = (reader) => reader.run(() => location.hash);
const go = (reader, to) => reader.run((to) => void (location.hash = to), to);

const phone = { body: TEXT + TAG, hash: "#map=TH", width: 390 };
onPage("a link opens a country or an entry on a phone", phone, ({ reader }) => linked({ reader }));

const hidden = facts("VN", { pillar: "peace" })[0].id;
const FILTERED = `<script src="/map.js" defer data-pillar="people"></script>`;

onPage("a fact that the filter would hide is shown all the same", { body: FILTERED, hash: `#map=VN/${hidden}` }, async ({ reader }) => {
  await leads(reader, [null, "VN", hidden]);
});

onPage("a reader who is typing keeps the focus while the address opens a country", { body: `<input>${TAG}` }, async ({ reader, page }) => {
  await page.focus("input");
  await go(reader, "#map=VN");
  await shows(reader, "VN");
  await inView(reader, HEADING);
  await reader.settled();
  assert.equal(await reader.run(() => document.activeElement.localName), "input");
});

onPage("a reload shows what was open", {}, async ({ reader, page }) => {
  await clickCountry(reader, "KH");
  await addressed(reader, "#map=KH");
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
  await addressed(reader, "#second=ID");
  await clickCountry(reader, "MM", 0);
  await shows(reader, "MM", 0);
  await addressed(reader, "#map=MM");
  await clickCountry(reader, "PH", 2);
  await shows(reader, "PH", 2);
  await reader.settled();
  assert.equal(await hash(reader), "#map=MM", "a map without a name leaves the address alone");
  assert.equal((await look(reader, 1)).card.code, "ID");
});

const UNKNOWN = ["#map=XX", "#maps=VN", "#map=", "#map", "#other=VN", "#top", "#map=ASEAN/no-such-fact", "#map%3D", "#second=VN"];

onPage("an address that names nothing known changes nothing", { hash: "#nothing" }, async ({ reader }) => {
  assert.ok((await look(reader)).overview);
  await clickCountry(reader, "TH");
  await addressed(reader, "#map=TH");
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
