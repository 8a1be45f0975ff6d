//! Markdown: tables of fields, components of MDX, fenced samples, and a fenced slice of OpenAPI.

use super::super::claim::{Call, Extent, Field, LeftOut, Location, Page, Reading, Said, Sample, SampleKind, Says, Variant};
use super::super::extract::{LEFT_OUT, OPTIONS, named};
use super::super::range::Range;
use super::super::slice;
use super::components::{self, Tag, TagKind};
use super::marker::{self, Marker};
use super::nesting::{Nesting, Outermost};
use super::table::{Columns, code_spans};
use super::tabs;
use super::tree::{Flat, build};

/// Tells whether a text is Markdown.
pub(super) fn is_markdown(text: &str) -> bool {
    let starts = ["# ", "## ", "### ", "| ", "|", "```", "<ParamField", "<ResponseField", "<!-- bindery:"];
    text.lines().any(|line| starts.iter().any(|start| line.trim_start().starts_with(start))) || text.starts_with("---\n")
}

/// How many lines a tag may have.
const MAX_TAG_LINES: usize = 50;

/// Reads the pages in a text.
pub(super) fn read(text: &str) -> Reading {
    let mut reader = Reader {
        lines: text.lines().collect(),
        at: 0,
        draft: Draft::new(1),
        context: None,
        in_request: false,
        reach: Reach::Everything,
        reading: Reading::default(),
    };
    if marker::are_in(&reader.lines) {
        reader.reach = Reach::Outside;
    } else {
        reader.front_matter();
    }
    while reader.at < reader.lines.len() {
        reader.block();
    }
    if reader.reach == Reach::Marked {
        reader.leave();
    }
    reader.finish_page();
    reader.reading
}

/// A page that is being read.
struct Draft {
    page: Page,
    /// The fields of each location, in order.
    flat: Vec<(Location, usize, Vec<Flat>)>,
    open: Nesting,
    /// The options of unions: of a whole body, or of a field by its whole name.
    options: Vec<(Location, Option<String>, Vec<Variant<usize>>)>,
}

impl Draft {
    fn new(line: usize) -> Self {
        let says = Says { null: true, ..Says::NOTHING };
        Self { page: Page { says, ..Page::new(line) }, flat: Vec::new(), open: Nesting::default(), options: Vec::new() }
    }

    fn is_empty(&self) -> bool {
        self.page.call.is_none() && self.flat.is_empty() && self.page.sections.is_empty()
    }

    fn add(&mut self, location: Location, field: Field<usize>) {
        let line = field.place;
        let flat = Flat { field, open: false };
        match self.flat.iter_mut().find(|(known, ..)| *known == location) {
            Some((.., fields)) => fields.push(flat),
            None => self.flat.push((location, line, vec![flat])),
        }
    }
}

/// Which part of a text is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// All of it.
    Everything,
    /// Only what comments mark, and this is not.
    Outside,
    /// Only what comments mark, and this is.
    Marked,
}

struct Reader<'a> {
    lines: Vec<&'a str>,
    at: usize,
    draft: Draft,
    /// The location that the headings say.
    context: Option<Location>,
    in_request: bool,
    reach: Reach,
    reading: Reading,
}

impl<'a> Reader<'a> {
    fn line(&self) -> &'a str {
        self.lines.get(self.at).map_or("", |line| line.trim())
    }

    fn problem(&mut self, message: impl Into<String>) {
        self.reading.problems.push((self.at + 1, message.into()));
    }

    fn finish_page(&mut self) {
        let Draft { mut page, flat, open, options } = std::mem::replace(&mut self.draft, Draft::new(self.at + 1));
        self.reading.problems.extend(open.unclosed());
        for (location, line, fields) in flat {
            let fields = build(fields, None, &mut self.reading.problems);
            page.section(&location, line).fields.extend(fields);
        }
        for (location, name, variants) in options {
            let line = variants[0].place;
            let section = page.section(&location, line);
            match name {
                None => section.variants.extend(variants),
                Some(name) => match named(&mut section.fields, "", &name) {
                    Some(field) => field.variants = variants,
                    None => self.reading.problems.push((line, format!("the options are those of no field `{name}`"))),
                },
            }
        }
        if page.call.is_some() || !page.sections.is_empty() {
            self.reading.pages.push(page);
        }
    }

    fn front_matter(&mut self) {
        if self.line() != "---" {
            return;
        }
        let Some(end) = self.lines.iter().skip(1).position(|line| line.trim() == "---") else { return };
        for index in 1..=end {
            let Some((key, value)) = self.lines[index].split_once(':') else { continue };
            let value = value.trim().trim_matches(['"', '\'']);
            match key.trim() {
                "openapi" | "api" => {
                    // A file of the description may stand before the call.
                    let call = Call::parse(value).or_else(|| Call::parse(value.split_once(' ')?.1));
                    self.draft.page.call = call.map(|value| Said { value, place: index + 1 });
                }
                "title" => self.draft.page.title = Some(value.to_owned()),
                _ => {}
            }
        }
        self.at = end + 2;
    }

    fn block(&mut self) {
        let line = self.line();
        if self.reach != Reach::Everything
            && let Some(marker) = marker::read(line)
        {
            self.marker(marker);
            self.at += 1;
        } else if line.starts_with("```") || line.starts_with("~~~") {
            self.fence(line);
        } else if self.reach == Reach::Outside {
            self.at += 1;
        } else if let Some(heading) = line.strip_prefix('#') {
            self.heading(heading.trim_start_matches('#').trim());
            self.at += 1;
        } else if line.starts_with('|') && self.is_table() {
            self.table();
        } else if line.starts_with('<') && self.tag(line).is_some() {
            self.component();
        } else {
            self.prose(line);
            self.at += 1;
        }
    }

    fn marker(&mut self, marker: Marker) {
        self.leave();
        match marker {
            Marker::Start(call, location) => {
                self.reach = Reach::Marked;
                self.context = location;
                self.draft = Draft::new(self.at + 1);
                self.draft.page.extent = Extent::Excerpt;
                self.draft.page.call = Some(Said { value: call, place: self.at + 1 });
            }
            Marker::End => {}
            Marker::Unknown => self.problem("the comment names no operation, as `<!-- bindery: POST /v1/agents body -->` does"),
        }
    }

    /// Ends what a comment marks.
    fn leave(&mut self) {
        if self.reach == Reach::Marked && self.draft.flat.is_empty() && self.draft.page.sections.is_empty() {
            let line = self.draft.page.line;
            self.reading.problems.push((line, "no fields follow the comment".to_owned()));
        }
        self.finish_page();
        (self.reach, self.context) = (Reach::Outside, None);
    }

    fn heading(&mut self, text: &str) {
        let text = text.replace('`', "");
        if self.reach == Reach::Marked && Location::parse(&text).is_none() {
            self.leave();
        } else if let Some(call) = Call::parse(&text) {
            if !self.draft.is_empty() {
                self.finish_page();
            }
            self.context = None;
            self.draft.page.line = self.at + 1;
            self.draft.page.call = Some(Said { value: call, place: self.at + 1 });
        } else if let Some(location) = Location::parse(&text) {
            self.context = Some(location);
        } else {
            self.context = None;
            self.draft.page.title.get_or_insert(text);
        }
    }

    fn prose(&mut self, line: &str) {
        if !self.draft.open.is_empty() {
            // What is said in a tab before its fields is said of none.
            let mut nothing = Field::new("", 0);
            let field = self.draft.open.field().unwrap_or(&mut nothing);
            let said = add_text(field, line, self.at + 1);
            let is_lost = nothing.values.is_some() || nothing.range.is_some() || nothing.left_out.is_some();
            if let Err(problem) = said.and(if is_lost { Err("it stands in no field".to_owned()) } else { Ok(()) }) {
                self.problem(problem);
            }
            return;
        }
        if let Some(options) = line.strip_prefix(OPTIONS).filter(|_| self.draft.page.call.is_some()) {
            match read_options(options, self.at + 1) {
                Some(options) => self.draft.options.push(options),
                None => self.problem("the options of a union are not understood"),
            }
            return;
        }
        let code = line.strip_prefix('`').and_then(|line| line.strip_suffix('`'));
        if let Some(call) = code.and_then(Call::parse).filter(|_| self.draft.page.call.is_none()) {
            self.draft.page.call = Some(Said { value: call, place: self.at + 1 });
        } else if self.context.is_some() && ["- `", "* `", "- **", "* **"].iter().any(|start| line.starts_with(start)) {
            self.problem("a list is not understood as fields; a table is");
        }
    }

    fn is_table(&self) -> bool {
        let below = self.lines.get(self.at + 1).map_or("", |line| line.trim());
        below.starts_with('|') && below.contains("--") && below.chars().all(|it| "|-: ".contains(it))
    }

    fn table(&mut self) {
        let read = Columns::read(self.line());
        let Some((columns, unknown)) = read else {
            if self.context.is_some() {
                self.problem("the table has no columns that say fields: a name, and a type or whether it is required");
            }
            while self.line().starts_with('|') {
                self.at += 1;
            }
            return;
        };
        for title in unknown {
            self.problem(format!("the column `{title}` is not known"));
        }
        self.draft.page.says = columns.says(self.draft.page.says);
        self.at += 2;
        while self.line().starts_with('|') {
            match columns.row(self.line(), self.at + 1) {
                Err(problem) => self.problem(problem),
                Ok((field, location)) => match location.or_else(|| self.context.clone()).or_else(|| self.usual_location()) {
                    Some(location) => self.draft.add(location, field),
                    None => self.problem("neither the table nor a heading above it says where the field is sent"),
                },
            }
            self.at += 1;
        }
    }

    /// Returns where the fields of a table are sent that nothing says it of: a table below a call is about what is sent with it.
    fn usual_location(&self) -> Option<Location> {
        match self.draft.page.call.as_ref()?.value.method.as_str() {
            "POST" | "PUT" | "PATCH" => Some(Location::Body),
            "GET" | "DELETE" | "HEAD" => Some(Location::Query),
            _ => None,
        }
    }

    fn fence(&mut self, line: &str) {
        let mark = &line[..line.len() - line.trim_start_matches(['`', '~']).len()];
        let info = line[mark.len()..].trim();
        let start = self.at + 1;
        self.at = start;
        while self.at < self.lines.len() && !(self.line().starts_with(mark) && self.line().trim_matches(['`', '~']).is_empty()) {
            self.at += 1;
        }
        let text = self.lines[start.min(self.at)..self.at].join("\n");
        self.at += 1;
        if self.reach == Reach::Outside {
            return;
        }
        let (language, rest) = info.split_once(char::is_whitespace).unwrap_or((info, ""));
        let is_slice = matches!(language, "yaml" | "yml" | "json");
        if let Some(call) = Call::parse(rest).filter(|_| is_slice) {
            match slice::read(&text, call, start) {
                Ok(page) => {
                    self.draft.page.call = page.call;
                    self.draft.page.sections.extend(page.sections);
                    self.draft.page.says = page.says;
                }
                Err(problem) => self.reading.problems.push((start, problem)),
            }
            return;
        }
        let kind = if text.trim_start().starts_with("curl ") {
            SampleKind::Curl
        } else if language == "json" && !self.in_request && !matches!(self.context, Some(Location::Body)) {
            SampleKind::Answer
        } else {
            return;
        };
        self.draft.page.samples.push(Sample { kind, line: start + 1, text });
    }

    /// Reads the tag that the line begins with, and how many lines it goes over.
    fn tag(&self, line: &str) -> Option<(Tag, usize, String)> {
        let is_ours = line.trim_start_matches(['<', '/']).starts_with(|first: char| first.is_ascii_uppercase());
        if !is_ours {
            return None;
        }
        let mut text = line.to_owned();
        for count in 1..=MAX_TAG_LINES {
            if let Some((tag, rest)) = components::tag(&text) {
                return Some((tag, count, rest.trim().to_owned()));
            }
            text.push('\n');
            text.push_str(self.lines.get(self.at + count)?);
        }
        None
    }

    fn component(&mut self) {
        let mut line = self.line().to_owned();
        while let Some((tag, count, rest)) = self.tag(&line) {
            self.element(&tag);
            self.at += count - 1;
            line = rest;
        }
        // A text in one line with its tags: `<ParamField …>text</ParamField>`.
        if let Some((text, close)) = line.rsplit_once("</") {
            self.prose(text.trim());
            if let Some((tag, ..)) = self.tag(&format!("</{close}")) {
                self.element(&tag);
            }
        } else if !line.is_empty() {
            self.prose(&line);
        }
        self.at += 1;
    }

    fn element(&mut self, tag: &Tag) {
        match (tag.name.as_str(), tag.kind) {
            ("ParamField" | "ResponseField", TagKind::Close) => {
                let closed = self.draft.open.close_field();
                self.take(closed);
            }
            ("ParamField" | "ResponseField", kind) => self.open(tag, kind),
            ("Tabs", TagKind::Open) => self.draft.open.open_tabs(self.at + 1),
            ("Tab", TagKind::Open) => {
                let title = tag.attributes.iter().find(|(key, _)| key == "title").map_or("", |(_, title)| title);
                let opened = self.draft.open.open_tab(title, self.at + 1);
                self.take(opened.map(|()| None));
            }
            ("Tab", TagKind::Close) => {
                let closed = self.draft.open.close_tab();
                self.take(closed.map(|()| None));
            }
            ("Tabs", TagKind::Close) => {
                let closed = self.draft.open.close_tabs();
                self.take(closed);
            }
            ("RequestExample", kind) => self.in_request = kind == TagKind::Open,
            (name, TagKind::Open | TagKind::Whole) if !self.draft.open.is_empty() => {
                const KNOWN: [&str; 8] = ["Expandable", "Accordion", "Note", "Tip", "Warning", "Info", "Tooltip", "Check"];
                if !KNOWN.contains(&name) {
                    self.problem(format!("the component `{name}` is not known"));
                }
            }
            _ => {}
        }
    }

    fn open(&mut self, tag: &Tag, kind: TagKind) {
        let (field, location, problems) = components::field(tag, self.at + 1);
        problems.into_iter().for_each(|problem| self.problem(problem));
        self.draft.page.says = Says::ALL;
        let around = self.draft.open.location().cloned();
        let answer = || match &self.context {
            Some(location @ Location::Response(_)) => location.clone(),
            _ => Location::Response(None),
        };
        let location = around.or(location).unwrap_or_else(answer);
        match kind {
            TagKind::Whole => {
                let put = self.draft.open.put(field, location);
                self.take(put);
            }
            TagKind::Open | TagKind::Close => self.draft.open.open_field(field, location),
        }
    }

    /// Takes what came of a tag, if no component is around it.
    fn take(&mut self, found: Result<impl IntoIterator<Item = Outermost>, String>) {
        match found {
            Ok(found) => found.into_iter().for_each(|outermost| match outermost {
                Outermost::Field(field, location) => self.draft.add(location, *field),
                Outermost::Options(location, variants) => self.draft.options.push((location, None, variants)),
            }),
            Err(problem) => self.problem(problem),
        }
    }
}

/// Reads what follows `Options of`: where, perhaps a field, and the tabs.
fn read_options(text: &str, place: usize) -> Option<(Location, Option<String>, Vec<Variant<usize>>)> {
    let (of, options) = text.split_once(": ")?;
    let name = code_spans(of).into_iter().next();
    let location = Location::parse(of.split('`').next()?)?;
    let mut variants = Vec::new();
    for option in code_spans(options) {
        let tabs = tabs::read(&option).unwrap_or_else(|| vec![tabs::Tab { title: Some(option), ty: None }]);
        variants.extend(tabs.into_iter().map(|tab| Variant { place, title: tab.title, ty: tab.ty, fields: Vec::new() }));
    }
    (!variants.is_empty()).then_some((location, name, variants))
}

/// Adds a line of text within a component: values, limits, or a description.
fn add_text(field: &mut Field<usize>, line: &str, place: usize) -> Result<(), String> {
    if line.is_empty() {
        return Ok(());
    }
    if let Some((label, rest)) = line.split_once(':') {
        if label == "Available options" {
            let values = rest.split(',').map(|value| value.trim().trim_matches(['`', '"']).to_owned());
            field.values = Some(Said { value: values.filter(|value| !value.is_empty()).collect(), place });
            return Ok(());
        }
        if label == LEFT_OUT {
            let reason = LeftOut::parse(rest.trim()).ok_or("why its fields are not there is not understood")?;
            field.left_out = Some(Said { value: reason, place });
            return Ok(());
        }
        if ["Required ", "Minimum ", "Maximum "].iter().any(|start| label.starts_with(start)) && label.split(' ').count() < 4 {
            let range = Range::parse_line(label, rest).ok_or("the limits are not understood")?;
            field.range = Some(Said { value: range, place });
            return Ok(());
        }
    }
    let said = field.description.get_or_insert_with(|| Said { value: String::new(), place });
    said.value.push_str(if said.value.is_empty() { "" } else { " " });
    said.value.push_str(line);
    Ok(())
}
