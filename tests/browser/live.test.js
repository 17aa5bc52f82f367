// What a page's author sets in the markup: attributes, live.
import assert from "node:assert/strict";
import { onPage } from "./harness/stage.js";
import { country, dataset, facts } from "./harness/data.js";
import { assertCurrent, assertFacts, clickCountry, look, lookInto, shows } from "./harness/read.js";

const data = dataset();
const MAP = "rok-asean-map";

/** Sets an attribute, or removes it for `null`, lets the page come to rest, and reads all that is shown then. */
async function set(reader, name, value) {
  await reader.run(
    (map, name, value) => {
      const host = document.querySelector(map);
      if (value === null) host.removeAttribute(name);
      else host.setAttribute(name, value);
    },
    MAP, name, value,
  );
  await reader.settled();
  return lookInto(reader);
}

/** What the map says about itself above its list. */
const notes = (reader) =>
  reader.run((map) => [...document.querySelector(map).shadowRoot.querySelectorAll(".problem")].map((note) => note.textContent), MAP);

/** Says a value, twice with another between, and gives the warnings that came of it. */
async function warned(reader, name, value, between) {
  const before = reader.console.length;
  for (const one of [value, between, value]) await set(reader, name, one);
  return reader.console.slice(before);
}

onPage("lang is live", {}, async ({ reader }) => {
  await clickCountry(reader, "TH");
  await shows(reader, "TH");
  const korean = await set(reader, "lang", "ko");
  assert.equal(korean.lang, "ko");
  assert.equal(korean.title, data.title.ko);
  assert.equal(korean.card.heading, country("TH").name.ko.formal);
  assertFacts(korean, facts("TH"), data, "ko");
  assert.equal((await set(reader, "lang", "ko-KR")).lang, "ko");
  assert.equal((await set(reader, "lang", "en-GB")).lang, "en");
  const english = await set(reader, "lang", null);
  assert.equal(english.lang, "en");
  assertFacts(english, facts("TH"), data, "en");
});

const TRANSLATORS = {
  Chrome: () => document.documentElement.classList.add("translated-ltr"),
  Edge: () => document.body.setAttribute("_msttexthash", "1"),
};
for (const [browser, mark] of Object.entries(TRANSLATORS)) {
  onPage(`the author's lang stays on a page that a translator has marked (${browser})`, { lang: "ko" }, async ({ reader }) => {
    assert.equal((await look(reader)).lang, "ko");
    await reader.run(mark);
    await reader.run(() => (document.documentElement.lang = "de"));
    await reader.settled();
    assert.equal((await look(reader)).lang, "ko");
    await reader.run(() => {
      document.documentElement.className = "";
      document.body.removeAttribute("_msttexthash");
      document.documentElement.lang = "en";
    });
    await reader.settled();
    assert.equal((await look(reader)).lang, "en");
  });
}

const NESTED = `<div lang="en"><section lang="ko"><p>여기</p><script src="/map.js" defer></script></section></div>`;

onPage("the nearest lang up the tree decides", { body: NESTED }, async ({ reader }) => {
  assert.equal((await look(reader)).lang, "ko");
  assert.deepEqual(await reader.details("map-ready"), [{ engine: "wasm", lang: "ko" }]);
});

onPage("the page's own lang is followed when it changes", { lang: "ko" }, async ({ reader }) => {
  assert.equal((await look(reader)).lang, "ko");
  await reader.run(() => (document.documentElement.lang = "en"));
  await reader.settled();
  assert.equal((await look(reader)).lang, "en");
});

onPage("the lang of an element around it is followed when it changes", { body: NESTED }, async ({ reader }) => {
  await reader.run(() => (document.querySelector("section").lang = "en"));
  await reader.settled();
  assert.equal((await look(reader)).lang, "en");
});

onPage("a page in a language that we lack gets English, without a word", { lang: "fr" }, async ({ reader }) => {
  assert.equal((await look(reader)).lang, "en");
  assert.deepEqual(await notes(reader), []);
});

onPage("a map that asks for a language that we lack gets English, and is told", { expected: [/^warn: .*lang "vi"/] }, async ({ reader }) => {
  assert.equal((await set(reader, "lang", "ko")).lang, "ko");
  assert.equal((await set(reader, "lang", "vi")).lang, "en");
  assert.match((await notes(reader)).join(), /lang/);
  await set(reader, "lang", null);
  assert.deepEqual(await notes(reader), []);
});

onPage("country is live", {}, async ({ reader }) => {
  await reader.forget();
  assert.equal((await set(reader, "country", "ID")).card.code, "ID");
  assertCurrent(await look(reader), "ID");
  assert.ok((await set(reader, "country", null)).overview);
  assert.deepEqual(await reader.details("map-select"), [
    { country: "ID", via: "attribute" },
    { country: null, via: "attribute" },
  ]);
  await clickCountry(reader, "MY");
  await shows(reader, "MY");
  assert.equal((await look(reader)).attributes.country, "MY", "the attribute follows the reader");
  await set(reader, "country", "MY");
  assert.equal((await reader.events("map-select")).length, 3, "saying the same again tells nothing");
});

onPage("pillar is live", {}, async ({ reader }) => {
  await reader.forget();
  assertFacts(await set(reader, "pillar", "prosperity"), facts("ASEAN", { pillar: "prosperity" }), data, "en");
  assertFacts(await set(reader, "pillar", null), facts("ASEAN"), data, "en");
  assert.deepEqual(await reader.details("map-filter"), [{ pillar: "prosperity" }, { pillar: null }]);
});

onPage("heading-level is live, and inner headings follow", {}, async ({ reader }) => {
  for (const level of [3, 4, 5, 2]) {
    const { titleTag, levels } = await set(reader, "heading-level", String(level));
    assert.equal(titleTag, `h${level}`);
    assert.equal(levels[0], level);
    assert.equal(levels[1], level + 1);
    levels.reduce((before, after) => (assert.ok(after <= before + 1 && after > level, `${levels}`), after));
  }
});

/** How light the text of the title is, 0 to 1. */
const light = (reader) =>
  reader.run(() => {
    const title = document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=title]");
    const [r, g, b] = getComputedStyle(title).color.match(/[\d.]+/g).map(Number);
    return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
  });

async function assertSkin(reader, name) {
  const value = await light(reader);
  const [least, most] = { light: [0, 0.3], dark: [0.7, 0.99], contrast: [0.999, 1] }[name];
  assert.ok(value >= least && value <= most, `${name}: text of lightness ${value}`);
}

const BOTH = `<meta name="color-scheme" content="light dark">`;

onPage("theme is live", { head: BOTH, media: [{ name: "prefers-color-scheme", value: "light" }] }, async ({ reader, page }) => {
  await assertSkin(reader, "light");
  for (const theme of ["dark", "contrast", "light"]) {
    await set(reader, "theme", theme);
    await assertSkin(reader, theme);
  }
  await set(reader, "theme", null);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
  await assertSkin(reader, "dark");
  await set(reader, "theme", "light");
  await assertSkin(reader, "light");
  await set(reader, "theme", "auto");
  await assertSkin(reader, "dark");
});

onPage("auto follows the page's KRDS mode before the system", { head: BOTH }, async ({ reader, page }) => {
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
  const mode = (value) => reader.run((value) => document.documentElement.setAttribute("data-krds-mode", value), value);
  for (const [value, skin] of [["light", "light"], ["high-contrast", "contrast"], ["dark", "dark"]]) {
    await mode(value);
    await reader.settled();
    await assertSkin(reader, skin);
  }
});

const UNKNOWN = { expected: [/^warn: .*(country|pillar|theme|heading-level|engine|loading)/] };

onPage("an unknown value warns once and means the default", UNKNOWN, async ({ reader }) => {
  const tries = [["country", "XX", "VN"], ["pillar", "power", "peace"], ["theme", "pink", "dark"], ["heading-level", "9", "3"]];
  for (const [name, value, between] of [...tries, ["engine", "steam", "auto"], ["loading", "never", "eager"]]) {
    const said = await warned(reader, name, value, between);
    assert.equal(said.length, 1, `${name}: ${said}`);
    assert.ok(said[0].includes(name) && said[0].includes(value), said[0]);
    if (["engine", "loading"].includes(name)) continue;
    const told = (await reader.details("map-error")).flatMap(({ issues }) => issues).filter(({ path }) => path === name);
    assert.deepEqual(told.map(({ code }) => code), ["unknown-value"]);
    assert.ok((await notes(reader)).includes(told[0].message), "and the reader sees it where the map is");
  }
  const seen = await lookInto(reader);
  assert.ok(seen.overview);
  assert.equal(seen.titleTag, "h2");
  assertFacts(seen, facts("ASEAN"), data, "en");
});

const BAD = `<rok-asean-map country="Q1" pillar="x" theme="x" heading-level="x" loading="x" engine="x"></rok-asean-map>
  <script src="/map.js" defer data-place="none"></script>`;

onPage("unknown values in the page warn once each", { ...UNKNOWN, body: BAD }, async ({ reader }) => {
  await reader.settled();
  assert.equal(reader.console.length, 6, reader.console.join("\n"));
  assert.ok((await look(reader)).overview);
  assert.equal((await notes(reader)).length, 4);
});
