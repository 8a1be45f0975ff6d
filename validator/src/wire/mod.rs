//! HTTP messages as OpenAPI describes them: which operation a request is for, and the values that its texts stand for.
//!
//! Values stay as they were written until it is known which of their delimiters separate something. Whether a value is valid is for
//! [`crate::schema`] to say.

pub mod body;
pub mod coerce;
mod deep;
mod form;
pub mod json;
pub mod media;
pub(crate) mod multipart;
pub mod parameter;
pub mod route;
pub mod security;
pub mod shape;

use percent_encoding::percent_decode_str;

/// What parameters are read from, but for the path.
#[derive(Clone, Debug, Default)]
pub struct Call<'a> {
    /// The query, without its question mark.
    pub query: &'a str,
    /// The headers.
    pub headers: Vec<(&'a str, &'a str)>,
}

impl<'a> Call<'a> {
    /// Returns the parameters of the query: names decoded, values as they were written.
    pub fn query(&self) -> Vec<(String, &'a str)> {
        let pairs = self.query.split('&').filter(|pair| !pair.is_empty());
        pairs
            .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
            .filter_map(|(name, value)| Some((decode_query(name).ok()?, value)))
            .collect()
    }

    /// Returns the cookies, as they were written (RFC 6265, section 4.2).
    pub fn cookies(&self) -> Vec<(&'a str, &'a str)> {
        let lines = self.headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case("cookie")).map(|(_, line)| *line);
        let pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.split_once('='));
        pairs.map(|(name, value)| (name.trim(), value.trim())).collect()
    }

    /// Returns a header; several lines of one name are one list (RFC 9110, section 5.3).
    pub fn header(&self, name: &str) -> Option<String> {
        let lines: Vec<_> =
            self.headers.iter().filter(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, line)| *line).collect();
        (!lines.is_empty()).then(|| lines.join(", "))
    }
}

/// Decodes percent codes; what is none stays as it is (URL Standard, "percent-decode").
///
/// # Errors
///
/// Fails where they don't give UTF-8.
pub fn decode(text: &str) -> Result<String, String> {
    match percent_decode_str(text).decode_utf8() {
        Ok(text) => Ok(text.into_owned()),
        Err(_) => Err(format!("`{text}` is not UTF-8 in percent codes")),
    }
}

/// Decodes a part of a query, where a plus is a space too (URL Standard, `application/x-www-form-urlencoded`).
///
/// # Errors
///
/// As [`decode`].
pub fn decode_query(text: &str) -> Result<String, String> {
    decode(&text.replace('+', "%20"))
}
