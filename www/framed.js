// The frame's own script: it takes options from its address, and tells the page around how tall it is.
"use strict";

const map = document.querySelector("rok-asean-map");
const query = new URLSearchParams(location.search);
for (const name of ["lang", "country", "pillar", "theme", "heading-level"]) {
  const value = query.get(name);
  if (value) map.setAttribute(name, value);
}

// Until the engine is there, a country waits for it: its link would lead out, as all others do.
addEventListener("click", (event) => {
  const link = event.composedPath()[0].closest?.("a[data-country]");
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  map.setAttribute("country", link.dataset.country);
});

/** The document is as tall as what it holds, however tall its frame. */
const tell = () => {
  const { height } = document.documentElement.getBoundingClientRect();
  parent.postMessage({ type: "rok-asean-map", height: Math.ceil(height) }, "*");
};

// While it loads, the map is as tall as its frame.
const follow = () => {
  // Out of sight, a browser observes nothing.
  tell();
  new ResizeObserver(tell).observe(document.documentElement);
  // The page's own script may come later, and asks. Whatever is said, only the height is told.
  addEventListener("message", ({ source }) => source === parent && tell());
};

if (parent !== window) addEventListener("load", () => Promise.resolve(map.ready).then(follow, follow));
