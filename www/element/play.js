// The map's nodes: made and changed by steps, as the build has written them or the engine writes them now.
// The table of steps stands in src/write/steps.rs.
import { OUTLINES } from "first-view";

const HTML = "http://www.w3.org/1999/xhtml";
const SVG = "http://www.w3.org/2000/svg";

/** Sets an attribute that is written as `name=value`. */
function set(element, text, kept) {
  const end = text.indexOf("=");
  const [name, value] = [text.slice(0, end), text.slice(end + 1)];
  if (kept && element.getAttribute(name) === value) return;
  element.setAttribute(name, value);
  // What a reader has chosen outweighs the attribute.
  if (name === "selected") element.selected = true;
}

/** Path data of letters that stand for numbers (`letters` in src/bin/press/script.rs). */
const outline = (letters) => letters.replace(/[A-Y]/g, (letter) => ` ${letter.charCodeAt() - 77}`);

/** Elements with the attributes that they always have, by how a step names them: a copy is made sooner than another. */
const made = {};

function make(namespace, words) {
  const make = () => {
    const [tag, ...attributes] = words.split("|");
    const element = document.createElementNS(tag === "svg" ? SVG : namespace, tag);
    attributes.forEach((text) => set(element, text));
    return element;
  };
  return (made[namespace + words] ??= make()).cloneNode();
}

/** Under this name a node keeps the map's own children: others may have put nodes between, around and in place of them. */
const OURS = Symbol();

/** Takes the steps among the children of `root`. Those that adopt keep what stands there as they would make it. */
export function play(root, steps, adopts) {
  let at = 0;
  // What is drawn from nothing is all there is.
  if (steps[0] === "<") root[OURS] = [];
  inside(root, adopts);

  /** Among the children of a node that is `kept` from before the map came, or has just been made, or neither. */
  function inside(parent, kept, isNew) {
    if (kept || isNew) parent[OURS] = [];
    const ours = (parent[OURS] ??= []);
    let next = 0;

    /** One of ours where it stands in its parent: itself, or what others have put around it alone. */
    const standing = (node) => {
      if (!parent.contains(node)) return;
      for (let up; (up = node.parentNode) !== parent && !ours.filter((one) => up.contains(one))[1]; ) node = up;
      return node;
    };

    /** Puts in those of ours around the cursor that do not stand there: in place of what does, but for one that is new. */
    const settle = (fresh) => {
      let [from, to] = [next, next];
      while (from && !standing(ours[from - 1])) from--;
      while (to < ours.length && !standing(ours[to])) to++;
      const [before, after, gone] = [standing(ours[from - 1]), standing(ours[to]), ours.slice(from, to)];
      const there = () => (before ? before.nextSibling : parent.firstChild);
      if (!fresh || gone[1]) for (let node; (node = there()) && !ours.some((one) => node.contains(one)); ) node.remove();
      if (after) after.before(...gone);
      else if (before) before.after(...gone);
      else parent.append(...gone);
    };

    const put = (node) => {
      ours.splice(next, 0, node);
      if (isNew) parent.append(node);
      else settle(true);
      next++;
    };

    /** The next child that is so. */
    const met = (is) => {
      const last = ours.findLast(standing);
      let node = last ? last.nextSibling : parent.firstChild;
      while (node && !is(node)) node = node.nextSibling;
      return node;
    };

    /** The next child with the tag and the first attribute of a new element. */
    const alike = () => {
      const [, tag, name, value] = steps.slice(at).match(/(\w+)(?:(?:\||\n=)(.+?)=([^|\n]*))?/);
      return met((node) => node.localName === tag && (!name || node.getAttribute(name)?.includes(value)));
    };

    for (let end; (end = steps.indexOf("\n", at)) >= 0; ) {
      const act = steps[at];
      const what = steps.slice(at + 1, end);
      const node = ours[next];
      const there = standing(node);
      const found = kept && (act === "<" ? alike() : act === '"' && met((node) => node.nodeType === 3 && node.data === what));
      at = end + 1;
      switch (act) {
        case "<": {
          if (found) ours[next++] = found;
          const made = found || make(parent.namespaceURI ?? HTML, what);
          inside(made, found, !found);
          // A new element comes into the page whole.
          if (!found) put(made);
          break;
        }
        case ">":
          if (!there) settle();
          next++;
          inside(node);
          break;
        case "/":
          return;
        case "=":
          set(parent, what, kept);
          break;
        case "#":
          if (!kept) parent.setAttribute("d", outline(OUTLINES[what]));
          break;
        case "-":
          parent.removeAttribute(what);
          break;
        case '"':
          if (kept) ours[next++] = found || document.createTextNode(what);
          else put(document.createTextNode(what));
          break;
        case "'":
          if (!there) settle();
          else if (there !== node) there.replaceWith(node);
          node.data = what;
          next++;
          break;
        case "+":
          next++;
          break;
        case "x":
          ours.splice(next, 1);
          (there ?? node).remove();
          // Something else may stand in a text's place.
          if (!there && node.data) settle();
      }
    }
  }
}
