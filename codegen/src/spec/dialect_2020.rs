//! What schemas of OpenAPI 3.1 and later have of their own, which are JSON Schema 2020-12.
//!
//! Normal forms made here: `const` is an enum of one; `contentEncoding: base64` is the format `byte`; `$dynamicRef` is a `$ref`. A keyword that the normal form has no place for is reported, and what is read
//! instead keeps every value whole.

use foldhash::HashMap;

use super::fill::{Keywords, fill_values};
use super::model::{AdditionalProperties, Assertion, AssertionKind, JsonType, Schema, SchemaId};
use super::resolve::Resolver;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::parse::is_schema_position;
use crate::parse::tree::Tree;
use crate::source::{Origin, Pointer};

/// The names of the dialect that is read.
const DIALECTS: [&str; 4] = [
    "https://json-schema.org/draft/2020-12/schema",
    "https://spec.openapis.org/oas/3.1/dialect/base",
    "https://spec.openapis.org/oas/3.1/dialect/2024-11-10",
    "https://spec.openapis.org/oas/3.2/dialect/2025-09-17",
];

impl<'a> Resolver<'a> {
    /// Reports another dialect of schemas than that of OpenAPI 3.1.
    pub(super) fn check_dialect(&mut self) {
        if !self.description.is_later() {
            return;
        }
        if let Some(dialect) = self.description.text_at(&self.root.pointer, "jsonSchemaDialect") {
            self.check_dialect_name(dialect, self.root.child("jsonSchemaDialect"));
        }
    }

    fn check_dialect_name(&mut self, dialect: &str, origin: Origin) {
        if !DIALECTS.contains(&dialect.trim_end_matches('#')) {
            let message = format!("the dialect `{dialect}` is not known");
            self.lossy(origin, message, "the schemas are read as JSON Schema 2020-12");
        }
    }

    /// Finds the schema that has a reference for its name: `#name` for its anchor, anything else for its `$id`.
    pub(super) fn named_schema(&mut self, reference: &str) -> Option<Pointer> {
        let is_pointer = reference.is_empty() || reference == "#" || reference.starts_with("#/");
        if is_pointer || !self.description.is_later() {
            return None;
        }
        let names = self.schema_names.get_or_insert_with(|| schema_names(&self.description.tree));
        let pointers = names.get(reference).map_or(&[][..], Vec::as_slice);
        if let [first, second, ..] = pointers {
            let origin = |pointer: &Pointer| Origin { document: self.root.document, pointer: pointer.clone() };
            let message = format!("`{reference}` names two schemas");
            let found = Diagnostic::new(Code::Structure, origin(first), message).related("the other", origin(second));
            let found = found.help("references lead to the first in the text");
            self.found.push(Diagnostic { severity: Severity::Warning, ..found });
        }
        pointers.first().cloned()
    }

    /// Tells whether a reference is to an anchor of this document, and not a pointer.
    pub(super) fn is_anchor(&self, reference: &str) -> bool {
        let anchor = reference.strip_prefix('#').filter(|anchor| !anchor.is_empty() && !anchor.starts_with('/'));
        self.description.is_later() && anchor.is_some()
    }

    /// Gives an id to a schema that nothing but a pointer leads to.
    pub(super) fn visit_lone_schema(&mut self, pointer: &Pointer) {
        let Some(node) = self.description.at(pointer).filter(|_| self.description.is_later()) else { return };
        if matches!(node, Tree::Map(_) | Tree::Bool(_)) && is_schema_position(pointer) {
            self.schema(node, Origin { document: self.root.document, pointer: pointer.clone() });
            self.fill_waiting();
        }
    }

    pub(super) fn fill_2020(&mut self, filled: &mut Schema, keywords: &Keywords<'a>, id: SchemaId) {
        self.fill_own(filled, keywords, id);
        filled.examples.extend(keywords.list("examples").iter().map(Tree::to_value));
        filled.exclusive_minimum = keywords.bound("exclusiveMinimum");
        filled.exclusive_maximum = keywords.bound("exclusiveMaximum");
        fill_listed(filled, keywords);
        self.fill_links(keywords, id);
        self.fill_items(filled, keywords);
        self.fill_properties(filled, keywords);
        self.fill_pattern_properties(filled, keywords);
        self.fill_unevaluated(filled, keywords);
        if keywords.has("if") || keywords.has("dependentSchemas") {
            keep_rest(filled);
        }
        self.fill_branches(filled, keywords);
        self.fill_assertions(filled, keywords);
        self.fill_content(filled, keywords);
        self.report_doubtful(keywords);
    }

    fn fill_links(&mut self, keywords: &Keywords<'a>, id: SchemaId) {
        let reference = keywords.word("$ref").or_else(|| keywords.word("$dynamicRef"));
        self.unlinked.extend(reference.map(|reference| (id, reference)));
        if keywords.has("$dynamicRef") {
            let message = "`$dynamicRef` leads to another schema in each schema that uses this one";
            let help = match keywords.has("$ref") {
                true => "the `$ref` beside it alone is followed",
                false => "it is read as a `$ref`, which leads to the same schema always",
            };
            self.lossy(keywords.origin.child("$dynamicRef"), message, help);
        }
    }

    /// A tuple becomes a list whose items are of any of its schemas, where no further items of unknown schemas can follow. Which item
    /// is of which schema is left to be checked.
    fn fill_items(&mut self, filled: &mut Schema, keywords: &Keywords<'a>) {
        let first = keywords.list("prefixItems");
        if first.is_empty() {
            filled.items = self.child(keywords, "items");
            return;
        }
        let place = keywords.origin.child("prefixItems");
        let count = u64::try_from(first.len()).unwrap_or(u64::MAX);
        let mut items = self.different_branches(first, &place);
        if keywords.get("items") == Some(&Tree::Bool(false)) {
            filled.max_items = Some(filled.max_items.map_or(count, |max| max.min(count)));
        } else if filled.max_items.is_none_or(|max| max > count) {
            match keywords.get("items") {
                Some(Tree::Map(map)) if !self.allows_everything(map) => items.extend(self.child(keywords, "items")),
                _ => items.clear(),
            }
        }
        if let [single] = items[..] {
            filled.items = Some(single);
            return;
        }
        let message = "`prefixItems` gives each of the first items a schema of its own";
        let help = match items.is_empty() {
            true => "a list of any values is generated, since the items that follow can be any; `validate` checks the first",
            false => "a list of values of any of these schemas is generated; `validate` checks which item has which",
        };
        self.note(place.clone(), message, help);
        let each = first.iter().enumerate().map(|(index, node)| self.schema(node, place.index(index))).collect();
        let others = keywords.get("items").filter(|items| items.as_map().is_some()).and_then(|_| self.child(keywords, "items"));
        let kind = AssertionKind::PrefixItems(each, others);
        filled.assertions.push(Assertion { origin: place.clone(), kind });
        if !items.is_empty() {
            let union = self.any(place);
            self.schemas[union].any_of = items;
            filled.items = Some(union);
        }
    }

    /// Gives ids to the schemas of a list, of those that say the same to the first only.
    fn different_branches(&mut self, nodes: &'a [Tree<'a>], list: &Origin) -> Vec<SchemaId> {
        let different = nodes.iter().enumerate().filter(|(index, node)| !nodes[..*index].contains(node));
        different.map(|(index, node)| self.schema(node, list.index(index))).collect()
    }

    fn fill_pattern_properties(&mut self, filled: &mut Schema, keywords: &Keywords<'a>) {
        if keywords.entries("patternProperties").next().is_none() {
            return;
        }
        let place = keywords.origin.child("patternProperties");
        let patterns = self.schemas_by_name(keywords, "patternProperties");
        let others = filled.additional_properties;
        // With one pattern and nothing besides, every value is of its schema.
        filled.additional_properties = match (&patterns[..], others) {
            ([(_, only)], AdditionalProperties::Forbidden) => AdditionalProperties::Schema(*only),
            _ => {
                let message = "`patternProperties` describes properties by patterns of their names";
                self.note(place.clone(), message, "a map that keeps them as any values is generated; `validate` checks them");
                AdditionalProperties::Any
            }
        };
        let named = filled.properties.keys().cloned().collect();
        let kind = AssertionKind::PatternProperties { named, patterns, others };
        filled.assertions.push(Assertion { origin: place, kind });
    }

    /// Without schemas beside it, `unevaluatedProperties` is the same as `additionalProperties`.
    fn fill_unevaluated(&mut self, filled: &mut Schema, keywords: &Keywords<'a>) {
        const BESIDE: [&str; 9] = [
            "$dynamicRef",
            "$ref",
            "additionalProperties",
            "allOf",
            "anyOf",
            "dependentSchemas",
            "if",
            "oneOf",
            "patternProperties",
        ];
        let keyword = "unevaluatedProperties";
        if !BESIDE.iter().any(|beside| keywords.has(beside)) {
            let additional = self.additional(keywords, keyword);
            filled.additional_properties = additional;
            return;
        }
        if keywords.get(keyword).is_some_and(|value| *value != Tree::Bool(true)) {
            let message = format!("`{keyword}` asks which properties the schemas beside it describe");
            self.lossy(keywords.origin.child(keyword), message, "the other properties are not checked");
            filled.assertions.extend(self.unevaluated(keywords, keyword, AssertionKind::UnevaluatedProperties));
        }
        if keywords.get(keyword).is_some_and(|value| *value != Tree::Bool(false)) {
            keep_rest(filled);
        }
    }

    fn fill_content(&mut self, filled: &mut Schema, keywords: &Keywords<'a>) {
        let place = |keyword: &str| keywords.origin.child(keyword);
        match keywords.word("contentEncoding") {
            Some(encoding) if encoding.eq_ignore_ascii_case("base64") => {
                filled.format.get_or_insert_with(|| "byte".to_owned());
            }
            Some(encoding) => {
                let message = format!("the encoding `{encoding}` is not undone");
                self.lossy(place("contentEncoding"), message, "the text is kept as it is sent");
            }
            None => {}
        }
        for keyword in ["contentMediaType", "contentSchema"].into_iter().filter(|keyword| keywords.has(keyword)) {
            let message = format!("`{keyword}` is not looked at");
            self.note(place(keyword), message, "what the text holds is left to the caller");
        }
    }

    /// Reports keywords that the normal form has no place for.
    fn report_doubtful(&mut self, keywords: &Keywords<'a>) {
        if keywords.has("nullable") {
            let message = "`nullable` is not a keyword of OpenAPI 3.1";
            let help = "it is read as 3.0 does; 3.1 has `null` among the types, such as `type: [string, 'null']`";
            self.found.push(Diagnostic::new(Code::UnknownKeyword, keywords.origin.child("nullable"), message).help(help));
        }
        if keywords.has("$id") {
            let message = "`$id` makes the references in this schema start from it";
            self.lossy(keywords.origin.child("$id"), message, "they are read from the beginning of the file");
        }
        if let Some(dialect) = keywords.word("$schema") {
            self.check_dialect_name(dialect, keywords.origin.child("$schema"));
        }
        if keywords.get("examples").is_some_and(|examples| examples.as_list().is_none()) {
            let place = keywords.origin.child("examples");
            self.warn(place, "`examples` of a schema must be a list", "it is not used; `example` takes one value");
        }
    }

    pub(super) fn lossy(&mut self, origin: Origin, message: impl Into<String>, help: &str) {
        self.found.push(Diagnostic::new(Code::UnsupportedSchema, origin, message).help(help));
    }

    /// Reports what no type says, and is neither lost nor unchecked.
    fn note(&mut self, origin: Origin, message: impl Into<String>, help: &str) {
        let found = Diagnostic::new(Code::UnsupportedSchema, origin, message).help(help);
        self.found.push(Diagnostic { severity: Severity::Note, ..found });
    }
}

/// Sees to it that an object keeps the properties that its own schema does not describe.
fn keep_rest(filled: &mut Schema) {
    if filled.additional_properties == AdditionalProperties::Unsaid && (!filled.properties.is_empty() || is_object(filled)) {
        filled.additional_properties = AdditionalProperties::Any;
    }
}

fn is_object(filled: &Schema) -> bool {
    filled.types.as_deref() == Some(&[JsonType::Object])
}

/// Sets the values of `const` or `enum`.
fn fill_listed(filled: &mut Schema, keywords: &Keywords<'_>) {
    // A `const` of null is one, unlike other keywords that are null.
    let constant = keywords.map.get("const").map(std::slice::from_ref);
    let listed = keywords.get("enum").map(|_| keywords.list("enum"));
    let Some(values) = constant.or(listed) else { return };
    filled.never |= values.is_empty();
    fill_values(filled, values);
}

/// Finds every schema that has a name, by what a reference to it says; of schemas of one name the first comes first.
fn schema_names(tree: &Tree<'_>) -> HashMap<String, Vec<Pointer>> {
    let mut names: HashMap<String, Vec<Pointer>> = HashMap::default();
    let mut waiting = vec![(Pointer::root(), tree)];
    while let Some((pointer, node)) = waiting.pop() {
        match node {
            Tree::Map(map) => {
                let word = |keyword: &str| map.get(keyword).and_then(Tree::as_str);
                let anchors = ["$anchor", "$dynamicAnchor"].into_iter().filter_map(word).map(|name| format!("#{name}"));
                for name in anchors.chain(word("$id").map(str::to_owned)) {
                    names.entry(name).or_default().push(pointer.clone());
                }
                // What is pushed last is looked at first.
                waiting.extend(map.iter().rev().map(|(key, value)| (pointer.child(key), value)));
            }
            Tree::List(list) => {
                waiting.extend(list.iter().enumerate().rev().map(|(index, value)| (pointer.index(index), value)));
            }
            Tree::Null | Tree::Bool(_) | Tree::Number(_) | Tree::Text(_) => {}
        }
    }
    names
}
