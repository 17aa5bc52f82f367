// The map as assistive technology has it: the whole tree of an overview and of a card, each read through by a person.
//
// The trees are tests/cases/<case>-<lang>/tree.txt. After a change that is meant, `RENEW=1 node --test
// tests/browser/tree.test.js` writes them anew and fails, so that nobody renews without reading the difference.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { onPage } from "./harness/stage.js";
import { COUNTRIES, country } from "./harness/data.js";
import { LANGS } from "./harness/states.js";
import { treeOf } from "./harness/tree.js";

const CASES = { overview: "", "card-vn": "#map=VN/vn-fta-in-force" };

const fileOf = (name, lang) => fileURLToPath(new URL(`../cases/${name}-${lang}/tree.txt`, import.meta.url));

function compare(file, tree) {
  if (!process.env.RENEW) return assert.equal(tree, readFileSync(file, "utf8"), `differs from ${file}`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, tree);
  assert.fail(`${file} is written anew: read the difference, then test again.`);
}

for (const lang of LANGS) {
  for (const [name, hash] of Object.entries(CASES)) {
    onPage(`assistive technology is told what was read and approved (${name}, ${lang})`, { lang, hash }, async ({ page }) => {
      compare(fileOf(name, lang), await treeOf(page));
    });
  }

  onPage(`the list and the map name each country once, in one order and by different names; the map says how to go about it (${lang})`, { lang, hash: "#map=VN" }, async ({ page }) => {
    const all = (await treeOf(page)).split("\n");
    const names = COUNTRIES.map((code) => country(code).name[lang].short);
    const inside = (start) => {
      const from = all.findIndex((one) => start.test(one));
      const depth = all[from].search(/\S/);
      const to = all.findIndex((one, at) => at > from && one.search(/\S/) <= depth);
      return all.slice(from + 1, to).map((one) => one.trim());
    };
    const links = (all) => all.filter((one) => one.startsWith("link")).map((one) => JSON.parse(one.match(/"[^"]*"/)[0]));
    const [words, suffix] = { en: ["Map of the countries. Arrow keys lead from country to country.", ", on the map"], ko: ["국가 지도. 화살표 키로 나라 사이를 옮겨 갈 수 있습니다.", ", 지도"] }[lang];
    const map = inside(new RegExp(`^ *region "${words}"`));
    assert.deepEqual(links(map), names.map((name) => name + suffix));
    assert.equal(map.filter((one) => !/^(link|group|paragraph)/.test(one)).length, 1, "but for its note the map holds nothing else that is read");
    assert.deepEqual(links(inside(/^ *navigation /)), names);
  });
}
