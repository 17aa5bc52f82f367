// What a reader takes along, as other programs find it: the clipboard, saved files.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Lets pages of this context copy, or refuses it as a browser or an office may. */
export async function clipboard(page, context, server, allowed) {
  const read = allowed ? ["clipboard-read", "clipboard-write", "clipboard-sanitized-write"] : [];
  await context.overridePermissions(server.url, read);
}

export const copied = (reader) => reader.run(() => navigator.clipboard.readText());

/** The tool of an action on this fact, or on what is open; where it is folded away, that is opened. */
const TOOL = (action, fact) => {
  const root = document.querySelector("rok-asean-map").shadowRoot;
  const home = fact ? root.querySelector(`[data-fact="${fact}"]`) : root.querySelector("[part~=card],[part~=overview]");
  const unfold = (fold) => fold?.open === false && fold.querySelector("summary").click();
  unfold(home);
  const found = [...home.querySelectorAll(`[data-action="${action}"]`)].find((tool) => fact || !tool.closest("[data-fact]"));
  unfold(found?.closest("details"));
  if (found?.closest("[hidden]")) home.querySelector("[data-action=download]").click();
  return found;
};

export async function tool(page, action, fact) {
  const found = await page.evaluateHandle(TOOL, action, fact);
  assert.ok(found.asElement(), `there is ${action} on ${fact ?? "what is open"}`);
  return found.asElement();
}

/** Uses a tool with the mouse. */
export const use = async (page, action, fact) => (await tool(page, action, fact)).click();

/** Chooses another form of what this tool gives, from the menu that its first use has brought. */
export async function choose(page, action, fact, form) {
  const used = await tool(page, action, fact);
  const menu = await page.waitForFunction((tool) => tool.parentNode.querySelector("select"), {}, used);
  await menu.select(await menu.evaluate((menu, form) => [...menu.options].find((one) => one.textContent === form).value, form));
}

/** What the status line says, once that has this in it. */
export const said = (reader, pattern) =>
  reader.until((pattern) => {
    const { textContent } = document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=status]");
    return new RegExp(pattern).test(textContent) && textContent;
  }, pattern?.source ?? pattern ?? ".");

/** A folder of its own for what this page saves; `saved` waits for the next file, as `{name, bytes, path}`. */
export async function downloads(browser, context) {
  const folder = await mkdtemp(join(tmpdir(), "taken-"));
  const session = await browser.target().createCDPSession();
  const waiting = [];
  const done = [];
  const names = new Map();
  session.on("Browser.downloadWillBegin", ({ guid, suggestedFilename }) => names.set(guid, suggestedFilename));
  session.on("Browser.downloadProgress", ({ guid, state }) => {
    if (state === "inProgress") return;
    const entry = { state, name: names.get(guid), path: join(folder, guid) };
    if (waiting.length) waiting.shift()(entry);
    else done.push(entry);
  });
  await session.send("Browser.setDownloadBehavior", {
    behavior: "allowAndName", browserContextId: context.id, downloadPath: folder, eventsEnabled: true,
  });
  return {
    async saved() {
      const { state, name, path } = done.shift() ?? (await new Promise((tell) => waiting.push(tell)));
      assert.equal(state, "completed", name);
      return { name, path, bytes: await readFile(path) };
    },
    close: async () => (await session.detach(), rm(folder, { recursive: true })),
  };
}
