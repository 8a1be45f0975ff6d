//! The text of a parameter -> its value.
//!
//! Knows the styles of OpenAPI (3.0.3, "Style Values"). Texts are split at their delimiters first and decoded then, so that an encoded
//! delimiter is part of a value. Whether the value is valid is not asked here.

use bindery::spec::{Document, Header, JsonType, Parameter, ParameterEncoding, ParameterLocation, ParameterStyle};
use serde_json::Value;

use super::deep::{self, Node};
use super::{Call, coerce, decode, decode_query, media, shape};

/// Reads a parameter `among` those of its operation. `path` has the path parameters as they were written.
///
/// # Errors
///
/// Fails with a reason where the text does not have the parameter's style, or is there more than once.
pub fn read(
    document: &Document,
    parameter: &Parameter,
    among: &[Parameter],
    call: &Call<'_>,
    path: &[(String, String)],
) -> Result<Option<Value>, String> {
    Reader { document, parameter, among, written: written(parameter, call, path) }.read(call)
}

/// Returns a header as a parameter, whose structure it follows (OpenAPI 3.0.3, "Header Object"). The normal form leaves out how it is
/// written, which generated code does not need; the description as a tree has it.
pub fn of_header(root: &Value, header: &Header) -> Parameter {
    let written = |key: &str| root.pointer(header.origin.child(key).pointer.as_str());
    let content = written("content").and_then(|content| content.as_object()?.keys().next());
    let explode = written("explode").and_then(Value::as_bool).unwrap_or_default();
    let style = ParameterEncoding::Style { style: ParameterStyle::Simple, explode, allow_reserved: false };
    Parameter {
        origin: header.origin.clone(),
        name: header.name.clone(),
        location: ParameterLocation::Header,
        description: None,
        required: header.required,
        deprecated: header.deprecated,
        schema: header.schema,
        encoding: content.map_or(style, |media_type| ParameterEncoding::Content(media_type.clone())),
        examples: Vec::new(),
    }
}

/// Returns the media type of a parameter that is not read: of such a one only the text is known, which is not the value.
pub fn unread<'a>(document: &Document, parameter: &'a Parameter) -> Option<&'a str> {
    let ParameterEncoding::Content(media_type) = &parameter.encoding else { return None };
    let is_read = media::is_json(media_type) || media::essence(media_type).starts_with("text/");
    let is_of_text = shape::allows(document, parameter.schema, JsonType::String);
    (!is_read && !is_of_text).then_some(media_type)
}

/// Tells whether OpenAPI says to ignore a header parameter of this name (3.0.3, "Parameter Object").
pub fn is_ignored(parameter: &Parameter) -> bool {
    let ignored = ["accept", "content-type", "authorization"];
    parameter.location == ParameterLocation::Header && ignored.contains(&parameter.name.to_ascii_lowercase().as_str())
}

/// Tells whether what stands under a name of the query is read by a parameter.
pub fn takes(document: &Document, parameter: &Parameter, name: &str) -> bool {
    if parameter.location != ParameterLocation::Query {
        return false;
    }
    let is_object = shape::items(document, parameter.schema).is_none() && shape::is_object(document, parameter.schema);
    match parameter.encoding {
        ParameterEncoding::Style { style: ParameterStyle::DeepObject, .. } if is_object => {
            deep::keys(&parameter.name, name).is_some()
        }
        ParameterEncoding::Style { explode: true, .. } if is_object => shape::has_room_for(document, parameter.schema, name),
        ParameterEncoding::Style { .. } | ParameterEncoding::Content(_) => parameter.name == name,
    }
}

/// Names a location as OpenAPI does.
pub fn location_name(location: ParameterLocation) -> &'static str {
    match location {
        ParameterLocation::Path => "path",
        ParameterLocation::Query => "query",
        ParameterLocation::Header => "header",
        ParameterLocation::Cookie => "cookie",
    }
}

/// Returns the texts that stand under a parameter's name, as they were written.
fn written(parameter: &Parameter, call: &Call<'_>, path: &[(String, String)]) -> Vec<String> {
    let name = parameter.name.as_str();
    match parameter.location {
        ParameterLocation::Path => path.iter().filter(|(other, _)| other == name).map(|(_, text)| text.clone()).collect(),
        ParameterLocation::Query => {
            call.query().into_iter().filter(|(other, _)| other == name).map(|(_, text)| text.to_owned()).collect()
        }
        ParameterLocation::Header => call.header(name).into_iter().collect(),
        ParameterLocation::Cookie => {
            call.cookies().into_iter().filter(|(other, _)| *other == name).map(|(_, text)| text.to_owned()).collect()
        }
    }
}

/// Reads one parameter.
struct Reader<'a> {
    document: &'a Document,
    parameter: &'a Parameter,
    among: &'a [Parameter],
    written: Vec<String>,
}

impl Reader<'_> {
    fn read(&self, call: &Call<'_>) -> Result<Option<Value>, String> {
        let schema = self.parameter.schema;
        match &self.parameter.encoding {
            ParameterEncoding::Content(media_type) => self.read_content(media_type),
            ParameterEncoding::Style { style, explode, .. } if shape::items(self.document, schema).is_some() => {
                self.read_array(*style, *explode)
            }
            ParameterEncoding::Style { style, explode, .. } if shape::is_object(self.document, schema) => {
                self.read_object(*style, *explode, call)
            }
            ParameterEncoding::Style { style, .. } => self.read_scalar(*style),
        }
    }

    fn read_content(&self, media_type: &str) -> Result<Option<Value>, String> {
        let Some(text) = self.only()? else { return Ok(None) };
        let text = self.decode(text)?;
        if !media::is_json(media_type) {
            return Ok(Some(coerce::scalar(self.document, self.parameter.schema, &text)));
        }
        serde_json::from_str(&text).map(Some).map_err(|error| format!("is not JSON: {error}"))
    }

    fn read_scalar(&self, style: ParameterStyle) -> Result<Option<Value>, String> {
        let Some(text) = self.only()? else { return Ok(None) };
        let text = match style {
            ParameterStyle::Label => strip(text, ".")?,
            ParameterStyle::Matrix => strip(text, &format!(";{}=", self.parameter.name))?,
            _ => text,
        };
        Ok(Some(coerce::scalar(self.document, self.parameter.schema, &self.decode(text)?)))
    }

    fn read_array(&self, style: ParameterStyle, explode: bool) -> Result<Option<Value>, String> {
        if self.written.is_empty() {
            return Ok(None);
        }
        // By the letter a list in one cookie is written as in a query: `a=1&a=2` (OpenAPI 3.0.3, "Style Examples").
        let separator = format!("&{}=", self.parameter.name);
        let items = match self.is_repeated(explode) {
            true => self.written.iter().flat_map(|text| text.split(separator.as_str())).collect(),
            false => self.split(style, explode)?,
        };
        let name = format!("{}=", self.parameter.name);
        let named = style == ParameterStyle::Matrix && explode;
        let items = items.iter().map(|item| if named { item.strip_prefix(&name).unwrap_or(item) } else { item });
        let items: Vec<String> = items.map(|item| self.decode(item)).collect::<Result<_, _>>()?;
        Ok(Some(coerce::array(self.document, self.parameter.schema, &items)))
    }

    fn read_object(&self, style: ParameterStyle, explode: bool, call: &Call<'_>) -> Result<Option<Value>, String> {
        let pairs = match (style, self.is_repeated(explode)) {
            (ParameterStyle::DeepObject, _) => return self.read_deep(call),
            (_, true) => self.property_pairs(call)?,
            (_, false) if self.written.is_empty() => return Ok(None),
            (_, false) => self.listed_pairs(&self.split(style, explode)?, explode)?,
        };
        Ok((!pairs.is_empty()).then(|| coerce::object(self.document, self.parameter.schema, &pairs)))
    }

    /// Reads `name[key]=value`.
    fn read_deep(&self, call: &Call<'_>) -> Result<Option<Value>, String> {
        let mut node = Node::default();
        for (name, text) in call.query() {
            if let Some(keys) = deep::keys(&self.parameter.name, &name) {
                node.add(&keys, self.decode(text)?);
            }
        }
        Ok((!node.is_empty()).then(|| node.value(self.document, Some(self.parameter.schema))))
    }

    /// Reads properties that stand there as parameters of their own.
    fn property_pairs(&self, call: &Call<'_>) -> Result<Vec<(String, String)>, String> {
        let all: Vec<(String, &str)> = match self.parameter.location {
            ParameterLocation::Cookie => call.cookies().into_iter().map(|(name, text)| (name.to_owned(), text)).collect(),
            ParameterLocation::Path | ParameterLocation::Query | ParameterLocation::Header => call.query(),
        };
        let own = all.into_iter().filter(|(name, _)| self.is_own(name));
        own.map(|(name, text)| Ok((name, self.decode(text)?))).collect()
    }

    /// Tells whether a name is that of a property. One that the schema only leaves room for is so unless another parameter has it.
    fn is_own(&self, name: &str) -> bool {
        let schema = self.parameter.schema;
        let others = || self.among.iter().filter(|other| other.location == self.parameter.location);
        shape::properties(self.document, schema).contains_key(name)
            || shape::has_room_for(self.document, schema, name) && !others().any(|other| other.name == name)
    }

    /// Reads `key=value` items, or items that are keys and values by turns.
    fn listed_pairs(&self, items: &[&str], explode: bool) -> Result<Vec<(String, String)>, String> {
        let pairs: Vec<(&str, &str)> = match explode {
            true => items.iter().map(|item| item.split_once('=').unwrap_or((item, ""))).collect(),
            false if items.len().is_multiple_of(2) => items.chunks(2).map(|pair| (pair[0], pair[1])).collect(),
            false => return Err("has a key without a value".to_owned()),
        };
        pairs.into_iter().map(|(name, text)| Ok((self.decode(name)?, self.decode(text)?))).collect()
    }

    /// Tells whether an exploded list is a parameter for each item, as in queries and cookies.
    fn is_repeated(&self, explode: bool) -> bool {
        explode && matches!(self.parameter.location, ParameterLocation::Query | ParameterLocation::Cookie)
    }

    /// Splits the only text at the delimiters of its style.
    fn split(&self, style: ParameterStyle, explode: bool) -> Result<Vec<&str>, String> {
        let Some(text) = self.only()? else { return Ok(Vec::new()) };
        let items: Vec<&str> = match style {
            ParameterStyle::Simple | ParameterStyle::Form | ParameterStyle::DeepObject => text.split(',').collect(),
            ParameterStyle::Label => strip(text, ".")?.split(if explode { '.' } else { ',' }).collect(),
            ParameterStyle::Matrix if explode => strip(text, ";")?.split(';').collect(),
            ParameterStyle::Matrix => strip(text, &format!(";{}=", self.parameter.name))?.split(',').collect(),
            ParameterStyle::SpaceDelimited => text.split("%20").flat_map(|part| part.split('+')).collect(),
            ParameterStyle::PipeDelimited => {
                text.split('|').flat_map(|part| part.split("%7C")).flat_map(|part| part.split("%7c")).collect()
            }
        };
        // Nothing at all is a list without items.
        Ok(if items == [""] { Vec::new() } else { items })
    }

    /// Returns the text of a parameter that may stand there once.
    fn only(&self) -> Result<Option<&str>, String> {
        match self.written.as_slice() {
            [] => Ok(None),
            [text] => Ok(Some(text)),
            _ => Err("is given more than once".to_owned()),
        }
    }

    fn decode(&self, text: &str) -> Result<String, String> {
        match self.parameter.location {
            ParameterLocation::Query => decode_query(text),
            ParameterLocation::Path | ParameterLocation::Cookie => decode(text),
            ParameterLocation::Header => Ok(text.trim().to_owned()),
        }
    }
}

fn strip<'t>(text: &'t str, prefix: &str) -> Result<&'t str, String> {
    text.strip_prefix(prefix).ok_or_else(|| format!("does not begin with `{prefix}`"))
}
