// The controls of one item, made from the form of the dataset. Each holder carries the path that issues name.
import { blank } from "./form.js";
import { joined } from "./letters.js";
import { find, lang, make } from "./page.js";
import { tools } from "./tools.js";
import { at, put, spelled } from "./tree.js";
import { WORDS } from "./words.js";

let last = 0;

/** An id that no element has yet. */
export const fresh = () => `field-${(last += 1)}`;

/** The controls for these fields of the item at a path. `desk` holds the data and takes edits. */
export const fields = (desk, path, specs) =>
  specs.filter(({ kind }) => kind in KINDS).map((spec) => KINDS[spec.kind](desk, [...path, spec.name], spec));

const KINDS = {
  line: (desk, path, spec) => text(desk, path, spec.words[lang], spec),
  both: (desk, path, spec) => pair(path, spec.words[lang], ["en", "ko"].map((one) => text(desk, [...path, one], WORDS.lang[one], { ...spec, lang: one, hint: null }))),
  names,
  choice,
  flag,
  number: (desk, path, spec) => text(desk, path, spec.words[lang], { ...spec, read: numeric }),
  refs,
  list: within,
};

/** A number as a number; what is none stays a text, which the check then names. */
const numeric = (text) => (/^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text);

/** A holder: label, control, hint and the place of its issue. */
function holder(path, label, control, hint) {
  const [id, hintId, errorId] = [fresh(), fresh(), fresh()];
  control.id = id;
  control.setAttribute("aria-describedby", hint ? `${hintId} ${errorId}` : errorId);
  return make(
    "div",
    { class: "field", "data-path": spelled(path) },
    make("label", { for: id }, label),
    control,
    hint && make("span", { class: "hint", id: hintId }, hint[lang]),
    make("span", { class: "error", id: errorId }),
  );
}

/** A control whose every change is an edit, and one step to undo until it is left. */
function bind(desk, path, control, type, read) {
  control.addEventListener(type, () => desk.edit(put(desk.data, path, read(control)), spelled(path)));
  control.addEventListener("blur", () => desk.rest());
  return control;
}

function text(desk, path, label, spec) {
  const control = make(spec.long ? "textarea" : "input", {
    ...(spec.long ? { rows: 4 } : { type: "text" }),
    lang: spec.lang,
    autocomplete: "off",
    spellcheck: spec.lang ? "true" : "false",
  });
  control.value = at(desk.data, path) ?? "";
  const read = spec.read ?? ((text) => (text === "" && spec.empty === null ? null : text));
  return holder(path, label, bind(desk, path, control, "input", ({ value }) => read(joined(spec.name, value))), spec.hint);
}

/** Two controls side by side, under one name. */
function pair(path, legend, pair) {
  const error = fresh();
  return make(
    "fieldset",
    { class: "pair", "data-path": spelled(path), "aria-describedby": error },
    make("legend", {}, legend),
    ...pair,
    make("span", { class: "error", id: error }),
  );
}

function names(desk, path, spec) {
  const parts = spec.parts.map(([part, en, ko]) => {
    const inputs = ["en", "ko"].map((one) => text(desk, [...path, one, part], WORDS.lang[one], { lang: one }));
    return pair([...path, part], { en, ko }[lang], inputs);
  });
  return make("div", {}, ...parts);
}

function choice(desk, path, spec) {
  const select = make("select", { autocomplete: "off" });
  const fill = () => {
    const value = at(desk.data, path);
    const choices = spec.of(desk.data).map(({ value, ...words }) => ({ value, words: words[lang] }));
    if (spec.empty === null) choices.unshift({ value: "", words: WORDS.none });
    // A value that is no choice stays, for the check to name.
    if (!choices.some((one) => one.value === (value ?? ""))) choices.unshift({ value: value ?? "", words: value || "…" });
    select.replaceChildren(...choices.map((one) => make("option", { value: one.value }, one.words)));
    select.value = value ?? "";
  };
  fill();
  // What there is to choose may have been edited since.
  select.addEventListener("focus", fill);
  return holder(path, spec.words[lang], bind(desk, path, select, "change", ({ value }) => (value === "" && spec.empty === null ? null : value)));
}

function flag(desk, path, spec) {
  const box = make("input", { type: "checkbox", autocomplete: "off" });
  box.checked = at(desk.data, path) === true;
  bind(desk, path, box, "change", ({ checked }) => checked);
  const error = fresh();
  box.setAttribute("aria-describedby", error);
  const label = make("label", { class: "choice" }, box, make("span", {}, spec.words[lang]));
  return make("div", { class: "field", "data-path": spelled(path) }, label, make("span", { class: "error", id: error }));
}

/** Ids of sources, each with the title that it stands for; the browser proposes known ones. */
function refs(desk, path, spec) {
  const rows = make("div", {});
  const error = fresh();
  const change = (ids) => {
    desk.rest();
    desk.edit(put(desk.data, path, ids));
    draw();
  };
  const add = make("button", { type: "button", class: "button", onclick: () => (change([...ids(), ""]), rows.lastElementChild.querySelector("input").focus()) }, WORDS.add(SOURCE[lang]));
  const ids = () => at(desk.data, path);
  const draw = () => {
    rows.replaceChildren(...ids().map((id, index) => row(desk, [...path, index], id, ids().length > 1 && (() => drop(index)))));
    desk.check();
  };
  const drop = (index) => {
    change(ids().filter((_, other) => other !== index));
    (rows.children[index] ?? rows.lastElementChild).querySelector("input").focus();
  };
  draw();
  return make(
    "fieldset",
    { class: "pair refs", "data-path": spelled(path), "aria-describedby": error },
    make("legend", {}, spec.words[lang]),
    rows,
    make("span", { class: "error", id: error }),
    make("p", { class: "actions" }, add),
  );
}

const SOURCE = { en: "source", ko: "출처" };

function row(desk, path, id, drop) {
  const input = make("input", { type: "text", list: "source-ids", autocomplete: "off", spellcheck: "false" });
  input.value = id;
  const title = make("span", { class: "hint" });
  const tell = () => {
    const source = desk.data.sources[input.value];
    title.textContent = source?.title ?? "";
    title.lang = source?.lang || lang;
  };
  input.addEventListener("focus", () => propose(desk.data.sources));
  bind(desk, path, input, "input", ({ value }) => value);
  input.addEventListener("input", tell);
  tell();
  const label = WORDS.item(SOURCE[lang], path.at(-1) + 1);
  const remove = drop && make("button", { type: "button", class: "button", onclick: drop, "aria-label": `${WORDS.remove}: ${label}` }, WORDS.remove);
  const held = holder(path, label, input);
  held.insertBefore(title, held.lastChild);
  return make("div", { class: "row" }, held, remove);
}

/** The known sources, as the browser proposes them. */
function propose(sources) {
  const options = Object.entries(sources).map(([id, { title }]) => make("option", { value: id }, title));
  find("#source-ids").replaceChildren(...options);
}

/** A list within an item: every item of it stands open. */
function within(desk, path, spec) {
  const items = make("div", {});
  const error = fresh();
  const draw = () => {
    items.replaceChildren(...at(desk.data, path).map((_, index) => {
      const inner = [...path, index];
      const legend = make("legend", {}, WORDS.item(spec.one[lang], index + 1));
      return make("fieldset", { class: "inner", "data-path": spelled(inner) }, legend, ...fields(desk, inner, spec.item), tools(desk, inner, draw));
    }));
    desk.check();
  };
  const add = () => {
    const list = at(desk.data, path);
    desk.edit(put(desk.data, [...path, list.length], blank(spec.item)));
    draw();
    desk.say(WORDS.added);
    find("input,select,textarea", items.lastElementChild).focus();
  };
  draw();
  return make(
    "fieldset",
    { class: "pair within", "data-path": spelled(path), "aria-describedby": error },
    make("legend", {}, spec.words[lang]),
    items,
    make("span", { class: "error", id: error }),
    make("p", { class: "actions" }, make("button", { type: "button", class: "button add", onclick: add }, WORDS.add(spec.one[lang]))),
  );
}
