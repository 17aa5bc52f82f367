// What a reader takes along: the tools, copies, files, the print dialog. The desk has the words and makes the texts.
import { lay } from "./paper.js";
import { paint } from "./picture.js";

const TYPES = { csv: "text/csv", json: "application/json", svg: "image/svg+xml" };

/** The fact that a tool is of; none for those of a card or the overview. */
const factOf = (tool) => tool.closest("[data-fact]")?.dataset.fact ?? "";

/** The form to take. What has several gets a menu of them beside it; until a reader has chosen, it is the first. */
function formOf(taken, tool) {
  const forms = taken.menu(tool.dataset.action, factOf(tool));
  if (!forms) return "";
  const shown = tool.parentNode.querySelector(":scope > label > select");
  if (shown) return shown.value;
  tool.after(menu(forms));
  tool.setAttribute("aria-expanded", "true");
  return forms.choices[0];
}

function menu({ name, choices }) {
  const [label, menu] = [document.createElement("label"), document.createElement("select")];
  label.append(name, menu);
  menu.append(...choices.map((choice) => Object.assign(document.createElement("option"), { textContent: choice })));
  return label;
}

/**
 * Does what a tool of a map says. `engine` is the map's, `name` the one that the page's address knows it by, `files` an address in the folder of the map's files, `play` takes
 * steps. A reader who has opened another card meanwhile wants nothing of the one with the tool, which has gone.
 */
export async function take(desk, engine, root, name, files, tool, play) {
  root.querySelectorAll(".by-hand").forEach((text) => text.remove());
  root.querySelectorAll("[data-done]").forEach((tool) => delete tool.dataset.done);
  if (!tool.isConnected) return;
  const taken = selected(desk, engine, root, name, files);
  try {
    const { said, refused } = await use(desk, taken, root, tool, play);
    if (tool.isConnected && refused) byHand(taken, tool, refused);
    else tool.dataset.done = "";
    engine.say(said);
  } catch {
    engine.say(taken.failed());
  } finally {
    taken.free();
  }
}

function selected({ Taken }, engine, root, name, files) {
  const country = root.querySelector("[part=card]")?.dataset.country ?? "";
  const { lang } = root.querySelector(".root");
  const canonical = document.querySelector("link[rel~=canonical]")?.href ?? "";
  const at = [document.URL, canonical, name, files ? new URL(".", files).href : ""];
  return new Taken(engine.text(), lang, country, engine.taken(), at.join("\n"));
}

/** `said`: what to say when it is done; `refused`: a text that the browser did not let the page copy. */
async function use(desk, taken, root, tool, play) {
  const { action } = tool.dataset;
  const [verb, kind] = action.split("-");
  const form = formOf(taken, tool);
  if (verb === "copy") return copy(taken, tool, form);
  const file = taken.file(kind);
  if (verb === "download") save(await made(desk, taken, root, form, kind), file);
  else lay(root, (sheet) => play(sheet, taken.paper(root.querySelector("[part=title]").localName[1])));
  return { said: taken.said(action, file) };
}

async function copy(taken, tool, form) {
  const { action } = tool.dataset;
  const text = taken.copy(action, factOf(tool), form);
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    return { said: taken.refused(), refused: text };
  }
  return { said: taken.said(action, "") };
}

/** Puts the text there, selected. */
function byHand(taken, tool, text) {
  const field = document.createElement("textarea");
  field.className = "by-hand";
  field.readOnly = true;
  field.value = text;
  field.setAttribute("aria-label", taken.by_hand());
  tool.parentNode.append(field);
  field.focus();
  field.select();
}

async function made(desk, taken, root, form, kind) {
  if (kind === "csv" || kind === "json") return new Blob([taken[kind]()], { type: TYPES[kind] });
  const look = [form, ...appearance(root, desk.inks().split(" "), form)];
  if (kind === "svg") return new Blob([taken.svg(...look)], { type: TYPES.svg });
  const png = await paint(taken.scene(...look), look[0].includes("×") ? 1 : 2);
  return new Blob([taken.label(new Uint8Array(await png.arrayBuffer()))], { type: png.type });
}

/** Width of the map, colours and family as the page has them now; pictures of a fixed size are for light paper. */
function appearance(root, inks, format) {
  const sample = document.createElement("div");
  sample.className = "root";
  sample.hidden = true;
  const shown = root.querySelector(".root");
  if (format.includes("×")) sample.dataset.theme = "light";
  else if (shown.dataset.theme) sample.dataset.theme = shown.dataset.theme;
  root.append(sample);
  const style = getComputedStyle(sample);
  const colours = inks.map((ink) => ((sample.style.color = `var(--${ink})`), style.color)).join("\n");
  sample.remove();
  return [root.querySelector("[part=map]").clientWidth, colours, getComputedStyle(shown).fontFamily];
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
