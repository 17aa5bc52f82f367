import { createElement } from "react";
import { hydrateRoot } from "react-dom/client";
import Page from "./page.js";
import data from "./data.json";

window.written = document.querySelector("rok-asean-map");
hydrateRoot(document.querySelector("#app"), createElement(Page, { data }));
