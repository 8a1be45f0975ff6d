//! Patterns as sets of texts: whether all texts that match some match others too, decided by walking their automata side by side.

use std::borrow::Cow;
use std::collections::{HashSet, VecDeque};

use regex_automata::dfa::{Automaton, StartKind, dense};
use regex_automata::util::primitives::StateID;
use regex_automata::util::start;
use regex_automata::{Anchored, MatchKind};

/// An automaton takes no more bytes than this.
const LARGE: usize = 1 << 20;

/// How many states are walked through.
const MANY: usize = 10_000;

/// What is known of two sets of texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Texts {
    /// The first is a part of the second.
    Included,
    /// This text is in the first and not in the second.
    Excluded(String),
    /// A pattern is beyond automata, or too large.
    Open,
}

/// Compares the texts that match all of some patterns with those that match another.
pub(super) fn compare(inner: &[&str], outer: &str) -> Texts {
    // Where nothing is asked, every text is there.
    find(inner, &[outer])
}

/// Looks for a text that matches all of some patterns and none of others.
pub(super) fn find(all: &[&str], none: &[&str]) -> Texts {
    let automata = |patterns: &[&str]| patterns.iter().map(|pattern| automaton(pattern)).collect::<Option<Vec<_>>>();
    let automata = automata(all).zip(automata(none));
    automata.and_then(|(all, none)| walk(&all, &none)).unwrap_or(Texts::Open)
}

/// Writes the pattern that only one text matches.
pub(super) fn literal(text: &str) -> String {
    let escaped = text.chars().flat_map(|it| "\\^$.*+?()[]{}|/".contains(it).then_some('\\').into_iter().chain([it]));
    format!("^{}$", escaped.collect::<String>())
}

type Dfa = dense::DFA<Vec<u32>>;

/// A pattern matches wherever it does in a text (JSON Schema 2020-12, Validation, section 6.3.3).
fn automaton(pattern: &str) -> Option<Dfa> {
    let pattern = bindery_runtime::__private::meant_pattern(pattern).map_or(Cow::Borrowed(pattern), Cow::Owned);
    let pattern = jsonschema_regex::to_rust_regex(&pattern).ok()?;
    let config = dense::Config::new()
        .start_kind(StartKind::Anchored)
        .match_kind(MatchKind::All)
        .dfa_size_limit(Some(LARGE))
        .determinize_size_limit(Some(LARGE));
    dense::Builder::new().configure(config).build(&format!("(?s:.)*(?:{pattern})(?s:.)*")).ok()
}

/// Looks for the shortest text that all of some automata accept and none of others; `None` where that takes too long.
fn walk(all: &[Dfa], none: &[Dfa]) -> Option<Texts> {
    let begin = start::Config::new().anchored(Anchored::Yes);
    let automata = || all.iter().chain(none);
    let first: Vec<StateID> = automata().map(|it| it.start_state(&begin).ok()).collect::<Option<_>>()?;
    let mut known = HashSet::from([first.clone()]);
    let mut waiting = VecDeque::from([(first, Vec::new())]);
    while let Some((states, text)) = waiting.pop_front() {
        let mut accepts = automata().zip(&states).map(|(it, state)| it.is_match_state(it.next_eoi_state(*state)));
        if accepts.by_ref().take(all.len()).all(|it| it) && !accepts.any(|it| it) {
            return Some(String::from_utf8(text).map_or(Texts::Open, Texts::Excluded));
        }
        if known.len() > MANY {
            return None;
        }
        for byte in bytes() {
            let next: Vec<_> = automata().zip(&states).map(|(it, state)| it.next_state(*state, byte)).collect();
            let is_lost = all.iter().zip(&next).any(|(it, state)| it.is_dead_state(*state));
            if !is_lost && known.insert(next.clone()) {
                let text = text.iter().copied().chain([byte]).collect();
                waiting.push_back((next, text));
            }
        }
    }
    Some(Texts::Included)
}

/// All bytes, those first that people like to read.
fn bytes() -> impl Iterator<Item = u8> {
    let plain = (b'a'..=b'z').chain(b'0'..=b'9').chain(b'A'..=b'Z');
    plain.chain((0..=u8::MAX).filter(|byte| !byte.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_match_some_and_not_others() {
        let excluded = |text: &str| Texts::Excluded(text.to_owned());
        assert_eq!(find(&[], &["^a", "^$"]), excluded("b"));
        assert_eq!(find(&["^x"], &["^xy", "^x$"]), excluded("xa"));
        assert_eq!(find(&["^x"], &["^x[^y]", "^xy", "^x$"]), Texts::Included);
        assert_eq!(find(&[&literal("a.b")], &[]), excluded("a.b"));
        assert_eq!(find(&[&literal("a.b")], &["b$"]), Texts::Included);
        assert_eq!(find(&[&literal("(")], &["^a"]), excluded("("));
    }

    #[test]
    fn patterns_as_sets() {
        let excluded = |text: &str| Texts::Excluded(text.to_owned());
        let table = [
            (&["^[a-z]+$"][..], "^[a-z]*$", Texts::Included),
            (&["^[a-z]*$"], "^[a-z]+$", excluded("")),
            (&["^[a-z]+$"], "^[a-z0-9_-]+$", Texts::Included),
            (&["^[a-z0-9]+$"], "^[a-z]+$", excluded("0")),
            (&["^\\d{3}$"], "^[0-9]+$", Texts::Included),
            (&["\\A[a-z]+\\Z"], "^[a-z]+$", Texts::Included),
            (&["^[a-z]+$"], "^[\\p{Alnum}\\-]+\\z", Texts::Included),
            (&["^[A-F]+$"], "/^[a-z]+$/i", Texts::Included),
            (&["/^[a-z]$/"], "^[a-z]$", Texts::Included),
            (&["^[0-9]{1,3}$"], "^\\d{3}$", excluded("0")),
            (&[], "^a", excluded("")),
            (&["^ab"], "a", Texts::Included),
            (&["a"], "^a", excluded("ba")),
            (&["^a", "b$"], "^a.*b$", excluded("a\nb")),
            (&["^(cat|dog)$"], "^(dog|cat|bird)$", Texts::Included),
            (&["^é+$"], "^[à-ü]+$", Texts::Included),
            (&["^(?=a)b"], "^b", Texts::Open),
            (&["^(a)\\1$"], "^a", Texts::Open),
            (&["^.{2000}$"], "^[a-z]{2000}$", Texts::Open),
        ];
        for (inner, outer, expected) in table {
            assert_eq!(compare(inner, outer), expected, "{inner:?} {outer}");
        }
    }
}
