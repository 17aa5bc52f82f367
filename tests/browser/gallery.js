// `npm run gallery`: a picture of every state on one page, target/gallery/index.html, so that all can be looked at.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { program } from "../../src/bin/press/needs.js";
import { serve } from "./harness/serve.js";
import { SCENES, SKINS, STATES, LANGS, enter, pageOf, prepare, viewport } from "./harness/states.js";

const FOLDER = fileURLToPath(new URL("../../target/gallery/", import.meta.url));
const TEXT = { en: "English", ko: "한국어" };

const nameOf = ({ scene, lang, skin, width }) => `${scene}-${skin}-${lang}-${width}.png`;

/** Until the map is painted, or says that it is on its way. */
async function arrived(ready) {
  const map = document.querySelector("rok-asean-map");
  if (ready) await map.ready;
  while (!map.shadowRoot?.firstElementChild) await new Promise((next) => setTimeout(next, 10));
}

async function picture(browser, state) {
  const server = await serve();
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    const { path, hash, ready } = pageOf(state);
    await page.setViewport(viewport(state.width));
    await prepare(state, server, page);
    await page.goto(`${server.url}${path}${hash}`, { waitUntil: "domcontentloaded" });
    await page.evaluate(arrived, ready);
    await enter(state, page);
    await shoot(page, `${FOLDER}${nameOf(state)}`, state);
  } finally {
    await context.close();
    await server.close();
  }
}

/** The map with a little of the page around it; of one that is still on its way, what fits the window. */
async function shoot(page, path, { width, scene }) {
  const { top, height } = await page.evaluate(() => {
    scrollTo(0, 0);
    const box = document.querySelector("rok-asean-map").getBoundingClientRect();
    return { top: box.top, height: box.height };
  });
  const most = scene === "loading" ? 400 : height;
  await page.screenshot({ path, clip: { x: 0, y: top - 16, width, height: Math.min(most, height) + 32 } });
}

const figure = (state) =>
  `<figure><a href="${nameOf(state)}"><img src="${nameOf(state)}" width="${state.width}" loading="lazy"
    alt="${state.scene}, ${state.skin}, ${TEXT[state.lang]}, ${state.width} px"></a>
  <figcaption>${state.width} px</figcaption></figure>`;

const row = (scene, skin, lang) =>
  `<h3>${skin}, ${TEXT[lang]}</h3>\n<div class="row">${STATES.filter(
    (state) => state.scene === scene && state.skin === skin && state.lang === lang,
  ).map(figure).join("\n")}</div>`;

const section = (scene) =>
  `<section id="${scene}"><h2>${scene}</h2>${SKINS.flatMap((skin) => LANGS.map((lang) => row(scene, skin, lang))).join("\n")}</section>`;

const page = () => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Gallery of the map</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; margin: 24px; background: #f4f5f6; color: #1e2124 }
  nav { display: flex; gap: 16px } .row { display: flex; gap: 24px; align-items: start; overflow-x: auto }
  figure { margin: 0; flex: none } img { display: block; outline: 1px solid #8a949e } figcaption { padding: 4px 0 }
</style>
<h1>Gallery: ${STATES.length} states</h1>
<nav>${SCENES.map((scene) => `<a href="#${scene}">${scene}</a>`).join(" ")}</nav>
${SCENES.map(section).join("\n")}
</html>
`;

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const browser = await puppeteer.launch({ executablePath: program("Chromium"), args: ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"] });
for (const state of STATES) await picture(browser, state);
await browser.close();
writeFileSync(`${FOLDER}index.html`, page());
console.log(`${STATES.length} states: ${FOLDER}index.html`);
