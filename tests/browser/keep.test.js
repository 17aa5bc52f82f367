// What a change leaves alone: the reader's place, what the page has set, promises given.
import assert from "node:assert/strict";
import { onPage, TAG } from "./harness/stage.js";
import { broken, edited, facts } from "./harness/data.js";
import { openAll, shows } from "./harness/read.js";

const titled = (title) => edited((data) => void (data.title.en = title));

onPage("a page that selects while the focus is taken away breaks nothing", {}, async ({ reader }) => {
  await reader.run(() => document.querySelector("rok-asean-map").select("VN"));
  await shows(reader, "VN");
  await reader.run(() => {
    const map = document.querySelector("rok-asean-map");
    // Of the nodes of a card, the overview has no use for this one.
    map.shadowRoot.querySelector("[data-action=close]").focus();
    map.addEventListener("focusout", () => map.select("TH"), { once: true });
    map.select(null);
  });
  await shows(reader, "TH");
  assert.equal(await reader.run(() => document.querySelector("rok-asean-map").getAttribute("country")), "TH");
});

onPage("another country's card is another, and all around it stays", {}, async ({ reader }) => {
  const [changed, cards] = await reader.run(() => {
    const root = document.querySelector("rok-asean-map").shadowRoot;
    const press = (code) => root.querySelector(`[part~=list-item][data-country=${code}]`).click();
    press("VN");
    const [card, others] = [root.querySelector("[part~=card]"), [...root.querySelectorAll("*")].filter((one) => !one.closest("[part~=card]"))];
    press("TH");
    const cards = [...root.querySelectorAll("[part~=card]")];
    return [others.filter((one) => !one.isConnected).length, [card.isConnected, cards.length, cards[0].dataset.country]];
  });
  assert.deepEqual([changed, cards], [0, [false, 1, "TH"]]);
});

onPage("a page that opens one card after another moves nothing that a reader sees", {}, async ({ reader }) => {
  const before = await reader.seen("shift");
  const shown = await reader.run(async () => {
    const map = document.querySelector("rok-asean-map");
    const frame = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    const titles = [];
    for (const code of ["VN", "TH", "KR", "ID", null, "VN"]) {
      map.select(code);
      await frame();
      titles.push(map.shadowRoot.querySelector("[data-heading]").textContent);
    }
    return titles;
  });
  assert.equal(new Set(shown).size, 5);
  assert.equal(await reader.seen("shift"), before);
});

const MEDDLERS = {
  "a translator": (card) => {
    const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      const font = document.createElement("font");
      font.textContent = text.data.toUpperCase();
      text.replaceWith(font);
    }
  },
  "a script that adds to a text": (card) => card.querySelector("[part~=fact] p").append(" (added)"),
  "a script that takes facts out": (card) => card.querySelectorAll("[part~=fact]").forEach((fact) => fact.remove()),
};

for (const [name, meddle] of Object.entries(MEDDLERS)) {
  onPage(`${name} in one card leaves nothing of it in the next`, {}, async ({ reader }) => {
    const [clean, after] = await reader.run((meddle) => {
      const root = document.querySelector("rok-asean-map").shadowRoot;
      const opened = (code) => {
        root.querySelector(`[part~=list-item][data-country=${code}]`).click();
        const card = root.querySelector("[part~=card]");
        card.querySelectorAll("[part~=fact]:not([open]) > summary").forEach((line) => line.click());
        return card;
      };
      const clean = opened("TH").textContent;
      new Function(`return ${meddle}`)()(opened("VN"));
      return [clean, opened("TH").textContent];
    }, `${meddle}`);
    assert.equal(after, clean);
  });
}

onPage("bad data is told without losing focus, open parts or a single control", {}, async ({ reader }) => {
  const kept = await reader.run(async (data) => {
    const map = document.querySelector("rok-asean-map");
    const root = map.shadowRoot;
    const before = [...root.querySelectorAll("[part~=list-item], [part~=country], details, [part~=fact]")];
    root.querySelector("details").open = true;
    const link = root.querySelector('[part~=list-item][data-country="VN"]');
    link.focus();
    map.data = data;
    await map.ready;
    return {
      told: Boolean(root.querySelector("[role=alert]")),
      focus: root.activeElement === link,
      open: root.querySelector("details").open,
      lost: before.filter((node) => !node.isConnected).length,
    };
  }, broken());
  assert.deepEqual(kept, { told: true, focus: true, open: true, lost: 0 });
});

onPage("a filter leaves the facts that pass it where they are", {}, async ({ reader }) => {
  await openAll(reader);
  const lost = await reader.run(() => {
    const map = document.querySelector("rok-asean-map");
    const all = [...map.shadowRoot.querySelectorAll("[part~=fact][data-pillar=prosperity]")];
    map.setAttribute("pillar", "prosperity");
    return [all.length > 1, all.filter((node) => !node.isConnected).length];
  });
  assert.deepEqual(lost, [true, 0]);
});

onPage("what the browser opens by itself, as its search does, gets its body, and keeps it", { hash: "#map=VN" }, async ({ reader }) => {
  const read = () => reader.run(() => [...document.querySelector("rok-asean-map").shadowRoot.querySelectorAll("[part~=fact]")].map((one) => one.textContent));
  const [first] = facts("VN");
  const words = await read();
  facts("VN").forEach(({ title, summary }, at) => assert.deepEqual([title.en, summary.en].map((text) => words[at].includes(text)), [true, false]));
  const turn = (open) => reader.run((open) => void (document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=fact]").open = open), open);
  await turn(true);
  await reader.until((text) => document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=fact]").innerText.includes(text), first.summary.en);
  await turn(false);
  await reader.settled();
  const [opened, ...others] = await read();
  assert.ok(opened.includes(first.summary.en));
  assert.deepEqual(others, words.slice(1));
});

const TALL = `<div id="room"></div>${TAG}<a id="go" href="#map=VN">Viet Nam</a>`;
const FAR = `<link rel="stylesheet" href="/far.css">`;
const RULES = "#room{height:5000px} #go{position:fixed;inset:0 auto auto 0}";
const farAway = ({ server }) => server.route("/far.css", (_, response) => response.setHeader("Content-Type", "text/css").end(RULES));

onPage("a promise given before the first paint is kept", { body: TALL, head: FAR, setUp: farAway, ready: 0 }, async ({ reader }) => {
  const same = await reader.run(async (data) => {
    const map = document.querySelector("rok-asean-map");
    const first = map.ready;
    map.data = data;
    map.scrollIntoView();
    return [(await first) === map, (await map.ready) === map, map.data.title.en];
  }, titled("Early"));
  assert.deepEqual(same, [true, true, "Early"]);
});

onPage("a link on the page opens a map that has not loaded yet", { body: TALL, head: FAR, setUp: farAway, ready: 0 }, async ({ reader, page }) => {
  await reader.settled();
  assert.deepEqual(await reader.events("map-ready"), []);
  await page.click("#go");
  await reader.heard("map-ready");
  await shows(reader, "VN");
});

onPage("data that the page has set outlives removal", {}, async ({ reader }) => {
  const title = await reader.run(async (data) => {
    const map = document.querySelector("rok-asean-map");
    map.data = data;
    await map.ready;
    map.remove();
    await new Promise((next) => requestAnimationFrame(next));
    document.body.append(map);
    await map.ready;
    return map.data.title.en;
  }, titled("Kept"));
  assert.equal(title, "Kept");
});

onPage("a map moved into another language follows it", { body: `<div id="ko" lang="ko"></div>${TAG}` }, async ({ reader }) => {
  await reader.run(() => document.querySelector("#ko").append(document.querySelector("rok-asean-map")));
  await reader.until(() => document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=title]").closest("[lang]").lang === "ko");
});

onPage("a card opened from the map by keyboard gives the focus back to the map", {}, async ({ reader }) => {
  const focused = () => reader.run(() => document.querySelector("rok-asean-map").shadowRoot.activeElement?.getAttribute("part"));
  await reader.run(() => document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=country][tabindex='0']").focus());
  await reader.press("Enter");
  await reader.heard("map-select");
  await reader.press("Escape");
  await reader.heard("map-select", 2);
  assert.equal(await focused(), "country");
});
