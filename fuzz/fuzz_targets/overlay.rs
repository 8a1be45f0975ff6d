//! Any text as an overlay of a description, which follows after a NUL or is a small one: what it selects and changes never panics.
#![no_main]

/// What is changed where the bytes have no description of their own.
const DESCRIPTION: &str = "{openapi: 3.0.3, info: {title: T, version: '1'}, tags: [{name: a}, {name: b}], \
    paths: {/a: {get: {operationId: a, tags: [a], x-b: {c: [1, null, {d: true}]}, responses: {'200': {description: x}}}}}, \
    components: {schemas: {Pet: {type: object, required: [a], properties: {a: {type: string, enum: [x, y]}, b: {type: integer}}}}}}";

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    if let Ok(text) = std::str::from_utf8(data) {
        let (overlay, description) = text.split_once('\0').unwrap_or((text, DESCRIPTION));
        bindery_fuzz::overlay(overlay, description);
    }
});
