// The build, in a clone. The same sources give the same bytes, wherever they lie and wherever cargo keeps what it has
// fetched: whoever holds a hash of a shipped file can make that file. Then with another office's data.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = fileURLToPath(new URL("../../", import.meta.url));
const MADE = readFileSync(join(HERE, ".gitignore"), "utf8").split(/[/\n]+/).filter(Boolean);
const TARGET = process.env.CARGO_TARGET_DIR ?? join(HERE, "target");
const CARGO_HOME = process.env.CARGO_HOME ?? join(homedir(), ".cargo");

const elsewhere = mkdtempSync(join(tmpdir(), "elsewhere-"));
after(() => rmSync(elsewhere, { recursive: true, force: true }));

/** The sources under another name and deeper down, with the npm packages of this checkout. */
function clone() {
  const folder = join(elsewhere, "a clone", "of", "another-name");
  cpSync(HERE, folder, { recursive: true, filter: (path) => ![".git", ...MADE].includes(relative(HERE, path)) });
  symlinkSync(join(HERE, "node_modules"), join(folder, "node_modules"));
  // The copy of the lock file is younger than the packages, which would be installed anew.
  utimesSync(join(folder, "package-lock.json"), 0, 0);
  return folder;
}

/** A home for cargo at another path, with what the present one has fetched. */
function home() {
  const folder = join(elsewhere, "cargo");
  mkdirSync(folder);
  for (const name of ["registry", "config.toml"]) {
    if (existsSync(join(CARGO_HOME, name))) symlinkSync(join(CARGO_HOME, name), join(folder, name));
  }
  return folder;
}

const folder = clone();
const cargoHome = home();

/** What `press build` prints, without a word from this checkout's environment on where things lie. */
function build(given = {}, stderr = "inherit") {
  const { CARGO_TARGET_DIR, ...env } = process.env;
  Object.assign(env, { CARGO_MANIFEST_DIR: folder, CARGO_HOME: cargoHome, CARGO_NET_OFFLINE: "true", SITE: "", ...given });
  const stdio = ["ignore", "pipe", stderr];
  return execFileSync(join(TARGET, "debug", "press"), ["build"], { cwd: elsewhere, env, stdio, encoding: "utf8" });
}

const files = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();

test("a clone in another folder, with another home of cargo, builds the same bytes", () => {
  build();
  const [ours, theirs] = [HERE, folder].map((root) => join(root, "dist"));
  assert.deepEqual(files(theirs), files(ours));
  const differing = files(ours).filter((name) => !readFileSync(join(ours, name)).equals(readFileSync(join(theirs, name))));
  assert.deepEqual(differing, []);
});

/** Another version of a fixed edition: each entry ten times, under ids and with sources of its own. */
function tenfold() {
  const data = JSON.parse(readFileSync(join(HERE, "tests/data/since-2021.json"), "utf8"));
  const named = (id, copy) => (copy ? `${id}-${copy}` : id);
  const copies = [...Array(10).keys()].flatMap((copy) => data.facts.map((fact) => ({ fact, copy })));
  for (const { fact, copy } of copies) for (const id of fact.sources) data.sources[named(id, copy)] = data.sources[id];
  const facts = copies.map(({ fact, copy }) => ({
    ...fact,
    id: named(fact.id, copy),
    sources: fact.sources.map((id) => named(id, copy)),
  }));
  return { ...data, version: "2", facts };
}

const SITE = "https://www.example.org/map";
let report;

test("a site that is no address stops the build, which says so in a sentence", () => {
  const before = readFileSync(join(folder, "dist/static.html"));
  const stderr = (() => {
    try {
      return build({ SITE: "www.example.org" }, "pipe");
    } catch (error) {
      return error.stderr;
    }
  })();
  assert.match(stderr, /^SITE is "www\.example\.org": give the whole address .*\n$/);
  assert.ok(readFileSync(join(folder, "dist/static.html")).equals(before));
});

test("an edition of another version, ten times as long, is built and published whole", () => {
  const data = tenfold();
  writeFileSync(join(folder, "www/map.json"), JSON.stringify(data));
  report = build({ SITE });
  const page = readFileSync(join(folder, "dist/static.html"), "utf8");
  assert.deepEqual(data.facts.filter(({ id }) => !page.includes(`data-fact="${id}"`)), []);
});

test("a build that is told where it will stand names its pages and pictures by whole addresses", () => {
  const read = (file) => readFileSync(join(folder, "dist", file), "utf8");
  const listed = [...read("sitemap.xml").matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address);
  const pages = files(join(folder, "dist")).filter((file) => /^(ko\/)?(index|static|[a-z]{2})\.html$/.test(file));
  assert.deepEqual(listed.sort(), pages.map((file) => `${SITE}/${file.replace("index.html", "")}`).sort());
  for (const file of pages) {
    const [address, html] = [`${SITE}/${file.replace("index.html", "")}`, read(file)];
    for (const part of [`<link rel="canonical" href="${address}">`, `<meta property="og:url" content="${address}">`]) assert.ok(html.includes(part), `${file} lacks ${part}`);
    const [, picture] = html.match(/<meta property="og:image" content="(.*?)">/);
    assert.ok(picture.startsWith(`${SITE}/`) && existsSync(join(folder, "dist", picture.slice(SITE.length))), picture);
  }
  assert.ok(!existsSync(join(HERE, "dist/sitemap.xml")), "no list of addresses where there are none");
});

// Here and not in the build: no office is refused its edition for a size. And on a fixed edition: theirs cannot break
// this, and ours can hide nothing.
test("the map without its edition, and its twin, keep to their budgets", () => {
  const sizes = [...report.matchAll(/^(without .*?|more for .*?) +(\d+)\nbudget +(\d+)$/gm)];
  assert.equal(sizes.length, 2, report);
  for (const [, what, size, budget] of sizes) assert.ok(Number(size) <= Number(budget), `${what}: ${size} bytes, at most ${budget}`);
});
