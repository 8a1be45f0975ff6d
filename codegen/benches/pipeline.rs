//! What each stage costs, on the Ledger description and on a large one.
//!
//! `cargo bench -p bindery`; `BINDERY_BENCH_SPEC=path` names the large description, without it only Ledger is measured.

use std::path::PathBuf;

use bindery::lower::LowerOptions;
use bindery::plan::PlanOptions;
use bindery::source::{DocumentId, Sources};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// Returns the names of the descriptions to measure.
fn names() -> Vec<&'static str> {
    if std::env::var_os("BINDERY_BENCH_SPEC").is_some() { vec!["ledger", "large"] } else { vec!["ledger"] }
}

fn read(name: &str) -> (Sources, DocumentId) {
    let path = match name {
        "ledger" => PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../spec/ledger.yaml")),
        _ => PathBuf::from(std::env::var_os("BINDERY_BENCH_SPEC").unwrap_or_default()),
    };
    let mut sources = Sources::default();
    let document = sources.load(&path).expect("the description is readable");
    (sources, document)
}

fn document(name: &str) -> bindery::spec::Document {
    let (sources, document) = read(name);
    let (openapi, _) = bindery::parse::parse(&sources, document);
    bindery::spec::resolve(&openapi.expect("the description is valid"), document).0
}

fn api(name: &str) -> bindery::ir::Api {
    bindery::lower::lower(&document(name), &LowerOptions::default()).0
}

fn plan(name: &str) -> bindery::plan::RustCrate {
    let api = api(name);
    bindery::plan::plan(&api, &bindery::analyze::analyze(&api), &PlanOptions::default()).0
}

#[divan::bench(args = names())]
fn parse(bencher: Bencher<'_, '_>, name: &str) {
    let (sources, document) = read(name);
    bencher.bench_local(|| bindery::parse::parse(black_box(&sources), document));
}

#[divan::bench(args = names())]
fn resolve(bencher: Bencher<'_, '_>, name: &str) {
    let (sources, document) = read(name);
    let openapi = bindery::parse::parse(&sources, document).0.expect("the description is valid");
    bencher.bench_local(|| bindery::spec::resolve(black_box(&openapi), document));
}

#[divan::bench(args = names())]
fn lower(bencher: Bencher<'_, '_>, name: &str) {
    let document = document(name);
    bencher.bench_local(|| bindery::lower::lower(black_box(&document), &LowerOptions::default()));
}

#[divan::bench(args = names())]
fn analyze(bencher: Bencher<'_, '_>, name: &str) {
    let api = api(name);
    bencher.bench_local(|| bindery::analyze::analyze(black_box(&api)));
}

#[divan::bench(args = names())]
fn plan_rust(bencher: Bencher<'_, '_>, name: &str) {
    let api = api(name);
    let facts = bindery::analyze::analyze(&api);
    bencher.bench_local(|| bindery::plan::plan(black_box(&api), &facts, &PlanOptions::default()));
}

#[divan::bench(args = names())]
fn emit_and_format(bencher: Bencher<'_, '_>, name: &str) {
    let plan = plan(name);
    bencher.bench_local(|| bindery::output::render(black_box(&plan), "description"));
}

#[divan::bench(args = names())]
fn whole_run(bencher: Bencher<'_, '_>, name: &str) {
    let (sources, document) = read(name);
    let source = sources.get(document).clone();
    bencher.bench_local(|| bindery::Config::new().generate_text(&source.name, black_box(&source.text)).is_ok());
}
