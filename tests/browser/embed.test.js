// The page that makes the code for another page, and the code on that other page.
import { test } from "node:test";
import assert from "node:assert/strict";
import { onPage } from "./harness/stage.js";
import { invalid } from "./harness/html.js";
import { dataset } from "./harness/data.js";
import { named } from "./harness/serve.js";
import { look, shows } from "./harness/read.js";
import { barriers, shipped } from "./harness/still-read.js";
import { AXE_WRITES, press, tabTo } from "./harness/desk.js";

const data = dataset();
const manifest = JSON.parse(shipped("manifest.json"));
const PAGES = [
  { path: "/embed.html", lang: "en", copy: "Copy the code", done: "Copied.", by: "Ctrl+C" },
  { path: "/ko/embed.html", lang: "ko", copy: "코드 복사", done: "복사했습니다.", by: "Ctrl+C" },
];

const value = (page, query) => page.$eval(query, (one) => one.value);
const written = (reader) => reader.until(() => document.querySelector("#weight tbody") && document.querySelector("#code").value);
const attributes = (reader) => reader.run(() => Object.fromEntries([...document.querySelector("rok-asean-map").attributes].map(({ name, value }) => [name, value])));

for (const { path, lang, copy, done, by } of PAGES) {
  test(`${path} is valid HTML`, async () => assert.deepEqual(await invalid(shipped(path.slice(1))), []));

  onPage(`${path}: every choice shows in the map and in the code`, { path, ready: 0 }, async ({ reader, page, server }) => {
    await written(reader);
    assert.equal(await value(page, "#folder"), `${server.url}/`);
    const first = await value(page, "#code");
    assert.ok(first.startsWith(`<script src="${server.url}/${named("map.js")}" integrity="${manifest["map.js"].sha384}" crossorigin="anonymous" defer data-lang="${lang}"></script>\n`), first);
    await page.select("#lang", "ko");
    await page.select("#country", "VN");
    await page.select("#pillar", "peace");
    await page.select("#theme", "dark");
    await page.select("#level", "3");
    assert.deepEqual(await attributes(reader), { lang: "ko", country: "VN", pillar: "peace", theme: "dark", "heading-level": "3" });
    assert.ok((await value(page, "#code")).includes(` data-lang="ko" data-country="VN" data-pillar="peace" data-theme="dark" data-heading-level="3"></script>`));
    await page.$eval("rok-asean-map", (map) => map.scrollIntoView());
    await shows(reader, "VN");
    const seen = await look(reader);
    assert.deepEqual([seen.lang, seen.titleTag], ["ko", "h3"]);
    await page.select("#country", "");
    await shows(reader, null);
    assert.ok(!(await value(page, "#code")).includes("data-country"));
  });

  onPage(`${path}: says what it weighs and what a policy must allow`, { path, ready: 0 }, async ({ reader, page, server }) => {
    await written(reader);
    const rows = () => page.$$eval("#weight tr", (all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
    const spelled = (n) => n.toLocaleString("en-GB");
    const row = (name) => [name, spelled(manifest[name].bytes), spelled(manifest[name].brotli)];
    assert.deepEqual((await rows()).slice(1, 3), [row(named("map.js")), row(named("map.wasm"))]);
    const sum = manifest[named("map.js")].brotli + manifest[named("map.wasm")].brotli;
    assert.equal((await rows()).at(-1)[2], spelled(sum));
    assert.equal(await value(page, "#policy"), `script-src ${server.url} 'wasm-unsafe-eval'; connect-src ${server.url}`);
    await page.click("input[value=snippet]");
    await reader.until(() => document.querySelector("#code").value.startsWith("<rok-asean-map"));
    assert.ok((await rows()).some(([name]) => name === `snippet.${lang}.html`));
    await page.$eval("#folder", (input) => (input.value = ""));
    await page.type("#folder", "/map");
    await reader.until(() => document.querySelector("#policy").value.includes("'self'"));
    assert.equal(await value(page, "#policy"), "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'");
    assert.ok((await value(page, "#code")).includes(`src="/map/${named("map.js")}"`));
  });

  onPage(`${path}: the keyboard alone chooses and copies`, { path, ready: 0 }, async ({ reader, page, context, server }) => {
    await context.overridePermissions(server.url, ["clipboard-read", "clipboard-write", "clipboard-sanitized-write"]);
    await written(reader);
    await tabTo(page, "#country");
    await page.keyboard.press("ArrowDown");
    await tabTo(page, "input[name=form]");
    await page.keyboard.press("ArrowUp");
    await reader.until(() => document.querySelector("#code").value.startsWith("<a "));
    await tabTo(page, "#copy");
    await page.keyboard.press("Enter");
    await reader.until((done) => document.querySelector("#copied").textContent === done, done);
    const copied = await reader.run(() => navigator.clipboard.readText());
    const code = data.countries[0].code;
    const home = `${server.url}/${lang === "ko" ? "ko/" : ""}static.html#map=${code}`;
    assert.ok(copied.startsWith(`<a href="${home}"`), copied);
  });

  onPage(`${path}: where copying is refused, the code is selected`, { path, ready: 0 }, async ({ reader, page, context, server }) => {
    await context.overridePermissions(server.url, []);
    await written(reader);
    await press(page, copy);
    await reader.until((by) => document.querySelector("#copied").textContent.includes(by), by);
    const selected = await reader.run(() => document.activeElement.id === "code" && getSelection().toString());
    assert.equal(selected, await value(page, "#code"));
  });

  onPage(`${path}: a folder that is no address is refused beside its field`, { path, ready: 0 }, async ({ reader, page }) => {
    await written(reader);
    const before = await value(page, "#code");
    await page.$eval("#folder", (input) => (input.value = ""));
    for (const folder of ["javascript:alert(1)//", `x"><b>`, "ftp://host/"]) {
      await page.$eval("#folder", (input) => (input.value = ""));
      await page.type("#folder", folder);
      const { invalid, error } = await page.$eval("#folder", (input) => ({
        invalid: input.getAttribute("aria-invalid"),
        error: input.getAttribute("aria-describedby").split(" ").map((id) => document.getElementById(id).textContent).at(-1),
      }));
      assert.deepEqual([invalid, error.includes("https://")], ["true", true], folder);
      assert.ok(!/javascript:|<b>|ftp:/.test(await value(page, "#code")), folder);
    }
    assert.ok(before);
  });

  for (const form of ["tag", "snippet"]) {
    onPage(`${path}: the ${form} works on a blank page under the policy that is told`, { path, ready: 0 }, async ({ reader, page, server }) => {
      await written(reader);
      await page.select("#country", "TH");
      await page.click(`input[value=${form}]`);
      await reader.until((start) => document.querySelector("#code").value.startsWith(start), form === "tag" ? "<script" : "<rok-asean-map");
      const [code, policy] = [await value(page, "#code"), await value(page, "#policy")];
      server.route("/away/blank.html", (_, response) => {
        response.setHeader("Content-Security-Policy", `default-src 'none'; ${policy}; require-trusted-types-for 'script'; trusted-types 'none'`);
        response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(`<!doctype html><html lang="en"><title>Blank</title><body>${code}</body></html>`);
      });
      await page.goto(`${server.url}/away/blank.html`);
      await page.$eval("rok-asean-map", (map) => map.scrollIntoView());
      await reader.heard("map-ready");
      await shows(reader, "TH");
      const seen = await look(reader);
      assert.equal(seen.lang, lang);
      assert.equal(seen.card.heading, data.countries.find(({ code }) => code === "TH").name[lang].formal);
      assert.deepEqual(seen.list.length, data.countries.length);
    });
  }

  for (const scheme of ["light", "dark"]) {
    for (const width of [390, 1280]) {
      const media = [{ name: "prefers-color-scheme", value: scheme }];
      onPage(`${path} has no barrier that axe knows, at ${width} px in ${scheme}`, { path, width, media, ready: 0, ...AXE_WRITES }, async ({ reader, page }) => {
        await written(reader);
        await page.type("#folder", " no address");
        await page.select("#level", "5");
        await page.$eval("rok-asean-map", (map) => map.scrollIntoView());
        await reader.heard("map-ready");
        assert.deepEqual(await barriers(page), []);
        assert.equal((await look(reader)).titleTag, "h3", "the preview skips no level of this page");
        assert.ok(await reader.run(() => document.documentElement.scrollWidth <= innerWidth), "nothing scrolls sideways");
      });
    }
  }
}

for (const [file, lang, oembed] of [["index.html", "en", "oembed.json"], ["ko/index.html", "ko", "ko/oembed.json"]]) {
  test(`${file} names its oEmbed, whose code is a frame`, () => {
    assert.match(shipped(file), /<link rel="alternate" type="application\/json\+oembed" href="oembed\.json" title="[^"{]+">/);
    const { version, type, title, html, width, height } = JSON.parse(shipped(oembed));
    assert.deepEqual([version, type, title, typeof width, typeof height], ["1.0", "rich", data.title[lang], "number", "number"]);
    assert.equal(html, `<iframe src="frame.html" title="${title}" width="100%" height="${height}" loading="lazy"></iframe>`);
  });
}
