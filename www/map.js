// The one script a page includes: finds its tag, defines the element, puts a map after the tag.
import { RokAseanMap } from "./element/map.js";
import { base } from "./element/engine.js";

const NAME = "rok-asean-map";
const OPTIONS = ["lang", "country", "pillar", "theme", "src", "engine", "heading-level", "loading"];

// A second copy of the script leaves the first one's element in place.
if (!customElements.get(NAME)) customElements.define(NAME, RokAseanMap);

const tag = base.tag;
if (tag && tag.dataset.place !== "none") {
  const map = document.createElement(NAME);
  for (const option of OPTIONS) {
    const value = tag.getAttribute(`data-${option}`);
    if (value !== null) map.setAttribute(option, value);
  }
  tag.after(map);
}
