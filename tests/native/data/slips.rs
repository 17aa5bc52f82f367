//! Slips in JSON that is edited by hand: each has its place, and the sentence that mends it.

use super::issues;
use rok_asean_map::{
    data::{EMBEDDED, Issue, Kind, Slip},
    model::Lang,
};

#[track_caller]
fn check(text: &str, line: usize, column: usize, slip: Slip) {
    assert_eq!(issues(text), [Issue::of_file(Kind::Syntax { line, column, slip })], "{text}");
}

fn unclosed(mark: char, line: usize) -> Slip {
    Slip::Unclosed { mark, line }
}

#[test]
fn a_text_that_goes_wrong() {
    check("{\"a\": \"x\ty\"}", 1, 9, Slip::Control('\t'));
    check("{\"a\": \"x\u{1}y\"}", 1, 9, Slip::Control('\u{1}'));
    check("{\"a\": \"no end,\n\"b\": 1}", 1, 15, Slip::LineEnded);
    check("{\"a\": \"no end,\r\n\"b\": 1}", 1, 15, Slip::LineEnded);
    check(r#"{"a": "C:\Users"}"#, 1, 11, Slip::Backslash);
    check(r#"{"a": "\\C:\q\\"}"#, 1, 13, Slip::Backslash);
    check(r#"{"a": "\u12", "b": "c"}"#, 1, 9, Slip::Backslash);
    check(r#"{"a": "\ud83d"}"#, 1, 8, Slip::Surrogate);
    check(r#"{"a": "b\ude00"}"#, 1, 9, Slip::Surrogate);
    check(r#"{"a": "\ud83d\n"}"#, 1, 14, Slip::Surrogate);
    check("{'a': 1}", 1, 2, Slip::Quote('\''));
    check("{\"a\": 'b'}", 1, 7, Slip::Quote('\''));
    check("{\"a\": “b”}", 1, 7, Slip::Quote('“'));
    check("[\"a\",\n \"b\",\n ‘c’]", 3, 2, Slip::Quote('‘'));
    check("{\"a\": \"the \"old\" road\"}", 1, 13, Slip::NoComma);
}

#[test]
fn a_name_a_word_or_a_number_that_is_none() {
    check("{a: 1}", 1, 2, Slip::Name);
    check("{\n  \"a\": 1,\n  이름: 2\n}", 3, 3, Slip::Name);
    check("{1: 2}", 1, 2, Slip::Name);
    check("{true: 2}", 1, 2, Slip::Name);
    check("{: 2}", 1, 2, Slip::Name);
    check("{[]: 2}", 1, 2, Slip::Name);
    for word in ["True", "False", "None", "NaN", "nan", "undefined", "nul", "trueish", "yes", "나"] {
        check(&format!("{{\"한국\": {word}}}"), 1, 8, Slip::Word(word.to_owned()));
    }
    for number in ["+1", "01", "-01", "1.", ".5", "1e", "0x1F", "1_000", "2021-07-06", "-Infinity"] {
        check(&format!("{{\"a\": {number}, \"b\": 2}}"), 1, 7, Slip::Number(number.to_owned()));
    }
}

#[test]
fn a_sign_that_is_missing_or_too_many() {
    check("{\"a\": 1 \"b\": 2}", 1, 9, Slip::NoComma);
    check("{\"a\": 1\n \"b\": 2}", 2, 2, Slip::NoComma);
    check("[1 2]", 1, 4, Slip::NoComma);
    check("[1\"2\"]", 1, 3, Slip::NoComma);
    check("[{}\n{}]", 2, 1, Slip::NoComma);
    check("{\"a\": 1; \"b\": 2}", 1, 8, Slip::NoComma);
    check("{\"a\" 1}", 1, 6, Slip::NoColon);
    check("{\"a\" = 1}", 1, 6, Slip::NoColon);
    check("{\"a\"}", 1, 5, Slip::NoColon);
    check("{\"a\": 1,\n \"b\"\n \"c\"}", 3, 2, Slip::NoColon);
    check("{\"a\": }", 1, 7, Slip::NoValue('}'));
    check("{\"a\": , \"b\": 1}", 1, 7, Slip::NoValue(','));
    check("[1,, 2]", 1, 4, Slip::NoValue(','));
    check("[,1]", 1, 2, Slip::NoValue(','));
    check("\u{feff}{,}", 1, 2, Slip::NoValue(','));
    check("[1, 2,]", 1, 7, Slip::TrailingComma);
    check("{\n  \"id\": 1,\n}", 3, 1, Slip::TrailingComma);
    check("{\r\n  \"id\": 1,\r\n}", 3, 1, Slip::TrailingComma);
}

#[test]
fn an_end_that_is_missing_or_too_early() {
    check("", 1, 1, Slip::Ended);
    check(" \n", 1, 2, Slip::Ended);
    check("{\"한\": [1,\n 2", 2, 2, unclosed('[', 1));
    check("{\"a\":\n {\"b\": 1},\n \"c\": 2\n", 3, 8, unclosed('{', 1));
    check("{\"a\": \"no end", 1, 13, unclosed('"', 1));
    check("{\n\"a\": [\n  1, 2\n}", 4, 1, unclosed('[', 2));
    check("[{\"a\": 1]", 1, 9, unclosed('{', 1));
    check("{} {}", 1, 4, Slip::After);
    check("{\"a\": 1}}", 1, 9, Slip::After);
    check("{\"a\": 1},\n\"b\": 2}", 1, 9, Slip::After);
    check("{}\nThank you", 2, 1, Slip::After);
}

#[test]
fn what_json_does_not_know() {
    check("{\n  \"id\": 1 // why\n}", 2, 11, Slip::Comment);
    check("// why\n{}", 1, 1, Slip::Comment);
    check("{\"a\": /* why */ 1}", 1, 7, Slip::Comment);
    check("{} // why", 1, 4, Slip::Comment);
    check("{ # why\n}", 1, 3, Slip::Comment);
    check("{\"a\":\u{a0}1}", 1, 6, Slip::Unseen('\u{a0}'));
    check("{\u{200b}\"a\": 1}", 1, 2, Slip::Unseen('\u{200b}'));
    check("<!doctype html>", 1, 1, Slip::Found('<'));
    check("[\"a\": 1]", 1, 5, Slip::Found(':'));
}

/// What is to be written or deleted, in both languages.
#[test]
fn each_sentence_names_the_mend() {
    let mends: [(&str, [&[&str]; 2]); 18] = [
        ("{} // why", [&["Delete the comment"], &["주석을 지우"]]),
        ("[1,]", [&["Delete that comma"], &["쉼표를 지우"]]),
        ("", [&["Copy the whole file"], &["파일 전체를 다시 복사"]]),
        ("{\"a\": [1,\n 2", [&["“[” of line 1", "Write “]”"], &["1행의 “[”", "“]” 기호를 쓰"]]),
        ("{\"a\": 1,\n", [&["“{” of line 1", "Write “}”"], &["1행의 “{”", "“}” 기호를 쓰"]]),
        ("[\"a", [&["“\"” of line 1", "Write “\"”"], &["“\"” 기호를 쓰"]]),
        ("[\"a\n", [&["Close the quotation mark", r"\n"], &["따옴표를 닫", r"\n"]]),
        ("[\"a\tb\"]", [&["a tab", "a space", r"\t"], &["탭", "띄어쓰기", r"\t"]]),
        ("[\"a\u{1}b\"]", [&["U+0001", "Delete it"], &["U+0001", "지우"]]),
        (r#"["C:\Users"]"#, [&["twice", r"\\"], &["두 번", r"\\"]]),
        (r#"["\ud83d"]"#, [&["both halves"], &["짝을 모두"]]),
        ("['a']", [&["straight", "\""], &["곧은 큰따옴표", "\""]]),
        ("{a: 1}", [&["straight", "\""], &["곧은 큰따옴표", "\""]]),
        ("[True]", [&["“True”", "true, false or null"], &["“True”", "true, false, null"]]),
        ("[01]", [&["“01”", "no + or 0 in front"], &["“01”", "불필요한 0"]]),
        ("[1 2]", [&["comma is missing before", "\\\""], &["앞에 쉼표가 빠", "\\\""]]),
        ("{\"a\" 1}", [&["colon is missing"], &["쌍점(:)이 빠"]]),
        ("{} {}", [&["Delete this and all that follows"], &["여기부터 지우"]]),
    ];
    for (text, parts) in mends {
        let [issue] = &issues(text)[..] else { panic!("{text}") };
        for (lang, parts) in Lang::ALL.into_iter().zip(parts) {
            let message = issue.message(lang);
            for part in parts {
                assert!(message.contains(part), "{text}: {part} in {message}");
            }
        }
    }
}

#[test]
fn a_file_cut_anywhere_ends_too_early() {
    for cut in (1..EMBEDDED.trim_end().len()).step_by(997).filter(|cut| EMBEDDED.is_char_boundary(*cut)) {
        let text = &EMBEDDED[..cut];
        let issues = issues(text);
        let [Issue { kind: Kind::Syntax { line, slip: Slip::Unclosed { mark, line: opened }, .. }, .. }] =
            issues.as_slice()
        else {
            panic!("{cut}: {issues:?}")
        };
        assert!(opened <= line && *line <= text.lines().count());
        assert!(text.lines().nth(opened - 1).unwrap().contains(*mark), "{cut}: {mark} in line {opened}");
    }
}
