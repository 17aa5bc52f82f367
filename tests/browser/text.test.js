// Text as its readers set it: zoomed, doubled, spaced out, or on a page that makes its `rem` small. Nothing is cut.
import assert from "node:assert/strict";
import { onPage, TAG } from "./harness/stage.js";
import { faults } from "./harness/fit.js";
import { COUNTRIES, country, facts } from "./harness/data.js";
import { openAll, openFinding, shows } from "./harness/read.js";
import { clipboard, copied } from "./harness/taken.js";

/** A wide face where there is one, so that no name fits by luck. */
const WIDE = `rok-asean-map{--map-font:"DejaVu Sans",Verdana,sans-serif}`;
/** WCAG 2.2, 1.4.12. */
const SPACING = `*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}`;

/** What the page's style sheet says, and what is set inside the map by a reader's own tool. */
const FORMS = {
  "400 % zoom": { width: 320, outside: "" },
  "200 % text": { width: 640, outside: "html{font-size:200%}" },
  "400 % zoom and 200 % text": { width: 320, outside: "html{font-size:200%}" },
  "spaced text": { width: 320, outside: SPACING, inside: SPACING },
  "a page with a small rem": { width: 390, outside: "html{font-size:62.5%}" },
};

const PLACES = [null, "BN", "KR"];

/** A page with a gutter and the form's style, as a site would set it. */
const settings = (form, lang, body = TAG) => ({
  width: form.width,
  lang,
  head: `<link rel="stylesheet" href="/form.css">`,
  body,
  setUp: ({ server }) =>
    server.route("/form.css", (_, response) =>
      response.setHeader("Content-Type", "text/css").end(`body{margin:0 16px}${WIDE}${form.outside}`),
    ),
});

const adopt = (reader, css) =>
  reader.run(async (css) => {
    const { shadowRoot } = document.querySelector("rok-asean-map");
    const sheet = await new CSSStyleSheet().replace(css);
    shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
  }, css);

/** Names on the map that lie over one another. */
const overlaps = (reader) =>
  reader.run(() => {
    const root = document.querySelector("rok-asean-map").shadowRoot;
    const lines = [...root.querySelectorAll("text:not(:has([x])), text > [x]")];
    const names = lines.map((line) => {
      const range = document.createRange();
      range.selectNodeContents(line);
      return [line.textContent, range.getBoundingClientRect()];
    });
    const touch = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3;
    return names.flatMap(([name, box], at) =>
      names.slice(at + 1).filter(([, other]) => touch(box, other)).map(([other]) => `${name} and ${other}`),
    );
  });

/** Fields in which a phone would enlarge the page: their text is under 16 px. */
const smallFields = (reader) =>
  reader.run(() => {
    const fields = [...document.querySelector("rok-asean-map").shadowRoot.querySelectorAll("input, select")];
    return fields.length < 4 ? "no fields" : fields.map((one) => parseFloat(getComputedStyle(one).fontSize)).filter((size) => size < 16);
  });

for (const [name, form] of Object.entries(FORMS)) {
  for (const lang of ["en", "ko"]) {
    onPage(`${name}: nothing is cut, runs out or is too small (${lang})`, settings(form, lang), async ({ reader }) => {
      const map = await reader.page.$("rok-asean-map");
      if (form.inside) await adopt(reader, form.inside);
      for (const code of PLACES) {
        await reader.run((code) => document.querySelector("rok-asean-map").select(code), code);
        await shows(reader, code);
        await openFinding(reader);
        await openAll(reader);
        await reader.settled();
        assert.deepEqual(await map.evaluate(faults), [], code ?? "the overview");
        assert.deepEqual(await overlaps(reader), []);
      }
      assert.deepEqual(await smallFields(reader), []);
    });
  }
}

for (const [lang, find] of [["en", "Search and years"], ["ko", "검색 및 연도"]]) {
  onPage(`what is selected with all of the map is what it tells, without the words of buttons (${lang})`, { lang, hash: "#map=VN", body: `<p>Before</p>${TAG}<p>After</p>` }, async ({ reader, page, context, server }) => {
    await clipboard(page, context, server, true);
    await openAll(reader);
    const buttons = await reader.run(() => [...document.querySelector("rok-asean-map").shadowRoot.querySelectorAll("button:not([aria-pressed])")].map((one) => one.textContent));
    assert.ok(buttons.includes(find));
    await reader.run(() => ["selectAll", "copy"].forEach((command) => document.execCommand(command)));
    const lines = (await copied(reader)).split("\n").map((line) => line.trim());
    for (const words of buttons) assert.ok(!lines.includes(words), `${words} in ${lines.join(" | ")}`);
    const names = COUNTRIES.map((code) => country(code).name[lang].short);
    assert.deepEqual(lines.filter((line) => names.includes(line)).sort(), [...names, ...names].sort(), "from the list and from the map");
    for (const { title, summary } of facts("VN")) for (const words of [title, summary]) assert.ok(lines.some((line) => line.includes(words[lang])), words[lang]);
  });
}

const COLUMN = { width: 1100, outside: ".row{display:flex}.row>div{flex:0 0 182px;min-width:0}" };
const ROW = `<div class="row"><p>${"The dialogue goes on as it was agreed. ".repeat(40)}</p><div>${TAG}</div></div>`;

for (const lang of ["en", "ko"]) {
  onPage(`in an item narrower than a phone names keep their size, and the map moves in its place (${lang})`, settings(COLUMN, lang, ROW), async ({ reader }) => {
    const seen = await reader.run(() => {
      const root = document.querySelector("rok-asean-map").shadowRoot;
      const sizes = [...root.querySelectorAll(".over text")].map((name) => parseFloat(getComputedStyle(name).fontSize) * name.getScreenCTM().a);
      const [figure, east] = [".figure", "[part=country][data-country=PH]"].map((one) => root.querySelector(one));
      const isIn = () => east.getBoundingClientRect().right <= figure.getBoundingClientRect().right + 1;
      const before = isIn();
      figure.scrollLeft = 999;
      return { least: Math.min(...sizes), before, after: isIn(), sideways: document.documentElement.scrollWidth - innerWidth };
    });
    assert.ok(seen.least >= 13, `a name has ${seen.least} px`);
    assert.deepEqual(await overlaps(reader), []);
    assert.deepEqual([seen.before, seen.after], [false, true], "what lies outside is scrolled to");
    assert.ok(seen.sideways <= 0, "and the page stays");
  });
}

const SMALL = { width: 390, outside: "html{font-size:62.5%}body{font-size:1.7rem}" };

onPage("text follows the page's size, not its rem", settings(SMALL, "en"), async ({ reader }) => {
  const sizes = await reader.run(() => {
    const root = document.querySelector("rok-asean-map").shadowRoot;
    return ["list", "overview"].map((part) => parseFloat(getComputedStyle(root.querySelector(`[part~=${part}]`)).fontSize));
  });
  assert.deepEqual(sizes, [17, 17]);
});

const EAGER = TAG.replace("defer", 'defer data-loading="eager"');
const BOTH = `${EAGER}<div lang="ko">${EAGER}</div>`;

onPage("only Korean keeps its words whole", { ...settings(SMALL, "en", BOTH), ready: 2 }, async ({ reader }) => {
  const breaks = await reader.run(() =>
    [...document.querySelectorAll("rok-asean-map")].map((map) => {
      const overview = map.shadowRoot.querySelector("[part~=overview]");
      const foreign = overview.querySelector("[part~=source][lang]");
      return [overview, foreign].map((one) => one && [one.closest("[lang]").lang, getComputedStyle(one).wordBreak]);
    }),
  );
  for (const [lang, wordBreak] of breaks.flat().filter(Boolean)) assert.equal(wordBreak, lang === "ko" ? "keep-all" : "normal", lang);
  assert.deepEqual(breaks.map(([[lang]]) => lang), ["en", "ko"]);
});
