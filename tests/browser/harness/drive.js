// One browser family for a test file, one page for each test: the stage of the journeys that all families share.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import puppeteer from "puppeteer-core";
import { program } from "../../../src/bin/press/needs.js";
import { listen, overhear } from "./listen.js";
import { Reader } from "./reader.js";
import { DIST, serve } from "./serve.js";
import * as webkit from "./webkit.js";

const TIMEOUT = 300_000;
const EAR = `<script src="/listen.js"></script>`;

/** Starts a browser of each family; without `script`, its pages run none. */
const LAUNCH = {
  Chromium: ({ script }) =>
    puppeteer.launch({
      executablePath: program("Chromium"),
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", `--blink-settings=scriptEnabled=${script}`],
    }),
  Firefox: ({ script }) =>
    puppeteer.launch({ browser: "firefox", executablePath: program("Firefox"), extraPrefsFirefox: { "javascript.enabled": script } }),
  WebKit: webkit.launch,
};

/** A function that makes tests in this family. */
export function stage(family) {
  const browsers = {};
  const browser = (script) => (browsers[script] ??= LAUNCH[family]({ script }));
  let server;
  before(async () => (server = await serve()));
  after(async () => {
    for (const started of Object.values(browsers)) await (await started).close();
    await server?.close();
  });

  return (name, { script = true, width = 1280, ...settings }, inside) =>
    test(`${family}: ${name}`, { timeout: TIMEOUT }, async () => {
      prepare(server, settings);
      const page = await (await browser(script)).newPage();
      try {
        const reader = new Reader(page);
        await page.setViewport({ width, height: 844 });
        await page.goto(`${server.url}${settings.url ?? settings.path ?? "/page.html"}${settings.hash ?? ""}`);
        await inside({ reader, server, page });
        if (script) await assertQuiet(reader);
      } finally {
        await page.close();
      }
    });
}

/** The answers of the server: `body` in a bare page, or the page of `dist/` at `path`; both with an ear. */
function prepare(server, { body, lang = "en", path, setUp }) {
  server.reset();
  server.route("/listen.js", (_, response) =>
    response.writeHead(200, { "Content-Type": "text/javascript" }).end(`(${listen})();(${overhear})();`),
  );
  const html = path
    ? readFileSync(`${DIST}${path.endsWith("/") ? `${path}index.html` : path}`, "utf8").replace(/<head[^>]*>/, `$&${EAR}`)
    : `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Page</title>
      <meta name="viewport" content="width=device-width">${EAR}</head><body>${body}</body></html>`;
  server.text(path ?? "/page.html", html);
  setUp?.(server);
}

async function assertQuiet(reader) {
  await reader.settled();
  // Some browsers ask for a page's icon on their own, and the policy stops it.
  const stopped = (await reader.seen("violations")).filter((line) => !line.includes("/favicon.ico"));
  assert.deepEqual(stopped, [], "policy violations");
  assert.deepEqual(await reader.seen("errors"), [], "errors on the page");
  assert.deepEqual(await reader.seen("console"), [], "said on the console");
}
