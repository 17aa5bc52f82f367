// What the desk makes of a dataset, without a page: the saved text, the list of changes, the code for a page.
import { test } from "node:test";
import assert from "node:assert/strict";
import { changes, summary } from "../../www/desk/changes.js";
import { folderOf, policy } from "../../www/desk/code.js";
import { blank, FILE, written } from "../../www/desk/form.js";
import { above, itemOf, moved, put, renamed, spelled, without } from "../../www/desk/tree.js";
import { dataset, edited } from "./harness/data.js";
import { shipped } from "./harness/still-read.js";

const data = dataset();

/** The same data with the fields of every object the other way round. */
const reversed = (value, isTable) => {
  if (Array.isArray(value)) return value.map((item) => reversed(item));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, reversed(inner, key === "sources" && !Array.isArray(inner))]);
  return Object.fromEntries(isTable ? entries : entries.reverse());
};

test("the saved file is the published one byte for byte, in whatever order its fields came", () => {
  assert.equal(written(data), shipped("map.json"));
  assert.notEqual(JSON.stringify(reversed(data)), JSON.stringify(data));
  assert.equal(written(reversed(data)), shipped("map.json"));
});

test("a new item has every field that its neighbours have", () => {
  for (const { kind, name, item } of FILE.filter(({ kind }) => ["list", "table"].includes(kind))) {
    const [first] = kind === "list" ? data[name] : Object.values(data[name]);
    if (first) assert.deepEqual(Object.keys(blank(item)), Object.keys(first), name);
  }
});

const told = (change, lang = "en") => summary(changes(data, edited(change)), lang);

test("changes are told in words, in both languages", () => {
  const two = (data) => {
    data.facts.push({ ...data.facts[0], id: "a-new" }, { ...data.facts[0], id: "b-new" });
    data.facts[5].date = "2001";
  };
  assert.equal(told(two), "2 facts added, 1 date changed");
  assert.equal(told(two, "ko"), "협력 사례 2건 추가, 날짜 1건 변경");
  for (const [change, en, ko] of [
    [() => {}, "", ""],
    [(data) => data.facts.pop(), "1 fact removed", "협력 사례 1건 삭제"],
    [(data) => data.facts.reverse(), "1 order of facts changed", "협력 사례 순서 1건 변경"],
    [(data) => (data.asOf = "2021-07-07"), "1 as-of date changed", "기준일 1건 변경"],
    [(data) => (data.release.points[0].summary.ko += "."), "1 summary changed", "요약 1건 변경"],
    [(data) => (data.countries[0].name.en.short = "x"), "1 name changed", "명칭 1건 변경"],
    [(data) => data.countries[0].profile.pop(), "1 line of the profile removed", "국가 정보 1건 삭제"],
    [(data) => (Object.values(data.sources)[0].url = null), "1 address changed", "주소 1건 변경"],
    [(data) => data.facts.forEach((fact) => (fact.status = "x")), `${data.facts.length} statuses changed`, `상태 ${data.facts.length}건 변경`],
    [(data) => (data.places[0].lon += 1), "1 longitude changed", "경도 1건 변경"],
  ]) {
    assert.equal(told(change), en);
    assert.equal(told(change, "ko"), ko);
  }
});

test("a change names its item and holds both values", () => {
  const [change] = changes(data, edited((data) => (data.facts[0].title.ko = "새 제목")));
  assert.deepEqual([change.from, change.to, change.lang, change.title.en], [data.facts[0].title.ko, "새 제목", "ko", data.facts[0].title.en]);
});

test("an edit leaves the tree before it as it was", () => {
  const before = structuredClone(data);
  const after = put(data, ["facts", 3, "title", "en"], "x");
  assert.equal(after.facts[3].title.en, "x");
  assert.equal(after.facts[2], data.facts[2], "and shares the rest");
  without(data, ["sources", Object.keys(data.sources)[1]]);
  moved(data, ["facts", 0], 1);
  renamed(data, Object.keys(data.sources)[0], "x");
  assert.deepEqual(data, before);
});

test("items move one place, and not out of their list", () => {
  const ids = (data) => data.facts.slice(0, 3).map(({ id }) => id);
  const [a, b, c] = ids(data);
  assert.deepEqual(ids(moved(data, ["facts", 0], 1)), [b, a, c]);
  assert.equal(moved(data, ["facts", 0], -1), data);
  assert.equal(moved(data, ["facts", data.facts.length - 1], 1), data);
});

test("paths are spelled as the check spells them, and lead up step by step", () => {
  assert.equal(spelled(["facts", 3, "title", "en"]), "facts[3].title.en");
  assert.equal(spelled(["sources", "un-2021", "url"]), `sources["un-2021"].url`);
  assert.deepEqual(["facts[3].title", "facts[3]", "facts", ""], ["facts[3].title.en", "facts[3].title", "facts[3]", "facts"].map(above));
  assert.deepEqual([`sources["a.b"]`, "sources", ""], [`sources["a.b"].url`, `sources["a.b"]`, "$"].map(above));
  assert.deepEqual(["facts[3]", `sources["a"]`, undefined, undefined], ["facts[3].date", `sources["a"]`, "release.date", "$"].map(itemOf));
});

test("a folder is an address that a page can fetch from, or none", () => {
  const good = { "": "", " /map ": "/map/", "https://a.example/x": "https://a.example/x/", "maps/": "maps/", "//a.example": "//a.example/" };
  for (const [given, folder] of Object.entries(good)) assert.equal(folderOf(given), folder, given);
  for (const given of ["javascript:x", "ftp://a/", "https://", "a b", `"`, "<", "https://a/?x", "data:,x"]) assert.equal(folderOf(given), null, given);
  assert.equal(policy("tag", "maps/"), "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'");
  assert.equal(policy("tag", "https://a.example/x/"), "script-src https://a.example 'wasm-unsafe-eval'; connect-src https://a.example");
  assert.equal(policy("link", "https://a.example/x/"), "");
});
