// The frame's own script: options from its address, and to the page around its height.
const map = document.querySelector("rok-asean-map");
const query = new URLSearchParams(location.search);
for (const name of ["lang", "country", "pillar", "theme", "heading-level"]) {
  const value = query.get(name);
  if (value) map.setAttribute(name, value);
}

// Until the engine is there, a country waits for it: its link would lead out, as all others do.
addEventListener("click", (event) => {
  const { country } = event.composedPath()[0].closest?.("a")?.dataset ?? {};
  if (!country || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  map.setAttribute("country", country);
});

function follow() {
  // As tall as what it holds, however tall its frame.
  const root = document.documentElement;
  const tell = () => parent.postMessage({ type: map.localName, height: Math.ceil(root.getBoundingClientRect().height) }, "*");
  // Out of sight, a browser observes nothing.
  tell();
  new ResizeObserver(tell).observe(root);
  // The page's own script may come later, and asks. Whatever is said, only the height is told.
  addEventListener("message", ({ source }) => source === parent && tell());
}

// While it loads, the map is as tall as its frame.
if (parent !== window) addEventListener("load", () => Promise.resolve(map.ready).then(follow, follow));
