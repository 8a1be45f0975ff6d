//! Aliases of copies, written out as the types that they would be alone: that two schemas say the same is no promise.

use std::collections::HashMap;

use bindery::plan::{Form, RustAlias, RustCrate, RustItem, RustPath, RustType};
use bindery::source::Pointer;

use super::items::Items;

/// The items of a plan, by their names and by their places.
pub(super) struct Copies<'a> {
    items: HashMap<&'a RustPath, &'a RustItem>,
    places: HashMap<&'a RustPath, (&'a str, Form)>,
    at: HashMap<(&'a str, Form), &'a RustPath>,
}

impl<'a> Copies<'a> {
    pub(super) fn of(plan: &'a RustCrate) -> Self {
        let items = plan.modules.iter().flat_map(|module| &module.items);
        let places = plan.items_of_schemas.iter().map(|item| (&item.path, (item.origin.pointer.as_str(), item.form)));
        Self {
            items: items.filter_map(|item| Some((item.path()?, item))).collect(),
            places: places.clone().collect(),
            at: places.map(|(path, place)| (place, path)).collect(),
        }
    }

    /// Returns the path of the type that an alias of a copy stands for.
    pub(super) fn target(alias: &RustAlias) -> Option<&RustPath> {
        match &alias.ty {
            RustType::Named(path) if alias.is_copy => Some(path),
            _ => None,
        }
    }

    /// Returns the item that an alias of a copy would be alone, the types within it by the names that they have within this copy.
    pub(super) fn alone(&self, alias: &RustAlias) -> Option<RustItem> {
        let target = Self::target(alias)?;
        let mut item = (*self.items.get(target)?).clone();
        let own = |ty: &mut RustType| self.rename(ty, target, &alias.path);
        match &mut item {
            RustItem::Struct(item) => {
                item.path = alias.path.clone();
                item.fields.iter_mut().for_each(|field| own(&mut field.ty));
            }
            RustItem::Enum(item) => item.path = alias.path.clone(),
            RustItem::Union(item) => {
                item.path = alias.path.clone();
                for variant in &mut item.variants {
                    own(&mut variant.ty);
                    self.move_into(&mut variant.origin.pointer, target, &alias.path);
                }
            }
            _ => return None,
        }
        Some(item)
    }

    fn rename(&self, ty: &mut RustType, target: &RustPath, alias: &RustPath) {
        match ty {
            RustType::Named(path) | RustType::Alias(path, _) => {
                if let Some(own) = self.counterpart(path, target, alias) {
                    *path = own.clone();
                }
            }
            RustType::Option(inner)
            | RustType::Maybe(inner)
            | RustType::Vec(inner)
            | RustType::Map(inner)
            | RustType::Boxed(inner) => self.rename(inner, target, alias),
            _ => {}
        }
    }

    /// Returns the item that stands within one copy where another item stands within the other one.
    fn counterpart(&self, path: &RustPath, target: &RustPath, alias: &RustPath) -> Option<&'a RustPath> {
        let (place, form) = self.places.get(path)?;
        let own = self.place_within(place, target, alias)?;
        self.at.get(&(own.as_str(), *form)).copied()
    }

    fn move_into(&self, place: &mut Pointer, target: &RustPath, alias: &RustPath) {
        if let Some(own) = self.place_within(place.as_str(), target, alias).as_deref().and_then(Pointer::parse) {
            *place = own;
        }
    }

    /// Returns the place within one copy that a place within the other one is at.
    fn place_within(&self, place: &str, target: &RustPath, alias: &RustPath) -> Option<String> {
        let (of_target, _) = self.places.get(target)?;
        let (of_alias, _) = self.places.get(alias)?;
        let within = place.strip_prefix(of_target)?;
        (within.is_empty() || within.starts_with('/')).then(|| format!("{of_alias}{within}"))
    }
}

/// Returns the items that changed and, because of that, are the same type as fewer others, or as more. Code may rely on the one, or on the
/// other: by a copy where another one is asked for, or by an implementation of a trait for each.
pub(super) fn one_type_or_two<'a>(base: &'a Items, revision: &'a Items) -> Vec<(&'a str, String)> {
    let (copies_before, copies_after) = (copies(base), copies(revision));
    let mut found = Vec::new();
    for (path, old) in base {
        if revision.get(path).is_none_or(|new| new.members == old.members) {
            continue;
        }
        let (before, after) = (type_of(base, path), type_of(revision, path));
        let mut copies = copies_before.get(before).into_iter().flatten();
        if let Some(copy) = copies.find(|copy| revision.contains_key(**copy) && type_of(revision, copy) != after) {
            found.push((path.as_str(), format!("`{path}` and `{copy}` are two types now; code may use the one as the other")));
        }
        let mut copies = copies_after.get(after).into_iter().flatten();
        if let Some(copy) = copies.find(|copy| base.contains_key(**copy) && type_of(base, copy) != before) {
            found.push((path.as_str(), format!("`{path}` and `{copy}` are one type now; code may implement a trait for each")));
        }
    }
    found
}

/// Returns the path of the type that an item is.
fn type_of<'a>(items: &'a Items, path: &'a str) -> &'a str {
    items.get(path).and_then(|item| item.copy_of.as_deref()).unwrap_or(path)
}

/// Returns the items that are one type, by the path of that type.
fn copies(items: &Items) -> HashMap<&str, Vec<&str>> {
    let mut copies: HashMap<&str, Vec<&str>> = HashMap::new();
    for (path, item) in items {
        if let Some(target) = &item.copy_of {
            copies.entry(target).or_insert_with(|| vec![target]).push(path);
        }
    }
    copies
}
