//! `tests/cases/`: one folder is one case. `case.json` says what the reader has done, `expected.html` what is then on the
//! screen, written so that a change reads well in a diff. `RENEW_CASES=1 cargo test --test view` writes them anew.

use rok_asean_map::{
    data::{self, EMBEDDED},
    model::{Dataset, Lang, Pillar},
    state::{Event, Filter, State, Target, Via, parse, update},
    view::{Markup, page, snippet, view},
    write::html::html,
};
use serde::Deserialize;
use std::{env, fs, path::Path};

const CASES: &str = "tests/cases";

/// A longer outline is told by its length: its own tests draw it.
const LONG: usize = 60;

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct Case {
    lang: String,
    form: Form,
    /// The part of the address that the reader followed.
    hash: String,
    pillar: String,
    initiative: String,
    /// A file of `tests/cases` to show in place of the embedded edition.
    data: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "lowercase")]
enum Form {
    #[default]
    Live,
    Page,
    Snippet,
}

#[test]
fn every_case_looks_as_expected() {
    let mut folders: Vec<_> = fs::read_dir(CASES).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.retain(|path| path.is_dir());
    folders.sort();
    let wrong: Vec<String> = folders.iter().filter_map(|folder| differs(folder)).collect();
    assert!(folders.len() >= 9, "cases were lost");
    assert!(wrong.is_empty(), "{}\nIf that is meant, renew with RENEW_CASES=1 and read the diff.", wrong.join("\n\n"));
}

/// Where the case differs from what is expected.
fn differs(folder: &Path) -> Option<String> {
    let shown = outline(&html(&shown(folder)));
    let file = folder.join("expected.html");
    if env::var_os("RENEW_CASES").is_some() {
        fs::write(&file, &shown).unwrap();
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    let line = shown.lines().zip(expected.lines()).position(|(shown, expected)| shown != expected);
    let line = line.or((shown != expected).then(|| shown.lines().count().min(expected.lines().count())))?;
    let of = |text: &str| text.lines().nth(line).unwrap_or("(the end)").trim().to_owned();
    Some(format!("{}:{}\nexpected {}\nshown    {}", file.display(), line + 1, of(&expected), of(&shown)))
}

fn shown(folder: &Path) -> Markup {
    let case: Case = serde_json::from_str(&fs::read_to_string(folder.join("case.json")).unwrap()).unwrap();
    let text = case.data.as_ref().map_or(EMBEDDED.to_owned(), |file| {
        fs::read_to_string(Path::new(CASES).join(file)).expect("the case's data is there")
    });
    let dataset = data::read(&text).expect("the case's data is good");
    let lang = Lang::of_tag(&case.lang).unwrap();
    match case.form {
        Form::Live => view(&dataset, &state(&dataset, &case, lang)),
        Form::Page => page(&dataset, lang),
        Form::Snippet => {
            let mut markup = Markup::default();
            snippet(&mut markup, &dataset, lang, "build");
            markup
        }
    }
}

fn state(dataset: &Dataset, case: &Case, lang: Lang) -> State {
    let filter = match (Pillar::of_slug(&case.pillar), dataset.initiative(&case.initiative)) {
        (_, Some(initiative)) => Filter::Initiative(initiative),
        (Some(pillar), None) => Filter::Pillar(pillar),
        (None, None) => Filter::All,
    };
    let opened = parse(dataset, "#map", &case.hash).map(|target| match target {
        Target::Country(country) => Event::Country(Some(country), Via::Hash),
        Target::Fact(fact) => Event::Fact(fact),
    });
    let start = State { lang, address: "#map".to_owned(), ..State::default() };
    let events = [Event::Filter(filter)].into_iter().chain(opened);
    events.fold(start, |state, event| update(dataset, state, event))
}

/// One tag or text a line, a leaf on one line; spaces at the ends of a text are spelled out.
fn outline(html: &str) -> String {
    let tokens = tokens(html);
    let (mut out, mut depth, mut at) = (String::new(), 0, 0);
    while at < tokens.len() {
        let closes = |at: usize| tokens.get(at).is_some_and(|token: &String| token.starts_with("</"));
        let opens = tokens[at].starts_with('<') && !closes(at);
        let leaf = if closes(at + 1) { 2 } else { 3 };
        let is_leaf = opens && (leaf == 2 || !tokens[at + 1].starts_with('<') && closes(at + 2));
        let taken = if is_leaf { leaf } else { 1 };
        depth -= usize::from(closes(at));
        out.push_str(&format!("{}{}\n", "  ".repeat(depth), tokens[at..at + taken].concat()));
        depth += usize::from(opens && !is_leaf);
        at += taken;
    }
    out
}

/// Tags and texts. What is escaped holds no bracket, so brackets are tags.
fn tokens(html: &str) -> Vec<String> {
    let parts = html.split_inclusive('>').flat_map(|part| {
        let (text, tag) = part.split_at(part.find('<').unwrap_or(part.len()));
        [spelled(text), shortened(tag)]
    });
    parts.filter(|part| !part.is_empty()).collect()
}

fn spelled(text: &str) -> String {
    let inner = text.trim_matches(' ');
    let start = text.len() - text.trim_start_matches(' ').len();
    let end = text.len() - inner.len() - start.min(text.len() - inner.len());
    ["&#32;".repeat(start), inner.to_owned(), "&#32;".repeat(end)].concat()
}

fn shortened(tag: &str) -> String {
    let Some((before, after)) = tag.split_once(" d=\"") else { return tag.to_owned() };
    let (path, rest) = after.split_once('"').unwrap();
    if path.len() <= LONG {
        return tag.to_owned();
    }
    format!("{before} d=\"{}… {} characters\"{rest}", &path[..path.len().min(24)], path.len())
}

#[test]
fn the_outline_keeps_every_space_and_shows_the_depth() {
    let text = "<p class=\"a\"> x <b>y</b>z</p><ul><li></li></ul>";
    assert_eq!(outline(text), "<p class=\"a\">\n  &#32;x&#32;\n  <b>y</b>\n  z\n</p>\n<ul>\n  <li></li>\n</ul>\n");
    assert_eq!(outline("<i> </i>"), "<i>&#32;</i>\n");
}
