//! What is placed by hand: capitals, names and discs.

use super::{Anchor, Baked, Callout, Label, Point, Shape, baked, project};

use Anchor::{End, Middle, Start};

/// Every shape: baked geometry joined with what is placed by hand. They are drawn in this order, so that what is pressed
/// at a name is that name's country: a name reaches only over land and discs that stand before its own.
// A table, one country a line.
#[rustfmt::skip]
pub(super) static SHAPES: [Shape; 12] = [
    named( "PH", baked::PH, project(12098, 1460), label(622, 412, Start),  label(622, 412, Start)),
    named( "ID", baked::ID, project(10685, -621), label(470, 822, Start),  label(470, 822, Start)),
    named( "TL", baked::TL, project(12558, -856), label(682, 969, Middle), label(682, 969, Middle)),
    named( "MY", baked::MY, project(10169,  314), label(404, 745, Start),  label(404, 745, Start)),
    named( "MM", baked::MM, project( 9613, 1975), label( 40, 224, Start),  label( 93, 312, Middle)),
    named( "VN", baked::VN, project(10585, 2103), label(217, 298, Start),  label(217, 298, Start)),
    named( "LA", baked::LA, project(10263, 1797), label(213, 383, Start),  label(213, 385, Start)),
    named( "TH", baked::TH, project(10050, 1375), label(138, 456, Middle), label(204, 475, End)),
    named( "KH", baked::KH, project(10492, 1156), label(225, 529, Start),  label(232, 527, Start)),
    named( "KR", baked::KR, project(12698, 3757), beside(712, 110, Middle), label(722,  68, Middle)),
    called("SG", baked::SG, project(10385,  129), at(288, 789), Middle),
    called("BN", baked::BN, project(11494,  489), at(400, 636), Start),
];

const fn at(x: i32, y: i32) -> Point {
    Point { x, y }
}

const fn label(x: i32, y: i32, anchor: Anchor) -> Label {
    Label { at: at(x, y), anchor, beside: false }
}

/// A name by its place, as far off on every width.
const fn beside(x: i32, y: i32, anchor: Anchor) -> Label {
    Label { at: at(x, y), anchor, beside: true }
}

/// A country whose name stands on or by its land.
const fn named(code: &'static str, baked: Baked, capital: Point, label_en: Label, label_ko: Label) -> Shape {
    let Baked { land, hit, arc } = baked;
    Shape { code, land, hit, arc, capital, callout: None, label_en, label_ko }
}

/// A country with a disc, its name beside the disc.
const fn called(code: &'static str, baked: Baked, capital: Point, at: Point, anchor: Anchor) -> Shape {
    let label = beside(at.x, at.y, anchor);
    let Baked { land, hit, arc } = baked;
    Shape { code, land, hit, arc, capital, callout: Some(Callout { at }), label_en: label, label_ko: label }
}
