// Measures a page in Chromium as a reader on a slow phone meets it: 4x CPU slow-down, slow 4G, nothing cached.
// The same few lines watch every page from its first moment; nothing of ours is asked how it fares.
const CPU = 4;
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const WINDOW = { width: 1280, height: 844 };
const PHONE = { width: 390, height: 844, isMobile: true, hasTouch: true };

/** All countries; those large enough on every map to be clicked. */
export const CODES = ["BN", "KH", "ID", "LA", "MY", "MM", "PH", "SG", "TH", "VN", "KR"];
const LARGE = ["VN", "ID", "KH", "MM", "TH", "PH", "LA", "KR", "MY"];
const CLICKS = 20;
const ENTRIES = 5;

const TRACED = ["devtools.timeline", "disabled-by-default-devtools.timeline", "v8", "blink.user_timing"];

/** Runs in the page before all else. The map is visible in the first frame that paints all eleven, each with a fill. */
function watch({ shape, heading, line, codes }) {
  const seen = { shift: 0, tasks: [], ready: [] };
  Object.defineProperty(window, Symbol.for("seen"), { value: seen });
  const observe = (type, add) => new PerformanceObserver((list) => list.getEntries().forEach(add)).observe({ type, buffered: true });
  observe("layout-shift", ({ value }) => (seen.shift += value));
  observe("longtask", ({ duration }) => seen.tasks.push(duration));
  addEventListener("map-ready", () => seen.ready.push(performance.now()));

  const scope = () => document.querySelector("rok-asean-map")?.shadowRoot ?? document;
  const shapeOf = (code) => scope().querySelector(shape.replaceAll("XX", code));
  const isDrawn = (code) => {
    const found = shapeOf(code);
    const { width = 0, height = 0 } = found?.getBoundingClientRect() ?? {};
    return width > 0 && height > 0 && getComputedStyle(found).fill !== "rgb(0, 0, 0)";
  };
  const painted = (tell) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => tell(performance.now());
    port2.postMessage(0);
  };
  const look = () => (codes.every(isDrawn) ? painted((now) => (seen.visible = now)) : requestAnimationFrame(look));
  requestAnimationFrame(look);

  /** A point where a click hits the country. */
  seen.aim = (code) => {
    scrollTo(0, 0);
    const target = shapeOf(code);
    target.scrollIntoView({ block: "nearest", behavior: "instant" });
    const link = target.closest("a") ?? target;
    const { left, top, width, height } = target.getBoundingClientRect();
    for (let step = 1; step < 1000; step++) {
      // Points spread evenly over the box; a finger's are whole pixels.
      const [x, y] = [left + width * ((step * 0.618) % 1), top + height * ((step * 0.414) % 1)].map(Math.round);
      const hit = scope().elementFromPoint(x, y);
      if (hit && link.contains(hit)) return { x, y };
    }
  };
  /** The same for the first entry that is closed. */
  seen.aimAtEntry = () => {
    const closed = line && scope().querySelector(line);
    closed?.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = closed?.getBoundingClientRect() ?? {};
    return closed && { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
  };
  /** Waits for a click and the frame that paints what it opens; how long that took. */
  const opened = (isThere) =>
    (seen.opened = new Promise((tell) => {
      const begin = ({ timeStamp }) => {
        const next = () => (isThere() ? painted((now) => tell(now - timeStamp)) : requestAnimationFrame(next));
        requestAnimationFrame(next);
      };
      addEventListener("pointerup", begin, { capture: true, once: true });
    }));
  seen.opensCard = () => {
    const said = () => scope().querySelector(heading)?.textContent;
    const before = said();
    opened(() => said() !== before);
  };
  seen.opensEntry = () => {
    const closed = scope().querySelector(line);
    opened(() => closed.nextElementSibling?.getBoundingClientRect().height > 0);
  };
  /** All that is in the map and its card. */
  seen.nodes = () => {
    const root = document.querySelector("rok-asean-map")?.shadowRoot ?? document.querySelector(".body");
    const walker = document.createTreeWalker(root);
    let all = 0;
    while (walker.nextNode()) all++;
    return { elements: root.querySelectorAll("*").length, all };
  };
}

/** Opens a page in a context of its own, does `inside`, and closes it. */
export async function visit(browser, page, { network = true, phone = false }, inside) {
  const context = await browser.createBrowserContext();
  try {
    const tab = await context.newPage();
    const cdp = await tab.createCDPSession();
    await tab.setViewport(phone ? PHONE : WINDOW);
    await cdp.send("Network.enable");
    await cdp.send("Network.setCacheDisabled", { cacheDisabled: true });
    if (network) await cdp.send("Network.emulateNetworkConditions", NETWORK);
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: CPU });
    await tab.evaluateOnNewDocument(watch, { ...page, codes: CODES });
    return await inside(tab, cdp);
  } finally {
    await context.close();
  }
}

const seen = (tab, key) => tab.evaluate((key) => window[Symbol.for("seen")][key], key);
const ask = (tab, key, ...given) => tab.evaluate((key, given) => window[Symbol.for("seen")][key](...given), key, given);
const frames = (tab) => tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

/** Until the map stands and nothing more is on its way. */
async function settle(tab, url) {
  await tab.goto(url, { waitUntil: "networkidle0" });
  await tab.waitForFunction(() => window[Symbol.for("seen")].visible, { timeout: 60_000 });
  await tab.waitForNetworkIdle({ idleTime: 400 });
}

/** One load, and how long each of twenty clicks takes, and a few on entries. */
export async function load(browser, server, page, phone = false) {
  server.sent = 0;
  return visit(browser, page, { phone }, async (tab, cdp) => {
    await settle(tab, server.url + page.url + "/");
    const { visible, shift, tasks, paint } = await tab.evaluate(() => {
      const { visible, shift, tasks } = window[Symbol.for("seen")];
      return { visible, shift, tasks, paint: performance.getEntriesByName("first-contentful-paint")[0].startTime };
    });
    const bytes = server.sent;
    const heap = await heapOf(cdp);
    const blocking = tasks.reduce((sum, task) => sum + task - 50, 0);
    return { bytes, visible, paint, shift, blocking, heap, opening: await clicks(tab), entries: await entries(tab) };
  });
}

async function heapOf(cdp) {
  await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await cdp.send("Runtime.getHeapUsage");
  return usedSize + embedderHeapUsedSize + backingStorageSize;
}

async function clicks(tab) {
  const took = [];
  for (let index = 0; index < CLICKS; index++) took.push(await click(tab, LARGE[index % LARGE.length]));
  return took;
}

async function click(tab, code) {
  const point = await ask(tab, "aim", code);
  if (!point) throw new Error(`${tab.url()}: nothing of ${code} can be clicked.`);
  return press(tab, point, "opensCard");
}

/** The first entries of a card, one after the other. */
async function entries(tab) {
  await click(tab, LARGE[0]);
  const took = [];
  while (took.length < ENTRIES) {
    const point = await ask(tab, "aimAtEntry");
    if (!point) break;
    took.push(await press(tab, point, "opensEntry"));
  }
  return took;
}

async function press(tab, { x, y }, opens) {
  const { hasTouch } = tab.viewport();
  if (!hasTouch) await tab.mouse.move(x, y);
  await frames(tab);
  await ask(tab, opens);
  await (hasTouch ? tab.touchscreen.tap(x, y) : tab.mouse.click(x, y));
  return seen(tab, "opened");
}

/**
 * How many nodes there are before a card is open, and with the largest that can be clicked; and the text of a card with
 * all that opens in it open, without blanks and controls: all pages must say the same.
 */
export async function content(browser, server, page) {
  return visit(browser, page, { network: false }, async (tab) => {
    await settle(tab, server.url + page.url + "/");
    const overview = await ask(tab, "nodes");
    const cards = [];
    for (const code of CODES) {
      const point = await ask(tab, "aim", code);
      if (!point) continue;
      await press(tab, point, "opensCard");
      cards.push(await ask(tab, "nodes"));
    }
    await click(tab, LARGE[0]);
    const open = (selector) =>
      tab.evaluate((selector) => (document.querySelector("rok-asean-map")?.shadowRoot ?? document).querySelectorAll(selector).forEach((one) => one.click()), selector);
    await open("[data-action=open-all]");
    await open(".profile > :not([open]) > summary");
    await frames(tab);
    const text = await tab.evaluate((card) => {
      const copy = (document.querySelector("rok-asean-map")?.shadowRoot ?? document).querySelector(card).cloneNode(true);
      copy.querySelectorAll(".tools, .head > :not([data-heading])").forEach((control) => control.remove());
      return copy.textContent.replace(/\s/g, "");
    }, page.card);
    return { overview, card: cards.toSorted((a, b) => b.all - a.all)[0], text };
  });
}

/** The longest task of a load, and the script work of each click, from a trace. */
export async function trace(browser, server, page) {
  return visit(browser, page, {}, async (tab) => {
    await tab.tracing.start({ categories: TRACED });
    await settle(tab, server.url + page.url + "/");
    await tab.evaluate(() => performance.mark("settled"));
    await clicks(tab);
    const { traceEvents } = JSON.parse(Buffer.from(await tab.tracing.stop()).toString());
    return work(traceEvents);
  });
}

const HANDLED = ["pointerdown", "mousedown", "pointerup", "mouseup", "click"];
const SCRIPT = ["FunctionCall", "RunMicrotasks"];
const RENDERED = ["Layout", "UpdateLayoutTree"];

/** Times on the thread's own clock, so that what else the machine does is not counted; where a trace lacks it, by the wall. */
const time = ({ tdur, dur }) => tdur ?? dur;

function work(events) {
  const mark = events.find(({ name }) => name === "settled");
  const main = events.filter(({ ph, pid, tid }) => ph === "X" && pid === mark.pid && tid === mark.tid);
  const named = (names) => main.filter(({ name }) => names.includes(name));
  const tasks = named(["RunTask"]);
  const handled = named(["EventDispatch"]).filter(({ args }) => HANDLED.includes(args.data.type));
  const opening = tasks.filter((task) => handled.some(within([task])));
  const script = outermost(named(SCRIPT)).filter(within(opening));
  const rendered = outermost(named(RENDERED)).filter(within(script));
  const longest = (some) => Math.max(...some.map(time)) / 1000;
  const each = (some) => some.reduce((sum, one) => sum + time(one), 0) / 1000 / CLICKS;
  return {
    longest: longest(tasks.filter(({ ts }) => ts < mark.ts)),
    longestClick: longest(opening),
    script: each(script) - each(rendered),
    forced: each(rendered),
  };
}

const within = (outer) => ({ ts }) => outer.some((one) => ts >= one.ts && ts < one.ts + one.dur);

/** Without those that lie in another. */
function outermost(events) {
  let end = 0;
  return events.toSorted((a, b) => a.ts - b.ts).filter(({ ts, dur }) => ts >= end && (end = ts + dur));
}

/** A page that grows: until its last map is ready, and the `select` of the slowest of these countries. */
export async function grow(browser, server, page, { url, maps, facts, codes }) {
  return visit(browser, page, { network: false }, async (tab) => {
    await tab.goto(server.url + url, { waitUntil: "load" });
    await tab.waitForFunction((maps) => window[Symbol.for("seen")].ready.length >= maps, { timeout: 120_000 }, maps);
    const shown = await tab.evaluate(() => document.querySelector("rok-asean-map").data.facts.length);
    if (shown !== facts) throw new Error(`${url} shows ${shown} facts: its dataset was refused.`);
    const ready = await seen(tab, "ready");
    return { ready: ready[maps - 1], select: await tab.evaluate(slowest, codes, ROUNDS) };
  });
}

/** How often each country is selected: a pause of the machine must not make its median. */
const ROUNDS = 9;

/** The median of all `select` of each country; the largest of them. */
async function slowest(codes, rounds) {
  const map = document.querySelector("rok-asean-map");
  const time = (run) => {
    const start = performance.now();
    run();
    return performance.now() - start;
  };
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  const took = Object.fromEntries(codes.map((code) => [code, []]));
  for (let round = 0; round < rounds; round++) {
    for (const code of codes) {
      took[code].push(time(() => map.select(code)));
      await frame();
    }
  }
  return Math.max(...Object.values(took).map((all) => all.sort((a, b) => a - b)[(rounds - 1) / 2]));
}

/**
 * The layout shift that `select` from a script causes while the heading of what was open is in the window, or below it,
 * or above it (where the card is long enough: all its entries are open); nothing where it cannot stand there.
 */
export async function shifts(browser, server, page, phone) {
  return visit(browser, page, { network: false, phone }, async (tab) => {
    const found = {};
    for (const place of ["in", "below", "above"]) {
      await settle(tab, server.url + page.url + "/");
      found[place] = await tab.evaluate(shiftOf, place);
    }
    return found;
  });
}

async function shiftOf(place) {
  const rest = () => new Promise((done) => setTimeout(done, 600));
  const map = document.querySelector("rok-asean-map");
  const find = (selector) => map.shadowRoot.querySelector(selector);
  await map.ready;
  if (place === "above") {
    map.select("VN");
    find("[data-action=open-all]").click();
  }
  await rest();
  const { top, bottom, height } = find("[data-heading]").getBoundingClientRect();
  const by = { in: top - (innerHeight - height) / 2, below: top - innerHeight - 1, above: bottom + 1 }[place];
  scrollBy({ top: by, behavior: "instant" });
  await rest();
  const now = find("[data-heading]").getBoundingClientRect();
  const at = now.bottom < 0 ? "above" : now.top > innerHeight ? "below" : "in";
  if (at !== place) return undefined;
  const seen = window[Symbol.for("seen")];
  seen.shift = 0;
  map.select("ID");
  await rest();
  return seen.shift;
}
