// A widget, not a page: how tall it stands, how often Tab stops in it, how many nodes it makes.
import assert from "node:assert/strict";
import { onPage } from "./harness/stage.js";
import { COUNTRIES } from "./harness/data.js";
import { focus, openAll, shows } from "./harness/read.js";
import { LANGS } from "./harness/states.js";

const FONTS = ["Noto Sans CJK KR", "DejaVu Sans"];

/** For each width of the window, how tall the overview and a card may be. */
const TALL = [
  [1280, 800, 960],
  [768, 1500, 1800],
  [390, 1400, 1950],
];

/** How often Tab may stop; how many nodes of all kinds the overview and a card may have. */
const STOPS = 45;
const NODES = [300, 330];

/** A page with a column of 1,200 px, or all of a phone but its margins. */
const inFont = (font) => ({
  head: `<link rel="stylesheet" href="/column.css">`,
  setUp: ({ server }) =>
    server.route("/column.css", (_, response) =>
      response
        .setHeader("Content-Type", "text/css")
        .end(`body{font:16px/1.5 "${font}";margin:0;padding:24px max(16px,(100% - 1200px)/2)}`),
    ),
});

const measured = (reader) =>
  reader.run(async () => {
    await document.fonts.ready;
    const map = document.querySelector("rok-asean-map");
    const root = map.shadowRoot;
    const operable = [...root.querySelectorAll("a,button,input,select,summary,textarea,[tabindex]")];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
    let nodes = 0;
    while (walker.nextNode()) nodes++;
    const { width, height } = map.getBoundingClientRect();
    return {
      width,
      height,
      nodes,
      open: root.querySelectorAll("details[open]").length,
      stops: operable.filter((one) => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true })).length,
    };
  });

const select = async (reader, code) => {
  await reader.run((code) => document.querySelector("rok-asean-map").select(code), code);
  await shows(reader, code);
};

for (const font of FONTS) {
  for (const lang of LANGS) {
    for (const [width, overview, card] of TALL) {
      onPage(`overview and cards stay small (${font}, ${lang}, ${width} px)`, { ...inFont(font), lang, width }, async ({ reader }) => {
        const faults = [];
        for (const code of [null, ...COUNTRIES]) {
          await select(reader, code);
          const seen = await measured(reader);
          assert.equal(seen.open, 0, `everything is closed in ${code}`);
          if (width === 1280) assert.equal(seen.width, 1200);
          const most = [code ? card : overview, STOPS, NODES[code ? 1 : 0]];
          const has = [seen.height, seen.stops, seen.nodes];
          const over = ["px", "stops", "nodes"].flatMap((what, at) => (has[at] > most[at] ? `${has[at]} ${what}, at most ${most[at]}` : []));
          if (over.length) faults.push([code, ...over]);
        }
        assert.deepEqual(faults, []);
      });
    }
  }
}

onPage("what is counted as a stop is where Tab stops, and a card with its entries open is past every bound", inFont(FONTS[0]), async ({ reader }) => {
  await select(reader, "VN");
  const { stops } = await measured(reader);
  const found = [];
  do await reader.press("Tab");
  while ((await focus(reader)).inside && found.push(1));
  assert.equal(found.length, stops);
  await openAll(reader);
  const opened = await measured(reader);
  const [[, , card]] = TALL;
  assert.deepEqual([opened.height > card, opened.stops > STOPS, opened.nodes > NODES[1]], [true, true, true], JSON.stringify(opened));
});
