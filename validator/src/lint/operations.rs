//! Rules about operations, and about parameters.

use bindery::diagnostic::nearest;
use foldhash::HashMap;
use serde_json::Value;

use super::Lint;
use crate::finding::{Finding, Fix};
use crate::rule::{DUPLICATE_PARAMETER, NO_ERROR_RESPONSE, NO_SUMMARY, NO_TAGS, OPTIONAL_PATH_PARAMETER, UNDECLARED_TAG};
use crate::tree::{NodeId, Token, field};

/// Checks the parameters of a path item or of an operation, each list by itself: one of an operation overrides one of its path.
pub(super) fn check_parameters(cx: &Lint<'_>, list: NodeId, found: &mut Vec<Finding>) {
    let parameters = cx.tree.nodes[list].value.as_array().into_iter().flatten();
    let mut met: HashMap<(&str, &str), usize> = HashMap::default();
    for (index, parameter) in parameters.enumerate() {
        let target = cx.tree.behind(parameter);
        let text = |key| target.get(key).and_then(Value::as_str);
        let (Some(name), Some(location)) = (text("name"), text("in")) else { continue };
        if let Some(first) = met.insert((name, location), index) {
            let list = cx.origin(list);
            let message = format!("there are two parameters `{name}` in {location}");
            found.push(Finding::new(&DUPLICATE_PARAMETER, list.index(index), message).related("the first", list.index(first)));
        }
    }
}

/// Checks one parameter.
pub(super) fn check_parameter(cx: &Lint<'_>, parameter: NodeId, found: &mut Vec<Finding>) {
    let value = cx.tree.nodes[parameter].value;
    let is_path = value.get("in").and_then(Value::as_str) == Some("path");
    if is_path && value.get("required") != Some(&Value::Bool(true)) && value.get("$ref").is_none() {
        let name = value.get("name").and_then(Value::as_str).unwrap_or_default();
        let message = format!("the path parameter `{name}` is not required");
        let finding = Finding::new(&OPTIONAL_PATH_PARAMETER, cx.origin(parameter), message).generated("a required argument");
        let fix = Fix::Add { after: "in", key: "required", value: "true" };
        found.push(match value.get("required") {
            None => finding.help("add `required: true`").fix(fix),
            Some(_) => finding.help("write `required: true`"),
        });
    }
}

/// Checks what an operation says about itself, where it stands in a path.
pub(super) fn check_operation(cx: &Lint<'_>, operation: NodeId, found: &mut Vec<Finding>) {
    let node = cx.tree.nodes[operation];
    let (Token::Key(method), value) = (node.token, node.value) else { return };
    if cx.tree.nodes[cx.tree.nodes[node.parent].parent].token != Token::Key("paths") {
        return;
    }
    let Token::Key(path) = cx.tree.nodes[node.parent].token else { return };
    let name = format!("`{} {path}`", method.to_uppercase());
    let has = |key: &str| value.get(key).and_then(Value::as_str).is_some_and(|text| !text.trim().is_empty());
    if !has("summary") && !has("description") {
        found.push(Finding::new(&NO_SUMMARY, cx.origin(operation), format!("{name} has no summary and no description")));
    }
    if value.get("tags").and_then(Value::as_array).is_none_or(Vec::is_empty) {
        found.push(Finding::new(&NO_TAGS, cx.origin(operation), format!("{name} has no tags")));
    }
    check_tags(cx, operation, found);
    let statuses = value.get("responses").and_then(Value::as_object).into_iter().flatten();
    let mut statuses = statuses.map(|(status, _)| status.as_str()).peekable();
    if statuses.peek().is_some() && !statuses.any(|status| status == "default" || status.starts_with(['4', '5'])) {
        found.push(Finding::new(&NO_ERROR_RESPONSE, cx.origin(operation), format!("{name} documents no error")));
    }
}

/// Checks that the description declares the tags of an operation, where it declares some.
fn check_tags(cx: &Lint<'_>, operation: NodeId, found: &mut Vec<Finding>) {
    let Some(declared) = cx.tree.nodes[0].value.get("tags").and_then(Value::as_array) else { return };
    let names = || declared.iter().filter_map(|tag| field(tag, "name")?.as_str());
    let tags = cx.tree.nodes[operation].value.get("tags").and_then(Value::as_array).into_iter().flatten();
    for (index, tag) in tags.enumerate().filter_map(|(index, tag)| Some((index, tag.as_str()?))) {
        if names().all(|name| name != tag) {
            let origin = cx.origin(operation).child("tags").index(index);
            let help = nearest(tag, names()).map(|near| format!("did you mean `{near}`?"));
            found.push(Finding { help, ..Finding::new(&UNDECLARED_TAG, origin, format!("the tag `{tag}` is not declared")) });
        }
    }
}
