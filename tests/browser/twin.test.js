// The JavaScript twin: the same map where WebAssembly is missing, forbidden or not wanted.
import assert from "node:assert/strict";
import { onPage } from "./harness/stage.js";
import { BROKEN, COUNTRIES, broken, dataset, edited, facts } from "./harness/data.js";
import { POLICY } from "./harness/serve.js";
import { assertFacts, clickCountry, clickText, look, lookInto, shows } from "./harness/read.js";

const data = dataset();
const tag = (options) => `<script src="/map.js" defer ${options}></script>`;
const BOTH = ["wasm", "js"].map((engine) => tag(`data-engine="${engine}" data-loading="eager"`)).join("");
const engine = async (reader) => (await reader.details("map-ready")).at(-1).engine;

/** All that each of a page's maps shows, in every language and for every country, once all of it is open. */
const everything = (reader) =>
  reader.run(async (codes) => {
    const maps = [...document.querySelectorAll("rok-asean-map")];
    await Promise.all(maps.map((map) => map.ready));
    const seen = maps.map(() => []);
    for (const lang of ["en", "ko"]) {
      for (const code of [...codes, null]) {
        maps.forEach((map, index) => {
          map.lang = lang;
          map.select(code);
          const root = map.shadowRoot.querySelector(".root");
          for (let closed; (closed = root.querySelector("details:not([open]) > summary")); ) closed.click();
          // Where a link leads tells the maps of a page apart.
          const shown = root.outerHTML.replace(/href="#[^"]*/g, "");
          seen[index].push(shown);
        });
      }
    }
    return seen;
  }, COUNTRIES);

onPage("both engines on one page show the same, node for node", { body: BOTH, ready: 2 }, async ({ reader }) => {
  const told = (await reader.details("map-ready")).map(({ engine }) => engine).sort();
  assert.deepEqual(told, ["js", "wasm"]);
  const [wasm, js] = await everything(reader);
  assert.equal(wasm.length, 2 * (COUNTRIES.length + 1));
  assert.equal(new Set(wasm).size, wasm.length, "every card is another");
  assert.deepEqual(js, wasm);
});

onPage("the twin alone fetches no WebAssembly, and is opened, filtered and told as the engine is", { body: tag('data-engine="js"') }, async ({ reader, server }) => {
  assert.equal(await engine(reader), "js");
  assert.equal(server.count("/map.wasm"), 0);
  for (const code of COUNTRIES) {
    await clickCountry(reader, code);
    await shows(reader, code);
    assertFacts(await lookInto(reader), facts(code), data, "en");
  }
  await reader.run(() => document.querySelector("rok-asean-map").setAttribute("lang", "ko"));
  await clickText(reader, "filter", "평화");
  assertFacts(await lookInto(reader), facts(COUNTRIES.at(-1), { pillar: "peace" }), data, "ko");
});

const missing = { setUp: ({ page }) => page.evaluateOnNewDocument(() => delete window.WebAssembly) };

onPage("a browser without WebAssembly gets the twin, and asks for nothing that it cannot use", missing, async ({ reader, server }) => {
  assert.equal(await engine(reader), "js");
  assert.equal(server.count("/map.wasm"), 0);
  assertFacts(await lookInto(reader), facts("ASEAN"), data, "en");
});

onPage("without WebAssembly, the desk checks a dataset too", { ...missing, lang: "ko" }, async ({ reader, server }) => {
  const show = (value) => reader.run(async (value) => {
    const map = document.querySelector("rok-asean-map");
    map.data = value;
    await map.ready;
  }, value);
  await show(broken());
  const [{ issues }] = await reader.details("map-error");
  assert.deepEqual(issues.map(({ path }) => path).sort(), BROKEN);
  assert.ok(issues.every(({ message }) => /[가-힣]/.test(message)));
  await show(edited((data) => (data.title.ko = "다른 판")));
  assert.equal((await look(reader)).title, "다른 판");
  assert.equal(server.asked.filter((path) => path.endsWith(".wasm")).length, 0);
});

const forbidden = {
  setUp: ({ server }) => server.policy(POLICY.replace(" 'wasm-unsafe-eval'", "")),
  violations: [/wasm-eval/],
  expected: [/WebAssembly|wasm/i],
};

onPage("a policy that forbids WebAssembly gets the twin", forbidden, async ({ reader, server }) => {
  assert.equal(await engine(reader), "js");
  assert.equal(server.count("/map.wasm"), 0, "what cannot run is not fetched");
  await clickCountry(reader, "SG");
  await shows(reader, "SG");
});

onPage("a page that wants WebAssembly only is told that there is none", { ...missing, body: tag('data-engine="wasm"'), ready: 0 }, async ({ reader, server }) => {
  await reader.heard("map-error");
  assert.equal(server.count("/map.core.js"), 0);
});

onPage("engine is live: what is open stays open", {}, async ({ reader }) => {
  await clickCountry(reader, "KH");
  await shows(reader, "KH");
  for (const wanted of ["js", "wasm"]) {
    await reader.forget();
    await reader.run((wanted) => document.querySelector("rok-asean-map").setAttribute("engine", wanted), wanted);
    await reader.heard("map-ready");
    assert.equal(await engine(reader), wanted);
    await shows(reader, "KH");
    assertFacts(await lookInto(reader), facts("KH"), data, "en");
  }
});

/** Valid under every rule, and large enough that the memory grows several times. */
const large = edited((data) => {
  const all = data.facts;
  data.facts = Array.from({ length: 20 }, (_, round) => all.map((fact) => ({ ...fact, id: `${fact.id}-${round}` }))).flat();
});

onPage("memory that grows under the twin is read where it is: no text is lost", { body: BOTH, ready: 2 }, async ({ reader }) => {
  const seen = await reader.run(async (data) => {
    const maps = [...document.querySelectorAll("rok-asean-map")];
    for (const map of maps) map.data = data;
    await Promise.all(maps.map((map) => map.ready));
    return maps.map((map) => {
      map.lang = "ko";
      map.select("VN");
      map.shadowRoot.querySelector("[data-action=open-all]").click();
      return [map.shadowRoot.querySelector("[part=card]").textContent, JSON.stringify(map.data).length];
    });
  }, large);
  assert.deepEqual(seen[1], seen[0]);
  for (const { summary } of facts("VN")) assert.equal(seen[0][0].split(summary.ko).length, 21, summary.ko);
  assert.equal(seen[0][1], JSON.stringify(large).length);
});
