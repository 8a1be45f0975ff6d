//! Schemas without a name that say the same become one type, of which the others are aliases.
//!
//! Descriptions repeat objects and enums where they could refer to one: of the schemas of GitHub's that have no name two thirds are a
//! copy of another. Each copy keeps its name, made from where it stands, so that code that uses it does not change when another copy does.
//! What the description names is never an alias of this sort, nor is anything one of it: that two components say the same today may
//! be chance.

use std::collections::BTreeSet;
use std::sync::Arc;

use foldhash::{HashMap, HashMapExt};
use serde_json::Value;

use crate::arena::Arena;
use crate::ir::{
    Access, ArrayConstraints, Choice, Docs, Field, Name, NumberType, ObjectConstraints, Openness, Presence, Rest, StringType,
    Tagging, Type, TypeId, TypeKind, Variant,
};

use super::Cx;
use super::graph::Circles;

/// Makes aliases of all but one of the types that say the same. `circles` are those of what types contain.
pub(super) fn share(cx: &mut Cx<'_>, circles: &Circles, named_places: &BTreeSet<String>) {
    let firsts = firsts(&cx.types, circles, |ty| can_be_another(ty, named_places));
    let mut shared: HashMap<TypeId, TypeId> = HashMap::default();
    for id in cx.types.ids().filter(|id| has_code(&cx.types[*id].kind)) {
        let chosen = shared.entry(firsts[id.index()]).or_insert(id);
        if rank(&cx.types[id]) < rank(&cx.types[*chosen]) {
            *chosen = id;
        }
    }
    for id in cx.types.ids() {
        match shared.get(&firsts[id.index()]) {
            Some(chosen) if *chosen != id => {
                cx.types[id].kind = TypeKind::Alias(*chosen);
                cx.types[id].assertions = None;
            }
            _ => {}
        }
    }
}

fn has_code(kind: &TypeKind) -> bool {
    matches!(kind, TypeKind::Struct(_) | TypeKind::Enum(_) | TypeKind::Union(_))
}

/// Tells whether a type may be the same as another one: neither the description names it, nor the user something in it.
fn can_be_another(ty: &Type, named_places: &BTreeSet<String>) -> bool {
    let pointer = ty.origin.pointer.as_str();
    let is_within = |place: &String| place.strip_prefix(pointer).is_some_and(|rest| rest.starts_with('/'));
    matches!(ty.name, Name::Inline(_)) && !named_places.iter().any(is_within)
}

/// Of copies the one with the shortest name has the code, so that the order of the description does not matter.
fn rank(ty: &Type) -> (usize, &[Arc<str>]) {
    let parts = ty.name.parts();
    (parts.iter().map(|part| part.len()).sum(), parts)
}

/// Returns the first type that says the same as each type, from the inside out. Of types that lead to each other some may be overlooked, and a
/// type that can be no other is only itself.
fn firsts(types: &Arena<Type>, circles: &Circles, can_be_another: impl Fn(&Type) -> bool) -> Vec<TypeId> {
    let mut firsts: Vec<TypeId> = types.ids().collect();
    // To say the same of a type again takes long, so that the map should not grow often.
    let mut known = HashMap::with_capacity(types.len() / 4);
    for id in circles.outside_in(types).iter().rev().flatten() {
        if can_be_another(&types[*id]) {
            firsts[id.index()] = *known.entry(Said::by(types, *id, &firsts)).or_insert(*id);
        }
    }
    firsts
}

/// What a type says, wherever it stands. What is said about it stays with each name of it.
#[derive(PartialEq, Eq, Hash)]
struct Said<'a> {
    kind: Kind<'a>,
    assertions: Option<&'a Value>,
    deprecated: bool,
}

/// A kind with the first type of each sort in place of a type.
#[derive(PartialEq, Eq, Hash)]
enum Kind<'a> {
    Boolean,
    Integer(&'a NumberType),
    Number(&'a NumberType),
    String(&'a StringType),
    Enum(&'a [Value], Openness),
    Struct(Vec<Property<'a>>, Rest, &'a ObjectConstraints),
    Union(Vec<Branch<'a>>, &'a Tagging, Choice),
    Array(TypeId, &'a ArrayConstraints),
    Map(TypeId, &'a ObjectConstraints),
    Nullable(TypeId),
    Alias(TypeId),
    Any,
    Never,
}

#[derive(PartialEq, Eq, Hash)]
struct Property<'a> {
    wire_name: &'a str,
    ty: TypeId,
    presence: Presence,
    access: Access,
    default: Option<&'a Value>,
    docs: [&'a Docs; 2],
}

#[derive(PartialEq, Eq, Hash)]
struct Branch<'a> {
    name: &'a str,
    ty: TypeId,
    tags: &'a [String],
    docs: &'a Docs,
}

impl<'a> Said<'a> {
    fn by(types: &'a Arena<Type>, id: TypeId, firsts: &[TypeId]) -> Self {
        let ty = &types[id];
        let kind = Kind::of(types, &ty.kind, |inner| firsts[inner.index()]);
        Self { kind, assertions: ty.assertions.as_ref(), deprecated: ty.docs.deprecated }
    }
}

impl<'a> Kind<'a> {
    fn of(types: &'a Arena<Type>, kind: &'a TypeKind, first: impl Fn(TypeId) -> TypeId) -> Self {
        match kind {
            TypeKind::Boolean => Self::Boolean,
            TypeKind::Integer(number) => Self::Integer(number),
            TypeKind::Number(number) => Self::Number(number),
            TypeKind::String(string) => Self::String(string),
            TypeKind::Enum(item) => Self::Enum(&item.values, item.openness),
            TypeKind::Struct(item) => {
                let property = |field: &'a Field| Property {
                    wire_name: &field.wire_name,
                    ty: first(field.ty),
                    presence: field.presence,
                    access: field.access,
                    default: field.default.as_ref(),
                    docs: [&field.docs, &types[field.ty].docs],
                };
                let rest = match item.rest {
                    Rest::Kept(ty) => Rest::Kept(first(ty)),
                    rest => rest,
                };
                Self::Struct(item.fields.iter().map(property).collect(), rest, &item.constraints)
            }
            TypeKind::Union(item) => {
                let branch = |variant: &'a Variant| Branch {
                    name: &variant.name,
                    ty: first(variant.ty),
                    tags: &variant.tags,
                    docs: &types[variant.ty].docs,
                };
                Self::Union(item.variants.iter().map(branch).collect(), &item.tagging, item.choice)
            }
            TypeKind::Array { item, constraints } => Self::Array(first(*item), constraints),
            TypeKind::Map { value, constraints } => Self::Map(first(*value), constraints),
            TypeKind::Nullable(inner) => Self::Nullable(first(*inner)),
            TypeKind::Alias(target) => Self::Alias(first(*target)),
            TypeKind::Any => Self::Any,
            TypeKind::Never => Self::Never,
        }
    }
}
