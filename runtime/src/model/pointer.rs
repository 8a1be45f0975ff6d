//! JSON Pointers (RFC 6901) as text that grows while a value is walked.

use std::fmt::Write;

/// Appends the reference token of a property.
pub(super) fn push_key(pointer: &mut String, name: &str) {
    pointer.push('/');
    for c in name.chars() {
        match c {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            _ => pointer.push(c),
        }
    }
}

/// Appends the reference token of an array's item.
pub(super) fn push_index(pointer: &mut String, i: usize) {
    write!(pointer, "/{i}").expect("a String takes all that is written to it");
}
