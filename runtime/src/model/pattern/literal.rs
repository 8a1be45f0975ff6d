//! Patterns with the slashes and flags of a literal of JavaScript, `/^[a-z]+$/i` -> the pattern in it, `(?i:^[a-z]+$)`.
//!
//! PHP and Ruby write them alike. By the letter slashes are letters, and nothing is before the begin of a text or behind its end: such a
//! pattern matches no text at all. One that matches some by the letter, such as `/api/`, may be meant so, and is no literal.

/// Returns the pattern in a literal, with the flags that change what it matches; `None` for what is none.
pub(super) fn pattern_in(source: &str) -> Option<String> {
    let (pattern, flags) = source.strip_prefix('/')?.rsplit_once('/')?;
    // Some say nothing of whether a text matches, or only that it has to from its begin on.
    let is_known = |flag| "dgimsu".contains(flag) || (flag == 'y' && pattern.starts_with('^'));
    if !flags.chars().all(is_known) || !matches_nothing_in_slashes(pattern) {
        return None;
    }
    let flags: String = flags.chars().filter(|flag| "ims".contains(*flag)).collect();
    Some(if flags.is_empty() { pattern.to_owned() } else { format!("(?{flags}:{pattern})") })
}

/// Tells whether no alternative of a pattern can match between two slashes: the one behind the first slash begins with the begin of the
/// text, the one before the second ends with its end.
fn matches_nothing_in_slashes(pattern: &str) -> bool {
    let begins = pattern.starts_with('^');
    let ends = pattern.strip_suffix('$').is_some_and(|rest| (rest.len() - rest.trim_end_matches('\\').len()) % 2 == 0);
    match alternatives(pattern) {
        1 => begins || ends,
        2 => begins && ends,
        _ => false,
    }
}

/// Counts the alternatives that a pattern itself has, not those of its groups.
fn alternatives(pattern: &str) -> usize {
    let (mut count, mut depth, mut is_in_class) = (1, 0_usize, false);
    let mut letters = pattern.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => drop(letters.next()),
            '[' => is_in_class = true,
            ']' => is_in_class = false,
            _ if is_in_class => {}
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '|' if depth == 0 => count += 1,
            _ => {}
        }
    }
    count
}
