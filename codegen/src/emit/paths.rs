//! How types are written in one module: short where that names the right thing, in full where it would not.

use std::cell::Cell;

use quote::ToTokens;

use crate::plan::{Module, RustPath, RustScope, RustType};

use super::code::{Code, Part};

/// What decides how types are written in one item.
pub struct Paths<'a> {
    module: Module,
    scope: &'a RustScope,
    /// Whether something deprecated has been written.
    deprecated: Cell<bool>,
}

impl<'a> Paths<'a> {
    /// Writes paths for an item of `module`.
    pub fn new(module: Module, scope: &'a RustScope) -> Self {
        Self { module, scope, deprecated: Cell::new(false) }
    }

    /// Notes that the item uses something deprecated, which generated code may do.
    pub(super) fn use_deprecated(&self) {
        self.deprecated.set(true);
    }

    /// Emits the attribute that lets an item use what is deprecated, if it does.
    pub(super) fn allow_deprecated(&self) -> Option<&'static str> {
        self.deprecated.get().then_some("#[allow(deprecated)]")
    }

    /// Emits a type.
    pub fn ty<'t>(&self, ty: &'t RustType) -> Code<'t> {
        let mut code = Code::default();
        self.write(&mut code, ty);
        code
    }

    fn write<'t>(&self, code: &mut Code<'t>, ty: &'t RustType) {
        match ty {
            RustType::Bool => code.push("bool"),
            RustType::Int(name) => code.push(*name),
            RustType::F64 => code.push("f64"),
            RustType::String => code.push(self.string()),
            RustType::Value => code.push("::bindery_runtime::Value"),
            RustType::Object => code.push("::bindery_runtime::Object"),
            RustType::Bytes => code.push("::bindery_runtime::Bytes"),
            RustType::Parts => code.push("::bindery_runtime::Multipart"),
            RustType::Never => code.push("::bindery_runtime::Never"),
            RustType::Unit => code.push("()"),
            RustType::Format(name) => code.0.extend([Part::Fixed("::bindery_runtime::formats::"), Part::Fixed(name)]),
            RustType::Net(name) => code.0.extend([Part::Fixed("::std::net::"), Part::Fixed(name)]),
            RustType::External(path) => code.push(external(path)),
            RustType::Named(path) | RustType::Alias(path, _) => self.write_path(code, path),
            RustType::Option(inner) => self.write_generic(code, &[self.prelude("Option", "::std::option::Option"), "<"], inner),
            RustType::Maybe(inner) => self.write_generic(code, &["::bindery_runtime::Maybe<"], inner),
            RustType::Vec(inner) => self.write_generic(code, &[self.prelude("Vec", "::std::vec::Vec"), "<"], inner),
            RustType::Map(inner) => {
                self.write_generic(code, &["::std::collections::BTreeMap<", self.string(), ", "], inner);
            }
            RustType::Boxed(inner) => self.write_generic(code, &[self.boxed(), "<"], inner),
        }
    }

    fn write_generic<'t>(&self, code: &mut Code<'t>, open: &[&'static str], inner: &'t RustType) {
        code.0.extend(open.iter().map(|text| Part::Fixed(text)));
        self.write(code, inner);
        code.push(">");
    }

    /// Emits the path of a generated type.
    pub fn path<'p>(&self, path: &'p RustPath) -> Code<'p> {
        let mut code = Code::default();
        self.write_path(&mut code, path);
        code
    }

    fn write_path<'p>(&self, code: &mut Code<'p>, path: &'p RustPath) {
        if self.scope.deprecated.contains(path) {
            self.use_deprecated();
        }
        let (here, there) = (self.module.name(), path.module.name());
        if here != there {
            code.0.extend(here.map(|_| Part::Fixed("super::")));
            code.0.extend(there.into_iter().flat_map(|module| [Part::Fixed(module), Part::Fixed("::")]));
        }
        code.push(&path.name);
    }

    /// Emits `Option` of a type.
    pub(super) fn option<'t>(&self, inner: Code<'t>) -> Code<'t> {
        Code::from([self.prelude("Option", "::std::option::Option").into(), "<".into()]).then(inner).then(">")
    }

    /// Returns how `String` is written.
    pub(super) fn string(&self) -> &'static str {
        self.prelude("String", "::std::string::String")
    }

    /// Returns how `Box` is written.
    pub(super) fn boxed(&self) -> &'static str {
        self.prelude("Box", "::std::boxed::Box")
    }

    /// Returns how `Result` is written.
    pub(super) fn result(&self) -> &'static str {
        self.prelude("Result", "::std::result::Result")
    }

    /// Returns how `Into` is written.
    pub(super) fn into(&self) -> &'static str {
        self.prelude("Into", "::std::convert::Into")
    }

    /// Returns how `Default` is written.
    pub(super) fn default(&self) -> &'static str {
        self.prelude("Default", "::std::default::Default")
    }

    /// Returns the name of something of the prelude, or its path where the description has something of that name.
    pub(super) fn prelude(&self, name: &'static str, full: &'static str) -> &'static str {
        if self.scope.shadowed.iter().any(|shadowed| shadowed == name) { full } else { name }
    }
}

/// The configuration refuses paths that don't parse, so that this always does.
fn external(path: &str) -> proc_macro2::TokenStream {
    let ty: syn::Type = syn::parse_str(path).expect("the configuration checks that the path is a type");
    ty.into_token_stream()
}
