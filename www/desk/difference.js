// The changes between two editions, on the page.
import { phrase } from "./changes.js";
import { lang, make } from "./page.js";
import { WORDS } from "./words.js";

/** How many are listed one by one. */
const LISTED = 300;

/** One entry for each change, with the values where they are short enough to be read as such. */
export function entries(changes) {
  const more = changes.length - LISTED;
  return [...changes.slice(0, LISTED).map(entry), ...(more > 0 ? [make("li", {}, WORDS.more(more))] : [])];
}

function entry(change) {
  const { title, kind } = change;
  const words = [phrase(change, lang), change.lang ? WORDS.in[change.lang] : "", title ? WORDS.titled(title[lang] || WORDS.untitled) : ""].join("");
  const first = words[0].toUpperCase() + words.slice(1);
  return make("li", {}, make("span", {}, first), kind === "changed" && values(change));
}

function values({ from, to, lang }) {
  if ([from, to].some((value) => Array.isArray(value))) return null;
  const told = (tag, value) => make(tag, { lang }, value === null || value === "" ? WORDS.nothing : String(value));
  return make("span", { class: "values" }, told("del", from), " → ", told("ins", to));
}
