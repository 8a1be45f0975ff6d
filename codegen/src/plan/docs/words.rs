//! The words of a paragraph, in the order and the form in which they are written.

/// Words with a space between them; an empty one is the end of a line. They are one text, so that a line of them is a part of it.
#[derive(Default)]
pub(super) struct Words {
    text: String,
    /// Where each word ends; the next one starts after the space behind it.
    ends: Vec<usize>,
    /// Where the word starts that is being written.
    start: usize,
    is_ascii: bool,
}

impl Words {
    /// Makes room for the words of a text of some length.
    pub(super) fn with_capacity(length: usize) -> Words {
        // Most words are longer, and what is escaped needs a little more.
        Words { text: String::with_capacity(length + length / 8), ends: Vec::with_capacity(length / 4), ..Words::default() }
    }

    /// Adds to the word.
    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Adds several words with a space after each but the last, which goes on.
    pub(super) fn push_words(&mut self, words: &str) {
        let at = self.text.len();
        self.text.push_str(words);
        for (space, _) in words.bytes().enumerate().filter(|(_, byte)| *byte == b' ') {
            self.ends.push(at + space);
            self.start = at + space + 1;
        }
    }

    /// Ends the word.
    pub(super) fn space(&mut self) {
        if !self.word().is_empty() {
            self.end_word();
        }
    }

    pub(super) fn line_break(&mut self) {
        self.space();
        if self.last().is_some_and(|last| !last.is_empty()) {
            self.end_word();
        }
    }

    fn end_word(&mut self) {
        self.ends.push(self.text.len());
        self.text.push(' ');
        self.start = self.text.len();
    }

    /// Adds markup, whose first character a backslash or an exclamation mark before it would give another meaning.
    pub(super) fn markup(&mut self, parts: &[&str]) {
        let word = self.word();
        let backslashes = word.len() - word.trim_end_matches('\\').len();
        if backslashes % 2 == 1 {
            self.text.push('\\');
        }
        let word = self.word();
        if parts.first().is_some_and(|first| first.starts_with('[')) && word.ends_with('!') && !word.ends_with("\\!") {
            self.text.pop();
            self.text.push_str("\\!");
        }
        parts.iter().for_each(|part| self.text.push_str(part));
    }

    pub(super) fn finish(mut self) -> Words {
        self.space();
        if self.last() == Some("") {
            self.ends.pop();
        }
        self.is_ascii = self.text.is_ascii();
        self
    }

    /// The word that is being written.
    fn word(&self) -> &str {
        &self.text[self.start..]
    }

    fn last(&self) -> Option<&str> {
        self.get(self.ends.len().checked_sub(1)?)
    }

    pub(super) fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)?;
        Some(&self.text[self.start_of(index)..end])
    }

    /// Returns the words from one up to another as they stand on a line.
    pub(super) fn between(&self, first: usize, next: usize) -> &str {
        &self.text[self.start_of(first)..self.ends[next - 1]]
    }

    /// Returns how many columns a text of the words takes.
    pub(super) fn columns(&self, text: &str) -> usize {
        if self.is_ascii { text.len() } else { text.chars().count() }
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    fn start_of(&self, index: usize) -> usize {
        index.checked_sub(1).map_or(0, |before| self.ends[before] + 1)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).filter_map(|index| self.get(index))
    }

    /// Returns the words as one line.
    pub(super) fn joined(&self) -> String {
        self.iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    }
}
