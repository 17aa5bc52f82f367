// What the page's script says by itself, while there is no engine or no desk to say it; and issues on their way.
import { folderOf } from "./engine.js";

export const LOADING = { en: "The map is loading.", ko: "지도를 불러오는 중입니다." };
export const COMING = { en: "The tools are loading.", ko: "도구를 불러오는 중입니다." };
export const FAILED = {
  en: "The map could not be loaded in full. Please reload the page.",
  ko: "지도를 다 불러오지 못했습니다. 페이지를 새로고침해 주십시오.",
};
const STATIC = {
  en: ["static.html", "Every country and entry on one page"],
  ko: ["ko/static.html", "모든 국가와 항목을 한 페이지에서 보기"],
};

/** A link to the page that needs no script; an empty text where nobody knows where that lies. */
export const link = (lang, element) => {
  const [name, textContent] = STATIC[lang];
  const folder = folderOf(element);
  return folder ? Object.assign(document.createElement("a"), { href: new URL(name, folder), textContent }) : "";
};

/** The language of ours for a BCP 47 tag. */
export const ours = (lang) => (/^ko([-_]|$)/i.test(lang) ? "ko" : "en");

/** Issues as the engine gets them: three lines each. */
export const lines = (issues) =>
  issues.flatMap(({ path, en, ko }) => [path, en, ko]).map((line) => `${line.replaceAll("\n", " ")}\n`).join("");

/** Issues as the page gets them. */
export const plain = (issues) => issues.map(({ path, code, message }) => ({ path, code, message }));
