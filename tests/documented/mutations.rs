//! Proof that the comparison can fail: one change on one side gives exactly the findings that name it.

use std::fs;

use bindery::plan::{FieldRole, RustEnum, RustField, RustItem, RustStruct, RustType};
use bindery::spec::JsonType;
use bindery::{Config, Inspected};

use crate::page::PageText;
use crate::{generated, pages, sides, spec};

/// Every page of an operation.
const PAGES: [&str; 6] = ["create-agent", "get-agent", "get-agent-policy", "list-agents", "suspend-agent", "update-agent"];

#[test]
fn a_page_that_changed_is_found() {
    let cases = [
        ("a new name", "| `maxCards` | body |", "| `cardLimit` | body |", &["body `cardLimit`", "body `maxCards`"][..]),
        ("a new type", "| `maxCards` | body | `integer` |", "| `maxCards` | body | `string` |", &["body `maxCards`"]),
        ("required", "| `maxCards` | body | `integer` | no |", "| `maxCards` | body | `integer` | yes |", &["body `maxCards`"]),
        ("optional", "| `userId` | body | `string` | yes |", "| `userId` | body | `string` | no |", &["body `userId`"]),
        (
            "null",
            "| `cardCount` | response | `integer` |",
            "| `cardCount` | response | `integer \\| null` |",
            &["response `cardCount`"],
        ),
        ("another value", "`active`, `suspended`", "`active`, `paused`", &["response `status`"]),
        ("another order", "`active`, `suspended`", "`suspended`, `active`", &["response `status`"]),
        ("one value less", "`active`, `suspended`", "`active`", &["response `status`"]),
        ("no values", "`enum<string>` | no | `suspend`, `notify`, `none`", "`string` | no | ", &["body `onLimitExceeded`"]),
        ("a field less", "| `maxCards` | body | `integer` | no |  |\n", "", &["body `maxCards`"]),
        ("another place", "| `metadata` | body |", "| `metadata` | query |", &["query `metadata`", "body `metadata`"]),
    ];
    for (what, old, new, expected) in cases {
        let expected: Vec<_> = expected.iter().map(|field| format!("create-agent: {field}")).collect();
        assert_eq!(after_page_edit("create-agent", old, new), expected, "{what}");
    }
}

#[test]
fn a_convention_that_changed_is_found_on_every_page_it_holds_for() {
    let key = after_page_edit(
        "conventions",
        "| `Idempotency-Key` | header | `string` | no |",
        "| `Idempotency-Key` | header | `string` | yes |",
    );
    assert_eq!(key, ["create-agent: header `Idempotency-Key`", "suspend-agent: header `Idempotency-Key`"]);
    let wait = after_page_edit("conventions", "| `retryAfter` | response | `integer` | no |  |\n", "");
    assert_eq!(wait, PAGES.map(|page| format!("{page}: error `retryAfter`")));
    let limit = after_page_edit("conventions", "| `limit` | query | `integer` |", "| `limit` | query | `string` |");
    assert_eq!(limit, ["list-agents: query `limit`"], "the two pages contradict one another");
}

#[test]
fn a_page_without_operation_is_found() {
    let call = after_page_edit("get-agent", "`GET /v1/agents/{agentId}`", "`GET /v2/agents/{agentId}`");
    assert_eq!(call, ["get-agent: `GET /v2/agents/{agentId}`", "no page: `GET /v1/agents/{agentId}`"]);
}

#[test]
fn a_description_that_changed_is_found() {
    let policy = |field: &str| vec![format!("get-agent-policy: response `{field}`")];
    let renamed = after_description_edit("previousStatus", "formerStatus");
    assert_eq!(renamed, ["suspend-agent: response `previousStatus`", "suspend-agent: response `formerStatus`"]);
    let retyped = after_description_edit("remaining:\n          type: integer", "remaining:\n          type: string");
    assert_eq!(retyped, policy("remaining"));
    let floated = after_description_edit("remaining:\n          type: integer", "remaining:\n          type: number");
    assert_eq!(floated, policy("remaining"));
    let required =
        after_description_edit("[agentId, currentSpend, remaining]", "[agentId, currentSpend, remaining, spendingLimit]");
    assert_eq!(required, policy("spendingLimit"));
    let optional = after_description_edit("[agentId, currentSpend, remaining]", "[agentId, currentSpend]");
    assert_eq!(optional, policy("remaining"));
    let value = after_description_edit("enum: [agent]", "enum: [agent, card]");
    assert_eq!(value, ["suspend-agent: response `object`"]);
    let null = after_description_edit("          nullable: true\n", "");
    assert_eq!(null, ["list-agents: response `cursor`"]);
    let new = after_description_edit("        remaining:\n", "        currency: { type: string }\n        remaining:\n");
    assert_eq!(new, policy("currency"));
    let parameter = after_description_edit("    Cursor:\n      name: cursor", "    Cursor:\n      name: after");
    assert_eq!(parameter, ["list-agents: query `cursor`", "list-agents: query `after`"]);
}

#[test]
fn a_description_that_changed_for_every_operation_is_found() {
    let everywhere = |field: &str| PAGES.map(|page| format!("{page}: {field}"));
    assert_eq!(after_description_edit("security:\n  - ApiKey: []\n", ""), everywhere("security `Api-Key`"));
    let sent_or_not = after_description_edit("security:\n  - ApiKey: []\n", "security:\n  - ApiKey: []\n  - {}\n");
    assert_eq!(sent_or_not, everywhere("security `Api-Key`"));
    let header = "      headers:\n        Retry-After:\n          $ref: '#/components/headers/RetryAfter'\n";
    assert_eq!(after_description_edit(header, ""), everywhere("error header `Retry-After`"));
    assert_eq!(after_description_edit("required: [error]", "required: [error, retryAfter]"), everywhere("error `retryAfter`"));
}

#[test]
fn an_operation_without_page_is_found() {
    let moved = after_description_edit("/v1/agents/{agentId}/policy:", "/v1/agents/{agentId}/limits:");
    assert_eq!(moved, ["get-agent-policy: `GET /v1/agents/{agentId}/policy`", "no page: `GET /v1/agents/{agentId}/limits`"]);
}

#[test]
fn a_description_that_generated_code_left_behind_is_found() {
    let mut changed = generated();
    let policy = changed.document.components.iter().find(|(name, _)| name == "AgentPolicy").expect("it is described").1;
    let remaining = changed.document.schemas[policy].properties["remaining"];
    changed.document.schemas[remaining].types = Some(vec![JsonType::Boolean]);
    assert_eq!(findings(&changed), ["get-agent-policy: response `remaining`"]);

    let mut changed = generated();
    changed.document.schemas[policy].properties.shift_remove("remaining");
    assert_eq!(findings(&changed), ["get-agent-policy: response `remaining`"]);
}

#[test]
fn generated_code_that_changed_is_found() {
    let policy = ["get-agent-policy: response `remaining`"];
    let edit = |edit: fn(&mut RustField)| after_field_edit("AgentPolicy", "remaining", edit);
    assert_eq!(edit(|field| field.ty = RustType::String), policy);
    assert_eq!(edit(|field| field.ty = RustType::Int("i32")), policy, "32 bits don't hold every documented integer");
    assert_eq!(edit(|field| field.role = FieldRole::Optional), policy);
    assert_eq!(edit(|field| field.role = FieldRole::Nullable), policy);
    let renamed = edit(|field| "rest".clone_into(&mut field.wire_name));
    assert_eq!(renamed, ["get-agent-policy: response `remaining`", "get-agent-policy: response `rest`"]);
    let missing =
        after_edit(|generated| structure(generated, "AgentPolicy").fields.retain(|field| field.wire_name != "remaining"));
    assert_eq!(missing, policy);
}

#[test]
fn generated_values_that_changed_are_found() {
    let kind = ["suspend-agent: response `object`"];
    let edit = |edit: fn(&mut RustEnum)| after_edit(|generated| edit(enumeration(generated, "agent")));
    assert_eq!(edit(|item| item.variants[0].value = "card".into()), kind);
    assert_eq!(edit(|item| item.variants.clear()), kind);
    let actions = after_edit(|generated| enumeration(generated, "notify").variants.swap(0, 1));
    let pages = ["create-agent: body", "create-agent: response", "get-agent: response", "get-agent-policy: response"];
    let others = ["list-agents: response", "update-agent: body", "update-agent: response"];
    let name = |place: &&str| if place.starts_with("list") { "data[].onLimitExceeded" } else { "onLimitExceeded" };
    assert_eq!(actions, pages.iter().chain(&others).map(|place| format!("{place} `{}`", name(place))).collect::<Vec<_>>());
}

#[test]
fn an_operation_that_is_not_generated_is_found() {
    let fewer = after_edit(|generated| {
        for item in generated.plan.modules.iter_mut().flat_map(|module| &mut module.items) {
            if let RustItem::Client(client) = item {
                client.operations.retain(|operation| operation.name.as_str() != "suspend_agent");
            }
        }
    });
    assert_eq!(fewer, ["suspend-agent: `POST /v1/agents/{agentId}/suspend`"]);
}

fn after_page_edit(page: &str, old: &str, new: &str) -> Vec<String> {
    let mut texts = pages();
    let text = &mut texts.iter_mut().find(|text| text.name == page).expect("the page is there").text;
    assert!(text.contains(old), "{page} has no {old}");
    *text = text.replacen(old, new, 1);
    findings_of(&texts, &generated())
}

fn after_description_edit(old: &str, new: &str) -> Vec<String> {
    let text = fs::read_to_string(spec("ledger.yaml")).expect("the description is there");
    assert!(text.contains(old), "the description has no {old}");
    let changed = Config::new().inspect_text("ledger.yaml", &text.replace(old, new));
    findings(&changed.expect("the description stays valid"))
}

fn after_field_edit(item: &str, wire_name: &str, edit: impl Fn(&mut RustField)) -> Vec<String> {
    after_edit(|generated| {
        let fields = &mut structure(generated, item).fields;
        edit(fields.iter_mut().find(|field| field.wire_name == wire_name).expect("the field is generated"));
    })
}

fn after_edit(edit: impl Fn(&mut Inspected)) -> Vec<String> {
    let mut changed = generated();
    edit(&mut changed);
    findings(&changed)
}

fn structure<'a>(generated: &'a mut Inspected, name: &str) -> &'a mut RustStruct {
    let items = generated.plan.modules.iter_mut().flat_map(|module| &mut module.items);
    let mut found = items.filter_map(|item| match item {
        RustItem::Struct(item) if item.path.name.as_str() == name => Some(item),
        _ => None,
    });
    found.next().expect("the struct is generated")
}

/// Finds the enum that has a value.
fn enumeration<'a>(generated: &'a mut Inspected, value: &str) -> &'a mut RustEnum {
    let items = generated.plan.modules.iter_mut().flat_map(|module| &mut module.items);
    let mut found = items.filter_map(|item| match item {
        RustItem::Enum(item) if item.variants.iter().any(|variant| variant.value == value) => Some(item),
        _ => None,
    });
    found.next().expect("the enum is generated")
}

fn findings(generated: &Inspected) -> Vec<String> {
    findings_of(&pages(), generated)
}

fn findings_of(pages: &[PageText], generated: &Inspected) -> Vec<String> {
    let (sides, mut findings) = sides(pages, generated);
    findings.extend(sides.disagreements());
    findings.iter().map(|finding| format!("{}: {}", finding.page, finding.field)).collect()
}
