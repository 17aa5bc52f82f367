// What the pages of the desks share: their language, elements, and how a text is copied.

/** The language of the page, of which there are two. */
export const lang = document.documentElement.lang === "ko" ? "ko" : "en";

/** The folder in which the map and its files lie. */
export const home = new URL("../", import.meta.url);

export const find = (query, from = document) => from.querySelector(query);

/** An element: `on…` names a listener, `true` an attribute without a value, `false` and nothing leave one out. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child != null && child !== ""));
  return element;
}

/** A file of the map's own folder. */
export async function own(name) {
  const response = await fetch(new URL(name, home), { credentials: "same-origin" });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response;
}

const COPIED = { en: "Copied.", ko: "복사했습니다." };
const SELECTED = {
  en: "The browser does not let this page copy. The text is selected: press Ctrl+C, or Command+C on a Mac.",
  ko: "브라우저가 이 페이지의 복사를 허용하지 않습니다. 내용을 선택해 두었으니 Ctrl+C(Mac은 Command+C)를 누르십시오.",
};

/** Copies what a field holds; where the browser refuses, selects it, so that a key can. */
export async function copy(field, status) {
  try {
    await navigator.clipboard.writeText(field.value);
    status.textContent = COPIED[lang];
  } catch {
    field.focus();
    field.select();
    status.textContent = SELECTED[lang];
  }
}
