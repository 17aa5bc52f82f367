// Who reads a page: runs functions in it, waits, and presses keys; `page` is puppeteer's, or one like it.
import assert from "node:assert/strict";

export class Reader {
  console = [];
  errors = [];

  constructor(page) {
    this.page = page;
  }

  run = (inside, ...given) => this.page.evaluate(inside, ...given);

  /** Until `inside` gives something true, and that; looked at once a frame, without `eval` in the page. */
  async until(inside, ...given) {
    const call = `(${inside})(...${JSON.stringify(given)})`;
    const [found, value] = await this.page.evaluate(`(async () => {
      for (const end = performance.now() + 15000; performance.now() < end; ) {
        const value = await ${call};
        if (value) return [true, value];
        await new Promise((next) => setTimeout(next, 8));
      }
      return [false];
    })()`);
    if (!found) assert.fail(`never came true: ${inside} ${JSON.stringify(given)}\n${this.console}\n${this.errors}`);
    return value;
  }

  /** Two frames on, so that whatever was about to happen has happened. */
  settled = () => this.run(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

  events = (type) =>
    this.run((type) => window[Symbol.for("seen")].events.filter((event) => !type || event.type === type), type);

  details = async (type) => (await this.events(type)).map(({ detail }) => detail);

  forget = () => this.run(() => void (window[Symbol.for("seen")].events.length = 0));

  seen = (key) => this.run((key) => window[Symbol.for("seen")][key], key);

  /** Until the event has been seen `count` times. */
  heard = (type, count = 1) =>
    this.until(
      (type, count) => window[Symbol.for("seen")].events.filter((event) => event.type === type).length >= count,
      type,
      count,
    );

  press = (...keys) => keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
}
