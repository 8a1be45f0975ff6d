//! A description and what was generated for it -> the equations "described = generated + reported", counted without the pipeline.
//!
//! What is described is counted by a walk of its own over the JSON of the file, which shares nothing with the generator. What is
//! generated is counted in the plan of the Rust crate: its methods, what they send, its answers, fields and variants. The equations:
//!
//! * **operations**: a described one is a method key of a path item under `paths` (whose `$ref` is followed). It is generated where
//!   the client has a method for the same HTTP method and path template, of which a query that is described as parameters is no part. Reported: a finding at or inside it that is no mere choice.
//! * **parameters**: of each generated operation, those of its path and its own, references followed, by place and name; an own one
//!   replaces the path's, a repeated one counts once, and a placeholder of the path that nothing describes is one. Generated where the method
//!   sends one of that name at that place; an optional header `Idempotency-Key` is given per call by the runtime. Reported: a finding at or
//!   inside it.
//! * **statuses**: of each generated operation, the keys of `responses`. Generated where the answer of that side (2xx, or not) is an
//!   enum with a variant for the status, or where the one type that is read is that of the status's own schema, or where bytes or
//!   any value are read and no content has a schema. Reported: a finding inside the response.
//! * **properties**: of each object under a root, `allOf` merged; the roots are the components' schemas, and the schemas of parameters,
//!   bodies and answers that have a Rust type. Below a property the walk goes on with what the property's own schema describes inline; a
//!   `$ref` to a component is left to that component. A property of a branch of `oneOf`/`anyOf` has to be in the branch's
//!   type, and one beside the branches in a variant; below the latter nothing is counted, because a branch may narrow it. A
//!   `readOnly` property that is not in a type that is only sent, and a `writeOnly` one not in a type that is only read, count as reported. Below
//!   a property that is lost nothing is counted.
//! * **enum values**: the distinct ones at each of the same places (and what stands under `const`, since 3.1), without null, which is the
//!   `Option`'s. Generated where the enum has a
//!   variant of that value.
//!
//! What the code has and the description has not is counted as extra; a property that is only named in `required` is no extra.

mod calls;
mod described;
mod findings;
mod rust;
mod schemas;
#[cfg(test)]
mod tests;
mod view;

use bindery::Generated;
use serde_json::Value;

use super::record::Counts;

use calls::Calls;
use described::Described;
use findings::Found;
use rust::Rust;
use schemas::Schemas;

/// Counts what a description has, and what became of it.
pub(crate) fn count(document: &Value, generated: &Generated) -> Counts {
    let described = Described::new(document);
    let found = Found::new(&generated.diagnostics);
    let rust = Rust::new(&generated.plan);
    let mut calls = Calls::new(&described, &rust, &found);
    calls.count();
    let mut schemas = Schemas::new(&described, &rust, &found);
    schemas.walk_components();
    schemas.walk_operations();
    let (properties, enum_values) = schemas.equations();
    Counts { operations: calls.operations, parameters: calls.parameters, statuses: calls.statuses, properties, enum_values }
}
