// What the page around, a reader's own settings and paper do to the map's colours and its face.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { onPage, TAG } from "./harness/stage.js";
import { openAll, openFinding, shows } from "./harness/read.js";
import { shipped } from "./harness/still-read.js";

const system = (value, ...more) => [{ name: "prefers-color-scheme", value }, ...more];
const styled = (css) => ({ "/own.css": css });
const BOTH = `<meta name="color-scheme" content="light dark">`;

/** The design systems as they ship, by the addresses under which their pages have them. */
const shippedBy = (file) => readFileSync(new URL(`../../node_modules/${file}`, import.meta.url), "utf8");
const KRDS = {
  "/krds/css/component/output.css": shippedBy("krds-uiux/resources/css/component/output.css"),
  "/krds/css/token/krds_tokens.css": shippedBy("krds-uiux/resources/css/token/krds_tokens.css"),
};
const GOVUK = { "/govuk.css": shippedBy("govuk-frontend/dist/govuk/govuk-frontend.min.css") };
const USWDS = { "/uswds.css": shippedBy("@uswds/uswds/dist/css/uswds.min.css") };

/** What a page says of its colours, and the skins that the map then has: on a dark system, and on a light one. */
const SAYS = {
  nothing: { skins: ["light", "light"] },
  "a meta of both": { head: BOTH, skins: ["dark", "light"] },
  "a meta of light only": { head: `<meta name="color-scheme" content="only light">`, skins: ["light", "light"] },
  "a style of both": { css: styled(":root{color-scheme:light dark}"), skins: ["dark", "light"] },
  "a style of dark": { css: styled(":root{color-scheme:dark}"), skins: ["dark", "dark"] },
  "a light part of a dark page": { css: styled(":root{color-scheme:dark}main{color-scheme:only light}"), skins: ["light", "light"] },
  "KRDS without a mode": { css: KRDS, skins: ["light", "light"] },
  "KRDS without a mode, and a meta of both": { css: KRDS, head: BOTH, skins: ["light", "light"] },
  "KRDS' high contrast": { css: KRDS, mode: "high-contrast", skins: ["contrast", "contrast"] },
  "KRDS' mode of the system": { css: KRDS, mode: "theme", skins: ["contrast", "light"] },
  "GOV.UK": { css: GOVUK, html: "govuk-template", skins: ["light", "light"] },
  USWDS: { css: USWDS, skins: ["light", "light"] },
};

/** What shows which skin it is. */
const GROUNDS = { "rgb(255, 255, 255)": "light", "rgb(19, 20, 22)": "dark", "rgb(0, 0, 0)": "contrast" };
const SEAS = { "rgb(232, 240, 248)": "light", "rgb(15, 26, 37)": "dark", "rgb(0, 0, 0)": "contrast" };

/** The skin on every ground that the map has, and of its sea. */
async function skin(reader) {
  const [grounds, sea] = await reader.run(() => {
    const root = document.querySelector("rok-asean-map").shadowRoot;
    const ground = (one) => getComputedStyle(one).backgroundColor;
    return [[...root.querySelectorAll(".root")].map(ground), ground(root.querySelector("[part~=map]"))];
  });
  const skins = new Set([...grounds.map((ground) => GROUNDS[ground] ?? ground), SEAS[sea] ?? sea]);
  return [...skins].join();
}

/** A page that says this, with the map in it. */
function saying({ head = "", css = {}, mode }, map, skins) {
  const links = Object.keys(css).filter((address) => !address.includes("token")).map((address) => `<link rel="stylesheet" href="${address}">`);
  const html = (mode) => new MutationObserver(() => document.documentElement?.setAttribute("data-krds-mode", mode)).observe(document, { childList: true });
  return {
    head: head + links.join(""), body: `<main><h1>Release</h1>${map}</main>`, media: system("dark"),
    // Faces and icons of the design systems, which the policy of the test stops.
    violations: [/^(font|img)-src/], expected: [/(font|img)-src|Content Security Policy/, ...(skins ?? [])],
    setUp: async ({ server, page }) => {
      for (const [address, text] of Object.entries(css)) {
        server.route(address, (_, response) => response.setHeader("Content-Type", "text/css").end(text));
      }
      if (mode) await page.evaluateOnNewDocument(html, mode);
    },
  };
}

const FORMS = { tag: TAG, snippet: shipped("snippet.en.html") };

for (const [says, settings] of Object.entries(SAYS)) {
  for (const [form, map] of Object.entries(FORMS)) {
    onPage(`auto is never darker than the page: ${says}, by ${form}`, saying(settings, map), async ({ reader, page }) => {
      const seen = [await skin(reader)];
      await page.emulateMediaFeatures(system("light"));
      await reader.settled();
      seen.push(await skin(reader));
      assert.deepEqual(seen, settings.skins);
      await page.emulateMediaFeatures(system("dark"));
      await reader.settled();
      assert.equal(await skin(reader), settings.skins[0], "and goes back");
      for (const theme of ["dark", "contrast", "light"]) {
        await reader.run((theme) => document.querySelector("rok-asean-map").setAttribute("theme", theme), theme);
        assert.equal(await skin(reader), theme, "what is chosen holds");
      }
    });
  }
}

const NIGHT = { css: styled(".night{color-scheme:dark}") };
onPage("auto follows a page that changes its scheme or its KRDS mode", { ...saying(NIGHT, TAG), media: system("light") }, async ({ reader }) => {
  const after = async (change) => {
    await reader.run(change);
    await reader.settled();
    return skin(reader);
  };
  assert.equal(await after(() => (document.body.className = "night")), "dark");
  assert.equal(await after(() => (document.body.className = "")), "light");
  assert.equal(await after(() => document.documentElement.setAttribute("data-krds-mode", "high-contrast")), "contrast");
  assert.equal(await after(() => document.documentElement.removeAttribute("data-krds-mode")), "light");
});

for (const theme of ["light", "dark", "contrast"]) {
  const map = shipped("snippet.en.html").replace("<rok-asean-map", `$& theme="${theme}"`).replace(/<script.*/, "");
  onPage(`a snippet's own theme holds before its script has come (${theme})`, { ...saying({ head: BOTH }, map), ready: 0 }, async ({ reader, page }) => {
    await reader.until(() => document.querySelector("rok-asean-map").shadowRoot.styleSheets[0]?.cssRules.length > 0);
    for (const value of ["dark", "light"]) {
      await page.emulateMediaFeatures(system(value));
      assert.equal(await skin(reader), theme);
    }
  });
}

for (const value of ["light", "dark"]) {
  onPage(`a reader who wants contrast has it within the page's scheme (${value})`, { ...saying({ head: BOTH }, TAG), media: [] }, async ({ reader, page }) => {
    const session = await page.createCDPSession();
    const ask = (...more) => session.send("Emulation.setEmulatedMedia", { features: system(value, ...more) });
    const seen = () =>
      reader.run(() => {
        const root = document.querySelector("rok-asean-map").shadowRoot;
        const style = (selector) => getComputedStyle(root.querySelector(selector));
        const ground = style(".root").backgroundColor;
        return [style(".as-of").color, style("[part~=list-item]").borderTopColor, style("[aria-pressed=false]").borderBottomColor, style(".land").stroke].map((line) => [line, ground]);
      });
    await ask();
    const plain = await seen();
    await ask({ name: "prefers-contrast", value: "more" });
    const more = await seen();
    assert.equal(await skin(reader), value);
    more.forEach((pair, index) => assert.ok(contrast(...pair) > contrast(...plain[index]) && contrast(...pair) > 15, `${pair}, not ${plain[index]}`));
  });
}

onPage("a page that rings what has the focus draws no ring around the whole map", saying({ css: styled("*:focus{outline:2px solid red!important}") }, TAG), async ({ reader }) => {
  const outline = await reader.run(() => {
    const map = document.querySelector("rok-asean-map");
    map.shadowRoot.querySelector("[part~=list-item]").focus();
    return map.matches(":focus") && getComputedStyle(map).outlineStyle;
  });
  assert.equal(outline, "none");
});

/** The face of the map where the page has this style. */
const face = (reader) => reader.run(() => getComputedStyle(document.querySelector("rok-asean-map").shadowRoot.querySelector(".root")).fontFamily);

for (const [page, css, found] of [
  ["that has chosen no face gets the system's", "", "system-ui"],
  ["that has chosen one hands it down", "body{font-family:Georgia,serif}", "Georgia, serif"],
  ["that sets the map's own has that", "rok-asean-map{--map-font:monospace}", "monospace"],
]) {
  let release;
  const settings = { ...saying({ css: styled(css) }, TAG), ready: 0 };
  const late = { ...settings, setUp: async (all) => (await settings.setUp(all), (release = all.server.hold("/map.wasm"))) };
  onPage(`a map on a page ${page}`, late, async ({ reader }) => {
    await reader.until(() => document.querySelector("rok-asean-map")?.shadowRoot.querySelector("[part~=map]") && true);
    assert.equal(await face(reader), found, "from the first view on");
    release();
    await reader.heard("map-ready");
    assert.equal(await face(reader), found);
  });
}

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
