//! Work on a stack of its own, deep enough for what descriptions can nest.

/// The parsers recurse with the nesting of the text, up to 128 levels of YAML or 1,024 of JSON of tens of kilobytes each without optimization,
/// and types are written with the nesting of types; the main thread may have one megabyte. Only what is touched becomes memory.
const STACK_BYTES: usize = 256 * 1024 * 1024;

/// Does the work in a thread with a deep stack.
pub(crate) fn deep<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK_BYTES).spawn_scoped(scope, work);
        let thread = thread.expect("a build machine has threads: rustc itself needs them");
        thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}
