//! Items -> files: the header, the layout, and writing whole files or none.
//!
//! Each item is formatted by itself, so that the work spreads over the cores and no syntax tree of the whole output ever exists.
//! Nothing here knows what the items mean.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
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
        out.push('\n');
        match module.module.name() {
            None => append_items(&mut out, module, &plan.scope, 0),
            Some(name) => {
                out.push_str(&format!("/// {}\npub mod {name} {{\n", module_docs(module.module)));
                append_items(&mut out, module, &plan.scope, INDENT);
                out.push_str("}\n");
            }
        }
    }
    out
}

fn header(input: &str) -> String {
    // The name is shown in a comment of one line.
    let input: String = input.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    format!("// Made by `bindery generate {input}`. Change the description instead of this file.\n")
}

fn module_docs(module: Module) -> &'static str {
    match module {
        Module::Types => "The models.",
        Module::Operations => "Parameters and answers of operations.",
        Module::Servers => "The URLs of the servers.",
        Module::Root => "",
    }
}

/// How far the items of a module that has a name are indented.
const INDENT: usize = 4;

/// Fewer items than these are rendered sooner than a thread starts.
const MANY_ITEMS: usize = 64;

/// Renders the items of a module on all cores, and appends them in their order, all indented by `base`.
fn append_items(out: &mut String, module: &RustModule, scope: &RustScope, base: usize) {
    let render = |items: &[RustItem]| render_items(items, module.module, scope, base);
    let threads = std::thread::available_parallelism().map_or(1, NonZero::get);
    if threads == 1 || module.items.len() < MANY_ITEMS {
        return out.push_str(&render(&module.items));
    }
    let chunks: Vec<_> = module.items.chunks(module.items.len().div_ceil(threads * 4)).collect();
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
    let separator = separator(module.module);
    out.reserve(rendered.iter().map(|(_, text)| text.len() + separator.len()).sum());
    for (index, text) in rendered {
        if index > 0 {
            out.push_str(separator);
        }
        out.push_str(&text);
    }
}

fn render_items(items: &[RustItem], module: Module, scope: &RustScope, base: usize) -> String {
    // Most items take more; what is asked for at once is not copied as it grows.
    let mut out = String::with_capacity(items.len() * 1024);
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push_str(separator(module));
        }
        for (index, piece) in emit_item(item, module, scope).into_iter().enumerate() {
            if index > 0 {
                out.push('\n');
            }
            write_piece(&mut out, base, piece);
        }
    }
    out
}

/// Returns what stands between items: constants stand close together, others apart.
fn separator(module: Module) -> &'static str {
    if module == Module::Servers { "" } else { "\n" }
}

/// Tells whether a file holds this text and nothing else. It is never in memory as a whole: generated code can have tens of megabytes.
fn holds(path: &Path, mut text: &[u8]) -> io::Result<bool> {
    let mut file = BufReader::with_capacity(64 * 1024, fs::File::open(path)?);
    if usize::try_from(file.get_ref().metadata()?.len()) != Ok(text.len()) {
        return Ok(false);
    }
    loop {
        let read = file.fill_buf()?;
        let Some(rest) = text.strip_prefix(read) else { return Ok(false) };
        if read.is_empty() {
            return Ok(rest.is_empty());
        }
        let length = read.len();
        file.consume(length);
        text = rest;
    }
}

/// Writes a file whole or not at all, and leaves it alone where it has that text already. Tells whether it was written.
///
/// # Errors
///
/// Fails where the folder can't be made or the file can't be written; what was there before is then still there.
pub fn write(path: &Path, text: &str) -> io::Result<bool> {
    if holds(path, text.as_bytes()).unwrap_or_default() {
        return Ok(false);
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
    renamed.map(|()| true)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::write;

    #[test]
    fn a_file_is_written_where_it_holds_another_text() {
        let folder = std::env::temp_dir().join(format!("bindery-write-{}", std::process::id()));
        let path = folder.join("made").join("client.rs");
        // Longer than what is read at once.
        let text = "use std::fmt;\n".repeat(10_000);
        let last_byte = format!("{} ", text.trim_end());
        let others = [&text[14..], &text.replacen("fmt", "mem", 1), &last_byte, &format!("{text}\n"), ""];
        let wrote = |text: &str| write(&path, text).expect("the folder can be written");
        assert!(wrote(&text), "there is no file");
        assert!(!wrote(&text));
        for other in others {
            fs::write(&path, other).expect("the folder is there");
            assert!(wrote(&text), "{} bytes", other.len());
            assert_eq!(fs::read_to_string(&path).expect("it is there"), text);
        }
        fs::remove_dir_all(folder).expect("it is there");
    }
}
