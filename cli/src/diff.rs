//! Two texts of a file -> a unified diff, as `patch` reads it.

use std::path::Path;
use std::time::Duration;

use bindery::report::Color;
use similar::TextDiff;

/// How long a smaller diff is looked for; after that a larger one that is found at once will do.
const PATIENCE: Duration = Duration::from_secs(5);

/// Returns what has to change in a file so that it is as it ought to be. A file that is missing has no old text.
pub(crate) fn unified_diff(path: &Path, old: Option<&str>, new: &str, color: Color) -> String {
    let name = path.display().to_string();
    let old_name = if old.is_some() { &*name } else { "/dev/null" };
    let diff = TextDiff::configure().timeout(PATIENCE).diff_lines(old.unwrap_or_default(), new);
    let text = diff.unified_diff().header(old_name, &name).to_string();
    match color {
        Color::Never => text,
        Color::Always => text.split_inclusive('\n').map(painted).collect(),
    }
}

fn painted(line: &str) -> String {
    let code = match line.as_bytes().first() {
        _ if line.starts_with("--- ") || line.starts_with("+++ ") => "1",
        Some(b'-') => "31",
        Some(b'+') => "32",
        Some(b'@') => "36",
        _ => return line.to_owned(),
    };
    let text = line.trim_end_matches('\n');
    format!("\u{1b}[{code}m{text}\u{1b}[0m{}", &line[text.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_line() {
        let diff = unified_diff(Path::new("a.rs"), Some("one\ntwo\n"), "one\n2\n", Color::Never);
        assert_eq!(diff, "--- a.rs\n+++ a.rs\n@@ -1,2 +1,2 @@\n one\n-two\n+2\n");
    }

    #[test]
    fn a_missing_file() {
        let diff = unified_diff(Path::new("a.rs"), None, "one\n", Color::Never);
        assert_eq!(diff, "--- /dev/null\n+++ a.rs\n@@ -0,0 +1 @@\n+one\n");
    }

    #[test]
    fn colours_end_with_their_line() {
        let diff = unified_diff(Path::new("a.rs"), None, "one\n", Color::Always);
        assert!(diff.ends_with("\u{1b}[36m@@ -0,0 +1 @@\u{1b}[0m\n\u{1b}[32m+one\u{1b}[0m\n"), "{diff:?}");
    }
}
