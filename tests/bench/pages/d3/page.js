import { select } from "d3-selection";
import region from "region";
import { cards } from "../card.js";

const map = select("#map");
map.append("path").attr("class", "context").attr("d", region.context);

const country = map
  .selectAll("a")
  .data(region.countries)
  .join("a")
  .attr("href", ({ code }) => `#${code}`)
  .attr("data-country", ({ code }) => code)
  .attr("aria-label", ({ name }) => name)
  .on("click", choose);
country.append("path").attr("d", ({ path }) => path);

const small = country.filter(({ callout }) => callout);
for (const name of ["x1", "y1", "x2", "y2"]) small.selectAll("line").data((d) => [d]).join("line").attr(name, ({ callout }) => callout[name]);
small.append("circle").attr("cx", ({ callout }) => callout.x1).attr("cy", ({ callout }) => callout.y1);

const label = country.append("text").attr("class", ({ label }) => label.anchor);
for (const name of ["x", "y"]) label.attr(name, (d) => d.label[name]);
const isLong = ({ label }) => label.lines.length > 1;
label.filter((d) => !isLong(d)).text(({ label }) => label.lines[0]);
label
  .filter(isLong)
  .selectAll("tspan")
  .data(({ label }) => label.lines.map((text, index) => ({ text, x: label.x, dy: index ? "1.15em" : "-.57em" })))
  .join("tspan")
  .attr("x", ({ x }) => x)
  .attr("dy", ({ dy }) => dy)
  .text(({ text }) => text);

const open = cards();

function choose(event, { code }) {
  event.preventDefault();
  country.attr("aria-current", (one) => (one.code === code ? "true" : null));
  open(code);
}
