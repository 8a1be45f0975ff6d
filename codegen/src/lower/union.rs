//! `oneOf` and `anyOf`: which types, and what tells them apart.

use std::borrow::Cow;

use foldhash::{HashMap, HashSet};
use serde_json::Value;

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Choice, Enum, Openness, StringType, Tagging, TypeId, TypeKind, Union, Variant};
use crate::spec::{AdditionalProperties, AssertionKind, Discriminator, JsonType, Schema, SchemaId};

use super::shape::{self, Says, Shape};
use super::{Cx, assertions, merge, schema, within};

/// Lowers a schema with `oneOf` or `anyOf`, flattened.
pub(super) fn lower_union(cx: &mut Cx<'_>, schema: &Schema, ty: TypeId) -> TypeKind {
    let (base, branches) = split(cx, schema);
    if branches.iter().all(|branch| only_requires(&cx.schemas[*branch])) {
        let kind = if schema.one_of.is_empty() { AssertionKind::AnyOf(branches) } else { AssertionKind::OneOf(branches) };
        assertions::lower_union(cx, ty, schema, kind);
        return schema::lower_shape(cx, &base, ty);
    }
    if let Some(whole) = of_optional_parts(cx, schema, &base, &branches) {
        return schema::lower_shape(cx, &whole, ty);
    }
    // A mapping leads to what is written, not to that and the base together.
    let written = branches.clone();
    let branches = with_base(cx, &base, branches);
    let flat: Vec<_> = branches.iter().map(|branch| merge::flatten(cx, *branch)).collect();
    if let Some(merged) = merge_strings(&flat) {
        let kept = match &merged {
            TypeKind::String(text) => text.clone(),
            _ => StringType::default(),
        };
        if flat.iter().any(|branch| branch.format != kept.format) {
            let message = "the branches are texts that differ by their format";
            cx.report(Code::UnsupportedSchema, &schema.origin, message, "texts of any format are accepted");
        }
        if flat.iter().any(|branch| StringType { format: None, ..schema::string_type(branch) } != kept) {
            assertions::lower_union(cx, ty, schema, AssertionKind::AnyOf(branches));
        }
        return merged;
    }
    let tags = tags(cx, schema, &written, &flat);
    let parts = cx.types[ty].name.parts().to_vec();
    let variants = branches.iter().enumerate().map(|(index, branch)| {
        let tags = tags.as_ref().map(|(_, tags)| tags[index].clone()).unwrap_or_default();
        let name = variant_name(cx, *branch, &flat, index, &tags);
        let ty = cx.type_of(*branch, || within(&parts, &name));
        Variant { origin: flat[index].origin.clone(), name, ty, tags }
    });
    let variants = without_repeats(variants.collect());
    let tagging = match tags {
        Some((property, _)) => Tagging::Tagged { property },
        None => Tagging::Untagged,
    };
    let choice = if schema.one_of.is_empty() { Choice::AnyOf } else { Choice::OneOf };
    TypeKind::Union(Union { variants, tagging, choice })
}

/// Takes a schema apart: what holds for every value, and the branches of which one or more hold.
fn split(cx: &Cx<'_>, schema: &Schema) -> (Schema, Vec<SchemaId>) {
    let mut branches = if schema.one_of.is_empty() { schema.any_of.clone() } else { schema.one_of.clone() };
    // A branch that comes again says nothing new.
    let mut seen = HashSet::default();
    branches.retain(|branch| seen.insert(shape::see_through(cx, *branch)));
    // Beside `oneOf`, `anyOf` is one more thing that holds for every value.
    let any_of = if schema.one_of.is_empty() { Vec::new() } else { schema.any_of.clone() };
    // The assertions are those of the union itself.
    let base = Schema {
        assertions: Vec::new(),
        one_of: Vec::new(),
        any_of,
        discriminator: None,
        nullable: false,
        title: None,
        ..schema.clone()
    };
    (base, branches)
}

/// A branch such as `{required: [a]}`: it restricts the properties of the schema it stands in, and is no type of its own.
fn only_requires(branch: &Schema) -> bool {
    let says = Says::of(branch);
    says.required && Says { required: false, types: false, ..says } == Says::default()
}

/// Nameless branches of an `anyOf` that only describe properties, none of which has to be there, are parts of one object: it can have those
/// of several branches.
fn of_optional_parts(cx: &mut Cx<'_>, schema: &Schema, base: &Schema, branches: &[SchemaId]) -> Option<Schema> {
    if !schema.one_of.is_empty() || schema.discriminator.is_some() || branches.len() < 2 {
        return None;
    }
    let mut whole = None;
    let mut of_branches: HashMap<String, SchemaId> = HashMap::default();
    for branch in branches {
        let has_name = component(cx, *branch).is_some() || cx.schemas[*branch].title.is_some();
        let part = merge::flatten(cx, *branch);
        let says = Says::of(&part);
        let only_describes = says.properties && Says { properties: false, types: false, ..says } == Says::default();
        if has_name || !only_describes {
            return None;
        }
        let whole: &mut Schema =
            whole.get_or_insert_with(|| Schema { any_of: Vec::new(), types: Some(vec![JsonType::Object]), ..base.clone() });
        for (name, property) in &part.properties {
            let property = match of_branches.get(name) {
                Some(other) => one_or_other(cx, *other, *property),
                None => *property,
            };
            of_branches.insert(name.clone(), property);
            let property = base.properties.get(name).map_or(property, |own| merge::both(cx, *own, property));
            whole.properties.insert(name.clone(), property);
        }
    }
    let is_object = matches!(shape::classify(base), Shape::Struct | Shape::Map | Shape::Any);
    whole.filter(|_| is_object)
}

fn one_or_other(cx: &mut Cx<'_>, one: SchemaId, other: SchemaId) -> SchemaId {
    if one == other {
        return one;
    }
    let mut schema = Schema::any(cx.schemas[one].origin.clone());
    schema.any_of = vec![one, other];
    cx.add_schema(schema)
}

/// What holds for every value holds in every branch; one that builds on the schema by `allOf` says so itself.
fn with_base(cx: &mut Cx<'_>, base: &Schema, branches: Vec<SchemaId>) -> Vec<SchemaId> {
    if (Says { types: false, ..Says::of(base) }) == Says::default() {
        return branches;
    }
    let origin = base.origin.clone();
    let base = cx.add_schema(Schema { description: None, ..base.clone() });
    let joined = |branch| match merge::builds_on(cx, branch, &origin) {
        true => branch,
        false => merge::both(cx, base, branch),
    };
    branches.into_iter().map(joined).collect()
}

/// A union of texts is one list of known texts, or any text.
fn merge_strings(branches: &[Cow<'_, Schema>]) -> Option<TypeKind> {
    let mut values: Vec<Value> = Vec::new();
    let mut free: Vec<StringType> = Vec::new();
    for branch in branches {
        match (shape::classify(branch), &branch.enumeration) {
            (Shape::Enum, Some(listed)) if listed.iter().all(Value::is_string) => {
                values.extend(listed.iter().filter(|value| !values.contains(value)).cloned().collect::<Vec<_>>());
            }
            (Shape::Scalar(JsonType::String), None) => free.push(schema::string_type(branch)),
            _ => return None,
        }
    }
    match (values.is_empty(), free.as_slice()) {
        (false, []) => Some(TypeKind::Enum(Enum { values, openness: Openness::Open })),
        (false, _) => Some(TypeKind::Enum(Enum { values, openness: Openness::Any })),
        // Lists of null alone are lists of no texts.
        (true, []) => None,
        (true, [first, others @ ..]) if others.iter().all(|other| other == first) => Some(TypeKind::String(first.clone())),
        (true, _) => Some(TypeKind::String(StringType::default())),
    }
}

/// Two branches of the same type are one.
fn without_repeats(variants: Vec<Variant>) -> Vec<Variant> {
    let mut seen: Vec<TypeId> = Vec::new();
    let mut kept: Vec<Variant> = Vec::new();
    for variant in variants {
        match seen.iter().position(|ty| *ty == variant.ty) {
            Some(index) => kept[index].tags.extend(variant.tags),
            None => {
                seen.push(variant.ty);
                kept.push(variant);
            }
        }
    }
    kept
}

/// Names a branch by the component it points to, by its title, by its sort, or by what sets it apart from the others.
fn variant_name(cx: &Cx<'_>, branch: SchemaId, all: &[Cow<'_, Schema>], index: usize, tags: &[String]) -> String {
    let flat = &all[index];
    let given = component(cx, branch).map(str::to_owned).or_else(|| flat.title.clone());
    given
        .or_else(|| name_of_sort(cx, flat))
        .or_else(|| name_of_object(all, index, tags))
        .unwrap_or_else(|| format!("variant {}", index + 1))
}

fn name_of_sort(cx: &Cx<'_>, flat: &Schema) -> Option<String> {
    Some(match shape::classify(flat) {
        // Two branches of texts differ by their format.
        Shape::Scalar(JsonType::String) => flat.format.clone().unwrap_or_else(|| "string".to_owned()),
        Shape::Scalar(scalar) => scalar.name().to_owned(),
        Shape::Array => name_of_many(cx, flat.items, "list"),
        Shape::Map => match flat.additional_properties {
            AdditionalProperties::Schema(value) => name_of_many(cx, Some(value), "map"),
            _ => "map".to_owned(),
        },
        Shape::Enum => match flat.enumeration.as_deref() {
            Some([Value::String(only)]) => only.clone(),
            _ => "value".to_owned(),
        },
        Shape::Any => "any".to_owned(),
        Shape::Struct | Shape::Never | Shape::Union | Shape::Types(_) => return None,
    })
}

/// Names a list or a map by what is in it, if that is a component or a scalar: `Pet list`, `integer map`.
fn name_of_many(cx: &Cx<'_>, item: Option<SchemaId>, many: &str) -> String {
    let scalar = |item: SchemaId| match cx.schemas[shape::see_through(cx, item)].types.as_deref() {
        Some([JsonType::Object]) | None => None,
        Some([JsonType::Array]) => Some("list"),
        Some([single]) => Some(single.name()),
        Some(_) => None,
    };
    match item.and_then(|item| component(cx, item).or_else(|| scalar(item))) {
        Some(item) => format!("{item} {many}"),
        None => many.to_owned(),
    }
}

/// Names an object by its tag, else by the first property that it alone requires.
fn name_of_object(all: &[Cow<'_, Schema>], index: usize, tags: &[String]) -> Option<String> {
    let required_elsewhere =
        |name: &&String| all.iter().enumerate().any(|(other, flat)| other != index && flat.required.contains(name));
    let own = || all[index].required.iter().find(|name| !required_elsewhere(name));
    tags.first().cloned().or_else(|| own().map(|name| format!("with {name}")))
}

fn component<'a>(cx: &Cx<'a>, branch: SchemaId) -> Option<&'a str> {
    let target = shape::see_through(cx, branch);
    let parts = &cx.schemas[target].all_of;
    let of = |id: &SchemaId| cx.component_names.get(id).copied();
    of(&target).or_else(|| parts.last().map(|part| shape::see_through(cx, *part)).and_then(|part| of(&part)))
}

/// Returns the tag's property, and the tag values of each branch.
fn tags(cx: &mut Cx<'_>, schema: &Schema, branches: &[SchemaId], flat: &[Cow<'_, Schema>]) -> Option<(String, Vec<Vec<String>>)> {
    match &schema.discriminator {
        Some(discriminator) => declared_tags(cx, schema, discriminator, branches, flat),
        None => constant_tags(cx, flat),
    }
}

/// OpenAPI 3.0.3, Discriminator Object: the mapping's values, else the name of the component.
fn declared_tags(
    cx: &mut Cx<'_>,
    schema: &Schema,
    discriminator: &Discriminator,
    branches: &[SchemaId],
    flat: &[Cow<'_, Schema>],
) -> Option<(String, Vec<Vec<String>>)> {
    let property = &discriminator.property;
    let mut tags = Vec::new();
    for (branch, flat) in branches.iter().zip(flat) {
        if !flat.properties.contains_key(property) {
            let message =
                format!("a branch of the union has no property `{property}`, by which the discriminator tells branches apart");
            let finding = Diagnostic::new(Code::BadDiscriminator, schema.origin.clone(), message)
                .help("the branches are told apart by their form instead")
                .related("this branch", flat.origin.clone());
            cx.diagnostics.push(finding);
            return None;
        }
        tags.push(tags_of_branch(cx, discriminator, *branch, flat));
    }
    let mut seen = HashSet::default();
    let distinct = tags.iter().flatten().all(|tag| seen.insert(tag.clone()));
    if !distinct || tags.iter().any(Vec::is_empty) {
        let message = format!("the discriminator `{property}` does not give every branch a value of its own");
        cx.report(Code::BadDiscriminator, &schema.origin, message, "the branches are told apart by their form instead");
        return None;
    }
    Some((property.clone(), tags))
}

fn tags_of_branch(cx: &Cx<'_>, discriminator: &Discriminator, branch: SchemaId, flat: &Schema) -> Vec<String> {
    let target = shape::see_through(cx, branch);
    let referred = cx.schemas[branch].reference;
    let mapped: Vec<_> = discriminator
        .mapping
        .iter()
        .filter(|(_, schema)| Some(*schema) == referred || shape::see_through(cx, *schema) == target)
        .map(|(value, _)| value.clone())
        .collect();
    if !mapped.is_empty() {
        return mapped;
    }
    if let Some(name) = component(cx, branch) {
        return vec![name.to_owned()];
    }
    constant(cx, flat, &discriminator.property).into_iter().collect()
}

/// Without a discriminator, a required property that is another constant in every branch does the same, or one that has other values.
fn constant_tags(cx: &Cx<'_>, flat: &[Cow<'_, Schema>]) -> Option<(String, Vec<Vec<String>>)> {
    let properties = flat.first()?.properties.keys().filter_map(|property| Some((property, told_apart_by(cx, flat, property)?)));
    let mut by_list = None;
    for (property, tags) in properties {
        let by_constant = tags.iter().all(|tags| tags.len() == 1);
        let found = Some((property.clone(), tags));
        match by_constant {
            true => return found,
            false => by_list = by_list.or(found),
        }
    }
    by_list
}

/// Returns the values of a property in each branch, if each has its own.
fn told_apart_by(cx: &Cx<'_>, flat: &[Cow<'_, Schema>], property: &String) -> Option<Vec<Vec<String>>> {
    let mut seen = HashSet::default();
    let values = |branch: &Cow<'_, Schema>| listed(cx, branch, property).filter(|_| branch.required.contains(property));
    let tags: Vec<_> = flat.iter().map(values).collect::<Option<_>>()?;
    let are_distinct = tags.iter().flatten().all(|tag: &String| seen.insert(tag.clone()));
    (are_distinct && tags.len() > 1).then_some(tags)
}

/// Returns the texts that a property can be, where it lists some and nothing else.
fn listed(cx: &Cx<'_>, flat: &Schema, property: &str) -> Option<Vec<String>> {
    let schema = shape::see_through(cx, *flat.properties.get(property)?);
    let values = cx.schemas[schema].enumeration.as_ref().filter(|values| !values.is_empty())?;
    values.iter().map(|value| value.as_str().map(str::to_owned)).collect()
}

fn constant(cx: &Cx<'_>, flat: &Schema, property: &str) -> Option<String> {
    listed(cx, flat, property).filter(|values| values.len() == 1)?.pop()
}
