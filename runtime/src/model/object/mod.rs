//! `object!`: serde for structs that are JSON objects.
//!
//! The macro writes down only what differs between structs: the wire names and which slot or writer each field has.
//! How an object is read and written stands in `read` and `write`, over slots and writers behind `dyn`, so that the
//! compiler checks and compiles it once per format and field type instead of once per struct.

pub mod read;
mod whole;
pub mod write;

/// Implements `serde::Serialize` and `serde::Deserialize` for a struct that is a JSON object.
///
/// The struct's name comes first, then a line for each field, in the order in which they are written:
///
/// | line | type of the field | when read | when written |
/// | --- | --- | --- | --- |
/// | `required id = "id";` | `T` | missing: an error | always |
/// | `optional id = "id";` | `Option<T>` | missing or `null`: `None` | unless `None` |
/// | `anything id = "id";` | `Option<T>`, of a `T` that `null` is a value of | missing: `None` | unless `None` |
/// | `nullable id = "id";` | [`Maybe<T>`](crate::Maybe) | missing: `Absent`, `null`: `Null` | unless `Absent` |
/// | `rest id;` | a map of texts to values | takes all that no other line names | its entries, last |
///
/// At most one line is `rest`, the last one; its map is an [`Object`](crate::Object) or a `BTreeMap<String, T>`.
/// Without one, properties that no line names are skipped; with `reject_unknown` after the struct's name they are an error.
/// A key that comes twice is an error. Integers may be written like `2.0`, also in lists and maps of them.
///
/// ```
/// struct Label {
///     text: String,
///     color: Option<String>,
///     others: bindery_runtime::Object,
/// }
///
/// bindery_runtime::object! {
///     Label;
///     required text = "text";
///     optional color = "colour";
///     rest others;
/// }
///
/// let label: Label = serde_json::from_str(r#"{"text": "new", "size": 3}"#)?;
/// assert_eq!(label.others["size"], 3);
/// assert_eq!(serde_json::to_string(&label)?, r#"{"text":"new","size":3}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! object {
    ($name:ident $($unknown:ident)?; $($kind:ident $field:ident $(= $wire:literal)?;)*) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl $crate::__private::read::ReadObject for $name {
            const NAME: &'static str = ::core::stringify!($name);
            const FIELDS: $crate::__private::Fields = &[$(&[$($wire)?],)*];
            $(const UNKNOWN: $crate::__private::read::Unknown = $crate::__private::read::$unknown;)?
            fn read<'de, A: $crate::__private::serde::de::MapAccess<'de>>(
                map: A,
            ) -> ::core::result::Result<Self, A::Error> {
                $(let mut $field = $crate::__private::read::$kind(::core::option::Option::None);)*
                $crate::__private::read::fill::<Self, A>(map, &mut [$(&mut $field,)*])?;
                ::core::result::Result::Ok(Self {
                    $($field: $crate::__private::read::full($field.0),)*
                })
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl<'de> $crate::__private::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::read::object(deserializer)
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl $crate::__private::serde::Serialize for $name {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::write::object(
                    serializer,
                    <Self as $crate::__private::read::ReadObject>::FIELDS,
                    &[$(&$crate::__private::write::$kind(&self.$field),)*],
                )
            }
        }
    };
}

/// The wire name of each field of an object, in order; none for the rest map.
pub type Fields = &'static [&'static [&'static str]];
