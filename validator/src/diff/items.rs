//! A plan -> its public items, with what code that uses them relies on.
//!
//! What Bindery generates decides: structs and enums are `#[non_exhaustive]`, so that new optional fields and new variants break nobody;
//! a new required field is a new argument of `new`, and that does.

use bindery::plan::listing::passed;
use bindery::plan::{
    EnumValues, FieldRole, Passing, RustAlias, RustAnswers, RustClient, RustCrate, RustDefault, RustEnum, RustField, RustItem,
    RustOperation, RustStruct, RustType, RustUnion,
};
use indexmap::IndexMap;

use super::copies::Copies;
use super::draft::{OF_UNION, Spot};

/// A public item.
pub(super) struct Item {
    /// Its head: `struct Pet`, `type Id = String`. Another head is another item.
    pub(super) head: String,
    pub(super) deprecated: bool,
    /// What it implements besides what all of its kind do.
    pub(super) traits: Vec<&'static str>,
    /// The constructor of a struct.
    pub(super) constructor: Option<String>,
    /// The type that it is another name of, as long as their schemas say the same.
    pub(super) copy_of: Option<String>,
    /// The places that it comes from.
    pub(super) places: Vec<String>,
    /// Fields, variants, methods, by their names.
    pub(super) members: IndexMap<String, Member>,
}

/// A field, a variant or a method.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Member {
    /// How it is declared.
    pub(super) declared: String,
    /// What of that callers rely on; the names of arguments are nothing.
    pub(super) relied: String,
    pub(super) deprecated: bool,
    /// Methods that come with it.
    pub(super) methods: Vec<String>,
    /// The argument of the constructor that it is, if it is one.
    pub(super) argument: Option<String>,
    /// Where it comes from.
    pub(super) spots: Vec<Spot>,
}

/// The items of a plan by their paths.
pub(super) type Items = IndexMap<String, Item>;

/// Lists the items of a plan; `spot` writes a place of its side.
pub(super) fn items(plan: &RustCrate, spot: fn(&str) -> String) -> Items {
    let copies = Copies::of(plan);
    let mut items = Items::new();
    for item in plan.modules.iter().flat_map(|module| &module.items) {
        let (path, item) = match item {
            RustItem::Struct(item) => (item.path.to_string(), of_struct(item)),
            RustItem::Enum(item) => (item.path.to_string(), of_enum(item)),
            RustItem::Union(item) => (item.path.to_string(), of_union(item, spot)),
            RustItem::Alias(item) => (item.path.to_string(), of_alias(item, &copies, spot)),
            RustItem::Newtype(item) => (item.path.to_string(), named(format!("struct {}({})", item.path, item.ty), item)),
            RustItem::Answers(item) => (item.path.to_string(), of_answers(item)),
            RustItem::Server(item) => {
                let mut constant = empty(format!("const servers::{}: &str", item.name));
                constant.places.push(spot("servers"));
                (format!("servers::{}", item.name), constant)
            }
            RustItem::Client(item) => (item.path.to_string(), of_client(item, spot)),
        };
        items.insert(path, item);
    }
    for item in &plan.items_of_schemas {
        place(&mut items, &item.path.to_string(), spot(item.origin.pointer.as_str()));
    }
    for (origin, path) in &plan.paths {
        place(&mut items, path, spot(origin.pointer.as_str()));
    }
    for client in plan.modules.iter().flat_map(|module| &module.items) {
        if let RustItem::Client(client) = client {
            client.operations.iter().for_each(|operation| place_types(&mut items, operation, spot));
        }
    }
    let places: Vec<(String, Vec<String>)> = items.iter().map(|(path, item)| (path.clone(), item.places.clone())).collect();
    for (path, places) in places {
        let Some(item) = items.get_mut(&path) else { continue };
        for member in item.members.values_mut() {
            let names: Vec<_> = member.spots.drain(..).collect();
            for (place, name) in names {
                if name.as_deref() == Some(OF_UNION) {
                    member.spots.extend(places.iter().map(|union| (place.clone(), Some(union.clone()))));
                    continue;
                }
                let of_item = if place.is_empty() { places.clone() } else { vec![place] };
                member.spots.extend(of_item.into_iter().map(|place| (place, name.clone())));
            }
        }
    }
    items
}

fn place(items: &mut Items, path: &str, place: String) {
    if let Some(item) = items.get_mut(path)
        && !item.places.contains(&place)
    {
        item.places.push(place);
    }
}

/// The types of parameters and answers come from their operation.
fn place_types(items: &mut Items, operation: &RustOperation, spot: fn(&str) -> String) {
    let arguments = operation.arguments.iter().map(|argument| match &argument.passing {
        Passing::Value(ty) | Passing::Reference(ty) | Passing::Optional(ty) | Passing::Into(ty) => ty,
    });
    for ty in arguments.chain([&operation.success.ty, &operation.error.ty]) {
        let RustType::Named(path) = ty else { continue };
        let path = path.to_string();
        if items.get(&path).is_some_and(|item| item.places.is_empty()) {
            place(items, &path, spot(&format!("{} {}", operation.method, operation.path)));
        }
    }
}

fn empty(head: String) -> Item {
    let (traits, places, members) = (Vec::new(), Vec::new(), IndexMap::new());
    Item { head, deprecated: false, traits, constructor: None, copy_of: None, places, members }
}

/// What only says the same as another type is seen as a type of its own.
fn of_alias(item: &RustAlias, copies: &Copies<'_>, spot: fn(&str) -> String) -> Item {
    let alone = match copies.alone(item) {
        Some(RustItem::Struct(alone)) => of_struct(&alone),
        Some(RustItem::Enum(alone)) => of_enum(&alone),
        Some(RustItem::Union(alone)) => of_union(&alone, spot),
        _ => return named(format!("type {} = {}", item.path, item.ty), item),
    };
    Item { deprecated: item.deprecated, copy_of: Copies::target(item).map(ToString::to_string), ..alone }
}

fn named(head: String, item: &RustAlias) -> Item {
    Item { deprecated: item.deprecated, ..empty(head) }
}

fn member(declared: String) -> Member {
    let (relied, methods, spots) = (declared.clone(), Vec::new(), vec![(String::new(), None)]);
    Member { declared, relied, deprecated: false, methods, argument: None, spots }
}

fn of_struct(item: &RustStruct) -> Item {
    let required: Vec<_> = item.fields.iter().filter(|field| field.role == FieldRole::Required).collect();
    let arguments: Vec<_> = required.iter().map(|field| format!("{}: {}", field.name, argument_type(&field.ty))).collect();
    let mut traits = Vec::new();
    if item.default != RustDefault::Never {
        traits.push("Default");
    }
    if item.checked {
        traits.push("Validate");
    }
    if item.codec.is_some() {
        traits.push("Serialize");
    }
    let members = item.fields.iter().map(|field| (field.name.to_string(), of_field(field)));
    Item {
        deprecated: item.deprecated,
        traits,
        constructor: Some(format!("new({})", arguments.join(", "))),
        members: members.collect(),
        ..empty(format!("struct {}", item.path))
    }
}

fn of_field(field: &RustField) -> Member {
    let ty = match field.role {
        FieldRole::Optional => format!("Option<{}>", field.ty),
        FieldRole::Nullable => format!("Maybe<{}>", field.ty),
        FieldRole::Required | FieldRole::Constant(..) | FieldRole::Rest => field.ty.to_string(),
    };
    let setter = field.setter.iter().flat_map(|setter| {
        let own = format!("{}({})", setter.name, argument_type(&field.ty));
        std::iter::once(own).chain(setter.null.iter().map(|null| format!("{null}()")))
    });
    let default = field.default.iter().map(|default| format!("{}(&self)", default.name));
    let argument = (field.role == FieldRole::Required).then(|| format!("{}: {}", field.name, argument_type(&field.ty)));
    Member {
        deprecated: field.deprecated,
        methods: setter.chain(default).collect(),
        argument,
        spots: vec![(String::new(), Some(field.wire_name.clone()))],
        ..member(format!("{}: {ty}", field.name))
    }
}

fn argument_type(ty: &RustType) -> String {
    if *ty.resolved() == RustType::String { format!("impl Into<{ty}>") } else { ty.to_string() }
}

fn of_enum(item: &RustEnum) -> Item {
    let sort = match item.values {
        EnumValues::Strings => "texts",
        EnumValues::Integers => "whole numbers",
        EnumValues::Mixed => "values",
    };
    let variants = item.variants.iter().map(|variant| {
        let spots = vec![(String::new(), Some(variant.value.to_string()))];
        (variant.name.to_string(), Member { spots, ..member(variant.name.to_string()) })
    });
    let other = item.other.iter().map(|other| (other.to_string(), member(format!("{other}(..)"))));
    Item {
        deprecated: item.deprecated,
        members: variants.chain(other).collect(),
        ..empty(format!("enum {} of {sort}", item.path))
    }
}

/// A variant comes from its branch, as far as that is one of this union, and from the union.
fn of_union(item: &RustUnion, spot: fn(&str) -> String) -> Item {
    let variants = item.variants.iter().map(|variant| {
        let from = variant.from.then(|| format!("From<{}>", variant.ty));
        let own = member(format!("{}({})", variant.name, variant.ty));
        let branch = (spot(variant.origin.pointer.as_str()), Some(OF_UNION.to_owned()));
        let spots = vec![branch, (String::new(), None)];
        (variant.name.to_string(), Member { methods: from.into_iter().collect(), spots, ..own })
    });
    let others = item.other.iter().chain(&item.several).map(|other| (other.to_string(), member(format!("{other}(..)"))));
    Item {
        deprecated: item.deprecated,
        traits: if item.checked { vec!["Validate"] } else { Vec::new() },
        members: variants.chain(others).collect(),
        ..empty(format!("enum {}", item.path))
    }
}

fn of_answers(item: &RustAnswers) -> Item {
    let variants = item.variants.iter().map(|it| {
        let spots = vec![(String::new(), Some(super::operations::status(it.status)))];
        (it.name.to_string(), Member { spots, ..member(format!("{}({})", it.name, it.reader.ty)) })
    });
    let other = item.other.iter().map(|other| (other.to_string(), member(format!("{other}(Bytes)"))));
    Item { members: variants.chain(other).collect(), ..empty(format!("enum {}", item.path)) }
}

fn of_client(item: &RustClient, spot: fn(&str) -> String) -> Item {
    let operations = item.operations.iter().map(|operation| {
        let place = spot(&format!("{} {}", operation.method, operation.path));
        let output = format!("Request<{}, {}>", operation.success.ty, operation.error.ty);
        let shown: Vec<_> = operation.arguments.iter().map(|it| format!("{}: {}", it.name, passed(it))).collect();
        let types: Vec<_> = operation.arguments.iter().map(passed).collect();
        let method = Member {
            relied: format!("({}) -> {output}", types.join(", ")),
            deprecated: operation.deprecated,
            spots: vec![(place, None)],
            ..member(format!("{}({}) -> {output}", operation.name, shown.join(", ")))
        };
        (operation.name.to_string(), method)
    });
    let credentials = item.credentials.iter().map(|(name, scheme)| {
        let spots = vec![(spot("security"), None)];
        (format!("impl {name}"), Member { spots, ..member(format!("{name} ({scheme})")) })
    });
    let members = operations.chain(credentials).collect();
    Item { members, ..empty(format!("struct {}", item.path)) }
}
