//! Descriptions with more fields of fields than anybody can hold: what a reference leaves out, and what a page makes the check look at.

use bindery_validator::docs::render::{Form, render_text};
use bindery_validator::docs::{check_text, extract, page};

const FORMS: [Form; 2] = [Form::Markdown, Form::Html];

/// Describes `GET /a`, whose answer is the first of these schemas, each a line such as `s0: { type: object }`.
fn description(schemas: &[String]) -> String {
    let first = schemas[0].split(':').next().expect("a schema has a name");
    let schemas: String = schemas.iter().map(|schema| format!("    {schema}\n")).collect();
    format!(
        "openapi: 3.0.3\ninfo: {{ title: T, version: '1' }}\npaths:\n  /a:\n    get:\n      operationId: get\n      responses:\n        '200': {{ description: It, content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/{first}' }} }} }} }}\ncomponents:\n  schemas:\n{schemas}"
    )
}

fn reference(name: impl std::fmt::Display) -> String {
    format!("{{ $ref: '#/components/schemas/{name}' }}")
}

/// Twenty levels, each with two fields of the next one: together a million fields.
fn doubling() -> Vec<String> {
    let level = |number: usize| {
        let next = reference(format!("s{}", number + 1));
        format!("s{number}: {{ type: object, properties: {{ a: {next}, b: {next}, n: {{ type: integer }} }} }}")
    };
    let last = "s20: { type: object, properties: { z: { type: string } } }".to_owned();
    (0..20).map(level).chain([last]).collect()
}

/// Returns the findings of a page, each with its line, and what the page does not show.
fn checked(page: &str, description: &str) -> (Vec<String>, Vec<String>) {
    let checked = check_text(&[("page", page)], ("api.yaml", description)).expect("no option is wrong");
    let located = checked.batch.located();
    let found = located
        .iter()
        .map(|it| format!("{} {}: {}", it.place.map_or(0, |place| place.line), it.finding.rule.id, it.finding.message));
    (found.collect(), checked.tables.iter().flat_map(|table| table.unsaid.clone()).collect())
}

fn findings(page: &str, description: &str) -> Vec<String> {
    checked(page, description).0
}

fn render(description: &str, form: Form) -> String {
    render_text("api.yaml", description, form).expect("it is a description")
}

/// The rows of the table of a reference: the whole name of each field, and why the fields in it are not there.
fn rows(reference: &str) -> Vec<(String, String)> {
    let table = extract(&page::read(reference).pages, false);
    let rows = table.lines().filter(|line| line.starts_with("| `"));
    let cells = rows.map(|row| row.trim_matches(['|', ' ']).split(" | ").map(str::to_owned).collect::<Vec<_>>());
    cells.map(|cells| (cells[0].trim_matches('`').to_owned(), cells.get(5).cloned().unwrap_or_default())).collect()
}

#[test]
fn what_a_reference_leaves_out_is_said_at_the_field() {
    let description = description(&doubling());
    for form in FORMS {
        let reference = render(&description, form);
        assert!(reference.len() < 100_000, "{form:?}: {} bytes", reference.len());
        assert_eq!(checked(&reference, &description), (vec![], vec!["what is in 85 fields".to_owned()]), "{form:?}");
        let rows = rows(&reference);
        assert_eq!(rows.len(), 252, "objects are shown whole: {form:?}");
        let has_fields = |name: &str| rows.iter().any(|(other, _)| other.starts_with(&format!("{name}.")));
        for (name, left_out) in &rows {
            let is_cut = !name.ends_with('n') && !has_fields(name);
            assert_eq!(left_out, if is_cut { "left out here" } else { "" }, "{form:?}: {name}");
        }
        let levels = rows.iter().filter(|(_, left_out)| !left_out.is_empty()).map(|(name, _)| name.split('.').count());
        let (least, most) = (levels.clone().min(), levels.max());
        assert_eq!((least, most), (Some(6), Some(7)), "fields further outside come first: {form:?}");
    }
}

/// Each level has one field of the next one, the last one a text.
fn chain(length: usize) -> Vec<String> {
    let level =
        |number: usize| format!("s{number}: {{ type: object, properties: {{ a: {} }} }}", reference(format!("s{}", number + 1)));
    let last = format!("s{length}: {{ type: object, properties: {{ z: {{ type: string }} }} }}");
    (0..length).map(level).chain([last]).collect()
}

#[test]
fn fields_deep_inside_are_shown_where_there_are_few() {
    let description = description(&chain(30));
    let deepest = format!("{}z", "a.".repeat(30));
    for form in FORMS {
        let reference = render(&description, form);
        assert_eq!(rows(&reference).last(), Some(&(deepest.clone(), String::new())), "{form:?}");
        assert_eq!(checked(&reference, &description), (vec![], vec![]), "{form:?}");
    }
}

#[test]
fn fields_deeper_than_any_page_are_left_out() {
    let description = description(&chain(150));
    for form in FORMS {
        let reference = render(&description, form);
        let (deepest, left_out) = rows(&reference).pop().expect("there are fields");
        assert_eq!((deepest.split('.').count(), left_out.as_str()), (99, "left out here"), "{form:?}");
        assert_eq!(findings(&reference, &description), [""; 0], "{form:?}");
    }
}

const TREE: &str = "tree: { type: object, properties: { left: { $ref: '#/components/schemas/tree' }, all: { type: array, items: { allOf: [{ $ref: '#/components/schemas/tree' }], description: More } }, note: { type: object, properties: { of: { $ref: '#/components/schemas/tree' }, in: { $ref: '#/components/schemas/other' } } } } }";
const OTHER: &str = "other: { type: object, properties: { self: { $ref: '#/components/schemas/other' } } }";

#[test]
fn what_is_inside_itself_is_said_to_be_the_same() {
    let description = description(&[TREE.to_owned(), OTHER.to_owned()]);
    for form in FORMS {
        let reference = render(&description, form);
        let row = |name: &str, left_out: &str| (name.to_owned(), left_out.to_owned());
        let expected = [
            row("left", "those of `(body)`"),
            row("all", "those of `(body)`"),
            row("note", ""),
            row("note.of", "those of `(body)`"),
            row("note.in", ""),
            row("note.in.self", "those of `note.in`"),
        ];
        assert_eq!(rows(&reference), expected, "{form:?}");
        assert_eq!(checked(&reference, &description), (vec![], vec![]), "{form:?}");
    }
}

#[test]
fn fields_that_are_wrongly_left_out_are_one_finding_each() {
    let same = description(&[TREE.to_owned(), OTHER.to_owned()]);
    let other = same.replacen("left: { $ref: '#/components/schemas/tree' }", "left: { $ref: '#/components/schemas/other' }", 1);
    let plain = same.replacen("left: { $ref: '#/components/schemas/tree' }", "left: { type: object }", 1);
    for form in FORMS {
        let page = render(&same, form);
        let line_of = |text: &str| 1 + page.lines().position(|line| line.contains(text)).expect(text);
        let found = findings(&page, &other);
        let line = line_of(if form == Form::Html { "<code>left</code>" } else { "| `left`" });
        assert_eq!(found, [format!("{line} docs/missing-in-page: the page does not show the 1 field of response 200 `left`")]);
        let found = findings(&page, &plain);
        let line = line_of("those of");
        let message = "the page leaves out fields of response 200 `left`, and the description has none";
        assert_eq!(found, [format!("{line} docs/missing-in-spec: {message}")]);
        let found = findings(&page.replacen("those of", "like those of", 1), &same);
        assert!(found.iter().any(|it| it.starts_with(&format!("{line} docs/not-understood"))), "{found:?}");
    }
}

#[test]
fn what_is_extracted_of_a_reference_says_what_is_left_out() {
    let description = description(&doubling());
    let page = render(&description, Form::Html);
    let (found, unsaid) = checked(&extract(&page::read(&page).pages, false), &description);
    assert_eq!((found, unsaid.len()), (vec![], 1));
}

/// Unions of unions, each of two of the next: together a million branches, of thirty properties.
#[test]
fn unions_of_unions_cost_what_is_written_of_them() {
    let level = |number: usize| {
        let next = |name: &str| {
            format!(
                "{{ type: object, required: [{name}{number}], properties: {{ {name}{number}: {{ type: string }} }}, anyOf: [{}] }}",
                reference(format!("s{}", number + 1))
            )
        };
        format!("s{number}: {{ oneOf: [{}, {}] }}", next("a"), next("b"))
    };
    let last = "s30: { anyOf: [{ type: array, items: { $ref: '#/components/schemas/s0' } }, { type: object, properties: { z: { type: string } } }] }".to_owned();
    let description = description(&(0..30).map(level).chain([last]).collect::<Vec<_>>());
    for form in FORMS {
        let reference = render(&description, form);
        assert_eq!(rows(&reference).len(), 61, "{form:?}");
        assert_eq!(checked(&reference, &description), (vec![], vec![]), "{form:?}");
    }
}

/// All fields of fields of these schemas would be more than anybody can hold; a page costs what it shows.
#[test]
fn what_a_page_does_not_show_is_not_looked_at() {
    let names: Vec<String> = (0..20).map(|number| format!("s{number}")).collect();
    let properties = names.iter().map(|name| format!("{name}: {}", reference(name))).collect::<Vec<_>>().join(", ");
    let schemas = names.iter().map(|name| format!("{name}: {{ type: object, properties: {{ {properties} }} }}"));
    let description = description(&schemas.collect::<Vec<_>>());
    let fields = names.iter().skip(1).map(|name| format!("{name}\nobject\n\nShow child attributes\n\n")).collect::<String>();
    let found = findings(&format!("GET\n/a\nAll\n\nResponse\n\n{fields}"), &description);
    assert_eq!(found.len(), 20, "one field is missing, and the others are collapsed");
    assert_eq!(found.iter().filter(|found| found.contains("docs/collapsed")).count(), 19);
}

/// One way through the million fields, and a sample that goes it too.
#[test]
fn what_a_page_shows_deep_inside_is_looked_at_on_the_way_there_only() {
    let description = description(&doubling());
    let sample = format!("{}{{}}{}", "{\"a\": ".repeat(20), "}".repeat(20)).replace("{}", "{\"z\": 1}");
    let mut page = format!("GET\n/a\nAll\n\n{sample}\n\nResponse\n\n");
    for depth in 0..20 {
        let prefix = "a.".repeat(depth);
        page += &format!("{prefix}a\nobject\n\n{prefix}b\nobject\n\n{prefix}n\ninteger\n\n");
    }
    page += &format!("{}z\nstring\n", "a.".repeat(20));
    let found = findings(&page, &description);
    let (hidden, others): (Vec<_>, Vec<_>) = found.iter().partition(|it| it.contains("docs/missing-in-page"));
    assert_eq!(hidden.len(), 20, "the fields of each `b`: {found:#?}");
    let deepest = "a.".repeat(20);
    assert_eq!(others, [&format!("5 docs/sample: `{deepest}z` of the sample is not `string`")]);
    let renamed = findings(&page.replace(&format!("{deepest}z"), &format!("{deepest}zz")), &description);
    assert!(renamed.iter().any(|it| it.contains(&format!("docs/renamed: the page calls response `{deepest}z` `{deepest}zz`"))));
}
