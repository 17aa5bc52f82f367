// The desk as it is fetched: the glue of one instance, its two forms, and the road for a dataset's text.
export { default as glue } from "desk-glue";
export { load } from "./source.js";

export const forms = FORMS;
