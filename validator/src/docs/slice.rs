//! A slice of OpenAPI on a page, which describes one operation -> what the page says of it.

use bindery::Config;
use bindery::source::{Origin, Sources};

use super::claim::{Call, Field, Page, Said, Says, Section};
use super::described;

/// Reads a slice, whose first line is the page's line after `offset`.
///
/// # Errors
///
/// Fails with a message where it is no description, or describes no such operation.
pub(super) fn read(text: &str, call: Call, offset: usize) -> Result<Page, String> {
    let mut sources = Sources::default();
    let document = sources.add("slice", text);
    let examined = Config::new().examine_source(sources, document).map_err(|error| error.to_string())?;
    let document = examined.document.as_ref().ok_or("the slice is no description")?;
    let operation = document.operations.iter().find(|operation| call.is(&operation.method, &operation.path));
    let operation = operation.ok_or_else(|| format!("the slice does not describe `{call}`"))?;
    let sections = described::within(document, operation, described::MOST_READ);
    let mut origins = Vec::new();
    sections.iter().for_each(|section| {
        origins.push(&section.place);
        section.fields.iter().for_each(|field| add_origins(field, &mut origins));
    });
    let places = examined.sources.places(&origins);
    let lines: Vec<_> = places.into_iter().map(|place| offset + place.map_or(1, |place| place.line)).collect();
    let mut next = lines.into_iter();
    let mut line = || next.next().unwrap_or(offset);
    let sections = sections
        .iter()
        .map(|section| Section {
            place: line(),
            location: section.location.clone(),
            fields: section.fields.iter().map(|field| with_lines(field, &mut line)).collect(),
            // All fields of a slice are shown.
            variants: Vec::new(),
        })
        .collect();
    Ok(Page { call: Some(Said { value: call, place: offset }), sections, says: Says::ALL, ..Page::new(offset) })
}

/// Lists the places of a field and all that it holds; [`with_lines`] takes them in the same order.
fn add_origins<'a>(field: &'a Field<Origin>, origins: &mut Vec<&'a Origin>) {
    origins.push(&field.place);
    field.children.iter().for_each(|child| add_origins(child, origins));
}

fn with_lines(field: &Field<Origin>, line: &mut impl FnMut() -> usize) -> Field<usize> {
    let place = line();
    fn at<T: Clone>(said: &Option<Said<T, Origin>>, place: usize) -> Option<Said<T, usize>> {
        said.as_ref().map(|said| Said { value: said.value.clone(), place })
    }
    Field {
        name: field.name.clone(),
        place,
        ty: at(&field.ty, place),
        required: at(&field.required, place),
        default: at(&field.default, place),
        values: at(&field.values, place),
        range: at(&field.range, place),
        deprecated: at(&field.deprecated, place),
        sent: at(&field.sent, place),
        description: at(&field.description, place),
        collapsed: None,
        left_out: at(&field.left_out, place),
        children: field.children.iter().map(|child| with_lines(child, line)).collect(),
        variants: Vec::new(),
    }
}
