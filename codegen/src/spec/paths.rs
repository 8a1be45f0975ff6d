//! Path templates held against path parameters. What is wrong with them and can be understood all the same is mended and reported:
//! many real descriptions are, and their operations can be called.

use super::model::{JsonType, Parameter, ParameterEncoding, ParameterLocation, ParameterStyle, Schema};
use super::resolve::{Resolver, template_names};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Origin;

impl Resolver<'_> {
    /// Makes template and parameters of an operation agree, in both directions, and returns the template.
    pub(super) fn agreed_path(&mut self, path: &str, parameters: &mut Vec<Parameter>, operation: &Origin) -> String {
        let path = self.without_described_query(path, parameters, operation);
        self.drop_parameters_outside(&path, parameters);
        let mut seen: Vec<&str> = Vec::new();
        for name in template_names(&path) {
            if seen.contains(&name) {
                let message = format!("the path `{path}` has `{{{name}}}` twice");
                self.mended(operation.clone(), message, "both have the one value; give each its own name");
            } else if !parameters.iter().any(|parameter| is_in_path(parameter) && parameter.name == name) {
                parameters.push(self.implied_parameter(&path, name, operation));
            }
            seen.push(name);
        }
        if path.matches('{').count() != seen.len() || path.matches('}').count() != seen.len() {
            let message = format!("the braces of the path `{path}` don't pair");
            self.found.push(Diagnostic::new(Code::PathParameter, operation.clone(), message).help("write `{name}`"));
        }
        path
    }

    /// Takes entries such as `limit={limit}` out of a path where they are described as query parameters: paths have no query
    /// (OpenAPI 3.0.3, "Paths Object"), and the parameter is sent anyway.
    fn without_described_query(&mut self, path: &str, parameters: &[Parameter], operation: &Origin) -> String {
        let Some((before, query)) = path.split_once('?') else { return path.to_owned() };
        let described = |entry: &&str| {
            let name = entry.split_once('=').map_or(*entry, |(name, _)| name);
            parameters.iter().any(|parameter| parameter.location == ParameterLocation::Query && parameter.name == name)
        };
        let (sent_anyway, kept): (Vec<&str>, Vec<&str>) = query.split('&').partition(described);
        if sent_anyway.is_empty() {
            return path.to_owned();
        }
        let message =
            format!("the path `{path}` has a query, of which `{}` is described as parameters too", sent_anyway.join("&"));
        self.mended(operation.clone(), message, "the parameters are sent, once; take the query out of the path");
        if kept.is_empty() { before.to_owned() } else { format!("{before}?{}", kept.join("&")) }
    }

    fn drop_parameters_outside(&mut self, path: &str, parameters: &mut Vec<Parameter>) {
        let names: Vec<&str> = template_names(path).collect();
        parameters.retain(|parameter| {
            let stands_there = !is_in_path(parameter) || names.contains(&parameter.name.as_str());
            if !stands_there {
                let message = format!("the path parameter `{}` does not stand in the path `{path}`", parameter.name);
                self.mended(parameter.origin.clone(), message, "it is left out; add it to the path in braces, or remove it");
            }
            stands_there
        });
    }

    /// Makes the parameter of a name in the template that nothing describes: a text.
    fn implied_parameter(&mut self, path: &str, name: &str, operation: &Origin) -> Parameter {
        let message = format!("the path `{path}` has `{{{name}}}`, and no path parameter has that name");
        let help = "it is taken as a text; describe it under `parameters`, with `in: path` and `required: true`";
        self.mended(operation.clone(), message, help);
        let schema = self.schemas.push(Schema { types: Some(vec![JsonType::String]), ..Schema::any(operation.clone()) });
        Parameter {
            origin: operation.clone(),
            name: name.to_owned(),
            location: ParameterLocation::Path,
            description: None,
            required: true,
            deprecated: false,
            schema,
            encoding: ParameterEncoding::Style { style: ParameterStyle::Simple, explode: false, allow_reserved: false },
            examples: Vec::new(),
        }
    }

    fn mended(&mut self, origin: Origin, message: String, help: &str) {
        let found = Diagnostic::new(Code::PathParameter, origin, message).help(help);
        self.found.push(Diagnostic { severity: Severity::Warning, ..found });
    }
}

fn is_in_path(parameter: &Parameter) -> bool {
    parameter.location == ParameterLocation::Path
}
