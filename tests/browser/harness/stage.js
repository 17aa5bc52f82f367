// One Chromium for each test file, one page for each test. Whatever a page complains of fails the test.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import puppeteer from "puppeteer-core";
import { program } from "../../../src/bin/press/needs.js";
import { listen } from "./listen.js";
import { Reader } from "./reader.js";
import { serve } from "./serve.js";

export const TAG = `<script src="/map.js" defer></script>`;
const TIMEOUT = 120_000;

let browser, server, other;

before(async () => {
  [server, other] = await Promise.all([serve(), serve()]);
  browser = await puppeteer.launch({
    executablePath: program("Chromium"),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--js-flags=--expose-gc"],
  });
});

after(async () => {
  await browser?.close();
  await Promise.all([server?.close(), other?.close()]);
});

/** Layout and paint, which Chromium alone tells of; runs in the page after `listen`. */
function measure() {
  let shift = 0;
  // Also what Chromium excuses as following input: it takes a phone's viewport, set by the test, for one.
  const add = (entries) => entries.forEach(({ value }) => (shift += value));
  const shifts = new PerformanceObserver((list) => add(list.getEntries()));
  shifts.observe({ type: "layout-shift", buffered: true });
  const seen = window[Symbol.for("seen")];
  seen.painted = false;
  Object.defineProperty(seen, "shift", { get: () => (add(shifts.takeRecords()), shift) });
  const paints = new PerformanceObserver(() => (seen.painted = true));
  paints.observe({ type: "paint", buffered: true });
}

/** A reader whose browser tells what was said on the console and asked for. */
class Listener extends Reader {
  requests = [];

  constructor(page) {
    super(page);
    page.on("console", (message) => this.console.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => this.errors.push(String(error?.stack ?? error)));
    page.on("request", (request) => this.requests.push(request.url()));
  }
}

/**
 * A test on a page of its own. `body` is put in a bare page, `path` names one of `dist/`; `ready` says how many maps to
 * wait for. `expected` lists patterns of what the console may say, `violations` of what the policy may stop.
 */
export function onPage(name, settings, inside) {
  const { body = TAG, lang = "en", head = "", path, hash = "", width = 1280, height = 844, ready = 1 } = settings;
  const { expected = [], violations = [], setUp, media = [] } = settings;
  test(name, { timeout: TIMEOUT }, async () => {
    server.reset();
    other.reset();
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    const reader = new Listener(page);
    try {
      const html = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Page</title>
        <meta name="viewport" content="width=device-width">${head}<body>${body}</body></html>`;
      server.text("/page.html", html);
      await page.setViewport({ width, height, isMobile: width < 600, hasTouch: width < 600 });
      await page.emulateMediaFeatures(media);
      for (const inside of [listen, measure]) await page.evaluateOnNewDocument(inside);
      await setUp?.({ server, other, reader, page });
      await page.goto(`${server.url}${path ?? "/page.html"}${hash}`, { waitUntil: "domcontentloaded" });
      if (ready) await reader.heard("map-ready", ready);
      await inside({ reader, server, other, page, context, browser });
      await reader.settled();
      const stopped = await reader.seen("violations");
      const unexpected = (said, allowed) => said.filter((line) => !allowed.some((pattern) => pattern.test(line)));
      assert.deepEqual(reader.errors, [], "errors on the page");
      assert.deepEqual(unexpected(stopped, violations), [], "policy violations");
      assert.deepEqual(unexpected(reader.console, expected), [], "said on the console");
    } finally {
      await context.close();
    }
  });
}
