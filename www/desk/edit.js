// The page that edits the data: holds the state, and tells every part of the page when it has changed.
import { changes, summary } from "./changes.js";
import { entries } from "./difference.js";
import { read, save } from "./file.js";
import { FILE, written } from "./form.js";
import { History } from "./history.js";
import { go, list, mark } from "./issues.js";
import { joinedData } from "./letters.js";
import { part } from "./lists.js";
import { copy, find, lang, make, own } from "./page.js";
import { WORDS } from "./words.js";

/** Issues of a file that the forms could not hold without loss: such a file is not opened. */
const FORMLESS = new Set(["syntax", "schema", "wrong-type", "missing-field", "unknown-field", "doubled-field", "too-large"]);

/** How long the page waits after a key before it checks, in milliseconds. */
const PAUSE = 150;

const preview = find("#preview");
// Never on the page: it only checks, in the page's language.
const checker = document.createElement("rok-asean-map");
checker.lang = lang;

let history;
let saved;
let base;
let openName;
let issues = [];
let timer;
let checks = 0;

const dirty = () => history && history.now !== saved;

/** What the forms know of the page. */
const desk = {
  get data() {
    return history.now;
  },
  edit(data, join) {
    history.step(data, join);
    if (join) find(`.item[data-path="${CSS.escape(join.match(/^\w+(\[[^\]]*\])?/)[0])}"]`)?.retitle();
    changed();
  },
  rest: () => history.rest(),
  say: (words) => (find("#status").textContent = words),
  check: () => mark(find("#forms"), issues),
  redraw() {
    for (const fold of find("#forms").children) fold.draw();
    changed();
  },
};

/** After every edit: what is cheap at once, the rest after a pause. */
function changed() {
  find("#undo").disabled = !history.canUndo;
  find("#redo").disabled = !history.canRedo;
  clearTimeout(timer);
  timer = setTimeout(check, PAUSE);
}

async function check() {
  const mine = (checks += 1);
  const data = history.now;
  const text = written(data);
  const found = await issuesOf(text);
  if (mine !== checks || !found) return;
  issues = found;
  mark(find("#forms"), issues);
  find("#issue-count").textContent = WORDS.issues(issues.length);
  find("#issues").replaceChildren(...list(data, issues, (path) => go(find("#forms"), path)));
  find("#opened").textContent = WORDS.opened(openName, data);
  compare();
  if (find("#text-fold").open) find("#text").value = text;
  show(text);
}

/** The issues that the map's own check finds; nothing where it could not be loaded, which is then said. */
async function issuesOf(text) {
  try {
    return await checker.check(text);
  } catch {
    refuse(WORDS.uncheckable);
    return undefined;
  }
}

let shown;
function show(text) {
  if (!issues.length && text !== shown) preview.data = shown = text;
  find("#preview-state").textContent = issues.length ? WORDS.behind : WORDS.current;
}

function compare() {
  if (!base) return;
  const all = changes(base.data, history.now);
  find("#against").textContent = WORDS.against(base.name);
  find("#difference").textContent = all.length ? summary(all, lang) : WORDS.unchanged;
  find("#changes").replaceChildren(...entries(all));
  find("#changes-fold").hidden = !all.length;
}

// Opening

function refuse(words, found = []) {
  find("#refusal").textContent = words;
  find("#refused").replaceChildren(...found.slice(0, 20).map(({ path, message }) => make("li", {}, path === "$" ? "" : make("code", {}, path), " ", message)));
}

/** The data of a text that the forms can hold; nothing for one that they cannot, which is then said. */
async function dataOf(text, name) {
  const found = await issuesOf(text);
  if (!found) return undefined;
  const formless = found.filter(({ code }) => FORMLESS.has(code));
  if (formless.length) return void refuse(WORDS.refused(name), formless);
  refuse("");
  return joinedData(text.replace(/^\ufeff/, ""));
}

async function open(text, name) {
  const read = await dataOf(text, name);
  if (!read) return;
  const { data, count } = read;
  // What was not saved can be had back by undoing, and still counts as not saved; so do letters that have been joined.
  const clean = !dirty();
  openName = name;
  if (history) history.step(data);
  else history = new History(data);
  if (clean) saved = count ? undefined : data;
  draw();
  desk.say(count ? `${WORDS.isOpen(name)} ${WORDS.joined(count)}` : WORDS.isOpen(name));
}

async function fileText(file) {
  const { text, problem } = await read(file);
  if (problem) refuse(WORDS[problem](file.name));
  return text;
}

async function openFile(file) {
  const text = file && (await fileText(file));
  if (text !== undefined) await open(text, file.name);
}

async function compareFile(file) {
  const text = file && (await fileText(file));
  const read = text !== undefined && (await dataOf(text, file.name));
  if (read) against({ data: read.data, name: file.name });
}

function against(edition) {
  base = edition;
  if (history) compare();
}

function draw() {
  const forms = find("#forms");
  if (forms.childElementCount) return desk.redraw();
  const edition = { kind: "edition", name: "edition", words: { en: "Edition", ko: "자료 버전" }, item: FILE.filter(({ item }) => !item) };
  forms.replaceChildren(...[edition, ...FILE.filter(({ item }) => item)].map((spec) => part(desk, spec)));
  changed();
}

let published;
async function start() {
  try {
    const text = await (await own("map.json")).text();
    published = { text, name: WORDS.published };
    await open(text, WORDS.published);
    if (history) against((published.edition = { data: history.now, name: WORDS.published }));
  } catch {
    refuse(WORDS.offline);
  }
}

// What a person does

function turn(way, words) {
  const before = history.now;
  history[way]();
  desk.redraw();
  desk.say(`${words} ${summary(changes(before, history.now), lang)}`);
  // A control that can do no more lets go of the keyboard: its neighbour takes it.
  if (find(`#${way}`).disabled) find(way === "undo" ? "#redo" : "#undo").focus();
}

function keep() {
  save(written(history.now), "map.json");
  saved = history.now;
  desk.say(issues.length ? WORDS.savedWith(issues.length) : WORDS.saved);
}

const on = (query, type, run) => find(query).addEventListener(type, run);

on("#undo", "click", () => turn("undo", WORDS.undone));
on("#redo", "click", () => turn("redo", WORDS.redone));
on("#save", "click", () => history && keep());
on("#open-published", "click", () => (published ? open(published.text, published.name) : start()));
on("#open-file", "change", ({ target }) => openFile(target.files[0]).finally(() => (target.value = "")));
on("#compare-file", "change", ({ target }) => compareFile(target.files[0]).finally(() => (target.value = "")));
on("#compare-published", "click", () => published?.edition && against(published.edition));
on("#open-text", "click", () => (find("#paste").value.trim() ? open(find("#paste").value, WORDS.pasted) : refuse(WORDS.empty)));
on("#text-fold", "toggle", ({ target }) => target.open && history && (find("#text").value = written(history.now)));
on("#copy", "click", () => copy(find("#text"), find("#copied")));
on("#preview-lang", "change", ({ target }) => (preview.lang = target.value));

// A file may be dropped anywhere on the page.
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => {
  event.preventDefault();
  openFile(event.dataTransfer.files[0]);
});

addEventListener("beforeunload", (event) => {
  if (!dirty()) return;
  event.preventDefault();
  // Whoever stays is told how to keep the work.
  setTimeout(() => (desk.say(WORDS.unsaved), find("#save").focus()));
});

start();
