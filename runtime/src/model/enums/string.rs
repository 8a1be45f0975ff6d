//! `string_enum!`: enums whose values are texts.
//!
//! The macro writes down the values, the variants in the same order, and one `match` from variant to text; a text is
//! found in the table of values, by its place in sorted order if there are many.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::sync::OnceLock;

use serde::de::{Deserializer, Error, Visitor};

use super::UnknownValue;
use crate::model::Checker;

/// Implements the traits of an enum whose values are texts.
///
/// A line for each value, then `other Unknown;` if the enum is open: the variant, of a `String`, keeps every other
/// text. The enum must be `Clone`. With `any_text` after the enum's name every other text is as valid as those listed,
/// or as far as the text of [`Assertions`](crate::Assertions) after it allows.
///
/// It gets `VALUES`, `as_str`, `Display`, `AsRef<str>`, `FromStr`, `serde::Serialize`, `serde::Deserialize`
/// and [`Validate`](crate::Validate), to which an unknown value is a failure of `enum`. An open enum also gets
/// `From<&str>` and `From<String>`, a closed one `TryFrom<&str>` with the error [`UnknownValue`](crate::UnknownValue).
///
/// ```
/// #[derive(Clone, Debug, PartialEq)]
/// enum Status {
///     Active,
///     Unknown(String),
/// }
///
/// bindery_runtime::string_enum! {
///     Status;
///     Active = "active";
///     other Unknown;
/// }
///
/// assert_eq!(Status::from("active"), Status::Active);
/// assert_eq!(Status::from("paused").as_str(), "paused");
/// assert_eq!(Status::VALUES, ["active"]);
/// ```
#[macro_export]
macro_rules! string_enum {
    ($name:ident; $($variant:ident = $value:literal;)*) => {
        $crate::string_enum! { @common $name {$($variant = $value;)*} {} }
        $crate::string_enum! { @closed $name }
    };
    ($name:ident; $($variant:ident $(= $value:literal)? $($other:ident)?;)*) => {
        $crate::string_enum! {
            @common $name {$($($variant = $value;)?)*} {$($($other)?)*}
        }
        $crate::string_enum! { @open $name $($($other)?)* }
        $crate::string_enum! { @checked $name $($($other)?)* }
    };
    ($name:ident any_text $($assertions:literal)?; $($variant:ident $(= $value:literal)? $($other:ident)?;)*) => {
        $crate::string_enum! {
            @common $name {$($($variant = $value;)?)*} {$($($other)?)*}
        }
        $crate::string_enum! { @open $name $($($other)?)* }
        $crate::string_enum! { @unchecked $name $($assertions)? }
    };
    (@common $name:ident {$($variant:ident = $value:literal;)*} {$($other:ident)?}) => {
        #[allow(deprecated)]
        impl $name {
            /// Checks that the description has the value.
            ///
            /// # Errors
            ///
            /// Fails for a value that it does not have.
            pub fn validate(&self) -> ::core::result::Result<(), $crate::Invalid> {
                $crate::validate(self)
            }

            /// The values that the description names, in its order.
            pub const VALUES: &'static [&'static str] = &[$($value,)*];

            /// Returns the value's text on the wire.
            pub fn as_str(&self) -> &str {
                match *self {
                    $(Self::$variant => $value,)*
                    $(Self::$other(ref text) => text,)?
                }
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl $crate::__private::string_enum::StringEnum for $name {
            const NAME: &'static str = ::core::stringify!($name);
            const VARIANTS: &'static [Self] = &[$(Self::$variant,)*];
            fn values() -> &'static $crate::__private::string_enum::Values {
                static VALUES: $crate::__private::string_enum::Values =
                    $crate::__private::string_enum::Values::new($name::VALUES);
                &VALUES
            }
            $(
                fn other(
                    text: ::std::borrow::Cow<'_, str>,
                ) -> ::core::result::Result<Self, ::std::borrow::Cow<'_, str>> {
                    ::core::result::Result::Ok(Self::$other(text.into_owned()))
                }
            )?
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl ::core::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl $crate::__private::serde::Serialize for $name {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl<'de> $crate::__private::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::string_enum::read(deserializer)
            }
        }
    };
    (@closed $name:ident) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl ::core::str::FromStr for $name {
            type Err = $crate::UnknownValue;
            fn from_str(text: &str) -> ::core::result::Result<Self, $crate::UnknownValue> {
                $crate::__private::string_enum::closed(text)
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl ::core::convert::TryFrom<&str> for $name {
            type Error = $crate::UnknownValue;
            fn try_from(text: &str) -> ::core::result::Result<Self, $crate::UnknownValue> {
                $crate::__private::string_enum::closed(text)
            }
        }

        $crate::string_enum! { @unchecked $name }
    };
    (@unchecked $name:ident) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl $crate::Validate for $name {
            fn check(&self, _at: &mut $crate::Checker) {}
        }
    };
    (@unchecked $name:ident $assertions:literal) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl $crate::Validate for $name {
            fn check(&self, at: &mut $crate::Checker) {
                static ASSERTIONS: $crate::Assertions = $crate::Assertions::new($assertions);
                at.assertions(self, &ASSERTIONS);
            }
        }
    };
    (@open $name:ident $other:ident) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl ::core::str::FromStr for $name {
            type Err = ::core::convert::Infallible;
            fn from_str(text: &str) -> ::core::result::Result<Self, ::core::convert::Infallible> {
                ::core::result::Result::Ok(::core::convert::From::from(text))
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl ::core::convert::From<&str> for $name {
            fn from(text: &str) -> Self {
                match $crate::__private::string_enum::known(text) {
                    ::core::option::Option::Some(known) => known,
                    ::core::option::Option::None => Self::$other(::std::borrow::ToOwned::to_owned(text)),
                }
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl ::core::convert::From<::std::string::String> for $name {
            fn from(text: ::std::string::String) -> Self {
                match $crate::__private::string_enum::known(&text) {
                    ::core::option::Option::Some(known) => known,
                    ::core::option::Option::None => Self::$other(text),
                }
            }
        }
    };
    (@checked $name:ident $other:ident) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl $crate::Validate for $name {
            fn check(&self, at: &mut $crate::Checker) {
                if let Self::$other(text) = self {
                    $crate::__private::string_enum::fail_unknown::<Self>(at, text);
                }
            }
        }
    };
}

/// An enum that [`string_enum!`](crate::string_enum) implements.
pub trait StringEnum: Clone + 'static {
    /// The name of the enum, for messages.
    const NAME: &'static str;
    /// The variant of each value, in the order of the values.
    const VARIANTS: &'static [Self];

    /// Returns the values, ready to be searched.
    fn values() -> &'static Values;

    /// Returns what an open enum makes of a text that is none of its values; a closed one gives it back.
    fn other(text: Cow<'_, str>) -> Result<Self, Cow<'_, str>> {
        Err(text)
    }
}

/// The values of an enum; finds the place of a text among them.
pub struct Values {
    values: &'static [&'static str],
    sorted: OnceLock<Box<[usize]>>,
}

impl Values {
    /// Up to this many values, comparing each one is as fast as a binary search.
    const FEW: usize = 16;

    /// Returns these values, not yet sorted.
    pub const fn new(values: &'static [&'static str]) -> Self {
        Self { values, sorted: OnceLock::new() }
    }

    fn position(&self, text: &str) -> Option<usize> {
        if self.values.len() <= Self::FEW {
            return self.values.iter().position(|value| *value == text);
        }
        let sorted = self.sorted.get_or_init(|| {
            let mut places: Box<[usize]> = (0..self.values.len()).collect();
            places.sort_by_key(|place| self.values[*place]);
            places
        });
        let found = sorted.binary_search_by_key(&text, |place| self.values[*place]);
        found.ok().map(|found| sorted[found])
    }
}

/// Returns the variant of a text that the description names.
pub fn known<T: StringEnum>(text: &str) -> Option<T> {
    let place = T::values().position(text)?;
    T::VARIANTS.get(place).cloned()
}

/// Reads a text into a closed enum.
///
/// # Errors
///
/// Returns the text with the known values if it is none of them.
pub fn closed<T: StringEnum>(text: &str) -> Result<T, UnknownValue> {
    known(text).ok_or_else(|| unknown::<T>(text))
}

/// Reports a text that the description does not name.
pub fn fail_unknown<T: StringEnum>(at: &mut Checker, text: &str) {
    at.fail("enum", unknown::<T>(text).to_string());
}

fn unknown<T: StringEnum>(text: &str) -> UnknownValue {
    UnknownValue::new(T::NAME, text, T::values().values)
}

/// Reads an enum; called by its `Deserialize`.
pub fn read<'de, T: StringEnum, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_str(EnumVisitor(PhantomData))
}

struct EnumVisitor<T>(PhantomData<T>);

impl<T: StringEnum> EnumVisitor<T> {
    fn find<E: Error>(text: Cow<'_, str>) -> Result<T, E> {
        match known(&text) {
            Some(known) => Ok(known),
            None => T::other(text).map_err(|text| E::custom(unknown::<T>(&text))),
        }
    }
}

impl<T: StringEnum> Visitor<'_> for EnumVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a text ({})", T::NAME)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        Self::find(Cow::Borrowed(text))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<T, E> {
        Self::find(Cow::Owned(text))
    }
}
