//! Items -> files: the header, the layout, and writing whole files or none.
//!
//! Each item is formatted by itself, so that the work spreads over the cores and no syntax tree of the whole output ever exists.
//! Nothing here knows what the items mean.

use std::fs;
use std::io::{self, Write};
use std::num::NonZero;
use std::path::Path;

mod layout;
mod line;

use crate::emit::emit_item;
use crate::plan::{Module, RustCrate, RustItem, RustModule, RustScope};

use layout::write_piece;

/// Renders all generated code as one file. `input` is the name of the description, which the header says.
pub fn render(plan: &RustCrate, input: &str) -> String {
    let mut out = header(input);
    for module in &plan.modules {
        let items = render_items(&module.items, module.module, &plan.scope);
        out.push('\n');
        match module.module.name() {
            None => out.push_str(&items.join("\n")),
            Some(name) => out.push_str(&nested(module, name, &items)),
        }
    }
    out
}

fn header(input: &str) -> String {
    // The name is shown in a comment of one line.
    let input: String = input.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    format!("// Made by `bindery generate {input}`. Change the description instead of this file.\n")
}

fn nested(module: &RustModule, name: &str, items: &[String]) -> String {
    let docs = match module.module {
        Module::Types => "The models.",
        Module::Operations => "Parameters and answers of operations.",
        Module::Servers => "The URLs of the servers.",
        Module::Root => "",
    };
    // Constants stand close together, other items apart.
    let separator = if module.module == Module::Servers { "" } else { "\n" };
    let body: String = items.join(separator).lines().map(indented).collect();
    format!("/// {docs}\npub mod {name} {{\n{body}}}\n")
}

fn indented(line: &str) -> String {
    if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") }
}

/// Renders items on all cores; the result is in their order.
fn render_items(items: &[RustItem], module: Module, scope: &RustScope) -> Vec<String> {
    let render = |items: &[RustItem]| items.iter().map(|item| render_item(item, module, scope)).collect::<Vec<_>>();
    let threads = std::thread::available_parallelism().map_or(1, NonZero::get);
    if threads == 1 || items.len() < MANY_ITEMS {
        return render(items);
    }
    let chunks: Vec<_> = items.chunks(items.len().div_ceil(threads * 4)).collect();
    let next = std::sync::atomic::AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            let Some(chunk) = chunks.get(index) else { return done };
            done.push((index, render(chunk)));
        }
    };
    let mut rendered = std::thread::scope(|scope| {
        // This thread does what others would have done that can't be made.
        let others: Vec<_> = (1..threads).map_while(|_| std::thread::Builder::new().spawn_scoped(scope, work).ok()).collect();
        let mut rendered = work();
        for other in others {
            rendered.extend(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        rendered
    });
    rendered.sort_by_key(|(index, _)| *index);
    rendered.into_iter().flat_map(|(_, items)| items).collect()
}

/// Fewer items than these are rendered sooner than a thread starts.
const MANY_ITEMS: usize = 64;

fn render_item(item: &RustItem, module: Module, scope: &RustScope) -> String {
    let mut out = String::new();
    for (index, piece) in emit_item(item, module, scope).into_iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        write_piece(&mut out, piece);
    }
    out
}

/// Writes a file whole or not at all, and leaves it alone where it has that text already.
///
/// # Errors
///
/// Fails where the folder can't be made or the file can't be written; what was there before is then still there.
pub fn write(path: &Path, text: &str) -> io::Result<()> {
    if fs::read(path).is_ok_and(|old| old == text.as_bytes()) {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    if !folder.as_os_str().is_empty() {
        fs::create_dir_all(folder)?;
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // Beside the target, so that the rename stays within one file system.
    let unfinished = folder.join(format!(".{name}.{}", std::process::id()));
    let written = fs::File::create(&unfinished).and_then(|mut file| file.write_all(text.as_bytes()));
    let renamed = written.and_then(|()| fs::rename(&unfinished, path));
    if renamed.is_err() {
        // The first failure is the one to report; the unfinished file may not even be there.
        let _ = fs::remove_file(&unfinished);
    }
    renamed
}
