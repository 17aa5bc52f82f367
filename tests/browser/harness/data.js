// What the dataset says, as a reader should meet it; worked out from the shipped file, apart from the product.
import { readFileSync } from "node:fs";
import { DIST } from "./serve.js";

/** The shipped dataset, a fresh copy each time. */
export const dataset = () => JSON.parse(readFileSync(`${DIST}map.json`, "utf8"));

const shipped = dataset();

export const COUNTRIES = shipped.countries.map(({ code }) => code);

/** Facts about a country, or `ASEAN`, that a choice lets through. */
export const facts = (country, { pillar, initiative, from = shipped } = {}) =>
  from.facts.filter(
    (fact) =>
      fact.country === country &&
      (!pillar || fact.pillar === pillar) &&
      (!initiative || fact.initiative === initiative),
  );

export const country = (code, from = shipped) => from.countries.find((one) => one.code === code);

/** A date as it is said in running text, as precise as it is known. */
export function spoken(date, lang) {
  const [year, month, day] = date.split("-").map(Number);
  const options = { year: "numeric", month: month && "long", day: day && "numeric", timeZone: "UTC" };
  const locale = lang === "ko" ? "ko-KR" : "en-GB";
  return new Intl.DateTimeFormat(locale, options).format(new Date(Date.UTC(year, (month || 1) - 1, day || 1)));
}

/** The same in a line of its own: months in three letters, in Korean numbers alone. */
export function noted(date, lang) {
  const [year, month, day] = date.split("-").map(Number);
  if (lang === "ko") return [year, month, day].filter(Boolean).map((part) => `${part}.`).join(" ");
  return spoken(date, lang).replace(/[A-Z][a-z]+/, (name) => name.slice(0, 3));
}

/** The sources by id. */
export const sources = (ids, from = shipped) => ids.map((id) => from.sources[id]);

/** A dataset with changes made to it. */
export function edited(change) {
  const data = dataset();
  change(data);
  return data;
}

/** A dataset that breaks a rule in each of three places; the paths of those places. */
export const broken = () =>
  edited((data) => {
    data.facts[0].date = "2021-02-30";
    data.facts[1].status = "signd";
    data.countries[2].capital.ko = "";
  });

export const BROKEN = ["countries[2].capital.ko", "facts[0].date", "facts[1].status"];
