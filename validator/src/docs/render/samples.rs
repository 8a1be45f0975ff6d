//! Samples of an operation, with placeholders such as reference pages have: a call of curl, a call in Rust, an answer.

use bindery::plan::{Passing, RustCrate, RustItem, RustOperation};
use bindery::source::Origin;
use bindery::spec::{Document, Operation};
use serde_json::{Map, Value};

use super::super::claim::{Field, Location, Section, WHOLE};
use super::super::described;

/// Writes a call of curl that sends everything that is described.
pub(super) fn curl(document: &Document, operation: &Operation, sections: &[Section<Origin>]) -> String {
    let of = |wanted: &Location| sections.iter().find(|it| it.location == *wanted).map_or(&[][..], |it| &it.fields[..]);
    let security = of(&Location::Security);
    let sent_in = |location: &Location| {
        let is_sent = |field: &&Field<Origin>| field.sent.as_ref().is_some_and(|sent| sent.value == *location);
        security.iter().filter(is_sent).collect::<Vec<_>>()
    };
    let is_required = |field: &&Field<Origin>| field.required.as_ref().is_some_and(|required| required.value);
    let server = operation.servers.first().or(document.servers.first()).map_or("", |server| server.url.trim_end_matches('/'));
    let server = if server.contains("://") { server.to_owned() } else { format!("https://api.example.com{server}") };
    let query = of(&Location::Query).iter().filter(is_required).chain(sent_in(&Location::Query));
    let query: Vec<_> = query.map(|field| format!("{}=<{}>", field.name, field.name)).collect();
    let path = operation.path.split(['?', '#']).next().unwrap_or_default();
    let url = if query.is_empty() { format!("{server}{path}") } else { format!("{server}{path}?{}", query.join("&")) };
    let mut parts = vec![format!("curl --request {}", operation.method), format!("--url {}", quoted(&url))];
    for field in of(&Location::Header).iter().filter(is_required).chain(sent_in(&Location::Header)) {
        parts.push(format!("--header {}", quoted(&format!("{}: <{}>", field.name, field.name.to_lowercase()))));
    }
    if let Some(media) = operation.request_body.as_ref().and_then(|body| body.content.first()) {
        let fields = of(&Location::Body);
        parts.push(format!("--header {}", quoted(&format!("Content-Type: {}", media.name))));
        if media.name.contains("json") {
            let body = serde_json::to_string_pretty(&body(fields)).unwrap_or_default();
            parts.push(format!("--data {}", quoted(&body)));
        } else if media.name.contains("form") {
            let option = if media.name.starts_with("multipart") { "--form" } else { "--data-urlencode" };
            parts.extend(fields.iter().map(|field| format!("{option} {}", quoted(&format!("{}=<{}>", field.name, field.name)))));
        } else {
            parts.push("--data '<body>'".to_owned());
        }
    }
    parts.join(" \\\n  ")
}

/// Quotes a word for a shell.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

/// Writes the answer that means success.
pub(super) fn answer(operation: &Operation, sections: &[Section<Origin>]) -> Option<String> {
    let success = Location::Response(described::success(operation));
    let section = sections.iter().find(|section| section.location == success)?;
    let value = body(&section.fields);
    (value.is_object() || value.is_array()).then(|| serde_json::to_string_pretty(&value).unwrap_or_default())
}

fn body(fields: &[Field<Origin>]) -> Value {
    match fields {
        [whole] if whole.name == WHOLE => value(whole),
        fields => object(fields),
    }
}

fn object(fields: &[Field<Origin>]) -> Value {
    let named = fields.iter().filter(|field| field.name != "*");
    Value::Object(named.map(|field| (field.name.clone(), value(field))).collect::<Map<_, _>>())
}

fn value(field: &Field<Origin>) -> Value {
    let Some(first) = field.ty.as_ref().and_then(|ty| ty.value.alternatives.first()) else { return Value::Null };
    let inner = match field.values.as_ref().and_then(|values| values.value.first()) {
        Some(value) if first.base == "string" => match serde_json::from_str(value) {
            Ok(Value::String(text)) => Value::from(text),
            _ => Value::from(value.as_str()),
        },
        Some(value) => serde_json::from_str(value).unwrap_or(Value::Null),
        None => match first.base {
            "string" => Value::from("<string>"),
            "integer" | "number" => Value::from(123),
            "boolean" => Value::from(true),
            "object" => object(&field.children),
            "any" => Value::from("<any>"),
            _ => Value::Null,
        },
    };
    (0..first.lists).fold(inner, |inner, _| Value::Array(vec![inner]))
}

/// Writes the call of the generated method.
pub(super) fn rust(plan: &RustCrate, operation: &Operation) -> Option<String> {
    let items = plan.modules.iter().flat_map(|module| &module.items);
    let mut clients = items.filter_map(|item| if let RustItem::Client(client) = item { Some(client) } else { None });
    let is_it = |it: &&RustOperation| it.method == operation.method && it.path == operation.path;
    let found = clients.find_map(|client| client.operations.iter().find(is_it))?;
    let arguments = found.arguments.iter().map(|argument| match &argument.passing {
        Passing::Value(_) | Passing::Into(_) => argument.name.as_str().to_owned(),
        Passing::Reference(_) => format!("&{}", argument.name.as_str()),
        Passing::Optional(_) => format!("Some(&{})", argument.name.as_str()),
    });
    let arguments = arguments.collect::<Vec<_>>().join(", ");
    Some(format!("let answer = client.{}({arguments}).await?;", found.name.as_str()))
}
