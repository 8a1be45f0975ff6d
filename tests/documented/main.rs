//! What the documentation promises, what the description says and what is generated, field by field.
//!
//! `generated/documented_fields.snap` has a table of each page, for people. The test below fails, naming page and field, where two of the
//! three disagree or one lacks a field; `mutations` proves that it can fail.

mod compare;
mod described;
mod field;
mod generated;
mod mutations;
mod page;

use std::path::{Path, PathBuf};

use bindery::{Config, Inspected};

use compare::Sides;
use field::Finding;
use page::PageText;

#[test]
fn documentation_description_and_generated_code_agree() {
    let (sides, mut findings) = sides(&pages(), &generated());
    findings.extend(sides.disagreements());
    let list: Vec<_> = findings.iter().map(ToString::to_string).collect();
    assert!(findings.is_empty(), "{} disagreements:\n{}\n", list.len(), list.join("\n"));
}

#[test]
fn documented_fields_are_reviewed_side_by_side() {
    let (sides, _) = sides(&pages(), &generated());
    let tables: Vec<_> = sides.documented.iter().map(|page| sides.table(page)).collect();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../generated");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("documented_fields", tables.join("\n")));
}

fn pages() -> Vec<PageText> {
    page::load(&spec("documented"))
}

fn generated() -> Inspected {
    Config::new().inspect(spec("ledger.yaml")).expect("the description is fine")
}

fn spec(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("spec").join(name)
}

/// Reads all sides, and says where pages contradict one another.
fn sides(pages: &[PageText], generated: &Inspected) -> (Sides, Vec<Finding>) {
    let (documented, findings) = page::read(pages);
    let described = described::operations(&generated.document);
    (Sides { documented, described, generated: generated::operations(&generated.plan) }, findings)
}
