//! `newtype!`: serde for structs around one value, which is all that is on the wire.

/// Implements `serde::Serialize` and `serde::Deserialize` for a struct around one value.
///
/// Lists and maps that contain themselves are such structs, because Rust has no type alias for them.
///
/// ```
/// #[derive(Debug, PartialEq)]
/// struct Nest(Vec<Nest>);
///
/// bindery_runtime::newtype! { Nest; }
///
/// let nest: Nest = serde_json::from_str("[[], [[]]]")?;
/// assert_eq!(nest.0.len(), 2);
/// assert_eq!(serde_json::to_string(&nest)?, "[[],[[]]]");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! newtype {
    ($name:ident;) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl<'de> $crate::__private::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::serde::Deserialize::deserialize(deserializer).map(Self)
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl $crate::__private::serde::Serialize for $name {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::serde::Serialize::serialize(&self.0, serializer)
            }
        }
    };
}
