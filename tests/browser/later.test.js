// A later edition, on every road that a dataset takes: shown, checked, opened, compared, taken along.
import { test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { onPage } from "./harness/stage.js";
import { assertFacts, clickCountry, lookInto, shows } from "./harness/read.js";
import { dataset, facts } from "./harness/data.js";
import { deskReady, give, says, side } from "./harness/desk.js";
import { downloads, use } from "./harness/taken.js";

const FILE = fileURLToPath(new URL("../data/since-2021.json", import.meta.url));
const text = readFileSync(FILE, "utf8");
const later = JSON.parse(text);
const before = dataset();

const added = later.facts.filter(({ id }) => !before.facts.some((fact) => fact.id === id)).length;
const PAGES = [
  { lang: "en", desk: "/edit.html", none: "No issues", differs: [`${added} facts added`, "1 edition mark changed", "1 as-of date changed"] },
  { lang: "ko", desk: "/ko/edit.html", none: "문제가 없습니다", differs: [`협력 사례 ${added}건 추가`, "버전 1건 변경", "기준일 1건 변경"] },
];

test("the command that checks a file finds nothing", () => {
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", "check", "--", FILE], { encoding: "utf8" });
  assert.equal(status, 0, stdout + stderr);
});

for (const { lang, desk, none, differs } of PAGES) {
  const shown = { lang, body: `<script src="/map.js" defer data-src="/later.json"></script>`, setUp: ({ server }) => server.json("/later.json", text) };

  onPage(`a later edition is shown, checked and taken along (${lang})`, shown, async ({ reader, page, browser, context }) => {
    assert.deepEqual(await reader.run((text) => document.querySelector("rok-asean-map").check(text), text), []);
    await clickCountry(reader, "VN");
    await shows(reader, "VN");
    const wanted = facts("VN", { from: later });
    assertFacts(await lookInto(reader), wanted, later, lang);
    assert.deepEqual(await reader.events("map-error"), []);
    const folder = await downloads(browser, context);
    await use(page, "download-csv");
    const rows = parse((await folder.saved()).bytes, { bom: true, columns: true });
    assert.deepEqual(rows.map(({ id }) => id).sort(), wanted.map(({ id }) => id).sort());
    assert.ok(rows.every((row) => row.as_of === later.asOf && row.dataset_version === later.version));
    await use(page, "download-json");
    const { bytes, name } = await folder.saved();
    assert.equal(name, `${later.id}-${later.version}-VN-${lang}.json`);
    assert.deepEqual(JSON.parse(bytes).facts.map(({ id }) => id).sort(), wanted.map(({ id }) => id).sort());
    await folder.close();
  });

  onPage(`a later edition opens on the desk, and what has changed is told in words (${lang})`, { path: desk, ready: 0 }, async ({ reader, page }) => {
    await deskReady(reader);
    await give(page, "#open-file", FILE);
    await says(reader, "#opened", "since-2021.json");
    await says(reader, "#issue-count", none);
    const { difference, refusal } = await side(reader);
    assert.equal(refusal, "");
    for (const words of differs) assert.ok(difference.includes(words), difference);
  });
}
