// The map's nodes: made and changed by steps, as the build has written them or the engine writes them now.
// The table of steps stands in src/write/steps.rs.
import { OUTLINES } from "first-view";

const HTML = "http://www.w3.org/1999/xhtml";
const SVG = "http://www.w3.org/2000/svg";

/** Sets an attribute that is written as `name=value`. */
function set(element, text) {
  const end = text.indexOf("=");
  const name = text.slice(0, end);
  element.setAttribute(name, text.slice(end + 1));
  // What a reader has chosen outweighs the attribute.
  if (name === "selected") element.selected = true;
}

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

/** Takes the steps among the children of `parent`. Throws where somebody, as a translator does, has put other nodes there. */
export function play(parent, steps) {
  let node = parent.firstChild;
  const way = [];
  let at = 0;
  let end;
  // Most steps are their letter alone: cut out is only what has more to say.
  const rest = () => steps.slice(at + 1, end);
  for (; (end = steps.indexOf("\n", at)) >= 0; at = end + 1) {
    switch (steps[at]) {
      case "<":
        way.push(parent, node);
        parent = make(parent.namespaceURI ?? HTML, rest());
        node = null;
        break;
      case ">":
        way.push(parent, node);
        parent = node;
        node = node.firstChild;
        break;
      case "/": {
        const [done, more] = [parent, node];
        node = way.pop();
        parent = way.pop();
        // A new element comes into the page whole; one that was there has no more in it than is known.
        if (done !== node) parent.insertBefore(done, node);
        else if (more) throw more;
        else node = node.nextSibling;
        break;
      }
      case "=":
        set(parent, rest());
        break;
      case "#":
        parent.setAttribute("d", OUTLINES[rest()]);
        break;
      case "-":
        parent.removeAttribute(rest());
        break;
      case '"':
        if (node) node.before(rest());
        else parent.append(rest());
        break;
      case "'":
        // Where an element has come in a text's place, this throws; to set `nodeValue` would change nothing.
        node.replaceData(0, node.length, rest());
        node = node.nextSibling;
        break;
      case "+":
        node = node.nextSibling;
        break;
      case "x": {
        const gone = node;
        node = node.nextSibling;
        gone.remove();
      }
    }
  }
}
