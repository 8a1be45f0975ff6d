//! How commands end, and which exit code says so: 0 fine, 1 findings, 2 bad usage or a file that can't be read or written.

use bindery::diagnostic::{Code, Severity};
use bindery::{Error, Refusal};

use crate::console::{Console, Count};

/// The exit code where there is something to say about the description or about the files that were made from it.
pub(crate) const FINDINGS: u8 = 1;

/// The exit code where the command was used wrongly, or something outside of the description is in the way.
const UNUSABLE: u8 = 2;

/// How a command ends that did its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Everything is as it should be.
    Fine,
    /// There is something to say that the caller wants to fail for.
    Findings,
}

/// Why a command could not do its work.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The library says why.
    Library(Error),
    /// An option can't be meant, or a file or a port can't be used.
    Unusable(String),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Library(error)
    }
}

impl Failure {
    /// Returns the exit code that says what sort of failure it is.
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Self::Library(Error::Refused(refusal)) if !is_unusable(refusal) => FINDINGS,
            Self::Library(_) | Self::Unusable(_) => UNUSABLE,
        }
    }

    /// Prints it to stderr; findings with the source lines that they are about.
    pub(crate) fn show(&self, console: &Console) {
        match self {
            Self::Library(Error::Refused(refusal)) => show_refusal(refusal, console),
            Self::Library(error) => console.error(&error.to_string()),
            Self::Unusable(message) => console.error(message),
        }
    }
}

fn show_refusal(refusal: &Refusal, console: &Console) {
    let Refusal { diagnostics, sources } = refusal;
    console.report(diagnostics, sources);
    if !is_unusable(refusal) {
        let name = sources.files().first().map_or_else(String::new, |path| path.display().to_string());
        let errors = Count::of(diagnostics, Severity::Error);
        console.error(&format!("{name} is refused: {errors}, {}", Count::of(diagnostics, Severity::Warning)));
    }
}

/// Tells whether a description is refused for what the caller wrote, and not for what stands in it.
pub(crate) fn is_unusable(refusal: &Refusal) -> bool {
    let mut errors = refusal.diagnostics.iter().filter(|found| found.severity == Severity::Error);
    errors.all(|found| matches!(found.code, Code::UnreadableFile | Code::UnusedOption))
}
