// What was measured, as tables: medians with the least and the most, ratios within the run, and the goals.
import { cpus, totalmem } from "node:os";
import { readFileSync } from "node:fs";

const median = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)];

/** Each measure of a page: its heading, its values, how they are written. */
const MEASURES = [
  ["bytes", "bytes, brotli", ({ loads }) => loads.map(({ bytes }) => bytes), 0],
  ["own", "without the dataset", ({ loads, apart }, dataset) => (apart ? loads.map(({ bytes }) => bytes - dataset) : []), 0],
  ["visible", "map visible, ms", ({ loads }) => loads.map(({ visible }) => visible), 0],
  ["paint", "first contentful paint, ms", ({ loads }) => loads.map(({ paint }) => paint), 0],
  ["shift", "layout shift", ({ loads }) => loads.map(({ shift }) => shift), 3],
  ["blocking", "blocking time, ms", ({ loads }) => loads.map(({ blocking }) => blocking), 0],
  ["longest", "longest task, ms", ({ traces }) => traces.map(({ longest }) => longest), 0],
  ["heap", "heap, KB", ({ loads }) => loads.map(({ heap }) => heap / 1024), 0],
  ["opening", "click to painted card, ms", ({ loads }) => loads.flatMap(({ opening }) => opening), 0],
  ["entries", "opening an entry, click to painted, ms", ({ loads }) => loads.flatMap(({ entries }) => entries), 0],
  ["script", "script of opening a card, ms", ({ traces }) => traces.map(({ script }) => script), 1],
  ["forced", "layout forced by it, ms", ({ traces }) => traces.map(({ forced }) => forced), 1],
  ["longestClick", "longest task of opening, ms", ({ traces }) => traces.map(({ longestClick }) => longestClick), 0],
  ...["overview", "card"].flatMap((part) =>
    ["elements", "all"].map((kind) => [
      `${part} ${kind}`,
      `${{ elements: "elements", all: "all nodes" }[kind]}, ${{ overview: "no card open", card: "the largest card" }[part]}`,
      ({ nodes }) => [nodes[part][kind]],
      0,
    ]),
  ),
];

/** What is measured on a phone's window. */
const ON_A_PHONE = [
  ["visible", "map visible, ms"],
  ["blocking", "blocking time, ms"],
  ["opening", "tap to painted card, ms"],
];

/** All of RESULTS.md. */
export function report({ pages, phones, shifted, growth, dataset, chromium }) {
  const measured = pages.map((page) => ({ ...page, ...Object.fromEntries(MEASURES.map(([key, , values]) => [key, values(page, dataset)])) }));
  return [
    "# Results of `npm run bench`",
    machine(chromium, measured),
    "## Pages\n",
    table(
      ["", ...measured.map(({ name }) => name)],
      MEASURES.map(([key, title, , digits]) => [title, ...measured.map((page) => spread(page[key], digits))]),
    ),
    "Median (least to most). The bytes of the one-tag page and the snippet include both languages, the overview, the list and the filter; the peers' only the map and the cards of one language.\n",
    "## Ratios within this run\n",
    ratios(measured),
    "## On a phone's window\n",
    onPhone(phones),
    "390 x 844, touch, the same CPU and network. The card stands below the map and comes into view on all pages.\n",
    "## Layout shift of the one-tag page by `select()` from a script\n",
    table(
      ["heading of what was open", "1280 x 844", "390 x 844"],
      Object.entries(PLACES).map(([place, name]) => [name, ...shifted.map((found) => found[place]?.toFixed(3) ?? "-")]),
    ),
    "## Growth of the one-tag page\n",
    table(
      ["", "all ready, ms", "`select()` of the slowest country, ms"],
      growth.map(({ name, runs }) => [name, spread(runs.map(({ ready }) => ready), 0), spread(runs.map(({ select }) => select), 1)]),
    ),
    "4x CPU slow-down, network as fast as the machine, so that what grows is the work. Facts come through `data-src`, which the desk checks before the map shows them; those added are about other countries than the three that are selected. Where maps are added, all eleven are.\n",
    "## Goals\n",
    goals(measured, growth),
  ].join("\n");
}

function machine(chromium, [page]) {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url)));
  const version = (name) => `${name} ${{ ...dependencies, ...devDependencies }[name]}`;
  return `
${new Date().toISOString().slice(0, 10)}. ${cpus().length} cores, ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB; Node.js ${process.versions.node}, ${chromium}; ${["d3-selection", "jsvectormap", "svgmap", "esbuild"].map(version).join(", ")}.

Chromium with 4x CPU slow-down and slow 4G (1.6 Mbit/s, 150 ms), nothing cached, window 1280 x 844; ${page.loads.length} loads of each page in turn, 20 real clicks on countries and 5 on entries in each, ${page.traces.length} traced loads. How each peer was built stands in \`tests/bench/pages/*/page.html\`.
`;
}

const PLACES = { in: "in the window", below: "below it", above: "above it, all entries open" };

function onPhone(phones) {
  const values = (key, { loads }) => loads.flatMap((load) => load[key]);
  return table(
    ["", ...phones.map(({ name }) => name)],
    ON_A_PHONE.map(([key, title]) => [title, ...phones.map((page) => spread(values(key, page), 0))]),
  );
}

function spread(values, digits) {
  if (!values.length) return "-";
  const show = (value) => value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const [low, mid, high] = [Math.min(...values), median(values), Math.max(...values)].map(show);
  return low === high ? mid : `${mid} (${low} to ${high})`;
}

function table([...head], rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return `${[line(head), line(head.map((_, index) => (index ? "---:" : "---"))), ...rows.map(line)].join("\n")}\n`;
}

const ratio = (page, to, key) => (page[key].length && to[key].length ? median(page[key]) / median(to[key]) : undefined);
const show = (value) => value?.toFixed(2) ?? "-";

function ratios(pages) {
  const named = (start) => pages.find(({ name }) => name.startsWith(start));
  const rows = ["own", "visible", "paint", "heap", "opening", "script"].flatMap((key) =>
    [named("D3"), named("bare")].map((to) => [
      `${MEASURES.find(([name]) => name === key)[1].split(",")[0]} / ${to.name}`,
      ...pages.map((page) => show(ratio(page, to, key))),
    ]),
  );
  return table(["", ...pages.map(({ name }) => name)], rows);
}

/** A whole number as it is, any other with two digits. */
const written = (value) => (Number.isInteger(value) ? value.toLocaleString("en") : show(value));

function goals(pages, growth) {
  const [tag, snippet, , d3, bare] = pages;
  const both = [tag, snippet];
  const most = (key) => Math.max(...both.map((page) => median(page[key])));
  const select = (name) => median(growth.find((one) => one.name === name).runs.map(({ select }) => select));
  const rows = [
    ["one tag, map visible / D3, tuned", ratio(tag, d3, "visible"), 1],
    ["snippet, map visible / bare SVG", ratio(snippet, bare, "visible"), 1.1],
    // Where D3 blocks for no time at all there is no ratio.
    ["one tag, blocking time, ms: at most that of D3, tuned", median(tag.blocking), median(d3.blocking)],
    ["script of opening a card / bare SVG", ratio(tag, bare, "script"), 1],
    ["click to painted card / bare SVG", ratio(tag, bare, "opening"), 1.1],
    ["longest task of opening a card, ms: that of bare SVG (aim: 50)", most("longestClick"), median(bare.longestClick)],
    ["`select()` of the slowest country, ms", select("1 map"), 8],
    ["opening an entry, ms", most("entries"), 50],
    ["all nodes, no card open", median(tag["overview all"]), 300],
    ["all nodes, the largest card", median(tag["card all"]), 330],
    ["bytes of the one tag without the dataset (aim: 38,000)", median(tag.own), 42_000],
    ["layout shift", most("shift"), 0],
    ["`select()`, 8,000 facts / 800", select("8000 facts") / select("800 facts"), 1.1],
  ];
  return table(["goal", "measured", "at most", ""], rows.map(([name, value, limit]) => [name, written(value), written(limit), value <= limit ? "held" : "**missed**"]));
}
