//! The languages of the interface and of the dataset.

/// A language that every text of the dataset and of the interface is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    #[default]
    En,
    Ko,
}

impl Lang {
    /// Every language, in the order of the dataset's fields.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Ko];

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Ko => "ko",
        }
    }

    /// The language for a BCP 47 tag, by its primary subtag; `None` for one we lack.
    pub fn of_tag(tag: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| is_in(tag, lang.tag()))
    }
}

/// Whether a BCP 47 tag is of the language with this primary subtag, in whatever case; `_` passes for a hyphen.
pub fn is_in(tag: &str, primary: &str) -> bool {
    let (start, rest) = tag.as_bytes().split_at(primary.len().min(tag.len()));
    start.eq_ignore_ascii_case(primary.as_bytes()) && matches!(rest.first(), None | Some(b'-' | b'_'))
}

/// The same statement in each language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(Box<[Box<str>; 2]>);

impl Text {
    /// In the order of [`Lang::ALL`].
    #[inline(never)]
    pub fn new(en: Box<str>, ko: Box<str>) -> Text {
        Text(Box::new([en, ko]))
    }

    #[inline(never)]
    pub fn get(&self, lang: Lang) -> &str {
        &self.0[lang as usize]
    }
}

/// What is wrong with something that the map was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// `facts[3].title.en`, or `$` for the whole file.
    pub path: Box<str>,
    /// What is wrong and how to mend it.
    pub message: Text,
}
