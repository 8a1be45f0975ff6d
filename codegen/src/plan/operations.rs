//! Operations: methods of the client, with their parameter structs and their enums of answers.

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{
    Body, Content, Operation, Parameter, ParameterEncoding, ParameterLocation, ParameterStyle, Part, Presence, StatusPattern,
};

use super::checks::checks_of;
use super::items::{append_paragraph, code, docs_or, said};
use super::model::{
    FieldRole, Form, Module, Passing, ReadFn, RustArgument, RustBody, RustDocs, RustField, RustFormField, RustItem,
    RustOperation, RustReader, RustSend, RustStruct, RustType,
};
use super::names::{RustIdent, Use, Wish, claim};
use super::readers::{self, Outcome};
use super::structs::{Methods, ValidDefault, default, default_accessor, notes, nullable_inner, setter, valid_default};
use super::{Cx, Named, Wanted, client};

/// Methods of the client that operations can't be called: its own, and a constructor and those of `Clone` and `Ord`, for which they
/// would be taken.
const CLIENT_METHODS: [&str; 4] = ["builder", "clone", "cmp", "new"];

/// Returns what operations need names for besides the types.
pub(super) fn wanted_items(cx: &Cx<'_>) -> Vec<Wanted> {
    let mut wanted = Vec::new();
    for (index, operation) in cx.api.operations.iter().enumerate() {
        let mut want = |named, what| {
            let name = readers::answers_name(operation, what);
            wanted.push(Wanted { named, name, addition: Some(what), origin: operation.origin.clone() });
        };
        if operation.parameters.iter().any(is_field) {
            want(Named::Parameters(index), "params");
        }
        if let Outcome::Several(_) = readers::successes(cx, operation) {
            want(Named::Success(index), "response");
        }
        if let Outcome::Several(_) = readers::errors(cx, operation) {
            want(Named::Error(index), "error");
        }
    }
    wanted
}

/// Tells whether a parameter is a field of the parameter struct: neither in the path, nor given per call at the request.
fn is_field(parameter: &Parameter) -> bool {
    parameter.location != ParameterLocation::Path && !is_idempotency_key(parameter)
}

/// The key is given where the call is made: `request.idempotency_key("…")`.
fn is_idempotency_key(parameter: &Parameter) -> bool {
    parameter.location == ParameterLocation::Header
        && parameter.presence == Presence::Optional
        && parameter.wire_name.eq_ignore_ascii_case("Idempotency-Key")
}

/// Plans the client and all that its methods need.
pub(super) fn plan_operations(cx: &mut Cx<'_>) -> Vec<(Module, RustItem)> {
    let api = cx.api;
    let mut items = client::plan_servers(cx);
    let names = method_names(cx);
    let mut methods = Vec::new();
    for ((index, operation), name) in api.operations.iter().enumerate().zip(names) {
        let parameters = plan_parameters(cx, index, operation);
        let success = plan_outcome(cx, operation, readers::successes(cx, operation), Answers::Success(index), &mut items);
        let error = plan_outcome(cx, operation, readers::errors(cx, operation), Answers::Error(index), &mut items);
        report_no_success(cx, operation);
        methods.push(plan_method(cx, operation, name, parameters.as_ref(), (success, error)));
        let module = Module::of_operations(cx.options.layout);
        items.extend(parameters.map(|parameters| (module, RustItem::Struct(parameters))));
    }
    let client = RustItem::Client(client::plan_client(cx, methods));
    items.insert(0, (Module::Root, client));
    items
}

fn method_names(cx: &mut Cx<'_>) -> Vec<RustIdent> {
    let wishes: Vec<_> = cx
        .api
        .operations
        .iter()
        .map(|operation| Wish {
            name: operation.name.as_str().into(),
            for_use: Use::Method,
            chosen: cx.chosen(Some(&operation.name), &operation.origin),
            origin: &operation.origin,
        })
        .collect();
    claim(&wishes, &CLIENT_METHODS, &mut cx.diagnostics)
}

fn report_no_success(cx: &mut Cx<'_>, operation: &Operation) {
    let documented = operation.responses.iter().any(|response| {
        matches!(response.status, StatusPattern::Code(200..=299) | StatusPattern::Range(2) | StatusPattern::Default)
    });
    if !documented {
        let message = format!("{} {} documents no success", operation.method, operation.path);
        let finding = Diagnostic::new(Code::NoSuccess, operation.origin.clone(), message);
        cx.diagnostics.push(finding.help("the answer's bytes are given"));
    }
}

/// Which of an operation's answers an enum is for.
#[derive(Clone, Copy)]
enum Answers {
    Success(usize),
    Error(usize),
}

fn plan_outcome(
    cx: &mut Cx<'_>,
    operation: &Operation,
    outcome: Outcome<'_>,
    which: Answers,
    items: &mut Vec<(Module, RustItem)>,
) -> RustReader {
    let answers = match outcome {
        Outcome::One(reader) => return reader,
        Outcome::Several(answers) => answers,
    };
    let (path, what) = match which {
        Answers::Success(index) => (cx.own.successes[&index].clone(), "The answers of success"),
        Answers::Error(index) => (cx.own.errors[&index].clone(), "The answers other than success"),
    };
    let answers = readers::plan_answers(cx, operation, path.clone(), what, answers);
    items.push((path.module, RustItem::Answers(answers)));
    RustReader { ty: RustType::Named(path), read: ReadFn::Own }
}

fn plan_parameters(cx: &mut Cx<'_>, index: usize, operation: &Operation) -> Option<RustStruct> {
    let path = cx.own.parameters.get(&index)?.clone();
    let parameters: Vec<_> = operation.parameters.iter().filter(|parameter| is_field(parameter)).collect();
    let wishes: Vec<_> = parameters
        .iter()
        .map(|parameter| Wish {
            name: parameter.wire_name.as_str().into(),
            for_use: Use::Field,
            chosen: cx.chosen(None, &parameter.origin),
            origin: &parameter.origin,
        })
        .collect();
    let names = claim(&wishes, &[], &mut cx.diagnostics);
    let mut methods = Methods::new(&names);
    let mut fields = Vec::new();
    for (parameter, name) in parameters.into_iter().zip(&names) {
        fields.push(plan_parameter(cx, parameter, name.clone(), &mut methods));
    }
    Some(RustStruct {
        docs: vec![format!("Parameters of {}.", code(&format!("{} {}", operation.method, operation.path)))],
        deprecated: false,
        path,
        derives: Vec::new(),
        default: default(&fields),
        checked: fields.iter().any(|field| !field.checks.is_empty()),
        fields,
        codec: None,
        checks: Vec::new(),
    })
}

fn plan_parameter(cx: &mut Cx<'_>, parameter: &Parameter, name: RustIdent, methods: &mut Methods<'_>) -> RustField {
    // Null has no spelling outside JSON, so a parameter that may be null is one that may be left out.
    let held = nullable_inner(cx, parameter.ty).unwrap_or(parameter.ty);
    let ty = cx.rust_type(held, Form::Sent);
    let role = match parameter.presence {
        Presence::Required => FieldRole::Required,
        Presence::Optional => FieldRole::Optional,
    };
    let checks = checks_of(cx, held);
    let default = valid_default(cx, parameter.default.as_ref(), (held, &ty), &parameter.origin);
    RustField {
        docs: parameter_docs(cx, parameter, default.as_ref(), &checks),
        deprecated: parameter.docs.deprecated,
        setter: setter(&role, &name, methods),
        default: default_accessor(default, &role, &name, methods),
        checks,
        wire_name: parameter.wire_name.clone(),
        name,
        ty,
        role,
        holds_null: false,
    }
}

fn parameter_docs(cx: &Cx<'_>, parameter: &Parameter, default: Option<&ValidDefault>, checks: &[super::RustCheck]) -> RustDocs {
    let mut docs = docs_or(cx, &parameter.docs, || format!("{}.", code(&parameter.wire_name)));
    append_paragraph(&mut docs, notes(cx, default, checks));
    docs
}

fn plan_method(
    cx: &mut Cx<'_>,
    operation: &Operation,
    name: RustIdent,
    parameters: Option<&RustStruct>,
    (success, error): (RustReader, RustReader),
) -> RustOperation {
    let mut arguments = Vec::new();
    let mut sends = Vec::new();
    for (parameter, name) in path_parameters(cx, operation) {
        let argument = path_argument(cx, parameter, name);
        sends.push(send(parameter, &argument, None));
        arguments.push(argument);
    }
    let body = operation.body.as_ref().map(|body| plan_body(cx, body, &mut arguments));
    if let Some(parameters) = parameters {
        let argument = parameters_argument(parameters);
        let fields = operation.parameters.iter().filter(|parameter| is_field(parameter)).zip(&parameters.fields);
        sends.extend(fields.map(|(parameter, field)| send(parameter, &argument, Some(field.name.clone()))));
        arguments.push(argument);
    }
    let server = client::own_server(cx, operation);
    RustOperation {
        docs: operation_docs(cx, operation, server.as_deref()),
        deprecated: operation.docs.deprecated,
        name,
        method: operation.method.clone(),
        path: operation.path.clone(),
        server,
        arguments,
        sends,
        body,
        accept: accept(operation),
        security: operation.security.clone().filter(|security| *security != cx.api.security),
        success,
        error,
    }
}

/// Returns the path's parameters in the order of the template, with the names of their arguments.
fn path_parameters<'a>(cx: &mut Cx<'_>, operation: &'a Operation) -> Vec<(&'a Parameter, RustIdent)> {
    let is_path = |parameter: &&Parameter| parameter.location == ParameterLocation::Path;
    let mut parameters: Vec<_> = operation.parameters.iter().filter(is_path).collect();
    parameters.sort_by_cached_key(|parameter| operation.path.find(&format!("{{{}}}", parameter.wire_name)));
    let wishes: Vec<_> = parameters
        .iter()
        .map(|parameter| Wish {
            name: parameter.wire_name.as_str().into(),
            for_use: Use::Argument,
            chosen: cx.chosen(None, &parameter.origin),
            origin: &parameter.origin,
        })
        .collect();
    // The other arguments, and what checks are reported to.
    let names = claim(&wishes, &["at", "body", "params"], &mut cx.diagnostics);
    parameters.into_iter().zip(names).collect()
}

fn path_argument(cx: &Cx<'_>, parameter: &Parameter, name: RustIdent) -> RustArgument {
    let held = nullable_inner(cx, parameter.ty).unwrap_or(parameter.ty);
    let ty = cx.rust_type(held, Form::Sent);
    RustArgument {
        name,
        passing: if ty.is_copy() { Passing::Value(ty) } else { Passing::Reference(ty) },
        checks: checks_of(cx, held),
        wire_name: parameter.wire_name.clone(),
    }
}

fn parameters_argument(parameters: &RustStruct) -> RustArgument {
    RustArgument {
        name: RustIdent::fixed("params"),
        passing: Passing::Reference(RustType::Named(parameters.path.clone())),
        checks: if parameters.checked { vec![super::RustCheck::Nested] } else { Vec::new() },
        wire_name: String::new(),
    }
}

fn plan_body(cx: &mut Cx<'_>, body: &Body, arguments: &mut Vec<RustArgument>) -> RustBody {
    let json = body.media_type == "application/json";
    let (ty, call, media_type, checks) = match body.content {
        Content::Json(ty) if json => (cx.rust_type(ty, Form::Sent), "json", None, checks_of(cx, ty)),
        Content::Json(ty) => (cx.rust_type(ty, Form::Sent), "json_as", Some(body.media_type.clone()), checks_of(cx, ty)),
        Content::Form(ty) if body.fields.is_empty() => (cx.rust_type(ty, Form::Sent), "form", None, checks_of(cx, ty)),
        Content::Form(ty) => (cx.rust_type(ty, Form::Sent), "form_as", None, checks_of(cx, ty)),
        Content::Text => (RustType::String, "text", Some(body.media_type.clone()), Vec::new()),
        Content::Parts => (RustType::Parts, "multipart", Some(body.media_type.clone()), Vec::new()),
        Content::Bytes | Content::Empty => (RustType::Bytes, "bytes", Some(body.media_type.clone()), Vec::new()),
    };
    let optional = body.presence == Presence::Optional;
    let name = RustIdent::fixed("body");
    let passing = match (body.content, optional) {
        (Content::Json(_) | Content::Form(_), true) => Passing::Optional(ty),
        (Content::Json(_) | Content::Form(_), false) => Passing::Reference(ty),
        (_, true) => Passing::Value(RustType::Option(Box::new(ty))),
        (Content::Parts, false) => Passing::Value(ty),
        (Content::Text | Content::Bytes | Content::Empty, false) => Passing::Into(ty),
    };
    arguments.push(RustArgument { name: name.clone(), passing, checks: Vec::new(), wire_name: String::new() });
    RustBody { argument: name, call, media_type, fields: body.fields.iter().map(form_field).collect(), optional, checks }
}

fn form_field((wire_name, encoding): &(String, ParameterEncoding)) -> RustFormField {
    let (style, reserved) = match encoding {
        ParameterEncoding::Content(_) => ("JSON", false),
        ParameterEncoding::Style { style, explode, allow_reserved } => {
            (style_name(ParameterLocation::Query, *style, *explode).unwrap_or("FORM_EXPLODE"), *allow_reserved)
        }
    };
    RustFormField { wire_name: wire_name.clone(), style, reserved }
}

fn send(parameter: &Parameter, argument: &RustArgument, field: Option<RustIdent>) -> RustSend {
    let (style, reserved) = match &parameter.encoding {
        ParameterEncoding::Content(_) => (Some("JSON"), false),
        ParameterEncoding::Style { style, explode, allow_reserved } => {
            (style_name(parameter.location, *style, *explode), *allow_reserved)
        }
    };
    RustSend {
        call: call(parameter.location),
        wire_name: parameter.wire_name.clone(),
        argument: argument.name.clone(),
        by_reference: matches!(argument.passing, Passing::Reference(_)),
        deprecated: parameter.docs.deprecated && field.is_some(),
        field,
        style,
        reserved,
    }
}

fn call(location: ParameterLocation) -> &'static str {
    match location {
        ParameterLocation::Path => "path",
        ParameterLocation::Query => "query",
        ParameterLocation::Header => "header",
        ParameterLocation::Cookie => "cookie",
    }
}

/// Returns the runtime's style, unless it is the one that parameters of the location have anyway (OpenAPI 3.0.3, `style`).
fn style_name(location: ParameterLocation, style: ParameterStyle, explode: bool) -> Option<&'static str> {
    use ParameterLocation::{Cookie, Header, Path, Query};
    use ParameterStyle::{DeepObject, Form, Label, Matrix, PipeDelimited, Simple, SpaceDelimited};
    match (location, style, explode) {
        (Path | Header, Simple, false) | (Query | Cookie, Form, true) => None,
        (_, Simple, false) => Some("SIMPLE"),
        (_, Simple, true) => Some("SIMPLE_EXPLODE"),
        (_, Label, false) => Some("LABEL"),
        (_, Label, true) => Some("LABEL_EXPLODE"),
        (_, Matrix, false) => Some("MATRIX"),
        (_, Matrix, true) => Some("MATRIX_EXPLODE"),
        (_, Form, false) => Some("FORM"),
        (_, Form, true) => Some("FORM_EXPLODE"),
        (_, SpaceDelimited, false) => Some("SPACE_DELIMITED"),
        (_, SpaceDelimited, true) => Some("SPACE_DELIMITED_EXPLODE"),
        (_, PipeDelimited, false) => Some("PIPE_DELIMITED"),
        (_, PipeDelimited, true) => Some("PIPE_DELIMITED_EXPLODE"),
        (_, DeepObject, _) => Some("DEEP_OBJECT"),
    }
}

/// Returns the media type to ask for, where success is not JSON.
fn accept(operation: &Operation) -> Option<String> {
    let success = |status| matches!(status, StatusPattern::Code(200..=299) | StatusPattern::Range(2));
    let mut answers = operation.responses.iter().filter(|response| success(response.status));
    let first = answers.find(|response| response.media_type.is_some())?;
    match first.content {
        Content::Text | Content::Bytes => first.media_type.clone(),
        Content::Json(_) => first.media_type.clone().filter(|name| name != "application/json" && !name.contains('*')),
        Content::Empty | Content::Form(_) | Content::Parts => None,
    }
}

fn operation_docs(cx: &Cx<'_>, operation: &Operation, server: Option<&str>) -> RustDocs {
    let call = code(&format!("{} {}", operation.method, operation.path));
    let mut docs = said(cx, &operation.docs);
    let mut facts = vec![format!("{call}.")];
    if operation.parameters.iter().any(is_idempotency_key) {
        facts.push("Takes an idempotency key.".to_owned());
    }
    let parts = operation.body.iter().flat_map(|body| &body.parts).map(part_docs);
    let parts: Vec<_> = parts.collect();
    if !parts.is_empty() {
        facts.push(format!("Parts of the body: {}.", parts.join(", ")));
    }
    if let Some(server) = server {
        facts.push(format!("Sent to {} unless the client is built with a base URL.", code(server)));
        let others: Vec<_> = operation.servers.iter().skip(1).map(|server| code(&server.url)).collect();
        if !others.is_empty() {
            facts.push(format!("Also served at {}.", others.join(", ")));
        }
    }
    let headers = answer_headers(operation);
    if !headers.is_empty() {
        facts.push(format!("Headers of answers: {}.", headers.join(", ")));
    }
    append_paragraph(&mut docs, cx.doc_lines(&facts.join(" ")));
    docs
}

fn part_docs(part: &Part) -> String {
    match part.presence {
        Presence::Required => format!("{} (required)", code(&part.wire_name)),
        Presence::Optional => code(&part.wire_name),
    }
}

fn answer_headers(operation: &Operation) -> Vec<String> {
    let mut headers: Vec<String> = Vec::new();
    for header in operation.responses.iter().flat_map(|response| &response.headers) {
        let header = format!("`{header}`");
        if !headers.contains(&header) {
            headers.push(header);
        }
    }
    headers
}
