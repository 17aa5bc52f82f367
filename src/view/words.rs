//! Every word of the interface. A missing translation does not compile.

use super::number;
use crate::{
    model::{Date, Field, Lang, Status, is_in, nth},
    state::Setting,
};

macro_rules! words {
    ($($(#[$doc:meta])* $word:ident: $en:literal, $ko:literal;)*) => {
        /// A word or a sentence of the interface. Bars stand where it takes values, and between words that are chosen from.
        #[derive(Clone, Copy)]
        pub enum Word {
            $($(#[$doc])* $word),*
        }

        const EN: &str = concat!($($en, "\n"),*);
        const KO: &str = concat!($($ko, "\n"),*);
    };
}

words! {
    AsOf: "As of |", "| 기준";
    Countries: "Countries", "국가";
    Map: "Map of the countries", "국가 지도";
    /// What a country's name on the map ends with, for ears: its name in the list is another.
    OnMap: ", on the map", ", 지도";
    Arrows: "Arrow keys lead from country to country.", "화살표 키로 나라 사이를 옮겨 갈 수 있습니다.";
    Skip: "Skip the map", "지도 건너뛰기";
    End: "End of the map", "지도 끝";
    Filter: "Show", "보기";
    Search: "Search", "검색";
    /// The button that the search, the initiatives and the years stand behind.
    Find: "Search and years", "검색 및 연도";
    All: "All", "전체";
    Initiative: "Initiative", "전략방향";
    AllInitiatives: "All initiatives", "전체 전략방향";
    From: "From year", "시작 연도";
    To: "To year", "종료 연도";
    Overview: "Overview", "개요";
    Close: "Overview", "개요";
    Date: "Date", "일시";
    Format: "Format", "방식";
    CoChairs: "Co-chairs", "공동 주재";
    Points: "What was discussed", "논의 내용";
    Next: "Next", "향후 일정";
    Shared: "Cooperation with ASEAN as a whole", "아세안 전체와의 협력";
    Milestones: "Milestones in ROK-ASEAN relations", "한-아세안 관계 주요 연혁";
    Sources: "Source: ", "출처: ";
    NotOnline: "not online", "온라인에 없음";
    Correction: "Correction", "정정";
    Nothing: "No entry under this choice.", "선택한 조건에 해당하는 항목이 없습니다.";
    NotFound: "Nothing found. Check the spelling, or try fewer words.", "검색 결과가 없습니다. 철자를 확인하거나 검색어를 줄여 보십시오.";
    /// Before the choices that hide all that is found, before how much that is, and after it.
    NothingUnder: "Nothing under |. | under all.", "|에서는 찾지 못했습니다. 전체에는 |이 있습니다.";
    ShowAll: "Show all entries", "모든 항목 보기";
    NoEntry: "no entry under this choice", "선택한 조건에 해당하는 항목 없음";
    Boundaries:
        "The boundaries and names shown do not imply any official position.",
        "표시된 경계와 명칭은 어떠한 공식 입장도 뜻하지 않습니다.";
    Geometry: "Outlines: Natural Earth (public domain).", "윤곽선: Natural Earth(퍼블릭 도메인).";
    Opened: "| opened, ", "| 열림, ";
    Entries: "1 entry|| entries", "항목 1건|항목 |건";
    Matches: "1 match|| matches", "결과 1건|결과 |건";
    Whole: ". Whole map: ", ". 지도 전체: ";
    Problem:
        "The new data is not shown. The map still shows the last good edition.",
        "새 자료를 표시하지 않았습니다. 지도는 마지막으로 확인된 자료를 계속 보여 줍니다.";
    /// What the tools are called: opening and closing every entry, the kinds of files.
    Quote: "Copy quote", "인용문 복사";
    Cite: "Copy citation", "출처 표기 복사";
    Link: "Copy link", "링크 복사";
    OpenAll: "Open all entries|Close all entries", "모든 항목 펼치기|모든 항목 접기";
    Download: "Download", "내려받기";
    Files:
        "Table (CSV)|Dataset (JSON)|Picture (SVG)|Picture (PNG)|Copy alternative text",
        "표(CSV)|자료(JSON)|그림(SVG)|그림(PNG)|대체 텍스트 복사";
    Print: "Print", "인쇄";
    Unknown:
        "The map does not know the value of “|” on this page. It is shown without it.",
        "이 페이지의 “|” 값은 지도에서 쓸 수 없습니다. 그 값 없이 표시합니다.";
    InLanguage: "in ", "";
    Fields: "Capital|Diplomatic relations|ASEAN membership|Partnership", "수도|외교관계|아세안 가입|동반자 관계";
    /// The same where each has but a word.
    Lines: "Capital|Relations|ASEAN|Partnership", "수도|수교|아세안 가입|동반자 관계";
    Statuses: "signed|in force|launched|completed|announced|ongoing|established", "서명|발효|개시|완료|발표|진행 중|설립";
}

/// The interface's words in one language.
#[derive(Clone, Copy)]
pub struct Words(pub Lang);

impl Words {
    pub fn get(self, word: Word) -> &'static str {
        self.part(word, 0)
    }

    /// What stands behind so many bars.
    #[inline(never)]
    pub fn part(self, word: Word, place: usize) -> &'static str {
        let words = if self.0 == Lang::Ko { KO } else { EN };
        nth(nth(words, b'\n', word as usize), b'|', place)
    }

    pub fn field(self, field: Field) -> &'static str {
        self.part(Word::Fields, field as usize)
    }

    pub fn status(self, status: Status) -> &'static str {
        self.part(Word::Statuses, status as usize)
    }

    /// What to say about a setting whose value is not known.
    pub fn unknown(self, setting: Setting) -> String {
        [self.part(Word::Unknown, 0), setting.name(), self.part(Word::Unknown, 1)].concat()
    }

    /// "9 entries".
    pub fn count(self, out: &mut String, count: usize) {
        self.counted(out, Word::Entries, count);
    }

    /// "9 matches".
    pub fn found(self, out: &mut String, count: usize) {
        self.counted(out, Word::Matches, count);
    }

    /// So many of a thing: the words for one, and those before and after another number.
    fn counted(self, out: &mut String, word: Word, count: usize) {
        if count == 1 {
            return out.push_str(self.get(word));
        }
        out.push_str(self.part(word, 1));
        number(out, count as i32);
        out.push_str(self.part(word, 2));
    }
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
