// Bad pages and bad servers, as Firefox and WebKit meet them; in Chromium `hostile.test.js` and `faults.test.js` look
// closer at the same tables.
import assert from "node:assert/strict";
import { COUNTRIES, dataset, facts } from "./data.js";
import { FAULTS, LANGS } from "./faults.js";
import { PAGES, changes, portrait, put, seen, serve } from "./hostile.js";
import { listen, overhear } from "./listen.js";
import { assertFacts, clickCountry, lookInto, shows } from "./read.js";

const data = dataset();
const EAR = `(${listen})();(${overhear})();`;

/** A page of the table of `hostile.js`: the map shows all eleven in its column, opens one, and leaves the page as it was. */
export function hostile(on) {
  for (const [name, { then, within = "", lang = "en", width, ...page }] of Object.entries(PAGES)) {
    on(`a page that ${name}`, { url: "/hostile.html", width, setUp: (server) => serve(server, page, EAR) }, async ({ reader }) => {
      const before = await reader.run(portrait);
      await reader.run(put, within);
      await reader.until(() => customElements.get("rok-asean-map") && document.querySelector("#korean").textContent === "한국");
      if (then) await reader.run(then);
      await reader.until(isThere);
      const { items, shapes, plate, column, template, direction } = await reader.run(seen);
      assert.deepEqual([items, direction, !!template], [COUNTRIES, "ltr", false]);
      assert.deepEqual(shapes.sort(), [...COUNTRIES].sort());
      assert.ok(plate[0] >= Math.min(280, column) && Math.abs(plate[0] - plate[1]) <= 2, `a plate of ${plate} in a column of ${column} px`);
      const { x, y } = await reader.run(pointOfItem, "VN");
      await reader.page.mouse.click(x, y);
      const card = await reader.until(cardOf, "VN");
      for (const fact of facts("VN")) assert.ok(card.includes(fact.title[lang]), `the card lacks ${fact.id}`);
      assert.deepEqual(changes(before, await reader.run(portrait)), []);
    });
  }
}

/** A fault of the table of `faults.js`: the other form of the engine, or a sentence and a way on. */
export function faulty(on) {
  const [[lang, page, sentence]] = LANGS;
  for (const { fault, before, engine } of FAULTS) {
    const settings = { body: `<script src="/map.js" defer></script>`, setUp: before };
    on(`${fault}: ${engine ? `the map is shown by ${engine}` : "a sentence, and a link"}`, settings, async ({ reader, server }) => {
      if (engine) {
        await reader.heard("map-ready");
        assert.equal((await reader.details("map-ready"))[0].engine, engine);
        assertFacts(await lookInto(reader), facts("ASEAN"), data, lang);
        await clickCountry(reader, "VN");
        await shows(reader, "VN");
        return assert.deepEqual(await reader.details("map-error"), []);
      }
      await reader.heard("map-error");
      assert.match((await reader.details("map-error"))[0].issues[0].message, sentence);
      const [text, href] = await reader.run(() => {
        const alert = document.querySelector("rok-asean-map").shadowRoot.querySelector("[role=alert]");
        return [alert.textContent, alert.querySelector("a").href];
      });
      assert.match(text, sentence);
      assert.equal(href, `${server.url}/${page}`);
    });
  }
}

// These run in the page, and find the map also where no page's script could.

function isThere() {
  const map = window[Symbol.for("seen")].place.querySelector("rok-asean-map") ?? document.querySelector("rok-asean-map");
  window[Symbol.for("seen")].map = map;
  return !!map?.shadowRoot?.querySelector("[part~=filter]");
}

function pointOfItem(code) {
  const item = window[Symbol.for("seen")].map.shadowRoot.querySelector(`[part~=list-item][data-country=${code}]`);
  item.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, top, width, height } = item.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** The words of the open card, once it is that country's. */
function cardOf(code) {
  const card = window[Symbol.for("seen")].map.shadowRoot.querySelector("[part~=card]");
  return card?.dataset.country === code && card.innerText.replace(/\s+/g, " ");
}
