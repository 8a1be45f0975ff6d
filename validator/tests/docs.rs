//! The flagship's page, as a browser shows it, against its description: no difference, and exactly one finding for each that is made.

use bindery_validator::docs::render::{Form, render_text};
use bindery_validator::docs::{Checked, check_text, page};
use bindery_validator::rule::ALL;

const PAGE: &str = include_str!("pages/create-agent.page.txt");
const CONVENTIONS: &str =
    "`ANY /v1/*`\n\n| Field | In | Type |\n| --- | --- | --- |\n| `Idempotency-Key` | header | `string` |\n";

fn description() -> String {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../spec/ledger.yaml")).expect("it is there");
    // The page does not show the header, which the page of conventions documents.
    text.replacen("      parameters:\n        - $ref: '#/components/parameters/IdempotencyKey'\n", "", 1)
}

fn check(page: &str, description: &str) -> Checked {
    check_text(&[("page.txt", page)], ("ledger.yaml", description)).expect("no option is wrong")
}

/// Returns the findings as `line rule`, the line that of the page.
fn findings(page: &str, description: &str) -> Vec<String> {
    let checked = check(page, description);
    let located = checked.batch.located();
    located
        .iter()
        .map(|it| format!("{} {}: {}", it.place.map_or(0, |place| place.line), it.finding.rule.id, it.finding.message))
        .collect()
}

/// The fields of the page: location, name, and the lines of name, type, required mark and first value.
struct Shown {
    location: String,
    name: String,
    name_line: usize,
    type_line: usize,
    required_line: Option<usize>,
    values_line: Option<usize>,
}

fn shown() -> Vec<Shown> {
    let reading = page::read(PAGE);
    assert_eq!(reading.problems, []);
    let sections = reading.pages[0].sections.iter();
    let fields = sections.flat_map(|section| section.fields.iter().map(|field| (section.location.to_string(), field)));
    let fields = fields.map(|(location, field)| Shown {
        location,
        name: field.name.clone(),
        name_line: field.place,
        type_line: field.ty.as_ref().expect("every field has a type").place,
        required_line: field.required.as_ref().map(|said| said.place),
        values_line: field.values.as_ref().map(|said| said.place),
    });
    fields.collect()
}

/// Replaces a line, counted from 1, or takes it away.
fn with_line(line: usize, text: Option<&str>) -> String {
    let mut lines: Vec<&str> = PAGE.lines().collect();
    match text {
        Some(text) => lines[line - 1] = text,
        None => drop(lines.remove(line - 1)),
    }
    lines.join("\n")
}

fn expect_one(what: &str, found: &[String], expected: &str) {
    assert!(found.len() == 1 && found[0].starts_with(expected), "{what}: expected {expected}, found {found:#?}");
}

#[test]
fn the_page_and_the_description_agree() {
    let checked = check(PAGE, &description());
    assert_eq!(findings(PAGE, &description()), [""; 0]);
    assert_eq!(checked.tables[0].counts(), (24, 24, 0));
}

#[test]
fn what_the_page_does_not_say_is_found_on_the_page_of_conventions() {
    let whole = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../spec/ledger.yaml")).expect("it is there");
    expect_one("no conventions", &findings(PAGE, &whole), "2 docs/missing-in-page: the page has no header `Idempotency-Key`");
    let pages = [("page.txt", PAGE), ("conventions.md", CONVENTIONS)];
    let checked = check_text(&pages, ("ledger.yaml", &whole)).expect("no option is wrong");
    assert_eq!((checked.batch.findings.len(), checked.tables[0].counts()), (0, (25, 25, 0)));
}

#[test]
fn each_field_of_the_page_that_changes_is_one_finding_at_its_line() {
    let description = description();
    for field in shown() {
        let Shown { location, name, name_line, type_line, required_line, values_line } = field;
        let what = format!("{location} {name}");
        let run = |text: &str| findings(text, &description);
        let renamed = run(&with_line(name_line, Some("nobodyKnows")));
        expect_one(&format!("{what} renamed"), &renamed, &format!("{name_line} docs/renamed"));
        let retyped = run(&with_line(type_line, Some("boolean[]")));
        expect_one(&format!("{what} retyped"), &retyped, &format!("{type_line} docs/type"));
        let unknown = run(&with_line(type_line, Some("strng")));
        expect_one(&format!("{what} of an unknown type"), &unknown, &format!("{type_line} docs/not-understood"));
        match required_line {
            Some(line) => {
                let optional = run(&with_line(line, None));
                expect_one(&format!("{what} made optional"), &optional, &format!("{name_line} docs/required"));
            }
            None => {
                let ty = PAGE.lines().nth(type_line - 1).expect("it is there");
                let required = run(&with_line(type_line, Some(&format!("{ty}\nrequired"))));
                expect_one(&format!("{what} made required"), &required, &format!("{} docs/required", type_line + 1));
            }
        }
        if let Some(line) = values_line {
            let changed = run(&with_line(line + 1, Some("nothing,")));
            expect_one(&format!("{what} with another value"), &changed, &format!("{line} docs/enum"));
        }
    }
}

#[test]
fn each_field_of_the_description_that_changes_is_one_finding_at_the_line_of_the_page() {
    let description = description();
    for (schema, location, after) in [("CreateAgentRequest", "body", "UpdateAgentRequest"), ("Agent", "response", "AgentPage")] {
        let start = description.find(&format!("\n    {schema}:\n")).expect("it is described");
        let end = start + description[start..].find(&format!("\n    {after}:\n")).expect("it is described");
        let run = |edit: &dyn Fn(&str) -> String| {
            let edited = edit(&description[start..end]);
            assert_ne!(edited, description[start..end], "the edit changes something");
            findings(PAGE, &[&description[..start], &edited, &description[end..]].concat())
        };
        for field in shown().iter().filter(|field| field.location == location) {
            let Shown { name, name_line, type_line, required_line, .. } = field;
            let key = format!("\n        {name}:\n");
            let what = format!("{location} {name}");
            let list = |text: &str| {
                let start = text.find("required: [").expect("it has a list") + "required: [".len();
                let end = start + text[start..].find(']').expect("the list ends");
                let names: Vec<String> = text[start..end].split(", ").map(str::to_owned).collect();
                (names, start, end)
            };
            let relist = |text: &str, change: &dyn Fn(&mut Vec<String>)| {
                let (mut names, start, end) = list(text);
                change(&mut names);
                format!("{}{}{}", &text[..start], names.join(", "), &text[end..])
            };
            let renamed = run(&|text| {
                let text = text.replacen(&key, "\n        nobodyKnows:\n", 1);
                relist(&text, &|names| names.iter_mut().filter(|it| *it == name).for_each(|it| "nobodyKnows".clone_into(it)))
            });
            expect_one(&format!("{what} renamed"), &renamed, &format!("{name_line} docs/renamed"));
            let retyped = run(&|text| {
                let at = text.find(&key).expect("it is there") + key.len();
                let inner = text[at..].split_inclusive('\n').take_while(|line| line.starts_with("          "));
                let end = at + inner.map(str::len).sum::<usize>();
                format!("{}          type: boolean\n{}", &text[..at], text.get(end..).unwrap_or_default())
            });
            expect_one(&format!("{what} retyped"), &retyped, &format!("{type_line} docs/type"));
            match required_line {
                Some(line) => {
                    let optional = run(&|text| relist(text, &|names| names.retain(|it| it != name)));
                    expect_one(&format!("{what} made optional"), &optional, &format!("{line} docs/required"));
                }
                None => {
                    let required = run(&|text| relist(text, &|names| names.push(name.clone())));
                    expect_one(&format!("{what} made required"), &required, &format!("{name_line} docs/required"));
                }
            }
        }
    }
}

#[test]
fn each_value_of_the_description_that_changes_is_one_finding_for_each_field_that_has_it() {
    let description = description();
    for (value, count) in [("per24HourPeriod", 3), ("notify", 2), ("suspended", 1)] {
        let at = description.find("    AgentStatus:\n").expect("it is there");
        let (before, schemas) = description.split_at(at);
        let changed = schemas
            .lines()
            .map(|line| if line.contains("enum: [") { line.replace(value, "nothing") } else { line.to_owned() })
            .collect::<Vec<_>>()
            .join("\n");
        let found = findings(PAGE, &format!("{before}{changed}"));
        let of_fields: Vec<_> = found.iter().filter(|finding| finding.contains("docs/enum")).collect();
        assert_eq!((of_fields.len(), found.len()), (count, count), "{value}: {found:#?}");
    }
}

#[test]
fn samples_are_held_against_the_operation() {
    let description = description();
    let cases = [
        ("curl --request POST", "curl --request PUT", "8 docs/sample: the sample sends PUT, not POST"),
        ("https://api.ledger.so/v1/agents", "https://api.ledger.so/v2/agents", "9 docs/sample: the sample is sent to"),
        ("'Api-Key: <api-key>'", "'Api-Keys: <api-key>'", ""),
        (
            "  \"maxCards\": 123,\n  \"default",
            "  \"cards\": 123,\n  \"default",
            "20 docs/sample: `cards` of the sample is not described",
        ),
        (
            "  \"maxCards\": 123,\n  \"default",
            "  \"maxCards\": \"x\",\n  \"default",
            "20 docs/sample: `maxCards` of the sample is not `integer`",
        ),
        (
            "  \"status\": \"active\"",
            "  \"status\": \"paused\"",
            "30 docs/sample: `status` of the sample is none of the values: `paused`",
        ),
        ("  \"createdAt\": 123,\n", "", "26 docs/sample: the sample lacks `createdAt`, which is required"),
    ];
    for (old, new, expected) in cases {
        assert!(PAGE.contains(old), "{old}");
        let found = findings(&PAGE.replacen(old, new, 1), &description);
        if expected.is_empty() {
            assert_eq!(found.len(), 2, "one header is not described, and one is missing: {found:#?}");
        } else {
            expect_one(new, &found, expected);
        }
    }
}

#[test]
fn the_reference_is_read_back_without_a_difference() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    let features = ["bodies", "constraints", "deprecated", "description_31", "directions", "errors", "forms", "parameters_query"];
    let features = features.iter().map(|name| format!("codegen/tests/specs/{name}.yaml"));
    let real = ["airflow", "apis_guru", "intellifi", "microcks", "nexmo_reports", "powerdns", "twilio_events"];
    let real = real.iter().map(|name| format!("tests/real/{name}.json"));
    let mut differences = Vec::new();
    for name in features.chain(real).chain(["spec/ledger.yaml".to_owned()]) {
        let text = std::fs::read_to_string(format!("{root}/{name}")).expect("the description is there");
        for form in [Form::Markdown, Form::Html] {
            differences.extend(read_back(&name, &text, form));
        }
    }
    assert!(differences.is_empty(), "{} differences:\n{}", differences.len(), differences.join("\n"));
}

fn read_back(name: &str, text: &str, form: Form) -> Vec<String> {
    let reference = render_text(name, text, form).expect("it is a description");
    let checked = check_text(&[("reference", &reference)], (name, text)).expect("no option is wrong");
    assert!(checked.tables.iter().all(|table| table.unsaid.is_empty()), "all answers are shown");
    let located = checked.batch.located();
    let shown = located.iter().map(|it| {
        let line = it.place.map_or(0, |place| place.line);
        let source = reference.lines().nth(line.saturating_sub(1)).unwrap_or_default();
        format!("{name} {form:?}: {}: {}: {source}", it.finding.rule.id, it.finding.message)
    });
    shown.collect()
}

/// What the samples of the rules' pages are held against.
const SAMPLED: &str = "\
openapi: 3.0.3
info: { title: Agents, version: '1' }
paths:
  /v1/agents:
    post:
      parameters:
        - { name: Idempotency-Key, in: header, schema: { type: string } }
        - { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 100, default: 20 } }
        - { name: offset, in: query, deprecated: true, schema: { type: integer } }
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [userId]
              properties:
                userId: { type: string }
                maxCards: { type: integer }
                status: { type: string, enum: [active, suspended] }
                owner: { type: object, properties: { id: { type: string } } }
                payment:
                  oneOf:
                    - { title: Card, type: object, properties: { number: { type: string } } }
                    - { title: Transfer, type: object, properties: { iban: { type: string } } }
      responses:
        '201': { description: Made. }
";

#[test]
fn the_bad_sample_of_each_rule_has_a_finding_more_than_the_good_one() {
    for rule in ALL.iter().filter(|rule| rule.group() == "docs") {
        let count = |heading: &str| {
            let (_, rest) = rule.page.split_once(&format!("\n## {heading}\n\n```text\n")).expect(rule.id);
            let (sample, _) = rest.split_once("```").expect(rule.id);
            let page =
                if sample.starts_with("POST") { sample.to_owned() } else { format!("POST /v1/agents\nCreate\n\n{sample}") };
            let checked = check_text(&[("page.txt", &page)], ("api.yaml", SAMPLED)).expect("no option is wrong");
            checked.batch.findings.iter().filter(|finding| finding.rule == *rule).count()
        };
        assert_eq!(count("Bad"), count("Good") + 1, "{}", rule.id);
    }
}

#[test]
fn what_is_required_and_not_described_is_a_field_of_any_type() {
    let description = "\
openapi: 3.0.3
info: { title: T, version: '1' }
paths:
  /a:
    get:
      responses:
        '200':
          description: It
          content: { application/json: { schema: { type: object, required: [id, key], properties: { id: { type: string } } } } }
";
    for form in [Form::Markdown, Form::Html] {
        assert_eq!(read_back("api.yaml", description, form), [""; 0], "{form:?}");
    }
    let reference = render_text("api.yaml", description, Form::Markdown).expect("it is a description");
    assert!(reference.contains("\n| `key` | `any` | yes |"), "{reference}");
    let page = "GET /a\nIt\n\nResponse\n\nid\nstring\nrequired\n";
    expect_one("no key", &findings(page, description), "4 docs/missing-in-page: the page has no response `key`");
}

/// Texts of a description that look like parts of a page, and an operation that is deprecated.
#[test]
fn texts_of_a_description_stay_texts() {
    let description = "\
openapi: 3.0.3
info:
  title: Body
  version: '1'
  description: |
    # About

    Response

    - GET /a
    - `code`
paths:
  /a/{id}:
    get:
      deprecated: true
      summary: Query parameters
      description: |
        required

        First line
        POST /b
      parameters: [{ name: id, in: path, required: true, schema: { type: string }, description: default:1 }]
      responses: { '204': { description: Done } }
  /a/-id-:
    get: { responses: { '204': { description: Done } } }
";
    for form in [Form::Markdown, Form::Html] {
        assert_eq!(read_back("api.yaml", description, form), [""; 0], "{form:?}");
        let reference = render_text("api.yaml", description, form).expect("it is a description");
        assert!(reference.contains("This operation is deprecated."), "{form:?}");
    }
    let page = render_text("api.yaml", description, Form::Html).expect("it is a description");
    assert!(page.contains("<p class=\"lines\">- GET /a\n- <code>code</code></p>"), "{page}");
    assert!(page.contains("<p><strong>About</strong></p>") && page.contains("<p>Meaning: Response</p>"), "{page}");
    for id in ["get-a-id", "get-a-id--2"] {
        assert_eq!(page.matches(&format!("href=\"#{id}\"")).count(), 2, "the list and the heading link to {id}");
        assert!(page.contains(&format!("<article id=\"{id}\"")), "{id}");
    }
}

#[test]
fn a_body_that_may_be_null_is_read_back_with_its_fields() {
    let pet = "{ type: object, required: [id], nullable: true, properties: { id: { type: integer }, owner: { type: object, properties: { name: { type: string } } } } }";
    let operation = |id: &str| {
        format!(
            "get: {{ operationId: {id}, responses: {{ '200': {{ description: It, content: {{ application/json: {{ schema: {pet} }} }} }} }} }}"
        )
    };
    let description = format!(
        "openapi: 3.0.3\ninfo: {{ title: T, version: '1' }}\npaths:\n  /compare/{{both}}:\n    parameters: [{{ name: both, in: path, required: true, schema: {{ type: string }} }}]\n    {}\n  /compare/{{base}}...{{head}}:\n    parameters: [{{ name: base, in: path, required: true, schema: {{ type: string }} }}, {{ name: head, in: path, required: true, schema: {{ type: string }} }}]\n    {}\n",
        operation("both"),
        operation("each")
    );
    for form in [Form::Markdown, Form::Html] {
        assert_eq!(read_back("pets.yaml", &description, form), Vec::<String>::new(), "{form:?}");
    }
}
