//! A package of npm -> a folder of this machine, checked against a pinned sum, fetched and unpacked once.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha512};

/// A package of npm.
pub(crate) struct Package {
    /// What `npm pack` is asked for.
    pub(crate) name: &'static str,
    /// The file that it writes.
    pub(crate) archive: &'static str,
    /// The SHA-512 of that file in base64, as registries state it.
    pub(crate) sha512: &'static str,
    /// The folder of the cache that it is unpacked to.
    pub(crate) folder: &'static str,
}

/// Returns the folder with what a package holds, which is fetched unless the cache has it.
pub(crate) fn fetched(package: &Package, cache: &Path) -> Result<PathBuf, String> {
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
        run(&mut npm, "it fetches the package; install Node.js")?;
    }
    check_sum(&archive, package)?;
    let mut tar = Command::new("tar");
    tar.arg("-xzf").arg(&archive).arg("-C").arg(&folder);
    run(&mut tar, "it unpacks the package")?;
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
