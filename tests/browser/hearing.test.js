// What a screen reader's user hears and where the reading goes on: focus, status line and tree, as a reader follows them.
import assert from "node:assert/strict";
import { onPage, TAG } from "./harness/stage.js";
import { COUNTRIES, country, dataset, facts } from "./harness/data.js";
import { attend, heard, said, spoken } from "./harness/hearing.js";
import { addressed } from "./harness/journeys.js";
import { clickText, focus, look, openAll, openFinding, shows, tabTo } from "./harness/read.js";
import { LANGS } from "./harness/states.js";
import { treeOf } from "./harness/tree.js";

const data = dataset();
const short = (code, lang = "en") => country(code).name[lang].short;
const formal = (code, lang = "en") => country(code).name[lang].formal;
const entries = (count) => (count === 1 ? "1 entry" : `${count} entries`);
const opened = (code) => `${code ? short(code) : "Overview"} opened, ${entries(facts(code ?? "ASEAN").length)}`;

/** The focus went there, in a task of its own, and then this was said. */
function assertInTurn(told, where, words) {
  const happened = told.filter(({ what, words }) => what === "focus" || words);
  assert.deepEqual(happened.map(({ what, words }) => [what, words]), [["focus", where], ["status", words]]);
  assert.ok(happened[1].task > happened[0].task, "what is said while the focus moves is lost");
}

onPage("the focus moves first, then what opened is said, whichever way it opened", {}, async ({ reader }) => {
  await attend(reader);
  const act = async (press, where, words) => {
    await heard(reader);
    await press();
    assertInTurn(await spoken(reader), where, words);
  };
  const press = (key) => () => reader.press(key);
  for (const part of ["list-item", "country"]) {
    const { country: code } = await tabTo(reader, (at) => at.part === part);
    const name = part === "country" ? `${short(code)}, on the map` : short(code);
    await act(press("Enter"), formal(code), opened(code));
    await act(press("Escape"), name, opened(null));
    await act(press("Enter"), formal(code), opened(code));
    await reader.press("Tab");
    assert.equal((await focus(reader)).action, "close");
    await act(press("Enter"), name, opened(null));
    await act(press("Enter"), formal(code), opened(code));
    await addressed(reader, `#map=${code}`);
    await act(() => reader.run(() => history.back()), name, opened(null));
    await act(() => reader.run(() => history.forward()), formal(code), opened(code));
    // What a hash has opened closes to the list.
    await act(press("Escape"), short(code), opened(null));
    await reader.run(() => document.activeElement.blur());
  }
});

const ENTRY = data.facts.find(({ id }) => id === "vn-fta-in-force");

onPage("a link to an entry leads the focus there, and nothing else speaks", { body: `<a href="#map=VN/${ENTRY.id}">Entry</a>${TAG}` }, async ({ reader, page }) => {
  await attend(reader);
  await reader.run(() => document.querySelector("a").focus());
  await reader.press("Enter");
  await reader.until(() => document.activeElement.shadowRoot?.activeElement?.localName === "summary");
  const [line, ...more] = (await treeOf(page)).split("\n").filter((line) => /DisclosureTriangle/.test(line) && line.includes(ENTRY.title.en));
  assert.equal(more.length, 0);
  assert.equal(line.split(ENTRY.title.en).length, 2, `the title is said once: ${line}`);
  await reader.press("Escape");
  assert.deepEqual(said(await spoken(reader)), [opened(null)]);
});

onPage("where only the choice hides what is searched for, that is said, with the way there", {}, async ({ reader, page }) => {
  await attend(reader);
  const [peace] = data.pillars.slice(-1);
  await clickText(reader, "filter", peace.name.en);
  await openFinding(reader);
  await page.focus("rok-asean-map >>> [part~=search]");
  await spoken(reader);
  await page.keyboard.type("FTA");
  const [words] = said(await spoken(reader));
  const [, count] = words.match(/^Nothing under Peace\. (\d+) entries under all\.$/) ?? assert.fail(words);
  await tabTo(reader, ({ action }) => action === "all");
  await reader.press("Enter");
  const [all] = said(await spoken(reader));
  assert.ok(all.startsWith("Overview: "), all);
  const { pressed } = await look(reader);
  assert.deepEqual([pressed, await page.$eval("rok-asean-map >>> [part~=search]", ({ value }) => value)], [["All"], "FTA"]);
  const shown = await reader.run(async (codes) => {
    const map = document.querySelector("rok-asean-map");
    return [null, ...codes].reduce((sum, code) => (map.select(code), sum + map.shadowRoot.querySelectorAll("[part~=fact]").length), 0);
  }, COUNTRIES);
  assert.equal(shown, Number(count), "as many as were promised");
});

/** Two neighbours in a list of choices under which the overview has as many entries. */
function twins(choices, count) {
  const at = choices.findIndex((one, at) => at && count(one) === count(choices[at - 1]));
  return choices.slice(at - 1, at + 1);
}

onPage("a choice that gives the same number is said anew, by its name", {}, async ({ reader, page }) => {
  await attend(reader);
  await openFinding(reader);
  const last = Math.max(...data.facts.map(({ date }) => +date.slice(0, 4)));
  const since = (year) => facts("ASEAN").filter(({ date }) => date.slice(0, 4) >= year).length;
  const years = [...new Set(data.facts.map(({ date }) => date.slice(0, 4)))].sort();
  const initiatives = data.pillars.flatMap(({ initiatives }) => initiatives);
  const under = ({ id }) => facts("ASEAN", { initiative: id }).length;
  const choices = [
    ["initiative", twins(initiatives, under).map((one) => [one.id, `${one.name.en}: ${entries(under(one))}`])],
    ["from", twins(years.slice(1), since).map((year) => [year, `${year}–${last}: ${entries(since(year))}`])],
  ];
  for (const [name, pair] of choices) {
    for (const [value, words] of pair) {
      await heard(reader);
      await (await page.$(`rok-asean-map >>> [data-filter=${name}]`)).select(value);
      const told = (await spoken(reader)).filter(({ what }) => what === "status").map(({ words }) => words);
      assert.equal(told.at(-1), `Overview, ${words}`);
      if (value === pair[1][0]) assert.deepEqual(told.slice(0, -1), [""], "the line is emptied first");
    }
    await (await page.$("rok-asean-map >>> [data-filter=initiative]")).select("");
    await spoken(reader);
  }
});

onPage("Skip the map leads behind it, and Tab goes on from there", { body: `<a href="#before">Before</a>${TAG}<a href="#after">After</a>` }, async ({ reader }) => {
  await reader.run(() => document.querySelector("a").focus());
  await reader.press("Tab");
  assert.equal((await focus(reader)).action, "skip");
  const seen = () => reader.run(() => getComputedStyle(document.querySelector("rok-asean-map").shadowRoot.querySelector("[data-action=skip]")).clipPath === "none");
  assert.ok(await seen(), "who sees sees it now");
  await reader.press("Enter", "Tab");
  assert.equal(await reader.run(() => document.activeElement.textContent), "After");
  assert.equal(await seen(), false);
  const ends = () => reader.run(() => document.querySelector("rok-asean-map").shadowRoot.querySelector("[data-end]").tabIndex);
  await tabTo(reader, ({ part }) => part === "list-item");
  assert.equal(await ends(), -1, "who does not skip has no stop there");
});

for (const lang of LANGS) {
  onPage(`a card read through: its name once, then how much there is, entries as headings, tools last and about something (${lang})`, { lang, hash: "#map=VN" }, async ({ reader, page }) => {
    await openAll(reader);
    const lines = (await treeOf(page)).split("\n").map((line) => line.trim());
    const titles = facts("VN").map(({ title }) => title[lang]);
    const name = JSON.stringify(formal("VN", lang));
    const named = lines.filter((line) => line.includes(name));
    assert.equal(named.length, 1, `${named}`);
    const at = lines.findIndex((line) => line.startsWith(`heading ${name}`));
    const count = lang === "ko" ? `항목 ${titles.length}건` : entries(titles.length);
    const first = lines.findIndex((line, index) => index > at && line.startsWith("heading"));
    assert.ok(lines.slice(at, first).some((line) => line.includes(count)), "the count stands under the heading");
    const headings = lines.filter((line) => line.startsWith("heading")).map((line) => JSON.parse(line.match(/"[^"]*"/)[0]));
    assert.deepEqual(headings.filter((heading) => titles.includes(heading)).sort(), [...titles].sort(), "each entry is a heading");
    const buttons = lines.flatMap((line, index) => (index > at && line.startsWith("button") ? [line.match(/^button "([^"]*)"(?: \((.*)\))?/).slice(1)] : []));
    const about = buttons.filter(([, about]) => about).map(([, about]) => about);
    assert.deepEqual(about.sort(), titles.flatMap((title) => [title, title, title]).sort(), "a tool of an entry says of which");
    const last = lines.findLastIndex((line) => line.startsWith("heading"));
    const own = lines.findIndex((line, index) => index > at && line.startsWith("button") && !line.includes("(") && index > at + 1);
    assert.ok(own > last, `the card's tools come after its last entry: ${lines[own]}`);
  });
}

onPage("on the Korean page a publisher's name in another language carries that language", { lang: "ko", hash: "#map=VN" }, async ({ reader }) => {
  await openAll(reader);
  const shown = await reader.run(() => {
    const all = [...document.querySelector("rok-asean-map").shadowRoot.querySelectorAll("[part~=card] [part~=source]")];
    const named = ({ nextSibling: comma, nextElementSibling: next }) => (comma.data === ", " ? [next.textContent, next.closest("[lang]").lang] : [comma.data, "ko"]);
    return all.map((source) => [source.textContent, source.closest("[lang]").lang, ...named(source)]);
  });
  const inEnglish = shown.filter(([title]) => Object.values(data.sources).some((one) => one.title === title && one.lang === "en"));
  assert.ok(inEnglish.length >= 11, `${inEnglish.length} of ${shown.length}`);
  for (const [title, lang, publisher, its] of inEnglish) assert.deepEqual([lang, its], ["en", "en"], `${title}: ${publisher}`);
});

/** Headings and links in the order in which they are read. */
const stops = async (page) =>
  (await treeOf(page, true)).split("\n").flatMap((line) => {
    const [, role, name] = line.match(/^ *(heading|link) ("(?:[^"\\]|\\.)*")/) ?? [];
    return role ? [{ role, name: JSON.parse(name) }] : [];
  });

/** The least number of keys to the next or the last heading or link, again and again, until one that is `wanted`. */
function presses(stops, start, wanted) {
  const ways = [[start, 0]];
  const passed = new Set([start]);
  for (const [at, count] of ways) {
    if (wanted(stops[at] ?? {})) return count;
    for (const role of ["heading", "link"]) {
      const is = (one, index) => one.role === role && index !== at;
      const before = stops.slice(0, Math.max(at, 0)).findLastIndex(is);
      const after = stops.findIndex((one, index) => index > at && is(one, index));
      for (const to of [before, after]) if (to >= 0 && !passed.has(to)) passed.add(to) && ways.push([to, count + 1]);
    }
  }
  assert.fail("no way there");
}

for (const [lang, path] of [["en", "/"], ["ko", "/ko/"]]) {
  onPage(`at most ten keys lead from the page's top to the first entry of Viet Nam (${lang})`, { path, ready: 0 }, async ({ reader, page }) => {
    await reader.until(() => document.querySelector("rok-asean-map")?.scrollIntoView() ?? true);
    await reader.heard("map-ready");
    const toCard = presses(await stops(page), -1, ({ role, name }) => role === "link" && name.startsWith(short("VN", lang)));
    await reader.run(() => document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=list-item][data-country=VN]").focus());
    await reader.press("Enter");
    await shows(reader, "VN");
    const inside = await stops(page);
    const card = inside.findIndex(({ name }) => name === formal("VN", lang));
    const titles = facts("VN").map(({ title }) => title[lang]);
    const toEntry = presses(inside, card, ({ name }) => titles.includes(name));
    assert.ok(toCard + 1 + toEntry + 1 <= 10, `${toCard} and Enter, ${toEntry} and Enter`);
  });
}
