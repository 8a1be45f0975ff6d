//! The entry of resolve, and the state that its parts share.

use std::collections::VecDeque;

use foldhash::{HashMap, HashSet};
use indexmap::IndexMap;
use openapiv3::OpenAPI;
use serde_json::Value;

use super::model::{Document, Schema, SchemaId, Server, ServerVariable};
use super::references::{self, EXAMPLE};
use crate::arena::Arena;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::parse::Description;
use crate::parse::tree::{Map, Tree};
use crate::source::{DocumentId, Origin, Pointer};

/// Makes the normal form of a description. Of an [`OpenAPI`] that a program made, a [`Description`] is made by `into`.
///
/// The document is the text that the description was read from: diagnostics name places in it. What is wrong is reported and left
/// out, or read as a schema that allows anything, so that a result is always there; an error among the diagnostics says not to use it.
pub fn resolve(description: &Description<'_>, document: DocumentId) -> (Document, Diagnostics) {
    let openapi = &description.openapi;
    let mut cx = Resolver::new(description, Origin::root(document));
    cx.check_dialect();
    let components = cx.component_schemas();
    let security_schemes = cx.security_schemes();
    let security = cx.security(openapi.security.as_deref().unwrap_or_default(), &cx.root.child("security"));
    let servers = cx.servers(&openapi.servers, &cx.root.clone());
    let operations = cx.operations();
    cx.link_schemas();
    cx.fold_null_branches();
    // What is shared is resolved once for each of its users.
    cx.found.remove_repeats();
    let resolved = Document {
        origin: cx.root,
        title: openapi.info.title.clone(),
        version: openapi.info.version.clone(),
        description: openapi.info.description.clone(),
        servers,
        security,
        security_schemes,
        schemas: cx.schemas,
        components,
        operations,
    };
    (resolved, cx.found)
}

/// What the parts of resolve share.
pub(super) struct Resolver<'a> {
    /// The description.
    pub(super) description: &'a Description<'a>,
    /// Of it what all versions have in common.
    pub(super) openapi: &'a OpenAPI,
    /// Where the description starts.
    pub(super) root: Origin,
    /// The schemas so far; those that wait are still the schema that allows everything.
    pub(super) schemas: Arena<Schema>,
    /// Where each schema stands: a schema that is reached twice has one id.
    pub(super) by_pointer: HashMap<Pointer, SchemaId>,
    /// The schemas that wait to be filled. A list and not recursion: nothing bounds the depth of a description that a program made.
    pub(super) waiting: VecDeque<(SchemaId, &'a Tree<'a>)>,
    /// The schemas whose `$ref` is still text.
    pub(super) unlinked: VecDeque<(SchemaId, &'a str)>,
    /// The tags of discriminators whose targets are still text.
    pub(super) unlinked_tags: VecDeque<(SchemaId, &'a str, &'a str)>,
    /// The schemas that a reference can name, of a later version than 3.0. They are collected when one does.
    pub(super) schema_names: Option<HashMap<String, Vec<Pointer>>>,
    /// The components whose schemas have ids because a pointer leads into them.
    pub(super) visited: HashSet<Pointer>,
    /// How many references were compared with the names that they may have meant.
    pub(super) suggestions: usize,
    /// What was found.
    pub(super) found: Diagnostics,
}

impl<'a> Resolver<'a> {
    fn new(description: &'a Description<'a>, root: Origin) -> Self {
        Self {
            description,
            openapi: &description.openapi,
            root,
            schemas: Arena::default(),
            by_pointer: HashMap::default(),
            waiting: VecDeque::new(),
            unlinked: VecDeque::new(),
            unlinked_tags: VecDeque::new(),
            schema_names: None,
            visited: HashSet::default(),
            suggestions: 0,
            found: Diagnostics::default(),
        }
    }

    /// Reports that a part has the wrong shape, without stopping the run.
    pub(super) fn warn(&mut self, origin: Origin, message: impl Into<String>, help: &str) {
        let found = Diagnostic::new(Code::Structure, origin, message).help(help);
        self.found.push(Diagnostic { severity: Severity::Warning, ..found });
    }

    /// Resolves the servers that stand under `holder`.
    pub(super) fn servers(&mut self, servers: &[openapiv3::Server], holder: &Origin) -> Vec<Server> {
        let list = holder.child("servers");
        servers.iter().enumerate().map(|(index, server)| self.server(server, list.index(index))).collect()
    }

    fn server(&mut self, server: &openapiv3::Server, origin: Origin) -> Server {
        let variables: Vec<_> = server.variables.iter().flatten().map(|(name, it)| server_variable(name, it)).collect();
        for name in template_names(&server.url) {
            if !variables.iter().any(|variable| variable.name == name) {
                let message = format!("the variable `{name}` of the server's URL is not described");
                self.warn(origin.child("url"), message, "describe it under `variables`; its braces are sent as they are");
            }
        }
        Server { origin, url: server.url.clone(), description: server.description.clone(), variables }
    }

    /// Collects `example` and the values of `examples` of the node at `origin`.
    pub(super) fn examples(
        &mut self,
        example: Option<&Value>,
        examples: &'a IndexMap<String, openapiv3::ReferenceOr<openapiv3::Example>>,
        origin: &Origin,
    ) -> Vec<Value> {
        let example = example.and_then(|_| self.value(origin, "example"));
        let mut values: Vec<Value> = example.into_iter().collect();
        for (name, node) in examples {
            let place = origin.child("examples").child(name);
            if let Some((example, origin)) = self.follow(node, place, &EXAMPLE, references::example_at) {
                // The second came with 3.2.
                match self.value(&origin, "value").or_else(|| self.value(&origin, "dataValue")) {
                    Some(value) => values.push(value),
                    None => self.report_unread_example(example, &origin),
                }
            }
        }
        values
    }

    /// Returns the extensions of the object at `origin` (OpenAPI 3.0.3, "Specification Extensions").
    pub(super) fn extensions(&self, origin: &Origin) -> IndexMap<String, Value> {
        self.description.at(&origin.pointer).and_then(Tree::as_map).map(extensions).unwrap_or_default()
    }

    /// Returns what stands under a key of the object at `origin`, unless it is null.
    fn value(&self, origin: &Origin, key: &str) -> Option<Value> {
        self.description.at(&origin.pointer)?.get(key).filter(|value| !value.is_null()).map(Tree::to_value)
    }

    /// Reports an example whose value stands in a text or in another file (OpenAPI 3.2.0, "Example Object").
    fn report_unread_example(&mut self, example: &openapiv3::Example, origin: &Origin) {
        let keyword = match example.external_value {
            _ if self.description.text_at(&origin.pointer, "serializedValue").is_some() => "serializedValue",
            Some(_) => "externalValue",
            None => return,
        };
        let message = format!("the value of this example is not read from `{keyword}`");
        let found = Diagnostic::new(Code::UnsupportedFeature, origin.child(keyword), message);
        let found = found.help("give it as a value too; examples are for documentation, and for the answers of a mock");
        self.found.push(Diagnostic { severity: Severity::Note, ..found });
    }
}

fn server_variable(name: &str, variable: &openapiv3::ServerVariable) -> ServerVariable {
    ServerVariable {
        name: name.to_owned(),
        default: variable.default.clone(),
        values: variable.enumeration.clone(),
        description: variable.description.clone(),
    }
}

/// Returns the extensions among the entries of an object.
pub(super) fn extensions(map: &Map<'_>) -> IndexMap<String, Value> {
    map.iter().filter(|(key, _)| key.starts_with("x-")).map(|(key, value)| (key.to_owned(), value.to_value())).collect()
}

/// Returns the names in braces of a URL or path template, in order.
pub(super) fn template_names(template: &str) -> impl Iterator<Item = &str> {
    template.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}
