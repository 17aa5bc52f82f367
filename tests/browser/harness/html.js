// The rules of HTML, as html-validate knows them.
import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:a11y", "html-validate:document"],
  rules: {
    // `map=VN` is an id that the standard allows, and the one that addresses use.
    "valid-id": ["error", { relaxed: true }],
    // Safari takes a list without bullets for no list unless its role says so.
    "no-redundant-role": "off",
    "prefer-native-element": ["error", { exclude: ["list"] }],
    // A page's own style sheets come from its own folder.
    "require-sri": ["error", { target: "crossorigin" }],
    "doctype-style": "off",
  },
});

/** The validator does not look into drawings: an id that stands in one is there. */
const isThere = (html, { ruleId, message }) => ruleId === "no-missing-references" && html.includes(` id=${message.match(/"[^"]*"/)}`);

/** What breaks a rule: one line each. */
export async function invalid(html) {
  const { results } = await validator.validateString(html);
  const broken = results.flatMap(({ messages }) => messages).filter((one) => !isThere(html, one));
  return broken.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId} ${message}`);
}
