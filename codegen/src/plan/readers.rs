//! How answers are read: one type where all answers of a sort share it, else an enum by status.

use crate::ir::{Content, Operation, Response, StatusPattern};

use super::Cx;
use super::items::{code, docs_or};
use super::model::{Form, ReadFn, RustAnswer, RustAnswers, RustPath, RustReader, RustType};
use super::names::{RustIdent, Use, Wish, claim, identifier};

/// The answers of an operation that are read alike.
pub(super) enum Outcome<'a> {
    /// All of them are read the same way.
    One(RustReader),
    /// The status decides.
    Several(Vec<(&'a Response, RustReader)>),
}

/// Returns the answers of success: every 2xx, else `default`.
pub(super) fn successes<'a>(cx: &Cx<'_>, operation: &'a Operation) -> Outcome<'a> {
    let mut responses: Vec<_> = operation.responses.iter().filter(|response| is_success(response.status)).collect();
    if responses.is_empty() {
        responses = operation.responses.iter().filter(|response| response.status == StatusPattern::Default).collect();
    }
    outcome(responses.into_iter().map(|response| (response, reader(cx, response.content))).collect())
}

/// Returns the other answers. A documented status without a body is read as bytes: servers send one all the same.
pub(super) fn errors<'a>(cx: &Cx<'_>, operation: &'a Operation) -> Outcome<'a> {
    let responses = operation.responses.iter().filter(|response| !is_success(response.status));
    outcome(
        responses
            .map(|response| match response.content {
                Content::Empty => (response, bytes()),
                content => (response, reader(cx, content)),
            })
            .collect(),
    )
}

/// Returns the reader of whatever comes.
pub(super) fn bytes() -> RustReader {
    RustReader { ty: RustType::Bytes, read: ReadFn::Bytes }
}

fn outcome(answers: Vec<(&Response, RustReader)>) -> Outcome<'_> {
    match answers.as_slice() {
        [] => Outcome::One(bytes()),
        [(_, first), rest @ ..] if rest.iter().all(|(_, reader)| reader == first) => Outcome::One(first.clone()),
        _ => Outcome::Several(answers),
    }
}

fn is_success(status: StatusPattern) -> bool {
    matches!(status, StatusPattern::Code(200..=299) | StatusPattern::Range(2))
}

fn reader(cx: &Cx<'_>, content: Content) -> RustReader {
    match content {
        Content::Empty => RustReader { ty: RustType::Unit, read: ReadFn::Empty },
        Content::Json(ty) => RustReader { ty: cx.rust_type(ty, Form::Read), read: ReadFn::Json },
        Content::Text => RustReader { ty: RustType::String, read: ReadFn::Text },
        Content::Bytes | Content::Form(_) | Content::Parts => bytes(),
    }
}

/// Plans the enum of answers that the status decides between.
pub(super) fn plan_answers(
    cx: &mut Cx<'_>,
    operation: &Operation,
    path: RustPath,
    what: &str,
    answers: Vec<(&Response, RustReader)>,
) -> RustAnswers {
    let wishes: Vec<_> = answers
        .iter()
        .map(|(response, _)| Wish {
            name: status_name(response.status).into(),
            for_use: Use::Variant,
            chosen: None,
            origin: &response.origin,
        })
        .collect();
    let names = claim(&wishes, &["Undocumented"], &mut cx.diagnostics);
    let covers_all = answers.iter().any(|(response, _)| response.status == StatusPattern::Default);
    let variants = answers.into_iter().zip(names).map(|((response, reader), name)| RustAnswer {
        docs: docs_or(cx, &response.docs, || format!("{}.", status_text(response.status))),
        name,
        status: response.status,
        reader,
    });
    RustAnswers {
        docs: vec![format!("{what} of {}.", code(&format!("{} {}", operation.method, operation.path)))],
        path,
        variants: variants.collect(),
        other: (!covers_all).then(|| RustIdent::fixed("Undocumented")),
    }
}

fn status_text(status: StatusPattern) -> String {
    match status {
        StatusPattern::Code(code) => format!("Status {code}"),
        StatusPattern::Range(digit) => format!("Status {digit}XX"),
        StatusPattern::Default => "Any other status".to_owned(),
    }
}

/// Names a status by its reason phrase (RFC 9110, section 15, and the IANA registry of HTTP status codes).
fn status_name(status: StatusPattern) -> String {
    let known = match status {
        StatusPattern::Range(1) => "Informational",
        StatusPattern::Range(2) => "Success",
        StatusPattern::Range(3) => "Redirection",
        StatusPattern::Range(4) => "Client Error",
        StatusPattern::Range(5) => "Server Error",
        StatusPattern::Default => "Default",
        StatusPattern::Code(code) => match reason(code) {
            Some(reason) => reason,
            None => return format!("Status {code}"),
        },
        StatusPattern::Range(digit) => return format!("Status {digit} xx"),
    };
    known.to_owned()
}

fn reason(code: u16) -> Option<&'static str> {
    Some(match code {
        200 => "Ok",
        201 => "Created",
        202 => "Accepted",
        203 => "Non Authoritative Information",
        204 => "No Content",
        205 => "Reset Content",
        206 => "Partial Content",
        207 => "Multi Status",
        208 => "Already Reported",
        300 => "Multiple Choices",
        301 => "Moved Permanently",
        302 => "Found",
        303 => "See Other",
        304 => "Not Modified",
        307 => "Temporary Redirect",
        308 => "Permanent Redirect",
        400 => "Bad Request",
        401 => "Unauthorized",
        402 => "Payment Required",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        406 => "Not Acceptable",
        407 => "Proxy Authentication Required",
        408 => "Request Timeout",
        409 => "Conflict",
        410 => "Gone",
        411 => "Length Required",
        412 => "Precondition Failed",
        413 => "Content Too Large",
        414 => "Uri Too Long",
        415 => "Unsupported Media Type",
        416 => "Range Not Satisfiable",
        417 => "Expectation Failed",
        421 => "Misdirected Request",
        422 => "Unprocessable Content",
        423 => "Locked",
        424 => "Failed Dependency",
        425 => "Too Early",
        426 => "Upgrade Required",
        428 => "Precondition Required",
        429 => "Too Many Requests",
        431 => "Request Header Fields Too Large",
        451 => "Unavailable For Legal Reasons",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        505 => "Http Version Not Supported",
        506 => "Variant Also Negotiates",
        507 => "Insufficient Storage",
        508 => "Loop Detected",
        511 => "Network Authentication Required",
        _ => return None,
    })
}

/// Returns the name of the enum, before collisions.
pub(super) fn answers_name(operation: &Operation, what: &str) -> String {
    format!("{} {what}", identifier(&operation.name, Use::Type))
}
