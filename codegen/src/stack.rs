//! Work on a stack of its own, deep enough for what descriptions can nest.

use std::cell::Cell;
use std::{fmt, io, thread};

use crate::diagnostic::{Code, Diagnostic};
use crate::source::{DocumentId, Origin};

/// The parsers recurse with the nesting of the text, up to 128 levels of YAML or 1,024 of JSON of tens of kilobytes each without optimization,
/// and types are written with the nesting of types; the main thread may have one megabyte. Only what is touched becomes memory, but a
/// limit on addresses counts the whole.
const STACK_MEGABYTES: usize = 256;

thread_local! {
    /// Whether the thread has a deep stack already.
    static IS_DEEP: Cell<bool> = const { Cell::new(false) };
}

/// Why there is no deep stack: the process may not have so many addresses, or threads.
#[derive(Debug)]
pub(crate) struct NoStack(io::Error);

impl NoStack {
    /// Says of a text that it can't be read for that reason.
    pub(crate) fn report(&self, text: DocumentId) -> Diagnostic {
        let message = format!("the file can't be read: {self}");
        let help =
            "descriptions are read on a deep stack, for what they can nest; a limit on the size of the process is too low for it";
        Diagnostic::new(Code::UnreadableFile, Origin::root(text), message).help(help)
    }
}

impl fmt::Display for NoStack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no thread with a stack of {STACK_MEGABYTES} MB: {}", self.0)
    }
}

/// Does the work in a thread with a deep stack: this one, if it has one.
pub(crate) fn deep<T: Send>(work: impl FnOnce() -> T + Send) -> Result<T, NoStack> {
    if IS_DEEP.get() {
        return Ok(work());
    }
    let work = || {
        IS_DEEP.set(true);
        work()
    };
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK_MEGABYTES * 1024 * 1024).spawn_scoped(scope, work);
        Ok(thread.map_err(NoStack)?.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}
