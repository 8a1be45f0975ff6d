//! Holds the order of the stages: a module uses only those before it.

use std::fs;
use std::path::Path;

/// The modules in the order of the pipeline; those of one line may use each other.
const ORDER: [&[&str]; 10] = [
    &["arena", "formats", "kind"],
    &["diagnostic", "source", "report", "stack"],
    &["parse"],
    // It runs first, and reads texts as parse does.
    &["assemble"],
    &["spec"],
    &["ir"],
    &["lower", "analyze"],
    &["plan"],
    &["emit"],
    &["output"],
];

fn rank(module: &str) -> Option<usize> {
    ORDER.iter().position(|modules| modules.contains(&module))
}

#[test]
fn a_stage_uses_only_earlier_ones() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut checked = 0;
    for (order, modules) in ORDER.iter().enumerate() {
        for module in *modules {
            for file in files(&source, module) {
                let text = fs::read_to_string(&file).expect("a source file is readable");
                for used in used_modules(&text) {
                    checked += 1;
                    let used_rank = rank(&used).unwrap_or_else(|| panic!("{} uses `{used}`, which is no stage", file.display()));
                    assert!(used_rank <= order, "{} uses the later stage `{used}`", file.display());
                }
            }
        }
    }
    assert!(checked > 100, "only {checked} uses were found, so the search is broken");
}

/// Returns the files of a module: `name.rs`, and all below `name/`.
fn files(source: &Path, module: &str) -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    let single = source.join(format!("{module}.rs"));
    files.extend(single.exists().then_some(single));
    let mut folders = vec![source.join(module)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            match entry.path() {
                path if path.is_dir() => folders.push(path),
                path => files.push(path),
            }
        }
    }
    files
}

/// Returns the modules that are named as `crate::module`.
fn used_modules(text: &str) -> Vec<String> {
    let after = text.split("crate::").skip(1);
    after
        .map(|rest| rest.chars().take_while(|letter| letter.is_ascii_lowercase() || *letter == '_').collect::<String>())
        .filter(|name| !name.is_empty())
        .collect()
}
