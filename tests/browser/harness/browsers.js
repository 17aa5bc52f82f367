// The browsers to test in: named by the environment, in a usual place, or installed from Debian. Never one fewer.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

const MACHINE = { x64: "x86_64", arm64: "aarch64" }[process.arch] ?? process.arch;

/** What is run: the variable that names it, where it usually lies, and Debian's package. */
const PROGRAMS = {
  Chromium: {
    variable: "CHROME_PATH",
    places: [
      "/usr/bin/chromium",
      "/usr/bin/chromium-browser",
      "/usr/bin/google-chrome",
      "/usr/bin/google-chrome-stable",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
    debian: "chromium",
  },
  Firefox: {
    variable: "FIREFOX_PATH",
    places: ["/usr/bin/firefox-esr", "/usr/bin/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"],
    debian: "firefox-esr",
  },
  // Comes with the library that Debian's driver depends on.
  MiniBrowser: {
    variable: "MINIBROWSER_PATH",
    places: ["webkitgtk-6.0", "webkit2gtk-4.1", "webkit2gtk-4.0"].flatMap((library) => [
      `/usr/lib/${MACHINE}-linux-gnu/${library}/MiniBrowser`,
      `/usr/libexec/${library}/MiniBrowser`,
    ]),
    debian: "webkit2gtk-driver",
  },
  WebKitWebDriver: { variable: "WEBKIT_DRIVER_PATH", places: ["/usr/bin/WebKitWebDriver"], debian: "webkit2gtk-driver" },
  Xvfb: { variable: "XVFB_PATH", places: ["/usr/bin/Xvfb"], debian: "xvfb" },
};

/** The path of a program that the tests run. */
export const program = (name) => found(name) ?? (install(), found(name));

export const chromium = () => program("Chromium");

const found = (name) => [process.env[PROGRAMS[name].variable], ...PROGRAMS[name].places].find((path) => path && existsSync(path));

/** Sees to it that every program is there; gives their paths. */
export function install() {
  const missing = Object.keys(PROGRAMS).filter((name) => !found(name));
  if (missing.length && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) debian(missing);
  const still = missing.filter((name) => !found(name));
  const [variables, packages] = ["variable", "debian"].map((key) => [...new Set(still.map((name) => PROGRAMS[name][key]))]);
  if (still.length) {
    throw new Error(
      `The browser tests need ${still.join(", ")}: install it (on Debian: apt-get install ${packages.join(" ")}), or name its file in ${variables.join(", ")}.`,
    );
  }
  return Object.keys(PROGRAMS).map(found);
}

/** Debian's packages, and a font for Korean. */
function debian(missing) {
  const apt = (...words) => execFileSync("apt-get", words, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  apt("update");
  apt("install", "-y", ...new Set(missing.map((name) => PROGRAMS[name].debian)), "fonts-noto-cjk");
}
