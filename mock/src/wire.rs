//! A request as it came.

use axum::http::{HeaderMap, Method, Uri};
pub(crate) use bindery_validator::wire::decode;

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

    /// Returns what parameters are read from. A header that is not UTF-8 is none.
    pub(crate) fn as_written(&self) -> bindery_validator::wire::Call<'_> {
        let headers =
            self.headers.iter().filter_map(|(name, value)| Some((name.as_str(), str::from_utf8(value.as_bytes()).ok()?)));
        bindery_validator::wire::Call { query: self.uri.query().unwrap_or_default(), headers: headers.collect() }
    }

    /// Returns a header; several lines of one name are one list.
    pub(crate) fn header(&self, name: &str) -> Option<String> {
        self.as_written().header(name)
    }
}
