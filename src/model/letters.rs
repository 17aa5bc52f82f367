//! What a letter is found by: Latin without case and marks, Hangul as the keys that write it. What only joins, parts or
//! encloses words has no key: look-alikes are found by each other, and by nothing at all.

/// No key.
pub const NONE: u32 = 0;

/// Stands for whatever else the syllable holds, after a consonant that was typed alone.
pub const ANY: u32 = 1;

/// The first syllable: 588 to an initial consonant, 28 to a vowel.
const SYLLABLE: u32 = '가' as u32;

/// The first of the jamo, which are keys of their own.
const JAMO: u32 = 'ㄱ' as u32;

/// The consonants that begin a syllable, as places among the jamo.
const INITIALS: [u8; 19] = [0, 1, 3, 6, 7, 8, 16, 17, 18, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29];

/// Jamo that take two keys, and those.
#[rustfmt::skip]
const DOUBLE: [[char; 3]; 18] = [
    ['ㄳ', 'ㄱ', 'ㅅ'], ['ㄵ', 'ㄴ', 'ㅈ'], ['ㄶ', 'ㄴ', 'ㅎ'], ['ㄺ', 'ㄹ', 'ㄱ'], ['ㄻ', 'ㄹ', 'ㅁ'], ['ㄼ', 'ㄹ', 'ㅂ'],
    ['ㄽ', 'ㄹ', 'ㅅ'], ['ㄾ', 'ㄹ', 'ㅌ'], ['ㄿ', 'ㄹ', 'ㅍ'], ['ㅀ', 'ㄹ', 'ㅎ'], ['ㅄ', 'ㅂ', 'ㅅ'], ['ㅘ', 'ㅗ', 'ㅏ'],
    ['ㅙ', 'ㅗ', 'ㅐ'], ['ㅚ', 'ㅗ', 'ㅣ'], ['ㅝ', 'ㅜ', 'ㅓ'], ['ㅞ', 'ㅜ', 'ㅔ'], ['ㅟ', 'ㅜ', 'ㅣ'], ['ㅢ', 'ㅡ', 'ㅣ'],
];

/// Runs of letters with the same base: the first letter of each, and the base. What has none stands for itself.
const RUNS: &str = "\
ÀaÇcÈeÌiÐdÑnÒo××ØoÙuÝyÞÞßsàaçcèeìiðdñnòo\
÷÷øoùuýyþþÿyĀaĆcĎdĒeĜgĤhĨiĴjĶkĹlŃnŌoŔrŚs\
ŢtŨuŴwŶyŹzſsƀƀƠoƢƢƯuƱƱẠaẸeỈiỌoỤuỲyỺỺ";

/// Whether words end here.
pub fn is_blank(letter: char) -> bool {
    matches!(letter, '\0'..=' ' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// The letter that a full-width or a half-width form is drawn after.
pub fn plain(letter: char) -> char {
    let code = letter as u32;
    let plain = match code {
        0xff01..=0xff5e => code - 0xfee0,
        0xffa1..=0xffbe => code - 0xffa1 + JAMO,
        // Vowels stand in rows of six, eight places apart.
        0xffc2..=0xffdc => code - (code - 0xffc2) / 8 * 2 - 0xffc2 + 'ㅏ' as u32,
        _ => code,
    };
    char::from_u32(plain).unwrap_or(letter)
}

/// The keys of a letter, in order, with `NONE` in between. A mark on the letter before it has none.
#[inline(never)]
pub fn keys(letter: char) -> [u32; 5] {
    let code = plain(letter) as u32;
    let at = code.wrapping_sub(SYLLABLE);
    if let Some(initial) = initial(at) {
        let [vowel, second] = split('ㅏ' as u32 + at / 28 % 21);
        let [end, last] = if at.is_multiple_of(28) { [NONE; 2] } else { split(ending(at % 28)) };
        return [initial, vowel, second, end, last];
    }
    // ﬀ, ﬁ, ﬂ, ﬃ and ﬄ, as pages set in type are copied.
    if let at @ 0..5 = code.wrapping_sub(0xfb00) {
        let [second, last] = [b"f\0\0ff"[at as usize], b"\0ilil"[at as usize]];
        return [u32::from('f'), second.into(), last.into(), NONE, NONE];
    }
    let [one, two] = split(base(code));
    [one, two, NONE, NONE, NONE]
}

/// The first key of a letter.
pub fn first(letter: char) -> u32 {
    if letter.is_ascii() {
        return u32::from(letter.to_ascii_lowercase());
    }
    initial(u32::from(letter).wrapping_sub(SYLLABLE)).unwrap_or_else(|| keys(letter)[0])
}

/// The consonant that begins a syllable, by its place among all.
fn initial(at: u32) -> Option<u32> {
    INITIALS.get(at as usize / 588).map(|initial| JAMO + u32::from(*initial))
}

/// Endings, from 1 on, are all consonants but ㄸ, ㅃ and ㅉ.
fn ending(at: u32) -> u32 {
    JAMO - 1 + at + u32::from(at > 7) + u32::from(at > 17) + u32::from(at > 22)
}

fn split(jamo: u32) -> [u32; 2] {
    let double = DOUBLE.iter().find(|[double, ..]| *double as u32 == jamo);
    double.map_or([jamo, NONE], |[_, one, two]| [*one as u32, *two as u32])
}

fn base(code: u32) -> u32 {
    match code {
        0x41..=0x5a => return code | 0x20,
        _ if is_silent(code) => return NONE,
        // A syllable in its parts (NFD), as a name that macOS gave a file is pasted.
        0x1100..=0x1112 => return JAMO + u32::from(INITIALS[code as usize - 0x1100]),
        0x1161..=0x1175 => return 'ㅏ' as u32 + code - 0x1161,
        0x11a8..=0x11c2 => return ending(code - 0x11a7),
        _ => {}
    }
    let (mut letters, mut base) = (RUNS.chars().map(u32::from), code);
    while let (Some(start), Some(of_run)) = (letters.next(), letters.next())
        && start <= code
    {
        base = if of_run < 0x80 { of_run } else { code };
    }
    base
}

/// Spaces, dashes, dots and bullets, quotes, marks on letters, and what shows nothing; among them no letter.
#[rustfmt::skip]
const SILENT: [(u16, u16); 36] = [
    (0, 0x20), (0x22, 0x22), (0x27, 0x27), (0x2d, 0x2d), (0x60, 0x60), (0x7e, 0xa0), (0xab, 0xab), (0xad, 0xad), (0xb4, 0xb4),
    (0xb7, 0xb7), (0xbb, 0xbb), (0x2b9, 0x2bf), (0x300, 0x36f), (0x387, 0x387), (0x61c, 0x61c), (0x115f, 0x1160),
    (0x119e, 0x119e), (0x17b4, 0x17b5), (0x180b, 0x180f), (0x2000, 0x206f), (0x2212, 0x2212), (0x2219, 0x2219),
    (0x223c, 0x223c), (0x22c5, 0x22c5), (0x2500, 0x25ff), (0x2e00, 0x2e5d), (0x3000, 0x3003), (0x3008, 0x301f),
    (0x30fb, 0x30fb), (0x3164, 0x3164), (0x318d, 0x318d), (0xfe00, 0xfe6f), (0xfeff, 0xfeff), (0xff61, 0xff65),
    (0xffa0, 0xffa0), (0xfff0, 0xfffb),
];

fn is_silent(code: u32) -> bool {
    code >> 12 == 0xe0 || SILENT.iter().any(|(from, to)| (u32::from(*from)..=u32::from(*to)).contains(&code))
}
