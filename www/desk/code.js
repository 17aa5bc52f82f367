// What is pasted on a page, what that page must allow for it, and which files it fetches. No page is touched here.

const OTHERS = { en: "static.html", ko: "ko/static.html" };
const LINE = { en: "Every country and entry on one page", ko: "모든 국가와 항목을 한 페이지에서 보기" };

const escaped = (text) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/**
 * The folder as it stands in addresses: with a slash at its end, empty for the page's own; `null` for one that a page
 * cannot fetch from.
 */
export function folderOf(given) {
  const text = given.trim();
  if (text === "") return "";
  if (/[\s"<>\\?#]/.test(text) || (/^[a-z][a-z\d+.-]*:/i.test(text) && !/^https?:\/\/[^/]/i.test(text))) return null;
  if (!URL.canParse(text, "https://host/")) return null;
  return text.endsWith("/") ? text : `${text}/`;
}

/** The code for a page: `tag`, `snippet` or `link`. `hash` vouches for `script`, `snippet` is the built one. */
export function code(form, choice, made) {
  return { tag, snippet: filled, link }[form](choice, made);
}

function tag(choice, { hash, script: name }) {
  const data = Object.entries(choice.options).map(([name, value]) => ` data-${name}="${escaped(value)}"`);
  const script = `<script src="${escaped(choice.folder)}${name}" integrity="${hash}" crossorigin="anonymous" defer${data.join("")}></script>`;
  return `${script}\n<noscript><p>${link(choice)}</p></noscript>\n`;
}

/** The snippet with its addresses moved to the folder and the options on the element. */
function filled({ options, folder }, { snippet }) {
  const more = Object.entries(options).filter(([name]) => name !== "lang");
  const attributes = more.map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
  return snippet
    .replace(/^<rok-asean-map lang="[a-z]+"/, (start) => start + attributes)
    .replace(/ (href|src)="(map\.\w+\.css|map\.\w+\.js|(?:ko\/)?static\.html)/g, (_, name, file) => ` ${name}="${escaped(folder)}${file}`);
}

function link({ options: { lang, country }, folder }) {
  const place = country ? `#map=${country}` : "";
  return `<a href="${escaped(folder + OTHERS[lang] + place)}" hreflang="${lang}" lang="${lang}">${LINE[lang]}</a>`;
}

/** The least that a page's Content-Security-Policy must allow; empty where that is nothing. */
export function policy(form, folder) {
  if (form === "link") return "";
  const host = /^(https?:)?\/\//i.test(folder) ? new URL(folder, "https://host/").origin : "'self'";
  const style = form === "snippet" ? ` style-src ${host};` : "";
  return `script-src ${host} 'wasm-unsafe-eval';${style} connect-src ${host}`;
}

/** The files of a form: those in the page's own code, then those that a reader fetches. */
export const files = (form, lang) =>
  ({
    tag: ["map.js", "map.wasm"],
    snippet: [`snippet.${lang}.html`, "map.css", "map.js", "map.wasm"],
    link: [OTHERS[lang], "map.css", "host.css"],
  })[form];
