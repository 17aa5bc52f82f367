// A reporter beside the one that people read: how the tests ended that tests/conformance.json names, for the build in
// dist/. The file stays as it is while build and outcomes do, so that a second run changes nothing.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DIST } from "./serve.js";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const FILE = at("../../results.json");

/** `FILE: NAME` of every test that the table names, each once, in order. */
function named() {
  const { wcag, kwcag } = JSON.parse(readFileSync(at("../../conformance.json"), "utf8"));
  return [...new Set([...wcag, ...kwcag].flatMap(({ shown = [] }) => shown))].sort();
}

/**
 * Whether a test bears the name, by itself or followed by what varies, in brackets. Node gives the file that called
 * `test`, which is the stage's, so the name alone decides; the build has made sure that the file has it.
 */
const bears = (test, named) => {
  const name = named.slice(named.indexOf(": ") + 2);
  return test === name || test.startsWith(`${name} (`);
};

export default async function* results(source) {
  const tests = Object.fromEntries(named().map((name) => [name, { passed: 0, failed: 0 }]));
  for await (const { type, data } of source) {
    if (!["test:pass", "test:fail"].includes(type) || data.skip !== undefined || data.todo !== undefined) continue;
    for (const name in tests) if (bears(data.name, name)) tests[name][type === "test:pass" ? "passed" : "failed"] += 1;
  }
  const build = readFileSync(`${DIST}conformance.html`, "utf8").match(/data-build="([^"]*)"/)[1];
  save({ build, tested: new Date().toISOString().slice(0, 10), tests });
}

function save(now) {
  const before = existsSync(FILE) ? JSON.parse(readFileSync(FILE, "utf8")) : {};
  const same = JSON.stringify({ ...before, tested: 0 }) === JSON.stringify({ ...now, tested: 0 });
  if (!same) writeFileSync(FILE, `${JSON.stringify(now, null, 2)}\n`);
}
