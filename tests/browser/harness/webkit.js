// WebKit as puppeteer would drive it: of its `Browser` and `Page` the little that a reader needs, over WebDriver, for
// WebKitGTK's MiniBrowser on a screen of its own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as after } from "node:timers/promises";
import { program } from "../../../src/bin/press/needs.js";

const KEYS = {
  Tab: "\uE004", Enter: "\uE007", Shift: "\uE008", Control: "\uE009", Escape: "\uE00C", " ": " ", End: "\uE010", Home: "\uE011",
  ArrowLeft: "\uE012", ArrowUp: "\uE013", ArrowRight: "\uE014", ArrowDown: "\uE015",
};

/** A WebKit. Without `script`, pages run none, while the driver still does. */
export async function launch({ script = true } = {}) {
  const xvfb = start(program("Xvfb"), ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
  const [display] = await once(xvfb.stdio[3], "data");
  const port = await freePort();
  const driver = start(program("WebKitWebDriver"), [`--port=${port}`], {
    DISPLAY: `:${String(display).trim()}`,
    // Without a graphics card, WebKit is quicker to paint by itself.
    WEBKIT_DISABLE_COMPOSITING_MODE: "1",
  });
  const ask = (method, path, body) => answerOf(`http://127.0.0.1:${port}${path}`, method, body);
  await reached(ask);
  const args = ["--automation", ...(script ? [] : ["--enable-javascript-markup=false"])];
  const wanted = { browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary: program("MiniBrowser"), args } };
  const { sessionId } = await ask("POST", "/session", { capabilities: { alwaysMatch: wanted } });
  const page = new Page((method, path, body) => ask(method, `/session/${sessionId}${path}`, body));
  return {
    // The one page of the one session: to start a MiniBrowser takes longer than most tests.
    newPage: () => page,
    close: async () => {
      await ask("DELETE", `/session/${sessionId}`);
      [driver, xvfb].forEach((child) => child.kill());
    },
  };
}

/** A program that ends with the test at the latest; its fourth stream can be read. */
function start(path, words, env) {
  const child = spawn(path, words, { stdio: ["ignore", "ignore", "ignore", "pipe"], env: { ...process.env, ...env } });
  process.once("exit", () => child.kill());
  return child;
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

async function answerOf(url, method, body) {
  const response = await fetch(url, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (value?.error) throw new Error(`WebKitWebDriver: ${value.error}: ${value.message}`);
  return value;
}

/** Until the driver listens. */
async function reached(ask) {
  for (let left = 200; left; left--) {
    if (await ask("GET", "/status").catch(() => null)) return;
    await after(50);
  }
  throw new Error("WebKitWebDriver does not answer.");
}

class Page {
  constructor(ask) {
    this.ask = ask;
  }

  goto = (url) => this.ask("POST", "/url", { url });

  /** What `inside`, a function or the text of an expression, gives in the page, in JSON. */
  async evaluate(inside, ...given) {
    const value = typeof inside === "function" ? `(${inside})(...${JSON.stringify(given)})` : inside;
    const script = `const tell = (told) => arguments[0](JSON.stringify(told));
      (async () => ({ value: await (${value}) }))().then(tell, (error) => tell({ error: String(error) }));`;
    const told = JSON.parse(await this.ask("POST", "/execute/async", { script, args: [] }));
    if (told.error) throw new Error(told.error);
    return told.value;
  }

  /** The window gets as narrow as its bar of buttons lets it. */
  async setViewport({ width, height }) {
    if (await this.evaluate(`innerWidth === ${width} && innerHeight === ${height}`)) return;
    const [bars, bar] = await this.evaluate(() => [outerWidth - innerWidth, outerHeight - innerHeight]);
    await this.ask("POST", "/window/rect", { width: width + bars, height: height + bar });
  }

  #act = (source) => this.ask("POST", "/actions", { actions: [source] });

  #keys = (...actions) => this.#act({ type: "key", id: "keys", actions });

  keyboard = {
    down: (key) => this.#keys({ type: "keyDown", value: KEYS[key] }),
    up: (key) => this.#keys({ type: "keyUp", value: KEYS[key] }),
    press: (key) => this.#keys(...["keyDown", "keyUp"].map((type) => ({ type, value: KEYS[key] ?? key }))),
  };

  mouse = {
    click: (x, y) => {
      const move = { type: "pointerMove", duration: 0, origin: "viewport", x: Math.round(x), y: Math.round(y) };
      const press = ["pointerDown", "pointerUp"].map((type) => ({ type, button: 0 }));
      return this.#act({ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions: [move, ...press] });
    },
  };

  /** Lets go of all keys, and of what was shown. */
  async close() {
    await this.ask("DELETE", "/actions");
    await this.goto("about:blank");
  }
}
