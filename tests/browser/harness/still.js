// A reader whose browser runs no script. What the policy stops, Chromium's own audit tells.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import puppeteer from "puppeteer-core";
import { program } from "../../../src/bin/press/needs.js";
import { serve } from "./serve.js";

let browser, server;

before(async () => {
  server = await serve();
  browser = await puppeteer.launch({ executablePath: program("Chromium"), args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
});

after(async () => {
  await browser?.close();
  await server?.close();
});

async function watch(page) {
  const [stopped, asked] = [[], []];
  const client = await page.createCDPSession();
  client.on("Audits.issueAdded", ({ issue }) => {
    const found = issue.details.contentSecurityPolicyIssueDetails;
    if (found) stopped.push(`${found.violatedDirective} ${found.blockedURL ?? ""}`);
  });
  await client.send("Audits.enable");
  page.on("request", (request) => asked.push(request.url()));
  return { stopped, asked };
}

/** A test on a page of its own, without script; `body` is put in a bare page, `path` names one of `dist/`. */
export function still(name, { path, body, width = 1280, height = 844, lang = "en", violations = 0 }, inside) {
  test(name, { timeout: 120_000 }, async () => {
    server.reset();
    if (body) {
      server.text("/page.html", `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Page</title>
        <meta name="viewport" content="width=device-width"><body>${body}</body></html>`);
    }
    const context = await browser.createBrowserContext();
    try {
      const page = await context.newPage();
      const { stopped, asked } = await watch(page);
      await page.setJavaScriptEnabled(false);
      await page.setViewport({ width, height, isMobile: width < 600, hasTouch: width < 600 });
      await page.goto(`${server.url}${path ?? "/page.html"}`, { waitUntil: "load" });
      await inside({ page, server, asked });
      assert.equal(stopped.length, violations, `policy violations: ${stopped}`);
      assert.deepEqual(asked.filter((url) => !url.startsWith(server.url)), [], "asked of others");
    } finally {
      await context.close();
    }
  });
}
