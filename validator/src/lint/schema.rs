//! Rules about a schema by itself.

use bindery::diagnostic::{Severity, nearest};
use bindery_runtime::__private::{compile_pattern, meant_pattern, pattern_in_literal};
use foldhash::HashSet;
use serde_json::{Map, Value};

use super::Lint;
use crate::finding::Finding;
use crate::rule::{
    BAD_PATTERN, CLOSED_ALL_OF, FORBIDDEN_REQUIRED, IMPOSSIBLE_LIMITS, LITERAL_PATTERN, MISPLACED_FORMAT, MISPLACED_KEYWORD,
    MISSING_ITEMS, NULL_IN_ENUM, NULLABLE_WITHOUT_TYPE, OLD_PATTERN, READ_AND_WRITE_ONLY, REF_SIBLINGS, UNDESCRIBED_REQUIRED,
};
use crate::tree::{NodeId, Token, entry, field, is_true, single_part};

/// A schema object that is looked at.
struct Subject<'c, 'a> {
    cx: &'c Lint<'a>,
    node: NodeId,
    schema: &'a Map<String, Value>,
    /// The types that the schema names, null apart.
    types: Vec<&'a str>,
}

/// Checks one schema.
pub(super) fn check(cx: &Lint<'_>, node: NodeId, found: &mut Vec<Finding>) {
    let Some(schema) = cx.tree.nodes[node].value.as_object() else { return };
    let subject = Subject { cx, node, schema, types: types(schema) };
    if subject.get("$ref").is_some() && cx.is_3_0 {
        found.extend(subject.siblings());
        return;
    }
    found.extend(subject.limits());
    found.extend(subject.misplaced_keywords());
    found.extend(subject.misplaced_format());
    found.extend(subject.null_in_enum());
    found.extend(subject.nullable_without_type());
    found.extend(subject.missing_items());
    found.extend(subject.read_and_write_only());
    found.extend(subject.bad_pattern());
    found.extend(subject.required());
    found.extend(subject.closed_parts());
}

impl<'a> Subject<'_, 'a> {
    fn finding(&self, rule: &'static crate::Rule, keyword: &str, message: String) -> Finding {
        Finding::new(rule, self.cx.origin(self.node).child(keyword), message)
    }

    fn get(&self, keyword: &str) -> Option<&'a Value> {
        entry(self.schema, keyword)
    }

    fn has(&self, keyword: &str) -> bool {
        self.get(keyword) == Some(&Value::Bool(true))
    }

    /// In 3.0 nothing beside a `$ref` counts.
    fn siblings(&self) -> Option<Finding> {
        let lost: Vec<&str> =
            self.schema.keys().map(String::as_str).filter(|key| *key != "$ref" && !key.starts_with("x-")).collect();
        let first = lost.first()?;
        let names = lost.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let message = format!("{names} beside `$ref` {} lost", if lost.len() == 1 { "is" } else { "are" });
        let mut finding = self.finding(&REF_SIBLINGS, first, message).on_key();
        // Words that are lost change no value.
        if lost.iter().all(|key| ["description", "summary", "title", "example", "externalDocs"].contains(key)) {
            finding.severity = Severity::Note;
        }
        Some(finding.help("put the `$ref` into an `allOf` of one, or move to OpenAPI 3.1"))
    }

    fn limits(&self) -> impl Iterator<Item = Finding> {
        let pairs = [
            ("minLength", "maxLength"),
            ("minItems", "maxItems"),
            ("minProperties", "maxProperties"),
            ("minimum", "maximum"),
            ("exclusiveMinimum", "maximum"),
            ("minimum", "exclusiveMaximum"),
            ("exclusiveMinimum", "exclusiveMaximum"),
            ("minContains", "maxContains"),
        ];
        pairs.into_iter().filter_map(|(low, high)| {
            let (least, most) = (self.get(low)?, self.get(high)?);
            let exclusive = low.starts_with("exclusive")
                || high.starts_with("exclusive")
                || (low == "minimum" && (self.has("exclusiveMinimum") || self.has("exclusiveMaximum")));
            let (low_number, high_number) = (least.as_f64()?, most.as_f64()?);
            let empty = low_number > high_number || (exclusive && low_number >= high_number);
            let message = format!("`{low}: {least}` and `{high}: {most}` leave no value");
            empty.then(|| {
                self.finding(&IMPOSSIBLE_LIMITS, low, message).related("the other limit", self.cx.origin(self.node).child(high))
            })
        })
    }

    fn misplaced_keywords(&self) -> Option<Finding> {
        let types = &self.types;
        if types.is_empty() {
            return None;
        }
        let misplaced = |key: &str| keyword_types(key).is_some_and(|fits| !types.iter().any(|name| fits.contains(name)));
        let keyword = self.schema.keys().find(|key| misplaced(key))?;
        let fits = keyword_types(keyword)?.join(" or ");
        let message = format!("`{keyword}` says nothing about {}; it is for {fits}", with_article(types[0]));
        Some(self.finding(&MISPLACED_KEYWORD, keyword, message).on_key().generated("no check of it"))
    }

    fn misplaced_format(&self) -> Option<Finding> {
        let types = &self.types;
        let format = self.get("format")?.as_str()?;
        let fits = format_types(format)?;
        if types.is_empty() || types.iter().any(|name| fits.contains(name)) {
            return None;
        }
        let message = format!("the format `{format}` is for {}, not for {}", fits.join(" or "), with_article(types[0]));
        Some(self.finding(&MISPLACED_FORMAT, "format", message).generated(format!("the type of `type: {}` alone", types[0])))
    }

    fn null_in_enum(&self) -> Option<Finding> {
        let values = self.get("enum")?.as_array()?;
        let position = values.iter().position(Value::is_null)?;
        let names_null = self
            .get("type")
            .is_some_and(|types| *types == "null" || types.as_array().is_some_and(|it| it.contains(&"null".into())));
        if self.has("nullable") || names_null || self.get("type").is_none() {
            return None;
        }
        let origin = self.cx.origin(self.node).child("enum").index(position);
        let help = if self.cx.is_3_0 { "add `nullable: true`" } else { "add `null` to `type`" };
        let finding = Finding::new(&NULL_IN_ENUM, origin, "`null` is an enum value, and the type does not allow it");
        Some(finding.generated("an optional value, as if null were allowed").help(help))
    }

    fn nullable_without_type(&self) -> Option<Finding> {
        let lacks = self.cx.is_3_0 && self.has("nullable") && self.get("type").is_none();
        let message = "`nullable` has no effect without a `type` beside it".to_owned();
        lacks.then(|| self.finding(&NULLABLE_WITHOUT_TYPE, "nullable", message).generated("an optional value, as it is meant"))
    }

    fn missing_items(&self) -> Option<Finding> {
        let lacks = self.cx.is_3_0 && self.types == ["array"] && self.get("items").is_none();
        let message = "an array has no `items`".to_owned();
        lacks.then(|| {
            self.finding(&MISSING_ITEMS, "type", message)
                .generated("a list of any JSON")
                .help("`items: {}` says that anything is allowed")
        })
    }

    fn read_and_write_only(&self) -> Option<Finding> {
        if self.has("readOnly") && self.has("writeOnly") {
            return Some(self.finding(&READ_AND_WRITE_ONLY, "writeOnly", "both `readOnly` and `writeOnly`".to_owned()));
        }
        let [own, other] = if self.has("readOnly") { ["readOnly", "writeOnly"] } else { ["writeOnly", "readOnly"] };
        let schema = self.cx.tree.nodes[self.node].value;
        let target = self.cx.tree.behind(single_part(schema).unwrap_or(schema));
        let is_turned_round = self.has(own) && is_true(target, other) && !is_true(target, own);
        let message = format!("`{own}`, and what it refers to is `{other}`");
        // The standard forbids both at one property, and does not say what holds for a reference.
        is_turned_round.then(|| {
            let finding = self.finding(&READ_AND_WRITE_ONLY, own, message).generated("a property that is sent and read");
            Finding { severity: Severity::Warning, ..finding }
        })
    }

    fn bad_pattern(&self) -> Option<Finding> {
        let pattern = self.get("pattern")?.as_str()?;
        let read_as = |meant: &str| format!("it is read as what it means elsewhere: `{meant}`");
        if let Some(inner) = pattern_in_literal(pattern) {
            let message = "no text matches the pattern with the slashes of a literal around it".to_owned();
            return Some(self.finding(&LITERAL_PATTERN, "pattern", message).help(read_as(&inner)));
        }
        let error = regress::Regex::with_flags(pattern, "u").err()?.to_string();
        let error = error.trim_end_matches('.').to_lowercase();
        let meant = meant_pattern(pattern).map(|meant| read_as(&meant));
        Some(match compile_pattern(pattern) {
            None => {
                let message = format!("the pattern is no regular expression: {error}");
                self.finding(&BAD_PATTERN, "pattern", message).generated("no check of it")
            }
            Some(_) => {
                let message = format!("the pattern is none in Unicode mode: {error}");
                let letters = || "without that mode, a backslash before a letter that needs none means the letter".to_owned();
                self.finding(&OLD_PATTERN, "pattern", message).help(meant.unwrap_or_else(letters))
            }
        })
    }

    /// Names of `required` that nothing describes: here, in the parts of an `allOf`, or in what this is a part of.
    fn required(&self) -> Vec<Finding> {
        // A schema that only says which properties have to be there is about the properties of what is around it.
        let (Some(names), Some(properties)) = (self.get("required").and_then(Value::as_array), self.get("properties")) else {
            return Vec::new();
        };
        let own = properties.as_object();
        let names = names.iter().enumerate().filter_map(|(index, name)| Some((index, name.as_str()?)));
        let strange: Vec<(usize, &str)> = names.filter(|(_, name)| own.is_none_or(|own| entry(own, name).is_none())).collect();
        if strange.is_empty() {
            return Vec::new();
        }
        let mut described = Described::default();
        described.collect(self.cx, self.outermost(), &mut HashSet::default());
        let closed = self.get("additionalProperties") == Some(&Value::Bool(false)) && self.get("patternProperties").is_none();
        let finding = |rule, index: usize, name: &str, message| {
            let origin = self.cx.origin(self.node).child("required").index(index);
            let near = own.and_then(|own| nearest(name, own.keys().map(String::as_str)));
            Finding { help: near.map(|near| format!("did you mean `{near}`?")), ..Finding::new(rule, origin, message) }
        };
        strange
            .into_iter()
            .filter_map(|(index, name)| {
                if closed {
                    let message = format!("`{name}` is required, and `additionalProperties: false` forbids it");
                    return Some(finding(&FORBIDDEN_REQUIRED, index, name, message));
                }
                let undescribed = !described.everything && !described.names.contains(name);
                undescribed.then(|| {
                    finding(&UNDESCRIBED_REQUIRED, index, name, format!("`{name}` is required and not described"))
                        .generated("nothing for it beyond the map of other properties")
                })
            })
            .collect()
    }

    /// Returns the schema around this one of whose `allOf` (or a union) it is a part.
    fn outermost(&self) -> &'a Value {
        let nodes = &self.cx.tree.nodes;
        let mut at = self.node;
        loop {
            let list = nodes[at].parent;
            let is_part = matches!(nodes[list].token, Token::Key("allOf" | "oneOf" | "anyOf"));
            if !is_part {
                return nodes[at].value;
            }
            at = nodes[list].parent;
        }
    }

    /// A part of an `allOf` that is closed, and does not name what another part describes.
    fn closed_parts(&self) -> Option<Finding> {
        let parts = self.get("allOf")?.as_array()?.iter().map(|part| self.cx.tree.behind(part)).enumerate();
        let is_closed = |part: &Value| {
            field(part, "additionalProperties") == Some(&Value::Bool(false)) && field(part, "patternProperties").is_none()
        };
        let mut closed = parts.filter(|(_, part)| is_closed(part)).peekable();
        closed.peek()?;
        let mut all = Described::default();
        all.collect(self.cx, self.cx.tree.nodes[self.node].value, &mut HashSet::default());
        let forbidden = |part: &Value| {
            let own = part.get("properties").and_then(Value::as_object);
            all.ordered.iter().find(|name| own.is_none_or(|own| !own.contains_key(**name))).copied()
        };
        let (index, name) = closed.find_map(|(index, part)| Some((index, forbidden(part)?)))?;
        let origin = self.cx.origin(self.node).child("allOf").index(index);
        let message = format!("this part forbids `{name}`, which another part describes");
        Some(Finding::new(&CLOSED_ALL_OF, origin, message).generated("one struct of all properties"))
    }
}

/// Returns the types that a schema names, null apart.
fn types(schema: &Map<String, Value>) -> Vec<&str> {
    match entry(schema, "type") {
        Some(Value::String(name)) => vec![name],
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).filter(|name| *name != "null").collect(),
        _ => Vec::new(),
    }
}

/// The properties that a schema and its parts describe.
#[derive(Default)]
struct Described<'a> {
    names: HashSet<&'a str>,
    ordered: Vec<&'a str>,
    /// A part says nothing of its properties that could be read here.
    everything: bool,
}

impl<'a> Described<'a> {
    fn collect(&mut self, cx: &Lint<'a>, schema: &'a Value, met: &mut HashSet<&'a str>) {
        if let Some(reference) = field(schema, "$ref").and_then(Value::as_str) {
            match cx.target(reference) {
                Some(target) if met.insert(reference) => self.collect(cx, target, met),
                Some(_) => {}
                None => self.everything = true,
            }
        }
        for (name, _) in field(schema, "properties").and_then(Value::as_object).into_iter().flatten() {
            if self.names.insert(name) {
                self.ordered.push(name);
            }
        }
        self.everything |= field(schema, "patternProperties").is_some();
        for keyword in ["allOf", "oneOf", "anyOf"] {
            for part in field(schema, keyword).and_then(Value::as_array).into_iter().flatten() {
                self.collect(cx, part, met);
            }
        }
    }
}

fn with_article(name: &str) -> String {
    let article = if name.starts_with(['a', 'i', 'o']) { "an" } else { "a" };
    format!("{article} {name}")
}

/// The types that a keyword says something about (JSON Schema 2020-12, Validation, section 6); none for keywords of all types.
fn keyword_types(keyword: &str) -> Option<&'static [&'static str]> {
    match keyword {
        "minLength" | "maxLength" | "pattern" | "contentEncoding" | "contentMediaType" => Some(&["string"]),
        "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf" => Some(&["integer", "number"]),
        "items" | "minItems" | "maxItems" | "uniqueItems" | "prefixItems" | "contains" => Some(&["array"]),
        "properties"
        | "required"
        | "additionalProperties"
        | "minProperties"
        | "maxProperties"
        | "patternProperties"
        | "propertyNames" => Some(&["object"]),
        _ => None,
    }
}

/// The types that a format is for (OpenAPI's format registry); none for formats that are somebody's own.
fn format_types(format: &str) -> Option<&'static [&'static str]> {
    match format {
        "int32" | "int64" => Some(&["integer", "number", "string"]),
        "float" | "double" => Some(&["number", "integer", "string"]),
        "date-time" | "date" | "uuid" | "email" | "uri" | "uri-reference" | "hostname" | "ipv4" | "ipv6" | "byte" | "binary"
        | "password" | "regex" | "json-pointer" => Some(&["string"]),
        _ => None,
    }
}
