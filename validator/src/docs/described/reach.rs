//! The fields of an operation -> as many of them as anybody reads, those further outside first. What is left out is said where it is.

use std::collections::VecDeque;

use bindery::source::Origin;
use bindery::spec::{Document, Operation, SchemaId};

use super::super::claim::{Field, LeftOut, MAX_NESTING, Said, Section, WHOLE};
use super::{Content, DescribedField, DescribedSection};

/// How many fields of an operation a reference shows before it leaves out those that are further inside.
pub(in super::super) const MOST_SHOWN: usize = 250;

/// How many fields of a slice on a page are read.
pub(in super::super) const MOST_READ: usize = 10_000;

/// Returns the fields of an operation. Objects are shown whole, and bodies always; fields of fields as long as there are fewer than
/// `most`.
pub(in super::super) fn within(document: &Document, operation: &Operation, most: usize) -> Vec<Section<Origin>> {
    let sections = super::sections(document, operation);
    look_at(document, &sections, most);
    let shown = sections.iter().map(|section| {
        let (fields, mut around) = match &section.content {
            Content::Body(whole) if whole.is_spread(document) => (whole.children(document), names(document, whole)),
            _ => (section.fields(document), Vec::new()),
        };
        let fields = fields.iter().map(|field| shown(document, field, "", &mut around)).collect();
        Section { location: section.location.clone(), place: section.place.clone(), fields, variants: Vec::new() }
    });
    shown.collect()
}

/// Looks at fields, level by level, until there are enough.
fn look_at(document: &Document, sections: &[DescribedSection], most: usize) {
    let outermost = sections.iter().flat_map(|section| match &section.content {
        Content::Fields(fields) => fields,
        Content::Body(whole) => whole.children(document),
    });
    // What is in them is in two fields at most: in one of these, and in a body as a whole.
    let mut open: VecDeque<_> = outermost.map(|field| (field, 2)).collect();
    let mut count = open.len();
    while let Some((field, depth)) = open.pop_front().filter(|_| count < most) {
        if depth < MAX_NESTING && !field.is_inside_itself(document) {
            let children = field.children(document);
            count += children.len();
            open.extend(children.iter().map(|child| (child, depth + 1)));
        }
    }
}

/// What a field is in: the schema of each, and its whole name.
type Around = Vec<(SchemaId, String)>;

fn names(document: &Document, whole: &DescribedField) -> Around {
    whole.schema(document).map(|schema| (schema, WHOLE.to_owned())).into_iter().collect()
}

/// Returns a field with those in it that were looked at.
fn shown(document: &Document, field: &DescribedField, prefix: &str, around: &mut Around) -> Field<Origin> {
    let (name, inner) = field.own.whole_name(prefix);
    let mut own = field.own.clone();
    let Some(children) = field.known_children() else {
        let reason = field.has_children(document).then(|| left_out(document, field, around));
        own.left_out = reason.map(|value| Said { value, place: own.place.clone() });
        return own;
    };
    let depth = around.len();
    around.extend(field.schema(document).map(|schema| (schema, name)));
    own.children = children.iter().map(|child| shown(document, child, &inner, around)).collect();
    around.truncate(depth);
    own
}

fn left_out(document: &Document, field: &DescribedField, around: &Around) -> LeftOut {
    let schema = field.schema(document);
    let same = around.iter().rfind(|(other, _)| Some(*other) == schema);
    same.map_or(LeftOut::TooMany, |(_, name)| LeftOut::SameAs(name.clone()))
}
