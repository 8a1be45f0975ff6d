//! The description's normal form -> the fields of each operation, in the documentation's words.

use bindery::spec::{self, Document, JsonType, MediaType, ParameterLocation, Schema, SchemaId, SecurityKind, StatusPattern};

use crate::field::{Field, Operation, Place, Value, united};

/// How deep fields of fields are looked at: deeper than any page, and an end for schemas that contain themselves.
const MAX_DEPTH: usize = 8;

/// Returns the operations that are described.
pub(crate) fn operations(document: &Document) -> Vec<Operation> {
    let described = document.operations.iter();
    described
        .map(|operation| Operation {
            call: format!("{} {}", operation.method, operation.path),
            fields: fields(document, operation),
        })
        .collect()
}

fn fields(document: &Document, operation: &spec::Operation) -> Vec<Field> {
    let mut fields = security(document, operation);
    for parameter in &operation.parameters {
        fields.push(field(document, place(parameter.location), &parameter.name, parameter.schema, parameter.required));
    }
    let bodies = operation.request_body.iter().flat_map(|body| &body.content);
    fields.extend(united(&bodies.map(|media| members(document, media, Place::Body)).collect::<Vec<_>>()));
    fields.extend(answers(document, operation, is_success, Place::Response));
    fields.extend(answers(document, operation, |status| !is_success(status), Place::Error));
    fields.extend(headers(document, operation));
    fields
}

fn security(document: &Document, operation: &spec::Operation) -> Vec<Field> {
    let alternatives = operation.security.as_ref().unwrap_or(&document.security);
    let names = |name: &str| alternatives.iter().filter(|needed| needed.schemes.iter().any(|(scheme, _)| scheme == name)).count();
    let schemes = document.security_schemes.iter().filter(|scheme| names(&scheme.name) > 0);
    schemes
        .map(|scheme| Field {
            place: Place::Security,
            name: match &scheme.kind {
                SecurityKind::ApiKey { location: ParameterLocation::Header, name } => name.clone(),
                other => format!("{other:?}"),
            },
            ty: "string".to_owned(),
            required: names(&scheme.name) == alternatives.len(),
            values: Vec::new(),
            shown: "string".to_owned(),
        })
        .collect()
}

fn place(location: ParameterLocation) -> Place {
    match location {
        ParameterLocation::Path => Place::Path,
        ParameterLocation::Query => Place::Query,
        // Both are headers on the wire.
        ParameterLocation::Header | ParameterLocation::Cookie => Place::Header,
    }
}

fn is_success(status: StatusPattern) -> bool {
    matches!(status, StatusPattern::Code(200..=299) | StatusPattern::Range(2))
}

fn answers(document: &Document, operation: &spec::Operation, wanted: impl Fn(StatusPattern) -> bool, place: Place) -> Vec<Field> {
    let answers = operation.responses.iter().filter(|response| wanted(response.status));
    let bodies = answers.map(|answer| answer.content.first().map_or_else(Vec::new, |media| members(document, media, place)));
    united(&bodies.collect::<Vec<_>>())
}

/// Returns the headers of answers. They are documented for status 429 only, so elsewhere they get another name.
fn headers(document: &Document, operation: &spec::Operation) -> Vec<Field> {
    let mut fields = Vec::new();
    for answer in &operation.responses {
        for header in &answer.headers {
            let name = match answer.status {
                StatusPattern::Code(429) => header.name.clone(),
                status => format!("{} of {status:?}", header.name),
            };
            fields.push(field(document, Place::ErrorHeader, &name, header.schema, header.required));
        }
    }
    fields
}

fn members(document: &Document, media: &MediaType, place: Place) -> Vec<Field> {
    let mut fields = Vec::new();
    if let Some(schema) = media.schema {
        add_members(document, schema, place, "", &mut fields);
        if fields.is_empty() {
            fields.push(field(document, place, "the whole body", schema, true));
        }
    }
    fields
}

fn add_members(document: &Document, id: SchemaId, place: Place, prefix: &str, fields: &mut Vec<Field>) {
    let (schema, _) = resolved(document, id);
    if prefix.matches('.').count() == MAX_DEPTH {
        return;
    }
    for branch in &schema.all_of {
        add_members(document, *branch, place, prefix, fields);
    }
    for (name, property) in &schema.properties {
        let name = format!("{prefix}{name}");
        let required = schema.required.iter().any(|required| format!("{prefix}{required}") == name);
        fields.push(field(document, place, &name, *property, required));
        let (inner, _) = resolved(document, *property);
        match inner.items {
            Some(item) => add_members(document, item, place, &format!("{name}[]."), fields),
            None => add_members(document, *property, place, &format!("{name}."), fields),
        }
    }
}

fn field(document: &Document, place: Place, name: &str, schema: SchemaId, required: bool) -> Field {
    let ty = type_name(document, schema);
    let (schema, _) = resolved(document, schema);
    let values = schema.enumeration.iter().flatten();
    let values = values.map(|value| value.as_str().map_or_else(|| Value::new(&value.to_string()), Value::new));
    Field { place, name: name.to_owned(), shown: ty.clone(), ty, required, values: values.collect() }
}

fn type_name(document: &Document, id: SchemaId) -> String {
    let (schema, nullable) = resolved(document, id);
    let types: Vec<_> = schema.types.iter().flatten().map(|ty| simple_type(document, schema, *ty)).collect();
    let mut name = if types.is_empty() { "anything".to_owned() } else { types.join(" | ") };
    if schema.enumeration.is_some() {
        name = format!("enum<{name}>");
    }
    if nullable { format!("{name} | null") } else { name }
}

fn simple_type(document: &Document, schema: &Schema, ty: JsonType) -> String {
    match ty {
        JsonType::Boolean => "boolean".to_owned(),
        JsonType::Integer => "integer".to_owned(),
        JsonType::Number => "number".to_owned(),
        JsonType::String => "string".to_owned(),
        JsonType::Object => "object".to_owned(),
        JsonType::Array => format!("{}[]", schema.items.map_or_else(|| "anything".to_owned(), |item| type_name(document, item))),
    }
}

/// Follows references, and `allOf` of one branch, which gives a reference a description; tells whether null is allowed on the way.
fn resolved(document: &Document, id: SchemaId) -> (&Schema, bool) {
    let mut schema = &document.schemas[id];
    let mut nullable = schema.nullable;
    // A cycle of references alone is refused by the resolver.
    while let Some(next) = schema.reference.or_else(|| only_branch(schema)) {
        schema = &document.schemas[next];
        nullable |= schema.nullable;
    }
    (schema, nullable)
}

fn only_branch(schema: &Schema) -> Option<SchemaId> {
    match schema.all_of.as_slice() {
        [branch] if schema.types.is_none() && schema.properties.is_empty() => Some(*branch),
        _ => None,
    }
}
