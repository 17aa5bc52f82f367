// A page that the server writes and React takes up in the browser.
import { createElement as h, useEffect, useRef, useState } from "react";
import "rok-asean-map";

export default function Page({ data }) {
  const [country, setCountry] = useState("VN");
  const map = useRef(null);
  // React writes no object into HTML, and sets none when it takes up an element.
  useEffect(() => {
    map.current.data = data;
  }, [data]);
  return h(
    "main",
    null,
    h("output", null, country),
    h("button", { onClick: () => setCountry("LA") }, "Laos"),
    h(
      "rok-asean-map",
      { ref: map, country, "onmap-select": (event) => setCountry(event.detail.country) },
      h("p", null, h("a", { href: "/static.html" }, "Every country and entry on one page")),
    ),
  );
}
