//! `ir::Api` and facts -> `RustCrate`: every decision about the Rust that is written.
//!
//! It knows Rust's names and types and the runtime's, and neither OpenAPI nor tokens. After it nothing can fail: what the
//! emitters need is in the plan.

mod checks;
mod client;
mod docs;
mod enums;
mod items;
pub mod listing;
mod model;
pub mod names;
mod operations;
mod options;
mod readers;
mod structs;
mod types;
mod unions;

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeSet;

use foldhash::{HashMap, HashSet};

use crate::analyze::Facts;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, nearest};
use crate::ir::{Api, Type, TypeId, TypeKind};
use crate::source::Origin;

pub use docs::{doc_lines, sentence};
pub use model::*;
pub use options::{Layout, PlanOptions, Scope, UnknownValues};

use names::{Use, Wish, claim};

/// Plans the Rust for a whole API.
pub fn plan(api: &Api, facts: &Facts, options: &PlanOptions) -> (RustCrate, Diagnostics) {
    let mut cx = Cx {
        api,
        facts,
        options,
        names: HashMap::default(),
        own: OwnNames::default(),
        nullable_inners: nullable_inners(api),
        doc_lines: RefCell::default(),
        used_renames: RefCell::default(),
        diagnostics: Diagnostics::default(),
    };
    name_everything(&mut cx);
    let mut items = Vec::new();
    if options.scope == Scope::Client {
        items.extend(operations::plan_operations(&mut cx));
    }
    items.extend(items::plan_items(&mut cx));
    report_endless(&mut cx);
    checks::report_unchecked_texts(&mut cx);
    options_used(&mut cx);
    let modules = arrange(items);
    let crate_plan = RustCrate {
        title: api.title.clone(),
        origin: api.origin.clone(),
        scope: scope(&modules),
        modules,
        paths: paths(&cx),
        items_of_schemas: items_of_schemas(&cx),
    };
    (crate_plan, cx.diagnostics)
}

/// What planning knows.
struct Cx<'a> {
    api: &'a Api,
    facts: &'a Facts,
    options: &'a PlanOptions,
    /// The path of every type that becomes an item, in each of its forms.
    names: HashMap<(TypeId, Form), RustPath>,
    own: OwnNames,
    /// The types that another type at the same place adds null to.
    nullable_inners: HashSet<TypeId>,
    /// The doc comments that texts have become: a description says the same of many things.
    doc_lines: RefCell<HashMap<String, RustDocs>>,
    /// The renames that something was called by.
    used_renames: RefCell<BTreeSet<&'a str>>,
    diagnostics: Diagnostics,
}

impl<'a> Cx<'a> {
    /// Returns the name that the user chose for something: by its own name, or by its place.
    fn chosen(&self, name: Option<&str>, origin: &Origin) -> Option<Cow<'a, str>> {
        let by_name = name.and_then(|name| self.chosen_by(name));
        by_name.or_else(|| self.chosen_by(origin.pointer.as_str())).map(Cow::Borrowed)
    }

    /// Returns the name that the user chose for what stands at a place, which is made only to be looked for.
    fn chosen_at(&self, place: impl FnOnce() -> Origin) -> Option<Cow<'a, str>> {
        if self.options.renames.is_empty() { None } else { self.chosen(None, &place()) }
    }

    /// Returns the name that the user chose for an item. One of several of one place is called after the place, and what it is.
    fn chosen_for(&self, item: &Wanted) -> Option<Cow<'a, str>> {
        let by_place = || match (self.chosen_by(item.origin.pointer.as_str())?, item.addition) {
            (chosen, None) => Some(Cow::Borrowed(chosen)),
            (chosen, Some(addition)) => Some(Cow::Owned(format!("{chosen} {addition}"))),
        };
        self.chosen_by(&item.name).map(Cow::Borrowed).or_else(by_place)
    }

    fn chosen_by(&self, key: &str) -> Option<&'a str> {
        let (key, chosen) = self.options.renames.get_key_value(key)?;
        self.used_renames.borrow_mut().insert(key);
        Some(chosen)
    }
}

fn nullable_inners(api: &Api) -> HashSet<TypeId> {
    let inner = |ty: &Type| match ty.kind {
        TypeKind::Nullable(inner) if api.types[inner].origin == ty.origin => Some(inner),
        _ => None,
    };
    api.types.iter().filter_map(|(_, ty)| inner(ty)).collect()
}

/// The names of what operations add to the types.
#[derive(Default)]
struct OwnNames {
    /// The parameter struct of each operation that has one, by position.
    parameters: HashMap<usize, RustPath>,
    /// The enum of answers of success.
    successes: HashMap<usize, RustPath>,
    /// The enum of other answers.
    errors: HashMap<usize, RustPath>,
}

/// Names that generated types can't have, because generated code uses the prelude's functions of these names.
const RESERVED: [&str; 4] = ["Err", "None", "Ok", "Some"];

/// The name of the client.
const CLIENT: &str = "Client";

/// An item that wants a name.
struct Wanted {
    named: Named,
    name: String,
    /// What of its name says which of several items of one place it is.
    addition: Option<&'static str>,
    origin: Origin,
}

/// What a name is given to.
enum Named {
    Type(TypeId, Form),
    Parameters(usize),
    Success(usize),
    Error(usize),
}

/// Names every item: types first, since how answers are read depends on them, and since an operation never takes a type's name.
fn name_everything(cx: &mut Cx<'_>) {
    let types = items::item_forms(cx);
    let module = Module::of_types(cx.options.layout);
    let client = (cx.options.scope == Scope::Client && module == Module::Root).then(|| CLIENT.to_owned());
    name_module(cx, module, types, client.into_iter().collect());
    if cx.options.scope == Scope::Client {
        let operations = operations::wanted_items(cx);
        let module = Module::of_operations(cx.options.layout);
        let taken = cx.names.values().filter(|path| path.module == module).map(|path| path.name.as_str().to_owned());
        name_module(cx, module, operations, taken.chain([CLIENT.to_owned()]).collect());
    }
}

fn name_module(cx: &mut Cx<'_>, module: Module, wanted: Vec<Wanted>, taken: Vec<String>) {
    let wishes: Vec<_> = wanted
        .iter()
        .map(|item| Wish {
            name: item.name.as_str().into(),
            for_use: Use::Type,
            chosen: cx.chosen_for(item),
            origin: &item.origin,
        })
        .collect();
    let reserved: Vec<&str> = RESERVED.into_iter().chain(taken.iter().map(String::as_str)).collect();
    let idents = claim(&wishes, &reserved, &mut cx.diagnostics);
    for (item, name) in wanted.into_iter().zip(idents) {
        let path = RustPath { module, name };
        match item.named {
            Named::Type(id, form) => drop(cx.names.insert((id, form), path)),
            Named::Parameters(operation) => drop(cx.own.parameters.insert(operation, path)),
            Named::Success(operation) => drop(cx.own.successes.insert(operation, path)),
            Named::Error(operation) => drop(cx.own.errors.insert(operation, path)),
        }
    }
}

/// Puts items into their modules; a module without items is left out.
fn arrange(items: Vec<(Module, RustItem)>) -> Vec<RustModule> {
    let mut modules: Vec<RustModule> = [Module::Root, Module::Servers, Module::Types, Module::Operations]
        .map(|module| RustModule { module, items: Vec::new() })
        .into();
    for (module, item) in items {
        let target = modules.iter_mut().find(|candidate| candidate.module == module);
        target.expect("the list has every module").items.push(item);
    }
    modules.retain(|module| module.module == Module::Root || !module.items.is_empty());
    modules
}

/// The names of Rust's prelude that generated code uses.
const PRELUDE: [&str; 8] = ["Box", "Default", "From", "Into", "Option", "Result", "String", "Vec"];

fn scope(modules: &[RustModule]) -> RustScope {
    let items = || modules.iter().flat_map(|module| &module.items);
    let taken = |name: &str| items().filter_map(RustItem::path).any(|path| path.name.as_str() == name);
    RustScope {
        shadowed: PRELUDE.iter().filter(|name| taken(name)).map(|name| (*name).to_owned()).collect(),
        deprecated: items().filter(|item| item.is_deprecated()).filter_map(RustItem::path).cloned().collect(),
    }
}

/// Returns how every schema is written in Rust, by its place; a schema that differs by direction is there once for each.
fn paths(cx: &Cx<'_>) -> Vec<(Origin, String)> {
    let mut paths = Vec::new();
    for (id, ty) in cx.api.types.iter().filter(|(id, _)| stands_for_schema(cx, *id)) {
        let forms = cx.forms(id).iter().map(|form| cx.rust_text(id, *form));
        paths.extend(forms.map(|path| (ty.origin.clone(), path)));
    }
    for (origin, id) in &cx.api.stand_ins {
        let forms = cx.forms(*id).iter().map(|form| cx.rust_text(*id, *form));
        paths.extend(forms.map(|path| (origin.clone(), path)));
    }
    paths
}

/// Returns the item of every schema that has one, in each of its forms. What merging made of a schema has the schema's place too, and
/// comes later.
fn items_of_schemas(cx: &Cx<'_>) -> Vec<ItemOfSchema> {
    let mut items = Vec::new();
    let mut met = HashSet::default();
    for (id, ty) in cx.api.types.iter() {
        for form in cx.forms(id).iter().copied() {
            let Some(path) = cx.names.get(&(id, form)).filter(|_| !met.contains(&(&ty.origin, form))) else { continue };
            met.insert((&ty.origin, form));
            items.push(ItemOfSchema { origin: ty.origin.clone(), path: path.clone(), form, is_alias: items::is_alias(cx, id) });
        }
    }
    items
}

/// Of a schema that may be null there are two types; the one with an item stands for it, else the one with the `Option`.
fn stands_for_schema(cx: &Cx<'_>, id: TypeId) -> bool {
    let ty = &cx.api.types[id];
    let is_item = |id| cx.forms(id).iter().any(|form| cx.names.contains_key(&(id, *form)));
    let same_place = |other: TypeId| cx.api.types[other].origin == ty.origin;
    // What only fills a place that the description leaves open has no schema of its own.
    let is_filler = ty.name.parts().is_empty();
    match ty.kind {
        TypeKind::Nullable(inner) => !(same_place(inner) && is_item(inner)),
        _ if is_filler => false,
        _ => is_item(id) || !cx.nullable_inners.contains(&id),
    }
}

/// A struct that has to contain itself compiles, behind a box, and nobody can ever make one.
fn report_endless(cx: &mut Cx<'_>) {
    let api = cx.api;
    let structs = api.types.ids().filter(|id| matches!(api.types[*id].kind, TypeKind::Struct(_)));
    for id in structs.filter(|id| cx.facts.endless.contains(id)) {
        let ty = &api.types[id];
        let message = format!("`{}` requires itself within itself, so no value can ever satisfy it", ty.name.parts().join(" "));
        let finding = Diagnostic::new(Code::InfiniteSchema, ty.origin.clone(), message);
        cx.diagnostics.push(finding.help("make one of the properties on the way back to it optional or nullable"));
    }
}

/// An option that names nothing of the description is a mistake of the user's.
fn options_used(cx: &mut Cx<'_>) {
    let schemas: Vec<&str> = cx.api.components.iter().flat_map(|id| cx.api.types[*id].name.parts()).map(|name| &**name).collect();
    let operations = cx.api.operations.iter().map(|operation| operation.name.as_str());
    let named: Vec<&str> = schemas.iter().copied().chain(operations).collect();
    let replaced = cx.options.schema_types.keys().filter(|name| !schemas.contains(&name.as_str()));
    let mut findings: Vec<_> = replaced
        .map(|name| unused(cx, name, &schemas, format!("the option replaces the type of `{name}`, and no schema is called so")))
        .collect();
    let used = cx.used_renames.borrow();
    let renamed = cx.options.renames.keys().filter(|what| !used.contains(what.as_str()));
    findings.extend(renamed.map(|what| {
        let message = format!("the option renames `{what}`, and nothing that has a name in Rust is called so or stands there");
        unused(cx, what, &named, message)
    }));
    drop(used);
    findings.into_iter().for_each(|finding| cx.diagnostics.push(finding));
}

fn unused(cx: &Cx<'_>, name: &str, candidates: &[&str], message: String) -> Diagnostic {
    let finding = Diagnostic::new(Code::UnusedOption, cx.api.origin.clone(), message);
    match nearest(name, candidates.iter().copied()) {
        Some(near) => finding.help(format!("did you mean `{near}`?")),
        None => finding,
    }
}
