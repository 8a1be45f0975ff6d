//! Rules about components that nothing uses.

use serde_json::Value;

use super::Lint;
use crate::finding::Finding;
use crate::rule::UNUSED_COMPONENT;

/// Finds components that no reference leads to. Schemas that extend one with a discriminator are found by its tags.
pub(super) fn check(cx: &Lint<'_>, found: &mut Vec<Finding>) {
    let sections = cx.tree.nodes[0].value.get("components").and_then(Value::as_object).into_iter().flatten();
    for (section, components) in
        sections.filter(|(section, _)| section.as_str() != "securitySchemes" && !section.starts_with("x-"))
    {
        for (name, component) in components.as_object().into_iter().flatten() {
            let origin = cx.root.child("components").child(section).child(name);
            let is_used = cx.references.has(origin.pointer.as_str())
                || (section == "schemas" && (extends(cx, component) || cx.is_tag(name)));
            if !is_used {
                found
                    .push(Finding::new(&UNUSED_COMPONENT, origin, format!("nothing refers to `{name}` of `{section}`")).on_key());
            }
        }
    }
}

/// Tells whether a schema builds on a base with a discriminator, which is how a tag of it leads here.
fn extends(cx: &Lint<'_>, schema: &Value) -> bool {
    let parts = schema.get("allOf").and_then(Value::as_array).into_iter().flatten();
    parts.filter(|part| part.get("$ref").is_some()).any(|part| cx.tree.behind(part).get("discriminator").is_some())
}
