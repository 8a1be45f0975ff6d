//! Which way values go: sent by the client, read by it, or both.

use crate::arena::{Groups, IdSet, Table};
use crate::ir::{Access, Api, Content, Type, TypeId, TypeKind};

use super::edges;

/// Which way the values of a type go. A type that no operation uses has neither flag.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Direction {
    /// The client sends them.
    pub sent: bool,
    /// The client reads them.
    pub read: bool,
}

pub(super) fn directions(api: &Api) -> Table<Type, Direction> {
    let mut directions: Table<Type, Direction> = Table::default();
    let sent = api.operations.iter().flat_map(|operation| {
        let body = operation.body.iter().filter_map(|body| content_type(body.content));
        operation.parameters.iter().map(|parameter| parameter.ty).chain(body)
    });
    for id in reachable(api, sent).iter() {
        directions.entry(id).get_or_insert_default().sent = true;
    }
    let read = api.operations.iter().flat_map(|operation| &operation.responses);
    for id in reachable(api, read.filter_map(|response| content_type(response.content))).iter() {
        directions.entry(id).get_or_insert_default().read = true;
    }
    directions
}

fn content_type(content: Content) -> Option<TypeId> {
    match content {
        Content::Json(ty) | Content::Form(ty) => Some(ty),
        Content::Empty | Content::Text | Content::Bytes | Content::Parts => None,
    }
}

fn reachable(api: &Api, roots: impl Iterator<Item = TypeId>) -> IdSet<Type> {
    let mut pending: Vec<_> = roots.collect();
    let mut found: IdSet<_> = pending.iter().copied().collect();
    while let Some(id) = pending.pop() {
        pending.extend(api.types[id].kind.contained().filter(|inner| found.insert(*inner)));
    }
    found
}

/// Returns the types whose two directions differ: a property in them is sent by one side only.
pub(super) fn one_sided(api: &Api, containers: &Groups<Type>) -> IdSet<Type> {
    with_property(api, containers, |access| access != Access::ReadWrite)
}

/// Returns the types of which a property is not read, in them or in what they contain.
pub(super) fn not_read(api: &Api, containers: &Groups<Type>) -> IdSet<Type> {
    with_property(api, containers, |access| access == Access::WriteOnly)
}

/// Returns the types that a type holds which no operation uses, and which lose a property in each direction that operations use them in.
/// That holder can be anywhere, and has to keep all of them.
pub(super) fn held_whole(
    api: &Api,
    containers: &Groups<Type>,
    directions: &Table<Type, Direction>,
    one_sided: &IdSet<Type>,
    not_read: &IdSet<Type>,
) -> IdSet<Type> {
    let not_sent = with_property(api, containers, |access| access == Access::ReadOnly);
    let roots = one_sided.iter().filter(|id| directions.get(id).is_none());
    let is_held = |id: &TypeId| {
        let Direction { sent, read } = directions.get(id).copied().unwrap_or_default();
        let loses_all = (!sent || not_sent.contains(id)) && (!read || not_read.contains(id));
        one_sided.contains(id) && (sent || read) && loses_all
    };
    reachable(api, roots).iter().filter(is_held).collect()
}

fn with_property(api: &Api, containers: &Groups<Type>, has: impl Fn(Access) -> bool) -> IdSet<Type> {
    edges::closure(api, containers, |id| match &api.types[id].kind {
        TypeKind::Struct(item) => item.fields.iter().any(|field| has(field.access)),
        _ => false,
    })
}
