// What the map is made of, for a reader who does not see it: headings, lists, dates, languages, marks of state.
import assert from "node:assert/strict";
import { onPage } from "./harness/stage.js";
import { COUNTRIES, country, dataset, facts, spoken } from "./harness/data.js";
import { LANGS, SCENES, enter, pageOf, prepare } from "./harness/states.js";

const data = dataset();

/** A test in each state, in each language. */
function inEachState(name, inside, scenes = SCENES) {
  for (const scene of scenes) {
    for (const lang of LANGS) {
      const state = { scene, lang, skin: "light" };
      const setUp = ({ server, page }) => prepare(state, server, page);
      onPage(`${name} (${scene}, ${lang})`, { ...pageOf(state), setUp }, async (stage) => {
        await enter(state, stage.page);
        await inside({ ...stage, ...state });
      });
    }
  }
}

const PAINTED = SCENES.filter((scene) => scene !== "loading");

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

/** What the headings of a state say, in order: `[depth below the title, words]`. */
function expected(scene, lang) {
  const about = scene === "card" ? "VN" : "ASEAN";
  const pillar = scene === "filter" ? data.pillars.at(-1).id : undefined;
  const shared = { en: "Cooperation with ASEAN as a whole", ko: "아세안 전체와의 협력" }[lang];
  const top = about === "VN" ? [[1, country("VN").name[lang].formal]] : [[1, data.release.title[lang]], [2, shared]];
  return [[0, data.title[lang]], ...top, ...pillars(facts(about, { pillar }), lang, top.length + 1)];
}

function pillars(shown, lang, depth) {
  return data.pillars.flatMap(({ id, name, initiatives }) => {
    const groups = initiatives.filter((one) => shown.some(({ initiative }) => initiative === one.id));
    const below = groups.map((one) => [depth + 1, one.name[lang]]);
    return shown.some(({ pillar }) => pillar === id) ? [[depth, name[lang]], ...below] : [];
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
      dangling: [...root.querySelectorAll("[aria-labelledby]")].filter((one) => !root.getElementById(one.getAttribute("aria-labelledby"))).length,
    };
  });
  assert.deepEqual(found, { application: 0, ids: [], positive: 0, unnamed: [], dangling: 0 });
});

inEachState(
  "lists are lists: the countries, the facts of each initiative, points and milestones",
  async ({ reader, scene, lang }) => {
    const lists = await inMap(reader, (root) =>
      [...root.querySelectorAll("ul,ol")].map((list) => ({
        role: list.getAttribute("role"),
        odd: [...list.children].filter(({ localName }) => localName !== "li").length,
        size: list.children.length,
        facts: [...list.children].filter((item) => item.dataset.fact).length,
      })),
    );
    const strays = await inMap(reader, (root) => [...root.querySelectorAll("li")].filter((item) => !item.parentElement.matches("ul,ol")).length);
    assert.equal(strays, 0);
    assert.ok(lists.every(({ odd, size }) => odd === 0 && size > 0));
    const sizes = lists.map(({ size }) => size);
    const wanted = expected(scene, lang).filter(([, words]) => data.pillars.some(({ initiatives }) => initiatives.some(({ name }) => name[lang] === words)));
    assert.equal(lists.filter(({ facts }) => facts).length, wanted.length, "one list for each initiative");
    assert.ok(sizes.includes(COUNTRIES.length));
    if (scene === "overview") for (const one of [data.release.points, data.milestones]) assert.ok(sizes.includes(one.length), `${sizes}`);
  },
  PAINTED,
);

inEachState(
  "every date is a time element that says what its datetime is",
  async ({ reader, lang }) => {
    const times = await inMap(reader, (root) => [...root.querySelectorAll("time")].map((one) => [one.getAttribute("datetime"), one.textContent]));
    assert.ok(times.length > 3);
    for (const [when, words] of times) assert.equal(words, spoken(when, lang));
    const loose = await inMap(reader, (root) => {
      const copy = root.querySelector("[part~=card],[part~=overview]").cloneNode(true);
      copy.querySelectorAll("time, a, [part~=source]").forEach((one) => one.remove());
      return [...copy.querySelectorAll(".when, dt, .sources")].map((one) => one.textContent).filter((words) => /(19|20)\d\d/.test(words));
    });
    // A publisher's name may hold a year; a line that is a date may not stand outside of `time`.
    const publishers = Object.values(data.sources).map(({ publisher }) => publisher);
    assert.deepEqual(loose.filter((words) => !publishers.some((name) => /(19|20)\d\d/.test(name) && words.includes(name))), []);
  },
  PAINTED,
);

inEachState(
  "a title in another language carries its lang, and says so",
  async ({ reader, lang }) => {
    const shown = await inMap(reader, (root) =>
      [...root.querySelectorAll("[part~=source]")].map((one) => {
        let after = "";
        for (let next = one.nextSibling; next && next.textContent !== "; " && !next.matches?.("[part~=source]"); next = next.nextSibling) after += next.textContent;
        return { title: one.textContent, lang: one.closest("[lang]").lang, own: one.getAttribute("lang"), after };
      }),
    );
    const known = Object.values(data.sources);
    let foreign = 0;
    for (const one of shown) {
      const langs = known.filter(({ title }) => title === one.title).map((source) => source.lang);
      assert.ok(langs.some((tag) => tag.split("-")[0] === one.lang.split("-")[0]), `${one.title}: ${one.lang}, not ${langs}`);
      if (one.lang.split("-")[0] === lang) continue;
      foreign += 1;
      const name = new Intl.DisplayNames([lang], { type: "language" }).of(one.lang);
      assert.ok(one.after.includes(name), `${one.title} says that it is in ${name}: ${one.after}`);
    }
    assert.ok(foreign > 0, "some source is in another language");
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

inEachState("the open country alone is current, one filter alone is pressed", async ({ reader, scene }) => {
  const { current, pressed, buttons } = await inMap(reader, (root) => ({
    current: [...root.querySelectorAll("[aria-current]")].map((one) => [one.getAttribute("part"), one.dataset.country, one.ariaCurrent]),
    pressed: [...root.querySelectorAll("[part~=filter] [aria-pressed=true]")].map((one) => one.innerText.trim()),
    buttons: root.querySelectorAll("[part~=filter] [aria-pressed]").length,
  }));
  const open = scene === "card" ? [["list-item", "VN", "true"], ["country", "VN", "true"]] : [];
  assert.deepEqual(current, open);
  assert.equal(pressed.length, scene === "loading" ? 0 : 1);
  assert.equal(buttons, scene === "loading" ? 0 : data.pillars.length + 1);
});

onPage("a fact that the address names is current, and no other", { hash: "#map=VN/vn-fta-in-force" }, async ({ reader }) => {
  const current = await inMap(reader, (root) => [...root.querySelectorAll("[part~=fact][aria-current]")].map((one) => one.dataset.fact));
  assert.deepEqual(current, ["vn-fta-in-force"]);
});
