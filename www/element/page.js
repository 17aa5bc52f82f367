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

/** Whether the browser has what a map is made with: Safari before 16.4 lets no page make a style sheet. */
export const isAble = (() => {
  try {
    return !!new CSSStyleSheet();
  } catch {
    return false;
  }
})();

const DARK = matchMedia("(prefers-color-scheme:dark)");

/** The mode of a page with KRDS, which is light where none is named; empty without KRDS. */
export function pageMode() {
  const mode = root.getAttribute("data-krds-mode") ?? (getComputedStyle(root).getPropertyValue("--krds-light-color-text-basic") && "light");
  return mode !== "theme" ? mode : DARK.matches ? "contrast" : "light";
}

/** The name by which the address knows a map: the first that is seen answers to `map`, another to its id, as addresses spell it. */
export function nameOf(element) {
  const maps = [...document.querySelectorAll(element.localName)];
  const first = (maps.length > 1 && maps.find((map) => map.getClientRects().length)) || maps[0] || element;
  return first === element ? "map" : encodeURI(element.id);
}

/** What the addresses of a map begin with. A page's `base` would lead their links away from the page. */
export function addressOf(element) {
  const [name, page] = [nameOf(element), document.URL.split("#")[0]];
  return name && `${document.baseURI.split("#")[0] === page ? "" : page}#${name}`;
}

/** What stands behind `#`, as addresses spell it, whatever has become of it on its way here. */
export function hash() {
  try {
    return encodeURI(decodeURIComponent(location.hash));
  } catch {
    return location.hash;
  }
}

/** Whether the address is a router's: its own to change. */
export const isRouted = () => /^#[/!]/.test(location.hash);

/** The page's state for another hash. vue-router keeps the address in it, and puts that back when the reader leaves. */
export function stateFor(to) {
  const { state } = history;
  const isKept = typeof state?.current === "string" && document.URL.endsWith(state.current);
  return isKept ? { ...state, current: state.current.split("#")[0] + to } : state;
}

/** What is typed into a field of the map is no shortcut of the page. */
export function keepKeys(root) {
  const keep = (event) => {
    const isChord = event.ctrlKey || event.metaKey || event.altKey;
    if (event.target.matches("input, select") && !isChord && !/^(Tab|Escape)$/.test(event.key)) event.stopPropagation();
  };
  for (const kind of ["keydown", "keypress", "keyup"]) root.addEventListener(kind, keep);
}

/** Whether the focus may go into a map whose address a reader has followed: it stands on nothing, or on what led there. */
export const mayFocus = (element) => [document.body, document.documentElement, element].includes(document.activeElement) || document.activeElement?.localName === "a";

/** Keeps what stays in view below what the page keeps above it, where the page says how much that is; hides the print tool
 *  where nothing can be printed; and gives the map the system's face where the page has chosen none, but not to what a
 *  reader sees already: it would move. */
export function suit({ shadowRoot }, isSeen) {
  const { scrollPaddingTop: above } = getComputedStyle(root);
  const [face, path, sheet] = [(node) => getComputedStyle(node).fontFamily, shadowRoot.querySelector("path"), new CSSStyleSheet()];
  if (above.endsWith("px")) sheet.insertRule(`.root{--inset:${above}}`);
  if (!window.print) sheet.insertRule(".tools [data-action=print]{display:none}");
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
