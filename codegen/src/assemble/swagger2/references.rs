//! References of Swagger 2.0: each leads to the same node as before, which stands elsewhere now.

use foldhash::HashMap;

use crate::parse::nodes::{Content, Node};
use crate::source::{Origin, Pointer};

/// Rewrites all references of a description that was rewritten. `before` is what it was made of.
pub(super) fn rewrite(after: &mut Node, before: &Node) {
    let mut places = HashMap::default();
    note_places(after, &Pointer::root(), &mut places);
    rewrite_below(after, before, &places);
}

/// Notes where nodes stand; of copies the first counts. What was put into a node has the place of that node, and is not it.
fn note_places(node: &Node, pointer: &Pointer, places: &mut HashMap<Origin, Pointer>) {
    if !matches!(node.content, Content::Scalar(_)) {
        places.entry(node.origin.clone()).or_insert_with(|| pointer.clone());
    }
    match &node.content {
        Content::Scalar(_) => {}
        Content::List(list) => {
            for (index, item) in list.iter().enumerate() {
                note_places(item, &pointer.index(index), places);
            }
        }
        Content::Map(map) => {
            for (key, value) in map {
                note_places(value, &pointer.child(key), places);
            }
        }
    }
}

fn rewrite_below(node: &mut Node, before: &Node, places: &HashMap<Origin, Pointer>) {
    match &mut node.content {
        Content::Scalar(_) => {}
        Content::List(list) => list.iter_mut().for_each(|item| rewrite_below(item, before, places)),
        Content::Map(map) => {
            for (key, value) in map {
                let rewritten = if key == "$ref" { value.as_str().and_then(|text| target(text, before, places)) } else { None };
                match rewritten {
                    Some(reference) => *value = Node::text(value.origin.clone(), reference),
                    None => rewrite_below(value, before, places),
                }
            }
        }
    }
}

/// Returns where a reference leads now.
fn target(reference: &str, before: &Node, places: &HashMap<Origin, Pointer>) -> Option<String> {
    let pointer = Pointer::parse(reference)?;
    let node = pointer.tokens().try_fold(before, |node, token| node.child(&token));
    let place = match node {
        Some(node) => places.get(&node.origin).cloned()?,
        // It leads nowhere, and shall be called by the name that it would have.
        None => by_section(&pointer)?,
    };
    Some(format!("#{}", place.as_str().replace('%', "%25")))
}

fn by_section(pointer: &Pointer) -> Option<Pointer> {
    let mut tokens = pointer.tokens();
    let section = match tokens.next()?.as_ref() {
        "definitions" => "schemas",
        "parameters" => "parameters",
        "responses" => "responses",
        _ => return None,
    };
    let start = Pointer::root().child("components").child(section);
    Some(tokens.fold(start, |pointer, token| pointer.child(&token)))
}
