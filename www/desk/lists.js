// The lists of the file: each a fold whose items are folds, built when they are first opened.
import { fields, fresh } from "./fields.js";
import { blank } from "./form.js";
import { find, lang, make } from "./page.js";
import { itemAt, tools } from "./tools.js";
import { at, put, renamed, spelled } from "./tree.js";
import { WORDS } from "./words.js";

/** From so many items on, a list can be searched. */
const MANY = 12;

/** A fold of the page: a part of the file. */
export function part(desk, spec) {
  const body = make("div", { class: "part-body" });
  const fold = make("details", { class: "part", "data-path": spec.name }, head(spec), body);
  const build = {
    group: () => body.append(...fields(desk, [spec.name], spec.item)),
    edition: () => body.append(...fields(desk, [], spec.item)),
  }[spec.kind];
  fold.draw = build ? () => (body.replaceChildren(), build()) : () => drawList(desk, spec, fold, body);
  fold.draw();
  return fold;
}

const head = ({ words }) => make("summary", {}, make("h2", {}, words[lang]), make("span", { class: "count" }), make("span", { class: "badge" }));

/** The steps to each item: its place, or its id. */
const keysOf = (value) => (Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value));

function drawList(desk, spec, fold, body) {
  const path = [spec.name];
  const open = new Set([...body.querySelectorAll(".item[open]")].map(({ dataset }) => dataset.key));
  const items = keysOf(at(desk.data, path)).map((key) => item(desk, spec, [...path, key], open, fold));
  const list = make("ol", { class: "items", role: "list" }, ...items.map((one) => make("li", {}, one)));
  const add = make("button", { type: "button", class: "button add", onclick: () => addItem(desk, spec, fold) }, WORDS.add(spec.one[lang]));
  const error = make("span", { class: "error" });
  body.replaceChildren(...(items.length >= MANY ? search(desk, path, list) : []), error, list, make("p", { class: "actions" }, add));
  find(".count", fold).textContent = items.length;
}

/** What tells an item from the others while the list is drawn anew. */
const keyOf = (spec, value, step) => (spec.kind === "table" ? step : String(spec.key(value)));

function item(desk, spec, path, open, fold) {
  const value = () => at(desk.data, path);
  const title = make("span", { class: "item-title" });
  const note = make("span", { class: "item-note" });
  const details = make("details", { class: "item", "data-path": spelled(path) }, make("summary", {}, title, note, make("span", { class: "badge" })));
  details.retitle = () => {
    details.dataset.key = keyOf(spec, value(), path.at(-1));
    title.textContent = spec.title(value())[lang] || WORDS.untitled;
    title.lang = spec.lang?.(value()) || lang;
    note.textContent = spec.note?.(value()) ?? "";
  };
  details.build = () => {
    if (details.childElementCount > 1) return;
    const own = spec.kind === "table" ? [idField(desk, path, fold)] : [];
    details.append(make("div", { class: "item-body" }, ...own, ...fields(desk, path, spec.item), tools(desk, path, () => redraw(fold, desk))));
    desk.check();
  };
  details.addEventListener("toggle", () => details.open && details.build());
  details.retitle();
  if (open.has(details.dataset.key)) {
    details.open = true;
    details.build();
  }
  return details;
}

function redraw(fold, desk) {
  fold.draw();
  desk.check();
}

function addItem(desk, spec, fold) {
  const table = spec.kind === "table";
  const list = at(desk.data, [spec.name]);
  const step = table ? freeId(list) : list.length;
  desk.edit(put(desk.data, [spec.name, step], blank(spec.item)));
  desk.say(WORDS.added);
  redraw(fold, desk);
  const made = itemAt(fold, [spec.name, step]);
  made.open = true;
  made.build();
  find("input,select,textarea", made).focus();
}

function freeId(sources) {
  let n = 1;
  while (`new-source-${n}` in sources) n += 1;
  return `new-source-${n}`;
}

/** A source's id: others hold on to it, so that it changes only when asked for, and everywhere at once. */
function idField(desk, path, fold) {
  const id = path.at(-1);
  const error = make("span", { class: "error", id: fresh() });
  const input = make("input", { type: "text", id: fresh(), autocomplete: "off", spellcheck: "false", "aria-describedby": error.id });
  input.value = id;
  const rename = () => {
    const to = input.value.trim();
    if (to === id) return;
    if (to in desk.data.sources) return void (error.textContent = WORDS.taken);
    desk.edit(renamed(desk.data, id, to));
    desk.redraw();
    desk.say(WORDS.renamed);
    const made = itemAt(fold, ["sources", to]);
    made.open = true;
    made.build();
    find("input", made).focus();
  };
  input.addEventListener("keydown", ({ key }) => key === "Enter" && rename());
  const button = make("button", { type: "button", class: "button", onclick: rename }, WORDS.rename);
  const field = make("div", { class: "field" }, make("label", { for: input.id }, WORDS.sourceId), input, error);
  return make("div", { class: "row" }, field, button);
}

/** Hides what does not hold the words that are typed. */
function search(desk, path, list) {
  const status = make("span", { class: "hint", role: "status" });
  const input = make("input", { type: "search", autocomplete: "off", spellcheck: "false", id: fresh() });
  input.addEventListener("input", () => {
    const wanted = input.value.trim().toLowerCase();
    const keys = keysOf(at(desk.data, path));
    const hits = keys.map((key) => `${key} ${JSON.stringify(at(desk.data, [...path, key]))}`.toLowerCase().includes(wanted));
    [...list.children].forEach((one, index) => (one.hidden = !hits[index]));
    status.textContent = wanted ? WORDS.found(hits.filter(Boolean).length) : "";
  });
  return [make("div", { class: "field" }, make("label", { for: input.id }, WORDS.find), input, status)];
}
