//! Findings of lowering and planning, as they are printed; those of reading are in `parse.rs` and `resolve.rs`.

use bindery::report::{Color, Report};
use bindery::{Config, Error};

/// Returns all findings about a description, whether it gives code or not.
fn findings_with(config: &Config, text: &str) -> String {
    let print = |diagnostics, sources| {
        let blocks: Vec<_> = Report::of(diagnostics, sources).blocks(Color::Never).collect();
        blocks.join("\n")
    };
    match config.generate_text("bad.yaml", text) {
        Ok(generated) => print(&generated.diagnostics, &generated.sources),
        Err(Error::Refused(refusal)) => print(&refusal.diagnostics, &refusal.sources),
        Err(other) => other.to_string(),
    }
}

fn findings(rest: &str) -> String {
    findings_with(&Config::new(), &format!("openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\n{rest}"))
}

fn of_schemas(schemas: &str) -> String {
    findings(&format!("paths: {{}}\ncomponents:\n  schemas:\n{schemas}"))
}

fn of_operation(operation: &str) -> String {
    findings(&format!("paths:\n  /a:\n    post:\n      operationId: a\n{operation}"))
}

macro_rules! snapshots {
    ($($name:ident: $findings:expr;)*) => { $(
        #[test]
        fn $name() {
            insta::assert_snapshot!(stringify!($name), $findings);
        }
    )* };
}

snapshots! {
    names_that_meet: of_schemas(
        "    Pet: {type: object, properties: {userId: {type: string}, user_id: {type: string}}}\n    pet: {type: object}\n    PET: {type: string, enum: [a, A]}\n    \
         Client: {type: object, properties: {x: {type: string}}}\n",
    );
    a_body_of_parts: of_operation(
        "      requestBody: {content: {multipart/form-data: {schema: {type: object}}}}\n      responses: {'204': {description: d}}\n",
    );
    a_body_without_media_types: of_operation("      requestBody: {content: {}}\n      responses: {'204': {description: d}}\n");
    an_answer_of_no_known_kind: of_operation("      responses: {'200': {description: d, content: {text/xml: {schema: {type: object}}}}}\n");
    a_discriminator_that_a_branch_lacks: of_schemas(
        "    A:\n      oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}]\n      discriminator: {propertyName: kind}\n    \
         B: {type: object, properties: {kind: {type: string}}}\n    C: {type: object, properties: {x: {type: string}}}\n",
    );
    a_discriminator_that_names_two_branches_alike: of_schemas(
        "    A:\n      oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}]\n      \
         discriminator: {propertyName: kind, mapping: {x: '#/components/schemas/B', C: '#/components/schemas/B'}}\n    \
         B: {type: object, properties: {kind: {type: string}}}\n    C: {type: object, properties: {kind: {type: string}}}\n",
    );
    texts_that_differ_by_their_form: of_schemas("    A: {anyOf: [{type: string, format: email}, {type: string, format: uri}]}\n");
    a_discriminator_on_a_base: of_schemas(
        "    Base: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind}}\n    \
         Child: {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {x: {type: string}}}]}\n",
    );
    a_schema_that_can_never_end: of_schemas(
        "    A: {type: object, required: [a], properties: {a: {$ref: '#/components/schemas/A'}}}\n    \
         B: {allOf: [{$ref: '#/components/schemas/B'}, {type: object}]}\n",
    );
    a_union_that_leads_back_to_itself: of_schemas(
        "    A: {allOf: [{required: [x]}, {anyOf: [{$ref: '#/components/schemas/B'}]}]}\n    B: {oneOf: [{allOf: [{$ref: '#/components/schemas/A'}]}]}\n",
    );
    a_schema_that_nothing_satisfies: of_schemas("    A: {allOf: [{type: string}, {type: integer}]}\n    B: {type: integer, enum: [a]}\n");
    defaults_of_another_type: of_schemas(
        "    A:\n      type: object\n      properties:\n        a: {type: integer, default: x}\n        b: {type: string, default: 1}\n        \
         c: {type: string, enum: [x], default: y}\n        d: {type: boolean, default: 'true'}\n        e: {type: integer, default: 1.5}\n        \
         f: {type: integer, format: int32, default: 3000000000}\n",
    );
    enum_values_that_do_not_fit: of_schemas("    A: {type: string, enum: [a, a, 1]}\n    B: {enum: [{x: 1}]}\n");
    what_is_not_expressed: of_schemas(
        "    A: {type: object, properties: {a: {$ref: '#/components/schemas/A'}}, not: {properties: {a: {$ref: '#/components/schemas/A'}}}}\n    \
         B: {type: object, properties: {a: {type: string, readOnly: true}}, anyOf: [{required: [a]}]}\n",
    );
    an_operation_without_success: of_operation("      responses: {'400': {description: d}}\n");
    other_media_types: of_operation(
        "      requestBody: {content: {application/json: {schema: {type: object}}, text/plain: {schema: {type: string}}}}\n      responses: {'204': {description: d}}\n",
    );
    a_response_that_operations_share: findings(
        "paths:\n  /a: {get: {operationId: a, responses: {'200': {$ref: '#/components/responses/One'}}}}\n  \
         /b: {get: {operationId: b, responses: {'200': {$ref: '#/components/responses/One'}}}}\n\
         components: {responses: {One: {description: d, content: {application/json: {}, text/plain: {}}}}}\n",
    );
    an_unknown_http_scheme: findings("paths: {}\ncomponents: {securitySchemes: {Digest: {type: http, scheme: digest}}}\n");
}

#[test]
fn options_that_name_nothing_are_mistakes() {
    let text = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents: {schemas: {Pet: {type: object}}}\n";
    let of = |change: fn(&mut Config) -> &mut Config| {
        let mut config = Config::new();
        findings_with(change(&mut config), text)
    };
    insta::assert_snapshot!("unused_option", of(|config| config.replace_schema("Pets", "crate::Pet")));
    insta::assert_snapshot!("unused_rename", of(|config| config.rename("Pets", "Animal")));
    insta::assert_snapshot!("unused_tag", of(|config| config.tag("pets")));
    assert_eq!(of(|config| config.allow("no-such-thing")), "`no-such-thing` is not the id of a diagnostic");
    assert_eq!(of(|config| config.rename("Pet", "not a name")), "`not a name` is not a Rust name");
    assert_eq!(of(|config| config.derive("9")), "`9` is not the path of a derive");
    assert_eq!(of(|config| config.replace_schema("Pet", "->")), "`->` is not the path of a Rust type");
}

#[test]
fn what_is_allowed_is_a_warning_and_left_out() {
    let text = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  /a: {get: {operationId: a, \
        parameters: [{name: xml, in: query, content: {application/xml: {}}}], responses: {'204': {description: d}}}}\n";
    assert!(Config::new().generate_text("a.yaml", text).is_err());
    let generated =
        Config::new().allow("unsupported-parameter").generate_text("a.yaml", text).unwrap_or_else(|error| panic!("{error}"));
    assert!(generated.text.contains("pub fn a(") && !generated.text.contains("xml"));
    assert!(generated.diagnostics.iter().any(|found| found.code.id() == "unsupported-parameter"));
}
