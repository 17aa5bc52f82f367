// On paper: the sheet of the tool, and what the browser's own command prints; read back from the PDF that it makes.
import assert from "node:assert/strict";
import { onPage } from "./harness/stage.js";
import { COUNTRIES, country, dataset, facts, noted, sources } from "./harness/data.js";
import { bare, pages } from "./harness/pdf.js";
import { clickText, look, openFinding } from "./harness/read.js";
import { said, use } from "./harness/taken.js";

const data = dataset();
const PLACES = ["ASEAN", ...COUNTRIES];
const LANGS = [
  { lang: "en", asOf: "As of 6 July 2021", edition: "edition 1", chosen: (all, some) => `Of ${all} entries, this sheet holds those chosen on the map: ${some}.` },
  { lang: "ko", asOf: "2021년 7월 6일 기준", edition: "자료 버전 1", chosen: (all, some) => `전체 항목 ${all}건 중 지도에서 선택한 ${some}건을 실었습니다.` },
];

/** Presses the tool, and gives the words of what the browser then prints, once it has closed its dialog. */
async function printed(reader, page) {
  await reader.run(() => void (window.print = () => (document.title = "printed")));
  await use(page, "print");
  await reader.until(() => document.title === "printed");
  return onPaper(reader, page);
}

/** The words of what the browser prints of the page as it stands. */
async function onPaper(reader, page) {
  const words = pages(Buffer.from(await page.pdf({ format: "A4" }))).join("");
  await reader.settled();
  return words;
}

const holds = (words, text) => assert.ok(words.includes(bare(text)), `the sheet lacks ${text}`);
const holdsNot = (words, text) => assert.ok(!words.includes(bare(text)), `the sheet holds ${text}`);

/** Letters that every machine has a font for. */
const isPlain = (text) => /^[ -~가-힣]*$/.test(text);

/** Each source by title and publisher, where it has an address with that in full. */
function assertSources(words, ids) {
  for (const { title, publisher, url } of sources(ids)) {
    if (isPlain(title)) holds(words, url ? `${title} <${url}>` : title);
    else if (url) holds(words, `<${url}>`);
    if (isPlain(publisher)) holds(words, publisher);
  }
}

function assertFact(words, fact, lang) {
  for (const text of [fact.title[lang], fact.summary[lang], noted(fact.date, lang)]) holds(words, text);
  assertSources(words, fact.sources);
}

function assertOverview(words, lang) {
  for (const text of [data.release.title[lang], data.release.next[lang]]) holds(words, text);
  for (const { summary } of data.release.points) holds(words, summary[lang]);
  for (const { title, sources } of data.milestones) holds(words, title[lang]), assertSources(words, sources);
  facts("ASEAN").forEach((fact) => assertFact(words, fact, lang));
}

function assertProfile(words, code, lang) {
  holds(words, country(code).name[lang].formal);
  for (const line of country(code).profile) {
    holds(words, line.text[lang]);
    assertSources(words, line.sources);
  }
}

for (const { lang, asOf, edition, chosen } of LANGS) {
  onPage(`with nothing open the sheet holds the overview and every card, with every address (${lang})`, { lang }, async ({ reader, page, server }) => {
    const words = await printed(reader, page);
    for (const text of [data.title[lang], asOf, edition, `${server.url}/page.html`]) holds(words, text);
    assertOverview(words, lang);
    COUNTRIES.forEach((code) => assertProfile(words, code, lang));
    data.facts.forEach((fact) => assertFact(words, fact, lang));
    const heads = [data.release.title[lang], ...COUNTRIES.map((code) => country(code).name[lang].formal)];
    const places = heads.map((text) => words.lastIndexOf(bare(text)));
    assert.deepEqual([...places].sort((a, b) => a - b), places, "in the order of the list");
    for (const { summary } of facts("ASEAN")) assert.equal(words.split(bare(summary[lang])).length, 2, "said once");
    holdsNot(words, chosen(data.facts.length, data.facts.length));
  });

  onPage(`with a card open the sheet holds that card alone (${lang})`, { lang, hash: "#map=VN" }, async ({ reader, page, server }) => {
    const words = await printed(reader, page);
    assertProfile(words, "VN", lang);
    facts("VN").forEach((fact) => assertFact(words, fact, lang));
    PLACES.filter((code) => code !== "VN").flatMap((code) => facts(code)).forEach((fact) => holdsNot(words, fact.summary[lang]));
    COUNTRIES.filter((code) => code !== "VN").forEach((code) => holdsNot(words, country(code).profile[0].text[lang]));
    for (const text of [asOf, edition, `${server.url}/page.html#map=VN`]) holds(words, text);
  });

  onPage(`what is chosen is what is printed, and the sheet says so (${lang})`, { lang }, async ({ reader, page }) => {
    const { id: pillar, name } = data.pillars.at(-1);
    await clickText(reader, "filter", name[lang]);
    await openFinding(reader);
    await page.select("rok-asean-map >>> [data-filter=from]", "2019");
    await reader.settled();
    const words = await printed(reader, page);
    const isChosen = (fact) => fact.pillar === pillar && fact.date >= "2019";
    const wanted = data.facts.filter(isChosen);
    wanted.forEach((fact) => assertFact(words, fact, lang));
    data.facts.filter((fact) => !isChosen(fact)).forEach((fact) => holdsNot(words, fact.summary[lang]));
    COUNTRIES.forEach((code) => assertProfile(words, code, lang));
    holds(words, chosen(data.facts.length, wanted.length));
  });
}

/** What is made and what is open of the card or the overview. */
const folds = (reader) =>
  reader.run(() => {
    const shown = document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=card],[part~=overview]");
    return [shown.querySelectorAll("*").length, [...shown.querySelectorAll("details")].map(({ open }) => open)];
  });

for (const { lang } of LANGS) {
  for (const [what, hash, assertHolds] of [
    ["the overview", "", (words) => assertOverview(words, lang)],
    ["a card", "#map=VN/vn-fta-in-force", (words) => (assertProfile(words, "VN", lang), facts("VN").forEach((fact) => assertFact(words, fact, lang)))],
  ]) {
    onPage(`the browser's own command prints ${what} with every entry opened, and leaves it as it was (${lang})`, { lang, hash }, async ({ reader, page }) => {
      if (!hash) await (await page.$("rok-asean-map >>> [data-key=milestones] > summary")).click();
      const before = await folds(reader);
      assert.deepEqual([...new Set(before[1])].sort(), [false, true], "one thing is open");
      for (let times = 0; times < 2; times++) {
        assertHolds(await onPaper(reader, page));
        assert.deepEqual(await folds(reader), before);
      }
    });
  }
}

/** What of the map stands on the screen, and how high the page is. */
const onScreen = (reader) =>
  reader.run(() => {
    const { shadowRoot } = document.querySelector("rok-asean-map");
    return { height: document.documentElement.scrollHeight, shown: [...shadowRoot.children].filter((one) => one.checkVisibility()).length, nodes: shadowRoot.children.length };
  });

onPage("the sheet is on paper alone, and gone with the dialog", {}, async ({ reader, page }) => {
  await use(page, "copy-link").then(() => said(reader));
  const before = await onScreen(reader);
  for (let times = 0; times < 2; times++) {
    await printed(reader, page);
    assert.deepEqual(await onScreen(reader), before, "after the dialog the map is as it was");
  }
  await reader.run(() => void (window.print = () => (document.title = "again")));
  await use(page, "print");
  await reader.until(() => document.title === "again");
  const there = await onScreen(reader);
  assert.deepEqual([there.height, there.shown, there.nodes], [before.height, before.shown, before.nodes + 1], "while it is there, nobody sees it");
  await reader.press("Shift");
  assert.deepEqual(await onScreen(reader), before, "a reader who goes on has none left, whether or not the browser tells");
  assert.equal((await look(reader)).card, undefined);
});
