//! Types within types within types: rustc follows them only so far, and what is further down becomes any value.
//!
//! What the compiler works out of a type (how its values are dropped, whether they can be sent to another thread) it works out of all that the
//! type holds, up to its recursion limit of 128. No real description comes near it. Types that lead to each other are no matter of this:
//! what is known already is not followed again.

use std::collections::BTreeSet;

use crate::diagnostic::Code;
use crate::ir::{Rest, TypeId, TypeKind};

use super::Cx;
use super::graph::Circles;

/// How far down types may be within each other, in steps of the compiler. What uses them takes some of its limit too.
const MAX_DEPTH: usize = 100;

/// Cuts what is too deep, from the outside in, and tells whether there was any. `circles` are those of what types contain.
pub(super) fn cut(cx: &mut Cx<'_>, circles: &Circles) -> bool {
    let count = cx.types.len();
    let mut depths = vec![0_usize; count];
    for circle in circles.outside_in(&cx.types).iter() {
        let outer = circle.iter().map(|id| depths[id.index()]).max().unwrap_or_default();
        for id in circle {
            let kind = &cx.types[*id].kind;
            let depth = outer + steps(kind);
            let leads_on = |inner: &TypeId| cx.types[*inner].kind.contained().next().is_some();
            let held = kind.contained().filter(|inner| !circles.share(*inner, *id) && leads_on(inner));
            if depth > MAX_DEPTH && can_be_cut(kind) {
                let held: BTreeSet<_> = held.collect();
                held.into_iter().for_each(|inner| cut_off(cx, *id, inner));
            } else {
                held.for_each(|inner| depths[inner.index()] = depths[inner.index()].max(depth));
            }
        }
    }
    // Each cut adds a type.
    cx.types.len() > count
}

/// Returns how many steps it takes the compiler from a type to what it holds, at most.
fn steps(kind: &TypeKind) -> usize {
    match kind {
        TypeKind::Map { .. } | TypeKind::Union(_) => 2,
        TypeKind::Struct(_) | TypeKind::Array { .. } => 1,
        _ => 0,
    }
}

/// How a union tells its branches apart depends on them, so that it is left whole; what is below it can be cut.
fn can_be_cut(kind: &TypeKind) -> bool {
    matches!(kind, TypeKind::Struct(_) | TypeKind::Array { .. } | TypeKind::Map { .. })
}

/// Makes any value of one type that another holds.
fn cut_off(cx: &mut Cx<'_>, id: TypeId, inner: TypeId) {
    let origin = cx.types[inner].origin.clone();
    let message = format!("the schema is nested more than {MAX_DEPTH} levels deep, which is more than the compiler follows");
    cx.report_once(Code::UnsupportedSchema, &origin, message, "any JSON value is generated where it is used there");
    let any = cx.any(origin);
    replace(&mut cx.types[id].kind, inner, any);
}

fn replace(kind: &mut TypeKind, old: TypeId, new: TypeId) {
    let swap = |ty: &mut TypeId| {
        if *ty == old {
            *ty = new;
        }
    };
    match kind {
        TypeKind::Struct(item) => {
            item.fields.iter_mut().for_each(|field| swap(&mut field.ty));
            if let Rest::Kept(ty) = &mut item.rest {
                swap(ty);
            }
        }
        TypeKind::Array { item, .. } => swap(item),
        TypeKind::Map { value, .. } => swap(value),
        _ => {}
    }
}
