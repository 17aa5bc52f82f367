// The card of a country, for every peer: the same words as ours in English, folded in the same way, each there from the
// start. Made by DOM calls, since the policy of a ministry's page forbids `innerHTML`.
const MONTHS = "January February March April May June July August September October November December".split(" ");
const FIELDS = {
  capital: "Capital",
  "diplomatic-relations": "Relations",
  "asean-membership": "ASEAN",
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
  const isBelow = matchMedia("(width < 880px)");
  const show = (code) => {
    panel.replaceChildren(...card(data, code));
    // Beside the map it is in view already.
    if (isBelow.matches) panel.firstChild.scrollIntoView({ block: "nearest" });
  };
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
    make("p", { class: "quiet" }, ...local(country), facts.length === 1 ? "1 entry" : `${facts.length} entries`),
    make("div", { class: "profile" }, ...country.profile.map((line) => profile(data, country, line))),
    ...data.pillars.flatMap((one) => pillar(data, one, facts)),
  ];
}

const local = ({ local, name }) =>
  local.filter((one) => one.name !== name.en.formal).flatMap((one) => [make("span", { lang: one.lang }, one.name), " · "]);

/** What opens: a line, and all that is inside. */
const fold = (line, inside) => make("details", {}, make("summary", {}, ...line), ...inside);

function profile(data, { capital }, { field, date, text, sources }) {
  const value = field === "capital" ? [capital.en] : date ? [time(date, 3)] : [];
  return fold([make("span", { class: "quiet" }, FIELDS[field]), ...value], [make("p", {}, text.en), cited(data, sources)]);
}

function pillar(data, { id, name, initiatives }, facts) {
  const groups = initiatives.flatMap((one) => group(data, one, facts));
  return groups.length ? [make("section", { class: id }, make("h3", {}, name.en), ...groups)] : [];
}

function group(data, { id, name }, facts) {
  const own = facts.filter((one) => one.initiative === id);
  return own.length ? [make("p", { class: "label" }, name.en), ...own.map((one) => fact(data, one))] : [];
}

function fact(data, { id, date, status, title, summary, sources }) {
  const corrections = data.corrections.filter((one) => one.fact === id);
  return fold(
    [time(date, 3), make("h4", {}, title.en, ...(corrections.length ? [make("b", {}, "Correction")] : []))],
    [
      make("p", {}, make("b", {}, status.replace("-", " ")), ". ", summary.en),
      ...corrections.map((one) => make("p", {}, "Correction (", time(one.date), "): ", one.note.en)),
      cited(data, sources),
    ],
  );
}

/** A date in words, its month by so many letters. */
function time(date, letters) {
  const [year, month, day] = date.split("-");
  return make("time", { datetime: date }, `${day ? `${+day} ` : ""}${month ? `${MONTHS[month - 1].slice(0, letters)} ` : ""}${year}`);
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
