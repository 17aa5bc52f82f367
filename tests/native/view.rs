//! What a reader sees of the embedded edition, and that no order of events leads astray.

#[path = "view/cases.rs"]
mod cases;

use proptest::prelude::*;
use rok_asean_map::{
    data::{self, Issue, Kind},
    model::{About, CountryId, Dataset, FactId, InitiativeId, Lang, Pillar},
    state::{Event, Filter, Fold, Level, News, Search, State, Target, Via, Years, hash, parse, update},
    view::{Markup, Step, date, view},
    write::html::html,
};
use std::sync::LazyLock;

static DATASET: LazyLock<Dataset> = LazyLock::new(|| data::read(data::EMBEDDED).expect("the embedded edition is good"));

fn shown(events: &[Event]) -> (State, String) {
    let start = State { address: "#map".to_owned(), ..State::default() };
    let state = events.iter().cloned().fold(start, |state, event| update(&DATASET, state, event));
    let text = html(&view(&DATASET, &state));
    (state, text)
}

/// The same with everything open, as on paper.
fn whole(events: &[Event]) -> (State, String) {
    shown(&[events, &[Event::Paper(true)]].concat())
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
        date(&mut day, lang, fact.date, true);
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
            let (_, html) = whole(&[Event::Lang(lang), Event::Country(Some(id), Via::List)]);
            assert_says(&html, DATASET[id].formal.get(lang));
            DATASET[id].profile.iter().for_each(|line| assert_says(&html, line.text.get(lang)));
            assert_tells(&html, DATASET.facts_about(About::Country(id)), lang);
        }
    }
}

#[test]
fn the_overview_tells_the_release_what_is_shared_and_the_milestones() {
    for lang in Lang::ALL {
        let (_, html) = whole(&[Event::Lang(lang)]);
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
        let (state, html) = whole(&events);
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
fn what_is_closed_is_a_line_and_what_was_opened_stays_made() {
    let [first, second, ..] = DATASET[CountryId(9)].facts[..] else { panic!("Viet Nam has facts") };
    let card = Event::Country(Some(CountryId(9)), Via::List);
    let turned = |is_open| Event::Fold(Fold::Fact(first), is_open);
    let tells = |events: &[Event], fact: FactId| {
        let html = shown(events).1;
        assert_says(&html, DATASET[fact].title.get(Lang::En));
        html.contains(&escaped(DATASET[fact].summary.get(Lang::En)))
    };
    let opened = [card.clone(), turned(true)];
    assert!(!tells(&opened[..1], first));
    assert!(tells(&opened, first) && !tells(&opened, second));
    assert!(tells(&[&opened[..], &[turned(false)]].concat(), first), "a browser can still search it");
    let left = [Event::Country(None, Via::Card), card];
    assert!(tells(&[&opened[..], &left].concat(), first), "who comes back finds it open");
    assert!(!tells(&[&opened[..], &[turned(false)], &left].concat(), first));
}

#[test]
fn every_entry_opens_and_closes_at_once() {
    let card = Event::Country(Some(CountryId(9)), Via::List);
    let opened = |events: &[Event]| shown(events).1.matches(" open=\"\"").count();
    let all = DATASET[CountryId(9)].facts.len();
    assert_eq!(opened(std::slice::from_ref(&card)), 0);
    assert_eq!(opened(&[card.clone(), Event::FoldAll]), all);
    assert_eq!(opened(&[card.clone(), Event::FoldAll, Event::FoldAll]), 0);
    let one = Event::Fold(Fold::Fact(DATASET[CountryId(9)].facts[0]), true);
    assert_eq!(opened(&[card, one, Event::FoldAll]), all, "one that is open does not close the others");
}

#[test]
fn a_search_and_a_pillar_open_what_they_lead_to_and_close_it_again() {
    let opened = |events: &[Event]| shown(events).1.matches(" open=\"\"").count();
    let search = |text: &str| Event::Search(text.to_owned());
    assert!(opened(&[search("rcep")]) > 0);
    assert_eq!(opened(&[search("rcep"), search("")]), 0);
    assert_eq!(opened(&[Event::FilterBy(Filter::Pillar(Pillar::Peace))]), 1);
    assert_eq!(opened(&[Event::FilterBy(Filter::Pillar(Pillar::Peace)), Event::All]), 0);
    let reader = Event::Fold(Fold::Shared(Pillar::Peace), true);
    assert_eq!(opened(&[reader, search("rcep"), search("")]), 1, "what a reader has opened stays open");
}

#[test]
fn the_status_line_is_empty_before_it_speaks_and_then_names_the_choice() {
    let peace = [Event::FilterBy(Filter::Pillar(Pillar::Peace)), Event::From(2015)];
    let (state, html) = shown(&peace);
    assert_eq!((state.news, state.due), (News::None, News::Filtered));
    assert!(html.contains("role=\"status\"></p>"));
    let status = |events: &[Event]| {
        let html = shown(&[events, &[Event::Tell]].concat()).1;
        html.split("role=\"status\">").nth(1).and_then(|rest| rest.split('<').next()).unwrap_or_default().to_owned()
    };
    assert_eq!(status(&peace), format!("Overview, Peace, 2015–2021: {} entries", state.count(&DATASET, About::Asean)));
    let hidden = [&peace[..1], &[Event::Search("rcep".to_owned())]].concat();
    let found = shown(&[Event::Search("rcep".to_owned())]).0.found(&DATASET);
    assert_eq!(
        status(&hidden),
        format!("Nothing under Peace. {found} entries under all.").replace("1 entries", "1 entry")
    );
    let freed = shown(&[&hidden[..], &[Event::All]].concat()).0;
    assert!(freed.search.is_on() && freed.filter == Filter::All, "only what hides it gives way");
    assert!(status(&[Event::Search("qqq".to_owned())]).starts_with("Nothing found."));
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
    let good = whole(&[]).1;
    let (_, html) = whole(&[Event::Issues(vec![
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
        m.attr("title", "\"<&>\"").say("<b>").say("&amp;").say("\u{a0}").say("joined");
    });
    assert_eq!(html(&markup), "<p title=\"&quot;&lt;&amp;&gt;&quot;\">&lt;b&gt;&amp;amp;&nbsp;joined</p>");
    assert_eq!(markup.steps().iter().filter(|step| matches!(step, Step::Text { .. })).count(), 1);
}

#[test]
fn every_target_has_an_address_that_leads_back_to_it() {
    let countries = DATASET.country_ids().map(Target::Country);
    let facts = (0..DATASET.facts.len() as u32).map(|index| Target::Fact(FactId(index)));
    for target in countries.chain(facts) {
        let address = hash(&DATASET, "#map", target);
        let passed_on =
            ["", "?utm_source=mail", "&fbclid=x", ".", ")", "/", "%3E", "한"].map(|end| address.clone() + end);
        for address in passed_on.iter().chain([&address.to_lowercase(), &address.to_uppercase()]) {
            assert_eq!(parse(&DATASET, "#map", address), Some(target), "{address}");
        }
    }
    let viet_nam = DATASET.country("VN").map(Target::Country);
    for gone in ["#map=VN/gone", "#map=VN/th-fta", "#map=VN//", "#map=vn/gone?utm_source=mail"] {
        assert_eq!(parse(&DATASET, "https://example.org/page#map", gone), viet_nam, "{gone}");
    }
    for unknown in ["", "#", "#map", "#map=", "#map=XX", "#map=/", "#map=ASEAN/gone", "#other=VN", "#maps=VN", "#한글"]
    {
        assert_eq!(parse(&DATASET, "#map", unknown), None, "{unknown}");
    }
    assert_eq!(parse(&DATASET, "", "#map=VN"), None, "a map without an address");
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
        (0..DATASET.facts.len() as u32, prop::bool::ANY)
            .prop_map(|(index, is_open)| Event::Fold(Fold::Fact(FactId(index)), is_open)),
        (0..3usize, prop::bool::ANY)
            .prop_map(|(index, is_open)| Event::Fold(Fold::Shared(Pillar::ALL[index]), is_open)),
        (0..40usize, prop::bool::ANY)
            .prop_map(|(line, is_open)| Event::Fold(Fold::Profile(CountryId(9), line), is_open)),
        Just(Event::FoldAll),
        prop::bool::ANY.prop_map(Event::Finding),
        prop::bool::ANY.prop_map(Event::Saving),
        prop::bool::ANY.prop_map(Event::Paper),
        Just(Event::Tell),
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
            Step::Text { value } if after_text || markup.value(*value).is_empty() => return false,
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
        let (state, closed) = shown(&events);
        prop_assert!(is_well_formed(&view(&DATASET, &state)));
        let (_, html) = whole(&events);
        prop_assert!(html.len() >= closed.len());
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
