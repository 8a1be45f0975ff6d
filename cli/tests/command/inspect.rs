//! `bindery inspect`: each stage of a small description.

use crate::support::Folder;

fn inspect(name: &str, flags: &[&str]) -> String {
    Folder::with_pets(name).bindery(&[&["inspect", "pets.yaml"], flags].concat()).fine()
}

#[test]
fn ir() {
    let text = inspect("ir", &[]);
    insta::assert_snapshot!(text, @r#"
    api "Pets" 1
    server https://pets.example

    operation "getPet" GET /pets/{petId}
      Path "petId": string
      200: json Pet

    #0 Pet: struct
      "id": string ReadOnly
      "kind": #3
      "age"?: integer >= 0

    #1 (getPet petId): string

    #2 (Pet id): string

    #3 (Pet kind): open enum
      "cat"
      "dog"

    #4 (Pet age): integer >= 0
    "#);
    assert_eq!(text, inspect("ir-named", &["--stage", "ir", "--format", "text"]));
}

#[test]
fn plan() {
    insta::assert_snapshot!(inspect("plan", &["--stage", "plan"]), @r#"
    const servers::SERVER_1: &str = "https://pets.example"
    enum PetKind of texts
    field Pet::age: Option<i64>
    field Pet::id: String
    field Pet::kind: PetKind
    fn Client::builder() -> ClientBuilder<Client>
    fn Client::get_pet(pet_id: &str) -> Request<Pet, Bytes>
    fn Pet::age(i64) -> Pet
    fn Pet::new(id: impl Into<String>, kind: PetKind) -> Pet
    fn Pet::validate(&self)
    struct Client
    struct Pet
    variant PetKind::Cat = "cat"
    variant PetKind::Dog = "dog"
    variant PetKind::Unknown(..)
    "#);
}

#[test]
fn types() {
    insta::assert_snapshot!(inspect("types", &["--stage", "types"]).replace('\t', " -> "), @"
    /components/schemas/Pet -> Pet
    /paths/~1pets~1{petId}/get/parameters/0/schema -> String
    /components/schemas/Pet/properties/id -> String
    /components/schemas/Pet/properties/kind -> PetKind
    /components/schemas/Pet/properties/age -> i64
    /paths/~1pets~1{petId}/get/responses/200/content/application~1json/schema -> Pet
    ");
    insta::assert_snapshot!(inspect("types-json", &["--stage", "types", "--format", "json", "--layout", "modules"]), @r#"
    {
      "/components/schemas/Pet": "types::Pet",
      "/paths/~1pets~1{petId}/get/parameters/0/schema": "String",
      "/components/schemas/Pet/properties/id": "String",
      "/components/schemas/Pet/properties/kind": "types::PetKind",
      "/components/schemas/Pet/properties/age": "i64",
      "/paths/~1pets~1{petId}/get/responses/200/content/application~1json/schema": "types::Pet"
    }
    "#);
}

#[test]
fn document() {
    let text = inspect("document", &["--stage", "document"]);
    assert!(text.starts_with("Document {\n"), "{text}");
    assert!(text.contains("operation_id: Some(\n                \"getPet\",\n"), "{text}");
}

/// A schema that is sent otherwise than it is read is two types.
#[test]
fn a_schema_of_two_types() {
    let folder = Folder::new("two-types");
    let post = "
    post:
      operationId: addPet
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses: {'204': {description: none}}
  /pets/{petId}:";
    folder.write("pets.yaml", crate::support::PETS.replace("\n  /pets/{petId}:", &format!("\n  /pets:{post}")));
    let text = folder.bindery(&["inspect", "pets.yaml", "--stage", "types"]).fine();
    let json = folder.bindery(&["inspect", "pets.yaml", "--stage", "types", "--format", "json"]).fine();
    insta::assert_snapshot!(text.replace('\t', " -> "), @"
    /components/schemas/Pet -> Pet
    /components/schemas/Pet -> PetInput
    /paths/~1pets~1{petId}/get/parameters/0/schema -> String
    /components/schemas/Pet/properties/id -> String
    /components/schemas/Pet/properties/kind -> PetKind
    /components/schemas/Pet/properties/age -> i64
    /paths/~1pets/post/requestBody/content/application~1json/schema -> Pet
    /paths/~1pets/post/requestBody/content/application~1json/schema -> PetInput
    /paths/~1pets~1{petId}/get/responses/200/content/application~1json/schema -> Pet
    /paths/~1pets~1{petId}/get/responses/200/content/application~1json/schema -> PetInput
    ");
    insta::assert_snapshot!(json, @r#"
    {
      "/components/schemas/Pet": ["Pet", "PetInput"],
      "/paths/~1pets~1{petId}/get/parameters/0/schema": "String",
      "/components/schemas/Pet/properties/id": "String",
      "/components/schemas/Pet/properties/kind": "PetKind",
      "/components/schemas/Pet/properties/age": "i64",
      "/paths/~1pets/post/requestBody/content/application~1json/schema": ["Pet", "PetInput"],
      "/paths/~1pets~1{petId}/get/responses/200/content/application~1json/schema": ["Pet", "PetInput"]
    }
    "#);
}

#[test]
fn every_stage_as_json() {
    let folder = Folder::with_pets("json");
    for (stage, pointer, expected) in [
        ("document", "/operations/0/operation_id", "getPet"),
        ("ir", "/operations/0/name", "getPet"),
        ("plan", "/modules/0/items/0/Client/path/name", "Client"),
        ("types", "/~1components~1schemas~1Pet", "Pet"),
    ] {
        let text = folder.bindery(&["inspect", "pets.yaml", "--stage", stage, "--format", "json"]).fine();
        let json: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
        assert_eq!(json.pointer(pointer).and_then(serde_json::Value::as_str), Some(expected), "{stage}: {text}");
    }
}

/// A reader that has seen enough, such as `head`, is no failure.
#[test]
#[cfg(unix)]
fn a_reader_that_goes_away() {
    let folder = Folder::with_pets("pipe");
    let mut command = folder.command(&["inspect", "pets.yaml", "--stage", "document"]);
    let mut child = command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let ran = crate::support::Ran::of(child.wait_with_output().unwrap());
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
}
