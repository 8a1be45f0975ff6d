//! `RustCrate` -> Rust items, one by one.
//!
//! One function per item: it takes the plan's struct and returns its items. Emitters know Rust's syntax and nothing else; they can't fail.
//! Code comes from tokens alone, so that no text of a description can become code.

mod answers;
mod checks;
mod client;
mod enums;
mod operation;
mod paths;
mod structs;
mod unions;
mod words;

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

use crate::plan::{Module, RustAlias, RustItem, RustScope, RustServer};

pub use paths::Paths;
use words::{deprecated_attribute, doc_attributes};

/// A piece of generated code at the level of a module.
pub enum Emitted {
    /// An item.
    Item(TokenStream),
    /// A macro call whose lines are written one below the other, each ended by `;`.
    Table {
        /// The macro.
        path: TokenStream,
        /// The lines, without their `;`.
        lines: Vec<TokenStream>,
    },
}

/// Emits one item of the plan, which stands in `module`.
pub fn emit_item(item: &RustItem, module: Module, scope: &RustScope) -> Vec<Emitted> {
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
    parts.into_iter().map(|part| part.with_attribute(&allow)).collect()
}

impl Emitted {
    /// Puts an attribute on an item, after its doc comment; macros bring their own.
    fn with_attribute(self, attribute: &TokenStream) -> Self {
        match self {
            Self::Item(tokens) if !attribute.is_empty() => {
                let mut docs: Vec<_> = tokens.into_iter().collect();
                let item = docs.split_off(2 * docs.chunks(2).take_while(|pair| is_doc(pair)).count());
                Self::Item(quote!(#(#docs)* #attribute #(#item)*))
            }
            part @ (Self::Item(_) | Self::Table { .. }) => part,
        }
    }
}

/// Tells whether two tokens are `#` and `[doc = …]`.
fn is_doc(pair: &[TokenTree]) -> bool {
    matches!(pair, [TokenTree::Punct(_), TokenTree::Group(group)]
        if matches!(group.stream().into_iter().next(), Some(TokenTree::Ident(name)) if name == "doc"))
}

fn emit_alias(paths: &Paths<'_>, item: &RustAlias) -> Emitted {
    let RustAlias { docs, deprecated, path, derives: _, ty, checks: _ } = item;
    let docs = doc_attributes(docs);
    let deprecated = deprecated_attribute(paths, *deprecated);
    let name = &path.name;
    let ty = paths.ty(ty);
    Emitted::Item(quote! {
        #docs
        #deprecated
        pub type #name = #ty;
    })
}

fn emit_newtype(paths: &Paths<'_>, item: &RustAlias) -> Vec<Emitted> {
    let RustAlias { docs, deprecated, path, derives, ty, checks } = item;
    let docs = doc_attributes(docs);
    let deprecated = deprecated_attribute(paths, *deprecated);
    let derives = structs::derive_attribute(derives, &[]);
    let name = &path.name;
    let ty = paths.ty(ty);
    let definition = quote! {
        #docs
        #deprecated
        #derives
        pub struct #name(pub #ty);
    };
    let checks = checks::emit_checks(paths, &quote!(&self.0), checks);
    let check = structs::emit_validate(name, &checks);
    let codec = Emitted::Table { path: quote!(::bindery_runtime::newtype), lines: vec![quote!(#name)] };
    let mut items = vec![Emitted::Item(definition), codec];
    items.extend((!checks.is_empty()).then_some(Emitted::Item(check)));
    items
}

fn emit_server(item: &RustServer) -> Emitted {
    let RustServer { docs, name, url } = item;
    let docs = doc_attributes(docs);
    Emitted::Item(quote! {
        #docs
        pub const #name: &str = #url;
    })
}
