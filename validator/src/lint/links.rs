//! Rules about links and their runtime expressions.

use bindery::source::Pointer;
use serde_json::Value;

use bindery::diagnostic::nearest;

use super::Lint;
use crate::finding::Finding;
use crate::rule::BAD_LINK;
use crate::tree::NodeId;

/// Checks one link (OpenAPI 3.0.3, Link Object).
pub(super) fn check(cx: &Lint<'_>, node: NodeId, found: &mut Vec<Finding>) {
    let link = cx.tree.nodes[node].value;
    let origin = cx.origin(node);
    if let Some(id) = link.get("operationId").and_then(Value::as_str)
        && !cx.operation_ids.contains(id)
    {
        let help = nearest(id, cx.operation_ids.iter().copied()).map(|near| format!("did you mean `{near}`?"));
        let message = format!("there is no operation `{id}`");
        found.push(Finding { help, ..Finding::new(&BAD_LINK, origin.child("operationId"), message) });
    }
    if let Some(reference) = link.get("operationRef").and_then(Value::as_str)
        && reference.starts_with('#')
        && Pointer::parse(reference).and_then(|pointer| cx.tree.at(&pointer)).is_none()
    {
        found.push(Finding::new(&BAD_LINK, origin.child("operationRef"), format!("`{reference}` leads to nothing")));
    }
    for (name, value) in link.get("parameters").and_then(Value::as_object).into_iter().flatten() {
        if let Some(problem) = value.as_str().and_then(bad_expression) {
            found.push(Finding::new(&BAD_LINK, origin.child("parameters").child(name), problem));
        }
    }
}

/// Says what is wrong with a text that begins like a runtime expression (OpenAPI 3.0.3, Runtime Expressions).
fn bad_expression(text: &str) -> Option<String> {
    let rest = text.strip_prefix('$')?;
    let source = |rest: &str| {
        rest == "body"
            || rest.strip_prefix("body#").is_some_and(|pointer| Pointer::parse(pointer).is_some())
            || ["header.", "query.", "path."].iter().any(|place| rest.strip_prefix(place).is_some_and(|name| !name.is_empty()))
    };
    let is_one = ["url", "method", "statusCode"].contains(&rest)
        || ["request.", "response."].iter().any(|side| rest.strip_prefix(side).is_some_and(source));
    (!is_one).then(|| format!("`{text}` is no runtime expression"))
}
