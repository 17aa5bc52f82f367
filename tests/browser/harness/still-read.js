// What a reader without script sees and does, on a static page or in a snippet.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { DIST } from "./serve.js";
import { COUNTRIES, country, dataset, facts, noted, sources } from "./data.js";

const data = dataset();

export const shipped = (file) => readFileSync(DIST + file, "utf8");
export const PAGES = [["static.html", "en"], ["ko/static.html", "ko"]];
export const SNIPPETS = [["snippet.en.html", "en", "static.html"], ["snippet.ko.html", "ko", "ko/static.html"]];
export const WIDTHS = [320, 1280];

export const squeezed = (text) => text.replace(/\s+/g, " ").trim();

/** The map's root: of the page, or of the element's shadow. */
export const ROOT = `document.querySelector("rok-asean-map")?.shadowRoot ?? document`;

/** What is on the screen for a reader: by part names and data-*, and only what can be seen. */
export const look = (page) =>
  page.evaluate(`(() => {
    const root = ${ROOT};
    const all = (query, from = root) => [...from.querySelectorAll(query)];
    const seen = (element) => element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });
    const text = (element) => element.innerText.replace(/\\s+/g, " ").trim();
    const link = (element) => [element.localName === "a" ? element.getAttribute("href") : null, text(element), element.getAttribute("target")];
    // A mouse hits a line of its own among others that open.
    const least = ({ localName }) => (localName === "summary" && !matchMedia("(pointer: coarse)").matches ? 32 : 44);
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
      low: all("[part~=list-item],summary").filter((element) => seen(element) && element.getBoundingClientRect().height < least(element)).map(text),
    };
  })()`);

/** The card, or the overview, says all that the dataset says about it, each with its sources. */
export function assertTells(body, code, lang) {
  const about = facts(code);
  assert.deepEqual(body.facts.map(({ id }) => id).sort(), about.map(({ id }) => id).sort(), `facts of ${code}`);
  for (const fact of about) {
    const shown = body.facts.find(({ id }) => id === fact.id);
    const works = sources(fact.sources);
    for (const word of [fact.title[lang], fact.summary[lang], noted(fact.date, lang), ...works.map((work) => work.publisher)]) {
      assert.ok(shown.text.includes(squeezed(word)), `${fact.id} says ${word}: ${shown.text}`);
    }
    assert.equal(shown.pillar, fact.pillar);
    assert.equal(shown.dates[0], fact.date);
    assert.deepEqual(shown.sources, works.map(({ url, title }) => [url, squeezed(title), null]), `sources of ${fact.id}`);
  }
}

export function assertProfile(card, lang) {
  const { name, profile } = country(card.code);
  assert.ok(card.seen, `${card.code} can be seen`);
  assert.equal(card.heading, name[lang].formal);
  for (const line of profile) {
    assert.ok(card.text.includes(squeezed(line.text[lang])), `${card.code}: ${line.text[lang]}`);
    for (const { url } of sources(line.sources)) assert.ok(card.links.some(([href]) => href === url), `${card.code}: ${url}`);
  }
}

export function assertOverview(overview, lang) {
  assertTells(overview, "ASEAN", lang);
  assert.equal(overview.heading, data.release.title[lang]);
  const said = [data.release.next, ...data.release.points.map(({ summary }) => summary), ...data.milestones.map(({ summary }) => summary)];
  for (const words of said) assert.ok(overview.text.includes(squeezed(words[lang])), words[lang]);
}

/** Levels never skip one on the way down. */
export function assertOutline(levels, first) {
  assert.equal(levels[0], first);
  levels.reduce((before, level) => (assert.ok(level > first && level <= before + 1, `${levels}`), level));
}

export function assertFits({ wide, small, low }) {
  assert.equal(wide, 0, "nothing scrolls sideways");
  assert.deepEqual(small, [], "text under 13 px");
  assert.deepEqual(low, [], "controls too low for the pointer");
}

export const links = (base) => COUNTRIES.map((code) => [code, `${base}#map=${code}`]);

/** The element of the page with this id lies in the window. */
export const inView = (page, id) =>
  page.evaluate((id) => {
    const { top, bottom } = document.getElementById(id).getBoundingClientRect();
    return location.hash === `#${id}` && top >= -1 && top < innerHeight / 2 && bottom > 0;
  }, id);

/** Tab until `wanted`, which is run in the page with the focused element, says so. */
export async function tabTo(page, wanted, given) {
  for (let presses = 0; presses < 400; presses++) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(
      `(${wanted})((${ROOT}).activeElement ?? document.activeElement, ${JSON.stringify(given ?? null)})`,
    );
    if (found) return;
  }
  assert.fail(`Tab never got to ${wanted} ${given}`);
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Until the page has its styles: a document without script does not wait for them. */
export const loaded = (page) =>
  page.evaluate(() => document.readyState === "complete" || new Promise((done) => addEventListener("load", done, { once: true })).then(() => true));

/** What axe finds wrong, with every fold open. */
export async function barriers(page) {
  await loaded(page);
  await page.evaluate(`(${ROOT}).querySelectorAll("details").forEach((fold) => (fold.open = true))`);
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 100))}`);
}
