//! Requests of the generated clients as they leave, byte for byte, and answers read by their status.

mod acceptance;
mod answers;
mod bodies;
mod credentials;
mod memory;
mod operations;
mod parameters;
mod recorder;
