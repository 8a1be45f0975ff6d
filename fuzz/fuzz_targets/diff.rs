//! A description of random schemas and the same changed in a few places: a comparison never panics and always ends.
#![no_main]

use bindery_fuzz::pairs::Pair;

libfuzzer_sys::fuzz_target!(|pair: Pair| {
    bindery_fuzz::diff(&pair.base.to_string(), &pair.revision.to_string());
});
