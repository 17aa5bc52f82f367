import puppeteer from "puppeteer-core";
import { chromium } from "../browser/harness/browsers.js";
import { load, trace } from "./measure.js";
import { drawnRegion, ours, PAGES, peers, serve } from "./pages.js";
const server = await serve();
const browser = await puppeteer.launch({ executablePath: chromium(), args: ["--no-sandbox", "--disable-gpu", "--no-first-run"], protocolTimeout: 600_000 });
ours(server); const tab = await browser.newPage(); await tab.goto(`${server.url}static/`); await peers(server, await tab.evaluate(drawnRegion)); await tab.close();
const only = (process.argv[3] ?? "0,1,3,4").split(",").map(Number);
for (let k = 0; k < +process.argv[2]; k++) for (const i of only) {
  const r = process.argv[4] ? await trace(browser, server, PAGES[i]) : await load(browser, server, PAGES[i]);
  const f = (v) => typeof v === "number" ? v.toFixed(1) : Array.isArray(v) ? "med " + [...v].sort((a, b) => a - b)[v.length >> 1].toFixed(0) : v;
  console.log(PAGES[i].name.padEnd(10), Object.entries(r).map(([k, v]) => k + " " + f(v)).join("  "));
}
await browser.close(); server.close();
