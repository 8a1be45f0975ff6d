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
        ("Card · object\nTransfer · object", "Card\nTransfer"),
        ("Option 1 · object[]\nOption 2 · object[]", "What was done\nWhy nothing was done"),
        ("steps\nobject[]\n\nWhat happened\n\nOption 1 · object[]\nOption 2 · object[]", "steps\nWhat was done\nWhy not"),
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

#[test]
fn tabs_that_have_only_titles_are_compared() {
    let page = PAGE.replace("Card · object\nTransfer · object", "Credit card\nTransfer");
    let message = "option 1 of body is called `Credit card` on the page and `Card` in the description";
    assert_eq!(findings(&page), [format!("9 docs/variant: {message}")]);
    let page = page.replace("Transfer\n", "Transfer\nCash\n");
    assert_eq!(findings(&page), ["9 docs/variant: body has 3 options on the page and 2 branches in the description"]);
    let words = PAGE.replace("steps\nobject[]\n", "steps\nObjekt[]\n");
    assert!(
        findings(&words).iter().any(|it| it.ends_with("docs/not-understood: the type is not known")),
        "{:?}",
        findings(&words)
    );
}

const MDX: &str = "\
---
api: \"POST /payments\"
---

<Tabs>
  <Tab title=\"With curl\">
    Send it.
  </Tab>
</Tabs>

<ParamField body=\"amount\" type=\"integer\" required />
<Tabs>
  <Tab title=\"Card\">
    A card that is charged.

    <ParamField body=\"number\" type=\"string\" required />
    <ParamField body=\"kind\" type=\"enum<string>\">Available options: `card`</ParamField>
  </Tab>
  <Tab title=\"Transfer · object\">
    <ParamField body=\"iban\" type=\"string\" required />
    <ParamField body=\"kind\" type=\"enum<string>\">Available options: `transfer`</ParamField>
  </Tab>
</Tabs>

## Response

<ResponseField name=\"note\" type=\"string\" />
<ResponseField name=\"steps\" type=\"object[]\">
  What happened.
  <Tabs>
    <Tab title=\"Option 1\">
      <ResponseField name=\"at\" type=\"string\" />
    </Tab>
    <Tab title=\"Option 2\">
      <ResponseField name=\"reason\" type=\"string\" />
    </Tab>
  </Tabs>
</ResponseField>
";

#[test]
fn tabs_of_mdx_have_the_fields_of_every_branch() {
    assert_eq!(checked(MDX, SPEC), (vec![], vec![]));
    // What all branches have may stand in each tab, or beside them.
    let amount = "<ParamField body=\"amount\" type=\"integer\" required />\n";
    let inside = MDX.replace(amount, "").replace("<ParamField body=\"kind", &format!("{amount}<ParamField body=\"kind"));
    assert_eq!(findings(&inside), [""; 0]);
    let table = extract(&page::read(MDX).pages, false);
    assert_eq!(table.matches("\n| `").count(), 8, "the fields of tabs too: {table}");
    assert!(!table.contains("Options of"), "{table}");
}

#[test]
fn each_change_of_a_tab_of_mdx_is_one_finding() {
    let one = |old: &str, new: &str, expected: &str| {
        assert!(MDX.contains(old), "{old}");
        assert_eq!(findings(&MDX.replacen(old, new, 1)), [expected], "{new}");
    };
    one(
        "title=\"Card\"",
        "title=\"Cash\"",
        "13 docs/variant: option 1 of body is called `Cash` on the page and `Card` in the description",
    );
    one("body=\"iban\" type=\"string\"", "body=\"ibann\" type=\"string\"", "20 docs/renamed: the page calls body `iban` `ibann`");
    one(
        "body=\"iban\" type=\"string\"",
        "body=\"iban\" type=\"integer\"",
        "20 docs/type: body `iban` is `integer` on the page and `string` in the description",
    );
    one(
        "    <ParamField body=\"iban\" type=\"string\" required />\n",
        "",
        "19 docs/missing-in-page: the page has no body `iban`",
    );
    one(
        "options: `transfer`",
        "options: `card`",
        "21 docs/enum: body `kind` has `card` on the page and `transfer` in the description",
    );
    one(
        "<ResponseField name=\"reason\" type=\"string\" />",
        "<ResponseField name=\"reason\" type=\"string\" required />",
        "35 docs/required: response `steps[].reason` is required on the page and optional in the description",
    );
    one("    A card that", "    Available options: `a`", "14 docs/not-understood: it stands in no field");
}

#[test]
fn a_field_in_the_wrong_tab_is_one_finding() {
    let iban = "    <ParamField body=\"iban\" type=\"string\" required />\n";
    let page =
        MDX.replace(iban, "").replace("    <ParamField body=\"number\"", &format!("{iban}    <ParamField body=\"number\""));
    assert_eq!(findings(&page), ["16 docs/nesting: the page has `iban` in another option than the description"]);
    let third = MDX.replacen("</Tabs>\n\n##", "  <Tab title=\"Cash\">\n  </Tab>\n</Tabs>\n\n##", 1);
    assert_eq!(findings(&third), ["13 docs/variant: body has 3 options on the page and 2 branches in the description"]);
    let open = findings(&MDX.replacen("</Tabs>\n\n##", "\n##", 1));
    assert!(open.contains(&"12 docs/not-understood: the tabs are not closed".to_owned()), "{open:?}");
}
