//! Rules about servers and their variables.

use serde_json::Value;

use bindery::diagnostic::nearest;

use super::Lint;
use crate::finding::Finding;
use crate::rule::{SERVER_VARIABLE, UNUSED_SERVER_VARIABLE};
use crate::tree::NodeId;

/// Checks the servers of the description, of a path or of an operation.
pub(super) fn check(cx: &Lint<'_>, node: NodeId, found: &mut Vec<Finding>) {
    let servers = cx.tree.nodes[node].value.get("servers").and_then(Value::as_array).into_iter().flatten();
    for (index, server) in servers.enumerate() {
        let origin = cx.origin(node).child("servers").index(index);
        let Some(url) = server.get("url").and_then(Value::as_str) else { continue };
        let variables = server.get("variables").and_then(Value::as_object);
        let names = || variables.into_iter().flatten().map(|(name, _)| name.as_str());
        for name in placeholders(url).filter(|name| !names().any(|known| known == *name)) {
            let help = nearest(name, names()).map(|near| format!("did you mean `{near}`?"));
            let message = format!("the URL has `{{{name}}}`, and there is no such variable");
            found.push(Finding { help, ..Finding::new(&SERVER_VARIABLE, origin.child("url"), message) });
        }
        for (name, variable) in variables.into_iter().flatten() {
            let origin = origin.child("variables").child(name);
            if placeholders(url).all(|used| used != name) {
                let message = format!("the URL has no `{{{name}}}`, so the variable changes nothing");
                found.push(Finding::new(&UNUSED_SERVER_VARIABLE, origin.clone(), message).on_key());
            }
            let (default, values) = (variable.get("default"), variable.get("enum").and_then(Value::as_array));
            if let (Some(default), Some(values)) = (default, values)
                && !values.contains(default)
            {
                let message = format!("the default of `{name}` is not one of its values");
                found.push(Finding::new(&SERVER_VARIABLE, origin.child("default"), message));
            }
        }
    }
}

fn placeholders(url: &str) -> impl Iterator<Item = &str> {
    url.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}
