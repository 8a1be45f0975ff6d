//! Values, requests and responses -> what is wrong with them by the description.
//!
//! [`Validator`] judges one message at a time, wherever it comes from; [`check`] makes findings of what it says of files, and
//! [`traffic`] reads recorded exchanges. Knows HTTP as far as OpenAPI describes it.

mod body;
pub mod check;
mod message;
mod routes;
mod servers;
pub mod traffic;
mod undescribed;

use std::path::Path;

use bindery::diagnostic::{Diagnostic, nearest};
use bindery::source::{Origin, Pointer, Sources};
use bindery::spec::{Operation, SchemaId, Server};
use bindery::{Config, Error, Examined};
use serde_json::Value;

use self::routes::{Bases, Missed};
use crate::rule::{self, Rule};
use crate::schema::{Direction, Reading, Schemas, Severity, Violation};

/// A description that payloads are held against.
#[derive(Debug)]
pub struct Description {
    /// Its stages and texts.
    pub examined: Examined,
    /// The text as JSON, or why it can't be read.
    root: Result<Value, Box<Diagnostic>>,
}

impl Description {
    /// Reads a description from a file.
    ///
    /// # Errors
    ///
    /// Fails where the file can't be read.
    pub fn load(config: &Config, path: impl AsRef<Path>) -> Result<Self, Error> {
        config.examine(path).map(Self::new)
    }

    /// Reads a description that is at hand as text; `name` is what messages call it.
    ///
    /// # Errors
    ///
    /// Fails where an option is wrong.
    pub fn load_text(config: &Config, name: &str, text: &str) -> Result<Self, Error> {
        let mut sources = Sources::default();
        let document = sources.add(name, text);
        config.examine_source(sources, document).map(Self::new)
    }

    /// Takes a description that was examined. What of it can't be used is left out: [`crate::lint`] judges descriptions.
    pub fn new(examined: Examined) -> Self {
        let root = bindery::parse::read_tree(&examined.sources, examined.text);
        Self { examined, root }
    }

    /// Says why there is no description.
    fn refusal(&self) -> Unfit {
        let error = self.examined.diagnostics.iter().find(|found| found.severity == bindery::diagnostic::Severity::Error);
        let error = error.or(self.root.as_ref().err().map(Box::as_ref));
        Unfit::NoDescription(error.map_or_else(|| "nothing is in it".to_owned(), |error| error.message.clone()))
    }
}

/// Where in a message something is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Part {
    /// Method and path, or the message as a whole.
    Line,
    /// The status.
    Status,
    /// A parameter: where it is sent, and its name.
    Parameter(&'static str, String),
    /// A header of a response.
    Header(String),
    /// A header of a part of the body: the name of the part's field, and that of the header.
    HeaderOfPart(String, String),
    /// The body.
    Body,
}

impl Part {
    /// Names what has a name of its own.
    fn name(&self) -> Option<String> {
        match self {
            Self::Parameter(location, name) => Some(format!("`{name}` ({location})")),
            Self::Header(name) => Some(format!("`{name}` (header)")),
            Self::HeaderOfPart(field, name) => Some(format!("`{name}` (header of the part `{field}`)")),
            Self::Line | Self::Status | Self::Body => None,
        }
    }
}

/// One thing that is wrong with a message or a value. Its text is the sentence, with what would mend it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Problem {
    /// What sort of thing.
    pub rule: &'static Rule,
    /// The part of the message.
    pub part: Part,
    /// The place in the value of that part.
    pub pointer: Pointer,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// What would mend it.
    pub help: Option<String>,
    /// The place in the description that says so.
    pub described: Option<Origin>,
}

impl Problem {
    fn new(rule: &'static Rule, part: Part, message: impl Into<String>) -> Self {
        Self { rule, part, pointer: Pointer::root(), message: message.into(), help: None, described: None }
    }

    fn described(mut self, origin: &Origin) -> Self {
        self.described = Some(origin.clone());
        self
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.help {
            Some(help) => write!(f, "{}; {help}", self.message),
            None => f.write_str(&self.message),
        }
    }
}

/// Judges payloads by a description.
///
/// It can be shared between threads. A program that needs one for as long as it runs keeps both in statics:
/// `LazyLock<Description>`, and `LazyLock<Validator<'static>>` made of it.
///
/// ```
/// use bindery::Config;
/// use bindery_validator::payload::{Description, Validator};
/// use serde_json::json;
///
/// let spec = Description::load_text(&Config::new(), "pets.yaml", "
/// openapi: 3.0.3
/// info: {title: Pets, version: '1'}
/// servers: [{url: 'https://pets.example/v1'}]
/// paths:
///   /pets/{id}:
///     get:
///       operationId: getPet
///       parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
///       responses:
///         '200': {description: It, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
/// components:
///   schemas:
///     Pet: {type: object, required: [name], properties: {name: {type: string}}}
/// ")?;
/// let validator = Validator::new(&spec)?;
///
/// let asked = validator.request("GET", "https://pets.example/v1/pets/seven", &[], b"");
/// assert_eq!(asked.problems[0].message, "`id` (path): the value is `\"seven\"`, expected an integer");
///
/// let pet = validator.operation("getPet")?;
/// assert_eq!(asked.operation.map(|operation| &operation.path), Some(&pet.path));
/// let json = [("content-type", "application/json")];
/// let wrong = validator.response(pet, 200, &json, br#"{"nmae": "Rex"}"#);
/// assert_eq!(wrong[0].to_string(), "`name` is missing; `nmae` is there; did you mean `name`?");
/// assert!(validator.response(pet, 200, &json, br#"{"name": "Rex"}"#).is_empty());
/// assert!(validator.schema("Pet", &json!({"name": "Rex"}))?.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Validator<'a> {
    description: &'a Description,
    root: &'a Value,
    document: &'a bindery::spec::Document,
    bases: Bases,
    sent: Schemas<'a>,
    read: Schemas<'a>,
    either: Schemas<'a>,
}

impl std::fmt::Debug for Validator<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Validator")
            .field("title", &self.document.title)
            .field("reading", &self.sent.reading())
            .finish_non_exhaustive()
    }
}

/// Why a payload can't be judged.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unfit {
    /// The text is no description; the first thing that is wrong with it.
    NoDescription(String),
    /// There is no schema of this name; the nearest that there is.
    NoSchema(String, Option<String>),
    /// There is no operation of this id; the nearest that there is.
    NoOperation(String, Option<String>),
}

impl std::fmt::Display for Unfit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (what, name, near) = match self {
            Self::NoDescription(error) => {
                return write!(f, "the description can't be read: {error}; `bindery lint` says more");
            }
            Self::NoSchema(name, near) => ("schema", name, near),
            Self::NoOperation(id, near) => ("operation", id, near),
        };
        write!(f, "there is no {what} `{name}`")?;
        near.as_ref().map_or(Ok(()), |near| write!(f, "; did you mean `{near}`?"))
    }
}

impl std::error::Error for Unfit {}

/// What is said of a request.
#[derive(Debug)]
#[non_exhaustive]
pub struct Asked<'a> {
    /// The operation that it is for.
    pub operation: Option<&'a Operation>,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
    /// The host that it went to, if no server of the description has it.
    pub other_host: Option<String>,
}

impl<'a> Validator<'a> {
    /// Makes a validator that reads the description by the letter.
    ///
    /// # Errors
    ///
    /// Fails where the text is no description.
    pub fn new(description: &'a Description) -> Result<Self, Unfit> {
        Self::with_reading(description, Reading::Spec)
    }

    /// Makes a validator that reads the description in this way.
    ///
    /// # Errors
    ///
    /// Fails where the text is no description.
    pub fn with_reading(description: &'a Description, reading: Reading) -> Result<Self, Unfit> {
        let (Some(document), Ok(root)) = (&description.examined.document, &description.root) else {
            return Err(description.refusal());
        };
        let schemas = |direction| Schemas::new(root, direction, reading);
        Ok(Self {
            description,
            root,
            document,
            bases: Bases::new(document),
            sent: schemas(Direction::Request),
            read: schemas(Direction::Response),
            either: schemas(Direction::Either),
        })
    }

    /// Takes requests below this URL for the description's too, whatever servers it names.
    #[must_use]
    pub fn also_at(mut self, url: &str) -> Self {
        let origin = self.document.origin.clone();
        self.bases.add(&Server { origin, url: url.to_owned(), description: None, variables: Vec::new() });
        self
    }

    /// Returns the operation of an `operationId`.
    ///
    /// # Errors
    ///
    /// Fails where there is no such operation.
    pub fn operation(&self, id: &str) -> Result<&'a Operation, Unfit> {
        let ids = || self.document.operations.iter().filter_map(|operation| operation.operation_id.as_deref());
        let found = self.document.operations.iter().find(|operation| operation.operation_id.as_deref() == Some(id));
        found.ok_or_else(|| Unfit::NoOperation(id.to_owned(), nearest(id, ids()).map(str::to_owned)))
    }

    /// Judges a value by a schema of the components, for either direction.
    ///
    /// # Errors
    ///
    /// Fails where there is no such schema.
    pub fn schema(&self, name: &str, value: &Value) -> Result<Vec<Problem>, Unfit> {
        let names = || self.document.components.iter().map(|(name, _)| name.as_str());
        if !names().any(|other| other == name) {
            let near = nearest(name, names()).map(str::to_owned);
            return Err(Unfit::NoSchema(name.to_owned(), near));
        }
        let pointer = Pointer::root().child("components").child("schemas").child(name);
        Ok(self.judge(&self.either, &pointer, value, &Part::Body))
    }

    /// Finds the operation that a request is for and judges the request by it. `url` may be whole, or only the path and the query.
    ///
    /// A whole one has to be at a server of the description, unless its host is this machine.
    pub fn request(&self, method: &str, url: &str, headers: &[(&str, &str)], body: &[u8]) -> Asked<'a> {
        match self.bases.find(self.document, method, url) {
            Ok((operation, path)) => {
                let problems = self.request_of(operation, &message::Sent { url, path: &path, headers, body });
                Asked { operation: Some(operation), problems, other_host: None }
            }
            // A browser asks before it sends what other origins may not send (Fetch Standard, "CORS-preflight request").
            Err(Missed::Route(_)) if is_preflight(method, headers) => {
                Asked { operation: None, problems: Vec::new(), other_host: None }
            }
            Err(Missed::Route(problem)) => Asked { operation: None, problems: vec![*problem], other_host: None },
            Err(Missed::Host(host, problem)) => Asked { operation: None, problems: vec![*problem], other_host: Some(host) },
        }
    }

    fn judge_id(&self, schemas: &Schemas<'_>, schema: SchemaId, value: &Value, part: &Part) -> Vec<Problem> {
        let pointer = &self.document.schemas[schema].origin.pointer;
        if schemas.has(pointer) { self.judge(schemas, pointer, value, part) } else { Vec::new() }
    }

    fn judge(&self, schemas: &Schemas<'_>, schema: &Pointer, value: &Value, part: &Part) -> Vec<Problem> {
        match schemas.errors(schema, value) {
            Ok(found) => found.into_iter().map(|violation| self.problem(violation, part)).collect(),
            Err(unusable) => vec![Problem::new(&rule::UNCHECKED, part.clone(), unusable.to_string())],
        }
    }

    fn problem(&self, violation: Violation, part: &Part) -> Problem {
        let Violation { instance, schema, keyword, message, help, severity } = violation;
        let rule = match (severity, keyword.as_str()) {
            (Severity::Warning, _) => &rule::MISPLACED_PROPERTY,
            (Severity::Error, "required") => &rule::MISSING,
            (Severity::Error, "additionalProperties" | "unevaluatedProperties") => &rule::UNKNOWN_PROPERTY,
            (Severity::Error, _) => &rule::INVALID_VALUE,
        };
        let message = match part.name() {
            Some(name) => format!("{name}: {message}"),
            None => message,
        };
        let described = Origin { document: self.description.examined.text, pointer: schema };
        Problem { rule, part: part.clone(), pointer: instance, message, help, described: Some(described) }
    }
}

fn is_preflight(method: &str, headers: &[(&str, &str)]) -> bool {
    let asks = headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("access-control-request-method"));
    asks && method.eq_ignore_ascii_case("options")
}

#[cfg(test)]
mod tests;
