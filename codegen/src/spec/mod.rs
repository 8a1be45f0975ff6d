//! Resolve: a description of any version of OpenAPI -> the normal form [`Document`].
//!
//! Turns `$ref`s into ids and the versions' spellings into one, and says what it had to leave out. It knows the versions'
//! differences and where things stand in the text; nothing of Rust and nothing of the IR.

mod assertions;
mod dialect_2020;
mod dialect_30;
mod fill;
mod keywords;
mod model;
mod operations;
mod parameters;
mod paths;
mod references;
mod resolve;
mod responses;
mod schemas;
mod security;
mod unions;

pub use model::*;
pub use resolve::resolve;
