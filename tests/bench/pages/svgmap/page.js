import svgMap from "svgmap";
import { cards } from "../card.js";

const values = Object.fromEntries(
  ["BN", "KH", "ID", "LA", "MY", "MM", "PH", "SG", "TH", "VN", "KR"].map((code) => [code, { color: "#ffffff" }]),
);
const { clientWidth: width } = document.getElementById("map");

new svgMap({
  targetElementID: "map",
  data: { data: { entries: { name: "Entries" } }, applyData: "entries", values },
  showTooltips: false,
  hideFlag: true,
  mouseWheelZoomEnabled: false,
  initialZoom: 6,
  initialPan: { x: width * 0.87, y: width * 0.483 },
  onCountryClick: (code) => code in values && open(code),
});

const open = cards();
