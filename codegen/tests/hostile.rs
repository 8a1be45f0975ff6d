//! No description makes Bindery panic or run away, and whatever it generates parses as Rust.
//!
//! Half of the descriptions are real ones with random changes, always the same in each run; the other half is made by hand to be as large,
//! as deep, as circular or as odd as can be. `BINDERY_HOSTILE_CASES` is how many changes each real one goes through, for long runs;
//! `BINDERY_HOSTILE_KEEP` is a folder that gets every description that gives code, with that code, to compile it.

use std::collections::BTreeSet;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use bindery::diagnostic::{Code, Kind};
use bindery::report::{Color, Report};
use bindery::{Config, Error, Layout};
use serde_json::{Map, Value, json};

/// How many changed forms of each real description a usual run tries.
const CASES: u64 = 12;

/// How many different configurations [`config`] has.
const CONFIGS: u64 = 24;

/// Returns one of [`CONFIGS`] configurations: every layout, scope, and way with what is unknown. What is unsupported is left out, so that
/// as many descriptions as possible go through every stage.
fn config(number: u64) -> Config {
    let mut config = Config::new();
    for code in Code::ALL.iter().filter(|code| code.kind() == Kind::Unsupported) {
        config.allow(code.id());
    }
    if number % 2 == 1 {
        config.layout(Layout::Modules);
    }
    if number / 2 % 2 == 1 {
        config.reject_unknown_values();
    }
    match number / 4 % 3 {
        0 => {}
        1 => _ = config.reject_unknown_properties(),
        _ => _ = config.keep_unknown_properties(),
    }
    if number / 12 % 2 == 1 {
        config.models_only();
    }
    config
}

/// Generates, checks what comes of it, and returns the code if there is some. `name` is what a failure is found again by.
fn check(name: &str, config: &Config, text: &str) -> Option<String> {
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        let outcome = config.generate_text("hostile.yaml", text);
        let (diagnostics, sources) = match &outcome {
            Ok(generated) => (&generated.diagnostics, &generated.sources),
            Err(Error::Refused(refusal)) => (&refusal.diagnostics, &refusal.sources),
            Err(other) => panic!("{other}"),
        };
        let report = Report::of(diagnostics, sources);
        for color in [Color::Never, Color::Always] {
            assert!(report.blocks(color).all(|block| block.ends_with('\n')), "every finding is printed");
        }
        assert!(report.lines().all(|(_, line)| !line.contains(['\n', '\r'])), "a line is a line");
        assert_eq!(outcome.is_err(), diagnostics.has_errors(), "there is code unless there is an error");
        outcome.ok().map(|generated| generated.text)
    }));
    let code = outcome.unwrap_or_else(|_| panic!("{name} panics:\n{}", shown(text)));
    if let Some(code) = &code {
        let file = syn::parse_file(code).unwrap_or_else(|error| panic!("{name}: {error}:\n{}", shown(text)));
        if let Err(twice) = Names::default().items(&file.items) {
            panic!("{name}: {twice} twice:\n{}", shown(text));
        }
        keep(name, text, code);
    }
    code
}

fn shown(text: &str) -> &str {
    text.get(..20_000).unwrap_or(text)
}

fn keep(name: &str, text: &str, code: &str) {
    if let Some(folder) = std::env::var_os("BINDERY_HOSTILE_KEEP") {
        let path = Path::new(&folder).join(name);
        fs::write(path.with_extension("yaml"), text).expect("the folder can be written");
        fs::write(path.with_extension("rs"), code).expect("the folder can be written");
    }
}

/// Names that a module, a type or a function has taken.
#[derive(Default)]
struct Names(BTreeSet<String>);

impl Names {
    fn claim(&mut self, kind: &str, name: impl ToString) -> Result<(), String> {
        let name = format!("{kind} {}", name.to_string());
        if self.0.insert(name.clone()) { Ok(()) } else { Err(name) }
    }

    /// Claims the names of the items of a module, and those within them.
    fn items(&mut self, items: &[syn::Item]) -> Result<(), String> {
        items.iter().try_for_each(|item| match item {
            syn::Item::Struct(item) => {
                self.claim("type", &item.ident)?;
                let mut fields = Self::default();
                item.fields.iter().filter_map(|field| field.ident.as_ref()).try_for_each(|name| fields.claim("field", name))
            }
            syn::Item::Enum(item) => {
                self.claim("type", &item.ident)?;
                let mut variants = Self::default();
                item.variants.iter().try_for_each(|variant| variants.claim("variant", &variant.ident))
            }
            syn::Item::Type(item) => self.claim("type", &item.ident),
            syn::Item::Const(item) => self.claim("value", &item.ident),
            syn::Item::Mod(item) => {
                self.claim("type", &item.ident)?;
                Self::default().items(item.content.as_ref().map_or(&[], |(_, items)| items))
            }
            syn::Item::Impl(item) if item.trait_.is_none() => {
                item.items.iter().try_for_each(|member| self.member(&item.self_ty, member))
            }
            _ => Ok(()),
        })
    }

    /// Claims the name of a function or constant of a type, which may have several `impl`s.
    fn member(&mut self, of: &syn::Type, member: &syn::ImplItem) -> Result<(), String> {
        let owner = format!("member of {}", quote::quote!(#of));
        match member {
            syn::ImplItem::Fn(function) => {
                self.claim(&owner, &function.sig.ident)?;
                let mut arguments = Self::default();
                function.sig.inputs.iter().try_for_each(|input| match input {
                    syn::FnArg::Typed(argument) => {
                        let pattern = &argument.pat;
                        arguments.claim("argument", quote::quote!(#pattern))
                    }
                    _ => Ok(()),
                })
            }
            syn::ImplItem::Const(constant) => self.claim(&owner, &constant.ident),
            _ => Ok(()),
        }
    }
}

/// Numbers that are the same in every run (SplitMix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())].clone()
    }
}

/// Texts that would be code, end a literal or a comment, or confuse a reader, if they were not taken for what they are.
const NASTY: &[&str] = &[
    "",
    " ",
    "\"",
    "`",
    "'",
    "\\",
    "*/",
    "/*",
    "//",
    "///",
    "\n",
    "\r",
    "\r\n",
    "a\nb\r\nc\rd",
    "\0",
    "\u{7f}",
    "\u{85}",
    "\u{2028}",
    "r#\"",
    "\"#",
    "r#type",
    "{}",
    "{",
    "}",
    "{{x}}",
    "#[doc]",
    "#![x]",
    "self",
    "Self",
    "super",
    "crate",
    "type",
    "fn",
    "async",
    "gen",
    "_",
    "__",
    "1",
    "-1",
    "9a",
    "true",
    "null",
    "~",
    "<script>",
    "</p>",
    "&amp;",
    "```",
    "```rust\nfn",
    "~~~",
    "    indented",
    "[x](y",
    "[`x`]",
    "![",
    "https://x.y/(z",
    "| a |\n|-|",
    "1. a\n 2. b",
    "- a\n   - b\n\n\n  c",
    "* a\n+ b",
    "# a",
    "a\n===",
    "> a\nb",
    "a`b``c",
    "\u{1F600}",
    "\u{202E}abc",
    "\u{200B}",
    "e\u{301}",
    "\u{301}",
    "\u{FEFF}",
    "\u{5D0}\u{5D1}",
    "\u{4E2D}\u{6587}",
    "\u{DF}",
    "\u{130}",
    "\u{10FFFF}",
    "$ref",
    "a/b~c",
    "%7B",
    "a.b",
    "a-b",
    "a b",
    "A",
    "a",
    "Client",
    "Option",
    "String",
    "Vec",
    "Box",
    "Unknown",
    "Default",
    "body",
    "params",
    "new",
    "clone",
    "default",
    "builder",
    "additional_properties",
    "(?<",
    "[",
    "\\p{L}",
    "^(a+)+$",
    "^\\d{3}-\\d{4}$",
    ".*",
    "date-time",
    "uuid",
    "int32",
    "uint64",
    "byte",
    "binary",
    "2020-01-01",
    "2020-01-01T00:00:00Z",
    "application/json",
    "*/*",
];

/// Numbers at and beyond the bounds of types.
const NUMBERS: &[&str] = &[
    "0",
    "-0.0",
    "1",
    "-1",
    "0.5",
    "255",
    "2147483648",
    "-2147483649",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "18446744073709551615",
    "18446744073709551616",
    "1e30",
    "-1e30",
    "1e308",
    "5e-324",
    "0.1",
    "1e2",
];

fn number(random: &mut Random) -> Value {
    serde_json::from_str(random.pick(NUMBERS)).expect("they are numbers")
}

fn text(random: &mut Random) -> String {
    match random.below(40) {
        0 => random.pick(NASTY).repeat(1_000),
        1 => format!("a{}", "b ".repeat(5_000)),
        2..8 => format!("{}{}", random.pick(NASTY), random.pick(NASTY)),
        _ => random.pick(NASTY).to_owned(),
    }
}

fn scalar(random: &mut Random) -> Value {
    match random.below(8) {
        0 => Value::Null,
        1 => json!(random.below(2) == 1),
        2..5 => number(random),
        _ => json!(text(random)),
    }
}

fn any(random: &mut Random) -> Value {
    match random.below(8) {
        0 => json!([]),
        1 => json!({}),
        2 => json!([scalar(random), scalar(random)]),
        3 => json!({ text(random): scalar(random) }),
        _ => scalar(random),
    }
}

/// Returns the pointers of everything in a value.
fn pointers(value: &Value) -> Vec<String> {
    fn walk(value: &Value, at: String, into: &mut Vec<String>) {
        match value {
            Value::Object(members) => {
                members.iter().for_each(|(key, value)| walk(value, format!("{at}/{}", escaped(key)), into));
            }
            Value::Array(items) => items.iter().enumerate().for_each(|(index, value)| walk(value, format!("{at}/{index}"), into)),
            _ => {}
        }
        into.push(at);
    }
    let mut all = Vec::new();
    walk(value, String::new(), &mut all);
    all
}

fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// Tells whether there is a schema at a pointer, by the words on the way.
fn is_schema(pointer: &str) -> bool {
    let mut words = pointer.rsplit('/');
    let (last, parent) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    matches!(last, "items" | "schema" | "additionalProperties" | "not")
        || matches!(parent, "schemas" | "properties" | "allOf" | "oneOf" | "anyOf")
}

/// Makes one random change, mostly one that leaves the description valid.
fn change(root: &mut Value, random: &mut Random) {
    let all = pointers(root);
    let schemas: Vec<_> = all.iter().filter(|pointer| is_schema(pointer)).cloned().collect();
    if !schemas.is_empty() && random.below(4) > 0 {
        let old = root.pointer(&random.pick(&schemas)).cloned().unwrap_or_default();
        let other = root.pointer(&random.pick(&schemas)).cloned().unwrap_or_default();
        let target = if random.below(4) == 0 { random.pick(&all) } else { random.pick(&schemas) };
        let reference = json!({ "$ref": format!("#{target}") });
        let place = if random.below(3) == 0 { target.clone() } else { random.pick(&schemas) };
        if let Some(schema) = root.pointer_mut(&place) {
            *schema = changed_schema(schema.take(), [old, other, reference], random);
        }
    } else {
        change_anything(root, &all, random);
    }
}

/// Returns a schema with one change; `others` are schemas of the same description.
fn changed_schema(mut schema: Value, others: [Value; 3], random: &mut Random) -> Value {
    let other = random.pick(&others);
    match random.below(12) {
        0 => other,
        1 => json!({ random.pick(&["allOf", "oneOf", "anyOf"]): [schema, other] }),
        2 => json!({ random.pick(&["allOf", "oneOf", "anyOf"]): [schema] }),
        3 => json!({ "not": schema }),
        4 => json!({ "type": "array", "items": schema }),
        5 => json!({ "type": "object", "additionalProperties": schema }),
        _ => {
            if let Value::Object(members) = &mut schema {
                for _ in 0..=random.below(3) {
                    let (keyword, value) = keyword(&others, random);
                    members.insert(keyword.to_owned(), value);
                }
            }
            schema
        }
    }
}

/// Returns a keyword of schemas with a value that mostly has the shape that it should have.
fn keyword(schemas: &[Value], random: &mut Random) -> (&'static str, Value) {
    const BOUNDS: &[&str] =
        &["minimum", "maximum", "multipleOf", "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"];
    const FLAGS: &[&str] = &[
        "exclusiveMinimum",
        "exclusiveMaximum",
        "uniqueItems",
        "nullable",
        "readOnly",
        "writeOnly",
        "deprecated",
        "additionalProperties",
        "x-extensible-enum",
    ];
    const WORDS: &[&str] = &["description", "title", "pattern", "format"];
    let schema = random.pick(schemas);
    match random.below(18) {
        14..18 => later_keyword(schemas, random),
        0..2 => (random.pick(BOUNDS), number(random)),
        2..4 => (random.pick(FLAGS), json!(random.below(2) == 1)),
        4..6 => (random.pick(WORDS), json!(text(random))),
        6 => ("type", json!(random.pick(&["string", "integer", "number", "boolean", "array", "object"]))),
        7 => ("enum", json!([text(random), text(random), scalar(random)])),
        8 => ("enum", json!([number(random), number(random), number(random)])),
        9 => ("default", any(random)),
        10 => {
            ("properties", json!({ text(random): schema, text(random): random.pick(schemas), text(random): {"type": "string"} }))
        }
        11 => ("required", json!([text(random), text(random)])),
        12 => ("discriminator", json!({ "propertyName": text(random), "mapping": { text(random): text(random) } })),
        _ => ("additionalProperties", schema),
    }
}

/// Returns a keyword that came with 3.1, or that 3.1 reads otherwise.
fn later_keyword(schemas: &[Value], random: &mut Random) -> (&'static str, Value) {
    const SCHEMA: &[&str] = &[
        "if",
        "then",
        "contains",
        "not",
        "items",
        "propertyNames",
        "unevaluatedProperties",
        "unevaluatedItems",
        "contentSchema",
    ];
    const WORDS: &[&str] = &["$anchor", "$id", "$ref", "$dynamicRef", "$dynamicAnchor", "$schema", "contentEncoding"];
    let (schema, other) = (random.pick(schemas), random.pick(schemas));
    match random.below(8) {
        0 => ("const", any(random)),
        1 => ("prefixItems", json!([schema, other, false])),
        2 => ("patternProperties", json!({ text(random): schema, text(random): other })),
        3 => ("dependentSchemas", json!({ text(random): schema })),
        4 => ("$defs", json!({ text(random): schema, text(random): true })),
        5 => ("examples", json!([any(random)])),
        6 => (random.pick(SCHEMA), if random.below(3) == 0 { json!(random.below(2) == 1) } else { schema }),
        _ => (random.pick(WORDS), json!(text(random))),
    }
}

/// Changes something without regard to what it is.
fn change_anything(root: &mut Value, all: &[String], random: &mut Random) {
    let place = random.pick(all);
    let (other, nasty) = (root.pointer(&random.pick(all)).cloned().unwrap_or_default(), text(random));
    let (parent, key) = place.rsplit_once('/').unwrap_or_default();
    let key = key.replace("~1", "/").replace("~0", "~");
    match random.below(8) {
        0..2 => match root.pointer_mut(parent) {
            Some(Value::Object(members)) => _ = members.remove(&key),
            Some(Value::Array(items)) => items.truncate(key.parse().unwrap_or_default()),
            _ => {}
        },
        2..4 => {
            if let Some(Value::Object(members)) = root.pointer_mut(parent)
                && let Some(value) = members.remove(&key)
            {
                members.insert(nasty, value);
            }
        }
        4..6 => {
            let strings: Vec<_> = all.iter().filter(|place| root.pointer(place).is_some_and(Value::is_string)).cloned().collect();
            if !strings.is_empty()
                && let Some(value) = root.pointer_mut(&random.pick(&strings))
            {
                *value = json!(nasty);
            }
        }
        6 => {
            if let Some(value) = root.pointer_mut(&place) {
                *value = other;
            }
        }
        _ => {
            if let Some(value) = root.pointer_mut(&place) {
                *value = any(random);
            }
        }
    }
}

/// Returns the real descriptions, with their names.
fn descriptions() -> Vec<(String, Value)> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = fs::read_dir(package.join("tests/specs")).expect("the folder is part of the crate");
    let mut paths: Vec<_> = files.map(|file| file.expect("its entries can be listed").path()).collect();
    paths.push(package.join("../spec/ledger.yaml"));
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    paths.sort();
    let read = |path: &Path| {
        let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let named = |path: &Path| path.file_stem().expect("files have names").to_string_lossy().into_owned();
    paths.iter().map(|path| (named(path), read(path))).collect()
}

#[test]
fn changed_descriptions() {
    let cases = std::env::var("BINDERY_HOSTILE_CASES").map_or(CASES, |cases| cases.parse().expect("it is a number"));
    let (mut tried, mut gave_code) = (0, 0);
    for (index, (name, original)) in descriptions().into_iter().enumerate() {
        for case in 0..cases {
            let mut random = Random((index as u64) << 32 | case);
            let mut changed = original.clone();
            for _ in 0..=random.below(4) {
                change(&mut changed, &mut random);
            }
            if random.below(2) == 1 {
                changed["openapi"] = json!(random.pick(&["3.1.0", "3.2.0"]));
            }
            let code = check(&format!("{name}_{case}"), &config(tried % CONFIGS), &changed.to_string());
            tried += 1;
            gave_code += u64::from(code.is_some());
        }
    }
    assert!(gave_code * 4 > tried, "{gave_code} of {tried} give code: too few to show anything about it");
}

/// Wraps schemas into a description.
fn with_schemas(schemas: Value) -> String {
    json!({"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {}, "components": {"schemas": schemas}})
        .to_string()
}

/// Wraps paths into a description.
fn with_paths(paths: Value) -> String {
    json!({"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": paths}).to_string()
}

fn reference(name: impl ToString) -> Value {
    json!({ "$ref": format!("#/components/schemas/{}", name.to_string()) })
}

fn schemas(count: usize, schema: impl Fn(usize) -> Value) -> Value {
    (0..count).map(|index| (format!("S{index}"), schema(index))).collect::<Map<_, _>>().into()
}

/// Checks a description under every layout; returns whether it gives code.
fn check_both(name: &str, text: &str) -> bool {
    let later = check(&format!("{name}_31"), &config(0), &text.replacen("3.0.3", "3.1.1", 1));
    let flat = check(name, &config(0), text);
    assert_eq!(flat, later, "{name}: the version does not matter");
    let modules = check(&format!("{name}_modules"), &config(9), text);
    assert_eq!(flat.is_some(), modules.is_some(), "{name}: the layout does not decide whether there is code");
    flat.is_some()
}

#[test]
fn many_enum_values() {
    let values: Vec<_> = (0..5_000).map(|index| format!("value {index}")).collect();
    let alike: Vec<_> = (0..400).map(|index| "-".repeat(index % 70) + "a" + &"_".repeat(index / 70)).collect();
    let numbers: Vec<_> = (0..5_000).map(|index| index - 2_500).collect();
    let text = with_schemas(json!({
        "A": {"type": "string", "enum": values}, "B": {"type": "string", "enum": alike}, "C": {"type": "integer", "enum": numbers},
    }));
    assert!(check("many_enum_values", &config(0), &text).is_some());
}

/// A chain whose links are made by `link` from the schema of the next one.
fn check_chain(name: &str, count: usize, link: impl Fn(Value) -> Value) {
    let chain = |last: Value| {
        schemas(count, |index| link(if index + 1 == count { last.clone() } else { reference(format!("S{}", index + 1)) }))
    };
    check(&format!("{name}_ends"), &config(0), &with_schemas(chain(json!({"type": "string"}))));
    check(&format!("{name}_circle"), &config(0), &with_schemas(chain(reference("S0"))));
}

#[test]
fn a_long_chain_of_references() {
    check_chain("references", 5_000, |next| next);
}

#[test]
fn a_long_chain_of_all_of() {
    // Each link is worked out with up to 500 after it, so more links only take longer.
    check_chain("all_of", 520, |next| json!({"allOf": [next, {"type": "object", "properties": {"a": {"type": "string"}}}]}));
}

#[test]
fn a_long_chain_of_arrays() {
    check_chain("arrays", 5_000, |next| json!({"type": "array", "items": next}));
}

#[test]
fn a_long_chain_of_unions() {
    check_chain("one_of", 2_000, |next| json!({"oneOf": [next, {"type": "integer"}]}));
}

#[test]
fn a_long_chain_of_required_properties() {
    check_chain("properties", 5_000, |next| json!({"type": "object", "required": ["a"], "properties": {"a": next}}));
}

#[test]
fn a_wide_union_of_unions() {
    let union = |index: usize| json!({"oneOf": (0..4).map(|branch| json!({"type": "object", "properties": {format!("p{index}_{branch}"): {"type": "string"}}})).collect::<Vec<_>>()});
    let members: Vec<_> = (0..300).map(|index| reference(format!("S{index}"))).collect();
    let mut all = schemas(300, union);
    all["One"] = json!({"oneOf": members});
    all["Any"] = json!({"anyOf": members});
    all["All"] = json!({"allOf": members});
    check("a_wide_union", &config(0), &with_schemas(all));
}

#[test]
fn a_union_that_leads_to_itself_in_more_than_one_way() {
    let own = reference("S0");
    let union = json!({"anyOf": [own, own, own], "type": "object"});
    let schema = json!({"anyOf": [{"allOf": [union, own, own]}], "format": "int32"});
    check("union_of_itself", &config(0), &with_schemas(json!({"S0": schema})));
}

#[test]
fn long_names() {
    let long = |end: &str| "Name ".repeat(20_000) + end;
    let schema = json!({
        "type": "object", "title": long("t"), "description": long("d"), "required": [long("a")],
        "properties": {long("a"): {"type": "string", "enum": [long("x"), long("y")]}, long("b"): {"type": "string", "pattern": long("p"), "default": long("f")}},
    });
    let text = json!({
        "openapi": "3.0.3", "info": {"title": long("t"), "version": "1"},
        "paths": {format!("/{}", long("p")): {"get": {"operationId": long("o"), "tags": [long("t")], "parameters": [
            {"in": "query", "name": long("q"), "schema": reference(long("S"))},
        ], "responses": {"200": {"description": long("r")}}}}},
        "components": {"schemas": {long("S"): schema, long("T"): {"oneOf": [reference(long("S")), {"type": "string"}]}}},
    });
    assert!(check_both("long_names", &text.to_string()));
}

#[test]
fn two_schemas_that_contain_each_other() {
    const WAYS: &[fn(Value) -> Value] = &[
        |of| of,
        |of| json!({"allOf": [of]}),
        |of| json!({"allOf": [of, {"type": "object", "properties": {"x": {"type": "string"}}}]}),
        |of| json!({"oneOf": [of]}),
        |of| json!({"oneOf": [of, {"type": "string"}]}),
        |of| json!({"anyOf": [of, {"type": "object", "properties": {"y": {"type": "integer"}}}]}),
        |of| json!({"anyOf": [of, of], "nullable": true}),
        |of| json!({"anyOf": [of, {"allOf": [of, {"required": ["z"]}]}]}),
        |of| json!({"not": of}),
        |of| json!({"type": "array", "items": of}),
        |of| json!({"type": "array", "items": of, "minItems": 1, "uniqueItems": true}),
        |of| json!({"type": "object", "additionalProperties": of}),
        |of| json!({"type": "object", "required": ["a"], "properties": {"a": of}}),
        |of| json!({"type": "object", "properties": {"a": of}, "additionalProperties": of}),
        |of| json!({"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}}, "oneOf": [of], "discriminator": {"propertyName": "kind"}}),
    ];
    for (first, a) in WAYS.iter().enumerate() {
        for (second, b) in WAYS.iter().enumerate() {
            let text = with_schemas(json!({"A": a(reference("B")), "B": b(reference("A")), "C": a(reference("C"))}));
            check(&format!("recursion_{first}_{second}"), &config((first * 5 + second) as u64 % 12), &text);
        }
    }
}

#[test]
fn names_that_are_rust() {
    const RUST: &[&str] = &[
        "); panic!()",
        "pub struct X;",
        "#[test]",
        "r#\"x\"#",
        "//! x",
        "*/ fn x() {}",
        "impl<T> X for T {}",
        "$crate",
        "$x:expr",
        "'a",
        "b'x'",
        "::std",
        "self.0",
        "x: String = \"",
        "Option<Self>",
        "{x:?}",
        "\\u{41}",
        "\"; }",
        "macro_rules! x",
        "dyn",
        "try",
        "yield",
        "union",
        "'static",
        "raw",
        "safe",
        "serialize",
        "deserialize",
        "validate",
        "request",
        "Error",
        "Result",
        "Ok",
        "Err",
        "Some",
        "None",
        "bindery_runtime",
        "std",
        "core",
        "servers",
        "types",
    ];
    let names: Vec<_> = RUST.iter().chain(NASTY).copied().collect();
    let properties: Map<_, _> =
        names.iter().map(|name| ((*name).to_owned(), json!({"type": "string", "description": name, "default": name}))).collect();
    let required: Vec<_> = names.iter().step_by(3).collect();
    let schemas: Map<_, _> = names
        .iter()
        .map(|name| ((*name).to_owned(), json!({"type": "object", "title": name, "properties": {*name: {}}})))
        .collect();
    let parameters = |location: &str| {
        names.iter().map(|name| json!({"in": location, "name": name, "schema": {"type": "string"}})).collect::<Vec<_>>()
    };
    let object = json!({"type": "object", "required": required, "properties": properties});
    let own = json!({"Object": object, "Enum": {"type": "string", "enum": names}, "Union": {"oneOf": names.iter().map(|name| json!({
        "type": "object", "title": name, "required": [name], "properties": {*name: {"type": "string"}}})).collect::<Vec<_>>()}});
    assert!(check_both("rust_models", &with_schemas(own)));
    check_both("rust_schemas", &with_schemas(schemas.into()));
    for location in ["query", "header", "cookie"] {
        let operation =
            json!({"get": {"operationId": "a", "parameters": parameters(location), "responses": {"200": {"description": "x"}}}});
        check_both(&format!("rust_{location}"), &with_paths(json!({"/a": operation})));
    }
    let operations: Map<_, _> = names.iter().enumerate().map(|(index, name)| (format!("/p{index}"), json!({"get": {
        "operationId": name, "summary": name, "description": name, "tags": [name], "responses": {"default": {"description": name, "headers": {*name: {"schema": {}}}}}}}))).collect();
    assert!(check_both("rust_operations", &with_paths(operations.into())));
    for (index, name) in names.iter().enumerate() {
        let operation = json!({"get": {"responses": {"200": {"description": "x", "content": {*name: {"schema": {"type": "string"}}}}},
            "parameters": [{"in": "path", "required": true, "name": name, "schema": {"type": "string"}}]}});
        check(
            &format!("rust_path_{index}"),
            &config(index as u64 % 12),
            &with_paths(json!({format!("/a/{{{name}}}"): operation, format!("/{name}"): {}})),
        );
    }
}

#[test]
fn patterns_that_are_none() {
    let patterns = [
        "(",
        "[",
        "*",
        "(?<a>",
        "\\",
        "a{99999999999}",
        "(?<=x)\\1",
        "[z-a]",
        "\\u{110000}",
        "(?i)x",
        "\\p{Nope}",
        "a++",
        "\0",
        "^\u{1F600}$",
    ];
    let properties: Map<_, _> = patterns
        .iter()
        .enumerate()
        .map(|(index, pattern)| (format!("p{index}"), json!({"type": "string", "pattern": pattern})))
        .collect();
    let text =
        with_schemas(json!({"A": {"type": "object", "properties": properties}, "B": {"type": "string", "pattern": "(((((("}}));
    assert!(check_both("patterns", &text));
    let deep = with_schemas(json!({"A": {"type": "string", "pattern": "(".repeat(50_000) + &")".repeat(50_000)}}));
    check_both("pattern_deep", &deep);
}

#[test]
fn numbers_beyond_every_type() {
    const TYPES: &[(&str, &str)] = &[
        ("integer", ""),
        ("integer", "int32"),
        ("integer", "int64"),
        ("integer", "uint8"),
        ("integer", "uint64"),
        ("number", ""),
        ("number", "float"),
        ("number", "double"),
        ("number", "decimal"),
        ("string", ""),
        ("string", "date"),
        ("array", ""),
        ("object", ""),
        ("boolean", ""),
    ];
    let huge = ["1e400", "-1e400", "123456789012345678901234567890", "-123456789012345678901234567890", "1e-400", "0.1e1", "-0"];
    for (index, bound) in NUMBERS.iter().chain(&huge).enumerate() {
        let schemas: Vec<_> = TYPES.iter().enumerate().map(|(index, (name, format))| {
            let bounds = ["minimum", "maximum", "multipleOf", "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"];
            let bounds: String = bounds.iter().map(|keyword| format!("\"{keyword}\": {bound}, ")).collect();
            let own = format!("{{\"type\": \"{name}\", \"format\": \"{format}\", {bounds} \"default\": {bound}, \"items\": {{}}, \"enum\": [{bound}]}}");
            let open = format!("{{\"type\": \"{name}\", \"format\": \"{format}\", {bounds} \"default\": {bound}, \"exclusiveMinimum\": true, \"items\": {{}}}}");
            format!("\"S{index}\": {own}, \"T{index}\": {{\"type\": \"object\", \"properties\": {{\"a\": {open}, \"b\": {own}}}}}")
        }).collect();
        let text = with_schemas(json!("SCHEMAS")).replace("\"SCHEMAS\"", &format!("{{{}}}", schemas.join(",")));
        check(&format!("number_{index}"), &config(index as u64 % 12), &text);
        // Without the bounds that only whole numbers are legal for, so that more of them give code.
        let lenient = with_schemas(json!({"A": {"type": "object", "properties": TYPES.iter().map(|(name, format)| {
            let bound: Value = serde_yaml::from_str(bound).unwrap_or_default();
            (format!("{name}_{format}"), json!({"type": name, "format": format, "default": bound, "minimum": bound, "maximum": bound, "items": {}}))
        }).collect::<Map<_, _>>()}}));
        check(&format!("number_default_{index}"), &config(index as u64 % 12), &lenient);
    }
}

#[test]
fn odd_operations() {
    let answers = |status: &str| json!({"/a": {"get": {"operationId": "a", "responses": {status: {"description": "x", "content": {"application/json": {"schema": {"type": "object"}}}}}}}});
    for status in ["099", "600", "0XX", "6XX", "2xx", "XXX", "", "20", "2000", "-200", "default", "Default", "2 0", "\u{662}00"] {
        check_both("status", &with_paths(answers(status)));
    }
    for path in [
        "",
        "a",
        "/",
        "//",
        "/{",
        "/}",
        "/{}",
        "/{a",
        "/a}",
        "/{{a}}",
        "/{a}{a}",
        "/{a}{b}",
        "/{a/b}",
        "/{ a }",
        "/{a}?x={b}",
        "/{a}#x",
        "/%7Ba%7D",
        "/\u{0}",
        "/..",
        "/{a}.{b}",
    ] {
        let parameter = |name: &str| json!({"in": "path", "name": name, "required": true, "schema": {"type": "string"}});
        for parameters in
            [json!([]), json!([parameter("a")]), json!([parameter("a"), parameter("b")]), json!([parameter("a"), parameter("a")])]
        {
            check_both(
                "path",
                &with_paths(json!({path: {"parameters": parameters, "get": {"responses": {"200": {"description": "x"}}}}})),
            );
        }
    }
    for (location, style) in [
        ("query", "deepObject"),
        ("query", "matrix"),
        ("header", "form"),
        ("cookie", "simple"),
        ("path", "label"),
        ("body", ""),
        ("", "form"),
    ] {
        for schema in [
            json!({"type": "object"}),
            json!({"type": "array", "items": {"type": "array", "items": {}}}),
            reference("none"),
            json!({"oneOf": []}),
            Value::Null,
        ] {
            let parameter = json!({"in": location, "name": "a", "required": location == "path", "style": style, "explode": true, "schema": schema, "allowReserved": true});
            let operation = json!({"get": {"parameters": [parameter, parameter], "responses": {"200": {"description": "x"}}}, "parameters": [parameter]});
            check_both("parameter", &with_paths(json!({if location == "path" { "/{a}" } else { "/a" }: operation})));
        }
    }
}

#[test]
fn odd_servers() {
    for url in [
        "",
        "{",
        "}",
        "{}",
        "{a}",
        "https://{a}.{b}/{a}",
        "https://{a",
        "/{a}/",
        "http://[::1",
        "\u{0}",
        "//x",
        "https://\u{202e}",
        "javascript:x",
        "https://x?y#z",
    ] {
        for variables in [
            json!({}),
            json!({"a": {"default": ""}}),
            json!({"a": {"default": "x", "enum": []}}),
            json!({"a": {"default": "\"", "enum": ["y", "{b}"]}, "b": {"default": "{a}"}}),
            json!({"a": {}}),
            json!(null),
        ] {
            let server = json!({"url": url, "description": "\"*/\n", "variables": variables});
            let text = json!({"openapi": "3.0.3", "info": {"title": "", "version": ""}, "servers": [server, server], "paths": {"/a": {"servers": [server], "get": {"servers": [server], "responses": {"200": {"description": "x"}}}}}});
            check_both("server", &text.to_string());
        }
    }
}

#[test]
fn what_turns_the_direction_of_text_is_spelled_out() {
    let text = with_schemas(json!({"A": {"type": "string", "enum": ["\u{202E}abc", "x"]}}));
    let code = check("direction", &config(0), &text).expect("it gives code");
    assert!(!code.contains('\u{202E}') && code.contains("/// `\\u{202e}abc`."), "{code}");
}

#[test]
fn no_operation_is_called_like_a_constructor() {
    let operation = json!({"get": {"operationId": "new", "responses": {"204": {"description": "x"}}}});
    let code = check("constructor", &config(0), &with_paths(json!({"/a": operation}))).expect("it gives code");
    assert!(!code.contains("pub fn new("), "{code}");
}
