//! The expected code of every description in `tests/specs`, and what is generated for the real ones in `tests/real`, each a module, under the lints of a strict crate.
//!
//! The tests use the types and clients as their users would: `round_trip.rs` with JSON, `wire.rs` with requests.
#![deny(warnings, missing_docs, clippy::all)]

macro_rules! specs {
    ($($name:ident)*) => {
        $(
            #[doc = concat!("Made from `", stringify!($name), ".yaml`.")]
            pub mod $name {
                include!(concat!(env!("CARGO_MANIFEST_DIR"), "/../specs/", stringify!($name), ".rs"));
            }
        )*
    };
}

specs! {
    all_of
    all_of_conflicts
    all_of_odd
    any_of
    arrays
    assertions
    bodies
    components
    constraints
    copies
    defaults
    deprecated
    description_31
    description_32
    directions
    discriminator
    docs
    enums_other
    enums_text
    errors
    formats
    forms
    hostile_text
    inheritance
    keywords_31
    layout_modules
    maps
    mended
    names_fields
    names_types
    nullable
    numbers
    objects
    one_of
    one_of_tags
    operation_ids
    operations_odd
    options
    parameters_header_cookie
    parameters_path
    parameters_query
    recursion
    responses
    schemas_31
    schemas_odd
    security
    security_single
    server_own
    server_own_only
    server_urls
    several_files
    swagger2
    unions_nested
    unions_odd
}

/// Made from the descriptions in `tests/real`.
pub mod real {
    include!(concat!(env!("OUT_DIR"), "/real.rs"));
}
