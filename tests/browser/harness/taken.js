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

/** The tools of this fact, or of what is open. */
const TOOLS = (fact) => {
  const root = document.querySelector("rok-asean-map").shadowRoot;
  const home = fact ? root.querySelector(`[data-fact="${fact}"]`) : root.querySelector("[part~=card],[part~=overview]");
  return [...home.querySelectorAll(".tools")].find((tools) => fact || !tools.closest("[data-fact]"));
};

/** The tool of an action, once a reader sees it. */
const TOOL = async (tools, action) => {
  for (const end = performance.now() + 15000; performance.now() < end; ) {
    const tool = tools.open && tools.querySelector(`[data-action="${action}"]`);
    if (tool) return tool;
    await new Promise((next) => setTimeout(next, 8));
  }
};

/** Presses what opens the tools of this fact, or of what is open, as a person does; gives the tools. */
export async function open(page, fact) {
  const tools = await page.evaluateHandle(TOOLS, fact);
  assert.ok(tools.asElement(), `there are tools on ${fact ?? "what is open"}`);
  if (!(await tools.evaluate((tools) => tools.open))) await (await tools.$("summary")).click();
  return tools;
}

/** Opens the tools that this one is among, and gives it. */
export async function tool(page, action, fact) {
  const found = await page.evaluateHandle(TOOL, await open(page, fact), action);
  assert.ok(found.asElement(), `there is ${action} on ${fact ?? "what is open"}`);
  return found.asElement();
}

/** Uses a tool with the mouse; `form` is what its menu names. */
export async function use(page, action, fact, form) {
  const element = await tool(page, action, fact);
  if (form) {
    const menu = await element.evaluateHandle((tool) => tool.parentNode.querySelector("select"));
    await menu.select(await menu.evaluate((menu, form) => [...menu.options].find((one) => one.textContent === form).value, form));
  }
  await element.click();
}

/** What the status line says, once it says something. */
export const said = (reader) =>
  reader.until(() => document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=status]").textContent.trim());

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
