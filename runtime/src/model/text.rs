//! Words that messages share.

use std::fmt::Display;

/// Lists what was expected: `` `a` ``, `` `a` or `b` ``, `` one of `a`, `b`, `c` ``; long lists are cut.
pub(super) fn one_of<T: Display>(known: &[T]) -> String {
    const SHOWN: usize = 20;
    match known {
        [] => "nothing".to_owned(),
        [only] => format!("`{only}`"),
        [first, second] => format!("`{first}` or `{second}`"),
        _ => {
            let shown: Vec<_> = known.iter().take(SHOWN).map(|name| format!("`{name}`")).collect();
            let more = known.len().saturating_sub(SHOWN);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            format!("one of {}{more}", shown.join(", "))
        }
    }
}
