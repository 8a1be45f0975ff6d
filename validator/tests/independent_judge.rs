//! Values of the feature descriptions, right and wrong ones, get the same verdict here as from the judge that tests the generator, which
//! converts schemas in a way of its own.

use std::fs;
use std::path::PathBuf;

use bindery::Config;
use bindery::source::Pointer;
use bindery_validator::schema::{Direction, Reading, Schemas};
use bindery_values as values;

fn descriptions() -> Vec<PathBuf> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../codegen/tests/specs");
    let files = fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("it can be read").path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|ending| ending == "yaml")).collect();
    files.sort();
    files
}

#[test]
fn both_say_the_same() {
    let mut judged = (0, 0);
    let mut differ = Vec::new();
    for path in descriptions() {
        let examined = Config::new().examine(&path).expect("it can be read");
        let Ok(root) = bindery::parse::read_tree(&examined.sources, examined.text) else { continue };
        let named = root.pointer("/components/schemas").and_then(serde_json::Value::as_object);
        let pointers: Vec<Pointer> = named
            .into_iter()
            .flat_map(|named| named.keys())
            .map(|name| Pointer::root().child("components").child("schemas").child(name))
            .collect();
        let description = values::Description::new(root.clone());
        for (direction, theirs) in [(Direction::Request, values::Direction::Sent), (Direction::Response, values::Direction::Read)]
        {
            let own = Schemas::new(&root, direction, Reading::Intent);
            let mut schemas = values::Schemas::new(&description, theirs);
            for pointer in &pointers {
                let Ok(validator) = schemas.validator(pointer.as_str()) else { continue };
                for case in values::cases(&mut schemas, pointer.as_str(), &validator) {
                    let expected = validator.accepts(&case.value);
                    let found = own.errors(pointer, &case.value).expect("the schema is one");
                    if expected {
                        judged.0 += 1
                    } else {
                        judged.1 += 1
                    }
                    if found.is_empty() != expected {
                        let file = path.file_name().unwrap_or_default().display();
                        differ.push(format!("{file} {direction:?} {pointer}: {} is {expected}, but {found:?}", case.value));
                    }
                }
            }
        }
    }
    assert!(judged.0 > 500 && judged.1 > 500, "too few values: {judged:?}");
    assert!(differ.is_empty(), "{} of {judged:?} differ:\n{}", differ.len(), differ.join("\n"));
}
