//! Each way to show findings, with the same findings of two descriptions, and what projects say about them: levels, ignores, baselines.

use bindery::Config;
use bindery::report::Color;
use bindery::source::Sources;
use bindery_validator::baseline::Baseline;
use bindery_validator::print::{Counts, Format, print};
use bindery_validator::{Batch, Levels, lint};
use insta::assert_snapshot;

const PETS: &str = "\
openapi: 3.0.3
info: { title: Pets, version: '1' }
paths:
  /pets/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: string } }
    get:
      operationId: getPet
      responses:
        '200':
          description: The pet | or its owner
          content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } }
        '404':
          description: not there
          content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } }
  /pets/{name}:
    parameters:
      - { name: name, in: path, required: true, schema: { type: string } }
    delete: { operationId: deletePet, responses: { '204': { description: gone } } }
components:
  schemas:
    Pet: { type: object, properties: { age: { type: integer, maximun: 30, maxLength: 2 } } }
";

const FINE: &str = "openapi: 3.0.3\ninfo: { title: Fine, version: '1' }\npaths: {}\n";

fn judged(name: &str, text: &str) -> Batch {
    let mut sources = Sources::default();
    let document = sources.add(name, text);
    let examined = Config::new().examine_source(sources, document).expect("there are no options");
    lint::judge(examined, &Levels::default())
}

fn printed(format: Format) -> String {
    print(&[judged("api/pets.yaml", PETS), judged("fine.yaml", FINE)], format, Color::Never)
}

#[test]
fn text() {
    assert_snapshot!(printed(Format::Text));
}

#[test]
fn json() {
    let text = printed(Format::Json);
    assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok());
    assert_snapshot!(text);
}

#[test]
fn sarif() {
    let text = printed(Format::Sarif);
    let mut log: serde_json::Value = serde_json::from_str(&text).expect("it is one JSON value");
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array_mut().expect("there are rules");
    // The pages are shown elsewhere.
    rules.iter_mut().for_each(|rule| rule["help"] = "…".into());
    for result in log["runs"][0]["results"].as_array().expect("there are results") {
        let index = usize::try_from(result["ruleIndex"].as_u64().expect("a rule is named")).expect("there are few");
        assert_eq!(log["runs"][0]["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
    }
    assert_snapshot!(format!("{log:#}"));
}

#[test]
fn github() {
    assert_snapshot!(printed(Format::Github));
}

#[test]
fn junit() {
    // The number of the run is another one each time.
    let text = printed(Format::Junit);
    assert!(!text.contains("timestamp"), "{text}");
    assert_snapshot!(text);
}

#[test]
fn markdown() {
    assert_snapshot!(printed(Format::Markdown));
}

#[test]
fn nothing_found() {
    let fine = [judged("fine.yaml", FINE)];
    assert_eq!(print(&fine, Format::Text, Color::Never), "");
    assert_eq!(print(&fine, Format::Github, Color::Never), "");
    assert_eq!(print(&fine, Format::Markdown, Color::Never), "No findings.\n");
    assert_eq!(Counts::of(&fine), Counts::default());
}

#[test]
fn annotations_that_are_left_out_are_counted() {
    let properties: String = (0..14).map(|number| format!("        p{number}: {{ type: integer, maximun: 1 }}\n")).collect();
    let text = format!("{FINE}components:\n  schemas:\n    Pet:\n      type: object\n      properties:\n{properties}");
    let printed = print(&[judged("many.yaml", &text)], Format::Github, Color::Never);
    assert_eq!(printed.matches("::error ").count(), 10);
    assert!(printed.ends_with("::notice title=bindery::4 more findings not shown here\n"), "{printed}");
}

#[test]
fn a_baseline_leaves_what_is_new() {
    let batches = [judged("api/pets.yaml", PETS)];
    let text = Baseline::of(&batches).write();
    assert_snapshot!(text);

    let mut same = vec![judged("api/pets.yaml", PETS)];
    Baseline::read(&text).apply(&mut same, "baseline.txt", &text);
    assert_eq!(Counts::of(&same), Counts::default());

    let worse = PETS.replace("operationId: deletePet", "operationId: getPet").replace("maximun", "maximum");
    let mut worse = vec![judged("api/pets.yaml", &worse)];
    Baseline::read(&text).apply(&mut worse, "baseline.txt", &text);
    assert_snapshot!(print(&worse, Format::Text, Color::Never));
}
