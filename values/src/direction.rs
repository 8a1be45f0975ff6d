//! Which way a value goes, since `readOnly` and `writeOnly` make the two ways differ.

/// Which way a value goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Either way: every property may be there.
    Any,
    /// To the client: `writeOnly` properties are not there.
    Read,
    /// From the client: `readOnly` properties are not there.
    Sent,
}

impl Direction {
    /// Returns the annotation of the properties that do not go this way.
    pub(crate) fn hides(self) -> Option<&'static str> {
        match self {
            Self::Any => None,
            Self::Read => Some("writeOnly"),
            Self::Sent => Some("readOnly"),
        }
    }
}
