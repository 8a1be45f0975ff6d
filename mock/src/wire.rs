//! A request as it came, and the small encodings of HTTP: percent codes, queries and cookies.
//!
//! Values stay as they were written until it is known which of their delimiters separate something.

use axum::http::{HeaderMap, Method, Uri};
use percent_encoding::percent_decode_str;

/// One request, whole.
pub(crate) struct Call {
    /// The method.
    pub(crate) method: Method,
    /// The path and the query.
    pub(crate) uri: Uri,
    /// The headers.
    pub(crate) headers: HeaderMap,
    /// The body.
    pub(crate) body: Vec<u8>,
}

impl Call {
    /// Returns the path with the query, as received.
    pub(crate) fn target(&self) -> &str {
        self.uri.path_and_query().map_or("/", |target| target.as_str())
    }

    /// Returns the parameters of the query: names decoded, values as they were written.
    pub(crate) fn query(&self) -> Vec<(String, &str)> {
        let pairs = self.uri.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty());
        pairs
            .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
            .filter_map(|(name, value)| Some((decode_query(name).ok()?, value)))
            .collect()
    }

    /// Returns the cookies, as they were written (RFC 6265, section 4.2).
    pub(crate) fn cookies(&self) -> Vec<(&str, &str)> {
        let lines = self.headers.get_all("cookie").iter().filter_map(|line| line.to_str().ok());
        let pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.split_once('='));
        pairs.map(|(name, value)| (name.trim(), value.trim())).collect()
    }

    /// Returns a header; several lines of one name are one list (RFC 9110, section 5.3).
    pub(crate) fn header(&self, name: &str) -> Option<String> {
        let lines: Vec<_> = self.headers.get_all(name).iter().map(|line| String::from_utf8_lossy(line.as_bytes())).collect();
        (!lines.is_empty()).then(|| lines.join(", "))
    }
}

/// Decodes percent codes; fails where they don't give UTF-8.
pub(crate) fn decode(text: &str) -> Result<String, String> {
    match percent_decode_str(text).decode_utf8() {
        Ok(text) => Ok(text.into_owned()),
        Err(_) => Err(format!("`{text}` is not UTF-8 in percent codes")),
    }
}

/// Decodes a part of a query, where a plus is a space too (URL Standard, `application/x-www-form-urlencoded`).
pub(crate) fn decode_query(text: &str) -> Result<String, String> {
    decode(&text.replace('+', "%20"))
}
