// What a reader does in every browser family: each journey is a walk through a page that shows a map.
import assert from "node:assert/strict";
import { BROKEN, COUNTRIES, country, dataset, facts } from "./data.js";
import { assertCard, assertCurrent, assertFacts, clickCountry, clickText, focus, look, lookInto, openFinding, shows, tabTo } from "./read.js";
import { walkTo } from "./walk.js";

const data = dataset();
const short = (code, lang) => country(code).name[lang].short;

const set = (reader, name, value) =>
  reader.run((name, value) => document.querySelector("rok-asean-map").setAttribute(name, value), name, value);

/** The map is there, and shows the overview. */
export async function arrives({ reader, lang }) {
  assert.deepEqual((await reader.events()).map(({ type }) => type), ["map-ready"]);
  const seen = await look(reader);
  assert.equal(seen.lang, lang);
  assert.equal(seen.title, data.title[lang]);
  assert.equal(seen.overview.heading, data.release.title[lang]);
  for (const things of [seen.list, seen.shapes]) assert.deepEqual(things.map(({ code }) => code).sort(), [...COUNTRIES].sort());
  assert.deepEqual(seen.list.map(({ text }) => text), COUNTRIES.map((code) => short(code, lang)));
  assertFacts(await lookInto(reader), facts("ASEAN"), data, lang);
}

/** The one thing told since the map came, or since the last look. */
async function assertTold(reader, type, detail) {
  const told = (await reader.events()).filter(({ type }) => type !== "map-ready");
  assert.deepEqual(told.map((event) => [event.type, event.detail]), [[type, detail]]);
  await reader.forget();
}

/** What has the focus, in the map. */
const at = async (reader) => (({ part, country }) => [part, country])(await focus(reader));

const atHeading = (reader) =>
  reader.run(() => /^h[2-6]$/.test(document.querySelector("rok-asean-map").shadowRoot.activeElement?.localName ?? ""));

/** Until what the selector finds in the map is seen; `hasFocus`, the keyboard is there. */
export const inView = (reader, selector, hasFocus = false) =>
  reader.until(
    (selector, hasFocus) => {
      const root = document.querySelector("rok-asean-map").shadowRoot;
      const found = root.querySelector(selector);
      const { top } = found?.getBoundingClientRect() ?? {};
      return top >= -1 && top < innerHeight - 20 && (!hasFocus || root.activeElement === found);
    },
    selector,
    hasFocus,
  );

export const HEADING = "[part~=card] [data-heading]";

export async function mouseOnMap({ reader, lang }) {
  for (const code of COUNTRIES) {
    await clickCountry(reader, code);
    await shows(reader, code);
    await assertTold(reader, "map-select", { country: code, via: "map" });
    await inView(reader, HEADING);
    await assertCard(reader, code, lang);
  }
}

export async function mouseInList({ reader, lang }) {
  for (const code of COUNTRIES) {
    await clickText(reader, "list", short(code, lang));
    await shows(reader, code);
    await assertTold(reader, "map-select", { country: code, via: "list" });
    assertCurrent(await look(reader), code);
  }
  await clickText(reader, "card", { en: "Overview", ko: "개요" }[lang]);
  await shows(reader, null);
  await assertTold(reader, "map-select", { country: null, via: "card" });
  assert.deepEqual(await at(reader), ["list-item", COUNTRIES.at(-1)]);
}

export async function keyboardInList({ reader, lang }) {
  for (const code of COUNTRIES) {
    await tabTo(reader, ({ part, country }) => part === "list-item" && country === code);
    await reader.press("Enter");
    await shows(reader, code);
    await assertTold(reader, "map-select", { country: code, via: "list" });
    assert.ok(await atHeading(reader), "reading goes on at the card's heading");
    assert.equal((await look(reader)).card.heading, country(code).name[lang].formal);
    await says(reader, short(code, lang));
    await reader.press("Escape");
    await shows(reader, null);
    await assertTold(reader, "map-select", { country: null, via: "card" });
    assert.deepEqual(await at(reader), ["list-item", code]);
  }
}

/** Until the status line says this. */
export const says = (reader, words) =>
  reader.until((words) => document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=status]").innerText.includes(words), words);

export async function keyboardOnMap({ reader }) {
  const known = new Map();
  await tabTo(reader, ({ home, country }) => home === "map" && Boolean(country));
  for (const [index, code] of COUNTRIES.entries()) {
    await walkTo(reader, known, code);
    await reader.press(index % 2 ? " " : "Enter");
    await shows(reader, code);
    await assertTold(reader, "map-select", { country: code, via: "map" });
    assert.ok(await atHeading(reader), "reading goes on at the card's heading");
    await reader.press("Escape");
    await shows(reader, null);
    assert.deepEqual(await at(reader), ["country", code]);
    await reader.forget();
  }
  await reader.press("Home");
  assert.deepEqual(await at(reader), ["country", COUNTRIES[0]]);
  await reader.press("End");
  assert.deepEqual(await at(reader), ["country", COUNTRIES.at(-1)]);
}

export async function tabThrough({ reader }) {
  const outside = ({ inside, tag }) => !inside && tag === "a";
  const name = () => reader.run(() => document.activeElement.textContent);
  await tabTo(reader, outside);
  assert.equal(await name(), "Before");
  await tabTo(reader, ({ home }) => home === "list");
  await tabTo(reader, outside);
  assert.equal(await name(), "After");
  await reader.page.keyboard.down("Shift");
  await tabTo(reader, ({ home }) => home === "map");
  await tabTo(reader, outside);
  await reader.page.keyboard.up("Shift");
  assert.equal(await name(), "Before");
}

/** Pillars by mouse, initiatives by keyboard. */
export async function filter({ reader, lang }) {
  const initiatives = data.pillars.flatMap(({ id, initiatives }) => initiatives.map((one) => ({ ...one, pillar: id })));
  for (const { id: pillar, name } of data.pillars) {
    await clickText(reader, "filter", name[lang]);
    await assertTold(reader, "map-filter", { pillar });
    assertFacts(await lookInto(reader), facts("ASEAN", { pillar }), data, lang);
    assert.deepEqual((await look(reader)).pressed, [name[lang]]);
  }
  await clickText(reader, "filter", { en: "All", ko: "전체" }[lang]);
  await assertTold(reader, "map-filter", { pillar: null });
  await openFinding(reader);
  await reader.run(() => document.activeElement.blur());
  await tabTo(reader, ({ home, tag }) => home === "filter" && tag === "select");
  for (const { id, name, pillar } of initiatives) {
    await reader.press("ArrowDown");
    await reader.until((pillar) => document.querySelector("rok-asean-map").getAttribute("pillar") === pillar, pillar);
    const seen = await lookInto(reader);
    assert.equal(seen.initiative, name[lang]);
    assertFacts(seen, facts("ASEAN", { initiative: id }), data, lang);
    assert.equal((await focus(reader)).tag, "select", "the focus stays on the list");
  }
}

export async function otherLanguage({ reader }) {
  await clickCountry(reader, "TH");
  for (const lang of ["ko", "en", "ko-KR"]) {
    await set(reader, "lang", lang);
    await reader.settled();
    const seen = await look(reader);
    assert.equal(seen.title, data.title[lang.slice(0, 2)]);
    await assertCard(reader, "TH", lang.slice(0, 2));
  }
  await reader.run(() => document.querySelector("rok-asean-map").removeAttribute("lang"));
  await reader.run(() => (document.documentElement.lang = "en"));
  await reader.until((title) => document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=title]").textContent === title, data.title.en);
}

/** What an address opens, and the entry that it then marks. */
const LINKS = [
  ["#map=VN/vn-fta-in-force", "VN", "vn-fta-in-force"],
  ["#map=TH", "TH"],
  ["#map=ASEAN/asean-fta-goods", null, "asean-fta-goods"],
];

/** The same in a page's text, far from the map. */
export const TEXT = `${LINKS.map(([hash]) => `<a href="${hash}">${hash}</a>`).join(" ")}<canvas height="3000"></canvas>`;

/** The page's own address leads somewhere, and so does each link in its text. */
export async function linked({ reader }) {
  const address = await reader.run(() => location.hash);
  await leads(reader, LINKS.find(([hash]) => hash === address));
  for (const link of LINKS) {
    await reader.run((hash) => document.querySelector(`a[href="${hash}"]`).focus(), link[0]);
    await reader.press("Enter");
    await leads(reader, link);
  }
}

/** Card and entry are open, in view, and the reading goes on there. */
export async function leads(reader, [, code, entry]) {
  await shows(reader, code);
  await inView(reader, entry ? `[data-fact="${entry}"][open] > summary` : HEADING, true);
  const { facts } = await look(reader);
  assert.deepEqual(facts.filter(({ current }) => current).map(({ id }) => id), entry ? [entry] : []);
  // Browsers tell of an address twice.
  await reader.settled();
}

/** Until the address ends with this: it follows after what a reader waits for. */
export const addressed = (reader, hash) => reader.until((hash) => location.hash === hash, hash);

/** What is pasted finds what it looks like, what stands on the overview alone is found, and what holds it opens. */
export async function findsAllThatIsShown({ reader, lang }) {
  await openFinding(reader);
  const search = (words) =>
    reader.run((words) => {
      const field = document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=search]");
      field.value = words;
      field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    }, words);
  const status = async (words) => {
    await search(words);
    return reader.until(() => document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=status]").innerText);
  };
  assert.equal(await status("한ㆍ아세안"), await status("한-아세안"));
  assert.equal(await status("ＣＯＶＩＤ–19"), await status("COVID-19"));
  for (const words of [data.release.coChairs[0].name[lang], data.milestones[0].title[lang]]) {
    await search(words);
    await reader.until(() => document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=overview] mark")?.checkVisibility());
  }
  await search("");
}

/** Fields are large enough for a phone not to zoom; who copies the map copies no tools, and names keep their spaces. */
export async function inHand({ reader }) {
  await openFinding(reader);
  const seen = await reader.run(() => {
    const root = document.querySelector("rok-asean-map").shadowRoot;
    const style = (one) => getComputedStyle(one);
    return {
      fields: [...root.querySelectorAll("input, select")].map((one) => parseFloat(style(one).fontSize)),
      selected: [...root.querySelectorAll("button")].map((one) => style(one).userSelect ?? style(one).webkitUserSelect),
      korea: root.querySelector("text[data-key=KR]").textContent,
    };
  });
  assert.ok(seen.fields.length > 3 && seen.fields.every((size) => size >= 16), `${seen.fields}`);
  assert.deepEqual([...new Set(seen.selected)], ["none"]);
  assert.equal(seen.korea.replace(/\s+/g, " "), short("KR", "en"));
}

export async function backAndForward({ reader }) {
  await clickCountry(reader, "VN");
  await addressed(reader, "#map=VN");
  await clickText(reader, "list", short("TH", "en"));
  await addressed(reader, "#map=TH");
  await reader.press("Escape");
  await addressed(reader, "");
  await reader.forget();
  // To a card's heading, or to the link that had opened the card.
  const ways = [["back", "TH"], ["back", "VN"], ["back", null, "VN"], ["forward", "VN"], ["forward", "TH"], ["forward", null, "TH"]];
  for (const [way, code, opener] of ways) {
    await reader.run((way) => void history[way](), way);
    await shows(reader, code);
    assertCurrent(await look(reader), code);
    await assertTold(reader, "map-select", { country: code, via: "hash" });
    await inView(reader, code ? HEADING : `[part~=list-item][data-country=${opener}]`, true);
    await says(reader, `${code ? short(code, "en") : "Overview"} opened, ${facts(code ?? "ASEAN").length} entries`);
  }
}

export async function goodSource({ reader }) {
  const seen = await look(reader);
  assert.equal(seen.title, "Another edition");
  assert.deepEqual(await reader.details("map-error"), []);
}

/** The embedded edition is on screen, and so is every issue, in the page's language. */
export async function badSource({ reader, lang }) {
  const [{ issues }] = await reader.details("map-error");
  assert.deepEqual(issues.map(({ path }) => path).sort(), BROKEN);
  const seen = await look(reader);
  for (const { path, message } of issues) {
    assert.match(message, lang === "ko" ? /[가-힣]/ : /^[^가-힣]+$/);
    assert.ok(seen.notes.includes(message) && seen.notes.includes(path), `on screen: ${path} ${message}\n${seen.notes}`);
  }
  assert.equal(seen.title, data.title[lang]);
}
