// What a press officer does on the pages of the desk, and what is then on the screen.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** axe writes a style of its own into a shadow root. */
export const AXE_WRITES = { violations: [/^style-src-elem inline/], expected: [/inline style/] };

/** A folder of this test alone. */
export const folder = () => mkdtempSync(join(tmpdir(), "desk-"));

/** A file on the officer's computer. */
export function fileOf(content, name = "map.json") {
  const path = join(folder(), name);
  writeFileSync(path, content);
  return path;
}

/** What the page's control for this path is. */
const CONTROL = (path) => `#forms [data-path='${path}'] :is(input,select,textarea)`;

/** Until the desk has its data and has checked it. */
export const deskReady = (reader) => reader.until(() => document.querySelector("#opened")?.textContent && document.querySelector("#issue-count").textContent);

/** What the side of the desk says. */
export const side = (reader) =>
  reader.run(() => {
    const text = (query) => document.querySelector(query).textContent;
    const all = (query) => [...document.querySelectorAll(query)].map((one) => one.textContent.replace(/\s+/g, " ").trim());
    return {
      opened: text("#opened"), status: text("#status"), count: text("#issue-count"), issues: all("#issues > li"),
      difference: text("#difference"), changes: all("#changes > li"), against: text("#against"),
      refusal: text("#refusal"), refused: all("#refused > li"), preview: text("#preview-state"),
    };
  });

/** Until the side says it. */
export const says = (reader, id, words) =>
  reader.until((id, words) => document.querySelector(id).textContent.includes(words), id, words);

/** Opens the fold of a path and those around it, with the mouse. */
export async function unfold(page, ...paths) {
  for (const path of paths) {
    const fold = await page.$(`#forms details[data-path='${path}']`);
    assert.ok(fold, `a fold for ${path}`);
    if (!(await fold.evaluate(({ open }) => open))) await (await fold.$("summary")).click();
    await page.waitForSelector(`#forms details[data-path='${path}'][open] > :not(summary)`);
  }
}

export const valueOf = (page, path) => page.$eval(CONTROL(path), ({ value }) => value);

/** Types over what a field holds. */
export async function retype(page, path, text) {
  const field = await page.waitForSelector(CONTROL(path));
  await field.focus();
  await page.keyboard.down("Control");
  await page.keyboard.press("KeyA");
  await page.keyboard.up("Control");
  if (text) await page.keyboard.type(text);
  else await page.keyboard.press("Delete");
}

export const choose = (page, path, value) => page.select(CONTROL(path), value);

/** What a field's description says about it, as a screen reader would read it out, and whether it is marked. */
export const told = (page, path) =>
  page.$eval(CONTROL(path), (control) => ({
    invalid: control.getAttribute("aria-invalid") === "true",
    about: control.getAttribute("aria-describedby").split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ").trim(),
  }));

/** Presses the button with these words in a part of the page. */
export async function press(page, words, within = "main") {
  const handle = await page.evaluateHandle(
    (words, within) => [...document.querySelectorAll(`${within} button`)].find((one) => one.textContent === words && one.checkVisibility()),
    words,
    within,
  );
  assert.ok(handle.asElement(), `a button that says ${words}`);
  await handle.asElement().click();
}

export async function give(page, id, path) {
  const input = await page.$(id);
  await input.uploadFile(path);
}

/** Drops a file from the officer's computer on the page. */
export async function drop(page, path) {
  const client = await page.createCDPSession();
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) await client.send("Input.dispatchDragEvent", { type, x: 300, y: 300, data });
}

/** Runs what saves a file, and gives what then lies on the disk. */
export async function saved(page, context, act, name = "map.json") {
  const path = folder();
  const client = await page.createCDPSession();
  await client.send("Browser.setDownloadBehavior", { behavior: "allow", browserContextId: context.id, downloadPath: path, eventsEnabled: true });
  const done = new Promise((resolve) => client.on("Browser.downloadProgress", ({ state }) => state === "completed" && resolve()));
  await act();
  await done;
  assert.ok(existsSync(join(path, name)), `${name} lies on the disk`);
  return readFileSync(join(path, name), "utf8");
}

/** Tab, or what `key` says, until the focused element matches. */
export async function tabTo(page, query, key = "Tab") {
  for (let presses = 0; presses < 300; presses++) {
    await page.keyboard.press(key);
    if (await page.evaluate((query) => document.activeElement.matches(query), query)) return;
  }
  assert.fail(`Tab never got to ${query}`);
}
