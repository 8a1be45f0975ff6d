//! Swagger 2.0: a description and the same one in OpenAPI 3.0 give the same Rust; what 3.0 can't say is reported, at its place in 2.0.

use bindery::report::{Color, Report};
use bindery::{Config, Error, Inspected};
use insta::assert_snapshot;

fn generate(text: &str) -> Inspected {
    Config::new().inspect_text("api.yaml", text).unwrap_or_else(|error| panic!("{error}"))
}

/// Holds the Rust of two descriptions against each other, line by line so that a failure is readable.
#[track_caller]
fn same(swagger: &str, openapi: &str) {
    let [left, right] = [swagger, openapi].map(generate);
    let difference = similar::TextDiff::from_lines(&right.text, &left.text);
    assert_eq!(left.text, right.text, "{}", difference.unified_diff().header("3.0", "2.0"));
    assert!(left.text.len() > 1000, "there is something to compare");
}

/// Returns what is printed of a description, whether it is refused or not.
fn printed(text: &str) -> String {
    let (found, sources) = match Config::new().generate_text("api.yaml", text) {
        Ok(generated) => (generated.diagnostics, generated.sources),
        Err(Error::Refused(refusal)) => (refusal.diagnostics, refusal.sources),
        Err(error) => panic!("{error}"),
    };
    Report::of(&found, &sources).blocks(Color::Never).collect()
}

#[test]
fn schemas_and_bodies() {
    same(
        "\
swagger: '2.0'
info: { title: Pets, version: '1' }
host: api.example
basePath: /v1/
schemes: [http, https]
consumes: [application/json]
produces: [application/json]
paths:
  /pets:
    post:
      operationId: addPet
      summary: Adds a pet.
      parameters:
        - { name: pet, in: body, required: true, description: The pet., schema: { $ref: '#/definitions/Pet' } }
      responses:
        201: { description: The pet., schema: { $ref: '#/definitions/Pet' } }
        default: { $ref: '#/responses/Problem' }
    put:
      operationId: patchPet
      parameters: [{ $ref: '#/parameters/Change' }]
      responses:
        204: { description: Nothing. }
responses:
  Problem:
    description: What went wrong.
    schema: { type: object, properties: { title: { type: string } } }
    headers:
      Retry-After: { type: integer, description: Seconds. }
parameters:
  Change: { name: change, in: body, schema: { type: object, properties: { name: { type: string, x-nullable: true } } } }
definitions:
  Animal:
    type: object
    discriminator: kind
    required: [kind]
    properties: { kind: { type: string } }
  Pet:
    allOf:
      - { $ref: '#/definitions/Animal' }
      - type: object
        required: [name]
        properties:
          name: { type: string, minLength: 1, example: Rex }
          age: { type: integer, format: int32, minimum: 0, exclusiveMinimum: true, x-nullable: true }
          friend: { $ref: '#/definitions/Pet/allOf/1/properties/name' }
",
        "\
openapi: 3.0.3
info: { title: Pets, version: '1' }
servers: [{ url: 'https://api.example/v1' }, { url: 'http://api.example/v1' }]
paths:
  /pets:
    post:
      operationId: addPet
      summary: Adds a pet.
      requestBody:
        required: true
        description: The pet.
        content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } }
      responses:
        201: { description: The pet., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
        default: { $ref: '#/components/responses/Problem' }
    put:
      operationId: patchPet
      requestBody: { $ref: '#/components/requestBodies/Change' }
      responses:
        204: { description: Nothing. }
components:
  responses:
    Problem:
      description: What went wrong.
      content: { application/json: { schema: { type: object, properties: { title: { type: string } } } } }
      headers:
        Retry-After: { schema: { type: integer }, description: Seconds. }
  requestBodies:
    Change:
      content:
        application/json: { schema: { type: object, properties: { name: { type: string, nullable: true } } } }
  schemas:
    Animal:
      type: object
      discriminator: { propertyName: kind }
      required: [kind]
      properties: { kind: { type: string } }
    Pet:
      allOf:
        - { $ref: '#/components/schemas/Animal' }
        - type: object
          required: [name]
          properties:
            name: { type: string, minLength: 1, example: Rex }
            age: { type: integer, format: int32, minimum: 0, exclusiveMinimum: true, nullable: true }
            friend: { $ref: '#/components/schemas/Pet/allOf/1/properties/name' }
",
    );
}

#[test]
fn parameters() {
    same(
        "\
swagger: '2.0'
info: { title: Pets, version: '1' }
basePath: /v1
paths:
  /pets/{id}:
    parameters:
      - { name: id, in: path, required: true, type: string, format: uuid }
    get:
      operationId: findPets
      parameters:
        - { $ref: '#/parameters/Limit' }
        - { name: tags, in: query, type: array, items: { type: string } }
        - { name: kinds, in: query, type: array, collectionFormat: multi, items: { type: string, enum: [cat, dog] } }
        - { name: spaced, in: query, type: array, collectionFormat: ssv, items: { type: integer } }
        - { name: piped, in: query, type: array, collectionFormat: pipes, items: { type: integer } }
        - { name: empty, in: query, type: boolean, allowEmptyValue: true, default: true }
        - { name: X-Trace, in: header, type: array, items: { type: string } }
      produces: [text/plain, application/octet-stream]
      responses:
        200: { description: A file., schema: { type: file } }
parameters:
  Limit: { name: limit, in: query, type: integer, format: int32, minimum: 1, maximum: 100, description: How many. }
",
        "\
openapi: 3.0.3
info: { title: Pets, version: '1' }
servers: [{ url: /v1 }]
paths:
  /pets/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: string, format: uuid } }
    get:
      operationId: findPets
      parameters:
        - { $ref: '#/components/parameters/Limit' }
        - { name: tags, in: query, explode: false, schema: { type: array, items: { type: string } } }
        - { name: kinds, in: query, schema: { type: array, items: { type: string, enum: [cat, dog] } } }
        - { name: spaced, in: query, style: spaceDelimited, explode: false, schema: { type: array, items: { type: integer } } }
        - { name: piped, in: query, style: pipeDelimited, explode: false, schema: { type: array, items: { type: integer } } }
        - { name: empty, in: query, allowEmptyValue: true, schema: { type: boolean, default: true } }
        - { name: X-Trace, in: header, schema: { type: array, items: { type: string } } }
      responses:
        200:
          description: A file.
          content:
            text/plain: { schema: { type: string, format: binary } }
            application/octet-stream: { schema: { type: string, format: binary } }
components:
  parameters:
    Limit:
      { name: limit, in: query, description: How many., schema: { type: integer, format: int32, minimum: 1, maximum: 100 } }
",
    );
}

#[test]
fn forms() {
    same(
        "\
swagger: '2.0'
info: { title: Pets, version: '1' }
host: api.example
paths:
  /login:
    post:
      operationId: login
      consumes: [application/x-www-form-urlencoded]
      parameters:
        - { name: user, in: formData, type: string, required: true, description: Who. }
        - { name: scopes, in: formData, type: array, collectionFormat: multi, items: { type: string } }
        - { name: page, in: query, type: integer }
      responses:
        200: { description: A token., schema: { type: string } }
  /photos:
    parameters:
      - { $ref: '#/parameters/Caption' }
    post:
      operationId: addPhoto
      consumes: [multipart/form-data]
      parameters:
        - { name: photo, in: formData, type: file, required: true }
      responses:
        204: { description: Nothing. }
parameters:
  Caption: { name: caption, in: formData, type: string, maxLength: 80 }
",
        "\
openapi: 3.0.3
info: { title: Pets, version: '1' }
servers: [{ url: 'https://api.example' }]
paths:
  /login:
    post:
      operationId: login
      parameters:
        - { name: page, in: query, schema: { type: integer } }
      requestBody:
        required: true
        content:
          application/x-www-form-urlencoded:
            schema:
              type: object
              required: [user]
              properties:
                user: { type: string, description: Who. }
                scopes: { type: array, items: { type: string } }
      responses:
        200: { description: A token., content: { application/json: { schema: { type: string } } } }
  /photos:
    post:
      operationId: addPhoto
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              required: [photo]
              properties:
                photo: { type: string, format: binary }
                caption: { type: string, maxLength: 80 }
      responses:
        204: { description: Nothing. }
",
    );
}

#[test]
fn security() {
    same(
        "\
swagger: '2.0'
info: { title: Pets, version: '1' }
host: api.example
paths:
  /pets:
    get:
      operationId: listPets
      security: [{ key: [] }, { password: [read] }]
      responses:
        200: { description: Nothing. }
securityDefinitions:
  user: { type: basic, description: Name and password. }
  key: { type: apiKey, in: header, name: X-Key }
  password: { type: oauth2, flow: password, tokenUrl: 'https://api.example/token', scopes: { read: Reads. } }
  code: { type: oauth2, flow: accessCode, authorizationUrl: 'https://a.example', tokenUrl: 'https://b.example' }
  machine: { type: oauth2, flow: application, tokenUrl: 'https://b.example', scopes: {} }
security: [{ user: [] }]
",
        "\
openapi: 3.0.3
info: { title: Pets, version: '1' }
servers: [{ url: 'https://api.example' }]
paths:
  /pets:
    get:
      operationId: listPets
      security: [{ key: [] }, { password: [read] }]
      responses:
        200: { description: Nothing. }
components:
  securitySchemes:
    user: { type: http, scheme: basic, description: Name and password. }
    key: { type: apiKey, in: header, name: X-Key }
    password: { type: oauth2, flows: { password: { tokenUrl: 'https://api.example/token', scopes: { read: Reads. } } } }
    code:
      type: oauth2
      flows: { authorizationCode: { authorizationUrl: 'https://a.example', tokenUrl: 'https://b.example', scopes: {} } }
    machine: { type: oauth2, flows: { clientCredentials: { tokenUrl: 'https://b.example', scopes: {} } } }
security: [{ user: [] }]
",
    );
}

/// What operations share is written with the media types of the description, unless one has media types of its own.
#[test]
fn media_types_of_an_operation_hold_for_what_it_shares() {
    let text = "\
swagger: '2.0'
info: { title: Pets, version: '1' }
consumes: [application/json]
produces: [application/json]
paths:
  /a:
    put:
      operationId: a
      consumes: [text/plain]
      produces: [text/plain]
      parameters: [{ $ref: '#/parameters/Body' }]
      responses: { 200: { $ref: '#/responses/Fine' } }
parameters:
  Body: { name: body, in: body, schema: { type: string } }
responses:
  Fine: { description: Fine., schema: { type: string } }
";
    let generated = generate(text);
    let operation = &generated.document.operations[0];
    let body = operation.request_body.as_ref().expect("it has one");
    assert_eq!((body.content.len(), body.content[0].name.as_str()), (1, "text/plain"));
    assert_eq!(operation.responses[0].content[0].name, "text/plain");
}

#[test]
fn what_openapi_3_cannot_say() {
    let text = "\
swagger: '2.0'
info: { title: Pets, version: '1' }
host: api.example
schemes: [wss, https]
paths:
  /pets:
    get:
      operationId: listPets
      schemes: [http]
      parameters:
        - { name: a, in: query, type: array, collectionFormat: tsv, items: { type: string } }
        - { name: b, in: query, type: array, items: { type: array, items: { type: string } } }
        - { name: c, in: header, type: array, collectionFormat: pipes, items: { type: string } }
        - { name: d, in: formData, type: array, items: { type: string } }
      responses:
        200: { description: x, examples: { application/json: {} } }
";
    assert_snapshot!(printed(text), @"
    warning[unsupported-feature]: the scheme `wss` is left out
     --> api.yaml:4:11
      |  schemes: [wss, https]
      |            ^^^
    warning[unsupported-feature]: the operation has schemes of its own
     --> api.yaml:9:17
      |  schemes: [http]
      |            ^^^^
      = help: it is sent to the client's base URL
    error[unsupported-parameter]: a list that is written as `tsv` here is not among the styles of OpenAPI 3.0
     --> api.yaml:11:64
      |  - { name: a, in: query, type: array, collectionFormat: tsv, items: { type: string } }
      |                                                         ^^^
      = help: it is written with commas where this is allowed
    error[unsupported-parameter]: a list in a list is not among the ways in which parameters are written
     --> api.yaml:12:46
      |  - { name: b, in: query, type: array, items: { type: array, items: { type: string } } }
      |                                       ^^^^^
    error[unsupported-parameter]: a list that is written as `pipes` here is not among the styles of OpenAPI 3.0
     --> api.yaml:13:65
      |  - { name: c, in: header, type: array, collectionFormat: pipes, items: { type: string } }
      |                                                          ^^^^^
      = help: it is written with commas where this is allowed
    warning[unsupported-feature]: a list in a form is not joined into one field
     --> api.yaml:14:11
      |  - { name: d, in: formData, type: array, items: { type: string } }
      |    ^
      = help: the field is sent once for each item, as `collectionFormat: multi` says
    note[unsupported-feature]: the examples of a response without a schema are left out
     --> api.yaml:16:32
      |  200: { description: x, examples: { application/json: {} } }
      |                         ^^^^^^^^
      = help: without a schema there is no content
    ");
}

/// Keys that 2.0 does not have are reported where they stand.
#[test]
fn unknown_keys() {
    let text = "\
swagger: '2.0'
info: { title: Pets, version: '1', titel: x }
paths:
  /pets:
    get:
      operationId: listPets
      sumary: x
      parameters:
        - { name: a, in: query, type: string, colectionFormat: csv }
      responses:
        200: { description: x, schema: { type: object, propertes: {} }, schemas: {} }
definitons: {}
definitions:
  Pet: { type: object, nulable: true }
";
    assert_snapshot!(printed(text), @"
    warning[unknown-keyword]: `titel` is not a keyword of an info object, and is not used
     --> api.yaml:2:36
      |  info: { title: Pets, version: '1', titel: x }
      |                                     ^^^^^
      = help: did you mean `title`?
    warning[unknown-keyword]: `sumary` is not a keyword of an operation object, and is not used
     --> api.yaml:7:7
      |  sumary: x
      |  ^^^^^^
      = help: did you mean `summary`?
    warning[unknown-keyword]: `colectionFormat` is not a keyword of a parameter object, and is not used
     --> api.yaml:9:47
      |  - { name: a, in: query, type: string, colectionFormat: csv }
      |                                        ^^^^^^^^^^^^^^^
      = help: keywords of your own begin with `x-`
    warning[unknown-keyword]: `propertes` is not a keyword of a schema object, and is not used
     --> api.yaml:11:56
      |  200: { description: x, schema: { type: object, propertes: {} }, schemas: {} }
      |                                                 ^^^^^^^^^
      = help: did you mean `properties`?
    warning[unknown-keyword]: `schemas` is not a keyword of a response object, and is not used
     --> api.yaml:11:73
      |  200: { description: x, schema: { type: object, propertes: {} }, schemas: {} }
      |                                                                  ^^^^^^^
      = help: keywords of your own begin with `x-`
    warning[unknown-keyword]: `definitons` is not a keyword of an OpenAPI object, and is not used
     --> api.yaml:12:1
      |  definitons: {}
      |  ^^^^^^^^^^
      = help: keywords of your own begin with `x-`
    warning[unknown-keyword]: `nulable` is not a keyword of a schema object, and is not used
     --> api.yaml:14:24
      |  Pet: { type: object, nulable: true }
      |                       ^^^^^^^
      = help: did you mean `nullable`?
    ");
}

#[test]
fn what_is_wrong_has_its_place_in_the_text() {
    let text = "\
swagger: '2.0'
info: { title: Pets }
paths:
  /pets/{id}:
    get:
      operationId: getPet
      parameters:
        - { name: body, in: body, schema: { $ref: '#/definitions/Pat' } }
        - { name: limit, in: qery, type: integer }
      responses:
        200: { schema: { $ref: '#/definitions/Pet' } }
definitions:
  Pet: { type: object, properties: { a: { type: string, maxLength: x } } }
";
    assert_snapshot!(printed(text), @r#"
    error[structure]: this info object has no `version`
     --> api.yaml:2:1
      |  info: { title: Pets }
      |  ^^^^
      = help: OpenAPI 3.0 requires it
    error[structure]: `in` must be `query`, `header`, `path` or `cookie`, not the string "qery"
     --> api.yaml:9:30
      |  - { name: limit, in: qery, type: integer }
      |                       ^^^^
      = help: did you mean `query`?
    error[structure]: this response object has no `description`
     --> api.yaml:11:9
      |  200: { schema: { $ref: '#/definitions/Pet' } }
      |  ^^^
      = help: OpenAPI 3.0 requires it
    error[structure]: `maxLength` must be a whole number, 0 or more, not the string "x"
     --> api.yaml:13:68
      |  Pet: { type: object, properties: { a: { type: string, maxLength: x } } }
      |                                                                   ^
    "#);
    let dangling = "\
swagger: '2.0'
info: { title: Pets, version: '1' }
paths:
  /pets:
    get:
      operationId: getPet
      responses:
        200: { description: x, schema: { $ref: '#/definitions/Pat' } }
definitions:
  Pet: { type: object }
";
    assert_snapshot!(printed(dangling), @"
    error[dangling-ref]: `#/components/schemas/Pat` is not defined
     --> api.yaml:8:48
      |  200: { description: x, schema: { $ref: '#/definitions/Pat' } }
      |                                         ^^^^^^^^^^^^^^^^^^^
      = help: did you mean `#/components/schemas/Pet`?
    ");
}

#[test]
fn a_version_may_be_a_number() {
    assert!(!generate("swagger: 2.0\ninfo: { title: T, version: 1.10 }\npaths: {}\n").text.is_empty());
    let old = printed("swagger: '1.2'\ninfo: { title: T, version: '1' }\npaths: {}\n");
    assert!(old.starts_with("error["), "{old}");
}

#[test]
fn what_is_left_out_because_of_its_shape() {
    let text = "swagger: '2.0'\ninfo: {title: T, version: '1'}\nhost: 5\nbasePath: [a]\nschemes: https\npaths:\n  /a:\n    post:\n      consumes: [1]\n      parameters:\n        - {name: a, in: query}\n        - {name: b, in: query, type: array, items: {type: string}, collectionFormat: 3}\n        - {name: c, in: body}\n      responses: {'200': {description: Done.}}\n";
    assert_snapshot!(printed(text), @"
    warning[structure]: `host` must be a string
     --> api.yaml:3:7
      |  host: 5
      |        ^
      = help: it is left out
    warning[structure]: `basePath` must be a string
     --> api.yaml:4:1
      |  basePath: [a]
      |  ^^^^^^^^
      = help: it is left out
    warning[structure]: `schemes` must be a list of strings
     --> api.yaml:5:10
      |  schemes: https
      |           ^^^^^
      = help: what is none is left out
    note[missing-operation-id]: POST /a has no operationId
     --> api.yaml:8:5
      |  post:
      |  ^^^^
      = help: its name is made from `post a`
    warning[structure]: `consumes` must be a list of strings
     --> api.yaml:9:7
      |  consumes: [1]
      |  ^^^^^^^^
      = help: what is none is left out
    warning[structure]: this parameter has no `type`
     --> api.yaml:11:11
      |  - {name: a, in: query}
      |    ^
      = help: it can be any value
    warning[structure]: `collectionFormat` must be a string
     --> api.yaml:12:86
      |  …type: string}, collectionFormat: 3}
      |                                    ^
      = help: it is left out
    warning[structure]: this parameter has no `schema`
     --> api.yaml:13:11
      |  - {name: c, in: body}
      |    ^
      = help: it can be any value
    ");
}
