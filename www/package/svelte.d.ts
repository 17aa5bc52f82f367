/** Types of `<rok-asean-map>` in Svelte 4 and 5: `import type {} from "rok-asean-map/svelte"`. */

import type { HTMLAttributes } from "svelte/elements";
import type { RokAseanMap, RokAseanMapEvents, RokAseanMapProperties } from "rok-asean-map";

type Listeners = { [K in keyof RokAseanMapEvents as `on${K}` | `on:${K}`]?: (event: RokAseanMapEvents[K]) => void };

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "rok-asean-map": Omit<HTMLAttributes<RokAseanMap>, keyof Listeners> & RokAseanMapProperties & Listeners;
  }
}
