//! Parameter objects -> [`Parameter`]s: merged with those of the path, styles filled in, and held against the path template.

use openapiv3::{HeaderStyle, ParameterSchemaOrContent, PathStyle, QueryStyle, ReferenceOr};

use super::model::{Parameter, ParameterEncoding, ParameterLocation, ParameterStyle, SchemaId};
use super::references::{self, PARAMETER};
use super::resolve::Resolver;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Origin;

/// A list of parameters, and where it stands.
type List<'a, 'o> = (&'a [ReferenceOr<openapiv3::Parameter>], &'o Origin);

impl<'a> Resolver<'a> {
    /// Resolves the parameters of an operation. One of its path holds unless the operation has one of the same name and place
    /// (OpenAPI 3.0.3, "Operation Object").
    pub(super) fn merged_parameters(&mut self, own: List<'a, '_>, shared: List<'a, '_>) -> Vec<Parameter> {
        let own = self.parameters(own);
        let mut merged = self.parameters(shared);
        merged.retain(|parameter| !own.iter().any(|other| same_parameter(parameter, other)));
        merged.extend(own);
        merged
    }

    fn parameters(&mut self, (list, origin): List<'a, '_>) -> Vec<Parameter> {
        let mut parameters: Vec<Parameter> = Vec::new();
        for (index, node) in list.iter().enumerate() {
            let place = origin.index(index);
            let Some((item, defined)) = self.follow(node, place.clone(), &PARAMETER, references::parameter_at) else {
                continue;
            };
            if self.is_unknown_querystring(item, &defined) {
                continue;
            }
            let parameter = self.parameter(item, defined);
            if parameters.iter().any(|other| same_parameter(&parameter, other)) {
                let message = format!("the parameter `{}` stands there twice", parameter.name);
                self.warn(place, message, "a parameter is known by its name and where it is sent; the first is used");
            } else {
                parameters.push(parameter);
            }
        }
        parameters
    }

    /// Resolves one parameter.
    pub(super) fn parameter(&mut self, parameter: &'a openapiv3::Parameter, origin: Origin) -> Parameter {
        let data = parameter.parameter_data_ref();
        let (location, style, allow_reserved) = sent(parameter);
        let (schema, media_type) = self.schema_or_content(&data.format, &origin);
        let encoding = match media_type {
            // All of the query, written as a form, is what an object in the style `form` makes of its properties.
            Some(_) if self.is_querystring(&origin) => {
                ParameterEncoding::Style { style: ParameterStyle::Form, explode: true, allow_reserved: false }
            }
            Some(name) => ParameterEncoding::Content(name.to_owned()),
            None => {
                // The default of `explode` is true for `form` only.
                let explode = data.explode.unwrap_or(style == ParameterStyle::Form);
                ParameterEncoding::Style { style, explode, allow_reserved }
            }
        };
        if self.later_word(&origin, "style") == Some("cookie") {
            let message = format!("the cookie `{}` has the style `cookie`, which encodes nothing", data.name);
            let found = Diagnostic::new(Code::UnsupportedFeature, origin.child("style"), message);
            self.found.push(found.help("it is written in the style `form`, which encodes what could end a cookie"));
        }
        if location == ParameterLocation::Path && !data.required {
            self.report_optional_in_path(&data.name, &origin);
        }
        Parameter {
            name: data.name.clone(),
            location,
            description: data.description.clone(),
            required: data.required || location == ParameterLocation::Path,
            deprecated: data.deprecated.unwrap_or_default(),
            schema,
            encoding,
            examples: self.examples(data.example.as_ref(), &data.examples, &origin),
            origin,
        }
    }

    /// Tells whether a parameter is the whole query (OpenAPI 3.2.0, "Parameter Locations").
    fn is_querystring(&self, origin: &Origin) -> bool {
        self.later_word(origin, "in") == Some("querystring")
    }

    /// Returns a text of an object, unless it is of 3.0.
    fn later_word(&self, origin: &Origin, key: &str) -> Option<&'a str> {
        self.description.is_later().then(|| self.description.text_at(&origin.pointer, key))?
    }

    /// Reports a parameter that is the whole query, and not written as a form.
    fn is_unknown_querystring(&mut self, parameter: &openapiv3::Parameter, origin: &Origin) -> bool {
        let data = parameter.parameter_data_ref();
        let media_type = match &data.format {
            ParameterSchemaOrContent::Content(content) => content.first().map(|(name, _)| name.as_str()),
            ParameterSchemaOrContent::Schema(_) => None,
        };
        let is_unknown = self.is_querystring(origin) && media_type != Some("application/x-www-form-urlencoded");
        if is_unknown {
            let message = format!("the parameter `{}` is the whole query, and not written as a form", data.name);
            let found = Diagnostic::new(Code::UnsupportedParameter, origin.clone(), message);
            self.found.push(found.help("it is left out where this is allowed"));
        }
        is_unknown
    }

    /// Gives an id to the schema of a parameter or header, and the media type where `content` holds it.
    pub(super) fn schema_or_content(
        &mut self,
        format: &'a ParameterSchemaOrContent,
        origin: &Origin,
    ) -> (SchemaId, Option<&'a str>) {
        match format {
            ParameterSchemaOrContent::Schema(_) => (self.schema_at(origin.child("schema")), None),
            ParameterSchemaOrContent::Content(content) => {
                let list = origin.child("content");
                // Parse has seen to it that there is exactly one entry.
                let Some((name, media_type)) = content.first() else { return (self.any(list), None) };
                let place = list.child(name);
                let schema = match &media_type.schema {
                    Some(_) => self.schema_at(place.child("schema")),
                    None => self.any(place),
                };
                (schema, Some(name))
            }
        }
    }

    fn report_optional_in_path(&mut self, name: &str, origin: &Origin) {
        let message = format!("the path parameter `{name}` is not marked as required");
        let found = Diagnostic::new(Code::OptionalPathParameter, origin.clone(), message);
        self.found.push(found.help("it is taken as required; add `required: true`"));
    }
}

/// Tells whether two parameters are the same one: name and place say so, and the names of headers know no case.
fn same_parameter(one: &Parameter, other: &Parameter) -> bool {
    let same_name = match one.location {
        ParameterLocation::Header => one.name.eq_ignore_ascii_case(&other.name),
        ParameterLocation::Path | ParameterLocation::Query | ParameterLocation::Cookie => one.name == other.name,
    };
    one.location == other.location && same_name
}

/// Returns where a parameter is sent, its style, and `allowReserved`.
fn sent(parameter: &openapiv3::Parameter) -> (ParameterLocation, ParameterStyle, bool) {
    match parameter {
        openapiv3::Parameter::Query { style, allow_reserved, .. } => {
            (ParameterLocation::Query, query_style(style), *allow_reserved)
        }
        openapiv3::Parameter::Header { style: HeaderStyle::Simple, .. } => {
            (ParameterLocation::Header, ParameterStyle::Simple, false)
        }
        openapiv3::Parameter::Path { style, .. } => (ParameterLocation::Path, path_style(style), false),
        openapiv3::Parameter::Cookie { style: openapiv3::CookieStyle::Form, .. } => {
            (ParameterLocation::Cookie, ParameterStyle::Form, false)
        }
    }
}

/// Returns the style of a query parameter.
pub(super) fn query_style(style: &QueryStyle) -> ParameterStyle {
    match style {
        QueryStyle::Form => ParameterStyle::Form,
        QueryStyle::SpaceDelimited => ParameterStyle::SpaceDelimited,
        QueryStyle::PipeDelimited => ParameterStyle::PipeDelimited,
        QueryStyle::DeepObject => ParameterStyle::DeepObject,
    }
}

fn path_style(style: &PathStyle) -> ParameterStyle {
    match style {
        PathStyle::Matrix => ParameterStyle::Matrix,
        PathStyle::Label => ParameterStyle::Label,
        PathStyle::Simple => ParameterStyle::Simple,
    }
}
