//! The generated types with real JSON: what is read and written again is the same JSON, and what is wrong is refused with its reason.

mod breadth;
mod features;
mod json;
