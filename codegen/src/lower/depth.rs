//! Types within types within types: rustc follows them only so far, and what is further down becomes any value.
//!
//! What the compiler works out of a type (how its values are dropped, whether they can be sent to another thread) it works out of all that the
//! type holds, up to its recursion limit of 128. No real description comes near it. Types that lead to each other are no matter of this:
//! what is known already is not followed again.

use crate::diagnostic::Code;
use crate::ir::{Rest, TypeId, TypeKind};

use super::Cx;
use super::graph::Circles;

/// How far down types may be within each other, in steps of the compiler. What uses them takes some of its limit too.
const MAX_DEPTH: usize = 100;

/// Cuts what is too deep, from the outside in.
pub(super) fn cut(cx: &mut Cx<'_>) {
    let circles = Circles::of(&cx.types, |id| cx.types[id].kind.contained());
    let mut order: Vec<TypeId> = cx.types.ids().collect();
    order.sort_by_key(|id| circles.number(*id));
    let mut depths = vec![0_usize; cx.types.len()];
    for circle in order.chunk_by(|one, other| circles.share(*one, *other)) {
        let outer = circle.iter().map(|id| depths[id.index()]).max().unwrap_or_default();
        for id in circle {
            let depth = outer + steps(&cx.types[*id].kind);
            let inner = cx.types[*id].kind.contained();
            let inner = inner.into_iter().filter(|inner| !circles.share(*inner, *id)).collect::<Vec<_>>();
            let leads_on = |inner: &TypeId| !cx.types[*inner].kind.contained().is_empty();
            if depth > MAX_DEPTH && inner.iter().any(leads_on) && cut_within(cx, *id, &circles) {
                continue;
            }
            inner.iter().for_each(|inner| depths[inner.index()] = depths[inner.index()].max(depth));
        }
    }
}

/// Returns how many steps it takes the compiler from a type to what it holds, at most.
fn steps(kind: &TypeKind) -> usize {
    match kind {
        TypeKind::Map { .. } | TypeKind::Union(_) => 2,
        TypeKind::Struct(_) | TypeKind::Array { .. } => 1,
        _ => 0,
    }
}

/// Makes any value of what a type holds and what leads on from there. Tells whether it can be done without a change of what is around.
fn cut_within(cx: &mut Cx<'_>, id: TypeId, circles: &Circles) -> bool {
    let leads_on = |inner: TypeId| !circles.share(inner, id) && !cx.types[inner].kind.contained().is_empty();
    let held: Vec<TypeId> = match &cx.types[id].kind {
        TypeKind::Struct(_) | TypeKind::Array { .. } | TypeKind::Map { .. } => {
            cx.types[id].kind.contained().into_iter().filter(|inner| leads_on(*inner)).collect()
        }
        // How a union tells its branches apart depends on them.
        _ => return false,
    };
    for inner in held {
        let origin = cx.types[inner].origin.clone();
        let message = format!("the schema is nested more than {MAX_DEPTH} levels deep, which is more than the compiler follows");
        cx.report_once(Code::UnsupportedSchema, &origin, message, "any JSON value is generated where it is used there");
        let any = cx.any(origin);
        replace(&mut cx.types[id].kind, inner, any);
    }
    true
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
