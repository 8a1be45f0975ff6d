//! Items -> files: the header, the layout, and writing whole files or none.
//!
//! Each item is formatted by itself, so that the work spreads over the cores and no syntax tree of the whole output ever exists.
//! Nothing here knows what the items mean.

use std::fs;
use std::io::{self, Write};
use std::num::NonZero;
use std::path::Path;

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

use crate::emit::{Emitted, emit_item};
use crate::plan::{Module, RustCrate, RustItem, RustModule, RustScope};

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
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
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
    let parts: Vec<_> = emit_item(item, module, scope).into_iter().map(format_part).collect();
    parts.join("\n")
}

fn format_part(part: Emitted) -> String {
    match part {
        Emitted::Item(tokens) => format_item(tokens),
        Emitted::Table { path, lines } => format_table(&path, lines),
    }
}

fn format_item(tokens: TokenStream) -> String {
    let item: syn::Item = syn::parse2(tokens).expect("emitters write items that parse; every construct of theirs is tested");
    let file = syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] };
    spaced(&prettyplease::unparse(&file))
}

/// Puts a blank line before each method of an `impl` but the first, as people do.
fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut previous = "";
    for line in text.lines() {
        let member = line.strip_prefix("    ").is_some_and(|rest| !rest.starts_with([' ', '}', ')']));
        let starts_method = member && (previous == "    }" || (previous.ends_with(';') && line.starts_with("    fn ")));
        if starts_method {
            out.push('\n');
        }
        out.push_str(line);
        out.push('\n');
        previous = line;
    }
    out
}

fn format_table(path: &TokenStream, lines: Vec<TokenStream>) -> String {
    let lines: String = lines.into_iter().map(|line| format!("    {};\n", line_text(line))).collect();
    format!("{}! {{\n{lines}}}\n", line_text(path.clone()))
}

/// Writes the tokens of one line with the spaces that people put between them.
fn line_text(tokens: TokenStream) -> String {
    let mut out = String::new();
    let mut close = true;
    for token in tokens {
        let (text, joins_left, joins_right) = match &token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                (format!("{{ {} }}", line_text(group.stream())), false, false)
            }
            TokenTree::Punct(punct) if punct.as_char() == ':' && punct.spacing() == Spacing::Joint => {
                (":".to_owned(), true, true)
            }
            TokenTree::Punct(punct) if punct.as_char() == ':' => (":".to_owned(), true, out.ends_with(':')),
            TokenTree::Punct(punct) if punct.as_char() == ',' => (",".to_owned(), true, false),
            other => (other.to_string(), false, false),
        };
        if !close && !joins_left {
            out.push(' ');
        }
        out.push_str(&text);
        close = joins_right;
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
