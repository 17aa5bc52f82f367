// What a reader does: opens countries by mouse and by keyboard, filters, reads every fact, goes back.
import assert from "node:assert/strict";
import { onPage } from "./harness/stage.js";
import { COUNTRIES, country, dataset, facts, spoken } from "./harness/data.js";
import { assertCard, assertCurrent, assertFacts, clickCountry, clickText, focus, look, plain, shows, tabTo } from "./harness/read.js";

const data = dataset();
const FORMS = [1280, 390].flatMap((width) => ["en", "ko"].map((lang) => ({ width, lang })));

const short = (code, lang) => country(code).name[lang].short;

/** The one thing told since the last look. */
async function assertTold(reader, type, detail) {
  assert.deepEqual((await reader.events()).map((event) => [event.type, event.detail]), [[type, detail]]);
  await reader.forget();
}

for (const { width, lang } of FORMS) {
  const form = `${lang}, ${width} px`;

  onPage(`a mouse on the map opens all eleven (${form})`, { width, lang }, async ({ reader }) => {
    await reader.forget();
    for (const code of COUNTRIES) {
      await clickCountry(reader, code);
      await shows(reader, code);
      await assertTold(reader, "map-select", { country: code, via: "map" });
      await assertCard(reader, code, lang);
      const top = await reader.run(
        () => document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=card] :is(h2,h3)").getBoundingClientRect().top,
      );
      assert.ok(top >= -1 && top < 844, `the card of ${code} comes into view: ${top}`);
    }
  });

  onPage(`the keyboard opens all eleven from the list (${form})`, { width, lang }, async ({ reader }) => {
    await reader.forget();
    for (const code of COUNTRIES) {
      const at = await tabTo(reader, ({ part, country }) => part === "list-item" && country === code);
      assert.equal(at.home, "list");
      await reader.press("Enter");
      await shows(reader, code);
      await assertTold(reader, "map-select", { country: code, via: "list" });
      await assertCard(reader, code, lang);
      assert.equal((await focus(reader)).home, "card", "reading goes on in the card");
      const { status } = await look(reader);
      assert.ok(status.includes(short(code, lang)), `the status says what opened: ${status}`);
      await reader.press("Escape");
      await shows(reader, null);
      await assertTold(reader, "map-select", { country: null, via: "card" });
      assert.deepEqual((({ part, country }) => [part, country])(await focus(reader)), ["list-item", code]);
    }
  });

  onPage(`the overview tells of the dialogue and what is shared (${form})`, { width, lang }, async ({ reader }) => {
    const closed = await look(reader);
    assert.equal(closed.overview.heading, data.release.title[lang]);
    assertFacts(closed, facts("ASEAN"), data, lang, spoken);
    const folds = await reader.page.$$("rok-asean-map >>> [part~=overview] details > summary");
    for (const fold of folds) await fold.click();
    const { text } = (await look(reader)).overview;
    const { release, milestones, sources } = data;
    const points = release.points.map(({ summary }) => summary[lang]);
    const steps = milestones.flatMap((step) => [step.title[lang], step.summary[lang], spoken(step.date, lang)]);
    const named = [...release.sources, ...milestones.flatMap((step) => step.sources)].map((id) => sources[id].title);
    const chairs = release.coChairs.flatMap(({ name, office }) => [name[lang], office[lang]]);
    const frame = [release.time[lang], release.format[lang], release.next[lang], spoken(release.date, lang)];
    for (const words of [...points, ...steps, ...named, ...chairs, ...frame]) {
      assert.ok(text.includes(plain(words)), `the overview says ${words}`);
    }
  });

  onPage(`a filter shows exactly its facts (${form})`, { width, lang }, async ({ reader }) => {
    await reader.forget();
    for (const { id: pillar, name, initiatives } of data.pillars) {
      await clickText(reader, "filter", name[lang]);
      await assertTold(reader, "map-filter", { pillar });
      assertFacts(await look(reader), facts("ASEAN", { pillar }), data, lang, spoken);
      assert.deepEqual((await look(reader)).pressed, [name[lang]]);
      for (const initiative of initiatives) await choose(reader, initiative, pillar);
      await reader.forget();
    }
    await clickText(reader, "filter", lang === "ko" ? "전체" : "All");
    await assertTold(reader, "map-filter", { pillar: null });
    assertFacts(await look(reader), facts("ASEAN"), data, lang, spoken);
  });

  /** Chooses an initiative as a reader does, by its name. */
  async function choose(reader, { id, name }, pillar) {
    const select = await reader.page.$("rok-asean-map >>> [part~=filter] select");
    const value = await select.evaluate(
      (select, name) => [...select.options].find((one) => one.textContent === name).value,
      name[lang],
    );
    await select.select(value);
    const seen = await look(reader);
    assertFacts(seen, facts("ASEAN", { initiative: id }), data, lang, spoken);
    assert.equal(seen.initiative, name[lang]);
    assert.equal(seen.attributes.pillar, pillar);
    const told = (await reader.details("map-filter")).at(-1);
    assert.ok(!told || told.pillar === pillar);
  }
}

onPage("the filter holds while countries are opened, and goes", {}, async ({ reader }) => {
  await clickText(reader, "filter", "Peace");
  for (const code of COUNTRIES) {
    await clickText(reader, "list", short(code, "en"));
    await shows(reader, code);
    await assertCard(reader, code, "en", { pillar: "peace" });
    const { status, list, card } = await look(reader);
    const count = facts(code, { pillar: "peace" }).length;
    assert.ok(status.includes(`${count} entr`), status);
    if (!count) {
      assert.match(card.text, /No entry/);
      assert.match(list.find((one) => one.code === code).text, /no entry/);
    }
  }
  await clickText(reader, "filter", "All");
  await assertCard(reader, COUNTRIES.at(-1), "en");
});

onPage("close goes back to the overview, and the keyboard with it", {}, async ({ reader }) => {
  await clickCountry(reader, "LA");
  await shows(reader, "LA");
  await reader.forget();
  await clickText(reader, "card", "overview");
  await shows(reader, null);
  await assertTold(reader, "map-select", { country: null, via: "card" });
  assertCurrent(await look(reader), null);
  assert.deepEqual((({ part, country }) => [part, country])(await focus(reader)), ["list-item", "LA"]);
});

onPage("arrow keys on the map reach all eleven", {}, async ({ reader }) => {
  const onMap = ({ home, country }) => home === "map" && country;
  const first = await tabTo(reader, onMap);
  const ARROWS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];
  const known = new Map([[first.country, {}]]);
  const press = async (from, key) => {
    await reader.press(key);
    const { home, country } = await focus(reader);
    assert.equal(home, "map", `${key} stays on the map`);
    known.get(from)[key] = country;
    if (!known.has(country)) known.set(country, {});
    return country;
  };
  let at = first.country;
  for (let way = next(known, at, ARROWS); way; way = next(known, at, ARROWS)) for (const key of way) at = await press(at, key);
  assert.deepEqual([...known.keys()].sort(), [...COUNTRIES].sort());
  assert.ok((await look(reader)).overview, "arrows only move, they open nothing");
  await reader.press("Home");
  assert.equal((await focus(reader)).country, COUNTRIES[0]);
  await reader.press("End");
  assert.equal((await focus(reader)).country, COUNTRIES.at(-1));
  await reader.press("Enter");
  await shows(reader, COUNTRIES.at(-1));
  assert.deepEqual((await reader.details("map-select")).at(-1), { country: COUNTRIES.at(-1), via: "map" });
});

/** The shortest way by known arrows to a country with an arrow not yet tried, and that arrow. */
function next(known, from, arrows) {
  const ways = [[from, []]];
  const passed = new Set([from]);
  for (const [at, way] of ways) {
    const untried = arrows.find((key) => !(key in known.get(at)));
    if (untried) return [...way, untried];
    for (const [key, to] of Object.entries(known.get(at))) {
      if (!passed.has(to)) passed.add(to) && ways.push([to, [...way, key]]);
    }
  }
  return null;
}

onPage("the keyboard gets through the map and out again", { body: `<a href="#before">Before</a><script src="/map.js" defer></script><a href="#after">After</a>` }, async ({ reader }) => {
  const outside = ({ inside, tag }) => !inside && tag === "a";
  await reader.press("Tab", "Tab");
  let stops = 0;
  for (; !outside(await focus(reader)) && stops < 300; stops++) await reader.press("Tab");
  assert.ok(stops < 300 && stops > 11, `${stops} stops`);
  const last = await reader.run(() => document.activeElement.textContent);
  assert.equal(last, "After");
  await reader.page.keyboard.down("Shift");
  await tabTo(reader, ({ home }) => home === "map");
  await tabTo(reader, ({ home }) => home === "list");
  await tabTo(reader, outside);
  await reader.page.keyboard.up("Shift");
  assert.equal(await reader.run(() => document.activeElement.textContent), "Before");
});

onPage("the wheel scrolls the page, also over the map", { height: 500 }, async ({ reader, page }) => {
  const box = await reader.run(() => {
    const { left, top } = document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=map]").getBoundingClientRect();
    return { left, top };
  });
  await page.mouse.move(box.left + 100, Math.max(box.top, 0) + 100);
  await page.mouse.wheel({ deltaY: 200 });
  await reader.until(() => scrollY > 0);
});

onPage("Escape with nothing open does nothing", {}, async ({ reader }) => {
  await tabTo(reader, ({ part }) => part === "list-item");
  await reader.forget();
  await reader.press("Escape");
  await reader.settled();
  assert.deepEqual(await reader.events(), []);
});
