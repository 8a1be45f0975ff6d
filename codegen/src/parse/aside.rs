//! What `openapiv3` has no place for: the walk notes it aside, and takes out of the text what `openapiv3` would refuse.

use foldhash::{HashMap, HashSet};
use serde_json::{Number, Value};

use crate::source::Pointer;

/// What a walk noted aside.
#[derive(Debug, Default)]
pub(crate) struct Aside {
    /// The callbacks that are only a `$ref`, with its text, by where they stand.
    pub(crate) callbacks: HashMap<Pointer, String>,
    /// The encodings that say whether they are exploded. `openapiv3` takes false for what is not said.
    pub(crate) explodes: HashSet<Pointer>,
    /// The limits that are integers which an `f64` does not hold: `openapiv3` reads most limits as one.
    pub(crate) limits: HashMap<Pointer, Number>,
    /// The keys that `openapiv3` must not see.
    taken_out: Vec<Pointer>,
}

impl Aside {
    /// Notes a key that is taken out of the text.
    pub(super) fn take_out(&mut self, key: Pointer) {
        self.taken_out.push(key);
    }

    /// Tells whether the text has to be changed before `openapiv3` reads it.
    pub(super) fn changes_text(&self) -> bool {
        !self.taken_out.is_empty()
    }

    /// Takes the keys out of a tree.
    pub(super) fn change(&self, tree: &mut Value) {
        for key in &self.taken_out {
            remove(tree, key);
        }
    }
}

fn remove(tree: &mut Value, key: &Pointer) {
    let tokens: Vec<_> = key.tokens().collect();
    let Some((last, holders)) = tokens.split_last() else { return };
    let holder = holders.iter().try_fold(tree, |node, token| match node {
        Value::Object(map) => map.get_mut(token.as_ref()),
        Value::Array(list) => list.get_mut(token.parse::<usize>().ok()?),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    });
    if let Some(map) = holder.and_then(Value::as_object_mut) {
        map.shift_remove(last.as_ref());
    }
}
