// The static pages, in a browser that runs no script.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { PNG } from "pngjs";
import { onPage } from "./harness/stage.js";
import { still } from "./harness/still.js";
import { invalid } from "./harness/html.js";
import { DIST } from "./harness/serve.js";
import { COUNTRIES, country, dataset, facts, sources } from "./harness/data.js";
import {
  PAGES, WIDTHS, assertFits, assertOutline, assertOverview, assertProfile, assertTells, barriers, inView, links, loaded, look, shipped,
  tabTo,
} from "./harness/still-read.js";

const data = dataset();

const STATIC = PAGES.map(([file]) => file);
const OWN = ["", "ko/"].flatMap((folder) => COUNTRIES.map((code) => `${folder}${code.toLowerCase()}.html`));

for (const file of ["index.html", "ko/index.html", ...STATIC, ...OWN]) {
  test(`${file} is valid HTML`, async () => assert.deepEqual(await invalid(shipped(file)), []));
}

for (const [what, html] of [
  ["an element that is left open", "<section><b>x</section>"],
  ["an id that stands twice", `<p id="a">x</p><p id="a">y</p>`],
  ["a heading that skips a level", "<h1>x</h1><h3>y</h3>"],
  ["a block in a paragraph's place", "<ul><p>x</p></ul>"],
]) {
  test(`the check of HTML sees ${what}`, async () => {
    const page = `<!doctype html>\n<html lang="en"><head><title>x</title></head><body>${html}</body></html>`;
    assert.notDeepEqual(await invalid(page), []);
  });
}

test("every page has a title of its own", () => {
  const titles = ["index.html", "ko/index.html", ...STATIC, ...OWN].map((file) => shipped(file).match(/<title>(.*)<\/title>/)[1]);
  assert.equal(new Set(titles).size, titles.length, titles.join());
});

/** What a page's head says, by the name or the property that says it. */
const told = (file) => Object.fromEntries([...shipped(file).matchAll(/<meta (?:property|name)="([^"]*)" content="([^"]*)">/g)].map(([, name, content]) => [name, content]));

test("every page that is read shows a picture of its own where it is linked to, which says what it is", () => {
  const files = JSON.parse(shipped("manifest.json"));
  const plain = (text) => text.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  for (const file of ["index.html", "embed.html", "static.html", ...OWN.slice(0, COUNTRIES.length)].flatMap((file) => [file, `ko/${file}`])) {
    const [code] = COUNTRIES.map((code) => code.toLowerCase()).filter((code) => file.endsWith(`${code}.html`));
    const lang = file.startsWith("ko/") ? "ko" : "en";
    const picture = `picture.${code ? `${code}.` : ""}${lang}`;
    const page = told(file);
    assert.equal(page["og:image"], `${lang === "ko" ? "../" : ""}${picture}.png`, file);
    assert.deepEqual([page["og:title"], page["og:description"]], [shipped(file).match(/<title>(.*)<\/title>/)[1], page.description], file);
    assert.deepEqual([page["og:url"], page["twitter:card"]], [undefined, "summary_large_image"]);
    const drawn = PNG.sync.read(readFileSync(`${DIST}${picture}.png`));
    assert.deepEqual([page["og:image:width"], page["og:image:height"]], [drawn.width, drawn.height].map(String));
    for (const { alt } of [{ alt: plain(page["og:image:alt"]) }, files[`${picture}.png`], files[`${picture}.svg`]]) {
      assert.ok(alt.startsWith(`${data.title[lang]}: ${code ? country(code.toUpperCase()).name[lang].formal : data.release.title[lang]}. `), alt);
    }
    assert.ok(shipped(`${picture}.svg`).includes(`<desc id="description">${page["og:image:alt"].replaceAll("&nbsp;", "\u00a0")}</desc>`), picture);
  }
  assert.deepEqual(Object.keys(files).filter((name) => files[name].alt).length, 4 * (1 + COUNTRIES.length));
});

const VIETNAM = [["vn.html", "en"], ["ko/vn.html", "ko"]];

for (const [path, lang] of VIETNAM) {
  for (const width of WIDTHS) {
    still(`${path} at ${width} px: the card is there, and the others are a link away`, { path: `/${path}`, width }, async ({ page, server }) => {
      const seen = await look(page);
      assert.deepEqual([seen.cards.map(({ code }) => code), seen.overview], [["VN"], undefined]);
      assertProfile(seen.cards[0], lang);
      assertTells(seen.cards[0], "VN", lang);
      const pages = COUNTRIES.map((code) => [code, `${code.toLowerCase()}.html`]);
      assert.deepEqual(seen.list.map(([code, href]) => [code, href]), pages);
      assert.deepEqual([...seen.shapes].sort(), [...pages].sort());
      assert.deepEqual([seen.controls, seen.dead], [0, []]);
      assertOutline(seen.levels, 1);
      assertFits(seen);
      const others = await page.$$eval("a:not([part~=source])", (all) => all.map((one) => new URL(one.getAttribute("href"), document.baseURI).href.split("#")[0]));
      for (const address of new Set(others)) assert.equal((await fetch(address)).status, 200, address);
      assert.ok(others.includes(`${server.url}/${path.replace("vn.html", "")}`), "the live map");
      await Promise.all([page.waitForNavigation(), page.click(".language")]);
      assert.equal(page.url(), `${server.url}/${VIETNAM.find(([other]) => other !== path)[0]}`);
    });
  }

  test(`${path} tells search engines of what it is about and from where that is known`, () => {
    const about = JSON.parse(shipped(path).match(/<script type="application\/ld\+json">(.*)<\/script>/)[1]);
    const { name, profile } = country("VN");
    assert.deepEqual(about.about, { "@type": "Country", identifier: "VN", name: name[lang].short, alternateName: name[lang].formal });
    const ids = [...profile, ...facts("VN")].flatMap(({ sources }) => sources);
    assert.deepEqual(about.citation.map(({ name }) => name).sort(), sources([...new Set(ids)]).map(({ title }) => title).sort());
    assert.deepEqual([about.inLanguage, about.dateModified, about.description], [lang, data.asOf, told(path).description]);
  });
}

for (const [path, lang] of PAGES) {
  for (const width of WIDTHS) {
    still(`${path} at ${width} px: every card is there, with every fact and source`, { path: `/${path}`, width }, async ({ page }) => {
      const seen = await look(page);
      assert.deepEqual(seen.cards.map(({ code }) => code), COUNTRIES);
      for (const card of seen.cards) {
        assertProfile(card, lang);
        assertTells(card, card.code, lang);
      }
      assertOverview(seen.overview, lang);
      assert.equal(seen.title, data.title[lang]);
      assert.equal(seen.controls, 0, "no control that would need a script");
      assert.deepEqual(seen.list.map(([code, href]) => [code, href]), links(""));
      assert.deepEqual([...seen.shapes].sort(), links("").sort());
      assert.deepEqual(seen.dead, [], "links that lead nowhere");
      assertOutline(seen.levels, 1);
      assertFits(seen);
    });
  }

  still(`${path}: the list and the map lead to the card`, { path: `/${path}` }, async ({ page }) => {
    await page.click(`[part~="list-item"][data-country="TH"]`);
    assert.ok(await inView(page, "map=TH"));
    await page.evaluate(() => scrollTo(0, 0));
    await page.click(`[part~="callout"][data-country="SG"] .disc`);
    assert.ok(await inView(page, "map=SG"));
    await page.goBack();
    assert.equal(await page.evaluate(() => location.hash), "#map=TH");
  });

  still(`${path}: the keyboard reaches every country, in the list and on the map`, { path: `/${path}` }, async ({ page }) => {
    const at = (element, [part, code]) => element.getAttribute("part") === part && element.dataset.country === code;
    for (const part of ["list-item", "country"]) {
      for (const code of part === "list-item" ? COUNTRIES : ["MM", "SG"]) await tabTo(page, at, [part, code]);
    }
    await page.keyboard.press("Enter");
    assert.ok(await inView(page, "map=SG"));
  });

  still(`${path}: an address of the live map leads to the same entry`, { path: `/${path}#map=VN/vn-flood-relief` }, async ({ page }) => {
    assert.ok(await inView(page, "map=VN/vn-flood-relief"));
    assert.equal(await page.evaluate(() => document.querySelector(":target").dataset.fact), "vn-flood-relief");
  });

  still(`${path}: the other language is one link away`, { path: `/${path}` }, async ({ page }) => {
    await Promise.all([page.waitForNavigation(), page.click(".language")]);
    assert.ok(page.url().endsWith(PAGES.find(([other]) => other !== path)[0]));
    assert.notEqual(await page.evaluate(() => document.documentElement.lang), lang);
    assert.equal(await page.evaluate(() => document.styleSheets.length), 2, "and has its style");
  });

  still(`${path} prints as it stands, in dark mode too`, { path: `/${path}`, width: 720 }, async ({ page }) => {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
    await page.emulateMediaType("print");
    const seen = await look(page);
    seen.cards.forEach((card) => assertTells(card, card.code, lang));
    assertOverview(seen.overview, lang);
    assert.deepEqual(seen.list, [], "a list of links is of no use on paper");
    const address = await page.evaluate(() => getComputedStyle(document.querySelector("[part~=source][href]"), "::after").content);
    assert.match(address, /https?:/, "a source's address is printed");
    const pdf = Buffer.from(await page.pdf()).toString("latin1");
    assert.ok(pdf.match(/\/Type\s*\/Page[^s]/g).length >= 5, "pages");
  });

  onPage(`${path}: nothing on it troubles a strict page, its data for search engines included`, { path: `/${path}`, ready: 0 }, async ({ reader, page, server }) => {
    await loaded(page);
    const about = JSON.parse(await page.$eval(`script[type="application/ld+json"]`, (script) => script.textContent));
    assert.equal(about["@context"], "https://schema.org");
    assert.equal(about["@type"], "Dataset");
    assert.equal(about.name, data.title[lang]);
    assert.equal(about.version, data.version);
    assert.equal(about.dateModified, data.asOf);
    assert.equal(about.inLanguage, lang);
    assert.ok(about.description.length >= 50 && about.description.includes(data.release.title[lang]), about.description);
    assert.equal("license" in about, "license" in data);
    const named = (ids) => sources(ids).map(({ title, url }) => [title, url]).sort();
    const told = (works) => works.map(({ name, url }) => [name, url ?? null]).sort();
    const based = data.release.sources;
    assert.deepEqual(told(about.isBasedOn), named(based));
    assert.deepEqual(told(about.citation), named(Object.keys(data.sources).filter((id) => !based.includes(id))));
    const meta = await page.$$eval("meta[property]", (all) => Object.fromEntries(all.map((one) => [one.getAttribute("property"), one.content])));
    assert.equal(meta["og:title"], await page.title());
    assert.equal(meta["og:description"], about.description);
    assert.equal(meta["og:locale"], { en: "en_GB", ko: "ko_KR" }[lang]);
    assert.equal(await page.$eval("meta[name=description]", (one) => one.content), about.description);
    assert.deepEqual([...new Set(server.asked)].sort(), [`/${path}`, "/host.css", "/map.css"].sort());
    await reader.settled();
    assert.equal(await reader.seen("shift"), 0);
  });
}

for (const value of ["light", "dark"]) {
  const media = [{ name: "prefers-color-scheme", value }];
  for (const [path] of [...PAGES, ...VIETNAM]) {
    onPage(`${path} has no barrier that axe knows, in ${value}`, { path: `/${path}`, media, ready: 0 }, async ({ page }) =>
      assert.deepEqual(await barriers(page), []));
  }
}

still("what the policy stops would be seen", { body: `<p style="color: red">x</p>`, violations: 1 }, async () => {});

for (const [file, lang] of PAGES) {
  const path = `/${file.replace("static.html", "")}`;
  still(`${path}: without script the press page leads to ${file}`, { path }, async ({ page, server }) => {
    await Promise.all([page.waitForNavigation(), page.click("noscript a")]);
    assert.equal(page.url(), `${server.url}/${file}`);
    assert.equal((await look(page)).title, data.title[lang]);
  });
}
