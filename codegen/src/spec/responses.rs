//! Request bodies and responses: their content and their headers.

use indexmap::IndexMap;
use openapiv3::{ReferenceOr, Responses, StatusCode};

use super::model::{Encoding, Header, MediaType, ParameterEncoding, ParameterStyle, RequestBody, Response, StatusPattern};
use super::parameters::query_style;
use super::references::{self, HEADER, REQUEST_BODY, RESPONSE};
use super::resolve::Resolver;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::parse::tree::Tree;
use crate::source::Origin;

impl<'a> Resolver<'a> {
    /// Resolves the request body of an operation.
    pub(super) fn request_body(
        &mut self,
        node: Option<&'a ReferenceOr<openapiv3::RequestBody>>,
        origin: Origin,
    ) -> Option<RequestBody> {
        let (body, origin) = self.follow(node?, origin, &REQUEST_BODY, references::request_body_at)?;
        Some(RequestBody {
            description: body.description.clone(),
            required: body.required,
            content: self.content(&body.content, &origin),
            origin,
        })
    }

    /// Resolves the responses of an operation, `default` last.
    pub(super) fn responses(&mut self, responses: &'a Responses, origin: &Origin) -> Vec<Response> {
        let mut resolved = Vec::new();
        for (status, node) in &responses.responses {
            if let Some(pattern) = status_pattern(status) {
                let place = self.status_place(status, origin);
                resolved.extend(self.response(pattern, node, place));
            }
        }
        if let Some(node) = &responses.default {
            resolved.extend(self.response(StatusPattern::Default, node, origin.child("default")));
        }
        resolved
    }

    /// Returns where a status stands. `openapiv3` has made `2xx` of the text a `2XX`.
    fn status_place(&self, status: &StatusCode, responses: &Origin) -> Origin {
        let text = status.to_string();
        let map = match status {
            StatusCode::Code(_) => None,
            StatusCode::Range(_) => self.description.at(&responses.pointer).and_then(Tree::as_map),
        };
        let key = map.and_then(|map| map.keys().find(|key| key.eq_ignore_ascii_case(&text)));
        responses.child(key.unwrap_or(&text))
    }

    fn response(&mut self, status: StatusPattern, node: &'a ReferenceOr<openapiv3::Response>, place: Origin) -> Option<Response> {
        let (response, origin) = self.follow(node, place, &RESPONSE, references::response_at)?;
        if !response.links.is_empty() {
            let message = "the links of this response are not generated";
            let found = Diagnostic::new(Code::UnsupportedFeature, origin.child("links"), message);
            self.found.push(Diagnostic { severity: Severity::Note, ..found });
        }
        Some(Response {
            status,
            description: response.description.clone(),
            headers: self.response_headers(response, &origin),
            content: self.content(&response.content, &origin),
            origin,
        })
    }

    /// Resolves the headers of a response.
    pub(super) fn response_headers(&mut self, response: &'a openapiv3::Response, origin: &Origin) -> Vec<Header> {
        let ignored = "a response header `Content-Type` is ignored: the keys of `content` say it";
        self.headers(&response.headers, origin, ignored)
    }

    /// Resolves the headers that stand under `holder`, without `Content-Type`, which is ignored there (OpenAPI 3.0.3, "Response Object" and
    /// "Encoding Object").
    fn headers(
        &mut self,
        headers: &'a IndexMap<String, ReferenceOr<openapiv3::Header>>,
        holder: &Origin,
        ignored: &str,
    ) -> Vec<Header> {
        let list = holder.child("headers");
        let mut resolved = Vec::new();
        for (name, node) in headers {
            let place = list.child(name);
            if name.eq_ignore_ascii_case("content-type") {
                self.found.push(Diagnostic::new(Code::IgnoredParameter, place, ignored));
            } else if let Some((header, origin)) = self.follow(node, place, &HEADER, references::header_at) {
                resolved.push(self.header(name, header, origin));
            }
        }
        resolved
    }

    fn header(&mut self, name: &str, header: &'a openapiv3::Header, origin: Origin) -> Header {
        let (schema, _) = self.schema_or_content(&header.format, &origin);
        Header {
            origin,
            name: name.to_owned(),
            description: header.description.clone(),
            required: header.required,
            deprecated: header.deprecated.unwrap_or_default(),
            schema,
        }
    }

    /// Resolves the media types that stand under `holder`.
    pub(super) fn content(&mut self, content: &'a IndexMap<String, openapiv3::MediaType>, holder: &Origin) -> Vec<MediaType> {
        let list = holder.child("content");
        content.iter().map(|(name, media_type)| self.media_type(name, media_type, list.child(name))).collect()
    }

    fn media_type(&mut self, name: &str, media_type: &'a openapiv3::MediaType, origin: Origin) -> MediaType {
        MediaType {
            name: name.to_owned(),
            schema: media_type.schema.as_ref().map(|_| self.schema_at(origin.child("schema"))),
            examples: self.examples(media_type.example.as_ref(), &media_type.examples, &origin),
            encodings: self.encodings(name, &media_type.encoding, &origin),
            origin,
        }
    }

    fn encodings(
        &mut self,
        media_type: &str,
        encodings: &'a IndexMap<String, openapiv3::Encoding>,
        holder: &Origin,
    ) -> Vec<Encoding> {
        let list = holder.child("encoding");
        let media_type = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        let is_multipart = media_type.starts_with("multipart/");
        // Since 3.1 the parts of a form have styles too (OpenAPI 3.0.4 and 3.1.1, "Encoding Object").
        let has_styles = !is_multipart || self.description.is_later() && media_type == "multipart/form-data";
        let mut resolved = Vec::new();
        for (name, encoding) in encodings {
            let origin = list.child(name);
            let says_explode = self.description.at(&origin.pointer).is_some_and(|encoding| encoding.get("explode").is_some());
            let style = has_styles.then(|| field_style(encoding, says_explode)).flatten();
            let written = style.or_else(|| encoding.content_type.clone().map(ParameterEncoding::Content));
            let ignored = "a header `Content-Type` of a part is ignored: `contentType` says it";
            // Only parts have headers.
            let headers = if is_multipart { self.headers(&encoding.headers, &origin, ignored) } else { Vec::new() };
            resolved.push(Encoding { name: name.clone(), written, headers, origin });
        }
        resolved
    }
}

/// Returns the style of a field, if one is said: it wins over a media type then (OpenAPI 3.0.4, "Encoding Object"). The default of
/// `explode` is true for `form` only.
fn field_style(encoding: &openapiv3::Encoding, says_explode: bool) -> Option<ParameterEncoding> {
    let openapiv3::Encoding { content_type: _, headers: _, style, explode, allow_reserved, extensions: _ } = encoding;
    if style.is_none() && !says_explode && !explode && !allow_reserved {
        return None;
    }
    let style = style.as_ref().map_or(ParameterStyle::Form, query_style);
    let explode = if says_explode { *explode } else { *explode || style == ParameterStyle::Form };
    Some(ParameterEncoding::Style { style, explode, allow_reserved: *allow_reserved })
}

/// Reads a status; parse has reported those that are none.
fn status_pattern(status: &StatusCode) -> Option<StatusPattern> {
    match status {
        StatusCode::Code(code) => Some(StatusPattern::Code(*code)),
        StatusCode::Range(digit) => u8::try_from(*digit).ok().map(StatusPattern::Range),
    }
}
