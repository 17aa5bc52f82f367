//! `press serve`: `dist/` on this computer, under the strictest policy that a page may set.

use crate::build::DIST;
use crate::weigh;
use std::path::{Component, Path, PathBuf};
use std::{env, fs};
use tiny_http::{Header, Method, Request, Response, Server};

/// The policy that the map must run under without one violation, and what no page of ours needs.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
    require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'";

/// The page that stands in frames of other hosts.
const FRAME: &str = "frame.html";

const PORT: u16 = 8080;

/// Takes the port, which `PORT` chooses: before a build, so that nobody waits for one in vain.
///
/// # Errors
/// A sentence, when the port is no port or is taken.
pub fn listen() -> Result<Server, String> {
    let port = port()?;
    Server::http(("127.0.0.1", port)).map_err(|error| {
        format!("Cannot listen on port {port}: {error}. Choose another one, as in PORT=8081 npm start.")
    })
}

/// Serves `dist/` until it is stopped.
pub fn serve(server: &Server) {
    println!("\nhttp://{}/", server.server_addr());
    for request in server.incoming_requests() {
        // A reader who has left needs no answer.
        let _ = answer(request);
    }
}

fn port() -> Result<u16, String> {
    let Ok(text) = env::var("PORT") else { return Ok(PORT) };
    text.parse().map_err(|_| format!("PORT is \"{text}\": give a number from 0 to 65535."))
}

fn answer(request: Request) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(Response::empty(405));
    }
    let Some(path) = path(request.url()) else { return request.respond(missing()) };
    if path.is_dir() {
        let home = with_slash(request.url());
        return request.respond(Response::empty(301).with_header(header("Location", &home)));
    }
    match fs::read(&path) {
        Ok(bytes) => send(request, &path, bytes),
        Err(_) => request.respond(missing()),
    }
}

fn missing() -> Response<std::io::Cursor<Vec<u8>>> {
    Response::from_string("Not here.\n").with_status_code(404)
}

/// The file that an address names; none for one that would leave the folder.
fn path(url: &str) -> Option<PathBuf> {
    let address = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let inside = Path::new(address).components().all(|part| matches!(part, Component::Normal(_)));
    let page = if address.is_empty() || address.ends_with('/') { "index.html" } else { "" };
    inside
        .then(|| if page.is_empty() { Path::new(DIST).join(address) } else { Path::new(DIST).join(address).join(page) })
}

/// The address of a folder's page, with what it was asked.
fn with_slash(url: &str) -> String {
    let end = url.find('?').unwrap_or(url.len());
    format!("{}/{}", &url[..end], &url[end..])
}

fn send(request: Request, path: &Path, bytes: Vec<u8>) -> std::io::Result<()> {
    let packed = if takes_brotli(&request) && kind(path) != "image/png" { weigh::brotli(&bytes).ok() } else { None };
    let encoding = packed.is_some().then(|| header("Content-Encoding", "br"));
    let mut response = Response::from_data(packed.unwrap_or(bytes))
        .with_header(header("Content-Type", kind(path)))
        .with_header(header("Content-Security-Policy", &policy(path)))
        .with_header(header("Access-Control-Allow-Origin", "*"))
        .with_header(header("X-Content-Type-Options", "nosniff"))
        .with_header(header("Cache-Control", "no-cache"))
        .with_header(header("Vary", "Accept-Encoding"));
    if let Some(encoding) = encoding {
        response.add_header(encoding);
    }
    request.respond(response)
}

fn policy(path: &Path) -> String {
    let around = if path.ends_with(FRAME) { "*" } else { "'self'" };
    format!("{POLICY}; frame-ancestors {around}")
}

fn takes_brotli(request: &Request) -> bool {
    let accepts = |header: &&Header| header.field.equiv("Accept-Encoding");
    request
        .headers()
        .iter()
        .find(accepts)
        .is_some_and(|header| header.value.as_str().split(',').any(|name| name.trim() == "br"))
}

fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt" | "ts") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("our own headers are plain text")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_other_host_frames_a_page_but_the_one_that_is_made_for_it() {
        assert!(policy(Path::new("dist/ko/frame.html")).ends_with("frame-ancestors *"));
        assert!(policy(Path::new("dist/ko/index.html")).ends_with("frame-ancestors 'self'"));
    }

    #[test]
    fn folders_have_a_page_and_addresses_stay_inside() {
        assert_eq!(path("/"), Some("dist/index.html".into()));
        assert_eq!(path("/ko/?x=1"), Some("dist/ko/index.html".into()));
        assert_eq!(with_slash("/ko?x=1"), "/ko/?x=1");
        assert_eq!(path("/map.js"), Some("dist/map.js".into()));
        for address in ["/../Cargo.toml", "//etc/passwd", "/ko/../../Cargo.toml", "*"] {
            assert_eq!(path(address), None, "{address}");
        }
    }
}
