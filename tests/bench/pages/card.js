// The card of a country, for every peer: the same words as ours in English, made by DOM calls, since the policy of a
// ministry's page forbids `innerHTML`.
const MONTHS = "January February March April May June July August September October November December".split(" ");
const FIELDS = {
  capital: "Capital",
  "diplomatic-relations": "Diplomatic relations",
  "asean-membership": "ASEAN membership",
  partnership: "Partnership",
};
const LANGUAGES = {
  ko: "Korean",
  id: "Indonesian",
  ms: "Malay",
  th: "Thai",
  vi: "Vietnamese",
  km: "Khmer",
  lo: "Lao",
  my: "Burmese",
  fil: "Filipino",
  zh: "Chinese",
  fr: "French",
  ja: "Japanese",
};

/** Fetches the dataset, which no map waits for; what it gives opens a card in the page's panel, at once where it can. */
export function cards() {
  let data;
  const arrived = fetch("map.json")
    .then((response) => response.json())
    .then((json) => (data = json));
  const panel = document.getElementById("card");
  const show = (code) => panel.replaceChildren(...card(data, code));
  return (code) => (data ? show(code) : arrived.then(() => show(code)));
}

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const name in attributes) element.setAttribute(name, attributes[name]);
  element.append(...children);
  return element;
}

function card(data, code) {
  const country = data.countries.find((one) => one.code === code);
  const facts = data.facts.filter((fact) => fact.country === code);
  return [
    make("h2", {}, country.name.en.formal),
    ...local(country),
    make("dl", {}, ...country.profile.map((line) => profile(data, line))),
    ...data.pillars.flatMap((one) => pillar(data, one, facts)),
  ];
}

function local({ local, name }) {
  const others = local.filter((one) => one.name !== name.en.formal);
  const spans = others.map((one, index) => [index ? " · " : "", make("span", { lang: one.lang }, one.name)]);
  return others.length ? [make("p", { class: "quiet" }, ...spans.flat())] : [];
}

const profile = (data, { field, date, text, sources }) =>
  make(
    "div",
    {},
    make("dt", {}, FIELDS[field], ...(date ? [" ", time(date)] : [])),
    make("dd", {}, make("p", {}, text.en), cited(data, sources)),
  );

function pillar(data, { id, name, initiatives }, facts) {
  const groups = initiatives.flatMap((one) => group(data, one, facts));
  return groups.length ? [make("section", { class: id }, make("h3", {}, name.en), ...groups)] : [];
}

function group(data, { id, name }, facts) {
  const own = facts.filter((one) => one.initiative === id);
  return own.length ? [make("h4", {}, name.en), make("ul", {}, ...own.map((one) => fact(data, one)))] : [];
}

const fact = (data, { date, status, title, summary, sources }) =>
  make(
    "li",
    {},
    make("p", { class: "quiet" }, time(date), " ", make("span", {}, status.replace("-", " "))),
    make("p", {}, make("strong", {}, title.en)),
    make("p", {}, summary.en),
    cited(data, sources),
  );

function time(date) {
  const [year, month, day] = date.split("-");
  return make("time", { datetime: date }, `${day ? `${+day} ` : ""}${month ? `${MONTHS[month - 1]} ` : ""}${year}`);
}

const cited = (data, ids) =>
  make("p", { class: "quiet" }, "Source: ", ...ids.flatMap((id, index) => [index ? "; " : "", ...source(data.sources[id])]));

function source({ title, publisher, url, lang, date }) {
  const foreign = lang.startsWith("en") ? {} : { lang };
  return [
    url ? make("a", { href: url, ...foreign }, title) : make("span", foreign, title),
    `, ${publisher}`,
    ...(date ? [", ", time(date)] : []),
    foreign.lang ? ` (in ${LANGUAGES[lang] ?? lang})` : "",
    url ? "" : " (not online)",
  ];
}
