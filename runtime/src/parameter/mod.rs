//! Turns the value of a parameter, as JSON, into its text in a path, a query, a header or a cookie.
//!
//! The rules are those of OpenAPI 3.0 ("Style Values", with the examples as 3.0.4 corrected them) and of RFC 6570,
//! which OpenAPI refers to. This module knows neither requests nor the types the values came from.

mod encode;
pub(crate) mod escape;
mod style;

pub(crate) use self::encode::{encode, encode_field};
pub use self::style::Style;

/// Where a parameter goes (OpenAPI 3.0.3, Parameter Object, `in`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Path,
    Query,
    Header,
    Cookie,
}

impl Place {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
            Self::Cookie => "cookie",
        }
    }
}
