//! The Rust crate that will be written: every decision made, nothing left to fail. Data types only.

mod call;

use std::collections::BTreeSet;

use serde_json::{Number, Value};

use crate::source::Origin;

use super::names::RustIdent;

pub use call::*;

/// All generated code of one description.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RustCrate {
    /// The title of the API.
    pub title: String,
    /// The root of the description.
    pub origin: Origin,
    /// The modules; the first one is the root.
    pub modules: Vec<RustModule>,
    /// What every item has to know of the others.
    pub scope: RustScope,
    /// The Rust path of every schema that became an item, in order.
    pub paths: Vec<(Origin, String)>,
    /// The item of every schema that has one, in order.
    pub items_of_schemas: Vec<ItemOfSchema>,
}

/// The item that a schema became, in one direction. Of a schema that may be null it is the item within the `Option`.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ItemOfSchema {
    /// The schema.
    pub origin: Origin,
    /// The item.
    pub path: RustPath,
    /// Which way its values go.
    pub form: Form,
    /// The item is another name of a type, which has its checks where it is used.
    pub is_alias: bool,
}

/// The form of a type whose two directions differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum Form {
    /// The same both ways.
    Whole,
    /// As the client reads it.
    Read,
    /// As the client sends it.
    Sent,
}

/// What every item has to know of the others.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RustScope {
    /// The names of Rust's prelude that a generated type takes, so that the prelude's own have to be written in full.
    pub shadowed: Vec<String>,
    /// The types that should not be used.
    pub deprecated: BTreeSet<RustPath>,
}

/// A module.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RustModule {
    /// Its name; `None` for the root.
    pub module: Module,
    /// What is in it.
    pub items: Vec<RustItem>,
}

/// The modules that there can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum Module {
    /// The root: where the file is included.
    Root,
    /// Models, where they have a module of their own.
    Types,
    /// Parameters and answers of operations, where they have a module of their own.
    Operations,
    /// The URLs of the servers.
    Servers,
}

impl Module {
    /// Returns the name of the module; the root has none.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Root => None,
            Self::Types => Some("types"),
            Self::Operations => Some("operations"),
            Self::Servers => Some("servers"),
        }
    }
}

/// Lines of a doc comment, in Markdown.
pub type RustDocs = Vec<String>;

/// Where a generated type is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RustPath {
    /// Its module.
    pub module: Module,
    /// Its name there.
    pub name: RustIdent,
}

/// A thing of a module.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum RustItem {
    /// A struct of properties or parameters.
    Struct(RustStruct),
    /// An enum of known values.
    Enum(RustEnum),
    /// An enum of types.
    Union(RustUnion),
    /// Another name of a type.
    Alias(RustAlias),
    /// A struct around one value.
    Newtype(RustAlias),
    /// What an operation answers, where that depends on the status.
    Answers(RustAnswers),
    /// A URL.
    Server(RustServer),
    /// The client.
    Client(RustClient),
}

impl RustItem {
    /// Returns where the item is, if it is a type.
    pub fn path(&self) -> Option<&RustPath> {
        match self {
            Self::Struct(item) => Some(&item.path),
            Self::Enum(item) => Some(&item.path),
            Self::Union(item) => Some(&item.path),
            Self::Alias(item) | Self::Newtype(item) => Some(&item.path),
            Self::Answers(item) => Some(&item.path),
            Self::Client(item) => Some(&item.path),
            Self::Server(_) => None,
        }
    }

    /// Tells whether the item should not be used.
    pub fn is_deprecated(&self) -> bool {
        match self {
            Self::Struct(item) => item.deprecated,
            Self::Enum(item) => item.deprecated,
            Self::Union(item) => item.deprecated,
            Self::Alias(item) | Self::Newtype(item) => item.deprecated,
            Self::Answers(_) | Self::Server(_) | Self::Client(_) => false,
        }
    }
}

/// A type as it is used.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum RustType {
    /// `bool`.
    Bool,
    /// An integer type, by its name.
    Int(&'static str),
    /// `f64`.
    F64,
    /// `String`.
    String,
    /// Any JSON value.
    Value,
    /// Any JSON object.
    Object,
    /// Bytes as they are on the wire.
    Bytes,
    /// Parts that the caller puts together.
    Parts,
    /// No value.
    Never,
    /// Nothing.
    Unit,
    /// A type of the runtime's `formats`.
    Format(&'static str),
    /// A type of `std::net`.
    Net(&'static str),
    /// A type that the user names.
    External(String),
    /// A generated type.
    Named(RustPath),
    /// A generated type alias, and what it stands for.
    Alias(RustPath, Box<RustType>),
    /// `Option`.
    Option(Box<RustType>),
    /// Absent, null or a value.
    Maybe(Box<RustType>),
    /// `Vec`.
    Vec(Box<RustType>),
    /// A map from texts.
    Map(Box<RustType>),
    /// `Box`.
    Boxed(Box<RustType>),
}

/// A struct of properties or parameters.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RustStruct {
    /// Its doc comment.
    pub docs: RustDocs,
    /// It should not be used.
    pub deprecated: bool,
    /// Where it is.
    pub path: RustPath,
    /// More derives than every struct has.
    pub derives: Vec<String>,
    /// How it is made of nothing.
    pub default: RustDefault,
    /// Its fields, in order.
    pub fields: Vec<RustField>,
    /// How it is read and written; `None` where it is sent piece by piece.
    pub codec: Option<UnknownProperties>,
    /// What is checked of the object itself.
    pub checks: Vec<RustCheck>,
    /// Something is checked, of the object or of its fields.
    pub checked: bool,
}

/// How a struct is made of nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum RustDefault {
    /// By the derive: every field may be absent.
    Derived,
    /// By `new`, which fills in what has only one value.
    New,
    /// Not at all: a field is required.
    Never,
}

/// What a reader does with properties that nobody described.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum UnknownProperties {
    /// It passes over them, so that the server may grow.
    #[default]
    Ignore,
    /// It refuses the value.
    Reject,
    /// It keeps them in a map.
    Keep,
}

/// A field of a struct.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RustField {
    /// Its doc comment.
    pub docs: RustDocs,
    /// It should not be used.
    pub deprecated: bool,
    /// Its name.
    pub name: RustIdent,
    /// Its name on the wire.
    pub wire_name: String,
    /// What it holds, without what `role` adds.
    pub ty: RustType,
    /// How it comes to its value.
    pub role: FieldRole,
    /// Of an optional field: null is among the values of what it holds, and so is not the same as nothing.
    pub holds_null: bool,
    /// The name of the method that sets it.
    pub setter: Option<Setter>,
    /// The method that gives the documented default where there is no value.
    pub default: Option<DefaultAccessor>,
    /// What is checked of its value.
    pub checks: Vec<RustCheck>,
}

/// How a field comes to its value.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum FieldRole {
    /// It is always there.
    Required,
    /// It is always there, and there is only one value, which `new` fills in.
    Constant(RustValue),
    /// `Option`.
    Optional,
    /// `Maybe`.
    Nullable,
    /// The properties that nobody described.
    Rest,
}

/// A method that sets a field.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Setter {
    /// Its name.
    pub name: RustIdent,
    /// The name of the method that sets null, if there is one.
    pub null: Option<RustIdent>,
}

/// A method that gives the documented default where there is no value.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct DefaultAccessor {
    /// Its name.
    pub name: RustIdent,
    /// What it gives.
    pub value: RustValue,
}

/// A value that can be written in Rust.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum RustValue {
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Int(i128),
    /// A number.
    Float(f64),
    /// A text, given as `&str`.
    Str(String),
    /// A variant without a value.
    Variant(RustPath, RustIdent),
}

/// Something that is checked of a value.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum RustCheck {
    /// A number against a limit; the name is the runtime's method.
    Limit(&'static str, RustValue),
    /// A length or a count against a limit; the name is the runtime's method.
    Size(&'static str, u64),
    /// A text against a pattern.
    Pattern(String),
    /// No two items are equal.
    Unique,
    /// What a JSON Schema (2020-12) says of the value.
    Assertions(String),
    /// Each item of a list.
    Items(Vec<RustCheck>),
    /// Each value of a map.
    Values(Vec<RustCheck>),
    /// What is inside null or a value.
    Inner(Vec<RustCheck>),
    /// The value's own checks.
    Nested,
}

/// An enum of known values.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RustEnum {
    /// Its doc comment.
    pub docs: RustDocs,
    /// It should not be used.
    pub deprecated: bool,
    /// Where it is.
    pub path: RustPath,
    /// More derives than every enum has.
    pub derives: Vec<String>,
    /// What sort of values.
    pub values: EnumValues,
    /// The variants, in order.
    pub variants: Vec<RustEnumVariant>,
    /// The variant that keeps other values.
    pub other: Option<RustIdent>,
    /// Other texts are as valid as those of the variants.
    pub any_text: bool,
    /// What other texts satisfy, if any is as valid as those listed: a JSON Schema (2020-12).
    pub assertions: Option<String>,
}

/// What sort of values an enum has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum EnumValues {
    /// Texts.
    Strings,
    /// Whole numbers.
    Integers,
    /// Others, or several sorts.
    Mixed,
}

/// A known value.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RustEnumVariant {
    /// Its doc comment.
    pub docs: RustDocs,
    /// Its name.
    pub name: RustIdent,
    /// The value on the wire.
    pub value: Value,
}

/// An enum of types.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RustUnion {
    /// Its doc comment.
    pub docs: RustDocs,
    /// It should not be used.
    pub deprecated: bool,
    /// Where it is.
    pub path: RustPath,
    /// More derives than every enum has.
    pub derives: Vec<String>,
    /// The property that tells the variants apart, where there is one.
    pub tag: Option<String>,
    /// The variants, in order.
    pub variants: Vec<RustUnionVariant>,
    /// The variant that keeps values of other tags.
    pub other: Option<RustIdent>,
    /// The variant that keeps values that are of several types at once.
    pub several: Option<RustIdent>,
    /// What is checked of the value whatever the variant.
    pub checks: Vec<RustCheck>,
    /// Something is checked, of the value or of a variant.
    pub checked: bool,
}

/// A type of a union.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RustUnionVariant {
    /// The schema that it is from.
    pub origin: Origin,
    /// Its doc comment.
    pub docs: RustDocs,
    /// Its name.
    pub name: RustIdent,
    /// What it holds.
    pub ty: RustType,
    /// The tag values that lead to it.
    pub tags: Vec<String>,
    /// The sorts of JSON values it is read from, by their names; none where every sort is possible.
    pub kinds: Vec<&'static str>,
    /// Properties that all of its objects have, with their text where it is always the same.
    pub required: Vec<(String, Option<String>)>,
    /// No other variant holds the same type, so a value of it can be turned into the union.
    pub from: bool,
    /// What is checked of its value.
    pub checks: Vec<RustCheck>,
}

/// Another name of a type, or a struct around one value.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RustAlias {
    /// Its doc comment.
    pub docs: RustDocs,
    /// It should not be used.
    pub deprecated: bool,
    /// Where it is.
    pub path: RustPath,
    /// More derives than every struct has.
    pub derives: Vec<String>,
    /// The type that it stands for.
    pub ty: RustType,
    /// Its schema does not refer to that of the type, and only says the same.
    pub is_copy: bool,
    /// What is checked of its value.
    pub checks: Vec<RustCheck>,
}

/// Returns a number as a whole number, if it is one.
pub(super) fn whole(number: &Number) -> Option<i128> {
    let exact = number.as_i64().map(i128::from).or_else(|| number.as_u64().map(i128::from));
    // A float beyond 2^63 is no limit that a whole number of 64 bits could miss.
    let float = || number.as_f64().filter(|float| float.fract() == 0.0 && float.abs() < 9.3e18).map(|float| float as i128);
    exact.or_else(float)
}

impl RustType {
    /// Returns the least and the greatest value of an integer type.
    pub(super) fn integer_range(&self) -> Option<(i128, i128)> {
        let Self::Int(name) = self else { return None };
        Some(match *name {
            "i8" => (i8::MIN.into(), i8::MAX.into()),
            "i16" => (i16::MIN.into(), i16::MAX.into()),
            "i32" => (i32::MIN.into(), i32::MAX.into()),
            "u8" => (0, u8::MAX.into()),
            "u16" => (0, u16::MAX.into()),
            "u32" => (0, u32::MAX.into()),
            "u64" => (0, u64::MAX.into()),
            _ => (i64::MIN.into(), i64::MAX.into()),
        })
    }
}
