// The press page's own script: it follows the map, and the map follows its colours.
"use strict";

const root = document.documentElement;
const theme = document.querySelector("#theme");
const language = document.querySelector(".language");
const headline = document.title;

/** The page's title and its link to the other language go with the opened country. */
function follow({ target: map, detail }) {
  const { country } = "country" in detail ? detail : map.shadowRoot.querySelector('[part~="card"]')?.dataset ?? {};
  const entry = country && map.shadowRoot.querySelector(`[part~="list-item"][data-country="${country}"] > span`);
  document.title = entry ? `${entry.textContent} | ${headline}` : headline;
  language.hash = entry ? `map=${country}` : "";
}

/** The map takes its colours from the switch; the page's own follow in its style, which knows the system's wish. */
function paint() {
  if (theme.value === "auto") delete root.dataset.theme;
  else root.dataset.theme = theme.value;
  document.querySelector("rok-asean-map")?.setAttribute("theme", theme.value);
}

document.addEventListener("map-ready", follow);
document.addEventListener("map-select", follow);
theme.addEventListener("change", paint);
