//! Any text as a request and its answer: a query, a path, a header and a body by turns, read by parameters of every style.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    if let Ok(text) = std::str::from_utf8(data) {
        bindery_fuzz::payload(text);
    }
});
