//! A folder -> its descriptions, and a sample of them that has every size.

use std::fs;
use std::path::{Path, PathBuf};

/// A description of the corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Description {
    /// Its path in the corpus, with `/`.
    pub(crate) name: String,
    /// Where it is.
    pub(crate) path: PathBuf,
    /// Its length in bytes.
    pub(crate) bytes: u64,
}

/// Returns the descriptions under a folder, by name: files that end in `.json`, `.yaml` or `.yml` and say in their beginning that they
/// are one.
pub(crate) fn descriptions(folder: &Path) -> Result<Vec<Description>, String> {
    let mut found = Vec::new();
    collect(folder, folder, &mut found)?;
    found.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(found)
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<Description>) -> Result<(), String> {
    let unreadable = |error: std::io::Error| format!("{} can't be read: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_dir() {
            collect(root, &path, found)?;
        } else if is_description(&path) {
            let bytes = fs::metadata(&path).map_err(unreadable)?.len();
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            found.push(Description { name, path, bytes });
        }
    }
    Ok(())
}

fn is_description(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    if !["json", "yaml", "yml"].contains(&ending) {
        return false;
    }
    let Ok(text) = fs::read(path) else { return false };
    // The key may stand anywhere at the top; looking for it costs less than reading the file as JSON.
    let has = |word: &[u8]| text.windows(word.len()).any(|window| window == word);
    let json = ending == "json";
    if json { has(b"\"openapi\"") || has(b"\"swagger\"") } else { has(b"openapi:") || has(b"swagger:") }
}

/// Draws a sample: the descriptions are put in order of size, cut into as many strata of equal count as are wanted, and one is drawn of
/// each. The same seed gives the same sample.
pub(crate) fn sample(descriptions: &[Description], wanted: usize, seed: u64) -> Vec<Description> {
    let mut by_size: Vec<&Description> = descriptions.iter().collect();
    by_size.sort_by(|one, other| one.bytes.cmp(&other.bytes).then_with(|| one.name.cmp(&other.name)));
    let count = by_size.len();
    let wanted = wanted.min(count);
    let mut random = fastrand::Rng::with_seed(seed);
    let mut chosen: Vec<_> = (0..wanted)
        .map(|stratum| by_size[random.usize(stratum * count / wanted..(stratum + 1) * count / wanted)].clone())
        .collect();
    chosen.sort_by(|one, other| one.name.cmp(&other.name));
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sized(count: u64) -> Vec<Description> {
        let one = |bytes| Description { name: format!("{bytes:04}.json"), path: PathBuf::new(), bytes };
        (0..count).map(one).collect()
    }

    #[test]
    fn a_sample_has_every_size() {
        let all = sized(1000);
        let chosen = sample(&all, 10, 7);
        let strata: Vec<_> = chosen.iter().map(|it| it.bytes / 100).collect();
        assert_eq!(strata, (0..10).collect::<Vec<_>>());
    }

    #[test]
    fn a_seed_decides() {
        let all = sized(1000);
        assert_eq!(sample(&all, 10, 7), sample(&all, 10, 7));
        assert_ne!(sample(&all, 10, 7), sample(&all, 10, 8));
    }

    #[test]
    fn a_sample_is_no_larger_than_all() {
        assert_eq!(sample(&sized(3), 10, 1), sized(3));
        assert!(sample(&[], 10, 1).is_empty());
    }
}
