// Quoting, citing, linking, saving, printing: each tool as a person uses it, and what came of it as another program reads it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import axe from "axe-core";
import { parse } from "csv-parse/sync";
import { PNG } from "pngjs";
import { onPage } from "./harness/stage.js";
import { country, dataset, facts, spoken } from "./harness/data.js";
import { clickText, look, shows } from "./harness/read.js";
import * as hearing from "./harness/hearing.js";
import { choose, clipboard, copied, downloads, said, tool, use } from "./harness/taken.js";

const data = dataset();
const FACT = "vn-fta-in-force";
const fact = data.facts.find(({ id }) => id === FACT);
const LANGS = [
  { lang: "en", asOf: "As of 6 July 2021", edition: "edition 1", copied: /copied/, saved: /^Saved as /, refused: /did not allow/, forms: "Form of the citation", ownPage: "Country page, for messengers" },
  { lang: "ko", asOf: "2021년 7월 6일 기준", edition: "자료 버전 1", copied: /복사했습니다/, saved: /^저장한 파일: /, refused: /허용하지 않았습니다/, forms: "출처 표기 형식", ownPage: "국가별 페이지(메신저용)" },
];
const PAGE = "/page.html";

/** What every copied text carries. */
function assertAttributed(text, { lang, asOf, edition }, link) {
  for (const part of [data.title[lang], asOf, edition, link]) assert.ok(text.includes(part), `${text} lacks ${part}`);
}

function assertSources(text) {
  for (const id of fact.sources) {
    const { title, publisher, url } = data.sources[id];
    for (const part of [title, publisher, url]) assert.ok(text.includes(part), `${text} lacks ${part}`);
  }
}

/** Cites every fact of Viet Nam, one after another: a menu that comes moves the tools below it from under the pointer. */
async function citeAll(reader, page) {
  for (const { id } of facts("VN")) {
    await use(page, "copy-citation", id);
    await reader.until((id) => document.querySelector("rok-asean-map").shadowRoot.querySelector(`[data-fact="${id}"] select`), id);
  }
}

for (const words of LANGS) {
  const { lang } = words;
  const settings = { lang, hash: `#map=VN/${FACT}` };

  onPage(`a fact is quoted, cited and linked (${lang})`, settings, async ({ reader, page, context, server }) => {
    await clipboard(page, context, server, true);
    const link = `${server.url}${PAGE}#map=VN/${FACT}`;
    await use(page, "copy-quote", FACT);
    await said(reader, words.copied);
    const quote = await copied(reader);
    assert.ok(quote.startsWith(`“${fact.summary[lang]}”\n`), quote);
    assert.ok(quote.includes(fact.title[lang]) && quote.includes(spoken(fact.date, lang)), quote);
    assertAttributed(quote, words, link);
    assertSources(quote);

    await use(page, "copy-citation", FACT);
    await reader.until((quote) => navigator.clipboard.readText().then((text) => text !== quote), quote);
    const citation = await copied(reader);
    assert.ok(citation.includes(fact.title[lang]) && citation.endsWith(link), citation);
    assertAttributed(citation, words, link);
    assertSources(citation);

    await use(page, "copy-link", FACT);
    await reader.until((link) => navigator.clipboard.readText().then((text) => text === link), link);
  });

  onPage(`a fact is cited as APA, BibTeX and CSL-JSON (${lang})`, settings, async ({ reader, page, context, server }) => {
    await clipboard(page, context, server, true);
    const cited = async (form, starts) => {
      await choose(page, "copy-citation", FACT, form);
      await use(page, "copy-citation", FACT);
      await reader.until((starts) => navigator.clipboard.readText().then((text) => text.startsWith(starts)), starts);
      const text = await copied(reader);
      assert.ok(text.includes("2021") && text.includes(`${PAGE}#map=VN/${FACT}`), text);
      return text;
    };
    await use(page, "copy-citation", FACT);
    await reader.until((title) => navigator.clipboard.readText().then((text) => text.includes(title)), fact.title[lang]);
    const apa = await cited("APA", `${fact.title[lang]}. (2021, `);
    assert.ok(apa.includes(words.edition), apa);
    const bibtex = await cited("BibTeX", `@misc{${FACT},`);
    assert.match(bibtex, /year = \{2021\},\n {2}month = jul,/);
    const [item] = JSON.parse(await cited("CSL-JSON", "[\n"));
    assert.equal(item.title, fact.title[lang]);
    assert.deepEqual(item["event-date"], { "date-parts": [[2015, 12, 20]] });
    assert.deepEqual([item.id, item.version, item.language], [FACT, data.version, lang]);
  });

  onPage(`a copied link opens that fact in that language (${lang})`, settings, async ({ reader, page, context, server }) => {
    await clipboard(page, context, server, true);
    await use(page, "copy-link", FACT);
    await said(reader, words.copied);
    const link = await copied(reader);
    await page.goto("about:blank");
    await page.goto(link);
    await shows(reader, "VN");
    const seen = await look(reader);
    assert.equal(seen.lang, lang);
    assert.deepEqual(seen.facts.filter(({ current }) => current).map(({ id }) => id), [FACT]);
  });

  onPage(`a refused clipboard leaves the text to copy by hand (${lang})`, settings, async ({ reader, page, context, server }) => {
    await clipboard(page, context, server, false);
    await use(page, "copy-quote", FACT);
    await said(reader, words.refused);
    const selected = await reader.run(() => {
      const field = document.querySelector("rok-asean-map").shadowRoot.activeElement;
      return { text: field.value.slice(field.selectionStart, field.selectionEnd), readOnly: field.readOnly, name: field.ariaLabel };
    });
    assert.ok(selected.readOnly && selected.name);
    assertAttributed(selected.text, words, `#map=VN/${FACT}`);
    assertSources(selected.text);
  });

  onPage(`the table of a card is read by another program (${lang})`, { lang, hash: "#map=VN" }, async ({ reader, page, browser, context }) => {
    const folder = await downloads(browser, context);
    await use(page, "download-csv");
    const { name, bytes } = await folder.saved();
    assert.equal(name, `${data.id}-1-VN-${lang}.csv`);
    assert.match(await said(reader, name), words.saved);
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const rows = parse(bytes, { bom: true, columns: true, record_delimiter: "\r\n" });
    const wanted = facts("VN");
    assert.deepEqual(rows.map(({ id }) => id).sort(), wanted.map(({ id }) => id).sort());
    const row = rows.find(({ id }) => id === FACT);
    const sources = fact.sources.map((id) => data.sources[id]);
    assert.deepEqual(row, {
      id: FACT, country: "VN", country_name: country("VN").name[lang].short, pillar: fact.pillar, initiative: fact.initiative,
      date: fact.date, status: fact.status, title: fact.title[lang], summary: fact.summary[lang],
      source_title: sources.map(({ title }) => title).join(" | "),
      source_publisher: sources.map(({ publisher }) => publisher).join(" | "),
      source_url: sources.map(({ url }) => url).join(" | "),
      source_date: sources.map(({ date }) => date ?? "").join(" | "),
      as_of: data.asOf, dataset_version: data.version,
    });
    await folder.close();
  });

  onPage(`what is chosen is what is saved, and a map can show it (${lang})`, { lang }, async ({ reader, page, browser, context }) => {
    const folder = await downloads(browser, context);
    const { id: pillar, name } = data.pillars.at(-1);
    await clickText(reader, "filter", name[lang]);
    await use(page, "download-json");
    const { path, bytes, name: file } = await folder.saved();
    assert.equal(file, `${data.id}-1-all-${lang}.json`);
    const taken = JSON.parse(bytes);
    assert.deepEqual(taken.facts, data.facts.filter((one) => one.pillar === pillar));
    assert.deepEqual([taken.asOf, taken.version, taken.title], [data.asOf, data.version, data.title]);
    const check = spawnSync("npm", ["run", "--silent", "check", "--", path], { encoding: "utf8" });
    assert.equal(check.status, 0, check.stdout + check.stderr);
    await folder.close();
  });

  for (const [form, width, height] of [["1200 × 630", 1200, 630], ["1080 × 1080", 1080, 1080]]) {
    onPage(`a picture of ${form} is a PNG with its words inside (${lang})`, { lang, hash: "#map=VN" }, async ({ page, browser, context, server }) => {
      const folder = await downloads(browser, context);
      const { name, bytes } = await picture(page, folder, form);
      assert.equal(name, `${data.id}-1-VN-${lang}.png`);
      const drawn = PNG.sync.read(bytes);
      assert.deepEqual([drawn.width, drawn.height], [width, height]);
      assert.ok(colours(drawn) > 100, "something is drawn");
      const texts = labels(bytes);
      assert.equal(texts.Title, `${data.title[lang]}: ${country("VN").name[lang].formal}`);
      assertAttributed(texts.Description, words, `${server.url}${PAGE}#map=VN`);
      await folder.close();
    });
  }

  const dark = { head: `<meta name="color-scheme" content="light dark">`, media: [{ name: "prefers-color-scheme", value: "dark" }] };
  onPage(`a picture of what is seen has twice its pixels, and its colours (${lang})`, { lang, width: 390, ...dark }, async ({ reader, page, browser, context }) => {
    const folder = await downloads(browser, context);
    const { bytes } = await picture(page, folder, lang === "ko" ? "화면과 같게" : "As shown");
    const drawn = PNG.sync.read(bytes);
    const width = await reader.run(() => document.querySelector("rok-asean-map").shadowRoot.querySelector("[part=map]").clientWidth);
    assert.equal(drawn.width, 2 * width);
    assert.deepEqual([...drawn.data.subarray(0, 3)], [19, 20, 22], "the surface of the dark skin");
    assert.ok(drawn.height > drawn.width);
    await folder.close();
  });

  onPage(`a drawing opens alone and says what it shows (${lang})`, { lang, hash: "#map=SG" }, async ({ page, browser, context, server }) => {
    const folder = await downloads(browser, context);
    await use(page, "download-svg");
    const { name, bytes } = await folder.saved();
    assert.equal(name, `${data.id}-1-SG-${lang}.svg`);
    server.route("/alone.svg", (_, response) => response.writeHead(200, { "Content-Type": "image/svg+xml" }).end(bytes));
    const alone = await context.newPage();
    await alone.goto(`${server.url}/alone.svg`, { waitUntil: "domcontentloaded" });
    const seen = await alone.evaluate(() => {
      const root = document.documentElement;
      const { width, height } = root.getBoundingClientRect();
      const outside = [...root.querySelectorAll("text")].filter((text) => {
        const box = text.getBoundingClientRect();
        return box.left < 0 || box.right > width || box.top < 0 || box.bottom > height;
      });
      return {
        root: root.localName, size: [width, height], outside: outside.map((text) => text.textContent),
        title: root.querySelector("title").textContent, desc: root.querySelector("desc").textContent,
        words: [...root.querySelectorAll("text")].map((text) => text.textContent).join(" "),
      };
    });
    await alone.close();
    await page.bringToFront();
    assert.deepEqual([seen.root, seen.size, seen.outside], ["svg", [1200, 630], []]);
    assert.equal(seen.title, `${data.title[lang]}: ${country("SG").name[lang].formal}`);
    assertAttributed(seen.desc, words, "#map=SG");
    for (const part of [words.asOf, "Natural Earth", country("SG").capital[lang], "#map=SG"]) {
      assert.ok(seen.words.includes(part), `${seen.words} lacks ${part}`);
    }
    await folder.close();
  });

  onPage(`a card's link leads to this page, or to the country's own (${lang})`, { lang, hash: "#map=VN" }, async ({ reader, page, browser, context, server }) => {
    await clipboard(page, context, server, true);
    const copies = (link) => reader.until((link) => navigator.clipboard.readText().then((text) => text === link), link);
    const folder = await downloads(browser, context);
    await use(page, "download-svg");
    await folder.saved();
    await use(page, "copy-link");
    await copies(`${server.url}${PAGE}#map=VN`);
    await choose(page, "copy-link", undefined, words.ownPage);
    await use(page, "copy-link");
    const own = `${server.url}/${lang === "ko" ? "ko/" : ""}vn.html`;
    await copies(own);
    await use(page, "copy-link", FACT);
    await copies(`${server.url}${PAGE}#map=VN/${FACT}`);
    const beside = () => reader.run(() => [...document.querySelector("rok-asean-map").shadowRoot.querySelectorAll(".tools > label")].length);
    assert.equal(await beside(), 1, "a fact has no page of its own");
    await reader.run(() => document.querySelector("rok-asean-map").select(null));
    await shows(reader, null);
    await use(page, "copy-link");
    await copies(`${server.url}${PAGE}`);
    assert.equal(await beside(), 0, "nor has the overview");
    await page.goto(own);
    assert.equal(await page.title(), `${country("VN").name[lang].short} | ${data.title[lang]}`);
    await folder.close();
  });

  onPage(`the alt text is ready to copy, and the sheet to print (${lang})`, { lang, hash: "#map=VN" }, async ({ reader, page, context, server }) => {
    await clipboard(page, context, server, true);
    await reader.run(() => void (window.print = () => (document.title = "printed")));
    await use(page, "copy-alt");
    await said(reader, words.copied);
    const alt = await copied(reader);
    assert.ok(alt.includes(country("VN").name[lang].formal) && alt.includes(country("VN").capital[lang]), alt);
    assertAttributed(alt, words, `${server.url}${PAGE}#map=VN`);
    await use(page, "print");
    await reader.until(() => document.title === "printed");
  });
}

for (const [lang, blocked] of [["en", "the browser has blocked the download"], ["ko", "브라우저가 내려받기를 차단한 것입니다"]]) {
  onPage(`a reader whose browser blocks downloads is told why no file appears, and loses nothing (${lang})`, { lang, hash: "#map=VN" }, async ({ reader, page, browser, context }) => {
    const session = await browser.target().createCDPSession();
    await session.send("Browser.setDownloadBehavior", { behavior: "deny", browserContextId: context.id, eventsEnabled: true });
    const ended = new Promise((tell) => session.on("Browser.downloadProgress", ({ state }) => state !== "inProgress" && tell(state)));
    await use(page, "download-csv");
    assert.equal(await ended, "canceled");
    await said(reader, blocked);
    const { card, facts: shown } = await look(reader);
    assert.deepEqual([card.code, shown.length], ["VN", facts("VN").length]);
  });

  onPage(`the keyboard alone saves, copies and prints (${lang})`, { lang, hash: "#map=VN" }, async ({ reader, page, context, server, browser }) => {
    await clipboard(page, context, server, true);
    const folder = await downloads(browser, context);
    await reader.run(() => void (window.print = () => (document.title = "printed")));
    const at = () => reader.run(() => {
      const inner = document.activeElement?.shadowRoot?.activeElement;
      return inner?.closest("[part=fact]") ? "" : (inner?.dataset.action ?? "");
    });
    const to = async (wanted) => {
      for (let presses = 0; presses < 80; presses++) {
        if ((await at()) === wanted) return;
        await reader.press("Tab");
      }
      assert.fail(`Tab never got to ${wanted}`);
    };
    await to("copy-link");
    await reader.press("Space");
    await reader.until((link) => navigator.clipboard.readText().then((text) => text === link), `${server.url}${PAGE}#map=VN`);
    await to("download");
    await reader.press("Enter");
    await to("print");
    await reader.press("Enter");
    await reader.until(() => document.title === "printed");
    assert.equal(await at(), "print", "the keyboard stays where it was");
    for (const kind of ["csv", "json", "svg", "png"]) {
      await to(`download-${kind}`);
      await reader.press(kind === "svg" ? "Space" : "Enter");
      assert.equal((await folder.saved()).name, `${data.id}-1-VN-${lang}.${kind}`);
    }
    await to("copy-alt");
    await reader.press("Enter");
    await reader.until((name) => navigator.clipboard.readText().then((text) => text.includes(name)), country("VN").capital[lang]);
    await folder.close();
  });
}

/** A picture in this form: the first use saves the usual one, and brings the menu. */
async function picture(page, folder, form) {
  await use(page, "download-png");
  await folder.saved();
  await choose(page, "download-png", undefined, form);
  await use(page, "download-png");
  return folder.saved();
}

/** How many colours a picture has. */
function colours({ data: pixels }) {
  const seen = new Set();
  for (let at = 0; at < pixels.length; at += 4) seen.add(pixels.readUInt32BE(at));
  return seen.size;
}

/** The texts of a PNG's `iTXt` chunks, by keyword. */
function labels(bytes) {
  const texts = {};
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (bytes.toString("latin1", at + 4, at + 8) === "iTXt") {
      const end = body.indexOf(0);
      texts[body.toString("latin1", 0, end)] = body.toString("utf8", end + 5);
    }
    at += 12 + length;
  }
  return texts;
}

for (const words of LANGS) {
  onPage(`the keyboard alone quotes, cites and links a fact (${words.lang})`, { lang: words.lang, hash: `#map=VN/${FACT}` }, async ({ reader, page, context, server }) => {
    await clipboard(page, context, server, true);
    const here = () => reader.run(() => {
      const { activeElement: inner } = document.activeElement?.shadowRoot ?? {};
      const name = inner?.labels?.[0]?.firstChild.textContent;
      return { tag: inner?.localName, action: inner?.dataset.action, fact: inner?.closest("[data-fact]")?.dataset.fact, expanded: inner?.ariaExpanded, name };
    });
    const to = async (action) => {
      for (let presses = 0; presses < 120; presses++) {
        const at = await here();
        if (at.action === action && at.fact === FACT) return;
        await reader.press("Tab");
      }
      assert.fail(`Tab never got to ${action}`);
    };
    const copies = (part) => reader.until((part) => navigator.clipboard.readText().then((text) => text.includes(part)), part);

    await to("copy-quote");
    await reader.press("Enter");
    await said(reader, words.copied);
    await copies(fact.summary[words.lang]);
    await to("copy-citation");
    await reader.press("Space");
    await copies(words.edition);
    assert.equal((await here()).expanded, "true", "the tool says that there is more now");
    // The menu stands next in line once it is there; the form is chosen by its arrow key.
    await reader.press("Tab");
    assert.deepEqual((({ tag, name }) => [tag, name])(await here()), ["select", words.forms]);
    await reader.press("ArrowDown", "ArrowDown");
    await page.keyboard.down("Shift");
    await reader.press("Tab");
    await page.keyboard.up("Shift");
    await reader.press("Enter");
    await copies("@misc{");
    await to("copy-link");
    await reader.press("Enter");
    await reader.until((link) => navigator.clipboard.readText().then((text) => text === link), `${server.url}${PAGE}#map=VN/${FACT}`);
    assert.equal((await here()).action, "copy-link", "the keyboard stays where it was");
  });
}

onPage("what is said is said once, and again for the next use", { hash: `#map=VN/${FACT}` }, async ({ reader, page, context, server }) => {
  await clipboard(page, context, server, true);
  await hearing.attend(reader);
  const heard = [];
  for (const action of ["copy-link", "copy-link", "copy-quote"]) {
    await use(page, action, FACT);
    heard.push(...hearing.said(await hearing.spoken(reader)));
  }
  assert.deepEqual(heard, ["The link is copied.", "The link is copied.", "The quote is copied."]);
});

onPage("readers who only read fetch nothing for it", {}, async ({ reader, page, server }) => {
  await clickText(reader, "list", "Viet Nam");
  await shows(reader, "VN");
  const before = server.asked.filter((path) => /desk/.test(path));
  assert.deepEqual(before, []);
  await use(page, "copy-quote", FACT);
  await reader.until(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("map.desk.") && name.endsWith(".wasm")));
});

onPage("a desk that does not come is said, and tried again", {
  hash: `#map=VN/${FACT}`,
  setUp: ({ server }) =>
    ["wasm", "core.js"].forEach((form) => server.route(`/map.desk.${form}`, (_, response) => response.writeHead(503).end())),
  expected: [/503|integrity/],
}, async ({ reader, page, context, server }) => {
  await clipboard(page, context, server, true);
  await use(page, "copy-quote", FACT);
  await said(reader, /could not be loaded/);
  server.reset();
  await use(page, "copy-quote", FACT);
  await reader.until(() => navigator.clipboard.readText().then((text) => text.startsWith("“")));
});

for (const [lang, coming] of [["en", "The tools are loading."], ["ko", "도구를 불러오는 중입니다."]]) {
  onPage(`on a slow line a reader is told that the tool is on its way, and then it does its work (${lang})`, { lang, hash: `#map=VN/${FACT}` }, async ({ reader, page, context, server }) => {
    await clipboard(page, context, server, true);
    const release = server.hold("/map.desk.wasm");
    await use(page, "copy-quote", FACT);
    await said(reader, coming);
    release();
    await reader.until(() => navigator.clipboard.readText().then((text) => text.startsWith("“")));
    await reader.until((coming) => document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=status]").textContent !== coming, coming);
  });
}

onPage("a tool that was on its way does nothing for the card that came instead", { hash: `#map=VN/${FACT}` }, async ({ reader, page, context, server }) => {
  await clipboard(page, context, server, true);
  await reader.run(() => {
    const write = navigator.clipboard.writeText.bind(navigator.clipboard);
    window.written = [];
    navigator.clipboard.writeText = (text) => (window.written.push(text), write(text));
  });
  const release = server.hold("/map.desk.wasm");
  await use(page, "copy-quote", FACT);
  await said(reader, "The tools are loading.");
  await reader.run(() => document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=list-item][data-country=TH]").click());
  await shows(reader, "TH");
  release();
  // Tools are served in turn: when the next one is done, so is the first.
  const [{ id }] = facts("TH");
  await use(page, "copy-link", id);
  await reader.until(() => window.written.length > 0);
  assert.deepEqual((await reader.run(() => window.written)).map((text) => text.split("#")[1]), [`map=TH/${id}`]);
  const done = await reader.run(() => [...document.querySelector("rok-asean-map").shadowRoot.querySelectorAll("[data-done]")].map((tool) => tool.dataset.action));
  assert.deepEqual(done, ["copy-link"]);
});

onPage("the tools speak the page's language, also after a change of it", { hash: "#map=VN" }, async ({ reader, page, browser, context }) => {
  const folder = await downloads(browser, context);
  const named = async () => {
    await use(page, "download-png");
    await folder.saved();
    const first = await tool(page, "download-csv");
    const nameOf = (tool) => [...tool.closest(".tools").querySelectorAll("button, label, option")].map((one) => (one.control ? one.firstChild : one).textContent);
    return first.evaluate(nameOf);
  };
  assert.deepEqual(await named(), [
    "Open all entries", "Copy link", "Download", "Print", "Table (CSV)", "Dataset (JSON)", "Picture (SVG)", "Picture (PNG)",
    "Size of the picture", "1200 × 630", "1080 × 1080", "As shown", "Copy alternative text",
  ]);
  await reader.run(() => (document.documentElement.lang = "ko"));
  await reader.until(() => document.querySelector("rok-asean-map").shadowRoot.querySelector(".root").lang === "ko");
  assert.deepEqual(await named(), [
    "모든 항목 펼치기", "링크 복사", "내려받기", "인쇄", "표(CSV)", "자료(JSON)", "그림(SVG)", "그림(PNG)",
    "그림 크기", "1200 × 630", "1080 × 1080", "화면과 같게", "대체 텍스트 복사",
  ]);
  await folder.close();
});

onPage("what a fact's tools have brought does not pass to another country's fact", { hash: "#map=VN" }, async ({ reader, page, context, server }) => {
  await clipboard(page, context, server, true);
  const beside = () =>
    reader.run(() => {
      const root = document.querySelector("rok-asean-map").shadowRoot;
      return root.querySelectorAll(".tools label, [data-done]").length;
    });
  const open = async (code) => {
    const control = code ? `[part~=list-item][data-country=${code}]` : "[data-action=close]";
    await reader.run((control) => document.querySelector("rok-asean-map").shadowRoot.querySelector(control).click(), control);
    await shows(reader, code);
  };
  await citeAll(reader, page);
  await use(page, "download-svg");
  await reader.until(() => document.querySelector("rok-asean-map").shadowRoot.querySelector("[data-done][data-action=download-svg]"));
  assert.equal(await beside(), facts("VN").length + 2);
  for (const code of ["TH", "VN"]) {
    await open(code);
    assert.equal(await beside(), 0, code);
  }
  await use(page, "download-svg");
  await reader.until(() => document.querySelector("rok-asean-map").shadowRoot.querySelector("[data-done]"));
  await open(null);
  assert.equal(await beside(), 0, "the overview");
});

for (const [lang, width] of [["en", 320], ["ko", 1280]]) {
  onPage(`axe finds nothing with all menus there, and nothing overflows (${lang}, ${width} px)`, { path: lang === "ko" ? "/ko/" : "/", hash: "#map=VN", width }, async ({ reader, page, context, server }) => {
    await clipboard(page, context, server, true);
    await citeAll(reader, page);
    await reader.until((count) => document.querySelector("rok-asean-map").shadowRoot.querySelectorAll(".tools select").length === count, facts("VN").length);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => window.axe.run(document));
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes[0].html]), []);
    assert.equal(await reader.run(() => document.documentElement.scrollWidth <= innerWidth), true);
    const small = await reader.run(() =>
      [...document.querySelector("rok-asean-map").shadowRoot.querySelectorAll(".tools :is(button, label)")]
        .filter((one) => one.checkVisibility())
        .map((one) => [one.textContent, one.getBoundingClientRect()])
        .filter(([, { width, height }]) => Math.min(width, height) < 24)
        .map(([name]) => name),
    );
    assert.deepEqual(small, []);
  });
}
