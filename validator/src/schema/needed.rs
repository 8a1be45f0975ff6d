//! Which parts of a description are converted where few of its schemas are asked for.

use bindery::source::Pointer;
use foldhash::HashMap;
use serde_json::Value;

use super::references::Names;
use crate::tree::step;

/// Why a part is needed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    /// Something inside of it is.
    Way,
    /// It is itself, with all that it holds.
    Whole,
}

/// The objects and lists that are needed, by where they are in memory.
pub(super) struct Needed(HashMap<*const Value, Need>);

impl Needed {
    /// Finds what the schemas at `places` need: themselves, what they refer to, and the ways to all that.
    pub(super) fn of(root: &Value, names: &Names, places: Vec<Pointer>) -> Self {
        let mut needed = Self(HashMap::default());
        let mut waiting = places;
        while let Some(place) = waiting.pop() {
            if let Some(schema) = needed.lead(root, &place) {
                needed.take(schema, names, &mut waiting);
            }
        }
        needed
    }

    /// Tells whether a value is needed. Whatever is no object and no list costs nothing.
    pub(super) fn has(&self, value: &Value) -> bool {
        !(value.is_object() || value.is_array()) || self.0.contains_key(&std::ptr::from_ref(value))
    }

    /// Notes the way to a place, and returns what stands there.
    fn lead<'a>(&mut self, root: &'a Value, place: &Pointer) -> Option<&'a Value> {
        place.tokens().try_fold(root, |at, token| {
            self.0.entry(std::ptr::from_ref(at)).or_insert(Need::Way);
            step(at, &token)
        })
    }

    /// Notes a value with all that it holds. The references in it wait.
    fn take(&mut self, value: &Value, names: &Names, waiting: &mut Vec<Pointer>) {
        let mut inside = vec![value];
        while let Some(value) = inside.pop() {
            let is_container = value.is_object() || value.is_array();
            if !is_container || self.0.insert(std::ptr::from_ref(value), Need::Whole) == Some(Need::Whole) {
                continue;
            }
            match value {
                Value::Object(map) => {
                    waiting.extend(names.target(map));
                    inside.extend(map.values());
                }
                Value::Array(list) => inside.extend(list),
                _ => {}
            }
        }
    }
}
