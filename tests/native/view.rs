//! What a reader sees of the embedded edition, and that no order of events leads astray.

#[path = "view/cases.rs"]
mod cases;

use proptest::prelude::*;
use rok_asean_map::{
    data::{self, Issue, Kind},
    model::{About, CountryId, Dataset, FactId, InitiativeId, Lang, Pillar},
    state::{Event, Filter, Level, Search, State, Target, Theme, Via, Years, hash, parse, update},
    view::{Markup, Step, Value, date, view},
    write::html::html,
};
use std::sync::LazyLock;

static DATASET: LazyLock<Dataset> = LazyLock::new(|| data::read(data::EMBEDDED).expect("the embedded edition is good"));

fn shown(events: &[Event]) -> (State, String) {
    let start = State { name: "map".to_owned(), ..State::default() };
    let state = events.iter().cloned().fold(start, |state, event| update(&DATASET, state, event));
    let text = html(&view(&DATASET, &state));
    (state, text)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[track_caller]
fn assert_says(html: &str, text: &str) {
    assert!(html.contains(&escaped(text)), "not on the screen: {text}");
}

fn assert_tells(html: &str, facts: &[FactId], lang: Lang) {
    for fact in facts.iter().map(|id| &DATASET[*id]) {
        assert_says(html, fact.title.get(lang));
        assert_says(html, fact.summary.get(lang));
        let mut day = String::new();
        date(&mut day, lang, fact.date);
        assert_says(html, &day);
        for source in fact.sources.iter().map(|id| &DATASET[*id]) {
            assert_says(html, &source.title);
            assert_says(html, source.url.as_deref().unwrap_or_default());
        }
    }
}

#[test]
fn every_card_tells_every_fact_with_date_and_source() {
    for lang in Lang::ALL {
        for id in DATASET.country_ids() {
            let (_, html) = shown(&[Event::Lang(lang), Event::Country(Some(id), Via::List)]);
            assert_says(&html, DATASET[id].formal.get(lang));
            DATASET[id].profile.iter().for_each(|line| assert_says(&html, line.text.get(lang)));
            assert_tells(&html, DATASET.facts_about(About::Country(id)), lang);
        }
    }
}

#[test]
fn the_overview_tells_the_release_what_is_shared_and_the_milestones() {
    for lang in Lang::ALL {
        let (_, html) = shown(&[Event::Lang(lang)]);
        DATASET.release.points.iter().for_each(|point| assert_says(&html, point.summary.get(lang)));
        DATASET.milestones.iter().for_each(|step| assert_says(&html, step.summary.get(lang)));
        assert_says(&html, DATASET.release.next.get(lang));
        assert_tells(&html, &DATASET.shared, lang);
    }
}

#[test]
fn a_filter_hides_all_other_facts() {
    for pillar in Pillar::ALL {
        let (_, html) = shown(&[Event::FilterBy(Filter::Pillar(pillar))]);
        for fact in DATASET.shared.iter().map(|id| &DATASET[*id]) {
            let passes = DATASET[fact.initiative].pillar == pillar;
            assert_eq!(html.contains(&format!("data-fact=\"{}\"", fact.id)), passes, "{}", fact.id);
        }
    }
}

#[test]
fn years_hide_all_other_facts_and_the_widest_choice_is_none() {
    for (events, from, to) in [
        (vec![Event::From(2015)], 2015, 2021),
        (vec![Event::To(2015)], 1983, 2015),
        (vec![Event::From(2018), Event::To(2012)], 2012, 2012),
        (vec![Event::To(2012), Event::From(2018)], 2018, 2018),
    ] {
        let (state, html) = shown(&events);
        assert!(state.is_narrow());
        for fact in DATASET.shared.iter().map(|id| &DATASET[*id]) {
            let passes = (from..=to).contains(&fact.date.year());
            assert_eq!(html.contains(&format!("data-fact=\"{}\"", fact.id)), passes, "{}", fact.id);
        }
        assert_eq!(shown(&[&events[..], &[Event::From(1983), Event::To(2021)]].concat()).0.years, Years::ALL);
    }
}

#[test]
fn a_search_is_looked_up_anew_in_another_dataset() {
    let (state, _) = shown(&[Event::Search("viet nam".to_owned())]);
    let other = data::read(include_str!("../cases/small.json")).expect("a good edition");
    let found = Search::new(&other, "viet nam".to_owned(), Lang::En);
    assert_ne!(state.search, found);
    assert_eq!(update(&other, state, Event::Dataset).search, found);
}

#[test]
fn headings_follow_the_level_and_never_leave_html() {
    for level in 2..=5 {
        let (_, html) = shown(&[Event::Level(Level::new(level).unwrap())]);
        assert!(html.contains(&format!("<h{level} part=\"title\"")));
        assert!(!html.contains("<h7"));
    }
    assert!(Level::new(1).is_none() && Level::new(6).is_none());
}

#[test]
fn issues_are_told_and_nothing_on_screen_is_lost() {
    let good = shown(&[]).1;
    let (_, html) = shown(&[Event::Issues(vec![
        Issue { path: "facts[0].date".into(), kind: Kind::NotDate { day: true } }.notice(),
    ])]);
    assert_says(&html, "facts[0].date");
    assert!(html.contains("role=\"alert\"") && html.len() > good.len());
    assert_tells(&html, &DATASET.shared, Lang::En);
}

#[test]
fn text_stays_text() {
    let mut markup = Markup::default();
    markup.element("p", |m| {
        m.attr_of("title", "\"<&>\"").say("<b>").say("&amp;").say("\u{a0}").say("joined");
    });
    assert_eq!(html(&markup), "<p title=\"&quot;&lt;&amp;&gt;&quot;\">&lt;b&gt;&amp;amp;&nbsp;joined</p>");
    assert_eq!(markup.steps().iter().filter(|step| matches!(step, Step::Text { .. })).count(), 1);
}

#[test]
fn every_target_has_an_address_that_leads_back_to_it() {
    let countries = DATASET.country_ids().map(Target::Country);
    let facts = (0..DATASET.facts.len() as u32).map(|index| Target::Fact(FactId(index)));
    for target in countries.chain(facts) {
        assert_eq!(parse(&DATASET, "map", &hash(&DATASET, "map", target)), Some(target));
    }
    for unknown in ["", "#", "#map", "#map=", "#map=XX", "#map=VN/none", "#map=TH/vn-fta", "#other=VN", "#map=vn"] {
        assert_eq!(parse(&DATASET, "map", unknown), None, "{unknown}");
    }
}

fn country() -> impl Strategy<Value = Option<CountryId>> {
    prop::option::of((0..DATASET.countries.len() as u32).prop_map(CountryId))
}

fn filter() -> impl Strategy<Value = Filter> {
    prop_oneof![
        Just(Filter::All),
        (0..3usize).prop_map(|index| Filter::Pillar(Pillar::ALL[index])),
        (0..DATASET.initiatives.len() as u32).prop_map(|index| Filter::Initiative(InitiativeId(index))),
    ]
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        prop::bool::ANY.prop_map(|korean| Event::Lang(Lang::ALL[usize::from(korean)])),
        (0..4usize).prop_map(|index| Event::Theme(Theme::ALL[index])),
        (2..=5u8).prop_map(|level| Event::Level(Level::new(level).unwrap())),
        country().prop_map(|country| Event::Country(country, Via::Map)),
        (0..DATASET.facts.len() as u32).prop_map(|index| Event::Fact(FactId(index))),
        filter().prop_map(Event::FilterBy),
        (1980..2025u16).prop_map(Event::From),
        (1980..2025u16).prop_map(Event::To),
        prop::sample::select(vec!["", " ", "trade", "ㅂㅌㄴ", "viet nam", "qqq"])
            .prop_map(|text| Event::Search(text.to_owned())),
        Just(Event::All),
        country().prop_map(|country| Event::Stop(country.unwrap_or(CountryId(0)))),
        Just(Event::Issues(Vec::new())),
        Just(Event::Dataset),
    ]
}

/// Opens and closes in pairs, and no text is empty or next to another.
fn is_well_formed(markup: &Markup) -> bool {
    let mut depth = 0usize;
    let mut after_text = false;
    for step in markup.steps() {
        let text = matches!(step, Step::Text { .. });
        match step {
            Step::Open { .. } => depth += 1,
            Step::Close if depth > 0 => depth -= 1,
            Step::Close => return false,
            Step::Text { value } if after_text || markup.value(*value) == Value::Text("") => return false,
            _ => {}
        }
        after_text = text;
    }
    depth == 0
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_order_of_events_leads_astray(events in prop::collection::vec(event(), 0..12)) {
        let (state, html) = shown(&events);
        prop_assert!(is_well_formed(&view(&DATASET, &state)));
        if let Some(fact) = state.fact {
            prop_assert!(state.admits(&DATASET, fact));
            let mark = format!("data-fact=\"{}\"", DATASET[fact].id);
            prop_assert!(html.contains(&mark));
        }
        let current = html.matches("part=\"list-item\"").count();
        prop_assert_eq!(current, DATASET.countries.len());
        prop_assert_eq!(html.matches("tabindex=\"0\"").count(), 1, "one tab stop on the map");
        let here = DATASET.facts_about(state.country.map_or(About::Asean, About::Country));
        for id in here {
            let mark = format!("data-fact=\"{}\"", DATASET[*id].id);
            prop_assert_eq!(html.contains(&mark), state.admits(&DATASET, *id), "{}", mark);
        }
        let admitted = |about| DATASET.facts_about(about).iter().filter(|id| state.admits(&DATASET, **id)).count();
        let places: Vec<About> = DATASET.country_ids().map(About::Country).chain([About::Asean]).collect();
        for about in &places {
            prop_assert_eq!(state.count(&DATASET, *about), admitted(*about), "{:?}", about);
        }
        prop_assert_eq!(state.total(&DATASET), places.into_iter().map(admitted).sum::<usize>());
        prop_assert!(state.years.from <= state.years.to);
        prop_assert_eq!(html.contains("data-action=\"all\""), state.is_narrow() && !here.iter().any(|id| state.admits(&DATASET, *id)));
        prop_assert!(state.search.is_on() || !html.contains("<mark>"));
    }
}
