//! Rust's types -> fields in the words of pages.

use super::super::super::claim::{Field, LeftOut, MAX_NESTING, Said};
use super::super::super::shown::{shown_name, shown_text};
use super::super::super::types::{Alternative, Type};
use super::items::{Items, Spelled};
use super::tokens::Token;

/// How many fields of a method are read.
const MOST_READ: usize = 10_000;

/// Makes fields of what is read of generated code.
pub(super) struct Fields<'a> {
    items: &'a Items,
    /// The structs that are around.
    around: Vec<String>,
    /// How many more fields there may be.
    left: usize,
}

/// What is known of a type.
#[derive(Default)]
struct Known {
    /// `None` for what has no word here.
    ty: Option<Type>,
    /// The line and the values of an enum.
    values: Option<(usize, Vec<String>)>,
    /// The struct that has the fields.
    holds: Option<String>,
}

impl Known {
    fn of(base: &'static str) -> Self {
        Self { ty: Some(Type { alternatives: vec![Alternative::of(base)], nullable: false }), ..Self::default() }
    }

    fn nullable(mut self) -> Self {
        self.ty.iter_mut().for_each(|ty| ty.nullable = true);
        self
    }

    fn list(mut self) -> Self {
        let alternatives = self.ty.iter_mut().flat_map(|ty| &mut ty.alternatives);
        alternatives.for_each(|one| one.lists += 1);
        self.ty.iter_mut().for_each(|ty| ty.nullable = false);
        self
    }
}

impl<'a> Fields<'a> {
    pub(super) fn new(items: &'a Items) -> Self {
        Self { items, around: Vec::new(), left: MOST_READ }
    }

    /// Makes the field of a parameter, which may be left out if its type is an `Option`.
    pub(super) fn parameter(&mut self, name: &str, line: usize, ty: Option<Spelled>) -> Field<usize> {
        let Some(ty) = ty else { return Field { left_out: Some(unread(line)), ..Field::new(shown_name(name), line) } };
        let inside = ty.inside("Option");
        let required = Some(Said { value: inside.is_none(), place: ty.line });
        Field { required, ..self.typed(name, line, inside.as_ref().unwrap_or(&ty)) }
    }

    /// Makes a field of a type.
    pub(super) fn typed(&mut self, name: &str, line: usize, spelled: &Spelled) -> Field<usize> {
        self.left = self.left.saturating_sub(1);
        let place = spelled.line;
        let Known { ty, values, holds } = self.known(&spelled.tokens, 0);
        let mut field = Field {
            values: values.map(|(place, value)| Said { value, place }),
            left_out: ty.is_none().then(|| unread(place)),
            ty: ty.map(|value| Said { value, place }),
            ..Field::new(shown_name(name), line)
        };
        let Some(holds) = holds else { return field };
        if self.around.contains(&holds) {
            field.left_out = Some(Said { value: LeftOut::SameAs(holds), place });
        } else if self.left == 0 || self.around.len() >= MAX_NESTING {
            field.left_out = Some(unread(place));
        } else {
            field.children = self.members(holds);
        }
        field
    }

    fn members(&mut self, name: String) -> Vec<Field<usize>> {
        let items = self.items;
        let (Some(members), Some(table)) = (items.structs.get(&name), items.tables.get(&name)) else { return Vec::new() };
        self.around.push(name);
        let mut fields = Vec::new();
        for entry in table {
            let Some(member) = members.iter().find(|member| member.name == entry.field) else { continue };
            let Some(wire_name) = &entry.wire_name else { continue };
            let inside = match entry.kind.as_str() {
                "optional" | "anything" => member.ty.inside("Option"),
                "nullable" => member.ty.inside("::bindery_runtime::Maybe"),
                _ => None,
            };
            let mut field = self.typed(wire_name, entry.line, inside.as_ref().unwrap_or(&member.ty));
            field.required = Some(Said { value: entry.kind == "required", place: entry.line });
            match entry.kind.as_str() {
                "nullable" => field.ty.iter_mut().for_each(|ty| ty.value.nullable = true),
                // Whether `null` is a value of it is not said.
                "anything" => field.ty = None,
                _ => {}
            }
            fields.push(field);
        }
        self.around.pop();
        fields
    }

    /// Finds out what a type is. Aliases of aliases end somewhere.
    fn known(&self, tokens: &[Token], depth: usize) -> Known {
        if depth > MAX_NESTING {
            return Known::default();
        }
        let inner = |tokens: &[Token]| self.known(tokens, depth + 1);
        match tokens {
            [reference, rest @ ..] if reference.is('&') => inner(rest),
            [open, rest @ .., close] if open.is('[') && close.is(']') => inner(rest).list(),
            [outer, open, rest @ .., close] if open.is('<') && close.is('>') => match outer.word() {
                Some("Option" | "::bindery_runtime::Maybe") => inner(rest).nullable(),
                Some("Vec") => inner(rest).list(),
                Some("Box") => inner(rest),
                _ => Known::default(),
            },
            [name] => name.word().map_or_else(Known::default, |name| self.named(name, depth)),
            _ => Known::default(),
        }
    }

    /// Finds out what a name stands for; one in the code hides that of Rust.
    fn named(&self, name: &str, depth: usize) -> Known {
        let items = self.items;
        if items.tables.contains_key(name) {
            return Known { holds: Some(name.to_owned()), ..Known::of("object") };
        }
        if let Some((line, values)) = items.enums.get(name) {
            let one = Alternative { is_enum: true, ..Alternative::of("string") };
            let values = values.iter().map(|value| shown_text(value)).collect();
            return Known {
                ty: Some(Type { alternatives: vec![one], nullable: false }),
                values: Some((*line, values)),
                holds: None,
            };
        }
        if let Some(alias) = items.aliases.get(name) {
            return self.known(&alias.tokens, depth + 1);
        }
        match name {
            _ if items.have(name) => Known::default(),
            "bool" => Known::of("boolean"),
            "i64" => Known::of("integer"),
            "f64" => Known::of("number"),
            "String" | "str" => Known::of("string"),
            "::bindery_runtime::Object" => Known::of("object"),
            _ => Known::default(),
        }
    }
}

fn unread(place: usize) -> Said<LeftOut, usize> {
    Said { value: LeftOut::Unread, place }
}
