// dist/ on this computer under the policy of DESIGN 1.9, with pages and answers that a test adds.
import { createServer } from "node:http";
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

export const DIST = fileURLToPath(new URL("../../../dist/", import.meta.url));

export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

export const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** The hash in a file's name, which each build gives it anew. */
const HASH = /\.[0-9a-f]{8}(?=\.\w+$)/;

/** A file's name without its hash. */
export const plain = (name) => name.replace(HASH, "");

/** A file's name in this build. */
export const named = (name) => readdirSync(DIST).find((one) => HASH.test(one) && plain(one) === name) ?? name;

/** A server of `dist/`, or of another folder: `route` answers an address otherwise, `hold` keeps one back, `asked` lists
 *  what was asked for, all without the hashes in names. */
export async function serve(folder = DIST) {
  const routes = new Map();
  const held = new Map();
  const waiting = [];
  const asked = [];
  let policy = POLICY;
  let isShared = false;

  async function answer(request, response) {
    const address = new URL(request.url, "http://host").pathname;
    const pathname = plain(address);
    asked.push(pathname);
    waiting.filter(({ path }) => path === pathname).forEach(({ tell }) => tell());
    await held.get(pathname)?.promise;
    response.setHeader("Content-Security-Policy", policy);
    response.setHeader("Cache-Control", "no-store");
    if (isShared) response.setHeader("Access-Control-Allow-Origin", "*");
    const route = routes.get(pathname);
    if (route) return route(request, response);
    const path = normalize(address.endsWith("/") ? `${address}index.html` : address);
    try {
      const bytes = await readFile(join(folder, path));
      response.setHeader("Content-Type", TYPES[extname(path)] ?? "application/octet-stream");
      response.end(bytes);
    } catch {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("Not here.\n");
    }
  }

  const server = createServer(answer);
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const send = (type) => (path, body) =>
    routes.set(path, (_, response) => response.writeHead(200, { "Content-Type": type }).end(body));

  return {
    url: `http://127.0.0.1:${server.address().port}`,
    asked,
    route: (path, handle) => routes.set(path, handle),
    text: send("text/html; charset=utf-8"),
    /** Another policy than that of DESIGN 1.9. */
    policy: (text) => (policy = text),
    /** Other hosts may read what it sends. */
    share: () => (isShared = true),
    json: (path, value) => send("application/json")(path, typeof value === "string" ? value : JSON.stringify(value)),

    /** Keeps answers to this address back until the returned function is called. */
    hold(path) {
      let release;
      const promise = new Promise((resolve) => (release = resolve));
      held.set(path, { promise });
      return () => (held.delete(path), release());
    },

    /** Until the address has been asked for, from now on. */
    request: (path) => new Promise((tell) => waiting.push({ path, tell })),

    /** How often an address was asked for. */
    count: (path) => asked.filter((one) => one === path).length,

    reset() {
      [routes, held].forEach((map) => map.clear());
      asked.length = waiting.length = 0;
      policy = POLICY;
      isShared = false;
    },

    close: () => (server.closeAllConnections(), new Promise((closed) => server.close(closed))),
  };
}
