//! The forms of pages: Markdown tables, MDX, a slice of OpenAPI, HTML, copied text with fields of fields; and texts that are no pages.

use bindery_validator::docs::{check_text, extract, page};

/// Returns the rows of the table that is read of a page, and the problems as `line: message`.
fn read(text: &str) -> (Vec<String>, Vec<String>) {
    let reading = page::read(text);
    let table = extract(&reading.pages, true);
    let rows = table.lines().filter(|line| line.starts_with("| `")).map(str::to_owned).collect();
    let problems = reading.problems.iter().map(|(line, message)| format!("{line}: {message}")).collect();
    (rows, problems)
}

#[test]
fn a_table_with_columns_in_any_order() {
    let text = "\
# List agents

`GET /v1/agents`

## Query parameters

| Required | Description | Name | Type | Default | Range |
|----------|:------------|------|------|---------|-------|
| no | a \\| b | limit | integer | 20 | 1 to 100 |
| | | `cursor` | `string \\| null` | | |

## Response 200

| Field | Type |
| --- | --- |
| data | object[] |
| data[].id | string |
| data[].status | colour |
";
    let (rows, problems) = read(text);
    assert_eq!(
        rows,
        [
            "| `limit` | query | `integer` | no |  | `20` | `1 <= x <= 100` | 9 |",
            "| `cursor` | query | `string \\| null` | unsaid |  |  |  | 10 |",
            "| `data` | response 200 | `object[]` | unsaid |  |  |  | 16 |",
            "| `data[].id` | response 200 | `string` | unsaid |  |  |  | 17 |",
        ]
    );
    assert_eq!(problems, ["18: the type `colour` is not known"]);
}

#[test]
fn components() {
    let text = "\
---
title: \"Create agent\"
api: \"POST https://api.ledger.so/v1/agents\"
---

<ParamField body=\"name\" type=\"string\" required>
  What to call it.
</ParamField>
<ParamField
  query=\"limit\"
  type=\"integer\"
  default={20}
>
  Required range: `1 <= x <= 100`
</ParamField>
<ResponseField name=\"owner\" type=\"object\" required={true}>
  <Expandable title=\"properties\">
    <ResponseField name=\"id\" type=\"string\" deprecated />
    <ResponseField name=\"kind\" type=\"enum<string>\">Available options: `user`, `team`</ResponseField>
    <Chart />
  </Expandable>
</ResponseField>
";
    let (rows, problems) = read(text);
    assert_eq!(
        rows,
        [
            "| `name` | body | `string` | yes |  |  |  |  | 6 |",
            "| `limit` | query | `integer` | unsaid |  | `20` | `1 <= x <= 100` |  | 9 |",
            "| `owner` | response | `object` | yes |  |  |  |  | 16 |",
            "| `owner.id` | response | `string` | unsaid |  |  |  | yes | 18 |",
            "| `owner.kind` | response | `enum<string>` | unsaid | `user`, `team` |  |  |  | 19 |",
        ]
    );
    assert_eq!(problems, ["20: the component `Chart` is not known"]);
}

const README: &str = "\
# My service

| Platform | Type |
| --- | --- |
| linux | x86 |

```md
<!-- bindery: GET /in/a/sample -->
```

## Making agents

<!-- bindery: POST /v1/agents -->

What is sent:

| Field | Type | Required |
| --- | --- | --- |
| `name` | string | yes |

### Response 201

| Field | Type |
| --- | --- |
| `id` | string |

## Other things

| Name | Type |
| --- | --- |
| a | b |

<!-- bindery: POST /v1/agents response 201 -->
| Field | Type |
| --- | --- |
| `id` | integer |
<!-- /bindery -->

| Name | Type |
| --- | --- |
| c | d |

<!-- bindery: POST /v1/agnets -->
| Field | Type |
| --- | --- |
| `name` | string |

<!-- bindery: createAgent -->
<!-- bindery: GET /v1/agents -->
";

const README_SPEC: &str = "\
openapi: 3.0.3
info: { title: T, version: '1' }
paths:
  /v1/agents:
    get: { responses: { '200': { description: They } } }
    post:
      parameters: [{ name: trace, in: header, schema: { type: string } }]
      requestBody:
        content:
          application/json:
            schema: { type: object, required: [name], properties: { name: { type: string }, limit: { type: integer } } }
      responses:
        '201':
          description: Made.
          content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } }
";

#[test]
fn tables_of_a_longer_text_are_marked_by_comments() {
    let (rows, problems) = read(README);
    assert_eq!(
        rows,
        [
            "| `name` | body | `string` | yes |  | 19 |",
            "| `id` | response 201 | `string` | unsaid |  | 25 |",
            "| `id` | response 201 | `integer` | unsaid |  | 36 |",
            "| `name` | body | `string` | unsaid |  | 46 |",
        ]
    );
    assert_eq!(
        problems,
        [
            "48: the comment names no operation, as `<!-- bindery: POST /v1/agents body -->` does",
            "49: no fields follow the comment"
        ]
    );
    let checked = check_text(&[("README.md", README)], ("api.yaml", README_SPEC)).expect("no option is wrong");
    let located = checked.batch.located();
    let found: Vec<String> = located
        .iter()
        .map(|it| format!("{} {}: {}", it.place.map_or(0, |place| place.line), it.finding.rule.id, it.finding.message))
        .collect();
    assert_eq!(
        found,
        [
            "19 docs/missing-in-page: the page has no body `limit`",
            "36 docs/type: response 201 `id` is `integer` on the page and `string` in the description",
            "43 docs/operation: the description has no operation `POST /v1/agnets`",
            "48 docs/not-understood: the comment names no operation, as `<!-- bindery: POST /v1/agents body -->` does",
            "49 docs/not-understood: no fields follow the comment",
        ]
    );
    let unsaid: Vec<String> = checked.tables.iter().map(|table| format!("{}: {}", table.call, table.unsaid.join(", "))).collect();
    assert_eq!(unsaid, ["POST /v1/agents: header", "POST /v1/agents: header, body", "GET /v1/agents: "]);
}

const SLICE: &str = "\
openapi: 3.0.3
info: { title: T, version: '1' }
paths:
  /v1/agents:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [name]
              properties:
                name: { type: string, maxLength: 40 }
      responses:
        '201': { description: Made. }
";

#[test]
fn a_slice_of_openapi() {
    let page = format!("# Create Agent\n\n## OpenAPI\n\n````yaml post /v1/agents\n{SLICE}````\n");
    assert_eq!(read(&page), (vec!["| `name` | body | `string` | yes |  | `length <= 40` | 18 |".to_owned()], vec![]));
    let found = |description: &str| {
        let checked = check_text(&[("page.md", &page)], ("api.yaml", description)).expect("no option is wrong");
        let ids = checked.batch.findings.iter().map(|finding| finding.rule.id);
        ids.collect::<Vec<_>>()
    };
    assert_eq!(found(SLICE), [""; 0]);
    assert_eq!(found(&SLICE.replace("maxLength: 40", "maxLength: 50")), ["docs/range"]);
    assert_eq!(found(&SLICE.replace("/v1/agents", "/v1/agent")), ["docs/operation"]);
}

#[test]
fn copied_text_with_fields_of_fields() {
    let text = "\
GET
/v1/agents
List agents
{ \"data\": [ { \"id\": \"<string>\", \"tags\": [ \"<string>\" ] } ], \"cursor\": \"<string>\" }

Query Parameters

limit
integer
default:20

Required range: 1 <= x <= 100

Response
200
application/json

data
object[]
required

Hide child attributes

id
string
required

tags
string[]

cursor
string | null

Where the next page starts

hasMore
boolean
experimental
Was this page helpful?
Yes
";
    let (rows, problems) = read(text);
    assert_eq!(
        rows,
        [
            "| `limit` | query | `integer` | unsaid |  | `20` | `1 <= x <= 100` | 8 |",
            "| `data` | response 200 | `object[]` | yes |  |  |  | 18 |",
            "| `data[].id` | response 200 | `string` | yes |  |  |  | 24 |",
            "| `data[].tags` | response 200 | `string[]` | unsaid |  |  |  | 28 |",
            "| `cursor` | response 200 | `string \\| null` | unsaid |  |  |  | 31 |",
            "| `hasMore` | response 200 | `boolean` | unsaid |  |  |  | 36 |",
        ]
    );
    assert_eq!(problems, ["38: it is neither a field nor part of one"]);
    let (_, problems) = read(&text.replace("{ \"data\"", "nothing { \"data\""));
    assert_eq!(problems[0], "18: where the fields of `data` end is not said: the page has no sample to tell");
}

#[test]
fn saved_html() {
    let text = "\
<!DOCTYPE html><html><head><title>Body</title><style>p { }</style></head><body><nav><a>Response</a></nav>
<div><span>POST</span></div><div>/v1/agents</div>
<h1>Create agent</h1>
<script>const x = '<div>Body</div>';</script>
<h2><span>\u{200b}</span>Body</h2>
<div><div>name</div><div><span>string</span></div><div>required</div></div>
<p>What to
call it &amp; more</p>
<div><div>status</div><div>enum&lt;string&gt;</div></div>
<div>Available options:</div><div>active,</div>
<div>suspended</div>
</body></html>
";
    let (rows, problems) = read(text);
    assert_eq!(
        rows,
        [
            "| `name` | body | `string` | yes |  | 6 |",
            "| `status` | body | `enum<string>` | unsaid | `active`, `suspended` | 9 |",
        ]
    );
    assert_eq!(problems, [""; 0]);
}

#[test]
fn fields_that_are_too_deep_are_reported() {
    let opened = format!("GET\n/a\n\nBody\n{}", "\na\nobject\n\nHide child attributes\n".repeat(20_000));
    let tags = format!("# `GET /a`\n{}{}", "<ParamField body=\"a\">\n".repeat(20_000), "</ParamField>\n".repeat(20_000));
    for text in [opened, tags] {
        let (rows, problems) = read(&text);
        assert_eq!(rows.len(), 100);
        let too_deep = problems.iter().filter(|problem| problem.ends_with(": it is in more fields than are looked into"));
        assert_eq!(too_deep.count(), 19_900);
    }
}

#[test]
fn hostile_texts_are_read_without_a_panic() {
    let long = "[".repeat(20_000);
    let tags = "<div>".repeat(5_000);
    let rows = format!("| a | type |\n|---|---|\n{}", "| `a.a` | object |\n".repeat(300));
    let opened = format!("Body\n{}", "\na\nobject\n\nHide child attributes\n".repeat(300));
    let samples = "{\n".repeat(2_000);
    let code = |text: &str| format!("// Made by `bindery generate`\n{}", text.repeat(1_000));
    let codes = [
        "fn x(",
        "struct S { a: ",
        "::bindery_runtime::object! { S; required",
        "type S = S; ",
        "'\"\\u{",
        "Vec<",
        "}>)].a(",
        "\u{e4}'",
    ];
    let codes = codes.map(code);
    let texts = [
        "",
        "\0",
        "|",
        "||",
        "|\n|-",
        "#",
        "```",
        "````yaml post /v1",
        "````yaml post /v1\n: [",
        "<",
        "</",
        "<A",
        "<A b={",
        "---\n---",
        "curl ",
        "curl '",
        "curl -H",
        "POST\n/",
        "POST\n",
        "Body\n",
        "Body\na\nstring\nAvailable options:",
        "Body\na\nstring\nExample:",
        "Body\na\nstring\nRequired range:",
        "Body\nthe body is of type ",
        "Response\n\u{301}\u{200b}\nобъект\nstring",
        "\u{feff}# ü `",
        "<ParamField",
        "<ParamField body=\"a\">",
        "</ParamField>",
        "<html",
        "<!doctype html><p",
        "<html>&#xffffff;&bogus;<pre>\n\n</pre></pre>",
        "# x\n`ANY /`\n| Field | In | Type |\n| - | - | - |\n| `` | ` | [][] |",
        &long,
        &tags,
        &rows,
        &opened,
        &samples,
    ];
    for text in texts.into_iter().chain(codes.iter().map(String::as_str)) {
        for text in
            [text.to_owned(), format!("<!doctype html>{text}"), format!("# a\n\n## Body\n\n{text}"), format!("Body\n\n{text}\n")]
        {
            let reading = page::read(&text);
            let lines = text.lines().count().max(1);
            assert!(reading.problems.iter().all(|(line, _)| (1..=lines + 1).contains(line)), "{text:.60}");
            extract(&reading.pages, true);
        }
    }
}
