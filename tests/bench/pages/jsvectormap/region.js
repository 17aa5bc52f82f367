import jsVectorMap from "jsvectormap";
import region from "region";
import { show } from "./map.js";

const paths = Object.fromEntries(region.countries.map(({ code, name, path }) => [code, { name, path }]));
const small = region.countries.filter(({ callout }) => callout);

// A map without a projection takes its markers in its own units.
jsVectorMap.addMap("region", { width: 1000, height: 1000, paths });
show({
  map: "region",
  line: 1,
  markers: Object.fromEntries(small.map(({ code, name, callout }) => [code, { name, coords: [callout.x1, callout.y1] }])),
});
