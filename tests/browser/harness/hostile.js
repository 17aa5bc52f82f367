// Pages that a map may meet: one table. A page's own parts are an office's; `#place` is where the map is put.
import { readFileSync } from "node:fs";
import { DIST } from "./serve.js";

const TAG = `<script src="/map.js" data-loading="eager"></script>`;
const UPGRADE = `<script src="/map.js" data-place="none"></script>`;
const LAZY = `<script src="/map.js"></script>`;
const ELEMENT = `<rok-asean-map loading="eager"></rok-asean-map>`;
const POLYFILL = new URL("../../../node_modules/@webcomponents/custom-elements/custom-elements.min.js", import.meta.url);

/** What Chromium says of a declarative shadow root that HTML put in by a script does not become. */
const INERT = /declarative shadowrootmode/;

const snippet = (lang) => readFileSync(`${DIST}snippet.${lang}.html`, "utf8");
const unvouched = (html) => html.replaceAll(/ (integrity|crossorigin)="[^"]*"/g, "");

/** What a page may have: `css` and `script` of its own, `attributes` of its root, what is `given` it to put in its place,
 *  what it puts that `within`, and what it does `then`, so that the map is seen. */
export const PAGES = {
  "unsets everything": { css: "*{all:unset} head,template,script{display:none}" },
  "resets boxes and fonts": {
    css: "*{margin:0;padding:0;border:0;min-width:0;max-width:100%;box-sizing:content-box;font:inherit;list-style:none;vertical-align:baseline}",
  },
  "hides its pictures, lists and controls": { css: "svg,svg *,path,ul,li,nav,a,button,select,details,h2,div div{display:none!important}" },
  "sets its text wildly": {
    css: `*{letter-spacing:.4em;word-spacing:1em;text-transform:uppercase;text-indent:4em;text-align:right;
      font-style:italic;font-variant:small-caps;line-height:.8;text-shadow:2px 2px red;-webkit-text-fill-color:transparent;
      -webkit-text-stroke:2px red;word-break:break-all;fill:none;stroke:red;stroke-width:9px;text-anchor:end;cursor:none} #place{white-space:nowrap}`,
  },
  "floats and bends everything": { css: "#place{display:flow-root} #place *{float:left;display:flex;align-items:center;justify-content:center}" },
  "centres a column": { css: "#place{display:flex;flex-direction:column;align-items:center}" },
  "centres a column in a column": {
    css: "#place,#place div{display:flex;flex-direction:column;align-items:center}",
    given: `<div>${ELEMENT}</div>${UPGRADE}`,
  },
  "centres a grid": { css: "#place{display:grid;place-items:center}" },
  "has a row with an aside": { css: "#place{display:flex} #place::before{content:'Aside';width:60px}" },
  "is a table": { css: "#place{display:table-cell}" },
  "gives the map a narrow column": { css: "#place{width:288px}" },
  "is very wide": { width: 2560, height: 1700 },
  "takes all size from its text": { css: "#place{font-size:0}" },
  "has a small root": { css: "html{font-size:62.5%}" },
  "runs from right to left": { attributes: `dir="rtl"` },
  "has no doctype": { doctype: "", attributes: `class="ROOT"` },
  "is in Korean and in EUC-KR": { attributes: `lang="ko"`, encoding: "euc-kr", lang: "ko" },
  "has extended every prototype": {
    script: `for (const { prototype } of [Object, Array, String, Function, Element]) prototype.extend = function () { return this; };
      Array.prototype.last = function () { return this[this.length - 1]; };`,
  },
  "has a polyfill of custom elements": {
    script: `customElements.forcePolyfill = true;\n${readFileSync(POLYFILL, "utf8")}`,
  },
  "shows the map later": { css: ".away{display:none}", given: LAZY, within: "away", then: () => (document.querySelector(".away").className = "") },
  "keeps the map in a fold": { given: LAZY, within: "details", then: () => (document.querySelector("#place details").open = true) },
  "puts the map in an open shadow root": { given: ELEMENT + UPGRADE, within: "open" },
  "puts the map in a closed shadow root": { given: ELEMENT + UPGRADE, within: "closed" },
  "puts the snippet in as HTML": { given: snippet("en"), expected: [INERT] },
  "strips what vouches for the snippet": { given: unvouched(snippet("ko")), attributes: `lang="ko"`, lang: "ko", expected: [INERT] },
  "puts its own HTML in again": { then: () => (document.querySelector("#place").innerHTML += "") },
  "runs the script again and again": { given: ELEMENT + UPGRADE.repeat(3) },
  "keeps a copy of the map": { then: () => document.querySelector("rok-asean-map").replaceWith(document.querySelector("rok-asean-map").cloneNode(true)) },
  "moves the map about": { then: () => ["body", "main", "#place"].forEach((to) => document.querySelector(to).append(document.querySelector("rok-asean-map"))) },
};

/** What an office has on its page, in the words of old and new HTML. */
const OWN = `<main><h1>Release</h1><p>A text with a <a href="#x">link</a>, <em>stress</em> and <b class="body">weight</b>.</p>
  <div id="place"></div>
  <ul class="facts"><li>One<li>Two</ul><table class="root"><tr><th>Head<td>Cell</table>
  <form class="panel"><label>Name <input></label><select><option>Choice</select><button type="button">Send</button></form>
  <svg viewBox="0 0 20 20" width="20"><circle class="disc" cx="9" cy="9" r="9"/><text class="end">svg</text></svg>
  <details class="pillar"><summary>Fold</summary><p>Folded</p></details><nav class="countries">Places</nav></main>`;

/** Without Trusted Types, which pages that write HTML do not have. */
export const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; frame-src 'self'";

/** Adds a hostile page to the server, as `/hostile.html`; what is `heard` runs before all that the page has. */
export function serve(server, page, heard = "") {
  const answer = (path, type, body) =>
    server.route(path, (_, response) => response.writeHead(200, { "Content-Type": type, "Content-Security-Policy": POLICY }).end(body));
  answer("/hostile.html", "text/html", html(page));
  // A bar that scrolls stands there before the map does, in browsers where it takes room.
  answer("/own.css", "text/css; charset=utf-8", `html{overflow-y:scroll} #place{display:block} ${page.css ?? ""}`);
  answer("/own.js", "text/javascript; charset=utf-8", `${heard}\n${page.script ?? ""}`);
}

/** The page, as bytes in its encoding. What it is given waits as text, so that nothing of it runs. */
function html({ doctype = "<!doctype html>", attributes = "", encoding = "utf-8", given = TAG }) {
  const head = `<meta charset="${encoding}"><title>Page</title><meta name="viewport" content="width=device-width">
    <link rel="stylesheet" href="/own.css"><script src="/own.js"></script>`;
  const text = given.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const korean = encoding === "utf-8" ? Buffer.from("한국") : Buffer.of(0xc7, 0xd1, 0xb1, 0xb9);
  const before = `${doctype}<html ${attributes}>${head}<body>${OWN}<p id="korean">`;
  return Buffer.concat([Buffer.from(before), korean, Buffer.from(`</p><textarea hidden>${text}</textarea></body></html>`)]);
}

/** Puts in what the page is given, as a content system does: HTML from text, then each script made anew. Gives where. */
export function put(within) {
  const place = document.querySelector("#place");
  const template = document.createElement("template");
  template.innerHTML = document.querySelector("textarea").value;
  const scripts = [...template.content.querySelectorAll("script")].map(renewed);
  const into = within ? place.appendChild(document.createElement(within === "details" ? within : "div")) : place;
  if (within === "away") into.className = within;
  const shadow = /open|closed/.test(within) && into.attachShadow({ mode: within });
  (shadow || into).innerHTML = template.innerHTML;
  place.append(...scripts);
  window[Symbol.for("seen")].place = shadow || into;
  return shadow || into;

  function renewed(old) {
    const script = document.createElement("script");
    for (const { name, value } of old.attributes) script.setAttribute(name, value);
    old.remove();
    return script;
  }
}

/** What can be seen of a map. */
export function seen(map = window[Symbol.for("seen")].map) {
  const all = (part) => [...map.shadowRoot.querySelectorAll(`[part~=${part}]`)];
  const isShown = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true });
  const plate = all("map")[0].getBoundingClientRect();
  const template = map.querySelector("template");
  return {
    items: all("list-item").filter((one) => isShown(one) && one.offsetHeight >= 44 && one.offsetWidth >= 90).map((one) => one.dataset.country),
    shapes: all("country").filter(isWhole).map((one) => one.dataset.country),
    plate: [plate.width, plate.height],
    column: (map.parentElement ?? map).getBoundingClientRect().width,
    template: template && isShown(template),
    direction: getComputedStyle(all("title")[0]).direction,
  };

  function isWhole(one) {
    const land = one.querySelector("path + path");
    const box = land.getBoundingClientRect();
    const isInside = box.width > 0 && box.left >= plate.left && box.right <= plate.right + plate.width / 10;
    return isShown(one) && isInside && getComputedStyle(land).fill !== "none";
  }
}

/** What is the page's own: names, attributes, styles and boxes, but for what follows from the room that the map takes. */
export function portrait() {
  const seen = window[Symbol.for("seen")];
  const place = document.querySelector("#place");
  seen.own ??= [...document.querySelectorAll("*")].filter((one) => one !== place);
  return {
    names: Object.keys(window),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    head: document.head.children.length,
    parts: seen.own.map((one) => [one.localName, one.isConnected, attributes(one), style(one), box(one)]),
  };

  function attributes(one) {
    return [...one.attributes].map(({ name, value }) => `${name}=${value}`);
  }

  function style(one) {
    const grows = /^(block-size|height|perspective-origin|transform-origin|grid-template-rows)$/;
    const all = getComputedStyle(one);
    return [...all].filter((name) => !(one.contains(place) && grows.test(name))).map((name) => `${name}:${all[name]}`);
  }

  function box(one) {
    if (one.contains(place) || !one.getClientRects().length) return null;
    const { left, top, width, height } = one.getBoundingClientRect();
    const isBefore = one.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING;
    // To a tenth of a pixel: a page that has scrolled gives other last digits.
    const round = (length) => Math.round(length * 10) / 10;
    return [round(left + scrollX), isBefore ? round(top + scrollY) : "below", round(width), round(height)];
  }
}

/** What differs between two portraits, in words. */
export function changes(before, after) {
  const parts = before.parts.flatMap(([name, ...was], index) => {
    const is = after.parts[index].slice(1).flat();
    return was.flat().flatMap((one, at) => (one === is[at] ? [] : [`${name}: ${one} is ${is[at]}`]));
  });
  const rest = ["names", "sheets", "head"].filter((key) => `${before[key]}` !== `${after[key]}`);
  return [...parts, ...rest.map((key) => `${key}: ${before[key]} is ${after[key]}`)];
}
