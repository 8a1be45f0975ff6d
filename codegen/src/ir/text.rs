//! The IR as text, for people and for snapshots: one line a type, a field, a parameter and an answer.

use std::fmt::Write;

use super::{
    Api, ArrayConstraints, Body, Choice, Content, Field, Name, NumberType, ObjectConstraints, Openness, Operation, Parameter,
    Presence, Rest, StatusPattern, StringType, Tagging, TypeId, TypeKind,
};

/// Renders the whole API.
pub fn render(api: &Api) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "api {:?} {}", api.title, api.version);
    for server in &api.servers {
        let _ = writeln!(out, "server {}", server.url);
    }
    for scheme in &api.security_schemes {
        let _ = writeln!(out, "security scheme {} {:?}", scheme.name, scheme.kind);
    }
    for operation in &api.operations {
        render_operation(&mut out, api, operation);
    }
    for id in api.types.ids() {
        render_type(&mut out, api, id);
    }
    out
}

fn render_operation(out: &mut String, api: &Api, operation: &Operation) {
    let _ = writeln!(out, "\noperation {:?} {} {}", operation.name, operation.method, operation.path);
    for server in &operation.servers {
        let _ = writeln!(out, "  server {:?}", server.url);
    }
    for Parameter { wire_name, location, ty, presence, .. } in &operation.parameters {
        let _ = writeln!(out, "  {location:?} {wire_name:?}{}: {}", mark(*presence), reference(api, *ty));
    }
    if let Some(Body { presence, media_type, content, parts, .. }) = &operation.body {
        let _ = writeln!(out, "  body{} {media_type}: {}", mark(*presence), content_text(api, *content));
        for part in parts {
            let _ = writeln!(out, "    {:?}{}", part.wire_name, mark(part.presence));
        }
    }
    for response in &operation.responses {
        let status = match response.status {
            StatusPattern::Code(code) => code.to_string(),
            StatusPattern::Range(digit) => format!("{digit}XX"),
            StatusPattern::Default => "default".to_owned(),
        };
        let _ = writeln!(out, "  {status}: {}", content_text(api, response.content));
    }
}

fn content_text(api: &Api, content: Content) -> String {
    match content {
        Content::Empty => "empty".to_owned(),
        Content::Json(ty) => format!("json {}", reference(api, ty)),
        Content::Form(ty) => format!("form {}", reference(api, ty)),
        Content::Text => "text".to_owned(),
        Content::Bytes => "bytes".to_owned(),
        Content::Parts => "parts".to_owned(),
    }
}

fn mark(presence: Presence) -> &'static str {
    match presence {
        Presence::Required => "",
        Presence::Optional => "?",
    }
}

fn render_type(out: &mut String, api: &Api, id: TypeId) {
    let ty = &api.types[id];
    let name = match &ty.name {
        Name::Component(name) => name.to_string(),
        Name::Inline(parts) => format!("({})", parts.join(" ")),
    };
    let _ = writeln!(out, "\n{id:?} {name}: {}", kind_text(api, &ty.kind));
    if let Some(assertions) = &ty.assertions {
        let _ = writeln!(out, "  satisfies {assertions}");
    }
    match &ty.kind {
        TypeKind::Struct(item) => {
            for field in &item.fields {
                render_field(out, api, field);
            }
        }
        TypeKind::Enum(item) => {
            for value in &item.values {
                let _ = writeln!(out, "  {value}");
            }
        }
        TypeKind::Union(item) => {
            for variant in &item.variants {
                let _ = writeln!(out, "  {:?} {:?}: {}", variant.name, variant.tags, reference(api, variant.ty));
            }
        }
        _ => {}
    }
}

fn render_field(out: &mut String, api: &Api, field: &Field) {
    let _ = write!(out, "  {:?}{}: {}", field.wire_name, mark(field.presence), reference(api, field.ty));
    if field.access != super::Access::ReadWrite {
        let _ = write!(out, " {:?}", field.access);
    }
    if let Some(default) = &field.default {
        let _ = write!(out, " = {default}");
    }
    out.push('\n');
}

/// Names a type the way its users refer to it.
fn reference(api: &Api, id: TypeId) -> String {
    match (&api.types[id].kind, &api.types[id].name) {
        (_, Name::Component(name)) => name.to_string(),
        (TypeKind::Struct(_) | TypeKind::Enum(_) | TypeKind::Union(_), _) => format!("{id:?}"),
        (kind, _) => kind_text(api, kind),
    }
}

fn kind_text(api: &Api, kind: &TypeKind) -> String {
    match kind {
        TypeKind::Boolean => "boolean".to_owned(),
        TypeKind::Integer(number) => format!("integer{}", number_text(number)),
        TypeKind::Number(number) => format!("number{}", number_text(number)),
        TypeKind::String(string) => format!("string{}", string_text(string)),
        TypeKind::Enum(item) => match item.openness {
            Openness::Open => "open enum".to_owned(),
            Openness::Any => "enum among others".to_owned(),
            Openness::Closed => "closed enum".to_owned(),
        },
        TypeKind::Struct(item) => format!("struct{}{}", rest_text(api, item.rest), object_text(&item.constraints)),
        TypeKind::Union(item) => match &item.tagging {
            Tagging::Tagged { property } => format!("union tagged by {property:?}"),
            Tagging::Untagged => match item.choice {
                Choice::OneOf => "union".to_owned(),
                Choice::AnyOf => "union of one or more".to_owned(),
            },
        },
        TypeKind::Array { item, constraints } => format!("[{}]{}", reference(api, *item), array_text(constraints)),
        TypeKind::Map { value, constraints } => format!("map of {}{}", reference(api, *value), object_text(constraints)),
        TypeKind::Nullable(inner) => match &api.types[*inner].kind {
            kind @ (TypeKind::Struct(_) | TypeKind::Enum(_) | TypeKind::Union(_)) => {
                format!("{inner:?} or null ({})", kind_text(api, kind))
            }
            kind => format!("{} or null", kind_text(api, kind)),
        },
        TypeKind::Alias(target) => format!("alias of {}", reference(api, *target)),
        TypeKind::Any => "any".to_owned(),
        TypeKind::Never => "never".to_owned(),
    }
}

fn rest_text(api: &Api, rest: Rest) -> String {
    match rest {
        Rest::Unsaid => String::new(),
        Rest::Forbidden => " and nothing else".to_owned(),
        Rest::Kept(ty) => format!(" and {}", reference(api, ty)),
    }
}

fn number_text(number: &NumberType) -> String {
    let NumberType { format, minimum, maximum, exclusive_minimum, exclusive_maximum, multiple_of } = number;
    let mut out = format.as_ref().map(|format| format!(" {format}")).unwrap_or_default();
    let limits =
        [(">=", minimum), ("<=", maximum), (">", exclusive_minimum), ("<", exclusive_maximum), ("multiple of", multiple_of)];
    for (name, limit) in limits {
        if let Some(limit) = limit {
            let _ = write!(out, " {name} {limit}");
        }
    }
    out
}

fn string_text(string: &StringType) -> String {
    let StringType { format, min_length, max_length, pattern } = string;
    let mut out = format.as_ref().map(|format| format!(" {format}")).unwrap_or_default();
    out.push_str(&range_text("length", *min_length, *max_length));
    if let Some(pattern) = pattern {
        let _ = write!(out, " /{pattern}/");
    }
    out
}

fn array_text(constraints: &ArrayConstraints) -> String {
    let unique = if constraints.unique_items { " unique" } else { "" };
    format!("{}{unique}", range_text("items", constraints.min_items, constraints.max_items))
}

fn object_text(constraints: &ObjectConstraints) -> String {
    range_text("properties", constraints.min_properties, constraints.max_properties)
}

fn range_text(what: &str, min: Option<u64>, max: Option<u64>) -> String {
    match (min, max) {
        (None, None) => String::new(),
        (Some(min), None) => format!(" {what} {min}.."),
        (None, Some(max)) => format!(" {what} ..{max}"),
        (Some(min), Some(max)) => format!(" {what} {min}..{max}"),
    }
}
