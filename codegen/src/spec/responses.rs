//! Request bodies and responses: their content and their headers.

use indexmap::IndexMap;
use openapiv3::{Encoding, Header, ReferenceOr, Responses, StatusCode};

use super::model::{MediaType, ParameterEncoding, ParameterStyle, RequestBody, Response, ResponseHeader, StatusPattern};
use super::parameters::query_style;
use super::references::{self, HEADER, REQUEST_BODY, RESPONSE};
use super::resolve::Resolver;
use crate::diagnostic::{Code, Diagnostic, Severity};
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
        let status = status.to_string();
        let map = self.description.later.as_ref().and_then(|later| later.at(&responses.pointer)?.as_object());
        let key = map.and_then(|map| map.keys().find(|key| key.eq_ignore_ascii_case(&status)));
        responses.child(key.unwrap_or(&status))
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
            headers: self.headers(&response.headers, &origin),
            content: self.content(&response.content, &origin),
            origin,
        })
    }

    /// Resolves the headers that stand under `holder`, without `Content-Type`, which is ignored there (OpenAPI 3.0.3, "Response Object").
    pub(super) fn headers(&mut self, headers: &'a IndexMap<String, ReferenceOr<Header>>, holder: &Origin) -> Vec<ResponseHeader> {
        let list = holder.child("headers");
        let mut resolved = Vec::new();
        for (name, node) in headers {
            let place = list.child(name);
            if name.eq_ignore_ascii_case("content-type") {
                let message = "a response header `Content-Type` is ignored: the keys of `content` say it";
                self.found.push(Diagnostic::new(Code::IgnoredParameter, place, message));
            } else if let Some((header, origin)) = self.follow(node, place, &HEADER, references::header_at) {
                resolved.push(self.header(name, header, origin));
            }
        }
        resolved
    }

    fn header(&mut self, name: &str, header: &'a Header, origin: Origin) -> ResponseHeader {
        let (schema, _) = self.schema_or_content(&header.format, &origin);
        ResponseHeader {
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
            schema: media_type.schema.as_ref().map(|node| self.schema(node, origin.child("schema"))),
            examples: self.examples(media_type.example.as_ref(), &media_type.examples, &origin),
            encodings: self.encodings(&media_type.encoding, &origin),
            origin,
        }
    }

    fn encodings(&self, encodings: &IndexMap<String, Encoding>, holder: &Origin) -> Vec<(String, ParameterEncoding)> {
        let list = holder.child("encoding");
        let said = encodings.iter().filter_map(|(name, encoding)| {
            let explodes = self.description.aside.explodes.contains(&list.child(name).pointer);
            Some((name.clone(), field_encoding(encoding, explodes)?))
        });
        said.collect()
    }
}

/// Tells how a field is written, if it is said. What says a style wins over a media type (OpenAPI 3.0.4, "Encoding Object"), and the
/// default of `explode` is true for `form` only.
fn field_encoding(encoding: &Encoding, says_explode: bool) -> Option<ParameterEncoding> {
    let Encoding { content_type, headers: _, style, explode, allow_reserved, extensions: _ } = encoding;
    if style.is_none() && !says_explode && !explode && !allow_reserved {
        return content_type.clone().map(ParameterEncoding::Content);
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
