import { travel } from "./engines.js";

travel("Firefox");
