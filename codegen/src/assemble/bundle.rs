//! A root and the files it refers to -> one tree: what a `$ref` leads to in another file becomes a component of the root.
//!
//! One node of one file is one component, however many references lead to it and however they are written. What the normal form has no
//! components for (path items, callbacks, media types, whatever else people put a `$ref` in place of) is read where the reference stands.

use foldhash::{HashMap, HashSet};
use indexmap::IndexMap;
use serde_json::Value;

use super::files::Files;
use super::names;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity, nearest};
use crate::kind::{Kind, Layout};
use crate::parse::nodes::{Content, Map, Node};
use crate::source::{Origin, Pointer};

/// How many `$ref`s may stand in place of one node, one behind the other.
const MAX_HOPS: usize = 64;

/// How deeply references that are read in place may be nested: paths, a path, its operation, a callback and the like.
const MAX_NESTED: usize = 12;

/// How many nodes may be read in place of references. A few small files can stand for endlessly many.
const MAX_INLINED: usize = 5_000_000;

/// Puts the files that `root` refers to into it.
pub(super) fn bundle(files: Files<'_>, mut root: Node, layout: Layout, found: &mut Diagnostics) -> Node {
    let mut bundle = Bundle::new(files, layout);
    bundle.expand(&mut root, Kind::Root, &mut Vec::new());
    bundle.fetch_targets();
    bundle.settle(&mut root);
    found.append(bundle.found);
    root
}

/// A node of another file that a reference leads to.
pub(super) struct Target {
    pub(super) kind: Kind,
    pub(super) node: Node,
    /// Its name among the components, once it has one.
    pub(super) name: Option<String>,
    /// Whether its node stands in the root already.
    placed: bool,
}

/// What a reference becomes.
#[derive(Clone)]
enum Link {
    /// A component.
    Target(usize),
    /// A node of the root.
    Root(Pointer),
}

/// Names a target: its node, and what it is.
pub(super) type TargetKey = (Origin, Kind);

pub(super) struct Bundle<'a> {
    pub(super) files: Files<'a>,
    pub(super) layout: Layout,
    pub(super) targets: IndexMap<TargetKey, Target>,
    /// What the references become, by the places of their texts. None for those that lead nowhere.
    links: HashMap<Origin, Option<Link>>,
    /// The nodes of other files that were walked, with what they are.
    walked: HashSet<TargetKey>,
    /// How many nodes have been read in place of references.
    inlined: usize,
    pub(super) found: Diagnostics,
}

impl<'a> Bundle<'a> {
    fn new(files: Files<'a>, layout: Layout) -> Self {
        Self {
            files,
            layout,
            targets: IndexMap::new(),
            links: HashMap::default(),
            walked: HashSet::default(),
            inlined: 0,
            found: Diagnostics::default(),
        }
    }

    /// Walks a node: finds the references to components in it, and reads the others in place. `trail` holds what is being read so.
    fn expand(&mut self, node: &mut Node, kind: Kind, trail: &mut Vec<Origin>) {
        if kind == Kind::Data {
            return;
        }
        let outside = trail.len();
        while let Some(text) = node.get("$ref").filter(|it| it.as_str().is_some()).cloned() {
            if self.layout.section(kind).is_some() {
                self.link(&text, kind);
                break;
            }
            if !self.inline(node, &text, kind, trail) {
                break;
            }
        }
        self.note_walked(node, kind);
        match &mut node.content {
            Content::Map(map) => {
                for (key, value) in map.iter_mut().filter(|(key, _)| *key != "$ref") {
                    self.expand(value, kind.child(key), trail);
                }
            }
            Content::List(list) => {
                for item in list {
                    self.expand(item, kind.item(), trail);
                }
            }
            Content::Scalar(_) if kind == Kind::Tag => self.link_tag(node),
            Content::Scalar(_) => {}
        }
        trail.truncate(outside);
    }

    fn note_walked(&mut self, node: &Node, kind: Kind) {
        let document = self.files.home(node.origin.document);
        if document != self.files.root && self.layout.section(kind).is_some() {
            self.walked.insert((node.origin.clone(), kind));
        }
    }

    /// Notes what a reference leads to. A reference within the root stays as it is.
    fn link(&mut self, text: &Node, kind: Kind) {
        let Some(reference) = text.as_str() else { return };
        if self.files.is_within_root(reference, &text.origin) || self.links.contains_key(&text.origin) {
            return;
        }
        let link = self.locate(reference, &text.origin).map(|located| match located {
            Located { node: None, origin } => Link::Root(origin.pointer),
            Located { node: Some(node), origin } => Link::Target(self.target(origin, kind, node)),
        });
        self.links.insert(text.origin.clone(), link);
    }

    fn target(&mut self, origin: Origin, kind: Kind, node: Node) -> usize {
        let entry = self.targets.entry((origin, kind));
        let index = entry.index();
        entry.or_insert(Target { kind, node, name: None, placed: false });
        index
    }

    /// A tag is mapped to the name of a schema, or to a reference (OpenAPI 3.0.3, "Discriminator Object").
    fn link_tag(&mut self, node: &Node) {
        let Some(text) = node.as_str() else { return };
        let is_reference = text.contains(['#', '/']) || [".yaml", ".yml", ".json"].iter().any(|ending| text.ends_with(ending));
        if is_reference {
            return self.link(node, Kind::Schema);
        }
        // In a whole description it names a schema of that description.
        let home = self.files.home(node.origin.document);
        let by_name = |tree: &Node| tree.get("components")?.get("schemas")?.get(text).map(|_| ());
        if home != self.files.root && by_name(self.files.tree(home)).is_some() {
            let reference = format!("#{}", Pointer::root().child("components").child("schemas").child(text));
            self.link(&Node::text(node.origin.clone(), reference), Kind::Schema);
        }
    }

    /// Reads what a reference leads to in place of it, and tells whether that was done.
    fn inline(&mut self, node: &mut Node, text: &Node, kind: Kind, trail: &mut Vec<Origin>) -> bool {
        let Some(reference) = text.as_str() else { return false };
        // Within the root, references to all else are resolved later.
        let stays = kind != Kind::MediaType && self.files.is_within_root(reference, &text.origin);
        if stays || self.links.get(&text.origin).is_some_and(Option::is_none) {
            return false;
        }
        let Some(located) = self.locate(reference, &text.origin) else {
            self.links.insert(text.origin.clone(), None);
            return false;
        };
        if trail.len() > MAX_NESTED || self.inlined > MAX_INLINED {
            let message = format!("`{reference}` is not read here: what stands in place of references has grown too large");
            self.found.push(Diagnostic::new(Code::TooDeep, text.origin.clone(), message));
            self.links.insert(text.origin.clone(), None);
            return false;
        }
        if trail.contains(&located.origin) {
            let message = format!("`{reference}` leads back to where it is read");
            let help = "what stands in place of this `$ref` would have no end";
            self.found.push(Diagnostic::new(Code::CyclicRef, text.origin.clone(), message).help(help));
            self.links.insert(text.origin.clone(), None);
            return false;
        }
        if !self.may_be_reference(kind) {
            let message = format!("OpenAPI has no `$ref` in place of {}; `{reference}` is read here", kind.noun());
            self.found.push(Diagnostic::new(Code::InlinedRef, text.origin.clone(), message));
        }
        trail.push(located.origin.clone());
        let content = match located.node {
            Some(content) => content,
            None => match self.find(&located.origin) {
                Some(content) => content.clone(),
                None => return self.report_nowhere(&located.origin, reference, &text.origin),
            },
        };
        self.inlined += content.size();
        let siblings = std::mem::replace(node, content);
        self.merge_siblings(node, siblings);
        true
    }

    /// Tells whether the version of the root has a `$ref` for nodes of a kind. One for media types came with 3.2.
    fn may_be_reference(&self, kind: Kind) -> bool {
        let version = self.files.tree(self.files.root).get("openapi").and_then(Node::as_str);
        kind.may_be_reference() || kind == Kind::MediaType && version.is_some_and(|version| version.starts_with("3.2"))
    }

    /// Puts the keys that stood beside a `$ref` to what it led to, where that says nothing else.
    fn merge_siblings(&mut self, node: &mut Node, siblings: Node) {
        let Content::Map(siblings) = siblings.content else { return };
        for (key, value) in siblings.into_iter().filter(|(key, _)| key != "$ref") {
            let place = value.origin.clone();
            match node.as_map_mut() {
                Some(map) if !map.contains_key(&key) => {
                    map.insert(key, value);
                }
                Some(_) | None => {
                    let message = format!("`{key}` is ignored, because what the `$ref` beside it leads to has it too");
                    self.found.push(Diagnostic::new(Code::UnknownKeyword, place, message));
                }
            }
        }
    }

    /// Follows a reference to the node that it leads to, through nodes that are references themselves.
    fn locate(&mut self, reference: &str, place: &Origin) -> Option<Located> {
        let (mut reference, mut place) = (reference.to_owned(), place.clone());
        let (first, started) = (reference.clone(), place.clone());
        let mut passed = Vec::new();
        loop {
            let origin = self.files.resolve(&reference, &place, &mut self.found)?;
            let origin = self.pass_references(origin, &reference, &place)?;
            if origin.document == self.files.root {
                return Some(Located { origin, node: None });
            }
            let Some(node) = self.find(&origin) else {
                self.report_nowhere(&origin, &reference, &place);
                return None;
            };
            let next = node.as_map().filter(|map| map.len() == 1).and_then(|map| map.get("$ref"));
            let Some((text, next)) = next.and_then(|next| Some((next.as_str()?.to_owned(), next.origin.clone()))) else {
                return Some(Located { node: Some(node.clone()), origin });
            };
            if passed.contains(&origin) || passed.len() > MAX_HOPS {
                let message = format!("`{first}` leads back to itself, through `$ref`s only");
                let found = Diagnostic::new(Code::CyclicRef, started, message).help("one of them must be a definition");
                self.found.push(found.related("this is one of them", next));
                return None;
            }
            passed.push(origin);
            (reference, place) = (text, next);
        }
    }

    /// Follows `$ref`s that a pointer leads through, so that it names a node that stands there itself.
    fn pass_references(&mut self, mut origin: Origin, reference: &str, place: &Origin) -> Option<Origin> {
        for _ in 0..MAX_HOPS {
            if origin.document == self.files.root {
                return Some(origin);
            }
            let Some((text, rest)) = self.reference_on_the_way(&origin) else { return Some(origin) };
            let target = self.files.resolve(text.as_str()?, &text.origin, &mut self.found)?;
            origin = rest.iter().fold(target, |origin, token| origin.child(token));
        }
        let message = format!("`{reference}` leads through `$ref`s that have no end");
        self.found.push(Diagnostic::new(Code::CyclicRef, place.clone(), message));
        None
    }

    /// Returns the first `$ref` that stands in the way of a pointer, and the rest of the pointer.
    fn reference_on_the_way(&self, origin: &Origin) -> Option<(Node, Vec<String>)> {
        let mut node = self.files.tree(origin.document);
        let mut tokens = origin.pointer.tokens();
        while let Some(token) = tokens.next() {
            match node.child(&token) {
                Some(child) => node = child,
                None => {
                    let text = node.get("$ref").filter(|it| it.as_str().is_some())?.clone();
                    let rest = std::iter::once(token).chain(tokens).map(std::borrow::Cow::into_owned);
                    return Some((text, rest.collect()));
                }
            }
        }
        None
    }

    fn find(&self, origin: &Origin) -> Option<&Node> {
        let tree = self.files.tree(origin.document);
        origin.pointer.tokens().try_fold(tree, |node, token| node.child(&token))
    }

    /// Reports that a file has no such part, and which was probably meant.
    fn report_nowhere(&mut self, origin: &Origin, reference: &str, place: &Origin) -> bool {
        let mut node = self.files.tree(origin.document);
        let mut missing = None;
        for token in origin.pointer.tokens() {
            match node.child(&token) {
                Some(child) => node = child,
                None => {
                    missing = Some(token.into_owned());
                    break;
                }
            }
        }
        let file = &self.files.sources.get(origin.document).name;
        let token = missing.unwrap_or_default();
        let message = format!("`{reference}` leads to nothing: {file} has no `{token}` there");
        let found = Diagnostic::new(Code::DanglingRef, place.clone(), message);
        let keys = node.as_map().into_iter().flat_map(Map::keys);
        let found = match nearest(&token, keys.map(String::as_str)) {
            Some(near) => found.help(format!("did you mean `{near}`?")),
            None => found,
        };
        self.found.push(found.related("it would stand here", node.origin.clone()));
        false
    }

    /// Walks what references lead to, which may lead to more.
    fn fetch_targets(&mut self) {
        let mut index = 0;
        while let Some((_, target)) = self.targets.get_index(index) {
            let (mut node, kind) = (target.node.clone(), target.kind);
            // What a file of a schema defines beside it is a component if it is used; the keyword itself is none of OpenAPI 3.0.
            if kind == Kind::Schema
                && let Some(map) = node.as_map_mut()
            {
                map.shift_remove("definitions");
            }
            self.expand(&mut node, kind, &mut Vec::new());
            self.targets[index].node = node;
            index += 1;
        }
    }

    /// Gives every target its place among the components, and writes the references anew.
    fn settle(&mut self, root: &mut Node) {
        let mut components = self.take_components(root);
        self.place_under_names_of_the_root(&mut components);
        names::name_targets(self, &components);
        for (_, target) in &mut self.targets {
            if !target.placed {
                let name = target.name.clone().expect("every target has been named");
                let node = std::mem::replace(&mut target.node, Node::text(root.origin.clone(), ""));
                components.entry(target.kind).or_default().insert(name, node);
            }
        }
        self.finish(root);
        for (kind, mut section) in components {
            for node in section.values_mut() {
                self.finish_content(node);
            }
            self.put_section(root, kind, section);
        }
    }

    /// Takes the sections of components out of the root, in the order of their kinds.
    fn take_components(&self, root: &mut Node) -> IndexMap<Kind, Map> {
        let mut components = IndexMap::new();
        for kind in Kind::NAMED {
            let keys = self.layout.section(kind).unwrap_or_default();
            let section = keys.iter().try_fold(&mut *root, |node, key| node.as_map_mut()?.get_mut(*key));
            if !keys.is_empty()
                && let Some(section) = section.and_then(Node::as_map_mut)
            {
                components.insert(kind, std::mem::take(section));
            }
        }
        components
    }

    /// Puts a section where it belongs; what holds it is made if need be.
    fn put_section(&self, root: &mut Node, kind: Kind, section: Map) {
        let origin = root.origin.clone();
        let mut at = root;
        for key in self.layout.section(kind).unwrap_or_default() {
            let Some(map) = at.as_map_mut() else { return };
            at = map.entry((*key).to_owned()).or_insert_with(|| Node::new(origin.clone(), Content::Map(Map::new())));
            if matches!(at.content, Content::Scalar(Value::Null)) {
                at.content = Content::Map(Map::new());
            }
        }
        if let Some(map) = at.as_map_mut() {
            *map = section;
        }
    }

    /// A component of the root that is only a `$ref` to a target names it, and so does one that is the target itself, because the
    /// section was read from a file.
    fn place_under_names_of_the_root(&mut self, components: &mut IndexMap<Kind, Map>) {
        for (kind, section) in components {
            for (name, node) in section.iter_mut() {
                let text = node.as_map().filter(|map| map.len() == 1).and_then(|map| map.get("$ref"));
                let aliased = match text.and_then(|text| self.links.get(&text.origin)) {
                    Some(Some(Link::Target(index))) => Some(*index),
                    _ => None,
                };
                let itself = self.targets.get_index_of(&(node.origin.clone(), *kind));
                let Some((_, target)) = aliased.or(itself).and_then(|index| self.targets.get_index_mut(index)) else { continue };
                if !target.placed && target.kind == *kind {
                    target.placed = true;
                    target.name = Some(name.clone());
                    *node = target.node.clone();
                }
            }
        }
    }

    /// Writes the references below a node anew, and those in place of nodes that became components.
    fn finish(&self, node: &mut Node) {
        if let Some(pointer) = self.component_made_of(node) {
            let text = Node::text(node.origin.child("$ref"), reference_to(&pointer));
            let only = Map::from_iter([("$ref".to_owned(), text)]);
            node.content = Content::Map(only);
            return;
        }
        self.finish_content(node);
    }

    fn finish_content(&self, node: &mut Node) {
        match &mut node.content {
            Content::Map(map) => map.values_mut().for_each(|value| self.finish(value)),
            Content::List(list) => list.iter_mut().for_each(|item| self.finish(item)),
            Content::Scalar(value) => {
                let pointer = match self.links.get(&node.origin) {
                    Some(Some(Link::Root(pointer))) => pointer.clone(),
                    Some(Some(Link::Target(index))) => self.pointer_to(*index),
                    Some(None) | None => return,
                };
                *value = Value::String(reference_to(&pointer));
            }
        }
    }

    /// Returns where the component is that a node became, which stands inside of another node that was brought in.
    fn component_made_of(&self, node: &Node) -> Option<Pointer> {
        if node.origin.document == self.files.root {
            return None;
        }
        Kind::NAMED.iter().find_map(|kind| {
            let key = (node.origin.clone(), *kind);
            let index = self.targets.get_index_of(&key)?;
            self.walked.contains(&key).then(|| self.pointer_to(index))
        })
    }

    fn pointer_to(&self, target: usize) -> Pointer {
        let target = &self.targets[target];
        let section = self.layout.section(target.kind).unwrap_or_default();
        let section = section.iter().fold(Pointer::root(), |pointer, key| pointer.child(key));
        section.child(target.name.as_deref().unwrap_or_default())
    }

    /// Reports that a target has another name than its own.
    pub(super) fn report_collision(&mut self, origin: &Origin, message: String, help: String) {
        let found = Diagnostic::new(Code::NameCollision, origin.clone(), message).help(help);
        self.found.push(Diagnostic { severity: Severity::Note, ..found });
    }
}

/// Where a reference leads.
struct Located {
    origin: Origin,
    /// The node; none where it is one of the root, which stays where it is.
    node: Option<Node>,
}

fn reference_to(pointer: &Pointer) -> String {
    // In a fragment `%` begins a code (RFC 6901, section 6).
    format!("#{}", pointer.as_str().replace('%', "%25"))
}
