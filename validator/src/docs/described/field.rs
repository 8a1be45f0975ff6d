//! A field of a description, whose own fields are made when they are asked for.

use std::cell::OnceCell;
use std::rc::Rc;

use bindery::source::Origin;
use bindery::spec::{Document, Schema, SchemaId};

use super::super::claim::{Field, Said, Variant};
use super::super::shown::{one_line, shown, shown_name};
use super::super::types::{Alternative, Type};
use super::parts::{Parts, item, resolved, ty};

/// A field of a description.
pub(in super::super) struct DescribedField {
    /// What is said of it, without the fields in it.
    pub(in super::super) own: Field<Origin>,
    /// What has the fields in it: its schema, or that of the items of its lists.
    holds: Option<SchemaId>,
    way: Way,
    children: OnceCell<Vec<Self>>,
    variants: OnceCell<Vec<DescribedVariant>>,
}

/// One of the types of a union.
pub(in super::super) struct DescribedVariant {
    /// What is said of it, without its fields.
    pub(in super::super) own: Variant<Origin>,
    pub(in super::super) fields: Vec<DescribedField>,
}

/// What stands around a schema and says something of the field.
pub(super) struct Outer<'a> {
    pub(super) description: Option<&'a String>,
    pub(super) deprecated: bool,
}

/// Which way values go: each leaves out the properties of the other.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Request,
    Response,
}

/// The way to a field.
#[derive(Clone)]
pub(super) struct Way {
    direction: Direction,
    /// The schemas that it is in, the innermost one first.
    around: Option<Rc<Around>>,
}

struct Around {
    schema: SchemaId,
    next: Option<Rc<Self>>,
}

impl Way {
    pub(super) fn new(direction: Direction) -> Self {
        Self { direction, around: None }
    }

    fn into(&self, schema: SchemaId) -> Self {
        Self { direction: self.direction, around: Some(Rc::new(Around { schema, next: self.around.clone() })) }
    }

    fn has(&self, wanted: SchemaId) -> bool {
        let mut around = self.around.as_ref();
        std::iter::from_fn(|| {
            let step = around?;
            around = step.next.as_ref();
            Some(step.schema)
        })
        .any(|schema| schema == wanted)
    }

    /// Tells whether values that go this way leave a property out.
    fn hides(&self, document: &Document, property: SchemaId) -> bool {
        Parts::of(document, property).0.iter().any(|(_, schema)| match self.direction {
            Direction::Request => schema.read_only,
            Direction::Response => schema.write_only,
        })
    }
}

impl DescribedField {
    /// Makes a field that has no fields.
    pub(super) fn plain(own: Field<Origin>) -> Self {
        let way = Way::new(Direction::Request);
        Self { own, holds: None, way, children: OnceCell::new(), variants: OnceCell::new() }
    }

    pub(super) fn new(
        document: &Document,
        (name, place): (&str, &Origin),
        id: SchemaId,
        required: Option<Said<bool, Origin>>,
        outer: Outer<'_>,
        way: Way,
    ) -> Self {
        let parts = Parts::of(document, id);
        let ty = ty(document, id);
        let holds = item(document, id);
        let first = |keyword: &str, value: Option<String>, of: &dyn Fn(&Schema) -> bool| {
            let schema = parts.0.iter().find(|(_, schema)| of(schema))?.1;
            Some(Said { value: value?, place: schema.origin.child(keyword) })
        };
        let default = parts.0.iter().find_map(|(_, schema)| schema.default.as_ref());
        let described = parts.0.iter().find_map(|(_, schema)| schema.description.as_ref());
        let is_deprecated = outer.deprecated || parts.0.iter().any(|(_, schema)| schema.deprecated);
        let description = match outer.description {
            Some(text) => Some(Said { value: one_line(text), place: place.child("description") }),
            None => first("description", described.map(|text| one_line(text)), &|schema| schema.description.is_some()),
        };
        let own = Field {
            values: Parts::of(document, holds).values(),
            range: parts.range(&ty),
            ty: Some(Said { value: ty, place: document.schemas[id].origin.clone() }),
            default: first("default", default.map(shown), &|schema| schema.default.is_some()),
            deprecated: is_deprecated.then(|| Said { value: true, place: place.clone() }),
            required,
            description,
            ..Field::new(shown_name(name), place.clone())
        };
        Self { own, holds: Some(holds), way, children: OnceCell::new(), variants: OnceCell::new() }
    }

    /// Tells whether a body is shown as its fields.
    pub(super) fn is_spread(&self, document: &Document) -> bool {
        let is_object = self.own.ty.as_ref().is_some_and(|ty| ty.value.to_string() == "object");
        is_object && !self.children(document).is_empty()
    }

    /// Returns the fields in it.
    pub(in super::super) fn children(&self, document: &Document) -> &[Self] {
        self.children.get_or_init(|| self.holds.map_or_else(Vec::new, |holds| fields(document, holds, &self.way)))
    }

    /// Returns the fields in it, if somebody asked for them.
    pub(super) fn known_children(&self) -> Option<&[Self]> {
        self.children.get().map(Vec::as_slice)
    }

    /// Tells whether it has fields, without making them.
    pub(in super::super) fn has_children(&self, document: &Document) -> bool {
        let is_there = |holds: SchemaId| {
            let parts = Parts::of(document, holds);
            let mut properties = parts.properties(document).into_values();
            properties.any(|property| !self.way.hides(document, property)) || !parts.only_required(document).is_empty()
        };
        self.holds.is_some_and(is_there)
    }

    /// Returns what has its fields, however many references lead to it.
    pub(super) fn schema(&self, document: &Document) -> Option<SchemaId> {
        self.holds.map(|holds| resolved(document, holds))
    }

    /// Tells whether its fields are those of something that it is in.
    pub(in super::super) fn is_inside_itself(&self, document: &Document) -> bool {
        self.schema(document).is_some_and(|schema| self.way.has(schema))
    }

    /// Returns what a union is one of, null apart.
    pub(in super::super) fn variants(&self, document: &Document) -> &[DescribedVariant] {
        self.variants.get_or_init(|| self.holds.map_or_else(Vec::new, |holds| variants(document, holds, &self.way)))
    }

    /// Visits it and all in it that was looked at.
    pub(super) fn each_known(&self, visit: &mut impl FnMut(&Field<Origin>)) {
        visit(&self.own);
        let variants = self.variants.get().into_iter().flatten();
        let fields = self.known_children().unwrap_or_default().iter().chain(variants.flat_map(|variant| &variant.fields));
        fields.for_each(|field| field.each_known(visit));
    }
}

/// Returns the fields of an object.
fn fields(document: &Document, id: SchemaId, way: &Way) -> Vec<DescribedField> {
    let parts = Parts::of(document, id);
    let inside = way.into(resolved(document, id));
    let required = parts.required(document);
    let required_at = |name: &str| {
        let schema = parts.0.iter().find(|(_, schema)| schema.required.iter().any(|it| it == name));
        schema.or(parts.0.last()).map(|(_, schema)| schema.origin.child("required"))
    };
    let properties = parts.properties(document).into_iter().filter(|(_, property)| !way.hides(document, *property));
    let fields = properties.map(|(name, property)| {
        let origin = &document.schemas[property].origin;
        let is_required = required.contains(name);
        let place = required_at(name).filter(|_| is_required).unwrap_or_else(|| origin.clone());
        let outer = Outer { description: None, deprecated: false };
        let required = Said { value: is_required, place };
        DescribedField::new(document, (name, origin), property, Some(required), outer, inside.clone())
    });
    let only_required = parts.only_required(document).into_iter().map(|(name, place)| {
        let ty = Type { alternatives: vec![Alternative::of("any")], nullable: false };
        DescribedField::plain(Field {
            ty: Some(Said { value: ty, place: place.clone() }),
            required: Some(Said { value: true, place: place.clone() }),
            ..Field::new(shown_name(name), place)
        })
    });
    fields.chain(only_required).collect()
}

fn variants(document: &Document, id: SchemaId, way: &Way) -> Vec<DescribedVariant> {
    let parts = Parts::of(document, id);
    let required = parts.required(document);
    let inside = way.into(resolved(document, id));
    let mut variants = Vec::new();
    for branch in parts.branches() {
        let ty = ty(document, branch);
        if ty.to_string() == "null" {
            continue;
        }
        let mut fields = fields(document, item(document, branch), &inside);
        for DescribedField { own, .. } in &mut fields {
            if required.contains(own.name.as_str()) {
                own.required = Some(Said { value: true, place: own.place.clone() });
            }
        }
        let inner = Parts::of(document, branch);
        let own = Variant {
            place: document.schemas[branch].origin.clone(),
            title: inner.0.iter().find_map(|(_, schema)| schema.title.clone()).map(|title| one_line(&title)),
            ty: Some(ty),
            fields: Vec::new(),
        };
        variants.push(DescribedVariant { own, fields });
    }
    // A single type beside null is no choice.
    if variants.len() > 1 { variants } else { Vec::new() }
}
