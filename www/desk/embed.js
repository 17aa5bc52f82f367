// The page that makes the code for another page: every choice changes the map beside it and the code.
import { addressOf, code, files, folderOf, isMap, parts as partsOf, policy, style, takes } from "./code.js";
import { copy, find, home, lang, make, own } from "./page.js";

const WORDS = {
  en: {
    wrong: {
      folder: "This is no address that a page can fetch from. Write one that begins with https://, or a path such as /map/.",
      src: "This is no address that a page can fetch from. Write one that begins with https://, or a path such as /map.json.",
      id: "An id begins with a letter; letters, digits, - and _ follow.",
      colour: "This is no colour. Write one such as #7a1f3d.",
      font: `This is no list of typefaces. Write one such as "Noto Serif KR", serif.`,
    },
    failed: "The figures and hashes could not be loaded. Check the connection and reload the page.",
    file: "File", bytes: "Bytes", brotli: "Sent with brotli", all: "All",
    nothing: "Nothing: a link needs no permission.",
  },
  ko: {
    wrong: {
      folder: "페이지가 파일을 가져올 수 있는 주소가 아닙니다. https://로 시작하는 주소나 /map/ 같은 경로를 쓰십시오.",
      src: "페이지가 파일을 가져올 수 있는 주소가 아닙니다. https://로 시작하는 주소나 /map.json 같은 경로를 쓰십시오.",
      id: "id는 영문자로 시작하며, 그 뒤에는 영문자, 숫자, -, _만 쓸 수 있습니다.",
      colour: "색이 아닙니다. #7a1f3d처럼 쓰십시오.",
      font: `글꼴 목록이 아닙니다. "Noto Serif KR", serif처럼 쓰십시오.`,
    },
    failed: "파일 크기와 해시를 불러오지 못했습니다. 연결을 확인하고 페이지를 새로고침하십시오.",
    file: "파일", bytes: "바이트", brotli: "브로틀리 전송", all: "합계",
    nothing: "없음: 링크에는 허용이 필요하지 않습니다.",
  },
}[lang];

/** What an option is where nothing is written for it. */
const DEFAULTS = {
  country: "", pillar: "", theme: "auto", "heading-level": "2", src: "", loading: "lazy", address: "write", id: "",
};
/** Those that the preview shows. */
const SHOWN = ["country", "pillar", "theme", "heading-level"];

/** A value as a style sheet takes it; none that would end an HTML page's `<style>`. */
const valid = (property) => (text) => (text.trim() === "" || (CSS.supports(property, text) && !text.includes("<")) ? text.trim() : null);
const colour = { take: valid("color"), wrong: WORDS.wrong.colour };

/** What is typed: taken as it is given, or `null` with a word on why not. */
const TYPED = {
  folder: { take: folderOf, wrong: WORDS.wrong.folder },
  src: { take: addressOf, wrong: WORDS.wrong.src },
  id: { take: (text) => (/^([a-z][\w-]*)?$/i.test(text.trim()) ? text.trim() : null), wrong: WORDS.wrong.id },
  accent: colour,
  land: colour,
  sea: colour,
  font: { take: valid("font-family"), wrong: WORDS.wrong.font },
};
const PROPERTIES = ["accent", "land", "sea", "font"];

const form = find("#options");
const map = find("rok-asean-map");
const field = find("#code");
const snippets = {};
let manifest, dataset;

/** What is typed, without what could not be taken. */
const typed = {};

/** The form as it stands. */
function choice() {
  const given = { ...Object.fromEntries(new FormData(form)), ...typed };
  const kind = given[given.place] ?? given.place;
  const isGiven = ([name, usual]) => given[name] !== usual && (name === "country" || takes(kind, name));
  const options = Object.entries(DEFAULTS).filter(isGiven).map(([name]) => [name, given[name]]);
  const properties = isMap(kind) ? PROPERTIES.filter((name) => given[name]).map((name) => [`--map-${name}`, given[name]]) : [];
  return {
    place: given.place, form: kind, folder: given.folder,
    options: { lang: given.lang, ...Object.fromEntries(options) }, properties: Object.fromEntries(properties),
  };
}

/** Takes what is typed, or says beside its field why not. */
function take() {
  for (const [name, { take, wrong }] of Object.entries(TYPED)) {
    const input = form.elements[name];
    const found = take(input.value);
    input.setAttribute("aria-invalid", String(found === null));
    find(`#${name}-error`).textContent = found === null ? wrong : "";
    typed[name] = found ?? "";
  }
}

/** Shows what goes with the place, and only that. */
function ask({ place, form: kind }) {
  for (const { value } of form.elements.place) find(`#note-${value}`).hidden = value !== place;
  for (const name of ["scripts", "framework"]) find(`#${name}`).hidden = name !== place;
  for (const name of Object.keys(DEFAULTS).slice(1)) form.elements[name].closest(".field").hidden = !takes(kind, name);
  for (const name of PROPERTIES) form.elements[name].closest(".field").hidden = !isMap(kind);
  find("#more").hidden = !takes(kind, "loading");
  for (const name of ["template", "package"]) find(`#hint-${name}`).hidden = name !== kind;
  find("#hint-integrity").hidden = !["element", "snippet", "template"].includes(kind);
}

/** The preview stands under a heading of level 2: a deeper title would skip a level of this page, and looks the same. */
const DEEPEST = "3";

function show({ options, properties }) {
  const shown = { ...options };
  if (shown["heading-level"] > DEEPEST) shown["heading-level"] = DEEPEST;
  for (const name of SHOWN) {
    if (name in shown) map.setAttribute(name, shown[name]);
    else map.removeAttribute(name);
  }
  for (const name of PROPERTIES.map((name) => `--map-${name}`)) map.style.setProperty(name, properties[name] ?? "");
  map.lang = options.lang;
}

/** What is seen of the forms without a map in the page; each lies beside this page. */
const SEEN = {
  frame: ({ frame, name }) => make("iframe", { src: frame, title: name, width: "100%", height: "1000" }),
  editor: (parts) => [make("p", {}, make("a", { href: parts.link }, SEEN.picture(parts))), make("p", {}, SEEN.link(parts))],
  picture: ({ picture, alt, lang }) => make("img", { src: picture, alt, lang, width: "1200", height: "630" }),
  link: ({ link, words, lang }) => make("a", { href: link, hreflang: lang, lang }, words),
};

let before = "";
function preview(chosen, made) {
  const shown = find("#shown");
  const parts = { ...partsOf(chosen.form, { ...chosen, folder: home.href }, made), name: made.name, lang: chosen.options.lang };
  const now = JSON.stringify([chosen.form, parts]);
  map.hidden = !isMap(chosen.form);
  shown.hidden = isMap(chosen.form);
  // A frame that is put in again would load again.
  if (now !== before) shown.replaceChildren(...[SEEN[chosen.form]?.(parts) ?? []].flat());
  before = now;
}

/** The built snippet of a language, fetched when it is first asked for. */
const snippetOf = async (lang) => (snippets[lang] ??= await (await own(`snippet.${lang}.html`)).text());

async function write() {
  take();
  const chosen = choice();
  ask(chosen);
  show(chosen);
  try {
    [manifest, dataset] = [manifest ?? await (await own("manifest.json")).json(), dataset ?? await (await own("map.json")).json()];
    const snippet = chosen.form === "snippet" ? await snippetOf(chosen.options.lang) : "";
    // A later choice may have come while this one waited.
    if (JSON.stringify(chosen) !== JSON.stringify(choice())) return;
    fill(chosen, made(chosen.options, snippet));
  } catch {
    find("#copied").textContent = WORDS.failed;
  }
}

/** What the build has made of this choice. */
function made({ lang, country }, snippet) {
  const of = country ? `${country.toLowerCase()}.` : "";
  const short = dataset.countries.find(({ code }) => code === country)?.name[lang].short;
  return {
    hash: manifest[named("map.js")].sha384, script: named("map.js"), snippet,
    alt: manifest[`picture.${of}${lang}.png`].alt, name: dataset.title[lang] + (short ? `: ${short}` : ""),
  };
}

function fill(chosen, made) {
  const { form, options, folder } = chosen;
  field.value = code(form, chosen, made);
  find("#css").value = style(chosen.properties);
  find("#style").hidden = find("#css").value === "";
  const parts = partsOf(form, chosen, made);
  find("#parts").hidden = Object.keys(parts).length === 0;
  for (const name of ["frame", "picture", "alt", "link"]) {
    find(`#part-${name}`).hidden = !(name in parts);
    find(`#${name}-text`).value = parts[name] ?? "";
  }
  find("#alt-text").lang = options.lang;
  find("#policy").value = policy(form, folder, options.src) || WORDS.nothing;
  find("#copy-policy").hidden = form === "link";
  // The one tag names the newest script, by its name without a hash.
  const names = files(form, options).map((name) => (form === "tag" && name === "map.js" ? name : named(name)));
  find("#weight").replaceChildren(...table(names.filter((name) => name in manifest)));
  find("#copied").textContent = "";
  preview(chosen, made);
}

/** A file's name in this build: what a script fetches has a hash in it. */
const named = (name) => Object.keys(manifest).find((key) => key !== name && key.replace(/\.[0-9a-f]{8}(?=\.)/, "") === name) ?? name;

const number = (value) => make("td", {}, value.toLocaleString(lang === "ko" ? "ko-KR" : "en-GB"));

function table(names) {
  const sum = (unit) => names.reduce((sum, name) => sum + manifest[name][unit], 0);
  const row = (scope, { bytes, brotli }) => make("tr", {}, scope, number(bytes), number(brotli));
  const head = [WORDS.file, WORDS.bytes, WORDS.brotli].map((words) => make("th", { scope: "col" }, words));
  const rows = names.map((name) => row(make("th", { scope: "row" }, name), manifest[name]));
  const all = row(make("th", { scope: "row" }, WORDS.all), { bytes: sum("bytes"), brotli: sum("brotli") });
  return [make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows), make("tfoot", {}, all)];
}

form.elements.folder.value ||= home.href;
form.addEventListener("input", write);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  copy(field, find("#copied"));
});
for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", () => copy(find(`#${button.dataset.copy}`), find("#copied")));
}
write();
