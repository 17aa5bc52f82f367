// The words of a PDF as Chromium writes it, found by the tables that its fonts carry for other programs.
import { inflateSync } from "node:zlib";

/** The words on each page, without spaces: a PDF places letters and has few of its own. */
export function pages(bytes) {
  const objects = new Map([...bytes.toString("latin1").matchAll(/(?<=\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, body]) => [id, body]));
  const fonts = new Map();
  const font = (id) => fonts.get(id) ?? fonts.set(id, readFont(objects, id)).get(id);
  const all = [...objects.values()].filter((body) => /^<<\/Type \/Page\n/.test(body));
  return all.map((body) => words(stream(objects, body.match(/\/Contents (\d+)/)[1]), font));
}

/** What stands in a stream, unpacked. */
function stream(objects, id) {
  const body = objects.get(id);
  const start = body.indexOf("stream\n") + 7;
  const bytes = Buffer.from(body.slice(start, body.lastIndexOf("\nendstream")), "latin1");
  return (body.includes("/FlateDecode") ? inflateSync(bytes) : bytes).toString("latin1");
}

/** How wide a font's codes are, and which letters they stand for. */
function readFont(objects, id) {
  const body = objects.get(id);
  const table = stream(objects, body.match(/\/ToUnicode (\d+)/)[1]);
  const letters = new Map();
  for (const [, kind, rows] of table.matchAll(/beginbf(char|range)\n([\s\S]*?)endbf/g)) {
    for (const row of rows.trim().split("\n")) {
      const [first, last, text] = [...row.matchAll(/<(\w+)>/g)].map(([, hex]) => hex);
      if (kind === "char") letters.set(parseInt(first, 16), utf16(last));
      else for (let at = parseInt(first, 16); at <= parseInt(last, 16); at++) letters.set(at, String.fromCodePoint(parseInt(text, 16) + at - parseInt(first, 16)));
    }
  }
  return { width: body.includes("/Type3") ? 2 : 4, letters };
}

const utf16 = (hex) => Buffer.from(hex, "hex").swap16().toString("utf16le");

/** The letters that a page draws, in the order in which it does. */
function words(content, font) {
  let [text, now] = ["", null];
  for (const [, name, hex] of content.matchAll(/\/F(\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj/g)) {
    if (name) now = font(name);
    else for (let at = 0; at < hex.length; at += now.width) text += now.letters.get(parseInt(hex.slice(at, at + now.width), 16)) ?? "";
  }
  // Joined letters come apart.
  return bare(text);
}

/** A text as `pages` gives it. */
export const bare = (text) => text.normalize("NFKC").replace(/\s+/g, "");
