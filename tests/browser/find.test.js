// Finding: a reader types, and sees what is found, where it is, and what to do when nothing is.
import assert from "node:assert/strict";
import axe from "axe-core";
import { onPage } from "./harness/stage.js";
import { COUNTRIES, country, dataset, edited, facts } from "./harness/data.js";
import { HANDS, meddle } from "./harness/foreign.js";
import { clickText, focus, look, lookInto, openFinding, shows, tabTo } from "./harness/read.js";

const data = dataset();
const FORMS = [{ width: 1280, lang: "en" }, { width: 390, lang: "ko" }];
const PLACES = ["ASEAN", ...COUNTRIES];
const NOT_FOUND = { en: "Nothing found", ko: "검색 결과가 없습니다" };
const WORDS = { en: ["trade", "Viet Nam", "ODA vaccine"], ko: ["교육", "베트남", "코로나19 백신"] };

/** All that can be found in a place: facts, lines of a profile; on the overview what was discussed, and milestones. */
function things(place, from) {
  const { release, milestones, pillars } = from;
  const both = (...texts) => texts.flatMap(({ en, ko }) => [en, ko]);
  const cited = (ids) => ids.map((id) => from.sources[id]).flatMap(({ title, publisher }) => [title, publisher]);
  const called = (code) => {
    const { name, local } = country(code, from);
    return [...Object.values(name).flatMap(({ short, formal }) => [short, formal]), ...local.map(({ name }) => name)];
  };
  const under = (pillar, initiative) =>
    pillars.flatMap(({ id, name, initiatives }) => [
      ...(id === pillar || initiatives.some(({ id }) => id === initiative) ? both(name) : []),
      ...initiatives.filter(({ id }) => id === initiative).flatMap(({ name }) => both(name)),
    ]);
  const names = place === "ASEAN" ? [] : called(place);
  const found = facts(place, { from }).map((fact) => ({
    fact, texts: [...names, ...both(fact.title, fact.summary), ...cited(fact.sources), ...under(fact.pillar, fact.initiative)],
  }));
  if (place !== "ASEAN") {
    const { profile, capital } = country(place, from);
    const line = ({ field, text, sources }) => [...names, ...both(text, ...(field === "capital" ? [capital] : [])), ...cited(sources)];
    return [...found, ...profile.map((one) => ({ texts: line(one) }))];
  }
  const chairs = release.coChairs.flatMap(({ name, office, country }) => [...both(name, office), ...called(country)]);
  const frame = [...both(release.title, release.time, release.format, release.next), ...chairs, ...cited(release.sources)];
  const points = release.points.map(({ summary, pillar, initiative }) => [...both(summary), ...under(pillar, initiative)]);
  const steps = milestones.map(({ title, summary, sources }) => [...both(title, summary), ...cited(sources)]);
  return [...found, ...[frame, ...points, ...steps].map((texts) => ({ texts }))];
}

/** The things in a place that have every word, found in the dataset itself. */
function matches(place, query, from = data) {
  const words = query.toLowerCase().split(" ");
  const has = (word) => (text) => text.toLowerCase().includes(word);
  return things(place, from).filter(({ texts }) => words.every((word) => texts.some(has(word))));
}

const wanted = (place, query, from) => matches(place, query, from).flatMap(({ fact }) => fact ?? []);

const ids = (list) => list.map(({ id }) => id).sort();
const short = (code, lang) => country(code).name[lang].short;

/** The field of the search, once it is there. */
async function field(reader) {
  await openFinding(reader);
  return reader.page.$("rok-asean-map >>> [part~=search]");
}

/** What the search has done to the screen: marks in texts, places with something found, the field itself. */
const seen = (reader) =>
  reader.run(() => {
    const root = document.querySelector("rok-asean-map").shadowRoot;
    const all = (query) => [...root.querySelectorAll(query)];
    const empty = (item) => /\(/.test(item.textContent);
    const shown = (mark) => mark.checkVisibility({ contentVisibilityAuto: true });
    const marks = all(":is([part~=card],[part~=overview]) mark");
    return {
      value: root.querySelector("[part~=search]").value,
      marks: marks.map((mark) => mark.textContent),
      hidden: marks.filter((mark) => !shown(mark)).map((mark) => mark.parentElement.textContent),
      // What an entry stands under may say why it was found.
      unmarked: all("[part~=fact]").filter((fact) => !fact.parentElement.querySelector("mark")).map((fact) => fact.dataset.fact),
      open: all("details[open]").length,
      named: all("[part~=list-item] mark").map((mark) => mark.closest("a").dataset.country),
      list: all("[part~=list-item]").filter((item) => item.querySelector("svg") && !empty(item)).map((item) => item.dataset.country),
      map: all("[part~=map] [data-key]").filter((name) => /^[●■▲◆]/.test(name.textContent)).map((name) => name.dataset.key),
      links: all(".found a").map((link) => [link.dataset.country, +link.textContent.match(/\d+$/)?.[0]]),
      wide: document.documentElement.scrollWidth - innerWidth,
    };
  });

/** What the status line says, once it says something. */
const status = (reader) =>
  reader.until(() => document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=status]").innerText);

/** Everything that the screen says about a search agrees with the dataset. */
async function assertFinds(reader, query, lang, from = data) {
  const said = await status(reader);
  const [shown, around] = [await look(reader), await seen(reader)];
  const counts = Object.fromEntries(PLACES.map((place) => [place, matches(place, query, from).length]));
  assert.deepEqual(ids(shown.facts), ids(wanted("ASEAN", query, from)), `facts found by ${query}`);
  const where = COUNTRIES.filter((code) => counts[code]);
  assert.deepEqual(around.list, where, "the list marks where something is found");
  assert.deepEqual([...around.map].sort(), [...where].sort(), "so does the map");
  assert.deepEqual(around.links, where.map((code) => [code, counts[code]]), "and says how much");
  const total = Object.values(counts).reduce((sum, count) => sum + count);
  if (total === 0) assert.ok(said.includes(NOT_FOUND[lang]), said);
  else assert.deepEqual(said.match(/\d+(?= match|건)/g).map(Number), [counts.ASEAN, total], said);
  assert.ok(said.length <= 60, said);
  assert.deepEqual(around.hidden, [], "what holds a mark is open");
  assert.ok(around.wide <= 0, "nothing scrolls sideways");
  return around;
}

const isMarked = (marks, query) => marks.every((mark) => query.toLowerCase().split(" ").includes(mark.toLowerCase()));

for (const { width, lang } of FORMS) {
  onPage(`what is typed is found, marked and counted (${lang}, ${width} px)`, { width, lang }, async ({ reader, page }) => {
    assert.equal(await (await field(reader)).evaluate((input) => input.labels[0].textContent), lang === "ko" ? "검색" : "Search");
    await (await field(reader)).click();
    const marked = [];
    for (const query of WORDS[lang]) {
      await page.keyboard.type(query);
      const { marks, value } = await assertFinds(reader, query, lang);
      assert.equal(value, query);
      assert.ok(isMarked(marks, query), `${marks} are of ${query}`);
      marked.push(...marks);
      await reader.press("Escape");
      const cleared = await seen(reader);
      assert.deepEqual([cleared.value, cleared.list, cleared.marks, cleared.open], ["", [], [], 0], "Escape clears, and closes what was found");
    }
    assert.ok(marked.length > 0);
    assert.deepEqual(ids((await lookInto(reader)).facts), ids(facts("ASEAN")));
    assert.equal((await focus(reader)).part, "search", "the focus stays in the field");
    assert.deepEqual(await reader.details("map-filter"), []);
  });
}

onPage("the keyboard alone searches, opens what is found and comes back", {}, async ({ reader, page }) => {
  await tabTo(reader, ({ action }) => action === "find");
  await reader.press("Enter", "Tab");
  await page.keyboard.type("trade");
  const [[code]] = (await assertFinds(reader, "trade", "en")).links;
  await tabTo(reader, ({ tag, home, country }) => tag === "a" && home === "filter" && country === code);
  await reader.press("Enter");
  await shows(reader, code);
  assert.equal((await focus(reader)).home, "card");
  const card = await seen(reader);
  assert.deepEqual([ids((await look(reader)).facts), card.value], [ids(wanted(code, "trade")), "trade"]);
  assert.deepEqual(card.unmarked, [], "every fact shows why it was found");
  await reader.press("Escape");
  await shows(reader, null);
  await assertStill(reader, "trade");
  await reader.press("Escape");
  assert.equal((await seen(reader)).value, "", "once no card is open, Escape clears");
});

async function assertStill(reader, value) {
  assert.equal((await seen(reader)).value, value);
  assert.deepEqual(ids((await look(reader)).facts), ids(wanted("ASEAN", value)));
}

/** Letters under composition, as an input method sends them. */
async function compose(page, states, commit) {
  const session = await page.createCDPSession();
  const after = [];
  for (const text of states) {
    await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    after.push(await page.evaluate(() => document.querySelector("rok-asean-map").shadowRoot.querySelectorAll(".found a").length));
  }
  if (commit) await session.send("Input.insertText", { text: commit });
  return after;
}

onPage("Korean is found while it is being composed, and the composition is left alone", { lang: "ko" }, async ({ reader, page }) => {
  const input = await field(reader);
  await input.click();
  await input.evaluate((input) => {
    window.heard = [];
    for (const type of ["compositionstart", "compositionend", "input"]) input.addEventListener(type, () => window.heard.push(type));
  });
  const counts = await compose(page, ["ㅂ", "베", "벹", "베트", "베튼", "베트나", "베트남"], "베트남");
  assert.ok(counts.every((count) => count > 0), `found at every step: ${counts}`);
  const heard = await reader.run(() => window.heard);
  assert.deepEqual(heard.filter((type) => type !== "input"), ["compositionstart", "compositionend"], "one composition");
  await assertFinds(reader, "베트남", "ko");
  assert.ok(await input.evaluate((input) => input.isConnected && input.value === "베트남"), "the same field");
});

for (const name of ["a translator puts other texts in", "an extension puts a style between all there is"]) {
  const allowed = { violations: [/^style-src-elem inline/], expected: [/inline style/] };
  onPage(`${name}: a composition stays whole`, { lang: "ko", ...allowed }, async ({ reader, page }) => {
    await meddle(reader, HANDS[name]);
    const input = await field(reader);
    await input.click();
    await compose(page, ["ㅎ", "하", "한"], "한");
    const { value, at } = await input.evaluate((input) => ({ value: input.isConnected && input.value, at: input.selectionStart }));
    assert.deepEqual([value, at, (await focus(reader)).part], ["한", 1, "search"]);
  });
}

for (const [query, name] of [["ㅂㅌㄴ", "VN"], ["베ㅌ", "VN"], ["việt nam", "VN"], ["VIETNAM", "VN"], ["ㅋㅂㄷㅇ", "KH"], ["ไทย", "TH"]]) {
  onPage(`${query} finds ${name}`, {}, async ({ reader, page }) => {
    await (await field(reader)).click();
    await page.keyboard.type(query);
    assert.ok((await seen(reader)).list.includes(name));
    await clickText(reader, "list", short(name, "en"));
    await shows(reader, name);
    assert.deepEqual(ids((await look(reader)).facts), ids(facts(name)));
  });
}

for (const lang of ["en", "ko"]) {
  onPage(`Korean that comes in its parts is found as the whole is, and stays as it came (${lang})`, { lang }, async ({ reader, page }) => {
    const apart = "베트남".normalize("NFD");
    await (await field(reader)).click();
    await page.keyboard.sendCharacter(apart);
    const { value, named } = await assertFinds(reader, "베트남", lang);
    assert.equal(value, apart);
    if (lang === "ko") assert.deepEqual(named, ["VN"], "and is marked");
  });
}

for (const [lang, path] of [["en", "/"], ["ko", "/ko/"]]) {
  onPage(`on a phone, with its keyboard up, what a search found is in sight of its field (${lang})`, { path, width: 390, height: 400, ready: 0 }, async ({ reader, page }) => {
    await reader.until(() => document.querySelector("rok-asean-map")?.scrollIntoView({ behavior: "instant" }) ?? true);
    await reader.heard("map-ready");
    await (await field(reader)).tap();
    for (const [query, words] of [["qqq", NOT_FOUND[lang]], [WORDS[lang][0], lang === "ko" ? "지도 전체" : "Whole map"]]) {
      await page.keyboard.type(query);
      await status(reader);
      const { top, bottom, text, away } = await reader.run(() => {
        const root = document.querySelector("rok-asean-map").shadowRoot;
        const [line, field] = ["status", "search"].map((part) => root.querySelector(`[part~=${part}]`));
        const { top, bottom } = line.getBoundingClientRect();
        return { top, bottom, text: line.textContent, away: top - field.getBoundingClientRect().bottom };
      });
      assert.ok(text.includes(words), text);
      assert.ok(top >= 0 && bottom <= 400, `in the window: ${top} to ${bottom}`);
      assert.ok(away >= 0 && away <= 24, `${away} px below the field`);
      await reader.press("Escape");
    }
  });
}

for (const lang of ["en", "ko"]) {
  const body = `<main><h1>Page</h1><script src="/map.js" defer></script></main>`;
  onPage(`what finds nothing says so, and what to do (${lang})`, { lang, body }, async ({ reader, page }) => {
    await clickText(reader, "filter", data.pillars[2].name[lang]);
    await (await field(reader)).click();
    await page.keyboard.type("qqq");
    assert.ok((await status(reader)).includes(NOT_FOUND[lang]));
    const { overview, list } = await look(reader);
    assert.ok(overview.text.includes(lang === "ko" ? "항목이 없습니다" : "No entry"), overview.text);
    assert.ok(list.every(({ text }) => /\(/.test(text)), "no country has an entry");
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => window.axe.run(document));
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), []);
    await tabTo(reader, ({ action }) => action === "all");
    await reader.press("Enter");
    assert.equal((await focus(reader)).home, "overview", "the focus is not lost");
    const after = await lookInto(reader);
    assert.deepEqual(ids(after.facts), ids(facts("ASEAN")), "everything is shown again");
    assert.deepEqual([(await seen(reader)).value, after.pressed], ["", [lang === "ko" ? "전체" : "All"]]);
  });
}

/** Words that stand nowhere but there, and the place that has them. */
const ONLY = [
  ["what was discussed", "다자주의", "ASEAN"],
  ["a milestone's summary", "주아세안대한", "ASEAN"],
  ["a co-chair's name", "여승배", "ASEAN"],
  ["a profile", "푸트라자야", "MY"],
];

onPage("what stands only in parts that are folded is found, opened and marked", { lang: "ko" }, async ({ reader, page }) => {
  for (const [where, word, place] of ONLY) {
    assert.deepEqual(PLACES.filter((place) => matches(place, word).length), [place], `${word} stands in ${where} alone`);
    await (await field(reader)).click();
    await page.keyboard.type(word);
    await assertFinds(reader, word, "ko");
    if (place !== "ASEAN") {
      await clickText(reader, "list", short(place, "ko"));
      await shows(reader, place);
    }
    const { marks, hidden } = await seen(reader);
    assert.deepEqual([[...new Set(marks)], hidden], [[word], []], where);
    await (await field(reader)).click();
    await reader.press("Escape");
  }
});

/** The same word as signs write it that look alike, the plain form first. */
const ALIKE = [
  ["한-아세안", "한–아세안", "한·아세안", "한ㆍ아세안", "한・아세안", "한‧아세안", "한•아세안"],
  ["ASEAN", "ＡＳＥＡＮ"],
  ["베트남", "베트남\u200b"],
  ["COVID-19", "COVID–19", "COVID\u201119"],
  ["ASEAN's", "ASEAN’s"],
];

onPage("signs that look alike find the same", { lang: "ko" }, async ({ reader, page }) => {
  for (const [plain, ...others] of ALIKE) {
    const found = [];
    for (const word of [plain, ...others]) {
      await (await field(reader)).click();
      await page.keyboard.sendCharacter(word);
      found.push(await status(reader));
      await reader.press("Escape");
    }
    assert.match(found[0], /결과 [1-9]/);
    assert.deepEqual(found.slice(1), others.map(() => found[0]), `${others} as ${plain}`);
  }
});

onPage("a search holds in the other language, in another dataset and beside the filter", {}, async ({ reader, page }) => {
  await (await field(reader)).click();
  await page.keyboard.type("베트남");
  await assertFinds(reader, "베트남", "en");
  await reader.run(() => document.querySelector("rok-asean-map").setAttribute("lang", "ko"));
  await reader.settled();
  const { value, marks } = await assertFinds(reader, "베트남", "ko");
  assert.equal(value, "베트남");
  assert.ok(isMarked(marks, "베트남"));
  const other = edited((data) => (data.facts = data.facts.filter((fact, at) => fact.country !== "VN" || at % 2)));
  await reader.run(async (other) => {
    const map = document.querySelector("rok-asean-map");
    map.data = other;
    await map.ready;
  }, withoutLoose(other));
  const { list } = await seen(reader);
  assert.ok(list.includes("VN"));
  assert.deepEqual(ids((await look(reader)).facts), ids(wanted("ASEAN", "베트남", other)), "in the other dataset");
  await clickText(reader, "filter", data.pillars[1].name.ko);
  const both = wanted("ASEAN", "베트남", other).filter(({ pillar }) => pillar === data.pillars[1].id);
  assert.deepEqual(ids((await look(reader)).facts), ids(both));
});

/** Without the sources that no fact uses any more. */
function withoutLoose(data) {
  const text = JSON.stringify({ ...data, sources: undefined });
  data.sources = Object.fromEntries(Object.entries(data.sources).filter(([id]) => text.includes(`"${id}"`)));
  return data;
}

const ODD = [".*", "[a-z]+(", "\\d", "<b>x</b>", "%s", "😀👩‍👩‍👧", "a".repeat(10_000), "가 ".repeat(5_000), "\u0301\u0301", "   "];

onPage("odd input is only text", { lang: "en" }, async ({ reader, page }) => {
  for (const text of ODD) {
    await (await field(reader)).focus();
    await (await page.createCDPSession()).send("Input.insertText", { text });
    await reader.settled();
    const { value, marks } = await seen(reader);
    assert.equal(value, text);
    assert.ok(marks.every((mark) => mark.trim()), "no empty mark");
    if (!text.trim() || text.startsWith("\u0301")) assert.deepEqual(ids((await lookInto(reader)).facts), ids(facts("ASEAN")));
    await reader.press("Escape");
    assert.equal((await seen(reader)).value, "");
  }
});
