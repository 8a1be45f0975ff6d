//! Rust names: made from the description's names, and claimed in a scope, so that no two things of a scope share one.
//!
//! A name depends on the description's name alone. Where two come out the same, the one that is written as Rust would write it keeps
//! it, and the other says how it is written (`userId` beside `user_id` is `user_id_camel`), whatever their order.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use foldhash::{HashMap, HashMapExt, HashSet};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::Origin;

/// An identifier of generated code. Only this module makes one; what is called by it has the same text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RustIdent {
    text: Arc<str>,
    raw: bool,
}

impl RustIdent {
    /// Returns the name without the `r#` of a raw identifier.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Tells whether it is written with `r#`.
    pub fn is_raw(&self) -> bool {
        self.raw
    }

    /// Makes a name that this crate writes itself, such as `Client`.
    pub(super) fn fixed(text: &'static str) -> Self {
        Self { text: Arc::from(text), raw: false }
    }

    fn new(text: &str) -> Self {
        match text {
            "_" | "self" | "super" | "crate" | "Self" => Self { text: Arc::from(format!("{text}_")), raw: false },
            _ => Self { text: Arc::from(text), raw: text.len() <= LONGEST_KEYWORD && KEYWORDS.binary_search(&text).is_ok() },
        }
    }
}

/// As it is written in Rust.
#[cfg(feature = "serde")]
impl serde::Serialize for RustIdent {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl fmt::Display for RustIdent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.raw {
            f.write_str("r#")?;
        }
        f.write_str(&self.text)
    }
}

/// The keywords of every edition up to 2024, strict and reserved (Rust Reference, "Keywords"), those apart that can't be raw. Sorted.
const KEYWORDS: [&str; 48] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum", "extern",
    "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override",
    "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

const LONGEST_KEYWORD: usize = 8;

/// How a name is written in Rust (RFC 430).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// `SpendingLimit`: types and variants.
    Pascal,
    /// `spending_limit`: fields, methods and arguments.
    Snake,
    /// `SPENDING_LIMIT`: constants.
    Screaming,
}

impl Case {
    /// Tells whether the compiler takes a name for one of this case.
    fn suits(self, name: &str) -> bool {
        match self {
            Self::Pascal => !name.contains(['_', ' ']) && !name.starts_with(|first: char| first.is_lowercase()),
            Self::Snake => !name.contains(char::is_uppercase),
            Self::Screaming => !name.contains(char::is_lowercase),
        }
    }
}

/// What a name is for: it decides the case, and the word that stands before a digit or instead of nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// A type.
    Type,
    /// A variant of an enum.
    Variant,
    /// A field.
    Field,
    /// A method of the client.
    Method,
    /// An argument of a method.
    Argument,
    /// A constant.
    Constant,
}

impl Use {
    fn case(self) -> Case {
        match self {
            Self::Type | Self::Variant => Case::Pascal,
            Self::Field | Self::Method | Self::Argument => Case::Snake,
            Self::Constant => Case::Screaming,
        }
    }

    /// A name can't start with a digit, nor be empty.
    fn word(self) -> &'static str {
        match self {
            Self::Type => "type",
            Self::Variant | Self::Constant => "value",
            Self::Field => "field",
            Self::Method => "operation",
            Self::Argument => "argument",
        }
    }
}

/// Returns the identifier for a name of the description, before collisions.
pub fn identifier(name: &str, for_use: Use) -> RustIdent {
    let spelled = spelled(name);
    let mut text = String::with_capacity(spelled.len() + spelled.len() / 4);
    for word in words(&spelled) {
        if text.is_empty() && word.starts_with(|first: char| first.is_ascii_digit()) {
            add_word(&mut text, for_use.word(), for_use.case());
        }
        add_word(&mut text, word, for_use.case());
    }
    if text.is_empty() {
        add_word(&mut text, if name.is_empty() { "empty" } else { for_use.word() }, for_use.case());
    }
    RustIdent::new(&text)
}

/// Adds a word of ASCII letters and digits to an identifier.
fn add_word(text: &mut String, word: &str, case: Case) {
    match case {
        Case::Pascal => {
            // Two digits that meet are kept apart, so that `1_0` and `10` stay two names.
            let is_digit = |letter: char| letter.is_ascii_digit();
            if text.ends_with(is_digit) && word.starts_with(is_digit) {
                text.push('_');
            }
            let start = text.len();
            text.push_str(word);
            text[start..].make_ascii_lowercase();
            text[start..=start].make_ascii_uppercase();
        }
        Case::Snake | Case::Screaming => {
            if !text.is_empty() {
                text.push('_');
            }
            let start = text.len();
            text.push_str(word);
            match case {
                Case::Screaming => text[start..].make_ascii_uppercase(),
                _ => text[start..].make_ascii_lowercase(),
            }
        }
    }
}

/// Splits a name of ASCII into words of letters and digits.
///
/// Words end at anything else, before a capital that follows a small letter or a digit, and before the last capital of a run that a small
/// letter follows: `HTTPServer` is `http server`.
fn words(spelled: &str) -> impl Iterator<Item = &str> {
    let mut rest = spelled;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|letter: char| !letter.is_ascii_alphanumeric());
        let letters = rest.as_bytes();
        let end = (1..letters.len()).find(|at| starts_word(letters, *at)).unwrap_or(letters.len());
        let (word, others) = rest.split_at(end);
        rest = others;
        Some(word).filter(|word| !word.is_empty())
    })
}

/// Tells whether a word starts or ends at a position that is not the first.
fn starts_word(letters: &[u8], at: usize) -> bool {
    match letters[at] {
        b'a'..=b'z' | b'0'..=b'9' => false,
        b'A'..=b'Z' => {
            let (previous, next) = (letters[at - 1], letters.get(at + 1));
            let after_small = previous.is_ascii_lowercase() || previous.is_ascii_digit();
            after_small || (previous.is_ascii_uppercase() && next.is_some_and(u8::is_ascii_lowercase))
        }
        _ => true,
    }
}

/// Spells a name with ASCII. Other scripts are transliterated. Signs count where nothing else tells names apart.
fn spelled(name: &str) -> Cow<'_, str> {
    match name.is_ascii() {
        true => spell_signs(Cow::Borrowed(name)),
        false => spell_signs(Cow::Owned(deunicode::deunicode_with_tofu(name, " "))),
    }
}

/// Spells out signs where they carry the meaning: before a number (`-1`, `+1`), and in names of nothing but signs (`>=`).
fn spell_signs(name: Cow<'_, str>) -> Cow<'_, str> {
    let has_letters = name.contains(|letter: char| letter.is_ascii_alphanumeric());
    if !has_letters {
        return name.chars().map(|sign| format!("{} ", sign_word(sign))).collect();
    }
    let trimmed = name.trim();
    let rest = trimmed.trim_start_matches(['+', '-', '<', '>', '=', '!', '~']);
    let signs = &trimmed[..trimmed.len() - rest.len()];
    if signs.is_empty() {
        return name;
    }
    if rest.starts_with(|first: char| first.is_ascii_digit())
        || signs.contains(['<', '>', '=', '!', '~'])
        || is_sort_order(signs, rest)
    {
        let spelled: String = signs.chars().map(|sign| format!("{} ", sign_word(sign))).collect();
        return Cow::Owned(spelled + rest);
    }
    name
}

/// `-created_at` beside `created_at` is how many APIs spell a descending order.
fn is_sort_order(signs: &str, rest: &str) -> bool {
    (signs == "-" || signs == "+") && rest.starts_with(|first: char| first.is_ascii_alphabetic())
}

fn sign_word(sign: char) -> &'static str {
    match sign {
        '+' => "plus",
        '-' => "minus",
        '*' => "star",
        '/' => "slash",
        '\\' => "backslash",
        '=' => "equal",
        '<' => "less",
        '>' => "greater",
        '!' => "not",
        '~' => "tilde",
        '%' => "percent",
        '&' => "and",
        '|' => "or",
        '^' => "caret",
        '#' => "hash",
        '$' => "dollar",
        '@' => "at",
        '?' => "question",
        '.' => "dot",
        ',' => "comma",
        ':' => "colon",
        ';' => "semicolon",
        '_' => "underscore",
        '"' => "quote",
        '\'' => "apostrophe",
        '(' | ')' => "parenthesis",
        '[' | ']' => "bracket",
        '{' | '}' => "brace",
        ' ' => "space",
        _ => "",
    }
}

/// Says how a name is written, for the one of two that can't have the plain name.
fn spelling(name: &str) -> &'static str {
    let has = |test: fn(&char) -> bool| name.chars().any(|letter| test(&letter));
    let upper = has(char::is_ascii_uppercase);
    let lower = has(char::is_ascii_lowercase);
    match () {
        () if !name.is_ascii() => "unicode",
        () if name.contains('-') => "kebab",
        () if name.contains('.') => "dotted",
        () if name.contains('_') && upper && !lower => "screaming",
        () if name.contains('_') => "snake",
        () if name.contains(|letter: char| !letter.is_ascii_alphanumeric()) => "spelled",
        () if upper && !lower => "upper",
        () if name.starts_with(|first: char| first.is_ascii_uppercase()) => "pascal",
        () if upper => "camel",
        () => "lower",
    }
}

/// Something that wants a name in a scope.
#[derive(Clone, Debug)]
pub struct Wish<'a> {
    /// Its name in the description.
    pub name: Cow<'a, str>,
    /// What the name is for.
    pub for_use: Use,
    /// A name that the user chose instead.
    pub chosen: Option<Cow<'a, str>>,
    /// Where it is described.
    pub origin: &'a Origin,
}

/// Gives every wish of one scope a name of its own. `reserved` are names of the scope that are taken.
pub fn claim(wishes: &[Wish<'_>], reserved: &[&str], diagnostics: &mut Diagnostics) -> Vec<RustIdent> {
    let mut names: Vec<_> = wishes.iter().map(plain).collect();
    for (index, name) in distinct_names(wishes, &names, reserved, diagnostics) {
        names[index] = name;
    }
    names
}

/// Returns the name that a wish has if no other has it.
fn plain(wish: &Wish<'_>) -> RustIdent {
    match wish.chosen.as_deref() {
        Some(chosen) if wish.for_use.case().suits(chosen) => RustIdent::new(chosen),
        Some(chosen) => identifier(chosen, wish.for_use),
        None => identifier(&wish.name, wish.for_use),
    }
}

/// Returns the names of those wishes whose plain name is that of another one, or taken.
fn distinct_names(
    wishes: &[Wish<'_>],
    plain: &[RustIdent],
    reserved: &[&str],
    diagnostics: &mut Diagnostics,
) -> Vec<(usize, RustIdent)> {
    let reserved: HashSet<&str> = reserved.iter().copied().collect();
    let mut scope = Scope { names: HashMap::with_capacity(plain.len()), reserved, tried: HashMap::default() };
    for (index, ident) in plain.iter().enumerate().filter(|(_, ident)| !scope.reserved.contains(ident.as_str())) {
        let owner = scope.names.entry(Cow::Borrowed(ident.as_str())).or_insert(index);
        *owner = std::cmp::min_by_key(*owner, index, |index| rank(wishes, plain, *index));
    }
    if scope.names.len() == plain.len() {
        return Vec::new();
    }
    let mut left: Vec<_> = (0..plain.len()).filter(|index| scope.names.get(plain[*index].as_str()) != Some(index)).collect();
    // By text, so that the order of the description does not decide; of two equal texts it has to.
    left.sort_by_key(|index| &wishes[*index].name);
    let mut names = Vec::with_capacity(left.len());
    for index in left {
        let ident = &plain[index];
        let other = scope.names.get(ident.as_str()).map(|other| &wishes[*other]);
        let name = scope.distinct(&wishes[index], other, ident);
        diagnostics.push(collision(&wishes[index], other, ident, &name));
        scope.names.insert(Cow::Owned(name.as_str().to_owned()), index);
        names.push((index, name));
    }
    names
}

/// The least of several keeps the plain name: the user's choice, then the one that is written so already, then the least by text.
fn rank<'a>(wishes: &'a [Wish<'_>], plain: &[RustIdent], index: usize) -> (bool, bool, &'a str, usize) {
    let wish = &wishes[index];
    (wish.chosen.is_none(), wish.name != plain[index].as_str(), &wish.name, index)
}

/// The names that a scope has so far.
struct Scope<'a> {
    /// Who has them.
    names: HashMap<Cow<'a, str>, usize>,
    reserved: HashSet<&'a str>,
    /// The greatest number that each stem was tried with: a name that was taken stays so, and thousands can have one stem.
    tried: HashMap<String, u32>,
}

impl Scope<'_> {
    /// Finds a free name for a wish whose own is taken, by `other` if that is a wish too.
    fn distinct(&mut self, wish: &Wish<'_>, other: Option<&Wish<'_>>, ident: &RustIdent) -> RustIdent {
        // `Self_` has its underscore only because `Self` is taken.
        let stem = ident.as_str().strip_suffix('_').unwrap_or(ident.as_str());
        let suffix = |word: &str| {
            let mut text = stem.to_owned();
            add_word(&mut text, word, wish.for_use.case());
            RustIdent::new(&text)
        };
        let free = |name: &RustIdent| !self.names.contains_key(name.as_str()) && !self.reserved.contains(name.as_str());
        let said = match other {
            // How a name is written does not tell it from the same name.
            Some(other) if other.name == wish.name => None,
            Some(_) => Some(spelling(&wish.name)),
            None => Some(wish.for_use.word()),
        };
        if let Some(name) = said.map(suffix).filter(free) {
            return name;
        }
        let tried = self.tried.get(stem).copied().unwrap_or(1);
        let mut numbered = (tried + 1..).map(|number| (number, suffix(&number.to_string())));
        let (number, name) = numbered.find(|(_, name)| free(name)).expect("a scope is finite, the numbers are not");
        self.tried.insert(stem.to_owned(), number);
        name
    }
}

fn collision(wish: &Wish<'_>, other: Option<&Wish<'_>>, ident: &RustIdent, name: &RustIdent) -> Diagnostic {
    let message = match other {
        Some(other) => format!("`{}` and `{}` are both `{ident}` in Rust", wish.name, other.name),
        None => format!("`{}` would be `{ident}` in Rust, which is taken", wish.name),
    };
    let finding = Diagnostic::new(Code::NameCollision, wish.origin.clone(), message)
        .help(format!("`{}` is called `{name}`; a rename in the configuration pins another name", wish.name));
    match other {
        Some(other) => finding.related("the other one", other.origin.clone()),
        None => finding,
    }
}

#[cfg(test)]
mod tests {
    use super::{KEYWORDS, RustIdent};

    #[test]
    fn every_keyword_is_raw() {
        for keyword in KEYWORDS {
            assert!(RustIdent::new(keyword).is_raw(), "{keyword}");
        }
    }
}
