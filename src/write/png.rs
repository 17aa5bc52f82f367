//! Words inside a picture of pixels: a PNG as a canvas makes it holds none.

/// What stands before the first chunk, and that chunk (`IHDR`), which has a fixed length.
const HEAD: usize = 8 + 12 + 13;

/// The PNG with these texts in it, each under a keyword of the standard; `None` where it is no PNG.
pub fn labelled(png: &[u8], texts: &[(&str, impl AsRef<str>)]) -> Option<Vec<u8>> {
    let (head, rest) = png.split_at_checked(HEAD)?;
    let is_png = head.starts_with(b"\x89PNG\r\n\x1a\n") && head.get(12..16) == Some(b"IHDR");
    let chunks = texts.iter().flat_map(|(keyword, text)| chunk(keyword, text.as_ref()));
    is_png.then(|| head.iter().copied().chain(chunks).chain(rest.iter().copied()).collect())
}

/// An `iTXt` chunk: keyword, not compressed, no language, no translated keyword, text in UTF-8 (PNG, 11.3.3.4).
fn chunk(keyword: &str, text: &str) -> Vec<u8> {
    let body = [b"iTXt", keyword.as_bytes(), b"\0\0\0\0\0", text.as_bytes()].concat();
    let length = (body.len() - 4) as u32;
    let check = crc(&body);
    [&length.to_be_bytes()[..], &body, &check.to_be_bytes()].concat()
}

/// CRC-32 as PNG counts it (Annex D).
fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32| if crc & 1 == 1 { 0xedb8_8320 ^ (crc >> 1) } else { crc >> 1 };
    !bytes.iter().fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| step(crc)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_is_that_of_the_standard() {
        assert_eq!(crc(b"IEND"), 0xae42_6082);
        assert_eq!(crc(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn what_is_no_png_is_refused() {
        assert_eq!(labelled(b"GIF89a", &[("Title", "x")]), None);
        assert_eq!(labelled(&[0; 64], &[("", "")]), None);
    }
}
