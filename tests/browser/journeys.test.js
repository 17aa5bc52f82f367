// What a reader of a phone does, and what is told besides; `engines.js` has the same journeys in a wide window.
import assert from "node:assert/strict";
import { onPage } from "./harness/stage.js";
import { COUNTRIES, country, dataset, facts, noted, spoken } from "./harness/data.js";
import * as journeys from "./harness/journeys.js";
import { assertCard, assertFacts, clickText, look, lookInto, plain, shows, tabTo } from "./harness/read.js";

const data = dataset();

const ON_A_PHONE = [
  ["a mouse on the map opens all eleven", journeys.mouseOnMap],
  ["the keyboard opens all eleven from the list", journeys.keyboardInList],
  ["a filter shows exactly its facts", journeys.filter],
];

for (const lang of ["en", "ko"]) {
  for (const [name, walk] of ON_A_PHONE) {
    onPage(`${name} (${lang}, 390 px)`, { width: 390, lang }, ({ reader }) => walk({ reader, lang }));
  }

  onPage(`the overview tells of the dialogue and what is shared (${lang})`, { lang }, async ({ reader }) => {
    const { release, milestones, sources } = data;
    const closed = await look(reader);
    assert.equal(closed.overview.heading, release.title[lang]);
    const chairs = release.coChairs.flatMap(({ name, office }) => [name[lang], office[lang]]);
    const frame = [release.time[lang], release.format[lang], spoken(release.date, lang)];
    for (const words of [...chairs, ...frame]) assert.ok(closed.overview.text.includes(plain(words)), `the overview says ${words}`);
    const open = await lookInto(reader);
    assertFacts(open, facts("ASEAN"), data, lang);
    const points = release.points.map(({ summary }) => summary[lang]);
    const steps = milestones.flatMap((step) => [step.title[lang], step.summary[lang], noted(step.date, lang)]);
    const named = [...release.sources, ...milestones.flatMap((step) => step.sources)].map((id) => sources[id].title);
    for (const words of [...points, release.next[lang], ...steps, ...named]) {
      assert.ok(open.overview.text.includes(plain(words)), `the overview says ${words}`);
    }
  });
}

onPage("the filter holds while countries are opened, and goes", {}, async ({ reader }) => {
  await clickText(reader, "filter", "Prosperity");
  for (const code of COUNTRIES) {
    const { short } = country(code).name.en;
    await clickText(reader, "list", short);
    await shows(reader, code);
    await assertCard(reader, code, "en", { pillar: "prosperity" });
    const count = facts(code, { pillar: "prosperity" }).length;
    await journeys.says(reader, `${short} opened, ${count === 1 ? "1 entry" : `${count} entries`}`);
    const { list, card } = await look(reader);
    assert.equal(/No entry/.test(card.text), count === 0, code);
    assert.equal(/no entry/.test(list.find((one) => one.code === code).text), count === 0, code);
  }
  await clickText(reader, "filter", "All");
  await assertCard(reader, COUNTRIES.at(-1), "en");
});

onPage("Escape with nothing open does nothing", {}, async ({ reader }) => {
  await tabTo(reader, ({ part }) => part === "list-item");
  await reader.forget();
  await reader.press("Escape");
  await reader.settled();
  assert.deepEqual(await reader.events(), []);
});
