//! What the user may decide about the generated Rust.

use std::collections::BTreeMap;

use super::model::UnknownProperties;

/// Options of the plan.
#[derive(Clone, Debug, Default)]
pub struct PlanOptions {
    /// What is generated.
    pub scope: Scope,
    /// Which modules there are.
    pub layout: Layout,
    /// Derives for every model, by path, besides `Clone`, `Debug` and `PartialEq`.
    pub derives: Vec<String>,
    /// Rust types to use instead of generating one, by the name of the schema.
    pub schema_types: BTreeMap<String, String>,
    /// Rust types to use for texts of a format, by its name.
    pub format_types: BTreeMap<String, String>,
    /// Rust names to use instead of the made ones: by the name of a schema, by `operationId`, or by JSON Pointer.
    pub renames: BTreeMap<String, String>,
    /// What readers do with properties where the description says nothing about more of them.
    pub unknown_properties: UnknownProperties,
    /// What readers do with enum values that nobody described.
    pub unknown_values: UnknownValues,
}

/// What is generated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Models and a client.
    #[default]
    Client,
    /// Models only.
    Models,
}

/// Which modules there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// Everything is where the file is included, but for `servers`.
    #[default]
    Flat,
    /// Models are in `types`, parameters and answers in `operations`.
    Modules,
}

/// What readers do with enum values that nobody described.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UnknownValues {
    /// They keep them, unless the description closes the enum.
    #[default]
    Keep,
    /// They refuse them.
    Reject,
}
