import { createApp, h, ref } from "vue";
import "rok-asean-map";
import data from "./data.json";

const country = ref("VN");
const onMapSelect = (event) => (country.value = event.detail.country);

createApp(() => [
  h("output", country.value),
  h("button", { onClick: () => (country.value = "LA") }, "Laos"),
  h("rok-asean-map", { country: country.value, data, onMapSelect }),
]).mount("#app");
