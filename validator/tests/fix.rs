//! Mechanical fixes: what is mended, and that everything else of the text stays as it was.

use bindery::Config;
use bindery::source::Sources;
use bindery_validator::{Batch, Levels, fix, lint};

fn judged(text: &str) -> Batch {
    let mut sources = Sources::default();
    let document = sources.add("api", text);
    let examined = Config::new().examine_source(sources, document).expect("there are no options");
    lint::judge(examined, &Levels::default())
}

/// Mends a text, and checks that no finding with a fix is left.
fn mended(text: &str) -> String {
    let [mended] = fix::mend(&judged(text)).try_into().expect("there is one text to mend");
    let again = judged(&mended.text);
    assert!(again.findings.iter().all(|finding| finding.fix.is_none()), "{:?}", again.findings);
    mended.text
}

#[test]
fn yaml_keeps_its_comments_and_layout() {
    let text = "\
openapi: 3.0.3 # the version
info: {title: Ünïcode, version: '1'}
paths:
  /pets/{id}/{name}:
    parameters:
      - name: id   # a name
        in: path   # a place

        schema: {type: string, 'maxLenght': 3}
      - {name: name, in: path, schema: {\"type\": string, maxLenght: 4}} # flow
    get:
      operationId: getPet
      responses:
        '200': {descripton: ä, description: ok}
        '404':
          descripton: not there
";
    assert_eq!(
        mended(&text.replace("{descripton: ä, description: ok}", "{description: ok}")),
        "\
openapi: 3.0.3 # the version
info: {title: Ünïcode, version: '1'}
paths:
  /pets/{id}/{name}:
    parameters:
      - name: id   # a name
        in: path   # a place
        required: true

        schema: {type: string, 'maxLength': 3}
      - {name: name, in: path, required: true, schema: {\"type\": string, maxLength: 4}} # flow
    get:
      operationId: getPet
      responses:
        '200': {description: ok}
        '404':
          description: not there
"
    );
}

#[test]
fn json() {
    let text = "{\"openapi\": \"3.0.3\", \"info\": {\"title\": \"T\", \"version\": \"1\"},\r\n \"paths\": {\"/p/{id}\": {\"parameters\": [{\"name\": \"id\",\r\n  \"in\": \"path\",\r\n  \"schema\": {\"tpye\": \"string\"}}]}}}\r\n";
    assert_eq!(mended(text), text.replace("\"in\": \"path\",", "\"in\": \"path\", \"required\": true,").replace("tpye", "type"));
}

#[test]
fn a_key_that_is_there_already_is_not_written_twice() {
    let text =
        "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents: {schemas: {A: {type: string, tpye: string}}}\n";
    let batch = judged(text);
    assert!(batch.findings.iter().any(|finding| finding.rule.id == "spec/unknown-keyword"));
    assert_eq!(fix::mend(&batch), []);
}

#[test]
fn what_a_description_repeats_is_mended_everywhere() {
    let operation =
        "{parameters: [{name: limit, in: query, schema: {type: integer, maximun: 9}}], responses: {'200': {description: ok}}}";
    let text = format!(
        "openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\npaths:\n  /a: {{get: {operation}}}\n  /b: {{get: {operation}}}\n"
    );
    let batch = judged(&text);
    let found: Vec<_> = batch.findings.iter().filter(|finding| finding.fix.is_some()).collect();
    assert_eq!(found.len(), 1, "the same in the same words is one finding");
    assert_eq!(found[0].repeats.len(), 1);
    assert_eq!(fix::mend(&batch)[0].count, 2);
    assert_eq!(mended(&text), text.replace("maximun", "maximum"));
}
