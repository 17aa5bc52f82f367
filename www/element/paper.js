// The sheet to print. It stands in the map's place on paper alone, and only while it is printed.
import css from "./paper.css";

/** Whatever comes first once the reader is done with the dialog: some browsers do not tell when it closes. */
const DONE = ["afterprint", "keydown", "pointerdown"];

/** Has `fill` make the sheet, and opens the print dialog. */
export function lay(root, fill) {
  const [sheet, style, printed] = [document.createElement("div"), new CSSStyleSheet(), new AbortController()];
  sheet.className = "sheet";
  fill(sheet);
  style.replaceSync(css);
  root.append(sheet);
  root.adoptedStyleSheets.push(style);
  const done = () => {
    printed.abort();
    sheet.remove();
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== style);
  };
  DONE.forEach((type) => addEventListener(type, done, { signal: printed.signal, capture: true }));
  setTimeout(print);
}
