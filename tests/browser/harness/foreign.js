// What others do to the map's nodes, and a reader who searches and opens countries all the same: one table.
import assert from "node:assert/strict";
import { COUNTRIES, facts } from "./data.js";
import { openAll, openFinding, shows } from "./read.js";
import { POLICY } from "./serve.js";

/** What runs in the page with the map's shadow root; whether it `lasts`, and whether it leaves no field to type in. */
export const HANDS = {
  "a translator puts other texts in": { hand: translate, given: false, lasts: true },
  "a translator wraps the texts themselves": { hand: translate, given: true, lasts: true },
  "an extension puts a style first": { hand: (root) => root.prepend(document.createElement("style")) },
  "an extension puts a style last": { hand: (root) => root.append(document.createElement("style")) },
  "an extension puts a style between all there is": {
    hand: (root) => root.querySelectorAll(":not(:empty)").forEach((one) => one.firstChild.after(document.createElement("style"))),
  },
  "a script sets attributes": {
    hand: (root) => root.querySelectorAll("*").forEach((one) => (one.setAttribute("data-read", ""), one.classList.add("read"))),
  },
  "a script wraps what is in the elements": {
    hand: (root) => {
      for (const one of root.querySelectorAll("section, ul, p, li")) {
        const around = document.createElement("div");
        around.append(...one.childNodes);
        one.append(around);
      }
    },
  },
  "a script takes an entry out": { hand: (root) => root.querySelector("[part~=fact]")?.remove() },
  "a script empties the card": { hand: (root) => root.querySelector("[part~=card]").replaceChildren() },
  "a script empties everything": { hand: (root) => root.replaceChildren(), clears: true },
};

/** Puts each text in two elements, as page translators do, and again after each change. */
function translate(root, keeps) {
  const isBare = (text) => text.data.trim() && !text.parentNode.closest("font, style, option, text, textarea");
  const bare = () => {
    const [walker, texts] = [document.createTreeWalker(root, NodeFilter.SHOW_TEXT), []];
    while (walker.nextNode()) if (isBare(walker.currentNode)) texts.push(walker.currentNode);
    return texts;
  };
  const wrap = (text) => {
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    outer.append(inner);
    text.replaceWith(outer);
    inner.append("[", keeps ? text : text.data, "]");
  };
  const options = { childList: true, subtree: true, characterData: true };
  const observer = new MutationObserver(() => {
    observer.disconnect();
    setTimeout(work, 30);
  });
  const work = () => {
    bare().forEach(wrap);
    observer.observe(root, options);
  };
  work();
  window[Symbol.for("seen")].isDone = () => bare().length === 0;
}

const ROOT = `document.querySelector("rok-asean-map").shadowRoot`;

export const meddle = ({ page }, { hand, given }) => page.evaluate(`void (${hand})(${ROOT}, ${given})`);

/** Until those who work on and on have nothing more to do. */
const done = (reader) => reader.until(() => window[Symbol.for("seen")].isDone?.() ?? true);

async function select(reader, code) {
  await reader.run((code) => document.querySelector("rok-asean-map").select(code), code);
  await shows(reader, code);
  await done(reader);
}

/** All that the open card says, without a translator's marks. */
async function words(reader) {
  await openAll(reader);
  await done(reader);
  return reader.run(() => document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=card]").textContent.replace(/[[\]]/g, ""));
}

const shown = (reader) =>
  reader.run(() => {
    const root = document.querySelector("rok-asean-map").shadowRoot;
    const all = (part, key) => [...root.querySelectorAll(`[part~=${part}]`)].map((one) => one.dataset[key]);
    return { items: all("list-item", "country"), facts: all("fact", "fact"), fields: all("search").length };
  });

/** The field where a reader types: whether it is the one it was, and has the focus. */
const field = (reader) =>
  reader.run(() => {
    const root = document.querySelector("rok-asean-map").shadowRoot;
    const field = root.querySelector("[part~=search]");
    const seen = window[Symbol.for("seen")];
    seen.field ??= field;
    const { value, selectionStart, selectionEnd } = field;
    return { value, at: [selectionStart, selectionEnd], isSame: field === seen.field, hasFocus: root.activeElement === field };
  });

const ids = (code) => facts(code).map(({ id }) => id).sort();

async function assertWhole(reader, code) {
  const { items, fields, facts } = await shown(reader);
  assert.deepEqual([items, fields, facts.sort()], [COUNTRIES, 1, ids(code)]);
}

/** Searches letter by letter, while others are at work; the field and all that is the reader's in it stay. */
async function search(reader) {
  await reader.run(() => document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=search]").focus());
  await field(reader);
  for (const letter of "hanoi") {
    await reader.press(letter);
    await done(reader);
  }
  assert.deepEqual(await field(reader), { value: "hanoi", at: [5, 5], isSame: true, hasFocus: true });
  await reader.run(() => window[Symbol.for("seen")].field.setSelectionRange(1, 3));
  await select(reader, "MY");
  assert.deepEqual(await field(reader), { value: "hanoi", at: [1, 3], isSame: true, hasFocus: true });
  await reader.press("Escape");
  await done(reader);
  await assertWhole(reader, "MY");
}

/** Opens a country by keyboard: the focus goes to its heading. */
async function open(reader, code) {
  await reader.run((code) => document.querySelector("rok-asean-map").shadowRoot.querySelector(`[part~=list-item][data-country=${code}]`).focus(), code);
  await reader.press("Enter");
  await shows(reader, code);
  await done(reader);
  assert.ok(await reader.run(() => document.querySelector("rok-asean-map").shadowRoot.activeElement?.matches("[part~=card] [data-heading]")), "the heading has the focus");
  await assertWhole(reader, code);
}

export function foreign(on) {
  const settings = {
    body: `<script src="/map.js" data-loading="eager"></script>`,
    // A page's policy does not hold for an extension.
    setUp: (server) => server.policy(POLICY.replace("style-src", "$& 'unsafe-inline'")),
  };
  for (const [name, work] of Object.entries(HANDS)) {
    on(`${name}: search and cards go on`, settings, async ({ reader }) => {
      await reader.heard("map-ready");
      await openFinding(reader);
      await select(reader, "TH");
      const clean = await words(reader);
      await select(reader, "ID");
      await meddle(reader, work);
      await select(reader, "VN");
      await assertWhole(reader, "VN");
      if (!work.lasts) await meddle(reader, work);
      if (work.clears) await select(reader, "ID");
      await search(reader);
      if (!work.lasts) await meddle(reader, work);
      await select(reader, null);
      await open(reader, "TH");
      assert.equal(await words(reader), clean);
    });
  }
}
