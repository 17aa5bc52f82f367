//! Just enough of the binary format of WebAssembly to weigh and drop sections.

use std::ops::Range;

const HEADER: usize = 8;
const CUSTOM: u8 = 0;
const CODE: u8 = 10;

struct Section {
    id: u8,
    /// With its id and length.
    whole: Range<usize>,
    body: Range<usize>,
}

/// A custom section that lists one target feature, which every engine has.
const PLAIN_FEATURES: &[u8] = b"\x00\x22\x0ftarget_features\x01+\x0fmutable-globals";

/// The module as one that uses no target feature beyond the first engines'.
///
/// wasm-bindgen chooses `externref` tables and several return values from that list. Without them, it
/// keeps JavaScript's values in a heap of its own, in glue that every engine and a JavaScript twin
/// of the module can share.
pub fn with_plain_features(wasm: &[u8]) -> Vec<u8> {
    let lists = |section: &Section| wasm[section.body.clone()].starts_with(b"\x0ftarget_features");
    [&without(wasm, |section| section.id == CUSTOM && lists(section)), PLAIN_FEATURES].concat()
}

/// The module without its code.
pub fn without_code(wasm: &[u8]) -> Vec<u8> {
    without(wasm, |section| section.id == CODE)
}

fn without(wasm: &[u8], drop: impl Fn(&Section) -> bool) -> Vec<u8> {
    let kept = sections(wasm).filter(|section| !drop(section));
    kept.fold(wasm[..HEADER].to_vec(), |mut module, section| {
        module.extend_from_slice(&wasm[section.whole]);
        module
    })
}

fn sections(wasm: &[u8]) -> impl Iterator<Item = Section> {
    let mut start = HEADER;
    std::iter::from_fn(move || {
        let id = *wasm.get(start)?;
        let (length, body) = number(wasm, start + 1);
        let end = body + length;
        let section = Section { id, whole: start..end, body: body..end };
        start = end;
        Some(section)
    })
}

/// A LEB128 number and where what follows it begins.
fn number(wasm: &[u8], start: usize) -> (usize, usize) {
    let length = 1 + wasm[start..].iter().take_while(|byte| **byte & 0x80 != 0).count();
    let digits = wasm[start..start + length].iter().rev();
    (digits.fold(0, |sum, byte| sum << 7 | usize::from(byte & 0x7f)), start + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODULE: &[u8] = b"\0asm\x01\0\0\0\x00\x10\x0ftarget_features\x0a\x03\x01\x01\x00\x0b\x81\x00\x00";

    #[test]
    fn features_are_replaced_and_the_rest_is_kept() {
        let rest = b"\0asm\x01\0\0\0\x0a\x03\x01\x01\x00\x0b\x81\x00\x00";
        assert_eq!(with_plain_features(MODULE), [&rest[..], PLAIN_FEATURES].concat());
    }

    #[test]
    fn code_is_dropped_and_the_rest_is_kept() {
        let rest = b"\0asm\x01\0\0\0\x0b\x81\x00\x00";
        assert_eq!(without_code(&with_plain_features(MODULE)), [&rest[..], PLAIN_FEATURES].concat());
    }
}
