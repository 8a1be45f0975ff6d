//! Paths and methods -> operations.
//!
//! Knows path templates (OpenAPI 3.0.3, "Path Templating") and percent codes; nothing of what an operation does. Of several templates
//! that match, the one with concrete text further to the left wins.

use bindery::spec::Document;
use indexmap::IndexMap;

use super::decode;

/// A part of a segment of a path template.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Piece {
    /// Text that stands there as it is.
    Text(String),
    /// A parameter, by its name.
    Parameter(String),
}

/// A path template, as the pieces of each segment.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Template {
    segments: Vec<Vec<Piece>>,
}

impl Template {
    /// Reads a template. Braces that don't pair are text. A fragment, by which some descriptions tell operations of one path apart, is
    /// never sent and so left out.
    pub fn parse(path: &str) -> Self {
        let path = path.split('#').next().unwrap_or_default();
        Self { segments: split(path).map(parse_segment).collect() }
    }

    /// Returns how many segments there are.
    pub fn depth(&self) -> usize {
        self.segments.len()
    }

    /// Returns the parameter that is all of the last segment.
    pub fn last_parameter(&self) -> Option<&str> {
        match self.segments.last()?.as_slice() {
            [Piece::Parameter(name)] => Some(name),
            _ => None,
        }
    }

    /// Returns the last segment if it is only text.
    pub fn last_text(&self) -> Option<&str> {
        match self.segments.last()?.as_slice() {
            [Piece::Text(text)] => Some(text),
            _ => None,
        }
    }

    /// Returns the parameter that comes last.
    pub fn nearest_parameter(&self) -> Option<&str> {
        self.segments.iter().flatten().rev().find_map(|piece| match piece {
            Piece::Parameter(name) => Some(name.as_str()),
            Piece::Text(_) => None,
        })
    }

    /// Returns the first segments of the template, if it has so many.
    pub fn take(&self, count: usize) -> Option<Self> {
        self.segments.get(..count).map(|segments| Self { segments: segments.to_vec() })
    }

    /// Tells whether the other template begins with this one, whatever their parameters are called.
    pub fn begins(&self, other: &Self) -> bool {
        self.depth() <= other.depth() && self.segments.iter().zip(&other.segments).all(|(one, two)| same_segment(one, two))
    }

    /// Matches a path. Gives the parameters as they were written, percent codes and all.
    fn matches(&self, path: &str) -> Option<Vec<(String, String)>> {
        let texts: Vec<&str> = split(path).collect();
        if texts.len() != self.depth() {
            return None;
        }
        let mut parameters = Vec::new();
        for (pieces, text) in self.segments.iter().zip(texts) {
            parameters.extend(match_segment(pieces, text)?);
        }
        Some(parameters)
    }

    /// Returns a rank for each segment, the more concrete the lower.
    fn rank(&self) -> Vec<u8> {
        self.segments
            .iter()
            .map(|pieces| match pieces.as_slice() {
                [] | [Piece::Text(_)] => 0,
                [Piece::Parameter(_)] => 2,
                _ => 1,
            })
            .collect()
    }
}

/// Splits a path at its slashes; the one at the start opens the first segment.
pub fn split(path: &str) -> impl Iterator<Item = &str> {
    path.strip_prefix('/').unwrap_or(path).split('/')
}

fn parse_segment(segment: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = segment;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        if !before.is_empty() {
            pieces.push(Piece::Text(before.to_owned()));
        }
        pieces.push(Piece::Parameter(name.to_owned()));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest.to_owned()));
    }
    pieces
}

fn same_segment(one: &[Piece], two: &[Piece]) -> bool {
    let same = |pair: (&Piece, &Piece)| match pair {
        (Piece::Text(one), Piece::Text(two)) => one == two,
        (Piece::Parameter(_), Piece::Parameter(_)) => true,
        (Piece::Text(_), Piece::Parameter(_)) | (Piece::Parameter(_), Piece::Text(_)) => false,
    };
    one.len() == two.len() && one.iter().zip(two).all(same)
}

fn match_segment(pieces: &[Piece], text: &str) -> Option<Vec<(String, String)>> {
    match pieces {
        [] => text.is_empty().then(Vec::new),
        [Piece::Text(literal)] => (decode(text).ok()? == *literal || text == literal).then(Vec::new),
        [Piece::Text(literal), rest @ ..] => match_segment(rest, text.strip_prefix(literal.as_str())?),
        [Piece::Parameter(name)] => (!text.is_empty()).then(|| vec![(name.clone(), text.to_owned())]),
        [Piece::Parameter(name), rest @ ..] => {
            // A parameter is as short as what follows allows, and never empty.
            let ends = text.char_indices().skip(1).map(|(end, _)| end);
            let mut ends = ends.map(|end| (end, match_segment(rest, &text[end..])));
            ends.find_map(|(end, found)| found.map(|found| (end, found))).map(|(end, mut found)| {
                found.insert(0, (name.clone(), text[..end].to_owned()));
                found
            })
        }
    }
}

/// What a method and a path lead to.
#[derive(Debug, PartialEq, Eq)]
pub enum Found {
    /// An operation, by its position in the document, and the path parameters as they were written.
    Operation(usize, Vec<(String, String)>),
    /// The path has operations, but not with this method: these are its methods.
    OtherMethods(Vec<String>),
    /// No template matches.
    Nothing,
}

/// One path of the description.
#[derive(Debug)]
struct Route {
    template: Template,
    /// Methods, and the positions of their operations in the document.
    operations: Vec<(String, usize)>,
}

/// All paths of the description, concrete ones first.
#[derive(Debug)]
pub struct Routes {
    routes: Vec<Route>,
}

impl Routes {
    /// Collects the paths of a description.
    pub fn new(document: &Document) -> Self {
        let mut routes: IndexMap<Template, Vec<(String, usize)>> = IndexMap::new();
        for (index, operation) in document.operations.iter().enumerate() {
            let method = (operation.method.clone(), index);
            routes.entry(Template::parse(&operation.path)).or_default().push(method);
        }
        let mut routes: Vec<Route> = routes.into_iter().map(|(template, operations)| Route { template, operations }).collect();
        routes.sort_by_key(|route| route.template.rank());
        Self { routes }
    }

    /// Finds the operation for a method, in capitals, and a path, without its query.
    pub fn find(&self, method: &str, path: &str) -> Found {
        let matches = |route: &Route| route.template.matches(path);
        let Some((route, parameters)) = self.routes.iter().find_map(|route| Some((route, matches(route)?))) else {
            return Found::Nothing;
        };
        match route.operations.iter().find(|(name, _)| name == method) {
            Some((_, operation)) => Found::Operation(*operation, parameters),
            None => Found::OtherMethods(route.operations.iter().map(|(name, _)| name.clone()).collect()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matched(template: &str, path: &str) -> Option<Vec<(String, String)>> {
        Template::parse(template).matches(path)
    }

    fn pairs(pairs: &[(&str, &str)]) -> Option<Vec<(String, String)>> {
        Some(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn a_segment_may_hold_text_and_parameters() {
        assert_eq!(matched("/a/{from}-{to}.json", "/a/x-y-z.json"), pairs(&[("from", "x"), ("to", "y-z")]));
        assert_eq!(matched("/a/{name}.json", "/a/.json"), None);
        assert_eq!(matched("/a/{id}", "/a/b%2Fc"), pairs(&[("id", "b%2Fc")]));
        assert_eq!(matched("/a/{id}", "/a/"), None);
        assert_eq!(matched("/a b/{id", "/a%20b/{id"), Some(Vec::new()));
        assert_eq!(matched("/", "/"), Some(Vec::new()));
    }

    #[test]
    fn a_fragment_is_not_part_of_the_path() {
        assert_eq!(matched("/a/{id}#rename", "/a/1"), pairs(&[("id", "1")]));
    }

    #[test]
    fn text_outranks_parameters_from_the_left() {
        let mut ranks = ["/{a}/b", "/a/{b}", "/a/x{b}", "/a/b"].map(|path| (Template::parse(path).rank(), path));
        ranks.sort();
        assert_eq!(ranks.map(|(_, path)| path), ["/a/b", "/a/x{b}", "/a/{b}", "/{a}/b"]);
    }

    #[test]
    fn templates_are_compared_without_the_names_of_parameters() {
        assert!(Template::parse("/a/{id}").begins(&Template::parse("/a/{agentId}/suspend")));
        assert!(!Template::parse("/a/{id}").begins(&Template::parse("/a/b/suspend")));
    }
}
