// The build, in a clone. The same sources give the same bytes, wherever they lie and wherever cargo keeps what it has
// fetched: whoever holds a hash of a shipped file can make that file. Then with another office's data, for its own site.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { onPage } from "./harness/stage.js";
import { TYPES, plain, serve } from "./harness/serve.js";
import { extract } from "@extractus/oembed-extractor";

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
const server = await serve(join(folder, "dist"));
after(() => server.close());

/** A run of `press build`, without a word from this checkout's environment on where things lie. */
function run(SITE, stderr) {
  const { CARGO_TARGET_DIR, ...env } = process.env;
  Object.assign(env, { CARGO_MANIFEST_DIR: folder, CARGO_HOME: cargoHome, CARGO_NET_OFFLINE: "true", SITE });
  const stdio = ["ignore", "pipe", stderr];
  return spawnSync(join(TARGET, "debug", "press"), ["build"], { cwd: elsewhere, env, stdio, encoding: "utf8" });
}

/** What it prints. */
function build(site = "") {
  const { status, stdout } = run(site, "inherit");
  assert.equal(status, 0, stdout);
  return stdout;
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

let report;

test("an edition of another version, ten times as long, is built and published whole", () => {
  const data = tenfold();
  writeFileSync(join(folder, "www/map.json"), JSON.stringify(data));
  report = build(server.url);
  const page = readFileSync(join(folder, "dist/static.html"), "utf8");
  assert.deepEqual(data.facts.filter(({ id }) => !page.includes(`data-fact="${id}"`)), []);
});

test("a build that is told where it will stand names its pages and pictures by whole addresses", () => {
  const SITE = server.url;
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

/** Both builds in one folder, the newer copied over the older; the page has what was pasted from each, and what a browser
 *  has kept of the older script under the name that stays. */
function update({ server }) {
  const published = join(elsewhere, "published");
  for (const dist of [join(HERE, "dist"), join(folder, "dist")]) cpSync(dist, published, { recursive: true });
  const cached = readFileSync(join(HERE, "dist/map.js"));
  const answer = (request, response) => {
    const path = new URL(request.url, "http://host").pathname;
    response.setHeader("Content-Type", TYPES[extname(path)]);
    response.end(path === "/map.js" ? cached : readFileSync(join(published, path)));
  };
  for (const name of files(published)) server.route(`/${plain(name)}`, answer);
  const script = (page) => /<script src="map\.[^>]*>/.exec(readFileSync(join(page, "dist/index.html"), "utf8"))[0];
  const tags = [script(HERE), script(folder), '<script src="map.js" defer></script>'];
  server.text("/page.html", tags.map((tag) => `<section>${tag.replace(" defer", ' defer data-loading="eager"')}</script></section>`).join(""));
}

onPage("after an update, pages that were pasted before and after it and a browser that kept the old script all show a map", {
  ready: 3,
  setUp: update,
}, async ({ reader }) => {
  const seen = await reader.run(() => [...document.querySelectorAll("section > rok-asean-map")].map((map) => map.shadowRoot.querySelectorAll("[part~=list-item]").length));
  assert.deepEqual(seen, [11, 11, 11]);
});

for (const [page, frame, title] of [["", "frame.html", "en"], ["ko/", "ko/frame.html", "ko"]]) {
  test(`a publishing system that is given the address /${page} finds a frame to show`, async () => {
    const data = JSON.parse(readFileSync(join(folder, "www/map.json"), "utf8"));
    const told = await extract(`${server.url}/${page}`);
    assert.deepEqual([told.method, told.type, told.title], ["auto-discovery", "rich", data.title[title]]);
    const src = `${server.url}/${frame}`;
    assert.equal(told.html, `<iframe src="${src}" title="${data.title[title]}" width="100%" height="${told.height}" loading="lazy"></iframe>`);
    assert.equal(told.provider_url, `${server.url}/`);
    assert.match(await (await fetch(src)).text(), new RegExp(`<link rel="canonical" href="${server.url}/${page}static.html">`));
  });
}

test("a site that is no address stops the build with one sentence", () => {
  const { status, stderr } = run("/map/", "pipe");
  assert.deepEqual([status, stderr], [1, `SITE is "/map/": give the address of the folder, such as https://www.example.org/map/.\n`]);
});
