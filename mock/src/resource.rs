//! What the operations of a description do to what the server remembers, read off their paths, methods and answers.
//!
//! A `POST` on a path that ends in text makes a resource, if its answer is an object with an identifier and something else of the
//! description reads it: an item path (`/agents/{agentId}` for `/agents`) or a list on the same path. The rules are all here; what is
//! done by them is in `behaviour`.

use bindery::spec::{Document, Operation, SchemaId};

use crate::answer::Success;
use bindery_validator::schema::Direction;
use bindery_validator::wire::media;
use bindery_validator::wire::route::Template;
use bindery_validator::wire::shape;

/// Something that clients create.
#[derive(Debug)]
pub(crate) struct Resource {
    /// The path that creates and lists it.
    pub(crate) collection: Template,
    /// The parameter that names one item, where items have a path.
    pub(crate) parameter: Option<String>,
    /// The property that identifies it.
    pub(crate) id: String,
    /// The properties that the request which creates it can set.
    pub(crate) settable: Vec<String>,
    /// The properties that answers show of it.
    pub(crate) properties: Vec<String>,
    /// The schema of the answer to its creation.
    pub(crate) schema: SchemaId,
}

/// What an operation does.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Creates an item.
    Create,
    /// Lists items.
    List(Place),
    /// Gives an item.
    Read,
    /// Merges the request into an item.
    Merge,
    /// Sets all of an item that a client can set.
    Replace,
    /// Removes an item.
    Delete,
    /// Does something else: to the nearest item in its path, if there is one.
    Other,
}

/// Where the answer of a list has its items.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// The answer is the list.
    Whole,
    /// In a property.
    Property(String),
}

/// What an operation does and to what.
#[derive(Debug)]
pub(crate) struct Part {
    /// What it does.
    pub(crate) role: Role,
    /// The path of the operation.
    pub(crate) template: Template,
    /// The resource that it does it to, by its position; for `Other` the nearest one in the path.
    pub(crate) resource: Option<usize>,
    /// The resources whose items stand in the path, outermost first, by their positions.
    pub(crate) owners: Vec<usize>,
}

/// The resources of a description.
#[derive(Debug)]
pub(crate) struct Resources {
    /// Every resource.
    pub(crate) list: Vec<Resource>,
    /// A part for each operation of the document, in its order.
    parts: Vec<Part>,
}

impl Resources {
    /// Finds the resources, and what each operation has to do with them.
    pub(crate) fn new(document: &Document) -> Self {
        let paths: Vec<Template> = document.operations.iter().map(|operation| Template::parse(&operation.path)).collect();
        let found = document.operations.iter().zip(&paths);
        let list: Vec<Resource> = found.filter_map(|(operation, path)| resource(document, operation, path, &paths)).collect();
        let parts = document.operations.iter().zip(paths);
        let parts = parts.map(|(operation, path)| part(document, operation, path, &list)).collect();
        Self { list, parts }
    }

    /// Returns what an operation does, by its position in the document.
    pub(crate) fn part(&self, operation: usize) -> &Part {
        &self.parts[operation]
    }
}

/// Returns the schema of the JSON that an operation answers with.
fn answer_schema(operation: &Operation) -> Option<SchemaId> {
    let media_type = Success::of(operation).media_type()?;
    media_type.schema.filter(|_| media::is_json(media::concrete(media_type)))
}

/// Returns the properties that a client can set in the body of an operation.
pub(crate) fn settable<'a>(document: &'a Document, operation: &Operation) -> Vec<&'a str> {
    let content = operation.request_body.iter().flat_map(|body| &body.content);
    let properties = content.filter_map(|media_type| media_type.schema).flat_map(|it| shape::properties(document, it));
    let sent = properties.filter(|(_, property)| !shape::is_hidden(document, *property, Direction::Request));
    sent.map(|(name, _)| name).collect()
}

fn resource(document: &Document, operation: &Operation, path: &Template, paths: &[Template]) -> Option<Resource> {
    path.last_text().filter(|_| operation.method == "POST")?;
    let schema = answer_schema(operation)?;
    let item = paths.iter().find(|it| it.depth() == path.depth() + 1 && path.begins(it) && it.last_parameter().is_some());
    let parameter = item.and_then(Template::last_parameter).map(str::to_owned);
    let properties = shape::properties(document, schema);
    let id = ["id"].into_iter().chain(parameter.as_deref()).find(|name| properties.contains_key(name))?.to_owned();
    let shown = properties.iter().filter(|(_, property)| !shape::is_hidden(document, **property, Direction::Response));
    let properties = shown.map(|(name, _)| (*name).to_owned()).collect();
    let settable = settable(document, operation).into_iter().map(str::to_owned).collect();
    let resource = Resource { collection: path.clone(), parameter, id, settable, properties, schema };
    let is_listed = || {
        document.operations.iter().any(|other| {
            other.path == operation.path && other.method == "GET" && list_place(document, other, &resource).is_some()
        })
    };
    (item.is_some() || is_listed()).then_some(resource)
}

fn part(document: &Document, operation: &Operation, template: Template, resources: &[Resource]) -> Part {
    let is_owner = |(_, resource): &(usize, &Resource)| {
        let item = template.take(resource.collection.depth() + 1);
        item.is_some_and(|item| item.last_parameter().is_some() && resource.collection.begins(&item))
    };
    let mut owners: Vec<usize> = resources.iter().enumerate().filter(is_owner).map(|(index, _)| index).collect();
    owners.sort_by_key(|index| resources[*index].collection.depth());
    let nearest = owners.last().copied();
    let same = |one: &Template| one.depth() == template.depth() && one.begins(&template);
    let collection = resources.iter().position(|resource| same(&resource.collection));
    let is_item = nearest.is_some_and(|index| resources[index].collection.depth() + 1 == template.depth());
    let (role, resource) = match (operation.method.as_str(), collection) {
        ("POST", Some(index)) => (Role::Create, Some(index)),
        ("GET", Some(index)) => match list_place(document, operation, &resources[index]) {
            Some(place) => (Role::List(place), Some(index)),
            None => (Role::Other, nearest),
        },
        (method, _) if is_item => (item_role(method), nearest),
        _ => (Role::Other, nearest),
    };
    Part { role, template, resource, owners }
}

fn item_role(method: &str) -> Role {
    match method {
        "GET" => Role::Read,
        "PATCH" => Role::Merge,
        "PUT" => Role::Replace,
        "DELETE" => Role::Delete,
        _ => Role::Other,
    }
}

/// Finds where the answer of an operation has a resource's items.
///
/// Of several arrays the one whose items have the schema that creation answers with is taken, else the first whose items have the
/// resource's identifier.
fn list_place(document: &Document, operation: &Operation, resource: &Resource) -> Option<Place> {
    let schema = answer_schema(operation)?;
    let same = |items: SchemaId| target(document, items) == target(document, resource.schema);
    let similar = |items: SchemaId| shape::properties(document, items).contains_key(resource.id.as_str());
    if let Some(items) = shape::items(document, schema) {
        return (same(items) || similar(items)).then_some(Place::Whole);
    }
    let properties = shape::properties(document, schema);
    let lists = || properties.iter().filter_map(|(name, id)| Some((*name, shape::items(document, *id)?)));
    let found = lists().find(|(_, items)| same(*items)).or_else(|| lists().find(|(_, items)| similar(*items)));
    found.map(|(name, _)| Place::Property(name.to_owned()))
}

/// Follows references to their end.
fn target(document: &Document, mut schema: SchemaId) -> SchemaId {
    // Resolve cuts cycles of references; a document that a program made may have one all the same.
    for _ in 0..document.schemas.len() {
        match document.schemas[schema].reference {
            Some(next) => schema = next,
            None => break,
        }
    }
    schema
}
