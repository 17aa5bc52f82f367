// All is set before the element is defined; then two copies of the package come.
import data from "./data.json";

const [output, button, map] = ["output", "button", "rok-asean-map"].map((name) => document.createElement(name));
map.country = "VN";
map.data = data;
map.addEventListener("map-select", (event) => (output.textContent = event.detail.country));
button.onclick = () => (map.country = "LA");
document.querySelector("#app").append(output, button, map);
import("rok-asean-map");
import("second-copy");
