// What needs no script: the static pages and the snippets, in a browser that runs none.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { onPage } from "./harness/stage.js";
import { still } from "./harness/still.js";
import { invalid } from "./harness/html.js";
import { DIST } from "./harness/serve.js";
import { COUNTRIES, country, dataset, facts, sources, spoken } from "./harness/data.js";

const data = dataset();
const shipped = (file) => readFileSync(DIST + file, "utf8");
const PAGES = [["static.html", "en"], ["ko/static.html", "ko"]];
const SNIPPETS = [["snippet.en.html", "en", "static.html"], ["snippet.ko.html", "ko", "ko/static.html"]];
const WIDTHS = [320, 1280];

/** A page of an office around a snippet. */
const around = (file, lang) =>
  `<!doctype html>\n<html lang="${lang}"><head><title>Page</title></head><body><h1>Page</h1>\n${shipped(file)}</body></html>`;

const squeezed = (text) => text.replace(/\s+/g, " ").trim();

/** The map's root: of the page, or of the element's shadow. */
const ROOT = `document.querySelector("rok-asean-map")?.shadowRoot ?? document`;

/** What is on the screen for a reader: by part names and data-*, and only what can be seen. */
const look = (page) =>
  page.evaluate(`(() => {
    const root = ${ROOT};
    const all = (query, from = root) => [...from.querySelectorAll(query)];
    const seen = (element) => element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });
    const text = (element) => element.innerText.replace(/\\s+/g, " ").trim();
    const link = (element) => [element.localName === "a" ? element.getAttribute("href") : null, text(element), element.getAttribute("target")];
    const fact = (element) => ({
      id: element.dataset.fact, pillar: element.dataset.pillar, text: text(element),
      dates: all("time", element).map((time) => time.dateTime),
      sources: all("[part~=source]", element).filter(seen).map(link),
    });
    const body = (element) => ({
      code: element.dataset.country ?? "ASEAN", seen: seen(element), text: text(element),
      heading: text(all("h1,h2,h3,h4,h5,h6", element)[0]),
      facts: all("[part~=fact]", element).filter(seen).map(fact),
      links: all("[part~=source]", element).filter(seen).map(link),
    });
    return {
      title: text(all("[part~=title]")[0]),
      cards: all("[part~=card]").map(body),
      overview: all("[part~=overview]").map(body)[0],
      list: all("[part~=list-item]").filter(seen).map((element) => [element.dataset.country, element.getAttribute("href"), text(element)]),
      shapes: all("[part~=country]").map((element) => [element.dataset.country, element.getAttribute("href")]),
      levels: all("h1,h2,h3,h4,h5,h6").map((element) => +element.localName[1]),
      controls: all("button,select,input").filter(seen).length,
      dead: all("a").map((element) => element.getAttribute("href") ?? "").filter((href) =>
        href.startsWith("#") && !(root.host ? null : document.getElementById(decodeURIComponent(href.slice(1))))),
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      small: all("h1,h2,h3,h4,h5,h6,p,li,dt,dd,a,summary,span,time").filter((element) => !element.closest("svg, .unseen") &&
        seen(element) && element.innerText.trim() && parseFloat(getComputedStyle(element).fontSize) < 13).map((element) => element.outerHTML.slice(0, 120)),
      low: all("[part~=list-item],summary").filter((element) => seen(element) && element.getBoundingClientRect().height < 44).length,
    };
  })()`);

/** The card, or the overview, says all that the dataset says about it, each with its sources. */
function assertTells(body, code, lang) {
  const about = facts(code);
  assert.deepEqual(body.facts.map(({ id }) => id).sort(), about.map(({ id }) => id).sort(), `facts of ${code}`);
  for (const fact of about) {
    const shown = body.facts.find(({ id }) => id === fact.id);
    const works = sources(fact.sources);
    for (const word of [fact.title[lang], fact.summary[lang], spoken(fact.date, lang), ...works.map((work) => work.publisher)]) {
      assert.ok(shown.text.includes(squeezed(word)), `${fact.id} says ${word}: ${shown.text}`);
    }
    assert.equal(shown.pillar, fact.pillar);
    assert.equal(shown.dates[0], fact.date);
    assert.deepEqual(shown.sources, works.map(({ url, title }) => [url, squeezed(title), null]), `sources of ${fact.id}`);
  }
}

function assertProfile(card, lang) {
  const { name, profile } = country(card.code);
  assert.ok(card.seen, `${card.code} can be seen`);
  assert.equal(card.heading, name[lang].formal);
  for (const line of profile) {
    assert.ok(card.text.includes(squeezed(line.text[lang])), `${card.code}: ${line.text[lang]}`);
    for (const { url } of sources(line.sources)) assert.ok(card.links.some(([href]) => href === url), `${card.code}: ${url}`);
  }
}

function assertOverview(overview, lang) {
  assertTells(overview, "ASEAN", lang);
  assert.equal(overview.heading, data.release.title[lang]);
  const said = [data.release.next, ...data.release.points.map(({ summary }) => summary), ...data.milestones.map(({ summary }) => summary)];
  for (const words of said) assert.ok(overview.text.includes(squeezed(words[lang])), words[lang]);
}

/** Levels never skip one on the way down. */
function assertOutline(levels, first) {
  assert.equal(levels[0], first);
  levels.reduce((before, level) => (assert.ok(level > first && level <= before + 1, `${levels}`), level));
}

function assertFits({ wide, small, low }) {
  assert.equal(wide, 0, "nothing scrolls sideways");
  assert.deepEqual(small, [], "text under 13 px");
  assert.equal(low, 0, "controls under 44 px");
}

const links = (base) => COUNTRIES.map((code) => [code, `${base}#map=${code}`]);

/** The element of the page with this id lies in the window. */
const inView = (page, id) =>
  page.evaluate((id) => {
    const { top, bottom } = document.getElementById(id).getBoundingClientRect();
    return location.hash === `#${id}` && top >= -1 && top < innerHeight / 2 && bottom > 0;
  }, id);

/** Tab until `wanted`, which is run in the page with the focused element, says so. */
async function tabTo(page, wanted, given) {
  for (let presses = 0; presses < 400; presses++) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(
      `(${wanted})((${ROOT}).activeElement ?? document.activeElement, ${JSON.stringify(given ?? null)})`,
    );
    if (found) return;
  }
  assert.fail(`Tab never got to ${wanted} ${given}`);
}

// The files.

for (const file of ["index.html", "ko/index.html", ...PAGES.map(([file]) => file)]) {
  test(`${file} is valid HTML`, async () => assert.deepEqual(await invalid(shipped(file)), []));
}

for (const [file, lang] of SNIPPETS) {
  test(`${file} is valid HTML on a page`, async () => assert.deepEqual(await invalid(around(file, lang)), []));
}

for (const [what, html] of [
  ["an element that is left open", "<section><b>x</section>"],
  ["an id that stands twice", `<p id="a">x</p><p id="a">y</p>`],
  ["a heading that skips a level", "<h1>x</h1><h3>y</h3>"],
  ["a block in a paragraph's place", "<ul><p>x</p></ul>"],
]) {
  test(`the check of HTML sees ${what}`, async () => {
    const page = `<!doctype html>\n<html lang="en"><head><title>x</title></head><body>${html}</body></html>`;
    assert.notDeepEqual(await invalid(page), []);
  });
}

test("the manifest lists the static files, and the snippets name the hashes that it lists", () => {
  const manifest = JSON.parse(shipped("manifest.json"));
  for (const [file] of [...PAGES, ...SNIPPETS]) assert.equal(manifest[file]?.bytes, Buffer.byteLength(shipped(file)), file);
  for (const [file, lang] of SNIPPETS) {
    const text = shipped(file);
    assert.ok(text.startsWith(`<rok-asean-map lang="${lang}"><template shadowrootmode="open">`), file);
    assert.ok(text.includes(`href="map.css" integrity="${manifest["map.css"].sha384}" crossorigin="anonymous"`), file);
    const tag = `<script src="map.js" integrity="${manifest["map.js"].sha384}" crossorigin="anonymous" defer="" data-place="none"></script>\n`;
    assert.ok(text.endsWith(`</template></rok-asean-map>${tag}`), file);
  }
});

test("every page has a title of its own", () => {
  const titles = ["index.html", "ko/index.html", ...PAGES.map(([file]) => file)].map((file) => shipped(file).match(/<title>(.*)<\/title>/)[1]);
  assert.equal(new Set(titles).size, titles.length, titles.join());
});

// The static pages.

for (const [path, lang] of PAGES) {
  for (const width of WIDTHS) {
    still(`${path} at ${width} px: every card is there, with every fact and source`, { path: `/${path}`, width }, async ({ page }) => {
      const seen = await look(page);
      assert.deepEqual(seen.cards.map(({ code }) => code), COUNTRIES);
      for (const card of seen.cards) {
        assertProfile(card, lang);
        assertTells(card, card.code, lang);
      }
      assertOverview(seen.overview, lang);
      assert.equal(seen.title, data.title[lang]);
      assert.equal(seen.controls, 0, "no control that would need a script");
      assert.deepEqual(seen.list.map(([code, href]) => [code, href]), links(""));
      assert.deepEqual([...seen.shapes].sort(), links("").sort());
      assert.deepEqual(seen.dead, [], "links that lead nowhere");
      assertOutline(seen.levels, 1);
      assertFits(seen);
    });
  }

  still(`${path}: the list and the map lead to the card`, { path: `/${path}` }, async ({ page }) => {
    await page.click(`[part~="list-item"][data-country="TH"]`);
    assert.ok(await inView(page, "map=TH"));
    await page.evaluate(() => scrollTo(0, 0));
    await page.click(`[part~="callout"][data-country="SG"] .disc`);
    assert.ok(await inView(page, "map=SG"));
    await page.goBack();
    assert.equal(await page.evaluate(() => location.hash), "#map=TH");
  });

  still(`${path}: the keyboard reaches every country, in the list and on the map`, { path: `/${path}` }, async ({ page }) => {
    const at = (element, [part, code]) => element.getAttribute("part") === part && element.dataset.country === code;
    for (const part of ["list-item", "country"]) {
      for (const code of part === "list-item" ? COUNTRIES : ["MM", "SG"]) await tabTo(page, at, [part, code]);
    }
    await page.keyboard.press("Enter");
    assert.ok(await inView(page, "map=SG"));
  });

  still(`${path}: an address of the live map leads to the same entry`, { path: `/${path}#map=VN/vn-flood-relief` }, async ({ page }) => {
    assert.ok(await inView(page, "map=VN/vn-flood-relief"));
    assert.equal(await page.evaluate(() => document.querySelector(":target").dataset.fact), "vn-flood-relief");
  });

  still(`${path}: the other language is one link away`, { path: `/${path}` }, async ({ page }) => {
    await Promise.all([page.waitForNavigation(), page.click(".language")]);
    assert.ok(page.url().endsWith(PAGES.find(([other]) => other !== path)[0]));
    assert.notEqual(await page.evaluate(() => document.documentElement.lang), lang);
    assert.equal(await page.evaluate(() => document.styleSheets.length), 2, "and has its style");
  });

  still(`${path} prints as it stands, in dark mode too`, { path: `/${path}`, width: 720 }, async ({ page }) => {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
    await page.emulateMediaType("print");
    const seen = await look(page);
    seen.cards.forEach((card) => assertTells(card, card.code, lang));
    assertOverview(seen.overview, lang);
    assert.deepEqual(seen.list, [], "a list of links is of no use on paper");
    const address = await page.evaluate(() => getComputedStyle(document.querySelector("[part~=source][href]"), "::after").content);
    assert.match(address, /https?:/, "a source's address is printed");
    const pdf = Buffer.from(await page.pdf()).toString("latin1");
    assert.ok(pdf.match(/\/Type\s*\/Page[^s]/g).length >= 5, "pages");
  });

  onPage(`${path}: nothing on it troubles a strict page, its data for search engines included`, { path: `/${path}`, ready: 0 }, async ({ reader, page, server }) => {
    const about = JSON.parse(await page.$eval(`script[type="application/ld+json"]`, (script) => script.textContent));
    assert.equal(about["@context"], "https://schema.org");
    assert.equal(about["@type"], "Dataset");
    assert.equal(about.name, data.title[lang]);
    assert.equal(about.version, data.version);
    assert.equal(about.dateModified, data.asOf);
    assert.equal(about.inLanguage, lang);
    assert.ok(about.description.length >= 50 && about.description.includes(data.release.title[lang]), about.description);
    assert.equal("license" in about, "license" in data);
    const named = (ids) => sources(ids).map(({ title, url }) => [title, url]).sort();
    const told = (works) => works.map(({ name, url }) => [name, url ?? null]).sort();
    const based = data.release.sources;
    assert.deepEqual(told(about.isBasedOn), named(based));
    assert.deepEqual(told(about.citation), named(Object.keys(data.sources).filter((id) => !based.includes(id))));
    const meta = await page.$$eval("meta[property]", (all) => Object.fromEntries(all.map((one) => [one.getAttribute("property"), one.content])));
    assert.equal(meta["og:title"], await page.title());
    assert.equal(meta["og:description"], about.description);
    assert.equal(meta["og:locale"], { en: "en_GB", ko: "ko_KR" }[lang]);
    assert.equal(await page.$eval("meta[name=description]", (one) => one.content), about.description);
    assert.deepEqual([...new Set(server.asked)].sort(), [`/${path}`, "/host.css", "/map.css"].sort());
    await reader.settled();
    assert.equal(await reader.seen("shift"), 0);
  });
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong, with every fold open. */
async function barriers(page) {
  await page.evaluate(`(${ROOT}).querySelectorAll("details").forEach((fold) => (fold.open = true))`);
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 100))}`);
}

for (const value of ["light", "dark"]) {
  const media = [{ name: "prefers-color-scheme", value }];
  for (const [path] of PAGES) {
    onPage(`${path} has no barrier that axe knows, in ${value}`, { path: `/${path}`, media, ready: 0 }, async ({ page }) =>
      assert.deepEqual(await barriers(page), []));
  }
  for (const [file, lang] of SNIPPETS) {
    const body = `<main><h1>Page</h1>${shipped(file).replace(/<script.*/, "")}</main>`;
    // axe writes a style of its own into a shadow root.
    const allowed = { violations: [/^style-src-elem inline/], expected: [/inline style/] };
    onPage(`${file} has no barrier that axe knows, in ${value}`, { body, lang, media, ready: 0, ...allowed }, async ({ page }) =>
      assert.deepEqual(await barriers(page), []));
  }
}

still("what the policy stops would be seen", { body: `<p style="color: red">x</p>`, violations: 1 }, async () => {});

for (const [file, lang] of PAGES) {
  const path = `/${file.replace("static.html", "")}`;
  still(`${path}: without script the press page leads to ${file}`, { path }, async ({ page, server }) => {
    await Promise.all([page.waitForNavigation(), page.click("noscript a")]);
    assert.equal(page.url(), `${server.url}/${file}`);
    assert.equal((await look(page)).title, data.title[lang]);
  });
}

// The snippets.

const ALL = `[...(${ROOT}).querySelectorAll(".cards > details")]`;

for (const [file, lang, page_of] of SNIPPETS) {
  const snippet = { body: shipped(file), lang };

  for (const width of WIDTHS) {
    still(`${file} at ${width} px: the overview, the map, and every card by keyboard`, { ...snippet, width }, async ({ page }) => {
      const before = await look(page);
      assertTells(before.overview, "ASEAN", lang);
      assert.deepEqual(before.cards.map(({ seen }) => seen), COUNTRIES.map(() => false), "cards are closed");
      assert.equal(before.controls, 0, "what needs a script is not shown");
      assert.deepEqual(before.dead, [], "a link to the page finds nothing in a shadow root");
      for (const code of COUNTRIES) {
        await tabTo(page, (element, code) => element.localName === "summary" && element.parentNode.dataset.key === code, code);
        await page.keyboard.press("Enter");
        const { cards } = await look(page);
        const card = cards.find((one) => one.code === code);
        assertProfile(card, lang);
        assertTells(card, code, lang);
      }
      const opened = await look(page);
      assertOutline(opened.levels, 2);
      assertFits(opened);
      await page.keyboard.press("Space");
      assert.equal(await page.evaluate(`${ALL}.filter((one) => one.open).length`), COUNTRIES.length - 1, "and closes");
    });
  }

  still(`${file}: the overview's own folds open by mouse`, snippet, async ({ page }) => {
    const folds = await page.$$("rok-asean-map >>> [part~=overview] summary");
    for (const fold of folds) await fold.click();
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

  still(`${file} asks for its style and nothing else`, snippet, async ({ asked, server }) => {
    assert.deepEqual(asked.map((url) => url.slice(server.url.length)).filter((path) => path !== "/map.js"), ["/page.html", "/map.css"]);
  });

  // The engine takes these nodes over: they must be the ones that it would have made.
  let paint;
  still(`${file}: the first element is, node for node`, snippet, async ({ page }) => {
    paint = await page.evaluate(`(${ROOT}).querySelector(".root").outerHTML`);
  });
  const live = { lang, body: `<script src="/map.js" defer data-lang="${lang}"></script>` };
  onPage(`${file}: what the engine paints, but for where its links lead`, live, async ({ reader }) => {
    const painted = await reader.run(() => document.querySelector("rok-asean-map").shadowRoot.firstElementChild.outerHTML);
    assert.equal(paint.replaceAll(`href="${page_of}#`, `href="#`), painted);
  });

  const bare = {
    ...snippet, body: `<p>Before</p>${snippet.body.replace(/<script.*/, "")}<p>After</p>`, width: 390, ready: 0,
    setUp: ({ server }) => void setTimeout(server.hold("/map.css"), 1000),
  };
  onPage(`${file}: what comes before its style is painted, and nothing shifts when that comes late`, bare, async ({ reader }) => {
    await reader.until(() => window[Symbol.for("seen")].painted);
    const first = await reader.run(() => performance.getEntriesByName("first-contentful-paint")[0].startTime);
    const style = await reader.run(() => performance.getEntriesByType("resource").find(({ name }) => name.endsWith("map.css")).responseEnd);
    assert.ok(first < style, `painted at ${first}, styled at ${style}`);
    await reader.settled();
    assert.equal(await reader.seen("shift"), 0);
  });

  let release;
  // `async`, so that the page of the test counts as loaded before it.
  const slow = { ...snippet, body: snippet.body.replace('defer=""', "async"), ready: 0, setUp: ({ server }) => (release = server.hold("/map.js")) };
  onPage(`${file}: a card opens while the script is on its way, and nothing shifts`, slow, async ({ reader, page }) => {
    await reader.until(() => window[Symbol.for("seen")].painted);
    await reader.settled();
    assert.equal(await reader.seen("shift"), 0);
    const summary = await page.$("rok-asean-map >>> details[data-key=KH] summary");
    await summary.click();
    const card = (await look(page)).cards.find(({ code }) => code === "KH");
    assertProfile(card, lang);
    release();
  });
}
