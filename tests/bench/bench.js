// `npm run bench`: our pages against peers that show the same eleven countries and cards, in one run on one machine.
// Prints the tables and writes them to RESULTS.md.
import { readFileSync, writeFileSync } from "node:fs";
import puppeteer from "puppeteer-core";
import { program } from "../../src/bin/press/needs.js";
import { DIST } from "../browser/harness/serve.js";
import { CODES, content, grow, load, shifts, trace } from "./measure.js";
import { drawnRegion, ours, pack, PAGES, peers, serve } from "./pages.js";
import { report } from "./table.js";

/** How often each is done at most, and for how many minutes: the whole stays under twelve. */
const LOADS = [5, 4.5];
const PHONES = [3, 2];
const TRACES = [2, 2.2];
const GROWTH = [3, 2.2];
const FACTS = [80, 800, 8000];
const MAPS = [1, 4, 16];

/** Whose cards are timed while the facts about others grow. */
const TIMED = ["VN", "ID", "KH"];

const dataset = JSON.parse(readFileSync(`${DIST}map.json`, "utf8"));

/**
 * The dataset with so many facts: those about the countries whose cards are timed as they are, and the others over and
 * over, each time under a new id; sources that nothing names go. So what grows is elsewhere.
 */
function sized(count) {
  const of = (timed) => dataset.facts.filter(({ country }) => TIMED.includes(country) === timed);
  const [kept, others] = [of(true), of(false)];
  const more = (_, index) => {
    const [fact, round] = [others[index % others.length], Math.floor(index / others.length)];
    return round ? { ...fact, id: `${fact.id}-${round}` } : fact;
  };
  const facts = [...kept, ...Array.from({ length: count - kept.length }, more)];
  const { release, milestones, countries } = dataset;
  const used = new Set([release, ...milestones, ...facts, ...countries.flatMap(({ profile }) => profile)].flatMap(({ sources }) => sources));
  const sources = Object.fromEntries(Object.entries(dataset.sources).filter(([id]) => used.has(id)));
  return { ...dataset, facts, sources };
}

/** Pages that grow: `{name, url, maps, facts, codes}`. */
function growing(server, { page, tag }) {
  const put = (name, body) => server.put("one-tag", `${name}.html`, page(body));
  const facts = FACTS.map((count) => {
    server.put("one-tag", `facts-${count}.json`, JSON.stringify(sized(count)), { quality: 5 });
    put(`facts-${count}`, tag(`data-src="facts-${count}.json" data-loading="eager"`));
    return { name: `${count} facts`, url: `one-tag/facts-${count}.html`, maps: 1, facts: count, codes: TIMED };
  });
  const maps = MAPS.map((count) => {
    put(`maps-${count}`, tag(`data-loading="eager"`).repeat(count));
    return { name: count === 1 ? "1 map" : `${count} maps`, url: `one-tag/maps-${count}.html`, maps: count, facts: dataset.facts.length, codes: CODES };
  });
  return [...facts, ...maps];
}

/** How large each page is. Peers whose card does not say what ours says would measure something else. */
async function sizes(browser, server) {
  const all = await inTurn(PAGES, (page) => content(browser, server, page));
  const other = PAGES.filter((_, index) => all[index].text !== all[0].text).map(({ name }) => name);
  if (other.length) throw new Error(`The card has another text than ours on: ${other.join(", ")}.`);
  return all;
}

async function inTurn(items, run) {
  const results = [];
  for (const item of items) results.push(await run(item));
  return results;
}

/** The same work for every item, round by round, so that a slow minute of the machine falls on all alike. */
async function rounds([count, minutes], items, run) {
  const start = Date.now();
  const all = items.map(() => []);
  for (let round = 1; round <= count; round++) {
    for (const [index, item] of items.entries()) all[index].push(await run(item));
    const spent = (Date.now() - start) / 60_000;
    console.error(`round ${round} of ${count}: ${spent.toFixed(1)} minutes`);
    if ((spent * (round + 1)) / round > minutes) break;
  }
  return all;
}

async function main() {
  const server = await serve();
  const browser = await puppeteer.launch({ executablePath: program("Chromium"), args: ["--no-sandbox", "--disable-gpu", "--no-first-run"], protocolTimeout: 600_000 });
  try {
    const parts = ours(server);
    const tab = await browser.newPage();
    await tab.goto(`${server.url}static/`);
    await peers(server, await tab.evaluate(drawnRegion));
    await tab.close();
    const nodes = await sizes(browser, server);
    const shifted = await inTurn([false, true], (phone) => shifts(browser, server, PAGES[0], phone));
    const loads = await rounds(LOADS, PAGES, (page) => load(browser, server, page));
    const phones = PAGES.filter(({ phone }) => phone);
    const held = await rounds(PHONES, phones, (page) => load(browser, server, page, true));
    const traces = await rounds(TRACES, PAGES, (page) => trace(browser, server, page));
    const grows = growing(server, parts);
    const grown = await rounds(GROWTH, grows, (size) => grow(browser, server, PAGES[0], size));
    const text = report({
      pages: PAGES.map((page, index) => ({ ...page, nodes: nodes[index], loads: loads[index], traces: traces[index] })),
      phones: phones.map((page, index) => ({ ...page, loads: held[index] })),
      shifted,
      growth: grows.map((size, index) => ({ ...size, runs: grown[index] })),
      dataset: pack(readFileSync(`${DIST}map.json`)).length,
      chromium: await browser.version(),
    });
    console.log(text);
    writeFileSync(new URL("RESULTS.md", import.meta.url), text);
  } finally {
    await browser.close();
    server.close();
  }
}

await main();
