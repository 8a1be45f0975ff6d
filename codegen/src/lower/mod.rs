//! `spec::Document` -> `ir::Api`: what each schema and operation means.
//!
//! The only stage that knows OpenAPI and the IR; it knows no Rust. A schema is first flattened (`merge`: what `allOf` adds up to), then
//! classified (`shape`), then lowered by the one function for its shape (`schema`, `union`). Types are made from a work list, so
//! the nesting of a description never becomes nesting of calls.

mod assertions;
mod circles;
mod depth;
mod graph;
mod merge;
mod naming;
mod operation;
mod schema;
mod shape;
mod twins;
mod union;

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use foldhash::{HashMap, HashSet};

use crate::arena::{Arena, Overlay, Table};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{Api, Docs, Name, SecurityScheme, Server, Type, TypeId, TypeKind};
use crate::source::Origin;
use crate::spec::{Document, Schema, SchemaId, SecurityRequirement};

use graph::Circles;

/// Options of lowering.
#[derive(Clone, Debug, Default)]
pub struct LowerOptions {
    /// Only operations of these tags are lowered, and what they use. Empty: everything.
    pub tags: BTreeSet<String>,
    /// JSON Pointers of places that have a name of the user's: what they stand in is a type of its own.
    pub named_places: BTreeSet<String>,
}

/// Lowers a whole description.
pub fn lower(document: &Document, options: &LowerOptions) -> (Api, Diagnostics) {
    let mut cx = Cx::new(document);
    let components = match options.tags.is_empty() {
        true => document.components.iter().map(|(_, schema)| cx.type_of_component(*schema)).collect(),
        false => Vec::new(),
    };
    let operations = operation::lower_operations(&mut cx, options);
    cx.finish_types(options);
    // What operations share is lowered with each of them.
    cx.diagnostics.remove_repeats();
    let api = Api {
        origin: document.origin.clone(),
        title: document.title.clone(),
        version: document.version.clone(),
        docs: Docs { description: document.description.clone(), ..Docs::default() },
        servers: document.servers.iter().map(lower_server).collect(),
        security_schemes: document.security_schemes.iter().map(lower_security_scheme).collect(),
        security: lower_security(&document.security),
        types: cx.types,
        components,
        stand_ins: cx.stand_ins,
        operations,
    };
    (api, cx.diagnostics)
}

/// Types without a name of their own are nested no deeper than this.
const MAX_NESTING: usize = 32;

/// Types of schemas that merging made are nested no deeper than this: each of them can lead to several.
const MAX_MERGED_NESTING: usize = 10;

/// A description becomes at most this many types, and [`TYPES_PER_SCHEMA`] more for each of its schemas.
const MIN_TYPES: usize = 20_000;

/// See [`MIN_TYPES`]. Real descriptions have less than one and a half.
const TYPES_PER_SCHEMA: usize = 4;

/// Members are merged at most this often, and [`MERGES_PER_SCHEMA`] times more for each schema.
const MIN_MERGES: usize = 200_000;

/// See [`MIN_MERGES`]. Real descriptions have less than one; a chain as long as it may be has 500.
const MERGES_PER_SCHEMA: usize = 50;

/// Returns the name of what stands within something of a name.
fn within(parts: &[Arc<str>], name: &str) -> Vec<Arc<str>> {
    let mut inner = Vec::with_capacity(parts.len() + 1);
    inner.extend_from_slice(parts);
    inner.push(Arc::from(name));
    inner
}

/// What lowering knows and has made so far.
struct Cx<'a> {
    document: &'a Document,
    /// The document's schemas, and those that merging adds.
    schemas: Overlay<'a, Schema>,
    component_names: Table<Schema, &'a str>,
    types: Arena<Type>,
    /// The type that each schema became.
    lowered: Table<Schema, TypeId>,
    /// Types whose id is given away and whose kind is still to be made.
    pending: VecDeque<(SchemaId, TypeId)>,
    /// Schemas that merging made, by what they are made of.
    intersections: HashMap<Vec<SchemaId>, SchemaId>,
    /// How many members have been merged.
    merged: usize,
    /// Schemas that lowering made, by the place that they are of.
    added: HashMap<Origin, Vec<SchemaId>>,
    /// Schemas that have the type of another one, and that type.
    stand_ins: Vec<(Origin, TypeId)>,
    seen_through: HashSet<SchemaId>,
    diagnostics: Diagnostics,
    /// What was said once: a schema is worked out, and found wanting, with each of those that it is merged with.
    reported: HashSet<(Code, Origin)>,
}

impl<'a> Cx<'a> {
    fn new(document: &'a Document) -> Self {
        Self {
            document,
            schemas: Overlay::new(&document.schemas),
            component_names: document.components.iter().map(|(name, id)| (*id, name.as_str())).collect(),
            types: Arena::default(),
            lowered: Table::default(),
            pending: VecDeque::new(),
            intersections: HashMap::default(),
            merged: 0,
            added: HashMap::default(),
            stand_ins: Vec::new(),
            seen_through: HashSet::default(),
            diagnostics: Diagnostics::default(),
            reported: HashSet::default(),
        }
    }

    /// Returns the type of a schema. `name` is what it is called if the description doesn't name it.
    fn type_of(&mut self, schema: SchemaId, name: impl FnOnce() -> Vec<Arc<str>>) -> TypeId {
        let asked = schema;
        let schema = shape::see_through(self, asked);
        let ty = self.type_of_speaking(schema, name);
        if schema != asked && self.seen_through.insert(asked) {
            self.stand_ins.push((self.schemas[asked].origin.clone(), ty));
        }
        ty
    }

    fn type_of_speaking(&mut self, schema: SchemaId, name: impl FnOnce() -> Vec<Arc<str>>) -> TypeId {
        if let Some(known) = self.lowered.get(&schema) {
            return *known;
        }
        let name = match self.component_names.get(&schema) {
            Some(component) => Name::Component(Arc::from(*component)),
            None => Name::Inline(name()),
        };
        self.reserve(schema, name)
    }

    fn type_of_component(&mut self, schema: SchemaId) -> TypeId {
        // A component has a name.
        self.type_of_speaking(schema, Vec::new)
    }

    fn reserve(&mut self, schema: SchemaId, name: Name) -> TypeId {
        let source = &self.schemas[schema];
        let ty = Type {
            origin: source.origin.clone(),
            name,
            docs: lower_docs(source),
            example: source.examples.first().cloned(),
            kind: TypeKind::Any,
            assertions: None,
        };
        let id = self.types.push(ty);
        *self.lowered.entry(schema) = Some(id);
        self.pending.push_back((schema, id));
        id
    }

    /// Makes the kind of every type that was asked for, and of those that this asks for.
    fn finish_types(&mut self, options: &LowerOptions) {
        while let Some((schema, ty)) = self.pending.pop_front() {
            self.types[ty].kind =
                if self.is_too_deep(schema, ty) { TypeKind::Any } else { schema::lower_schema(self, schema, ty) };
        }
        circles::break_circles(self);
        let circles = Circles::of(&self.types, TypeKind::contained);
        match depth::cut(self, &circles) {
            true => twins::share(self, &Circles::of(&self.types, TypeKind::contained), &options.named_places),
            false => twins::share(self, &circles, &options.named_places),
        }
    }

    /// Unions and `allOf`s that lead to each other can go on for ever, each time as a new schema; no real one comes near the limits.
    fn is_too_deep(&mut self, schema: SchemaId, ty: TypeId) -> bool {
        let origin = self.types[ty].origin.clone();
        if self.is_too_much() {
            self.pending.clear();
            let message = "schemas add up to more types than can be made, by way of `allOf` and unions within each other";
            self.report(Code::TooDeep, &origin, message, "have one of them refer to a component instead");
            return true;
        }
        let depth = self.types[ty].name.parts().len();
        match self.schemas.is_added(schema) {
            true if depth > MAX_MERGED_NESTING => {
                let message = "unions and `allOf`s lead back to this schema without a property or an item between";
                self.report_once(Code::InfiniteSchema, &origin, message, "any JSON value is generated");
                true
            }
            false if depth > MAX_NESTING && shape::leads_on(&self.schemas[schema]) => {
                let message = format!("schemas without a name are nested more than {MAX_NESTING} levels deep here");
                self.report_once(
                    Code::UnsupportedSchema,
                    &origin,
                    message,
                    "any JSON value is generated; a component has a name",
                );
                true
            }
            _ => false,
        }
    }

    /// Tells whether more is made of the schemas than their number explains.
    fn is_too_much(&self) -> bool {
        let schemas = self.document.schemas.len();
        self.types.len() > MIN_TYPES + TYPES_PER_SCHEMA * schemas || self.merged > MIN_MERGES + MERGES_PER_SCHEMA * schemas
    }

    /// Adds a schema, once however often it is made: unions that lead back to themselves come to an end only if what they come back to is
    /// known again.
    fn add_schema(&mut self, schema: Schema) -> SchemaId {
        let of_place = self.added.entry(schema.origin.clone()).or_default();
        if let Some(known) = of_place.iter().find(|known| self.schemas[**known] == schema) {
            return *known;
        }
        let origin = schema.origin.clone();
        let id = self.schemas.push(schema);
        self.added.entry(origin).or_default().push(id);
        id
    }

    /// Returns the type of every value, for what the description leaves open.
    fn any(&mut self, origin: Origin) -> TypeId {
        let (name, docs, kind) = (Name::Inline(Vec::new()), Docs::default(), TypeKind::Any);
        self.types.push(Type { origin, name, docs, example: None, kind, assertions: None })
    }

    /// Reports what is said of a place once.
    fn report_once(&mut self, code: Code, origin: &Origin, message: impl Into<String>, help: impl Into<String>) {
        if self.reported.insert((code, origin.clone())) {
            self.report(code, origin, message, help);
        }
    }

    fn report(&mut self, code: Code, origin: &Origin, message: impl Into<String>, help: impl Into<String>) {
        self.diagnostics.push(Diagnostic::new(code, origin.clone(), message).help(help));
    }
}

fn lower_docs(schema: &Schema) -> Docs {
    Docs {
        summary: schema.title.clone(),
        description: schema.description.clone(),
        link: schema.external_docs.clone(),
        deprecated: schema.deprecated,
    }
}

/// Fills the variables of a server's URL with their defaults (OpenAPI 3.0.3, Server Variable Object).
fn lower_server(server: &crate::spec::Server) -> Server {
    let url = server
        .variables
        .iter()
        .fold(server.url.clone(), |url, variable| url.replace(&format!("{{{}}}", variable.name), &variable.default));
    Server { origin: server.origin.clone(), url, description: server.description.clone() }
}

fn lower_security_scheme(scheme: &crate::spec::SecurityScheme) -> SecurityScheme {
    SecurityScheme { origin: scheme.origin.clone(), name: scheme.name.clone(), kind: scheme.kind.clone() }
}

fn lower_security(requirements: &[SecurityRequirement]) -> Vec<Vec<String>> {
    requirements.iter().map(|requirement| requirement.schemes.iter().map(|(name, _scopes)| name.clone()).collect()).collect()
}
