//! The HTML reference in a real browser: the page shows the fields, and the search filters the operations.

use std::process::Command;

use bindery_validator::docs::render::{Form, render_text};

#[test]
fn the_reference_is_shown_and_searched_in_chromium() {
    let browsers = ["chromium", "chromium-browser", "google-chrome"];
    let is_there = |name: &&&str| Command::new(name).arg("--version").output().is_ok_and(|output| output.status.success());
    let Some(browser) = browsers.iter().find(is_there) else {
        println!("skipped: there is no Chromium on this machine; .ci/run installs one");
        return;
    };
    let spec = concat!(env!("CARGO_MANIFEST_DIR"), "/../spec/ledger.yaml");
    let text = std::fs::read_to_string(spec).expect("the description is there");
    let page = render_text("ledger.yaml", &text, Form::Html).expect("it is a description");
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let file = folder.join("reference.html");
    std::fs::write(&file, page).expect("the folder can be written");

    let dump = |query: &str| {
        let profile = format!("--user-data-dir={}", folder.join("chromium").display());
        let url = format!("file://{}{query}", file.display());
        let output = Command::new(browser)
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", &profile, "--dump-dom", &url])
            .output()
            .expect("it can be run");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("a page is UTF-8")
    };
    let shown = |dom: &str| {
        let articles = dom.match_indices("<article ").map(|(at, _)| &dom[at..at + dom[at..].find('>').expect("a tag ends")]);
        articles.map(|tag| !tag.contains("hidden")).collect::<Vec<_>>()
    };
    let all = dump("");
    assert!(all.contains("6 of 6 operations"), "the script ran");
    assert_eq!(shown(&all), [true; 6]);
    assert!(all.contains("<code>defaultCardLimitFrequency</code>"));
    let found = dump("?q=previousStatus");
    assert!(found.contains("1 of 6 operations"));
    assert_eq!(shown(&found).iter().filter(|shown| **shown).count(), 1);
    assert!(dump("?q=suspendAgent%20conflict").contains("0 of 6 operations"), "every word has to be there");
    assert!(dump("?q=suspendagent").contains("1 of 6 operations"), "an operation is found by its id");
    let nothing = dump("?q=nobodyKnows");
    assert!(nothing.contains("0 of 6 operations"));
}
