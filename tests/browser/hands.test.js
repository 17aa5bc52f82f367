// What the map leaves to the page and to the hand: presses that can be taken back, wheel, drag and pinch.
import assert from "node:assert/strict";
import { onPage } from "./harness/stage.js";
import { pointOf, shows } from "./harness/read.js";

onPage("a press opens when it ends, and not when it is taken back", {}, async ({ reader, page }) => {
  const { x, y } = await pointOf(reader, "ID");
  await reader.forget();
  await page.mouse.move(x, y);
  await page.mouse.down();
  await reader.settled();
  assert.deepEqual(await reader.events(), [], "nothing happens on the way down");
  const away = await reader.run(() => {
    const { left, bottom } = document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=map]").getBoundingClientRect();
    return { x: left + 5, y: bottom + 12 };
  });
  await page.mouse.move(away.x, away.y);
  await page.mouse.up();
  await reader.settled();
  assert.deepEqual(await reader.events(), [], "let go elsewhere, it is taken back");
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.up();
  await shows(reader, "ID");
});

/** What of the reader's wheel and fingers anything on the page has taken for itself. */
const watch = (reader) =>
  reader.run(() => {
    const taken = (window[Symbol.for("taken")] = []);
    for (const type of ["wheel", "pointerdown", "pointermove", "touchstart", "touchmove", "gesturestart", "dragstart", "mousedown"]) {
      addEventListener(type, (event) => event.defaultPrevented && taken.push(type), { passive: true });
    }
  });

const middle = (reader) =>
  reader.run(() => {
    const map = document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=map]");
    map.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = map.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });

/** Fingers put down at one set of points, drawn to another and lifted. */
async function drag(session, from, to) {
  const send = (type, points) => session.send("Input.dispatchTouchEvent", { type, touchPoints: points.map((point, id) => ({ ...point, id })) });
  const STEPS = 15;
  await send("touchStart", from);
  for (let step = 1; step <= STEPS; step++) {
    const part = (axis, at) => from[at][axis] + ((to[at][axis] - from[at][axis]) * step) / STEPS;
    await send("touchMove", from.map((_, at) => ({ x: part("x", at), y: part("y", at) })));
  }
  await send("touchEnd", []);
}

for (const width of [320, 390]) {
  onPage(`a finger that drags over the map scrolls the page, two of them zoom it (${width} px)`, { width }, async ({ reader, page }) => {
    await watch(reader);
    await reader.forget();
    const session = await page.createCDPSession();
    const { x, y } = await middle(reader);
    const before = await reader.run(() => scrollY);
    await drag(session, [{ x, y }], [{ x, y: y - 120 }]);
    await reader.until((before) => scrollY > before + 50, before);
    const at = await middle(reader);
    await drag(session, [{ ...at, y: at.y - 30 }, { ...at, y: at.y + 30 }], [{ ...at, y: at.y - 130 }, { ...at, y: at.y + 130 }]);
    await reader.until(() => visualViewport.scale > 1.3);
    assert.deepEqual(await reader.run(() => window[Symbol.for("taken")]), []);
    assert.deepEqual(await reader.events(), [], "nothing opened");
  });
}

onPage("a wheel and a drag over the map are the page's", { height: 500 }, async ({ reader, page }) => {
  await watch(reader);
  const { x, y } = await middle(reader);
  await reader.forget();
  await page.mouse.move(x, y);
  const before = await reader.run(() => scrollY);
  await page.mouse.wheel({ deltaY: 40 });
  await reader.until((before) => scrollY > before, before);
  await page.mouse.down();
  await page.mouse.move(x + 80, y + 60, { steps: 5 });
  await page.mouse.up();
  await reader.settled();
  assert.deepEqual(await reader.run(() => window[Symbol.for("taken")]), []);
  const view = await reader.run(() => document.querySelector("rok-asean-map").shadowRoot.querySelector("[part~=map]").getAttribute("viewBox"));
  assert.equal(view, "0 0 1000 1000", "the picture stays as it is");
});
