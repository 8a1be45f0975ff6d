//! `integer_enum!`: enums whose values are integers.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, Unexpected, Visitor};

use super::UnknownValue;
use crate::model::Checker;
use crate::model::json::float_integer;

/// Implements the traits of an enum whose values are integers of 64 bits.
///
/// A line for each value, then `other Unknown;` if the enum is open: the variant, of an `i64`, keeps every other
/// integer. The enum must be `Clone`.
///
/// It gets `VALUES`, `as_i64`, `Display`, `serde::Serialize`, `serde::Deserialize` (which reads `2.0` as `2`, as JSON
/// Schema does) and [`Validate`](crate::Validate), to which an unknown value is a failure of `enum`. An open enum also
/// gets `From<i64>`, a closed one `TryFrom<i64>` with the error [`UnknownValue`](crate::UnknownValue).
///
/// ```
/// #[derive(Clone, Debug, PartialEq)]
/// enum Level {
///     One,
///     MinusOne,
///     Unknown(i64),
/// }
///
/// bindery_runtime::integer_enum! {
///     Level;
///     One = 1;
///     MinusOne = -1;
///     other Unknown;
/// }
///
/// assert_eq!(Level::from(-1), Level::MinusOne);
/// assert_eq!(Level::from(7).as_i64(), 7);
/// ```
#[macro_export]
macro_rules! integer_enum {
    ($name:ident; $($variant:ident = $value:literal;)*) => {
        $crate::integer_enum! { @common $name {$($variant = $value;)*} {} }

        #[automatically_derived]
        #[allow(deprecated)]
        impl ::core::convert::TryFrom<i64> for $name {
            type Error = $crate::UnknownValue;
            fn try_from(value: i64) -> ::core::result::Result<Self, $crate::UnknownValue> {
                $crate::__private::integer_enum::find(value)
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl $crate::Validate for $name {
            fn check(&self, _at: &mut $crate::Checker) {}
        }
    };
    ($name:ident; $($variant:ident $(= $value:literal)? $($other:ident)?;)*) => {
        $crate::integer_enum! {
            @common $name {$($($variant = $value;)?)*} {$($($other)?)*}
        }
        $crate::integer_enum! { @open $name $($($other)?)* }
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
            pub const VALUES: &'static [i64] = &[$($value,)*];

            /// Returns the value's integer on the wire.
            pub fn as_i64(&self) -> i64 {
                match *self {
                    $(Self::$variant => $value,)*
                    $(Self::$other(value) => value,)?
                }
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl $crate::__private::integer_enum::IntegerEnum for $name {
            const NAME: &'static str = ::core::stringify!($name);
            const VALUES: &'static [i64] = Self::VALUES;
            const VARIANTS: &'static [Self] = &[$(Self::$variant,)*];
            $(
                fn other(value: i64) -> ::core::option::Option<Self> {
                    ::core::option::Option::Some(Self::$other(value))
                }
            )?
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.as_i64(), f)
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl $crate::__private::serde::Serialize for $name {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_i64(self.as_i64())
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl<'de> $crate::__private::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::integer_enum::read(deserializer)
            }
        }
    };
    (@open $name:ident $other:ident) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl ::core::convert::From<i64> for $name {
            fn from(value: i64) -> Self {
                match $crate::__private::integer_enum::known(value) {
                    ::core::option::Option::Some(known) => known,
                    ::core::option::Option::None => Self::$other(value),
                }
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl $crate::Validate for $name {
            fn check(&self, at: &mut $crate::Checker) {
                if let Self::$other(value) = *self {
                    $crate::__private::integer_enum::fail_unknown::<Self>(at, value);
                }
            }
        }
    };
}

/// An enum that [`integer_enum!`](crate::integer_enum) implements.
pub trait IntegerEnum: Clone + 'static {
    /// The name of the enum, for messages.
    const NAME: &'static str;
    /// The values that the description names.
    const VALUES: &'static [i64];
    /// The variant of each value, in the order of the values.
    const VARIANTS: &'static [Self];

    /// Returns what an open enum makes of an integer that is none of its values.
    fn other(_value: i64) -> Option<Self> {
        None
    }
}

/// Returns the variant of an integer that the description names.
pub fn known<T: IntegerEnum>(value: i64) -> Option<T> {
    let place = T::VALUES.iter().position(|known| *known == value)?;
    T::VARIANTS.get(place).cloned()
}

/// Returns the variant of an integer.
///
/// # Errors
///
/// A closed enum has no variant for an integer that the description does not name.
pub fn find<T: IntegerEnum>(value: i64) -> Result<T, UnknownValue> {
    let found = known(value).or_else(|| T::other(value));
    found.ok_or_else(|| unknown::<T>(value))
}

/// Reports an integer that the description does not name.
pub fn fail_unknown<T: IntegerEnum>(at: &mut Checker, value: i64) {
    at.fail("enum", unknown::<T>(value).to_string());
}

fn unknown<T: IntegerEnum>(value: i64) -> UnknownValue {
    UnknownValue::new(T::NAME, value, T::VALUES)
}

/// Reads an enum; called by its `Deserialize`.
pub fn read<'de, T: IntegerEnum, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_i64(EnumVisitor(PhantomData))
}

struct EnumVisitor<T>(PhantomData<T>);

impl<T: IntegerEnum> Visitor<'_> for EnumVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an integer ({})", T::NAME)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        find(value).map_err(E::custom)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        match i64::try_from(value) {
            Ok(value) => self.visit_i64(value),
            Err(_) => Err(E::invalid_value(Unexpected::Unsigned(value), &self)),
        }
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<T, E> {
        match float_integer(value).map(i64::try_from) {
            Some(Ok(value)) => self.visit_i64(value),
            _ => Err(E::invalid_value(Unexpected::Float(value), &self)),
        }
    }
}
