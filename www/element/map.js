// The element: passes attributes, the address and data to the engine. The engine decides what they mean.
import css from "map.css";
import { engine } from "./engine.js";
import { nameOf, pageLang, pageMode, watchPage, whenNear } from "./page.js";
import { load } from "./source.js";

const SETTINGS = ["lang", "country", "pillar", "theme", "heading-level"];
const CHOICES = { engine: ["auto", "wasm"], loading: ["lazy", "eager"] };
const WORDS = {
  en: ["The map is loading.", "The map could not be loaded. Please reload the page."],
  ko: ["지도를 불러오는 중입니다.", "지도를 불러오지 못했습니다. 페이지를 새로고침해 주십시오."],
};

let sheet;
const style = () => {
  sheet ??= new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
};

const text = (data) => {
  try {
    return typeof data === "string" ? data : (JSON.stringify(data) ?? null);
  } catch {
    return null;
  }
};

export class RokAseanMap extends HTMLElement {
  static observedAttributes = [...SETTINGS, "src", "id", ...Object.keys(CHOICES)];

  #engine;
  #map;
  #life;
  #load;
  #warned = new Set();
  #settle;
  #ready = this.#promise();

  constructor() {
    super();
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [style()];
  }

  /** Settles with the element once it is painted. */
  get ready() {
    return this.#ready;
  }

  get data() {
    return this.#map && JSON.parse(this.#map.text());
  }

  set data(data) {
    this.#ready = this.#promise();
    this.#load?.abort();
    this.#then(() => this.#show(text(data)));
  }

  select(code) {
    this.#then(() => this.#map.select(code ?? undefined));
  }

  /** Issues of a dataset, as `[{path, code, message}]`; a promise, since the engine may be on its way. */
  async check(json) {
    const { check } = await engine();
    const given = text(json);
    return check(given ?? "", this.lang || pageLang(this));
  }

  connectedCallback() {
    if (this.#life) return;
    this.#life = new AbortController();
    const { signal } = this.#life;
    const changed = () => {
      this.#set("lang");
      this.#map?.set("mode", pageMode() ?? undefined);
    };
    watchPage(signal, changed, () => this.#follow());
    if (!this.#map) this.#wait();
    else changed();
    // A link to this map wants it now, wherever it stands.
    const wanted = location.hash.startsWith(`#${nameOf(this)}=`);
    if (wanted || this.getAttribute("loading") === "eager") this.#start();
    else signal.addEventListener("abort", whenNear(this, () => this.#start()), { once: true });
  }

  disconnectedCallback() {
    // A move is a removal and an insertion in one task: only a map that stays away is taken down.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#life?.abort();
      this.#load?.abort();
      this.#map?.free();
      this.#life = this.#map = this.#load = undefined;
    });
  }

  attributeChangedCallback(name, old, value) {
    if (name === "src" && !this.#map) this.#load?.abort();
    else if (name === "src" && old !== value) {
      this.#ready = this.#promise();
      this.#source();
    } else if (SETTINGS.includes(name)) this.#set(name);
    else if (name === "id") this.#map?.set("name", nameOf(this));
    else if (CHOICES[name] && value !== null && !CHOICES[name].includes(value)) this.#warn(name, value);
  }

  #promise() {
    return new Promise((settle) => (this.#settle = settle));
  }

  #wait(failed = 0) {
    const lang = pageLang(this).startsWith("ko") ? "ko" : "en";
    const [root, line] = [document.createElement("div"), document.createElement("p")];
    root.className = "root";
    root.lang = lang;
    root.dataset.state = failed ? "failed" : "loading";
    line.textContent = WORDS[lang][failed];
    line.setAttribute("role", failed ? "alert" : "status");
    root.append(line);
    this.shadowRoot.replaceChildren(root);
    return line.textContent;
  }

  async #start() {
    const life = this.#life;
    try {
      this.#engine ??= await engine();
    } catch {
      if (life === this.#life) this.#fail();
      return;
    }
    if (life !== this.#life || !life || this.#map) return;
    const map = new this.#engine.Map(this, this.shadowRoot, "wasm");
    map.set("lang", this.getAttribute("lang") || pageLang(this));
    for (let src = this.getAttribute("src"); src !== null; ) {
      this.#load = new AbortController();
      const loaded = await load(src, this.#engine.limit(), this.#load.signal);
      if (life !== this.#life || this.#map) return map.free();
      // Another address may have been set while this one was on its way.
      const now = this.getAttribute("src");
      if (now === src) {
        this.#map = map;
        this.#give(loaded);
        break;
      }
      src = now;
    }
    this.#map = map;
    map.set("name", nameOf(this));
    map.set("mode", pageMode() ?? undefined);
    SETTINGS.forEach((name) => this.#set(name));
    map.start();
    if (location.hash) this.#follow();
    this.#settle(this);
  }

  // Scrolling in the frame in which the map grows would count as a shift of the page's layout.
  #follow() {
    const map = this.#map;
    if (!map?.hash(location.hash)) return;
    const reveal = () => this.#map === map && map.reveal();
    requestAnimationFrame(() => requestAnimationFrame(reveal));
  }

  #fail() {
    const message = this.#wait(1);
    const detail = { issues: [{ path: "$", code: "engine", message }] };
    this.dispatchEvent(new CustomEvent("map-error", { bubbles: true, composed: true, detail }));
  }

  #set(name) {
    const value = name === "lang" ? this.lang || pageLang(this) : this.getAttribute(name);
    if (this.#map?.set(name, value ?? undefined) === false) this.#warn(name, value);
  }

  #warn(name, value) {
    const key = `${name}=${value}`;
    if (this.#warned.has(key)) return;
    this.#warned.add(key);
    console.warn(`rok-asean-map: unknown ${name} "${value}"; using the default`);
  }

  async #source() {
    this.#load?.abort();
    const src = this.getAttribute("src");
    const mine = (this.#load = new AbortController());
    if (src === null) {
      this.#map.restore();
      return this.#settle(this);
    }
    const loaded = await load(src, this.#engine.limit(), mine.signal);
    if (mine.signal.aborted || !this.#map) return;
    this.#give(loaded);
    this.#settle(this);
  }

  #give({ text, kind, status }) {
    if (kind) this.#map.fail(kind, status ?? 0);
    else this.#map.show(text);
  }

  #show(json) {
    this.#give(json === null ? { kind: "plain" } : { text: json });
    this.#settle(this);
  }

  /** Now, or once the map is painted. */
  #then(run) {
    if (this.#map) run();
    else this.addEventListener("map-ready", run, { once: true });
  }
}
