//! Any text as a published page: it is read in each of its forms, every problem has a line, and what is extracted is read back.
#![no_main]

use bindery_validator::docs::{extract, page};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    if let Ok(text) = std::str::from_utf8(data) {
        for start in ["", "<!doctype html>", "# Page\n\n## Body\n\n", "Body\n\n"] {
            let text = format!("{start}{text}");
            let reading = page::read(&text);
            assert!(reading.problems.iter().all(|(line, _)| *line > 0), "lines are counted from 1");
            page::read(&extract(&reading.pages, true));
        }
    }
});
