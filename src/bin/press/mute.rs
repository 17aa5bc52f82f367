//! An engine that says nothing when it panics, since nobody would hear it.

use walrus::ir::Value;
use walrus::{ConstExpr, DataKind, Module};

/// Parts of the symbols of functions that panic, and of those that format, which only panics do in the engine.
const PANICS: [&str; 13] = [
    "4core9panicking",
    "4core3fmt",
    "core..fmt..",
    "3std9panicking",
    "slice_index_fail",
    "unwrap_failed",
    "expect_failed",
    "handle_error",
    "panic_already",
    "grapheme_extend",
    "borrow_fail",
    "throw_str",
    // What wasm-bindgen throws: `Result::err`, which the engine has no other use for.
    "Result$LT$T$C$E$GT$3err",
];

/// Where source files lie, as panics name them.
const SOURCES: [&[u8]; 3] = [b"src/", b"/cargo/", b"/rustc/"];

/// What those functions would say; they write numbers by the pairs of digits that [`pairs`] gives.
const WORDS: [&str; 18] = [
    "attempted to take ownership of Rust value while it was borrowed",
    "recursive use of an object detected which would lead to unsafe aliasing in rust",
    "null pointer passed to rust",
    "slice index starts at ",
    " but ends at ",
    " index out of bounds: the len is ",
    " but the index is ",
    "range start index ",
    "range end index ",
    " out of range for slice of length ",
    "mid > len",
    "attempt to join into collection with len > usize::MAX",
    "capacity overflow",
    "Tried to shrink to a larger capacity",
    "attempt to divide by zero",
    "reentrant init",
    "RefCell already borrowed",
    "RefCell already mutably borrowed",
];

fn pairs() -> String {
    (0..100).map(|pair| format!("{pair:02}")).collect()
}

/// Makes each function that only words a panic trap at once. No reader sees those words, since nothing prints them: a
/// panic ends in the same trap, and the engine is a tenth lighter.
///
/// # Errors
/// A sentence, when the engine formats elsewhere than in panics.
pub fn mute(module: &mut Module) -> Result<(), String> {
    let named = |parts: &[&str]| {
        let has = |name: &str| parts.iter().any(|part| name.contains(part));
        let all = module.funcs.iter_local().map(|(id, _)| id);
        all.filter(|id| module.funcs.get(*id).name.as_deref().is_some_and(has)).collect::<Vec<_>>()
    };
    if !named(&["ToString", "slice_error_fail"]).is_empty() {
        return Err("The engine formats numbers or cuts texts by index: use `view::number` and `str::get`.".to_owned());
    }
    for id in named(&PANICS) {
        let function = module.funcs.get_mut(id).kind.unwrap_local_mut();
        let entry = function.entry_block();
        function.block_mut(entry).instrs.clear();
        function.builder_mut().func_body().unreachable();
    }
    for id in module.data.iter().map(|data| data.id()).collect::<Vec<_>>() {
        let data = module.data.get_mut(id);
        if let DataKind::Active { offset: ConstExpr::Value(Value::I32(base)), .. } = data.kind {
            forget_places(&mut data.value, base as u32);
            WORDS.iter().for_each(|words| forget(&mut data.value, words.as_bytes()));
            forget(&mut data.value, pairs().as_bytes());
        }
    }
    Ok(())
}

/// Blanks the places in the source (`core::panic::Location`: where the file's name stands, its length, line and
/// column), and the names of the files. Only the words of panics read them.
fn forget_places(data: &mut [u8], base: u32) {
    let files = files(data);
    for at in (0..data.len().saturating_sub(16)).step_by(4) {
        let word = |index: usize| u32::from_le_bytes(std::array::from_fn(|byte| data[at + index * 4 + byte]));
        let (name, length) = (word(0).wrapping_sub(base) as usize, word(1) as usize);
        if files.contains(&(name, length)) {
            data[at..at + 16].fill(0);
        }
    }
    for (start, length) in files {
        data[start..start + length].fill(0);
    }
}

/// Blanks a text wherever it stands.
fn forget(data: &mut [u8], text: &[u8]) {
    for at in 0..data.len().saturating_sub(text.len() - 1) {
        if data[at..].starts_with(text) {
            data[at..at + text.len()].fill(0);
        }
    }
}

/// Where the names of source files begin, and how long they are.
fn files(data: &[u8]) -> Vec<(usize, usize)> {
    let in_path = |byte: &u8| byte.is_ascii_alphanumeric() || b"/._-".contains(byte);
    let length = |start: usize| {
        let rest = &data[start..data.len().min(start + 200)];
        let path = &rest[..rest.iter().take_while(|byte| in_path(byte)).count()];
        let end = path.windows(3).position(|end| end == b".rs")?;
        SOURCES.iter().any(|root| path.starts_with(root)).then_some((start, end + 3))
    };
    (0..data.len()).filter_map(length).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_forgotten_and_the_rest_is_kept() {
        let mut data = b"keysrc/a/b.rsword\0\0\0".to_vec();
        data.extend([1003_u32, 10, 7, 9, 1003, 3, 5, 5].iter().flat_map(|word| word.to_le_bytes()));
        forget_places(&mut data, 1000);
        let mut left = b"key\0\0\0\0\0\0\0\0\0\0word\0\0\0".to_vec();
        left.extend([0_u32, 0, 0, 0, 1003, 3, 5, 5].iter().flat_map(|word| word.to_le_bytes()));
        assert_eq!(data, left);
    }
}
