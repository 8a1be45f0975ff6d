//! Unions: enums of which each variant has a payload, written as that payload alone.
//!
//! A tagged union is told apart by a property that each of its objects has; an untagged one by what its branches say
//! about type, required properties and constants.

pub mod tagged;
pub mod untagged;

mod entries;

/// Implements `serde::Serialize` for a union: the payload alone is written.
#[doc(hidden)]
#[macro_export]
macro_rules! __union_serialize {
    ($name:ident; $($variant:ident)*) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl $crate::__private::serde::Serialize for $name {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                match *self {
                    $(Self::$variant(ref payload) => {
                        $crate::__private::serde::Serialize::serialize(payload, serializer)
                    })*
                }
            }
        }
    };
}
