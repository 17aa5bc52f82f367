//! What a letter is found by: Latin without case and diacritics, Hangul as the keys that write it.

/// Stands for whatever else the syllable holds, after a consonant that was typed alone.
pub const ANY: char = '\u{1}';

/// Syllables from 가 on: 21 vowels to a consonant, 28 endings to a vowel.
const SYLLABLE: u32 = '가' as u32;

/// Consonants that begin a syllable, in the order of Unicode.
const INITIALS: [char; 19] =
    ['ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ'];

/// Jamo that take two keys, and those.
#[rustfmt::skip]
const DOUBLE: [[char; 3]; 18] = [
    ['ㄳ', 'ㄱ', 'ㅅ'], ['ㄵ', 'ㄴ', 'ㅈ'], ['ㄶ', 'ㄴ', 'ㅎ'], ['ㄺ', 'ㄹ', 'ㄱ'], ['ㄻ', 'ㄹ', 'ㅁ'], ['ㄼ', 'ㄹ', 'ㅂ'],
    ['ㄽ', 'ㄹ', 'ㅅ'], ['ㄾ', 'ㄹ', 'ㅌ'], ['ㄿ', 'ㄹ', 'ㅍ'], ['ㅀ', 'ㄹ', 'ㅎ'], ['ㅄ', 'ㅂ', 'ㅅ'], ['ㅘ', 'ㅗ', 'ㅏ'],
    ['ㅙ', 'ㅗ', 'ㅐ'], ['ㅚ', 'ㅗ', 'ㅣ'], ['ㅝ', 'ㅜ', 'ㅓ'], ['ㅞ', 'ㅜ', 'ㅔ'], ['ㅟ', 'ㅜ', 'ㅣ'], ['ㅢ', 'ㅡ', 'ㅣ'],
];

/// Runs of letters with the same base: where each starts, and the base. What has none stands for itself.
const RUNS: &str = "ÀaÇcÈeÌiÐdÑnÒo××ØoÙuÝyÞÞßsàaçcèeìiðdñnòo÷÷øoùuýyþþÿyĀaĆcĎdĒeĜgĤhĨiĴjĶkĹlŃnŌoŔrŚsŢtŨuŴwŶyŹzſsƀƀƠoƢƢƯuƱƱẠaẸeỈiỌoỤuỲyỺỺ";

/// The keys of a letter, in order; `\0` is none. Marks that combine with the letter before them have none.
pub fn keys(letter: char) -> [char; 5] {
    if letter.is_ascii() {
        return [letter.to_ascii_lowercase(), '\0', '\0', '\0', '\0'];
    }
    let Some(at) = syllable(letter) else {
        let [one, two] = split(base(letter));
        return [one, two, '\0', '\0', '\0'];
    };
    let [vowel, second] = split(jamo('ㅏ', at / 28 % 21));
    let [end, last] = (at % 28).checked_sub(1).map_or(['\0'; 2], |index| split(ending(index)));
    [first(letter), vowel, second, end, last]
}

/// The first key of a letter.
pub fn first(letter: char) -> char {
    match syllable(letter) {
        Some(at) => INITIALS[at as usize / 588],
        None => keys(letter)[0],
    }
}

fn syllable(letter: char) -> Option<u32> {
    (letter as u32).checked_sub(SYLLABLE).filter(|at| *at < 19 * 588)
}

/// The jamo so many places after another.
fn jamo(from: char, places: u32) -> char {
    char::from_u32(from as u32 + places).unwrap_or(from)
}

/// Endings are all consonants but ㄸ, ㅃ and ㅉ.
fn ending(index: u32) -> char {
    jamo('ㄱ', index + u32::from(index > 6) + u32::from(index > 16) + u32::from(index > 21))
}

fn split(jamo: char) -> [char; 2] {
    let double = DOUBLE.iter().find(|[double, ..]| *double == jamo);
    double.map_or([jamo, '\0'], |[_, one, two]| [*one, *two])
}

fn base(letter: char) -> char {
    match letter {
        '\u{300}'..='\u{36f}' => '\0',
        'À'..='ỿ' => run(letter),
        _ => letter,
    }
}

fn run(letter: char) -> char {
    let (mut runs, mut found) = (RUNS.chars(), letter);
    while let (Some(start), Some(base)) = (runs.next(), runs.next()) {
        if start <= letter {
            found = base;
        }
    }
    if found.is_ascii() { found } else { letter }
}
