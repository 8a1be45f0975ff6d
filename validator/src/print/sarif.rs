//! Findings as SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format"), in the part that code hosts read.

use bindery::diagnostic::Severity;
use bindery::source::{Origin, Place};
use serde_json::{Value, json};

use super::{fingerprint, located, sentences};
use crate::finding::{Batch, Located};
use crate::rule::Rule;

pub(super) fn print(batches: &[Batch]) -> String {
    let found: Vec<_> = located(batches).collect();
    let mut rules: Vec<&Rule> = Vec::new();
    for (_, it) in &found {
        if !rules.contains(&it.finding.rule) {
            rules.push(it.finding.rule);
        }
    }
    let results: Vec<Value> = found.iter().map(|(batch, it)| result(batch, it, &rules)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "bindery",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|rule| described(rule)).collect::<Vec<_>>(),
            } },
            // Places are counted in code points.
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn described(rule: &Rule) -> Value {
    json!({
        "id": rule.id,
        "shortDescription": { "text": rule.meaning() },
        "help": { "text": rule.page, "markdown": rule.page },
        "defaultConfiguration": { "level": rule.level.severity().map_or("none", level) },
    })
}

fn result(batch: &Batch, located: &Located<'_>, rules: &[&Rule]) -> Value {
    let finding = located.finding;
    let related: Vec<Value> = finding
        .related
        .iter()
        .zip(&located.related)
        .map(|((label, origin), place)| {
            let mut location = location(batch, origin, *place);
            location["message"] = json!({ "text": label });
            location
        })
        .collect();
    let mut result = json!({
        "ruleId": finding.rule.id,
        "ruleIndex": rules.iter().position(|rule| *rule == finding.rule),
        "level": level(finding.severity),
        "message": { "text": sentences(finding) },
        "locations": [location(batch, &finding.origin, located.place)],
        "partialFingerprints": { "bindery/v1": fingerprint(batch, finding) },
    });
    if !related.is_empty() {
        result["relatedLocations"] = Value::Array(related);
    }
    result["locations"][0]["logicalLocations"] = json!([{ "fullyQualifiedName": finding.origin.pointer.as_str() }]);
    result
}

fn location(batch: &Batch, origin: &Origin, place: Option<Place>) -> Value {
    let mut physical = json!({ "artifactLocation": { "uri": uri(&batch.sources.get(origin.document).name) } });
    if let Some(Place { line, column, end_line, end_column }) = place {
        physical["region"] = json!({ "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column });
    }
    json!({ "physicalLocation": physical })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

/// Writes a path as a relative reference (RFC 3986, section 4.2).
fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
