//! Reference -> the file that it leads to, read once: relative paths, local copies of URLs, and the folders that nothing leads out of.

use std::path::{Component, Path, PathBuf};

use foldhash::{HashMap, HashSet};

use super::AssembleOptions;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, nearest};
use crate::parse::nodes::{Content, Node, read_nodes};
use crate::source::{DocumentId, Origin, Pointer, Sources, percent_decode};

/// The files of a description.
pub(super) struct Files<'a> {
    pub(super) sources: &'a mut Sources,
    pub(super) root: DocumentId,
    options: &'a AssembleOptions,
    /// The folders that files are read from, as the file system knows them; none for a description that is no file.
    allowed: Vec<PathBuf>,
    by_path: HashMap<PathBuf, Option<DocumentId>>,
    by_document: HashMap<DocumentId, File>,
    /// Texts whose parts were put into the root, and are read as if they had been written there.
    guests: Vec<DocumentId>,
    /// What the root calls itself, and schemas in it.
    names: HashSet<String>,
}

/// One file.
struct File {
    /// Its path as the caller would write it.
    path: PathBuf,
    tree: Node,
}

impl<'a> Files<'a> {
    /// Starts with the root of a description, and the path of its file if it is one.
    pub(super) fn new(
        sources: &'a mut Sources,
        root: Node,
        path: Option<&Path>,
        options: &'a AssembleOptions,
        guests: Vec<DocumentId>,
    ) -> Self {
        let document = root.origin.document;
        let folder = path.map(|path| options.root_folder.clone().unwrap_or_else(|| folder_of(path)));
        let copies = options.local_copies.iter().map(|(_, copy)| copy.clone());
        let allowed = folder.iter().cloned().chain(copies).filter_map(|folder| folder.canonicalize().ok());
        let names = own_names(&root);
        let mut files = Self {
            sources,
            root: document,
            options,
            allowed: if path.is_some() { allowed.collect() } else { Vec::new() },
            by_path: HashMap::default(),
            by_document: HashMap::default(),
            guests,
            names,
        };
        if let Some(known) = path.and_then(|path| path.canonicalize().ok()) {
            files.by_path.insert(known, Some(document));
        }
        files.by_document.insert(document, File { path: path.unwrap_or(Path::new("")).to_owned(), tree: root });
        files
    }

    /// Returns the text that references from this one are relative to.
    pub(super) fn home(&self, document: DocumentId) -> DocumentId {
        if self.guests.contains(&document) { self.root } else { document }
    }

    /// Tells whether a reference leads from the root to the root.
    pub(super) fn is_within_root(&self, reference: &str, place: &Origin) -> bool {
        self.home(place.document) == self.root && stays_inside(reference, &self.names)
    }

    /// Returns the outermost node of a file.
    pub(super) fn tree(&self, document: DocumentId) -> &Node {
        &self.by_document.get(&document).expect("only files that were read have a name").tree
    }

    /// Returns the path of a file, as the caller would write it.
    pub(super) fn path(&self, document: DocumentId) -> &Path {
        &self.by_document.get(&document).expect("only files that were read have a name").path
    }

    /// Finds the text and the pointer that a reference names. What is wrong with it is reported at its place.
    pub(super) fn resolve(&mut self, reference: &str, place: &Origin, found: &mut Diagnostics) -> Option<Origin> {
        let (address, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let home = self.home(place.document);
        let document = match address {
            "" => home,
            // Version 3.2 lets a description have a URI of its own.
            _ if self.tree(self.root).get("$self").and_then(Node::as_str) == Some(address) => self.root,
            _ => {
                let path = self.local_path(address, home).map_err(|problem| found.push(problem.at(place, reference))).ok()?;
                self.open(&path, reference, place, found)?
            }
        };
        let anchored = || anchor(self.tree(document), fragment).map(|node| node.origin.pointer.clone());
        match Pointer::parse(&format!("#{fragment}")).or_else(anchored) {
            Some(pointer) => Some(Origin { document, pointer }),
            None => {
                let message = format!("`{reference}` ends neither in a JSON Pointer nor in an `$anchor` of the file");
                let help = "behind the `#` stands the way to a part of the file, such as `#/components/schemas/Name`";
                found.push(Diagnostic::new(Code::DanglingRef, place.clone(), message).help(help));
                None
            }
        }
    }

    /// Turns the address of a reference into a path.
    fn local_path(&self, address: &str, home: DocumentId) -> Result<PathBuf, Refused> {
        if self.allowed.is_empty() {
            return Err(Refused::new("leads out of a text that has no folder", "generate from a file instead"));
        }
        let (address, _) = address.split_once('?').unwrap_or((address, ""));
        let decoded = percent_decode(address).ok_or(Refused::new("has a broken percent code", "`%` is written as `%25`"))?;
        if is_url(address) {
            return self.local_copy(address);
        }
        if decoded.starts_with(['/', '\\']) {
            return Err(Refused::new("is an absolute path", "write the path relative to the file that the `$ref` stands in"));
        }
        let path = normalized(&folder_of(self.path(home)).join(decoded.as_ref()));
        Ok(path)
    }

    /// Finds the file that the user keeps in place of a URL; the longest prefix counts.
    fn local_copy(&self, url: &str) -> Result<PathBuf, Refused> {
        let copies =
            self.options.local_copies.iter().filter_map(|(prefix, copy)| Some((url.strip_prefix(prefix.as_str())?, copy)));
        let Some((rest, copy)) = copies.min_by_key(|(rest, _)| rest.len()) else {
            let folder = url.rsplit_once('/').map_or(url, |(folder, _)| folder);
            let help = match url.starts_with("http") {
                true => format!(
                    "keep a copy, and name it: `Config::local_copy(\"{folder}/\", \"vendor/\")`, `--local-copy {folder}/=vendor/`"
                ),
                false => "only files below the folder of the description are read; write a relative path".to_owned(),
            };
            return Err(Refused { problem: "is a URL, and nothing is read from the network", help });
        };
        let rest = percent_decode(rest).ok_or(Refused::new("has a broken percent code", "`%` is written as `%25`"))?;
        Ok(if rest.is_empty() { copy.clone() } else { normalized(&copy.join(rest.trim_start_matches('/'))) })
    }

    /// Reads a file, or finds it among those that were read.
    fn open(&mut self, path: &Path, reference: &str, place: &Origin, found: &mut Diagnostics) -> Option<DocumentId> {
        if let Some(document) = self.by_path.get(path) {
            return *document;
        }
        let Ok(known) = path.canonicalize() else {
            // Cargo and other build systems shall look for it again.
            self.sources.miss(path);
            found.push(missing(path, &self.sources.name_of(path), reference, place));
            return None;
        };
        if !self.allowed.iter().any(|folder| known.starts_with(folder)) {
            let help = "`Config::root_folder` (`--root-folder`) names a folder further up, if that is meant";
            let problem = "leads out of the folder of the description";
            found.push(Refused::new(problem, help).at(place, reference));
            return None;
        }
        let document = match self.by_path.get(&known) {
            Some(document) => *document,
            None => self.read(path, found),
        };
        self.by_path.insert(known, document);
        self.by_path.insert(path.to_owned(), document);
        document
    }

    fn read(&mut self, path: &Path, found: &mut Diagnostics) -> Option<DocumentId> {
        let document = self.sources.load(path).map_err(|problem| found.push(problem)).ok()?;
        let (tree, problems) = read_nodes(self.sources, document).map_err(|problem| found.push(problem)).ok()?;
        found.append(problems);
        self.by_document.insert(document, File { path: path.to_owned(), tree });
        Some(document)
    }
}

/// Returns the URIs that a text gives to itself and to schemas in it. References to them stay inside (JSON Schema 2020-12, section 8.2;
/// OpenAPI 3.2.0, "OpenAPI Object").
pub(super) fn own_names(root: &Node) -> HashSet<String> {
    let mut names = HashSet::default();
    names.extend(root.get("$self").and_then(Node::as_str).map(str::to_owned));
    add_ids(root, &mut names);
    names
}

fn add_ids(node: &Node, names: &mut HashSet<String>) {
    match &node.content {
        Content::Scalar(_) => {}
        Content::List(list) => list.iter().for_each(|item| add_ids(item, names)),
        Content::Map(map) => {
            names.extend(node.get("$id").and_then(Node::as_str).map(str::to_owned));
            map.values().for_each(|value| add_ids(value, names));
        }
    }
}

/// Tells whether a reference leads to the text that it stands in.
pub(super) fn stays_inside(reference: &str, names: &HashSet<String>) -> bool {
    let (address, _) = reference.split_once('#').unwrap_or((reference, ""));
    address.is_empty() && reference.starts_with('#') || names.contains(address)
}

/// Finds the schema with an `$anchor`.
fn anchor<'n>(node: &'n Node, name: &str) -> Option<&'n Node> {
    let has_name = |key| node.get(key).and_then(Node::as_str) == Some(name);
    match &node.content {
        Content::Scalar(_) => None,
        Content::List(list) => list.iter().find_map(|item| anchor(item, name)),
        Content::Map(_) if has_name("$anchor") || has_name("$dynamicAnchor") => Some(node),
        Content::Map(map) => map.values().find_map(|value| anchor(value, name)),
    }
}

/// Why an address is not read.
struct Refused {
    problem: &'static str,
    help: String,
}

impl Refused {
    fn new(problem: &'static str, help: &str) -> Self {
        Self { problem, help: help.to_owned() }
    }

    fn at(self, place: &Origin, reference: &str) -> Diagnostic {
        Diagnostic::new(Code::ExternalRef, place.clone(), format!("`{reference}` {}", self.problem)).help(self.help)
    }
}

/// Says that a file is not there, and which was probably meant.
fn missing(path: &Path, shown: &str, reference: &str, place: &Origin) -> Diagnostic {
    let message = format!("`{reference}` leads to a file that is not there: {shown}");
    let found = Diagnostic::new(Code::MissingFile, place.clone(), message);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let entries = std::fs::read_dir(folder_of(path)).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    match nearest(&name, names.iter().map(String::as_str)) {
        Some(near) => found.help(format!("did you mean `{near}`?")),
        None => found,
    }
}

/// Tells whether an address begins with a scheme (RFC 3986, section 3.1), and is no drive of Windows.
fn is_url(address: &str) -> bool {
    let Some((scheme, _)) = address.split_once(':') else { return address.starts_with("//") };
    scheme.len() > 1
        && scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.chars().all(|letter| letter.is_ascii_alphanumeric() || "+-.".contains(letter))
}

/// Returns the folder that a file is in; of a bare name it is the working directory.
pub(super) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        Some(_) | None => PathBuf::from("."),
    }
}

/// Takes `.` and `name/..` out of a path, without a look at the file system.
fn normalized(path: &Path) -> PathBuf {
    let mut parts: Vec<Component<'_>> = Vec::new();
    for part in path.components() {
        match (part, parts.last()) {
            (Component::CurDir, _) => {}
            (Component::ParentDir, Some(Component::Normal(_))) => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts.iter().collect()
}
