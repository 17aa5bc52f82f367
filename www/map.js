// The one script a page includes: defines the element, and puts a map after each of its tags.
import { ATTRIBUTES, RokAseanMap } from "./element/map.js";
import { tags } from "./element/engine.js";
import { isAble, pageLang } from "./element/page.js";
import { FAILED, link, ours } from "./element/said.js";

const NAME = "rok-asean-map";

const isNone = (tag) => tag.dataset.place === "none";

// A second copy of the script leaves the first one's element in place.
if (isAble && !customElements.get(NAME)) customElements.define(NAME, RokAseanMap);

// What a page has kept of itself comes back with both: the tag, and the map that stood after it.
const hasMap = ({ nextElementSibling: next }) => next?.localName === NAME;

const inHead = (tag) => tag.closest("head");

const placed = tags.filter((tag) => !isNone(tag) && !hasMap(tag) && !inHead(tag)).map(place);
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", settle, { once: true });
else settle();

/** The rest of the page has been read: what it holds itself goes before what was put in. */
function settle() {
  placed.splice(0).filter(hasMap).forEach((map) => map.remove());
  if (!isAble) document.querySelectorAll(`${NAME}:empty`).forEach(tell);
  if (document.readyState === "complete") look();
  else addEventListener("load", look, { once: true });
}

function place(tag) {
  const map = document.createElement(NAME);
  for (const option of ATTRIBUTES) {
    const value = tag.getAttribute(`data-${option}`);
    if (value !== null) map.setAttribute(option, value);
  }
  tag.after(map);
  // Read by who sees no map: reader views, and browsers that are too old.
  tell(map);
  return map;
}

/** Puts into an element what is read in the map's place. */
function tell(map) {
  const lang = ours(pageLang(map));
  const line = document.createElement("p");
  line.append(...(isAble ? [] : [FAILED[lang], " "]), link(lang, map));
  map.append(line);
}

/** A script that has no place on the page may be there in vain. */
function look() {
  if (tags.some((tag) => isNone(tag) || !inHead(tag)) || document.querySelector(NAME)) return;
  console.warn(`rok-asean-map: no map stands on this page. Write <${NAME} base="…"></${NAME}> where it should; base is the folder of the map's files.`);
}
