// What a reader's own settings and paper do to the colours, whatever theme the page has chosen.
import assert from "node:assert/strict";
import { onPage } from "./harness/stage.js";
import { openAll, openFinding, shows } from "./harness/read.js";

const inTheme = (theme) => ({ body: `<script src="/map.js" defer data-theme="${theme}" data-country="SG"></script>` });

/** The colours of text and ground, of the selected country, and whether each control is seen. */
const colours = (reader) =>
  reader.run(() => {
    const root = document.querySelector("rok-asean-map").shadowRoot;
    const style = (selector) => getComputedStyle(root.querySelector(selector));
    const land = style("[part~=country][aria-current] [part~=callout] circle:last-child");
    return {
      text: style("[part~=title]").color,
      ground: style("[part~=title]").getPropertyValue("--surface"),
      sea: style("[part~=map]").backgroundColor,
      selected: [land.fill, land.stroke],
      controls: ["list", "filter", "status"].filter((part) => root.querySelector(`[part~=${part}]`).checkVisibility()),
      addresses: [...root.querySelectorAll("[part~=card] [part~=source][href]")].map((link) => [
        link.getAttribute("href"),
        getComputedStyle(link, "::after").content,
      ]),
    };
  });

for (const theme of ["light", "dark", "contrast"]) {
  onPage(`on paper it is light, without controls, with every address (${theme})`, inTheme(theme), async ({ reader, page }) => {
    await shows(reader, "SG");
    await openAll(reader);
    await page.emulateMediaType("print");
    const { text, ground, sea, controls, addresses } = await colours(reader);
    assert.deepEqual([text, ground.trim(), sea], ["rgb(30, 33, 36)", "#fff", "rgb(232, 240, 248)"]);
    assert.deepEqual(controls, []);
    assert.ok(addresses.length > 5);
    for (const [href, said] of addresses) assert.ok(said.includes("attr(href)") || said.includes(href), said);
    await page.emulateMediaType("screen");
    assert.deepEqual((await colours(reader)).controls, ["list", "filter", "status"]);
  });

  onPage(`forced colours win over the theme (${theme})`, inTheme(theme), async ({ reader, page }) => {
    await shows(reader, "SG");
    const client = await page.createCDPSession();
    const force = (value) => client.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value }] });
    await force("active");
    const system = await reader.run(() => {
      const probe = document.body.appendChild(document.createElement("p"));
      const read = (word) => ((probe.style.color = word), getComputedStyle(probe).color);
      const words = ["Canvas", "Highlight", "CanvasText"].map(read);
      probe.remove();
      return words;
    });
    const { sea, selected } = await colours(reader);
    assert.deepEqual([sea, ...selected], system);
    const [pressed, other] = await reader.run(() => {
      const root = document.querySelector("rok-asean-map").shadowRoot;
      const frame = ({ borderStyle, borderWidth }) => [borderStyle, parseFloat(borderWidth)];
      return ["true", "false"].map((pressed) => frame(getComputedStyle(root.querySelector(`[aria-pressed=${pressed}]`))));
    });
    assert.deepEqual([pressed[0], other[0], pressed[1] >= other[1] + 1.5], ["double", "solid", true], "what is pressed has another frame on all sides");
  });
}

/** A page that has variables of its own must not lend them to the map. */
const NAMES = ["text", "line", "edge", "surface", "border", "land", "accent", "quiet", "halo"];
const LENT = {
  ...inTheme("light"),
  head: `<link rel="stylesheet" href="/own.css">`,
  setUp: ({ server }) =>
    server.route("/own.css", (_, response) =>
      response.setHeader("Content-Type", "text/css").end(`:root{${NAMES.map((name) => `--${name}:red`).join(";")}}`),
    ),
};

onPage("the page's own variables do not colour the map", LENT, async ({ reader }) => {
  await shows(reader, "SG");
  const red = await reader.run(() => {
    const seen = ["color", "backgroundColor", "borderTopColor", "borderBottomColor", "fill", "stroke"];
    const all = [...document.querySelector("rok-asean-map").shadowRoot.querySelectorAll("*")];
    return all.filter((one) => seen.some((key) => getComputedStyle(one)[key] === "rgb(255, 0, 0)")).map((one) => one.localName);
  });
  assert.deepEqual(red, []);
});

/** The colours of what must be seen, each with those of what it lies on, as they are painted. */
const lines = (reader) =>
  reader.run(() => {
    const root = document.querySelector("rok-asean-map").shadowRoot;
    const style = (selector) => getComputedStyle(root.querySelector(selector));
    const [sea, context, paper] = [style("[part~=map]").backgroundColor, style(".context").fill, style("[part~=filter] [aria-pressed=false]").backgroundColor];
    const [land, open] = [style("[data-country=TH] .land"), style("[aria-current] .land")];
    const marks = [...root.querySelectorAll("[part~=filter] .glyph path")].map((mark) => [`mark ${mark.classList}`, getComputedStyle(mark).fill, [paper]]);
    return [
      ["border of land", land.stroke, [land.fill, sea, context]],
      ["outline of the open country", style(".outline").stroke, [open.fill, land.fill, sea, context]],
      ["arc", style(".arc").stroke, [land.fill, sea, context]],
      ["leader", style(".leader").stroke, [land.fill, sea]],
      ["focus on the map", style("a:focus .land").stroke, [open.fill, land.fill, sea, context]],
      ["ring of the focus around the name", style(".over rect").stroke, [open.fill, land.fill, sea, context, style("[part~=map] text").stroke]],
      ["border of a button", style("[part~=filter] [aria-pressed=false]").borderTopColor, [paper]],
      ["border of the open country in the list", style("[part~=list-item][aria-current]").borderInlineStartColor, [paper]],
      ...marks,
    ];
  });

const luminance = (colour) => {
  const parts = colour.match(/[\d.]+/g).slice(0, 3).map((part) => part / 255);
  const [red, green, blue] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** As WCAG 2.2 defines it. */
function contrast(...colours) {
  const [dark, light] = colours.map(luminance).sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The keyboard's way to the open country on the map, which then shows its focus. */
async function focusOnMap(reader) {
  await reader.run(() => document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=list-item]").focus());
  for (const _ of Array(11)) await reader.press("Tab");
}

for (const theme of ["light", "dark", "contrast"]) {
  const open = { body: `<script src="/map.js" defer data-theme="${theme}" data-country="VN"></script>` };

  onPage(`borders, marks and focus have 3:1 on all that they touch (${theme})`, open, async ({ reader }) => {
    await shows(reader, "VN");
    await focusOnMap(reader);
    for (const [what, colour, grounds] of await lines(reader)) {
      for (const ground of grounds) {
        const found = contrast(colour, ground);
        assert.ok(found >= 3, `${what}: ${colour} on ${ground} is ${found.toFixed(2)}`);
      }
    }
  });
}

onPage("the open country, the filter and the focus are told by form too", { body: `<script src="/map.js" defer data-country="VN"></script>` }, async ({ reader }) => {
  await shows(reader, "VN");
  const ring = () =>
    reader.run(() => {
      const root = document.querySelector("rok-asean-map").shadowRoot;
      const rings = [...root.querySelectorAll(".over rect")].filter((one) => getComputedStyle(one).display !== "none").map((one) => one.getBoundingClientRect());
      const range = document.createRange();
      range.selectNodeContents(root.querySelector("text[data-selected]"));
      const name = range.getBoundingClientRect();
      return rings.map(({ left, right, top, bottom }) => left < name.left && right > name.right && top < name.top && bottom > name.bottom);
    });
  assert.deepEqual(await ring(), []);
  await focusOnMap(reader);
  assert.deepEqual(await ring(), [true], "a frame around the name");
  const forms = await reader.run(() => {
    const root = document.querySelector("rok-asean-map").shadowRoot;
    const style = (selector) => getComputedStyle(root.querySelector(selector));
    const width = (selector, side) => parseFloat(style(selector)[side]);
    const marks = [...root.querySelectorAll("[part~=filter] .glyph path")].map((mark) => mark.getAttribute("d"));
    return {
      list: [width("[aria-current][part~=list-item]", "borderBlockStartWidth"), width(":not([aria-current])[part~=list-item]", "borderBlockStartWidth")],
      button: [width("[aria-pressed=true]", "borderBlockEndWidth"), width("[aria-pressed=false]", "borderBlockEndWidth")],
      map: [width(".outline", "strokeWidth"), width("[data-country=TH] .land", "strokeWidth")],
      focus: [width("a:focus .land", "strokeWidth"), width(".outline", "strokeWidth")],
      marks: new Set(marks).size,
      capitals: root.querySelectorAll(".capital").length,
    };
  });
  const { marks, capitals, ...widths } = forms;
  assert.deepEqual([marks, capitals], [3, 2]);
  // A hair more is nothing to see: each mark is a pixel and a half wider at least.
  for (const [what, [marked, plain]] of Object.entries(widths)) assert.ok(marked >= plain + 1.5, `${what}: ${marked} and ${plain} px`);
});

/** Every kind of control, and what a ring is drawn around. */
const KINDS = ["[part~=list-item]", "[part~=filter] button", "[part~=filter] select", "[part~=search]", ".tools > button", "[part~=source][href]", "[part~=fact] > summary"];

onPage("the ring of focus is 4 px wide on every control, with a gap, and inside a line that opens", { body: `<script src="/map.js" defer data-country="VN"></script>` }, async ({ reader }) => {
  await shows(reader, "VN");
  await openAll(reader);
  await openFinding(reader);
  await reader.run(() => document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=list-item]").focus());
  await reader.press("Tab");
  const rings = await reader.run((kinds) => {
    const root = document.querySelector("rok-asean-map").shadowRoot;
    return kinds.map((kind) => {
      const one = root.querySelector(kind);
      one.focus();
      const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(one);
      return [kind, outlineStyle, outlineWidth, outlineOffset];
    });
  }, KINDS);
  assert.deepEqual(rings, KINDS.map((kind) => [kind, "solid", "4px", kind.endsWith("summary") ? "-4px" : "2px"]));
});

const dark = { path: "/", ready: 0, media: [{ name: "prefers-color-scheme", value: "dark" }] };
onPage("the press page's switch goes back to what the system asks for", dark, async ({ reader, page }) => {
  const surface = () => reader.run(() => getComputedStyle(document.body).backgroundColor);
  const system = await surface();
  await page.select("#theme", "light");
  assert.notEqual(await surface(), system);
  await page.select("#theme", "auto");
  assert.equal(await surface(), system);
});
