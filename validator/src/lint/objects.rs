//! Rules about the fields of objects: which exclude each other, and which have no meaning where they stand.

use bindery::diagnostic::Severity;
use bindery::kind::Kind;
use serde_json::Value;

use super::Lint;
use crate::finding::Finding;
use crate::rule::{EMPTY_DESCRIPTION, EXCLUSIVE_FIELDS, HEADER_NAME, MISPLACED_FIELD, QUERYSTRING};
use crate::tree::{NodeId, Token, field};

/// The pairs of fields of which an object may have one.
fn exclusive(kind: Kind) -> &'static [(&'static str, &'static str)] {
    match kind {
        Kind::Parameter | Kind::Header => &[("example", "examples")],
        Kind::MediaType => &[("example", "examples"), ("encoding", "itemEncoding"), ("encoding", "prefixEncoding")],
        Kind::Encoding => &[("encoding", "itemEncoding"), ("encoding", "prefixEncoding")],
        Kind::Example => &[
            ("value", "externalValue"),
            ("value", "dataValue"),
            ("value", "serializedValue"),
            ("serializedValue", "externalValue"),
        ],
        Kind::Link => &[("operationRef", "operationId")],
        _ => &[],
    }
}

/// Checks the fields of one object.
pub(super) fn check(cx: &Lint<'_>, node: NodeId, found: &mut Vec<Finding>) {
    let value = cx.tree.nodes[node].value;
    let kind = cx.tree.nodes[node].kind;
    let excluded = exclusive(kind).iter().find(|(one, other)| field(value, one).is_some() && field(value, other).is_some());
    if let Some((one, other)) = excluded {
        let origin = cx.origin(node);
        let message = format!("`{one}` and `{other}` exclude each other");
        found.push(
            Finding::new(&EXCLUSIVE_FIELDS, origin.child(other), message).on_key().related("the other field", origin.child(one)),
        );
    }
    if kind == Kind::Schema
        && let Some(xml) = field(value, "xml")
        && xml.get("nodeType").is_some()
        && let Some(field) = ["attribute", "wrapped"].into_iter().find(|field| xml.get(*field).is_some())
    {
        let message = format!("`{field}` and `nodeType` exclude each other");
        found.push(Finding::new(&EXCLUSIVE_FIELDS, cx.origin(node).child("xml").child(field), message).on_key());
    }
    if kind == Kind::Parameter || kind == Kind::Header {
        found.extend(misplaced(cx, node));
        found.extend(header_name(cx, node));
    }
    if kind == Kind::Encoding {
        found.extend(misplaced_in_encoding(cx, node));
    }
}

/// Finds what is said of a field and its media type does not look at: `headers` are those of parts, and styles are those of a form, since
/// 3.1 also of one in parts (OpenAPI 3.0.3 and 3.1.0, "Encoding Object").
fn misplaced_in_encoding(cx: &Lint<'_>, node: NodeId) -> Vec<Finding> {
    let media_type = cx.tree.nodes[cx.tree.nodes[cx.tree.nodes[node].parent].parent];
    let Token::Key(name) = media_type.token else { return Vec::new() };
    // A component has a name instead.
    if media_type.kind != Kind::MediaType || !name.contains('/') {
        return Vec::new();
    }
    let is = |prefix: &str| name.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
    let has_styles = is("application/x-www-form-urlencoded") || is("multipart/form-data") && !cx.is_3_0;
    let without_meaning: [(&[&str], bool); 2] =
        [(&["headers"], !is("multipart/")), (&["style", "explode", "allowReserved"], !has_styles)];
    let fields = without_meaning.into_iter().filter(|(_, is_misplaced)| *is_misplaced).flat_map(|(fields, _)| fields);
    let fields = fields.filter(|key| field(cx.tree.nodes[node].value, key).is_some());
    let finding = |key: &&str| {
        let message = format!("`{key}` says nothing about fields of `{name}`");
        let finding = Finding::new(&MISPLACED_FIELD, cx.origin(node).child(key), message).on_key();
        Finding { severity: Severity::Note, ..finding }
    };
    fields.map(finding).collect()
}

/// `allowReserved` has a meaning in queries, and since 3.1 in paths and in cookies that are percent-encoded.
fn misplaced(cx: &Lint<'_>, node: NodeId) -> Option<Finding> {
    let value = cx.tree.nodes[node].value;
    let text = |key| field(value, key).and_then(Value::as_str);
    field(value, "allowReserved")?;
    let is_header = cx.tree.nodes[node].kind == Kind::Header || text("in") == Some("header");
    let is_plain_cookie = text("in") == Some("cookie") && text("style") == Some("cookie");
    if !is_header && !is_plain_cookie {
        return None;
    }
    let place = if is_header { "a header" } else { "such a cookie" };
    let origin = cx.origin(node).child("allowReserved");
    let mut finding = Finding::new(&MISPLACED_FIELD, origin, format!("`allowReserved` says nothing about {place}")).on_key();
    // In 3.0 it is without effect, and allowed.
    if cx.is_3_0 {
        finding.severity = Severity::Note;
    }
    Some(finding)
}

fn header_name(cx: &Lint<'_>, node: NodeId) -> Option<Finding> {
    let subject = cx.tree.nodes[node];
    let in_map = cx.tree.nodes[subject.parent].token == Token::Key("headers");
    let (name, origin) = match (subject.kind, subject.token) {
        // The names of components are free.
        (Kind::Header, Token::Key(name)) if in_map && cx.tree.nodes[subject.parent].parent != 0 && !cx.is_component(node) => {
            (name, cx.origin(node))
        }
        (Kind::Parameter, _) if subject.value.get("in").and_then(Value::as_str) == Some("header") => {
            (subject.value.get("name")?.as_str()?, cx.origin(node).child("name"))
        }
        _ => return None,
    };
    let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    let is_name = !name.is_empty() && name.bytes().all(is_token);
    (!is_name).then(|| Finding::new(&HEADER_NAME, origin, format!("`{name}` can't be the name of a header")).on_key())
}

/// Checks the root.
pub(super) fn check_root(cx: &Lint<'_>, found: &mut Vec<Finding>) {
    let root = cx.tree.nodes[0].value;
    if !cx.is_3_0
        && root.get("openapi").is_some()
        && ["paths", "components", "webhooks"].iter().all(|key| root.get(*key).is_none())
    {
        let message = "there are no `paths`, no `components` and no `webhooks`";
        found.push(Finding::new(&EMPTY_DESCRIPTION, cx.root.clone(), message));
    }
}

/// Checks a parameter that is the whole query string (OpenAPI 3.2), in a list of parameters.
pub(super) fn check_querystring(cx: &Lint<'_>, list: NodeId, found: &mut Vec<Finding>) {
    let parameters = || {
        let own = cx.tree.nodes[list].value.as_array().into_iter().flatten();
        own.chain(cx.parameters_of_path(list)).map(|parameter| cx.tree.behind(parameter))
    };
    let is_in = |parameter: &Value, place: &str| parameter.get("in").and_then(Value::as_str) == Some(place);
    let whole = parameters().filter(|parameter| is_in(parameter, "querystring")).count();
    let others = parameters().filter(|parameter| is_in(parameter, "query")).count();
    if whole > 1 || (whole == 1 && others > 0) {
        let message = "a parameter `in: querystring` is the whole query, and there is another one of the query";
        found.push(Finding::new(&QUERYSTRING, cx.origin(list), message));
    }
}

/// A parameter that is the whole query string has `content`, and no `schema`.
pub(super) fn check_querystring_content(cx: &Lint<'_>, parameter: NodeId, found: &mut Vec<Finding>) {
    let value = cx.tree.nodes[parameter].value;
    if value.get("in").and_then(Value::as_str) == Some("querystring") && value.get("schema").is_some() {
        let message = "a parameter `in: querystring` is described by `content`, not by `schema`";
        found.push(Finding::new(&QUERYSTRING, cx.origin(parameter).child("schema"), message).on_key());
    }
}
