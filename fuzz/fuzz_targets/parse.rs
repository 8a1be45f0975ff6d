//! Any bytes as the text of a description: parse never panics, and says why it refuses.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    if let Ok(text) = std::str::from_utf8(data) {
        bindery_fuzz::parse(text);
    }
});
