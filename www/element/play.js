// The map's nodes: made and changed by steps, as the build has written them or the engine writes them now.
// The table of steps stands in src/write/steps.rs.
import { OUTLINES } from "first-view";

const HTML = "http://www.w3.org/1999/xhtml";
const SVG = "http://www.w3.org/2000/svg";

/** Sets an attribute that is written as `name=value`. */
function set(element, text) {
  const [name] = text.split("=", 1);
  element.setAttribute(name, text.slice(name.length + 1));
  // What a reader has chosen outweighs the attribute.
  if (name === "selected") element.selected = true;
}

/** Takes the steps among the children of `parent`. Throws where somebody has taken away what they are about. */
export function play(parent, steps) {
  let node = parent.firstChild;
  const way = [];
  for (const step of steps.split("\n")) {
    const rest = step.slice(1);
    switch (step[0]) {
      case "<": {
        const [tag, ...attributes] = rest.split("|");
        way.push([parent, node]);
        parent = document.createElementNS(tag === "svg" ? SVG : (parent.namespaceURI ?? HTML), tag);
        attributes.forEach((text) => set(parent, text));
        node = null;
        break;
      }
      case ">":
        way.push([parent, node]);
        parent = node;
        node = node.firstChild;
        break;
      case "/": {
        const done = parent;
        [parent, node] = way.pop();
        // A new element comes into the page whole.
        if (done === node) node = node.nextSibling;
        else parent.insertBefore(done, node);
        break;
      }
      case "=":
        set(parent, rest);
        break;
      case "#":
        parent.setAttribute("d", OUTLINES[rest]);
        break;
      case "-":
        parent.removeAttribute(rest);
        break;
      case '"':
        parent.insertBefore(new Text(rest), node);
        break;
      case "'":
        node.nodeValue = rest;
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
