//! Tells a [`Finder`] what a YAML text holds. An alias is a scalar to it: what it stands for has its place at the anchor.

use saphyr_parser::{Event, Marker, Parser, Span};

use super::place::{Container, Finder, Place};

/// Scans a text, up to its first error.
pub(super) fn scan(text: &str, finder: &mut Finder) {
    for event in Parser::new_from_str(text) {
        let Ok((event, span)) = event else { return };
        match event {
            Event::Scalar(text, ..) => finder.scalar(&text, place(span)),
            Event::Alias(_) => finder.scalar("", place(span)),
            Event::MappingStart(..) => finder.start(Container::Mapping, place(span)),
            Event::SequenceStart(..) => finder.start(Container::Sequence, place(span)),
            Event::MappingEnd | Event::SequenceEnd => finder.end(),
            // Only the first document is read.
            Event::DocumentEnd => return,
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) => {}
        }
    }
}

fn place(span: Span) -> Place {
    // The scanner counts lines from 1 and columns from 0.
    let [(line, column), (end_line, end_column)] = [span.start, span.end].map(|it: Marker| (it.line(), it.col() + 1));
    Place { line, column, end_line, end_column }
}
