//! Rust names: that any text gives one, that no two are the same, and that they stay put.

use std::collections::{BTreeMap, BTreeSet};

use bindery::Config;
use bindery::diagnostic::Diagnostics;
use bindery::plan::names::{Use, Wish, claim, identifier};
use proptest::prelude::*;

const USES: [Use; 6] = [Use::Type, Use::Variant, Use::Field, Use::Method, Use::Argument, Use::Constant];

#[test]
fn names_read_as_rust_names_do() {
    for (name, for_use, expected) in [
        ("spendingLimit", Use::Field, "spending_limit"),
        ("HTTPServer", Use::Type, "HttpServer"),
        ("user_id", Use::Type, "UserId"),
        ("UserID2", Use::Field, "user_id2"),
        ("a-b.c d", Use::Type, "ABCD"),
        ("MAX_SIZE", Use::Variant, "MaxSize"),
        ("2fa", Use::Field, "field_2fa"),
        ("2fa", Use::Type, "Type2fa"),
        ("200", Use::Variant, "Value200"),
        ("1.0", Use::Variant, "Value1_0"),
        ("10", Use::Variant, "Value10"),
        ("+1", Use::Variant, "Plus1"),
        ("-1", Use::Variant, "Minus1"),
        ("-created_at", Use::Variant, "MinusCreatedAt"),
        (">=", Use::Variant, "GreaterEqual"),
        ("*", Use::Variant, "Star"),
        ("", Use::Variant, "Empty"),
        ("größe", Use::Field, "grosse"),
        ("名前", Use::Field, "ming_qian"),
        ("type", Use::Field, "r#type"),
        ("gen", Use::Method, "r#gen"),
        ("self", Use::Field, "self_"),
        ("Self", Use::Type, "Self_"),
        ("crate", Use::Argument, "crate_"),
        ("option", Use::Type, "Option"),
        ("production server", Use::Constant, "PRODUCTION_SERVER"),
    ] {
        assert_eq!(identifier(name, for_use).to_string(), expected, "{name:?} as {for_use:?}");
    }
}

/// Texts that are likely to meet: few letters, in every spelling.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[aAbB1_. -]{0,4}",
        "(user|User|USER)[_. -]?(id|Id|ID)[0-9]?",
        "(self|Self|type|_|Ok|None|String|r#type|2|\\+1|-1|größe|名前|🚀)",
        any::<String>(),
    ]
}

fn claimed(names: &[String], for_use: Use, reserved: &[&str]) -> Vec<String> {
    let origin = Config::new().generate_text("t.yaml", DESCRIPTION).expect("it is a description").plan.origin;
    let wishes: Vec<_> =
        names.iter().map(|name| Wish { name: name.as_str().into(), for_use, chosen: None, origin: &origin }).collect();
    claim(&wishes, reserved, &mut Diagnostics::default()).iter().map(ToString::to_string).collect()
}

const DESCRIPTION: &str = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\n";

/// Returns the Rust path of every schema of a description that has these, by its pointer.
fn schema_names(schemas: &BTreeSet<String>, reversed: bool) -> BTreeMap<String, String> {
    let object = serde_json::json!({"type": "object", "properties": {"x": {"type": "string"}}});
    let mut entries: Vec<_> = schemas.iter().map(|name| format!("{}: {object}", serde_json::json!(name))).collect();
    if reversed {
        entries.reverse();
    }
    let text = format!("{DESCRIPTION}components: {{\"schemas\": {{{}}}}}\n", entries.join(", "));
    let generated = Config::new().generate_text("t.yaml", &text).unwrap_or_else(|error| panic!("{error}"));
    generated.plan.paths.into_iter().map(|(origin, path)| (origin.pointer.as_str().to_owned(), path)).collect()
}

/// Failures are shown, and become cases of the tests above; no file is written.
fn cases(count: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(count) }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn any_text_gives_an_identifier(text in name()) {
        for for_use in USES {
            let ident = identifier(&text, for_use).to_string();
            prop_assert!(syn::parse_str::<syn::Ident>(&ident).is_ok(), "{text:?} as {for_use:?} is {ident}");
        }
    }

    #[test]
    fn no_two_names_of_a_scope_are_the_same(names in prop::collection::vec(name(), 0..12)) {
        for for_use in USES {
            let reserved = ["Ok", "user_id", "UserId"];
            let idents = claimed(&names, for_use, &reserved);
            let different: BTreeSet<_> = idents.iter().collect();
            prop_assert_eq!(different.len(), names.len(), "{:?} are {:?}", &names, &idents);
            for ident in &idents {
                prop_assert!(syn::parse_str::<syn::Ident>(ident).is_ok(), "{ident}");
                prop_assert!(!reserved.contains(&ident.as_str()), "{ident} is taken");
            }
        }
    }

    #[test]
    fn the_order_does_not_decide(names in prop::collection::btree_set(name(), 0..8)) {
        let forwards: Vec<_> = names.iter().cloned().collect();
        let backwards: Vec<_> = names.iter().rev().cloned().collect();
        for for_use in USES {
            let mut idents = claimed(&backwards, for_use, &[]);
            idents.reverse();
            prop_assert_eq!(claimed(&forwards, for_use, &[]), idents);
        }
    }
}

proptest! {
    // Each case runs the whole pipeline twice.
    #![proptest_config(cases(64))]

    #[test]
    fn the_order_of_schemas_changes_no_name(names in prop::collection::btree_set("[aAbB1_-]{1,3}", 0..6)) {
        prop_assert_eq!(schema_names(&names, false), schema_names(&names, true));
    }

    #[test]
    fn an_unrelated_schema_changes_no_name(names in prop::collection::btree_set("[aAbB1_-]{1,3}", 0..6)) {
        let before = schema_names(&names, false);
        let mut more = names;
        more.insert("Unrelated".to_owned());
        let mut after = schema_names(&more, false);
        after.retain(|pointer, _| !pointer.starts_with("/components/schemas/Unrelated"));
        prop_assert_eq!(before, after);
    }
}
