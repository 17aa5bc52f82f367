//! Colours: one table, from which `map.css` and `host.css` take the rules of every skin.
//!
//! Names stand on bare land and sea with contrast enough; their halo only keeps lines off them.

/// The skins, in the order of each token's colours.
pub const SKINS: [&str; 3] = ["light", "dark", "contrast"];

/// A colour of the design by its use.
pub struct Token {
    /// The custom property, without its dashes.
    pub name: &'static str,
    /// What may set it, before ours: `--map-*`, which is part of the contract, and KRDS' light mode.
    over: &'static [&'static str],
    /// Whether the host page takes it too.
    page: bool,
    /// What it is in each of [`SKINS`].
    pub colours: [&'static str; 3],
}

/// Every colour of the map and of the press page.
#[rustfmt::skip]
pub const TOKENS: [Token; 16] = [
    token("text",          &["map-text", "krds-light-color-text-basic"],       true,  ["#1e2124", "#f4f5f6", "#fff"]),
    token("quiet",         &[],                                                true,  ["#464c53", "#cdd1d5", "#fff"]),
    token("surface",       &["map-surface", "krds-light-color-surface-white"], true,  ["#fff", "#131416", "#000"]),
    token("raised",        &[],                                                true,  ["#f4f5f6", "#1e2124", "#000"]),
    token("line",          &[],                                                true,  ["#d6dde4", "#3c444c", "#fff"]),
    token("border",        &["map-border"],                                    true,  ["#5b6c7d", "#9db0c3", "#fff"]),
    token("accent",        &["map-accent", "krds-light-color-text-primary"],   true,  ["#0b50d0", "#8fb6ff", "#9ec2ff"]),
    token("focus",         &["map-focus"],                                     true,  ["#256ef4", "#79a7ff", "#ffe14d"]),
    token("halo",          &[],                                                true,  ["#fff", "#0f1a25", "#000"]),
    token("sea",           &["map-sea"],                                       false, ["#e8f0f8", "#0f1a25", "#000"]),
    token("context",       &["map-context"],                                   false, ["#f3f4f2", "#22303d", "#1b1e22"]),
    token("land",          &["map-land"],                                      false, ["#c5d4e3", "#36495d", "#33373d"]),
    token("land-selected", &["map-land-selected"],                             false, ["#bcd5ff", "#1c4c9c", "#0b50d0"]),
    token("people",        &["map-people"],                                    false, ["#b4334c", "#ff9bab", "#ffb3bf"]),
    token("prosperity",    &["map-prosperity"],                                false, ["#0f6e61", "#62d2be", "#7fe8d4"]),
    token("peace",         &["map-peace"],                                     false, ["#5450c0", "#b8b5ff", "#cfcdff"]),
];

const fn token(name: &'static str, over: &'static [&'static str], page: bool, colours: [&'static str; 3]) -> Token {
    Token { name, over, page, colours }
}

/// The skins of the map. They weigh nothing in the cascade, so that forced colours win.
pub fn map() -> String {
    let rules = [0, 1, 2].map(|skin| TOKENS.iter().map(|token| token.rule(skin)).collect::<String>());
    sheet(":where(.root)", |theme| format!(":where(.root{theme})"), &rules)
}

/// The skins of the press page.
pub fn page() -> String {
    let tokens = || TOKENS.iter().filter(|token| token.page);
    let rules = [0, 1, 2].map(|skin| tokens().map(|token| token.plain(skin)).collect::<String>());
    sheet(":root", |theme| format!(":root{theme}"), &rules)
}

/// Light first, and alone on paper; the others for the system's wish and for the reader's.
fn sheet(root: &str, of: impl Fn(&str) -> String, [light, dark, contrast]: &[String; 3]) -> String {
    let skin = |wish: &str, name: &str, rules: &str| {
        // Its end alone: KRDS calls the contrast skin `high-contrast`, and the first view passes that on as it is.
        let (auto, chosen) = (of(":not([data-theme])"), of(&format!("[data-theme$={name}]")));
        let rules = format!("{{ color-scheme: dark; {rules}}}");
        format!("@media screen and ({wish}) {{ {auto} {rules} }}\n@media screen {{ {chosen} {rules} }}\n")
    };
    format!("{root} {{ color-scheme: light; {light}}}\n")
        + &skin("prefers-color-scheme: dark", SKINS[1], dark)
        + &skin("prefers-contrast: more", SKINS[2], contrast)
}

impl Token {
    /// `--text:var(--map-text,#1e2124);`: in custom properties a space would ship.
    fn rule(&self, skin: usize) -> String {
        let names = self.over.iter().filter(|name| skin == 0 || !name.starts_with("krds")).rev();
        let value = names.fold(self.colours[skin].to_string(), |value, name| format!("var(--{name},{value})"));
        format!("--{}:{value};", self.name)
    }

    fn plain(&self, skin: usize) -> String {
        format!("--{}:{};", self.name, self.colours[skin])
    }
}
