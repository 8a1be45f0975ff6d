//! Generated code against the description: no difference, and exactly one finding for each that is made in its text.

use std::fs;

use bindery::Config;
use bindery_validator::docs::{Checked, check_text};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

fn file(name: &str) -> String {
    fs::read_to_string(format!("{ROOT}/{name}")).expect("the file is there")
}

fn check(code: &str, description: &str) -> Checked {
    check_text(&[("ledger.rs", code)], ("ledger.yaml", description)).expect("no option is wrong")
}

/// Returns the findings as `line rule: message`, the line that of the code.
fn findings(code: &str, description: &str) -> Vec<String> {
    let checked = check(code, description);
    let located = checked.batch.located();
    let line = |it: &bindery_validator::finding::Located<'_>| it.place.map_or(0, |place| place.line);
    located.iter().map(|it| format!("{} {}: {}", line(it), it.finding.rule.id, it.finding.message)).collect()
}

/// A line of a table: `required user_id = "userId";`, and the line of the struct that has its type.
struct Entry {
    line: usize,
    kind: String,
    wire_name: String,
    type_line: usize,
}

/// Returns the lines of all tables of structs but `ErrorBody`: errors are not read of code.
fn entries(code: &str) -> Vec<Entry> {
    let lines: Vec<&str> = code.lines().collect();
    let mut entries = Vec::new();
    for start in (0..lines.len()).filter(|at| lines[*at] == "::bindery_runtime::object! {") {
        let name = lines[start + 1].trim().trim_end_matches(';');
        let structure = lines.iter().position(|line| *line == format!("pub struct {name} {{")).expect("each has a struct");
        for (at, line) in lines.iter().enumerate().skip(start + 2).take_while(|(_, line)| **line != "}") {
            let words: Vec<&str> = line.split_whitespace().collect();
            let [kind, field, "=", wire_name] = words[..] else { panic!("{line} is no line of a table") };
            let is_field = |line: &&str| line.starts_with(&format!("    pub {field}: "));
            let type_line = structure + lines[structure..].iter().position(is_field).expect("the field is there");
            entries.push(Entry {
                line: at + 1,
                kind: kind.to_owned(),
                wire_name: wire_name.trim_matches(['"', ';']).to_owned(),
                type_line: type_line + 1,
            });
        }
        if name == "ErrorBody" {
            entries.truncate(entries.len() - 2);
        }
    }
    entries
}

/// What a line becomes.
type Edit<'a> = (usize, &'a dyn Fn(&str) -> String);

/// Returns the text with lines, counted from 1, changed.
fn with_lines(code: &str, lines: &[Edit<'_>]) -> String {
    let changed = code.lines().enumerate().map(|(index, line)| {
        let edit = lines.iter().find(|(number, _)| *number == index + 1);
        edit.map_or_else(|| line.to_owned(), |(_, edit)| edit(line))
    });
    let text = changed.collect::<Vec<_>>().join("\n");
    assert_ne!(text, code.trim_end(), "something changes");
    text
}

fn expect_one(what: &str, found: &[String], expected: &str) {
    assert!(found.len() == 1 && found[0].starts_with(expected), "{what}: expected {expected}, found {found:#?}");
}

#[test]
fn the_code_and_the_description_agree() {
    let checked = check(&file("generated/ledger.rs"), &file("spec/ledger.yaml"));
    assert_eq!(findings(&file("generated/ledger.rs"), &file("spec/ledger.yaml")), [""; 0]);
    let counts: Vec<_> = checked.tables.iter().map(|table| (table.call.as_str(), table.counts())).collect();
    let expected = [
        ("GET /v1/agents", (18, 18, 0)),
        ("POST /v1/agents", (24, 24, 0)),
        ("GET /v1/agents/{agentId}", (14, 14, 0)),
        ("PATCH /v1/agents/{agentId}", (21, 21, 0)),
        ("POST /v1/agents/{agentId}/suspend", (6, 6, 0)),
        ("GET /v1/agents/{agentId}/policy", (7, 7, 0)),
    ];
    assert_eq!(counts, expected);
}

#[test]
fn each_field_of_the_code_that_changes_is_one_finding_at_its_line() {
    let (code, description) = (file("generated/ledger.rs"), file("spec/ledger.yaml"));
    let entries = entries(&code);
    assert_eq!(entries.len(), 43);
    for Entry { line, kind, wire_name, type_line } in entries {
        let run = |lines: &[Edit<'_>]| findings(&with_lines(&code, lines), &description);
        let named = format!("\"{wire_name}\"");
        let renamed = run(&[(line, &|text| text.replace(&named, "\"nobodyKnows\""))]);
        expect_one(&format!("{wire_name} renamed"), &renamed, &format!("{line} docs/renamed"));
        let with_type = |text: &str, ty: &str| format!("{}: {ty},", text.split_once(": ").expect("a field has a type").0);
        let other = match kind.as_str() {
            "required" => "Vec<bool>",
            "optional" => "Option<Vec<bool>>",
            _ => "::bindery_runtime::Maybe<Vec<bool>>",
        };
        let retyped = run(&[(type_line, &|text| with_type(text, other))]);
        expect_one(&format!("{wire_name} retyped"), &retyped, &format!("{type_line} docs/type"));
        let (now, ty): (&str, &dyn Fn(&str) -> String) = match kind.as_str() {
            "required" => ("optional", &|ty| format!("Option<{ty}>")),
            "optional" => ("required", &|ty| ty["Option<".len()..ty.len() - 1].to_owned()),
            _ => ("required", &|ty| ty.replace("::bindery_runtime::Maybe", "Option")),
        };
        let retype = |text: &str| {
            let (name, old) = text.trim_end_matches(',').split_once(": ").expect("a field has a type");
            format!("{name}: {},", ty(old))
        };
        let required = run(&[(line, &|text| text.replacen(&kind, now, 1)), (type_line, &retype)]);
        expect_one(&format!("{wire_name} made {now}"), &required, &format!("{line} docs/required"));
    }
}

#[test]
fn each_value_of_the_code_that_changes_is_one_finding_at_its_enum() {
    let (code, description) = (file("generated/ledger.rs"), file("spec/ledger.yaml"));
    let mut count = 0;
    let mut name_line = 0;
    for (index, text) in code.lines().enumerate() {
        match text {
            "::bindery_runtime::string_enum! {" => name_line = index + 2,
            "}" => name_line = 0,
            value if name_line > 0 && value.contains(" = \"") => {
                let (name, _) = value.split_once(" = ").expect("it has a value");
                let found = findings(&with_lines(&code, &[(index + 1, &|_| format!("{name} = \"nothing\";"))]), &description);
                expect_one(value, &found, &format!("{name_line} docs/enum"));
                count += 1;
            }
            _ => {}
        }
    }
    assert_eq!(count, 12);
}

#[test]
fn each_parameter_and_method_that_changes_is_one_finding() {
    let (code, description) = (file("generated/ledger.rs"), file("spec/ledger.yaml"));
    let one = |old: &str, new: &str, expected: &str| {
        assert!(code.contains(old), "{old}");
        expect_one(new, &findings(&code.replacen(old, new, 1), &description), expected);
    };
    one(".query(\"limit\"", ".query(\"limits\"", "31 docs/renamed: the page calls query `limit` `limits`");
    one("            .query(\"cursor\", &params.cursor)\n", "", "24 docs/missing-in-page: the page has no query `cursor`");
    one("    pub limit: Option<i64>,", "    pub limit: Option<f64>,", "150 docs/type: query `limit`");
    one("    pub limit: Option<i64>,", "    pub limit: i64,", "150 docs/required: query `limit`");
    one("        agent_id: &str,", "        agent_id: i64,", "59 docs/type: path `agentId`");
    one(".path(\"agentId\"", ".query(\"agentId\"", "63 docs/location: the page has `agentId` in query");
    one(" Takes an idempotency key.", "", "43 docs/missing-in-page: the page has no header `Idempotency-Key`");
}

const UNION: &str = "\
openapi: 3.0.3
info: { title: T, version: '1' }
paths:
  /a:
    post:
      operationId: send
      parameters: [{ name: after, in: query, schema: { type: string, nullable: true } }]
      requestBody:
        content: { application/json: { schema: { $ref: '#/components/schemas/node' } } }
      responses:
        '200': { description: Done, content: { application/json: { schema: { $ref: '#/components/schemas/node' } } } }
components:
  schemas:
    node:
      type: object
      properties:
        next: { $ref: '#/components/schemas/node' }
        when: { type: string, format: date-time }
        'odd name': { type: string, enum: ['a, b', \"\\u202e\"] }
        maybe: { type: string, readOnly: true, nullable: true }
        union: { oneOf: [{ type: object, required: [a], properties: { a: { type: string } } }, { type: boolean }] }
";

fn generated(name: &str, description: &str) -> String {
    let code = Config::new().generate_text(name, description).expect("it is a description").text;
    assert!(code.starts_with("// Made by `bindery generate"), "{name}");
    code
}

#[test]
fn what_is_not_read_of_code_is_unsaid() {
    let code = generated("api.yaml", UNION);
    let checked = check(&code, UNION);
    assert_eq!(findings(&code, UNION), [""; 0]);
    assert_eq!(checked.tables[0].unsaid, ["what is in 2 fields"]);
    assert_eq!(checked.tables[0].counts(), (10, 10, 0));
}

#[test]
fn the_code_of_real_descriptions_agrees() {
    for name in ["airflow", "apis_guru", "intellifi", "microcks", "nexmo_reports", "powerdns", "twilio_events"] {
        let description = file(&format!("tests/real/{name}.json"));
        assert_eq!(findings(&generated("api.json", &description), &description), [""; 0], "{name}");
    }
}
