//! `git:REVISION:PATH` -> a description as git has it: its text, or a folder with the files that it may refer to.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, process};

/// Where a description is.
pub(crate) enum Checkout {
    /// In a file of the working tree.
    File(PathBuf),
    /// In git, by itself.
    Text {
        /// What messages call it: as it was asked for.
        name: String,
        /// The text.
        text: String,
    },
    /// In a folder that was made for it, with what stands beside it in git.
    Folder {
        /// The folder, which is removed in the end.
        folder: TemporaryFolder,
        /// The description in it.
        description: PathBuf,
        /// What messages call the folder, with what stands between it and the names of files.
        name: String,
    },
}

/// A folder that is removed when nobody needs it any more.
pub(crate) struct TemporaryFolder(PathBuf);

impl TemporaryFolder {
    /// Returns where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    fn make(revision: &str) -> Result<Self, String> {
        let word: String = revision.chars().filter(char::is_ascii_alphanumeric).take(20).collect();
        // Two commands, and both sides of one, each have their own.
        let names = (0..1000).map(|number| format!("bindery-diff-{}-{word}-{number}", process::id()));
        for path in names.map(|name| env::temp_dir().join(name)) {
            match fs::create_dir(&path) {
                Ok(()) => return Ok(Self(path)),
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(format!("{}: it can't be made: {error}", path.display())),
            }
        }
        Err("no name for a temporary folder is free".to_owned())
    }
}

impl Drop for TemporaryFolder {
    fn drop(&mut self) {
        // What is left behind is in the folder for such things.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Finds a description.
///
/// # Errors
///
/// Fails with a message for people where git does not have it.
pub(crate) fn open(path: &Path) -> Result<Checkout, String> {
    let name = path.to_string_lossy();
    let Some(rest) = name.strip_prefix("git:") else { return Ok(Checkout::File(path.to_owned())) };
    let Some((revision, file)) = rest.split_once(':').filter(|(revision, file)| !revision.is_empty() && !file.is_empty()) else {
        return Err(format!("{name}: it has to be git:REVISION:PATH"));
    };
    if revision.starts_with('-') {
        return Err(format!("{name}: a revision of git does not start with `-`"));
    }
    let text = read(revision, file)?;
    if refers_to_files(&text) {
        return read_tree(revision, file);
    }
    Ok(Checkout::Text { name: name.into_owned(), text })
}

fn read(revision: &str, file: &str) -> Result<String, String> {
    let bytes = git(&["show", &format!("{revision}:{file}")])?;
    String::from_utf8(bytes).map_err(|_| format!("git:{revision}:{file}: it is not UTF-8"))
}

fn git(arguments: &[&str]) -> Result<Vec<u8>, String> {
    let output = Command::new("git").args(arguments).output().map_err(|error| format!("git can't be run: {error}"))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    Err(format!("git {}: {}", arguments.join(" "), String::from_utf8_lossy(&output.stderr).trim()))
}

/// Tells whether a text has a `$ref` that leads to another file. One too many only costs time.
fn refers_to_files(text: &str) -> bool {
    text.match_indices("$ref").any(|(at, key)| {
        let rest = text[at + key.len()..].trim_start_matches(['"', '\'']).trim_start();
        let Some(value) = rest.strip_prefix(':') else { return false };
        let value = value.trim_start().trim_start_matches(['"', '\'']);
        !value.is_empty() && !value.starts_with('#')
    })
}

/// Writes the descriptions beside a file, and those below, into a folder.
fn read_tree(revision: &str, file: &str) -> Result<Checkout, String> {
    let folder = TemporaryFolder::make(revision)?;
    let own = file.trim_start_matches("./");
    let around = own.rsplit_once('/').map_or("", |(around, _)| around);
    let tree = if around.is_empty() { revision.to_owned() } else { format!("{revision}:{around}") };
    let names = git(&["ls-tree", "-r", "-z", "--full-tree", "--name-only", &tree])?;
    let names = names.split(|byte| *byte == 0).filter_map(|name| std::str::from_utf8(name).ok()).filter(|name| !name.is_empty());
    let is_description = |name: &&str| {
        let ending = Path::new(name).extension().and_then(OsStr::to_str);
        ending.is_some_and(|ending| ["yaml", "yml", "json"].contains(&ending.to_ascii_lowercase().as_str()))
    };
    let own_name = own.rsplit_once('/').map_or(own, |(_, name)| name);
    for name in names.filter(|name| is_description(name) || *name == own_name) {
        let full = if around.is_empty() { name.to_owned() } else { format!("{around}/{name}") };
        let target = folder.path().join(name);
        let failure = |error: std::io::Error| format!("{}: it can't be written: {error}", target.display());
        target.parent().map_or(Ok(()), fs::create_dir_all).map_err(failure)?;
        fs::write(&target, git(&["show", &format!("{revision}:{full}")])?).map_err(failure)?;
    }
    let description = folder.path().join(own_name);
    let name = if around.is_empty() { format!("git:{revision}:") } else { format!("git:{revision}:{around}/") };
    Ok(Checkout::Folder { folder, description, name })
}

#[cfg(test)]
mod tests {
    use super::refers_to_files;

    #[test]
    fn references_to_files() {
        assert!(refers_to_files("a: {$ref: other.yaml}"));
        assert!(refers_to_files("{\"$ref\": \"./pets.json#/Pet\"}"));
        assert!(!refers_to_files("a:\n  $ref: '#/components/schemas/Pet'\n"));
        assert!(!refers_to_files("{\"$ref\":\"#/components/schemas/Pet\"}"));
        assert!(!refers_to_files("description: what $ref means"));
    }
}
