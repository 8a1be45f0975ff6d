//! The command over a folder of small descriptions, as a user runs it, without network and without compiling.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn a_folder_is_reported() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("corpus-end-to-end");
    let _ = fs::remove_dir_all(&folder);
    let specs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../codegen/tests/specs");
    let descriptions = folder.join("descriptions");
    fs::create_dir_all(&descriptions).expect("the folder of tests can be written");
    for name in ["objects.yaml", "enums_text.yaml", "parameters_query.yaml"] {
        fs::copy(specs.join(name), descriptions.join(name)).expect("the description is there");
    }
    fs::write(descriptions.join("broken.yaml"), "openapi: 3.0.3\npaths: 1\n").expect("the folder of tests can be written");
    let report = folder.join("report");
    let run = |resume: &[&str]| {
        let output = Command::new(PathBuf::from(env!("CARGO_BIN_EXE_xtask")))
            .args(["corpus", "--folder"])
            .arg(&descriptions)
            .arg("--report")
            .arg(&report)
            .args(resume)
            .env("CARGO_TARGET_DIR", &folder)
            .output()
            .expect("the program can be run");
        String::from_utf8(output.stdout).expect("it prints UTF-8")
    };
    let summary = run(&[]);
    assert!(summary.contains("     3 generated\n     1 refused as invalid\n"), "{summary}");
    assert!(summary.contains("     0 died\n"), "{summary}");
    let markdown = fs::read_to_string(report.join("corpus.md")).expect("the report is written");
    assert!(markdown.contains("| `broken.yaml` | "), "{markdown}");
    assert!(fs::read_to_string(report.join("corpus.html")).expect("the report is written").ends_with("</html>\n"));
    let results = folder.join("corpus/results.jsonl");
    let before = fs::read_to_string(&results).expect("the results are kept");
    assert_eq!(before.lines().count(), 4);
    run(&["--resume"]);
    let mut lines: Vec<_> = before.lines().collect();
    let after = fs::read_to_string(&results).expect("the results are kept");
    let mut kept: Vec<_> = after.lines().collect();
    lines.sort_unstable();
    kept.sort_unstable();
    assert_eq!(lines, kept, "nothing is measured again");
}
