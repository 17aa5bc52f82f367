//! The map: the list's picture, and a second way in.

use super::{Markup, Scene, Word, is_empty};
use crate::{
    map::{Anchor, CONTEXT, Label, Outline, Point, Shape, project, shape, shapes},
    model::{About, Country, CountryId, Group, Lang, Pillar, nth},
    state::Target,
};

/// The pillar that the filter is on; none where only the search or the years are.
type Mark = Option<Pillar>;

pub fn map(m: &mut Markup, scene: &Scene) {
    m.element("section|class=figure", |m| {
        // Said once on the way in, whether a reader reads on or presses Tab.
        scene.label(m, Word::Map).and(". ").and(scene.words.get(Word::Arrows));
        m.element("svg|part=map|viewBox=0 0 1000 1000|role=group", |m| {
            scene.styled(m);
            let drawn: Vec<_> =
                shapes().iter().filter_map(|shape| Some((scene.dataset.country(shape.code)?, shape))).collect();
            // Drawn with the small above the large, read aloud in the order of the list.
            m.attr("aria-owns", "");
            for country in scene.dataset.countries.iter().filter(|country| shape(&country.code).is_some()) {
                m.and(&country.code).and(" ");
            }
            context(m, scene);
            drawn.iter().for_each(|(id, shape)| country(m, scene, *id, shape));
            m.element("g|class=over|aria-hidden=true", |m| {
                places(m, scene);
                drawn.iter().for_each(|(id, shape)| selection(m, scene, *id, shape));
                drawn.iter().for_each(|(id, shape)| over(m, scene, *id, shape));
            });
        });
        m.element("p|part=note", |m| {
            scene.say(m, Word::Boundaries).say(" ");
            scene.say(m, Word::Geometry);
        });
    });
}

fn context(m: &mut Markup, scene: &Scene) {
    let others = shapes().iter().filter(|shape| scene.dataset.country(shape.code).is_none()).map(|shape| shape.land);
    std::iter::once(CONTEXT).chain(others).for_each(|land| path(m, "context", land));
}

fn path(m: &mut Markup, class: &'static str, outline: Outline) {
    m.element("path", |m| {
        m.attr("class", class).outline(outline);
    });
}

fn country(m: &mut Markup, scene: &Scene, id: CountryId, shape: &'static Shape) {
    let country = &scene.dataset[id];
    let current = scene.state.country == Some(id);
    m.element("a|part=country", |m| {
        m.attr("data-country", &country.code).attr("href", &scene.href(Target::Country(id)));
        m.attr("id", &country.code);
        m.attr("aria-label", country.short.get(scene.lang)).and(scene.words.get(Word::OnMap));
        // Only the engine leads the arrow keys from one country to another.
        if !scene.is(super::Form::Page) {
            m.attr("tabindex", if has_stop(scene, id) { "0" } else { "-1" });
        }
        if current {
            m.attr("aria-current", "true");
        }
        path(m, "hit", shape.hit);
        path(m, "land", shape.land);
        if let Some(callout) = &shape.callout {
            disc(m, country, callout.at, shape.capital, current);
        }
        plate(m, country.short.get(scene.lang), label(shape, scene.lang), mark(scene, id).is_some());
    });
}

/// Whether Tab leads to this country of the map.
fn has_stop(scene: &Scene, id: CountryId) -> bool {
    scene.state.stop.unwrap_or(CountryId(0)) == id
}

/// Under the name, which is drawn above all land: what a thumb presses where the land is too small. Its size is in
/// CSS pixels, as a name's is.
fn plate(m: &mut Markup, text: &str, label: &Label, marked: bool) {
    let (first, second) = lines(text);
    let width = wide(first).max(wide(second)) + if marked { 17 } else { 0 };
    m.element("rect", |m| {
        stand(m, label, width);
        set(m, "width", width);
        set(m, "height", if second.is_empty() { 25 } else { 36 });
    });
}

/// A name's place, or that of a box so wide, and which way it runs.
fn stand(m: &mut Markup, label: &Label, width: i32) {
    let end = label.anchor as i32;
    m.attr("class", nth("start middle end", b' ', end as usize)).and(if label.beside { " beside" } else { "" });
    set(m, "x", label.at.x - width * end / 2);
    set(m, "y", label.at.y);
}

fn set(m: &mut Markup, name: &'static str, value: i32) {
    m.attr(name, "").and_number(value);
}

/// About how many CSS pixels a line of a name takes; Hangul is as wide as an m.
fn wide(line: &str) -> i32 {
    line.chars().map(|letter| if letter.is_ascii() && !matches!(letter, 'M' | 'm') { 9 } else { 13 }).sum()
}

/// Where a country's name stands in this language.
pub fn label(shape: &'static Shape, lang: Lang) -> &'static Label {
    if lang == Lang::Ko { &shape.label_ko } else { &shape.label_en }
}

fn disc(m: &mut Markup, country: &Country, at: Point, to: Point, current: bool) {
    m.element("g|part=callout", |m| {
        m.attr("data-country", &country.code);
        if current {
            m.attr("aria-current", "true");
        }
        leader(m, at, to);
        circle(m, "reach", at);
        circle(m, "disc", at);
    });
}

/// From the disc to the capital.
fn leader(m: &mut Markup, from: Point, to: Point) {
    m.element("line|class=leader", |m| {
        set(m, "x1", from.x);
        set(m, "y1", from.y);
        set(m, "x2", to.x);
        set(m, "y2", to.y);
    });
}

/// Sizes are the style's: they stay the same in CSS pixels whatever the map's width.
fn circle(m: &mut Markup, class: &'static str, at: Point) {
    m.element("circle", |m| {
        m.attr("class", class);
        set(m, "cx", at.x);
        set(m, "cy", at.y);
    });
}

/// The mark of the selected country: outline, capital, and the line that joins it with Seoul. Around the name of the one
/// that has the focus, above all land, another form.
fn selection(m: &mut Markup, scene: &Scene, id: CountryId, shape: &'static Shape) {
    let country = &scene.dataset[id];
    if scene.state.country == Some(id) {
        path(m, "outline", shape.land);
        arc(m, scene, country, shape);
    }
    if has_stop(scene, id) && !scene.is(super::Form::Page) {
        plate(m, country.short.get(scene.lang), label(shape, scene.lang), mark(scene, id).is_some());
    }
}

/// A country's name.
fn over(m: &mut Markup, scene: &Scene, id: CountryId, shape: &'static Shape) {
    let country = &scene.dataset[id];
    let current = scene.state.country == Some(id);
    m.element("text", |m| {
        m.attr("data-key", &country.code);
        if current {
            m.attr("data-selected", "");
        }
        name(m, country.short.get(scene.lang), label(shape, scene.lang), mark(scene, id));
    });
}

/// The mark of a country of which the reader's choices leave something to read.
fn mark(scene: &Scene, id: CountryId) -> Option<Mark> {
    (is_empty(scene, About::Country(id)) == Some(false)).then(|| scene.state.filter.pillar(scene.dataset))
}

/// The great circle that joins the selected country's capital with Seoul.
fn arc(m: &mut Markup, scene: &Scene, country: &Country, shape: &'static Shape) {
    if country.group == Group::Asean
        && let Some(line) = shape.arc
    {
        path(m, "arc", line);
        let rok = scene.dataset.countries.iter().find(|country| country.group == Group::Rok);
        if let Some(seoul) = rok.and_then(|rok| crate::map::shape(&rok.code)) {
            circle(m, "capital", seoul.capital);
        }
    }
    circle(m, "capital", shape.capital);
}

fn places(m: &mut Markup, scene: &Scene) {
    for place in &scene.dataset.places {
        let at = project(place.lon_e2, place.lat_e2);
        if place.dot {
            circle(m, "dot", at);
        }
        if place.label {
            let label = Label { at, anchor: Anchor::Start, beside: true };
            m.element("text", |m| name(m, place.name.get(scene.lang), &label, None));
        }
    }
}

/// What a `text` says: a name, and before it the mark of the filter.
fn name(m: &mut Markup, text: &str, label: &Label, mark: Option<Mark>) {
    stand(m, label, 0);
    let (first, second) = lines(text);
    if second.is_empty() {
        return line(m, first, mark);
    }
    row(m, label, "-.57em", first, mark);
    // Takes no room; whoever copies the name has it.
    m.leaf("tspan|font-size=0", " ");
    row(m, label, "1.15em", second, None);
}

fn row(m: &mut Markup, label: &Label, down: &'static str, text: &str, mark: Option<Mark>) {
    m.element("tspan", |m| {
        set(m, "x", label.at.x);
        m.attr("dy", down);
        line(m, text, mark);
    });
}

/// The mark is text, as the name is: so it stands as far from every name, however long and wherever anchored.
fn line(m: &mut Markup, text: &str, mark: Option<Mark>) {
    if let Some(pillar) = mark {
        m.element("tspan", |m| {
            let sign = nth("●\u{a0} ■\u{a0} ▲\u{a0} ◆\u{a0}", b' ', pillar.map_or(3, |pillar| pillar as usize));
            m.attr("class", pillar.map_or("any", Pillar::slug)).say(sign);
        });
    }
    m.say(text);
}

/// A long name in two lines, broken at the space nearest to its middle.
pub fn lines(text: &str) -> (&str, &str) {
    let off = |at: usize| (at * 2).abs_diff(text.len());
    let mut end = text.len();
    for (at, byte) in text.bytes().enumerate() {
        if byte == b' ' && text.len() > 12 && off(at) < off(end) {
            end = at;
        }
    }
    (text.get(..end).unwrap_or_default(), text.get(end + 1..).unwrap_or_default())
}
