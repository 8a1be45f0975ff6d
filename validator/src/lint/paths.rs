//! Rules about the paths of a description together.

use bindery::kind::Kind;
use foldhash::HashMap;

use super::Lint;
use crate::finding::Finding;
use crate::rule::{AMBIGUOUS_PATHS, IDENTICAL_PATHS};
use crate::tree::Token;

/// A path, and where it stands.
struct Template<'a> {
    path: &'a str,
    segments: Vec<Segment<'a>>,
    node: usize,
}

/// What stands between two slashes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Segment<'a> {
    Literal(&'a str),
    /// A placeholder, alone or with text around it.
    Placeholder,
}

/// Paths by their segments, the first outermost.
#[derive(Default)]
struct Paths<'a> {
    literals: HashMap<&'a str, Paths<'a>>,
    placeholder: Option<Box<Paths<'a>>>,
    /// The paths that end here.
    ends: Vec<usize>,
}

impl<'a> Paths<'a> {
    fn add(&mut self, segments: &[Segment<'a>], path: usize) {
        match segments {
            [] => self.ends.push(path),
            [Segment::Literal(text), rest @ ..] => self.literals.entry(text).or_default().add(rest, path),
            [Segment::Placeholder, rest @ ..] => self.placeholder.get_or_insert_default().add(rest, path),
        }
    }

    /// Collects the paths of as many segments that have no other literal at one position.
    fn collect(&self, segments: &[Segment<'a>], found: &mut Vec<usize>) {
        let Some((first, rest)) = segments.split_first() else { return found.extend(&self.ends) };
        match first {
            Segment::Literal(text) => self.literals.get(text).into_iter().for_each(|inner| inner.collect(rest, found)),
            Segment::Placeholder => self.literals.values().for_each(|inner| inner.collect(rest, found)),
        }
        if let Some(inner) = &self.placeholder {
            inner.collect(rest, found);
        }
    }
}

/// Compares paths with each other: those that can fit one request.
pub(super) fn check(cx: &Lint<'_>, found: &mut Vec<Finding>) {
    let mut templates: Vec<Template<'_>> = Vec::new();
    for (node, item) in cx.tree.of(Kind::PathItem) {
        let Token::Key(path) = item.token else { continue };
        if cx.tree.nodes[item.parent].token == Token::Key("paths") && path.starts_with('/') {
            templates.push(Template { path, segments: segments(path), node });
        }
    }
    let mut earlier = Paths::default();
    for (index, later) in templates.iter().enumerate() {
        let mut fitting = Vec::new();
        earlier.collect(&later.segments, &mut fitting);
        fitting.sort_unstable();
        found.extend(fitting.into_iter().filter_map(|earlier| compare(cx, &templates[earlier], later)));
        earlier.add(&later.segments, index);
    }
}

fn segments(path: &str) -> Vec<Segment<'_>> {
    let segment = |text| if str::contains(text, '{') { Segment::Placeholder } else { Segment::Literal(text) };
    path.split('/').skip(1).map(segment).collect()
}

fn compare(cx: &Lint<'_>, earlier: &Template<'_>, later: &Template<'_>) -> Option<Finding> {
    // Which of the two is more exact at some position.
    let (mut earlier_exact, mut later_exact) = (false, false);
    for pair in earlier.segments.iter().zip(&later.segments) {
        match pair {
            (Segment::Literal(_), Segment::Placeholder) => earlier_exact = true,
            (Segment::Placeholder, Segment::Literal(_)) => later_exact = true,
            _ => {}
        }
    }
    let is_same = !earlier_exact && !later_exact && without_names(earlier.path) == without_names(later.path);
    let (rule, message) = match (earlier_exact, later_exact) {
        _ if is_same => (&IDENTICAL_PATHS, format!("`{}` is the same path as `{}`", later.path, earlier.path)),
        (true, true) if shares_a_method(cx, earlier, later) => {
            (&AMBIGUOUS_PATHS, format!("a request can be for `{}` and for `{}`", later.path, earlier.path))
        }
        _ => return None,
    };
    Some(Finding::new(rule, cx.origin(later.node), message).on_key().related("the other path", cx.origin(earlier.node)))
}

/// Empties the placeholders of a path.
fn without_names(path: &str) -> String {
    let mut kept = String::new();
    let mut inside = false;
    for character in path.chars() {
        if character == '}' {
            inside = false;
        }
        if !inside {
            kept.push(character);
        }
        if character == '{' {
            inside = true;
        }
    }
    kept
}

fn shares_a_method(cx: &Lint<'_>, earlier: &Template<'_>, later: &Template<'_>) -> bool {
    let methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];
    let has = |template: &Template<'_>, method| cx.tree.nodes[template.node].value.get(method).is_some();
    methods.into_iter().any(|method| has(earlier, method) && has(later, method))
}
