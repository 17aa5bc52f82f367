//! The map on a sheet, as the page draws it: same shapes, same places, same marks.

use super::{Ink, Mark, Path, Pen, Text};
use crate::{
    map::{Anchor, CONTEXT, Label, Point, SIZE, Shape, project, shape, shapes},
    model::{Country, CountryId, Group},
    view::{label_of, name_lines},
    write::selection::Selection,
};

/// A square of a sheet that the map fills.
struct Plate {
    x: f64,
    y: f64,
    /// Pixels in a map unit.
    scale: f64,
    /// What is one CSS pixel on the page, in pixels: names, discs and lines grow together.
    unit: f64,
}

/// Draws the map with its north-west corner at `x`, `y` and its names in type of `size`.
pub fn plate(pen: &mut Pen, selection: &Selection, [x, y, side]: [i32; 3], size: f64) {
    let at = Plate { x: x.into(), y: y.into(), scale: f64::from(side) / f64::from(SIZE), unit: size / 13. };
    let dataset = &selection.dataset;
    pen.rect(Ink::Sea, [x, y, side, side]);
    let others = shapes().iter().filter(|shape| dataset.country(shape.code).is_none()).map(|shape| shape.land);
    std::iter::once(CONTEXT).chain(others).for_each(|land| at.area(pen, land.data(), Ink::Context));
    frame(pen, [x, y, side]);
    let drawn: Vec<(CountryId, &Shape)> =
        shapes().iter().filter_map(|shape| Some((dataset.country(shape.code)?, shape))).collect();
    let current = |id: CountryId| selection.country == Some(id);
    drawn.iter().for_each(|(id, shape)| at.country(pen, shape, current(*id)));
    for place in dataset.places.iter().filter(|place| place.dot) {
        at.circle(pen, project(place.lon_e2, place.lat_e2), 1.75, Ink::Land, (Ink::Border, 0.75));
    }
    for (id, shape) in drawn.iter().filter(|(id, _)| current(*id)) {
        at.selection(pen, selection, &dataset[*id], shape);
    }
    for place in dataset.places.iter().filter(|place| place.label) {
        let label = Label { at: project(place.lon_e2, place.lat_e2), anchor: Anchor::Start, beside: true };
        at.name(pen, place.name.get(selection.lang), &label, 600);
    }
    for (id, shape) in drawn {
        let weight = if current(id) { 800 } else { 600 };
        let (name, label) = (dataset[id].short.get(selection.lang), label_of(shape, selection.lang));
        at.name(pen, name, label, weight);
    }
}

/// Land around the region runs on past the map's edge: what lies beyond is covered.
fn frame(pen: &mut Pen, [x, y, side]: [i32; 3]) {
    let wide = side * 3 / 100;
    let across = side + 2 * wide;
    pen.rect(Ink::Surface, [x - wide, y - wide, across, wide]);
    pen.rect(Ink::Surface, [x - wide, y + side, across, wide]);
    pen.rect(Ink::Surface, [x - wide, y, wide, side]);
    pen.rect(Ink::Surface, [x + side, y, wide, side]);
}

impl Plate {
    fn path(&self, pen: &mut Pen, d: String, fill: Option<Ink>, stroke: Option<(Ink, f64)>, dash: Option<[f64; 2]>) {
        let units = |pixels: f64| pixels * self.unit / self.scale;
        let (fill, width) = (fill.map(|ink| pen.colour(ink)), stroke.map_or(0., |(_, width)| units(width)));
        let stroke = stroke.map(|(ink, _)| pen.colour(ink));
        let (x, y, scale, dash) = (self.x, self.y, self.scale, dash.map(|gaps| gaps.map(units)));
        pen.marks.push(Mark::Path(Path { d, x, y, scale, fill, stroke, width, dash }));
    }

    fn area(&self, pen: &mut Pen, d: &str, ink: Ink) {
        self.path(pen, d.to_owned(), Some(ink), None, None);
    }

    fn circle(&self, pen: &mut Pen, at: Point, radius: f64, fill: Ink, stroke: (Ink, f64)) {
        let r = (radius * self.unit / self.scale * 100.).round() / 100.;
        let (left, across) = (f64::from(at.x) - r, 2. * r);
        let d = format!("M{left} {}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0 -{across} 0z", at.y);
        self.path(pen, d, Some(fill), Some(stroke), None);
    }

    fn country(&self, pen: &mut Pen, shape: &Shape, current: bool) {
        let land = if current { Ink::Selected } else { Ink::Land };
        self.path(pen, shape.land.data().to_owned(), Some(land), Some((Ink::Border, 0.75)), None);
        if let Some(callout) = &shape.callout {
            let (from, to) = (callout.at, shape.capital);
            let leader = format!("M{} {}L{} {}", from.x, from.y, to.x, to.y);
            self.path(pen, leader, None, Some((Ink::Border, 0.75)), None);
            let edge = if current { (Ink::Accent, 2.25) } else { (Ink::Border, 0.75) };
            self.circle(pen, callout.at, 11., land, edge);
        }
    }

    /// Outline, capital, and the line that joins it with Seoul.
    fn selection(&self, pen: &mut Pen, selection: &Selection, country: &Country, drawn: &Shape) {
        self.path(pen, drawn.land.data().to_owned(), None, Some((Ink::Accent, 2.25)), None);
        let edge = (Ink::Accent, 2.25);
        if country.group == Group::Asean
            && let Some(arc) = drawn.arc
        {
            self.path(pen, arc.data().to_owned(), None, Some(edge), Some([1., 5.]));
            let rok = selection.dataset.countries.iter().find(|country| country.group == Group::Rok);
            if let Some(seoul) = rok.and_then(|rok| shape(&rok.code)) {
                self.circle(pen, seoul.capital, 4., Ink::Halo, edge);
            }
        }
        self.circle(pen, drawn.capital, 4., Ink::Halo, edge);
    }

    /// A name at its place, or beside the disc or dot there, in one line or two.
    fn name(&self, pen: &mut Pen, name: &str, label: &Label, weight: u16) {
        let size = 13. * self.unit;
        let (anchor, [right, down]) = match label.anchor {
            Anchor::Start => ("start", [15., 0.]),
            Anchor::Middle => ("middle", [0., 22.]),
            Anchor::End => ("end", [0., 0.]),
        };
        let shift = |pixels: f64| if label.beside { pixels * self.unit } else { 0. };
        let x = self.x + f64::from(label.at.x) * self.scale + shift(right);
        let y = self.y + f64::from(label.at.y) * self.scale + shift(down) + size * 0.36;
        let (first, second) = name_lines(name);
        let rows = if second.is_empty() { vec![(first, 0.)] } else { vec![(first, -0.57), (second, 0.58)] };
        for (text, em) in rows {
            let (fill, halo) = (pen.colour(Ink::Text), Some(pen.colour(Ink::Halo)));
            let text = text.to_owned();
            pen.marks.push(Mark::Text(Text { text, x, y: y + em * size, size, weight, anchor, fill, halo }));
        }
    }
}
