//! `RustCrate` -> Rust items, one by one.
//!
//! One function per item: it takes the plan's struct and returns its items. Emitters know Rust's syntax and nothing else; they can't fail.
//! Code comes from tokens, and from parts that are names, literals or this program's own texts, so that no text of a description can become
//! code.

mod answers;
mod checks;
mod client;
mod code;
mod enums;
mod operation;
mod paths;
mod piece;
mod structs;
mod unions;
mod words;

use crate::plan::{Module, RustAlias, RustItem, RustScope, RustServer};

use checks::Checked;
pub use code::{Code, Part};
pub use paths::Paths;
pub use piece::{Body, Call, Docs, Emitted, Function, Line, Member, MemberKind, Outer};
use words::deprecated_attribute;

/// Emits one item of the plan, which stands in `module`.
pub fn emit_item<'a>(item: &'a RustItem, module: Module, scope: &RustScope) -> Vec<Emitted<'a>> {
    let paths = Paths::new(module, scope);
    let parts = match item {
        RustItem::Struct(item) => structs::emit_struct(&paths, item),
        RustItem::Enum(item) => enums::emit_enum(&paths, item),
        RustItem::Union(item) => unions::emit_union(&paths, item),
        RustItem::Alias(item) => vec![emit_alias(&paths, item)],
        RustItem::Newtype(item) => emit_newtype(&paths, item),
        RustItem::Answers(item) => answers::emit_answers(&paths, item),
        RustItem::Server(item) => vec![emit_server(item)],
        RustItem::Client(item) => client::emit_client(&paths, item),
    };
    let allow = paths.allow_deprecated();
    parts.into_iter().map(|part| part.with_attribute(allow)).collect()
}

fn emit_alias<'a>(paths: &Paths<'_>, item: &'a RustAlias) -> Emitted<'a> {
    let RustAlias { docs, deprecated, path, derives: _, ty, is_copy: _, checks: _ } = item;
    let outer = Outer::docs(docs).with(deprecated_attribute(paths, *deprecated));
    Emitted::Item(outer, Code::from(["pub type ".into(), (&path.name).into(), " = ".into()]).then(paths.ty(ty)).then(";"))
}

fn emit_newtype<'a>(paths: &Paths<'_>, item: &'a RustAlias) -> Vec<Emitted<'a>> {
    let RustAlias { docs, deprecated, path, derives, ty, is_copy: _, checks } = item;
    let derives = structs::derive_attribute(derives, &[]);
    let outer = Outer::docs(docs).with(deprecated_attribute(paths, *deprecated)).with([derives]);
    let name = &path.name;
    let item = Code::from(["pub struct ".into(), name.into(), "(pub ".into()]).then(paths.ty(ty)).then(");");
    let definition = Emitted::Item(outer, item);
    let codec = Emitted::Table { path: "::bindery_runtime::newtype", lines: vec![name.into()] };
    let checks = checks::emit_checks(paths, &Checked::place("self.0"), checks);
    let mut items = vec![definition, codec];
    items.extend((!checks.is_empty()).then(|| structs::emit_validate(name, checks)));
    items
}

fn emit_server(item: &RustServer) -> Emitted<'_> {
    let RustServer { docs, name, url } = item;
    let item = ["pub const ".into(), name.into(), ": &str = ".into(), Part::Text(url), ";".into()];
    Emitted::Item(Outer::docs(docs), item.into())
}
