// The snippets: the element with its content, in a browser that runs no script, and before the script has come.
import { test } from "node:test";
import assert from "node:assert/strict";
import { onPage } from "./harness/stage.js";
import { still } from "./harness/still.js";
import { invalid } from "./harness/html.js";
import { COUNTRIES, dataset } from "./harness/data.js";
import { named, plain } from "./harness/serve.js";
import { openAll, shows } from "./harness/read.js";
import {
  PAGES, ROOT, SNIPPETS, WIDTHS, assertFits, assertOutline, assertOverview, assertProfile, assertTells, barriers, inView, links, loaded,
  look, shipped, tabTo,
} from "./harness/still-read.js";

/** A page of an office around a snippet. */
const around = (file, lang) =>
  `<!doctype html>\n<html lang="${lang}"><head><title>Page</title></head><body><h1>Page</h1>\n${shipped(file)}</body></html>`;

for (const [file, lang] of SNIPPETS) {
  test(`${file} is valid HTML on a page`, async () => assert.deepEqual(await invalid(around(file, lang)), []));
}

test("the manifest lists the static files, and the snippets name the hashes that it lists", () => {
  const manifest = JSON.parse(shipped("manifest.json"));
  for (const [file] of [...PAGES, ...SNIPPETS]) assert.equal(manifest[file]?.bytes, Buffer.byteLength(shipped(file)), file);
  for (const [file, lang, whole] of SNIPPETS) {
    const text = shipped(file);
    assert.ok(text.startsWith(`<rok-asean-map lang="${lang}"><template shadowrootmode="open">`), file);
    assert.ok(text.includes(`href="${named("map.css")}" integrity="${manifest["map.css"].sha384}" crossorigin="anonymous"`), file);
    const tag = `<script src="${named("map.js")}" integrity="${manifest["map.js"].sha384}" crossorigin="anonymous" defer="" data-place="none"></script>\n`;
    // Read where the template is taken out or unknown.
    const line = lang === "ko" ? "모든 국가와 항목을 한 페이지에서 보기" : "Every country and entry on one page";
    assert.ok(text.endsWith(`</template><p><a href="${whole}">${line}</a></p></rok-asean-map>${tag}`), file);
  }
});

/** Presses what is closed in an element, until nothing is. */
async function openIn(page, selector) {
  for (let fold; (fold = await page.$(`rok-asean-map >>> ${selector} details:not([open]) > summary`)); ) await fold.click();
}

/** What the engine has on the screen once a reader has opened all of the overview and closed it again. */
async function repainted(reader) {
  await openAll(reader);
  return reader.run(() => {
    const root = document.querySelector("rok-asean-map").shadowRoot;
    [...root.querySelectorAll("details[open] > summary")].reverse().forEach((one) => one.click());
    return root.firstElementChild.outerHTML;
  });
}

/** Which of all folds are open. */
const folds = (reader) =>
  reader.run(() => [...document.querySelector("rok-asean-map").shadowRoot.querySelectorAll("details")].map(({ open }) => open));

/** Styles that axe, or an extension in a test, writes into a shadow root. */
const ALLOWED = { violations: [/^style-src-elem inline/], expected: [/inline style/] };

/** What others do to the prerendered nodes. */
const BEFORE = {
  "texts are translated": (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (walker.currentNode.parentNode.namespaceURI.endsWith("xhtml")) texts.push(walker.currentNode);
    for (const text of texts) {
      const font = document.createElement("font");
      font.textContent = `[${text.data}]`;
      text.replaceWith(font);
    }
  },
  "styles are put in": (root) => {
    root.prepend(document.createElement("div"));
    root.querySelectorAll(".root, .root *:not(:empty)").forEach((one) => one.prepend(document.createElement("style")));
  },
  "attributes are set": (root) => root.querySelectorAll("*").forEach((one) => (one.setAttribute("data-read", ""), one.classList.add("read"))),
};

for (const [file, lang, page_of] of SNIPPETS) {
  const snippet = { body: shipped(file), lang };

  for (const width of WIDTHS) {
    still(`${file} at ${width} px: the overview, the map, and every card by keyboard`, { ...snippet, width }, async ({ page }) => {
      const before = await look(page);
      assert.equal(before.overview.heading, dataset().release.title[lang]);
      assert.deepEqual(before.cards.map(({ seen }) => seen), COUNTRIES.map(() => false), "cards are closed");
      assert.equal(before.controls, 0, "what needs a script is not shown");
      assert.deepEqual(before.dead, [], "a link to the page finds nothing in a shadow root");
      for (const code of COUNTRIES) {
        const count = await page.evaluate(`(${ROOT}).querySelectorAll("[data-card=${code}], [data-card=${code}] details").length`);
        for (let at = 0; at < count; at++) {
          const isNext = (one, code) => one.localName === "summary" && !one.parentNode.open && one.closest("[data-card]")?.dataset.card === code;
          await tabTo(page, isNext, code);
          await page.keyboard.press("Enter");
        }
        const { cards } = await look(page);
        const card = cards.find((one) => one.code === code);
        assertProfile(card, lang);
        assertTells(card, code, lang);
      }
      const opened = await look(page);
      assertOutline(opened.levels, 2);
      assertFits(opened);
      await page.keyboard.press("Space");
      assert.equal(await page.evaluate(`(${ROOT}).activeElement.parentNode.open`), false, "and closes");
    });
  }

  still(`${file}: the overview's own folds open by mouse`, snippet, async ({ page }) => {
    await openIn(page, "[part~=overview]");
    assertOverview((await look(page)).overview, lang);
  });

  still(`${file}: the list and the map lead to the card on the static page`, snippet, async ({ page, server }) => {
    const seen = await look(page);
    assert.deepEqual(seen.list.map(([code, href]) => [code, href]), links(page_of));
    assert.deepEqual([...seen.shapes].sort(), links(page_of).sort());
    const item = await page.$(`rok-asean-map >>> [part~="list-item"][data-country="MY"]`);
    await Promise.all([page.waitForNavigation(), item.click()]);
    assert.equal(page.url(), `${server.url}/${page_of}#map=MY`);
    assert.ok(await inView(page, "map=MY"));
  });

  still(`${file} prints every card`, { ...snippet, width: 720 }, async ({ page }) => {
    await page.emulateMediaType("print");
    const seen = await look(page);
    for (const card of seen.cards) {
      assertProfile(card, lang);
      assertTells(card, card.code, lang);
    }
    assertOverview(seen.overview, lang);
  });

  for (const [style, body] of [["stripped", shipped(file).replace(/<link[^>]*>/, "")], ["stale", shipped(file).replace(/sha384-..../, "sha384-AAAA")]]) {
    still(`${file}: where its style is ${style}, nothing is drawn, and its text reads in order`, { body, lang }, async ({ page }) => {
      const seen = await page.evaluate(`(() => {
        const all = [...(${ROOT}).querySelectorAll(".root *")].filter((one) => one.checkVisibility());
        const text = (${ROOT}).querySelector(".root").innerText;
        return {
          drawn: all.filter((one) => one.closest("svg")).map((one) => one.localName),
          order: ["[part~=title]", "[part~=list]", "[part~=overview] > *", "[data-end]"].map((part) => text.indexOf((${ROOT}).querySelector(part).innerText)),
          height: (${ROOT}).querySelector(".figure").getBoundingClientRect().height,
        };
      })()`);
      assert.deepEqual(seen.drawn, []);
      assert.ok(seen.height < 100, `the map's place is ${seen.height} px high`);
      assert.ok(seen.order.every((at, index) => at > (seen.order[index - 1] ?? -1)), seen.order.join());
    });
  }

  still(`${file} asks for its style and nothing else`, snippet, async ({ asked, server }) => {
    assert.deepEqual(asked.map((url) => plain(url.slice(server.url.length))).filter((path) => path !== "/map.js"), ["/page.html", "/map.css"]);
  });

  // The engine takes these nodes over: they must be the ones that it would have made.
  let paint;
  still(`${file}: the first element is, node for node`, snippet, async ({ page }) => {
    paint = await page.evaluate(`(${ROOT}).querySelector(".root").outerHTML`);
  });
  const live = { lang, body: `<script src="/map.js" defer data-lang="${lang}"></script>` };
  onPage(`${file}: what the engine paints, but for where its links lead`, live, async ({ reader }) => {
    assert.equal(paint.replaceAll(`href="${page_of}#`, `href="#`).replaceAll(` display="none"`, ""), await repainted(reader));
  });

  for (const value of ["light", "dark"]) {
    const body = `<main><h1>Page</h1>${shipped(file).replace(/<script.*/, "")}</main>`;
    const media = [{ name: "prefers-color-scheme", value }];
    const head = `<meta name="color-scheme" content="light dark">`;
    onPage(`${file} has no barrier that axe knows, in ${value}`, { body, lang, head, media, ready: 0, ...ALLOWED }, async ({ page }) =>
      assert.deepEqual(await barriers(page), []));
  }

  const bare = {
    ...snippet, body: `<p>Before</p>${snippet.body.replace(/<script.*/, "")}<p>After</p>`, width: 390, ready: 0,
    setUp: ({ server }) => void setTimeout(server.hold("/map.css"), 1000),
  };
  onPage(`${file}: what comes before its style is painted, and nothing shifts when that comes late`, bare, async ({ reader }) => {
    await reader.until(() => window[Symbol.for("seen")].painted);
    await loaded(reader.page);
    const first = await reader.run(() => performance.getEntriesByName("first-contentful-paint")[0].startTime);
    const style = await reader.run(() => performance.getEntriesByType("resource").find(({ name }) => /map\.\w+\.css$/.test(name)).responseEnd);
    assert.ok(first < style, `painted at ${first}, styled at ${style}`);
    await reader.settled();
    assert.equal(await reader.seen("shift"), 0);
  });

  let release;
  // `async`, so that the page of the test counts as loaded before it.
  const slow = { ...snippet, body: snippet.body.replace('defer=""', "async"), ready: 0, setUp: ({ server }) => (release = server.hold("/map.js")) };
  onPage(`${file}: a card opens while the script is on its way, and nothing shifts`, slow, async ({ reader, page }) => {
    await reader.until(() => window[Symbol.for("seen")].painted);
    await reader.until(() => document.querySelector("rok-asean-map").shadowRoot.styleSheets[0]?.cssRules.length > 0);
    await reader.settled();
    assert.equal(await reader.seen("shift"), 0);
    await (await page.$("rok-asean-map >>> details[data-card=KH] > summary")).click();
    await openIn(page, "[data-card=KH]");
    const card = (await look(page)).cards.find(({ code }) => code === "KH");
    assertProfile(card, lang);
    assertTells(card, "KH", lang);
    release();
  });

  for (const width of [390, 1280]) {
    let arrive;
    const held = { ...slow, width, setUp: ({ server }) => (arrive = server.hold("/map.js")) };
    onPage(`${file} at ${width} px: the script adopts every node; focus, layout, and what a reader has opened stay`, held, async ({ reader, page }) => {
      await reader.until(() => document.querySelector("rok-asean-map")?.shadowRoot?.styleSheets[0]?.cssRules.length > 0);
      await reader.run(() => {
        const root = document.querySelector("rok-asean-map").shadowRoot;
        window[Symbol.for("nodes")] = [...root.querySelectorAll(".root, .root *")];
        const opened = "[data-key=milestones], [data-key=people], [data-key=people] [part~=fact], [data-card=KH], [data-card=KH] [data-key='0'], [data-card=KH] [part~=fact]";
        root.querySelectorAll(opened).forEach((one) => one.localName === "details" && (one.open = true));
        root.querySelector("[part~=list-item][data-country=MY]").focus();
      });
      await reader.settled();
      const [opened, shift] = [await folds(reader), await reader.seen("shift")];
      assert.ok(opened.filter(Boolean).length > 10);
      arrive();
      await reader.heard("map-ready");
      await reader.settled();
      const after = await reader.run(() => {
        const root = document.querySelector("rok-asean-map").shadowRoot;
        const nodes = [...root.querySelectorAll(".root, .root *")];
        return {
          same: nodes.length === window[Symbol.for("nodes")].length && nodes.every((node, at) => node === window[Symbol.for("nodes")][at]),
          count: nodes.length,
          focus: root.activeElement?.dataset.country,
          links: [...root.querySelectorAll("[part~=list-item]")].map((link) => link.getAttribute("href")),
        };
      });
      assert.ok(after.count > 1000, "overview, map and all cards");
      assert.deepEqual([after.same, after.focus], [true, "MY"]);
      assert.deepEqual(await folds(reader), opened);
      assert.deepEqual(after.links, COUNTRIES.map((code) => `#map=${code}`));
      assert.equal(await reader.seen("shift"), shift);
      await page.keyboard.press("Enter");
      await shows(reader, "MY");
      assert.equal(await reader.run(() => document.querySelector("rok-asean-map").shadowRoot.querySelectorAll("[part~=card]").length), 1);
    });
  }

  const meant = { ...slow, setUp: ({ server }) => (release = server.hold("/map.js")), ...ALLOWED };
  for (const [name, hand] of Object.entries(BEFORE)) {
    onPage(`${file}: ${name} before the script has come, and every node is adopted`, meant, async ({ reader, page }) => {
      await reader.until(() => document.querySelector("rok-asean-map")?.shadowRoot?.styleSheets[0]?.cssRules.length > 0);
      await page.evaluate(`(${hand})(${ROOT})`);
      await reader.run(() => (window[Symbol.for("nodes")] = [...document.querySelector("rok-asean-map").shadowRoot.querySelectorAll(".root, .root *")]));
      release();
      await reader.heard("map-ready");
      const [lost, made] = await reader.run(() => {
        const nodes = [...document.querySelector("rok-asean-map").shadowRoot.querySelectorAll(".root, .root *")];
        const before = window[Symbol.for("nodes")];
        return [before.filter((node) => !node.isConnected).length, nodes.filter((node) => !before.includes(node)).map((node) => node.localName)];
      });
      assert.deepEqual([lost, made], [0, []]);
      await (await page.$("rok-asean-map >>> [part~=list-item][data-country=MY]")).focus();
      await page.keyboard.press("Enter");
      await shows(reader, "MY");
      assert.equal(await reader.run(() => document.querySelector("rok-asean-map").shadowRoot.querySelectorAll("[part~=card], [part~=overview]").length), 1);
    });
  }

  const other = { ...snippet, body: snippet.body.replace(/data-build="[^"]*"/, 'data-build="older"').replaceAll(">15<", ">16<") };
  onPage(`${file} of another build: its nodes are replaced`, other, async ({ reader }) => {
    assert.equal(paint.replaceAll(`href="${page_of}#`, `href="#`).replaceAll(` display="none"`, ""), await repainted(reader));
    assert.equal(await reader.run(() => document.querySelector("rok-asean-map").shadowRoot.children.length), 1);
  });
}
