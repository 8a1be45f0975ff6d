//! No field of the objects of OpenAPI changes in silence: each one added, removed and changed.

use bindery::Config;
use bindery_validator::diff::{Diff, diff_texts};
use serde_json::Value;

/// A description with every object that there is besides schemas, whose keywords are another test's.
const BASE: &str = "
openapi: 3.2.0
x-root: a
info:
  title: T
  version: '1'
  summary: a
  description: a
  termsOfService: https://example.com/a
  x-info: a
  contact: {name: a, url: https://example.com/a, email: a@example.com, x-contact: a}
  license: {name: a, identifier: MIT, x-license: a}
externalDocs: {url: https://example.com/a, description: a}
tags:
- {name: pets, description: a, x-tag: a, externalDocs: {url: https://example.com/a, description: a}}
servers:
- url: https://{host}.example.com
  description: a
  x-server: a
  variables: {host: {default: a, enum: [a, b], description: a, x-variable: a}}
security: [{key: []}]
paths:
  x-paths: a
  /pets/{id}:
    summary: p
    description: p
    x-item: a
    servers: [{url: https://a.example.com, description: a}]
    parameters:
    - {name: id, in: path, required: true, schema: {type: string}, description: a}
    get: {operationId: getPet, responses: {'200': {description: a}}}
    additionalOperations: {COPY: {operationId: copyPet, responses: {'200': {description: a}}}}
    post:
      operationId: addPet
      summary: a
      description: a
      tags: [pets]
      deprecated: false
      x-operation: a
      externalDocs: {url: https://example.com/a, description: a}
      security: [{oauth: [read]}]
      servers: [{url: https://b.example.com, description: a}]
      parameters:
      - name: limit
        in: query
        description: a
        required: false
        deprecated: false
        allowEmptyValue: false
        style: form
        explode: true
        allowReserved: false
        x-parameter: a
        schema: {type: array, items: {type: string}}
        examples: {one: {summary: a, description: a, value: [a], x-example: a}}
      requestBody:
        description: a
        required: false
        x-body: a
        content:
          multipart/form-data:
            x-media: a
            schema: {type: object, properties: {file: {type: string}, list: {type: array, items: {type: string}}}}
            encoding:
              file:
                contentType: image/png
                x-encoding: a
                headers: {X-Part: {description: a, required: false, schema: {type: string}}}
      responses:
        x-responses: a
        '200':
          description: a
          x-response: a
          headers:
            X-Left: {description: a, required: false, deprecated: false, explode: false, schema: {type: string}, x-header: a}
          content:
            application/json:
              schema: {type: string}
              examples: {one: {summary: a, description: a, value: a}, two: {externalValue: https://example.com/a}}
          links:
            next:
              operationId: addPet
              description: a
              x-link: a
              parameters: {id: $response.body}
              requestBody: a
              server: {url: https://c.example.com, description: a}
      callbacks:
        done:
          '{$request.query.url}':
            post: {summary: a, responses: {'204': {description: a}}}
webhooks:
  done: {post: {summary: a, responses: {'204': {description: a}}}}
components:
  x-components: a
  securitySchemes:
    key: {type: apiKey, name: a, in: header, description: a, x-scheme: a}
    bearer: {type: http, scheme: bearer, bearerFormat: a}
    oauth:
      type: oauth2
      flows:
        x-flows: a
        clientCredentials:
          tokenUrl: https://example.com/token
          refreshUrl: https://example.com/a
          x-flow: a
          scopes: {read: a, write: a}
    connect: {type: openIdConnect, openIdConnectUrl: https://example.com/a}
";

fn base() -> Value {
    let mut sources = bindery::source::Sources::default();
    let text = sources.add("base.yaml", BASE);
    bindery::parse::read_tree(&sources, text).expect("the description is YAML")
}

fn compare(base: &Value, revision: &Value) -> Option<Diff> {
    let (base, revision) = (base.to_string(), revision.to_string());
    diff_texts(&Config::new(), ("base.json", &base), ("revision.json", &revision)).ok()
}

/// Lists the places of all scalars, but those in schemas and that say of which version the text is.
fn scalars(value: &Value, place: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map.iter().filter(|(key, _)| !["schema", "openapi"].contains(&key.as_str())) {
                scalars(value, &format!("{place}/{}", key.replace('~', "~0").replace('/', "~1")), found);
            }
        }
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(index, value)| scalars(value, &format!("{place}/{index}"), found))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => found.push(place.to_owned()),
    }
}

/// Returns the description with another value at a place, or none.
fn changed(base: &Value, place: &str, is_there: bool) -> Value {
    let mut revision = base.clone();
    let (holder, key) = place.rsplit_once('/').expect("a scalar stands in something");
    let key = key.replace("~1", "/").replace("~0", "~");
    let holder = revision.pointer_mut(holder).expect("the place is of this description");
    match (holder, is_there) {
        (Value::Object(map), false) => drop(map.shift_remove(&key)),
        (Value::Array(list), false) => drop(list.remove(key.parse().expect("an item has a number"))),
        (holder, true) => {
            let value = match holder {
                Value::Object(map) => &mut map[&key],
                list => &mut list[key.parse::<usize>().expect("an item has a number")],
            };
            *value = match &*value {
                Value::Bool(flag) => Value::Bool(!flag),
                Value::String(text) if text == "header" => "query".into(),
                Value::String(text) if text == "form" => "pipeDelimited".into(),
                Value::String(text) if text == "bearer" => "basic".into(),
                Value::String(text) if text.starts_with("https") => format!("{text}z").into(),
                Value::String(text) => format!("{text}z").into(),
                _ => "other".into(),
            };
        }
        (_, false) => {}
    }
    revision
}

/// What is the same by the standard, or is told elsewhere.
const MAY_BE_SILENT: &[(&str, &str)] = &[
    ("/info/version changed", "the versions of both stand in the result, and are what `--check-version` judges"),
    ("/paths/~1pets~1{id}/parameters/0/required changed", "a path parameter is required whatever is said, which lint reports"),
    ("/paths/~1pets~1{id}/parameters/0/required gone", "the same"),
    ("/paths/~1pets~1{id}/post/deprecated gone", "it was false, which is what holds without it"),
    ("/paths/~1pets~1{id}/post/parameters/0/required gone", "it was false"),
    ("/paths/~1pets~1{id}/post/parameters/0/deprecated gone", "it was false"),
    ("/paths/~1pets~1{id}/post/parameters/0/style gone", "it was `form`, which is what holds without it"),
    ("/paths/~1pets~1{id}/post/parameters/0/explode gone", "it was true, which is what holds for `form`"),
    ("/paths/~1pets~1{id}/post/requestBody/required gone", "it was false"),
    (
        "/paths/~1pets~1{id}/post/requestBody/content/multipart~1form-data/encoding/file/headers/X-Part/required gone",
        "it was false",
    ),
    ("/paths/~1pets~1{id}/post/responses/200/headers/X-Left/required gone", "it was false"),
    ("/paths/~1pets~1{id}/post/responses/200/headers/X-Left/deprecated gone", "it was false"),
];

#[test]
fn no_field_changes_in_silence() {
    let base = base();
    let same = compare(&base, &base).expect("it is a description");
    assert!(same.changes.is_empty(), "a description is the same as itself");
    let mut places = Vec::new();
    scalars(&base, "", &mut places);
    let edits = places.iter().flat_map(|place| [(place, true), (place, false)]);
    let silent: Vec<_> = edits
        .filter(|(place, is_there)| {
            let revision = changed(&base, place, *is_there);
            // Without a field that is required it is no description, and nothing is compared.
            [compare(&base, &revision), compare(&revision, &base)].iter().flatten().any(|diff| diff.changes.is_empty())
        })
        .map(|(place, is_there)| format!("{place} {}", if is_there { "changed" } else { "gone" }))
        .collect();
    let expected: Vec<_> = MAY_BE_SILENT.iter().map(|(edit, _)| (*edit).to_owned()).collect();
    assert_eq!(silent, expected);
}
