//! The styles of parameters by name; what each does to a value stands in `encode.rs`.

/// How the value of a parameter is written (OpenAPI 3.0.3, Parameter Object, `style` and `explode`).
///
/// `EXPLODE` gives each item of an array, and each property of an object, an entry of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    pub(super) kind: Kind,
    pub(super) explode: bool,
    pub(super) reserved: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Simple,
    Label,
    Matrix,
    Form,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
    Json,
}

impl Style {
    /// `3,4,5` and `r,100,g,200`; the default in paths and headers.
    pub const SIMPLE: Self = Self::joined(Kind::Simple);
    /// `3,4,5` and `r=100,g=200`.
    pub const SIMPLE_EXPLODE: Self = Self::exploded(Kind::Simple);
    /// `.3,4,5` and `.r,100,g,200`, in paths.
    pub const LABEL: Self = Self::joined(Kind::Label);
    /// `.3.4.5` and `.r=100.g=200`, in paths.
    pub const LABEL_EXPLODE: Self = Self::exploded(Kind::Label);
    /// `;id=3,4,5` and `;id=r,100,g,200`, in paths.
    pub const MATRIX: Self = Self::joined(Kind::Matrix);
    /// `;id=3;id=4;id=5` and `;r=100;g=200`, in paths.
    pub const MATRIX_EXPLODE: Self = Self::exploded(Kind::Matrix);
    /// `id=3,4,5` and `id=r,100,g,200`.
    pub const FORM: Self = Self::joined(Kind::Form);
    /// `id=3&id=4&id=5` and `r=100&g=200`; the default in queries and cookies.
    pub const FORM_EXPLODE: Self = Self::exploded(Kind::Form);
    /// `id=3%204%205`, in queries.
    pub const SPACE_DELIMITED: Self = Self::joined(Kind::SpaceDelimited);
    /// The same as [`FORM_EXPLODE`](Self::FORM_EXPLODE).
    pub const SPACE_DELIMITED_EXPLODE: Self = Self::exploded(Kind::SpaceDelimited);
    /// `id=3%7C4%7C5`, in queries.
    pub const PIPE_DELIMITED: Self = Self::joined(Kind::PipeDelimited);
    /// The same as [`FORM_EXPLODE`](Self::FORM_EXPLODE).
    pub const PIPE_DELIMITED_EXPLODE: Self = Self::exploded(Kind::PipeDelimited);
    /// `id%5Br%5D=100&id%5Bg%5D=200`, in queries.
    pub const DEEP_OBJECT: Self = Self::exploded(Kind::DeepObject);
    /// The value as JSON text: a parameter with `content` of `application/json` instead of a schema.
    pub const JSON: Self = Self::joined(Kind::Json);

    /// Leaves the reserved characters of RFC 3986 as they are (`allowReserved`), and escapes that are in the text already.
    ///
    /// It holds in queries. Still escaped are `#`, `&`, `+`, `[` and `]`: there they would end the query, end the
    /// value, mean a space to most servers, or be no legal URI.
    pub const fn reserved(mut self) -> Self {
        self.reserved = true;
        self
    }

    const fn joined(kind: Kind) -> Self {
        Self { kind, explode: false, reserved: false }
    }

    const fn exploded(kind: Kind) -> Self {
        Self { kind, explode: true, reserved: false }
    }
}
