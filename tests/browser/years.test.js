// When: a reader chooses years, beside pillar, initiative and search.
import assert from "node:assert/strict";
import { onPage } from "./harness/stage.js";
import { COUNTRIES, dataset, edited, facts, country } from "./harness/data.js";
import { clickText, focus, look, lookInto, openFinding, shows, tabTo } from "./harness/read.js";
import { says } from "./harness/journeys.js";
import { shipped } from "./harness/still-read.js";

const data = dataset();
const FORMS = [{ width: 1280, lang: "en" }, { width: 390, lang: "ko" }];
const year = ({ date }) => date.slice(0, 4);
const YEARS = [...new Set(data.facts.map(year))].sort();
const NAMES = { en: ["From year", "To year"], ko: ["시작 연도", "종료 연도"] };

const ids = (list) => list.map(({ id }) => id).sort();
const within = (list, from, to) => list.filter((fact) => year(fact) >= from && year(fact) <= to);

/** So many entries, in words. */
const entries = (count, lang) => (lang === "ko" ? `항목 ${count}건` : count === 1 ? "1 entry" : `${count} entries`);

/** What the lists offer when these facts are left: each year with how many of them it has. */
const offers = (left, lang) => YEARS.map((one) => `${one}, ${entries(left.filter((fact) => year(fact) === one).length, lang)}`);

/** The bars of the strip, one a year from the first to the last: how high against the highest, and how broad. */
const bars = (reader) =>
  reader.run(() => {
    const strip = document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=filter] svg.bars");
    const [, , width, most] = strip.getAttribute("viewBox").split(" ").map(Number);
    const each = [...strip.querySelector("path").getAttribute("d").matchAll(/V(\d+)h([\d.]+)V0h([\d.]+)/g)];
    const { transform, fill, scale } = getComputedStyle(strip);
    return {
      bars: each.map(([, high, broad]) => [+high, +broad]), years: width / each.reduce((sum, [, , broad, gap]) => sum + +broad + +gap, 0),
      most, hidden: strip.ariaHidden, upright: scale === "1 -1" && transform === "none", fill, box: strip.getBoundingClientRect().toJSON(),
    };
  });

/** The strip shows these facts year by year, and the chosen years broader than the others. */
async function assertBars(reader, lang, left, from, to) {
  const { bars: shown, years, most, hidden, upright } = await bars(reader);
  const all = Array.from({ length: YEARS.at(-1) - YEARS[0] + 1 }, (_, at) => String(+YEARS[0] + at));
  assert.deepEqual(shown.map(([high]) => high), all.map((one) => left.filter((fact) => year(fact) === one).length));
  assert.equal(most, Math.max(...shown.map(([high]) => high)), "the highest fills the strip");
  assert.deepEqual(all.filter((_, at) => shown[at][1] === 2), all.filter((one) => one >= from && one <= to), "the chosen years are broad");
  assert.deepEqual([years, hidden, upright], [1, "true", true], "every year has its room");
  assert.deepEqual((await seen(reader)).offered, [offers(left, lang), offers(left, lang)], "and the lists say the same");
}

/** The two lists by their labels, with what they offer and what is chosen; the countries with something to read. */
const seen = (reader) =>
  reader.run(() => {
    const root = document.querySelector("rok-asean-map").shadowRoot;
    const lists = [...root.querySelectorAll("[part~=filter] select")].slice(1);
    return {
      names: lists.map((list) => list.labels[0].firstElementChild.textContent),
      chosen: lists.map((list) => list.value),
      offered: lists.map((list) => [...list.options].map((option) => option.textContent)),
      map: [...root.querySelectorAll("[part~=map] [data-key]")].filter((name) => /^[●■▲◆]/.test(name.textContent)).map((name) => name.dataset.key).sort(),
      wide: document.documentElement.scrollWidth - innerWidth,
    };
  });

/** Chooses a year as a reader does, in the list with this name. */
async function choose(reader, name, value) {
  await openFinding(reader);
  const lists = await reader.page.$$("rok-asean-map >>> [part~=filter] select");
  for (const list of lists) {
    if ((await list.evaluate((list) => list.labels[0].firstElementChild.textContent)) === name) await list.select(value);
  }
  await reader.settled();
}

async function assertShows(reader, from, to, place = "ASEAN", choice = {}) {
  const [shown, { chosen, map, wide }] = [await lookInto(reader), await seen(reader)];
  assert.deepEqual(chosen, [from, to]);
  assert.deepEqual(ids(shown.facts), ids(within(facts(place, choice), from, to)), `${place}, ${from} to ${to}`);
  const all = from === YEARS[0] && to === YEARS.at(-1) && !choice.pillar;
  const where = COUNTRIES.filter((code) => within(facts(code, choice), from, to).length);
  assert.deepEqual(map, all ? [] : [...where].sort(), "the map marks where there is something to read");
  const silent = shown.list.filter(({ text }) => /\(/.test(text)).map(({ code }) => code);
  assert.deepEqual(silent, all ? [] : COUNTRIES.filter((code) => !where.includes(code)), "the list says where there is nothing");
  assert.ok(wide <= 0, "nothing scrolls sideways");
  return shown;
}

for (const { width, lang } of FORMS) {
  const [from, to] = NAMES[lang];

  onPage(`facts from one year to another, and no others (${lang}, ${width} px)`, { width, lang }, async ({ reader }) => {
    await openFinding(reader);
    const { names, offered } = await seen(reader);
    assert.deepEqual(names, NAMES[lang]);
    assert.deepEqual(offered, [offers(data.facts, lang), offers(data.facts, lang)], "every year that has facts, and how many");
    await assertShows(reader, YEARS[0], YEARS.at(-1));
    for (const one of YEARS) {
      await choose(reader, from, one);
      await assertShows(reader, one, YEARS.at(-1));
    }
    await choose(reader, from, YEARS[0]);
    for (const one of YEARS) {
      await choose(reader, to, one);
      await assertShows(reader, YEARS[0], one);
    }
    await choose(reader, from, "2015");
    await choose(reader, to, "2012");
    await assertShows(reader, "2012", "2012");
    await choose(reader, from, "2019");
    await assertShows(reader, "2019", "2019");
    await says(reader, `2019–2019: ${entries(within(facts("ASEAN"), "2019", "2019").length, lang)}`);
    assert.deepEqual(await reader.details("map-filter"), [], "the filter's event is for pillars");
  });
}

for (const { width, lang } of FORMS) {
  onPage(`a strip of bars shows how many facts each year has under what is chosen (${lang}, ${width} px)`, { width, lang }, async ({ reader, page }) => {
    await openFinding(reader);
    await assertBars(reader, lang, data.facts, YEARS[0], YEARS.at(-1));
    await choose(reader, NAMES[lang][0], "2012");
    await choose(reader, NAMES[lang][1], "2019");
    await assertBars(reader, lang, data.facts, "2012", "2019");
    const { id, name } = data.pillars[1];
    await clickText(reader, "filter", name[lang]);
    const left = data.facts.filter(({ pillar }) => pillar === id);
    await assertBars(reader, lang, left, "2012", "2019");
    await clickText(reader, "list", country("TH").name[lang].short);
    await shows(reader, "TH");
    await assertBars(reader, lang, left, "2012", "2019");
    const { box } = await bars(reader);
    assert.ok(box.width > 200 && box.height >= 24 && box.height <= 40, JSON.stringify(box));
    await (await page.$("rok-asean-map >>> [part~=search]")).click();
    await page.keyboard.type("qqq");
    await reader.settled();
    await assertBars(reader, lang, [], "2012", "2019");
    assert.equal((await bars(reader)).box.height, box.height, "nothing moves where nothing is left");
  });
}

onPage("bars have the colours of the system where it forces them", {}, async ({ reader, page }) => {
  await openFinding(reader);
  const fill = async () => (await bars(reader)).fill;
  const usual = await fill();
  const client = await page.createCDPSession();
  await client.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
  const text = await reader.run(() => getComputedStyle(document.querySelector("rok-asean-map").shadowRoot.querySelector("[part=title]")).color);
  assert.notEqual(usual, text);
  assert.equal(await fill(), text);
});

onPage("the keyboard alone chooses years, and they hold on a card", {}, async ({ reader }) => {
  const isYear = ({ home, tag }) => home === "filter" && tag === "select";
  await tabTo(reader, ({ action }) => action === "find");
  await reader.press("Enter");
  await tabTo(reader, isYear);
  await tabTo(reader, isYear);
  await reader.page.keyboard.type("2019");
  await reader.until(() => document.querySelector("rok-asean-map").shadowRoot.querySelectorAll("select")[1].value === "2019");
  assert.equal((await focus(reader)).tag, "select", "the focus stays on the list");
  await assertShows(reader, "2019", YEARS.at(-1));
  await tabTo(reader, isYear);
  await reader.press("ArrowUp");
  await reader.until((year) => document.querySelector("rok-asean-map").shadowRoot.querySelectorAll("select")[2].value === year, YEARS.at(-2));
  await assertShows(reader, "2019", YEARS.at(-2));
  for (const code of COUNTRIES) {
    await clickText(reader, "list", country(code).name.en.short);
    await shows(reader, code);
    await assertShows(reader, "2019", YEARS.at(-2), code);
  }
});

onPage("years, pillar and search hold together; one press shows all", {}, async ({ reader, page }) => {
  const [pillar] = data.pillars;
  await choose(reader, "From year", "2018");
  await clickText(reader, "filter", pillar.name.en);
  await assertShows(reader, "2018", YEARS.at(-1), "ASEAN", { pillar: pillar.id });
  await (await page.$("rok-asean-map >>> [part~=search]")).click();
  await page.keyboard.type("qqq");
  assert.equal((await look(reader)).facts.length, 0);
  await clickText(reader, "overview", "Show all");
  await openFinding(reader);
  await assertShows(reader, YEARS[0], YEARS.at(-1));
});

onPage("a link to an entry outside of the years shows it", {}, async ({ reader }) => {
  const fact = data.facts.find((fact) => fact.country === "VN" && year(fact) < "2018");
  await choose(reader, "From year", "2021");
  await reader.run((id) => void (location.hash = `#map=VN/${id}`), fact.id);
  await shows(reader, "VN");
  const { facts: shown } = await look(reader);
  assert.ok(shown.some(({ id, current }) => id === fact.id && current));
});

onPage("years hold in another language and in a dataset that has them", {}, async ({ reader }) => {
  await choose(reader, "From year", "2020");
  await reader.run(() => document.querySelector("rok-asean-map").setAttribute("lang", "ko"));
  await reader.settled();
  await assertShows(reader, "2020", YEARS.at(-1));
  const show = (data) =>
    reader.run(async (data) => {
      const map = document.querySelector("rok-asean-map");
      map.data = data;
      await map.ready;
    }, data);
  await show(edited((data) => data.facts.filter((fact) => year(fact) === "2020").forEach((fact) => (fact.date = "2021"))));
  assert.deepEqual((await seen(reader)).chosen, ["2021", YEARS.at(-1)], "the next year that there is");
  await show(edited((data) => data.facts.forEach((fact) => (fact.date = "2001"))));
  await openFinding(reader);
  assert.deepEqual((await seen(reader)).chosen, ["2001", "2001"]);
  assert.ok((await lookInto(reader)).facts.length > 0, "years without any entry are no choice");
});

for (const lang of ["en", "ko"]) {
  let release;
  const body = shipped(`snippet.${lang}.html`).replace('defer=""', "async");
  const setUp = ({ server }) => (release = server.hold("/map.js"));
  onPage(`the filter waits, out of sight, for what they need (${lang})`, { body, lang, ready: 0, setUp }, async ({ reader }) => {
    await reader.until(() => document.querySelector("rok-asean-map").shadowRoot?.styleSheets[0]?.cssRules.length > 0);
    const places = () =>
      reader.run(() => {
        const root = document.querySelector("rok-asean-map").shadowRoot;
        const visible = (element) => element.checkVisibility({ visibilityProperty: true });
        const filter = root.querySelector("[part~=filter]");
        return { visible: [...filter.querySelectorAll("button,select,input")].map(visible), height: filter.offsetHeight };
      });
    const { visible, height } = await places();
    assert.ok(visible.length === 5 && !visible.includes(true) && height > 44, "their place is kept");
    release();
    await reader.heard("map-ready");
    const after = await places();
    assert.ok(!after.visible.includes(false));
    assert.equal(after.height, height, "and they come into it");
  });
}
