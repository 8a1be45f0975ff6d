//! Text as a browser copies it from a rendered reference page: method and path, samples, then sections of fields, each a few lines.

use serde_json::Value;

use super::super::claim::{
    Call, Field, LeftOut, Location, Page, Reading, Said, Sample, SampleKind, Variant, WHOLE, canonical_status, is_status,
};
use super::super::extract::LEFT_OUT;
use super::super::range::Range;
use super::super::types::Type;
use super::lines::Line;
use super::samples::{Request, curl_lines, join, json_lines};
use super::tabs;
use super::tree::{Flat, build};
use super::words::{Attribute, attribute, is_label, is_media_type, is_word};

/// Where the fields of a page end: what follows are links and buttons.
const FOOTER: [&str; 2] = ["Was this page helpful?", "Powered by Mintlify"];

/// How many tabs a union may have that have only titles: more lines would be looked at again and again.
const MAX_TABS: usize = 50;

/// Reads the pages in lines.
pub(super) fn read(lines: &[Line]) -> Reading {
    let mut reader = Reader { lines, at: 0, reading: Reading::default() };
    while reader.at < lines.len() {
        if let Some((location, _)) = reader.heading() {
            reader.section(location);
        } else if !reader.call() && !reader.sample() {
            reader.at += 1;
        }
    }
    reader.reading
}

struct Reader<'a> {
    lines: &'a [Line],
    at: usize,
    reading: Reading,
}

impl Reader<'_> {
    fn text(&self, ahead: usize) -> &str {
        self.lines.get(self.at + ahead).map_or("", |line| line.text.as_str())
    }

    fn number(&self) -> usize {
        self.lines.get(self.at).or(self.lines.last()).map_or(1, |line| line.number)
    }

    fn page(&mut self) -> &mut Page {
        if self.reading.pages.is_empty() {
            let line = self.number();
            self.reading.pages.push(Page::new(line));
        }
        self.reading.pages.last_mut().expect("one was pushed")
    }

    fn problem(&mut self, message: impl Into<String>) {
        let line = self.number();
        self.reading.problems.push((line, message.into()));
    }

    /// Reads a method with its path, in one line or in one for each part, and the title below.
    fn call(&mut self) -> bool {
        let Some((call, lines)) = self.call_here() else { return false };
        let line = self.number();
        self.at += lines;
        while self.at < self.lines.len() && self.text(0).is_empty() {
            self.at += 1;
        }
        let is_title = !self.text(0).starts_with("curl") && self.heading().is_none() && self.call_here().is_none();
        let title = Some(self.text(0).to_owned()).filter(|title| is_title && !title.is_empty());
        let page = Page { title, call: Some(Said { value: call, place: line }), ..Page::new(line) };
        self.reading.pages.push(page);
        true
    }

    fn call_here(&self) -> Option<(Call, usize)> {
        if let Some(call) = Call::parse(self.text(0)) {
            return Some((call, 1));
        }
        let method = Call::method(self.text(0))?;
        let mut path = String::new();
        let mut ahead = 1;
        while self.text(ahead).starts_with('/') {
            path.push_str(self.text(ahead));
            ahead += 1;
            if path.ends_with('/') && !self.text(ahead).is_empty() && !self.text(ahead).starts_with('/') {
                path.push_str(self.text(ahead));
                ahead += 1;
            }
        }
        Call::path(&path).map(|path| (Call { method, path }, ahead))
    }

    fn sample(&mut self) -> bool {
        let rest = &self.lines[self.at..];
        let (kind, count) = if self.text(0).starts_with("curl ") {
            (SampleKind::Curl, curl_lines(rest))
        } else if self.text(0).starts_with(['{', '[']) {
            match json_lines(rest) {
                Some(count) => (SampleKind::Answer, count),
                None => return false,
            }
        } else {
            return false;
        };
        let sample = Sample { kind, line: self.number(), text: join(&rest[..count]) };
        self.page().samples.push(sample);
        self.at += count;
        true
    }

    /// Returns the location of the section that the line begins, and the status beside it. A field of that name has a type below it.
    fn heading(&self) -> Option<(Location, &str)> {
        let text = self.text(0);
        let is_capital = text.starts_with(|first: char| first.is_ascii_uppercase());
        let location = Location::parse(text).filter(|_| is_capital && Type::parse(self.text(1)).is_none())?;
        Some((location, text))
    }

    fn section(&mut self, mut location: Location) {
        let line = self.number();
        self.at += 1;
        let Intro { whole, tabs } = self.intro(&mut location);
        let mut flat = Vec::new();
        if let Some(ty) = whole {
            let field = Field::new(WHOLE, ty.place);
            flat.push(Flat { field: Field { ty: Some(ty), ..field }, open: false });
        }
        let variants = match union_of(&tabs).filter(|ty| ty.to_string() != "object") {
            Some(value) => {
                let place = tabs.first().map_or(line, |tab| tab.place);
                let whole = Field { ty: Some(Said { value, place }), variants: tabs, ..Field::new(WHOLE, place) };
                flat.push(Flat { field: whole, open: true });
                Vec::new()
            }
            None => tabs,
        };
        while self.at < self.lines.len() && !self.at_end() {
            if self.is_field() {
                flat.push(self.field(&location));
            } else {
                if !self.text(0).is_empty() {
                    self.problem("it is neither a field nor part of one");
                }
                self.at += 1;
            }
        }
        let sample = self.sample_of(&location);
        let fields = build(flat, sample.as_ref(), &mut self.reading.problems);
        let section = self.page().section(&location, line);
        section.fields.extend(fields);
        section.variants.extend(variants);
        if FOOTER.contains(&self.text(0)) {
            self.leave_footer();
        }
    }

    /// Goes to the next page, if there is one.
    fn leave_footer(&mut self) {
        while self.at < self.lines.len() && self.call_here().is_none() {
            self.at += 1;
        }
    }

    fn at_end(&self) -> bool {
        self.heading().is_some() || self.call_here().is_some() || FOOTER.contains(&self.text(0))
    }

    /// Reads the tabs that stand here: lines one below the other, with blank ones between.
    fn tabs(&mut self, read: fn(&Self, usize) -> Option<Vec<tabs::Tab>>) -> Vec<Variant<usize>> {
        let mut variants = Vec::new();
        let mut blank = 0;
        while let Some(tabs) = read(self, blank) {
            self.at += blank;
            let place = self.number();
            variants.extend(tabs.into_iter().map(|tab| Variant { place, title: tab.title, ty: tab.ty, fields: Vec::new() }));
            self.at += 1;
            blank = self.lines.iter().skip(self.at).take_while(|line| line.text.is_empty()).count();
        }
        variants
    }

    fn tab(&self, ahead: usize) -> Option<Vec<tabs::Tab>> {
        tabs::read(self.text(ahead))
    }

    /// Reads a tab that has only a type; with a type in the next line it would be a field.
    fn type_tab(&self, ahead: usize) -> Option<Vec<tabs::Tab>> {
        let ty = Type::parse(self.text(ahead)).filter(|_| Type::parse(self.text(ahead + 1)).is_none())?;
        Some(vec![tabs::Tab { title: None, ty: Some(ty) }])
    }

    /// Reads the tabs of a body. Of those that have only a type there are several.
    fn body_tabs(&mut self) -> Vec<Variant<usize>> {
        let start = self.at;
        let mut tabs = self.tabs(Self::tab);
        if tabs.is_empty() {
            tabs = self.tabs(Self::type_tab);
            if tabs.len() < 2 {
                self.at = start;
                tabs = self.title_tabs();
            }
        }
        tabs
    }

    /// Reads tabs that have only titles.
    fn title_tabs(&mut self) -> Vec<Variant<usize>> {
        let count = self.titles(0);
        let lines = &self.lines[self.at..self.at + count];
        self.at += count;
        let variant = |line: &Line| Variant { place: line.number, title: Some(line.text.clone()), ty: None, fields: Vec::new() };
        lines.iter().map(variant).collect()
    }

    /// Returns how many titles of tabs begin so many lines ahead: lines right below one another, which texts are not.
    fn titles(&self, ahead: usize) -> usize {
        let is_title = |line: &&Line| tabs::is_title(&line.text) && is_prose(&line.text) && !is_media_type(&line.text);
        let count = self.lines.iter().skip(self.at + ahead).take(MAX_TABS).take_while(is_title).count();
        if count > 1 && self.text(ahead + count).is_empty() { count } else { 0 }
    }

    /// Reads what stands above the fields: statuses, media types, a description, the type of a body without fields, and tabs.
    fn intro(&mut self, location: &mut Location) -> Intro {
        let mut whole = None;
        let mut tabs = Vec::new();
        let mut after_blank = true;
        while self.at < self.lines.len() && !self.at_end() && !self.is_field() {
            let found = if tabs.is_empty() { self.body_tabs() } else { Vec::new() };
            if !found.is_empty() {
                tabs = found;
                continue;
            }
            let text = self.text(0).to_owned();
            let (first, rest) = text.split_once(" - ").unwrap_or((&text, ""));
            if text.is_empty() || is_media_type(&text) {
                after_blank = true;
            } else if is_status(first) && (rest.is_empty() || is_media_type(rest)) {
                // Of several statuses the first one is shown.
                if let Location::Response(status @ None) | Location::ResponseHeader(status @ None) = location {
                    *status = Some(canonical_status(first));
                }
                after_blank = true;
            } else if let Some((_, ty)) = text.split_once(" is of type ") {
                match Type::parse(ty.trim_end_matches('.')) {
                    Some(ty) => whole = Some(Said { value: ty, place: self.number() }),
                    None => self.problem("the type is not known"),
                }
            } else if !after_blank {
                self.problem("it is neither a field nor part of one");
            }
            self.at += 1;
        }
        Intro { whole, tabs }
    }

    /// Tells whether a field begins: its name, and its type in the line below. Two words below one another are a field whose type is not
    /// known; a line of text below is a description.
    fn is_field(&self) -> bool {
        let (name, ty) = (self.text(0), self.text(1));
        let is_name = !name.is_empty() && !name.contains(char::is_whitespace) && !name.ends_with([':', ',', '.']);
        let has_type = Type::parse(ty).is_some() || tabs::read(ty).is_some() || self.titles(1) > 0;
        is_name
            && !is_label(name)
            && self.titles(0) == 0
            && (has_type || attribute(name).is_none() && is_word(name) && is_word(ty))
    }

    fn field(&mut self, location: &Location) -> Flat {
        let mut flat = Flat { field: Field::new(self.text(0), self.number()), open: false };
        self.at += 1;
        let start = self.at;
        flat.field.variants = self.tabs(Self::tab);
        if flat.field.variants.len() == 1 {
            // A title before a type is no choice.
            flat.field.variants.clear();
            self.at = start;
        }
        if flat.field.variants.is_empty() {
            flat.field.variants = self.title_tabs();
        }
        match Type::parse(self.text(0)) {
            _ if !flat.field.variants.is_empty() => {}
            Some(ty) => {
                flat.field.ty = Some(Said { value: ty, place: self.number() });
                self.at += 1;
            }
            None if attribute(self.text(0)).is_some() => self.problem("it stands where a type is expected"),
            None => {
                self.problem("the type is not known");
                self.at += 1;
            }
        }
        self.attributes(&mut flat.field, location);
        self.details(&mut flat);
        // The types of the tabs are the type of the field, whatever the page says of the one that is chosen.
        if let Some(value) = union_of(&flat.field.variants) {
            let place = flat.field.ty.as_ref().map_or(flat.field.variants[0].place, |said| said.place);
            let nullable = value.nullable || flat.field.ty.as_ref().is_some_and(|said| said.value.nullable);
            flat.field.ty = Some(Said { value: Type { nullable, ..value }, place });
        }
        flat
    }

    fn attributes(&mut self, field: &mut Field<usize>, location: &Location) {
        // A field may be called like an attribute: then its type follows, and no field that is called like a type.
        let is_field = |it: &Self| Type::parse(it.text(1)).is_some() && Type::parse(it.text(2)).is_none();
        while let Some(attribute) = attribute(self.text(0)).filter(|_| !is_field(self)) {
            let place = self.number();
            match attribute {
                Attribute::Required(value) => field.required = Some(Said { value, place }),
                Attribute::Deprecated => field.deprecated = Some(Said { value: true, place }),
                Attribute::Default(value) => field.default = Some(Said { value: value.to_owned(), place }),
                Attribute::Sent(sent) if *location == Location::Security => field.sent = Some(Said { value: sent, place }),
                Attribute::Sent(sent) if sent == *location => {}
                Attribute::Sent(_) => self.problem("the section says another location"),
                Attribute::Null => {
                    if let Some(ty) = &mut field.ty {
                        ty.value.nullable = true;
                    }
                }
                Attribute::Direction => {}
            }
            self.at += 1;
        }
    }

    fn details(&mut self, flat: &mut Flat) {
        let mut paragraph = false;
        let mut description: Option<Said<String, usize>> = None;
        while self.at < self.lines.len() && !self.at_end() && !self.is_field() {
            let text = self.text(0).to_owned();
            if text.is_empty() {
                paragraph = true;
            } else if flat.field.variants.is_empty() && tabs::read(&text).is_some() {
                flat.field.variants = self.tabs(Self::tab);
                continue;
            } else if flat.field.variants.is_empty() && self.titles(0) > 0 {
                flat.field.variants = self.title_tabs();
                continue;
            } else if self.labelled(&text, flat) {
                paragraph = false;
                continue;
            } else if paragraph {
                let place = self.number();
                let said = description.get_or_insert_with(|| Said { value: String::new(), place });
                said.value.push_str(if said.value.is_empty() { "" } else { " " });
                said.value.push_str(&text);
            } else {
                self.problem("it is neither a field nor part of one");
            }
            self.at += 1;
        }
        flat.field.description = description;
    }

    /// Reads a line that begins with a label such as `Available options:`, and what follows it.
    fn labelled(&mut self, text: &str, flat: &mut Flat) -> bool {
        let place = self.number();
        if text == "Show child attributes" {
            flat.field.collapsed = Some(place);
            self.at += 1;
            return true;
        }
        if text == "Hide child attributes" {
            flat.open = true;
            self.at += 1;
            return true;
        }
        let Some((label, rest)) = text.split_once(':').filter(|_| is_label(text)) else { return false };
        let rest = rest.trim().to_owned();
        self.at += 1;
        match label {
            "Available options" | "Allowed value" => {
                let values = self.options(&rest);
                flat.field.values = Some(Said { value: values, place });
            }
            LEFT_OUT => {
                let value = self.value_of(&rest);
                match LeftOut::parse(&value) {
                    Some(value) => flat.field.left_out = Some(Said { value, place }),
                    None => self.reading.problems.push((place, "why its fields are not there is not understood".to_owned())),
                }
            }
            "Example" | "Examples" => self.example(&rest),
            "Pattern" | "Must match pattern" => {
                self.value_of(&rest);
            }
            label => {
                let value = self.value_of(&rest);
                match Range::parse_line(label, &value) {
                    Some(range) => flat.field.range = Some(Said { value: merged(flat.field.range.take(), range), place }),
                    None => self.reading.problems.push((place, "the limits are not understood".to_owned())),
                }
            }
        }
        true
    }

    /// Returns what follows a label, in the same line or in the next one.
    fn value_of(&mut self, rest: &str) -> String {
        if !rest.is_empty() {
            return rest.to_owned();
        }
        while self.at < self.lines.len() && self.text(0).is_empty() {
            self.at += 1;
        }
        let value = self.text(0).to_owned();
        self.at += 1;
        value
    }

    /// Reads values up to the first one without a comma after it.
    fn options(&mut self, rest: &str) -> Vec<String> {
        let mut line = self.value_of(rest);
        let mut values = Vec::new();
        loop {
            let quoted = serde_json::from_str::<String>(line.trim_end_matches(','));
            if quoted.is_ok() {
                values.push(line.trim_end_matches(',').to_owned());
            } else {
                values.extend(plain_options(&line));
            }
            if !line.ends_with(',') || self.text(0).is_empty() {
                return values;
            }
            self.text(0).clone_into(&mut line);
            self.at += 1;
        }
    }

    fn example(&mut self, rest: &str) {
        if !rest.is_empty() {
            return;
        }
        while self.at < self.lines.len() && self.text(0).is_empty() {
            self.at += 1;
        }
        self.at += json_lines(self.lines.get(self.at..).unwrap_or_default()).unwrap_or(1);
    }

    /// Returns the sample that shows which fields of a body belong to which.
    fn sample_of(&mut self, location: &Location) -> Option<Value> {
        let samples = &self.page().samples;
        let of = |kind| samples.iter().find(|sample| sample.kind == kind);
        match location {
            Location::Body => serde_json::from_str(&Request::parse(&of(SampleKind::Curl)?.text)?.body?).ok(),
            Location::Response(_) => serde_json::from_str(&of(SampleKind::Answer)?.text).ok(),
            _ => None,
        }
    }
}

/// What stands above the fields of a section.
struct Intro {
    /// The type of a body without fields.
    whole: Option<Said<Type, usize>>,
    tabs: Vec<Variant<usize>>,
}

/// Returns the type of a union; `None` where the type of some tab is not said.
fn union_of(tabs: &[Variant<usize>]) -> Option<Type> {
    let mut all = Type { alternatives: Vec::new(), nullable: false };
    for tab in tabs {
        let ty = tab.ty.as_ref()?;
        all.nullable |= ty.nullable;
        ty.alternatives.iter().filter(|it| it.base != "never").cloned().for_each(|it| all.add(it));
    }
    (!tabs.is_empty()).then_some(all)
}

fn plain_options(line: &str) -> impl Iterator<Item = String> {
    line.split(", ").map(|value| unquoted(value.trim().trim_end_matches(',')).to_owned())
}

/// Tells whether a line is text wherever it stands.
pub(in super::super) fn is_prose(line: &str) -> bool {
    let starts = ["curl ", "{", "[", "POST ", "default:"];
    let is_button = matches!(line, "Show child attributes" | "Hide child attributes") || FOOTER.contains(&line);
    let is_other = is_label(line) || is_button || attribute(line).is_some() || starts.iter().any(|start| line.starts_with(start));
    !is_other && Location::parse(line).is_none() && Call::parse(line).is_none() && Call::method(line).is_none()
}

fn unquoted(text: &str) -> &str {
    let quotes = ["\"", "`", "'"];
    let inner = quotes.iter().find_map(|quote| text.strip_prefix(quote)?.strip_suffix(quote));
    inner.unwrap_or(text)
}

/// Two lines may give the limits of one field.
fn merged(before: Option<Said<Range, usize>>, range: Range) -> Range {
    match before {
        Some(Said { value, .. }) if value.of == range.of => {
            Range { of: range.of, min: range.min.or(value.min), max: range.max.or(value.max) }
        }
        _ => range,
    }
}
