//! Generated code -> what it sends and reads, a page for each method of the client.
//!
//! Only what is known to say something is read: a type of another form than those here is unsaid.

mod fields;
mod items;
mod tokens;

use self::fields::Fields;
use self::items::{Body, Items, Method};
use super::super::claim::{Call, Extent, Field, Location, Page, Reading, Said, Says, WHOLE};
use super::super::types::Type;

/// What generated code begins with.
const HEADER: &str = "// Made by `bindery generate";

/// Tells whether a text is generated code.
pub(super) fn is_rust(text: &str) -> bool {
    text.starts_with(HEADER)
}

/// Reads the pages in generated code.
pub(super) fn read(text: &str) -> Reading {
    let items = Items::read(&tokens::of(text));
    let pages = items.methods.iter().map(|method| page(&items, method)).collect();
    Reading { pages, is_code: true, ..Reading::default() }
}

fn page(items: &Items, method: &Method) -> Page {
    let says = Says { required: true, values: true, ..Says::NOTHING };
    let call = Call { method: method.verb.clone(), path: method.path.clone() };
    let call = Some(Said { value: call, place: method.line });
    let mut page = Page { call, says, extent: Extent::Excerpt, ..Page::new(method.line) };
    for location in [Location::Path, Location::Query, Location::Header, Location::Cookie] {
        page.section(&location, method.line);
    }
    let mut fields = Fields::new(items);
    for sent in &method.sent {
        let field = fields.parameter(&sent.name, sent.line, method.type_of(items, &sent.value));
        page.section(&sent.location, sent.line).fields.push(field);
    }
    if let Some(line) = method.idempotency_key {
        let ty = Type::parse("string").map(|value| Said { value, place: line });
        let required = Some(Said { value: false, place: line });
        let field = Field { ty, required, ..Field::new("Idempotency-Key", line) };
        page.section(&Location::Header, line).fields.push(field);
    }
    let sent = match &method.body {
        Body::Nothing => Some(Vec::new()),
        Body::Fields(value, line) => method.type_of(items, value).and_then(|ty| fields.body(&ty, *line)),
        Body::Other => None,
    };
    let answered = method.answer.as_ref().and_then(|ty| fields.body(ty, method.line));
    for (location, found) in [(Location::Body, sent), (Location::Response(None), answered)] {
        // A body of another form is unsaid.
        if let Some(found) = found {
            page.section(&location, method.line).fields.extend(found);
        }
    }
    page
}

impl Fields<'_> {
    /// Returns the fields of a body; `None` where the type is not known.
    fn body(&mut self, ty: &items::Spelled, line: usize) -> Option<Vec<Field<usize>>> {
        if ty.is_unit() {
            return Some(Vec::new());
        }
        let whole = self.typed(WHOLE, line, &ty.inside("Option").unwrap_or_else(|| ty.clone()));
        let is_object = whole.ty.as_ref()?.value.to_string() == "object";
        if is_object && !whole.children.is_empty() { Some(whole.children) } else { Some(vec![whole]) }
    }
}
