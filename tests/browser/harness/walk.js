// Arrow keys on the map, found out by walking: the product's own table of directions is not asked.
import assert from "node:assert/strict";
import { focus } from "./read.js";

const ARROWS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];

/** Arrow by arrow to a country; the shortest way known, found by walking. */
export async function walkTo(reader, known, code) {
  for (let at = (await focus(reader)).country; at !== code; ) {
    const way = route(known, at, (one) => one === code) ?? route(known, at, (one) => ARROWS.some((key) => !known.get(one)?.[key]));
    assert.ok(way, `arrows lead to ${code}`);
    const untried = ARROWS.find((key) => !known.get(way.at(-1)?.to ?? at)?.[key]);
    for (const { key } of way) await reader.press(key);
    at = (await focus(reader)).country;
    if (at === code) return;
    await reader.press(untried);
    const to = (await focus(reader)).country;
    known.set(at, { ...known.get(at), [untried]: to });
    at = to;
  }
}

/** Known arrows from one country to the first that `wanted` takes, as `{key, to}` each. */
function route(known, from, wanted) {
  const ways = [[from, []]];
  const passed = new Set([from]);
  for (const [at, way] of ways) {
    if (wanted(at)) return way;
    for (const [key, to] of Object.entries(known.get(at) ?? {})) {
      if (!passed.has(to)) passed.add(to) && ways.push([to, [...way, { key, to }]]);
    }
  }
  return null;
}
