//! Properties and enum values: the schemas of the description and the types that they became, walked side by side.

use std::collections::{BTreeMap, HashSet};

use bindery::plan::{FieldRole, Passing, RustEnum, RustStruct, RustType, RustUnion};
use serde_json::Value;

use crate::corpus::record::{Equation, Fate};

use super::calls::{paired, parameters};
use super::described::{Described, Node, is_reference};
use super::findings::Found;
use super::rust::{Rust, Shape, Ty};
use super::view::View;

/// How deep the walk goes; what is nested more deeply is not counted.
const MAX_DEPTH: usize = 200;

/// Walks schemas.
pub(super) struct Schemas<'a> {
    described: &'a Described<'a>,
    rust: &'a Rust<'a>,
    found: &'a Found,
    /// What became of each property, by its path from a root: a type that differs by direction is walked twice.
    properties: BTreeMap<String, Slot>,
    /// The same of enum values.
    values: BTreeMap<String, Slot>,
    /// Fields and variants that nobody described.
    extra_properties: BTreeMap<String, String>,
    extra_values: BTreeMap<String, String>,
    /// The roots that were walked.
    roots: HashSet<String>,
    /// The schemas and types that were held against each other: what is reached by several ways is counted once, since unions of unions
    /// are reached by more ways than can be gone.
    met: HashSet<(String, Vec<usize>)>,
}

/// A property or a value of the description.
struct Slot {
    fate: Fate,
    pointer: String,
}

/// Where the walk is.
#[derive(Clone)]
struct At {
    /// The way from the root.
    path: String,
    depth: usize,
    /// The type is that of the schema for sure, so that the walk may go on below it.
    exact: bool,
}

impl<'a> Schemas<'a> {
    pub(super) fn new(described: &'a Described<'a>, rust: &'a Rust<'a>, found: &'a Found) -> Self {
        Self {
            described,
            rust,
            found,
            properties: BTreeMap::new(),
            values: BTreeMap::new(),
            extra_properties: BTreeMap::new(),
            extra_values: BTreeMap::new(),
            roots: HashSet::new(),
            met: HashSet::new(),
        }
    }

    /// Walks the schemas that the description names.
    pub(super) fn walk_components(&mut self) {
        for (_, schema) in self.described.components("schemas") {
            if !is_reference(schema.value) {
                self.walk_root(&schema);
            }
        }
    }

    /// Walks the schemas that stand in parameters, bodies and answers.
    pub(super) fn walk_operations(&mut self) {
        for (operation, method) in paired(self.described, self.rust) {
            let Some(method) = method else { continue };
            for (_, (_, parameter)) in parameters(self.described, &operation) {
                if let Some(schema) = parameter.child("schema") {
                    self.walk_typed(&schema);
                }
            }
            if let Some(body) = operation.node.child("requestBody") {
                let schemas = self.schemas_of_content(&body);
                let by_argument = method.body.as_ref().and_then(|body| {
                    method.arguments.iter().find(|argument| argument.name == body.argument).map(|argument| &argument.passing)
                });
                // What is written as text, bytes or parts is no value of the schema.
                if by_argument.is_some_and(is_value) {
                    self.walk_chosen(&schemas);
                }
            }
            for (status, response) in operation.node.entries("responses") {
                if !status.starts_with("x-") {
                    let schemas = self.schemas_of_content(&response);
                    self.walk_chosen(&schemas);
                }
            }
        }
    }

    fn schemas_of_content(&self, holder: &Node<'a>) -> Vec<Node<'a>> {
        let holder = self.described.follow(holder.clone());
        holder.entries("content").into_iter().filter_map(|(_, media)| media.child("schema")).collect()
    }

    /// Of several media types one is generated; that the others are not is reported there. Where none is, that has to be.
    fn walk_chosen(&mut self, schemas: &[Node<'a>]) {
        schemas.iter().for_each(|schema| self.walk_typed(schema));
    }

    fn walk_typed(&mut self, schema: &Node<'a>) {
        if !is_reference(schema.value) && !self.rust.walkable_at(&schema.pointer).is_empty() {
            self.walk_root(schema);
        }
    }

    fn walk_root(&mut self, schema: &Node<'a>) {
        if !self.roots.insert(schema.pointer.clone()) {
            return;
        }
        let rust = self.rust;
        let types = rust.walkable_at(&schema.pointer).to_vec();
        let at = At { path: schema.pointer.clone(), depth: 0, exact: true };
        if types.is_empty() {
            self.walk(&at, std::slice::from_ref(schema), None);
        }
        for written in types {
            self.walk(&at, std::slice::from_ref(schema), Some(Ty::Written(written)));
        }
    }

    fn walk(&mut self, at: &At, schemas: &[Node<'a>], ty: Option<Ty<'a>>) {
        if at.depth > MAX_DEPTH {
            return;
        }
        let view = View::of(self.described, schemas);
        let shape = ty.map_or(Shape::Leaf, |ty| self.rust.shape(ty));
        let mut at = at.clone();
        at.depth += 1;
        if self.met.insert((view.places.join(" "), vec![address(&shape)])) {
            self.compare(&at, &view, shape);
        }
    }

    fn compare(&mut self, at: &At, view: &View<'a>, shape: Shape<'a>) {
        match shape {
            Shape::Struct(item) if view.unions.is_empty() => self.compare_struct(at, view, &[item], Some(item)),
            Shape::Struct(item) => self.compare_branches(at, view, &[Shape::Struct(item)]),
            Shape::Union(union) => self.compare_union(at, view, union),
            Shape::Enum(item) if view.unions.is_empty() => {
                self.compare_enum(at, view, item);
                self.compare_struct(at, view, &[], None);
            }
            Shape::Enum(item) => self.compare_branches(at, view, &[Shape::Enum(item)]),
            Shape::List(item) => {
                self.compare_struct(at, view, &[], None);
                self.descend(at, "[]", &view.items, item);
            }
            Shape::Map(value) => {
                self.compare_struct(at, view, &[], None);
                self.descend(at, "{}", &view.additional, value);
            }
            Shape::Anything | Shape::Leaf => self.lost(at, view),
        }
    }

    fn descend(&mut self, at: &At, step: &str, schemas: &[Node<'a>], ty: Ty<'a>) {
        // What is named is walked where it is named; merged with something else it is another type.
        let target = |schema: &Node<'a>| schema.text("$ref");
        let is_named =
            schemas.first().is_some_and(|first| target(first).is_some() && schemas.iter().all(|it| target(it) == target(first)));
        if is_named || !at.exact {
            return;
        }
        if !schemas.is_empty() {
            let at = At { path: format!("{}{step}", at.path), ..at.clone() };
            self.walk(&at, schemas, Some(ty));
        }
    }

    /// Nothing of a schema is in the type.
    fn lost(&mut self, at: &At, view: &View<'a>) {
        self.compare_struct(at, view, &[], None);
        let values = view.values();
        for value in values {
            self.settle_value(at, view, &value, false);
        }
        for branch in view.unions.iter().flatten() {
            let branch = View::of(self.described, std::slice::from_ref(branch));
            if branch.unions.is_empty() {
                self.compare_struct(at, &branch, &[], None);
            }
        }
    }

    /// Holds the properties of a schema against structs, of which the last is walked on with; `whole` is given where the struct is all of
    /// the schema, so that it has nothing else.
    fn compare_struct(&mut self, at: &At, view: &View<'a>, items: &[&'a RustStruct], whole: Option<&'a RustStruct>) {
        for (name, schemas) in &view.properties {
            let field = items
                .iter()
                .rev()
                .find_map(|item| item.fields.iter().find(|field| field.role != FieldRole::Rest && field.wire_name == *name));
            let step = format!(".{name}");
            self.settle_property(at, view, &step, schemas, field.is_some(), items);
            if let Some(field) = field {
                self.descend(at, &step, schemas, Ty::Planned(&field.ty));
            }
        }
        if let Some(item) = items.last()
            && let Some(rest) = item.fields.iter().find(|field| field.role == FieldRole::Rest)
            && let Shape::Map(value) = self.rust.shape(Ty::Planned(&rest.ty))
        {
            self.descend(at, "{}", &view.additional, value);
        }
        let fields = whole.into_iter().flat_map(|item| &item.fields).filter(|field| field.role != FieldRole::Rest);
        for field in fields {
            let name = field.wire_name.as_str();
            if !view.properties.contains_key(name) && !view.required.contains(name) {
                self.extra_properties.insert(format!("{}.{name}", at.path), at.path.clone());
            }
        }
    }

    fn settle_property(
        &mut self,
        at: &At,
        view: &View<'a>,
        step: &str,
        schemas: &[Node<'a>],
        is_there: bool,
        items: &[&'a RustStruct],
    ) {
        let pointer = schemas.first().map(|schema| schema.pointer.clone()).unwrap_or_default();
        let one_sided = !items.is_empty() && schemas.iter().any(|schema| self.is_one_sided(schema));
        let reported = || {
            one_sided
                || schemas.iter().any(|schema| self.found.at_or_inside(&schema.pointer))
                || view.ways.iter().any(|place| self.found.at(place))
        };
        let fate = match is_there {
            true => Fate::Generated,
            false if reported() => Fate::Reported,
            false => Fate::Missing,
        };
        settle(&mut self.properties, format!("{}{step}", at.path), Slot { fate, pointer });
    }

    fn is_one_sided(&self, schema: &Node<'a>) -> bool {
        let view = View::of(self.described, std::slice::from_ref(schema));
        let flag = |node: &Value, key: &str| node.get(key).and_then(Value::as_bool).unwrap_or_default();
        let places = view.places.iter().filter_map(|place| self.described.at(place));
        places.chain([schema.value]).any(|node| flag(node, "readOnly") || flag(node, "writeOnly"))
    }

    fn compare_union(&mut self, at: &At, view: &View<'a>, union: &'a RustUnion) {
        let variants = self.rust.variants(union);
        if view.unions.is_empty() {
            // A schema of several types is a union too; each sort of value has its part of the keywords.
            self.compare_with_best(at, view, &variants);
            for shape in &variants {
                match *shape {
                    Shape::List(item) => self.descend(at, "[]", &view.items, item),
                    Shape::Map(value) => self.descend(at, "{}", &view.additional, value),
                    _ => {}
                }
            }
            return;
        }
        self.compare_branches(at, view, &variants);
    }

    /// Holds a schema with `oneOf` or `anyOf` against the types that its branches became.
    fn compare_branches(&mut self, at: &At, view: &View<'a>, variants: &[Shape<'a>]) {
        // A branch may narrow a property of the schema around it, so below it only the branch's own type is right.
        self.compare_with_best(&At { exact: false, ..at.clone() }, view, variants);
        for branch in view.unions.iter().flatten() {
            let rust = self.rust;
            let own = rust.walkable_at(&branch.pointer).to_vec();
            let target = self.described.follow(branch.clone());
            let named = rust.walkable_at(&target.pointer);
            if is_reference(branch.value) && own.iter().all(|ty| named.contains(ty)) {
                // The branch is the named type itself, which is counted where it is named.
                continue;
            }
            let inner = View::of(self.described, std::slice::from_ref(branch));
            let at = At {
                path: format!("{}|{}", at.path, last_key(&branch.pointer)),
                depth: at.depth + 1,
                exact: !own.is_empty() && !is_reference(branch.value),
            };
            let shapes: Vec<_> = match own.as_slice() {
                [] => variants.to_vec(),
                own => own.iter().flat_map(|ty| self.shapes(Ty::Written(ty))).collect(),
            };
            let here = (inner.places.join(" "), shapes.iter().map(address).collect());
            if at.depth > MAX_DEPTH || !self.met.insert(here) {
                continue;
            }
            if inner.unions.is_empty() {
                self.compare_with_best(&at, &inner, &shapes);
                self.compare_lists(&at, &inner, &shapes);
            } else {
                self.compare_branches(&at, &inner, &shapes);
            }
        }
    }

    /// Returns what a type is, and of a union what its variants are.
    fn shapes(&self, ty: Ty<'a>) -> Vec<Shape<'a>> {
        match self.rust.shape(ty) {
            Shape::Union(union) => self.rust.variants(union),
            shape => vec![shape],
        }
    }

    fn compare_lists(&mut self, at: &At, view: &View<'a>, variants: &[Shape<'a>]) {
        let mut lists = variants.iter().filter_map(|shape| match shape {
            Shape::List(item) => Some(*item),
            _ => None,
        });
        // Which list is whose is not known where there are several.
        if let (Some(item), None) = (lists.next(), lists.next()) {
            self.descend(at, "[]", &view.items, item);
        }
    }

    /// Holds properties and values against the variant that has the most of them.
    fn compare_with_best(&mut self, at: &At, view: &View<'a>, variants: &[Shape<'a>]) {
        let structs = variants.iter().filter_map(|shape| match shape {
            Shape::Struct(item) => Some(*item),
            _ => None,
        });
        let has = |item: &RustStruct| {
            let common = item.fields.iter().filter(|field| view.properties.contains_key(field.wire_name.as_str())).count();
            (common, std::cmp::Reverse(item.fields.len()))
        };
        let mut structs: Vec<_> = structs.collect();
        structs.sort_by_key(|item| has(item));
        self.compare_struct(at, view, &structs, None);
        let values = view.values();
        let enums: Vec<_> = variants
            .iter()
            .filter_map(|shape| match shape {
                Shape::Enum(item) => Some(*item),
                _ => None,
            })
            .collect();
        for value in values {
            let is_there = enums.iter().any(|item| has_value(item, &value));
            self.settle_value(at, view, &value, is_there);
        }
    }

    fn compare_enum(&mut self, at: &At, view: &View<'a>, item: &'a RustEnum) {
        let values = view.values();
        for value in &values {
            self.settle_value(at, view, value, has_value(item, value));
        }
        for variant in &item.variants {
            if !values.iter().any(|value| same_value(value, &variant.value)) {
                self.extra_values.insert(format!("{}={}", at.path, variant.value), at.path.clone());
            }
        }
    }

    fn settle_value(&mut self, at: &At, view: &View<'a>, value: &Value, is_there: bool) {
        let fate = match is_there {
            true => Fate::Generated,
            false if view.ways.iter().any(|place| self.found.at(place)) => Fate::Reported,
            false => Fate::Missing,
        };
        let pointer = view.places.first().cloned().unwrap_or_default();
        settle(&mut self.values, format!("{}={value}", at.path), Slot { fate, pointer });
    }

    /// Returns the equations of properties and of enum values.
    pub(super) fn equations(self) -> (Equation, Equation) {
        (equation(self.properties, self.extra_properties), equation(self.values, self.extra_values))
    }
}

impl<'a> Described<'a> {
    fn at(&self, pointer: &str) -> Option<&'a Value> {
        self.value().pointer(pointer)
    }
}

fn equation(slots: BTreeMap<String, Slot>, extra: BTreeMap<String, String>) -> Equation {
    let mut equation = Equation::default();
    for (path, slot) in slots {
        equation.count(slot.fate, || {
            if path.starts_with(&slot.pointer) { path.clone() } else { format!("{} (as {path})", slot.pointer) }
        });
    }
    for path in extra.into_keys() {
        equation.count_extra(|| path);
    }
    equation
}

/// What is generated in one direction is generated.
fn settle(slots: &mut BTreeMap<String, Slot>, path: String, slot: Slot) {
    let rank = |fate: Fate| match fate {
        Fate::Generated => 2,
        Fate::Reported => 1,
        Fate::Missing => 0,
    };
    match slots.get_mut(&path) {
        Some(known) if rank(known.fate) < rank(slot.fate) => *known = slot,
        Some(_) => {}
        None => drop(slots.insert(path, slot)),
    }
}

fn has_value(item: &RustEnum, value: &Value) -> bool {
    item.variants.iter().any(|variant| same_value(&variant.value, value))
}

/// `1` and `1.0` are one value (JSON Schema 2020-12, Core, section 4.2.2).
fn same_value(one: &Value, other: &Value) -> bool {
    one == other || matches!((one.as_f64(), other.as_f64()), (Some(one), Some(other)) if one == other)
}

fn is_value(passing: &Passing) -> bool {
    match passing {
        Passing::Reference(_) | Passing::Optional(_) => true,
        Passing::Value(ty) => !matches!(ty, RustType::Parts | RustType::Option(_)),
        Passing::Into(_) => false,
    }
}

fn last_key(pointer: &str) -> &str {
    pointer.rsplit('/').next().unwrap_or_default()
}

/// Tells types apart while walking.
fn address(shape: &Shape<'_>) -> usize {
    match shape {
        Shape::Struct(item) => std::ptr::from_ref(*item).addr(),
        Shape::Enum(item) => std::ptr::from_ref(*item).addr(),
        Shape::Union(item) => std::ptr::from_ref(*item).addr(),
        Shape::List(_) | Shape::Map(_) | Shape::Anything | Shape::Leaf => 0,
    }
}
