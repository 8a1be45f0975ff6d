//! Judges OpenAPI descriptions, the pages that document them, payloads, and changes.
//!
//! Everything that is found is a [`Finding`] of a [`Rule`], whose page says what it means, with a bad and a good sample
//! (`bindery explain`). [`lint`] judges one description, [`diff`] compares two, [`docs`] holds published pages against one, and [`payload`]
//! values and traffic. [`mod@print`] shows findings, to people and in the formats of other programs.
//! The library prints nothing and ends no process; the command `bindery` does.
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::panic, clippy::print_stdout, clippy::print_stderr))]

pub mod baseline;
pub mod diff;
pub mod docs;
pub mod finding;
pub mod fix;
mod ignore;
pub mod levels;
pub mod lint;
pub mod payload;
pub mod print;
pub mod rule;
pub mod schema;
pub mod tree;
pub mod wire;

pub use finding::{Batch, Finding};
pub use levels::{Level, Levels};
pub use rule::Rule;
