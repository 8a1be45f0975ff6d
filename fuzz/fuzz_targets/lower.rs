//! Descriptions of random schemas: resolve, lower and analyze never panic and always end.
#![no_main]

use bindery_fuzz::schemas::Description;

libfuzzer_sys::fuzz_target!(|description: Description| {
    bindery_fuzz::lower(&description.0.to_string());
});
