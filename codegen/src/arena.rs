//! Typed ids: a `Vec` whose indices can't be mixed up with another's.
//!
//! Documents and APIs are graphs with cycles. Their nodes live in an [`Arena`] and name each other by [`Id`].

use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

/// Names one node of an [`Arena`]. Only the arena that holds the node makes its id.
pub struct Id<T> {
    index: u32,
    node: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// Returns the position of the node in its arena, counted from 0.
    pub fn index(self) -> usize {
        self.index as usize
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Id<T> {}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.index.cmp(&other.index)
    }
}

impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.index.hash(state);
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.index)
    }
}

/// As its position in the arena.
#[cfg(feature = "serde")]
impl<T> serde::Serialize for Id<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(self.index)
    }
}

/// Nodes in the order in which they were added.
#[derive(Clone, Debug)]
pub struct Arena<T> {
    /// All but the last have [`CHUNK`] nodes. A single list would be copied, and be there twice, each time that it grows: the schemas of a
    /// large description are tens of megabytes.
    chunks: Vec<Vec<T>>,
}

const CHUNK: usize = 256;

/// As the list of its nodes.
#[cfg(feature = "serde")]
impl<T: serde::Serialize> serde::Serialize for Arena<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.chunks.iter().flatten())
    }
}

impl<T> Default for Arena<T> {
    fn default() -> Self {
        Self { chunks: Vec::new() }
    }
}

impl<T> Arena<T> {
    /// Adds a node and returns its id.
    pub fn push(&mut self, node: T) -> Id<T> {
        let index = u32::try_from(self.len()).expect("memory ends before four thousand million nodes do");
        match self.chunks.last_mut() {
            Some(chunk) if chunk.len() < CHUNK => chunk.push(node),
            _ => {
                let mut chunk = Vec::with_capacity(CHUNK);
                chunk.push(node);
                self.chunks.push(chunk);
            }
        }
        Id { index, node: PhantomData }
    }

    /// Returns how many nodes there are.
    pub fn len(&self) -> usize {
        self.chunks.last().map_or(0, |last| (self.chunks.len() - 1) * CHUNK + last.len())
    }

    /// Tells whether there is no node.
    pub fn is_empty(&self) -> bool {
        self.chunks.is_empty()
    }

    /// Returns every id, in order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = Id<T>> + Clone + use<T> {
        let count = u32::try_from(self.len()).expect("push keeps the length within u32");
        (0..count).map(|index| Id { index, node: PhantomData })
    }

    /// Returns every node with its id, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Id<T>, &T)> + Clone {
        self.ids().zip(self.chunks.iter().flatten())
    }
}

impl<T> Index<Id<T>> for Arena<T> {
    type Output = T;

    fn index(&self, id: Id<T>) -> &T {
        &self.chunks[id.index() / CHUNK][id.index() % CHUNK]
    }
}

impl<T> IndexMut<Id<T>> for Arena<T> {
    fn index_mut(&mut self, id: Id<T>) -> &mut T {
        &mut self.chunks[id.index() / CHUNK][id.index() % CHUNK]
    }
}

/// A value for each of some nodes of an arena.
#[derive(Clone, Debug)]
pub struct Table<T, V> {
    values: Vec<Option<V>>,
    node: PhantomData<fn() -> T>,
}

impl<T, V> Default for Table<T, V> {
    fn default() -> Self {
        Self { values: Vec::new(), node: PhantomData }
    }
}

impl<T, V> Table<T, V> {
    /// Returns the value of a node.
    pub fn get(&self, id: &Id<T>) -> Option<&V> {
        self.values.get(id.index())?.as_ref()
    }

    /// Returns the place of a node's value.
    pub fn entry(&mut self, id: Id<T>) -> &mut Option<V> {
        if self.values.len() <= id.index() {
            self.values.resize_with(id.index() + 1, || None);
        }
        &mut self.values[id.index()]
    }
}

impl<T, V> FromIterator<(Id<T>, V)> for Table<T, V> {
    fn from_iter<I: IntoIterator<Item = (Id<T>, V)>>(values: I) -> Self {
        let mut table = Self::default();
        values.into_iter().for_each(|(id, value)| *table.entry(id) = Some(value));
        table
    }
}

/// Some nodes of an arena.
#[derive(Clone, Debug)]
pub struct IdSet<T>(Table<T, ()>);

impl<T> Default for IdSet<T> {
    fn default() -> Self {
        Self(Table::default())
    }
}

impl<T> IdSet<T> {
    /// Tells whether a node is there.
    pub fn contains(&self, id: &Id<T>) -> bool {
        self.0.get(id).is_some()
    }

    /// Adds a node, and tells whether it was not there.
    pub fn insert(&mut self, id: Id<T>) -> bool {
        self.0.entry(id).replace(()).is_none()
    }

    /// Returns the nodes, in order.
    pub fn iter(&self) -> impl Iterator<Item = Id<T>> {
        let ids = (0..).map(|index| Id { index, node: PhantomData });
        ids.zip(&self.0.values).filter(|(_, there)| there.is_some()).map(|(id, _)| id)
    }
}

impl<T> FromIterator<Id<T>> for IdSet<T> {
    fn from_iter<I: IntoIterator<Item = Id<T>>>(ids: I) -> Self {
        Self(ids.into_iter().map(|id| (id, ())).collect())
    }
}

/// Ids in groups, each of which has a number: for each node those that lead to it, say. All of them are in one list.
#[derive(Clone, Debug)]
pub struct Groups<T> {
    /// Where the ids of each group start, and at last how many there are.
    starts: Vec<usize>,
    ids: Vec<Id<T>>,
}

impl<T> Groups<T> {
    /// Puts ids into the groups of their numbers, which are less than `count`; within a group their order stays.
    pub fn new(count: usize, numbered: impl Iterator<Item = (usize, Id<T>)> + Clone) -> Self {
        let mut starts = vec![0; count + 1];
        numbered.clone().for_each(|(number, _)| starts[number + 1] += 1);
        for number in 0..count {
            starts[number + 1] += starts[number];
        }
        let mut ids = vec![Id { index: 0, node: PhantomData }; starts[count]];
        let mut free = starts.clone();
        numbered.for_each(|(number, id)| {
            ids[free[number]] = id;
            free[number] += 1;
        });
        Self { starts, ids }
    }

    /// Returns the ids of a group.
    pub fn get(&self, number: usize) -> &[Id<T>] {
        &self.ids[self.starts[number]..self.starts[number + 1]]
    }

    /// Returns every group, in the order of their numbers.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &[Id<T>]> {
        (1..self.starts.len()).map(|next| self.get(next - 1))
    }
}

/// An arena that others still read, with nodes added on top of it.
#[derive(Debug)]
pub struct Overlay<'a, T> {
    base: &'a Arena<T>,
    added: Vec<T>,
}

impl<'a, T> Overlay<'a, T> {
    /// Starts with the nodes of `base`.
    pub fn new(base: &'a Arena<T>) -> Self {
        Self { base, added: Vec::new() }
    }

    /// Tells whether a node was added on top of the base.
    pub fn is_added(&self, id: Id<T>) -> bool {
        id.index() >= self.base.len()
    }

    /// Adds a node and returns its id.
    pub fn push(&mut self, node: T) -> Id<T> {
        let index = u32::try_from(self.base.len() + self.added.len()).expect("memory ends before four thousand million nodes do");
        self.added.push(node);
        Id { index, node: PhantomData }
    }
}

impl<'a, T: Clone> Overlay<'a, T> {
    /// Returns a node: a base node for as long as the base lives, an added one as a copy.
    pub fn get(&self, id: Id<T>) -> Cow<'a, T> {
        match id.index().checked_sub(self.base.len()) {
            None => Cow::Borrowed(&self.base[id]),
            Some(index) => Cow::Owned(self.added[index].clone()),
        }
    }
}

impl<T> Index<Id<T>> for Overlay<'_, T> {
    type Output = T;

    fn index(&self, id: Id<T>) -> &T {
        match id.index().checked_sub(self.base.len()) {
            None => &self.base[id],
            Some(index) => &self.added[index],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Arena, Groups, IdSet, Table};

    #[test]
    fn ids_are_put_into_groups_in_order() {
        let mut arena = Arena::default();
        let ids = ["a", "b", "c", "d"].map(|name| arena.push(name));
        let numbers = [2, 0, 2, 0];
        let groups = Groups::new(4, numbers.into_iter().zip(ids));
        let names: Vec<Vec<_>> = groups.iter().map(|group| group.iter().map(|id| arena[*id]).collect()).collect();
        assert_eq!(names, [vec!["b", "d"], vec![], vec!["a", "c"], vec![]]);
        assert_eq!(groups.get(2), [ids[0], ids[2]]);
        assert_eq!(Groups::<&str>::new(0, std::iter::empty()).iter().count(), 0);
    }

    #[test]
    fn a_table_has_values_for_some_nodes() {
        let mut arena = Arena::default();
        let [one, two, three] = ["a", "b", "c"].map(|name| arena.push(name));
        let mut table: Table<_, _> = [(two, 2)].into_iter().collect();
        assert_eq!([one, two, three].map(|id| table.get(&id).copied()), [None, Some(2), None]);
        *table.entry(one).get_or_insert_default() += 1;
        assert_eq!(table.get(&one), Some(&1));
    }

    #[test]
    fn a_set_has_each_id_once_and_in_order() {
        let mut arena = Arena::default();
        let [one, two, three] = ["a", "b", "c"].map(|name| arena.push(name));
        let mut set = IdSet::default();
        assert!(set.insert(three) && set.insert(one) && !set.insert(three));
        assert!(set.contains(&one) && !set.contains(&two));
        assert_eq!(set.iter().collect::<Vec<_>>(), [one, three]);
    }
}
