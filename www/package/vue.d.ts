/** Types of `<rok-asean-map>` in templates of Vue 3: `import type {} from "rok-asean-map/vue"`. */

import type { HTMLAttributes } from "vue";
import type { RokAseanMapEvents, RokAseanMapProperties } from "rok-asean-map";

type Camel<Name extends string> = Name extends `${infer Head}-${infer Tail}` ? `${Capitalize<Head>}${Camel<Tail>}` : Capitalize<Name>;

type Listeners = { [K in keyof RokAseanMapEvents as `on${Camel<K>}`]?: (event: RokAseanMapEvents[K]) => void };

declare module "vue" {
  interface GlobalComponents {
    "rok-asean-map": new () => { $props: HTMLAttributes & RokAseanMapProperties & Listeners };
  }
}
