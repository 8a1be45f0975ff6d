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

#[test]
fn numbers_at_their_limits() {
    use numbers::Numbers;
    let text = r#"{"plain":-9223372036854775808,"int32":-2147483648,"int64":9223372036854775807,"uint64":18446744073709551615,"bounded":255,"real":0.1,"decimal":"0.1000000000000000055511151231257827","money":123456789012.34,"whole":2.5,"free":18446744073709551615,"listed":-9223372036854775808}"#;
    let numbers: Numbers = serde_json::from_str(text).expect("each is in its range");
    assert_eq!(serde_json::to_string(&numbers).expect("it can be written"), text);
    // What a type can't hold is an error, never another number.
    for text in [r#"{"plain":9223372036854775808}"#, r#"{"int32":2147483648}"#, r#"{"uint64":-1}"#, r#"{"plain":0.5}"#] {
        assert!(serde_json::from_str::<Numbers>(text).is_err(), "{text}");
    }
    for number in ["0.07", "1e-7", "-0.0", "1.7976931348623157e+308", "5e-324"] {
        let text = format!(r#"{{"real":{number}}}"#);
        assert_eq!(serde_json::to_string(&serde_json::from_str::<Numbers>(&text).expect("a number")).expect("a text"), text);
    }
}

#[test]
fn schemas_that_say_little_keep_every_value() {
    use schemas_odd::{Empty, Everything, OnlyNull, Twice, WrongType};
    for value in [json!(null), json!(1), json!([{}]), json!({"a": null})] {
        same::<Empty>(value.clone());
        same::<Everything>(
            json!({"list_of_any": [value.clone()], "map_of_any": {"a": value.clone()}, "object_enum": value.clone()}),
        );
        same::<Everything>(json!({"free": value.clone(), "free_or_null": value}));
    }
    same::<Everything>(json!({"null_only": null, "twice": null, "object": null, "items": ["a"], "empty_list": [1, null]}));
    same::<Everything>(json!({"twice": "a", "object": {"a": "b"}}));
    assert_eq!(same::<Option<OnlyNull>>(json!(null)), None);
    assert!(serde_json::from_value::<Option<OnlyNull>>(json!("a")).is_err());
    assert_eq!(Twice::VALUES, ["a", "A"]);
    assert_eq!(same::<WrongType>(json!(3)), WrongType::Value3);
}

#[test]
fn all_of_of_everything() {
    use all_of_odd::{Contact, Counted, Holder, Hop2, List, Through, Warm};
    same::<Hop2>(json!({"one": "a", "two": "b", "three": "c"}));
    same::<Through>(json!({"next": {"next": {"value": "c"}}, "value": "a"}));
    assert_eq!(same::<Warm>(json!("red")), Warm::Red);
    same::<List>(json!([{"a": "x", "b": 1}, {"a": "y"}]));
    same::<Counted>(json!({"total": 1.5, "more": 2}));
    assert_eq!(refused::<all_of_odd::RequiresOnly>(json!({"name": "n"})), "missing field `email`");
    assert!(matches!(same(json!({"name": "n", "street": "s"})), Contact::ByPost(_)));
    same::<Holder>(json!({"person": null, "warm": "red", "single": "s"}));
}

#[test]
fn unions_of_everything() {
    use unions_odd::{Anything, ByTitle, Consts, Deep, Holder, Lists, Maps, Partly, Untagged};
    assert!(matches!(same(json!([1, 2])), Lists::IntegerList(_)));
    assert!(matches!(same(json!(["a"])), Lists::StringList(_)));
    assert!(matches!(same(json!([[1], []])), Lists::ListList(_)));
    assert!(matches!(same(json!([])), Lists::StringList(_)));
    for value in [json!(null), json!("a"), json!(true), json!([true, [null, {"a": 1}]]), json!({"a": 1})] {
        same::<Deep>(value);
    }
    same::<Holder>(json!({"always": null, "deep": null, "anything": null}));
    same::<Holder>(json!({"always": "a", "deep": {"a": 1}, "lists": [1]}));
    assert!(matches!(same(json!("a")), Anything::String(_) | Anything::Any(_)));
    same::<Anything>(json!({"a": [null]}));
    assert!(matches!(same(json!({"a": "b"})), Maps::StringMap(_)));
    assert!(matches!(same(json!({"side": "l", "left": "a"})), Partly::Left(_)));
    assert!(matches!(same(json!({"side": "Right", "right": "a"})), Partly::Right(_)));
    assert!(matches!(same(json!({"side": "new", "up": "a"})), Partly::Unknown(_)));
    assert!(matches!(same(json!({"other": "o"})), Untagged::Other(_)));
    assert!(matches!(same(json!({"b": "o"})), ByTitle::WithB(_)));
    assert!(matches!(same(json!(1)), Consts::Value(_)));
    assert!(matches!(same(json!(false)), Consts::Boolean(false)));
}

#[test]
fn defaults_of_every_type_are_read_by_nobody() {
    // What is absent stays absent: the default is the other side's.
    same::<defaults::Composite>(json!({}));
    let full = json!({"object": {"a": "b"}, "list": [1, 2], "map": {}, "either": "x", "level": 1, "free": [null], "large": u64::MAX, "fraction": 1e-7});
    let full: defaults::Composite = same(full);
    assert_eq!(full.large_or_default(), u64::MAX);
}
