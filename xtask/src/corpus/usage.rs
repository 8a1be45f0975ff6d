//! What a process used, as the kernel counts it: CPU seconds and peak memory (`getrusage(2)`).

use std::process::{Command, ExitCode, ExitStatus};

use nix::sys::resource::{UsageWho, getrusage};
use serde::{Deserialize, Serialize};

/// What a process used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Usage {
    /// CPU seconds, user and system, of all threads.
    pub(crate) cpu: f64,
    /// The most memory that was resident at once, in bytes.
    pub(crate) peak: u64,
}

impl Usage {
    /// Returns what this process used up to now.
    pub(crate) fn own() -> Self {
        let usage = Self::of(UsageWho::RUSAGE_SELF);
        Self { peak: own_peak().unwrap_or(usage.peak), ..usage }
    }

    /// Returns what the processes used that this one waited for, the largest of them for the memory.
    pub(crate) fn of_children() -> Self {
        Self::of(UsageWho::RUSAGE_CHILDREN)
    }

    fn of(who: UsageWho) -> Self {
        let Ok(usage) = getrusage(who) else { return Self::default() };
        let seconds = |time: nix::sys::time::TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
        // Linux counts in KiB, macOS in bytes.
        let unit = if cfg!(target_os = "macos") { 1 } else { 1024 };
        let peak = u64::try_from(usage.max_rss()).unwrap_or_default() * unit;
        Self { cpu: seconds(usage.user_time()) + seconds(usage.system_time()), peak }
    }
}

/// Linux passes the peak of `getrusage` on from a process to what it starts; the one in `/proc` begins with the program (proc(5), `VmHWM`).
fn own_peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kib * 1024)
}

/// Arguments of the hidden command that runs another one.
#[derive(Debug, clap::Args)]
pub(crate) struct MeasuredArgs {
    /// Where to write what was used, as JSON
    #[arg(long)]
    usage: std::path::PathBuf,
    /// The command
    #[arg(last = true, required = true)]
    command: Vec<String>,
}

/// Runs a command as the only child of this process, so that the kernel's count for children is its own, and writes that.
pub(crate) fn measured(args: &MeasuredArgs) -> Result<ExitCode, String> {
    let status = Command::new(&args.command[0]).args(&args.command[1..]).status();
    let status = status.map_err(|error| format!("`{}` can't be run: {error}", args.command[0]))?;
    let usage = serde_json::to_string(&Usage::of_children()).map_err(|error| error.to_string())?;
    std::fs::write(&args.usage, usage).map_err(|error| format!("{} can't be written: {error}", args.usage.display()))?;
    Ok(exit_code(status))
}

fn exit_code(status: ExitStatus) -> ExitCode {
    ExitCode::from(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1))
}
