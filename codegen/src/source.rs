//! The texts that a description consists of, and places in them.
//!
//! Turns a path into a [`Source`], and the [`Origin`] of a node (a document and a JSON Pointer) into the line and column that people
//! look for. It knows mappings, sequences and scalars, and nothing of OpenAPI.

mod derived;
mod json;
mod place;
mod pointer;
mod yaml;

use std::borrow::Cow;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

pub(crate) use derived::Origins;
pub(crate) use json::closing_quote;
pub use place::{Entry, Found, Place};
pub use pointer::Pointer;
pub use pointer::percent_decode;

use self::place::Finder;
use crate::arena::{Arena, Id};
use crate::diagnostic::{Code, Diagnostic};

/// Names one text of [`Sources`].
pub type DocumentId = Id<Source>;

/// The longest text that is read, in bytes.
const MAX_BYTES: u64 = 256 * 1024 * 1024;

/// Names one node of one text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Origin {
    /// The text.
    pub document: DocumentId,
    /// The node in it.
    pub pointer: Pointer,
}

/// As its JSON Pointer.
#[cfg(feature = "serde")]
impl serde::Serialize for Origin {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.pointer.as_str())
    }
}

impl Origin {
    /// Names the outermost node of a text.
    pub fn root(document: DocumentId) -> Self {
        Self { document, pointer: Pointer::root() }
    }

    /// Names the value that stands under a key of this node.
    #[must_use]
    pub fn child(&self, token: &str) -> Self {
        Self { document: self.document, pointer: self.pointer.child(token) }
    }

    /// Names an item of this node, counted from 0.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        Self { document: self.document, pointer: self.pointer.index(index) }
    }
}

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// YAML 1.2, read with its core schema.
    Yaml,
    /// JSON (RFC 8259).
    Json,
}

/// One text.
#[derive(Clone, Debug)]
pub struct Source {
    /// The name that people see: the path as the caller gave it, with forward slashes.
    pub name: String,
    /// The text, without a byte order mark.
    pub text: String,
    /// How it is written.
    pub format: Format,
    /// Where its nodes come from, if it was put together from other texts.
    origins: Option<Origins>,
}

impl Source {
    /// Returns the last part of the name, which is the same on every machine.
    pub fn file_name(&self) -> &str {
        self.name.rsplit('/').next().unwrap_or_default()
    }

    /// Finds nodes by one scan of the text.
    fn find(&self, pointers: &[&Pointer]) -> Vec<Option<Found>> {
        if self.format == Format::Json {
            let mut finder = Finder::new(pointers);
            if json::scan(&self.text, &mut finder).is_some() {
                return finder.finish();
            }
        }
        // What begins like JSON may be YAML all the same.
        let mut finder = Finder::new(pointers);
        yaml::scan(&self.text, &mut finder);
        finder.finish()
    }
}

/// All texts of one run.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    texts: Arena<Source>,
    files: Vec<PathBuf>,
    /// Folders whose files people know by other names.
    shown: Vec<(PathBuf, String)>,
}

impl Sources {
    /// Shows the names of files below a folder with `name` in the place of the folder and the slash after it: `git:main:api/` for a copy
    /// of what is in git.
    pub fn show_folder(&mut self, folder: impl Into<PathBuf>, name: impl Into<String>) {
        self.shown.push((folder.into(), name.into()));
    }

    /// Returns the name of a file that people see: the path as the caller gave it, with forward slashes.
    pub(crate) fn name_of(&self, path: &Path) -> String {
        let text = |path: &Path| path.to_string_lossy().replace('\\', "/");
        let below = self.shown.iter().find_map(|(folder, name)| Some((name, path.strip_prefix(folder).ok()?)));
        below.map_or_else(|| text(path), |(name, rest)| format!("{name}{}", text(rest)))
    }

    /// Reads a file: UTF-8, with or without a byte order mark, of at most 256 MiB.
    ///
    /// A file that can't be read is still named by the diagnostic that says so.
    #[expect(clippy::result_large_err, reason = "it is called once for each file of a run")]
    pub fn load(&mut self, path: &Path) -> Result<DocumentId, Diagnostic> {
        self.files.push(path.to_owned());
        let name = self.name_of(path);
        read_text(path).map(|text| self.add(name.clone(), text)).map_err(|problem| {
            let document = self.add(name, String::new());
            Diagnostic::new(Code::UnreadableFile, Origin::root(document), problem)
        })
    }

    /// Remembers a file that was looked for and is not there.
    pub(crate) fn miss(&mut self, path: &Path) {
        self.files.push(path.to_owned());
    }

    /// Adds a text that is at hand, under the name that people shall see.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> DocumentId {
        let mut text = text.into();
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        let format = if text.trim_start().starts_with('{') { Format::Json } else { Format::Yaml };
        self.texts.push(Source { name: name.into(), text, format, origins: None })
    }

    /// Adds a JSON text that was put together from other texts. Its name is that of the text it stands for.
    pub(crate) fn add_derived(&mut self, of: DocumentId, text: String, origins: Origins) -> DocumentId {
        let name = self.get(of).name.clone();
        self.texts.push(Source { name, text, format: Format::Json, origins: Some(origins) })
    }

    /// Returns where a node was written by somebody: a node of a text that was put together comes from another one.
    pub fn written(&self, origin: &Origin) -> Origin {
        let mut origin = Cow::Borrowed(origin);
        while let Some(origins) = &self.get(origin.document).origins {
            origin = Cow::Owned(origins.original(&origin.pointer));
        }
        origin.into_owned()
    }

    /// Returns a text.
    pub fn get(&self, document: DocumentId) -> &Source {
        &self.texts[document]
    }

    /// Returns the text that was added first.
    pub fn first(&self) -> Option<&Source> {
        self.texts.iter().next().map(|(_, source)| source)
    }

    /// Returns where a node stands; see [`Sources::places`].
    pub fn place(&self, origin: &Origin) -> Option<Place> {
        self.places(&[origin]).pop().flatten()
    }

    /// Returns where nodes stand, each text read once.
    ///
    /// The place of a mapping's entry is its value where that is a scalar, else its key. A node that is not there has the place of the
    /// nearest node around it; `None` is for a text without any node.
    pub fn places(&self, origins: &[&Origin]) -> Vec<Option<Place>> {
        self.find(origins).into_iter().map(|found| found.map(|found| found.last.place())).collect()
    }

    /// Returns a scalar of one line as it is written.
    pub(crate) fn scalar_text(&self, origin: &Origin) -> Option<String> {
        let place = self.place(origin).filter(|place| place.line == place.end_line)?;
        let line = self.get(self.written(origin).document).text.lines().nth(place.line - 1)?;
        let characters = line.chars().skip(place.column - 1).take(place.end_column - place.column);
        Some(characters.collect::<String>().trim_end().to_owned())
    }

    /// Finds nodes, as keys and as values, each text read once. A node that is not there is found as the nearest node around it.
    pub fn find(&self, origins: &[&Origin]) -> Vec<Option<Found>> {
        let origins: Vec<Origin> = origins.iter().map(|origin| self.written(origin)).collect();
        let mut found = vec![None; origins.len()];
        for (document, source) in self.texts.iter() {
            let wanted: Vec<usize> = (0..origins.len()).filter(|index| origins[*index].document == document).collect();
            if wanted.is_empty() {
                continue;
            }
            let pointers: Vec<&Pointer> = wanted.iter().map(|index| &origins[*index].pointer).collect();
            for (index, place) in wanted.iter().zip(source.find(&pointers)) {
                found[*index] = place;
            }
        }
        found
    }

    /// Returns the paths that were read, in order, also of files that could not be read.
    pub fn files(&self) -> &[PathBuf] {
        &self.files
    }
}

fn read_text(path: &Path) -> Result<String, String> {
    let failed = |error: std::io::Error| format!("the file can't be read: {error}");
    let mut bytes = Vec::new();
    // Not by the size that the file system tells, which is 0 for what is no ordinary file.
    File::open(path).and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes)).map_err(failed)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(format!("the file is larger than {MAX_BYTES} bytes"));
    }
    String::from_utf8(bytes)
        .map_err(|error| format!("the file is not UTF-8: byte {} begins no character", error.utf8_error().valid_up_to()))
}
