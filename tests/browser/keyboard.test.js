// The map by keyboard alone: every country, the filter, in and out again; what is announced, where the focus goes.
import assert from "node:assert/strict";
import { onPage, TAG } from "./harness/stage.js";
import { COUNTRIES, country, dataset, facts } from "./harness/data.js";
import { attend, heard, said, spoken } from "./harness/hearing.js";
import { clickCountry, clickText, focus, look, openAll, shows, tabTo } from "./harness/read.js";
import { walkTo } from "./harness/walk.js";
import { LANGS, SCENES, WIDTHS, enter, pageOf, prepare } from "./harness/states.js";

const data = dataset();
const FORMS = [{ width: 1280, lang: "en" }, { width: 320, lang: "ko" }];
const OVERVIEW = { en: "Overview", ko: "개요" };
const short = (code, lang) => country(code).name[lang].short;

const onMap = ({ home, country }) => home === "map" && Boolean(country);

/** Said once, in few words: these, and this number. */
async function assertToldOnce(reader, words, count) {
  const [first, ...more] = said(await spoken(reader));
  assert.deepEqual(more, [], "said once");
  assert.ok(first.length <= 60, `said shortly: ${first}`);
  assert.ok(first.startsWith(words), `${first} names ${words}`);
  assert.deepEqual(first.match(/\d+(?= entr|건)/g).map(Number), [count], first);
}

const isHeading = (reader) =>
  reader.run(() => /^h[2-6]$/.test(document.querySelector("rok-asean-map").shadowRoot.activeElement?.localName ?? ""));

for (const { width, lang } of FORMS) {
  const form = `${lang}, ${width} px`;

  onPage(`the keyboard opens all eleven from the map and goes back there (${form})`, { width, lang }, async ({ reader }) => {
    await tabTo(reader, onMap);
    await attend(reader);
    await reader.forget();
    const known = new Map();
    for (const [index, code] of COUNTRIES.entries()) {
      await walkTo(reader, known, code);
      assert.deepEqual(said(await heard(reader)), [], "arrows say nothing by themselves");
      await reader.press(index % 2 ? "Space" : "Enter");
      await shows(reader, code);
      assert.equal((await focus(reader)).home, "card");
      assert.ok(await isHeading(reader), "reading goes on at the card's heading");
      await assertToldOnce(reader, short(code, lang), facts(code).length);
      if (index % 3) await reader.press("Escape");
      else await backByButton(reader);
      await shows(reader, null);
      await assertToldOnce(reader, OVERVIEW[lang], facts("ASEAN").length);
      assert.deepEqual((({ part, country }) => [part, country])(await focus(reader)), ["country", code]);
    }
    const wanted = COUNTRIES.flatMap((code) => [{ country: code, via: "map" }, { country: null, via: "card" }]);
    assert.deepEqual(await reader.details("map-select"), wanted);
  });

  onPage(`the keyboard filters, and stays where it is (${form})`, { width, lang }, async ({ reader }) => {
    await tabTo(reader, ({ home, tag }) => home === "filter" && tag === "button");
    await attend(reader);
    for (const { id, name } of data.pillars) {
      await reader.press("Tab", "Space");
      assert.deepEqual((await look(reader)).pressed, [name[lang]]);
      assert.equal((await focus(reader)).tag, "button", "the focus stays on the button");
      await assertToldOnce(reader, `${OVERVIEW[lang]}, ${name[lang]}: `, facts("ASEAN", { pillar: id }).length);
    }
    await reader.press("Tab", "Enter");
    assert.equal((await focus(reader)).action, "find", "the focus stays on the button that opens what stands for finding");
    await reader.press("Tab");
    assert.equal((await focus(reader)).part, "search");
    await reader.press("Tab");
    assert.equal((await focus(reader)).tag, "select");
    await reader.press("ArrowDown");
    const [{ id, name, initiatives }] = data.pillars;
    const [first] = initiatives;
    await assertToldOnce(reader, `${OVERVIEW[lang]}, ${first.name[lang]}: `, facts("ASEAN", { initiative: first.id }).length);
    const seen = await look(reader);
    assert.deepEqual([seen.pressed, seen.initiative, seen.attributes.pillar], [[name[lang]], first.name[lang], id]);
    assert.equal((await focus(reader)).tag, "select", "the focus stays on the list");
  });
}

const BETWEEN = `<a href="#before">Before</a>${TAG}<a href="#after">After</a>`;

/** Every place where Tab stops inside of the map, until it is out again. */
async function stops(reader) {
  const found = [];
  for (let presses = 0; presses < 300; presses++) {
    await reader.press("Tab");
    const at = await focus(reader);
    if (!at.inside && at.tag === "a") return found;
    if (at.inside) found.push(at);
  }
  assert.fail(`Tab never left the map: ${JSON.stringify(found.slice(-3))}`);
}

const backwards = async (reader, inside) => {
  await reader.page.keyboard.down("Shift");
  const result = await inside();
  await reader.page.keyboard.up("Shift");
  return result;
};

for (const lang of LANGS) {
  onPage(`the map is one stop for Tab, wherever its focus is (${lang})`, { body: BETWEEN, lang }, async ({ reader }) => {
    const count = (found) => found.filter(({ home }) => home === "map").length;
    const start = () => reader.run(() => document.querySelector("a").focus());
    const round = async () => (await start(), stops(reader));
    assert.equal(count(await round()), 1);
    assert.equal(count(await backwards(reader, () => stops(reader))), 1, "backwards too");
    for (const key of ["End", "ArrowUp", "Home", "ArrowRight"]) {
      await start();
      await tabTo(reader, onMap);
      await reader.press(key);
      const { country } = await focus(reader);
      assert.deepEqual((await round()).filter(({ home }) => home === "map").map((one) => one.country), [country], `after ${key}`);
    }
    await clickCountry(reader, "KH");
    await shows(reader, "KH");
    assert.deepEqual((await round()).filter(({ home }) => home === "map").map((one) => one.country), ["KH"], "the open country is the stop");
  });
}

const isThere = (scene) => (scene === "loading" ? 0 : 11);

for (const scene of SCENES) {
  for (const width of WIDTHS) {
    const state = { scene, lang: width === 390 || width === 768 ? "ko" : "en", skin: "light" };
    const setUp = ({ server, page }) => prepare(state, server, page);
    onPage(`Tab goes in and out, forwards and backwards, and what has the focus is seen (${scene}, ${width} px)`, { ...pageOf(state), setUp, width }, async ({ reader, page }) => {
      await enter(state, page);
      // An address leads the focus into the map.
      if (pageOf(state).hash) await reader.until(() => document.activeElement.shadowRoot?.activeElement);
      await reader.run(() => {
        const link = () => Object.assign(document.createElement("a"), { href: "#x", textContent: "Page" });
        const map = document.querySelector("rok-asean-map");
        map.before(link());
        map.after(link());
        map.previousElementSibling.focus();
      });
      await reader.forget();
      const hidden = [];
      const walk = async () => {
        const ways = [];
        for (let presses = 0; presses < 200; presses++) {
          await reader.press("Tab");
          const at = await focus(reader);
          if (!at.inside) return ways;
          ways.push(await where(reader));
          const unseen = await reader.run(unseenFocus);
          if (unseen) hidden.push(unseen);
        }
        assert.fail("Tab never left the map");
      };
      const there = await walk();
      const back = await backwards(reader, walk);
      assert.ok(there.length >= isThere(scene), `${there.length} stops`);
      assert.equal(new Set(there).size, there.length, "no stop comes twice");
      assert.deepEqual(back.reverse(), there, "the same stops backwards");
      assert.deepEqual(hidden, [], "the focus is seen");
      assert.deepEqual(await reader.events(), [], "passing through changes nothing");
    });
  }
}

/** The focused element by its place in the map. */
const where = (reader) =>
  reader.run(() => {
    const root = document.querySelector("rok-asean-map").shadowRoot;
    return [...root.querySelectorAll("*")].indexOf(root.activeElement);
  });

/** What is wrong with how the focus shows: nothing drawn around it, out of the window, or under something else. */
function unseenFocus() {
  const root = document.querySelector("rok-asean-map").shadowRoot;
  const at = root.activeElement;
  const marks = [at, ...at.querySelectorAll("*")].map((one) => getComputedStyle(one));
  const drawn = marks.some(({ outlineStyle, outlineWidth, strokeWidth }) => (outlineStyle !== "none" && parseFloat(outlineWidth) >= 4) || parseFloat(strokeWidth) >= 4);
  const boxes = [...at.getClientRects()].filter(({ width, height }) => width && height);
  const inWindow = boxes.some(({ bottom, right, top, left }) => bottom > 0 && right > 0 && top < innerHeight && left < innerWidth);
  const [box] = boxes;
  const over = box && root.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  const covered = over && !at.contains(over) && !over.contains(at) && !over.closest("svg");
  return drawn && inWindow && !covered ? null : `${at.outerHTML.slice(0, 80)} ${drawn} ${inWindow} ${covered}`;
}

async function backByButton(reader) {
  await reader.press("Tab");
  assert.equal((await focus(reader)).action, "close", "the way back stands beside the heading");
  await reader.press("Enter");
}

onPage("Escape from anywhere in the card goes back to where the reader came from", {}, async ({ reader }) => {
  for (const [from, part] of [[onMap, "country"], [({ part }) => part === "list-item", "list-item"]]) {
    await reader.run(() => document.activeElement?.blur());
    const { country } = await tabTo(reader, from);
    await reader.press("Enter");
    await shows(reader, country);
    await openAll(reader);
    await tabTo(reader, ({ home, part }) => home === "card" && part === "source");
    await reader.press("Escape");
    await shows(reader, null);
    assert.deepEqual((({ part, country }) => [part, country])(await focus(reader)), [part, country]);
  }
});

onPage("a mouse opens a card without taking the focus to its heading", {}, async ({ reader }) => {
  await attend(reader);
  await clickText(reader, "list", "Thailand");
  await shows(reader, "TH");
  await assertToldOnce(reader, "Thailand", facts("TH").length);
  assert.equal(await isHeading(reader), false);
  await clickCountry(reader, "SG");
  await shows(reader, "SG");
  await assertToldOnce(reader, "Singapore", facts("SG").length);
  assert.equal(await isHeading(reader), false);
});

onPage("what the page opens takes no focus and is not announced", { body: `${TAG}<input id="own">` }, async ({ reader }) => {
  await reader.run(() => document.querySelector("#own").focus());
  await attend(reader);
  await reader.run(() => document.querySelector("rok-asean-map").select("VN"));
  await shows(reader, "VN");
  assert.equal(await reader.run(() => document.activeElement.id), "own");
  assert.deepEqual(await heard(reader), []);
  await clickText(reader, "list", "Thailand");
  await assertToldOnce(reader, "Thailand", facts("TH").length);
});

onPage("letters, and keys with a modifier, do nothing on the map or the list", {}, async ({ reader, page }) => {
  await reader.run(() => {
    window[Symbol.for("taken")] = [];
    addEventListener("keydown", (event) => event.defaultPrevented && window[Symbol.for("taken")].push(event.key));
  });
  for (const from of [({ part }) => part === "list-item", onMap]) {
    const at = await tabTo(reader, from);
    await reader.forget();
    for (const key of "abcdefghijklmnopqrstuvwxyz0123456789?/+-") await page.keyboard.press(key);
    for (const modifier of ["Control", "Alt", "Meta"]) {
      await page.keyboard.down(modifier);
      await reader.press("ArrowUp", "ArrowDown");
      await page.keyboard.up(modifier);
    }
    assert.deepEqual(await focus(reader), at);
    assert.deepEqual(await reader.events(), []);
    assert.deepEqual(await reader.run(() => window[Symbol.for("taken")]), []);
  }
});
