//! Which types have something to check: a constraint or a list of values, in them or in what they contain.

use foldhash::HashSet;

use crate::ir::{Api, ArrayConstraints, NumberType, ObjectConstraints, StringType, Tagging, TypeId, TypeKind};

use super::edges;

pub(super) fn checked(api: &Api) -> HashSet<TypeId> {
    edges::closure(api, |id| api.types[id].assertions.is_some() || constrained(&api.types[id].kind))
}

fn constrained(kind: &TypeKind) -> bool {
    match kind {
        TypeKind::Integer(number) | TypeKind::Number(number) => {
            *number != NumberType { format: number.format.clone(), ..NumberType::default() }
        }
        TypeKind::String(string) => *string != StringType { format: string.format.clone(), ..StringType::default() },
        TypeKind::Enum(_) => true,
        TypeKind::Struct(item) => item.constraints != ObjectConstraints::default(),
        TypeKind::Array { constraints, .. } => *constraints != ArrayConstraints::default(),
        TypeKind::Map { constraints, .. } => *constraints != ObjectConstraints::default(),
        // A tag that the description does not have is found as the value of an enum is.
        TypeKind::Union(item) => item.tagging != Tagging::Untagged,
        TypeKind::Boolean | TypeKind::Nullable(_) | TypeKind::Alias(_) | TypeKind::Any | TypeKind::Never => false,
    }
}
