// What the npm scripts need of the machine: said at once and first, with its package; installed where that may be done.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";

const MACHINE = { x64: "x86_64", arm64: "aarch64" }[process.arch] ?? process.arch;
const LIBRARIES = `/usr/lib/${MACHINE}-linux-gnu`;

const inPath = (...names) =>
  (process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));

/** A linker that is named otherwise is the reader's own affair. */
const hasLinker = () =>
  process.platform !== "linux" || inPath("cc") || Object.keys(process.env).some((name) => /^CARGO_TARGET_.*_LINKER$|RUSTFLAGS$/.test(name));

const hasKorean = () =>
  process.platform !== "linux" ||
  ["/usr/share/fonts", "/usr/local/share/fonts", `${process.env.HOME}/.fonts`, `${process.env.HOME}/.local/share/fonts`].some(
    (folder) => existsSync(folder) && readdirSync(folder, { recursive: true }).some((name) => /(cjk|nanum|KR|baekmuk|unfont)/i.test(name)),
  );

/** Where it lies (or whether it is there), and Debian's packages; `variable` names another place. */
const TOOLS = {
  "a C linker": { found: hasLinker, debian: ["gcc", "libc6-dev"] },
};
const BROWSERS = {
  Chromium: {
    variable: "CHROME_PATH",
    places: [
      "/usr/bin/chromium",
      "/usr/bin/chromium-browser",
      "/usr/bin/google-chrome",
      "/usr/bin/google-chrome-stable",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
    debian: ["chromium"],
  },
  Firefox: {
    variable: "FIREFOX_PATH",
    places: ["/usr/bin/firefox-esr", "/usr/bin/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"],
    debian: ["firefox-esr"],
  },
  // Comes with the library that Debian's driver depends on.
  MiniBrowser: {
    variable: "MINIBROWSER_PATH",
    places: ["webkitgtk-6.0", "webkit2gtk-4.1", "webkit2gtk-4.0"].flatMap((library) => [
      `${LIBRARIES}/${library}/MiniBrowser`,
      `/usr/libexec/${library}/MiniBrowser`,
    ]),
    debian: ["webkit2gtk-driver"],
  },
  WebKitWebDriver: { variable: "WEBKIT_DRIVER_PATH", places: ["/usr/bin/WebKitWebDriver"], debian: ["webkit2gtk-driver"] },
  Xvfb: { variable: "XVFB_PATH", places: ["/usr/bin/Xvfb"], debian: ["xvfb"] },
  "a Korean font": { found: hasKorean, debian: ["fonts-noto-cjk"] },
};

const place = ({ found, variable, places }) => (found ? found() : [process.env[variable], ...places].find((path) => path && existsSync(path)));

/** The path of a browser that the tests run. */
export const program = (name) => place(BROWSERS[name]);

/** Sees to it that all is there, with what the tests need too; throws one sentence that names all that is not. */
export function see(forTests) {
  const needs = forTests ? { ...TOOLS, ...BROWSERS } : TOOLS;
  const missing = () => Object.entries(needs).filter(([, need]) => !place(need));
  if (missing().length && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) install(missing());
  const still = missing();
  if (!still.length) return;
  const packages = [...new Set(still.flatMap(([, { debian }]) => debian))];
  const variables = still.map(([, { variable }]) => variable).filter(Boolean);
  const named = variables.length ? `, or name its file in ${variables.join(", ")}` : "";
  throw `Missing: ${still.map(([name]) => name).join(", ")}. Install it (on Debian, as root: apt-get install ${packages.join(" ")})${named}.`;
}

/** Waits where another installation is under way, for ten minutes. */
function install(missing) {
  const packages = [...new Set(missing.flatMap(([, { debian }]) => debian))];
  console.log(`Installing ${packages.join(", ")}.`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...words) => execFileSync("apt-get", ["-q", "-o", "DPkg::Lock::Timeout=600", ...words], { stdio: "inherit", env });
  try {
    apt("update");
    apt("install", "-y", "--no-install-recommends", ...packages);
  } catch {
    // What is still missing is said next.
  }
}

/** The packages of the tests, which a build leaves out. */
export function seePackages() {
  const [installed, wanted] = ["node_modules/.package-lock.json", "package-lock.json"].map((path) => (existsSync(path) ? statSync(path).mtimeMs : 0));
  if (existsSync("node_modules/puppeteer-core") && installed >= wanted) return;
  const { status } = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status) throw "npm could not install the tests' packages: its own message stands above.";
}

/** Whether this Node.js is as young as `package.json` asks. */
export function seeNode() {
  const { engines } = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));
  const [wanted, own] = [engines.node, process.versions.node].map((text) => text.match(/\d+/g).map(Number));
  if (own[0] < wanted[0] || (own[0] === wanted[0] && own[1] < wanted[1])) {
    throw `Node.js ${process.versions.node} is too old: install ${wanted.join(".")} or later (https://nodejs.org/).`;
  }
}

export function seeCargo() {
  if (inPath("cargo", "cargo.exe")) return;
  throw "Cargo is not in PATH: install rustup (https://rustup.rs/), then open a new terminal so that its folder is found.";
}
