// What a reader sees and does: by roles, part names and data-* of the public contract, never by class.
import assert from "node:assert/strict";
import { country, dataset, facts, noted } from "./data.js";

/** What a map shows, as plain data; `null` before it is there. */
export const look = (reader, map = 0) =>
  reader.run((map) => {
    const host = document.querySelectorAll("rok-asean-map")[map];
    const root = host?.shadowRoot;
    const part = (name, from = root) => [...from.querySelectorAll(`[part~="${name}"]`)];
    if (!root || !part("list").length) return null;
    const text = (element) => element?.innerText?.replace(/\s+/g, " ").trim();
    const heading = (element) => element?.querySelector("h1,h2,h3,h4,h5,h6");
    const entry = (element) => ({ code: element.dataset.country, current: element.ariaCurrent === "true" });
    const link = (element) => ({
      href: element.getAttribute("href"),
      title: element.textContent,
      target: element.getAttribute("target"),
    });
    const fact = (element) => ({
      id: element.dataset.fact,
      pillar: element.dataset.pillar,
      current: element.ariaCurrent === "true",
      text: text(element),
      dates: [...element.querySelectorAll("time")].map((time) => time.dateTime),
      sources: part("source", element).map(link),
    });
    const [card] = part("card");
    const [overview] = part("overview");
    const [filter] = part("filter");
    return {
      lang: text(part("title")[0]) && part("title")[0].closest("[lang]").lang,
      title: text(part("title")[0]),
      titleTag: part("title")[0].localName,
      list: part("list-item").map((element) => ({ ...entry(element), text: text(element) })),
      shapes: part("country").map(entry),
      callouts: part("callout").map(entry),
      card: card && { code: card.dataset.country, heading: text(heading(card)), text: text(card) },
      overview: overview && { heading: text(heading(overview)), text: text(overview) },
      facts: part("fact").map(fact),
      levels: [...root.querySelectorAll("h1,h2,h3,h4,h5,h6")].map((one) => +one.localName[1]),
      status: text(part("status")[0]),
      notes: part("note").map(text).join("\n"),
      pressed: [...filter.querySelectorAll("[aria-pressed=true]")].map(text),
      initiative: filter.querySelector("select")?.selectedOptions[0].textContent,
      attributes: Object.fromEntries([...host.attributes].map(({ name, value }) => [name, value])),
    };
  }, map);

/** Opens all that can be opened of the card or the overview, as a reader would: what is inside may be made only then. */
export const openAll = (reader, map = 0) =>
  reader.run((map) => {
    const root = document.querySelectorAll("rok-asean-map")[map].shadowRoot;
    const closed = () => root.querySelector(":is([part~=card],[part~=overview]) details:not([open]) > summary");
    for (let summary; (summary = closed()); ) summary.click();
  }, map);

/** What a map shows once all of it is open. */
export const lookInto = async (reader, map = 0) => {
  await openAll(reader, map);
  return look(reader, map);
};

/** Presses the button that the search, the initiatives and the years stand behind, until they are there. */
export const openFinding = (reader, map = 0) =>
  reader.run((map) => {
    const root = document.querySelectorAll("rok-asean-map")[map].shadowRoot;
    if (!root.querySelector("[part~=search]")) root.querySelector("[data-action=find]").click();
  }, map);

/** Until a map shows this country's card, or the overview for `null`. */
export const shows = (reader, code, map = 0) =>
  reader.until(
    (code, map) => {
      const root = document.querySelectorAll("rok-asean-map")[map]?.shadowRoot;
      const card = root?.querySelector('[part~="card"]');
      return code ? card?.dataset.country === code : !card && root?.querySelector('[part~="overview"]') && true;
    },
    code,
    map,
  );

/** The one thing of its kind is marked in list and map: `code`, or nothing for `null`. */
export function assertCurrent(seen, code) {
  const current = (list) => list.filter((one) => one.current).map((one) => one.code);
  const wanted = code ? [code] : [];
  assert.deepEqual(current(seen.list), wanted, "aria-current in the list");
  assert.deepEqual(current(seen.shapes), wanted, "aria-current on the map");
  const called = seen.callouts.map((one) => one.code).includes(code);
  assert.deepEqual(current(seen.callouts), called ? wanted : [], "aria-current on the callouts");
}

/** A point of the country as it is drawn, in the viewport, that a press there would reach; the one with most room. */
export const pointOf = (reader, code, map = 0) =>
  reader.run(
    (code, map) => {
      const root = document.querySelectorAll("rok-asean-map")[map].shadowRoot;
      root.querySelector('[part~="map"]').scrollIntoView({ block: "center", behavior: "instant" });
      const callout = root.querySelector(`[part~="callout"][data-country="${code}"]`);
      const hits = (x, y) => {
        const hit = root.elementFromPoint(x, y)?.closest("[data-country]");
        return hit?.dataset.country === code && (!callout || callout.contains(hit));
      };
      const shape = callout ?? root.querySelector(`[part~="country"][data-country="${code}"]`);
      const box = shape.getBoundingClientRect();
      let best = { room: -1 };
      const [across, down] = [box.width, box.height].map((side) => Math.max(2, side / 20));
      for (let x = box.left + 1; x <= box.right; x += across) {
        for (let y = box.top + 1; y <= box.bottom && best.room < 12; y += down) {
          if (!hits(x, y)) continue;
          let room = 0;
          const around = (d) => hits(x - d, y) && hits(x + d, y) && hits(x, y - d) && hits(x, y + d);
          while (room < 12 && around(room + 2)) room += 2;
          if (room > best.room) best = { x, y, room };
        }
      }
      return best;
    },
    code,
    map,
  );

/** Presses a country on the map as a hand does. */
export async function clickCountry(reader, code, map = 0) {
  const { x, y, room } = await pointOf(reader, code, map);
  assert.ok(room >= 0, `${code} has no point on the map that a mouse can reach`);
  await reader.page.mouse.click(x, y);
}

/** A press on the first control of the map, or of one of its parts, that carries this text. */
export async function clickText(reader, part, words, map = 0) {
  const point = await reader.run(
    (part, words, map) => {
      const root = document.querySelectorAll("rok-asean-map")[map].shadowRoot;
      const all = [...root.querySelectorAll(`[part~="${part}"] :is(a,button,summary)`)];
      const found = all.find((one) => one.textContent.replace(/\s+/g, " ").includes(words));
      found?.scrollIntoView({ block: "nearest", behavior: "instant" });
      const [box] = found?.getClientRects() ?? [];
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    },
    part,
    words,
    map,
  );
  assert.ok(point, `nothing to press in ${part} says ${words}`);
  await reader.page.mouse.click(point.x, point.y);
}

/** Where the keyboard is: tag, part and country of the focused element. */
export const focus = (reader) =>
  reader.run(() => {
    const outer = document.activeElement;
    const inner = outer?.shadowRoot?.activeElement;
    if (!inner) return { tag: outer?.localName ?? null, inside: false };
    return {
      inside: true,
      tag: inner.localName,
      part: inner.getAttribute("part"),
      country: inner.dataset.country ?? null,
      action: inner.dataset.action ?? null,
      home: inner.closest("[part~=card],[part~=overview],[part~=list],[part~=map],[part~=filter]")?.getAttribute("part"),
    };
  });

/** Tab until the keyboard is where `wanted` says. */
export async function tabTo(reader, wanted, key = "Tab") {
  for (let presses = 0; presses < 200; presses++) {
    await reader.press(key);
    const at = await focus(reader);
    if (wanted(at)) return at;
  }
  assert.fail(`Tab never got to ${wanted}`);
}

/** Every fact that is shown is one of `facts`, in any order, each with its words, date and sources. */
export function assertFacts(seen, facts, data, lang) {
  assert.deepEqual(seen.facts.map(({ id }) => id).sort(), facts.map(({ id }) => id).sort(), "facts shown");
  for (const fact of facts) {
    const shown = seen.facts.find(({ id }) => id === fact.id);
    const words = [fact.title[lang], fact.summary[lang], noted(fact.date, lang)];
    for (const word of words) assert.ok(shown.text.includes(word), `${fact.id} says ${word}: ${shown.text}`);
    assert.equal(shown.pillar, fact.pillar);
    assert.equal(shown.dates[0], fact.date);
    assertSources(shown, fact.sources, data);
  }
}

function assertSources(shown, ids, data) {
  const wanted = ids.map((id) => data.sources[id]);
  assert.deepEqual(
    shown.sources.map(({ href, title }) => [href, title]),
    wanted.map(({ url, title }) => [url, title]),
  );
  assert.ok(shown.sources.every(({ target }) => !target), "sources open in the same tab");
  for (const { publisher } of wanted) assert.ok(shown.text.includes(publisher), `${shown.id}: ${publisher}`);
}

export const plain = (text) => text.replace(/\s+/g, " ").trim();

/** The open card says all that the dataset has on the country. */
export async function assertCard(reader, code, lang, choice = {}) {
  const data = dataset();
  const seen = await lookInto(reader);
  assert.equal(seen.card.code, code);
  assert.equal(seen.card.heading, country(code).name[lang].formal);
  assert.equal(seen.overview, undefined);
  assertCurrent(seen, code);
  for (const line of country(code).profile) {
    const sources = line.sources.map((id) => data.sources[id].title);
    const words = [line.text[lang], ...sources, ...(line.date && line.field !== "capital" ? [noted(line.date, lang)] : [])];
    for (const word of words) assert.ok(seen.card.text.includes(plain(word)), `${code} says ${word}`);
  }
  assertFacts(seen, facts(code, choice), data, lang);
}
