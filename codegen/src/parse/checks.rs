//! What the table of objects can't say: keys of one object that depend on each other.

use super::seen::Seen;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::source::Origin;

/// Checks a parameter: its style suits its place (OpenAPI 3.0.3, "Style Values"), and something says what it holds.
pub(super) fn check_parameter(seen: &Seen, origin: &dyn Fn() -> Origin, found: &mut Diagnostics) {
    check_schema_or_content(seen, origin, found);
    let (Some(location), Some(style)) = (seen.choice("in"), seen.choice("style")) else { return };
    let styles: &[&str] = match location {
        "query" => &["form", "spaceDelimited", "pipeDelimited", "deepObject"],
        "path" => &["simple", "label", "matrix"],
        "header" => &["simple"],
        // The table has this style in later versions only.
        "cookie" if style == "cookie" => &["cookie"],
        _ => &["form"],
    };
    if !styles.contains(&style) {
        let message = format!("a {location} parameter can't have the style `{style}`");
        let help = format!("it can have {}", quoted(styles));
        found.push(Diagnostic::new(Code::Structure, origin().child("style"), message).help(help));
    }
}

/// Checks that a parameter or header has `schema` or `content`.
pub(super) fn check_schema_or_content(seen: &Seen, origin: &dyn Fn() -> Origin, found: &mut Diagnostics) {
    let name = seen.object_name();
    match (seen.has("schema"), seen.has("content")) {
        (false, false) => {
            let message = format!("this {name} has neither `schema` nor `content`");
            found.push(Diagnostic::new(Code::Structure, origin(), message).help("add `schema: { type: string }` or the like"));
        }
        (true, true) => {
            let message = format!("this {name} has `schema` and `content`, and only one of them can hold");
            let doubtful = Diagnostic::new(Code::Structure, origin(), message).help("the first of them is used");
            found.push(Diagnostic { severity: Severity::Warning, ..doubtful });
        }
        (true, false) | (false, true) => {}
    }
}

/// Checks that a link says which operation it leads to.
pub(super) fn check_link(seen: &Seen, origin: &dyn Fn() -> Origin, found: &mut Diagnostics) {
    if !seen.has("operationRef") && !seen.has("operationId") {
        let message = "this link has neither `operationRef` nor `operationId`";
        found.push(Diagnostic::new(Code::Structure, origin(), message));
    }
}

/// Checks that a security scheme has what its type needs (OpenAPI 3.0.3, "Security Scheme Object").
pub(super) fn check_security_scheme(seen: &Seen, origin: &dyn Fn() -> Origin, found: &mut Diagnostics) {
    let needed: &[&str] = match seen.choice("type") {
        Some("apiKey") => &["name", "in"],
        Some("http") => &["scheme"],
        Some("oauth2") => &["flows"],
        Some("openIdConnect") => &["openIdConnectUrl"],
        Some(_) | None => &[],
    };
    for key in needed.iter().filter(|key| !seen.has(key)) {
        let kind = seen.choice("type").unwrap_or_default();
        let message = format!("a security scheme of the type `{kind}` needs `{key}`");
        found.push(Diagnostic::new(Code::Structure, origin(), message));
    }
}

/// Writes words as a list for people: `a`, `b` or `c`.
pub(super) fn quoted(words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match &words[..] {
        [] => String::new(),
        [word] => word.clone(),
        [before @ .., last] => format!("{} or {last}", before.join(", ")),
    }
}
