// Pages that a map is pasted into, and what their libraries, routers and tools do to it: reports from pages of others.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { onPage, TAG } from "./harness/stage.js";
import { COUNTRIES, dataset, facts } from "./harness/data.js";
import { clickCountry, clickText, look, openFinding, shows } from "./harness/read.js";
import { bare, pages } from "./harness/pdf.js";
import { file } from "./harness/faults.js";
import { named } from "./harness/serve.js";
import { clipboard, copied, said, use } from "./harness/taken.js";

const EAGER = `<script src="/map.js" data-loading="eager"></script>`;
const ELEMENT = `<rok-asean-map loading="eager"></rok-asean-map>`;
const NONE = `<script src="/map.js" data-place="none"></script>`;

/** Pages with scripts of their own in their HTML have no policy against them. */
const LOOSE = "default-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'";

const LIBRARIES = {
  turbo: "@hotwired/turbo/dist/turbo.es2017-umd.js",
  jquery: "jquery/dist/jquery.min.js",
  klaro: "klaro/dist/klaro-no-css.js",
  darkreader: "darkreader/darkreader.js",
  readability: "@mozilla/readability/Readability.js",
  vue: "vue/dist/vue.global.prod.js",
  router: "vue-router/dist/vue-router.global.prod.js",
};

/** Serves a page's libraries and further pages; what runs in the page may stand in it. */
const loose = (pages = {}) => ({ server }) => {
  server.policy(LOOSE);
  for (const [name, path] of Object.entries(LIBRARIES)) {
    const code = readFileSync(new URL(`../../node_modules/${path}`, import.meta.url));
    server.route(`/${name}.js`, (_, response) => response.writeHead(200, { "Content-Type": "text/javascript" }).end(code));
  }
  server.text("/favicon.ico", "");
  for (const [path, html] of Object.entries(pages)) server.text(path, html);
};

const library = (name) => `<script src="/${name}.js"></script>`;
const maps = (reader) => reader.run(() => [...document.querySelectorAll("rok-asean-map")].map((map) => map.parentNode.localName));
const hash = (reader) => reader.run(() => location.hash);
const addressed = (reader, wanted) => reader.until((wanted) => location.hash === wanted, wanted);
const go = (reader, to) => reader.run((to) => void (location.hash = to), to);

// A body that is kept and put back.

const page = (title, body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>${library("turbo")}<body><h1>${title}</h1>${body}</html>`;
const TURBO = {
  path: "/a.html",
  setUp: loose({ "/a.html": page("A", `<a id="go" href="/b.html">B</a>${EAGER}`), "/b.html": page("B", `<a id="go" href="/a.html">A</a>`) }),
};

onPage("Turbo: there and back, again and again, is one map; Back leads from the other page to the opened card", TURBO, async ({ reader, page }) => {
  const visit = async (title) => {
    await reader.run(() => document.querySelector("#go").click());
    await reader.until((title) => document.querySelector("h1")?.textContent === title && !document.documentElement.ariaBusy, title);
  };
  for (const _ of [1, 2]) {
    await visit("B");
    await visit("A");
    await reader.until(() => document.querySelectorAll("rok-asean-map").length === 1);
    await shows(reader, null);
  }
  await clickCountry(reader, "VN");
  await addressed(reader, "#map=VN");
  await visit("B");
  await page.goBack();
  await reader.until(() => document.querySelector("h1").textContent === "A");
  await shows(reader, "VN");
  assert.deepEqual(await maps(reader), ["body"]);
});

onPage("a page that was kept after its tag had run, and a body that is cloned", {
  body: `<div>${EAGER}${ELEMENT}</div><p>Kept</p>`,
  setUp: loose(),
}, async ({ reader }) => {
  assert.deepEqual(await maps(reader), ["div"]);
  await reader.run(() => {
    const kept = document.body.cloneNode(true);
    document.body.replaceWith(kept);
    for (const old of kept.querySelectorAll("script")) {
      const script = document.createElement("script");
      for (const { name, value } of old.attributes) script.setAttribute(name, value);
      old.replaceWith(script);
    }
  });
  await reader.heard("map-ready", 2);
  await reader.settled();
  assert.deepEqual(await maps(reader), ["div"]);
});

// Routers and their address.

const ROUTED = `${library("vue")}${library("router")}<div id="app"></div><script>
  const { createRouter, createWebHistory } = VueRouter;
  const Release = { template: '<h1>Release</h1><p><router-link id="go" to="/other">Other</router-link></p><rok-asean-map loading="eager"></rok-asean-map>' };
  const routes = [{ path: "/page.html", component: Release }, { path: "/other", component: { template: "<h1>Other</h1>" } }];
  Vue.createApp({ template: "<router-view></router-view>" }).use(createRouter({ history: createWebHistory(), routes })).mount("#app");
</script>${NONE}`;

onPage("vue-router: Back leads from the other page to the opened card, and on to none", {
  body: ROUTED,
  setUp: (context) => (loose()(context), context.server.policy(LOOSE + " 'unsafe-eval'")),
}, async ({ reader, page }) => {
  await clickCountry(reader, "VN");
  await addressed(reader, "#map=VN");
  await reader.run(() => document.querySelector("#go").click());
  await reader.until(() => document.querySelector("h1").textContent === "Other");
  await page.goBack();
  await reader.until(() => document.querySelector("h1").textContent === "Release");
  await shows(reader, "VN");
  await page.goBack();
  await shows(reader, null);
});

onPage("an address that a router owns is left alone; with address=read or none so is every other", {
  body: `${ELEMENT}<rok-asean-map id="second" address="none" loading="eager"></rok-asean-map>${NONE}`,
  hash: "#/release/7",
  ready: 2,
}, async ({ reader }) => {
  await clickCountry(reader, "VN");
  await shows(reader, "VN");
  await reader.settled();
  assert.equal(await hash(reader), "#/release/7");
  await go(reader, "#!/8");
  await clickCountry(reader, "TH");
  await reader.settled();
  assert.equal(await hash(reader), "#!/8");
  await reader.run(() => (document.querySelector("rok-asean-map").address = "read"));
  await go(reader, "#map=SG");
  await shows(reader, "SG");
  await clickCountry(reader, "VN");
  await reader.settled();
  assert.equal(await hash(reader), "#map=SG", "read, not written");
  await go(reader, "#second=ID");
  await clickCountry(reader, "MY", 1);
  await reader.settled();
  assert.equal((await look(reader, 1)).card.code, "MY", "neither read");
  assert.equal(await hash(reader), "#second=ID", "nor written");
});

onPage("with a base, links still lead to this page", { head: `<base href="/elsewhere/">`, body: `${ELEMENT}<script src="/map.js" data-place="none"></script>` }, async ({ reader, server }) => {
  const links = await reader.run(() => [...document.querySelector("rok-asean-map").shadowRoot.querySelectorAll("[part~=list-item]")].map(({ href }) => href));
  assert.deepEqual(links, COUNTRIES.map((code) => `${server.url}/page.html#map=${code}`));
  await clickCountry(reader, "VN");
  await addressed(reader, "#map=VN");
});

const ID = facts("VN")[0].id;
const PASSED_ON = [
  ["#map=vn", "VN"], ["#map%3DVN", "VN"], ["#map=VN?utm_source=mail", "VN"], ["#map=VN&fbclid=x", "VN"], ["#map=VN.", "VN"], ["#map=VN)", "VN"],
  ["#MAP=VN", "VN"], ["#map=VN%2F", "VN"], ["#map=VN/gone", "VN"], [`#map=VN%2F${ID}.`, "VN", ID], [`#map=vn/${ID}?utm_source=x`, "VN", ID],
];
onPage("a link opens what it names, whatever was hung on it on its way", { body: EAGER }, async ({ reader }) => {
  for (const [to, code, fact] of PASSED_ON) {
    await go(reader, "#map=TH");
    await shows(reader, "TH");
    await go(reader, to);
    await shows(reader, code);
    const current = (await look(reader)).facts.filter(({ current }) => current).map(({ id }) => id);
    assert.deepEqual(current, fact ? [fact] : [], to);
  }
});

// How the script comes to run.

onPage("jQuery puts the tag in: the map stands after it, with its options, and not in the head", {
  body: `${library("jquery")}<div id="slot"></div><script>$("#slot").html('<script src="/map.js" data-country="SG" data-loading="eager"><\\/script>')</script>`,
  setUp: loose(),
}, async ({ reader }) => {
  await shows(reader, "SG");
  assert.deepEqual(await maps(reader), ["div"]);
});

const HINT = /no map stands on this page.*base is the folder/;
const alone = (name, settings) =>
  onPage(name, { ready: 0, expected: [HINT], ...settings }, async ({ reader }) => {
    await reader.until(() => document.readyState === "complete");
    await reader.settled();
    assert.deepEqual(await maps(reader), []);
    assert.equal(reader.console.filter((line) => HINT.test(line)).length, 1);
  });
alone("code that a library runs from the head, without a tag: no map there, and one sentence for the page's author", {
  body: `<script>fetch("/map.js").then((answer) => answer.text()).then((code) => {
    const script = document.createElement("script");
    script.text = code;
    document.head.append(script);
    document.body.className = "run";
  })</script>`,
  setUp: loose(),
});
alone("a tag in the head, and no element", { head: TAG, body: "<p>Text</p>" });
function bundled({ server }) {
  loose()({ server });
  server.route("/js/bundle.js", (_, response) => response.writeHead(200, { "Content-Type": "text/javascript" }).end(`"own";${file("map.js")}`));
}
alone("a bundle, and no element", { body: `<script src="/js/bundle.js"></script>`, setUp: bundled });

onPage("a bundle shows a map whose element names the folder, or after its own tag that does", {
  body: `<rok-asean-map base="/" loading="eager"></rok-asean-map><script src="/js/bundle.js"></script><section><script src="/js/bundle.js" data-base="/" data-loading="eager"></script></section>`,
  ready: 2,
  setUp: bundled,
}, async ({ reader }) => assert.deepEqual(await maps(reader), ["body", "section"]));

onPage("a bundle whose element names no folder says what to write", {
  body: `${ELEMENT}<script src="/js/bundle.js"></script>`,
  ready: 0,
  setUp: bundled,
  expected: [/unknown base ""; name the folder of the map's files/],
}, async ({ reader }) => {
  await reader.heard("map-error");
  assert.equal(reader.console.length, 1);
});

onPage("a module finds its folder and its tag", { body: `<p><script type="module" src="/map.js" data-country="VN" data-loading="eager"></script></p>` }, async ({ reader }) => {
  await shows(reader, "VN");
  assert.deepEqual(await maps(reader), ["p"]);
});

onPage("a tag in the head brings the page's own element to life and adds none; links find the map that is seen", {
  head: TAG,
  body: `<div hidden>${ELEMENT}</div><main>${ELEMENT}</main>`,
  ready: 2,
}, async ({ reader }) => {
  assert.deepEqual(await maps(reader), ["div", "main"]);
  await go(reader, "#map=VN");
  await shows(reader, "VN", 1);
  assert.ok((await look(reader, 0)).overview, "nobody sees this one");
});

for (const [what, left] of [["itself", "/map.js"], ["a script", "/lib/other.min.js?ver=2"], ["nothing", ""]]) {
  onPage(`a tag whose data-src names ${what} shows the edition in the build`, { body: EAGER.replace(" data", ` data-src="${left}" data`) }, async ({ reader }) => {
    assert.deepEqual((await look(reader)).list.map(({ code }) => code), COUNTRIES);
    assert.deepEqual(await reader.events("map-error"), []);
  });
}

onPage("Klaro lets the script in once the reader agrees", {
  body: `<script>window.klaroConfig = { acceptAll: true, mustConsent: false, noAutoLoad: false, services: [{ name: "map", purposes: ["functional"] }], translations: {} }</script>
    ${library("klaro")}<div id="slot"><script type="text/plain" data-type="application/javascript" data-name="map" data-src="/map.js" data-loading="eager"></script></div>`,
  ready: 0,
  setUp: loose(),
  expected: [/./],
}, async ({ reader }) => {
  const manager = await reader.until(() => window.klaro?.getManager && true);
  assert.deepEqual([manager, await maps(reader)], [true, []]);
  await reader.run(() => {
    const consents = klaro.getManager();
    consents.updateConsent("map", true);
    consents.saveAndApplyConsents();
  });
  await reader.heard("map-ready");
  assert.deepEqual(await maps(reader), ["div"]);
  assert.deepEqual(await reader.events("map-error"), []);
});

onPage("an older browser, which cannot make style sheets, has the sentence and the link", {
  head: `<script>window.CSSStyleSheet = class CSSStyleSheet { constructor() { throw new TypeError("Illegal constructor"); } };</script>`,
  body: `<p>Before</p>${EAGER}<div>${ELEMENT}</div><section><rok-asean-map><a href="/own">Own</a></rok-asean-map></section>`,
  ready: 0,
  setUp: loose(),
}, async ({ reader, server }) => {
  const told = await reader.run(() => [...document.querySelectorAll("rok-asean-map")].map((map) => [map.innerText, map.querySelector("a").href]));
  const ours = ["The map could not be loaded in full. Please reload the page. Every country and entry on one page", `${server.url}/static.html`];
  assert.deepEqual(told, [ours, ours, ["Own", `${server.url}/own`]]);
});

const TEXT = "The two sides met online and spoke about health, trade, climate and peace, and agreed on the next steps. ".repeat(5);
onPage("a reader view keeps a link to every entry; who sees the map does not see it", {
  body: `${library("readability")}<article><h1>Release</h1>${`<p>${TEXT}</p>`.repeat(5)}${EAGER}</article>`,
  setUp: loose(),
}, async ({ reader }) => {
  const [article, isSeen] = await reader.run(() => [
    new Readability(document.cloneNode(true)).parse().content,
    document.querySelector("rok-asean-map > p").getClientRects().length > 0,
  ]);
  assert.match(article, /<a href="[^"]*static\.html">Every country and entry on one page<\/a>/);
  assert.equal(isSeen, false);
});

onPage("Dark Reader: the map goes on under its styles, and what is typed stays", {
  body: `${library("darkreader")}${EAGER}<script>DarkReader.setFetchMethod(fetch); DarkReader.enable()</script>`,
  setUp: loose(),
}, async ({ reader, page }) => {
  await reader.until(() => document.querySelector("rok-asean-map").shadowRoot.querySelector("style.darkreader, .darkreader") && true);
  await openFinding(reader);
  await reader.run(() => document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=search]").focus());
  await page.keyboard.type("hanoi");
  const typed = () => reader.run(() => document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=search]").value);
  assert.equal(await typed(), "hanoi");
  await clickCountry(reader, "VN");
  await shows(reader, "VN");
  assert.equal(await typed(), "hanoi");
  const { list, facts: shown } = await look(reader);
  assert.deepEqual([list.length, shown.length > 0], [COUNTRIES.length, true]);
});

// Keys.

onPage("Escape that did something in the map does nothing around it; one that did not, does", {
  body: `<dialog>${EAGER}</dialog><p id="log"></p>`,
}, async ({ reader }) => {
  await reader.run(() => {
    document.querySelector("dialog").showModal();
    addEventListener("keydown", ({ key }) => (document.querySelector("#log").textContent += ` ${key}`));
  });
  await clickCountry(reader, "VN");
  await shows(reader, "VN");
  const isOpen = () => reader.run(() => document.querySelector("dialog").open);
  await openFinding(reader);
  await reader.run(() => document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=search]").focus());
  await reader.press("a", "Escape");
  assert.ok((await look(reader)).card, "the search is cleared");
  await reader.press("Escape");
  await shows(reader, null);
  assert.equal(await isOpen(), true);
  assert.equal(await reader.run(() => document.querySelector("#log").textContent), "");
  await reader.press("Escape");
  assert.equal(await isOpen(), false);
});

onPage("what is typed in the map's fields is no shortcut of the page; chords and Tab are the page's too", { body: EAGER }, async ({ reader, page }) => {
  await reader.run(() => {
    const heard = (window[Symbol.for("seen")].keys = []);
    for (const kind of ["keydown", "keypress", "keyup"]) {
      document.addEventListener(kind, (event) => {
        heard.push(`${kind} ${event.key}`);
        if (event.key === "k" || event.key === "/") event.preventDefault();
      });
    }
  });
  await openFinding(reader);
  await reader.run(() => document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=search]").focus());
  await page.keyboard.type("jakarta/k");
  const value = () => reader.run(() => document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=search]").value);
  assert.equal(await value(), "jakarta/k");
  await reader.press("Backspace", "ArrowLeft", "Enter");
  assert.deepEqual(await reader.seen("keys"), []);
  await page.keyboard.down("Control");
  await reader.press("k");
  await page.keyboard.up("Control");
  await reader.press("Tab");
  const keys = await reader.seen("keys");
  assert.ok(keys.includes("keydown k") && keys.includes("keydown Tab"), `${keys}`);
});

// Paper, and what is taken along.

const TRACKED = `?id=3&utm_source=mail&fbclid=x`;
for (const [named, canonical, expected] of [
  ["its canonical address", `<link rel="canonical" href="https://www.example.org/press/7">`, () => "https://www.example.org/press/7"],
  ["no canonical address", "", (url) => `${url}/page.html?id=3`],
]) {
  onPage(`copied links of a page that names ${named} carry no tracking field`, { head: canonical, body: EAGER, hash: `${TRACKED}#map=VN` }, async ({ reader, server, page, context }) => {
    await clipboard(page, context, server, true);
    await shows(reader, "VN");
    await use(page, "copy-link");
    await said(reader, /copied/);
    assert.equal(await copied(reader), `${expected(server.url)}#map=VN`);
  });
}

onPage("no print tool where nothing can be printed", { head: `<script>delete window.print; delete Window.prototype.print;</script>`, body: EAGER, setUp: loose() }, async ({ reader }) => {
  const shown = () => reader.run(() => [...document.querySelector("rok-asean-map").shadowRoot.querySelectorAll(".tools [data-action]")].filter((tool) => tool.getClientRects().length).map((tool) => tool.dataset.action));
  const tools = await shown();
  assert.ok(tools.includes("copy-link") && !tools.includes("print"), `${tools}`);
});

for (const [what, options] of [["the map", ""], ["no map, since its data is elsewhere", `data-src="/late.json"`]]) {
  onPage(`printed before it was scrolled to, the paper holds ${what}, and where every entry stands`, {
    body: `<div class="long">Text</div><script src="/map.js" ${options}></script>`,
    head: `<style>.long{height:3000px}</style>`,
    ready: 0,
    setUp: ({ server }) => (loose()({ server }), server.hold("/map.wasm"), server.hold("/late.json")),
  }, async ({ reader, server, page }) => {
    await reader.until(() => document.querySelector("rok-asean-map")?.shadowRoot.querySelector(".root") && true);
    const words = pages(Buffer.from(await page.pdf({ format: "A4" }))).join("");
    assert.ok(words.includes(bare(`${server.url}/static.html`)), words);
    assert.ok(!words.includes(bare("The map is loading")), words);
    assert.equal(words.includes("Lao"), !options);
  });
}

// What a page asks for before the map is there.

for (const engine of ["wasm", "js"]) {
  const early = (hash, script) => ({ hash, body: `<rok-asean-map engine="${engine}" loading="eager" country="TH"></rok-asean-map>${NONE}<script>${script}</script>`, setUp: loose() });
  onPage(`select() before the map is there holds after it, and the page hears of it (${engine})`, early("", `document.querySelector("rok-asean-map").select("BN")`), async ({ reader, page }) => {
    await shows(reader, "BN");
    await reader.settled();
    await reader.settled();
    const { card, attributes } = await look(reader);
    assert.deepEqual([card.code, attributes.country], ["BN", "BN"]);
    assert.deepEqual(await reader.details("map-select"), [{ country: "BN", via: "method" }]);
    await clickCountry(reader, "VN");
    await addressed(reader, "#map=VN");
    await page.goBack();
    await shows(reader, "BN");
  });
  onPage(`an address that names the map outweighs it (${engine})`, early("#map=VN", `document.querySelector("rok-asean-map").select("BN")`), async ({ reader }) => {
    await shows(reader, "VN");
    await reader.settled();
    await reader.settled();
    assert.equal((await look(reader)).card.code, "VN");
  });
}
onPage("select(null) before the map is there opens the overview", {
  body: `<rok-asean-map loading="eager" country="TH"></rok-asean-map>${NONE}<script>document.querySelector("rok-asean-map").select(null)</script>`,
  setUp: loose(),
}, async ({ reader }) => {
  await shows(reader, null);
  assert.deepEqual(await reader.details("map-select"), [{ country: null, via: "method" }]);
});

const SET = { country: "SG", pillar: "peace", theme: "dark", headingLevel: 4, address: "none", loading: "eager", engine: "js", base: "/" };
const other = { ...dataset(), version: "set before" };
onPage("properties that a page set before the script came are taken up, and are properties from then on", {
  body: `<rok-asean-map></rok-asean-map><script>Object.assign(document.querySelector("rok-asean-map"), ${JSON.stringify(SET)}, { data: ${JSON.stringify(other)} })</script>${NONE}`,
  setUp: loose(),
}, async ({ reader }) => {
  await shows(reader, "SG");
  const { attributes, titleTag } = await look(reader);
  assert.deepEqual(attributes, { country: "SG", pillar: "peace", theme: "dark", "heading-level": "4", address: "none", loading: "eager", engine: "js", base: "/" });
  assert.equal(titleTag, "h4");
  assert.deepEqual((await reader.details("map-ready"))[0].engine, "js");
  const read = await reader.run(() => {
    const map = document.querySelector("rok-asean-map");
    const seen = [map.data.version, map.headingLevel, map.pillar, map.src];
    map.pillar = null;
    map.country = "VN";
    return [...seen, map.hasAttribute("pillar")];
  });
  assert.deepEqual(read, ["set before", "4", "peace", null, false]);
  await shows(reader, "VN");
});

onPage("data that was written as an attribute is named once on the console", {
  body: `<rok-asean-map data="[object Object]" loading="eager"></rok-asean-map>${NONE}`,
  expected: [/unknown data "\[object Object\]"; set it as a property, or give its address as src/],
}, async ({ reader }) => {
  await reader.run(() => document.querySelector("rok-asean-map").setAttribute("data", "[object Object]"));
  assert.equal(reader.console.length, 1);
});

onPage("an old Prototype's arrays are arrays: data is checked and shown", {
  head: `<script>Array.prototype.toJSON = function () { return "[" + Array.from(this, (one) => JSON.stringify(one)).join(", ") + "]"; };</script>`,
  body: EAGER,
  setUp: loose(),
}, async ({ reader }) => {
  const [issues, version, own] = await reader.run(async () => {
    const map = document.querySelector("rok-asean-map");
    const issues = await map.check(map.data);
    map.data = { ...map.data, version: "again" };
    await map.ready;
    return [issues.length, map.data.version, typeof Array.prototype.toJSON];
  });
  assert.deepEqual([issues, version, own], [0, "again", "function"]);
});

for (const [lang, shown] of [["KO", "ko"], ["ko_KR", "ko"], ["kor", "en"], ["kok", "en"]]) {
  let release;
  onPage(`lang="${lang}" is ${shown} before the engine is there and after`, { body: EAGER, lang, ready: 0, setUp: ({ server }) => void (release = server.hold("/map.wasm")) }, async ({ reader }) => {
    const read = () => reader.run(() => document.querySelector("rok-asean-map").shadowRoot.querySelector(".root").lang);
    await reader.until(() => document.querySelector("rok-asean-map")?.shadowRoot.querySelector("[part~=list]") && true);
    const first = await read();
    release();
    await reader.heard("map-ready");
    assert.deepEqual([first, await read()], [shown, shown]);
  });
}

// A site's service worker, over an update.

/** It keeps what pages fetch, by one of Workbox's strategies. */
const worker = (strategy) =>
  buildSync({
    stdin: {
      contents: `
        import { registerRoute } from "workbox-routing";
        import { ${strategy} } from "workbox-strategies";
        registerRoute(({ url }) => /\.(js|wasm)$/.test(url.pathname), new ${strategy}({ cacheName: "files" }));
        addEventListener("install", () => skipWaiting());
        addEventListener("activate", (event) => event.waitUntil(clients.claim()));`,
      resolveDir: fileURLToPath(new URL("../../", import.meta.url)),
    },
    bundle: true, write: false, define: { "process.env.NODE_ENV": '"production"' },
  }).outputFiles[0].text;

const OLD = file("map.js");
const NEW = `${OLD};document.documentElement.dataset.edition="new";`;
const NEW_NAME = "map.00000000.js";
const vouched = (name, text) =>
  `<script src="/${name}" integrity="sha384-${createHash("sha384").update(text).digest("base64")}" crossorigin="anonymous" data-loading="eager"></script>`;

for (const [strategy, isNewer] of [["CacheFirst", false], ["StaleWhileRevalidate", true]]) {
  let update;
  onPage(`with Workbox's ${strategy}, pages from before an update and after it all show a map`, {
    path: "/old.html",
    setUp: ({ server }) => {
      let isUpdated = false;
      update = () => (isUpdated = true);
      server.policy("default-src 'self' 'wasm-unsafe-eval'");
      server.text("/favicon.ico", "");
      server.route("/sw.js", (_, response) => response.writeHead(200, { "Content-Type": "text/javascript" }).end(worker(strategy)));
      server.route("/map.js", ({ url }, response) => {
        const text = url === `/${named("map.js")}` || !isUpdated ? OLD : NEW;
        response.writeHead(url === `/${NEW_NAME}` && !isUpdated ? 404 : 200, { "Content-Type": "text/javascript" }).end(text);
      });
      for (const [name, tag] of [["old", vouched(named("map.js"), OLD)], ["newest", EAGER], ["new", vouched(NEW_NAME, NEW)]]) {
        server.text(`/${name}.html`, `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><body>${tag}</html>`);
      }
    },
  }, async ({ reader, page, server }) => {
    /** Which edition of the script has made the page's map. */
    const edition = async (name) => {
      await page.goto(`${server.url}/${name}.html`);
      await shows(reader, null);
      return reader.run(() => document.documentElement.dataset.edition ?? "old");
    };
    await reader.run(async () => {
      const claimed = new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
      await navigator.serviceWorker.register("/sw.js");
      await claimed;
    });
    assert.deepEqual([await edition("old"), await edition("newest")], ["old", "old"]);
    update();
    assert.deepEqual([await edition("old"), await edition("newest")], ["old", "old"], "what was kept");
    if (isNewer) await reader.until(async () => (await (await caches.match("/map.js")).text()).endsWith(`"new";`));
    assert.deepEqual([await edition("new"), await edition("newest"), await edition("old")], ["new", isNewer ? "new" : "old", "old"]);
  });
}
