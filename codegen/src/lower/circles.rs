//! Types that stand at the same place of a value as themselves: by nothing but aliases, nulls and unions.
//!
//! Such a circle says nothing more than what is beside it, and reading it would never end, so it is broken and reported. What leads to
//! itself through a property or an item is recursion as usual, and no matter of this.

use foldhash::HashSet;

use crate::diagnostic::Code;
use crate::ir::{TypeId, TypeKind};

use super::Cx;
use super::graph::Circles;

/// Breaks every circle.
pub(super) fn break_circles(cx: &mut Cx<'_>) {
    let circles = Circles::of(&cx.types, at_same_place);
    break_aliases(cx, &circles);
    leave_unions_within_themselves(cx, &circles);
}

/// A chain of aliases that leads back to itself says nothing at all; its first link becomes every value.
fn break_aliases(cx: &mut Cx<'_>, circles: &Circles) {
    for id in cx.types.ids() {
        let mut at = id;
        while let TypeKind::Alias(next) | TypeKind::Nullable(next) = cx.types[at].kind
            && circles.share(next, id)
        {
            at = next;
            if at == id {
                let origin = cx.types[id].origin.clone();
                let message = "this schema is itself, and says nothing more";
                cx.report_once(Code::InfiniteSchema, &origin, message, "any JSON value is generated");
                cx.types[id].kind = TypeKind::Any;
            }
        }
    }
}

/// A union that is one of its own branches has no values by that branch.
fn leave_unions_within_themselves(cx: &mut Cx<'_>, circles: &Circles) {
    for id in cx.types.ids() {
        let TypeKind::Union(union) = &cx.types[id].kind else { continue };
        let leads_back: Vec<bool> = union.variants.iter().map(|variant| leads_to(cx, circles, variant.ty, id)).collect();
        if !leads_back.contains(&true) {
            continue;
        }
        let origin = cx.types[id].origin.clone();
        let message = "this union is one of its own branches, which adds no value";
        cx.report_once(Code::InfiniteSchema, &origin, message, "that branch is left out");
        if let TypeKind::Union(union) = &mut cx.types[id].kind {
            let mut leads_back = leads_back.into_iter();
            union.variants.retain(|_| leads_back.next() != Some(true));
            if union.variants.is_empty() {
                cx.types[id].kind = TypeKind::Never;
            }
        }
    }
}

/// Tells whether a type is another one, or leads to it, if that leads to the type. Circles may have been broken since they were found.
fn leads_to(cx: &Cx<'_>, circles: &Circles, start: TypeId, wanted: TypeId) -> bool {
    let mut pending = vec![start];
    let mut met = HashSet::default();
    while let Some(id) = pending.pop() {
        if id == wanted {
            return true;
        }
        if circles.share(id, wanted) && met.insert(id) {
            pending.extend(at_same_place(&cx.types[id].kind));
        }
    }
    false
}

/// Returns what a value of a type is, too.
fn at_same_place(kind: &TypeKind) -> impl Iterator<Item = TypeId> + Clone {
    let says_it_itself = matches!(kind, TypeKind::Alias(_) | TypeKind::Nullable(_) | TypeKind::Union(_));
    says_it_itself.then(|| kind.contained()).into_iter().flatten()
}
