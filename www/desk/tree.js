// Paths through a dataset. Nothing is ever changed in place: an edit gives a new tree that shares what it can.

export const at = (data, path) => path.reduce((value, step) => value?.[step], data);

/** The data with another value at a path. */
export function put(data, [step, ...rest], value) {
  if (step === undefined) return value;
  const copy = Array.isArray(data) ? [...data] : { ...data };
  copy[step] = put(copy[step], rest, value);
  return copy;
}

/** The data without what is at a path. */
export function without(data, path) {
  const [parent, last] = [path.slice(0, -1), path.at(-1)];
  const list = at(data, parent);
  const entries = Object.entries(list).filter(([key]) => key !== String(last));
  return put(data, parent, Array.isArray(list) ? entries.map(([, item]) => item) : Object.fromEntries(entries));
}

/** The data with an item of a list, or an entry of an object, moved by some places; the same where it cannot go there. */
export function moved(data, path, by) {
  const parent = path.slice(0, -1);
  const entries = Object.entries(at(data, parent));
  const from = entries.findIndex(([key]) => key === String(path.at(-1)));
  if (from + by < 0 || from + by >= entries.length) return data;
  entries.splice(from + by, 0, ...entries.splice(from, 1));
  return put(data, parent, Array.isArray(at(data, parent)) ? entries.map(([, item]) => item) : Object.fromEntries(entries));
}

/** A path as the check writes it: `facts[3].title.en`, `sources["un-2021"].url`. */
export const spelled = (path) =>
  path
    .map((step, index) => (typeof step === "number" ? `[${step}]` : path[0] === "sources" && index === 1 ? `["${step}"]` : `.${step}`))
    .join("")
    .slice(1);

/** A spelled path without its last step; empty for the file as a whole. */
export const above = (spelled) => spelled.match(/^(.*?)(?:\.[^.[\]]*|\["[^"]*"\]|\[\d+\])$/)?.[1] ?? "";

/** The item of one of the file's own lists that a spelled path leads into. */
export const itemOf = (spelled) => spelled.match(/^\w+(?:\[\d+\]|\["[^"]*"\])/)?.[0];

/** The data with a source's id changed, wherever it is named. */
export function renamed(data, from, to) {
  const entries = Object.entries(data.sources).map(([id, source]) => [id === from ? to : id, source]);
  return { ...references(data, from, to), sources: Object.fromEntries(entries) };
}

function references(value, from, to) {
  if (Array.isArray(value)) return value.map((item) => references(item, from, to));
  if (typeof value !== "object" || value === null) return value;
  const swap = (id) => (id === from ? to : id);
  const entry = ([key, inner]) => [key, key === "sources" && Array.isArray(inner) ? inner.map(swap) : references(inner, from, to)];
  return Object.fromEntries(Object.entries(value).map(entry));
}
