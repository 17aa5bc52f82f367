//! The pictures: the overview's sheet and every country's, in each language, as `picture.vn.en.svg` and `.png`. For hosts
//! that take pictures alone, and for previews of links.

use crate::pages::Page;
use crate::read_bytes;
use crate::skins::TOKENS;
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree},
};
use rok_asean_map::model::{About, CountryId, Dataset, FactId, Lang};
use rok_asean_map::view::{country_page, folder};
use rok_asean_map::write::{
    caption,
    png::labelled,
    selection::Selection,
    sheet::{Format, Ink, sheet},
    svg::svg,
};
use std::path::Path;
use std::{sync::Arc, thread};

/// In pixels.
pub const SIZE: [u32; 2] = [1200, 630];

/// The type of a sheet, in its weights: files of our own, so that every machine draws the same.
const FONTS: [&str; 4] = [
    "400Regular/NotoSansKR_400Regular.ttf",
    "600SemiBold/NotoSansKR_600SemiBold.ttf",
    "700Bold/NotoSansKR_700Bold.ttf",
    "800ExtraBold/NotoSansKR_800ExtraBold.ttf",
];

const FOLDER: &str = "node_modules/@expo-google-fonts/noto-sans-kr";

/// A picture, not yet drawn.
pub struct Picture {
    /// Without what tells its two files apart.
    name: String,
    selection: Selection,
}

impl Picture {
    /// Of a country, or of all of them. `site` is where the folder will stand; empty, the picture names no address.
    pub fn new(dataset: &Dataset, lang: Lang, country: Option<CountryId>, site: &str) -> Picture {
        let code = country.map(|id| &*dataset[id].code);
        let about = |id: CountryId| dataset.facts_about(About::Country(id)).to_vec();
        let page = [site, folder(lang), &code.map(country_page).unwrap_or_default()].concat();
        let selection = Selection {
            dataset: dataset.clone(),
            lang,
            country,
            facts: country.map_or_else(|| (0..dataset.facts.len() as u32).map(FactId).collect(), about),
            page: if site.is_empty() { String::new() } else { page },
            name: String::new(),
        };
        let code = code.map_or(String::new(), |code| format!(".{}", code.to_ascii_lowercase()));
        Picture { name: format!("picture{code}.{}", lang.tag()), selection }
    }

    /// Its name as a file of this kind.
    pub fn file(&self, extension: &str) -> String {
        format!("{}.{extension}", self.name)
    }

    /// What it shows.
    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    /// The picture in words.
    pub fn alt(&self) -> String {
        caption::alt(&self.selection)
    }

    fn svg(&self) -> String {
        let light = |name| TOKENS.iter().find(|token| token.name == name).map_or("", |token| token.colours[0]);
        let sheet = sheet(&self.selection, Format::Wide, &Ink::NAMES.map(light), "");
        svg(&sheet, self.selection.lang.tag(), &caption::title(&self.selection), &self.alt())
    }

    fn files(&self, options: &Options) -> Result<[Page; 2], String> {
        let svg = self.svg();
        let png = png(&svg, options)
            .and_then(|png| labelled(&png, &caption::labels(&self.selection)))
            .ok_or_else(|| format!("{} cannot be drawn.", self.file("svg")))?;
        Ok([(self.file("svg").into(), svg.into_bytes()), (self.file("png").into(), png)])
    }
}

/// Every picture.
pub fn pictures(dataset: &Dataset, site: &str) -> Vec<Picture> {
    let subjects = || std::iter::once(None).chain(dataset.country_ids().map(Some));
    let of = |lang: &Lang| subjects().map(|country| Picture::new(dataset, *lang, country, site)).collect::<Vec<_>>();
    Lang::ALL.iter().flat_map(of).collect()
}

/// Draws them, on as many cores as there are.
///
/// # Errors
/// A sentence, when a font is missing or a picture cannot be drawn.
pub fn files(pictures: &[Picture]) -> Result<Vec<Page>, String> {
    let options = &options()?;
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let part = pictures.len().div_ceil(cores).max(1);
    let draw = |part: &[Picture]| part.iter().map(|picture| picture.files(options)).collect::<Result<Vec<_>, _>>();
    thread::scope(|scope| {
        let parts: Vec<_> = pictures.chunks(part).map(|part| scope.spawn(move || draw(part))).collect();
        let drawn = parts.into_iter().map(|part| part.join().expect("to draw does not panic"));
        drawn.collect::<Result<Vec<_>, _>>().map(|parts| parts.into_iter().flatten().flatten().collect())
    })
}

fn options() -> Result<Options<'static>, String> {
    let mut options = Options::default();
    let fonts = Arc::make_mut(&mut options.fontdb);
    for font in FONTS {
        fonts.load_font_data(read_bytes(&Path::new(FOLDER).join(font))?);
    }
    Ok(options)
}

fn png(svg: &str, options: &Options) -> Option<Vec<u8>> {
    let tree = Tree::from_str(svg, options).ok()?;
    let mut pixels = Pixmap::new(SIZE[0], SIZE[1])?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::dataset;
    use rok_asean_map::model::Text;

    /// The pixels of a picture, row by row, and its file.
    fn drawn(dataset: &Dataset, lang: Lang, code: &str) -> (Pixmap, Vec<u8>) {
        let picture = Picture::new(dataset, lang, dataset.country(code), "");
        let [_, (_, png)] = picture.files(&options().unwrap()).unwrap();
        (Pixmap::decode_png(&png).unwrap(), png)
    }

    /// How many pixels differ where the map is, and where the words are.
    fn differences(one: &Pixmap, other: &Pixmap) -> [usize; 2] {
        let pixels = one.pixels().iter().zip(other.pixels()).enumerate();
        let places = pixels.filter(|(_, (one, other))| one != other).map(|(place, _)| place as u32 % SIZE[0]);
        places.fold([0, 0], |mut counts, x| {
            counts[usize::from(x >= SIZE[1])] += 1;
            counts
        })
    }

    #[test]
    fn a_picture_of_pixels_holds_the_map_and_its_words() {
        let dataset = dataset().unwrap();
        let mut renamed = dataset.clone();
        renamed.title = Text::new("ASEAN".into(), "아세안".into());
        for lang in Lang::ALL {
            let (picture, file) = drawn(&dataset, lang, "VN");
            assert_eq!([picture.width(), picture.height()], SIZE);
            assert!(drawn(&dataset, lang, "VN").1 == file, "the same picture has the same bytes");
            let [_, words] = differences(&picture, &drawn(&renamed, lang, "VN").0);
            assert!(words > 500, "another title, {words} other pixels");
            let [map, _] = differences(&picture, &drawn(&dataset, lang, "TH").0);
            assert!(map > 5000, "another country, {map} other pixels");
        }
        let [map, _] = differences(&drawn(&dataset, Lang::En, "VN").0, &drawn(&dataset, Lang::Ko, "VN").0);
        assert!(map > 5000, "names in another language, {map} other pixels");
    }

    #[test]
    fn a_picture_names_its_page_once_that_has_an_address() {
        let dataset = dataset().unwrap();
        let told = |site, code| {
            let picture = Picture::new(&dataset, Lang::Ko, dataset.country(code), site);
            (picture.file("png"), picture.svg(), picture.alt())
        };
        let (file, svg, alt) = told("https://a.example/map/", "VN");
        assert_eq!(file, "picture.vn.ko.png");
        assert!(
            svg.contains(">https://a.example/map/ko/vn.html<") && alt.ends_with(". https://a.example/map/ko/vn.html")
        );
        let (file, svg, alt) = told("", "");
        assert_eq!(file, "picture.ko.png");
        assert!(!svg.contains("vn.html") && !svg.contains("></text>") && !alt.ends_with([' ', '.']), "{alt}");
    }
}
