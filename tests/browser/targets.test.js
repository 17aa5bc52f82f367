// What a thumb finds on the map: on the narrowest pages too, every country has room for a finger-tip.
import assert from "node:assert/strict";
import { onPage } from "./harness/stage.js";
import { COUNTRIES, country } from "./harness/data.js";
import { look, openAll, openFinding, shows } from "./harness/read.js";

/** WCAG 2.2, 2.5.8, in CSS pixels. */
const LEAST = 24;
/** What a thumb asks for, and who has it on the map of a phone 390 wide: those with the sea around them. */
const THUMB = 44;
const AT_SEA = ["ID", "PH", "KR"];

/** What a mouse asks of a line of text. */
const LINE = 32;

const PAGES = [320, 390, 1280].flatMap((width) => [
  { width, lang: "en", path: "/" },
  { width, lang: "ko", path: "/ko/" },
]);

/** The page as published, with its map in view. */
const onMap = (name, { width, lang, path }, inside) =>
  onPage(`${name} (${lang}, ${width} px)`, { width, path, ready: 0 }, async ({ reader }) => {
    await reader.until(() => document.querySelector("rok-asean-map")?.scrollIntoView({ behavior: "instant" }) ?? true);
    await reader.heard("map-ready");
    await inside(reader);
  });

const bringIntoView = (reader) =>
  reader.run(() => {
    const map = document.querySelector("rok-asean-map").shadowRoot.querySelector('[part~="map"]');
    map.scrollIntoView({ block: "center", behavior: "instant" });
  });

/** For each country the side of the largest square all of whose pixels open it. */
const squares = (reader) =>
  reader.run(() => {
    const root = document.querySelector("rok-asean-map").shadowRoot;
    const box = root.querySelector('[part~="map"]').getBoundingClientRect();
    const best = {};
    let above = [];
    for (let y = Math.ceil(box.top); y < box.bottom; y++) {
      const row = [];
      for (let x = Math.ceil(box.left); x < box.right; x++) {
        const code = root.elementFromPoint(x + 0.5, y + 0.5)?.closest("a[part~=country]")?.dataset.country;
        const around = [row.at(-1), above[row.length], above[row.length - 1]];
        const side = code && 1 + Math.min(...around.map((one) => (one?.code === code ? one.side : 0)));
        row.push({ code, side });
        if (code) best[code] = Math.max(best[code] ?? 0, side);
      }
      above = row;
    }
    return best;
  });

/** What is pressed at points all over a country's name, and its middle. */
const pressedAt = (reader, name) =>
  reader.run((name) => {
    const root = document.querySelector("rok-asean-map").shadowRoot;
    const plain = (text) => text.replace(/\s/g, "");
    const text = [...root.querySelectorAll("text")].find((one) => plain(one.textContent).endsWith(plain(name)));
    const rows = text.querySelectorAll(":scope > [x]");
    const lines = (rows.length ? [...rows] : [text]).map((line) => {
      const range = document.createRange();
      range.selectNodeContents(line.lastChild);
      return range.getBoundingClientRect();
    });
    const found = new Set();
    const parts = [0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98];
    for (const { left, top, width, height } of lines) {
      for (const x of parts) for (const y of parts.slice(1, -1)) {
        const hit = root.elementFromPoint(left + x * width, top + y * height);
        found.add(hit?.closest("a[part~=country]")?.dataset.country ?? "nothing");
      }
    }
    const [{ left, top, width, height }] = lines;
    return { found: [...found], x: left + width / 2, y: top + height / 2 };
  }, name);

for (const page of PAGES) {
  onMap("every country has room for a finger-tip", page, async (reader) => {
    await bringIntoView(reader);
    const found = await squares(reader);
    if (process.env.MEASURE) console.log(page.width, page.lang, JSON.stringify(found));
    assert.deepEqual(Object.keys(found).sort(), [...COUNTRIES].sort());
    const small = Object.entries(found).filter(([, side]) => side < LEAST);
    assert.deepEqual(small, [], `at least ${LEAST} px: ${JSON.stringify(found)}`);
    const narrow = page.width < 390 ? [] : AT_SEA.filter((code) => found[code] < THUMB);
    assert.deepEqual(narrow, [], `at least ${THUMB} px: ${JSON.stringify(found)}`);
  });

  onMap("every control beside the map has room for a thumb, or for the mouse that is there", page, async (reader) => {
    await reader.run(() => document.querySelector("rok-asean-map").select("VN"));
    await openAll(reader);
    await openFinding(reader);
    await reader.run(() => document.querySelector("rok-asean-map").shadowRoot.querySelector("[data-action=download]").click());
    const [isCoarse, sizes] = await reader.run(() => {
      const root = document.querySelector("rok-asean-map").shadowRoot;
      const all = [...root.querySelectorAll("[part~=list-item], button:not([data-action=skip]), select, input, summary")];
      const isLine = (one) => one.matches("summary, .tools *, [data-action=close]");
      return [matchMedia("(pointer: coarse)").matches, all.map((one) => [one.textContent.slice(0, 20) || one.localName, one.offsetWidth, one.offsetHeight, isLine(one)])];
    });
    assert.equal(isCoarse, page.width < 600);
    assert.ok(sizes.length > 50 && sizes.some(([, , , isLine]) => isLine));
    // Lines of text that open or do something are lower where a mouse points.
    const least = (isLine) => (isLine && !isCoarse ? LINE : THUMB);
    assert.deepEqual(sizes.filter(([, width, height, isLine]) => height < least(isLine) || width < 40), []);
  });

  onMap("a press on a name opens its country", page, async (reader) => {
    for (const code of COUNTRIES) {
      await bringIntoView(reader);
      const { found, x, y } = await pressedAt(reader, country(code).name[page.lang].short);
      assert.deepEqual(found, [code], `all of the name of ${code}`);
      await reader.page.mouse.click(x, y);
      await shows(reader, code);
    }
    const { shapes } = await look(reader);
    assert.deepEqual(shapes.filter(({ current }) => current).map(({ code }) => code), [COUNTRIES.at(-1)]);
  });
}

// The filter's marks make the names longer, where there is least room for them; a wide face, which a reader's system may
// put in, makes them longer still. The first is wide in Latin letters, the second in the marks, and its lines are high.
for (const page of PAGES.slice(0, 4)) {
  onMap("with the filter's marks too, a press on a name opens its country", page, async (reader) => {
    await reader.run(() => document.querySelector("rok-asean-map").shadowRoot.querySelector("[data-filter=people]").click());
    await reader.heard("map-filter");
    await bringIntoView(reader);
    for (const face of ["DejaVu Sans", "Noto Sans CJK KR"]) {
      await reader.run((face) => document.querySelector("rok-asean-map").style.setProperty("--map-font", face), face);
      for (const code of COUNTRIES) {
        await bringIntoView(reader);
        const { found } = await pressedAt(reader, country(code).name[page.lang].short);
        assert.deepEqual(found, [code], `all of the name of ${code} in ${face}`);
      }
    }
  });
}
