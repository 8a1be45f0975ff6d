//! Generates the code of the real descriptions, and writes the table of all generated types and their schemas, for `tests/values.rs`.

use std::borrow::Cow;
use std::fmt::{self, Write as _};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use bindery::plan::{Form, RustCrate};
use bindery::{Config, Layout};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = env::var("CARGO_MANIFEST_DIR")?;
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let small = descriptions(&Path::new(&root).join("../specs"), "yaml")?;
    let real = descriptions(&Path::new(&root).join("../../../tests/real"), "json")?;
    let mut table = String::from("&[\n");
    for path in small.iter().filter(|path| has_schemas_to_read(path)) {
        write_types(&mut table, "", path, &config(path).generate(path)?.plan)?;
    }
    let mut modules = String::new();
    for path in &real {
        let generated = Config::new().generate(path)?;
        write_types(&mut table, "real::", path, &generated.plan)?;
        fs::write(out.join(format!("{}.rs", name(path))), generated.text)?;
        writeln!(
            modules,
            "/// Made from `{0}.json`.\npub mod {0} {{ include!(concat!(env!(\"OUT_DIR\"), \"/{0}.rs\")); }}",
            name(path)
        )?;
    }
    table.push_str("]\n");
    fs::write(out.join("types.rs"), table)?;
    fs::write(out.join("real.rs"), modules)?;
    Ok(())
}

fn descriptions(folder: &Path, ending: &str) -> io::Result<Vec<PathBuf>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut found: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    found.retain(|path| path.extension().is_some_and(|found| found == ending));
    found.sort();
    Ok(found)
}

/// The description `options` has types that the options replace, of which no schema says anything; `several_files` refers to other files,
/// which the maker of values does not follow, and Swagger 2.0 is not what it reads.
fn has_schemas_to_read(path: &Path) -> bool {
    !["options", "several_files"].contains(&&*name(path))
        && fs::read_to_string(path).is_ok_and(|text| text.lines().any(|line| line.starts_with("openapi: 3.")))
}

fn name(path: &Path) -> Cow<'_, str> {
    path.file_stem().unwrap_or_default().to_string_lossy()
}

fn config(path: &Path) -> Config {
    let mut config = Config::new();
    if name(path) == "layout_modules" {
        config.layout(Layout::Modules);
    }
    config
}

/// Writes a line for each type that a schema became: where the schema is, which way the values go, and the type.
fn write_types(table: &mut String, folder: &str, path: &Path, plan: &RustCrate) -> fmt::Result {
    let name = name(path);
    for item in &plan.items_of_schemas {
        let pointer = item.origin.pointer.as_str();
        let direction = match item.form {
            Form::Whole => "Any",
            Form::Read => "Read",
            Form::Sent => "Sent",
        };
        let (rust, is_alias) = (&item.path, item.is_alias);
        let outcome = format!("outcome!(bindery_specs::{folder}{name}::{rust})");
        writeln!(table, "    ({folder:?}, {name:?}, {pointer:?}, Direction::{direction}, {is_alias}, {outcome}),")?;
    }
    Ok(())
}
