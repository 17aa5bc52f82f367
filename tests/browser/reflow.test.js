// Text as its reader needs it: narrow, twice as large, loosely set. Nothing is lost, nothing scrolls sideways.
import assert from "node:assert/strict";
import { onPage } from "./harness/stage.js";
import { openAll } from "./harness/read.js";
import { LANGS, WHOLE, WIDTHS, enter, pageOf, prepare } from "./harness/states.js";

/** Elements that stick out of the window, and texts that are cut off by their own box. */
function lost() {
  const root = document.querySelector("rok-asean-map").shadowRoot;
  // Seen while it has the focus.
  root.querySelector("[data-action=skip]")?.focus({ preventScroll: true });
  const name = (one) => `${one.localName}.${one.className.baseVal ?? one.className} ${one.textContent.trim().slice(0, 40)}`;
  const all = [...root.querySelectorAll("*")].filter((one) => !one.closest("svg") && !one.closest(".unseen"));
  const width = document.documentElement.clientWidth;
  const out = all.filter((one) => [...one.getClientRects()].some(({ left, right }) => left < -1 || right > width + 1));
  const clips = (one) => /hidden|clip/.test(getComputedStyle(one).overflow) && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
  const sideways = document.documentElement.scrollWidth > width;
  return { sideways, out: out.map(name), cut: all.filter(clips).map(name) };
}

const NOTHING = { sideways: false, out: [], cut: [] };

function inEachState(name, widths, change) {
  for (const scene of WHOLE) {
    for (const lang of LANGS) {
      for (const width of widths) {
        const state = { scene, lang, skin: "light" };
        const setUp = ({ server, page }) => prepare(state, server, page);
        onPage(`${name} (${scene}, ${lang}, ${width} px)`, { ...pageOf(state), setUp, width }, async ({ reader, page }) => {
          await enter(state, page);
          await openAll(reader);
          if (change) await reader.run(change);
          await reader.settled();
          assert.deepEqual(await reader.run(lost), NOTHING);
        });
      }
    }
  }
}

inEachState("nothing scrolls sideways and nothing is cut off", WIDTHS);

inEachState("text at twice its size costs nothing", [768, 1280], () => {
  document.documentElement.style.fontSize = "200%";
});

// WCAG 2.2, 1.4.12: line height 1.5, after a paragraph 2, letters 0.12, words 0.16.
inEachState("text spacing costs nothing", [320, 1280], () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }");
  const { shadowRoot } = document.querySelector("rok-asean-map");
  for (const root of [document, shadowRoot]) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
});

for (const [path, width] of [["/", 390], ["/", 1280], ["/ko/", 390], ["/ko/", 1280]]) {
  let release;
  const slow = { path, width, ready: 0, setUp: ({ server }) => (release = server.hold("/map.wasm")) };

  onPage(`a reader at the page's end is not moved when the map comes (${path}, ${width} px)`, slow, async ({ reader }) => {
    await reader.until(() => document.querySelector("rok-asean-map")?.shadowRoot && document.readyState === "complete");
    await reader.run(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" }));
    await reader.settled();
    const before = await reader.seen("shift");
    const place = () => reader.run(() => document.querySelector(".colophon").getBoundingClientRect().top);
    const seen = await place();
    release();
    await reader.heard("map-ready");
    await reader.settled();
    assert.equal(await reader.seen("shift"), before);
    assert.ok(Math.abs((await place()) - seen) < 1, "what is read stays where it is");
  });
}
