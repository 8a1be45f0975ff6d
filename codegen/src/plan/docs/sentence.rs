//! The first sentence of a description.
//!
//! A sentence ends at a full stop, an exclamation or a question mark that neither belongs to an abbreviation nor stands
//! before a word in small letters. A heading is one only where there is no other text. It knows words, and not what
//! they are made of.

use super::block::{Block, Definitions, Document};
use super::html::flat;
use super::inline::words;
use super::write::escaped_start;

/// Returns the first sentence as one line that ends with a full stop; nothing if there is no text.
pub(super) fn first(document: &Document) -> String {
    let blocks = &document.blocks;
    let text = find_text(blocks, &|block| matches!(block, Block::Paragraph(_)));
    let text = text.or_else(|| find_text(blocks, &|block| matches!(block, Block::Heading { .. })));
    let mut words = text.map(|text| text_words(text, &document.definitions)).unwrap_or_default();
    let ends = (1..words.len()).find(|end| ends_sentence(&words[end - 1], &words[*end])).unwrap_or(words.len());
    words.truncate(ends);
    if let Some(first) = words.first_mut() {
        *first = escaped_start(first).into_owned();
    }
    stopped(&words.join(" "))
}

/// Returns the first text of a sort, which may stand in a list or a quote.
fn find_text<'a>(blocks: &'a [Block], wanted: &dyn Fn(&Block) -> bool) -> Option<&'a str> {
    blocks.iter().find_map(|block| match block {
        Block::Paragraph(text) | Block::Heading { text, .. } => wanted(block).then_some(text.as_str()),
        Block::Quote(blocks) => find_text(blocks, wanted),
        Block::List(list) => list.items.iter().find_map(|item| find_text(item, wanted)),
        Block::Code { .. } | Block::Table { .. } | Block::Rule => None,
    })
}

/// Returns the words up to a line break.
fn text_words(text: &str, definitions: &Definitions) -> Vec<String> {
    words(&flat(text), definitions).iter().take_while(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Words with a full stop that ends no sentence.
const ABBREVIATIONS: [&str; 8] = ["e.g.", "i.e.", "eg.", "ie.", "vs.", "cf.", "approx.", "incl."];

fn ends_sentence(word: &str, next: &str) -> bool {
    let word = word.trim_end_matches(['"', '\'', ')', '*', '_', '”', '’']);
    let abbreviation = ABBREVIATIONS.contains(&word.trim_start_matches('(').to_lowercase().as_str());
    let initial = word.ends_with('.') && word.chars().count() == 2;
    let goes_on = next.trim_start_matches(['"', '(', '*', '_']).starts_with(char::is_lowercase);
    word.ends_with(['.', '!', '?']) && !word.ends_with("..") && !abbreviation && !initial && !goes_on
}

/// Ends a text with a full stop, outside of the emphasis at its end.
fn stopped(text: &str) -> String {
    let stops = ['.', ':', ';', ',', '!', '?', '…', '。', '！', '？', ' '];
    let text = text.trim_end_matches(stops);
    let emphasized = text.trim_end_matches(['*', '_']);
    let marks = &text[emphasized.len()..];
    let text = emphasized.trim_end_matches(stops);
    if text.is_empty() { String::new() } else { format!("{text}{marks}.") }
}
