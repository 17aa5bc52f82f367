// What a page's script reads and sets: ready, data, select, check.
import assert from "node:assert/strict";
import { onPage } from "./harness/stage.js";
import { BROKEN, broken, dataset, edited, facts } from "./harness/data.js";
import { assertFacts, clickCountry, look, lookInto, shows } from "./harness/read.js";

const data = dataset();

onPage("ready is a promise of the painted element", { ready: 0 }, async ({ reader }) => {
  await reader.until(() => customElements.get("rok-asean-map") && document.querySelector("rok-asean-map") && true);
  const same = await reader.run(async () => {
    const map = document.querySelector("rok-asean-map");
    const ready = await map.ready;
    return ready === map && map.shadowRoot.querySelectorAll("[part~=list-item]").length;
  });
  assert.equal(same, 11);
  const renewed = await reader.run(async () => {
    const map = document.querySelector("rok-asean-map");
    const { ready, data } = map;
    data.title.en = "Another title";
    map.data = data;
    const after = await map.ready;
    return [map.ready !== ready, after === map, map.shadowRoot.querySelector("[part~=title]").textContent];
  });
  assert.deepEqual(renewed, [true, true, "Another title"]);
});

const EDITED = edited((data) => {
  data.title.en = "Edited edition";
  data.facts.find(({ id }) => id === "vn-fta-in-force").title.en = "A title of our own";
  data.facts = data.facts.filter(({ id }) => id !== "vn-flood-relief");
  const used = JSON.stringify([data.facts, data.release, data.milestones, data.countries]);
  for (const id of Object.keys(data.sources)) if (!used.includes(`"${id}"`)) delete data.sources[id];
});

const give = (reader, data) =>
  reader.run(async (data) => {
    const map = document.querySelector("rok-asean-map");
    map.data = data;
    await map.ready;
  }, data);

onPage("data gives the dataset, and shows another", {}, async ({ reader }) => {
  const get = () => reader.run(() => document.querySelector("rok-asean-map").data);
  assert.deepEqual(await get(), data);
  await clickCountry(reader, "VN");
  await shows(reader, "VN");
  await give(reader, EDITED);
  const seen = await lookInto(reader);
  assert.equal(seen.title, "Edited edition");
  assert.equal(seen.card.code, "VN", "the open country stays open");
  assertFacts(seen, facts("VN", { from: EDITED }), EDITED, "en");
  assert.deepEqual(await get(), EDITED);
});

onPage("a broken dataset is refused whole, and the last good one stays", { lang: "ko" }, async ({ reader }) => {
  await give(reader, EDITED);
  await clickCountry(reader, "VN");
  await shows(reader, "VN");
  await give(reader, broken());
  const [{ issues }] = await reader.details("map-error");
  assert.deepEqual(issues.map(({ path }) => path).sort(), BROKEN);
  const seen = await lookInto(reader);
  for (const { code, path, message } of issues) {
    assert.match(code, /^[a-z]+(-[a-z]+)*$/);
    assert.match(message, /[가-힣]/);
    assert.ok(seen.notes.includes(message) && seen.notes.includes(path), `on screen: ${path} ${message}`);
  }
  assertFacts(seen, facts("VN", { from: EDITED }), EDITED, "ko");
  assert.deepEqual(await reader.run(() => document.querySelector("rok-asean-map").data), EDITED);
  await give(reader, data);
  assert.ok(!(await look(reader)).notes.includes(issues[0].message), "the message goes with its cause");
});

onPage("data that is no dataset is refused", {}, async ({ reader }) => {
  for (const value of [null, 5, "text", [], {}]) await give(reader, value);
  await reader.run(() => {
    const ring = {};
    document.querySelector("rok-asean-map").data = Object.assign(ring, { ring });
  });
  await reader.heard("map-error", 6);
  assert.ok((await reader.details("map-error")).every(({ issues }) => issues.length && issues[0].message));
  assertFacts(await lookInto(reader), facts("ASEAN"), data, "en");
});

onPage("select opens a country, and the overview", {}, async ({ reader }) => {
  const select = (code) => reader.run((code) => void document.querySelector("rok-asean-map").select(code), code);
  await reader.forget();
  for (const code of ["KH", "KR", null]) {
    await select(code);
    await shows(reader, code);
  }
  const told = await reader.details("map-select");
  assert.deepEqual(told, ["KH", "KR", null].map((country) => ({ country, via: "method" })));
});

onPage("check lists issues and shows nothing", {}, async ({ reader }) => {
  const check = (value) => reader.run(async (value) => document.querySelector("rok-asean-map").check(value), value);
  assert.deepEqual(await check(data), []);
  const issues = await check(broken());
  assert.deepEqual(issues.map(({ path }) => path).sort(), BROKEN);
  assert.ok(issues.every(({ code, message }) => code && message));
  // A title of each character that the browser itself leaves unseen.
  const unseen = [...Array(0x110000).keys()].filter((code) => code >> 11 !== 27).map((code) => String.fromCodePoint(code)).filter((char) => /\p{Default_Ignorable_Code_Point}/u.test(char));
  assert.ok(unseen.length > 4000);
  const first = data.facts.length;
  const facts = unseen.map((char, index) => ({ ...data.facts[0], id: `unseen-${index}`, title: { en: ` ${char}`, ko: `가${char}나` } }));
  const found = await check({ ...data, facts: [...data.facts, ...facts] });
  const wanted = unseen.flatMap((_, index) => [[`facts[${first + index}].title.en`, "empty"], [`facts[${first + index}].title.ko`, "hidden-character"]]);
  assert.deepEqual(found.map(({ path, code }) => [path, code]), wanted);
  assert.deepEqual((await reader.events()).map(({ type }) => type), ["map-ready"]);
  assert.equal((await look(reader)).title, data.title.en);
});
