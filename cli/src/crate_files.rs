//! Generated code -> the files of a complete crate: its manifest, and the code with crate docs.

use std::io;
use std::path::{Component, MAIN_SEPARATOR_STR, Path, PathBuf, absolute};

use bindery::Generated;
use bindery::plan::sentence;

use crate::failure::Failure;
use crate::generate::OutFile;

/// What the manifest says besides what the description does.
#[derive(Debug)]
pub(crate) struct Manifest<'a> {
    /// The name of the crate.
    pub(crate) name: &'a str,
    /// Where the runtime is, if not in the registry: an absolute path, or one from the current folder.
    pub(crate) runtime_path: Option<&'a Path>,
    /// There is no client, so nothing is sent.
    pub(crate) models_only: bool,
}

/// The crate that generated code uses.
const RUNTIME: &str = "bindery-runtime";

/// Tells whether cargo takes a name for a crate that depends on the runtime.
pub(crate) fn is_crate_name(text: &str) -> bool {
    let is_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
    text.starts_with(|first: char| first.is_ascii_alphabetic()) && text.chars().all(is_word) && text != RUNTIME
}

/// Returns the files of a crate in a folder.
pub(crate) fn crate_files(
    manifest: &Manifest<'_>,
    folder: &Path,
    generated: &Generated,
) -> Result<Vec<OutFile<'static>>, Failure> {
    let about = about(manifest, generated);
    let runtime_path = match manifest.runtime_path {
        None => None,
        Some(path) => Some(path_from(folder, path).map_err(|error| {
            Failure::Unusable(format!("the path {} can't be written in {}: {error}", path.display(), folder.display()))
        })?),
    };
    Ok(vec![
        OutFile { path: folder.join("Cargo.toml"), text: manifest_text(manifest, &about, runtime_path.as_deref()).into() },
        OutFile { path: folder.join("src").join("lib.rs"), text: library_text(&about, &generated.text).into() },
    ])
}

/// Says in one sentence what the crate is.
fn about(manifest: &Manifest<'_>, generated: &Generated) -> String {
    let what = if manifest.models_only { "Models" } else { "Client" };
    sentence(&format!("{what} of the {}", generated.plan.title))
}

fn manifest_text(manifest: &Manifest<'_>, about: &str, runtime_path: Option<&str>) -> String {
    let mut runtime = format!("version = {}", toml_string(env!("CARGO_PKG_VERSION")));
    if let Some(path) = runtime_path {
        runtime += &format!(", path = {}", toml_string(path));
    }
    if manifest.models_only {
        // All but the transport, which only a client needs.
        runtime += ", default-features = false, features = [\"base64\", \"chrono\", \"uuid\"]";
    }
    format!(
        "# Made by `bindery generate`. Change the description instead of this file.\n\n\
         [package]\nname = {}\ndescription = {}\nversion = \"0.1.0\"\nedition = \"2024\"\nrust-version = {}\n\n\
         [dependencies]\n{RUNTIME} = {{ {runtime} }}\n",
        toml_string(manifest.name),
        toml_string(about),
        toml_string(env!("CARGO_PKG_RUST_VERSION")),
    )
}

/// Puts crate docs between the header of the generated text and its items.
fn library_text(about: &str, text: &str) -> String {
    let (header, items) = text.split_once('\n').unwrap_or((text, ""));
    format!("{header}\n\n//! {about}\n{items}")
}

/// Writes a basic string of TOML 1.0. It has the escapes of JSON, and no control characters.
fn toml_string(text: &str) -> String {
    let text: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    serde_json::Value::String(text).to_string()
}

/// Returns how a path is written in a file of a folder: an absolute one as it is, another by the way from the folder to it, so that
/// the text is the same on every machine.
fn path_from(folder: &Path, path: &Path) -> io::Result<String> {
    if path.is_absolute() {
        return text_of(path);
    }
    let (folder, path) = (plain(&absolute(folder)?), plain(&absolute(path)?));
    let mut shared = 0;
    let mut pairs = folder.components().zip(path.components());
    while pairs.next().is_some_and(|(left, right)| left == right) {
        shared += 1;
    }
    let up = folder.components().skip(shared).map(|_| Component::ParentDir);
    let way: PathBuf = up.chain(path.components().skip(shared)).collect();
    if way.as_os_str().is_empty() { Ok(".".to_owned()) } else { text_of(&way) }
}

/// Takes `.` and `..` out of an absolute path by its text alone, as cargo does.
fn plain(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => drop(out.pop()),
            other => out.push(other),
        }
    }
    out
}

fn text_of(path: &Path) -> io::Result<String> {
    let text = path.to_str().ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "it is not UTF-8"))?;
    Ok(text.replace(MAIN_SEPARATOR_STR, "/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lead_from_the_folder() {
        for (folder, path, expected) in [
            ("out", "runtime", "../runtime"),
            ("./a/b/", "runtime", "../../runtime"),
            ("a/../b", "./b/runtime", "runtime"),
            ("a", "a", "."),
            (".", "x/y", "x/y"),
        ] {
            assert_eq!(path_from(Path::new(folder), Path::new(path)).expect("a plain path"), expected, "{folder} {path}");
        }
    }

    #[test]
    #[cfg(unix)]
    fn absolute_paths_stay() {
        assert_eq!(path_from(Path::new("out"), Path::new("/opt/runtime")).expect("a plain path"), "/opt/runtime");
    }

    #[test]
    fn names_of_crates() {
        for (name, expected) in
            [("ledger-client", true), ("a_1", true), ("", false), ("1a", false), ("a b", false), ("é", false), (RUNTIME, false)]
        {
            assert_eq!(is_crate_name(name), expected, "{name}");
        }
    }

    #[test]
    fn a_title_ends_no_string() {
        assert_eq!(toml_string("a \"b\"\n\u{7f}\\"), r#""a \"b\"  \\""#);
    }
}
