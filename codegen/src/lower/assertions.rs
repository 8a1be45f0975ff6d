//! What narrows values and no type expresses -> a JSON Schema 2020-12 that stands alone, which is checked besides the type.
//!
//! References are written out where they stand. What can't be written so is reported, and not checked.

use serde_json::{Map, Number, Value, json};

use crate::diagnostic::Code;
use crate::ir::TypeId;
use crate::spec::{AdditionalProperties, Assertion, AssertionKind, Schema, SchemaId};

use super::Cx;
use super::schema::annotations;
use super::shape::{self, Shape};

/// One keyword's schemas, written out, are no more than this.
const MAX_SCHEMAS: usize = 100;

/// Why something is not checked.
enum Unwritable {
    /// A schema contains itself.
    Recursive,
    /// There are too many schemas.
    Large,
    /// Whether this property is there depends on who sends the value.
    OneSided(String),
}

/// The keywords of a schema.
type Keywords = Map<String, Value>;

/// Lowers the assertions of a flattened schema; where it has no type, its limits are among them.
pub(super) fn lower_assertions(cx: &mut Cx<'_>, schema: &Schema) -> Option<Value> {
    let is_any = shape::classify(schema) == Shape::Any;
    if !is_any && schema.assertions.is_empty() {
        return None;
    }
    let mut written = Vec::new();
    if is_any {
        let mut limits = Keywords::new();
        write_values(schema, &mut limits);
        written.push(limits);
    }
    for assertion in checked(schema) {
        match lower_assertion(cx, schema, assertion) {
            Ok(keywords) => written.push(keywords),
            Err(reason) => report(cx, assertion, &reason),
        }
    }
    let together = together(written);
    // Null has a type of its own around every other one.
    let with_null = is_any && schema.nullable;
    (!together.is_empty()).then(|| if with_null { or_null(schema, together) } else { Value::Object(together) })
}

/// Asserts what the branches of a union say, where they make no types.
pub(super) fn lower_union(cx: &mut Cx<'_>, ty: TypeId, schema: &Schema, kind: AssertionKind) {
    let keyword = if schema.one_of.is_empty() { "anyOf" } else { "oneOf" };
    let assertion = Assertion { origin: schema.origin.child(keyword), kind };
    match lower_assertion(cx, schema, &assertion) {
        Ok(keywords) => add(cx, ty, keywords),
        Err(reason) => report(cx, &assertion, &reason),
    }
}

/// Adds to the assertions of a type.
pub(super) fn add(cx: &mut Cx<'_>, ty: TypeId, keywords: Keywords) {
    let there = match cx.types[ty].assertions.take() {
        Some(Value::Object(there)) => there,
        _ => Keywords::new(),
    };
    cx.types[ty].assertions = Some(Value::Object(together(vec![there, keywords])));
}

/// Tells whether assertions name a property of the object that is not described, which has to be kept to be checked.
pub(super) fn name_undescribed(assertions: &Value, schema: &Schema) -> bool {
    let is_new = |name: &str| !schema.properties.contains_key(name) && !schema.required.iter().any(|required| required == name);
    let names = |value: &Value| value.as_array().is_some_and(|names| names.iter().filter_map(Value::as_str).any(is_new));
    assertions.as_object().into_iter().flatten().any(|(keyword, value)| match (keyword.as_str(), value) {
        ("required", required) => names(required),
        ("properties", Value::Object(properties)) => properties.keys().any(|name| is_new(name)),
        ("dependentRequired", Value::Object(dependent)) => dependent.iter().any(|(name, others)| is_new(name) || names(others)),
        ("dependentSchemas", Value::Object(dependent)) => {
            dependent.iter().any(|(name, inner)| is_new(name) || name_undescribed(inner, schema))
        }
        ("allOf" | "anyOf" | "oneOf", Value::Array(branches)) => branches.iter().any(|inner| name_undescribed(inner, schema)),
        ("not" | "if" | "then" | "else", inner) => name_undescribed(inner, schema),
        ("propertyNames", _) => true,
        _ => false,
    })
}

/// The assertions that generated code checks. What is described elsewhere can't be asked there; that is reported when it is read.
pub(super) fn checked(schema: &Schema) -> impl Iterator<Item = &Assertion> {
    use AssertionKind::{UnevaluatedItems, UnevaluatedProperties};
    schema.assertions.iter().filter(|it| !matches!(it.kind, UnevaluatedProperties(_) | UnevaluatedItems(_)))
}

fn lower_assertion(cx: &Cx<'_>, schema: &Schema, assertion: &Assertion) -> Result<Keywords, Unwritable> {
    let mut writer = Writer { cx, open: Vec::new(), left: MAX_SCHEMAS };
    let keywords = writer.assertion(assertion)?;
    let mentioned = |name: &&String| keywords.iter().any(|(_, value)| mentions(value, name));
    let mut one_sided = schema.properties.iter().filter(|(_, property)| is_one_sided(cx, **property)).map(|(name, _)| name);
    match one_sided.find(mentioned) {
        Some(name) => Err(Unwritable::OneSided(name.clone())),
        None => Ok(keywords),
    }
}

fn report(cx: &mut Cx<'_>, assertion: &Assertion, reason: &Unwritable) {
    let message = match reason {
        Unwritable::Recursive => "a schema that contains itself is not written out to be checked".to_owned(),
        Unwritable::Large => format!("more than {MAX_SCHEMAS} schemas are not written out to be checked"),
        Unwritable::OneSided(name) => format!("the property `{name}` is sent by one side only, so this is not checked"),
    };
    cx.report_once(Code::IgnoredConstraint, &assertion.origin, message, "values that break it are accepted");
}

fn is_one_sided(cx: &Cx<'_>, property: SchemaId) -> bool {
    let annotations = annotations(cx, property);
    annotations.read_only != annotations.write_only
}

/// Tells whether a name stands anywhere in a schema.
fn mentions(value: &Value, name: &str) -> bool {
    match value {
        Value::String(text) => text == name,
        Value::Array(items) => items.iter().any(|item| mentions(item, name)),
        Value::Object(map) => map.iter().any(|(key, value)| key == name || mentions(value, name)),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

/// Returns the keywords that say all of these; what two of them say with one keyword stands in an `allOf`.
fn together(several: Vec<Keywords>) -> Keywords {
    let mut whole = Keywords::new();
    let mut apart = Vec::new();
    for keywords in several {
        match keywords.keys().any(|keyword| whole.contains_key(keyword)) {
            true => apart.push(Value::Object(keywords)),
            false => whole.extend(keywords),
        }
    }
    if let Some(Value::Array(all_of)) = whole.get_mut("allOf") {
        all_of.append(&mut apart);
    } else if !apart.is_empty() {
        whole.insert("allOf".to_owned(), Value::Array(apart));
    }
    whole
}

/// Writes schemas out.
struct Writer<'a, 'd> {
    cx: &'a Cx<'d>,
    /// The schemas around the one that is being written.
    open: Vec<SchemaId>,
    /// How many more may be written.
    left: usize,
}

impl Writer<'_, '_> {
    fn assertion(&mut self, assertion: &Assertion) -> Result<Keywords, Unwritable> {
        assertion.kind.keywords(&mut |schema| self.schema(schema))
    }

    fn schemas(&mut self, ids: &[SchemaId]) -> Result<Value, Unwritable> {
        Ok(Value::Array(ids.iter().map(|id| self.schema(*id)).collect::<Result<_, _>>()?))
    }

    fn by_name(&mut self, schemas: &[(String, SchemaId)]) -> Result<Value, Unwritable> {
        let schemas = schemas.iter().map(|(name, id)| Ok((name.clone(), self.schema(*id)?)));
        Ok(Value::Object(schemas.collect::<Result<_, _>>()?))
    }

    fn schema(&mut self, id: SchemaId) -> Result<Value, Unwritable> {
        if self.open.contains(&id) {
            return Err(Unwritable::Recursive);
        }
        self.left = self.left.checked_sub(1).ok_or(Unwritable::Large)?;
        self.open.push(id);
        let schema = &self.cx.schemas[id];
        let keywords = self.keywords(schema)?;
        self.open.pop();
        Ok(if schema.nullable { or_null(schema, keywords) } else { allowed(schema, keywords) })
    }

    fn keywords(&mut self, schema: &Schema) -> Result<Keywords, Unwritable> {
        let mut own = Keywords::new();
        write_values(schema, &mut own);
        self.write_inner(schema, &mut own)?;
        let mut all = vec![own];
        for assertion in checked(schema) {
            all.push(self.assertion(assertion)?);
        }
        let mut all = together(all);
        if let Some(target) = schema.reference {
            match self.schema(target)? {
                Value::Object(target) if all.is_empty() => all = target,
                target => all = together(vec![all, Keywords::from_iter([("allOf".to_owned(), json!([target]))])]),
            }
        }
        Ok(all)
    }

    /// Writes the keywords that hold schemas.
    fn write_inner(&mut self, schema: &Schema, to: &mut Keywords) -> Result<(), Unwritable> {
        if let Some(items) = schema.items.filter(|_| !has_prefix(schema)) {
            insert(to, "items", self.schema(items)?);
        }
        if let Some((name, _)) = schema.properties.iter().find(|(_, property)| is_one_sided(self.cx, **property)) {
            return Err(Unwritable::OneSided(name.clone()));
        }
        if !schema.properties.is_empty() {
            let properties: Vec<_> = schema.properties.iter().map(|(name, id)| (name.clone(), *id)).collect();
            insert(to, "properties", self.by_name(&properties)?);
        }
        let has_patterns = |assertion: &Assertion| matches!(assertion.kind, AssertionKind::PatternProperties { .. });
        if !schema.assertions.iter().any(has_patterns) {
            match schema.additional_properties {
                AdditionalProperties::Unsaid | AdditionalProperties::Any => {}
                AdditionalProperties::Forbidden => insert(to, "additionalProperties", json!(false)),
                AdditionalProperties::Schema(id) => insert(to, "additionalProperties", self.schema(id)?),
            }
        }
        for (keyword, branches) in [("allOf", &schema.all_of), ("oneOf", &schema.one_of), ("anyOf", &schema.any_of)] {
            if !branches.is_empty() {
                insert(to, keyword, self.schemas(branches)?);
            }
        }
        Ok(())
    }
}

/// The items of a tuple are made a union of the schemas that its `prefixItems` gives to each.
fn has_prefix(schema: &Schema) -> bool {
    schema.assertions.iter().any(|assertion| matches!(assertion.kind, AssertionKind::PrefixItems(..)))
}

fn allowed(schema: &Schema, keywords: Keywords) -> Value {
    let never = schema.never || schema.types.as_ref().is_some_and(Vec::is_empty);
    if never { json!(false) } else { Value::Object(keywords) }
}

/// Null is allowed besides what the rest says.
fn or_null(schema: &Schema, mut keywords: Keywords) -> Value {
    let only_null = schema.enumeration.as_ref().is_some_and(Vec::is_empty);
    if only_null || allowed(schema, Keywords::new()) == json!(false) {
        return json!({ "type": "null" });
    }
    if keywords.is_empty() {
        return json!({});
    }
    let alone = keywords.keys().all(|keyword| !MEETS_NULL.contains(&keyword.as_str()));
    if let Some(types) = keywords.get_mut("type").filter(|_| alone) {
        match types {
            Value::Array(names) => names.push(json!("null")),
            only => *only = json!([only.take(), "null"]),
        }
        return Value::Object(keywords);
    }
    json!({ "anyOf": [{ "type": "null" }, keywords] })
}

/// Keywords that judge null as they judge any other value.
const MEETS_NULL: [&str; 7] = ["allOf", "anyOf", "const", "enum", "if", "not", "oneOf"];

/// Writes the keywords that hold no schemas.
fn write_values(schema: &Schema, to: &mut Keywords) {
    match schema.types.as_deref().unwrap_or_default() {
        [] => {}
        [only] => insert(to, "type", json!(only.name())),
        several => insert(to, "type", several.iter().map(|name| name.name()).collect()),
    }
    match schema.enumeration.as_deref() {
        Some([only]) => insert(to, "const", only.clone()),
        Some(several) => insert(to, "enum", json!(several)),
        None => {}
    }
    let limits: [(&str, &Option<Number>); 5] = [
        ("minimum", &schema.minimum),
        ("maximum", &schema.maximum),
        ("exclusiveMinimum", &schema.exclusive_minimum),
        ("exclusiveMaximum", &schema.exclusive_maximum),
        ("multipleOf", &schema.multiple_of),
    ];
    for (keyword, limit) in limits {
        insert_some(to, keyword, limit.clone());
    }
    insert_some(to, "pattern", schema.pattern.clone());
    let sizes = [
        ("minLength", schema.min_length),
        ("maxLength", schema.max_length),
        ("minItems", schema.min_items),
        ("maxItems", schema.max_items),
        ("minProperties", schema.min_properties),
        ("maxProperties", schema.max_properties),
    ];
    for (keyword, size) in sizes {
        insert_some(to, keyword, size);
    }
    insert_some(to, "uniqueItems", schema.unique_items.then_some(true));
    insert_some(to, "required", (!schema.required.is_empty()).then(|| schema.required.clone()));
}

fn insert(to: &mut Keywords, keyword: &str, value: Value) {
    to.insert(keyword.to_owned(), value);
}

fn insert_some(to: &mut Keywords, keyword: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        insert(to, keyword, value.into());
    }
}
