//! Every type of the small and of the real descriptions with every sort of value of its schema: valid ones are kept, wrong ones are noticed.
//!
//! Values and verdicts are those of `bindery-values`, which reads the description by itself; `build.rs` lists the types.
#![allow(deprecated)]

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::Path;

use bindery_values::{Case, Description, Direction, Expected, Outcome, Schemas, Verdict, cases, judge};

include!("../../../../values/src/outcome.rs");

/// The module of a description's module, the description, the place of a schema in it, which way its values go, whether the type is an alias, and what the type makes of a text.
type Row = (&'static str, &'static str, &'static str, Direction, bool, fn(&str) -> String);

static TYPES: &[Row] = include!(concat!(env!("OUT_DIR"), "/types.rs"));

/// The schemas of which some values are not kept or not judged right yet, and why. One that is no longer so has to leave the list.
const KNOWN: &[(&str, &str)] = &[];

fn descriptions() -> HashMap<&'static str, Description> {
    let mut read = HashMap::new();
    for (module, name, ..) in TYPES {
        read.entry(*name).or_insert_with(|| {
            let path =
                if module.is_empty() { format!("../specs/{name}.yaml") } else { format!("../../../tests/real/{name}.json") };
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
            let text = fs::read_to_string(path).expect("the description is part of the project");
            Description::new(serde_yaml::from_str(&text).expect("it is YAML"))
        });
    }
    read
}

/// Returns the values of a type's schema. Null belongs to the `Option` around a type; an alias is checked where it is used,
/// and what it reads is up to the type that it stands for: for an `i64` by itself `2.0` is none.
fn values(description: &Description, (_, name, pointer, direction, is_alias, _): &Row) -> Vec<Case> {
    let mut schemas = Schemas::new(description, *direction);
    let validator = schemas.validator(pointer).unwrap_or_else(|error| panic!("{name} {pointer}: {error}"));
    let mut values = cases(&mut schemas, pointer, &validator);
    values.retain(|case| !case.value.is_null() && (!is_alias || (case.expected == Expected::Kept && !case.has_whole_float())));
    values
}

fn verdict(case: &Case, outcome: fn(&str) -> String) -> Verdict {
    let told = outcome(&case.value.to_string());
    judge(case, &Outcome::parse(&told).expect("the macro tells an outcome"))
}

#[test]
fn valid_values_are_kept_and_wrong_ones_noticed() {
    let descriptions = descriptions();
    let (mut kept, mut noticed, mut failing, mut known) = (0, 0, Vec::new(), HashSet::new());
    for row in TYPES {
        let (_, name, pointer, _, _, outcome) = row;
        let description = &descriptions[name];
        if description.is_part(pointer) {
            continue;
        }
        for case in values(description, row) {
            match (verdict(&case, *outcome), &case.expected) {
                (Verdict::Right, Expected::Kept) => kept += 1,
                (Verdict::Right, Expected::Wrong { .. }) => noticed += 1,
                (Verdict::Wrong(_), _) if KNOWN.contains(&(*name, *pointer)) => _ = known.insert((*name, *pointer)),
                (Verdict::Wrong(why), _) => {
                    failing.push(format!("{name} {pointer}: {}\n    {}: {}", case.value, why.class, why.detail))
                }
            }
        }
    }
    assert!(failing.is_empty(), "{} values, such as\n{}", failing.len(), failing[..failing.len().min(200)].join("\n"));
    assert_eq!(known, KNOWN.iter().copied().collect(), "what is mended leaves the list");
    assert!(kept > 2000 && noticed > 800, "a maker of few values proves little: {kept} kept, {noticed} noticed");
}
