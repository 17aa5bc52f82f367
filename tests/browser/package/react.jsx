import { useState } from "react";
import { createRoot } from "react-dom/client";
import "rok-asean-map";
import data from "./data.json";

function Page() {
  const [country, setCountry] = useState("VN");
  return (
    <>
      <output>{country}</output>
      <button onClick={() => setCountry("LA")}>Laos</button>
      <rok-asean-map country={country} data={data} onmap-select={(event) => setCountry(event.detail.country)} />
    </>
  );
}

createRoot(document.querySelector("#app")).render(<Page />);
