//! To be written.

pub mod analyze;
pub mod arena;
pub mod diagnostic;
pub mod emit;
pub mod ir;
pub mod lower;
pub mod parse;
pub mod plan;
pub mod source;
pub mod spec;
