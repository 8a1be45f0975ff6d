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

/// Leaves out what two long signatures have in common of their arguments, in the same order.
fn differing(old: &str, new: &str) -> (String, String) {
    let whole = || (old.to_owned(), new.to_owned());
    let (Some((head, old_list, old_tail)), Some((other_head, new_list, new_tail))) = (arguments(old), arguments(new)) else {
        return whole();
    };
    let common = common(&old_list, &new_list);
    if head != other_head || common.len() < 3 {
        return whole();
    }
    let short = |list: &[&str], kept: Vec<usize>, tail: &str| {
        let mut parts: Vec<&str> = Vec::new();
        for (at, argument) in list.iter().enumerate() {
            match kept.contains(&at) {
                true if parts.last() == Some(&"…") => {}
                true => parts.push("…"),
                false => parts.push(argument),
            }
        }
        format!("{head}({}){tail}", parts.join(", "))
    };
    let kept = |side: fn(&(usize, usize)) -> usize| common.iter().map(side).collect::<Vec<_>>();
    (short(&old_list, kept(|it| it.0), old_tail), short(&new_list, kept(|it| it.1), new_tail))
}

/// Finds the longest list that is in both, what is between left out: the positions in each.
fn common(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    // How long it is of what follows two positions.
    let mut lengths = vec![vec![0_usize; new.len() + 1]; old.len() + 1];
    for at in (0..old.len()).rev() {
        for other in (0..new.len()).rev() {
            lengths[at][other] = match old[at] == new[other] {
                true => lengths[at + 1][other + 1] + 1,
                false => lengths[at + 1][other].max(lengths[at][other + 1]),
            };
        }
    }
    let (mut at, mut other, mut found) = (0, 0, Vec::new());
    while at < old.len() && other < new.len() {
        if old[at] == new[other] {
            found.push((at, other));
            (at, other) = (at + 1, other + 1);
        } else if lengths[at + 1][other] >= lengths[at][other + 1] {
            at += 1;
        } else {
            other += 1;
        }
    }
    found
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
            (
                "new(a: A, b: B, c: C, d: D, e: V)",
                "new(e: E, a: A, b: B, x: X, c: C, d: D)",
                "new(…, e: V)",
                "new(e: E, …, x: X, …)",
            ),
            ("name: String", "name: i64", "name: String", "name: i64"),
            ("one(", "one(a", "one(", "one(a"),
        ];
        for (old, new, short_old, short_new) in table {
            assert_eq!(differing(old, new), (short_old.to_owned(), short_new.to_owned()), "{old} {new}");
        }
    }
}
