//! What the fuzz targets share: running the stages, and descriptions made of random schemas.

use std::panic::resume_unwind;
use std::thread;

use bindery::assemble::AssembleOptions;
use bindery::diagnostic::{Code, Diagnostics, Kind};
use bindery::report::{Color, Report};
use bindery::source::Sources;
use bindery::{Config, Error, Generated, Layout};
use bindery_validator::diff::{Diff, Shown, Side, diff_texts};
use bindery_validator::payload::{Description, Validator};
use bindery_validator::print::Format;

pub mod pairs;
pub mod schemas;

/// Reads a text as `parse` does, and prints what it found.
pub fn parse(text: &str) {
    with_a_deep_stack(|| {
        let mut sources = Sources::default();
        let document = sources.add("fuzz.yaml", text);
        let (description, found) = bindery::parse::parse(&sources, document);
        assert!(description.is_some() || found.has_errors(), "a text that is not read is refused with a reason");
        print(&found, &sources);
    });
}

/// Runs a text through the stages up to the IR.
pub fn lower(text: &str) {
    with_a_deep_stack(|| {
        let mut sources = Sources::default();
        let document = sources.add("fuzz.yaml", text);
        let (document, found) = bindery::assemble::assemble(&mut sources, document, None, &AssembleOptions::default());
        if found.has_errors() {
            return;
        }
        let (Some(description), found) = bindery::parse::parse(&sources, document) else { return };
        if found.has_errors() {
            return;
        }
        let (normal_form, found) = bindery::spec::resolve(&description, document);
        if found.has_errors() {
            return;
        }
        let (api, found) = bindery::lower::lower(&normal_form, &bindery::lower::LowerOptions::default());
        print(&found, &sources);
        bindery::analyze::analyze(&api);
    });
}

/// Runs a text through everything; what is generated has to be Rust.
pub fn pipeline(choice: u8, text: &str) {
    check(config(choice).generate_text("fuzz.yaml", text));
}

/// Compares two descriptions, each with itself, and both ways.
pub fn diff(base: &str, revision: &str) {
    with_a_deep_stack(|| {
        let compare = |base: &str, revision: &str| {
            let diff = diff_texts(&config(0), ("base.yaml", base), ("revision.yaml", revision)).ok()?;
            show(&diff);
            // Of Rust only breaks are told that are from no change of the description, and those are breaks one way only.
            Some(diff.changes.iter().filter(|change| change.rule.name() != "rust-changed").count())
        };
        for text in [base, revision] {
            assert!(compare(text, text).is_none_or(|count| count == 0), "a description is the same as itself");
        }
        let (there, back) = (compare(base, revision), compare(revision, base));
        assert_eq!(there.map(|count| count == 0), back.map(|count| count == 0), "what changes there changes back");
    });
}

fn show(diff: &Diff) {
    for format in [Format::Text, Format::Json, Format::Markdown, Format::Sarif] {
        let shown = Shown { side: Side::Both, format, color: Color::Never, accepted: None };
        assert!(bindery_validator::diff::print(diff, &shown).ends_with('\n'), "a text ends with a line break");
    }
}

/// Parameters of every style, and forms.
const MESSAGES: &str = "{openapi: 3.1.0, info: {title: T, version: '1'}, paths: {'/{m}/{l}/{s}': {post: {operationId: a, parameters: [\
    {name: m, in: path, required: true, style: matrix, schema: {type: object, properties: {a: {type: integer}}}}, \
    {name: l, in: path, required: true, style: label, explode: true, schema: {type: array, items: {type: integer}}}, \
    {name: s, in: path, required: true, schema: {type: object, properties: {a: {type: integer}}}}, \
    {name: f, in: query, schema: {type: object, properties: {a: {type: integer}}}}, \
    {name: n, in: query, style: spaceDelimited, schema: {type: array, items: {type: number}}}, \
    {name: p, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: boolean}}}, \
    {name: d, in: query, style: deepObject, schema: {type: object, additionalProperties: {type: string}}}, \
    {name: j, in: query, content: {application/json: {schema: {type: array}}}}, \
    {name: h, in: header, explode: true, schema: {type: object, properties: {a: {type: integer}}}}, \
    {name: c, in: cookie, schema: {type: array, items: {type: string}}}], \
    requestBody: {content: {application/json: {schema: {type: object}}, \
        application/x-www-form-urlencoded: {schema: &f {type: object, properties: {a: {type: array, items: {type: integer}}, \
            d: {type: object, additionalProperties: {type: array, items: {type: object}}}, p: {type: array, items: {type: string}}}}, \
            encoding: {d: {style: deepObject}, p: {style: pipeDelimited}}}, \
        multipart/form-data: {schema: *f, encoding: {a: {contentType: 'application/json, image/*', \
            headers: {H: {required: true, explode: true, schema: {type: object}}}}, p: {style: pipeDelimited}}}}}, \
    responses: {'200': {description: x, headers: {h: {schema: {type: array, items: {type: integer}}}}, \
        content: {application/json: {schema: {oneOf: [{type: array}, {type: string}]}}}}}}}}}";

/// Judges a text as each part of an exchange, the parts separated by NULs.
pub fn payload(text: &str) {
    thread_local! {
        static VALIDATOR: Validator<'static> = Validator::new(Box::leak(Box::new(messages()))).expect("the description is sound");
    }
    VALIDATOR.with(|validator| judge(validator, text));
}

fn messages() -> Description {
    let mut sources = Sources::default();
    let document = sources.add("fuzz.yaml", MESSAGES);
    Description::new(Config::new().examine_source(sources, document).expect("there are no options"))
}

fn judge(validator: &Validator<'_>, text: &str) {
    let mut parts = text.split('\0').chain(std::iter::repeat(text));
    let mut part = || parts.next().unwrap_or_default();
    let url = format!("/{}?{}", part(), part());
    let (header, body) = (part(), part());
    for kind in ["application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b", header] {
        let headers = [("content-type", kind), ("h", header), ("cookie", header)];
        validator.request("POST", &url, &headers, body.as_bytes());
    }
    if let Ok(operation) = validator.operation("a") {
        validator.response(operation, 200, &[("h", header)], body.as_bytes());
    }
}

/// Applies a text as an overlay to a description, and runs the result through everything.
pub fn overlay(overlay: &str, description: &str) {
    // Overlays are files. The name is the process's own, since several of them fuzz at a time.
    let path = std::env::temp_dir().join(format!("bindery-fuzz-{}.yaml", std::process::id()));
    std::fs::write(&path, overlay).expect("the folder of temporary files can be written");
    check(config(0).overlay(&path).generate_text("fuzz.yaml", description));
}

fn check(outcome: Result<Generated, Error>) {
    match outcome {
        Ok(generated) => {
            print(&generated.diagnostics, &generated.sources);
            with_a_deep_stack(|| match syn::parse_file(&generated.text) {
                Ok(_) => {}
                Err(error) => panic!("{error} in:\n{}", generated.text),
            });
        }
        Err(Error::Refused(refusal)) => print(&refusal.diagnostics, &refusal.sources),
        Err(other) => panic!("a description is refused with findings, not with {other}"),
    }
}

/// Every layout and every way with what is unknown; what is unsupported is left out, so that more goes through every stage.
fn config(choice: u8) -> Config {
    let mut config = Config::new();
    for code in Code::ALL.iter().filter(|code| code.kind() == Kind::Unsupported) {
        config.allow(code.id());
    }
    if choice & 1 != 0 {
        config.layout(Layout::Modules);
    }
    if choice & 2 != 0 {
        config.reject_unknown_values();
    }
    match choice >> 2 & 3 {
        1 => _ = config.reject_unknown_properties(),
        2 => _ = config.keep_unknown_properties(),
        _ => {}
    }
    config
}

fn print(found: &Diagnostics, sources: &Sources) {
    let report = Report::of(found, sources);
    assert!(report.blocks(Color::Never).all(|block| block.ends_with('\n')), "every finding is printed");
    assert!(report.lines().all(|(_, line)| !line.contains(['\n', '\r'])), "a line is a line");
}

/// Runs on a stack like the one that `Config::generate` gives itself: single stages are called without it here.
fn with_a_deep_stack(run: impl FnOnce() + Send) {
    const STACK: usize = 256 << 20;
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, run).expect("a thread starts");
        if let Err(panic) = thread.join() {
            resume_unwind(panic);
        }
    });
}
