//! Which step of a version changes ask for (Semantic Versioning 2.0.0, sections 4 and 6 to 8), and whether `info.version` made it.

use serde::Serialize;

use super::change::Verdict;

/// A step of a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// None is needed.
    None,
    /// Something is new or doubtful, and nothing is broken.
    Minor,
    /// Something is broken.
    Major,
}

impl Step {
    /// Returns the word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }

    /// Returns the step that changes with these verdicts ask for.
    pub fn for_verdicts(verdicts: impl Iterator<Item = Verdict>) -> Self {
        let step = |verdict| if verdict == Verdict::Breaking { Self::Major } else { Self::Minor };
        verdicts.map(step).max().unwrap_or(Self::None)
    }
}

/// Tells whether a version was stepped as much as is needed. Of versions that are no numbers another text is a step.
pub fn is_enough(needed: Step, before: &str, after: &str) -> bool {
    if needed == Step::None {
        return true;
    }
    match (numbers(before), numbers(after)) {
        (Some(before), Some(after)) if needed == Step::Major && before[0] > 0 => after[0] > before[0],
        // Before 1.0.0 the second number is the one that breaks.
        (Some(before), Some(after)) if before[0] == 0 && needed == Step::Minor => after > before,
        (Some(before), Some(after)) => after[..2] > before[..2],
        _ => before != after,
    }
}

/// Reads `1`, `1.2`, `v1.2.3` and `1.2.3-beta`.
fn numbers(version: &str) -> Option<[u64; 3]> {
    let plain = version.trim().trim_start_matches(['v', 'V']);
    let plain = plain.split(['-', '+']).next().unwrap_or(plain);
    let mut numbers = [0; 3];
    let parts: Vec<_> = plain.split('.').collect();
    // A date as `2024-01-31` has a year where a version has its first number.
    if parts.len() > 3 || (parts.len() == 1 && version.contains('-')) {
        return None;
    }
    for (number, part) in numbers.iter_mut().zip(parts) {
        *number = part.parse().ok()?;
    }
    Some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps() {
        let table = [
            (Step::Major, "1.2.3", "2.0.0", true),
            (Step::Major, "1.2.3", "1.3.0", false),
            (Step::Minor, "1.2.3", "1.3.0", true),
            (Step::Minor, "1.2.3", "1.2.4", false),
            (Step::Major, "0.2.3", "0.3.0", true),
            (Step::Major, "0.2.3", "0.2.4", false),
            (Step::Minor, "0.2.3", "0.2.4", true),
            (Step::None, "1.0.0", "1.0.0", true),
            (Step::Major, "v1", "v2", true),
            (Step::Major, "2024-01-31", "2024-02-01", true),
            (Step::Minor, "2024-01-31", "2024-01-31", false),
            (Step::Minor, "beta", "beta", false),
        ];
        for (needed, before, after, enough) in table {
            assert_eq!(is_enough(needed, before, after), enough, "{needed:?}: {before} to {after}");
        }
    }
}
