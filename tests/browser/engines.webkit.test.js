import { travel } from "./engines.js";

travel("WebKit");
