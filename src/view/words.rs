//! Every word of the interface. A missing translation does not compile.

use super::number;
use crate::{
    model::{Date, Field, Lang, Status, is_in, nth},
    state::Setting,
};

/// The interface's words in one language. Where a sentence takes a value, its parts stand around it.
pub struct Words {
    pub as_of: [&'static str; 2],
    pub countries: &'static str,
    pub map: &'static str,
    /// What a country's name on the map ends with, for ears: its name in the list is another.
    pub on_map: &'static str,
    pub arrows: &'static str,
    pub skip: &'static str,
    pub end: &'static str,
    pub filter: &'static str,
    pub search: &'static str,
    /// The button that the search, the initiatives and the years stand behind.
    pub find: &'static str,
    pub all: &'static str,
    pub initiative: &'static str,
    pub all_initiatives: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub overview: &'static str,
    pub close: &'static str,
    pub date: &'static str,
    pub format: &'static str,
    pub co_chairs: &'static str,
    pub points: &'static str,
    pub next: &'static str,
    pub shared: &'static str,
    pub milestones: &'static str,
    pub sources: &'static str,
    pub not_online: &'static str,
    pub correction: &'static str,
    pub nothing: &'static str,
    pub not_found: &'static str,
    /// Before the choices that hide all that is found, before how much that is, and after it.
    pub nothing_under: [&'static str; 3],
    pub show_all: &'static str,
    pub no_entry: &'static str,
    pub boundaries: &'static str,
    pub geometry: &'static str,
    pub opened: [&'static str; 2],
    pub entries: [&'static str; 3],
    pub matches: [&'static str; 3],
    pub whole: &'static str,
    pub problem: &'static str,
    /// What the tools are called: opening and closing every entry, the kinds of files.
    pub quote: &'static str,
    pub cite: &'static str,
    pub link: &'static str,
    pub open_all: [&'static str; 2],
    pub download: &'static str,
    pub files: [&'static str; 5],
    pub print: &'static str,
    unknown: [&'static str; 2],
    pub in_language: [&'static str; 2],
    pub fields: [&'static str; 4],
    /// The same where each has but a word.
    pub lines: [&'static str; 4],
    pub statuses: [&'static str; 7],
}

static EN: Words = Words {
    as_of: ["As of ", ""],
    countries: "Countries",
    map: "Map of the countries",
    on_map: ", on the map",
    arrows: "Arrow keys lead from country to country.",
    skip: "Skip the map",
    end: "End of the map",
    filter: "Show",
    search: "Search",
    find: "Search and years",
    all: "All",
    initiative: "Initiative",
    all_initiatives: "All initiatives",
    from: "From year",
    to: "To year",
    overview: "Overview",
    close: "Overview",
    date: "Date",
    format: "Format",
    co_chairs: "Co-chairs",
    points: "What was discussed",
    next: "Next",
    shared: "Cooperation with ASEAN as a whole",
    milestones: "Milestones in ROK-ASEAN relations",
    sources: "Source: ",
    not_online: "not online",
    correction: "Correction",
    nothing: "No entry under this choice.",
    not_found: "Nothing found. Check the spelling, or try fewer words.",
    nothing_under: ["Nothing under ", ". ", " under all."],
    show_all: "Show all entries",
    no_entry: "no entry under this choice",
    boundaries: "The boundaries and names shown do not imply any official position.",
    geometry: "Outlines: Natural Earth (public domain).",
    opened: ["", " opened, "],
    entries: ["1 entry", "", " entries"],
    matches: ["1 match", "", " matches"],
    whole: ". Whole map: ",
    problem: "The new data is not shown. The map still shows the last good edition.",
    quote: "Copy quote",
    cite: "Copy citation",
    link: "Copy link",
    open_all: ["Open all entries", "Close all entries"],
    download: "Download",
    files: ["Table (CSV)", "Dataset (JSON)", "Picture (SVG)", "Picture (PNG)", "Copy alternative text"],
    print: "Print",
    unknown: ["The map does not know the value of “", "” on this page. It is shown without it."],
    in_language: ["in ", ""],
    fields: ["Capital", "Diplomatic relations", "ASEAN membership", "Partnership"],
    lines: ["Capital", "Relations", "ASEAN", "Partnership"],
    statuses: ["signed", "in force", "launched", "completed", "announced", "ongoing", "established"],
};

static KO: Words = Words {
    as_of: ["", " 기준"],
    countries: "국가",
    map: "국가 지도",
    on_map: ", 지도",
    arrows: "화살표 키로 나라 사이를 옮겨 갈 수 있습니다.",
    skip: "지도 건너뛰기",
    end: "지도 끝",
    filter: "보기",
    search: "검색",
    find: "검색 및 연도",
    all: "전체",
    initiative: "전략방향",
    all_initiatives: "전체 전략방향",
    from: "시작 연도",
    to: "종료 연도",
    overview: "개요",
    close: "개요",
    date: "일시",
    format: "방식",
    co_chairs: "공동 주재",
    points: "논의 내용",
    next: "향후 일정",
    shared: "아세안 전체와의 협력",
    milestones: "한-아세안 관계 주요 연혁",
    sources: "출처: ",
    not_online: "온라인에 없음",
    correction: "정정",
    nothing: "선택한 조건에 해당하는 항목이 없습니다.",
    not_found: "검색 결과가 없습니다. 철자를 확인하거나 검색어를 줄여 보십시오.",
    nothing_under: ["", "에서는 찾지 못했습니다. 전체에는 ", "이 있습니다."],
    show_all: "모든 항목 보기",
    no_entry: "선택한 조건에 해당하는 항목 없음",
    boundaries: "표시된 경계와 명칭은 어떠한 공식 입장도 뜻하지 않습니다.",
    geometry: "윤곽선: Natural Earth(퍼블릭 도메인).",
    opened: ["", " 열림, "],
    entries: ["항목 1건", "항목 ", "건"],
    matches: ["결과 1건", "결과 ", "건"],
    whole: ". 지도 전체: ",
    problem: "새 자료를 표시하지 않았습니다. 지도는 마지막으로 확인된 자료를 계속 보여 줍니다.",
    quote: "인용문 복사",
    cite: "출처 표기 복사",
    link: "링크 복사",
    open_all: ["모든 항목 펼치기", "모든 항목 접기"],
    download: "내려받기",
    files: ["표(CSV)", "자료(JSON)", "그림(SVG)", "그림(PNG)", "대체 텍스트 복사"],
    print: "인쇄",
    unknown: ["이 페이지의 “", "” 값은 지도에서 쓸 수 없습니다. 그 값 없이 표시합니다."],
    in_language: ["", ""],
    fields: ["수도", "외교관계", "아세안 가입", "동반자 관계"],
    lines: ["수도", "수교", "아세안 가입", "동반자 관계"],
    statuses: ["서명", "발효", "개시", "완료", "발표", "진행 중", "설립"],
};

/// The words in this language.
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::En => &EN,
        Lang::Ko => &KO,
    }
}

impl Words {
    pub fn field(&self, field: Field) -> &'static str {
        self.fields[field as usize]
    }

    pub fn status(&self, status: Status) -> &'static str {
        self.statuses[status as usize]
    }

    /// What to say about a setting whose value is not known.
    pub fn unknown(&self, setting: Setting) -> String {
        let [before, after] = self.unknown;
        [before, setting.name(), after].concat()
    }

    /// "9 entries".
    pub fn count(&self, out: &mut String, count: usize) {
        counted(out, &self.entries, count);
    }

    /// "9 matches".
    pub fn found(&self, out: &mut String, count: usize) {
        counted(out, &self.matches, count);
    }
}

/// So many of a thing: the words for one, and those before and after another number.
fn counted(out: &mut String, [one, before, after]: &[&str; 3], count: usize) {
    if count == 1 {
        return out.push_str(one);
    }
    out.push_str(before);
    number(out, count as i32);
    out.push_str(after);
}

const MONTHS: &str = "January February March April May June July August September October November December";

/// A date as precise as it is known: as it is written in running text, or, `short`, for a line of its own, with the month
/// in three letters, in Korean with full stops alone.
pub fn date(out: &mut String, lang: Lang, date: Date, short: bool) {
    match (lang, short) {
        (Lang::En, _) => named(out, date, if short { 3 } else { usize::MAX }),
        (Lang::Ko, true) => units(out, date, [".", ".", "."]),
        (Lang::Ko, false) => units(out, date, ["년", "월", "일"]),
    }
}

fn units(out: &mut String, date: Date, [year, month, day]: [&str; 3]) {
    number(out, date.year().into());
    out.push_str(year);
    for (part, unit) in [(date.month(), month), (date.day(), day)] {
        if let Some(part) = part {
            out.push(' ');
            number(out, part.into());
            out.push_str(unit);
        }
    }
}

/// The month by so many letters of its name.
fn named(out: &mut String, date: Date, letters: usize) {
    if let Some(day) = date.day() {
        number(out, day.into());
        out.push(' ');
    }
    if let Some(month) = date.month() {
        let name = nth(MONTHS, b' ', usize::from(month) - 1);
        out.push_str(name.get(..letters).unwrap_or(name));
        out.push(' ');
    }
    number(out, date.year().into());
}

/// What a language is called; one we have no word for keeps its tag.
pub fn language(lang: Lang, tag: &str) -> &str {
    for place in 0.. {
        let known = nth(LANGUAGES, b'\n', place);
        if known.is_empty() {
            break;
        }
        if is_in(tag, nth(known, b' ', 0)) {
            return nth(known, b' ', 1 + lang as usize);
        }
    }
    tag
}

/// The tag of each language, and what it is called in each of ours.
const LANGUAGES: &str = "\
en English 영어
ko Korean 한국어
id Indonesian 인도네시아어
ms Malay 말레이어
th Thai 태국어
vi Vietnamese 베트남어
km Khmer 크메르어
lo Lao 라오어
my Burmese 미얀마어
fil Filipino 필리핀어
ta Tamil 타밀어
zh Chinese 중국어
fr French 프랑스어
ja Japanese 일본어
";
