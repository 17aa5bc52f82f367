// The page that makes the code for another page: every choice changes the map beside it and the code.
import { code, files, folderOf, policy } from "./code.js";
import { copy, find, home, lang, make, own } from "./page.js";

const WORDS = {
  en: {
    folder: "This is no address that a page can fetch from. Write one that begins with https://, or a path such as /map/.",
    failed: "The figures and hashes could not be loaded. Check the connection and reload the page.",
    file: "File", bytes: "Bytes", brotli: "Sent with brotli", all: "All",
    nothing: "Nothing: a link needs no permission.",
  },
  ko: {
    folder: "페이지가 파일을 가져올 수 있는 주소가 아닙니다. https://로 시작하는 주소나 /map/ 같은 경로를 쓰십시오.",
    failed: "파일 크기와 해시를 불러오지 못했습니다. 연결을 확인하고 페이지를 새로고침하십시오.",
    file: "파일", bytes: "바이트", brotli: "브로틀리 전송", all: "합계",
    nothing: "없음: 링크에는 허용이 필요하지 않습니다.",
  },
}[lang];

/** What an option is where nothing is written for it. */
const DEFAULTS = { country: "", pillar: "", theme: "auto", "heading-level": "2" };

const form = find("#options");
const map = find("rok-asean-map");
const field = find("#code");
const allowed = find("#policy");
const snippets = {};
let manifest;

/** The form as it stands; the last folder that was an address. */
let folder = "";
function choice() {
  const given = Object.fromEntries(new FormData(form));
  const named = Object.entries(DEFAULTS).filter(([name, usual]) => given[name] !== usual);
  return { form: given.form, options: { lang: given.lang, ...Object.fromEntries(named.map(([name]) => [name, given[name]])) }, folder };
}

/** Takes the folder, or says beside its field why not. */
function takeFolder() {
  const input = form.elements.folder;
  const found = folderOf(input.value);
  input.setAttribute("aria-invalid", String(found === null));
  find("#folder-error").textContent = found === null ? WORDS.folder : "";
  if (found !== null) folder = found;
}

/** The preview stands under a heading of level 2: a deeper title would skip a level of this page, and looks the same. */
const DEEPEST = "3";

function show({ options }) {
  const shown = { ...options };
  if (shown["heading-level"] > DEEPEST) shown["heading-level"] = DEEPEST;
  for (const name of Object.keys(DEFAULTS)) {
    if (name in shown) map.setAttribute(name, shown[name]);
    else map.removeAttribute(name);
  }
  map.lang = options.lang;
}

/** The built snippet of a language, fetched when it is first asked for. */
const snippetOf = async (lang) => (snippets[lang] ??= await (await own(`snippet.${lang}.html`)).text());

async function write() {
  takeFolder();
  const chosen = choice();
  show(chosen);
  try {
    manifest ??= await (await own("manifest.json")).json();
    const snippet = chosen.form === "snippet" ? await snippetOf(chosen.options.lang) : "";
    // A later choice may have come while this one waited.
    if (JSON.stringify(chosen) !== JSON.stringify(choice())) return;
    fill(chosen, snippet);
  } catch {
    find("#copied").textContent = WORDS.failed;
  }
}

function fill({ form, options, folder }, snippet) {
  field.value = code(form, { options, folder }, { hash: manifest[named("map.js")].sha384, script: named("map.js"), snippet });
  allowed.value = policy(form, folder) || WORDS.nothing;
  find("#copy-policy").hidden = form === "link";
  find("#weight").replaceChildren(...table(files(form, options.lang).map(named).filter((name) => name in manifest)));
  find("#copied").textContent = "";
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
find("#copy-policy").addEventListener("click", () => copy(allowed, find("#copied")));
write();
