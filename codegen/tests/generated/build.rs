//! Writes the table of the generated types and their schemas, for `tests/values.rs`.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use bindery::plan::{Form, RustItem};
use bindery::{Config, Layout};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let specs = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../specs");
    println!("cargo::rerun-if-changed={}", specs.display());
    let mut table = String::from("&[\n");
    for path in descriptions(&specs)? {
        write_types(&mut table, &path)?;
    }
    table.push_str("]\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("types.rs"), table)?;
    Ok(())
}

/// The description `options` has types that the options replace, of which no schema says anything. Those of later versions than 3.0 refer by
/// anchors and base URIs, which the maker of values does not follow yet.
fn descriptions(specs: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found: Vec<PathBuf> = fs::read_dir(specs)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    found.retain(|path| path.extension().is_some_and(|ending| ending == "yaml") && !path.ends_with("options.yaml"));
    let of_3_0 = |path: &PathBuf| fs::read_to_string(path).is_ok_and(|text| text.contains("openapi: 3.0"));
    found.retain(of_3_0);
    found.sort();
    Ok(found)
}

/// Writes a line for each type that a schema became: where the schema is, which way the values go, and the type.
fn write_types(table: &mut String, path: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let mut config = Config::new();
    if name == "layout_modules" {
        config.layout(Layout::Modules);
    }
    let plan = config.generate(path)?.plan;
    let items = plan.modules.iter().flat_map(|module| &module.items);
    let aliases: HashSet<_> = items.filter(|item| matches!(item, RustItem::Alias(_))).filter_map(RustItem::path).collect();
    let mut met = HashSet::new();
    for item in plan.items_of_schemas.iter().filter(|item| met.insert((item.origin.pointer.as_str(), item.form))) {
        let pointer = item.origin.pointer.as_str();
        let direction = match item.form {
            Form::Whole => "Any",
            Form::Read => "Read",
            Form::Sent => "Sent",
        };
        let (rust, is_alias) = (&item.path, aliases.contains(&item.path));
        let outcome = format!("outcome!(bindery_specs::{name}::{rust})");
        writeln!(table, "    ({name:?}, {pointer:?}, Direction::{direction}, {is_alias}, {outcome}),")?;
    }
    Ok(())
}
