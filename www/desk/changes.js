// What differs between two editions, and that in words.
import { FILE } from "./form.js";

const equal = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/**
 * The differences, in the order of the file, as `{kind, noun, title, from, to, lang}`: something was `added`, `removed`,
 * `changed` or `moved`; `noun` says what, in `en`, `many` and `ko`; `title` names the item it belongs to.
 */
export const changes = (before, after, fields = FILE, title) =>
  fields.flatMap((field) => compare(field, before[field.name], after[field.name], title));

function compare(field, before, after, title) {
  if (equal(before, after)) return [];
  if (field.kind === "group") return changes(before, after, field.item, field.words);
  if (field.kind === "list") return items(field, keyed(before, field.key), keyed(after, field.key), title);
  if (field.kind === "table") return items(field, new Map(Object.entries(before)), new Map(Object.entries(after)), title);
  if (field.kind === "both") return ["en", "ko"].flatMap((lang) => value(field, before[lang], after[lang], title, lang));
  if (field.kind === "names") {
    return ["en", "ko"].flatMap((lang) => field.parts.flatMap(([part]) => value(field, before[lang][part], after[lang][part], title, lang)));
  }
  return value(field, before, after, title);
}

function value(field, from, to, title, lang) {
  return equal(from, to) ? [] : [{ kind: "changed", noun: nounOf(field), title, from, to, lang }];
}

/** Items under their keys; one that has the key of an earlier one is told apart by its turn. */
function keyed(list, key) {
  const all = new Map();
  for (const item of list) {
    let name = String(key(item));
    while (all.has(name)) name += "'";
    all.set(name, item);
  }
  return all;
}

function items(field, before, after, title) {
  const noun = nounOf(field);
  const added = [...after].filter(([key]) => !before.has(key));
  const removed = [...before].filter(([key]) => !after.has(key));
  const kept = [...after].filter(([key]) => before.has(key));
  const order = (from, to) => [...from.keys()].filter((key) => to.has(key)).join("\n");
  return [
    ...added.map(([, item]) => ({ kind: "added", noun, title: field.title(item) })),
    ...removed.map(([, item]) => ({ kind: "removed", noun, title: field.title(item) })),
    ...kept.flatMap(([key, item]) => changes(before.get(key), item, field.item, field.title(item))),
    ...(order(before, after) === order(after, before) ? [] : [{ kind: "moved", noun: { en: `order of ${noun.many}`, many: `orders of ${noun.many}`, ko: `${noun.ko} 순서` }, title }]),
  ];
}

function nounOf({ words, one, many }) {
  const en = (one?.en ?? one ?? words.en).replace(/^[A-Z](?![A-Z])/, (first) => first.toLowerCase());
  return { en, many: many ?? `${en}s`, ko: one?.ko ?? words.ko };
}

const DONE = {
  added: { en: "added", ko: "추가" },
  removed: { en: "removed", ko: "삭제" },
  changed: { en: "changed", ko: "변경" },
  moved: { en: "changed", ko: "변경" },
};

/** "2 facts added, 1 date changed": how many of each, in the order in which they are first met. */
export function summary(all, lang) {
  return [...grouped(all).values()].map((group) => count(group, lang)).join(", ");
}

function grouped(all) {
  const groups = new Map();
  for (const change of all) {
    const name = `${DONE[change.kind].en} ${change.noun.en}`;
    groups.set(name, [...(groups.get(name) ?? []), change]);
  }
  return groups;
}

function count(group, lang) {
  const [{ kind, noun }] = group;
  const done = DONE[kind][lang];
  if (lang === "ko") return `${noun.ko} ${group.length}건 ${done}`;
  return `${group.length} ${group.length === 1 ? noun.en : noun.many} ${done}`;
}

/** One change as a phrase, without its values: "date changed". */
export function phrase({ kind, noun }, lang) {
  return `${noun[lang]} ${DONE[kind][lang]}`;
}
