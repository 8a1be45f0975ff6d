//! Patterns as other languages write them -> what they mean, as a pattern of ECMA-262.
//!
//! Many descriptions are made from code, with the patterns that it has. What is none of ECMA-262's Unicode mode would mean letters in the
//! older one: `\A` an `A`, `\p{Alnum}` a `p` and so on, which nobody means.

use regress::Regex;

/// What a class named after one of POSIX holds, as Unicode extends these (UTS #18, Annex C), and two names of Java.
const CLASSES: [(&str, &str); 16] = [
    ("all", r"\p{Any}"),
    ("alnum", r"\p{Alphabetic}\p{Nd}"),
    ("alpha", r"\p{Alphabetic}"),
    ("ascii", r"\p{ASCII}"),
    ("blank", r"\p{Zs}\t"),
    ("cntrl", r"\p{Cc}"),
    ("digit", r"\p{Nd}"),
    ("graph", r"\p{L}\p{M}\p{N}\p{P}\p{S}\p{Cf}\p{Co}"),
    ("ld", r"\p{L}\p{Nd}"),
    ("lower", r"\p{Lowercase}"),
    ("print", r"\p{L}\p{M}\p{N}\p{P}\p{S}\p{Cf}\p{Co}\p{Zs}"),
    ("punct", r"\p{P}$+<=>^`|~"),
    ("space", r"\p{White_Space}"),
    ("upper", r"\p{Uppercase}"),
    ("word", r"\p{Alphabetic}\p{M}\p{Nd}\p{Pc}"),
    ("xdigit", r"0-9A-Fa-f"),
];

/// Returns what a pattern means that has anchors or classes of other languages, written for the Unicode mode of ECMA-262; `None` if it has
/// none of them, or more that this mode does not know.
pub(super) fn rewritten(source: &str) -> Option<String> {
    let mut rewriter = Rewriter { rest: source, written: String::new(), is_in_class: false, is_foreign: false };
    rewriter.rewrite();
    let Rewriter { written, is_foreign, .. } = rewriter;
    (is_foreign && !is_unicode(source) && is_unicode(&written)).then_some(written)
}

fn is_unicode(pattern: &str) -> bool {
    Regex::with_flags(pattern, "u").is_ok()
}

struct Rewriter<'a> {
    rest: &'a str,
    written: String,
    is_in_class: bool,
    /// Something of another language was met.
    is_foreign: bool,
}

impl<'a> Rewriter<'a> {
    fn rewrite(&mut self) {
        while let Some(next) = self.next() {
            match next {
                '\\' => self.escape(),
                '[' if self.is_in_class => self.posix_class(),
                '[' => self.plain('[', true),
                ']' => self.plain(']', false),
                other => self.written.push(other),
            }
        }
    }

    fn next(&mut self) -> Option<char> {
        let next = self.rest.chars().next()?;
        self.rest = &self.rest[next.len_utf8()..];
        Some(next)
    }

    fn plain(&mut self, bracket: char, is_in_class: bool) {
        self.is_in_class = is_in_class;
        self.written.push(bracket);
    }

    fn foreign(&mut self, meant: &str) {
        self.is_foreign = true;
        self.written.push_str(meant);
    }

    fn escape(&mut self) {
        match self.next() {
            Some('A') if !self.is_in_class => self.foreign("^"),
            Some('z' | 'Z') if !self.is_in_class => self.foreign("$"),
            Some(letter @ ('p' | 'P')) => self.property(letter),
            Some(letter) if is_useless_before(letter) && !(self.is_in_class && letter == '-') => self.written.push(letter),
            Some(letter) => self.written.extend(['\\', letter]),
            None => self.written.push('\\'),
        }
        // ECMA-262 allows no range from a class, as the hyphen of `[\w-.]` would make one.
        if self.is_in_class && self.rest.starts_with('-') && !self.rest.starts_with("-]") && self.ends_with_class() {
            self.written.push('\\');
        }
    }

    fn ends_with_class(&self) -> bool {
        ["\\d", "\\D", "\\s", "\\S", "\\w", "\\W", "}"].iter().any(|class| self.written.ends_with(class))
    }

    /// Writes a `\p`; one that ECMA-262 knows is foreign too, since it is one in Unicode mode alone.
    fn property(&mut self, letter: char) {
        let property = self.name().and_then(|(name, rest)| Some((property(letter, name, self.is_in_class)?, rest)));
        match property {
            Some((written, rest)) => {
                self.rest = rest;
                self.foreign(&written);
            }
            None => self.written.extend(['\\', letter]),
        }
    }

    /// Returns the name of a property, in braces or of one letter, and what comes behind it.
    fn name(&self) -> Option<(&'a str, &'a str)> {
        match self.rest.strip_prefix('{') {
            Some(inner) => inner.split_once('}'),
            None => self.rest.starts_with(|first: char| first.is_ascii_uppercase()).then(|| self.rest.split_at(1)),
        }
    }

    /// Writes a `[` in a class, which may be the begin of `[:alpha:]`.
    fn posix_class(&mut self) {
        let class = self.rest.strip_prefix(':').and_then(|inner| inner.split_once(":]"));
        match class.and_then(|(name, rest)| Some((posix(name)?, rest))) {
            Some((items, rest)) => {
                self.rest = rest;
                self.foreign(items);
            }
            None => self.written.push('['),
        }
    }
}

/// Tells whether a letter means itself without a backslash: Unicode mode refuses one that is not needed (ECMA-262, IdentityEscape).
fn is_useless_before(letter: char) -> bool {
    !letter.is_ascii_alphanumeric() && !r"^$\.*+?()[]{}|/".contains(letter)
}

/// Writes the letters that have a property: by its name, as a script, or as a class of POSIX.
fn property(letter: char, name: &str, is_in_class: bool) -> Option<String> {
    // Java writes `IsHan` for a script, `IsAlphabetic` for a property.
    let bare = name.strip_prefix("Is").unwrap_or(name);
    let known = [name.to_owned(), bare.to_owned(), format!("Script={bare}")];
    let mut known = known.iter().map(|name| format!("\\{letter}{{{name}}}"));
    known.find(|property| is_unicode(property)).or_else(|| {
        let items = posix(name)?;
        match (letter, is_in_class) {
            ('p', true) => Some(items.to_owned()),
            ('p', false) => Some(format!("[{items}]")),
            (_, false) => Some(format!("[^{items}]")),
            // What is not in several classes is no list of classes.
            (_, true) => None,
        }
    })
}

fn posix(name: &str) -> Option<&'static str> {
    CLASSES.iter().find(|(class, _)| class.eq_ignore_ascii_case(name)).map(|(_, items)| *items)
}
