//! Which types become items, and each of them.

use std::borrow::Cow;

use crate::ir::{Name, TypeId, TypeKind};

use super::docs;
use super::model::{Form, Module, RustAlias, RustDocs, RustItem, RustPath};
use super::{Cx, Named, Wanted, checks, enums, structs, unions};

/// Doc comments are wrapped so that an indented line of them stays within a hundred columns.
const DOC_WIDTH: usize = 90;

impl Cx<'_> {
    /// Returns the lines of a doc comment for a text of the description.
    pub(super) fn doc_lines(&self, text: &str) -> RustDocs {
        if let Some(known) = self.doc_lines.borrow().get(text) {
            return known.clone();
        }
        let lines = docs::doc_lines(text, DOC_WIDTH);
        self.doc_lines.borrow_mut().insert(text.to_owned(), lines.clone());
        lines
    }
}

/// Returns every type that becomes an item, in each form that is needed, with its name in the description.
pub(super) fn item_forms(cx: &Cx<'_>) -> Vec<Wanted> {
    let mut forms = Vec::new();
    for id in cx.api.types.ids().filter(|id| is_item(cx, *id)) {
        let ty = &cx.api.types[id];
        for form in cx.forms(id).iter().copied() {
            let mut name = ty.name.parts().join(" ");
            let addition = addition(cx, id, form);
            if let Some(addition) = addition {
                name.push(' ');
                name.push_str(addition);
            }
            forms.push(Wanted { named: Named::Type(id, form), name, addition, origin: ty.origin.clone() });
        }
    }
    forms
}

/// Returns what the name of a form adds to the type's, if it is not the first of several.
fn addition(cx: &Cx<'_>, id: TypeId, form: Form) -> Option<&'static str> {
    let is_first = cx.forms(id).first() == Some(&form);
    match form {
        _ if is_first => None,
        Form::Sent => Some("input"),
        Form::Whole => Some("whole"),
        Form::Read => None,
    }
}

fn is_item(cx: &Cx<'_>, id: TypeId) -> bool {
    let ty = &cx.api.types[id];
    let component = matches!(&ty.name, Name::Component(_));
    if let Name::Component(name) = &ty.name
        && cx.options.schema_types.contains_key(&**name)
    {
        return false;
    }
    match &ty.kind {
        TypeKind::Struct(_) | TypeKind::Enum(_) | TypeKind::Union(_) | TypeKind::Alias(_) => true,
        // Null beside a struct or an enum is written where the type is used; the name is the inner type's.
        TypeKind::Nullable(_) => cx.facts.newtypes.contains(&id),
        _ => component || cx.facts.newtypes.contains(&id),
    }
}

/// Plans every item, in the order of the types.
pub(super) fn plan_items(cx: &mut Cx<'_>) -> Vec<(Module, RustItem)> {
    let module = Module::of_types(cx.options.layout);
    let mut items = Vec::new();
    let api = cx.api;
    for id in api.types.ids() {
        for form in cx.forms(id).iter().copied() {
            if let Some(path) = cx.names.get(&(id, form)).cloned() {
                items.push((module, plan_item(cx, id, form, path)));
            }
        }
    }
    items
}

fn plan_item(cx: &mut Cx<'_>, id: TypeId, form: Form, path: RustPath) -> RustItem {
    let api = cx.api;
    match &api.types[id].kind {
        TypeKind::Struct(item) => RustItem::Struct(structs::plan_struct(cx, id, item, form, path)),
        TypeKind::Enum(item) => RustItem::Enum(enums::plan_enum(cx, id, item, path)),
        TypeKind::Union(item) => RustItem::Union(unions::plan_union(cx, id, item, form, path)),
        _ => plan_alias(cx, id, form, path),
    }
}

fn plan_alias(cx: &Cx<'_>, id: TypeId, form: Form, path: RustPath) -> RustItem {
    let ty = &cx.api.types[id];
    let alias = RustAlias {
        docs: type_docs(cx, id, form),
        deprecated: ty.docs.deprecated,
        path,
        derives: cx.options.derives.clone(),
        ty: cx.written_out(id, form),
        is_copy: matches!((&ty.name, &ty.kind), (Name::Inline(_), TypeKind::Alias(_))),
        checks: checks::checks_of_kind(cx, id),
    };
    if is_alias(cx, id) { RustItem::Alias(alias) } else { RustItem::Newtype(alias) }
}

/// Tells whether the item of a type is only another name of a type.
pub(super) fn is_alias(cx: &Cx<'_>, id: TypeId) -> bool {
    let has_own_item = matches!(cx.api.types[id].kind, TypeKind::Struct(_) | TypeKind::Enum(_) | TypeKind::Union(_));
    !has_own_item && !cx.facts.newtypes.contains(&id)
}

/// Returns the doc comment of a type.
pub(super) fn type_docs(cx: &Cx<'_>, id: TypeId, form: Form) -> RustDocs {
    let ty = &cx.api.types[id];
    let mut docs = docs_or(cx, &ty.docs, || name_docs(&ty.name));
    let of_form = match (form, addition(cx, id, form)) {
        (Form::Sent, Some(_)) => vec!["This is what is sent; it has no properties that only the server sets.".to_owned()],
        (Form::Whole, Some(_)) => vec!["This has what either side sends; only types that no operation uses hold it.".to_owned()],
        _ => Vec::new(),
    };
    append_paragraph(&mut docs, of_form);
    // An object that the description shows is worth more than its list of properties.
    if let Some(example) = &ty.example
        && matches!(cx.api.types[cx.api.behind_aliases(id)].kind, TypeKind::Struct(_) | TypeKind::Union(_))
    {
        docs.extend([String::new(), "# Example".to_owned(), String::new()]);
        docs.extend(docs::example_lines(example));
    }
    docs
}

fn name_docs(name: &Name) -> String {
    match name.parts() {
        [outer, inner @ ..] if !inner.is_empty() => ["The ", &code(&inner.join(" ")), " of ", &code(outer), "."].concat(),
        parts => code_sentence(&parts.join(" ")),
    }
}

/// Writes a text of the description as code within a doc comment: on one line, and between ticks that it does not have itself
/// (CommonMark 0.31, section 6.1). What can't be seen is spelled out, since the compiler refuses some of it in comments.
pub(super) fn code(text: &str) -> String {
    let text = shown(text);
    if text.trim().is_empty() {
        format!("`{text:?}`")
    } else if text.contains('`') {
        let runs: Vec<_> = text.split(|letter| letter != '`').collect();
        let fence = (2..).map(|length| "`".repeat(length)).find(|fence| !runs.contains(&fence.as_str()));
        let fence = fence.expect("a text has as many runs as it has letters at most");
        format!("{fence} {text} {fence}")
    } else {
        ["`", &text, "`"].concat()
    }
}

/// Writes a text of the description as code that says all there is to say.
pub(super) fn code_sentence(text: &str) -> String {
    [&code(text), "."].concat()
}

fn shown(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            _ if letter.is_control() => shown.push(' '),
            _ if docs::is_invisible(letter) => shown.extend(letter.escape_unicode()),
            _ => shown.push(letter),
        }
    }
    Cow::Owned(shown)
}

/// Returns the first sentence of what the description says, or what `otherwise` does.
pub(super) fn brief_docs(docs: &crate::ir::Docs, otherwise: impl FnOnce() -> String) -> RustDocs {
    let said = docs.summary.as_deref().or(docs.description.as_deref()).map(docs::sentence).unwrap_or_default();
    vec![if said.is_empty() { otherwise() } else { said }]
}

/// Returns the doc comment for what the description says; what it does not say, `otherwise` does.
pub(super) fn docs_or(cx: &Cx<'_>, docs: &crate::ir::Docs, otherwise: impl FnOnce() -> String) -> RustDocs {
    let lines = said(cx, docs);
    if lines.is_empty() { vec![otherwise()] } else { lines }
}

/// Returns what the description says, which may be nothing.
pub(super) fn said(cx: &Cx<'_>, docs: &crate::ir::Docs) -> RustDocs {
    let mut lines = docs.summary.as_deref().map(|text| cx.doc_lines(text)).unwrap_or_default();
    let description = docs.description.as_deref().map(|text| cx.doc_lines(text)).unwrap_or_default();
    if description != lines {
        append_paragraph(&mut lines, description);
    }
    if let Some(link) = &docs.link {
        append_paragraph(&mut lines, cx.doc_lines(&format!("More: {link}")));
    }
    lines
}

/// Adds lines as a paragraph of their own.
pub(super) fn append_paragraph(docs: &mut RustDocs, lines: RustDocs) {
    if docs.is_empty() {
        *docs = lines;
    } else if !lines.is_empty() {
        docs.push(String::new());
        docs.extend(lines);
    }
}
