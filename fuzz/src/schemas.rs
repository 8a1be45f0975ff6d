//! Random bytes -> a description with a few schemas that refer to each other in every way.
//!
//! Text that is changed at random seldom gets past parse. Here every input is a description, so that the fuzzer's time goes into
//! what schemas mean together.

use arbitrary::{Arbitrary, Result, Unstructured};
use serde_json::{Map, Value, json};

/// A description made from bytes.
#[derive(Debug)]
pub struct Description(pub Value);

/// As many schemas that all references lead somewhere, and loops are frequent.
const SCHEMAS: usize = 5;

/// Deeper, a schema is a reference.
const DEPTH: usize = 4;

const NAMES: [&str; 6] = ["id", "kind", "Kind", "self", "item-list", ""];

impl<'a> Arbitrary<'a> for Description {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        let mut schemas = Map::new();
        for number in 0..SCHEMAS {
            schemas.insert(format!("S{number}"), schema(bytes, 0)?);
        }
        let [parameter, body, answer] = [schema(bytes, 1)?, schema(bytes, 0)?, schema(bytes, 0)?];
        let location = *bytes.choose(&["query", "header", "cookie"])?;
        let description = match *bytes.choose(&["2.0", "3.0.3", "3.1.0", "3.2.0"])? {
            "2.0" => swagger2(location, &parameter, &body, &answer, &schemas),
            version => openapi3(version, location, &parameter, &body, &answer, &schemas),
        };
        Ok(Self(description))
    }
}

fn openapi3(
    version: &str,
    location: &str,
    parameter: &Value,
    body: &Value,
    answer: &Value,
    schemas: &Map<String, Value>,
) -> Value {
    let operation = json!({
        "operationId": "call",
        "parameters": [{ "name": "p", "in": location, "schema": parameter }],
        "requestBody": { "content": { "application/json": { "schema": body } } },
        "responses": { "200": { "description": "", "content": { "application/json": { "schema": answer } } } },
    });
    json!({
        "openapi": version,
        "info": { "title": "", "version": "" },
        "paths": { "/p": { "post": operation } },
        "components": { "schemas": schemas },
    })
}

/// The same in Swagger 2.0, where a cookie is a field of a form.
fn swagger2(location: &str, parameter: &Value, body: &Value, answer: &Value, schemas: &Map<String, Value>) -> Value {
    let mut own = parameter.as_object().cloned().unwrap_or_default();
    own.insert("name".to_owned(), json!("p"));
    own.insert("in".to_owned(), json!(if location == "cookie" { "formData" } else { location }));
    let mut parameters = vec![Value::Object(own)];
    if location != "cookie" {
        parameters.push(json!({ "name": "body", "in": "body", "schema": body }));
    }
    let operation = json!({ "operationId": "call", "parameters": parameters, "responses": { "200": { "description": "", "schema": answer } } });
    let description = json!({
        "swagger": "2.0",
        "info": { "title": "", "version": "" },
        "paths": { "/p": { "post": operation } },
        "definitions": schemas,
    });
    let text = description.to_string().replace("#/components/schemas/", "#/definitions/");
    serde_json::from_str(&text).expect("the same JSON with other references")
}

pub(crate) fn schema(bytes: &mut Unstructured<'_>, depth: usize) -> Result<Value> {
    if depth >= DEPTH || bytes.ratio(1, 4)? {
        return Ok(json!({ "$ref": format!("#/components/schemas/S{}", bytes.choose_index(SCHEMAS)?) }));
    }
    let mut keywords = Map::new();
    for _ in 0..bytes.int_in_range(0..=4)? {
        let (name, value) = keyword(bytes, depth + 1)?;
        keywords.insert(name.to_owned(), value);
    }
    Ok(Value::Object(keywords))
}

pub(crate) fn keyword(bytes: &mut Unstructured<'_>, depth: usize) -> Result<(&'static str, Value)> {
    Ok(match bytes.int_in_range(0..=30)? {
        0..=3 => ("type", json!(bytes.choose(&["object", "array", "string", "integer", "number", "boolean"])?)),
        4..=7 => ("properties", properties(bytes, depth)?),
        8 => ("required", json!([bytes.choose(&NAMES)?])),
        9 => ("items", schema(bytes, depth)?),
        10 | 11 => ("allOf", schemas(bytes, depth)?),
        12 | 13 => ("oneOf", schemas(bytes, depth)?),
        14 => ("anyOf", schemas(bytes, depth)?),
        15 => ("not", schema(bytes, depth)?),
        16 => {
            ("additionalProperties", if bytes.arbitrary()? { json!(bytes.arbitrary::<bool>()?) } else { schema(bytes, depth)? })
        }
        17 => ("discriminator", discriminator(bytes)?),
        18 => ("nullable", json!(bytes.arbitrary::<bool>()?)),
        19 => ("enum", scalars(bytes)?),
        20 => ("default", scalar(bytes)?),
        21 => (if bytes.arbitrary()? { "readOnly" } else { "writeOnly" }, json!(true)),
        22 => ("format", json!(bytes.choose(&["int32", "int64", "uuid", "date-time", "byte", "binary", "float"])?)),
        23 => (*bytes.choose(&["minimum", "maximum", "multipleOf"])?, number(bytes)?),
        24 => (*bytes.choose(&["minLength", "maxItems", "minProperties"])?, json!(bytes.arbitrary::<u8>()?)),
        _ => later_keyword(bytes, depth)?,
    })
}

/// Keywords that came with 3.1, or that it reads otherwise; older versions say that they don't know them.
fn later_keyword(bytes: &mut Unstructured<'_>, depth: usize) -> Result<(&'static str, Value)> {
    Ok(match bytes.int_in_range(0..=9)? {
        0 => ("const", scalar(bytes)?),
        1 => (
            "type",
            json!([bytes.choose(&["object", "array", "string", "null"])?, bytes.choose(&["null", "integer", "string"])?]),
        ),
        2 => ("prefixItems", schemas(bytes, depth)?),
        3 => ("$defs", properties(bytes, depth)?),
        4 => (
            "$ref",
            json!(bytes.choose(&["#", "#id", "#/components/schemas/S0/$defs/id", "#/components/schemas/S1", "S2.json", ""])?),
        ),
        5 => (*bytes.choose(&["$anchor", "$dynamicAnchor", "$id"])?, json!(bytes.choose(&["id", "kind", "S2.json"])?)),
        6 => ("patternProperties", properties(bytes, depth)?),
        7 => (*bytes.choose(&["if", "then", "contains", "propertyNames", "dependentSchemas"])?, schema(bytes, depth)?),
        8 => (*bytes.choose(&["unevaluatedProperties", "unevaluatedItems", "items", "not"])?, json!(bytes.arbitrary::<bool>()?)),
        _ => (*bytes.choose(&["exclusiveMinimum", "exclusiveMaximum"])?, number(bytes)?),
    })
}

fn properties(bytes: &mut Unstructured<'_>, depth: usize) -> Result<Value> {
    let mut all = Map::new();
    for _ in 0..bytes.int_in_range(1..=3)? {
        all.insert((*bytes.choose(&NAMES)?).to_owned(), schema(bytes, depth)?);
    }
    Ok(Value::Object(all))
}

fn schemas(bytes: &mut Unstructured<'_>, depth: usize) -> Result<Value> {
    (0..bytes.int_in_range(1..=3)?).map(|_| schema(bytes, depth)).collect()
}

fn discriminator(bytes: &mut Unstructured<'_>) -> Result<Value> {
    let property = bytes.choose(&NAMES)?;
    Ok(if bytes.arbitrary()? {
        json!({ "propertyName": property })
    } else {
        json!({ "propertyName": property, "mapping": { "one": "#/components/schemas/S1", "two": "S2" } })
    })
}

fn scalars(bytes: &mut Unstructured<'_>) -> Result<Value> {
    (0..bytes.int_in_range(1..=4)?).map(|_| scalar(bytes)).collect()
}

fn scalar(bytes: &mut Unstructured<'_>) -> Result<Value> {
    Ok(match bytes.int_in_range(0..=4)? {
        0 => Value::Null,
        1 => json!(bytes.arbitrary::<bool>()?),
        2 => number(bytes)?,
        3 => json!(bytes.choose(&["one", "two", "One", "", "-", "+1", "\u{202e}"])?),
        _ => json!(bytes.arbitrary::<&str>()?),
    })
}

fn number(bytes: &mut Unstructured<'_>) -> Result<Value> {
    Ok(match bytes.int_in_range(0..=2)? {
        0 => json!(bytes.arbitrary::<i8>()?),
        1 => json!(bytes.arbitrary::<i64>()?),
        _ => json!(bytes.arbitrary::<f64>()?),
    })
}
