// Before any test file runs, so that two of them never install at once.
import { install } from "./browsers.js";

console.log(`Browsers: ${install().join(", ")}`);
