//! Which structs always have the same tag, because the unions that they are variants of know them by one value.

use foldhash::{HashMap, HashSet};

use crate::ir::{Api, Tagging, TypeId, TypeKind};

/// A property of a struct.
pub type Property = (TypeId, String);

pub(super) fn fixed_tags(api: &Api) -> HashMap<Property, String> {
    let mut tags: HashMap<Property, String> = HashMap::default();
    let mut ambiguous: HashSet<Property> = HashSet::default();
    for (_, ty) in api.types.iter() {
        let TypeKind::Union(union) = &ty.kind else { continue };
        let Tagging::Tagged { property } = &union.tagging else { continue };
        for variant in &union.variants {
            let place = (api.behind_aliases(variant.ty), property.clone());
            match (variant.tags.as_slice(), tags.get(&place)) {
                ([tag], None) => drop(tags.insert(place, tag.clone())),
                ([tag], Some(other)) if tag == other => {}
                _ => drop(ambiguous.insert(place)),
            }
        }
    }
    tags.retain(|place, _| !ambiguous.contains(place));
    tags
}
