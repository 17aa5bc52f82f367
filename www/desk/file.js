// Files in and out. A file is read as it lies on this computer; nothing is sent anywhere.
import { make } from "./page.js";

/** Of a file, no more is read than shows that it is too large: the check says what the most is. */
const READ = 32 << 20;

/** The text of a file, or `{problem}`: `unreadable`, `utf16`, `notText`. */
export async function read(file) {
  let bytes;
  try {
    bytes = new Uint8Array(await file.slice(0, READ).arrayBuffer());
  } catch {
    return { problem: "unreadable" };
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return { problem: "utf16" };
  try {
    // A byte order mark is taken off; a character that is cut in two at the end is no fault of the file.
    const whole = file.size <= READ;
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: !whole }) };
  } catch {
    return { problem: "notText" };
  }
}

/** Gives the reader a text as a file. */
export function save(text, name) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = make("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads it while it saves.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
