import jsVectorMap from "jsvectormap";
import { cards } from "../card.js";

export const COUNTRIES = ["BN", "KH", "ID", "LA", "MY", "MM", "PH", "SG", "TH", "VN", "KR"];

/** A map whose countries open their cards. */
export function show({ line, ...options }) {
  new jsVectorMap({
    selector: "#map",
    backgroundColor: "#eaf2f8",
    showTooltip: false,
    zoomButtons: false,
    zoomOnScroll: false,
    regionsSelectable: true,
    regionsSelectableOne: true,
    regionStyle: { initial: { fill: "#ffffff", stroke: "#8a949e", strokeWidth: line }, selected: { fill: "#063a74" } },
    onRegionClick: (_, code) => choose(code),
    onMarkerClick: (_, code) => choose(code),
    ...options,
  });
  const open = cards();
  const choose = (code) => COUNTRIES.includes(code) && open(code);
}
