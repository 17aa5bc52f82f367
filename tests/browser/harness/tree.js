// What assistive technology is told: Chromium's accessibility tree of a map, as lines that a person can read.

/** Properties that are said, in the order in which they are written; of some, also that they are off. */
const SAID = ["level", "pressed", "expanded", "selected", "checked", "invalid", "disabled", "live", "atomic"];
const SAID_OFF = ["pressed", "expanded"];

/** Pieces of a text that stand for the text itself. */
const PIECES = ["InlineTextBox", "LineBreak"];

/** Chromium's names for what has no role of its own. */
const NAMELESS = ["generic", "none", "GenericContainer"];

/** The tree below the first map of the page, or of the `whole` page: one line for each node, two spaces for each step down. */
export async function treeOf(page, whole = false) {
  const session = await page.createCDPSession();
  await Promise.all(["Accessibility.enable", "DOM.enable"].map((method) => session.send(method)));
  const [{ nodes }, { nodes: elements }] = await Promise.all([
    session.send("Accessibility.getFullAXTree"),
    session.send("DOM.getFlattenedDocument", { depth: -1, pierce: true }),
  ]);
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const attributes = new Map(elements.map((element) => [element.backendNodeId, pairs(element.attributes ?? [])]));
  const host = elements.find(({ localName }) => localName === "rok-asean-map");
  const root = whole ? nodes[0] : nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === host.backendNodeId);
  return lines(root, 0, { byId, attributes }).join("\n") + "\n";
}

const pairs = (flat) => Object.fromEntries(flat.flatMap((name, at) => (at % 2 ? [] : [[name, flat[at + 1]]])));

function lines(node, depth, trees) {
  if (PIECES.includes(node.role?.value)) return [];
  const own = attributesOf(node, trees);
  const silent = !own.lang && (node.ignored || (NAMELESS.includes(node.role.value) && !node.name?.value));
  const below = (node.childIds ?? []).map((id) => trees.byId.get(id)).filter(Boolean);
  const inside = below.flatMap((one) => lines(one, silent ? depth : depth + 1, trees));
  if (silent) return inside;
  return [`${"  ".repeat(depth)}${line(node, own)}`, ...(isOwnName(inside, node) ? [] : inside)];
}

/** A name that is nothing but the text inside need not be written twice. */
const isOwnName = (inside, { name }) => inside.length === 1 && inside[0].trim() === `StaticText ${JSON.stringify(name?.value)}`;

const attributesOf = ({ backendDOMNodeId }, { attributes }) => attributes.get(backendDOMNodeId) ?? {};

function line({ role, ignored, name, description, properties = [] }, own) {
  const value = Object.fromEntries(properties.map((property) => [property.name, property.value.value]));
  const isOff = (key) => [undefined, false, "false"].includes(value[key]);
  const said = SAID.filter((key) => key in value && (!isOff(key) || SAID_OFF.includes(key))).map((key) => `${key}=${value[key]}`);
  // Chromium does not list these two among the properties, but tells them all the same.
  const marked = [own["aria-current"] && "current", own.lang && `lang=${own.lang}`, own.tabindex && `tabindex=${own.tabindex}`];
  const words = [name?.value && JSON.stringify(name.value), description?.value && `(${description.value})`];
  return [ignored ? "generic" : role.value, ...words, ...said, ...marked].filter(Boolean).join(" ");
}
