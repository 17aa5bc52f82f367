//! Names of the sea east of Korea and of Dokdo that no text may use, whatever they are dressed up with.

use super::normal::Normal;

/// Each with the name to write. The rule is the office's: 동해/East Sea and 독도/Dokdo.
const TOPONYMS: [(&str, &str); 10] = [
    ("seaofjapan", "East Sea"),
    ("japansea", "East Sea"),
    ("일본해", "동해"),
    ("日本海", "동해"),
    ("takeshima", "Dokdo"),
    ("다케시마", "독도"),
    ("竹島", "독도"),
    ("竹岛", "독도"),
    ("liancourt", "Dokdo"),
    ("리앙쿠르", "독도"),
];

/// How what follows a name in Korean, Japanese or Chinese begins, without marks. Behind any other syllable a name that
/// is written apart is none: 일본 해양, 日本 海外.
const PARTICLES: &str = "는은의에를을와과가이로도만라인입및のはをにかともてへ的和与與";

/// The name to write in place of a forbidden one that the text uses.
pub fn toponym(text: &str) -> Option<&'static str> {
    let text = Normal::of(text);
    TOPONYMS.iter().find(|(wrong, _)| holds(&text, wrong)).map(|(_, right)| *right)
}

fn holds(text: &Normal, name: &str) -> bool {
    text.letters.match_indices(name).any(|(start, _)| {
        let end = start + name.len();
        if name.is_ascii() {
            let plural = text.letters[end..].starts_with('s');
            ends(text, end, is_latin) || plural && ends(text, end + 1, is_latin)
        } else {
            !text.has_gap(start + 1, end) || ends(text, end, |next| next.is_alphabetic() && !PARTICLES.contains(next))
        }
    })
}

fn is_latin(letter: char) -> bool {
    letter.is_ascii_lowercase()
}

/// Whether the word that a name stands in ends here, as it does but where one of certain letters follows at once.
fn ends(text: &Normal, end: usize, goes_on: impl Fn(char) -> bool) -> bool {
    text.has_gap(end, end + 1) || !text.letters[end..].starts_with(goes_on)
}
