// What can go wrong between the server and the reader, and what the reader then sees: one table.
import { test } from "node:test";
import assert from "node:assert/strict";
import { onPage, TAG } from "./harness/stage.js";
import { CONSOLE, FAULTS, LANGS, TYPES, answers, both, file, missing } from "./harness/faults.js";
import { COUNTRIES, dataset, facts } from "./harness/data.js";
import { assertFacts, clickCountry, look, lookInto, shows } from "./harness/read.js";

const data = dataset();
for (const { fault, before, engine } of FAULTS) {
  for (const [lang, page, sentence] of LANGS) {
    const settings = { lang, ready: engine ? 1 : 0, expected: CONSOLE, setUp: ({ server }) => before(server) };
    onPage(`${fault} (${lang}): ${engine ? `the map is shown by ${engine}` : "a sentence, and a link to the page without script"}`, settings, async ({ reader, server, page: tab }) => {
      if (engine) {
        assert.equal((await reader.details("map-ready"))[0].engine, engine);
        assertFacts(await lookInto(reader), facts("ASEAN"), data, lang);
        await clickCountry(reader, "VN");
        await shows(reader, "VN");
        return assert.deepEqual(await reader.details("map-error"), [], "nothing to tell");
      }
      await reader.heard("map-error");
      const [{ issues }] = await reader.details("map-error");
      assert.match(issues[0].message, sentence);
      const alert = await reader.run(() => document.querySelector("rok-asean-map").shadowRoot.querySelector("[role=alert]").textContent);
      assert.match(alert, sentence);
      const link = await tab.$("rok-asean-map >>> [role=alert] a");
      await Promise.all([tab.waitForNavigation(), link.click()]);
      assert.equal(tab.url(), `${server.url}/${page}`);
    });
  }
}

onPage("map.js altered, with its hash in the tag: nothing of it runs", {
  body: `<p>Before</p><script src="/map.js" integrity="${JSON.parse(file("manifest.json"))["map.js"].sha384}" crossorigin="anonymous"></script>`,
  ready: 0,
  expected: [/integrity/],
  setUp: ({ server }) => answers("map.js", (bytes) => Buffer.concat([bytes, Buffer.from(";globalThis.ran=1")]))(server),
}, async ({ reader, server }) => {
  await reader.until(() => document.readyState === "complete");
  assert.equal(await reader.run(() => globalThis.ran ?? null), null);
  assert.equal(await reader.run(() => document.querySelector("rok-asean-map")), null);
  assert.equal(server.count("/map.wasm"), 0);
});

/** The server itself takes ten seconds. */
const slow = { ready: 0, lang: "ko", setUp: ({ server }) => void setTimeout(server.hold("/map.wasm"), 10_000) };
onPage("map.wasm takes ten seconds: the reader is told meanwhile, and then has the map", slow, async ({ reader, server }) => {
  if (!server.count("/map.wasm")) await server.request("/map.wasm");
  const words = await reader.run(() => document.querySelector("rok-asean-map").shadowRoot.querySelector("[role=status]").textContent);
  assert.match(words, /불러오는 중/);
  await reader.heard("map-ready");
  assert.equal(server.count("/map.core.js"), 0, "slow is not lost");
  assert.equal((await reader.details("map-ready"))[0].engine, "wasm");
});

for (const name of ["map.desk.js", "map.desk.wasm"]) {
  const offered = {
    body: `${TAG.replace("defer", 'defer data-src="/other.json"')}`,
    expected: CONSOLE.concat(/map\.desk/),
    setUp: ({ server }) => both(missing(name), name === "map.desk.wasm" ? missing("map.desk.core.js") : () => {})(server),
  };
  onPage(`${name} is missing: the edition in the build is shown, and the reader is told`, offered, async ({ reader, server }) => {
    await reader.heard("map-error");
    const seen = await lookInto(reader);
    assertFacts(seen, facts("ASEAN"), data, "en");
    assert.match(seen.notes, /could not be loaded/);
  });
}

onPage("map.desk.wasm is missing: its twin checks the dataset", {
  body: TAG.replace("defer", 'defer data-src="/map.json"'),
  expected: CONSOLE.concat(/map\.desk/),
  setUp: ({ server }) => missing("map.desk.wasm")(server),
}, async ({ reader, server }) => {
  assertFacts(await lookInto(reader), facts("ASEAN"), data, "en");
  assert.deepEqual(await reader.details("map-error"), []);
  assert.equal(server.count("/map.desk.core.js"), 2, "fetched to be checked, then to be run");
});

/** Another build of the script, as an office's older page may still have. */
const older = (server) => {
  server.route("/old/map.js", (_, response) => response.writeHead(200, { "Content-Type": TYPES.js }).end(file("map.js") + "\n//"));
  for (const name of ["map.wasm", "map.core.js"]) {
    server.route(`/old/${name}`, (_, response) => response.writeHead(200, { "Content-Type": TYPES[name.split(".").at(-1)] }).end(file(name)));
  }
};
onPage("two builds of the script on one page: two maps, one element, no error", {
  body: ["/old/map.js", "/map.js"].map((src) => `<script src="${src}" data-loading="eager" defer></script>`).join(""),
  ready: 2,
  setUp: ({ server }) => older(server),
}, async ({ reader }) => {
  for (const map of [0, 1]) assert.equal((await look(reader, map)).list.length, COUNTRIES.length);
});

test("every file that a fault is made of is shipped", () => {
  for (const name of ["map.wasm", "map.core.js", "map.desk.js", "map.desk.wasm", "map.desk.core.js"]) assert.ok(file(name).length > 1000, name);
});
