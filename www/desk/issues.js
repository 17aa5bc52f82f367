// What the check finds, beside the field that it names, on the folds above it, and in one list.
import { FILE } from "./form.js";
import { find, lang, make } from "./page.js";
import { at, above, itemOf } from "./tree.js";
import { WORDS } from "./words.js";

/** How many are listed; the others are found once these are mended. */
const LISTED = 50;

const all = (query, from) => [...from.querySelectorAll(query)];

/** The holder of what a path names, or of the nearest thing around it that is on the page. */
function holderOf(root, path) {
  for (let at = path; at; at = above(at)) {
    const found = find(`[data-path="${CSS.escape(at)}"]`, root);
    if (found) return found;
  }
  return null;
}

/** The place of an issue in a holder: its own, not that of a field in it. */
const slotOf = (holder) => all(".error", holder).find((slot) => slot.closest("[data-path]") === holder);

/** Marks every field that is on the page, and the folds above. */
export function mark(root, issues) {
  for (const slot of all("[data-path] .error:not(:empty)", root)) slot.textContent = "";
  for (const control of all("[aria-invalid]", root)) control.removeAttribute("aria-invalid");
  for (const { path, message } of issues) {
    const holder = holderOf(root, path);
    const slot = holder && slotOf(holder);
    if (!slot) continue;
    slot.textContent = slot.textContent ? `${slot.textContent} ${message}` : message;
    if (holder.matches(".field")) find("input,select,textarea", holder)?.setAttribute("aria-invalid", "true");
  }
  badges(root, issues);
}

function badges(root, issues) {
  const counts = new Map();
  const add = (name) => name && counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const { path } of issues) [itemOf(path), partOf(path)].forEach(add);
  for (const badge of all("summary > .badge", root)) {
    const count = counts.get(badge.closest("[data-path]").dataset.path);
    badge.textContent = count ? WORDS.badge(count) : "";
  }
}

const partOf = (path) => {
  const name = path.match(/^\w+/)?.[0];
  return FILE.find((spec) => spec.name === name && spec.item) ? name : "edition";
};

/** The issues as a list of ways to their fields. */
export function list(data, issues, go) {
  const entry = (issue) => make("li", {}, make("button", { type: "button", class: "way", onclick: () => go(issue.path) }, place(data, issue.path)), " ", make("span", {}, issue.message));
  const more = issues.length - LISTED;
  return [...issues.slice(0, LISTED).map(entry), ...(more > 0 ? [make("li", {}, WORDS.more(more))] : [])];
}

/** Where an issue is, in the words of the page: "Facts, ASEAN-Korea FTA: goods, Date". */
function place(data, path) {
  const [, name, index, id, field] = path.match(/^(\w*)(?:\[(?:(\d+)|"([^"]*)")\])?(?:\.(\w+))?/) ?? [];
  const spec = FILE.find((one) => one.name === name);
  if (!spec) return WORDS.whole;
  const item = id ?? index;
  const value = item === undefined ? undefined : at(data, [name, item]);
  const inner = spec.item?.find((one) => one.name === field);
  const steps = [spec.words[lang], value && (spec.title(value)[lang] || item), inner?.words[lang]];
  return steps.filter(Boolean).join(", ");
}

/** Opens the folds above a path and puts the keyboard on its control. */
export function go(root, path) {
  const fold = find(`.part[data-path="${partOf(path)}"]`, root);
  fold.open = true;
  const item = itemOf(path) && find(`.item[data-path="${CSS.escape(itemOf(path))}"]`, fold);
  if (item) {
    item.closest("li").hidden = false;
    item.open = true;
    item.build();
  }
  const holder = holderOf(fold, path) ?? item ?? fold;
  const control = holder.matches("details") ? find("summary", holder) : find("input,select,textarea,button", holder);
  control.focus();
  holder.scrollIntoView({ block: "center" });
}
