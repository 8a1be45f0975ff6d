//! The part of the plan that calls: the client, its methods, and what they answer.

use crate::ir::{ParameterLocation, StatusPattern};
use crate::plan::names::RustIdent;

use super::{RustCheck, RustDocs, RustPath, RustType};

/// What an operation answers, where that depends on the status.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RustAnswers {
    /// Its doc comment.
    pub docs: RustDocs,
    /// Where it is.
    pub path: RustPath,
    /// The answers that are described, in order.
    pub variants: Vec<RustAnswer>,
    /// The variant that keeps every other answer; `None` where `default` is described.
    pub other: Option<RustIdent>,
}

/// One of several answers.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RustAnswer {
    /// Its doc comment.
    pub docs: RustDocs,
    /// Its name.
    pub name: RustIdent,
    /// Which statuses lead to it.
    pub status: StatusPattern,
    /// What it holds.
    pub reader: RustReader,
}

/// How an answer's body is read.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RustReader {
    /// What it gives.
    pub ty: RustType,
    /// What reads it.
    pub read: ReadFn,
}

/// What reads an answer's body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum ReadFn {
    /// The runtime's `read::empty`.
    Empty,
    /// The runtime's `read::json`.
    Json,
    /// The runtime's `read::text`.
    Text,
    /// The runtime's `read::bytes`.
    Bytes,
    /// The type's own `read`.
    Own,
}

/// The URL of a server.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RustServer {
    /// Its doc comment.
    pub docs: RustDocs,
    /// The name of the constant.
    pub name: RustIdent,
    /// The URL.
    pub url: String,
}

/// The client.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RustClient {
    /// Its doc comment.
    pub docs: RustDocs,
    /// Where it is.
    pub path: RustPath,
    /// The URL that is used unless the user names another.
    pub base_url: Option<String>,
    /// The security schemes.
    pub schemes: Vec<RustScheme>,
    /// The alternatives of schemes that operations need unless they say otherwise.
    pub security: Vec<Vec<String>>,
    /// Schemes with a method of their own at the builder: the runtime's trait and the scheme's name.
    pub credentials: Vec<(&'static str, String)>,
    /// The operations, in order.
    pub operations: Vec<RustOperation>,
}

/// A security scheme.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RustScheme {
    /// Its name in the description.
    pub name: String,
    /// What is sent.
    pub kind: SchemeKind,
}

/// What a security scheme sends.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum SchemeKind {
    /// A key in a parameter of this name.
    ApiKey(ParameterLocation, String),
    /// A bearer token.
    Bearer,
    /// A user name and a password.
    Basic,
}

/// A method of the client.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RustOperation {
    /// Its doc comment.
    pub docs: RustDocs,
    /// It should not be used.
    pub deprecated: bool,
    /// Its name.
    pub name: RustIdent,
    /// The HTTP method in capitals.
    pub method: String,
    /// The path template.
    pub path: String,
    /// The URL of its own server, where that is not the client's.
    pub server: Option<String>,
    /// Its arguments, in order.
    pub arguments: Vec<RustArgument>,
    /// What it sends as parameters, in order.
    pub sends: Vec<RustSend>,
    /// What it sends as the body.
    pub body: Option<RustBody>,
    /// The media type to ask for, where it is not JSON.
    pub accept: Option<String>,
    /// The alternatives of schemes that it needs, where they are not the client's.
    pub security: Option<Vec<Vec<String>>>,
    /// How an answer of success is read.
    pub success: RustReader,
    /// How another answer is read.
    pub error: RustReader,
}

/// An argument of a method.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RustArgument {
    /// Its name.
    pub name: RustIdent,
    /// How its value is taken.
    pub passing: Passing,
    /// What is checked of it before it is sent.
    pub checks: Vec<RustCheck>,
    /// Its name on the wire, which failed checks are reported under.
    pub wire_name: String,
}

/// How the value of an argument is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum Passing {
    /// By value.
    Value(RustType),
    /// By reference: `&str` for texts, a slice for lists.
    Reference(RustType),
    /// By reference, if at all.
    Optional(RustType),
    /// Whatever can be turned into it.
    Into(RustType),
}

/// A parameter that is sent.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RustSend {
    /// The runtime's method.
    pub call: &'static str,
    /// Its name on the wire.
    pub wire_name: String,
    /// The argument that has the value, or the one whose field has it.
    pub argument: RustIdent,
    /// The argument is a reference already.
    pub by_reference: bool,
    /// The field of the parameter struct.
    pub field: Option<RustIdent>,
    /// The field should not be used.
    pub deprecated: bool,
    /// The runtime's style, where it is not the location's default.
    pub style: Option<&'static str>,
    /// Reserved characters are sent as they are.
    pub reserved: bool,
}

/// What is sent as the body.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RustBody {
    /// The argument that has it.
    pub argument: RustIdent,
    /// The runtime's method.
    pub call: &'static str,
    /// The media type, where the method needs it.
    pub media_type: Option<String>,
    /// The fields of a form with a style of their own.
    pub fields: Vec<RustFormField>,
    /// It may be left out.
    pub optional: bool,
    /// What is checked of it before it is sent.
    pub checks: Vec<RustCheck>,
}

/// A field of a form that is not written as forms do by default.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RustFormField {
    /// Its name on the wire.
    pub wire_name: String,
    /// The runtime's style.
    pub style: &'static str,
    /// Reserved characters are sent as they are.
    pub reserved: bool,
}
