// The page that edits the data, used as a press officer does: open, change, see the issue, mend it, preview, save, publish.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { onPage, TAG } from "./harness/stage.js";
import { invalid } from "./harness/html.js";
import { dataset, edited } from "./harness/data.js";
import { clickText, look, shows } from "./harness/read.js";
import { barriers, shipped } from "./harness/still-read.js";
import {
  AXE_WRITES, choose, deskReady, drop, fileOf, give, press, retype, saved, says, side, tabTo, told, unfold, valueOf,
} from "./harness/desk.js";

const data = dataset();
const text = shipped("map.json");
const WORDS = {
  en: {
    path: "/edit.html", save: "Save map.json", undo: "Undo", redo: "Redo", add: "Add a fact", remove: "Remove", up: "Move up", down: "Move down",
    none: "No issues", one: "1 issue", date: /calendar date/, changed: "1 date changed", unchanged: "Nothing differs.", behind: "last state without issues",
    saved: "map.json is saved.", stays: "what is open stays", unsaved: "not saved yet", added: "1 fact added", rename: "Change the id", paste: "Open the text",
  },
  ko: {
    path: "/ko/edit.html", save: "map.json 저장", undo: "실행 취소", redo: "다시 실행", add: "협력 사례 추가", remove: "삭제", up: "위로 이동", down: "아래로 이동",
    none: "문제가 없습니다", one: "문제 1건", date: /실제 날짜/, changed: "날짜 1건 변경", unchanged: "차이가 없습니다.", behind: "문제가 없던 마지막 상태",
    saved: "map.json 파일을 저장했습니다.", stays: "그대로입니다", unsaved: "아직 저장되지 않았습니다", added: "협력 사례 1건 추가", rename: "식별자 변경", paste: "내용 열기",
  },
};

/** A test on the desk in each language. */
function onDesk(name, inside, settings = {}) {
  for (const lang of ["en", "ko"]) {
    const words = WORDS[lang];
    onPage(`${name} (${lang})`, { path: words.path, ready: 0, ...settings }, async (stage) => {
      await deskReady(stage.reader);
      await inside({ ...stage, lang, words });
    });
  }
}

const VN = data.facts.findIndex(({ id }) => id === "vn-flood-relief");
const FACT = `facts[${VN}]`;

for (const { path } of Object.values(WORDS)) test(`${path} is valid HTML`, async () => assert.deepEqual(await invalid(shipped(path.slice(1))), []));

onDesk("what was not edited is saved byte for byte", async ({ reader, page, context, words }) => {
  assert.equal(await saved(page, context, () => press(page, words.save)), text);
  await says(reader, "#status", words.saved);
});

onDesk("a press officer's whole task: open, change a date, see the issue, mend it, preview, save, publish", async ({ reader, page, context, server, lang, words }) => {
  await unfold(page, "facts", FACT);
  await retype(page, `${FACT}.date`, "2020-02-30");
  await says(reader, "#issue-count", words.one);
  const flawed = await told(page, `${FACT}.date`);
  assert.ok(flawed.invalid && words.date.test(flawed.about), flawed.about);
  const [issue] = (await side(reader)).issues;
  assert.ok(issue.includes(data.facts[VN].title[lang]) && words.date.test(issue), issue);
  assert.ok((await side(reader)).preview.includes(words.behind));

  await retype(page, `${FACT}.date`, "2020-02-29");
  await says(reader, "#issue-count", words.none);
  assert.equal((await told(page, `${FACT}.date`)).invalid, false);
  assert.equal((await side(reader)).difference, words.changed);
  assert.ok((await side(reader)).changes[0].endsWith(`${data.facts[VN].date} → 2020-02-29`));

  await page.$eval("#preview", (map) => map.scrollIntoView());
  await reader.heard("map-ready");
  await clickText(reader, "list", data.countries.find(({ code }) => code === "VN").name[lang].short);
  await shows(reader, "VN");
  await reader.until(() => document.querySelector("#preview").shadowRoot.querySelector('[data-fact="vn-flood-relief"] time').dateTime === "2020-02-29");

  const file = await saved(page, context, () => press(page, words.save));
  assert.deepEqual(JSON.parse(file), edited((data) => (data.facts[VN].date = "2020-02-29")));
  const lines = (text) => text.split("\n");
  assert.equal(lines(file).filter((line, index) => line !== lines(text)[index]).length, 1, "one line of the file differs");

  server.json("/press/map.json", file);
  server.text("/press/release.html", `<!doctype html><html lang="${lang}"><title>Release</title><body>${TAG.replace(" defer", ` defer data-src="map.json" data-country="VN"`)}</body></html>`);
  await page.goto(`${server.url}/press/release.html`);
  await shows(reader, "VN");
  await reader.until(() => document.querySelector("rok-asean-map").shadowRoot.querySelector('[data-fact="vn-flood-relief"] time').dateTime === "2020-02-29");
  assert.deepEqual(await reader.events("map-error"), []);
});

onDesk("an issue leads the keyboard to its field, alone", async ({ reader, page, words }) => {
  await tabTo(page, "[data-path=asOf] input, [data-path=edition] summary");
  await page.keyboard.press("Enter");
  await tabTo(page, "[data-path=asOf] input");
  await page.keyboard.press("End");
  await page.keyboard.press("Backspace");
  await reader.until(() => document.querySelector("#issues button"));
  await tabTo(page, ".forms summary");
  await page.keyboard.down("Shift");
  await tabTo(page, "#issues button");
  await page.keyboard.up("Shift");
  await page.keyboard.press("Enter");
  assert.equal(await reader.run(() => document.activeElement.closest("[data-path]").dataset.path), "asOf");
  await page.keyboard.press("End");
  await page.keyboard.type("6");
  await says(reader, "#issue-count", words.none);
  await page.keyboard.down("Shift");
  await tabTo(page, "#undo");
  await page.keyboard.up("Shift");
  await page.keyboard.press("Space");
  await says(reader, "#difference", words.unchanged);
});

onDesk("issues stand beside fields of folds that open later, and on the folds", async ({ reader, page, words }) => {
  await give(page, "#open-file", fileOf(JSON.stringify(edited((data) => {
    data.countries[2].capital.ko = "";
    data.facts[3].sources = ["no-such-source"];
    Object.values(data.sources)[0].url = "example.org";
  }))));
  await reader.until(() => document.querySelectorAll("#issues > li").length >= 3);
  const badge = (path) => page.$eval(`details[data-path='${path}'] > summary .badge`, ({ textContent }) => textContent);
  assert.equal(await badge("countries"), words.one);
  assert.equal(await badge("countries[2]"), words.one);
  await unfold(page, "countries", "countries[2]", "facts", "facts[3]");
  assert.ok((await told(page, "countries[2].capital.ko")).invalid);
  assert.ok((await told(page, "facts[3].sources[0]")).about.includes("no-such-source"));
  const ways = await page.$$("#issues button");
  await ways.at(-1).click();
  const at = await reader.run(() => document.activeElement.closest("[data-path]").dataset.path);
  assert.ok(at.startsWith("sources["), at);
});

onDesk("facts are added, moved and removed; undo and redo bring all back", async ({ reader, page, words }) => {
  await unfold(page, "facts");
  const count = () => page.$$eval("[data-path=facts] .items > li", (all) => all.length);
  await press(page, words.add);
  assert.equal(await count(), data.facts.length + 1);
  assert.equal(await reader.run(() => document.activeElement.closest("[data-path]").dataset.path), `facts[${data.facts.length}].id`, "the keyboard is in the new fact");
  await says(reader, "#difference", words.added);
  const added = `facts[${data.facts.length}]`;
  await press(page, words.up, `[data-path='${added}']`);
  assert.equal(await valueOf(page, `facts[${data.facts.length - 1}].id`), "");
  assert.equal(await reader.run(() => document.activeElement.textContent), words.up, "the keyboard goes along");
  await press(page, words.remove, `[data-path='facts[${data.facts.length - 1}]']`);
  assert.equal(await count(), data.facts.length);
  assert.notEqual(await reader.run(() => document.activeElement.localName), "body");
  await says(reader, "#difference", words.unchanged);
  await press(page, words.undo);
  assert.equal(await count(), data.facts.length + 1);
  for (let presses = 0; presses < 2; presses++) await press(page, words.undo);
  assert.equal(await count(), data.facts.length);
  assert.equal(await page.$eval("#undo", ({ disabled }) => disabled), true);
  assert.equal(await reader.run(() => document.activeElement.id), "redo");
  await press(page, words.redo);
  assert.equal(await count(), data.facts.length + 1);
});

onDesk("a source's new id goes wherever the source is named", async ({ reader, page, context, words }) => {
  const [old] = Object.keys(data.sources);
  await unfold(page, "sources", `sources["${old}"]`);
  await page.$eval(`details[data-path='sources["${old}"]'] input`, (input) => (input.value = "a-new-id"));
  await press(page, words.rename);
  await says(reader, "#issue-count", words.none);
  const file = await saved(page, context, () => press(page, words.save));
  assert.equal(file, text.replaceAll(`"${old}"`, `"a-new-id"`));
});

onDesk("every kind of field is edited in plain forms, both languages side by side", async ({ reader, page, context, words }) => {
  await unfold(page, "release", "countries", "countries[0]", "facts", FACT, "places", "places[0]");
  const sides = await page.$$eval(`[data-path='${FACT}.title'] input`, (all) => all.map((one) => [one.lang, one.getBoundingClientRect().top]));
  assert.deepEqual(sides, [["en", sides[0][1]], ["ko", sides[0][1]]]);
  await retype(page, "release.format.en", "online");
  await retype(page, "countries[0].name.ko.short", "브루나이국");
  await retype(page, "countries[0].profile[1].date", "");
  await choose(page, `${FACT}.status`, "ongoing");
  await retype(page, `${FACT}.sources[0]`, Object.keys(data.sources)[0]);
  await retype(page, "places[0].lon", "130.9");
  const file = await saved(page, context, () => press(page, words.save));
  const wanted = edited((data) => {
    data.release.format.en = "online";
    data.countries[0].name.ko.short = "브루나이국";
    data.countries[0].profile[1].date = null;
    data.facts[VN].status = "ongoing";
    data.facts[VN].sources[0] = Object.keys(data.sources)[0];
    data.places[0].lon = 130.9;
  });
  assert.equal(file, `${JSON.stringify(wanted, null, 1)}\n`);
});

const later = () => edited((data) => {
  data.asOf = "2022-01-31";
  data.version = "2";
  data.facts[0].date = "2021-12";
  data.facts.push({ ...structuredClone(data.facts[1]), id: "one-more" }, { ...structuredClone(data.facts[2]), id: "two-more" });
});

onDesk("a later edition is opened by picker, and a second one is compared with it in words", async ({ reader, page, lang }) => {
  await give(page, "#open-file", fileOf(JSON.stringify(later()), "later.json"));
  const told = { en: "1 edition mark changed, 1 as-of date changed, 2 facts added, 1 date changed", ko: "버전 1건 변경, 기준일 1건 변경, 협력 사례 2건 추가, 날짜 1건 변경" }[lang];
  await says(reader, "#difference", told);
  assert.ok((await side(reader)).opened.includes("later.json"));
  await give(page, "#compare-file", fileOf(JSON.stringify({ ...later(), version: "3" }), "third.json"));
  await says(reader, "#against", "third.json");
  assert.equal((await side(reader)).difference, { en: "1 edition mark changed", ko: "버전 1건 변경" }[lang]);
  await page.click("#compare-published");
  await says(reader, "#difference", told);
});

const BAD = [
  ["a file of 20 MB", () => `"${"x".repeat(20 << 20)}"`, /16 ?MB/],
  ["UTF-16", () => Buffer.from(`\ufeff${text}`, "utf16le"), /UTF-16/],
  ["a picture", () => readFileSync("tests/picture.png"), /UTF-8/],
  ["a comment", () => text.replace(` "asOf"`, ` // the day\n "asOf"`), /(Line 5, column 2|5행 2열)/],
  ["a trailing comma", () => text.replace(/\n}\n$/, ",\n}\n"), /(comma after the last item|마지막 항목 뒤에 쉼표)/],
  ["a newer format", () => text.replace(`"schema": 1`, `"schema": 2`), /(newer format|새로운 형식)/],
  ["an older format", () => text.replace(`"schema": 1`, `"schema": 0`), /(no such format|없는 형식)/],
  ["no JSON", () => "Dear colleagues,", /(Line 1, column 1|1행 1열)/],
  ["another file of JSON", () => `{"name":"x"}`, /schema/],
  ["a misspelt field", () => text.replace(`"capital"`, `"capitol"`), /capital/],
];

for (const [what, make, words] of BAD) {
  onDesk(`${what} is refused with a sentence, and nothing is lost`, async ({ reader, page, words: { stays, changed } }) => {
    await unfold(page, "facts", FACT);
    await retype(page, `${FACT}.date`, "2020-02-29");
    await says(reader, "#difference", changed);
    await drop(page, fileOf(make(), "bad.json"));
    await says(reader, "#refusal", "bad.json");
    const { refusal, refused, difference } = await side(reader);
    assert.ok(refusal.includes(stays), refusal);
    assert.match([refusal, ...refused].join(" "), words);
    assert.equal(difference, changed);
    assert.equal(await valueOf(page, `${FACT}.date`), "2020-02-29");
  });
}

onDesk("a file with a byte order mark opens, and is saved without", async ({ reader, page, context, words }) => {
  await drop(page, fileOf(`\ufeff${text}`, "marked.json"));
  await says(reader, "#opened", "marked.json");
  assert.equal(await saved(page, context, () => press(page, words.save)), text);
});

onDesk("letters that are stored in parts are joined when a file is opened and when they are typed, said so, and saved joined", async ({ reader, page, context, words }) => {
  const whole = edited((data) => (data.facts[VN].title.ko = "홍수 피해 지원"));
  const apart = edited((data) => {
    data.facts[VN].title.ko = "홍수 피해 지원".normalize("NFD");
    const local = data.countries.find(({ code }) => code === "VN").local[0];
    local.name = local.name.normalize("NFD");
    Object.values(data.sources)[0].url = `https://example.org/${"홍수".normalize("NFD")}`;
  });
  Object.values(whole.sources)[0].url = Object.values(apart.sources)[0].url;
  await give(page, "#open-file", fileOf(JSON.stringify(apart), "apart.json"));
  await says(reader, "#opened", "apart.json");
  const { status, count, changes } = await side(reader);
  assert.ok(/NFD.*NFC/.test(status) && / 2( texts|건)/.test(status), status);
  assert.ok(count.includes(words.none), count);
  assert.equal(changes.length, 2, "the title and the address");
  await unfold(page, "facts", FACT);
  await retype(page, `${FACT}.title.en`, "Cafe\u0301");
  await says(reader, "#issue-count", words.none);
  const asked = new Promise((tell) => page.once("dialog", (dialog) => tell(dialog.type(), dialog.dismiss())));
  page.reload().catch(() => {});
  assert.equal(await asked, "beforeunload");
  whole.facts[VN].title.en = "Café";
  assert.deepEqual(JSON.parse(await saved(page, context, () => press(page, words.save))), whole);
});

onDesk("pasted text opens, and where it is none the page says so", async ({ reader, page, words }) => {
  const fold = await page.evaluateHandle(() => document.querySelector("#paste").closest("details").querySelector("summary"));
  await fold.click();
  await press(page, words.paste);
  await reader.until(() => document.querySelector("#refusal").textContent);
  await page.$eval("#paste", (area, text) => (area.value = text), JSON.stringify(later()));
  await press(page, words.paste);
  await says(reader, "#opened", "2022-01-31");
  assert.equal((await side(reader)).refusal, "");
});

onDesk("a reload by accident is warned of, and the file is offered", async ({ reader, page, words }) => {
  await unfold(page, "facts", FACT);
  await retype(page, `${FACT}.date`, "2020-02-29");
  const asked = new Promise((tell) => page.once("dialog", (dialog) => tell(dialog.type(), dialog.dismiss())));
  page.reload().catch(() => {});
  assert.equal(await asked, "beforeunload");
  await says(reader, "#status", words.unsaved);
  assert.equal(await reader.run(() => document.activeElement.id), "save");
  assert.equal(await valueOf(page, `${FACT}.date`), "2020-02-29");
});

onDesk("nothing is asked of any other address, and nothing is kept", async ({ reader, page, server, words }) => {
  await unfold(page, "facts", FACT);
  await retype(page, `${FACT}.date`, "2020-02-29");
  await says(reader, "#difference", words.changed);
  assert.deepEqual(reader.requests.filter((url) => !url.startsWith(`${server.url}/`)), []);
  assert.deepEqual(await reader.run(() => [document.cookie, localStorage.length, sessionStorage.length]), ["", 0, 0]);
});

for (const scheme of ["light", "dark"]) {
  for (const width of [390, 1280]) {
    const settings = { width, media: [{ name: "prefers-color-scheme", value: scheme }], ...AXE_WRITES };
    onDesk(`axe finds nothing on the desk, with every kind of fold open and an issue, at ${width} px in ${scheme}`, async ({ reader, page }) => {
      const folds = ["edition", "release", "pillars", "pillars[0]", "milestones", "milestones[0]", "countries", "countries[0]", "facts", FACT, "sources", `sources["${Object.keys(data.sources)[0]}"]`, "places", "places[0]", "corrections"];
      await unfold(page, ...folds);
      await retype(page, `${FACT}.date`, "2020-02-30");
      await give(page, "#open-file", fileOf("no JSON", "bad.json"));
      await says(reader, "#refusal", "bad.json");
      await reader.until(() => document.querySelector("#issues button"));
      await page.$eval("#preview", (map) => map.scrollIntoView());
      await reader.heard("map-ready");
      assert.deepEqual(await barriers(page), []);
      assert.ok(await reader.run(() => document.documentElement.scrollWidth <= innerWidth), "nothing scrolls sideways");
    }, settings);
  }
}
