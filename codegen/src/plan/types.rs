//! How a type is written where it is used.

use std::fmt;

use serde_json::Number;

use crate::analyze::Direction;
use crate::formats::{IntegerFormat, StringFormat};
use crate::ir::{Name, NumberType, StringType, TypeId, TypeKind};

use super::Cx;
use super::model::{Form, Module, RustPath, RustType};

impl Cx<'_> {
    /// Returns the forms in which a type is needed.
    pub(super) fn forms(&self, id: TypeId) -> &'static [Form] {
        use Form::{Read, Sent, Whole};
        if !self.facts.one_sided.contains(&id) {
            return &[Whole];
        }
        let Direction { sent, read } = self.direction(id);
        match (sent, read, self.facts.held_whole.contains(&id)) {
            (true, true, true) => &[Read, Sent, Whole],
            (true, true, false) => &[Read, Sent],
            (true, false, true) => &[Sent, Whole],
            (true, false, false) => &[Sent],
            (false, true, true) => &[Read, Whole],
            (false, true, false) => &[Read],
            (false, false, _) => &[Whole],
        }
    }

    fn direction(&self, id: TypeId) -> Direction {
        self.facts.directions.get(&id).copied().unwrap_or_default()
    }

    /// Returns the form of a type that stands inside something of form `within`. Where there is no such form, the first one has all
    /// properties, or the second one has.
    fn form(&self, id: TypeId, within: Form) -> Form {
        match self.forms(id) {
            forms if forms.contains(&within) => within,
            [Form::Read, Form::Sent] if self.facts.not_read.contains(&id) => Form::Sent,
            forms => forms[0],
        }
    }

    /// Returns how a type is written where something of form `within` uses it.
    pub(super) fn rust_type(&self, id: TypeId, within: Form) -> RustType {
        let ty = &self.api.types[id];
        if let Name::Component(name) = &ty.name
            && let Some(path) = self.options.schema_types.get(&**name)
        {
            return RustType::External(path.clone());
        }
        let Some(path) = self.names.get(&(id, self.form(id, within))) else { return self.written_out(id, within) };
        match ty.kind {
            TypeKind::Struct(_) | TypeKind::Enum(_) | TypeKind::Union(_) => RustType::Named(path.clone()),
            _ if self.facts.newtypes.contains(&id) => RustType::Named(path.clone()),
            _ => RustType::Alias(path.clone(), Box::new(self.written_out(id, within))),
        }
    }

    /// Returns the text of the type that something of form `within` uses: [`Self::rust_type`], of which a name is all that is seen.
    pub(super) fn rust_text(&self, id: TypeId, within: Form) -> String {
        match self.names.get(&(id, self.form(id, within))) {
            Some(path) => path.to_string(),
            None => self.rust_type(id, within).to_string(),
        }
    }

    /// Returns a type without its own name.
    pub(super) fn written_out(&self, id: TypeId, within: Form) -> RustType {
        match &self.api.types[id].kind {
            TypeKind::Boolean => RustType::Bool,
            TypeKind::Integer(number) => integer_type(number),
            TypeKind::Number(number) => self.number_type(number),
            TypeKind::String(string) => self.string_type(string),
            TypeKind::Array { item, .. } => RustType::Vec(Box::new(self.rust_type(*item, within))),
            TypeKind::Map { value, .. } => match self.rust_type(*value, within) {
                RustType::Value => RustType::Object,
                value => RustType::Map(Box::new(value)),
            },
            TypeKind::Nullable(inner) => RustType::Option(Box::new(self.rust_type(*inner, within))),
            TypeKind::Alias(target) => self.rust_type(*target, within),
            TypeKind::Never => RustType::Never,
            // Structs, enums and unions have names.
            TypeKind::Any | TypeKind::Struct(_) | TypeKind::Enum(_) | TypeKind::Union(_) => RustType::Value,
        }
    }

    fn number_type(&self, number: &NumberType) -> RustType {
        self.format_type(number.format.as_deref()).unwrap_or(RustType::F64)
    }

    fn string_type(&self, string: &StringType) -> RustType {
        let own = || string.format.as_deref().and_then(StringFormat::of).map_or(RustType::String, string_format_type);
        self.format_type(string.format.as_deref()).unwrap_or_else(own)
    }

    fn format_type(&self, format: Option<&str>) -> Option<RustType> {
        self.options.format_types.get(format?).map(|path| RustType::External(path.clone()))
    }
}

/// A narrower type than `i64` only where the format promises it; bounds are constraints, and an answer is not refused for those.
pub(super) fn integer_type(number: &NumberType) -> RustType {
    let is_beyond_i64 = is_beyond_i64(number.maximum.as_ref()) && is_natural(number.minimum.as_ref());
    RustType::Int(match number.format.as_deref().and_then(IntegerFormat::of) {
        Some(format) if format.rust != "i64" => format.rust,
        Some(_) | None if is_beyond_i64 => "u64",
        Some(_) | None => "i64",
    })
}

fn string_format_type(format: StringFormat) -> RustType {
    match format {
        StringFormat::DateTime => RustType::Format("DateTime"),
        StringFormat::Date => RustType::Format("Date"),
        StringFormat::Uuid => RustType::Format("Uuid"),
        StringFormat::Byte => RustType::Format("Base64"),
        StringFormat::Ipv4 => RustType::Net("Ipv4Addr"),
        StringFormat::Ipv6 => RustType::Net("Ipv6Addr"),
    }
}

fn is_beyond_i64(limit: Option<&Number>) -> bool {
    limit.is_some_and(|limit| !limit.is_i64() && limit.is_u64())
}

fn is_natural(limit: Option<&Number>) -> bool {
    limit.is_some_and(Number::is_u64)
}

impl RustType {
    /// Tells whether a value of the type is passed as cheaply by value as by reference.
    pub(super) fn is_copy(&self) -> bool {
        matches!(self.resolved(), Self::Bool | Self::Int(_) | Self::F64)
    }

    /// Returns the type as the compiler sees it: without aliases, and without the box that is made inside a conversion.
    pub(super) fn taken_apart(&self) -> Self {
        let inner = |inner: &Self| Box::new(inner.taken_apart());
        match self.resolved() {
            Self::Boxed(held) => held.taken_apart(),
            Self::Option(held) => Self::Option(inner(held)),
            Self::Maybe(held) => Self::Maybe(inner(held)),
            Self::Vec(held) => Self::Vec(inner(held)),
            Self::Map(held) => Self::Map(inner(held)),
            other => other.clone(),
        }
    }

    /// Returns the type itself where this is only an alias of it.
    pub fn resolved(&self) -> &Self {
        match self {
            Self::Alias(_, target) => target.resolved(),
            other => other,
        }
    }
}

impl fmt::Display for RustPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.module.name() {
            Some(module) => write!(f, "{module}::{}", self.name),
            None => self.name.fmt(f),
        }
    }
}

impl fmt::Display for RustType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool => f.write_str("bool"),
            Self::Int(name) => f.write_str(name),
            Self::F64 => f.write_str("f64"),
            Self::String => f.write_str("String"),
            Self::Value => f.write_str("Value"),
            Self::Object => f.write_str("Object"),
            Self::Bytes => f.write_str("Bytes"),
            Self::Parts => f.write_str("Multipart"),
            Self::Never => f.write_str("Never"),
            Self::Unit => f.write_str("()"),
            Self::Format(name) => write!(f, "formats::{name}"),
            Self::Net(name) => write!(f, "std::net::{name}"),
            Self::External(path) => f.write_str(path),
            Self::Named(path) | Self::Alias(path, _) => path.fmt(f),
            Self::Option(inner) => write_around(f, "Option<", inner),
            Self::Maybe(inner) => write_around(f, "Maybe<", inner),
            Self::Vec(inner) => write_around(f, "Vec<", inner),
            Self::Map(inner) => write_around(f, "BTreeMap<String, ", inner),
            Self::Boxed(inner) => write_around(f, "Box<", inner),
        }
    }
}

fn write_around(f: &mut fmt::Formatter<'_>, start: &str, inner: &RustType) -> fmt::Result {
    f.write_str(start)?;
    fmt::Display::fmt(inner, f)?;
    f.write_str(">")
}

impl Module {
    /// Returns the module of models in a layout.
    pub(super) fn of_types(layout: super::Layout) -> Self {
        match layout {
            super::Layout::Flat => Self::Root,
            super::Layout::Modules => Self::Types,
        }
    }

    /// Returns the module of what operations need besides models.
    pub(super) fn of_operations(layout: super::Layout) -> Self {
        match layout {
            super::Layout::Flat => Self::Root,
            super::Layout::Modules => Self::Operations,
        }
    }
}
