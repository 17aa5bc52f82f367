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
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
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
  #painted = false;
  #life;
  #load;
  /** JSON that the page has set as `data`, `null` where it was no plain data: it outlives a removal. */
  #given;
  #warned = new Set();
  #settle;
  #ready;

  constructor() {
    super();
    this.#renew();
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [style()];
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
    const run = () => this.#map.select(code ?? undefined);
    if (this.#painted) run();
    else this.addEventListener("map-ready", run, { once: true });
  }

  /** Issues of a dataset, as `[{path, code, message}]`; a promise, since the engine may be on its way. */
  async check(json) {
    const { check } = await engine();
    return check(text(json) ?? "", pageLang(this));
  }

  connectedCallback() {
    if (this.#life) return this.#adapt();
    this.#life = new AbortController();
    const { signal } = this.#life;
    watchPage(signal, () => this.#adapt(), () => this.#follow());
    this.#wait();
    this.#renew();
    // A link to this map wants it now, wherever it stands.
    if (this.#wanted() || this.getAttribute("loading") === "eager") this.#start();
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
      this.#painted = false;
    });
  }

  attributeChangedCallback(name, old, value) {
    if (name === "src" && old !== value) {
      this.#given = undefined;
      this.#renew();
      this.#refresh();
    } else if (SETTINGS.includes(name)) this.#set(name);
    else if (name === "id") this.#adapt();
    else if (CHOICES[name] && value !== null && !CHOICES[name].includes(value)) this.#warn(name, value);
    if (name === "loading" && value === "eager" && this.#life) this.#start();
  }

  /** A promise that still waits serves for what comes next too. */
  #renew() {
    if (!this.#settle) this.#ready = new Promise((settle) => (this.#settle = settle));
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
      if (life && life === this.#life) this.#fail();
      return;
    }
    if (!life || life !== this.#life || this.#map) return;
    this.#map = new this.#engine.Map(this, this.shadowRoot, "wasm");
    // The words of an issue come in the page's language, and the issue may come before the first paint.
    this.#map.set("lang", pageLang(this));
    this.#refresh();
  }

  /** Shows what the page offers now; what it offered before and is still under way comes too late. */
  async #refresh() {
    this.#load?.abort();
    if (!this.#map) return;
    const mine = (this.#load = new AbortController());
    const given = this.#offer(mine);
    // Data at hand is shown at once, so that `data` reads as it was set.
    const offered = given instanceof Promise ? await given : given;
    if (mine !== this.#load) return;
    this.#give(offered);
    if (!this.#painted) this.#paint();
    this.#settle?.(this);
    this.#settle = undefined;
  }

  /** `{text}`, `{kind, status}`, a promise of either, or nothing for the edition in the build. */
  #offer(controller) {
    if (this.#given !== undefined) return this.#given === null ? { kind: "plain" } : { text: this.#given };
    const src = this.getAttribute("src");
    return src === null ? undefined : load(src, this.#engine.limit(), controller);
  }

  #give(offered) {
    if (offered?.kind) this.#map.fail(offered.kind, offered.status ?? 0);
    else if (offered) this.#map.show(offered.text);
    else if (this.#painted) this.#map.restore();
  }

  #paint() {
    this.#painted = true;
    this.#adapt();
    SETTINGS.forEach((name) => this.#set(name));
    this.#map.start();
    this.#follow();
  }

  #fail() {
    const message = this.#wait(1);
    const detail = { issues: [{ path: "$", code: "engine", message }] };
    this.dispatchEvent(new CustomEvent("map-error", { bubbles: true, composed: true, detail }));
  }

  /** Takes over what the page around says: it may have changed, or the element may have moved. */
  #adapt() {
    if (!this.#painted) return;
    this.#set("lang");
    this.#map.set("mode", pageMode() ?? undefined);
    this.#map.set("name", nameOf(this));
  }

  #wanted() {
    return location.hash.startsWith(`#${nameOf(this)}=`);
  }

  #follow() {
    if (this.#painted) this.#open();
    else if (this.#wanted()) this.#start();
  }

  // Scrolling in the frame in which the map grows would count as a shift of the page's layout.
  #open() {
    const map = this.#map;
    if (!map.hash(location.hash)) return;
    const reveal = () => this.#map === map && map.reveal();
    requestAnimationFrame(() => requestAnimationFrame(reveal));
  }

  #set(name) {
    if (!this.#painted) return;
    const value = name === "lang" ? pageLang(this) : this.getAttribute(name);
    if (!this.#map.set(name, value ?? undefined)) this.#warn(name, value);
  }

  #warn(name, value) {
    const key = `${name}=${value}`;
    if (this.#warned.has(key)) return;
    this.#warned.add(key);
    console.warn(`rok-asean-map: unknown ${name} "${value}"; using the default`);
  }
}
