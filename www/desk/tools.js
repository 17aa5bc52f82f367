// Moving and removing an item, with the keyboard staying where there is something to do.
import { find, make } from "./page.js";
import { moved, spelled, without } from "./tree.js";
import { WORDS } from "./words.js";

/** What stands for a path in a part of the page. */
export const itemAt = (fold, path) => find(`[data-path="${CSS.escape(spelled(path))}"]`, fold);

/** The buttons of an item. `again` draws its list; the keyboard stays where the item was, or goes with it. */
export function tools(desk, path, again) {
  const home = (from) => from.closest(".part");
  const move = (by) => (event) => {
    const next = moved(desk.data, path, by);
    const fold = home(event.target);
    if (next === desk.data) return;
    const to = typeof path.at(-1) === "number" ? [...path.slice(0, -1), path.at(-1) + by] : path;
    desk.edit(next);
    again();
    desk.say(WORDS.moved);
    find(`[data-move="${by}"]`, itemAt(fold, to))?.focus();
  };
  const remove = (event) => {
    const fold = home(event.target);
    desk.edit(without(desk.data, path));
    again();
    desk.say(WORDS.removed);
    const list = fold.querySelector(`[data-path="${CSS.escape(spelled(path.slice(0, -1)))}"]`) ?? fold;
    (itemAt(fold, path)?.querySelector("summary,input,textarea") ?? find(".add", list) ?? find("summary", fold)).focus();
  };
  const button = (words, onclick, more) => make("button", { type: "button", class: "button", onclick, ...more }, words);
  return make(
    "p",
    { class: "actions" },
    button(WORDS.up, move(-1), { "data-move": -1 }),
    button(WORDS.down, move(1), { "data-move": 1 }),
    button(WORDS.remove, remove),
  );
}
