//! What a reader can see of a type from outside: the sorts of JSON values, and the properties that every value has.

use foldhash::HashMap;

use crate::ir::{Api, Presence, TypeId, TypeKind};

/// A sort of JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum JsonKind {
    /// `null`.
    Null,
    /// `true` and `false`.
    Boolean,
    /// Whole numbers.
    Integer,
    /// Numbers, whole ones among them.
    Number,
    /// Texts.
    String,
    /// Lists.
    Array,
    /// Objects.
    Object,
}

/// What tells values of a type from others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Probe {
    /// The sorts of values; none where every sort is possible.
    pub kinds: Vec<JsonKind>,
    /// Properties that every object has, with their text where it is always the same.
    pub required: Vec<(String, Option<String>)>,
}

impl Probe {
    /// Tells whether the form of a value may be that of both.
    ///
    /// Objects are told apart by a property that is another constant in each, or by properties that each has and the other need not have.
    pub fn overlaps(&self, other: &Self) -> bool {
        if self.kinds.is_empty() || other.kinds.is_empty() {
            return true;
        }
        let common: Vec<_> = self.kinds.iter().filter(|kind| other.has(**kind)).collect();
        match common.as_slice() {
            [] => false,
            [JsonKind::Object] => !self.tells_apart(other),
            _ => true,
        }
    }

    fn has(&self, kind: JsonKind) -> bool {
        self.kinds.contains(&kind) || (kind == JsonKind::Integer && self.kinds.contains(&JsonKind::Number))
    }

    /// Tells whether a property has to be one text here and another one there, so that no object is both.
    pub(super) fn has_other_constant(&self, other: &Self) -> bool {
        self.required.iter().any(|(name, constant)| {
            let theirs = other.required.iter().find(|(their_name, _)| their_name == name).and_then(|(_, theirs)| theirs.as_ref());
            matches!((constant, theirs), (Some(ours), Some(theirs)) if ours != theirs)
        })
    }

    fn tells_apart(&self, other: &Self) -> bool {
        let own = |left: &Self, right: &Self| {
            left.required.iter().any(|(name, _)| !right.required.iter().any(|(theirs, _)| theirs == name))
        };
        self.has_other_constant(other) || (own(self, other) && own(other, self))
    }
}

/// Returns what a reader can see of a type.
pub fn probe(api: &Api, id: TypeId) -> Probe {
    probe_within(api, id, MAX_DEPTH, &mut HashMap::default())
}

/// Unions within unions are looked into this deep.
const MAX_DEPTH: usize = 16;

/// `known` has the unions that were looked into, by how deep it was: unions of one another are met on many ways.
fn probe_within(api: &Api, id: TypeId, depth: usize, known: &mut HashMap<(TypeId, usize), Probe>) -> Probe {
    let of = |kind| Probe { kinds: vec![kind], required: Vec::new() };
    if depth == 0 {
        return Probe::default();
    }
    match &api.types[id].kind {
        TypeKind::Boolean => of(JsonKind::Boolean),
        TypeKind::Integer(_) => of(JsonKind::Integer),
        TypeKind::Number(_) => of(JsonKind::Number),
        TypeKind::String(_) => of(JsonKind::String),
        TypeKind::Array { .. } => of(JsonKind::Array),
        TypeKind::Map { .. } => of(JsonKind::Object),
        TypeKind::Enum(item) => Probe { kinds: distinct(item.values.iter().map(value_kind)), required: Vec::new() },
        TypeKind::Struct(item) => {
            let required = item.fields.iter().filter(|field| field.presence == Presence::Required);
            Probe {
                kinds: vec![JsonKind::Object],
                required: required.map(|field| (field.wire_name.clone(), constant(api, field.ty))).collect(),
            }
        }
        TypeKind::Union(item) => {
            if let Some(probe) = known.get(&(id, depth)) {
                return probe.clone();
            }
            let probes: Vec<_> = item.variants.iter().map(|variant| probe_within(api, variant.ty, depth - 1, known)).collect();
            let probe = match probes.iter().any(|probe| probe.kinds.is_empty()) {
                true => Probe::default(),
                false => Probe { kinds: distinct(probes.into_iter().flat_map(|probe| probe.kinds)), required: Vec::new() },
            };
            known.insert((id, depth), probe.clone());
            probe
        }
        TypeKind::Nullable(inner) => {
            let mut probe = probe_within(api, *inner, depth - 1, known);
            if !probe.kinds.is_empty() {
                probe.kinds.push(JsonKind::Null);
            }
            probe
        }
        TypeKind::Alias(target) => probe_within(api, *target, depth - 1, known),
        TypeKind::Any | TypeKind::Never => Probe::default(),
    }
}

fn constant(api: &Api, id: TypeId) -> Option<String> {
    match &api.types[api.behind_aliases(id)].kind {
        TypeKind::Enum(item) => match item.values.as_slice() {
            [serde_json::Value::String(only)] => Some(only.clone()),
            _ => None,
        },
        _ => None,
    }
}

fn value_kind(value: &serde_json::Value) -> JsonKind {
    match value {
        serde_json::Value::Null => JsonKind::Null,
        serde_json::Value::Bool(_) => JsonKind::Boolean,
        serde_json::Value::Number(number) if number.is_f64() => JsonKind::Number,
        serde_json::Value::Number(_) => JsonKind::Integer,
        serde_json::Value::String(_) => JsonKind::String,
        serde_json::Value::Array(_) => JsonKind::Array,
        serde_json::Value::Object(_) => JsonKind::Object,
    }
}

fn distinct(kinds: impl Iterator<Item = JsonKind>) -> Vec<JsonKind> {
    let mut kinds: Vec<_> = kinds.collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}
