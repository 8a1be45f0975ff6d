//! `value_enum!`: enums whose values are JSON scalars of several types.

use serde::de::{Deserialize, Deserializer, Error};

use super::UnknownValue;
use crate::model::json::canonical;
use crate::model::{Checker, Value};

/// Implements the traits of an enum whose values are texts, numbers and booleans.
///
/// A line for each value, then `other Unknown;` if the enum is open: the variant, of a [`Value`](crate::Value), keeps
/// every other value. The enum must be `Clone`.
///
/// It gets `to_value`, `serde::Serialize`, `serde::Deserialize` and [`Validate`](crate::Validate), to which an unknown value
/// is a failure of `enum`. An open enum also gets `From<Value>`, a closed one `TryFrom<Value>` with the error
/// [`UnknownValue`](crate::UnknownValue). Numbers are compared by value: `2` is `2.0`.
///
/// ```
/// #[derive(Clone, Debug, PartialEq)]
/// enum Size {
///     Auto,
///     Half,
///     Unknown(bindery_runtime::Value),
/// }
///
/// bindery_runtime::value_enum! {
///     Size;
///     Auto = "auto";
///     Half = 0.5;
///     other Unknown;
/// }
///
/// assert_eq!(serde_json::from_str::<Size>("0.50")?, Size::Half);
/// assert_eq!(Size::Auto.to_value(), "auto");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! value_enum {
    ($name:ident; $($variant:ident = $value:literal;)*) => {
        $crate::value_enum! { @common $name {$($variant = $value;)*} {} }

        #[automatically_derived]
        #[allow(deprecated)]
        impl ::core::convert::TryFrom<$crate::Value> for $name {
            type Error = $crate::UnknownValue;
            fn try_from(value: $crate::Value) -> ::core::result::Result<Self, $crate::UnknownValue> {
                $crate::__private::value_enum::find(value)
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl $crate::Validate for $name {
            fn check(&self, _at: &mut $crate::Checker) {}
        }
    };
    ($name:ident; $($variant:ident $(= $value:literal)? $($other:ident)?;)*) => {
        $crate::value_enum! {
            @common $name {$($($variant = $value;)?)*} {$($($other)?)*}
        }
        $crate::value_enum! { @open $name $($($other)?)* }
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

            /// Returns the value as JSON.
            pub fn to_value(&self) -> $crate::Value {
                match *self {
                    $(Self::$variant => $crate::__private::value_enum::Literal::to_json($value),)*
                    $(Self::$other(ref value) => value.clone(),)?
                }
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl $crate::__private::value_enum::ValueEnum for $name {
            const NAME: &'static str = ::core::stringify!($name);
            const VARIANTS: &'static [Self] = &[$(Self::$variant,)*];
            fn json(&self) -> $crate::Value {
                self.to_value()
            }
            $(
                fn other(value: $crate::Value) -> ::core::result::Result<Self, $crate::Value> {
                    ::core::result::Result::Ok(Self::$other(value))
                }
            )?
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl $crate::__private::serde::Serialize for $name {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::serde::Serialize::serialize(&self.to_value(), serializer)
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl<'de> $crate::__private::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::value_enum::read(deserializer)
            }
        }
    };
    (@open $name:ident $other:ident) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl ::core::convert::From<$crate::Value> for $name {
            fn from(value: $crate::Value) -> Self {
                match $crate::__private::value_enum::known(&value) {
                    ::core::option::Option::Some(known) => known,
                    ::core::option::Option::None => Self::$other(value),
                }
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl $crate::Validate for $name {
            fn check(&self, at: &mut $crate::Checker) {
                if let Self::$other(value) = self {
                    $crate::__private::value_enum::fail_unknown::<Self>(at, value);
                }
            }
        }
    };
}

/// An enum that [`value_enum!`](crate::value_enum) implements.
pub trait ValueEnum: Clone + 'static {
    /// The name of the enum, for messages.
    const NAME: &'static str;
    /// The variants of the values that the description names.
    const VARIANTS: &'static [Self];

    /// Returns the value as JSON.
    fn json(&self) -> Value;

    /// Returns what an open enum makes of a value that it does not have; a closed one gives it back.
    fn other(value: Value) -> Result<Self, Value> {
        Err(value)
    }
}

/// A literal of the macro: the Rust types that its JSON types have.
///
/// There is one integer type and one float type, so that the compiler knows the type of each literal.
pub trait Literal {
    /// Returns the literal as JSON.
    fn to_json(self) -> Value;
}

macro_rules! literals {
    ($($literal:ty)*) => { $(
        impl Literal for $literal {
            fn to_json(self) -> Value {
                Value::from(self)
            }
        }
    )* };
}

literals!(&str i64 f64 bool);

/// Returns the variant of a value that the description names.
pub fn known<T: ValueEnum>(value: &Value) -> Option<T> {
    let wanted = canonical(value);
    let mut variants = T::VARIANTS.iter();
    variants.find(|variant| canonical(&variant.json()) == wanted).cloned()
}

/// Returns the variant of a value.
///
/// # Errors
///
/// A closed enum has no variant for a value that the description does not name.
pub fn find<T: ValueEnum>(value: Value) -> Result<T, UnknownValue> {
    match known(&value) {
        Some(known) => Ok(known),
        None => T::other(value).map_err(|value| unknown::<T>(&value)),
    }
}

/// Reports a value that the description does not name.
pub fn fail_unknown<T: ValueEnum>(at: &mut Checker, value: &Value) {
    at.fail("enum", unknown::<T>(value).to_string());
}

fn unknown<T: ValueEnum>(value: &Value) -> UnknownValue {
    let known: Vec<_> = T::VARIANTS.iter().map(T::json).collect();
    UnknownValue::new(T::NAME, value, &known)
}

/// Reads an enum; called by its `Deserialize`.
pub fn read<'de, T: ValueEnum, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    find(Value::deserialize(deserializer)?).map_err(D::Error::custom)
}
