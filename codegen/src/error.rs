//! Why there is no result.

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::diagnostic::{Diagnostics, Severity};
use crate::report::{Color, Report};
use crate::source::Sources;

/// Why nothing was generated.
#[non_exhaustive]
pub enum Error {
    /// The description is refused; the findings say why.
    Refused(Box<Refusal>),
    /// An option can't be meant.
    Option(String),
    /// A file can't be written.
    Write {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

/// All that was found in a description that is refused.
#[derive(Debug)]
pub struct Refusal {
    /// The findings, errors among them.
    pub diagnostics: Diagnostics,
    /// The texts that they are about.
    pub sources: Sources,
}

impl Error {
    /// Refuses a description for what was found in it.
    pub fn refused(diagnostics: Diagnostics, sources: Sources) -> Self {
        Self::Refused(Box::new(Refusal { diagnostics, sources }))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(refusal) => {
                let errors = refusal.diagnostics.iter().filter(|found| found.severity == Severity::Error).count();
                let (count, s) = (errors, if errors == 1 { "" } else { "s" });
                write!(f, "the description has {count} error{s}")?;
                let blocks = Report::of(&refusal.diagnostics, &refusal.sources);
                blocks.blocks(Color::Never).try_for_each(|block| write!(f, "\n\n{block}"))
            }
            Self::Option(mistake) => write!(f, "{mistake}"),
            Self::Write { path, source } => write!(f, "{} can't be written: {source}", path.display()),
        }
    }
}

/// The same as `Display`: what a build script returns from `main` is printed so.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Write { source, .. } => Some(source),
            Self::Refused(_) | Self::Option(_) => None,
        }
    }
}
