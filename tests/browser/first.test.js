// The first view: the map and its list stand there while the engine is on its way.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { onPage, TAG } from "./harness/stage.js";
import { COUNTRIES, dataset } from "./harness/data.js";
import { look, shows } from "./harness/read.js";
import { DIST } from "./harness/serve.js";

const data = dataset();
const still = readFileSync(`${DIST}static.html`, "utf8");
const outlines = [...still.matchAll(/<path class="(?:context|hit|land)" d="(.*?)"/g)].map(([, outline]) => outline);
let release;
const late = (settings) => ({ ...settings, ready: 0, setUp: ({ server }) => (release = server.hold("/map.wasm")) });
const eager = (options = "") => TAG.replace("defer", `defer data-loading="eager" ${options}`);
const names = (lang) => data.countries.map(({ name }) => name[lang].short);

const drawn = (reader) =>
  reader.until(() => document.querySelector("rok-asean-map")?.shadowRoot.querySelector("[part~=map]") && true);

/** What a reader sees of the map, its list and its title. */
const seen = (reader) =>
  reader.run(() => {
    const root = document.querySelector("rok-asean-map").shadowRoot;
    const all = (selector) => [...root.querySelectorAll(selector)];
    const painted = (path) => path.getBBox().width > 0 && getComputedStyle(path).fill !== "none";
    return {
      title: root.querySelector("[part=title]").textContent,
      list: all("[part=list-item]").map((item) => item.textContent),
      land: all("a[part=country]").filter((country) => painted(country.querySelector(".land"))).length,
      outlines: all("path:is(.context, .hit, .land)").map((path) => path.getAttribute("d")),
      names: all(".over text").map((name) => name.textContent),
      waits: all("[data-state=loading]").map((line) => [line.textContent, line.getAttribute("role")]),
    };
  });

for (const [lang, waiting] of [["en", "The map is loading."], ["ko", "지도를 불러오는 중입니다."]]) {
  for (const width of [390, 1280]) {
    onPage(`the map stands there before the engine, in ${lang} at ${width} px, and goes on from there`, late({ body: eager(), lang, width }), async ({ reader, page }) => {
      await drawn(reader);
      const first = await seen(reader);
      assert.equal(first.title, data.title[lang]);
      assert.deepEqual(first.list, names(lang));
      assert.equal(first.land, COUNTRIES.length);
      assert.equal(first.names.length, COUNTRIES.length);
      assert.deepEqual(first.outlines, outlines);
      assert.deepEqual(first.waits, [[waiting, "status"]]);
      await page.focus("rok-asean-map >>> [part=list-item][data-country=MY]");
      await reader.run(() => {
        const root = document.querySelector("rok-asean-map").shadowRoot;
        window[Symbol.for("nodes")] = [...root.querySelectorAll("nav, nav *, svg[part=map], svg[part=map] *, [part=title]")];
        window[Symbol.for("places")] = window[Symbol.for("nodes")].map((node) => JSON.stringify(node.getBoundingClientRect()));
      });
      release();
      await reader.heard("map-ready");
      await reader.settled();
      const after = await reader.run(() => {
        const nodes = window[Symbol.for("nodes")];
        const root = document.querySelector("rok-asean-map").shadowRoot;
        return {
          kept: nodes.every((node) => node.getRootNode() === root),
          still: nodes.every((node, index) => JSON.stringify(node.getBoundingClientRect()) === window[Symbol.for("places")][index]),
          focus: root.activeElement?.dataset.country,
        };
      });
      assert.deepEqual(after, { kept: true, still: true, focus: "MY" });
      const { title, list, land } = await seen(reader);
      assert.deepEqual([title, list, land], [first.title, first.list, first.land]);
      assert.deepEqual((await seen(reader)).waits, []);
      assert.ok((await look(reader)).overview);
      await page.keyboard.press("Enter");
      await shows(reader, "MY");
    });
  }
}

onPage("a country chosen before the engine is there opens when it comes", late({ body: eager() }), async ({ reader, page }) => {
  await drawn(reader);
  await (await page.$("rok-asean-map >>> [part=list-item][data-country=TH]")).click();
  release();
  await reader.heard("map-ready");
  await shows(reader, "TH");
});

const sea = (reader) =>
  reader.run(() => getComputedStyle(document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=map]")).backgroundColor);

/** The colour without any wish. */
const plain = (reader) =>
  reader.run(() => {
    document.documentElement.removeAttribute("data-krds-mode");
    document.querySelector("rok-asean-map").removeAttribute("theme");
    return new Promise((done) => setTimeout(done));
  }).then(() => sea(reader));

for (const [name, options, mode] of [
  ["the element's theme", 'data-theme="dark"', ""],
  ["the page's mode", "", "high-contrast"],
  ["an unknown theme", 'data-theme="mauve"', ""],
]) {
  const html = (mode) => new MutationObserver(() => document.documentElement?.setAttribute("data-krds-mode", mode)).observe(document, { childList: true });
  const settings = {
    body: eager(options), ready: 0, expected: [/unknown theme/],
    setUp: async ({ server, page }) => {
      release = server.hold("/map.wasm");
      if (mode) await page.evaluateOnNewDocument(html, mode);
    },
  };
  onPage(`the first view has the colours of the whole: ${name}`, settings, async ({ reader }) => {
    await drawn(reader);
    const first = await sea(reader);
    release();
    await reader.heard("map-ready");
    assert.equal(first, await sea(reader));
    assert.equal(first !== (await plain(reader)), options.includes("dark") || mode !== "");
  });
}

for (const others of [false, true]) {
  const name = `an unknown theme of the first view does not stay${others ? ", whatever stands before it" : ""}`;
  onPage(name, {
    ...late({ body: eager('data-theme="mauve"'), head: `<meta name="color-scheme" content="light dark">`, media: [{ name: "prefers-color-scheme", value: "dark" }] }),
    expected: [/unknown theme/],
  }, async ({ reader }) => {
    await drawn(reader);
    if (others) await reader.run(() => document.querySelector("rok-asean-map").shadowRoot.prepend(document.createElement("div")));
    release();
    await reader.heard("map-ready");
    const shown = await sea(reader);
    await reader.run(() => document.querySelector("rok-asean-map").setAttribute("theme", "dark"));
    assert.equal(await sea(reader), shown);
  });
}

const missing = ({ server }) => {
  for (const name of ["map.wasm", "map.core.js"]) server.route(`/${name}`, (_, response) => response.writeHead(404).end());
};

onPage("an engine that did not come is asked for again, and the map is whole", {
  body: eager(), ready: 0, setUp: missing, expected: [/404|integrity|digest/],
}, async ({ reader, server }) => {
  await reader.heard("map-error");
  assert.equal(await reader.run(() => document.querySelector("rok-asean-map").shadowRoot.querySelector("svg")), null);
  server.reset();
  await reader.run(() => (location.hash = "#map=VN"));
  await reader.heard("map-ready");
  await shows(reader, "VN");
});

onPage("a map taken out before its engine comes, and put back, is drawn again", late({ body: eager() }), async ({ reader }) => {
  await drawn(reader);
  await reader.run(async () => {
    const map = document.querySelector("rok-asean-map");
    map.remove();
    await new Promise((next) => setTimeout(next));
    document.body.append(map);
  });
  const { land, waits } = await seen(reader);
  assert.deepEqual([land, waits.length], [COUNTRIES.length, 1]);
  release();
  await reader.heard("map-ready");
  assert.deepEqual((await seen(reader)).waits, []);
  assert.ok((await look(reader)).overview);
});

onPage("data in place of the build's own waits without a map that may be another", {
  ...late({ body: eager('data-src="/map.json"') }),
}, async ({ reader }) => {
  await reader.until(() => document.querySelector("rok-asean-map")?.shadowRoot.querySelector("[data-state=loading]") && true);
  assert.equal(await reader.run(() => document.querySelector("rok-asean-map").shadowRoot.querySelector("svg")), null);
  release();
  await reader.heard("map-ready");
  assert.equal((await seen(reader)).land, COUNTRIES.length);
});
