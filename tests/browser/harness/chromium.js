// A Chromium to test in: named by the environment, in a usual place, or installed from Debian. Never none.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

const PLACES = [
  process.env.CHROME_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The path of a Chromium. */
export function chromium() {
  const found = PLACES.find((path) => path && existsSync(path));
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) return installed();
  throw new Error("The browser tests need Chromium: install it, or name one in CHROME_PATH.");
}

function installed() {
  const apt = (...words) => execFileSync("apt-get", words, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  apt("update");
  apt("install", "-y", "chromium", "fonts-noto-cjk");
  return "/usr/bin/chromium";
}
