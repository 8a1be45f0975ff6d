//! Random texts and random schemas through the whole pipeline: it never panics, and what it writes is Rust.
#![no_main]

use arbitrary::{Arbitrary, Unstructured};
use bindery_fuzz::schemas::Description;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some((&choice, rest)) = data.split_first() else { return };
    if choice & 0x80 == 0 {
        if let Ok(text) = std::str::from_utf8(rest) {
            bindery_fuzz::pipeline(choice, text);
        }
    } else if let Ok(description) = Description::arbitrary(&mut Unstructured::new(rest)) {
        bindery_fuzz::pipeline(choice, &description.0.to_string());
    }
});
