//! The words of what is taken along: apart from the interface's, since the engine does not carry them.

use crate::model::Lang;

/// The words in one language. Where a sentence takes a value, its parts stand around it.
pub struct Phrases {
    /// What is chosen beside the tools: the form of a citation, of a link, the size of a picture.
    pub menus: [&'static str; 3],
    /// Where a link leads.
    pub links: [&'static str; 2],
    pub newsroom: &'static str,
    pub as_seen: &'static str,
    pub asean: &'static str,
    pub edition: &'static str,
    /// Around a statement.
    pub quoted: [&'static str; 2],
    /// Around the title of a page.
    pub titled: [&'static str; 2],
    /// Around the title of the map.
    pub work: [&'static str; 2],
    pub bracket: &'static str,
    pub dated: [&'static str; 2],
    /// How APA names a set of data.
    pub data_set: &'static str,
    /// The language in the words of BibTeX.
    pub bibtex: &'static str,
    pub map_of: [&'static str; 2],
    pub marked: &'static str,
    pub capital: &'static str,
    pub line_to: &'static str,
    /// What names the number of entries, and what follows it.
    pub entries: [&'static str; 2],
    /// What is said of a copied text, by the action that copied it.
    pub copied: [(&'static str, &'static str); 4],
    /// On paper: how many entries, of how many.
    pub chosen: [&'static str; 3],
    /// Around the name of a file. No page is told whether the browser has kept it.
    pub saved: [&'static str; 2],
    pub printing: &'static str,
    pub refused: &'static str,
    pub failed: &'static str,
    pub to_copy: &'static str,
}

static EN: Phrases = Phrases {
    menus: ["Form of the citation", "Form of the link", "Size of the picture"],
    links: ["On this page", "Country page, for messengers"],
    newsroom: "Newsroom",
    as_seen: "As shown",
    asean: "ASEAN",
    edition: "edition ",
    quoted: ["“", "”"],
    titled: ["“", "”"],
    work: ["“", "”"],
    bracket: " (",
    dated: ["Entry dated ", "."],
    data_set: "[Data set]",
    bibtex: "english",
    map_of: ["Map of ", " countries: "],
    marked: "Marked: ",
    capital: "capital ",
    line_to: ", a line to ",
    entries: ["On the map", ", with dates and sources"],
    copied: [
        ("copy-quote", "The quote is copied."),
        ("copy-citation", "The citation is copied."),
        ("copy-link", "The link is copied."),
        ("copy-alt", "The alt text is copied."),
    ],
    chosen: ["Of ", " entries, this sheet holds those chosen on the map: ", "."],
    saved: ["Saved as ", ". If no file appears, the browser has blocked the download."],
    printing: "Ready to print. If no dialog opens, print from your browser’s menu, or open this page in a browser.",
    refused: "The browser did not allow copying. The text is selected below the button: copy it from there.",
    failed: "The file could not be made. Reload the page and try again.",
    to_copy: "Text to copy",
};

static KO: Phrases = Phrases {
    menus: ["출처 표기 형식", "링크 형식", "그림 크기"],
    links: ["이 페이지", "국가별 페이지(메신저용)"],
    newsroom: "기사용",
    as_seen: "화면과 같게",
    asean: "아세안",
    edition: "자료 버전 ",
    quoted: ["“", "”"],
    titled: ["「", "」"],
    work: ["『", "』"],
    bracket: "(",
    dated: ["항목 일자: ", "."],
    data_set: "[데이터 세트]",
    bibtex: "korean",
    map_of: ["", "개국 지도: "],
    marked: "표시된 국가: ",
    capital: "수도 ",
    line_to: ", 연결선: ",
    entries: ["수록 내용", ", 날짜와 출처 포함"],
    copied: [
        ("copy-quote", "인용문을 복사했습니다."),
        ("copy-citation", "출처 표기를 복사했습니다."),
        ("copy-link", "링크를 복사했습니다."),
        ("copy-alt", "대체 텍스트를 복사했습니다."),
    ],
    chosen: ["전체 항목 ", "건 중 지도에서 선택한 ", "건을 실었습니다."],
    saved: ["저장한 파일: ", ". 파일이 보이지 않으면 브라우저가 내려받기를 차단한 것입니다."],
    printing: "인쇄할 준비가 되었습니다. 인쇄 창이 열리지 않으면 브라우저 메뉴에서 인쇄하거나 이 페이지를 브라우저에서 여십시오.",
    refused: "브라우저가 복사를 허용하지 않았습니다. 단추 아래에 선택된 글을 직접 복사해 주십시오.",
    failed: "파일을 만들지 못했습니다. 페이지를 새로고침한 뒤 다시 시도해 주십시오.",
    to_copy: "복사할 글",
};

/// The words in this language.
pub fn phrases(lang: Lang) -> &'static Phrases {
    match lang {
        Lang::En => &EN,
        Lang::Ko => &KO,
    }
}
