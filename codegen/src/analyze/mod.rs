//! `ir::Api` -> facts: what follows from the types and operations, as side tables. A file a fact; each is a pure function of the API.

mod boxes;
mod checks;
mod direction;
mod edges;
mod endless;
mod probe;
mod several;
mod tags;

use foldhash::{HashMap, HashSet};

use crate::arena::{IdSet, Table};
use crate::ir::{Api, Type};

pub use boxes::Edge;
pub use direction::Direction;
pub use probe::{JsonKind, Probe, probe};
pub use several::can_be_several;
pub use tags::Property;

/// All facts about an API.
#[derive(Clone, Debug)]
pub struct Facts {
    /// Which way the values of each type go.
    pub directions: Table<Type, Direction>,
    /// Types with a property that only one side sends, in them or in what they contain.
    pub one_sided: IdSet<Type>,
    /// Those of them with a property that is not read.
    pub not_read: IdSet<Type>,
    /// Those of them that are needed with all their properties besides, because a type holds them that no operation uses.
    pub held_whole: IdSet<Type>,
    /// Fields and variants that have to be boxed, so that their type has a size.
    pub boxed: HashSet<Edge>,
    /// Lists, maps and aliases that have to be structs of their own.
    pub newtypes: IdSet<Type>,
    /// Types without a finite value, because they have to contain themselves.
    pub endless: IdSet<Type>,
    /// Types with something to check, in them or in what they contain.
    pub checked: IdSet<Type>,
    /// Properties that always have the same text, because it is the tag of their struct.
    pub fixed_tags: HashMap<Property, String>,
}

/// Works out all facts.
pub fn analyze(api: &Api) -> Facts {
    let directions = direction::directions(api);
    let containers = edges::containers(api);
    let one_sided = direction::one_sided(api, &containers);
    let not_read = direction::not_read(api, &containers);
    Facts {
        held_whole: direction::held_whole(api, &containers, &directions, &one_sided, &not_read),
        directions,
        one_sided,
        not_read,
        boxed: boxes::boxed(api),
        newtypes: boxes::newtypes(api),
        endless: endless::endless(api, &containers),
        checked: checks::checked(api, &containers),
        fixed_tags: tags::fixed_tags(api),
    }
}
