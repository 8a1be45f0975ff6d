//! The same code once more where nothing of it is exported: some of clippy's lints look at private code only.
#![deny(clippy::all)]
#![allow(dead_code, unreachable_pub, reason = "nothing is called or exported here, which is not what is asked")]

#[path = "../src/lib.rs"]
mod specs;
