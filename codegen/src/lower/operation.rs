//! Operations: their parameters, bodies and answers, each with the content that is sent and read.

use std::collections::BTreeSet;
use std::sync::Arc;

use foldhash::HashMap;

use crate::diagnostic::{Code, Diagnostic, Severity, nearest};
use crate::ir::{
    Body, Content, Docs, Operation, Parameter, ParameterEncoding, ParameterLocation, ParameterStyle, Part, Presence, Response,
};
use crate::source::Origin;
use crate::spec::{self, MediaType};

use super::schema::presence;
use super::{Cx, LowerOptions, lower_security, lower_server, merge, naming, shape};

/// Headers that are described by other parts of OpenAPI, and ignored as parameters (3.0.3, Parameter Object, `name`).
const IGNORED_HEADERS: [&str; 3] = ["accept", "authorization", "content-type"];

/// Headers that say how the message itself is sent (RFC 9110, section 8.6; RFC 9112, section 6).
const MESSAGE_HEADERS: [&str; 3] = ["connection", "content-length", "transfer-encoding"];

pub(super) fn lower_operations(cx: &mut Cx<'_>, options: &LowerOptions) -> Vec<Operation> {
    let document = cx.document;
    let wanted =
        |operation: &&spec::Operation| options.tags.is_empty() || operation.tags.iter().any(|tag| options.tags.contains(tag));
    let mut of_ids = HashMap::default();
    for operation in &document.operations {
        of_ids.entry(operation.operation_id.as_deref()).or_insert(operation);
    }
    let mut operations = Vec::new();
    for operation in document.operations.iter().filter(wanted) {
        report_repeated_id(cx, operation, of_ids[&operation.operation_id.as_deref()]);
        operations.push(lower_operation(cx, operation));
    }
    report_unused_tags(cx, options);
    operations
}

fn report_unused_tags(cx: &mut Cx<'_>, options: &LowerOptions) {
    let document = cx.document;
    let used: BTreeSet<&str> = document.operations.iter().flat_map(|operation| &operation.tags).map(String::as_str).collect();
    for tag in options.tags.iter().filter(|tag| !used.contains(tag.as_str())) {
        let finding = Diagnostic::new(
            Code::UnusedOption,
            document.origin.clone(),
            format!("only operations of the tag `{tag}` are wanted, and none has it"),
        );
        cx.diagnostics.push(match nearest(tag, used.iter().copied()) {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding,
        });
    }
}

/// Says that the id of an operation is also that of the first one that has it.
fn report_repeated_id(cx: &mut Cx<'_>, operation: &spec::Operation, first: &spec::Operation) {
    let Some(id) = &operation.operation_id else { return };
    if first.origin != operation.origin {
        let message = format!("the operationId `{id}` is also that of {} {}", first.method, first.path);
        cx.report(Code::DuplicateOperation, &operation.origin, message, "its method gets another name");
    }
}

fn lower_operation(cx: &mut Cx<'_>, operation: &spec::Operation) -> Operation {
    let name = match &operation.operation_id {
        Some(id) if !id.trim().is_empty() => id.clone(),
        _ => {
            let name = naming::operation_name(&operation.method, &operation.path);
            let message = format!("{} {} has no operationId", operation.method, operation.path);
            cx.report(Code::MissingOperationId, &operation.origin, message, format!("its name is made from `{name}`"));
            name
        }
    };
    report_callbacks(cx, operation);
    let parameters = operation.parameters.iter().filter_map(|parameter| lower_parameter(cx, &name, parameter)).collect();
    let body = operation.request_body.as_ref().and_then(|body| lower_body(cx, &name, body));
    let responses = operation.responses.iter().map(|response| lower_response(cx, &name, operation, response)).collect();
    Operation {
        origin: operation.origin.clone(),
        name,
        method: operation.method.clone(),
        path: operation.path.clone(),
        tags: operation.tags.clone(),
        docs: Docs {
            summary: operation.summary.clone(),
            description: operation.description.clone(),
            link: operation.external_docs.clone(),
            deprecated: operation.deprecated,
        },
        parameters,
        body,
        responses,
        security: operation.security.as_deref().map(lower_security),
        servers: operation.servers.iter().map(lower_server).collect(),
    }
}

fn report_callbacks(cx: &mut Cx<'_>, operation: &spec::Operation) {
    if !operation.callbacks.is_empty() {
        let message = format!("callbacks ({}) are not generated", operation.callbacks.join(", "));
        cx.report(Code::UnsupportedFeature, &operation.origin, message, "the schemas that they name as components are");
    }
}

fn lower_parameter(cx: &mut Cx<'_>, operation: &str, parameter: &spec::Parameter) -> Option<Parameter> {
    let name = &parameter.name;
    let header = if parameter.location == ParameterLocation::Header { name.to_ascii_lowercase() } else { String::new() };
    let ignored = IGNORED_HEADERS.contains(&header.as_str());
    if ignored || MESSAGE_HEADERS.contains(&header.as_str()) {
        let message = match ignored {
            true => format!("OpenAPI ignores a header parameter called `{name}`"),
            false => format!("the header `{name}` follows from the message"),
        };
        cx.report(Code::IgnoredParameter, &parameter.origin, message, "the client sets that header itself");
        return None;
    }
    let encoding = lower_encoding(cx, parameter)?;
    let owner = naming::component_name(&parameter.origin);
    let ty = cx.type_of(parameter.schema, || match owner {
        Some(component) => vec![component],
        None => vec![operation.into(), name.as_str().into()],
    });
    let schema = &cx.schemas[parameter.schema];
    Some(Parameter {
        origin: parameter.origin.clone(),
        wire_name: name.clone(),
        location: parameter.location,
        encoding,
        docs: Docs { description: parameter.description.clone(), deprecated: parameter.deprecated, ..Docs::default() },
        ty,
        presence: presence(parameter.required),
        default: schema.default.clone(),
    })
}

/// A parameter with `content` is JSON, or text where a text is all there is to it.
fn lower_encoding(cx: &mut Cx<'_>, parameter: &spec::Parameter) -> Option<ParameterEncoding> {
    let ParameterEncoding::Content(media_type) = &parameter.encoding else { return Some(parameter.encoding.clone()) };
    let flat = merge::flatten(cx, parameter.schema);
    let is_scalar = matches!(shape::classify(&flat), shape::Shape::Scalar(_) | shape::Shape::Enum);
    let is_range = media_type.contains('*');
    let encoding = match media_kind(media_type, true) {
        MediaKind::Json if !(is_range && is_scalar) => parameter.encoding.clone(),
        MediaKind::Json | MediaKind::Text if is_scalar => plain(parameter.location),
        _ => {
            let message = format!("the parameter `{}` is written as `{media_type}`", parameter.name);
            cx.report(Code::UnsupportedParameter, &parameter.origin, message, "it is left out where this is allowed");
            return None;
        }
    };
    if is_range {
        let message = format!("the parameter `{}` may be of any media type (`{media_type}`)", parameter.name);
        let help = if is_scalar { "its value is written as plain text" } else { "it is written as JSON" };
        let finding = Diagnostic::new(Code::UnsupportedParameter, parameter.origin.clone(), message).help(help);
        cx.diagnostics.push(Diagnostic { severity: Severity::Warning, ..finding });
    }
    Some(encoding)
}

/// Returns how a text alone is written.
fn plain(location: ParameterLocation) -> ParameterEncoding {
    let (style, explode) = match location {
        ParameterLocation::Path | ParameterLocation::Header => (ParameterStyle::Simple, false),
        ParameterLocation::Query | ParameterLocation::Cookie => (ParameterStyle::Form, true),
    };
    ParameterEncoding::Style { style, explode, allow_reserved: false }
}

/// What kind of text a media type is, as far as it decides how a body is written and read.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum MediaKind {
    Json,
    Form,
    Text,
    Bytes,
    Multipart,
    Xml,
}

fn media_kind(media_type: &str, has_schema: bool) -> MediaKind {
    let name = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let subtype = name.split_once('/').map_or("", |(_, subtype)| subtype);
    match name.as_str() {
        "application/x-www-form-urlencoded" => MediaKind::Form,
        "*/*" | "application/*" if has_schema => MediaKind::Json,
        _ if subtype == "json" || subtype.ends_with("+json") => MediaKind::Json,
        _ if subtype == "xml" || subtype.ends_with("+xml") => MediaKind::Xml,
        _ if name.starts_with("multipart/") => MediaKind::Multipart,
        _ if name.starts_with("text/") => MediaKind::Text,
        _ => MediaKind::Bytes,
    }
}

/// Returns the media type that is generated: JSON before forms before text before bytes, the first of each.
fn choose<'a>(cx: &mut Cx<'_>, content: &'a [MediaType]) -> Option<(MediaKind, &'a MediaType)> {
    let exact = |media: &MediaType| media.name != "application/json";
    let kind = |media: &'a MediaType| match media_kind(&media.name, media.schema.is_some()) {
        // A range leaves it to the schema.
        MediaKind::Json if media.name.contains('*') && is_binary(cx, media) => (MediaKind::Bytes, media),
        kind => (kind, media),
    };
    content.iter().map(kind).min_by_key(|(kind, media)| (*kind, exact(media)))
}

fn is_binary(cx: &mut Cx<'_>, media: &MediaType) -> bool {
    media.schema.is_some_and(|schema| merge::flatten(cx, schema).format.as_deref() == Some("binary"))
}

fn lower_body(cx: &mut Cx<'_>, operation: &str, body: &spec::RequestBody) -> Option<Body> {
    let owner = naming::component_name(&body.origin);
    let name = || vec![owner.clone().unwrap_or_else(|| operation.into()), "request".into()];
    let Some((kind, media)) = choose(cx, &body.content) else {
        cx.report(
            Code::UnsupportedBody,
            &body.origin,
            "the request body has no media type",
            "it is not sent; name one under `content`",
        );
        return None;
    };
    let content = match kind {
        MediaKind::Json => Content::Json(type_of_media(cx, media, name)),
        MediaKind::Form => Content::Form(type_of_media(cx, media, name)),
        MediaKind::Text => Content::Text,
        MediaKind::Bytes => Content::Bytes,
        MediaKind::Multipart => {
            report_untyped(cx, media, "the caller puts its parts together");
            Content::Parts
        }
        MediaKind::Xml => {
            report_untyped(cx, media, "the caller gives its text");
            Content::Text
        }
    };
    let parts = if content == Content::Parts { lower_parts(cx, media) } else { Vec::new() };
    let fields = if kind == MediaKind::Form { lower_fields(cx, media) } else { Vec::new() };
    report_other_media(cx, &body.content, media);
    Some(Body {
        origin: body.origin.clone(),
        docs: Docs { description: body.description.clone(), ..Docs::default() },
        presence: if body.required { Presence::Required } else { Presence::Optional },
        media_type: concrete(&media.name, content),
        content,
        parts,
        fields,
    })
}

/// Keeps of the encodings of a form those that differ from the default. A field of another media type than JSON or text can't be written.
fn lower_fields(cx: &mut Cx<'_>, media: &MediaType) -> Vec<(String, ParameterEncoding)> {
    let mut fields = Vec::new();
    for field in &media.encodings {
        let Some(encoding) = &field.written else { continue };
        let name = &field.name;
        let kind = match encoding {
            ParameterEncoding::Style { .. } if is_written_so_anyway(cx, media, name, encoding) => MediaKind::Text,
            ParameterEncoding::Style { .. } => MediaKind::Json,
            // Of several media types the first is taken; a range says nothing.
            ParameterEncoding::Content(types) => match types.split(',').next().unwrap_or_default().trim() {
                range if range.contains('*') => MediaKind::Text,
                media_type => media_kind(media_type, true),
            },
        };
        match kind {
            MediaKind::Json => fields.push((name.clone(), encoding.clone())),
            MediaKind::Text => {}
            MediaKind::Form | MediaKind::Bytes | MediaKind::Multipart | MediaKind::Xml => {
                let message = format!("the field `{name}` of the form is to be written in a media type that has no writer");
                let finding = Diagnostic::new(Code::UntypedBody, field.origin.clone(), message);
                cx.diagnostics.push(finding.help("it is written as text, and as JSON where it is an object"));
            }
        }
    }
    fields
}

fn report_untyped(cx: &mut Cx<'_>, media: &MediaType, instead: &str) {
    let message = format!("a request body of `{}` has no typed writer yet", media.name);
    cx.report(Code::UntypedBody, &media.origin, message, instead);
}

fn lower_parts(cx: &mut Cx<'_>, media: &MediaType) -> Vec<Part> {
    let Some(schema) = media.schema else { return Vec::new() };
    let schema = merge::flatten(cx, schema);
    let part = |name: &String| Part { wire_name: name.clone(), presence: presence(schema.required.contains(name)) };
    schema.properties.keys().map(part).collect()
}

/// Forms write scalars, and lists as repeated entries, as the style `form` does when it is exploded.
fn is_written_so_anyway(cx: &mut Cx<'_>, media: &MediaType, name: &str, encoding: &ParameterEncoding) -> bool {
    if *encoding != plain(ParameterLocation::Query) {
        return false;
    }
    let Some(schema) = media.schema else { return false };
    let Some(field) = merge::flatten(cx, schema).properties.get(name).copied() else { return false };
    let field = merge::flatten(cx, field);
    matches!(shape::classify(&field), shape::Shape::Scalar(_) | shape::Shape::Enum | shape::Shape::Array)
}

/// A range such as `*/*` can't be sent; what is in the body says what is.
fn concrete(media_type: &str, content: Content) -> String {
    let sent = match content {
        _ if !media_type.contains('*') => media_type,
        Content::Json(_) | Content::Empty => "application/json",
        Content::Form(_) => "application/x-www-form-urlencoded",
        Content::Text => "text/plain",
        Content::Bytes => "application/octet-stream",
        Content::Parts => "multipart/form-data",
    };
    sent.to_owned()
}

fn report_other_media(cx: &mut Cx<'_>, content: &[MediaType], chosen: &MediaType) {
    let others: Vec<_> = content.iter().filter(|media| media.name != chosen.name).map(|media| media.name.as_str()).collect();
    if !others.is_empty() {
        let message = format!("other media types ({}) are not generated", others.join(", "));
        cx.report(Code::UnsupportedFeature, &chosen.origin, message, format!("`{}` is", chosen.name));
    }
}

fn type_of_media(cx: &mut Cx<'_>, media: &MediaType, name: impl FnOnce() -> Vec<Arc<str>>) -> crate::ir::TypeId {
    match media.schema {
        Some(schema) => cx.type_of(schema, name),
        None => cx.any(media.origin.clone()),
    }
}

fn lower_response(cx: &mut Cx<'_>, name: &str, operation: &spec::Operation, response: &spec::Response) -> Response {
    let chosen = choose(cx, &response.content);
    let content = match chosen {
        None => Content::Empty,
        Some((MediaKind::Json, media)) => {
            let name = || response_name(name, operation, response);
            Content::Json(type_of_media(cx, media, name))
        }
        Some((MediaKind::Text, _)) => Content::Text,
        Some((MediaKind::Bytes, _)) => Content::Bytes,
        Some((MediaKind::Form | MediaKind::Multipart | MediaKind::Xml, media)) => {
            report_bytes(cx, &media.origin, &media.name);
            Content::Bytes
        }
    };
    if let Some((_, media)) = chosen {
        report_other_media(cx, &response.content, media);
    }
    Response {
        origin: response.origin.clone(),
        status: response.status,
        docs: Docs { description: Some(response.description.clone()), ..Docs::default() },
        media_type: chosen.map(|(_, media)| media.name.clone()),
        content,
        headers: response.headers.iter().map(|header| header.name.clone()).collect(),
    }
}

fn report_bytes(cx: &mut Cx<'_>, origin: &Origin, media_type: &str) {
    let message = format!("an answer of `{media_type}` has no reader yet");
    cx.report(Code::UnsupportedResponse, origin, message, "it is given as bytes");
}

/// An inline answer is called after the reusable response it stands in, else after the operation.
fn response_name(name: &str, operation: &spec::Operation, response: &spec::Response) -> Vec<Arc<str>> {
    if let Some(component) = naming::component_name(&response.origin) {
        return vec![component, "body".into()];
    }
    let success =
        |status: spec::StatusPattern| matches!(status, spec::StatusPattern::Code(200..=299) | spec::StatusPattern::Range(2));
    let successes = operation.responses.iter().filter(|other| success(other.status)).count();
    if success(response.status) && successes == 1 {
        return vec![name.into(), "response".into()];
    }
    vec![name.into(), naming::status_name(response.status).into(), "response".into()]
}
