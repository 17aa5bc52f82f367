// The journeys of a reader that hold in every browser family, with the engine in each of its forms: one table.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { faulty, hostile } from "./harness/adverse.js";
import { stage } from "./harness/drive.js";
import { foreign } from "./harness/foreign.js";
import { COUNTRIES, broken, edited, facts } from "./harness/data.js";
import * as journeys from "./harness/journeys.js";
import { assertCard, clickCountry, shows } from "./harness/read.js";
import { DIST, POLICY, named } from "./harness/serve.js";
import { PAGES, ROOT, SNIPPETS, assertOverview, assertProfile, assertTells, inView, look, shipped, squeezed } from "./harness/still-read.js";

/** Values of the element's `engine`. */
const ENGINES = ["wasm", "js"];
const LANGS = ["en", "ko"];

const place = (engine, options = "") =>
  `<rok-asean-map engine="${engine}" ${options}></rok-asean-map><script src="/map.js" defer data-place="none"></script>`;
const afar = (engine) => journeys.TEXT + place(engine);
const between = (engine) => `<a href="#before">Before</a>${place(engine)}<a href="#after">After</a>`;

const other = edited((data) => Object.assign(data.title, { en: "Another edition", ko: "다른 자료" }));
const offered = (data) => ({ body: (engine) => place(engine, `src="/other.json"`), setUp: (server) => server.json("/other.json", data) });

const both = { langs: LANGS };

/** Name, walk, and what differs from a bare English page that waits for the map. */
const TABLE = [
  ["the map is there", journeys.arrives, both],
  ["a mouse on the map opens all eleven", journeys.mouseOnMap, both],
  ["a mouse in the list opens all eleven", journeys.mouseInList, both],
  ["the keyboard opens all eleven from the list", journeys.keyboardInList, both],
  ["arrow keys lead to all eleven on the map", journeys.keyboardOnMap, {}],
  ["Tab goes through the map and out again", journeys.tabThrough, { body: between }],
  ["a filter shows exactly its facts", journeys.filter, both],
  ["another language keeps the card", journeys.otherLanguage, {}],
  ["a link opens an entry", journeys.linked, { ...both, body: afar, hash: "#map=VN/vn-fta-in-force" }],
  ["a link opens a country", journeys.linked, { body: afar, hash: "#map=TH" }],
  ["all that is shown is found, as it is pasted", journeys.findsAllThatIsShown, both],
  ["fields and copied text are fit for a hand", journeys.inHand, {}],
  ["Back and Forward go through what was opened", journeys.backAndForward, {}],
  ["a good src is shown", journeys.goodSource, offered(other)],
  ["a bad src is refused, and every issue said", journeys.badSource, { ...both, ...offered(broken()) }],
];

/** All of them, for one family. */
export function travel(family) {
  const on = stage(family);
  for (const engine of ENGINES) for (const [name, walk, settings] of TABLE) travelOne(on, engine, name, walk, settings);
  published(on);
  altered(on);
  still(on);
  foreign(on);
  if (family === "Chromium") return;
  hostile(on);
  faulty(on);
  framed(on);
}

function travelOne(on, engine, name, walk, { langs = ["en"], body = place, ...settings }) {
  // `twin.test.js` compares what both forms say, in both languages.
  for (const lang of engine === "js" ? ["en"] : langs) {
    on(`${name} (${engine}, ${lang})`, { ...settings, lang, body: body(engine) }, async ({ reader }) => {
      await reader.heard("map-ready");
      const [{ detail }] = await reader.events("map-ready");
      assert.deepEqual(detail, { engine, lang });
      await walk({ reader, lang });
    });
  }
}

/** What the build publishes, as it is, with script. */
function published(on) {
  on("the tag alone gives a map, as light or as dark as the page", { body: `<script src="/map.js" defer></script>` }, async ({ reader }) => {
    await arrives(reader, "en");
    for (const [scheme, ground] of [["light", "rgb(255, 255, 255)"], ["dark", "rgb(19, 20, 22)"]]) {
      const seen = await reader.run((scheme) => {
        document.body.style.colorScheme = scheme;
        return getComputedStyle(document.querySelector("rok-asean-map").shadowRoot.querySelector(".root")).backgroundColor;
      }, scheme);
      assert.equal(seen, ground, scheme);
    }
  });

  for (const [path, lang] of [["/", "en"], ["/ko/", "ko"]]) {
    on(`the press page ${path} has the map, and each country opens`, { path }, async ({ reader }) => {
      await reader.until(() => document.querySelector("rok-asean-map") && true);
      await reader.run(() => document.querySelector("rok-asean-map").scrollIntoView());
      await arrives(reader, lang);
    });
  }

  for (const [file, lang] of SNIPPETS) {
    on(`${file} is a live map`, { body: shipped(file), lang }, ({ reader }) => opens(reader, lang));
  }
}

/** Each form of the engine, how it is served, and bytes at its end that would not hinder it. */
const ENDS = [
  ["wasm", "map.wasm", "application/wasm", [0, 2, 1, 120]],
  ["js", "map.core.js", "text/javascript", [10]],
];

/** A file that is not the one that the script was built with. */
function altered(on) {
  for (const [engine, file, type, end] of ENDS) {
    const bytes = Buffer.concat([readFileSync(DIST + named(file)), Buffer.from(end)]);
    const setUp = (server) => server.route(`/${file}`, (_, response) => response.writeHead(200, { "Content-Type": type }).end(bytes));
    on(`an altered ${file} is refused`, { body: place(engine), setUp }, async ({ reader }) => {
      await reader.heard("map-error");
      const [{ issues }] = await reader.details("map-error");
      assert.deepEqual(issues.map(({ code }) => code), ["engine"]);
      assert.deepEqual(await reader.events("map-ready"), []);
    });
  }
}

/** The map in a frame: as tall as it says, the page's history as it was. */
function framed(on) {
  const body = `<iframe src="/frame.html?country=TH" title="Map" width="100%" height="600"></iframe><script src="/frame.js" defer></script>`;
  const setUp = (server) => server.policy(`${POLICY}; frame-src 'self'`);
  /** Whether the frame shows the country and is as tall as that. */
  const shown = (code) => {
    const { contentDocument, clientHeight } = document.querySelector("iframe");
    const card = contentDocument.querySelector("rok-asean-map")?.shadowRoot?.querySelector("[part~=card]");
    return card?.dataset.country === code && Math.ceil(contentDocument.documentElement.getBoundingClientRect().height) === clientHeight;
  };
  on("a frame is as tall as its map, and what is opened in it makes no entry in the history", { body, setUp }, async ({ reader }) => {
    await reader.until(shown, "TH");
    const entries = await reader.run(() => history.length);
    for (const code of ["VN", "KR"]) {
      await reader.run((code) => {
        const map = document.querySelector("iframe").contentDocument.querySelector("rok-asean-map");
        map.shadowRoot.querySelector(`[part~=list-item][data-country=${code}]`).click();
      }, code);
      await reader.until(shown, code);
    }
    assert.equal(await reader.run(() => history.length), entries);
  });
}

/** The map is there with its overview, and a press on it opens a card. */
async function arrives(reader, lang) {
  await reader.heard("map-ready");
  await journeys.arrives({ reader, lang });
  await opens(reader, lang);
}

async function opens(reader, lang) {
  await reader.heard("map-ready");
  await clickCountry(reader, "VN");
  await shows(reader, "VN");
  await assertCard(reader, "VN", lang);
}

/** What can be read and opened where no script runs. */
function still(on) {
  for (const [path, lang] of PAGES) {
    on(`${path} without script: every card is there, and the list leads to it`, { path: `/${path}`, lang, script: false }, async ({ page }) => {
      const seen = await look(page);
      assert.deepEqual(seen.cards.map(({ code }) => code), COUNTRIES);
      for (const card of seen.cards) {
        assertProfile(card, lang);
        assertTells(card, card.code, lang);
      }
      assertOverview(seen.overview, lang);
      await press(page, `[part~="list-item"][data-country="TH"]`);
      assert.ok(await inView(page, "map=TH"));
    });
  }

  for (const [file, lang] of SNIPPETS) {
    on(`${file} without script: every card and its entries open by mouse`, { body: shipped(file), lang, script: false }, async ({ page }) => {
      const before = await look(page);
      assert.deepEqual(before.cards.map(({ seen }) => seen), COUNTRIES.map(() => false), "cards are closed");
      for (const code of COUNTRIES) {
        await press(page, `details[data-card="${code}"] > summary`);
        await press(page, `[data-card="${code}"] [part~=fact] > summary`);
      }
      const { cards } = await look(page);
      for (const { seen, code, facts: [first] } of cards) {
        const { summary } = facts(code).find(({ id }) => id === first.id);
        assert.ok(seen && first.text.includes(squeezed(summary[lang])), `${code}: ${first.text}`);
      }
      await page.evaluate(`(${ROOT}).querySelectorAll("details").forEach((fold) => (fold.open = true))`);
      const open = await look(page);
      assertOverview(open.overview, lang);
      for (const card of open.cards) {
        assertProfile(card, lang);
        assertTells(card, card.code, lang);
      }
    });
  }
}

/** A press on what the query finds, in the map or on the page. */
async function press(page, query) {
  const { x, y } = await page.evaluate(`(() => {
    const found = (${ROOT}).querySelector(${JSON.stringify(query)});
    found.scrollIntoView({ block: "center", behavior: "instant" });
    const { x, y, width, height } = found.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  })()`);
  await page.mouse.click(x, y);
}
