// The same sources give the same bytes, wherever they lie and wherever cargo keeps what it has fetched: whoever holds a
// hash of a shipped file can make that file.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, utimesSync } from "node:fs";
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
function cargoHome() {
  const folder = join(elsewhere, "cargo");
  mkdirSync(folder);
  for (const name of ["registry", "config.toml"]) {
    if (existsSync(join(CARGO_HOME, name))) symlinkSync(join(CARGO_HOME, name), join(folder, name));
  }
  return folder;
}

/** `press build`, without a word from this checkout's environment on where things lie. */
function build(folder) {
  const { CARGO_TARGET_DIR, ...env } = process.env;
  Object.assign(env, { CARGO_MANIFEST_DIR: folder, CARGO_HOME: cargoHome(), CARGO_NET_OFFLINE: "true" });
  execFileSync(join(TARGET, "debug", "press"), ["build"], { cwd: elsewhere, env, stdio: ["ignore", "ignore", "inherit"] });
}

const files = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();

test("a clone in another folder, with another home of cargo, builds the same bytes", () => {
  const folder = clone();
  build(folder);
  const [ours, theirs] = [HERE, folder].map((root) => join(root, "dist"));
  assert.deepEqual(files(theirs), files(ours));
  const differing = files(ours).filter((name) => !readFileSync(join(ours, name)).equals(readFileSync(join(theirs, name))));
  assert.deepEqual(differing, []);
});
