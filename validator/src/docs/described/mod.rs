//! An operation of a description -> its fields, as a reference page shows them.
//!
//! Fields of fields are looked at when somebody asks for them: those of a large description are more than anybody can hold.

mod field;
mod parts;
mod reach;

use std::slice;

use bindery::source::Origin;
use bindery::spec::{Document, MediaType, Operation, ParameterLocation, Response, SecurityKind, SecurityScheme, StatusPattern};

pub(super) use self::field::{DescribedField, DescribedVariant};
use self::field::{Direction, Outer, Way};
pub(super) use self::reach::{MOST_READ, MOST_SHOWN, within};
use super::claim::{Field, Location, Said, WHOLE};
use super::shown::one_line;
use super::types::Type;

/// The fields of one location.
pub(super) struct DescribedSection {
    pub(super) location: Location,
    pub(super) place: Origin,
    content: Content,
}

enum Content {
    /// Credentials, parameters or headers.
    Fields(Vec<DescribedField>),
    Body(Box<DescribedField>),
}

impl DescribedSection {
    /// Returns the fields: of a body that is an object those of the object, else the body as a whole.
    pub(super) fn fields(&self, document: &Document) -> &[DescribedField] {
        match &self.content {
            Content::Fields(fields) => fields,
            Content::Body(whole) if whole.is_spread(document) => whole.children(document),
            Content::Body(whole) => slice::from_ref(whole),
        }
    }

    /// Returns what the body is one of.
    pub(super) fn variants(&self, document: &Document) -> &[DescribedVariant] {
        match &self.content {
            Content::Body(whole) if whole.is_spread(document) => whole.variants(document),
            Content::Fields(_) | Content::Body(_) => &[],
        }
    }

    /// Visits the fields that were looked at.
    pub(super) fn each_known(&self, visit: &mut impl FnMut(&Field<Origin>)) {
        match &self.content {
            Content::Fields(fields) => fields.iter().for_each(|field| field.each_known(visit)),
            Content::Body(whole) => whole.each_known(visit),
        }
    }
}

/// Returns the fields of an operation.
pub(super) fn sections(document: &Document, operation: &Operation) -> Vec<DescribedSection> {
    let mut sections = vec![DescribedSection {
        location: Location::Security,
        place: operation.origin.clone(),
        content: Content::Fields(security(document, operation)),
    }];
    for location in [ParameterLocation::Path, ParameterLocation::Query, ParameterLocation::Header, ParameterLocation::Cookie] {
        sections.push(parameters(document, operation, location));
    }
    if let Some(media) = operation.request_body.as_ref().and_then(|body| body.content.first()) {
        sections.extend(body(document, Location::Body, media, Direction::Request));
    }
    for response in &operation.responses {
        sections.push(headers(document, response));
        if let Some(media) = response.content.first() {
            let location = Location::Response(Some(status_text(response.status)));
            sections.extend(body(document, location, media, Direction::Response));
        }
    }
    sections.retain(|section| !section.fields(document).is_empty());
    sections
}

fn parameters(document: &Document, operation: &Operation, location: ParameterLocation) -> DescribedSection {
    let parameters = operation.parameters.iter().filter(|parameter| parameter.location == location);
    let fields = parameters.map(|it| {
        let says = Outer { description: it.description.as_ref(), deprecated: it.deprecated };
        let required = Said { value: it.required, place: it.origin.child("required") };
        DescribedField::new(document, (&it.name, &it.origin), it.schema, Some(required), says, Way::new(Direction::Request))
    });
    let content = Content::Fields(fields.collect());
    DescribedSection { location: parameter_location(location), place: operation.origin.clone(), content }
}

fn headers(document: &Document, response: &Response) -> DescribedSection {
    let fields = response.headers.iter().map(|it| {
        let says = Outer { description: it.description.as_ref(), deprecated: it.deprecated };
        let required = Said { value: it.required, place: it.origin.child("required") };
        DescribedField::new(document, (&it.name, &it.origin), it.schema, Some(required), says, Way::new(Direction::Response))
    });
    let location = Location::ResponseHeader(Some(status_text(response.status)));
    DescribedSection { location, place: response.origin.clone(), content: Content::Fields(fields.collect()) }
}

fn body(document: &Document, location: Location, media: &MediaType, direction: Direction) -> Option<DescribedSection> {
    let schema = media.schema?;
    let says = Outer { description: None, deprecated: false };
    let place = &document.schemas[schema].origin;
    let whole = DescribedField::new(document, (WHOLE, place), schema, None, says, Way::new(direction));
    Some(DescribedSection { location, place: media.origin.clone(), content: Content::Body(Box::new(whole)) })
}

/// Returns a status as OpenAPI writes it.
pub(super) fn status_text(status: StatusPattern) -> String {
    match status {
        StatusPattern::Code(code) => code.to_string(),
        StatusPattern::Range(first) => format!("{first}XX"),
        StatusPattern::Default => "default".to_owned(),
    }
}

/// Returns the status of the answer that means success: the first of the 2xx, else `default`.
pub(super) fn success(operation: &Operation) -> Option<String> {
    let is_success = |status| matches!(status, StatusPattern::Code(200..=299) | StatusPattern::Range(2));
    let all = || operation.responses.iter().map(|response| response.status);
    let first = all().find(|status| is_success(*status)).or_else(|| all().find(|status| *status == StatusPattern::Default));
    first.map(status_text)
}

fn security(document: &Document, operation: &Operation) -> Vec<DescribedField> {
    let alternatives = operation.security.as_ref().unwrap_or(&document.security);
    let uses = |name: &str| alternatives.iter().filter(|needed| needed.schemes.iter().any(|(scheme, _)| scheme == name)).count();
    let mut fields: Vec<Field<Origin>> = Vec::new();
    for scheme in document.security_schemes.iter().filter(|scheme| uses(&scheme.name) > 0) {
        let field = credential(scheme, uses(&scheme.name) == alternatives.len());
        // Several schemes may use one header.
        if !fields.iter().any(|known| known.name == field.name) {
            fields.push(field);
        }
    }
    fields.into_iter().map(DescribedField::plain).collect()
}

fn credential(scheme: &SecurityScheme, required: bool) -> Field<Origin> {
    let (name, sent) = match &scheme.kind {
        SecurityKind::ApiKey { location, name } => (name.as_str(), parameter_location(*location)),
        _ => ("Authorization", Location::Header),
    };
    let place = || scheme.origin.clone();
    let said = |text: &String| Said { value: one_line(text), place: scheme.origin.child("description") };
    Field {
        ty: Type::parse("string").map(|value| Said { value, place: place() }),
        required: Some(Said { value: required, place: place() }),
        sent: Some(Said { value: sent, place: place() }),
        description: scheme.description.as_ref().map(said),
        ..Field::new(name, place())
    }
}

fn parameter_location(location: ParameterLocation) -> Location {
    match location {
        ParameterLocation::Path => Location::Path,
        ParameterLocation::Query => Location::Query,
        ParameterLocation::Header => Location::Header,
        ParameterLocation::Cookie => Location::Cookie,
    }
}
