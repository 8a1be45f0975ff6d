//! Regular expressions of descriptions, in the dialect that JSON Schema names: ECMA-262.

mod foreign;
mod literal;

use std::fmt;
use std::sync::OnceLock;

use regress::Regex;

/// A `pattern` of a schema, compiled when it is first used.
///
/// A text matches if the pattern matches anywhere in it (JSON Schema validation, section 6.3.3). A pattern
/// that is no regular expression matches every text: a mistake in the description must not refuse values.
/// Anchors and classes of other languages, such as `\A`, `\z`, `\p{Alnum}` and `[[:alpha:]]`, mean there what they mean elsewhere,
/// and the slashes and flags of a literal, as in `/^[a-z]+$/i`, are none of its letters where it could match nothing with them.
///
/// ```
/// static CODE: bindery_runtime::Pattern = bindery_runtime::Pattern::new("^(?!000)[0-9]{3}$");
///
/// assert!(CODE.is_match("042"));
/// assert!(!CODE.is_match("000"));
/// ```
pub struct Pattern {
    source: &'static str,
    regex: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// Returns the pattern of this text, not yet compiled.
    pub const fn new(source: &'static str) -> Self {
        Self { source, regex: OnceLock::new() }
    }

    /// Returns the text of the pattern.
    pub const fn as_str(&self) -> &'static str {
        self.source
    }

    /// Returns whether the pattern matches anywhere in `text`.
    pub fn is_match(&self, text: &str) -> bool {
        self.regex.get_or_init(|| compile(self.source)).as_ref().is_none_or(|regex| regex.find(text).is_some())
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Pattern").field(&self.source).finish()
    }
}

/// Compiles a pattern as it is meant.
pub fn compile(source: &str) -> Option<Regex> {
    match meant(source) {
        Some(meant) => compile_as_written(&meant),
        None => compile_as_written(source),
    }
}

/// Returns what a pattern means that is written in another language than ECMA-262, or as a literal; `None` if it means what it says.
pub fn meant(source: &str) -> Option<String> {
    in_literal(source).or_else(|| foreign::rewritten(source))
}

/// Returns the pattern that a literal means.
pub fn in_literal(source: &str) -> Option<String> {
    let rewritten = foreign::rewritten(source);
    let pattern = literal::pattern_in(rewritten.as_deref().unwrap_or(source));
    pattern.filter(|pattern| compile_as_written(pattern).is_some())
}

/// Compiles in Unicode mode, which JSON Schema recommends, else in the older mode: many real patterns have escapes such as `\-` that only the
/// older one allows.
fn compile_as_written(source: &str) -> Option<Regex> {
    Regex::with_flags(source, "u").or_else(|_| Regex::new(source)).ok()
}
