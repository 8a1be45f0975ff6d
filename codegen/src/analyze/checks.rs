//! Which types have something to check: a constraint or a list of values, in them or in what they contain.

use crate::arena::{Groups, IdSet};
use crate::ir::{Api, ArrayConstraints, NumberType, ObjectConstraints, StringType, Tagging, Type, TypeKind};

use super::edges;

pub(super) fn checked(api: &Api, containers: &Groups<Type>) -> IdSet<Type> {
    edges::closure(api, containers, |id| api.types[id].assertions.is_some() || constrained(&api.types[id].kind))
}

fn constrained(kind: &TypeKind) -> bool {
    match kind {
        TypeKind::Integer(number) | TypeKind::Number(number) => {
            let NumberType { format: _, minimum, maximum, exclusive_minimum, exclusive_maximum, multiple_of } = number;
            [minimum, maximum, exclusive_minimum, exclusive_maximum, multiple_of].iter().any(|limit| limit.is_some())
        }
        TypeKind::String(string) => {
            let StringType { format: _, min_length, max_length, pattern } = string;
            min_length.is_some() || max_length.is_some() || pattern.is_some()
        }
        TypeKind::Enum(_) => true,
        TypeKind::Struct(item) => item.constraints != ObjectConstraints::default(),
        TypeKind::Array { constraints, .. } => *constraints != ArrayConstraints::default(),
        TypeKind::Map { constraints, .. } => *constraints != ObjectConstraints::default(),
        // A tag that the description does not have is found as the value of an enum is.
        TypeKind::Union(item) => item.tagging != Tagging::Untagged,
        TypeKind::Boolean | TypeKind::Nullable(_) | TypeKind::Alias(_) | TypeKind::Any | TypeKind::Never => false,
    }
}
