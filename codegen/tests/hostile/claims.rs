//! What is declared twice in generated code, which parses all the same: items of a module, members of a type, arguments of a function.

use std::collections::BTreeSet;

/// Names that a module, a type or a function has taken.
#[derive(Default)]
pub(crate) struct Names(BTreeSet<String>);

impl Names {
    fn claim(&mut self, kind: &str, name: impl ToString) -> Result<(), String> {
        let name = format!("{kind} {}", name.to_string());
        if self.0.insert(name.clone()) { Ok(()) } else { Err(name) }
    }

    /// Claims the names of the items of a module, and those within them.
    pub(crate) fn items(&mut self, items: &[syn::Item]) -> Result<(), String> {
        items.iter().try_for_each(|item| match item {
            syn::Item::Struct(item) => {
                self.claim("type", &item.ident)?;
                let mut fields = Self::default();
                item.fields.iter().filter_map(|field| field.ident.as_ref()).try_for_each(|name| fields.claim("field", name))
            }
            syn::Item::Enum(item) => {
                self.claim("type", &item.ident)?;
                let mut variants = Self::default();
                item.variants.iter().try_for_each(|variant| variants.claim("variant", &variant.ident))
            }
            syn::Item::Type(item) => self.claim("type", &item.ident),
            syn::Item::Const(item) => self.claim("value", &item.ident),
            syn::Item::Mod(item) => {
                self.claim("type", &item.ident)?;
                Self::default().items(item.content.as_ref().map_or(&[], |(_, items)| items))
            }
            syn::Item::Impl(item) if item.trait_.is_none() => {
                item.items.iter().try_for_each(|member| self.member(&item.self_ty, member))
            }
            _ => Ok(()),
        })
    }

    /// Claims the name of a function or constant of a type, which may have several `impl`s.
    fn member(&mut self, of: &syn::Type, member: &syn::ImplItem) -> Result<(), String> {
        let owner = format!("member of {}", quote::quote!(#of));
        match member {
            syn::ImplItem::Fn(function) => {
                self.claim(&owner, &function.sig.ident)?;
                let mut arguments = Self::default();
                function.sig.inputs.iter().try_for_each(|input| match input {
                    syn::FnArg::Typed(argument) => {
                        let pattern = &argument.pat;
                        arguments.claim("argument", quote::quote!(#pattern))
                    }
                    _ => Ok(()),
                })
            }
            syn::ImplItem::Const(constant) => self.claim(&owner, &constant.ident),
            _ => Ok(()),
        }
    }
}
