//! Why there is no server.

use std::fmt;

/// What keeps a server from being made or started.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The description can't be read or has errors.
    Description(bindery::Error),
    /// The port can't be listened on.
    Listen(std::io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Description(error) => error.fmt(f),
            Self::Listen(error) => write!(f, "can't listen on loopback: {error}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Listen(error) => Some(error),
            // Its text is this error's own text already.
            Self::Description(error) => error.source(),
        }
    }
}
