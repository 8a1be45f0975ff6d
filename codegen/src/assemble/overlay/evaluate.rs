//! A JSONPath and a tree -> the nodes that it selects (RFC 9535, sections 2.3 to 2.5), in the order of the tree.

use std::cell::Cell;
use std::cmp::Ordering;
use std::ptr;

use foldhash::HashSet;
use serde_json::Value;

use super::path::{Comparison, Filter, Operand, Query, Selector};
use crate::parse::nodes::{Content, Node};

/// One step from a node to a child.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Step {
    Key(String),
    Index(usize),
}

/// The way from the root to a node.
pub(super) type Location = Vec<Step>;

/// How many nodes a path may look at. Filters within filters can multiply the description by itself.
pub(super) const MAX_STEPS: usize = 50_000_000;

/// Finds what a path selects, each node once; nothing is returned where that takes more than [`MAX_STEPS`].
pub(super) fn select(query: &Query, root: &Node) -> Option<Vec<Location>> {
    select_within(MAX_STEPS, query, root)
}

fn select_within(steps: usize, query: &Query, root: &Node) -> Option<Vec<Location>> {
    let search = Search { root, steps_left: Cell::new(steps) };
    let found = search.nodes(query, root);
    (search.steps_left.get() > 0).then(|| found.into_iter().map(|(location, _)| location).collect())
}

type Selected<'n> = Vec<(Location, &'n Node)>;

/// One path in one tree.
struct Search<'n> {
    root: &'n Node,
    steps_left: Cell<usize>,
}

impl<'n> Search<'n> {
    /// Counts what is looked at; tells whether it may be.
    fn step(&self, nodes: usize) -> bool {
        self.steps_left.set(self.steps_left.get().saturating_sub(nodes + 1));
        self.steps_left.get() > 0
    }

    /// Finds the nodes of a path, each once; their locations are relative to where it starts.
    fn nodes(&self, query: &Query, current: &'n Node) -> Selected<'n> {
        let start = if query.absolute { self.root } else { current };
        let mut found: Selected<'n> = vec![(Vec::new(), start)];
        for segment in &query.segments {
            if segment.descendant {
                let (mut all, mut seen) = (Vec::new(), HashSet::default());
                found.into_iter().for_each(|(location, node)| self.add_with_descendants(location, node, &mut seen, &mut all));
                found = all;
            }
            let selected = found.iter().flat_map(|(location, node)| {
                segment.selectors.iter().flat_map(move |selector| self.children(selector, location, node))
            });
            // Selectors can overlap: without this, each segment could double what the next one looks at.
            let mut seen = HashSet::default();
            found = selected.filter(|(_, node)| seen.insert(ptr::from_ref(*node))).collect();
        }
        found
    }

    /// Adds a node and all below it, each before its children. The nesting of a text that could be read is bounded.
    fn add_with_descendants(&self, location: Location, node: &'n Node, seen: &mut HashSet<*const Node>, all: &mut Selected<'n>) {
        // All below a node that was seen has been added with it.
        if !seen.insert(ptr::from_ref(node)) {
            return;
        }
        let children = self.all_children(&location, node);
        all.push((location, node));
        for (location, child) in children {
            self.add_with_descendants(location, child, seen, all);
        }
    }

    fn all_children(&self, location: &Location, node: &'n Node) -> Selected<'n> {
        match &node.content {
            Content::List(list) if self.step(list.len()) => {
                list.iter().enumerate().map(|(index, item)| (at(location, Step::Index(index)), item)).collect()
            }
            Content::Map(map) if self.step(map.len()) => {
                map.iter().map(|(key, value)| (at(location, Step::Key(key.clone())), value)).collect()
            }
            Content::Scalar(_) | Content::List(_) | Content::Map(_) => Vec::new(),
        }
    }

    fn children(&self, selector: &Selector, location: &Location, node: &'n Node) -> Selected<'n> {
        match (selector, &node.content) {
            (Selector::Name(name), Content::Map(map)) => {
                map.get(name).map(|value| (at(location, Step::Key(name.clone())), value)).into_iter().collect()
            }
            (Selector::Wildcard, _) => self.all_children(location, node),
            (Selector::Index(index), Content::List(list)) => {
                let index = absolute(*index, list.len());
                let item = usize::try_from(index).ok().and_then(|index| Some((index, list.get(index)?)));
                item.map(|(index, item)| (at(location, Step::Index(index)), item)).into_iter().collect()
            }
            (Selector::Slice { start, end, step }, Content::List(list)) => {
                let indices = slice(*start, *end, *step, list.len());
                indices.into_iter().map(|index| (at(location, Step::Index(index)), &list[index])).collect()
            }
            (Selector::Filter(filter), _) => {
                self.all_children(location, node).into_iter().filter(|(_, child)| self.holds(filter, child)).collect()
            }
            (Selector::Name(_) | Selector::Index(_) | Selector::Slice { .. }, _) => Vec::new(),
        }
    }

    fn holds(&self, filter: &Filter, current: &'n Node) -> bool {
        if !self.step(0) {
            return false;
        }
        match filter {
            Filter::Or(parts) => parts.iter().any(|part| self.holds(part, current)),
            Filter::And(parts) => parts.iter().all(|part| self.holds(part, current)),
            Filter::Not(part) => !self.holds(part, current),
            Filter::Exists(query) => !self.nodes(query, current).is_empty(),
            Filter::Compare(left, comparison, right) => {
                let [left, right] = [left, right].map(|operand| self.value_of(operand, current));
                compares(left.as_ref(), *comparison, right.as_ref())
            }
        }
    }

    /// Returns a value, or none where a path leads to nothing.
    fn value_of(&self, operand: &Operand, current: &'n Node) -> Option<Value> {
        match operand {
            Operand::Literal(value) => Some(value.clone()),
            Operand::Query(query) => self.nodes(query, current).first().map(|(_, node)| node.to_value()),
        }
    }
}

fn at(location: &Location, step: Step) -> Location {
    location.iter().cloned().chain([step]).collect()
}

/// Counts a negative index from the end.
fn absolute(index: i64, length: usize) -> i64 {
    let length = i64::try_from(length).unwrap_or(i64::MAX);
    if index < 0 { index.saturating_add(length) } else { index }
}

/// Returns the indices of a slice (section 2.3.4.2.2).
fn slice(start: Option<i64>, end: Option<i64>, step: i64, length: usize) -> Vec<usize> {
    let size = i64::try_from(length).unwrap_or(i64::MAX);
    let bound = |value: Option<i64>, default: i64| value.map_or(default, |value| absolute(value, length));
    let mut indices = Vec::new();
    if step > 0 {
        let mut at = bound(start, 0).clamp(0, size);
        let end = bound(end, size).clamp(0, size);
        while at < end {
            indices.extend(usize::try_from(at));
            at = at.saturating_add(step);
        }
    } else if step < 0 {
        let mut at = bound(start, size - 1).clamp(-1, size - 1);
        let end = end.map_or(-1, |end| absolute(end, length).clamp(-1, size - 1));
        while at > end {
            indices.extend(usize::try_from(at));
            at = at.saturating_add(step);
        }
    }
    indices
}

/// Compares two values (section 2.3.5.2.2): nothing is equal to nothing, and only numbers and strings have an order.
fn compares(left: Option<&Value>, comparison: Comparison, right: Option<&Value>) -> bool {
    let equal = match (left, right) {
        (Some(Value::Number(left)), Some(Value::Number(right))) => left == right || left.as_f64() == right.as_f64(),
        _ => left == right,
    };
    let order = match (left, right) {
        (Some(Value::Number(left)), Some(Value::Number(right))) => left.as_f64().partial_cmp(&right.as_f64()),
        (Some(Value::String(left)), Some(Value::String(right))) => Some(left.cmp(right)),
        _ => None,
    };
    match comparison {
        Comparison::Equal => equal,
        Comparison::NotEqual => !equal,
        Comparison::Less => order == Some(Ordering::Less),
        Comparison::LessOrEqual => equal || order == Some(Ordering::Less),
        Comparison::Greater => order == Some(Ordering::Greater),
        Comparison::GreaterOrEqual => equal || order == Some(Ordering::Greater),
    }
}

#[cfg(test)]
mod tests {
    use super::super::path::Query;
    use super::{Location, Step, select, select_within};
    use crate::parse::nodes::{Node, read_nodes};
    use crate::source::Sources;

    fn tree(text: &str) -> Node {
        let mut sources = Sources::default();
        let document = sources.add("text", text);
        read_nodes(&sources, document).expect("it is YAML").0
    }

    fn shown(location: &Location) -> String {
        let steps = location.iter().map(|step| match step {
            Step::Key(key) => format!("/{key}"),
            Step::Index(index) => format!("/{index}"),
        });
        steps.collect()
    }

    fn selected(path: &str, root: &Node) -> String {
        let query = Query::parse(path).unwrap_or_else(|problem| panic!("{path}: {problem:?}"));
        select(&query, root).expect("it is a small tree").iter().map(shown).collect::<Vec<_>>().join(" ")
    }

    const STORE: &str = "
book:
  - { category: reference, title: A, price: 8.95, by: { name: N } }
  - { category: fiction, title: B, price: 12 }
  - { category: fiction, title: C, price: 8, isbn: '1' }
  - { category: fiction, title: D, price: 22.99, isbn: null }
bike: { color: red, price: 399, 'a-b': 1, \"it's\": 2, ☺: 3 }
";

    #[test]
    fn paths() {
        let root = tree(STORE);
        for (path, expected) in [
            ("$", ""),
            ("$.bike.color", "/bike/color"),
            ("$['bike']['a-b', \"it's\", '\\u263a']", "/bike/a-b /bike/it's /bike/☺"),
            ("$.bike.☺", "/bike/☺"),
            ("$ .book [ 0 , -1 ] .title", "/book/0/title /book/3/title"),
            ("$.book[7]", ""),
            ("$.book[-5]", ""),
            ("$.book[1:3].title", "/book/1/title /book/2/title"),
            ("$.book[::-2].title", "/book/3/title /book/1/title"),
            ("$.book[-2:].title", "/book/2/title /book/3/title"),
            ("$.book[::0]", ""),
            ("$..price", "/book/0/price /book/1/price /book/2/price /book/3/price /bike/price"),
            ("$..*.name", "/book/0/by/name"),
            ("$.book.*.isbn", "/book/2/isbn /book/3/isbn"),
            ("$.book[?@.isbn].title", "/book/2/title /book/3/title"),
            ("$.book[?!@.isbn].title", "/book/0/title /book/1/title"),
            ("$.book[?@.isbn == null].title", "/book/3/title"),
            ("$.book[?@.price < 10 && @.category == 'fiction'].title", "/book/2/title"),
            ("$.book[?(@.price <= 8 || @.price >= 22.99) && !(@.title == \"D\")].title", "/book/2/title"),
            ("$.book[?@.price == 12.0].title", "/book/1/title"),
            ("$.book[?@.price == $.book[1].price].title", "/book/1/title"),
            ("$.book[?@.nothing == @.nowhere].title", "/book/0/title /book/1/title /book/2/title /book/3/title"),
            ("$.book[?@.title > 'B' ].title", "/book/2/title /book/3/title"),
            ("$.book[?@.by.name].title", "/book/0/title"),
            ("$[?@[?@.isbn]]", "/book"),
            ("$.book[0]['title','title']", "/book/0/title"),
        ] {
            assert_eq!(selected(path, &root), expected, "{path}");
        }
    }

    /// Each segment finds every node in as many ways as there are ways to it.
    #[test]
    fn paths_that_find_a_node_in_endlessly_many_ways() {
        let root = tree(&format!("{}1{}", "[".repeat(100), "]".repeat(100)));
        let query = Query::parse(&format!("${}", "..*".repeat(50))).expect("it is a path");
        assert_eq!(select(&query, &root).map(|found| found.len()), Some(51));
        let query = Query::parse(&format!("${}", "[0,-1,0:,*]".repeat(90))).expect("it is a path");
        assert_eq!(select(&query, &root).map(|found| found.len()), Some(1));
    }

    #[test]
    fn filters_that_multiply_the_tree_by_itself() {
        let root = tree(&format!("[{}]", "{a: 1}, ".repeat(100)));
        let path = format!("${}@.b{}", "..[?$".repeat(10).trim_end_matches('$'), "]".repeat(10));
        let query = Query::parse(&path).expect("it is a path");
        assert_eq!(select_within(100_000, &query, &root), None);
    }

    #[test]
    fn what_is_no_path() {
        let deep = format!("$[?{}", "(".repeat(100_000));
        for path in [
            "",
            "book",
            "$.",
            "$..",
            "$.a b",
            "$[",
            "$[]",
            "$['a",
            "$[a]",
            "$.x-name",
            "$[01]",
            "$[-0x]",
            "$[1 2]",
            "$[?]",
            "$[?1]",
            "$[?@.a ==]",
            "$[?@.* == 1]",
            "$[?@..a == 1]",
            "$[?length(@.a) > 1]",
            "$['\\x']",
            "$['\\ud800']",
            "$[?(@.a]",
            "@.a",
            &deep,
        ] {
            assert!(Query::parse(path).is_err(), "{path}");
        }
        let problem = Query::parse("$.a[?match(@.b, 'c')]").expect_err("functions are not read");
        assert_eq!(problem.message, "the function `match` is not supported (at character 6)");
    }
}
