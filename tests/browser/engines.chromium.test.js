import { travel } from "./engines.js";

travel("Chromium");
