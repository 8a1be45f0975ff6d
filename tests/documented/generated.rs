//! The plan of the Rust -> the fields of each operation: Rust types, translated into the documentation's words.
//!
//! An integer is an integer only as `i64`, an object only as `Object` or a struct: what can't hold every documented value gets a name
//! that no page has.

use bindery::plan::{
    FieldRole, Passing, RustArgument, RustClient, RustCrate, RustEnum, RustField, RustItem, RustOperation, RustPath, RustSend,
    RustStruct, RustType, SchemeKind,
};
use bindery::spec::ParameterLocation;

use crate::field::{Field, Operation, Place, Value, united};

/// How deep fields of fields are looked at; see the description's side.
const MAX_DEPTH: usize = 8;

/// Returns the operations that are generated.
pub(crate) fn operations(plan: &RustCrate) -> Vec<Operation> {
    let clients = items(plan).filter_map(|item| if let RustItem::Client(client) = item { Some(client) } else { None });
    clients.flat_map(|client| client.operations.iter().map(|operation| of_client(plan, client, operation))).collect()
}

fn of_client(plan: &RustCrate, client: &RustClient, operation: &RustOperation) -> Operation {
    let mut fields = security(client, operation);
    fields.extend(operation.sends.iter().map(|send| parameter(plan, operation, send)));
    fields.extend(idempotency_key(operation));
    if let Some(body) = &operation.body {
        let (ty, _) = taken(argument(operation, body.argument.as_str()));
        fields.extend(members(plan, ty, Place::Body));
    }
    fields.extend(answers(plan, &operation.success.ty, Place::Response));
    fields.extend(answers(plan, &operation.error.ty, Place::Error));
    fields.extend(headers(operation));
    Operation { call: format!("{} {}", operation.method, operation.path), fields }
}

fn security(client: &RustClient, operation: &RustOperation) -> Vec<Field> {
    let alternatives = operation.security.as_ref().unwrap_or(&client.security);
    let names = |name: &String| alternatives.iter().filter(|needed| needed.contains(name)).count();
    let schemes = client.schemes.iter().filter(|scheme| names(&scheme.name) > 0);
    schemes
        .map(|scheme| Field {
            place: Place::Security,
            name: match &scheme.kind {
                SchemeKind::ApiKey(ParameterLocation::Header, name) => name.clone(),
                other => format!("{other:?}"),
            },
            ty: "string".to_owned(),
            required: names(&scheme.name) == alternatives.len(),
            values: Vec::new(),
            shown: "ClientBuilder::api_key".to_owned(),
        })
        .collect()
}

fn parameter(plan: &RustCrate, operation: &RustOperation, send: &RustSend) -> Field {
    let place = match send.call {
        "path" | "path_as" => Place::Path,
        "query" | "query_as" => Place::Query,
        _ => Place::Header,
    };
    let (ty, required) = taken(argument(operation, send.argument.as_str()));
    match &send.field {
        None => field(plan, place, &send.wire_name, ty, required),
        Some(name) => {
            let item = structure(plan, ty).expect("parameters are fields of a struct");
            let field = item.fields.iter().find(|field| field.name == *name).expect("what is sent is a field");
            Field { name: send.wire_name.clone(), ..struct_field(plan, place, "", field) }
        }
    }
}

fn argument<'a>(operation: &'a RustOperation, name: &str) -> &'a RustArgument {
    operation.arguments.iter().find(|argument| argument.name.as_str() == name).expect("what is sent is an argument")
}

fn taken(argument: &RustArgument) -> (&RustType, bool) {
    match &argument.passing {
        Passing::Value(ty) | Passing::Reference(ty) | Passing::Into(ty) => (ty, true),
        Passing::Optional(ty) => (ty, false),
    }
}

/// The runtime takes the key, for operations that say so.
fn idempotency_key(operation: &RustOperation) -> Option<Field> {
    let takes = operation.docs.iter().any(|line| line.contains("Takes an idempotency key."));
    takes.then(|| served_by_runtime(Place::Header, "Idempotency-Key", "string", "Request::idempotency_key"))
}

/// The runtime gives the headers of answers, and reads this one; the documentation of the method names them.
fn headers(operation: &RustOperation) -> Vec<Field> {
    let docs = operation.docs.join(" ");
    let Some((_, list)) = docs.split_once("Headers of answers: ") else { return Vec::new() };
    let names = list.split('.').next().unwrap_or_default().split(", ").map(|name| name.trim_matches('`'));
    names
        .map(|name| match name {
            "Retry-After" => served_by_runtime(Place::ErrorHeader, name, "integer", "Error::retry_after"),
            _ => served_by_runtime(Place::ErrorHeader, name, "string", "Response::header"),
        })
        .collect()
}

fn served_by_runtime(place: Place, name: &str, ty: &str, by: &str) -> Field {
    Field { place, name: name.to_owned(), ty: ty.to_owned(), required: false, values: Vec::new(), shown: by.to_owned() }
}

/// Returns the fields of an answer; where it depends on the status, those of all.
fn answers(plan: &RustCrate, ty: &RustType, place: Place) -> Vec<Field> {
    let Some(RustItem::Answers(answers)) = named(plan, ty) else { return members(plan, ty, place) };
    let all: Vec<_> = answers.variants.iter().map(|variant| members(plan, &variant.reader.ty, place)).collect();
    united(&all)
}

fn members(plan: &RustCrate, ty: &RustType, place: Place) -> Vec<Field> {
    let mut fields = Vec::new();
    add_members(plan, ty, place, "", &mut fields);
    if fields.is_empty() && *ty != RustType::Unit {
        fields.push(field(plan, place, "the whole body", ty, true));
    }
    fields
}

fn add_members(plan: &RustCrate, ty: &RustType, place: Place, prefix: &str, fields: &mut Vec<Field>) {
    let Some(item) = structure(plan, ty) else { return };
    if prefix.matches('.').count() == MAX_DEPTH {
        return;
    }
    for member in &item.fields {
        let field = struct_field(plan, place, prefix, member);
        let name = field.name.clone();
        fields.push(field);
        match &member.ty {
            RustType::Vec(item) => add_members(plan, item, place, &format!("{name}[]."), fields),
            ty => add_members(plan, ty, place, &format!("{name}."), fields),
        }
    }
}

fn struct_field(plan: &RustCrate, place: Place, prefix: &str, member: &RustField) -> Field {
    let name = format!("{prefix}{}", member.wire_name);
    let described = field(plan, place, &name, &member.ty, true);
    let Field { ty, shown, .. } = &described;
    match &member.role {
        FieldRole::Required | FieldRole::Constant(..) => described,
        FieldRole::Optional => Field { shown: format!("Option<{shown}>"), required: false, ..described },
        FieldRole::Nullable => {
            Field { shown: format!("Maybe<{shown}>"), ty: format!("{ty} | null"), required: false, ..described }
        }
        FieldRole::Rest => Field { name: format!("{prefix}other properties"), required: false, ..described },
    }
}

fn field(plan: &RustCrate, place: Place, name: &str, ty: &RustType, required: bool) -> Field {
    let values = enumeration(plan, ty).map_or_else(Vec::new, values);
    Field { place, name: name.to_owned(), ty: type_name(plan, ty), required, values, shown: ty.to_string() }
}

fn values(item: &RustEnum) -> Vec<Value> {
    let variants = item.variants.iter();
    variants
        .map(|variant| {
            let Value { wire, shown } = variant.value.as_str().map_or_else(|| Value::new(&variant.value.to_string()), Value::new);
            Value { shown: format!("`{}` = {shown}", variant.name), wire }
        })
        .collect()
}

fn type_name(plan: &RustCrate, ty: &RustType) -> String {
    match ty {
        RustType::Bool => "boolean".to_owned(),
        RustType::Int("i64") => "integer".to_owned(),
        RustType::F64 => "number".to_owned(),
        RustType::String => "string".to_owned(),
        RustType::Object => "object".to_owned(),
        RustType::Vec(item) => format!("{}[]", type_name(plan, item)),
        RustType::Option(inner) | RustType::Maybe(inner) => format!("{} | null", type_name(plan, inner)),
        RustType::Boxed(inner) => type_name(plan, inner),
        RustType::Named(_) => match named(plan, ty) {
            Some(RustItem::Struct(_)) => "object".to_owned(),
            Some(RustItem::Enum(item)) if item.variants.iter().all(|variant| variant.value.is_string()) => {
                "enum<string>".to_owned()
            }
            Some(RustItem::Alias(alias) | RustItem::Newtype(alias)) => type_name(plan, &alias.ty),
            _ => ty.to_string(),
        },
        other => other.to_string(),
    }
}

fn structure<'a>(plan: &'a RustCrate, ty: &'a RustType) -> Option<&'a RustStruct> {
    match (ty, named(plan, ty)?) {
        (_, RustItem::Struct(item)) => Some(item),
        (_, RustItem::Alias(alias) | RustItem::Newtype(alias)) => structure(plan, &alias.ty),
        _ => None,
    }
}

fn enumeration<'a>(plan: &'a RustCrate, ty: &'a RustType) -> Option<&'a RustEnum> {
    match named(plan, ty)? {
        RustItem::Enum(item) => Some(item),
        RustItem::Alias(alias) | RustItem::Newtype(alias) => enumeration(plan, &alias.ty),
        _ => None,
    }
}

/// Returns the item that a type is, looking through `Option` and `Box`.
fn named<'a>(plan: &'a RustCrate, ty: &RustType) -> Option<&'a RustItem> {
    match ty {
        RustType::Named(path) => item_at(plan, path),
        RustType::Option(inner) | RustType::Maybe(inner) | RustType::Boxed(inner) => named(plan, inner),
        _ => None,
    }
}

fn item_at<'a>(plan: &'a RustCrate, path: &RustPath) -> Option<&'a RustItem> {
    items(plan).find(|item| item.path() == Some(path))
}

fn items(plan: &RustCrate) -> impl Iterator<Item = &RustItem> {
    plan.modules.iter().flat_map(|module| &module.items)
}
