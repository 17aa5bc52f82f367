//! The table as a page, with what the tests have said.

use super::table::{Item, Table};
use super::{Outcome, Results};
use rok_asean_map::view::Markup;
use rok_asean_map::write::html::html;

/// How an item stands.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Status {
    Shown,
    Partly,
    Failing,
    Untested,
    Void,
    Person,
}

impl Status {
    const ALL: [Status; 6] =
        [Status::Shown, Status::Partly, Status::Failing, Status::Untested, Status::Void, Status::Person];

    fn words(self) -> &'static str {
        match self {
            Status::Shown => "Shown by tests",
            Status::Partly => "Shown by tests; the rest for a person to judge",
            Status::Failing => "A test fails",
            Status::Untested => "Not tested yet",
            Status::Void => "Does not apply",
            Status::Person => "For a person to judge",
        }
    }
}

/// The whole page. Its build stands in `data-build`, where the test run finds it.
pub fn document(table: &Table, build: &str, results: Option<&Results>) -> String {
    let mut m = Markup::default();
    m.element("main", |m| {
        m.attr("class", "frame conformance").attr("data-build", build);
        m.leaf("h1", "Conformance");
        intro(m, build, results);
        standard(m, "WCAG 2.2, levels A and AA", &table.wcag, results);
        standard(m, "KWCAG 2.2 (KS X OT0003:2022)", &table.kwcag, results);
    });
    let body = html(&m);
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n  <meta charset=\"utf-8\">\n  \
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n  \
         <meta name=\"color-scheme\" content=\"light dark\">\n  <title>Conformance of the map</title>\n  \
         <link rel=\"stylesheet\" href=\"host.css\">\n  <link rel=\"stylesheet\" href=\"conformance.css\">\n</head>\n\
         <body>\n{body}\n</body>\n</html>\n"
    )
}

fn intro(m: &mut Markup, build: &str, results: Option<&Results>) {
    m.leaf(
        "p",
        "What the two standards ask of the map and the page around it, and how each is shown. An item is shown when \
           every test named under it passed on this very build. Tests cannot settle everything: what only a person can \
           judge stands as a question, and has no answer here.",
    );
    match results {
        Some(results) => m.element("p", |m| {
            m.say("Tested in Chromium on ").say(&results.tested).say(". Build: ").say(build);
        }),
        None => m.element("p", |m| {
            m.say("This build has not been tested yet. Build: ").say(build);
        }),
    }
}

fn standard(m: &mut Markup, name: &str, items: &[Item], results: Option<&Results>) {
    m.leaf("h2", name);
    m.element("ul", |m| {
        m.attr("class", "counts");
        for status in Status::ALL {
            let count = items.iter().filter(|item| self::status(item, results) == status).count();
            if count > 0 {
                m.element("li", |m| {
                    m.say(status.words()).say(": ").say(&count.to_string()).say(" of ").say(&items.len().to_string());
                });
            }
        }
    });
    m.element("ol", |m| {
        m.attr("class", "items");
        items.iter().for_each(|one| item(m, one, results));
    });
}

fn item(m: &mut Markup, item: &Item, results: Option<&Results>) {
    m.element("li", |m| {
        m.attr("id", if item.ko.is_empty() { "wcag-" } else { "kwcag-" }).and(&item.id);
        heading(m, item);
        m.element("p", |m| {
            m.attr("class", "state").say(status(item, results).words());
        });
        m.element("ul", |m| {
            item.shown.iter().for_each(|test| {
                m.element("li", |m| {
                    m.say(test).say(" (").say(&said(test, results)).say(")");
                })
            });
            item.na.iter().for_each(|reason| m.leaf("li", reason));
            item.person.iter().for_each(|question| {
                m.element("li", |m| {
                    m.say("For a person: ").say(question);
                })
            });
        });
    });
}

fn heading(m: &mut Markup, item: &Item) {
    m.element("h3", |m| {
        m.say(&item.id).say(" ");
        if !item.ko.is_empty() {
            m.element("span", |m| {
                m.attr("lang", "ko").say(&item.ko);
            });
            m.say(" ");
        }
        m.say(&item.name);
        if !item.level.is_empty() {
            m.say(" (").say(&item.level).say(")");
        }
    });
}

fn status(item: &Item, results: Option<&Results>) -> Status {
    let outcomes: Vec<_> = item.shown.iter().map(|test| outcome(test, results)).collect();
    match outcomes.as_slice() {
        [] if item.na.is_empty() => Status::Person,
        [] => Status::Void,
        all if all.iter().flatten().any(|outcome| outcome.failed > 0) => Status::Failing,
        all if !all.iter().all(|one| one.is_some_and(|outcome| outcome.passed > 0)) => Status::Untested,
        _ if item.person.is_empty() => Status::Shown,
        _ => Status::Partly,
    }
}

fn outcome(test: &str, results: Option<&Results>) -> Option<Outcome> {
    results.and_then(|results| results.tests.get(test)).copied()
}

/// "12 passed".
fn said(test: &str, results: Option<&Results>) -> String {
    match outcome(test, results) {
        None | Some(Outcome { passed: 0, failed: 0 }) => "not tested yet".to_string(),
        Some(Outcome { passed, failed: 0 }) => format!("{passed} passed"),
        Some(Outcome { passed, failed }) => format!("{failed} failed, {passed} passed"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(outcomes: &[(&str, usize, usize)], person: &[&str]) -> Status {
        let tests = outcomes
            .iter()
            .map(|(name, passed, failed)| (name.to_string(), Outcome { passed: *passed, failed: *failed }));
        let results = Results { tests: tests.collect(), ..Results::default() };
        let named = |names: &[&str]| names.iter().map(|name| name.to_string()).collect();
        status(&Item { shown: named(&["a", "b"]), person: named(person), ..Item::default() }, Some(&results))
    }

    #[test]
    fn nothing_is_shown_that_was_not_tested() {
        assert_eq!(shown(&[("a", 2, 0), ("b", 1, 0)], &[]).words(), "Shown by tests");
        assert_eq!(shown(&[("a", 2, 0), ("b", 1, 0)], &["Well?"]), Status::Partly);
        assert_eq!(shown(&[("a", 2, 0)], &[]), Status::Untested);
        assert_eq!(shown(&[("a", 2, 0), ("b", 0, 0)], &[]), Status::Untested, "named, but never run");
        assert_eq!(shown(&[("a", 2, 0), ("b", 1, 1)], &[]), Status::Failing);
        let item = Item { shown: vec!["a".to_string()], ..Item::default() };
        assert_eq!(status(&item, None), Status::Untested);
    }
}
