// Before any test file runs, so that two of them never install at once.
import { chromium } from "./chromium.js";

console.log(`Browser: ${chromium()}`);
