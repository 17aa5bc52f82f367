// What is pasted on a page, what that page must allow for it, and which files it fetches. No page is touched here.

const LINE = { en: "Every country and entry on one page", ko: "모든 국가와 항목을 한 페이지에서 보기" };

/** The options that each form takes, beside language, country and folder. */
const OPTIONS = {
  element: ["pillar", "theme", "heading-level", "src", "loading", "address", "id"],
  tag: ["pillar", "theme", "heading-level", "src", "loading", "address"],
  snippet: ["pillar", "theme", "heading-level", "src", "loading", "address", "id"],
  template: ["pillar", "theme", "heading-level", "src", "loading", "address", "id"],
  package: ["pillar", "theme", "heading-level", "src", "loading", "address", "id"],
  frame: ["pillar", "theme", "heading-level", "loading"],
  editor: [],
  picture: [],
  link: [],
};

export const FORMS = Object.keys(OPTIONS);
export const takes = (form, option) => OPTIONS[form].includes(option);

/** Whether the map stands in the page itself, and takes its style. */
export const isMap = (form) => takes(form, "src");

const escaped = (text) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** An address as it is given; `null` for one that a page cannot fetch from. */
export function addressOf(given) {
  const text = given.trim();
  if (/[\s"<>\\#]/.test(text) || (/^[a-z][a-z\d+.-]*:/i.test(text) && !/^https?:\/\/[^/]/i.test(text))) return null;
  return text === "" || URL.canParse(text, "https://host/") ? text : null;
}

/** The folder as it stands in addresses: with a slash at its end, empty for the page's own; `null` as above. */
export function folderOf(given) {
  const text = given.includes("?") ? null : addressOf(given);
  return text ? text.replace(/\/?$/, "/") : text;
}

/**
 * The code for a page, in one of `FORMS`. `choice` holds `options`, with `lang`, and the `folder`; `made` is from the
 * build: `script` and the `hash` that vouches for it, the `snippet`, the picture's `alt`, and what is shown by its `name`.
 */
export function code(form, choice, made) {
  return { element, tag, snippet, template, package: bundled, frame, editor, picture, link }[form](choice, made);
}

const attributes = (options, prefix = "") =>
  Object.entries(options).map(([name, value]) => ` ${prefix}${name}="${escaped(value)}"`).join("");

const inLanguage = (lang, file) => (lang === "ko" ? `ko/${file}` : file);

/** The page that needs no script; with a country, its card there. */
function whole({ options: { lang, country }, folder }) {
  return escaped(folder + inLanguage(lang, "static.html") + (country ? `#map=${country}` : ""));
}

/** The element, with what is read wherever its script is blocked, stripped or lost. */
const map = (choice, more = {}) =>
  `<rok-asean-map${attributes({ ...choice.options, ...more })}><p><a href="${whole(choice)}">${LINE[choice.options.lang]}</a></p></rok-asean-map>`;

const brings = ({ folder }, { hash, script }) =>
  `<script src="${escaped(folder + script)}" integrity="${hash}" crossorigin="anonymous" defer data-place="none"></script>`;

const element = (choice, made) => `${map(choice)}\n${brings(choice, made)}\n`;

const template = (choice, made) => `${map(choice)}\n\n${brings(choice, made)}\n`;

const bundled = (choice) => `import "rok-asean-map";\n\n${map(choice, { base: choice.folder || "./" })}\n`;

function tag(choice) {
  const { lang } = choice.options;
  // In sight, and not in a `<noscript>`: some editors keep that and take out the script.
  const line = `<p><a href="${whole(choice)}" hreflang="${lang}" lang="${lang}">${LINE[lang]}</a></p>`;
  return `<script src="${escaped(choice.folder)}map.js" defer${attributes(choice.options, "data-")}></script>\n${line}\n`;
}

/** The snippet with its addresses moved to the folder and the options on the element. */
function snippet({ options: { lang, ...more }, folder }, { snippet }) {
  return snippet
    .replace(/^<rok-asean-map lang="[a-z]+"/, (start) => start + attributes(more))
    .replace(/ (href|src)="(map\.\w+\.css|map\.\w+\.js|(?:ko\/)?static\.html)/g, (_, name, file) => ` ${name}="${escaped(folder)}${file}`);
}

function frame(choice, made) {
  const { loading = "lazy" } = choice.options;
  const src = escaped(parts("frame", choice, made).frame);
  const script = `<script src="${escaped(choice.folder)}frame.js" defer></script>`;
  return `<iframe src="${src}" title="${escaped(made.name)}" width="100%" height="1000" loading="${loading}"></iframe>\n<p>${link(choice, made).trim()}</p>\n${script}\n`;
}

function picture(choice, made) {
  const { picture, alt } = parts("picture", choice, made);
  return `<img src="${escaped(picture)}" alt="${escaped(alt)}" width="1200" height="630">\n`;
}

function link(choice, made) {
  const { lang } = choice.options;
  const { link, words } = parts("link", choice, made);
  return `<a href="${escaped(link)}" hreflang="${lang}" lang="${lang}">${escaped(words)}</a>\n`;
}

function editor(choice, made) {
  const around = `<a href="${escaped(parts("link", choice, made).link)}">${picture(choice, made).trim()}</a>`;
  return `<p>${around}</p>\n<p>${link(choice, made).trim()}</p>\n`;
}

/** What a form is made of, for places that ask for one piece after the other. */
export function parts(form, { options: { lang, country, loading, ...more }, folder }, { alt, name }) {
  if (form === "frame") {
    const query = new URLSearchParams({ ...(country && { country }), ...more }).toString();
    return { frame: folder + inLanguage(lang, "frame.html") + (query && `?${query}`) };
  }
  const of = country ? `${country.toLowerCase()}.` : "";
  const page = { link: folder + inLanguage(lang, country ? `${of}html` : "static.html"), words: country ? name : LINE[lang] };
  const image = { picture: `${folder}picture.${of}${lang}.png`, alt };
  return { editor: { ...image, ...page }, picture: { ...image, ...page }, link: page }[form] ?? {};
}

/** A rule for the page's style sheet, with the map's custom properties; empty without any. */
export function style(properties) {
  const lines = Object.entries(properties).map(([name, value]) => `  ${name}: ${value};\n`);
  return lines.length ? `rok-asean-map {\n${lines.join("")}}\n` : "";
}

const hostOf = (address) => (/^(https?:)?\/\//i.test(address) ? new URL(address, "https://host/").origin : "'self'");

/** The least that a page's Content-Security-Policy must allow; empty where that is nothing. */
export function policy(form, folder, src = "") {
  const host = hostOf(folder);
  if (form === "link") return "";
  if (form === "editor" || form === "picture") return `img-src ${host}`;
  if (form === "frame") return `frame-src ${host}; script-src ${host}`;
  const style = form === "snippet" ? ` style-src ${host};` : "";
  const connect = [...new Set([host, src ? hostOf(src) : host])].join(" ");
  return `script-src ${host} 'wasm-unsafe-eval';${style} connect-src ${connect}`;
}

/** The files of a form: those in the page's own code, then those that a reader fetches. */
export function files(form, { lang, country }) {
  const page = parts("link", { options: { lang, country }, folder: "" }, {}).link;
  const map = ["map.js", "map.wasm"];
  return {
    snippet: [`snippet.${lang}.html`, "map.css", ...map],
    frame: ["frame.js", inLanguage(lang, "frame.html"), "frame.css", "framed.js", ...map],
    editor: [`picture.${country ? `${country.toLowerCase()}.` : ""}${lang}.png`],
    picture: [`picture.${country ? `${country.toLowerCase()}.` : ""}${lang}.png`],
    link: [page, "map.css", "host.css"],
  }[form] ?? map;
}
