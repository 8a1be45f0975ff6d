//! The only dependency of code that Bindery generates.
//!
//! Generated code is thin: models are plain structs and enums, and operations are methods that describe a
//! request. What does not vary from one description to the next stands here, once:
//!
//! * the **model layer**: macros that give plain types their `serde` implementations ([`object!`],
//!   [`newtype!`], [`string_enum!`], [`integer_enum!`], [`value_enum!`], [`tagged_union!`], [`untagged_union!`]), the
//!   three-state field [`Maybe`], constraints ([`Validate`], [`Checker`], [`Pattern`], [`Assertions`]) and [`formats`];
//! * the **HTTP layer**: clients, requests, responses, errors, retries and transports.
//!
//! ```
//! use bindery_runtime::Maybe;
//!
//! #[derive(Debug, PartialEq)]
//! struct Agent {
//!     id: String,
//!     description: Option<String>,
//!     cursor: Maybe<String>,
//! }
//!
//! bindery_runtime::object! {
//!     Agent;
//!     required id = "id";
//!     optional description = "description";
//!     nullable cursor = "cursor";
//! }
//!
//! let agent: Agent = serde_json::from_str(r#"{"id": "a1", "cursor": null}"#)?;
//! assert_eq!(agent, Agent { id: "a1".to_owned(), description: None, cursor: Maybe::Null });
//! assert_eq!(serde_json::to_string(&agent)?, r#"{"id":"a1","cursor":null}"#);
//! # Ok::<(), serde_json::Error>(())
//! ```
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::panic, clippy::print_stdout, clippy::print_stderr))]

mod model;

pub use model::{
    Assertions, Checker, Failure, Invalid, Maybe, Never, Numeric, Object, Pattern, UnknownValue, Validate, Value, formats,
    pointer_at, property_count, validate,
};

/// What the macros of this crate expand to; no part of the public interface.
#[doc(hidden)]
pub mod __private {
    pub use crate::client::method;
    pub use crate::model::private::*;
    pub use serde;
    pub use serde_json;
}

// HTTP layer
mod client;
mod error;
mod parameter;
pub mod read;
mod request;
mod response;
mod retry;
mod secret;
mod security;
mod transport;

pub use bytes::Bytes;
/// The types of requests and answers that a [`Transport`] carries.
pub use http;
pub use http::{HeaderMap, Method, StatusCode};

pub use client::{Api, ApiKeyAuth, BasicAuth, BearerAuth, BuildError, Client, ClientBuilder};
pub use error::{Error, StatusError, Unreadable};
pub use parameter::Style;
pub use read::{Read, ReadError};
pub use request::{Multipart, Request, RequestBuilder, Sending};
/// The default HTTP client, to make one for [`ClientBuilder::reqwest_client`].
#[cfg(feature = "reqwest")]
pub use reqwest;
pub use response::Response;
pub use retry::Retry;
pub use secret::Secret;
pub use security::{Credential, Location, Security, SecurityScheme};
#[cfg(feature = "reqwest")]
pub use transport::ReqwestTransport;
pub use transport::{Body, BoxFuture, Transport, TransportError};

/// Includes the client that the build script generated from the description of that name.
///
/// ```ignore
/// bindery_runtime::include_api!("ledger");
/// ```
#[macro_export]
macro_rules! include_api {
    ($name:literal) => {
        ::core::include!(::core::concat!(::core::env!("OUT_DIR"), "/", $name, ".rs"));
    };
}
