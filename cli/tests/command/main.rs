//! The real binary, run in folders of its own: what it prints, what it writes, and how it ends.

mod diff;
mod docs;
mod generate;
mod generated_crate;
mod inspect;
mod lint;
mod mock;
mod support;
mod usage;
mod validate;
