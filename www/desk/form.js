// The form of a dataset: its fields in the order in which the file holds them, with what a person calls each.
// Forms, new items, the saved file and the list of changes all follow it.

const field = (kind) => (name, en, ko, more) => ({ kind, name, words: { en, ko }, ...more });

/** A text; `empty: null` where leaving it empty means that there is none. */
const line = field("line");
/** A text in English and Korean; `long` for sentences. */
const both = field("both");
/** One of a list of values, which may depend on the data. */
const choice = field("choice");
const flag = field("flag");
const number = field("number");
/** Ids of sources. */
const refs = field("refs");
/** Items, each with fields of its own; `key` tells two editions of an item from two items. */
const list = field("list");
/** Items under ids. */
const table = field("table");

const date = (name, en, ko, more) => line(name, en, ko, { hint: { en: "2015-12-20, 2015-12 or 2015", ko: "2015-12-20, 2015-12 또는 2015" }, ...more });
const day = (name, en, ko, more) => line(name, en, ko, { hint: { en: "2015-12-20", ko: "2015-12-20" }, ...more });
const sources = refs("sources", "Sources", "출처", { one: "list of sources", many: "lists of sources" });
const id = (more) => line("id", "Id", "식별자", { hint: { en: "Links hold on to it: leave it once it is published.", ko: "링크가 이 값을 쓰므로 게시한 뒤에는 바꾸지 마십시오." }, ...more });

/** Values that the format fixes, with their words. */
const fixed = (...all) => () => all.map(([value, en, ko]) => ({ value, en, ko }));
const named = (value, name) => ({ value, ...name });

const countries = (data) => data.countries.map(({ code, name }) => named(code, { en: name.en.short, ko: name.ko.short }));
const about = (data) => [named("ASEAN", { en: "ASEAN: all ten", ko: "아세안: 10개국 모두" }), ...countries(data)];
const pillars = (data) => data.pillars.map(({ id, name }) => named(id, name));
const initiatives = (data) => data.pillars.flatMap(({ initiatives }) => initiatives.map(({ id, name }) => named(id, name)));
const facts = (data) => data.facts.map(({ id, title }) => named(id, title));

const topic = (more) => [
  choice("pillar", "Pillar", "분야", { of: pillars, ...more }),
  choice("initiative", "Initiative", "전략방향", { of: initiatives, ...more }),
];
const title = both("title", "Title", "제목");
const summary = both("summary", "Summary", "요약", { long: true, many: "summaries" });

const RELEASE = [
  title,
  date("date", "Date", "날짜"),
  both("time", "Time", "시간"),
  both("format", "Format", "방식"),
  list("coChairs", "Co-chairs", "공동 의장", {
    one: { en: "co-chair", ko: "공동 의장" },
    key: ({ name }) => name.en,
    title: ({ name }) => name,
    item: [both("name", "Name", "이름"), both("office", "Office", "직책"), choice("country", "Country", "국가", { of: countries, many: "countries" })],
  }),
  list("points", "Points", "논의 내용", {
    one: { en: "point", ko: "논의 내용" },
    key: ({ id }) => id,
    title: ({ summary }) => summary,
    item: [id(), ...topic({ empty: null }), summary],
  }),
  both("next", "What comes next", "향후 일정", { long: true, one: "text on what comes next", many: "texts on what comes next" }),
  sources,
];

const MILESTONE = [id(), date("date", "Date", "날짜"), title, summary, sources];

const PILLAR = [
  choice("id", "Id", "식별자", { of: fixed(["people", "people", "people"], ["prosperity", "prosperity", "prosperity"], ["peace", "peace", "peace"]) }),
  both("name", "Name", "이름"),
  list("initiatives", "Initiatives", "전략방향", {
    one: { en: "initiative", ko: "전략방향" },
    key: ({ id }) => id,
    title: ({ name }) => name,
    item: [id(), both("name", "Name", "이름")],
  }),
];

const PROFILE = [
  choice("field", "What it tells", "내용", {
    of: fixed(["capital", "Capital", "수도"], ["diplomatic-relations", "Diplomatic relations", "외교관계"], ["asean-membership", "ASEAN membership", "아세안 가입"], ["partnership", "Partnership", "동반자 관계"]),
  }),
  date("date", "Date", "날짜", { empty: null }),
  both("text", "Text", "내용", { long: true }),
  sources,
];

const COUNTRY = [
  line("code", "Code", "코드", { hint: { en: "ISO 3166, such as VN", ko: "ISO 3166 코드(예: VN)" } }),
  choice("group", "Group", "구분", { of: fixed(["asean", "ASEAN", "아세안"], ["rok", "Republic of Korea", "대한민국"]) }),
  { kind: "names", name: "name", words: { en: "Names", ko: "명칭" }, one: "name", many: "names", parts: [["short", "Short name", "약칭"], ["formal", "Official name", "공식 명칭"]] },
  list("local", "The country's own names", "현지 명칭", {
    one: { en: "local name", ko: "현지 명칭" },
    key: ({ lang }) => lang,
    title: ({ name, lang }) => ({ en: `${name} (${lang})`, ko: `${name} (${lang})` }),
    item: [line("lang", "Language tag", "언어 태그"), line("name", "Name", "이름")],
  }),
  both("capital", "Capital", "수도"),
  list("profile", "Profile", "국가 정보", {
    one: { en: "line of the profile", ko: "국가 정보" },
    many: "lines of profiles",
    key: ({ field }) => field,
    title: ({ text }) => text,
    item: PROFILE,
  }),
];

const FACT = [
  id(),
  choice("country", "Country", "국가", { of: about, many: "countries" }),
  ...topic(),
  date("date", "Date", "날짜"),
  choice("status", "Status", "상태", {
    many: "statuses",
    of: fixed(["signed", "signed", "서명"], ["in-force", "in force", "발효"], ["launched", "launched", "개시"], ["completed", "completed", "완료"], ["announced", "announced", "발표"], ["ongoing", "ongoing", "진행 중"], ["established", "established", "설립"]),
  }),
  title,
  summary,
  sources,
];

const SOURCE = [
  line("title", "Title", "제목"),
  line("publisher", "Publisher", "발행처"),
  line("url", "Address", "주소", { empty: null, many: "addresses", hint: { en: "https://…; empty if it is not online", ko: "https://… 형식이며, 온라인에 없으면 비워 두십시오." } }),
  line("lang", "Language tag", "언어 태그"),
  day("date", "Date", "날짜", { empty: null }),
  flag("official", "Official source", "공식 출처", { one: "mark of an official source", many: "marks of official sources" }),
];

const PLACE = [
  choice("country", "Country", "국가", { of: countries, many: "countries" }),
  both("name", "Name", "이름"),
  number("lon", "Longitude", "경도", { many: "longitudes" }),
  number("lat", "Latitude", "위도", { many: "latitudes" }),
  choice("show", "Shown as", "표시", { of: fixed(["dot", "a dot", "점"], ["label", "a name", "이름"], ["both", "both", "점과 이름"]) }),
];

const CORRECTION = [
  day("date", "Date", "날짜"),
  choice("fact", "Fact", "협력 사례", { of: facts }),
  both("note", "Note", "설명", { long: true }),
];

const by = (key) => (item) => item[key];

/** The whole file. */
export const FILE = [
  { kind: "hidden", name: "schema", words: { en: "Format", ko: "형식" } },
  line("id", "Name of the dataset", "자료 이름", { hint: { en: "Names downloads", ko: "내려받는 파일의 이름에 쓰입니다." } }),
  line("version", "Edition", "버전", { one: "edition mark" }),
  day("asOf", "As of", "기준일", { one: "as-of date", hint: { en: "2021-07-06; nothing is dated later", ko: "2021-07-06 형식이며, 이보다 늦은 날짜는 쓸 수 없습니다." } }),
  title,
  { kind: "group", name: "release", words: { en: "Release", ko: "보도자료" }, item: RELEASE },
  list("pillars", "Pillars", "분야", { one: { en: "pillar", ko: "분야" }, key: by("id"), title: by("name"), item: PILLAR }),
  list("milestones", "Milestones", "주요 연혁", { one: { en: "milestone", ko: "주요 연혁" }, key: by("id"), title: by("title"), note: by("date"), item: MILESTONE }),
  list("countries", "Countries", "국가", {
    one: { en: "country", ko: "국가" }, many: "countries", key: by("code"), title: ({ name }) => ({ en: name.en.short, ko: name.ko.short }), note: by("code"), item: COUNTRY,
  }),
  list("facts", "Facts", "협력 사례", { one: { en: "fact", ko: "협력 사례" }, key: by("id"), title: by("title"), note: ({ country, date }) => `${country}, ${date}`, item: FACT }),
  table("sources", "Sources", "출처", { one: { en: "source", ko: "출처" }, title: ({ title }) => ({ en: title, ko: title }), lang: by("lang"), note: by("publisher"), item: SOURCE }),
  list("places", "Places", "장소", { one: { en: "place", ko: "장소" }, key: ({ name }) => name.en, title: by("name"), item: PLACE }),
  list("corrections", "Corrections", "정정", { one: { en: "correction", ko: "정정" }, key: ({ date, fact }) => `${date} ${fact}`, title: by("note"), note: by("date"), item: CORRECTION }),
];

const pick = (names, inner) => (value) => Object.fromEntries(names.map((name) => [name, inner(value[name])]));
const same = (value) => value;

const ORDER = {
  both: () => pick(["en", "ko"], same),
  names: () => pick(["en", "ko"], pick(["short", "formal"], same)),
  group: ({ item }) => (value) => ordered(value, item),
  list: ({ item }) => (value) => value.map((one) => ordered(one, item)),
  table: ({ item }) => (value) => Object.fromEntries(Object.entries(value).map(([id, one]) => [id, ordered(one, item)])),
};

/** The same data with every field in the order of the format. */
export const ordered = (data, fields = FILE) =>
  Object.fromEntries(fields.map((field) => [field.name, (ORDER[field.kind]?.(field) ?? same)(data[field.name])]));

/** The file as it is saved: one line for each value, so that a change of one shows as a change of one line; each line ended. */
export const written = (data) => `${JSON.stringify(ordered(data), null, 1)}\n`;

const EMPTY = {
  both: () => ({ en: "", ko: "" }),
  names: () => ({ en: { short: "", formal: "" }, ko: { short: "", formal: "" } }),
  flag: () => false,
  number: () => 0,
  refs: () => [""],
  list: () => [],
};

/** A new item, to be filled in. */
export const blank = (fields) =>
  Object.fromEntries(fields.map((field) => [field.name, EMPTY[field.kind]?.() ?? (field.empty === null ? null : "")]));
