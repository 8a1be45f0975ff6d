//! Many descriptions -> a worker process each, several at once, with a time limit and a progress bar.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use super::choose::Description;
use super::record::{Outcome, Record};
use super::store::Store;

/// How workers are run.
pub(crate) struct Pool<'a> {
    /// How many at once.
    pub(crate) jobs: usize,
    /// After how long one is stopped.
    pub(crate) limit: Duration,
    /// The folder for generated code.
    pub(crate) code: &'a Path,
    /// The folder for what workers say.
    pub(crate) scratch: &'a Path,
    /// The name of the generator.
    pub(crate) generator: &'a str,
}

/// How often it is looked whether a worker has ended.
const PAUSE: Duration = Duration::from_millis(5);

/// What of the last words of a process is kept, in characters.
const MAX_MESSAGE: usize = 400;

impl Pool<'_> {
    /// Runs a worker for each description, and stores each record at once. The code of those that `keep` wants is written.
    pub(crate) fn run(
        &self,
        descriptions: &[Description],
        store: &Mutex<Store<Record>>,
        keep: &(dyn Fn(&Description) -> bool + Sync),
    ) -> Result<(), String> {
        let program = std::env::current_exe().map_err(|error| format!("this program can't find itself: {error}"))?;
        let style = "{bar:32} {pos}/{len} {elapsed} left {eta}  {msg}";
        let style = ProgressStyle::with_template(style).map_err(|error| error.to_string())?;
        let bar = ProgressBar::new(descriptions.len() as u64).with_style(style);
        // The largest first, so that none of them is left over for the end.
        let mut order: Vec<&Description> = descriptions.iter().collect();
        order.sort_by_key(|it| std::cmp::Reverse(it.bytes));
        let next = AtomicUsize::new(0);
        let failed: Mutex<Option<String>> = Mutex::new(None);
        std::thread::scope(|scope| {
            for job in 0..self.jobs.max(1) {
                let (program, order, next, failed, bar) = (&program, &order, &next, &failed, &bar);
                scope.spawn(move || {
                    while let Some(description) = order.get(next.fetch_add(1, Ordering::Relaxed)) {
                        bar.set_message(description.name.clone());
                        let record = self.one(program, job, description, keep(description));
                        let stored = record.and_then(|record| lock(store).add(record));
                        if let Err(message) = stored {
                            lock(failed).get_or_insert(message);
                            return;
                        }
                        bar.inc(1);
                    }
                });
            }
        });
        bar.finish_and_clear();
        lock(&failed).take().map_or(Ok(()), Err)
    }

    fn one(&self, program: &Path, job: usize, description: &Description, keep: bool) -> Result<Record, String> {
        let record = self.scratch.join(format!("{job}.json"));
        let words = self.scratch.join(format!("{job}.txt"));
        let _ = fs::remove_file(&record);
        let stderr = fs::File::create(&words).map_err(|error| format!("{} can't be written: {error}", words.display()))?;
        let mut command = Command::new(program);
        command.arg("worker").arg(&description.path).args(["--name", &description.name, "--generator", self.generator]);
        command.arg("--record").arg(&record);
        if keep {
            command.arg("--code").arg(code_file(self.code, &description.name));
        }
        let start = Instant::now();
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(stderr).spawn();
        let mut child = child.map_err(|error| format!("a worker can't be started: {error}"))?;
        let status = self.wait(&mut child, start);
        let written = || serde_json::from_str(&fs::read_to_string(&record).ok()?).ok();
        let outcome = match status {
            Some(status) if status.success() => match written() {
                Some(record) => return Ok(record),
                None => Outcome::Died { message: "it wrote no record".to_owned() },
            },
            Some(status) => Outcome::Died { message: last_words(status, &words) },
            None => Outcome::TimedOut,
        };
        Ok(Record {
            file: description.name.clone(),
            generator: self.generator.to_owned(),
            bytes: description.bytes,
            outcome,
            wall: start.elapsed().as_secs_f64(),
            usage: None,
            lines: 0,
            findings: BTreeMap::new(),
            counts: None,
        })
    }

    /// Returns how a worker ended; nothing where it had to be stopped.
    fn wait(&self, child: &mut Child, start: Instant) -> Option<ExitStatus> {
        loop {
            if let Ok(Some(status)) = child.try_wait() {
                return Some(status);
            }
            if start.elapsed() > self.limit {
                let _ = child.kill();
                let _ = child.wait();
                return None;
            }
            std::thread::sleep(PAUSE);
        }
    }
}

/// Returns the file for the code of a description; its name is that of the module too.
pub(crate) fn code_file(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{}.rs", code_stem(name)))
}

/// Makes the name of a file of code from that of a description: no two are the same, because other signs are written as their numbers.
pub(crate) fn code_stem(name: &str) -> String {
    let mut module = String::from("d_");
    for letter in name.chars() {
        match letter {
            'a'..='z' | '0'..='9' => module.push(letter),
            '/' => module.push_str("__"),
            _ => module.push_str(&format!("_{:x}_", u32::from(letter))),
        }
    }
    module
}

fn last_words(status: ExitStatus, words: &Path) -> String {
    let text = fs::read_to_string(words).unwrap_or_default();
    let text: String = text.trim().chars().take(MAX_MESSAGE).collect();
    format!("{status}: {}", text.replace('\n', " "))
}

/// A lock is poisoned only by a panic, which ends the program anyway.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::code_stem;

    #[test]
    fn modules_are_told_apart() {
        assert_eq!(code_stem("stripe.com/a-b.json"), "d_stripe_2e_com__a_2d_b_2e_json");
        assert_ne!(code_stem("a/b"), code_stem("a-b"));
        assert_ne!(code_stem("A"), code_stem("a"));
    }
}
