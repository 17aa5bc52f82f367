// One Chromium for each test file, one page for each test. Whatever a page complains of fails the test.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import puppeteer from "puppeteer-core";
import { chromium } from "./chromium.js";
import { serve } from "./serve.js";

export const TAG = `<script src="/map.js" defer></script>`;
const TIMEOUT = 120_000;

let browser, server, other;

before(async () => {
  [server, other] = await Promise.all([serve(), serve()]);
  browser = await puppeteer.launch({
    executablePath: chromium(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--js-flags=--expose-gc"],
  });
});

after(async () => {
  await browser?.close();
  await Promise.all([server?.close(), other?.close()]);
});

/** Listens from the page's first moment, out of sight of `window`'s names. */
function listen() {
  let shift = 0;
  // Also what Chromium excuses as following input: it takes a phone's viewport, set by the test, for one.
  const add = (entries) => entries.forEach(({ value }) => (shift += value));
  const shifts = new PerformanceObserver((list) => add(list.getEntries()));
  shifts.observe({ type: "layout-shift", buffered: true });
  const seen = {
    events: [],
    violations: [],
    painted: false,
    get shift() {
      add(shifts.takeRecords());
      return shift;
    },
  };
  Object.defineProperty(window, Symbol.for("seen"), { value: seen });
  for (const type of ["map-ready", "map-select", "map-filter", "map-error"]) {
    addEventListener(type, ({ detail, target }) =>
      seen.events.push({ type, detail: structuredClone(detail), map: target.id, name: target.localName }),
    );
  }
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
    seen.violations.push(`${violatedDirective} ${blockedURI} ${sample}`),
  );
  const paints = new PerformanceObserver(() => (seen.painted = true));
  paints.observe({ type: "paint", buffered: true });
}

class Reader {
  console = [];
  errors = [];
  requests = [];

  constructor(page) {
    this.page = page;
    page.on("console", (message) => this.console.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => this.errors.push(String(error?.stack ?? error)));
    page.on("request", (request) => this.requests.push(request.url()));
  }

  run = (inside, ...given) => this.page.evaluate(inside, ...given);

  /** Until `inside` gives something true, and that; looked at once a frame, without `eval` in the page. */
  async until(inside, ...given) {
    const call = `(${inside})(...${JSON.stringify(given)})`;
    const [found, value] = await this.page.evaluate(`(async () => {
      for (const end = performance.now() + 15000; performance.now() < end; ) {
        const value = await ${call};
        if (value) return [true, value];
        await new Promise((next) => setTimeout(next, 8));
      }
      return [false];
    })()`);
    if (!found) assert.fail(`never came true: ${inside} ${JSON.stringify(given)}\n${this.console}\n${this.errors}`);
    return value;
  }

  /** Two frames on, so that whatever was about to happen has happened. */
  settled = () => this.run(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

  events = (type) =>
    this.run((type) => window[Symbol.for("seen")].events.filter((event) => !type || event.type === type), type);

  details = async (type) => (await this.events(type)).map(({ detail }) => detail);

  forget = () => this.run(() => void (window[Symbol.for("seen")].events.length = 0));

  seen = (key) => this.run((key) => window[Symbol.for("seen")][key], key);

  /** Until the event has been seen `count` times. */
  heard = (type, count = 1) =>
    this.until(
      (type, count) => window[Symbol.for("seen")].events.filter((event) => event.type === type).length >= count,
      type,
      count,
    );

  press = (...keys) => keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
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
    const reader = new Reader(page);
    try {
      const html = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Page</title>
        <meta name="viewport" content="width=device-width">${head}<body>${body}</body></html>`;
      server.text("/page.html", html);
      await page.setViewport({ width, height, isMobile: width < 600, hasTouch: width < 600 });
      await page.emulateMediaFeatures(media);
      await page.evaluateOnNewDocument(listen);
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
