//! What a person most likely did where a text is no JSON, and how to mend it.

use super::{
    issue::{quotable, shown},
    sentences::Words,
};

/// What stands where JSON wanted something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slip {
    Comment,
    TrailingComma,
    /// There is no value before the file ends.
    Ended,
    /// A bracket or a text without its end, and the line where it begins.
    Unclosed {
        mark: char,
        line: usize,
    },
    /// The line ends inside a text.
    LineEnded,
    /// A control character inside a text.
    Control(char),
    /// A backslash in a text that begins no escape.
    Backslash,
    /// Half of a pair of `\u` escapes.
    Surrogate,
    /// A quotation mark other than the straight double one.
    Quote(char),
    /// The name of a field without quotation marks.
    Name,
    /// No value, but a word such as `True`.
    Word(String),
    Number(String),
    /// An entry begins right after another.
    NoComma,
    NoColon,
    /// A comma or an end where a value should be.
    NoValue(char),
    /// Something after the end of the whole.
    After,
    /// A character between values that shows nothing.
    Unseen(char),
    /// An unexpected character.
    Found(char),
}

impl Slip {
    /// Line and column stand for `{0}` and `{1}`, [`Slip::found`] from `{2}` on.
    pub fn words(&self) -> Words {
        match self {
            Slip::Comment => [
                "Line {0}, column {1}: JSON has no comments. Delete the comment.",
                "{0}행 {1}열: JSON에는 주석을 쓸 수 없습니다. 주석을 지우십시오.",
            ],
            Slip::TrailingComma => [
                "Line {0}, column {1}: there is a comma after the last item. Delete that comma.",
                "{0}행 {1}열: 마지막 항목 뒤에 쉼표가 있습니다. 그 쉼표를 지우십시오.",
            ],
            Slip::Ended => [
                "Line {0}, column {1}: the file ends before it holds anything. Copy the whole file again.",
                "{0}행 {1}열: 파일에 내용이 없거나 중간에 끝났습니다. 파일 전체를 다시 복사하십시오.",
            ],
            Slip::Unclosed { .. } => [
                "Line {0}, column {1}: the “{2}” of line {3} is still open here. Write “{4}” where it ends, or copy the whole file again if its end was lost.",
                "{0}행 {1}열: {3}행의 “{2}” 기호가 아직 닫히지 않았습니다. 끝나는 자리에 “{4}” 기호를 쓰고, 파일의 끝이 잘렸으면 파일 전체를 다시 복사하십시오.",
            ],
            Slip::LineEnded => [
                "Line {0}, column {1}: the line ends inside a text. Close the quotation mark, or write \\n for a line break.",
                "{0}행 {1}열: 글이 끝나기 전에 줄이 바뀌었습니다. 따옴표를 닫거나, 줄바꿈은 \\n으로 쓰십시오.",
            ],
            Slip::Control('\t') => [
                "Line {0}, column {1}: there is a tab inside a text. Write a space in its place, or \\t.",
                "{0}행 {1}열: 글 안에 탭 문자가 있습니다. 그 자리에 띄어쓰기나 \\t를 쓰십시오.",
            ],
            Slip::Control(_) => [
                "Line {0}, column {1}: there is a control character inside a text, {2}. Delete it, or write a space in its place.",
                "{0}행 {1}열: 글 안에 제어 문자({2})가 있습니다. 지우거나 그 자리에 띄어쓰기를 쓰십시오.",
            ],
            Slip::Backslash => [
                "Line {0}, column {1}: the backslash before this begins nothing that JSON knows. Write it twice: \\\\.",
                "{0}행 {1}열: 바로 앞의 역슬래시(\\)로 시작하는 표기는 JSON에 없습니다. 역슬래시를 두 번(\\\\) 쓰십시오.",
            ],
            Slip::Surrogate => [
                "Line {0}, column {1}: this \\u is half of a pair, and the other half is missing. Write the character itself, or both halves.",
                "{0}행 {1}열: 두 개가 짝을 이루는 \\u 표기의 한쪽이 빠졌습니다. 문자를 그대로 쓰거나 짝을 모두 쓰십시오.",
            ],
            Slip::Quote(_) => [
                "Line {0}, column {1}: this quotation mark is {2}. Write the straight double one, \", before and after the text.",
                "{0}행 {1}열: 따옴표가 {2} 기호입니다. 글 앞뒤에 곧은 큰따옴표(\")를 쓰십시오.",
            ],
            Slip::Name => [
                "Line {0}, column {1}: the name of a field must stand here, in straight quotation marks (\"). Put it in them.",
                "{0}행 {1}열: 항목 이름이 올 자리입니다. 이름을 곧은 큰따옴표(\")로 묶으십시오.",
            ],
            Slip::Word(_) => [
                "Line {0}, column {1}: “{2}” is no value. Write true, false or null, in small letters, or put a text in straight quotation marks (\").",
                "{0}행 {1}열: “{2}” 값은 쓸 수 없습니다. true, false, null을 소문자로 쓰거나, 글이면 곧은 큰따옴표(\")로 묶으십시오.",
            ],
            Slip::Number(_) => [
                "Line {0}, column {1}: “{2}” is not written as a number. Write no + or 0 in front and digits on both sides of the point, as in 0.5, or put a date or text in straight quotation marks (\").",
                "{0}행 {1}열: “{2}” 값은 숫자 형식이 아닙니다. 0.5처럼 앞에 +나 불필요한 0 없이 소수점 양쪽에 숫자를 쓰고, 날짜나 글이면 곧은 큰따옴표(\")로 묶으십시오.",
            ],
            Slip::NoComma => [
                "Line {0}, column {1}: a comma is missing before this. Write it there; if a text goes on here, write \\\" for each quotation mark in it.",
                "{0}행 {1}열: 이 앞에 쉼표가 빠졌습니다. 쉼표를 쓰고, 글이 이어지는 곳이면 글 안의 따옴표를 \\\"로 쓰십시오.",
            ],
            Slip::NoColon => [
                "Line {0}, column {1}: a colon is missing after the name of a field. Write it before this, and the value after it.",
                "{0}행 {1}열: 항목 이름 뒤에 쌍점(:)이 빠졌습니다. 이 앞에 쌍점을 쓰고 그 뒤에 값을 쓰십시오.",
            ],
            Slip::NoValue(_) => [
                "Line {0}, column {1}: a value is missing before {2}. Write it (null where there is none), or delete what is too many.",
                "{0}행 {1}열: {2} 기호 앞에 값이 없습니다. 값을 쓰거나(없으면 null) 남는 기호를 지우십시오.",
            ],
            Slip::After => [
                "Line {0}, column {1}: the file goes on after its end. Delete this and all that follows, or the bracket before it that closes too early.",
                "{0}행 {1}열: 파일이 끝난 뒤에 내용이 더 있습니다. 여기부터 지우거나, 앞에서 너무 일찍 닫은 괄호를 지우십시오.",
            ],
            Slip::Unseen(_) => [
                "Line {0}, column {1}: an unseen character stands here, {2}. Delete it, or write a plain space.",
                "{0}행 {1}열: 보이지 않는 문자({2})가 있습니다. 지우거나 보통 띄어쓰기로 바꾸십시오.",
            ],
            Slip::Found(_) => [
                "Line {0}, column {1}: the file cannot be read from the character {2} on. Check the quotation marks (only straight ones, \"), commas and brackets there and just before.",
                "{0}행 {1}열: {2} 문자부터 읽을 수 없습니다. 그 자리와 바로 앞의 따옴표(곧은 따옴표 \"만 가능), 쉼표, 괄호를 확인하십시오.",
            ],
        }
    }

    /// What its sentence repeats of the file.
    pub fn found(&self) -> Vec<String> {
        match self {
            Slip::Unclosed { mark, line } => {
                let end = [('{', "}"), ('[', "]")].into_iter().find(|(open, _)| open == mark);
                vec![mark.to_string(), line.to_string(), end.map_or("\"", |(_, end)| end).to_owned()]
            }
            Slip::Control(char) | Slip::Quote(char) | Slip::NoValue(char) | Slip::Unseen(char) | Slip::Found(char) => {
                vec![shown(*char)]
            }
            Slip::Word(word) | Slip::Number(word) => vec![quotable(word)],
            _ => Vec::new(),
        }
    }
}
