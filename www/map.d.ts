/** Types of `<rok-asean-map>`, the element that `map.js` defines. */

export type Pillar = "people" | "prosperity" | "peace";

/** Who asked for a country. */
export type Via = "map" | "list" | "card" | "hash" | "attribute" | "method";

/** One broken rule of a dataset. */
export interface Issue {
  /** `facts[3].title.en`, or `$` for the whole file. */
  readonly path: string;
  /** Kebab-case and stable. */
  readonly code: string;
  /** What is wrong and how to mend it, in the language of the map. */
  readonly message: string;
}

export interface MapReadyDetail {
  readonly engine: "wasm" | "js";
  readonly lang: "en" | "ko";
}

export interface MapSelectDetail {
  /** ISO 3166-1 alpha-2; `null` is the overview. */
  readonly country: string | null;
  readonly via: Via;
}

export interface MapFilterDetail {
  /** `null` shows all. */
  readonly pillar: Pillar | null;
}

export interface MapErrorDetail {
  readonly issues: readonly Issue[];
}

/** The events of the map; all bubble and are composed. */
export interface RokAseanMapEvents {
  "map-ready": CustomEvent<MapReadyDetail>;
  "map-select": CustomEvent<MapSelectDetail>;
  "map-filter": CustomEvent<MapFilterDetail>;
  "map-error": CustomEvent<MapErrorDetail>;
}

/** What a template of a framework sets. */
export type RokAseanMapProperties = Partial<
  Pick<RokAseanMap, "country" | "pillar" | "theme" | "src" | "base" | "address" | "engine" | "loading">
> & {
  /** As an attribute; the property is `headingLevel`. */
  "heading-level"?: string | number;
  /** A dataset as a plain object or as JSON text. */
  data?: object | string;
};

/** Each attribute is a property too; `null` where it is not set. What was set before the script came is taken up. */
export interface RokAseanMap extends HTMLElement {
  country: string | null;
  pillar: Pillar | null;
  theme: "auto" | "light" | "dark" | "contrast" | null;
  /** `heading-level`: that of the map's title, `2` to `5`. */
  get headingLevel(): string | null;
  set headingLevel(level: string | number | null);
  /** Address of a dataset in place of the built-in one. */
  src: string | null;
  /** Address of the folder of the map's files. */
  base: string | null;
  /** Whether an opened country is written into the page's address and read from it. */
  address: "write" | "read" | "none" | null;
  engine: "auto" | "wasm" | "js" | null;
  loading: "lazy" | "eager" | null;

  /** Fulfilled with the element once it is painted; a new promise after `src` or `data` changes. Rejected where no engine starts. */
  readonly ready: Promise<RokAseanMap>;

  /**
   * A copy of the dataset that is shown; `undefined` before the first paint. Set one, as a plain object or as JSON
   * text, to show it once `ready` is fulfilled anew: where it breaks a rule, `map-error` names every issue and the last good one stays.
   */
  get data(): Record<string, unknown> | undefined;
  set data(data: object | string);

  /** Opens a country's card, or with `null` the overview; a code that the dataset lacks opens the overview. Before `ready`, the map opens with it, unless the page's address names something. */
  select(code: string | null): void;

  /** The issues of a dataset, without showing it; fetches what checks it where that has not happened yet. */
  check(json: object | string): Promise<Issue[]>;

  addEventListener<K extends keyof RokAseanMapEvents>(
    type: K,
    listener: (this: RokAseanMap, event: RokAseanMapEvents[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: RokAseanMap, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;

  removeEventListener<K extends keyof RokAseanMapEvents>(
    type: K,
    listener: (this: RokAseanMap, event: RokAseanMapEvents[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: RokAseanMap, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "rok-asean-map": RokAseanMap;
  }

  // The events bubble: any node above the map may listen.
  interface GlobalEventHandlersEventMap extends RokAseanMapEvents {}
}
