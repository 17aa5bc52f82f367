// What is left of each form of the code where an editor or a sanitizer has taken it in, and what a reader then sees.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { extname } from "node:path";
import sanitize from "sanitize-html";
import { code, FORMS } from "../../www/desk/code.js";
import { dataset } from "./harness/data.js";
import { named, TYPES } from "./harness/serve.js";
import { onPage } from "./harness/stage.js";
import { shipped } from "./harness/still-read.js";

const ROOT = new URL("../../", import.meta.url);

/** What WordPress leaves to authors without `unfiltered_html`: its KSES list for posts, as far as our forms could use it. */
const KSES = {
  allowedTags: (
    "a abbr address article aside b blockquote br button caption cite code dd del details div dl dt em figcaption figure " +
    "footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd label li main mark nav ol p pre q s section small span strong sub " +
    "summary sup table tbody td tfoot th thead tr u ul var"
  ).split(" "),
  allowedAttributes: {
    "*": ["aria-*", "class", "data-*", "dir", "hidden", "id", "lang", "role", "style", "title"],
    a: ["href", "name", "rel", "rev", "target"],
    details: ["open"],
    img: ["align", "alt", "height", "loading", "src", "width"],
  },
  // Only tags are taken out, not what stands between them.
  nonTextTags: [],
};

/** Each takes code as its source and gives what it would publish; `page` holds the editors. */
const EDITORS = {
  "a page that takes scripts": async (_, html) => html,
  "WordPress (KSES)": async (_, html) => sanitize(html, KSES),
  "TinyMCE": (page, html) => page.evaluate((html) => (window.tiny.setContent(html), window.tiny.getContent()), html),
  "CKEditor 5": (page, html) => page.evaluate((html) => (window.classic.setData(html), window.classic.getData()), html),
  "DOMPurify": (page, html) => page.evaluate((html) => window.DOMPurify.sanitize(html), html),
  "sanitize-html": async (_, html) => sanitize(html),
};

const WORKSHOP = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Editors</title><body>
  <textarea id="first"></textarea><div id="second"></div>
  <script src="/node_modules/dompurify/dist/purify.min.js"></script>
  <script src="/node_modules/tinymce/tinymce.min.js"></script>
  <script src="/node_modules/@ckeditor/ckeditor5-build-classic/build/ckeditor.js"></script>
  <script>
    tinymce.init({ selector: "#first", license_key: "gpl", promotion: false, skin: false, content_css: false })
      .then(([editor]) => (window.tiny = editor))
      .then(() => ClassicEditor.create(document.querySelector("#second")))
      .then((editor) => (window.classic = editor));
  </script></html>`;

const FILES = [
  "dompurify/dist/purify.min.js", "tinymce/tinymce.min.js", "tinymce/models/dom/model.min.js",
  "tinymce/themes/silver/theme.min.js", "tinymce/icons/default/icons.min.js",
  "@ckeditor/ckeditor5-build-classic/build/ckeditor.js",
];

const CODE = "VN";
const data = dataset();
const manifest = JSON.parse(shipped("manifest.json"));
const made = {
  script: named("map.js"), hash: manifest[named("map.js")].sha384, snippet: shipped("snippet.en.html"),
  alt: manifest["picture.vn.en.png"].alt, name: `${data.title.en}: ${data.countries.find(({ code }) => code === CODE).name.en.short}`,
};

/** The forms as README calls them; in a template stands the element, and what a bundle imports is no HTML. */
const PASTED = { element: "element", tag: "tag", snippet: "snippet", frame: "frame", editor: "picture and link", picture: "picture", link: "link" };
assert.deepEqual(Object.keys(PASTED).sort(), FORMS.filter((form) => !["template", "package"].includes(form)).sort());

/** What is there for a reader: all that can be seen and works. */
function seen() {
  const isSeen = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const all = (query) => [...document.querySelectorAll(query)].filter(isSeen);
  const isLive = (from) => from?.querySelector("rok-asean-map")?.shadowRoot?.querySelectorAll("[part~=card], [part~=overview]").length > 0;
  return {
    map: isLive(document),
    frame: all("iframe").some(({ contentDocument }) => isLive(contentDocument)),
    picture: all("img").some((image) => image.naturalWidth === 1200 && image.alt),
    links: all("a[href]").filter((link) => link.innerText.trim() || link.querySelector("img")).map(({ href }) => href),
    words: all("a[href]").filter((link) => link.innerText.trim()).length,
    // Shapes without their style and script are no map.
    drawings: all("svg").length,
  };
}

/** Opens the page and says what a reader has of it: the best. */
async function best({ page, server, reader }, html, about) {
  server.text("/page.html", `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><body>${html}</html>`);
  await page.goto(`${server.url}/page.html`);
  if (/<script[^>]* src="[^"]*map\.[^"]*js"/.test(html)) await reader.heard("map-ready");
  const isBoxed = /<iframe[^>]* sandbox=/.test(html);
  if (/<iframe/.test(html) && !isBoxed) {
    await reader.until(() => document.querySelector("iframe").contentDocument?.querySelector("rok-asean-map")?.shadowRoot?.querySelector("[part~=card]") && true);
  }
  if (isBoxed) await boxed(page, server);
  const { map, frame, picture, links, words, drawings } = await page.evaluate(seen);
  if (map) return "map";
  assert.equal(drawings, 0, `${about}: a map without its script`);
  for (const href of new Set(links.filter((href) => href.startsWith(server.url)).map((href) => href.replace(/#.*/, "")))) {
    assert.equal((await fetch(href)).status, 200, `${about}: ${href}`);
  }
  if (frame) return "frame";
  if (picture) return "picture";
  return words > 0 ? "link" : "nothing";
}

/** A frame that may not run scripts: what is read in it is a link, and that opens there. */
async function boxed(page, server) {
  const frame = await page.waitForFrame((frame) => frame.url().includes("frame.html"));
  const link = await frame.waitForSelector("a", { visible: true });
  await Promise.all([frame.waitForNavigation(), link.evaluate((link) => link.click())]);
  assert.equal(frame.url(), `${server.url}/static.html`);
}

/** README's table: what is left of which form, in which editor. */
function told() {
  const readme = readFileSync(new URL("README.md", ROOT), "utf8");
  const [, table] = readme.match(/\n(\| pasted into \|.*\n(?:\|.*\n)+)/);
  const [head, , ...rows] = table.trim().split("\n").map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
  return Object.fromEntries(rows.map(([name, ...cells]) => [name, Object.fromEntries(cells.map((cell, at) => [head[at + 1], cell]))]));
}

onPage("no code comes to nothing in an editor or a sanitizer, and each to what README says", {
  path: "/workshop.html",
  ready: 0,
  expected: [/^error: Blocked script execution in '[^']*(frame|static)\.html/],
  setUp: ({ server }) => {
    server.policy("default-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; img-src 'self' data:");
    server.share();
    server.text("/favicon.ico", "");
    server.text("/workshop.html", WORKSHOP);
    for (const file of FILES) {
      const bytes = readFileSync(new URL(`node_modules/${file}`, ROOT));
      server.route(`/node_modules/${file}`, (_, response) => response.writeHead(200, { "Content-Type": TYPES[extname(file)] }).end(bytes));
    }
  },
}, async ({ page, reader, server }) => {
  await reader.until(() => window.tiny && window.classic && true);
  const choice = { folder: `${server.url}/`, options: { lang: "en", country: CODE } };
  assert.equal(code("template", choice, made).replace("\n\n", "\n"), code("element", choice, made));
  const left = [];
  for (const [editor, take] of Object.entries(EDITORS)) {
    for (const [form, name] of Object.entries(PASTED)) left.push([editor, name, await take(page, code(form, choice, made))]);
  }
  const found = Object.fromEntries(Object.keys(EDITORS).map((editor) => [editor, {}]));
  for (const [editor, name, html] of left) found[editor][name] = await best({ page, reader, server }, html, `${name} in ${editor}`);
  assert.deepEqual(found, told());
  // A picture alone has nothing to leave where pictures are taken out.
  for (const [editor, { picture, ...others }] of Object.entries(found)) {
    assert.ok(!Object.values(others).includes("nothing"), editor);
    assert.ok(picture === "picture" || others["picture and link"] === "link", editor);
  }
});
