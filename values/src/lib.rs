//! Values of the schemas of a description, right and wrong ones, to test what was generated for them.
//!
//! It reads the description by itself, as JSON, and knows nothing of the pipeline that it tests: [`Schemas`] rewrites the schemas as JSON
//! Schema 2020-12, [`cases`] makes values of them, and the crate `jsonschema` decides which of those are valid. [`judge`] then
//! compares what a generated type made of a value with the value. Everything is deterministic and bounded.

mod alternatives;
mod break_values;
mod case;
mod closed;
mod compare;
mod convert;
mod description;
mod direction;
mod make;
mod pattern;
mod scalars;
mod schemas;

pub use case::{Case, Expected, Failing, Finding, Outcome, Verdict, cases, judge};
pub use compare::{Difference, difference};
pub use description::Description;
pub use direction::Direction;
pub use schemas::{Schemas, Validator};

/// The source of a macro `outcome!` for a crate of generated types: `outcome!(Type)` is a function from a JSON text to what the type
/// makes of it, as a text that [`Outcome::parse`] reads. The crate needs `bindery-runtime` and `serde_json`.
pub const OUTCOME_MACRO: &str = include_str!("outcome.rs");
