//! The types of string formats, each from the crate that keeps it well.

#[cfg(feature = "base64")]
pub use base64_text::{Base64, InvalidBase64};

/// An instant with the offset it was written with (`date-time`, RFC 3339).
///
/// Its `Display` is chrono's own; on the wire, and from `to_rfc3339`, it is RFC 3339.
#[cfg(feature = "chrono")]
pub type DateTime = chrono::DateTime<chrono::FixedOffset>;

/// A day of the calendar (`date`, RFC 3339 full-date).
#[cfg(feature = "chrono")]
pub type Date = chrono::NaiveDate;

/// A UUID (`uuid`, RFC 9562).
#[cfg(feature = "uuid")]
pub type Uuid = uuid::Uuid;

#[cfg(feature = "base64")]
mod base64_text {
    use std::fmt;
    use std::str::FromStr;

    use base64::Engine;
    use base64::alphabet::STANDARD;
    use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

    /// Writes the padding and reads with or without it.
    const ENGINE: GeneralPurpose =
        GeneralPurpose::new(&STANDARD, GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent));

    /// Bytes that are base64 text on the wire (`byte`, RFC 4648 section 4).
    ///
    /// Written with padding; missing padding is accepted when read.
    #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub struct Base64(pub Vec<u8>);

    /// The reason why a text is no base64.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct InvalidBase64(base64::DecodeError);

    impl fmt::Display for InvalidBase64 {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "invalid base64: {}", self.0)
        }
    }

    impl std::error::Error for InvalidBase64 {
        fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
            Some(&self.0)
        }
    }

    impl fmt::Display for Base64 {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(&ENGINE.encode(&self.0))
        }
    }

    impl FromStr for Base64 {
        type Err = InvalidBase64;

        fn from_str(text: &str) -> Result<Self, Self::Err> {
            ENGINE.decode(text).map(Self).map_err(InvalidBase64)
        }
    }

    impl From<Vec<u8>> for Base64 {
        fn from(bytes: Vec<u8>) -> Self {
            Self(bytes)
        }
    }

    impl From<&[u8]> for Base64 {
        fn from(bytes: &[u8]) -> Self {
            Self(bytes.to_vec())
        }
    }

    impl From<Base64> for Vec<u8> {
        fn from(base64: Base64) -> Self {
            base64.0
        }
    }

    impl AsRef<[u8]> for Base64 {
        fn as_ref(&self) -> &[u8] {
            &self.0
        }
    }

    impl Serialize for Base64 {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_str(self)
        }
    }

    impl<'de> Deserialize<'de> for Base64 {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_str(Base64Visitor)
        }
    }

    struct Base64Visitor;

    impl de::Visitor<'_> for Base64Visitor {
        type Value = Base64;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("base64 text")
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<Base64, E> {
            text.parse().map_err(E::custom)
        }
    }
}
