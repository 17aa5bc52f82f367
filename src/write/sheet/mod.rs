//! A picture to print: the map with its title, what it tells, its day, sources and credit, laid out once for SVG and for
//! a canvas. Sizes are pixels of the sheet.

mod plate;
mod words;

use super::{caption, selection::Selection};
use crate::view::Word;
use serde::Serialize;
use words::{Block, Face};

/// What a picture is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// 1200 x 630: the top of an article, a card in a feed.
    Wide,
    /// 1080 x 1080.
    Square,
    /// The map as wide as the reader sees it.
    Seen(i32),
}

impl Format {
    /// As the menu names it; whatever is not known is the map as it is seen, `width` pixels wide.
    pub fn of_name(name: &str, width: i32) -> Format {
        match name {
            "1200 × 630" => Format::Wide,
            "1080 × 1080" => Format::Square,
            _ => Format::Seen(width.clamp(280, 2000)),
        }
    }
}

/// The colours of a picture, by their use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    Text,
    Quiet,
    Surface,
    Line,
    Border,
    Accent,
    Halo,
    Sea,
    Context,
    Land,
    Selected,
}

impl Ink {
    /// The custom properties that hold the colours on the page, in the order of `Ink`.
    pub const NAMES: [&'static str; 11] =
        ["text", "quiet", "surface", "line", "border", "accent", "halo", "sea", "context", "land", "land-selected"];
}

/// A picture, from the back to the front.
#[derive(Debug, Serialize)]
pub struct Sheet {
    pub width: i32,
    pub height: i32,
    pub font: String,
    pub marks: Vec<Mark>,
}

/// What is put on a sheet.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Mark {
    Path(Path),
    Text(Text),
}

/// An area or a line, as SVG path data in units of its own.
#[derive(Debug, Serialize)]
pub struct Path {
    pub d: String,
    pub x: f64,
    pub y: f64,
    /// Pixels in a unit of `d`.
    pub scale: f64,
    pub fill: Option<String>,
    pub stroke: Option<String>,
    /// In units of `d`, as the gaps are.
    pub width: f64,
    pub dash: Option<[f64; 2]>,
}

/// A line of text on its baseline.
#[derive(Debug, Serialize)]
pub struct Text {
    pub text: String,
    pub x: f64,
    pub y: f64,
    pub size: f64,
    pub weight: u16,
    pub anchor: &'static str,
    pub fill: String,
    pub halo: Option<String>,
}

/// What puts marks on a sheet.
struct Pen<'p> {
    /// In the order of `Ink`.
    colours: &'p [&'p str],
    marks: Vec<Mark>,
}

impl Pen<'_> {
    fn colour(&self, ink: Ink) -> String {
        (*self.colours.get(ink as usize).unwrap_or(&"#000")).to_owned()
    }

    fn rect(&mut self, ink: Ink, [x, y, width, height]: [i32; 4]) {
        let (d, fill) = (format!("M{x} {y}h{width}v{height}h-{width}z"), Some(self.colour(ink)));
        self.marks.push(Mark::Path(Path { d, x: 0., y: 0., scale: 1., fill, stroke: None, width: 0., dash: None }));
    }

    fn block(&mut self, block: &Block, x: i32, top: i32, ink: Ink) {
        for (index, line) in block.lines.iter().enumerate() {
            let size = f64::from(block.face.size);
            // Where the baseline lies in a line: letters stand in the middle of it.
            let y = f64::from(top + block.leading() * index as i32) + f64::from(block.leading()) / 2. + size * 0.36;
            let (fill, weight) = (self.colour(ink), block.face.weight);
            let text = line.clone();
            self.marks.push(Mark::Text(Text { text, x: x.into(), y, size, weight, anchor: "start", fill, halo: None }));
        }
    }
}

/// Lays a picture out. `colours` stand in the order of `Ink`; `font` is a list of families, as CSS has it.
pub fn sheet(selection: &Selection, format: Format, colours: &[&str], font: &str) -> Sheet {
    let mut pen = Pen { colours, marks: Vec::new() };
    let (width, height) = match format {
        Format::Wide => wide(&mut pen, selection),
        Format::Square => square(&mut pen, selection),
        Format::Seen(side) => seen(&mut pen, selection, side),
    };
    Sheet { width, height, font: font.to_owned(), marks: pen.marks }
}

/// The map on the left from edge to edge, all words in a column beside it.
fn wide(pen: &mut Pen, selection: &Selection) -> (i32, i32) {
    let (width, height, margin, x) = (1200, 630, 44, 630 + 44);
    let column = width - margin - x;
    pen.rect(Ink::Surface, [0, 0, width, height]);
    plate::plate(pen, selection, [0, 0, height], 16.);
    let top = head(pen, selection, [x, margin, column], 40) + 20;
    let bottom = height - margin - foot(selection, column, 14).height();
    foot(selection, column, 14).draw(pen, x, bottom);
    body(pen, selection, [x, top, column, bottom - 16 - top], 22);
    (width, height)
}

/// The title across, the map with a column beside it, sources and credit across.
fn square(pen: &mut Pen, selection: &Selection) -> (i32, i32) {
    let (side, margin, gap) = (1080, 54, 32);
    let column = 282;
    let across = side - 2 * margin;
    let map = across - column - gap;
    pen.rect(Ink::Surface, [0, 0, side, side]);
    let top = head(pen, selection, [margin, margin, across], 52) + 28;
    let foot = foot(selection, across, 17);
    let bottom = side - margin - foot.height();
    foot.draw(pen, margin, bottom);
    plate::plate(pen, selection, [margin, top, map], 17.);
    body(pen, selection, [margin + map + gap, top, column, bottom - 20 - top], 22);
    (side, side)
}

/// The map as it is on the screen, under its title and over its sources.
fn seen(pen: &mut Pen, selection: &Selection, side: i32) -> (i32, i32) {
    let margin = 16;
    let column = side - 2 * margin;
    let foot = foot(selection, column, 12);
    // The ground comes first, and how high it is is known last.
    let mut words = Pen { colours: pen.colours, marks: Vec::new() };
    let top = head(&mut words, selection, [margin, margin, column], 24) + 12;
    let height = top + side + 12 + foot.height() + margin;
    pen.rect(Ink::Surface, [0, 0, side, height]);
    pen.marks.append(&mut words.marks);
    plate::plate(pen, selection, [0, top, side], 13.);
    foot.draw(pen, margin, top + side + 12);
    (side, height)
}

/// The map's title and, larger, what the picture is about; where they end.
fn head(pen: &mut Pen, selection: &Selection, [x, top, width]: [i32; 3], size: i32) -> i32 {
    let over = Face { size: (size / 2).clamp(14, 24), weight: 700 };
    let title = over.block(selection.dataset.title.get(selection.lang), width);
    let name = caption::heading(selection);
    let sizes = (0..).map(|step| size - 2 * step).take_while(|size| *size >= 18);
    let blocks = sizes.map(|size| Face { size, weight: 700 }.block(name, width));
    let heading = blocks.min_by_key(|block| block.lines.len().max(2)).unwrap_or_default();
    pen.rect(Ink::Accent, [x, top, over.size * 2, 4]);
    pen.block(&title, x, top + 14, Ink::Accent);
    let below = top + 14 + title.height() + 4;
    pen.block(&heading, x, below, Ink::Text);
    below + heading.height()
}

/// The rows in the largest type in which they fit; what does not fit in the smallest is left out.
fn body(pen: &mut Pen, selection: &Selection, [x, top, width, height]: [i32; 4], size: i32) {
    let mut rows = caption::rows(selection);
    let set = |rows: &[caption::Row], size: i32| -> Vec<[Block; 2]> {
        let faces = [Face { size: (size * 5 / 6).max(13), weight: 700 }, Face { size, weight: 400 }];
        rows.iter().map(|(name, text)| [faces[0].block(name, width), faces[1].block(text, width)]).collect()
    };
    let gap = |size: i32| size * 3 / 5;
    let high = |rows: &[[Block; 2]], size: i32| -> i32 {
        rows.iter().flatten().map(Block::height).sum::<i32>() + gap(size) * (rows.len() as i32 - 1)
    };
    while !rows.is_empty() {
        let fits =
            (13..=size).rev().map(|size| (size, set(&rows, size))).find(|(size, rows)| high(rows, *size) <= height);
        if let Some((size, rows)) = fits {
            let mut y = top;
            for [name, text] in rows {
                pen.block(&name, x, y, Ink::Quiet);
                pen.block(&text, x, y + name.height(), Ink::Text);
                y += name.height() + text.height() + gap(size);
            }
            return;
        }
        rows.pop();
    }
}

/// Day and edition, sources, address, credit.
struct Foot {
    width: i32,
    blocks: Vec<(Ink, Block)>,
}

fn foot(selection: &Selection, width: i32, size: i32) -> Foot {
    let (strong, plain, small) =
        (Face { size, weight: 700 }, Face { size, weight: 400 }, Face { size: size - 1, weight: 400 });
    let words = selection.words();
    let credit = [words.get(Word::Boundaries), " ", words.get(Word::Geometry)].concat();
    let texts = [
        (strong, Ink::Text, format!("{} · {}", selection.as_of(), selection.edition())),
        (plain, Ink::Text, caption::publishers(selection)),
        (plain, Ink::Text, selection.link(None)),
        (small, Ink::Quiet, credit),
    ];
    // A picture that is made before it is known where it will stand names no address.
    let told = texts.into_iter().filter(|(_, _, text)| !text.is_empty());
    Foot { width, blocks: told.map(|(face, ink, text)| (ink, face.block(&text, width))).collect() }
}

impl Foot {
    fn height(&self) -> i32 {
        12 + self.blocks.iter().map(|(_, block)| block.height()).sum::<i32>()
    }

    fn draw(&self, pen: &mut Pen, x: i32, top: i32) {
        pen.rect(Ink::Line, [x, top, self.width, 1]);
        let mut y = top + 12;
        for (ink, block) in &self.blocks {
            pen.block(block, x, y, *ink);
            y += block.height();
        }
    }
}
