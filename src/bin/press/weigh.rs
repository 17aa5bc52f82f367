//! What each shipped file weighs, and the hash that vouches for it.

use crate::stamp;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::Serialize;
use sha2::{Digest, Sha256, Sha384};
use std::io::Write as _;

/// One line of `manifest.json`.
#[derive(Serialize)]
pub struct Weight {
    /// As it lies in the folder.
    pub bytes: usize,
    /// As servers send it to the oldest readers.
    pub gzip: usize,
    /// As it should be sent: brotli at its best.
    pub brotli: usize,
    /// As it is written in an `integrity` attribute.
    pub sha384: String,
    /// What stands in a picture's place for those who do not see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
}

/// Weighs a file.
///
/// # Errors
/// A sentence, when a result cannot be kept.
pub fn weigh(bytes: &[u8]) -> Result<Weight, String> {
    Ok(Weight {
        bytes: bytes.len(),
        gzip: gzip(bytes),
        brotli: brotli(bytes)?.len(),
        sha384: integrity(bytes),
        alt: None,
    })
}

/// Weighs a file that is packed already, such as a PNG: sent as it lies there.
pub fn weigh_packed(bytes: &[u8]) -> Weight {
    let size = bytes.len();
    Weight { bytes: size, gzip: size, brotli: size, sha384: integrity(bytes), alt: None }
}

/// The value of an `integrity` attribute.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

/// The same, as short as browsers take it: hashes are what no compression shortens.
pub fn short_integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

/// The name of a file that never changes its content, so that it can stand beside those of other builds:
/// `map.0a1b2c3d.js`.
pub fn named(name: &str, bytes: &[u8]) -> String {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let hash: String = Sha256::digest(bytes).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    format!("{stem}.{hash}.{extension}")
}

/// The bytes under brotli at its best, which takes a while and so is kept.
///
/// # Errors
/// A sentence, when the result cannot be kept.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>, String> {
    stamp::kept("br", &[bytes], || {
        let mut packed = Vec::new();
        let best =
            brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
        brotli::BrotliCompress(&mut &*bytes, &mut packed, &best).map_err(|error| format!("Brotli failed: {error}."))?;
        Ok(packed)
    })
}

fn gzip(bytes: &[u8]) -> usize {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(bytes).and_then(|()| packer.finish()).map_or(0, |packed| packed.len())
}
