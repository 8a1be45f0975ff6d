//! Where the nodes of a text come from that was put together from others.

use foldhash::HashMap;

use super::{Origin, Pointer};

/// Says of nodes of a derived text where they were written. A node that is not in the list stands, seen from the nearest node around it
/// that is, where it stood in the original.
#[derive(Clone, Debug)]
pub(crate) struct Origins {
    root: Origin,
    moved: HashMap<Pointer, Origin>,
}

impl Origins {
    /// Starts with the origin of the outermost node.
    pub(crate) fn new(root: Origin) -> Self {
        Self { root, moved: HashMap::default() }
    }

    /// Says where a node comes from, unless that is so already because of the nodes around it.
    pub(crate) fn insert(&mut self, pointer: Pointer, origin: Origin) {
        self.moved.insert(pointer, origin);
    }

    /// Returns where a node was written.
    pub(super) fn original(&self, pointer: &Pointer) -> Origin {
        let mut below = Vec::new();
        let mut at = pointer.clone();
        let start = loop {
            if let Some(origin) = self.moved.get(&at) {
                break origin;
            }
            let Some(parent) = at.parent() else { break &self.root };
            below.extend(at.tokens().last().map(std::borrow::Cow::into_owned));
            at = parent;
        };
        below.iter().rev().fold(start.clone(), |origin, token| origin.child(token))
    }
}

#[cfg(test)]
mod tests {
    use super::{Origin, Origins, Pointer};
    use crate::source::Sources;

    #[test]
    fn the_nearest_node_around_says_where_a_node_was() {
        let mut sources = Sources::default();
        let [root, other] = ["root", "other"].map(|name| sources.add(name, ""));
        let mut origins = Origins::new(Origin::root(root));
        origins.insert(Pointer::root().child("a").child("b/c"), Origin::root(other).child("x"));
        let original = |text: &str| {
            let origin = origins.original(&Pointer::parse(text).expect("it is a pointer"));
            (sources.get(origin.document).name.clone(), origin.pointer.to_string())
        };
        assert_eq!(original(""), ("root".to_owned(), String::new()));
        assert_eq!(original("/a/d"), ("root".to_owned(), "/a/d".to_owned()));
        assert_eq!(original("/a/b~1c"), ("other".to_owned(), "/x".to_owned()));
        assert_eq!(original("/a/b~1c/0/e~1f"), ("other".to_owned(), "/x/0/e~1f".to_owned()));
    }
}
