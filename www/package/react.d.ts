/** Types of `<rok-asean-map>` in JSX of React 18 and 19: `import type {} from "rok-asean-map/react"`. */

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { RokAseanMap, RokAseanMapEvents, RokAseanMapProperties } from "rok-asean-map";

/** From React 19 on. */
type Listeners = { [K in keyof RokAseanMapEvents as `on${K}`]?: (event: RokAseanMapEvents[K]) => void };

type Props = DetailedHTMLProps<HTMLAttributes<RokAseanMap>, RokAseanMap> & RokAseanMapProperties & Listeners;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "rok-asean-map": Props;
    }
  }
}

declare global {
  namespace JSX {
    interface IntrinsicElements {
      "rok-asean-map": Props;
    }
  }
}
