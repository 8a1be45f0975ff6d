//! Pages with tabs for the branches of a union, against the description.

use bindery_validator::docs::{check_text, extract, page};

const SPEC: &str = "\
openapi: 3.0.3
info: { title: Payments, version: '1' }
paths:
  /payments:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [amount]
              properties: { amount: { type: integer } }
              oneOf:
                - { title: Card, required: [number], properties: { number: { type: string }, kind: { type: string, enum: [card] } } }
                - { title: Transfer, required: [iban], properties: { iban: { type: string }, kind: { type: string, enum: [transfer] } } }
      responses:
        '200':
          description: Done
          content:
            application/json:
              schema:
                type: object
                properties:
                  steps:
                    oneOf:
                      - { type: array, items: { type: object, properties: { at: { type: string } } } }
                      - { type: array, items: { type: object, properties: { reason: { type: string } } } }
                  note: { type: string }
";

const PAGE: &str = "\
POST
/payments
Pay

Body

application/json

Card · object
Transfer · object

amount
integer
required

number
string
required

kind
enum<string>

Available options:
card

Response

200 - application/json

note
string

steps
object[]

What happened

Option 1 · object[]
Option 2 · object[]

Hide child attributes

steps[].at
string
";

/// Returns the findings, each with its line, and what the page does not show.
fn checked(page: &str, spec: &str) -> (Vec<String>, Vec<String>) {
    let checked = check_text(&[("page.txt", page)], ("api.yaml", spec)).expect("no option is wrong");
    let located = checked.batch.located();
    let line = |it: &bindery_validator::finding::Located<'_>| it.place.map_or(0, |place| place.line);
    let found = located.iter().map(|it| format!("{} {}: {}", line(it), it.finding.rule.id, it.finding.message));
    (found.collect(), checked.tables.iter().flat_map(|table| table.unsaid.clone()).collect())
}

fn findings(page: &str) -> Vec<String> {
    checked(page, SPEC).0
}

#[test]
fn the_fields_are_those_of_the_tab_that_is_chosen() {
    let (found, unsaid) = checked(PAGE, SPEC);
    assert_eq!(found, [""; 0]);
    assert_eq!(unsaid, ["option 2 `Transfer` of body", "option 2 of response 200 `steps`"]);
    let other = PAGE.replace("number\nstring", "iban\nstring").replace("options:\ncard", "options:\ntransfer");
    let (found, unsaid) = checked(&other, SPEC);
    assert_eq!((found, unsaid[0].as_str()), (vec![], "option 1 `Card` of body"));
}

#[test]
fn what_is_extracted_has_the_tabs_too() {
    let table = extract(&page::read(PAGE).pages, false);
    assert!(table.ends_with(
        "\n\nOptions of body: `Card · object`, `Transfer · object`\n\nOptions of response 200 `steps`: `Option 1 · object[]`, `Option 2 · object[]`\n"
    ), "{table}");
    let (found, unsaid) = checked(&table, SPEC);
    assert_eq!((found, unsaid.len()), (vec![], 2));
    let renamed = checked(&table.replace("Card ·", "Cash ·"), SPEC).0;
    assert_eq!(renamed.len(), 1, "{renamed:?}");
    let (found, _) = checked(&table.replace("`steps`: ", "`stops`: "), SPEC);
    assert!(found.iter().any(|it| it.ends_with("docs/not-understood: the options are those of no field `stops`")), "{found:?}");
    let (found, _) = checked(&table.replace("of body: ", "of bdy: "), SPEC);
    assert!(found.iter().any(|it| it.ends_with("docs/not-understood: the options of a union are not understood")), "{found:?}");
}

#[test]
fn tabs_may_be_written_in_several_ways() {
    for (old, new) in [
        ("Card · object\nTransfer · object", "Option 1\nOption 2"),
        ("Card · object\nTransfer · object", "- Option 1 · object\n\n- Option 2 · object"),
        ("Card · object\nTransfer · object", "Option 1 · objectOption 2 · object"),
        ("Card · object\nTransfer · object", "object\n\nobject"),
        ("steps\nobject[]\n", "steps\nOption 1 · object[]Option 2 · object[]\n"),
    ] {
        let page = PAGE.replacen(old, new, 1);
        let page = if new.starts_with("steps") { page.replace("Option 1 · object[]\nOption 2 · object[]\n", "") } else { page };
        assert_ne!(page, PAGE);
        let (found, unsaid) = checked(&page, SPEC);
        assert_eq!((found, unsaid.len()), (vec![], 2), "{new}");
    }
}

#[test]
fn each_tab_that_changes_is_one_finding() {
    let one = |old: &str, new: &str, expected: &str| assert_eq!(findings(&PAGE.replacen(old, new, 1)), [expected], "{new}");
    one(
        "Card · object\n",
        "Cash · object\n",
        "9 docs/variant: option 1 of body is called `Cash` on the page and `Card` in the description",
    );
    one("Card · object\n", "", "9 docs/variant: body has 1 option on the page and 2 branches in the description");
    one(
        "Transfer · object\n",
        "Transfer · object\nCash · object\n",
        "9 docs/variant: body has 3 options on the page and 2 branches in the description",
    );
    one(
        "Option 2 · object[]\n",
        "Option 2 · object[]\nOption 3 · object[]\n",
        "38 docs/variant: response 200 `steps` has 3 options on the page and 2 branches in the description",
    );
    one("number\nstring\nrequired", "number\nstring", "16 docs/required: the page does not say that body `number` is required");
    one(
        "options:\ncard",
        "options:\ntransfer",
        "23 docs/enum: body `kind` has `transfer` on the page and `card` in the description",
    );
    one(
        "steps[].at\nstring",
        "steps[].at\ninteger",
        "44 docs/type: response 200 `steps[].at` is `integer` on the page and `string` in the description",
    );
}

#[test]
fn each_branch_that_changes_is_one_finding() {
    let one = |old: &str, new: &str, expected: &str| {
        assert!(SPEC.contains(old), "{old}");
        assert_eq!(checked(PAGE, &SPEC.replacen(old, new, 1)).0, [expected], "{new}");
    };
    one(
        "title: Transfer",
        "title: Wire",
        "10 docs/variant: option 2 of body is called `Transfer` on the page and `Wire` in the description",
    );
    one(
        "number: { type: string }",
        "number: { type: integer }",
        "17 docs/type: body `number` is `string` on the page and `integer` in the description",
    );
    one("required: [number]", "required: [number, kind]", "20 docs/required: the page does not say that body `kind` is required");
    let no_union = SPEC.lines().filter(|line| !line.contains("title: Transfer")).collect::<Vec<_>>().join("\n");
    let (found, _) = checked(PAGE, &no_union);
    assert_eq!(found, ["9 docs/variant: body has 2 options on the page and no union in the description"]);
}

#[test]
fn what_one_type_beside_null_requires_is_required() {
    let spec = SPEC.replace(
        "note: { type: string }",
        "note: { nullable: true, oneOf: [{ type: object, required: [by], properties: { by: { type: string } } }] }",
    );
    let page = PAGE.replace("note\nstring\n", "note\nobject | null\n\nnote.by\nstring\nrequired\n");
    assert_eq!(checked(&page, &spec).0, [""; 0]);
}
