//! Where the generator said something, and whether that means that something is not generated.

use std::collections::BTreeMap;

use bindery::diagnostic::{Code, Diagnostics, Kind};

/// The places of findings.
pub(super) struct Found {
    /// The findings by the pointer of their place. Sorted, so that those inside of a place are a range.
    by_pointer: BTreeMap<String, Vec<Code>>,
}

impl Found {
    pub(super) fn new(diagnostics: &Diagnostics) -> Self {
        let mut by_pointer: BTreeMap<String, Vec<Code>> = BTreeMap::new();
        for finding in diagnostics.iter() {
            by_pointer.entry(finding.origin.pointer.as_str().to_owned()).or_default().push(finding.code);
        }
        Self { by_pointer }
    }

    /// Tells whether a finding at a place or inside it says that something is other than described.
    pub(super) fn at_or_inside(&self, pointer: &str) -> bool {
        self.at(pointer) || self.inside(pointer)
    }

    /// Tells whether a finding right at a place says that something is other than described.
    pub(super) fn at(&self, pointer: &str) -> bool {
        self.by_pointer.get(pointer).is_some_and(|codes| codes.iter().any(|code| is_loss(*code)))
    }

    fn inside(&self, pointer: &str) -> bool {
        let start = format!("{pointer}/");
        let inside = self.by_pointer.range(start.clone()..).take_while(|(place, _)| place.starts_with(&start));
        inside.flat_map(|(_, codes)| codes).any(|code| is_loss(*code))
    }
}

fn is_loss(code: Code) -> bool {
    // A parameter that OpenAPI says is ignored is one that the code has not.
    code.kind() != Kind::Choice || code == Code::IgnoredParameter
}
