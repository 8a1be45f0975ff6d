//! Which files were made of which, in the syntax of a Makefile, as ninja, make, Bazel and Buck2 read it.

use std::path::{Path, PathBuf};

/// Renders one rule: the outputs, a colon, and the inputs.
pub(crate) fn render<'a>(outputs: impl Iterator<Item = &'a Path>, inputs: &[PathBuf]) -> String {
    let outputs: Vec<_> = outputs.map(escape).collect();
    let inputs: Vec<_> = inputs.iter().map(|path| escape(path)).collect();
    format!("{}: {}\n", outputs.join(" "), inputs.join(" "))
}

/// Writes a path so that a Makefile's own signs in it stand for themselves.
fn escape(path: &Path) -> String {
    let mut out = String::new();
    for letter in path.to_string_lossy().chars() {
        match letter {
            ' ' | '#' => out.extend(['\\', letter]),
            '$' => out.push_str("$$"),
            // A backslash would escape what follows it, and Windows takes both.
            '\\' if cfg!(windows) => out.push('/'),
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    #[test]
    fn signs_of_makefiles_are_escaped() {
        let outputs = ["out/a b.rs", "out/c.rs"].map(Path::new);
        let text = super::render(outputs.into_iter(), &[PathBuf::from("spec/#1 $x.yaml")]);
        assert_eq!(text, "out/a\\ b.rs out/c.rs: spec/\\#1\\ $$x.yaml\n");
    }
}
