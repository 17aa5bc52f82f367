// The element: passes attributes, the address and data to the engine. The engine decides what they mean.
import css from "map.css";
import { FIRST } from "first-view";
import { folderOf, startDesk, startEngine } from "./engine.js";
import { addressOf, hash, isRouted, keepKeys, mayFocus, nameOf, pageLang, pageMode, stateFor, suit, watchPage, whenNear } from "./page.js";
import { play } from "./play.js";
import { COMING, FAILED, LOADING, lines, link, ours, plain } from "./said.js";

// In the order of the engine's `Setting`.
const SETTINGS = ["lang", "country", "pillar", "theme", "heading-level"];
const SKINS = ["light", "dark", "contrast"];
const CHOICES = { engine: ["auto", "wasm", "js"], loading: ["lazy", "eager"], address: ["write", "read", "none"] };

/** Each is a property too. */
export const ATTRIBUTES = [...SETTINGS, ...Object.keys(CHOICES), "src", "base"];

/** How long a screen reader takes to follow the focus, in milliseconds. */
const HEARD = 150;

/** How long the tools may take before a reader is told that they are on their way, in milliseconds. */
const MOMENT = 300;

/** Long work in parts: the page answers its reader in between. */
const breath = () => new Promise((next) => setTimeout(next));

const camel = (name) => name.replace(/-(.)/, (_, letter) => letter.toUpperCase());

function reflect(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

let sheet;
const style = () => {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
};

/** JSON of what a page gives, `null` for what is no plain data. An old Prototype has arrays write themselves as text. */
const text = (data) => {
  const own = Object.getOwnPropertyDescriptor(Array.prototype, "toJSON");
  try {
    delete Array.prototype.toJSON;
    return typeof data === "string" ? data : (JSON.stringify(data) ?? null);
  } catch {
    return null;
  } finally {
    if (own) Object.defineProperty(Array.prototype, "toJSON", own);
  }
};

/** An address in place of a dataset: none at all, or that of a script, which consent managers and lazy loaders leave there. */
const isData = (src) => src && !/\.m?js(?=$|[?#])/.test(src);

export class RokAseanMap extends HTMLElement {
  static observedAttributes = [...ATTRIBUTES, "id", "data"];

  #map;
  #painted = false;
  /** The language of the first view, while that is what stands there. */
  #first;
  #life;
  #load;
  #due;
  /** JSON that the page has set as `data`, `null` where it was no plain data: it outlives a removal. */
  #given;
  /** The country that the page has selected before the map was there. */
  #asked;
  #warned = new Set();
  #settle;
  #ready;

  constructor() {
    super();
    this.#renew();
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [style()];
    // Nodes that another build has prerendered are not the ones that this one would change.
    if (root.querySelector("[data-build]")?.dataset.build !== BUILD) root.replaceChildren();
    root.querySelector("link")?.remove();
    root.addEventListener("click", (event) => this.#use(event));
    keepKeys(root);
  }

  /** Settles with the element once it is painted. */
  get ready() {
    return this.#ready;
  }

  get data() {
    return this.#painted ? JSON.parse(this.#map.text()) : undefined;
  }

  set data(data) {
    this.#given = text(data);
    this.#renew();
    this.#refresh();
  }

  select(code) {
    if (this.#painted) this.#map.select(code ?? undefined);
    else this.#asked = code;
  }

  /** Issues of a dataset, as `[{path, code, message}]`; a promise, since the desk may be on its way. */
  async check(json) {
    const [desk] = await (await this.#desk()).desk();
    const given = text(json);
    const lang = pageLang(this);
    return plain(given === null ? desk.fault("plain", 0, lang) : desk.check(given, lang));
  }

  connectedCallback() {
    if (this.#life) return this.#adapt();
    this.#takeUp();
    this.#life = new AbortController();
    const { signal } = this.#life;
    watchPage(signal, () => this.#adapt(), () => this.#follow(), (isPaper) => (this.#painted ? this.#map.paper(isPaper) : this.#start()));
    if (!this.#still()) this.#draw();
    this.#dress();
    this.#renew();
    // A link to this map wants it now, wherever it stands.
    if (this.#wanted() || this.getAttribute("loading") === "eager") this.#start();
    else signal.addEventListener("abort", whenNear(this, () => this.#start()), { once: true });
  }

  disconnectedCallback() {
    // A move is a removal and an insertion in one task: only a map that stays away is taken down.
    queueMicrotask(() => this.isConnected || this.#stop());
  }

  #stop() {
    this.#life?.abort();
    this.#load?.abort();
    if (this.#map || this.#first) this.shadowRoot.replaceChildren();
    const map = this.#map;
    // What the map has told the page may have led here: it has to end first.
    queueMicrotask(() => map?.free());
    this.#life = this.#map = this.#load = this.#first = undefined;
    this.#painted = false;
  }

  /** What the page has set before the element was defined stands in the way of its properties. */
  #takeUp() {
    for (const key of [...ATTRIBUTES.map(camel), "data"]) {
      if (!Object.hasOwn(this, key)) continue;
      const value = this[key];
      delete this[key];
      this[key] = value;
    }
  }

  #desk() {
    return startDesk(folderOf(this));
  }

  /** What stands prerendered: the map is read without the engine. */
  #still() {
    return this.#first ? null : this.shadowRoot.querySelector(".root:not([data-state])");
  }

  attributeChangedCallback(name, old, value) {
    if (name === "src" && old !== value) {
      this.#given = undefined;
      this.#renew();
      this.#refresh();
    } else if (SETTINGS.includes(name)) this.#set(name);
    else if (name === "id") this.#adapt();
    else if (name === "data" && value !== null) this.#warn(name, value, "set it as a property, or give its address as src");
    else if (CHOICES[name] && value !== null && !CHOICES[name].includes(value)) this.#warn(name, value);
    if (name === "loading" && value === "eager" && this.#life) this.#start();
    if (name === "engine" && this.#life) {
      this.#stop();
      this.connectedCallback();
    }
  }

  /** A reader uses a tool: the desk does what it says. */
  async #use(event) {
    const tool = this.#painted && event.target.closest(".tools [data-action]:not([data-action=open-all], [data-action=download])");
    if (!tool) return;
    const map = this.#map;
    const say = (words) => map === this.#map && map.say(words[ours(pageLang(this))]);
    const wait = setTimeout(say, MOMENT, COMING);
    try {
      const { desk, take } = await this.#desk();
      const [parts] = await desk();
      clearTimeout(wait);
      await take(parts, map, this.shadowRoot, nameOf(this), folderOf(this), tool, play);
    } catch {
      clearTimeout(wait);
      say(FAILED);
    }
  }

  /** A promise that still waits serves for what comes next too. */
  #renew() {
    if (this.#settle) return;
    this.#ready = new Promise((...settle) => (this.#settle = settle));
    // A page that does not wait for the map need not hear that it failed, but in `map-error`.
    this.#ready.catch(() => {});
  }

  /** The map at once, its texts once the engine is there. Data in place of the build's may have other countries. */
  #draw() {
    const line = this.#say(LOADING, "loading", "status");
    // On paper, which does not wait.
    const wayOn = Object.assign(document.createElement("p"), { className: "way-on" });
    wayOn.append(link(line.parentNode.lang, this));
    line.after(wayOn);
    if (this.#offers()) return;
    const lang = (this.#first = ours(pageLang(this)));
    const root = this.shadowRoot;
    root.replaceChildren();
    play(root, FIRST[lang]);
    suit(this);
    line.dataset.state = "loading";
    root.querySelector(".panel").append(line, wayOn);
  }

  /** Says something in the map's place; gives the line. */
  #say(words, state, role) {
    const lang = ours(pageLang(this));
    const [root, line] = [document.createElement("div"), document.createElement("p")];
    root.className = "root";
    root.lang = lang;
    root.dataset.state = state;
    line.textContent = words[lang];
    line.setAttribute("role", role);
    root.append(line);
    this.shadowRoot.replaceChildren(root);
    this.#first = undefined;
    return line;
  }

  async #start() {
    const life = this.#life;
    if (this.#offers()) this.#desk().catch(() => {});
    try {
      const [engine, form] = await startEngine(folderOf(this), this.getAttribute("engine"));
      await breath();
      if (!life || life !== this.#life || this.#map) return;
      const [root, still] = [this.shadowRoot, this.#still()];
      this.#map = new engine.Map(this, root, this.#shell(form), this.#first ?? still?.lang);
      await breath();
      if (life === this.#life && !this.#load) this.#refresh();
    } catch (error) {
      if (life && life === this.#life) this.#fail(error);
    }
  }

  /** What the engine asks of the page (src/element/shell.rs). */
  #shell(engine) {
    return {
      play: (steps, adopts) => {
        try {
          play(this.shadowRoot, steps, adopts);
        } catch {
          // Whatever a page has done to the map's nodes, the engine goes on.
        }
      },
      go: (hash) => this.#go(hash),
      later: () => this.#later(),
      reveal: (element) => element.scrollIntoView({ block: "nearest" }),
      ready: (lang) => this.#tell("ready", { engine, lang }),
      selected: (country = null, via) => {
        reflect(this, "country", country);
        this.#tell("select", { country, via });
      },
      filtered: (pillar = null) => {
        reflect(this, "pillar", pillar);
        this.#tell("filter", { pillar });
      },
    };
  }

  /** Shows what the page offers now; what it offered before and is still under way comes too late. */
  async #refresh() {
    this.#load?.abort();
    if (!this.#map) return;
    const mine = (this.#load = new AbortController());
    const checked = this.#offers() && (await this.#offered(mine));
    if (mine !== this.#load) return;
    if (checked) this.#give(checked);
    else if (this.#painted) this.#map.show();
    if (!this.#painted) this.#paint();
    this.#settle?.[0](this);
    this.#settle = undefined;
  }

  #offers() {
    return this.#given !== undefined || isData(this.getAttribute("src"));
  }

  /** The issues of what is offered, and the edition that it makes. */
  async #offered(controller) {
    const given = this.#given;
    const lang = pageLang(this);
    try {
      const { desk, load } = await this.#desk();
      const offered = given === undefined ? load(this.getAttribute("src"), controller) : { kind: given === null && "plain", text: given };
      const [[{ read, fault }], { text, kind, status = 0 }] = await Promise.all([desk(), offered]);
      const [issues, edition] = kind ? [fault(kind, status, lang)] : read(text, lang);
      return { issues, edition };
    } catch {
      return { issues: [{ path: "$", code: "engine", message: FAILED[ours(lang)], ...FAILED }] };
    }
  }

  #give({ issues, edition }) {
    const told = plain(issues);
    if (!told.length) return this.#map.show(edition);
    this.#map.report(lines(issues));
    this.#tell("error", { issues: told });
  }

  #paint() {
    const end = this.getBoundingClientRect().bottom;
    this.shadowRoot.querySelectorAll("[data-state], .way-on").forEach((line) => line.remove());
    // What a reader has opened before the engine came stays open.
    this.shadowRoot.querySelectorAll("details[open]").forEach((one) => one.dispatchEvent(new Event("toggle")));
    const still = this.#still();
    this.#painted = true;
    this.#adapt();
    SETTINGS.forEach((name) => this.#set(name));
    if (this.#asked !== undefined) this.#map.select(this.#asked ?? undefined);
    this.#asked = undefined;
    this.#map.start();
    this.#dress();
    suit(this, still);
    this.#stay(end);
    this.#follow();
  }

  /** A reader who sees what follows the map keeps it in place: the map grows upwards. */
  #stay(end) {
    if (end <= 0 || end >= innerHeight) return;
    scrollBy({ top: this.getBoundingClientRect().bottom - end, behavior: "instant" });
  }

  /** What stands prerendered says more than that something is missing. */
  #fail(error) {
    const lang = ours(pageLang(this));
    if (!this.#still()) this.#say(FAILED, "failed", "alert").append(" ", link(lang, this));
    if (!PACKAGED && !folderOf(this)) this.#warn("base", "", "name the folder of the map's files");
    this.#dress();
    this.#tell("error", { issues: [{ path: "$", code: "engine", message: FAILED[lang] }] });
    this.#settle?.[1](error);
    this.#settle = undefined;
  }

  #tell(what, detail) {
    this.dispatchEvent(new CustomEvent(`map-${what}`, { bubbles: true, composed: true, detail }));
  }

  /** Takes over what the page around says: it may have changed, or the element may have moved. */
  #adapt() {
    this.#dress();
    if (!this.#painted) return;
    this.#set("lang");
    this.#map.address(addressOf(this));
  }

  /** The skin that the page has chosen, for the map or by KRDS for itself. Where it has chosen none, the style follows it. */
  #dress() {
    const asked = this.getAttribute("theme");
    const skin = SKINS.includes(asked) ? asked : pageMode();
    this.shadowRoot.querySelectorAll(".root").forEach(({ dataset }) => skin ? (dataset.theme = skin) : delete dataset.theme);
  }

  /** Whether the page's address may be read or written. */
  #may(what) {
    const address = this.getAttribute("address");
    return address !== "none" && (what === "read" || address !== "read");
  }

  #wanted() {
    return location.hash && this.#may("read") && hash().toLowerCase().startsWith(`#${nameOf(this)}=`.toLowerCase());
  }

  #follow() {
    if (this.#painted) this.#open();
    else if (this.#wanted()) this.#start();
  }

  // Scrolling in the frame in which the map grows would count as a shift of the page's layout.
  #open() {
    const map = this.#map;
    if (!this.#may("read") || !map.hash(hash())) return;
    const arrive = () => this.#map === map && map.arrive(mayFocus(this));
    requestAnimationFrame(() => requestAnimationFrame(arrive));
  }

  /** What is said while the focus moves is not heard. */
  #later() {
    const map = this.#map;
    clearTimeout(this.#due);
    this.#due = setTimeout(() => this.#map === map && map.tell(), HEARD);
  }

  /** To change the address takes a browser as long as to make a card: what a reader waits for comes first. */
  #go(to) {
    setTimeout(() => {
      if (!this.isConnected || isRouted() || !this.#may("write")) return;
      const hash = to.replace(/^[^#]*/, "");
      const address = document.URL.split("#")[0] + hash;
      if (address === document.URL) return;
      try {
        // A router finds its own state again when the reader comes back.
        history.pushState(stateFor(hash), "", address);
      } catch {
        // A page that may not change its address keeps it.
      }
    });
  }

  #set(name) {
    if (name === "theme") this.#dress();
    if (!this.#painted) return;
    const value = name === "lang" ? pageLang(this) : this.getAttribute(name);
    const message = this.#map.set(SETTINGS.indexOf(name), value ?? undefined);
    if (message && this.#warn(name, value)) this.#tell("error", { issues: [{ path: name, code: "unknown-value", message }] });
  }

  /** Says it once. */
  #warn(name, value, mend = "using the default") {
    const key = `${name}=${value}`;
    if (this.#warned.has(key)) return false;
    this.#warned.add(key);
    console.warn(`rok-asean-map: unknown ${name} "${value}"; ${mend}`);
    return true;
  }
}

for (const name of ATTRIBUTES.filter((name) => !(name in HTMLElement.prototype))) {
  Object.defineProperty(RokAseanMap.prototype, camel(name), {
    configurable: true,
    enumerable: true,
    get() {
      return this.getAttribute(name);
    },
    set(value) {
      reflect(this, name, value ?? null);
    },
  });
}
