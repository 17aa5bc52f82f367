// What a page tells while it is tested. These run in the page, from its first moment, out of sight of `window`'s names.

/** The map's events, and what the policy stops. */
export function listen() {
  const seen = { events: [], violations: [] };
  Object.defineProperty(window, Symbol.for("seen"), { value: seen });
  for (const type of ["map-ready", "map-select", "map-filter", "map-error"]) {
    addEventListener(type, ({ detail, target }) =>
      seen.events.push({ type, detail: structuredClone(detail), map: target.id, name: target.localName }),
    );
  }
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
    seen.violations.push(`${violatedDirective} ${blockedURI} ${sample}`),
  );
}

/** Errors, and words on the console: for a browser whose driver does not pass them on. */
export function overhear() {
  const seen = window[Symbol.for("seen")];
  Object.assign(seen, { errors: [], console: [] });
  addEventListener("error", ({ message }) => seen.errors.push(String(message)));
  addEventListener("unhandledrejection", ({ reason }) => seen.errors.push(String(reason)));
  for (const type of ["debug", "log", "info", "warn", "error"]) {
    const say = console[type];
    console[type] = (...words) => (seen.console.push(`${type}: ${words.join(" ")}`), say.apply(console, words));
  }
}
