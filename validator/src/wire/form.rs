//! Fields of forms -> one value: an object by the schema of the form.
//!
//! A field is written by the default of its schema, or as its `encoding` says (OpenAPI 3.0.4, "Encoding Object"): an object is JSON, a list
//! is a field for each item, everything else is text. A part of `multipart/form-data` can say of itself what it is.

use std::borrow::Cow;

use bindery::spec::{Document, MediaType, Parameter, ParameterEncoding, ParameterLocation, SchemaId};
use indexmap::IndexMap;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};
use serde_json::{Map, Value};

use super::body::{Body, Part, octets};
use super::{Call, coerce, decode_query, media, parameter, shape};

/// A field of a form, or a part of a body of several.
pub(super) struct Field<'b> {
    pub(super) name: String,
    /// What it says of itself.
    pub(super) media_type: Option<String>,
    pub(super) content: Cow<'b, [u8]>,
}

/// What is written in percent codes so that it reads as it is. A comma separates items also where nothing is in percent codes.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b',');

/// A form and its schema.
pub(super) struct Form<'a> {
    pub(super) document: &'a Document,
    pub(super) media_type: &'a MediaType,
    pub(super) schema: SchemaId,
}

impl Form<'_> {
    /// Reads `application/x-www-form-urlencoded` (URL Standard).
    pub(super) fn read_query(&self, text: &str) -> Result<Body, String> {
        let styled: Vec<Parameter> = self.styled().collect();
        let call = Call { query: text, headers: Vec::new() };
        let mut fields = Vec::new();
        for (name, text) in call.query() {
            if !self.has_style(&styled, &name) {
                let content = Cow::Owned(decode_query(text)?.into_bytes());
                fields.push(Field { name, media_type: None, content });
            }
        }
        self.read(fields, &styled, text).map(|value| Body { value, parts: Vec::new(), repeated: Vec::new() })
    }

    /// Reads `multipart/form-data`. A part whose field has a style is a parameter of a query, but nothing in it is in percent codes.
    pub(super) fn read_parts(&self, read: Vec<(Part, Field<'_>)>) -> Result<Body, String> {
        let styled: Vec<Parameter> = self.styled().collect();
        let (parts, fields): (Vec<_>, Vec<_>) = read.into_iter().unzip();
        let (styled_fields, fields): (Vec<_>, _) = fields.into_iter().partition(|field| self.has_style(&styled, &field.name));
        let pairs = styled_fields
            .iter()
            .map(|it| format!("{}={}", percent_encode(it.name.as_bytes(), PLAIN), percent_encode(&it.content, PLAIN)));
        let query = pairs.collect::<Vec<_>>().join("&");
        self.read(fields, &styled, &query).map(|value| Body { value, parts, repeated: Vec::new() })
    }

    /// Reads fields, and those that are written in the styles of a query.
    fn read(&self, fields: Vec<Field<'_>>, styled: &[Parameter], query: &str) -> Result<Value, String> {
        let call = Call { query, headers: Vec::new() };
        let mut value = self.read_fields(fields)?;
        for field in styled {
            let read = parameter::read(self.document, field, styled, &call, &[]);
            let read = read.map_err(|reason| format!("the field `{}` {reason}", field.name))?;
            value.extend(read.map(|read| (field.name.clone(), read)));
        }
        Ok(Value::Object(value))
    }

    fn has_style(&self, styled: &[Parameter], name: &str) -> bool {
        styled.iter().any(|field| parameter::takes(self.document, field, name))
    }

    /// Returns the fields whose `encoding` has a style, as parameters of a query.
    fn styled(&self) -> impl Iterator<Item = Parameter> {
        self.media_type.encodings.iter().filter_map(|field| {
            let encoding = field.written.clone().filter(|it| matches!(it, ParameterEncoding::Style { .. }))?;
            Some(Parameter {
                origin: field.origin.clone(),
                name: field.name.clone(),
                location: ParameterLocation::Query,
                description: None,
                required: false,
                deprecated: false,
                schema: shape::property(self.document, self.schema, &field.name)?,
                encoding,
                examples: Vec::new(),
            })
        })
    }

    /// Puts fields together; those of one name belong together.
    fn read_fields(&self, fields: Vec<Field<'_>>) -> Result<Map<String, Value>, String> {
        let mut named: IndexMap<String, Vec<Field<'_>>> = IndexMap::new();
        for field in fields {
            named.entry(field.name.clone()).or_default().push(field);
        }
        let members = named.into_iter().map(|(name, fields)| {
            let value = self.field_value(&name, &fields)?;
            Ok((name, value))
        });
        members.collect()
    }

    fn field_value(&self, name: &str, fields: &[Field<'_>]) -> Result<Value, String> {
        let schema = shape::property(self.document, self.schema, name);
        let items = schema.and_then(|schema| shape::items(self.document, schema));
        match fields {
            [field] => match self.one(field, items.or(schema))? {
                // A list may be one JSON text.
                value if items.is_none() || value.is_array() => Ok(value),
                item => Ok(Value::Array(vec![item])),
            },
            several => several.iter().map(|field| self.one(field, items.or(schema))).collect::<Result<_, _>>().map(Value::Array),
        }
    }

    fn one(&self, field: &Field<'_>, schema: Option<SchemaId>) -> Result<Value, String> {
        // Of several media types that are described the first is the default; a range says nothing.
        let described = self.described(&field.name).and_then(|types| types.split(',').next()).filter(|it| !it.contains('*'));
        let kind = field.media_type.as_deref().or(described);
        let is_object = || schema.is_some_and(|schema| shape::is_object(self.document, schema));
        match kind {
            Some(kind) if media::is_json(kind) => {
                serde_json::from_slice(&field.content).map_err(|error| format!("the field `{}` is not JSON: {error}", field.name))
            }
            // What is no object stays a text, which may be allowed too.
            None if is_object() => match serde_json::from_slice(&field.content) {
                Ok(object @ Value::Object(_)) => Ok(object),
                _ => Ok(self.text(&field.content, schema)),
            },
            Some(kind) if !media::essence(kind).starts_with("text/") => Ok(octets(&field.content)),
            None | Some(_) => Ok(self.text(&field.content, schema)),
        }
    }

    fn text(&self, content: &[u8], schema: Option<SchemaId>) -> Value {
        match (str::from_utf8(content), schema) {
            (Ok(text), Some(schema)) => coerce::scalar(self.document, schema, text),
            (Ok(text), None) => Value::String(text.to_owned()),
            (Err(_), _) => octets(content),
        }
    }

    /// Returns the media types that `encoding` describes for a field.
    fn described(&self, name: &str) -> Option<&str> {
        match self.media_type.encoding(name)?.written.as_ref()? {
            ParameterEncoding::Content(types) => Some(types),
            ParameterEncoding::Style { .. } => None,
        }
    }
}
