//! The text of a page -> what it says of operations, and the lines that were not understood.
//!
//! A page is text as a browser copies it (`text`), HTML (`html`, which becomes such text), or Markdown with tables, components or a
//! slice of OpenAPI (`markdown`). Generated code says what it sends and reads, and so is a page too (`rust`). Readers know nothing of the description that a page is compared with.

mod components;
mod html;
mod lines;
mod markdown;
mod marker;
mod nesting;
mod rust;
mod samples;
mod table;
mod tabs;
mod text;
mod tree;
mod words;

use super::claim::Reading;

pub(super) use samples::Request;
pub(super) use text::is_prose;

/// Reads a page in whatever form it is.
pub fn read(text: &str) -> Reading {
    let mut reading = if rust::is_rust(text) {
        rust::read(text)
    } else if html::is_html(text) {
        text::read(&html::lines(text))
    } else if markdown::is_markdown(text) {
        markdown::read(text)
    } else {
        text::read(&lines::of(text))
    };
    reading.problems.sort();
    reading
}
