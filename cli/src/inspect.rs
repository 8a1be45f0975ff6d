//! `bindery inspect`: the result of one stage, as text for people or JSON for programs.

use std::collections::HashMap;

use bindery::Inspected;
use bindery::ir;
use bindery::plan::RustCrate;
use bindery::plan::listing::public_api;
use bindery::spec::Document;
use serde::Serialize;

use crate::args::{Format, InspectArgs, Stage};
use crate::console::Console;
use crate::failure::{Failure, Outcome};

/// Prints a stage to stdout, and what there is to say about the description to stderr.
pub(crate) fn run(args: &InspectArgs, console: &Console) -> Result<Outcome, Failure> {
    let text = match (args.stage, args.format) {
        (Stage::Document, Format::Text) => format!("{:#?}\n", load(args, console)?),
        (Stage::Document, Format::Json) => json(&load(args, console)?)?,
        (Stage::Ir, Format::Text) => ir::render(&inspect(args, console)?.api),
        (Stage::Ir, Format::Json) => json(&inspect(args, console)?.api)?,
        (Stage::Plan, Format::Text) => plan_text(&inspect(args, console)?.plan),
        (Stage::Plan, Format::Json) => json(&inspect(args, console)?.plan)?,
        (Stage::Types, Format::Text) => types_text(&inspect(args, console)?.plan),
        (Stage::Types, Format::Json) => types_json(&inspect(args, console)?.plan),
    };
    console.print(&text)?;
    Ok(Outcome::Fine)
}

fn inspect(args: &InspectArgs, console: &Console) -> Result<Inspected, Failure> {
    let inspected = args.code.config(&args.input).inspect(&args.input.description)?;
    console.report(&inspected.diagnostics, &inspected.sources);
    Ok(inspected)
}

/// Reads the normal form, which is there also of a description that later stages refuse.
fn load(args: &InspectArgs, console: &Console) -> Result<Document, Failure> {
    let loaded = args.input.config().load(&args.input.description)?;
    console.report(&loaded.diagnostics, &loaded.sources);
    Ok(loaded.document)
}

/// Shows a stage's result with the names of its fields; ids are positions in the list of their nodes.
fn json(result: &impl Serialize) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(result);
    text.map(|text| text + "\n").map_err(|error| Failure::Unusable(format!("the stage can't be written as JSON: {error}")))
}

fn plan_text(plan: &RustCrate) -> String {
    public_api(plan).into_iter().map(|line| line + "\n").collect()
}

fn types_text(plan: &RustCrate) -> String {
    plan.paths.iter().map(|(origin, path)| format!("{}\t{path}\n", origin.pointer.as_str().escape_debug())).collect()
}

/// Shows an object from JSON Pointers to Rust paths, in the order of the types. Where a schema became two types, as it is sent and as
/// it is read, its pointer has both in an array.
fn types_json(plan: &RustCrate) -> String {
    let members: Vec<_> = by_pointer(plan)
        .into_iter()
        .map(|(pointer, paths)| {
            let paths: Vec<_> = paths.into_iter().map(json_string).collect();
            let value = match paths.as_slice() {
                [path] => path.clone(),
                _ => format!("[{}]", paths.join(", ")),
            };
            format!("  {}: {value}", json_string(pointer))
        })
        .collect();
    if members.is_empty() { "{}\n".to_owned() } else { format!("{{\n{}\n}}\n", members.join(",\n")) }
}

/// Puts the types of one schema together.
fn by_pointer(plan: &RustCrate) -> Vec<(&str, Vec<&str>)> {
    let mut groups: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut positions = HashMap::new();
    for (origin, path) in &plan.paths {
        let pointer = origin.pointer.as_str();
        let position = *positions.entry(pointer).or_insert(groups.len());
        match groups.get_mut(position) {
            Some((_, paths)) => paths.push(path),
            None => groups.push((pointer, vec![path])),
        }
    }
    groups
}

fn json_string(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
