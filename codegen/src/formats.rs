//! The formats whose values have a type of their own in Rust: one table, for the generator and for what judges values.
//!
//! A value that the type of its format refuses is not read by generated code; whoever holds values against a description has to refuse it too.

/// A format of strings that does not become `String`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StringFormat {
    /// `date-time`: `DateTime` of the runtime.
    DateTime,
    /// `date`: `Date` of the runtime.
    Date,
    /// `uuid`: `Uuid` of the runtime.
    Uuid,
    /// `byte`: `Base64` of the runtime.
    Byte,
    /// `ipv4`: `std::net::Ipv4Addr`.
    Ipv4,
    /// `ipv6`: `std::net::Ipv6Addr`.
    Ipv6,
}

impl StringFormat {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::DateTime, Self::Date, Self::Uuid, Self::Byte, Self::Ipv4, Self::Ipv6];

    /// Returns its name in descriptions.
    pub fn name(self) -> &'static str {
        match self {
            Self::DateTime => "date-time",
            Self::Date => "date",
            Self::Uuid => "uuid",
            Self::Byte => "byte",
            Self::Ipv4 => "ipv4",
            Self::Ipv6 => "ipv6",
        }
    }

    /// Returns the format of a name; `None` for one whose values are `String`s.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

/// A format of integers: its name, the type of Rust, and the least and the greatest value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IntegerFormat {
    /// Its name in descriptions.
    pub name: &'static str,
    /// The type.
    pub rust: &'static str,
    /// The least value.
    pub least: i128,
    /// The greatest value.
    pub greatest: i128,
}

macro_rules! integers {
    ($($name:literal $rust:ident,)*) => {
        [$(IntegerFormat { name: $name, rust: stringify!($rust), least: $rust::MIN as i128, greatest: $rust::MAX as i128 },)*]
    };
}

impl IntegerFormat {
    /// All of them.
    pub const ALL: [Self; 8] =
        integers!["int8" i8, "int16" i16, "int32" i32, "int64" i64, "uint8" u8, "uint16" u16, "uint32" u32, "uint64" u64,];

    /// Returns the format of a name; `None` for one that says nothing of the type.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name == name)
    }
}
