//! What real descriptions have besides the plain cases: inheritance, odd schemas, numbers at their limits.

use bindery_specs::*;
use serde_json::json;

use crate::json::{refused, same};

#[test]
fn a_base_keeps_what_is_built_on_it() {
    use inheritance::{Animal, Parrot, Zoo};
    let parrot = json!({"kind": "parrot", "name": "Polly", "wings": 2, "talks": true});
    let zoo: Zoo = same(json!({"animals": [parrot, {"kind": "new", "more": [1]}, {"kind": "bird"}]}));
    let animals = zoo.animals.expect("they are there");
    assert_eq!(animals[0].name.as_deref(), Some("Polly"));
    let talking: Parrot =
        serde_json::from_value(serde_json::to_value(&animals[0]).expect("it can be written")).expect("a parrot");
    assert_eq!((talking.wings, talking.talks), (2, Some(true)));
    assert_eq!(refused::<Animal>(json!({"name": "Polly"})), "missing field `kind`");
}

#[test]
fn a_base_that_names_what_builds_on_it_is_an_enum_of_that() {
    use inheritance::{Event, Started};
    let started: Event = same(json!({"type": "started", "at": 1, "by": "me"}));
    assert!(matches!(started, Event::Started(started) if started.by.as_deref() == Some("me")));
    assert!(matches!(same(json!({"type": "stopped", "reason": "done"})), Event::Stopped(_)));
    assert!(matches!(same(json!({"type": "paused", "reason": "done"})), Event::Unknown(_)));
    let written = serde_json::to_value(Event::from(Started::new().at(1))).expect("it can be written");
    assert_eq!(written, json!({"type": "started", "at": 1}));
}
