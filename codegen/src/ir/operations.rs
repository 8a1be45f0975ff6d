//! Operations: what is sent, and what is answered.

use serde_json::Value;

use crate::source::Origin;

use super::{Docs, ParameterEncoding, ParameterLocation, Presence, Security, Server, StatusPattern, TypeId};

/// A call that the API answers.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Operation {
    /// Where it is described.
    pub origin: Origin,
    /// Its name; made from method and path where the description gives none.
    pub name: String,
    /// The HTTP method in capitals.
    pub method: String,
    /// The path template.
    pub path: String,
    /// The groups it is in.
    pub tags: Vec<String>,
    /// What is said about it.
    pub docs: Docs,
    /// What it takes besides the body, in order.
    pub parameters: Vec<Parameter>,
    /// What is sent.
    pub body: Option<Body>,
    /// What is answered, in order.
    pub responses: Vec<Response>,
    /// What it needs instead of the API's own security.
    pub security: Option<Security>,
    /// Where it is served, if that is not where the API is, the first one by default.
    pub servers: Vec<Server>,
}

/// What an operation takes besides the body.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Parameter {
    /// Where it is described.
    pub origin: Origin,
    /// Its name on the wire.
    pub wire_name: String,
    /// Where it is sent.
    pub location: ParameterLocation,
    /// How it is written.
    pub encoding: ParameterEncoding,
    /// What is said about it.
    pub docs: Docs,
    /// What it holds.
    pub ty: TypeId,
    /// Whether it is always sent.
    pub presence: Presence,
    /// What the server assumes when it is absent.
    pub default: Option<Value>,
}

/// What is sent as the body of a request.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Body {
    /// Where it is described.
    pub origin: Origin,
    /// What is said about it.
    pub docs: Docs,
    /// Whether it is always sent.
    pub presence: Presence,
    /// The media type to send.
    pub media_type: String,
    /// What it holds.
    pub content: Content,
    /// The parts of [`Content::Parts`], as far as they are described.
    pub parts: Vec<Part>,
    /// How fields of [`Content::Form`] are written that are not written as forms do by default, by their wire names.
    pub fields: Vec<(String, ParameterEncoding)>,
}

/// A part of a body.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Part {
    /// Its name on the wire.
    pub wire_name: String,
    /// Whether it is always sent.
    pub presence: Presence,
}

/// What a body holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum Content {
    /// Nothing.
    Empty,
    /// A value as JSON.
    Json(TypeId),
    /// An object as a form (`application/x-www-form-urlencoded`).
    Form(TypeId),
    /// Text.
    Text,
    /// Bytes.
    Bytes,
    /// Parts (`multipart/form-data`).
    Parts,
}

/// What is answered.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Response {
    /// Where it is described.
    pub origin: Origin,
    /// Which statuses it is for.
    pub status: StatusPattern,
    /// What is said about it.
    pub docs: Docs,
    /// The media type that is asked for.
    pub media_type: Option<String>,
    /// What its body holds.
    pub content: Content,
    /// The names of its headers, in order.
    pub headers: Vec<String>,
}
