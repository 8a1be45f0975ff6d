//! The public API as a sorted list, one item a line: what a user of the generated code can name.

use super::model::{
    EnumValues, FieldRole, Passing, RustAnswers, RustArgument, RustClient, RustCrate, RustEnum, RustField, RustItem,
    RustOperation, RustStruct, RustType, RustUnion,
};

/// Lists the public API.
pub fn public_api(plan: &RustCrate) -> Vec<String> {
    let mut lines: Vec<_> = plan.modules.iter().flat_map(|module| &module.items).flat_map(item_lines).collect();
    lines.sort();
    lines
}

fn item_lines(item: &RustItem) -> Vec<String> {
    match item {
        RustItem::Struct(item) => struct_lines(item),
        RustItem::Enum(item) => enum_lines(item),
        RustItem::Union(item) => union_lines(item),
        RustItem::Alias(item) => vec![format!("type {} = {}", item.path, item.ty)],
        RustItem::Newtype(item) => vec![format!("struct {}({})", item.path, item.ty)],
        RustItem::Answers(item) => answers_lines(item),
        RustItem::Server(item) => vec![format!("const servers::{}: &str = {:?}", item.name, item.url)],
        RustItem::Client(item) => client_lines(item),
    }
}

fn struct_lines(item: &RustStruct) -> Vec<String> {
    let path = &item.path;
    let mut lines = vec![format!("struct {path}{}", deprecated(item.deprecated))];
    let required: Vec<_> = item.fields.iter().filter(|field| field.role == FieldRole::Required).collect();
    let arguments: Vec<_> = required.iter().map(|field| format!("{}: {}", field.name, argument_type(&field.ty))).collect();
    lines.push(format!("fn {path}::new({}) -> {path}", arguments.join(", ")));
    for field in &item.fields {
        lines.push(format!("field {path}::{}: {}{}", field.name, field_type(field), deprecated(field.deprecated)));
        if let Some(setter) = &field.setter {
            lines.push(format!("fn {path}::{}({}) -> {path}", setter.name, argument_type(&field.ty)));
            lines.extend(setter.null.iter().map(|null| format!("fn {path}::{null}() -> {path}")));
        }
        if let Some(default) = &field.default {
            lines.push(format!("fn {path}::{}(&self)", default.name));
        }
    }
    if item.checked {
        lines.push(format!("fn {path}::validate(&self)"));
    }
    lines
}

fn field_type(field: &RustField) -> String {
    match field.role {
        FieldRole::Optional => format!("Option<{}>", field.ty),
        FieldRole::Nullable => format!("Maybe<{}>", field.ty),
        FieldRole::Required | FieldRole::Constant(..) | FieldRole::Rest => field.ty.to_string(),
    }
}

fn argument_type(ty: &RustType) -> String {
    if *ty.resolved() == RustType::String { format!("impl Into<{ty}>") } else { ty.to_string() }
}

fn deprecated(deprecated: bool) -> &'static str {
    if deprecated { " (deprecated)" } else { "" }
}

fn enum_lines(item: &RustEnum) -> Vec<String> {
    let path = &item.path;
    let sort = match item.values {
        EnumValues::Strings => "texts",
        EnumValues::Integers => "whole numbers",
        EnumValues::Mixed => "values",
    };
    let mut lines = vec![format!("enum {path} of {sort}{}", deprecated(item.deprecated))];
    lines.extend(item.variants.iter().map(|variant| format!("variant {path}::{} = {}", variant.name, variant.value)));
    lines.extend(item.other.iter().map(|other| format!("variant {path}::{other}(..)")));
    lines
}

fn union_lines(item: &RustUnion) -> Vec<String> {
    let path = &item.path;
    let mut lines = vec![format!("enum {path}{}", deprecated(item.deprecated))];
    lines.extend(item.variants.iter().map(|variant| format!("variant {path}::{}({})", variant.name, variant.ty)));
    lines.extend(item.other.iter().chain(&item.several).map(|other| format!("variant {path}::{other}(..)")));
    lines
}

fn answers_lines(item: &RustAnswers) -> Vec<String> {
    let path = &item.path;
    let mut lines = vec![format!("enum {path}")];
    lines.extend(item.variants.iter().map(|variant| format!("variant {path}::{}({})", variant.name, variant.reader.ty)));
    lines.extend(item.other.iter().map(|other| format!("variant {path}::{other}(Bytes)")));
    lines
}

fn client_lines(item: &RustClient) -> Vec<String> {
    let path = &item.path;
    let mut lines = vec![format!("struct {path}"), format!("fn {path}::builder() -> ClientBuilder<{path}>")];
    lines.extend(item.credentials.iter().map(|(name, scheme)| format!("impl {name} for {path} ({scheme})")));
    lines.extend(item.operations.iter().map(|operation| operation_line(item, operation)));
    lines
}

fn operation_line(client: &RustClient, operation: &RustOperation) -> String {
    let arguments: Vec<_> = operation.arguments.iter().map(argument).collect();
    format!(
        "fn {}::{}({}) -> Request<{}, {}>{}",
        client.path,
        operation.name,
        arguments.join(", "),
        operation.success.ty,
        operation.error.ty,
        deprecated(operation.deprecated)
    )
}

fn argument(argument: &RustArgument) -> String {
    format!("{}: {}", argument.name, passed(argument))
}

/// Writes the type that an argument of an operation is passed as.
pub fn passed(argument: &RustArgument) -> String {
    match &argument.passing {
        Passing::Value(ty) => ty.to_string(),
        Passing::Reference(ty) => match ty.resolved() {
            RustType::String => "&str".to_owned(),
            RustType::Vec(item) => format!("&[{item}]"),
            _ => format!("&{ty}"),
        },
        Passing::Optional(ty) => format!("Option<&{ty}>"),
        Passing::Into(ty) => format!("impl Into<{ty}>"),
    }
}
