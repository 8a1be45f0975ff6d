//! A description -> what is wrong or doubtful in it.
//!
//! What the generator has to say comes from its stages; the rules of this module look at the tree of the description, node by node.
//! Each rule is a function in a module for its subject. Findings of one definition are one finding, with its uses.

mod components;
mod links;
mod objects;
mod operations;
mod paths;
mod repeats;
mod schema;
mod security;
mod servers;
mod uses;
mod values;

use std::path::Path;

use bindery::diagnostic::Severity;
use bindery::kind::Kind;
use bindery::source::{Origin, Pointer, Sources};
use bindery::{Config, Error, Examined};
use foldhash::HashSet;
use serde_json::Value;

use self::uses::References;
use crate::finding::{Batch, Finding, Fix, On};
use crate::ignore::Ignores;
use crate::levels::Levels;
use crate::rule::{DANGLING_REF, EXTERNAL_REF, MISSING_FILE, OPTIONAL_PATH_PARAMETER, UNKNOWN_KEYWORD};
use crate::tree::{NodeId, Tree};

/// The groups of rules that other commands look for.
const OTHERS: [&str; 3] = ["docs", "diff", "payload"];

/// Judges a description in a file.
///
/// # Errors
///
/// Fails where the description can't be read, or an option of `config` is wrong. A description that breaks its standard is no failure.
pub fn lint(config: &Config, description: impl AsRef<Path>, levels: &Levels) -> Result<Batch, Error> {
    config.examine(description).map(|examined| judge(examined, levels))
}

/// Judges a description that was examined.
pub fn judge(examined: Examined, levels: &Levels) -> Batch {
    // What the stages made is not looked at, and takes more memory than the tree.
    let Examined { sources, text, diagnostics, document, api, plan } = examined;
    drop((document, api, plan));
    let mut findings: Vec<Finding> = diagnostics.iter().map(Finding::from).collect();
    let tree = bindery::parse::read_tree(&sources, text);
    if let Err(unreadable) = &tree
        && !diagnostics.has_errors()
    {
        findings.push(Finding::from(unreadable.as_ref()));
    }
    if let Ok(root) = tree {
        let cx = Lint::new(&root, Origin::root(text));
        // Rules of the tree find these in components that nothing uses, too, and mend them.
        findings.retain(|finding| finding.rule != &OPTIONAL_PATH_PARAMETER && !cx.is_sibling(finding));
        findings.iter_mut().for_each(|finding| cx.allow_more_keywords(finding));
        findings.iter_mut().for_each(|finding| cx.keep_keys_apart(finding));
        cx.check(&mut findings);
        add_uses(&mut findings, &cx.references);
        let mut ignores = Ignores::new(&cx.tree, &cx.root);
        ignores.leave_out(&mut findings, |finding| vec![&finding.origin]);
        findings.extend(ignores.unknown());
        findings.extend(ignores.unused(|rule, _| !OTHERS.contains(&rule.group())));
        repeats::fold(&cx, &mut findings);
    }
    levels.apply(&mut findings);
    findings.iter_mut().for_each(|finding| show_where_written(finding, &sources));
    remove_repeats(&mut findings);
    remove_later_about_references(&mut findings);
    Batch { sources, findings }
}

/// What the rules look at.
struct Lint<'a> {
    tree: Tree<'a>,
    root: Origin,
    references: References,
    /// The description is of OpenAPI 3.0, where schemas are not yet JSON Schema.
    is_3_0: bool,
    operation_ids: HashSet<&'a str>,
    /// The names of schemas that a discriminator's mapping leads to.
    tags: HashSet<&'a str>,
}

impl<'a> Lint<'a> {
    fn new(value: &'a Value, root: Origin) -> Self {
        let tree = Tree::new(value);
        let is_3_0 = value.get("openapi").and_then(Value::as_str).is_some_and(|version| version.starts_with("3.0"));
        let references = References::new(&tree, &root);
        let operation_ids = tree.of(Kind::Operation).filter_map(|(_, node)| node.value.get("operationId")?.as_str()).collect();
        let mappings = tree.of(Kind::Discriminator).filter_map(|(_, node)| node.value.get("mapping")?.as_object());
        let targets = mappings.flat_map(|mapping| mapping.values().filter_map(Value::as_str));
        let tags = targets.filter_map(|target| target.rsplit('/').next()).collect();
        Self { tree, root, references, is_3_0, operation_ids, tags }
    }

    /// Applies every rule.
    fn check(&self, found: &mut Vec<Finding>) {
        paths::check(self, found);
        components::check(self, found);
        objects::check_root(self, found);
        values::check(self, found);
        for (id, node) in self.tree.nodes.iter().enumerate() {
            match node.kind {
                Kind::Root | Kind::PathItem | Kind::Operation => {
                    servers::check(self, id, found);
                    security::check(self, id, found);
                    if node.kind == Kind::Operation {
                        operations::check_operation(self, id, found);
                    }
                }
                Kind::ListOf(Kind::Parameter) => {
                    operations::check_parameters(self, id, found);
                    objects::check_querystring(self, id, found);
                }
                Kind::Parameter => {
                    operations::check_parameter(self, id, found);
                    objects::check_querystring_content(self, id, found);
                }
                Kind::Schema => schema::check(self, id, found),
                Kind::Link => links::check(self, id, found),
                _ => {}
            }
            objects::check(self, id, found);
        }
    }

    /// Tells whether a finding is about a key beside the `$ref` of a schema, of which a rule of its own says more.
    fn is_sibling(&self, finding: &Finding) -> bool {
        let is_key = finding.rule == &UNKNOWN_KEYWORD && finding.origin.document == self.root.document;
        let Some(parent) = finding.origin.pointer.parent().filter(|_| is_key && self.is_3_0) else { return false };
        let schema = self.tree.at(&parent);
        schema.is_some_and(|schema| schema.get("$ref").is_some()) && self.kind_of(&parent) == Kind::Schema
    }

    /// Since 3.1 a schema may have keywords that JSON Schema does not know; they are still mostly misspelt.
    fn allow_more_keywords(&self, finding: &mut Finding) {
        if finding.rule == &UNKNOWN_KEYWORD && !self.is_3_0 {
            let parent = finding.origin.pointer.parent();
            if parent.is_some_and(|parent| self.kind_of(&parent) == Kind::Schema) {
                finding.severity = Severity::Warning;
            }
        }
    }

    /// A key that stands there already is not what another one is renamed to.
    fn keep_keys_apart(&self, finding: &mut Finding) {
        let Some(Fix::Rename(key)) = finding.fix else { return };
        let around = finding.origin.pointer.parent().and_then(|parent| self.tree.at(&parent));
        if around.is_none_or(|around| around.get(key).is_some()) {
            finding.fix = None;
        }
    }

    /// Returns what stands at the end of a pointer.
    fn kind_of(&self, pointer: &Pointer) -> Kind {
        self.way(pointer).last().map_or(Kind::Root, |(kind, _)| kind)
    }

    /// Returns what stands on the way to the end of a pointer, from the root on; of what is not there only what it would be.
    fn way(&self, pointer: &Pointer) -> impl Iterator<Item = (Kind, Option<&'a Value>)> {
        let root = (Kind::Root, Some(self.tree.nodes[0].value));
        let steps = pointer.tokens().scan(root, |at, token| {
            *at = match *at {
                (kind, Some(Value::Array(list))) => (kind.item(), token.parse().ok().and_then(|index: usize| list.get(index))),
                (kind, value) => (kind.child(&token), value.and_then(|value| value.get(token.as_ref()))),
            };
            Some(*at)
        });
        std::iter::once(root).chain(steps)
    }

    /// Returns the outermost part around a place that a `$ref` could stand for, in an operation or a path, and the way from there.
    fn outermost_part<'p>(&self, place: &'p Pointer) -> Option<(&'a Value, &'p str)> {
        let mut around = [Kind::Root; 2];
        for (depth, (kind, value)) in self.way(place).enumerate() {
            let is_part = matches!(kind, Kind::Parameter | Kind::RequestBody | Kind::Response) && around[0] != Kind::Components;
            if let Some(part) = value.filter(|value| is_part && (value.is_object() || value.is_array())) {
                let text = place.as_str();
                let way = text.match_indices('/').nth(depth).map_or("", |(at, _)| &text[at..]);
                return Some((part, way));
            }
            around = [around[1], kind];
        }
        None
    }

    /// Returns where a node is.
    fn origin(&self, node: NodeId) -> Origin {
        Origin { document: self.root.document, pointer: self.tree.pointer(node) }
    }

    /// Returns what a reference within the description leads to.
    fn target(&self, reference: &str) -> Option<&'a Value> {
        let pointer = Some(reference).filter(|text| text.starts_with('#')).and_then(Pointer::parse)?;
        self.tree.at(&pointer)
    }

    /// Returns the parameters of the path around a list of parameters of an operation.
    fn parameters_of_path(&self, list: NodeId) -> impl Iterator<Item = &'a Value> {
        let operation = self.tree.nodes[list].parent;
        let item = self.tree.nodes[operation].parent;
        let is_operation = self.tree.nodes[operation].kind == Kind::Operation;
        let parameters = self.tree.nodes[item].value.get("parameters").filter(|_| is_operation);
        parameters.and_then(Value::as_array).into_iter().flatten()
    }

    /// Tells whether a node is a component itself.
    fn is_component(&self, node: NodeId) -> bool {
        let section = self.tree.nodes[node].parent;
        self.tree.nodes[self.tree.nodes[section].parent].kind == Kind::Components
    }

    /// Tells whether a discriminator's mapping leads to a schema.
    fn is_tag(&self, name: &str) -> bool {
        self.tags.contains(name)
    }
}

/// Leaves of findings that say the same of the same place, which may have been read in several, only the first.
fn remove_repeats(findings: &mut Vec<Finding>) {
    let mut seen = HashSet::default();
    findings.retain(|finding| seen.insert((finding.rule.id, finding.origin.clone(), finding.message.clone())));
}

/// A reference that assemble can't follow is met again by resolve: leaves of findings about one reference only the first.
fn remove_later_about_references(findings: &mut Vec<Finding>) {
    let about = [&DANGLING_REF, &EXTERNAL_REF, &MISSING_FILE];
    let mut seen = HashSet::default();
    findings.retain(|finding| !about.contains(&finding.rule) || seen.insert(finding.origin.clone()));
}

fn add_uses(findings: &mut [Finding], references: &References) {
    for finding in findings {
        if let Some(uses) = references.around(&finding.origin.pointer) {
            finding.uses = uses.clone();
        }
    }
}

/// Moves a finding about a text that was put together to the text that somebody wrote.
fn show_where_written(finding: &mut Finding, sources: &Sources) {
    let related = finding.related.iter_mut().map(|(_, origin)| origin);
    for origin in related.chain(&mut finding.uses.first).chain(&mut finding.repeats) {
        *origin = sources.written(origin);
    }
    let written = sources.written(&finding.origin);
    if written.document != finding.origin.document && matches!(finding.on, On::Place(_)) {
        // A place in a text that nobody sees helps nobody.
        finding.on = On::Value;
    }
    finding.origin = written;
}
