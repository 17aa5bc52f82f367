// What a reader's own settings and paper do to the colours, whatever theme the page has chosen.
import assert from "node:assert/strict";
import { onPage } from "./harness/stage.js";
import { shows } from "./harness/read.js";

const inTheme = (theme) => ({ body: `<script src="/map.js" defer data-theme="${theme}" data-country="SG"></script>` });

/** The colours of text and ground, of the selected country, and whether each control is seen. */
const colours = (reader) =>
  reader.run(() => {
    const root = document.querySelector("rok-asean-map").shadowRoot;
    const style = (selector) => getComputedStyle(root.querySelector(selector));
    const land = style("[part~=country][aria-current] [part~=callout] circle:last-child");
    return {
      text: style("[part~=title]").color,
      ground: style("[part~=title]").getPropertyValue("--surface"),
      sea: style("[part~=map]").backgroundColor,
      selected: [land.fill, land.stroke],
      controls: ["list", "filter", "status"].filter((part) => root.querySelector(`[part~=${part}]`).checkVisibility()),
      addresses: [...root.querySelectorAll("[part~=card] [part~=source][href]")].map((link) => [
        link.getAttribute("href"),
        getComputedStyle(link, "::after").content,
      ]),
    };
  });

for (const theme of ["light", "dark", "contrast"]) {
  onPage(`on paper it is light, without controls, with every address (${theme})`, inTheme(theme), async ({ reader, page }) => {
    await shows(reader, "SG");
    await page.emulateMediaType("print");
    const { text, ground, sea, controls, addresses } = await colours(reader);
    assert.deepEqual([text, ground.trim(), sea], ["rgb(30, 33, 36)", "#fff", "rgb(232, 240, 248)"]);
    assert.deepEqual(controls, []);
    assert.ok(addresses.length > 5);
    for (const [href, said] of addresses) assert.ok(said.includes("attr(href)") || said.includes(href), said);
    await page.emulateMediaType("screen");
    assert.deepEqual((await colours(reader)).controls, ["list", "filter", "status"]);
  });

  onPage(`forced colours win over the theme (${theme})`, inTheme(theme), async ({ reader, page }) => {
    await shows(reader, "SG");
    const client = await page.createCDPSession();
    const force = (value) => client.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value }] });
    await force("active");
    const system = await reader.run(() => {
      const probe = document.body.appendChild(document.createElement("p"));
      const read = (word) => ((probe.style.color = word), getComputedStyle(probe).color);
      const words = ["Canvas", "Highlight"].map(read);
      probe.remove();
      return words;
    });
    const { sea, selected } = await colours(reader);
    assert.deepEqual([sea, ...selected], [system[0], system[1], system[1]]);
  });
}

/** A page that has variables of its own must not lend them to the map. */
const NAMES = ["text", "line", "edge", "surface", "border", "land", "accent", "quiet", "halo"];
const LENT = {
  ...inTheme("light"),
  head: `<link rel="stylesheet" href="/own.css">`,
  setUp: ({ server }) =>
    server.route("/own.css", (_, response) =>
      response.setHeader("Content-Type", "text/css").end(`:root{${NAMES.map((name) => `--${name}:red`).join(";")}}`),
    ),
};

onPage("the page's own variables do not colour the map", LENT, async ({ reader }) => {
  await shows(reader, "SG");
  const red = await reader.run(() => {
    const seen = ["color", "backgroundColor", "borderTopColor", "borderBottomColor", "fill", "stroke"];
    const all = [...document.querySelector("rok-asean-map").shadowRoot.querySelectorAll("*")];
    return all.filter((one) => seen.some((key) => getComputedStyle(one)[key] === "rgb(255, 0, 0)")).map((one) => one.localName);
  });
  assert.deepEqual(red, []);
});
