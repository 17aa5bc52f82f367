import { COUNTRIES, show } from "./map.js";
import "jsvectormap/dist/maps/world.js";

show({
  map: "world",
  line: 0.15,
  focusOn: { regions: COUNTRIES, animate: false },
  markers: { SG: { name: "Singapore", coords: [1.35, 103.82] } },
});
