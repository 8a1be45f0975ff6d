//! The pages of the rules: each bad sample is found by its rule, and its good sample, which is nearly the same, is not.

use bindery::Config;
use bindery::diagnostic::Code;
use bindery::source::Sources;
use bindery_validator::rule::ALL;
use bindery_validator::{Batch, Level, Levels, Rule, lint};

/// The rules of the linter whose findings take more than one file, an option or a limit; tests elsewhere are about them.
const WITHOUT_SAMPLES: [&str; 8] = [
    "gen/inlined-ref",
    "gen/too-deep",
    "lint/stale-baseline",
    "spec/bad-overlay",
    "spec/missing-file",
    "spec/unreadable-file",
    "spec/unused-action",
    "spec/unused-option",
];

fn linted(rule: &Rule, sample: &str) -> Batch {
    let mut levels = Levels::default();
    if rule.level == Level::Off {
        levels.set(rule.id, Level::Warning).expect("it is a rule");
    }
    let mut sources = Sources::default();
    let document = sources.add("api.yaml", whole(sample));
    let examined = Config::new().examine_source(sources, document).expect("there are no options");
    lint::judge(examined, &levels)
}

/// Makes a whole description of a sample that leaves out what all have in common.
fn whole(sample: &str) -> String {
    let paths = if sample.contains("paths:") { "" } else { "paths: {}\n" };
    match sample.starts_with("openapi:") || sample.starts_with("swagger:") {
        true => sample.to_owned(),
        false => format!("openapi: 3.0.3\ninfo: {{ title: Pets, version: \"1\" }}\n{paths}{sample}"),
    }
}

/// Returns the fenced block under a heading of a page.
fn sample<'p>(page: &'p str, heading: &str) -> Option<&'p str> {
    let (_, rest) = page.split_once(&format!("\n## {heading}\n\n```yaml\n"))?;
    rest.split_once("```").map(|(sample, _)| sample)
}

fn of_the_linter() -> impl Iterator<Item = &'static Rule> {
    ALL.iter().copied().filter(|rule| ["spec", "gen", "design", "lint"].contains(&rule.group()))
}

#[test]
fn bad_samples_are_found_and_good_ones_are_not() {
    let mut wrong = Vec::new();
    for rule in of_the_linter() {
        let (Some(bad), Some(good)) = (sample(rule.page, "Bad"), sample(rule.page, "Good")) else {
            assert!(WITHOUT_SAMPLES.contains(&rule.id), "{} has no samples", rule.id);
            continue;
        };
        let finds = |sample| linted(rule, sample).findings.iter().filter(|finding| finding.rule == rule).count();
        if finds(bad) != 1 {
            let found: Vec<_> = linted(rule, bad).findings.iter().map(|it| format!("{}: {}", it.rule.id, it.message)).collect();
            wrong.push(format!("{}: {} findings in the bad sample: {found:?}", rule.id, finds(bad)));
        }
        if finds(good) != 0 {
            wrong.push(format!("{}: found in the good sample", rule.id));
        }
        let errors: Vec<_> = linted(rule, good).findings.into_iter().filter(|it| it.severity.name() == "error").collect();
        if !errors.is_empty() {
            wrong.push(format!("{}: the good sample has {errors:?}", rule.id));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_finding_of_the_generator_has_a_rule() {
    for code in Code::ALL {
        assert_eq!(Rule::of(*code).name(), code.id());
    }
}

#[test]
fn every_page_begins_with_its_id_and_says_what_it_means() {
    for rule in ALL {
        assert!(rule.page.starts_with(&format!("# {}\n\n", rule.id)), "{}", rule.id);
        assert!(rule.meaning().ends_with('.'), "{}: {}", rule.id, rule.meaning());
        assert!(rule.page.split("\n\n").count() > 2, "{} does not say why", rule.id);
    }
}

/// OpenAPI 3.0.3 and 3.1.0, "Encoding Object".
#[test]
fn what_says_nothing_in_an_encoding_is_noted() {
    const BODIES: [(&str, &[&str], &[&str]); 4] = [
        (
            "application/json",
            &["headers", "style", "explode", "allowReserved"],
            &["headers", "style", "explode", "allowReserved"],
        ),
        ("application/x-www-form-urlencoded", &["headers"], &["headers"]),
        ("multipart/form-data", &["style", "explode", "allowReserved"], &[]),
        ("Multipart/Mixed", &["style", "explode", "allowReserved"], &["style", "explode", "allowReserved"]),
    ];
    let rule = ALL.iter().find(|rule| rule.id == "spec/misplaced-field").expect("it is a rule");
    for (media_type, of_3_0, of_3_1) in BODIES {
        for (version, expected) in [("3.0.3", of_3_0), ("3.1.0", of_3_1)] {
            let text = format!(
                "openapi: {version}\ninfo: {{title: Pets, version: '1'}}\npaths:\n  /pets:\n    post:\n      operationId: addPet\n      \
                 requestBody:\n        content:\n          {media_type}:\n            schema: {{type: object, properties: {{tags: {{type: \
                 array, items: {{type: string}}}}}}}}\n            encoding:\n              tags: {{style: form, explode: true, \
                 allowReserved: false, headers: {{X-Id: {{schema: {{type: string}}}}}}}}\n      responses: {{'204': {{description: \
                 Done}}}}\n"
            );
            let batch = linted(rule, &text);
            let found = batch.findings.iter().filter(|finding| finding.rule.id == rule.id);
            let mut fields: Vec<_> = found
                .inspect(|finding| assert_eq!(finding.severity.name(), "note"))
                .filter_map(|finding| finding.origin.pointer.as_str().rsplit('/').next())
                .collect();
            let mut expected = expected.to_vec();
            fields.sort_unstable();
            expected.sort_unstable();
            assert_eq!(fields, expected, "{media_type} in {version}");
        }
    }
}

#[test]
fn what_a_property_refers_to_may_say_the_contrary() {
    let rule = ALL.iter().find(|rule| rule.id == "spec/read-and-write-only").expect("it is a rule");
    let reference = "$ref: '#/components/schemas/Key'";
    let table = [
        ("3.0.3", format!("{{ readOnly: true, allOf: [{{ {reference} }}] }}"), 1),
        ("3.1.0", format!("{{ readOnly: true, {reference} }}"), 1),
        // Nothing counts beside a reference.
        ("3.0.3", format!("{{ readOnly: true, {reference} }}"), 0),
        ("3.0.3", format!("{{ writeOnly: true, allOf: [{{ {reference} }}] }}"), 0),
        ("3.0.3", format!("{{ readOnly: true, allOf: [{{ {reference} }}, {{ minLength: 1 }}] }}"), 0),
    ];
    for (version, property, expected) in table {
        let text = format!(
            "openapi: {version}\ninfo: {{ title: Pets, version: '1' }}\npaths: {{}}\ncomponents:\n  schemas:\n    Key: {{ type: string, \
             writeOnly: true }}\n    Pet: {{ type: object, properties: {{ key: {property} }} }}\n"
        );
        let batch = linted(rule, &text);
        let found: Vec<_> = batch.findings.iter().filter(|finding| finding.rule.id == rule.id).collect();
        assert_eq!(found.len(), expected, "{property}");
        for finding in found {
            assert_eq!(finding.severity.name(), "warning");
            assert_eq!(finding.message, "`readOnly`, and what it refers to is `writeOnly`");
            assert_eq!(finding.origin.pointer.as_str(), "/components/schemas/Pet/properties/key/readOnly");
        }
    }
}

#[test]
fn a_pattern_of_another_language_is_shown_as_it_is_read() {
    let table = [
        ("spec/old-pattern", r"\A[a-z]+\Z", "it is read as what it means elsewhere: `^[a-z]+$`"),
        ("spec/old-pattern", r"^\p{Alnum}$", r"it is read as what it means elsewhere: `^[\p{Alphabetic}\p{Nd}]$`"),
        ("spec/old-pattern", r"^\-$", "without that mode, a backslash before a letter that needs none means the letter"),
        ("spec/literal-pattern", "/^[a-z]+$/i", "it is read as what it means elsewhere: `(?i:^[a-z]+$)`"),
        ("spec/literal-pattern", r"/^\d{2}\-$/", r"it is read as what it means elsewhere: `^\d{2}\-$`"),
        ("spec/literal-pattern", r"/\A\w+\z/", r"it is read as what it means elsewhere: `^\w+$`"),
    ];
    for (id, pattern, expected) in table {
        let rule = ALL.iter().find(|rule| rule.id == id).expect("it is a rule");
        let batch = linted(rule, &format!("components:\n  schemas:\n    Pet: {{ type: string, pattern: '{pattern}' }}\n"));
        let helps: Vec<_> =
            batch.findings.iter().filter(|finding| finding.rule.id.ends_with("-pattern")).map(|it| it.help.as_deref()).collect();
        assert_eq!(helps, [Some(expected)], "{pattern}");
    }
}
