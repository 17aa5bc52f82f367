// What a listener gets of a map besides what is read: where the focus goes and what the status line says, in order.

/** From now on keeps both; what happens in one task carries one number. */
export const attend = (reader) =>
  reader.run(() => {
    const root = document.querySelector("rok-asean-map").shadowRoot;
    const status = root.querySelector("[part~=status]");
    const told = (window[Symbol.for("told")] = []);
    let task = 0;
    const tell = (what, words) => {
      told.push({ what, words, task });
      setTimeout(() => task++);
    };
    new MutationObserver(() => tell("status", status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
    root.addEventListener("focusin", ({ target }) => tell("focus", target.ariaLabel ?? target.textContent));
  });

/** What was kept since the last look. */
export const heard = (reader) => reader.run(() => window[Symbol.for("told")].splice(0));

/** The same, once the status line has said something. */
export async function spoken(reader) {
  await reader.until(() => window[Symbol.for("told")].some(({ what, words }) => what === "status" && words));
  await reader.settled();
  return heard(reader);
}

/** What the status line has said of what was kept. */
export const said = (told) => told.filter(({ what, words }) => what === "status" && words).map(({ words }) => words);
