//! `bindery validate`: holds payloads against a description, and prints what is wrong with them.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader, IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use bindery_validator::Batch;
use bindery_validator::payload::check::{self, Against};
use bindery_validator::payload::traffic::{self, Form, Seen};
use bindery_validator::payload::{Description, Validator};
use bindery_validator::schema::Reading;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::args::{FindingsArgs, FindingsFormat, ReadingArgs};
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::findings;

pub(crate) const EXAMPLES: &str = "\
Examples:
  bindery validate --spec spec/ledger.yaml --schema Agent agent.json
  bindery validate --spec spec/ledger.yaml --operation createAgent --request body.json
  bindery validate --spec spec/ledger.yaml --operation createAgent --response 201 answer.json
  bindery validate --spec spec/ledger.yaml --har browser.har
  bindery validate --spec spec/ledger.yaml --har browser.har --server https://staging.ledger.so
  bindery validate --spec spec/ledger.yaml --ndjson traffic.ndjson --format sarif > bindery.sarif

A line of NDJSON is an exchange; without a status only the request is judged, and a body that is a text is taken as it was sent:
  {\"method\": \"POST\", \"url\": \"/v1/agents\", \"request_headers\": {\"content-type\": \"application/json\"}, \"request_body\": {},
   \"status\": 201, \"response_headers\": {}, \"response_body\": {}}";

/// Arguments of `bindery validate`.
#[derive(Debug, clap::Args)]
pub(crate) struct ValidateArgs {
    /// The description: OpenAPI or Swagger 2.0, as YAML or JSON; files that it refers to are read too
    #[arg(long, value_name = "SPEC")]
    spec: PathBuf,
    #[command(flatten)]
    against: AgainstArgs,
    /// With --operation: the files are bodies of requests
    #[arg(long, requires = "operation", conflicts_with = "response")]
    request: bool,
    /// With --operation: the files are bodies of responses with this status
    #[arg(long, value_name = "STATUS", requires = "operation", value_parser = clap::value_parser!(u16).range(100..600))]
    response: Option<u16>,
    /// With --operation: the media type of the files [default: JSON, or the only one that is described]
    #[arg(long, value_name = "TYPE", requires = "operation")]
    content_type: Option<String>,
    /// Take `nullable`, discriminators and schemas without a type as they are meant and as the generator does, not by the letter
    #[arg(long)]
    intent: bool,
    /// With --har or --ndjson: requests below this URL are for the API too, whatever servers the description names
    #[arg(long, value_name = "URL", conflicts_with_all = ["schema", "operation"])]
    server: Vec<String>,
    /// The files: JSON, or YAML by their names
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    reading: ReadingArgs,
    #[command(flatten)]
    findings: FindingsArgs,
}

/// What payloads are held against.
#[derive(Debug, clap::Args)]
#[group(required = true, multiple = false)]
struct AgainstArgs {
    /// The files are values of this schema of `components.schemas`
    #[arg(long, value_name = "NAME", requires = "files")]
    schema: Option<String>,
    /// The files are bodies of this operation, by its operationId; see --request and --response
    #[arg(long, value_name = "ID", requires = "files")]
    operation: Option<String>,
    /// Recorded traffic: an HTTP archive
    #[arg(long, value_name = "HAR", conflicts_with = "files")]
    har: Option<PathBuf>,
    /// Recorded traffic: an exchange as JSON on each line
    #[arg(long, value_name = "NDJSON", conflicts_with = "files")]
    ndjson: Option<PathBuf>,
}

/// The largest archive whose text is shown with findings.
const MAX_SHOWN: u64 = 64 << 20;

/// Prints findings; of traffic also what was seen of each operation.
pub(crate) fn run(args: &ValidateArgs, console: &Console) -> Result<Outcome, Failure> {
    let levels = findings::levels(&args.findings)?;
    let description = Description::load(&args.reading.config(), &args.spec)?;
    let reading = if args.intent { Reading::Intent } else { Reading::Spec };
    let named = |problem: String| Failure::Unusable(format!("{}: {problem}", args.spec.display()));
    let mut validator = Validator::with_reading(&description, reading).map_err(|unfit| named(unfit.to_string()))?;
    for url in &args.server {
        validator = validator.also_at(url);
    }
    let mut batch = Batch { sources: description.examined.sources.clone(), findings: Vec::new() };
    let AgainstArgs { har, ndjson, .. } = &args.against;
    let recorded = har.iter().map(|path| (path, Form::Har)).chain(ndjson.iter().map(|path| (path, Form::Ndjson))).next();
    match recorded {
        Some((path, form)) => {
            let traffic = read_traffic(&validator, (path, form), &mut batch)?;
            batch.findings = traffic.findings;
            if args.findings.format == FindingsFormat::Text {
                traffic.seen.iter().try_for_each(|(name, seen)| console.tell(&summary(name, seen)))?;
                others(&traffic.other_hosts).map_or(Ok(()), |line| console.tell(&line))?;
            }
        }
        None => {
            let against = against(args, &validator).map_err(named)?;
            for path in &args.files {
                let found =
                    check::file(&validator, against, path, &mut batch.sources).map_err(|unfit| named(unfit.to_string()))?;
                batch.findings.extend(found);
            }
        }
    }
    batch.findings.splice(0..0, check::doubts(&validator));
    levels.apply(&mut batch.findings);
    for (_, origin) in batch.findings.iter_mut().flat_map(|finding| &mut finding.related) {
        *origin = batch.sources.written(origin);
    }
    findings::conclude(vec![batch], &args.findings, console)
}

fn against<'a>(args: &'a ValidateArgs, validator: &Validator<'a>) -> Result<Against<'a>, String> {
    if let Some(name) = &args.against.schema {
        return Ok(Against::Schema(name));
    }
    let id = args.against.operation.as_deref().unwrap_or_default();
    let operation = validator.operation(id).map_err(|unfit| unfit.to_string())?;
    let content_type = args.content_type.as_deref();
    match args.response {
        Some(status) => Ok(Against::Response(operation, status, content_type)),
        None if args.request => Ok(Against::Request(operation, content_type)),
        None => Err("--operation needs --request or --response STATUS".to_owned()),
    }
}

fn read_traffic(validator: &Validator<'_>, (path, form): (&Path, Form), batch: &mut Batch) -> Result<traffic::Traffic, Failure> {
    let unusable = |error: io::Error| Failure::Unusable(format!("{}: it can't be read: {error}", path.display()));
    let file = File::open(path).map_err(unusable)?;
    // What is no file, such as a pipe, has no length, and can't be read twice.
    let length = file.metadata().ok().filter(std::fs::Metadata::is_file).map(|metadata| metadata.len());
    let progress = progress(length);
    let input = BufReader::with_capacity(1 << 16, Counted { inner: file, progress: &progress });
    let name = path.to_string_lossy().replace('\\', "/");
    let judged = traffic::judge(validator, (&name, form), input, &mut batch.sources);
    progress.finish_and_clear();
    let mut judged = judged.map_err(unusable)?;
    if form == Form::Har && length.is_some_and(|length| length <= MAX_SHOWN) {
        show_places(path, &mut judged, batch);
    }
    Ok(judged)
}

/// An archive was not kept while it was read. One that is not too large is read once more, to show what findings are about.
fn show_places(path: &Path, traffic: &mut traffic::Traffic, batch: &mut Batch) {
    if traffic.findings.is_empty() {
        return;
    }
    if let Ok(document) = batch.sources.load(path) {
        traffic.show_in(&batch.sources, document);
    }
}

/// Makes a bar that is shown after a second, on a terminal only, and is as wide as that. Without a length it says how much was read.
fn progress(length: Option<u64>) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(length, ProgressDrawTarget::hidden());
    let template = match length {
        Some(_) => "{wide_bar} {bytes} of {total_bytes}, {eta} left",
        None => "{spinner} {bytes}, {elapsed}",
    };
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// Counts what is read.
struct Counted<'p> {
    inner: File,
    progress: &'p ProgressBar,
}

impl Read for Counted<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        let late = self.progress.elapsed() > Duration::from_secs(1);
        if late && self.progress.is_hidden() && io::stderr().is_terminal() {
            self.progress.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.progress.inc(u64::try_from(count).unwrap_or_default());
        Ok(count)
    }
}

/// Says how many requests were for other hosts, those with most requests first: `other hosts: 3 requests (cdn.example: 2, …)`.
fn others(hosts: &BTreeMap<String, usize>) -> Option<String> {
    let mut hosts: Vec<(&String, &usize)> = hosts.iter().collect();
    hosts.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
    let total: usize = hosts.iter().map(|(_, count)| **count).sum();
    let mut shown: Vec<String> = hosts.iter().take(4).map(|(host, count)| format!("{host}: {count}")).collect();
    if hosts.len() > shown.len() {
        shown.push(format!("{} more", hosts.len() - shown.len()));
    }
    let total = bindery_validator::print::counted(total, "request");
    (!shown.is_empty()).then(|| format!("other hosts: {total} ({}), not judged", shown.join(", ")))
}

/// Says what was seen of an operation: `GET /agents: 3 requests (200: 2, 404: 1), 1 problem, 2 not checked`.
fn summary(name: &str, seen: &Seen) -> String {
    use bindery_validator::print::counted;
    let name = if name.is_empty() { "no operation" } else { name };
    let statuses: Vec<String> = seen.statuses.iter().map(|(status, count)| format!("{status}: {count}")).collect();
    let statuses = if statuses.is_empty() { String::new() } else { format!(" ({})", statuses.join(", ")) };
    let unchecked = if seen.unchecked > 0 { format!(", {} not checked", seen.unchecked) } else { String::new() };
    format!("{name}: {}{statuses}, {}{unchecked}", counted(seen.requests, "request"), counted(seen.problems, "problem"))
}
