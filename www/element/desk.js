// The desk as it is fetched: the glue of one instance, its two forms, the road for a dataset's text, and what its tools do.
export { default as glue } from "desk-glue";
export { load } from "./source.js";
export { take } from "./take.js";

export const forms = FORMS;
