//! Rules about security requirements.

use serde_json::Value;

use bindery::diagnostic::nearest;
use bindery::source::Origin;

use super::Lint;
use crate::finding::Finding;
use crate::rule::UNDEFINED_SCOPE;
use crate::tree::NodeId;

/// Checks the scopes that the description or an operation requires. Schemes that are not defined are for resolve to report.
pub(super) fn check(cx: &Lint<'_>, node: NodeId, found: &mut Vec<Finding>) {
    let Some(list) = cx.tree.nodes[node].value.get("security").and_then(Value::as_array) else { return };
    let schemes = cx.tree.nodes[0].value.pointer("/components/securitySchemes").and_then(Value::as_object);
    for (index, requirement) in list.iter().enumerate() {
        for (name, scopes) in requirement.as_object().into_iter().flatten() {
            if let Some(scheme) = schemes.and_then(|schemes| schemes.get(name)) {
                let origin = cx.origin(node).child("security").index(index).child(name);
                found.extend(undefined_scopes(name, cx.tree.behind(scheme), scopes, &origin));
            }
        }
    }
}

fn undefined_scopes(name: &str, scheme: &Value, scopes: &Value, origin: &Origin) -> Vec<Finding> {
    if scheme.get("type").and_then(Value::as_str) != Some("oauth2") {
        return Vec::new();
    }
    let flows = scheme.get("flows").and_then(Value::as_object).into_iter().flatten();
    let known: Vec<&str> = flows
        .filter_map(|(_, flow)| flow.get("scopes")?.as_object())
        .flat_map(|scopes| scopes.keys().map(String::as_str))
        .collect();
    let asked = scopes.as_array().into_iter().flatten().enumerate();
    let unknown = asked.filter_map(|(index, scope)| Some((index, scope.as_str().filter(|scope| !known.contains(scope))?)));
    unknown
        .map(|(index, scope)| {
            let help = nearest(scope, known.iter().copied()).map(|near| format!("did you mean `{near}`?"));
            Finding {
                help,
                ..Finding::new(&UNDEFINED_SCOPE, origin.index(index), format!("no flow of `{name}` has the scope `{scope}`"))
            }
        })
        .collect()
}
