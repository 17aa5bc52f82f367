// What a map takes from the page around it: language, mode, address, being near the viewport.

/** What a translator leaves on a page, whose `lang` it changes: Chrome and Edge. */
const TRANSLATED = "html.translated-ltr, html.translated-rtl, [_msttexthash]";

const root = document.documentElement;
let authored = root.lang;

/** The nearest `lang` up the tree, across shadow roots; for the page itself, its author's. */
export function pageLang(element) {
  if (!document.querySelector(TRANSLATED)) authored = root.lang;
  for (let node = element; node; node = node.assignedSlot ?? node.parentNode ?? node.host) {
    const lang = node === root ? authored : node.getAttribute?.("lang");
    if (lang) return lang;
  }
  return "en";
}

const DARK = matchMedia("(prefers-color-scheme:dark)");

/** The mode of a page with KRDS, which is light where none is named; empty without KRDS. */
export function pageMode() {
  const mode = root.getAttribute("data-krds-mode") ?? (getComputedStyle(root).getPropertyValue("--krds-light-color-text-basic") && "light");
  return mode !== "theme" ? mode : DARK.matches ? "contrast" : "light";
}

/** The name by which the address knows a map: the first answers to `map`, another to its id, as addresses spell it. */
export const nameOf = (element) =>
  document.querySelector(element.localName) === element || !document.querySelector(element.localName)
    ? "map"
    : encodeURI(element.id);

/** Whether the focus may go into a map whose address a reader has followed: it stands on nothing, or on what led there. */
export const mayFocus = (element) => [document.body, document.documentElement, element].includes(document.activeElement) || document.activeElement?.localName === "a";

/** Keeps what stays in view below what the page keeps above it, where the page says how much that is; and gives the map
 * the system's face where the page has chosen none, but not to what a reader sees already: it would move. */
export function suit({ shadowRoot }, isSeen) {
  const { scrollPaddingTop: above } = getComputedStyle(root);
  const [face, path, sheet] = [(node) => getComputedStyle(node).fontFamily, shadowRoot.querySelector("path"), new CSSStyleSheet()];
  if (above.endsWith("px")) sheet.insertRule(`.root{--inset:${above}}`);
  if (!isSeen && path && face(path) === face(shadowRoot.host)) sheet.insertRule(".root{font-family:var(--map-font,system-ui)}");
  shadowRoot.adoptedStyleSheets = [shadowRoot.adoptedStyleSheets[0], sheet];
}

/** Runs `run` once the element comes near the viewport; the returned function calls that off. */
export function whenNear(element, run) {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      run();
    },
    { rootMargin: "400px" },
  );
  observer.observe(element);
  return () => observer.disconnect();
}

/** Calls `changed` when the page's language or mode changes, or the system's, `moved` when its address does or is asked for again, `printed` before and after it is printed, until `signal` aborts. */
export function watchPage(signal, changed, moved, printed) {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ["lang", "data-krds-mode"], subtree: true });
  signal.addEventListener("abort", () => observer.disconnect(), { once: true });
  DARK.addEventListener("change", changed, { signal });
  addEventListener("popstate", moved, { signal });
  addEventListener("hashchange", moved, { signal });
  // Of a link to where the address leads already, Firefox tells nothing else.
  addEventListener("click", ({ target }) => target.closest?.("a")?.href === location.href && moved(), { signal });
  addEventListener("beforeprint", () => printed(true), { signal });
  addEventListener("afterprint", () => printed(false), { signal });
}
