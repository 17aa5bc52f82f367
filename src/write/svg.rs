//! A sheet as a picture that stands alone.

use super::{
    html::escape,
    sheet::{Mark, Path, Sheet, Text},
};

/// What a reader's system sets names in where it lacks the page's own family.
const FONTS: &str = "'Noto Sans KR', 'Malgun Gothic', 'Apple SD Gothic Neo', 'Noto Sans', sans-serif";

/// The sheet as an SVG document, with its title and its description for those who do not see it.
pub fn svg(sheet: &Sheet, lang: &str, title: &str, description: &str) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let (width, height) = (sheet.width.to_string(), sheet.height.to_string());
    let font = [&*sheet.font, if sheet.font.is_empty() { "" } else { ", " }, FONTS].concat();
    let attributes = [
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("width", &width),
        ("height", &height),
        ("viewBox", &format!("0 0 {width} {height}")),
        ("role", "img"),
        ("aria-labelledby", "title description"),
        ("xml:lang", lang),
        ("font-family", &font),
        ("stroke-linejoin", "round"),
        ("stroke-linecap", "round"),
    ];
    open(&mut out, "svg", &attributes);
    for (id, tag, text) in [("title", "title", title), ("description", "desc", description)] {
        leaf(&mut out, tag, &[("id", id)], text);
    }
    for mark in &sheet.marks {
        match mark {
            Mark::Path(path) => draw(&mut out, path),
            Mark::Text(text) => write(&mut out, text),
        }
    }
    out.push_str("</svg>\n");
    out
}

fn open(out: &mut String, tag: &str, attributes: &[(&str, &str)]) {
    out.extend(["<", tag]);
    for (name, value) in attributes {
        out.extend([" ", name, "=\""]);
        escape_xml(out, value);
        out.push('"');
    }
    out.push('>');
}

fn leaf(out: &mut String, tag: &str, attributes: &[(&str, &str)], text: &str) {
    open(out, tag, attributes);
    escape_xml(out, text);
    out.extend(["</", tag, ">\n"]);
}

/// As HTML, but that XML knows no name for the space that does not break.
fn escape_xml(out: &mut String, text: &str) {
    for (index, part) in text.split('\u{a0}').enumerate() {
        out.push_str(if index == 0 { "" } else { "\u{a0}" });
        escape(out, part);
    }
}

fn draw(out: &mut String, path: &Path) {
    let transform = format!("translate({} {}) scale({})", number(path.x), number(path.y), number(path.scale));
    let width = number(path.width);
    let dash = path.dash.map_or(String::new(), |[on, off]| format!("{} {}", number(on), number(off)));
    let mut attributes = vec![("d", &*path.d), ("fill", path.fill.as_deref().unwrap_or("none"))];
    if path.scale != 1. {
        attributes.push(("transform", &transform));
    }
    if let Some(stroke) = &path.stroke {
        attributes.extend([("stroke", &**stroke), ("stroke-width", &width)]);
    }
    if !dash.is_empty() {
        attributes.push(("stroke-dasharray", &dash));
    }
    leaf(out, "path", &attributes, "");
}

fn write(out: &mut String, text: &Text) {
    let [x, y, size] = [text.x, text.y, text.size].map(number);
    let (weight, width) = (text.weight.to_string(), number(text.size * 3. / 13.));
    let mut attributes =
        vec![("x", &*x), ("y", &y), ("font-size", &size), ("font-weight", &weight), ("fill", &text.fill)];
    if text.anchor != "start" {
        attributes.push(("text-anchor", text.anchor));
    }
    if let Some(halo) = &text.halo {
        attributes.extend([("stroke", &**halo), ("stroke-width", &width), ("paint-order", "stroke")]);
    }
    leaf(out, "text", &attributes, &text.text);
}

/// To a thousandth, without what says nothing.
fn number(value: f64) -> String {
    ((value * 1000.).round() / 1000.).to_string()
}
