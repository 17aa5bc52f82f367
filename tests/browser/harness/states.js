// Every state that the map can be seen in: one table, which the gallery shows and the tests walk through.
import { broken } from "./data.js";

export const WIDTHS = [320, 390, 768, 1280];
export const LANGS = ["en", "ko"];

/** What a reader's system asks for; the press page and the map on it follow. The contrast skin is chosen on the page. */
const SYSTEM = {
  light: [["prefers-color-scheme", "light"]],
  dark: [["prefers-color-scheme", "dark"]],
  contrast: [["prefers-color-scheme", "dark"], ["prefers-contrast", "more"]],
  forced: [["prefers-color-scheme", "dark"], ["forced-colors", "active"]],
};

export const SKINS = Object.keys(SYSTEM);

const SCENE = {
  overview: {},
  card: { hash: "#map=VN" },
  entry: { hash: "#map=VN/vn-fta-in-force" },
  search: { act: search },
  error: { before: (server) => server.json("/broken.json", broken()), act: takeBroken },
  loading: { before: (server) => server.hold("/map.wasm"), ready: 0 },
};

export const SCENES = Object.keys(SCENE);

/** Those that hold all that there is: with an entry open, the card is whole. */
export const WHOLE = SCENES.filter((scene) => scene !== "card");

/** What is searched for, under the last pillar: so little is found that the mark of an empty country shows too. */
export const SOUGHT = "AFoCO";

/** All of them, as `{scene, lang, skin, width}`. */
export const STATES = SCENES.flatMap((scene) =>
  LANGS.flatMap((lang) => SKINS.flatMap((skin) => WIDTHS.map((width) => ({ scene, lang, skin, width })))),
);

/** What a state's page is called with: the press page in its language, and how many maps will tell that they are ready. */
export const pageOf = ({ scene, lang }) => ({
  path: lang === "ko" ? "/ko/" : "/",
  hash: SCENE[scene].hash ?? "",
  ready: SCENE[scene].ready ?? 1,
});

/** Before the page is opened: what its reader's system asks for, what the server answers. */
export async function prepare({ scene, skin }, server, page) {
  SCENE[scene].before?.(server);
  // Puppeteer's own call knows neither contrast nor forced colours.
  const session = await page.createCDPSession();
  const features = SYSTEM[skin].map(([name, value]) => ({ name, value }));
  await session.send("Emulation.setEmulatedMedia", { features });
  await page.evaluateOnNewDocument(hasten, skin);
}

/** After the map is there, or is known to be on its way: into the state. */
export const enter = async ({ scene }, page) => void (SCENE[scene].act && (await page.evaluate(SCENE[scene].act, SOUGHT)));

/** The window that a width stands for: a phone's up to 600 px. */
export const viewport = (width) => ({ width, height: 844, isMobile: width < 600, hasTouch: width < 600 });

// These run in the page.

/** A state is looked at wherever the map stands on the page. */
function hasten(skin) {
  addEventListener("DOMContentLoaded", () => {
    document.querySelector("rok-asean-map")?.setAttribute("loading", "eager");
    const theme = skin === "contrast" && document.querySelector("#theme");
    if (!theme) return;
    theme.value = skin;
    theme.dispatchEvent(new Event("change"));
  });
}

/** Until the status line says what is found. */
async function search(words) {
  const root = document.querySelector("rok-asean-map").shadowRoot;
  [...root.querySelectorAll("[part~=filter] [aria-pressed]")].at(-1).click();
  root.querySelector("[data-action=find]").click();
  const field = root.querySelector("[part~=search]");
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  while (!root.querySelector("[part~=status]").textContent) await new Promise((next) => setTimeout(next, 10));
}

async function takeBroken() {
  const map = document.querySelector("rok-asean-map");
  map.setAttribute("src", "/broken.json");
  await map.ready;
}
