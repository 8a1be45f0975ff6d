//! Finds the places of nodes while a text is scanned.
//!
//! A [`Finder`] is told what a scanner meets, in order: keys, scalars, the starts and ends of containers. It holds the wanted pointers
//! as a tree and walks down it, so that a node nobody asked for costs next to nothing.

use foldhash::HashMap;

use super::pointer::Pointer;

/// A place in a text. Lines and columns are counted from 1, columns in code points; the end is the first column after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line of the first character.
    pub line: usize,
    /// The column of the first character.
    pub column: usize,
    /// The line of the end.
    pub end_line: usize,
    /// The column after the last character.
    pub end_column: usize,
}

/// Where a node stands, as a value and under its key.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The key, for an entry of a mapping.
    pub key: Option<Place>,
    value: Place,
    kind: NodeKind,
}

impl Entry {
    /// Returns the place that reads best in a message about the node.
    pub fn place(&self) -> Place {
        match (self.kind, self.key) {
            (NodeKind::Container, Some(key)) => key,
            (NodeKind::Scalar, Some(key)) if self.value.is_empty() => key,
            (NodeKind::Container | NodeKind::Scalar, _) => self.value,
        }
    }
}

/// The first and the last node that a pointer names; they differ where a key stands there twice.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    /// The first.
    pub first: Entry,
    /// The last, which is the one that counts.
    pub last: Entry,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NodeKind {
    Scalar,
    Container,
}

/// The containers of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Container {
    Mapping,
    Sequence,
}

/// A node of the tree of wanted pointers.
#[derive(Default)]
struct Wanted {
    children: HashMap<String, usize>,
    found: Option<Found>,
}

/// A container that is open.
struct Open {
    /// Its node in the tree, if anything inside of it is wanted.
    wanted: Option<usize>,
    position: Position,
}

/// What comes next in a container.
enum Position {
    Key,
    Value { wanted: Option<usize>, key: Option<Place> },
    Item(usize),
}

pub(super) struct Finder {
    tree: Vec<Wanted>,
    /// For each pointer the nodes that lead to it, the outermost first.
    trails: Vec<Vec<usize>>,
    open: Vec<Open>,
}

impl Finder {
    pub(super) fn new(pointers: &[&Pointer]) -> Self {
        let mut finder = Self { tree: vec![Wanted::default()], trails: Vec::new(), open: Vec::new() };
        for pointer in pointers {
            let mut trail = vec![0];
            for token in pointer.tokens() {
                let parent = trail[trail.len() - 1];
                trail.push(finder.child(parent, &token));
            }
            finder.trails.push(trail);
        }
        finder
    }

    fn child(&mut self, parent: usize, token: &str) -> usize {
        if let Some(child) = self.tree[parent].children.get(token) {
            return *child;
        }
        let child = self.tree.len();
        self.tree.push(Wanted::default());
        self.tree[parent].children.insert(token.to_owned(), child);
        child
    }

    /// Tells whether the text of the next scalar matters, because it is a key on the way to a wanted node.
    pub(super) fn wants_key(&self) -> bool {
        matches!(self.open.last(), Some(Open { wanted: Some(_), position: Position::Key }))
    }

    /// Tells whether the next node is a key.
    pub(super) fn at_key(&self) -> bool {
        matches!(self.open.last(), Some(Open { position: Position::Key, .. }))
    }

    /// Tells whether the place of the next scalar matters.
    pub(super) fn wants_place(&self) -> bool {
        match self.open.last() {
            None => true,
            Some(Open { wanted, position: Position::Key | Position::Item(_) }) => wanted.is_some(),
            Some(Open { position: Position::Value { wanted, .. }, .. }) => wanted.is_some(),
        }
    }

    /// Takes a key or a scalar value. The text and place may be anything where they are not wanted.
    pub(super) fn scalar(&mut self, text: &str, place: Place) {
        let key_of = match self.open.last() {
            Some(Open { wanted, position: Position::Key }) => Some(*wanted),
            Some(_) | None => None,
        };
        match key_of {
            Some(parent) => {
                let wanted = parent.and_then(|parent| self.tree[parent].children.get(text).copied());
                self.set_position(Position::Value { wanted, key: Some(place) });
            }
            None => {
                self.begin(NodeKind::Scalar, place);
                self.end_value();
            }
        }
    }

    /// Takes a value that is not wanted.
    pub(super) fn pass(&mut self) {
        self.end_value();
    }

    /// Takes the start of a container, and its end with [`Finder::end`].
    pub(super) fn start(&mut self, container: Container, place: Place) {
        let is_key = matches!(self.open.last(), Some(Open { position: Position::Key, .. }));
        let wanted = if is_key { None } else { self.begin(NodeKind::Container, place) };
        let position = match container {
            Container::Mapping => Position::Key,
            Container::Sequence => Position::Item(0),
        };
        self.open.push(Open { wanted, position });
    }

    pub(super) fn end(&mut self) {
        self.open.pop();
        match self.open.last() {
            // The container was a key, and no pointer names what stands under it.
            Some(Open { position: Position::Key, .. }) => self.set_position(Position::Value { wanted: None, key: None }),
            Some(_) | None => self.end_value(),
        }
    }

    /// Notes where the next value stands, and returns its node in the tree.
    fn begin(&mut self, kind: NodeKind, value: Place) -> Option<usize> {
        let (wanted, key) = match self.open.last() {
            None => (Some(0), None),
            Some(Open { position: Position::Value { wanted, key }, .. }) => (*wanted, *key),
            Some(Open { wanted, position: Position::Item(index) }) => {
                (wanted.and_then(|parent| self.tree[parent].children.get(&index.to_string()).copied()), None)
            }
            Some(Open { position: Position::Key, .. }) => (None, None),
        };
        if let Some(wanted) = wanted {
            let last = Entry { key, value, kind };
            let first = self.tree[wanted].found.map_or(last, |found| found.first);
            self.tree[wanted].found = Some(Found { first, last });
        }
        wanted
    }

    fn end_value(&mut self) {
        match self.open.last().map(|open| &open.position) {
            Some(Position::Item(index)) => self.set_position(Position::Item(index + 1)),
            Some(Position::Value { .. } | Position::Key) => self.set_position(Position::Key),
            None => {}
        }
    }

    fn set_position(&mut self, position: Position) {
        if let Some(open) = self.open.last_mut() {
            open.position = position;
        }
    }

    /// Returns what was found for each pointer: the node itself, else the nearest one around it.
    pub(super) fn finish(self) -> Vec<Option<Found>> {
        let nearest = |trail: &Vec<usize>| trail.iter().rev().find_map(|node| self.tree[*node].found);
        self.trails.iter().map(nearest).collect()
    }
}

impl Place {
    fn is_empty(&self) -> bool {
        (self.line, self.column) == (self.end_line, self.end_column)
    }
}

#[cfg(test)]
mod tests {
    use crate::source::{Origin, Pointer, Sources};

    /// Returns the places of pointers in a text, as `line:column-end`.
    fn places(text: &str, pointers: &[&str]) -> Vec<String> {
        let mut sources = Sources::default();
        let document = sources.add("text", text);
        let origin = |pointer: &&str| Origin { document, pointer: Pointer::parse(pointer).expect("it is a pointer") };
        let origins: Vec<Origin> = pointers.iter().map(origin).collect();
        let shown = |found: Option<super::Place>| {
            found.map_or("none".to_owned(), |it| format!("{}:{}-{}:{}", it.line, it.column, it.end_line, it.end_column))
        };
        sources.places(&origins.iter().collect::<Vec<_>>()).into_iter().map(shown).collect()
    }

    #[test]
    fn yaml() {
        let text = "\
a: one
b:
  - x
  - y: [1, 22]
? [complex, key]
: { in: side }
c: &anchor { d: e }
alias: *anchor
empty:
text: |
  several
  lines
";
        let pointers = ["/a", "/b", "/b/0", "/b/1/y", "/b/1/y/1", "/c", "/c/d", "/alias/d", "/empty", "/text"];
        assert_eq!(
            places(text, &pointers),
            ["1:4-1:7", "2:1-2:2", "3:5-3:6", "4:5-4:6", "4:12-4:14", "7:1-7:2", "7:17-7:18", "8:8-8:15", "9:1-9:6", "11:3-13:1"]
        );
    }

    #[test]
    fn json() {
        let text = "{\"a\": \"one\",\n\t\"b\": [true, {\"ž\\u0020~\": -1.5e3}],\r\n \"c\": {}, \"c\": []}";
        let pointers = ["", "/a", "/b", "/b/0", "/b/1", "/b/1/ž ~0", "/c"];
        assert_eq!(
            places(text, &pointers),
            ["1:1-1:2", "1:7-1:12", "2:2-2:5", "2:8-2:12", "2:14-2:15", "2:27-2:33", "3:11-3:14"]
        );
    }

    #[test]
    fn what_is_not_there_has_the_place_around_it() {
        assert_eq!(places("a: { b: 1 }\n", &["/a/c/d", "/a/b/c", "/x"]), ["1:1-1:2", "1:9-1:10", "1:1-1:1"]);
        assert_eq!(places("{\"a\": [1]}", &["/a/7", "/x"]), ["1:2-1:5", "1:1-1:2"]);
        assert_eq!(places("", &["/a"]), ["none"]);
    }

    #[test]
    fn a_text_in_braces_may_be_yaml() {
        assert_eq!(places("{a: 1, 'b': 22}", &["/a", "/b"]), ["1:5-1:6", "1:13-1:15"]);
    }

    #[test]
    fn broken_texts_are_searched_up_to_the_error() {
        assert_eq!(places("a: 1\nb: [\nc: 1", &["/a", "/c"])[0], "1:4-1:5");
        assert_eq!(places("{\"a\": 1, \"b\": [}", &["/a"]), ["1:7-1:8"]);
    }
}
