// The package: defines the element, and puts no map anywhere by itself.
import { RokAseanMap } from "./element/map.js";
import { isAble } from "./element/page.js";

const NAME = "rok-asean-map";

// The script of a tag, or another copy of the package, may have been here before.
if (isAble && !customElements.get(NAME)) customElements.define(NAME, RokAseanMap);
