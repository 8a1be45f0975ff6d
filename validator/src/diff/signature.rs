//! Signatures of generated items -> what of them differs: a constructor with twenty arguments is read by nobody.

use super::change::ItemChange;

/// Says what happened to an item, with its signature before and now as far as they differ.
pub(super) fn signature(item: &ItemChange) -> String {
    let ItemChange { old, new, why, .. } = item;
    match (old, new) {
        (Some(old), Some(new)) if old != new => {
            let (old, new) = differing(old, new);
            format!("{why}: `{old}` -> `{new}`")
        }
        (Some(old), None) => format!("{why}: `{old}`"),
        (None, Some(new)) => format!("{why}: `{new}`"),
        _ => why.clone(),
    }
}

/// Leaves out what two long signatures have in common of their arguments, at the beginning and at the end.
fn differing(old: &str, new: &str) -> (String, String) {
    let whole = || (old.to_owned(), new.to_owned());
    let (Some((head, old_list, old_tail)), Some((other_head, new_list, new_tail))) = (arguments(old), arguments(new)) else {
        return whole();
    };
    let most = old_list.len().min(new_list.len());
    let first = old_list.iter().zip(&new_list).take_while(|(old, new)| old == new).count();
    let last = old_list.iter().rev().zip(new_list.iter().rev()).take(most - first).take_while(|(old, new)| old == new).count();
    if head != other_head || first + last < 3 {
        return whole();
    }
    let dots = |count: usize| (count > 0).then_some("…");
    let short = |list: &[&str], tail: &str| {
        let inner = list[first..list.len() - last].iter().copied();
        let parts: Vec<_> = dots(first).into_iter().chain(inner).chain(dots(last)).collect();
        format!("{head}({}){tail}", parts.join(", "))
    };
    (short(&old_list, old_tail), short(&new_list, new_tail))
}

/// Takes `name(a: A, b: B) -> C` apart.
fn arguments(signature: &str) -> Option<(&str, Vec<&str>, &str)> {
    let (head, rest) = signature.split_once('(')?;
    let mut depth = 0_usize;
    let mut list = Vec::new();
    let mut begin = 0;
    for (at, character) in rest.char_indices() {
        match character {
            '(' | '<' | '[' => depth += 1,
            ')' if depth == 0 => {
                list.extend(Some(rest[begin..at].trim()).filter(|last| !last.is_empty()));
                return Some((head, list, &rest[at + 1..]));
            }
            ')' | '>' | ']' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                list.push(rest[begin..at].trim());
                begin = at + 1;
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::differing;

    #[test]
    fn what_long_signatures_have_in_common() {
        let table = [
            ("new(a: A)", "new(a: A, b: B)", "new(a: A)", "new(a: A, b: B)"),
            ("new(a: A, b: B, c: C)", "new(a: A, b: B, c: C, d: D)", "new(…)", "new(…, d: D)"),
            (
                "new(a: A, b: Map<K, V>, c: C, d: D)",
                "new(a: A, b: Map<K, W>, c: C, d: D)",
                "new(…, b: Map<K, V>, …)",
                "new(…, b: Map<K, W>, …)",
            ),
            ("get(a: A, b: B, c: C) -> R<X, Y>", "get(a: A, b: B, c: C) -> R<Z, Y>", "get(…) -> R<X, Y>", "get(…) -> R<Z, Y>"),
            ("new(a: A, a: A, a: A)", "new(a: A, a: A, a: A, a: A)", "new(…)", "new(…, a: A)"),
            ("name: String", "name: i64", "name: String", "name: i64"),
            ("one(", "one(a", "one(", "one(a"),
        ];
        for (old, new, short_old, short_new) in table {
            assert_eq!(differing(old, new), (short_old.to_owned(), short_new.to_owned()), "{old} {new}");
        }
    }
}
