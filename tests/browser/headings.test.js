// What the map is made of, for a reader who does not see it: headings, lists, dates, languages, marks of state.
import assert from "node:assert/strict";
import { onPage } from "./harness/stage.js";
import { COUNTRIES, country, dataset, facts, noted, sources, spoken } from "./harness/data.js";
import { openAll } from "./harness/read.js";
import { LANGS, SOUGHT, WHOLE, enter, pageOf, prepare } from "./harness/states.js";

const data = dataset();

/** A test in each state, in each language, with all that can be opened open. */
function inEachState(name, inside, scenes = WHOLE) {
  for (const scene of scenes) {
    for (const lang of LANGS) {
      const state = { scene, lang, skin: "light" };
      const setUp = ({ server, page }) => prepare(state, server, page);
      onPage(`${name} (${scene}, ${lang})`, { ...pageOf(state), setUp }, async (stage) => {
        await enter(state, stage.page);
        await openAll(stage.reader);
        await inside({ ...stage, ...state });
      });
    }
  }
}

const PAINTED = WHOLE.filter((scene) => scene !== "loading");

/** `inside` run on the map's root. */
const inMap = (reader, inside, ...given) =>
  reader.run(`(${inside})(document.querySelector("rok-asean-map").shadowRoot, ...${JSON.stringify(given)})`);

/** The headings of the map as `{level, words}`, in reading order. */
const outline = (reader) =>
  inMap(reader, (root) =>
    [...root.querySelectorAll("h1,h2,h3,h4,h5,h6")].map((one) => ({ level: +one.localName[1], words: one.innerText.trim() })),
  );

const setLevel = (reader, level) =>
  reader.run((level) => document.querySelector("rok-asean-map").setAttribute("heading-level", level), level);

/** Those that a state shows: under a search, what says what is sought. */
const kept = (scene, things) =>
  scene === "search" ? things.filter((one) => JSON.stringify([one, sources(one.sources ?? [])]).includes(SOUGHT)) : things;

/** The facts that a state shows. */
const shown = (scene) => kept(scene, facts(scene === "entry" ? "VN" : "ASEAN", { pillar: scene === "search" && data.pillars.at(-1).id }));

/** The points and milestones that it shows. */
const points = (scene) => kept(scene, data.release.points);
const milestones = (scene) => kept(scene, data.milestones);

/** What the headings of a state say, in order: `[depth below the title, words]`. */
function expected(scene, lang) {
  const title = [0, data.title[lang]];
  if (scene === "entry") return [title, [1, country("VN").name[lang].formal], ...pillars(scene, lang, 2)];
  const [discussed, shared, steps] = PARTS[lang];
  const part = (words, things, inside) => (things.length ? [[2, words], ...inside] : []);
  return [
    title, [1, data.release.title[lang]], ...part(discussed, points(scene), []), [2, shared], ...pillars(scene, lang, 3),
    ...part(steps, milestones(scene), milestones(scene).map(({ title }) => [3, title[lang]])),
  ];
}

const PARTS = {
  en: ["What was discussed", "Cooperation with ASEAN as a whole", "Milestones in ROK-ASEAN relations"],
  ko: ["논의 내용", "아세안 전체와의 협력", "한-아세안 관계 주요 연혁"],
};

/** Each pillar with the titles of its facts, in the order of the initiatives. */
function pillars(scene, lang, depth) {
  return data.pillars.flatMap(({ id, name, initiatives }) => {
    const titles = initiatives.flatMap((one) => shown(scene).filter(({ initiative }) => initiative === one.id)).map(({ title }) => [depth + 1, title[lang]]);
    return shown(scene).some(({ pillar }) => pillar === id) ? [[depth, name[lang]], ...titles] : [];
  });
}

inEachState(
  "headings say what is there, at their level, and none is skipped",
  async ({ reader, scene, lang }) => {
    for (const level of [2, 3, 4, 5]) {
      await setLevel(reader, level);
      // HTML ends at h6: what would lie deeper stays there.
      const wanted = expected(scene, lang).map(([depth, words]) => ({ level: Math.min(level + depth, 6), words }));
      assert.deepEqual(await outline(reader), wanted);
      const levels = wanted.map((one) => one.level);
      levels.reduce((before, after) => (assert.ok(after <= before + 1, `${levels}`), after));
    }
  },
  PAINTED,
);

inEachState("the page's own headings and the map's make one outline", async ({ reader }) => {
  const levels = await reader.run(() => {
    const headings = (root) => [...root.querySelectorAll("h1,h2,h3,h4,h5,h6,rok-asean-map")];
    const all = headings(document).flatMap((one) => (one.shadowRoot ? headings(one.shadowRoot) : [one]));
    return all.map((one) => +one.localName[1]);
  });
  assert.equal(levels[0], 1);
  levels.reduce((before, after) => (assert.ok(after <= before + 1 && after > 1, `${levels}`), after));
});

inEachState("no role=application, no second id, no positive tabindex, no empty control", async ({ reader }) => {
  const found = await inMap(reader, (root) => {
    const ids = [...root.querySelectorAll("[id]")].map(({ id }) => id);
    const controls = [...root.querySelectorAll("a,button,select,summary,input")];
    const named = (one) => one.ariaLabel || one.textContent.trim() || one.labels?.[0]?.textContent.trim();
    return {
      application: root.querySelectorAll("[role=application]").length,
      ids: ids.filter((id, index) => ids.indexOf(id) !== index),
      positive: root.querySelectorAll('[tabindex]:not([tabindex="0"],[tabindex="-1"])').length,
      unnamed: controls.filter((one) => !named(one)).map((one) => one.outerHTML),
      dangling: [...root.querySelectorAll("[aria-labelledby],[aria-describedby]")].filter((one) => !root.getElementById(one.getAttribute("aria-labelledby") ?? one.getAttribute("aria-describedby"))).length,
    };
  });
  assert.deepEqual(found, { application: 0, ids: [], positive: 0, unnamed: [], dangling: 0 });
});

inEachState(
  "lists are lists, and each entry opens by a line that holds its date and its title as a heading",
  async ({ reader, scene, lang }) => {
    const [lists, strays, entries] = await inMap(reader, (root) => {
      const items = (list) => [list.children.length, [...list.children].every(({ localName }) => localName === "li")];
      const line = ([summary]) => [...summary.children].map((one) => [one.localName.replace(/\d/, ""), one.textContent]);
      return [
        [...root.querySelectorAll("[part~=list],[part~=overview] ul")].map(items),
        root.querySelectorAll(":not(ul) > li, ol").length,
        [...root.querySelectorAll("[part~=fact]")].map((fact) => [fact.localName, fact.dataset.fact, line(fact.children)]),
      ];
    });
    assert.deepEqual(lists, [COUNTRIES.length, ...(scene === "entry" || !points(scene).length ? [] : [points(scene).length])].map((size) => [size, true]));
    assert.equal(strays, 0);
    const wanted = shown(scene).map(({ id, date, title }) => ["details", id, [["time", noted(date, lang)], ["h", title[lang]]]]);
    assert.deepEqual(entries.sort(), wanted.sort());
  },
  PAINTED,
);

inEachState(
  "every date is a time element that says what its datetime is",
  async ({ reader, scene, lang }) => {
    const times = await inMap(reader, (root) => [...root.querySelectorAll("time")].map((one) => [one.dateTime, one.textContent, Boolean(one.closest("p"))]));
    assert.ok(times.length > shown(scene).length + milestones(scene).length);
    for (const [when, words, isInText] of times) assert.equal(words, (isInText ? spoken : noted)(when, lang));
    const loose = await inMap(reader, (root) => {
      const copy = root.querySelector("[part~=card],[part~=overview]").cloneNode(true);
      copy.querySelectorAll("time, a, h3, h4, h5, h6, [part~=source]").forEach((one) => one.remove());
      return [...copy.querySelectorAll("summary, .sources")].map((one) => one.textContent).filter((words) => /(19|20)\d\d/.test(words));
    });
    // A publisher's name may hold a year; a line that is a date may not stand outside of `time`.
    const publishers = Object.values(data.sources).map(({ publisher }) => publisher);
    assert.deepEqual(loose.filter((words) => !publishers.some((name) => /(19|20)\d\d/.test(name) && words.includes(name))), []);
  },
  PAINTED,
);

/** What shows that a publisher's name is in its language too. */
const LETTERS = { en: /^[ -~]+$/, ko: /[가-힣]/ };

inEachState(
  "a title in another language carries its lang, and says so",
  async ({ reader, scene, lang }) => {
    const seen = await inMap(reader, (root) =>
      [...root.querySelectorAll("[part~=source]")].map((one) => {
        let after = "";
        for (let next = one.nextSibling; next && next.textContent !== "; " && !next.matches?.("[part~=source]"); next = next.nextSibling) after += next.textContent;
        const next = one.nextSibling?.nextSibling;
        return { title: one.textContent, lang: one.closest("[lang]").lang, after, publisher: next?.lang && [next.lang, next.textContent] };
      }),
    );
    const known = Object.values(data.sources);
    let foreign = 0;
    for (const one of seen) {
      const source = known.find((source) => source.title === one.title && source.lang.split("-")[0] === one.lang.split("-")[0] && one.after.includes(source.publisher));
      assert.ok(source, `${one.title}: ${one.lang}${one.after}`);
      if (one.lang.split("-")[0] === lang) continue;
      foreign += 1;
      const name = new Intl.DisplayNames([lang], { type: "language" }).of(one.lang);
      assert.ok(one.after.includes(name), `${one.title} says that it is in ${name}: ${one.after}`);
      if (LETTERS[source.lang]?.test(source.publisher)) assert.deepEqual(one.publisher, [source.lang, source.publisher]);
    }
    const cited = [...shown(scene), ...milestones(scene)].flatMap((one) => sources(one.sources));
    assert.equal(foreign > 0, cited.some((source) => source.lang.split("-")[0] !== lang), "sources in another language");
  },
  PAINTED,
);

onPage("a country's names for itself carry their languages", {}, async ({ reader }) => {
  for (const { code, name, local } of data.countries) {
    await reader.run((code) => document.querySelector("rok-asean-map").select(code), code);
    const shown = await inMap(reader, (root) => [...root.querySelectorAll("[part~=card] > p > [lang]")].map((one) => [one.lang, one.textContent]));
    const wanted = local.filter((one) => one.name !== name.en.formal).map((one) => [one.lang, one.name]);
    assert.deepEqual(shown, wanted, code);
  }
});

inEachState("the open country and the entry that the address names are current, one filter alone is pressed", async ({ reader, scene }) => {
  const { current, pressed, buttons } = await inMap(reader, (root) => ({
    current: [...root.querySelectorAll("[aria-current]")].map((one) => [one.getAttribute("part"), one.dataset.country ?? one.dataset.fact, one.ariaCurrent]),
    pressed: [...root.querySelectorAll("[part~=filter] [aria-pressed=true]")].map((one) => one.innerText.trim()),
    buttons: root.querySelectorAll("[part~=filter] [aria-pressed]").length,
  }));
  const open = [["list-item", "VN"], ["country", "VN"], ["fact", "vn-fta-in-force"]].map((one) => [...one, "true"]);
  assert.deepEqual(current, scene === "entry" ? open : []);
  assert.equal(pressed.length, scene === "loading" ? 0 : 1);
  assert.equal(buttons, scene === "loading" ? 0 : data.pillars.length + 1);
});
