//! The texts that a description consists of, and places in them.
//!
//! Turns a path into a [`Source`], and the [`Origin`] of a node (a document and a JSON Pointer) into the line and column that people
//! look for. It knows mappings, sequences and scalars, and nothing of OpenAPI.

mod pointer;

use std::path::{Path, PathBuf};

pub use pointer::Pointer;

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
}

/// All texts of one run.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    texts: Arena<Source>,
    files: Vec<PathBuf>,
}

impl Sources {
    /// Reads a file: UTF-8, with or without a byte order mark, of at most 256 MiB.
    ///
    /// A file that can't be read is still named by the diagnostic that says so.
    pub fn load(&mut self, path: &Path) -> Result<DocumentId, Diagnostic> {
        self.files.push(path.to_owned());
        let name = path.to_string_lossy().replace('\\', "/");
        read_text(path).map(|text| self.add(name.clone(), text)).map_err(|problem| {
            let document = self.add(name, String::new());
            Diagnostic::new(Code::UnreadableFile, Origin::root(document), problem)
        })
    }

    /// Adds a text that is at hand, under the name that people shall see.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> DocumentId {
        let mut text = text.into();
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        let format = if text.trim_start().starts_with('{') { Format::Json } else { Format::Yaml };
        self.texts.push(Source { name: name.into(), text, format })
    }

    /// Returns a text.
    pub fn get(&self, document: DocumentId) -> &Source {
        &self.texts[document]
    }

    /// Returns the paths that were read, in order, also of files that could not be read.
    pub fn files(&self) -> &[PathBuf] {
        &self.files
    }
}

fn read_text(path: &Path) -> Result<String, String> {
    let failed = |error: std::io::Error| format!("the file can't be read: {error}");
    let size = std::fs::metadata(path).map_err(failed)?.len();
    if size > MAX_BYTES {
        return Err(format!("the file has {size} bytes, and at most {MAX_BYTES} are read"));
    }
    let bytes = std::fs::read(path).map_err(failed)?;
    String::from_utf8(bytes).map_err(|error| {
        format!("the file is not UTF-8: byte {} begins no character", error.utf8_error().valid_up_to())
    })
}
