//! The plan of the Rust crate, by names: what is looked up when the description is held against it.

use std::collections::{HashMap, HashSet};

use bindery::plan::{RustAlias, RustClient, RustCrate, RustEnum, RustItem, RustOperation, RustStruct, RustType, RustUnion};

/// Types of Rust and of the runtime that a generated type can be called like.
const OWN_NAMES: [&str; 6] = ["Bytes", "Multipart", "Never", "Object", "String", "Value"];

/// The generated items.
pub(super) struct Rust<'a> {
    items: HashMap<String, &'a RustItem>,
    /// How each schema is written, by its place, once for each direction.
    types: HashMap<&'a str, Vec<&'a str>>,
    /// The schemas that are written like an item, and are something else.
    plain: HashSet<&'a str>,
    operations: HashMap<(&'a str, &'a str), Vec<&'a RustOperation>>,
    client: Option<&'a RustClient>,
}

/// What a type is, apart from boxes, names and the possibility that there is no value.
#[derive(Clone, Copy)]
pub(super) enum Shape<'a> {
    Struct(&'a RustStruct),
    Enum(&'a RustEnum),
    Union(&'a RustUnion),
    /// A list of this.
    List(Ty<'a>),
    /// A map of this.
    Map(Ty<'a>),
    /// Any value, or any object.
    Anything,
    /// Anything else.
    Leaf,
}

/// A type as the plan has it, or as it is written.
#[derive(Clone, Copy)]
pub(super) enum Ty<'a> {
    Planned(&'a RustType),
    Written(&'a str),
}

/// Returns the name inside of what says that there are several of it, or perhaps none.
fn innermost(mut written: &str) -> &str {
    const AROUND: [&str; 5] = ["Option<", "Maybe<", "Box<", "Vec<", "BTreeMap<String, "];
    let inside = |text: &'_ str, start: &str| Some(text.strip_prefix(start)?.strip_suffix('>')?.len());
    while let Some(length) = AROUND.iter().find_map(|start| inside(written, start)) {
        written = &written[written.len() - 1 - length..written.len() - 1];
    }
    written
}

impl<'a> Rust<'a> {
    pub(super) fn new(plan: &'a RustCrate) -> Self {
        let items = plan.modules.iter().flat_map(|module| &module.items);
        let mut types: HashMap<&str, Vec<&str>> = HashMap::new();
        let mut plain = HashSet::new();
        let items_of_schemas: HashSet<_> = plan.items_of_schemas.iter().map(|item| item.origin.pointer.as_str()).collect();
        let taken: HashSet<_> = items.clone().filter_map(|item| Some(item.path()?.to_string())).collect();
        for (origin, written) in &plan.paths {
            let pointer = origin.pointer.as_str();
            // A schema called `String` has an item of that name; a text is written so too, and is not meant.
            let innermost = innermost(written);
            let ambiguous = OWN_NAMES.contains(&innermost) && taken.contains(innermost);
            types.entry(pointer).or_default().push(written);
            if ambiguous && !items_of_schemas.contains(pointer) {
                plain.insert(pointer);
            }
        }
        let client = items.clone().find_map(|item| match item {
            RustItem::Client(client) => Some(client),
            _ => None,
        });
        let mut operations: HashMap<_, Vec<_>> = HashMap::new();
        for operation in client.into_iter().flat_map(|client| &client.operations) {
            operations.entry((operation.method.as_str(), operation.path.as_str())).or_default().push(operation);
        }
        Self {
            items: items.filter_map(|item| Some((item.path()?.to_string(), item))).collect(),
            types,
            plain,
            operations,
            client,
        }
    }

    /// Returns every method of the client.
    pub(super) fn operations(&self) -> impl Iterator<Item = &'a RustOperation> {
        self.client.into_iter().flat_map(|client| &client.operations)
    }

    /// Returns the method for an HTTP method and a path template; of several the one of that number, in the order of the description.
    /// Paths that differ by a query that is sent as parameters are one template.
    pub(super) fn operation(&self, method: &str, path: &str, number: usize) -> Option<&'a RustOperation> {
        self.operations.get(&(method, path))?.get(number).copied()
    }

    /// Returns how the schema at a place is written.
    pub(super) fn types_at(&self, pointer: &str) -> &[&'a str] {
        self.types.get(pointer).map(Vec::as_slice).unwrap_or_default()
    }

    /// Returns how the schema at a place is written, where that names what it is.
    pub(super) fn walkable_at(&self, pointer: &str) -> &[&'a str] {
        if self.plain.contains(pointer) { &[] } else { self.types_at(pointer) }
    }

    /// Returns the item of a name.
    pub(super) fn item(&self, path: &str) -> Option<&'a RustItem> {
        self.items.get(path).copied()
    }

    /// Returns what a type is.
    pub(super) fn shape(&self, ty: Ty<'a>) -> Shape<'a> {
        match ty {
            Ty::Planned(ty) => self.planned(ty),
            Ty::Written(text) => self.written(text),
        }
    }

    fn planned(&self, ty: &'a RustType) -> Shape<'a> {
        match ty {
            RustType::Option(inner) | RustType::Maybe(inner) | RustType::Boxed(inner) | RustType::Alias(_, inner) => {
                self.planned(inner)
            }
            RustType::Named(path) => self.named(&path.to_string()),
            RustType::Vec(inner) => Shape::List(Ty::Planned(inner)),
            RustType::Map(inner) => Shape::Map(Ty::Planned(inner)),
            RustType::Value | RustType::Object => Shape::Anything,
            _ => Shape::Leaf,
        }
    }

    fn written(&self, text: &'a str) -> Shape<'a> {
        let inside = |start: &str| text.strip_prefix(start).and_then(|rest| rest.strip_suffix('>'));
        if let Some(inner) = ["Option<", "Maybe<", "Box<"].iter().find_map(|start| inside(start)) {
            return self.written(inner);
        }
        if let Some(inner) = inside("Vec<") {
            return Shape::List(Ty::Written(inner));
        }
        if let Some(inner) = inside("BTreeMap<String, ") {
            return Shape::Map(Ty::Written(inner));
        }
        match text {
            // A generated type may have one of these names, and then is meant.
            "Value" | "Object" if self.item(text).is_none() => Shape::Anything,
            _ => self.named(text),
        }
    }

    fn named(&self, path: &str) -> Shape<'a> {
        match self.item(path) {
            Some(RustItem::Struct(item)) => Shape::Struct(item),
            Some(RustItem::Enum(item)) => Shape::Enum(item),
            Some(RustItem::Union(item)) => Shape::Union(item),
            Some(RustItem::Alias(RustAlias { ty, .. }) | RustItem::Newtype(RustAlias { ty, .. })) => self.planned(ty),
            Some(RustItem::Answers(_) | RustItem::Server(_) | RustItem::Client(_)) | None => Shape::Leaf,
        }
    }

    /// Returns what the variants of a union are, those of unions among them too.
    pub(super) fn variants(&self, union: &'a RustUnion) -> Vec<Shape<'a>> {
        let mut shapes = Vec::new();
        let mut seen = HashSet::new();
        let mut left = vec![union];
        while let Some(union) = left.pop() {
            if !seen.insert(union.path.to_string()) {
                continue;
            }
            for variant in &union.variants {
                match self.planned(&variant.ty) {
                    Shape::Union(inner) => left.push(inner),
                    shape => shapes.push(shape),
                }
            }
        }
        shapes
    }
}
