// The page that makes the code for another page, and the code on that other page.
import { test } from "node:test";
import assert from "node:assert/strict";
import { onPage } from "./harness/stage.js";
import { invalid } from "./harness/html.js";
import { dataset } from "./harness/data.js";
import { named, POLICY } from "./harness/serve.js";
import { look, shows } from "./harness/read.js";
import { barriers, shipped } from "./harness/still-read.js";
import { AXE_WRITES, press, tabTo } from "./harness/desk.js";

const data = dataset();
const manifest = JSON.parse(shipped("manifest.json"));
const WHOLE = { en: "Every country and entry on one page", ko: "모든 국가와 항목을 한 페이지에서 보기" };
const PAGES = [
  { path: "/embed.html", lang: "en", copy: "Copy the code", done: "Copied.", by: "Ctrl+C" },
  { path: "/ko/embed.html", lang: "ko", copy: "코드 복사", done: "복사했습니다.", by: "Ctrl+C" },
];

/** What the page shows may hold a picture and a frame. */
const PREVIEW = { ready: 0, setUp: ({ server }) => (server.policy(`${POLICY}; img-src 'self'; frame-src 'self'`), server.text("/favicon.ico", "")) };

const value = (page, query) => page.$eval(query, (one) => one.value);
const written = (reader) => reader.until(() => document.querySelector("#weight tbody") && document.querySelector("#code").value);
const attributes = (reader) => reader.run(() => Object.fromEntries([...document.querySelector("rok-asean-map").attributes].map(({ name, value }) => [name, value])));

for (const { path, lang, copy, done, by } of PAGES) {
  test(`${path} is valid HTML`, async () => assert.deepEqual(await invalid(shipped(path.slice(1))), []));

  onPage(`${path}: every choice shows in the map and in the code`, { path, ...PREVIEW }, async ({ reader, page, server }) => {
    await written(reader);
    assert.equal(await value(page, "#folder"), `${server.url}/`);
    const first = await value(page, "#code");
    const whole = `${server.url}/${lang === "ko" ? "ko/" : ""}static.html`;
    const brings = `<script src="${server.url}/${named("map.js")}" integrity="${manifest["map.js"].sha384}" crossorigin="anonymous" defer data-place="none"></script>\n`;
    assert.equal(first, `<rok-asean-map lang="${lang}"><p><a href="${whole}">${WHOLE[lang]}</a></p></rok-asean-map>\n${brings}`, "the form that fails best comes first");
    await page.select("#lang", "ko");
    await page.select("#country", "VN");
    await page.select("#pillar", "peace");
    await page.select("#theme", "dark");
    await page.select("#level", "3");
    assert.deepEqual(await attributes(reader), { lang: "ko", country: "VN", pillar: "peace", theme: "dark", "heading-level": "3" });
    assert.ok((await value(page, "#code")).startsWith(`<rok-asean-map lang="ko" country="VN" pillar="peace" theme="dark" heading-level="3"><p>`));
    await page.click("input[value=tag]");
    await reader.until(() => document.querySelector("#code").value.startsWith("<script"));
    assert.ok((await value(page, "#code")).startsWith(`<script src="${server.url}/map.js" defer data-lang="ko" data-country="VN" data-pillar="peace" data-theme="dark" data-heading-level="3"></script>\n`));
    await page.$eval("rok-asean-map", (map) => map.scrollIntoView());
    await shows(reader, "VN");
    const seen = await look(reader);
    assert.deepEqual([seen.lang, seen.titleTag], ["ko", "h3"]);
    await page.select("#country", "");
    await shows(reader, null);
    assert.ok(!(await value(page, "#code")).includes("country"));
  });

  onPage(`${path}: asks first where it goes, and shows what survives there`, { path, ...PREVIEW }, async ({ reader, page, server }) => {
    await written(reader);
    const ko = lang === "ko" ? "ko/" : "";
    const { name } = data.countries.find(({ code }) => code === "VN");
    const words = `${data.title[lang]}: ${name[lang].short}`;
    const { alt } = manifest[`picture.vn.${lang}.png`];
    const escaped = alt.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    const [whole, one, picture] = [`${server.url}/${ko}static.html#map=VN`, `${server.url}/${ko}vn.html`, `${server.url}/picture.vn.${lang}.png`];
    const image = `<img src="${picture}" alt="${escaped}" width="1200" height="630">`;
    const link = `<a href="${one}" hreflang="${lang}" lang="${lang}">${words}</a>`;
    const frame = `${server.url}/${ko}frame.html?country=VN&theme=dark`;
    const map = (more) => `<rok-asean-map lang="${lang}" country="VN" theme="dark"${more}><p><a href="${whole}">${WHOLE[lang]}</a></p></rok-asean-map>\n`;
    const brings = `<script src="${server.url}/${named("map.js")}" integrity="${manifest["map.js"].sha384}" crossorigin="anonymous" defer data-place="none"></script>\n`;
    const here = server.url;
    const engine = `script-src ${here} 'wasm-unsafe-eval'; connect-src ${here}`;
    const FILES = [named("map.js"), named("map.wasm")];
    const EXPECTED = {
      editor: [`<p><a href="${one}">${image}</a></p>\n<p>${link}</p>\n`, `img-src ${here}`, [`picture.vn.${lang}.png`], [picture, alt, one]],
      frame: [
        `<iframe src="${frame.replace("&", "&amp;")}" title="${words}" width="100%" height="1000" loading="lazy"></iframe>\n<p>${link}</p>\n<script src="${here}/frame.js" defer></script>\n`,
        `frame-src ${here}; script-src ${here}`, ["frame.js", `${ko}frame.html`, "frame.css", "framed.js", ...FILES], [frame],
      ],
      picture: [`${image}\n`, `img-src ${here}`, [`picture.vn.${lang}.png`], [picture, alt, one]],
      link: [`${link}\n`, null, [`${ko}vn.html`, named("map.css"), "host.css"], [one]],
      framework: [`${map("")}\n${brings}`, engine, FILES, []],
      package: [`import "rok-asean-map";\n\n${map(` base="${here}/"`)}`, engine, FILES, []],
      scripts: [map("") + brings, engine, FILES, []],
    };
    await page.select("#country", "VN");
    await page.select("#theme", "dark");
    const notes = [];
    for (const [place, [code, policy, files, parts]] of Object.entries(EXPECTED)) {
      await page.click(`input[value=${place}]`);
      await reader.until((code) => document.querySelector("#code").value === code, code);
      const seen = await reader.run(() => {
        const all = (query) => [...document.querySelectorAll(query)].filter((one) => one.checkVisibility());
        return {
          policy: document.querySelector("#policy").value,
          files: all("#weight tbody th").map(({ textContent }) => textContent),
          parts: all("#parts textarea").map(({ value }) => value),
          notes: all(".note").map(({ textContent }) => textContent),
          options: all("#options select").map(({ id }) => id),
        };
      });
      if (policy) assert.equal(seen.policy, policy, place);
      assert.deepEqual([seen.files, seen.parts, seen.notes.length], [files, parts, 1], place);
      assert.deepEqual(seen.options, ["editor", "picture", "link"].includes(place) ? ["lang", "country"] : ["lang", "country", "pillar", "theme", "level"], place);
      notes.push(...seen.notes);
      if (place === "frame") {
        await page.$eval("#shown", (shown) => shown.scrollIntoView());
        await reader.until(() => document.querySelector("#shown iframe").contentDocument.querySelector("rok-asean-map")?.shadowRoot?.querySelector("[part~=card][data-country=VN]") && true);
      } else if (["editor", "picture"].includes(place)) {
        await reader.until((alt) => [...document.querySelectorAll("#shown img")].some((image) => image.naturalWidth === 1200 && image.alt === alt), alt);
      }
      const links = await page.$$eval("#shown:not([hidden]) a", (links) => links.map(({ href, innerText }) => [href, innerText]));
      assert.deepEqual(links, { editor: [[one, ""], [one, words]], link: [[one, words]] }[place] ?? [], place);
      assert.equal(await page.$eval("rok-asean-map", (map) => map.checkVisibility()), ["framework", "package", "scripts"].includes(place), place);
    }
    assert.equal(new Set(notes).size, 6);
  });

  onPage(`${path}: data, address, id and colours; what is none is refused beside its field`, { path, ...PREVIEW }, async ({ reader, page, server }) => {
    await written(reader);
    await page.click("#more summary");
    for (const [id, wrong] of [["src", "a b"], ["id", "1"], ["accent", "red;"], ["land", "7a1f3d"], ["font", "</style>"]]) {
      const before = await value(page, "#code");
      await page.type(`#${id}`, wrong);
      const said = await page.$eval(`#${id}`, (input) => [input.ariaInvalid, document.querySelector(`#${input.id}-error`).textContent !== ""]);
      assert.deepEqual([said, await value(page, "#code"), await value(page, "#css")], [["true", true], before, ""], id);
      await page.$eval(`#${id}`, (input) => (input.value = ""));
    }
    await page.type("#src", "https://data.example/map.json");
    await page.select("#loading", "eager");
    await page.select("#address", "none");
    await page.type("#id", "second");
    await page.type("#accent", "#7a1f3d");
    await page.type("#font", `"Noto Serif KR", serif`);
    assert.ok((await value(page, "#code")).startsWith(`<rok-asean-map lang="${lang}" src="https://data.example/map.json" loading="eager" address="none" id="second"><p>`));
    assert.equal(await value(page, "#css"), `rok-asean-map {\n  --map-accent: #7a1f3d;\n  --map-font: "Noto Serif KR", serif;\n}\n`);
    assert.equal(await value(page, "#policy"), `script-src ${server.url} 'wasm-unsafe-eval'; connect-src ${server.url} https://data.example`);
    await page.$eval("rok-asean-map", (map) => map.scrollIntoView());
    await reader.heard("map-ready");
    const colour = await reader.run(() => getComputedStyle(document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=list-item]")).color);
    assert.equal(colour, "rgb(122, 31, 61)");
    await page.click("input[value=frame]");
    await reader.until(() => document.querySelector("#code").value.startsWith("<iframe"));
    const code = await value(page, "#code");
    assert.ok(code.includes(`${lang === "ko" ? "ko/" : ""}frame.html" `) && code.includes(`loading="eager"`), "a frame's address takes neither data nor colours");
    assert.equal(await page.$eval("#css", (field) => field.checkVisibility()), false);
  });

  onPage(`${path}: says what it weighs and what a policy must allow`, { path, ...PREVIEW }, async ({ reader, page, server }) => {
    await written(reader);
    const rows = () => page.$$eval("#weight tr", (all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
    const spelled = (n) => n.toLocaleString("en-GB");
    const row = (name) => [name, spelled(manifest[name].bytes), spelled(manifest[name].brotli)];
    assert.deepEqual((await rows()).slice(1, 3), [row(named("map.js")), row(named("map.wasm"))]);
    const sum = manifest[named("map.js")].brotli + manifest[named("map.wasm")].brotli;
    assert.equal((await rows()).at(-1)[2], spelled(sum));
    assert.equal(await value(page, "#policy"), `script-src ${server.url} 'wasm-unsafe-eval'; connect-src ${server.url}`);
    await page.click("input[value=snippet]");
    await reader.until(() => document.querySelector("#code").value.includes("<template"));
    assert.ok((await rows()).some(([name]) => name === `snippet.${lang}.html`));
    await page.$eval("#folder", (input) => (input.value = ""));
    await page.type("#folder", "/map");
    await reader.until(() => document.querySelector("#policy").value.includes("'self'"));
    assert.equal(await value(page, "#policy"), "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'");
    assert.ok((await value(page, "#code")).includes(`src="/map/${named("map.js")}"`));
  });

  onPage(`${path}: the keyboard alone chooses and copies`, { path, ...PREVIEW }, async ({ reader, page, context, server }) => {
    await context.overridePermissions(server.url, ["clipboard-read", "clipboard-write", "clipboard-sanitized-write"]);
    await written(reader);
    await tabTo(page, "input[name=place]");
    for (const _ of ["editor", "frame", "picture", "link"]) await page.keyboard.press("ArrowDown");
    await tabTo(page, "#country");
    await page.keyboard.press("ArrowDown");
    await reader.until(() => document.querySelector("#code").value.startsWith("<a "));
    await tabTo(page, "#copy");
    await page.keyboard.press("Enter");
    await reader.until((done) => document.querySelector("#copied").textContent === done, done);
    const copied = await reader.run(() => navigator.clipboard.readText());
    const [{ code, name }] = data.countries;
    const home = `${server.url}/${lang === "ko" ? "ko/" : ""}${code.toLowerCase()}.html`;
    assert.equal(copied, `<a href="${home}" hreflang="${lang}" lang="${lang}">${data.title[lang]}: ${name[lang].short}</a>\n`);
  });

  onPage(`${path}: where copying is refused, the code is selected`, { path, ...PREVIEW }, async ({ reader, page, context, server }) => {
    await context.overridePermissions(server.url, []);
    await written(reader);
    await press(page, copy);
    await reader.until((by) => document.querySelector("#copied").textContent.includes(by), by);
    const selected = await reader.run(() => document.activeElement.id === "code" && getSelection().toString());
    assert.equal(selected, await value(page, "#code"));
  });

  onPage(`${path}: a folder that is no address is refused beside its field`, { path, ...PREVIEW }, async ({ reader, page }) => {
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

  for (const form of ["element", "tag", "snippet"]) {
    onPage(`${path}: the ${form} works on a blank page under the policy that is told`, { path, ...PREVIEW }, async ({ reader, page, server }) => {
      await written(reader);
      await page.select("#country", "TH");
      await page.click(`input[value=${form}]`);
      await reader.until((part) => document.querySelector("#code").value.includes(part), { element: ` country="TH"`, tag: ` data-country="TH"`, snippet: "<template" }[form]);
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
      onPage(`${path} has no barrier that axe knows, at ${width} px in ${scheme}`, { path, width, media, ...PREVIEW, ...AXE_WRITES }, async ({ reader, page }) => {
        await written(reader);
        await page.type("#folder", " no address");
        await page.select("#level", "5");
        await reader.run(() => (document.querySelector("#more").open = true));
        await page.type("#font", "serif");
        await page.type("#id", "1");
        await page.$eval("rok-asean-map", (map) => map.scrollIntoView());
        await reader.heard("map-ready");
        assert.deepEqual(await barriers(page), []);
        assert.equal((await look(reader)).titleTag, "h3", "the preview skips no level of this page");
        for (const place of ["editor", "frame"]) {
          await page.click(`input[name=place][value=${place}]`);
          await reader.until((tag) => document.querySelector(`#shown ${tag}`), place === "editor" ? "img" : "iframe");
          assert.deepEqual(await barriers(page), [], place);
          assert.ok(await reader.run(() => document.documentElement.scrollWidth <= innerWidth), "nothing scrolls sideways");
        }
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
