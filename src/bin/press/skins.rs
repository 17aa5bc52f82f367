//! Colours: one table, from which `map.css` and `host.css` take the rules of every skin.
//!
//! Names stand on bare land and sea with contrast enough; their halo only keeps lines off them.

/// The skins, in the order of each token's colours.
pub const SKINS: [&str; 3] = ["light", "dark", "contrast"];

/// A colour of the design by its use.
pub struct Token {
    /// The custom property, without its dashes.
    pub name: &'static str,
    /// Whether `--map-*` sets it, which is part of the contract.
    open: bool,
    /// What sets it in KRDS' light mode: a name behind `--krds-light-color-`.
    krds: Option<&'static str>,
    /// Whether the host page takes it too.
    page: bool,
    /// What it is in each of [`SKINS`].
    pub colours: [&'static str; 3],
}

/// Every colour of the map and of the press page.
#[rustfmt::skip]
pub const TOKENS: [Token; 16] = [
    token("text",          true,  Some("text-basic"),    true,  ["#1e2124", "#f4f5f6", "#fff"]),
    token("quiet",         false, None,                  true,  ["#464c53", "#cdd1d5", "#fff"]),
    token("surface",       true,  Some("surface-white"), true,  ["#fff", "#131416", "#000"]),
    token("raised",        false, None,                  true,  ["#f4f5f6", "#1e2124", "#000"]),
    token("line",          false, None,                  true,  ["#d6dde4", "#3c444c", "#fff"]),
    token("border",        true,  None,                  true,  ["#5b6c7d", "#9db0c3", "#fff"]),
    token("accent",        true,  Some("text-primary"),  true,  ["#0b50d0", "#8fb6ff", "#9ec2ff"]),
    token("focus",         true,  None,                  true,  ["#256ef4", "#79a7ff", "#ffe14d"]),
    token("halo",          false, None,                  true,  ["#fff", "#0f1a25", "#000"]),
    token("sea",           true,  None,                  false, ["#e8f0f8", "#0f1a25", "#000"]),
    token("context",       true,  None,                  false, ["#f3f4f2", "#22303d", "#1b1e22"]),
    token("land",          true,  None,                  false, ["#c5d4e3", "#36495d", "#33373d"]),
    token("land-selected", true,  None,                  false, ["#bcd5ff", "#1c4c9c", "#0b50d0"]),
    token("people",        true,  None,                  false, ["#b4334c", "#ff9bab", "#ffb3bf"]),
    token("prosperity",    true,  None,                  false, ["#0f6e61", "#62d2be", "#7fe8d4"]),
    token("peace",         true,  None,                  false, ["#5450c0", "#b8b5ff", "#cfcdff"]),
];

const fn token(
    name: &'static str,
    open: bool,
    krds: Option<&'static str>,
    page: bool,
    colours: [&'static str; 3],
) -> Token {
    Token { name, open, krds, page, colours }
}

/// What one sheet calls its parts.
struct Sheet {
    /// What wears a skin, where it wears this one: by the end of its name, since KRDS says `high-contrast`.
    of: fn(which: &str) -> String,
    /// Its scheme where none is chosen.
    auto: &'static str,
    tokens: Vec<Token>,
}

/// The skins of the map. They weigh nothing in the cascade, so that forced colours win. What the element says holds
/// before its script has come, too.
pub fn map() -> String {
    let of = |which: &str| format!(":where(.root{which})");
    let sheet = Sheet { of, auto: "inherit", tokens: TOKENS.into() };
    let early = |name: &str| format!(":where(:host([theme={name}]) .root:not([data-theme]))");
    let schemes = ["light", "dark"].map(|name| format!("{} {{ color-scheme: {name} }}\n", early(name)));
    sheet.write(&schemes.concat(), &format!(", {}", early("contrast")))
}

/// The skins of the press page, which knows both schemes.
pub fn page() -> String {
    let of = |which: &str| format!(":where(:root{which})");
    let bare = |token| Token { open: false, krds: None, ..token };
    let tokens = TOKENS.into_iter().filter(|token| token.page).map(bare).collect();
    Sheet { of, auto: "light dark", tokens }.write("", "")
}

impl Sheet {
    /// Light first, and alone on paper; then what is chosen, or as the page around is used, where the browser can tell.
    /// A reader who wants contrast has quiet text and lines as strong as text, in each.
    fn write(&self, schemes: &str, contrast: &str) -> String {
        let chosen = |skin: usize| (self.of)(&format!("[data-theme$={}]", SKINS[skin]));
        let [light, dark, auto] = [(self.of)(""), chosen(1), (self.of)(":not([data-theme])")];
        [
            self.rule(&light, "light", Token::light),
            "@media screen {\n".to_owned(),
            self.rule(&dark, "dark", |token| token.colours[1].to_owned()),
            "@supports (color: light-dark(red, red)) {\n".to_owned(),
            self.rule(&auto, self.auto, |token| format!("light-dark({},{})", token.light(), token.colours[1])),
            format!("{schemes}}}\n"),
            self.rule(&(chosen(2) + contrast), "dark", |token| token.colours[2].to_owned()),
            format!("}}\n@media (prefers-contrast: more) {{ {light} {{ "),
            ["quiet", "line", "border"].map(|name| format!("--{name}:var(--text);")).concat(),
            "} }\n".to_owned(),
        ]
        .concat()
    }

    fn rule(&self, of: &str, scheme: &str, value: fn(&Token) -> String) -> String {
        let rules: String = self.tokens.iter().map(|token| token.rule(&value(token))).collect();
        format!("{of} {{ color-scheme: {scheme}; {rules}}}\n")
    }
}

impl Token {
    /// The light colour, or the page's own from KRDS.
    fn light(&self) -> String {
        let [light, ..] = self.colours;
        self.krds.map_or(light.to_owned(), |name| format!("var(--krds-light-color-{name},{light})"))
    }

    /// `--text:var(--map-text,#1e2124);`: in custom properties a space would ship.
    fn rule(&self, value: &str) -> String {
        let name = self.name;
        if self.open { format!("--{name}:var(--map-{name},{value});") } else { format!("--{name}:{value};") }
    }
}
