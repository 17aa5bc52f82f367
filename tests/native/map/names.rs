//! Names and discs as a page sets them: none touches another, none runs out of the view.

use crate::plot::{Mask, mask, rings};
use crate::{of, plot};
use rok_asean_map::map::{Anchor, Label, Point, shapes};

/// The ten as of 2021 and the Republic of Korea, with their names as they are set.
const NAMES: [(&str, &str, &str); 11] = [
    ("BN", "Brunei\nDarussalam", "브루나이"),
    ("KH", "Cambodia", "캄보디아"),
    ("ID", "Indonesia", "인도네시아"),
    ("LA", "Lao PDR", "라오스"),
    ("MY", "Malaysia", "말레이시아"),
    ("MM", "Myanmar", "미얀마"),
    ("PH", "Philippines", "필리핀"),
    ("SG", "Singapore", "싱가포르"),
    ("TH", "Thailand", "태국"),
    ("VN", "Viet Nam", "베트남"),
    ("KR", "Republic\nof Korea", "한국"),
];

/// The least side of a target, in CSS pixels.
const TARGET: f64 = 24.0;
/// How many ems the filter's mark takes before a name, room included.
const MARK: f64 = 1.0;

#[test]
fn names_and_discs_never_touch() {
    at_every_width(|korean, px| {
        for marked in [false, true] {
            let discs = NAMES.iter().filter_map(|(code, ..)| Some((*code, disc(code, px)?)));
            apart(&NAMES.iter().map(|row| name(row, korean, px, 0.0, marked)).chain(discs).collect::<Vec<_>>());
        }
    });
}

/// The name of the Republic of Korea stands on its land, or begins within a finger's breadth of it.
#[test]
fn the_name_of_the_republic_of_korea_is_by_its_land() {
    let land = rings(of("KR").land.data());
    at_every_width(|korean, px| {
        let [left, top, right, _] = name(&NAMES[10], korean, px, 0.0, false).1;
        let edge = (left as i32..right as i32).map(|x| Point { x, y: top as i32 });
        let off = edge.map(|at| if plot::holds(&land, at) { 0.0 } else { plot::distance(&land, at) / px });
        let least = off.fold(f64::INFINITY, f64::min);
        assert!(least < 10.0, "{least} CSS pixels off its land at {px}");
    });
}

/// What is pressed at a name is that name's country: land, sea within reach and discs of what is drawn later keep off it.
#[test]
fn names_lie_over_what_is_drawn_before() {
    let codes: Vec<&str> = shapes().iter().map(|shape| shape.code).collect();
    let pressed: Vec<Mask> =
        shapes().iter().map(|shape| mask(&rings(shape.land.data())).or(&mask(&rings(shape.hit.data())))).collect();
    at_every_width(|korean, px| {
        for row in &NAMES {
            let (code, frame) = name(row, korean, px, 0.0, true);
            let place = codes.iter().position(|other| *other == code).expect("a shape");
            for later in place + 1..codes.len() {
                let covered = pressed[later].share(frame);
                assert!(covered < 0.02, "{} covers {covered} of the name of {code} at {px}", codes[later]);
                assert!(disc(codes[later], px).is_none_or(|disc| !overlap(&frame, &disc)), "{code}");
            }
        }
    });
}

/// The land of a landlocked country is too small for a thumb: its name is pressed too, and nothing later lies on it.
#[test]
fn names_as_targets_hold_a_finger_tip() {
    at_every_width(|korean, px| {
        for small in ["LA", "KH"] {
            let row = |code: &str| NAMES.iter().find(|row| row.0 == code).expect("a name");
            let band = name(row(small), korean, px, TARGET, false).1;
            let others = NAMES.iter().filter(|row| row.0 != small).map(|row| name(row, korean, px, 0.0, true));
            others.for_each(|(code, frame)| assert!(!overlap(&band, &frame), "{small} touches {code} at {px}"));
        }
    });
}

/// Runs a check in both languages with the map units that a CSS pixel takes on maps of all widths.
fn at_every_width(check: impl Fn(bool, f64)) {
    for width in [288.0, 320.0, 358.0, 480.0, 600.0, 720.0, 1000.0] {
        check(false, 1000.0 / width);
        check(true, 1000.0 / width);
    }
}

/// A country's code, and left, top, right and bottom of its name or disc in map units.
type Frame = (&'static str, [f64; 4]);

fn apart(frames: &[Frame]) {
    for (at, (code, frame)) in frames.iter().enumerate() {
        assert!(frame.iter().all(|edge| (0.0..=1000.0).contains(edge)), "{code} runs out: {frame:?}");
        let touching = frames[at + 1..].iter().find(|(other, with)| code != other && overlap(frame, with));
        assert!(touching.is_none(), "{code} {frame:?} touches {touching:?}");
    }
}

fn overlap(a: &[f64; 4], b: &[f64; 4]) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

/// What a disc takes up as a target.
fn disc(code: &str, px: f64) -> Option<[f64; 4]> {
    of(code).callout.map(|disc| around(plot::exact(disc.at), 22.0 * px, 22.0 * px))
}

/// What a name takes up: its longest line, with the filter's mark before it or not, by its lines, or by `least` CSS pixels
/// if that is more.
fn name((code, en, ko): &(&'static str, &str, &str), korean: bool, px: f64, least: f64, marked: bool) -> Frame {
    let (text, label) = if korean { (ko, &of(code).label_ko) } else { (en, &of(code).label_en) };
    let (em, lines) = (13.5 * px, text.lines().count() as f64);
    let wide = (text.lines().map(plot::ems).fold(0.0, f64::max) + if marked { MARK } else { 0.0 }) * em / 2.0;
    let high = 1.15 * em * lines / 2.0;
    let [right, down] = if label.beside { beside(label, px) } else { [0.0, 0.0] };
    let [x, y] = plot::exact(label.at);
    (code, around([x + right + side(label) * wide, y + down], wide, high.max(least * px / 2.0)))
}

/// How far from its place the side of a name is, or the name's middle below it.
fn beside(label: &Label, px: f64) -> [f64; 2] {
    [side(label) * 15.0 * px, if label.anchor == Anchor::Middle { 22.0 * px } else { 0.0 }]
}

fn side(label: &Label) -> f64 {
    match label.anchor {
        Anchor::Start => 1.0,
        Anchor::Middle => 0.0,
        Anchor::End => -1.0,
    }
}

fn around([x, y]: [f64; 2], wide: f64, high: f64) -> [f64; 4] {
    [x - wide, y - high, x + wide, y + high]
}
