//! Every feature of its own: objects, presence and null, enums, unions, maps, defaults, constraints.

use std::str::FromStr;

use bindery_runtime::{Maybe, validate};
use bindery_specs::*;
use serde_json::json;

use crate::json::{becomes, failures, refused, same};

#[test]
fn objects_keep_what_is_described() {
    let pet: objects::Pet = same(json!({
        "name": "Tom", "age": 3, "owner": {"id": "u1", "address": {"street": "High Street"}}, "anything": [1, "a"], "free": {"a": 1}
    }));
    assert_eq!(pet.owner.address.and_then(|address| address.street).as_deref(), Some("High Street"));
    becomes::<objects::Pet>(
        json!({"name": "Tom", "owner": {"id": "u1"}, "new": 1}),
        json!({"name": "Tom", "owner": {"id": "u1"}}),
    );
    let built = objects::Pet::new("Tom", objects::PetOwner::new("u1")).age(3);
    assert_eq!(serde_json::to_value(&built).expect("it can be written"), json!({"name": "Tom", "age": 3, "owner": {"id": "u1"}}));
}

#[test]
fn missing_and_doubled_properties_are_refused() {
    assert_eq!(refused::<objects::Pet>(json!({"name": "Tom"})), "missing field `owner`");
    assert_eq!(refused::<objects::Pet>(json!({"name": "Tom", "owner": {}})), "missing field `id`");
    assert_eq!(refused::<objects::RequiredOnly>(json!({"id": "a"})), "missing field `name`");
    let twice = serde_json::from_str::<objects::WithoutType>(r#"{"flag": true, "flag": false}"#).expect_err("a key twice");
    assert!(twice.to_string().starts_with("duplicate field `flag`"), "{twice}");
    assert!(refused::<objects::Pet>(json!("Tom")).starts_with("invalid type: string \"Tom\", expected an object (Pet)"));
}

#[test]
fn fields_are_written_in_the_order_of_the_description() {
    let sorted = objects::Sorted::new("z", "m").ant("a");
    assert_eq!(serde_json::to_string(&sorted).expect("it can be written"), r#"{"zebra":"z","ant":"a","mouse":"m"}"#);
}

#[test]
fn absence_and_null_are_told_apart_where_both_can_be() {
    let least: nullable::States = same(json!({"always": "a", "always_or_null": null}));
    assert_eq!(least.sometimes_or_null, Maybe::Absent);
    let nulls: nullable::States = same(json!({
        "always": "a", "always_or_null": null, "sometimes_or_null": null, "pet_or_null": null, "maybe_pet": null, "color": null
    }));
    assert_eq!((nulls.sometimes_or_null, nulls.color), (Maybe::Null, Maybe::Null));
    let full: nullable::States = same(json!({
        "always": "a", "sometimes": "s", "always_or_null": "b", "sometimes_or_null": "c", "list_of_nullable": [1, null],
        "map_of_nullable": {"a": null, "b": 1.5}, "pet_or_null": {"name": "Tom"}, "maybe_pet": {"id": 1}, "color": "red"
    }));
    assert_eq!(full.color, Maybe::Value(nullable::StatesColor::Red));
    // A server that sends null for what is only optional does no harm.
    becomes::<nullable::States>(
        json!({"always": "a", "always_or_null": null, "sometimes": null}),
        json!({"always": "a", "always_or_null": null}),
    );
    assert_eq!(refused::<nullable::States>(json!({"always": "a"})), "missing field `always_or_null`");
    assert!(refused::<nullable::States>(json!({"always": null, "always_or_null": null})).starts_with("invalid type: null"));
    let set = nullable::States::new("a", None).sometimes_or_null_null().maybe_pet(nullable::MaybePet::new(1));
    assert_eq!(
        serde_json::to_value(&set).expect("it can be written"),
        json!({"always": "a", "always_or_null": null, "sometimes_or_null": null, "maybe_pet": {"id": 1}})
    );
}

#[test]
fn enums_of_texts_keep_every_value() {
    use enums_text::{Closed, Odd, Reserved, Status};
    for text in Odd::VALUES {
        let value: Odd = same(json!(text));
        assert_eq!(value.as_str(), *text);
        assert!(validate(&value).is_ok());
        assert!(!matches!(value, Odd::Undescribed(_)), "{text} has a variant");
    }
    assert_eq!(Odd::VALUES, ["cat", "Cat", "+1", "-1", "", "two words", "self", "Self", "9", "größe", "%", "unknown", "*"]);
    for text in Reserved::VALUES {
        same::<Reserved>(json!(text));
    }
    assert_eq!(same::<Status>(json!("paused")), Status::Unknown("paused".to_owned()));
    assert_eq!(
        failures::<Status>(json!("paused")),
        ["unknown value `paused` of Status, expected `active` or `suspended` (enum)"]
    );
    assert_eq!(same::<Closed>(json!("asc")), Closed::Asc);
    assert_eq!(refused::<Closed>(json!("up")), "unknown value `up` of Closed, expected `asc` or `desc`");
    assert!(Closed::from_str("up").is_err());
    assert!(refused::<Status>(json!(1)).starts_with("invalid type: integer `1`"));
}

#[test]
fn a_property_with_one_value_needs_no_argument() {
    let holder = enums_text::Holder::new(enums_text::HolderOrder::First);
    assert_eq!(serde_json::to_value(&holder).expect("it can be written"), json!({"kind": "agent", "order": "first"}));
    let other: enums_text::Holder = same(json!({"kind": "robot", "order": "last", "statuses": ["active", "new"]}));
    assert_eq!(other.kind.as_str(), "robot");
}

#[test]
fn enums_of_other_values_keep_their_type() {
    use enums_other::{ClosedLevel, Holder, Level, Mixed, Ratio, Yes};
    assert_eq!(same::<Level>(json!(-1)).as_i64(), -1);
    assert_eq!(same::<Level>(json!(7)), Level::Unknown(7));
    assert!(refused::<Level>(json!("1")).starts_with("invalid type: string \"1\""));
    assert_eq!(refused::<ClosedLevel>(json!(30)), "unknown value `30` of ClosedLevel, expected `10` or `20`");
    for value in [json!(0.5), json!(1), json!(1.5)] {
        assert!(validate(&same::<Ratio>(value)).is_ok());
    }
    assert!(validate(&same::<Yes>(json!(true))).is_ok());
    assert!(validate(&same::<Yes>(json!(false))).is_err());
    for value in [json!("auto"), json!(1), json!(2.5), json!(true)] {
        assert!(validate(&same::<Mixed>(value)).is_ok());
    }
    assert!(validate(&same::<Mixed>(json!("other"))).is_err());
    let holder: Holder = same(json!({"level": 2, "mixed": "auto", "mixed_or_null": null}));
    assert_eq!((holder.mixed_or_null.is_null(), holder.level), (true, Level::Value2));
}

#[test]
fn formats_have_types_of_their_own() {
    let formats: formats::Formats = same(json!({
        "createdAt": 1703520000000_i64, "int32": -1, "int64": i64::MIN, "uint64": u64::MAX, "large": u64::MAX, "number": 1.5, "float": 0.1,
        "double": 1e300, "date_time": "2023-12-25T16:00:00+01:00", "date": "2023-12-25", "time": "16:00:00Z",
        "uuid": "67e55044-10b1-426f-9247-bb680e5fe0c8", "byte": "aGVsbG8=", "binary": "raw", "ipv4": "127.0.0.1", "ipv6": "::1",
        "uri": "https://example.com/?a=b", "email": "a@example.com", "password": "secret", "unheard_of": "x"
    }));
    assert_eq!(formats.created_at, Some(1_703_520_000_000));
    assert_eq!(formats.byte.map(|bytes| bytes.0).as_deref(), Some(b"hello".as_slice()));
    for (name, wrong) in [
        ("int32", json!(2_147_483_648_i64)),
        ("uint64", json!(-1)),
        ("createdAt", json!(1.5)),
        ("date", json!("2023-13-01")),
        ("date_time", json!("yesterday")),
        ("uuid", json!("67e55044")),
        ("byte", json!("%")),
        ("ipv4", json!("256.0.0.1")),
        ("ipv6", json!("1.2.3.4.5")),
        ("number", json!("1")),
    ] {
        refused::<formats::Formats>(json!({name: wrong}));
    }
}

#[test]
fn arrays_and_maps_hold_what_they_say() {
    same::<arrays::Matrix>(json!([[1.5], [], [2.0, 3.5]]));
    let holder: arrays::Holder = same(json!({
        "names": ["a"], "points": [{"x": 1.5, "y": 2.5}], "tags": ["a", "b"], "colors": ["red", "blue"],
        "shelves": [{"boxes": [{"label": "l"}]}], "anything": [1, null, {}]
    }));
    assert_eq!(holder.colors.map(|colors| colors.len()), Some(2));
    assert_eq!(
        failures::<arrays::Holder>(json!({"names": [], "tags": ["a", "a"]})),
        ["/tags: item 1 repeats an earlier one (uniqueItems)"]
    );
    same::<maps::Nested>(json!({"a": {"b": ["c"]}}));
    same::<maps::Pets>(json!({"tom": {"name": "Tom"}}));
    same::<maps::Holder>(json!({"counts": {"a": 1}, "labels": {"x": "y"}}));
    refused::<maps::Counts>(json!({"a": "b"}));
}

#[test]
fn further_properties_are_kept_or_passed_over() {
    let open: maps::Open = same(json!({"id": "a", "additional_properties": "mine", "more": {"x": 1}}));
    assert_eq!(open.id, "a");
    same::<maps::Typed>(json!({"id": "a", "one": 1, "two": 2}));
    refused::<maps::Typed>(json!({"id": "a", "one": "1"}));
    becomes::<maps::Closed>(json!({"id": "a", "new": 1}), json!({"id": "a"}));
}

#[test]
fn all_of_is_one_object() {
    let dog: all_of::Dog = same(json!({
        "name": "Rex", "created": "2023-12-25T16:00:00Z", "legs": 4, "barks": true, "tail": false
    }));
    assert!(dog.barks);
    assert_eq!(refused::<all_of::Dog>(json!({"name": "Rex", "created": "2023-12-25T16:00:00Z"})), "missing field `barks`");
    assert_eq!(refused::<all_of::Pet>(json!({"name": "Rex"})), "missing field `created`");
    let pet = json!({"name": "Rex", "created": "2023-12-25T16:00:00Z"});
    same::<all_of::Holder>(json!({"pet": pet, "inline": {"name": "n", "extra": "e"}, "text": "abc"}));
    assert_eq!(
        failures::<all_of::Holder>(json!({"pet": pet, "text": "abcde"})),
        ["/text: has 5 characters, at most 4 expected (maxLength)"]
    );
}

#[test]
fn members_of_all_of_narrow_each_other() {
    use all_of_conflicts::{Impossible, ImpossibleProperty, Narrowed};
    same::<Narrowed>(json!({"id": 3, "state": "open", "note": "n", "count": 2}));
    assert_eq!(
        failures::<Narrowed>(json!({"id": 10, "note": "n", "state": "new"})),
        ["/id: 10 is greater than 9 (maximum)", "/state: unknown value `new` of NarrowedState, expected `open` or `done` (enum)"]
    );
    assert_eq!(failures::<Narrowed>(json!({"id": 0, "note": "n"})), ["/id: 0 is less than 1 (minimum)"]);
    refused::<Narrowed>(json!({"id": 1, "note": null}));
    refused::<Narrowed>(json!({"id": 1, "note": "n", "count": 1.5}));
    assert!(refused::<Impossible>(json!("a")).contains("allows no value"));
    same::<ImpossibleProperty>(json!({"state": "new"}));
    refused::<ImpossibleProperty>(json!({"id": 1}));
}

#[test]
fn a_discriminator_chooses_and_stays() {
    use discriminator::{ByConstant, Holder, Implicit, Named, Pet};
    let kitten: Pet = same(json!({"kind": "kitten", "lives": 9}));
    assert!(matches!(&kitten, Pet::Cat(cat) if cat.kind == "kitten"));
    assert!(matches!(same::<Pet>(json!({"kind": "dog", "barks": true})), Pet::Dog(_)));
    // The tag need not come first.
    let last = serde_json::from_str::<Pet>(r#"{"lives": 9, "kind": "cat"}"#).expect("the order does not matter");
    assert!(matches!(last, Pet::Cat(_)));
    let unknown: Pet = same(json!({"kind": "parrot", "talks": [true]}));
    assert!(matches!(&unknown, Pet::Unknown(object) if object["kind"] == "parrot"));
    assert_eq!(refused::<Pet>(json!({"lives": 9})), "missing field `kind`");
    assert!(refused::<Pet>(json!({"kind": "cat"})).contains("missing field `lives`"));
    assert!(matches!(same::<Implicit>(json!({"type": "Transfer", "iban": "DE"})), Implicit::Transfer(_)));
    assert!(matches!(same::<ByConstant>(json!({"event": "stopped", "reason": "r"})), ByConstant::Stopped(_)));
    assert!(matches!(same::<ByConstant>(json!({"event": "paused"})), ByConstant::Unknown(_)));
    assert!(matches!(same::<Named>(json!({"kind": "dog", "name": "Rex"})), Named::Dog(dog) if dog.name == "Rex"));
    let built = Pet::from(discriminator::Dog::new().barks(true));
    assert_eq!(serde_json::to_value(&built).expect("it can be written"), json!({"kind": "dog", "barks": true}));
    same::<Holder>(json!({"pet": {"kind": "dog"}, "payments": [{"type": "Card", "number": "1"}, {"type": "Cash"}]}));
}

#[test]
fn without_a_discriminator_the_form_chooses() {
    use one_of::{ByConstant, ByRequired, Holder, IdOrName, OneOrMany, Scalar, WithBase};
    assert!(matches!(same::<IdOrName>(json!(1)), IdOrName::Integer(1)));
    assert!(matches!(same::<IdOrName>(json!("1")), IdOrName::String(_)));
    assert!(matches!(same::<Scalar>(json!(true)), Scalar::Boolean(true)));
    assert!(matches!(same::<Scalar>(json!(1)), Scalar::Integer(1)));
    assert!(matches!(same::<Scalar>(json!(1.5)), Scalar::Number(_)));
    assert!(matches!(same::<OneOrMany>(json!(["a"])), OneOrMany::StringList(_)));
    assert!(matches!(same::<ByRequired>(json!({"side": 1.5, "label": "l"})), ByRequired::Square(_)));
    assert!(matches!(same::<ByConstant>(json!({"unit": "percent", "value": 1.5})), ByConstant::Percent(_)));
    assert!(matches!(same::<ByConstant>(json!({"value": 1, "currency": "EUR"})), ByConstant::Amount(_)));
    let base: WithBase = same(json!({"id": "a", "vat": "v"}));
    assert!(matches!(&base, WithBase::Company(company) if company.id == "a"));
    same::<Holder>(json!({"id": "x", "or_null": null, "texts": "auto", "size": 3}));
    same::<Holder>(json!({"or_null": 1, "texts": "anything", "size": "XXL"}));
    assert_eq!(failures::<Holder>(json!({"size": 0})), ["/size: 0 is less than 1 (minimum)"]);
    assert_eq!(refused::<IdOrName>(json!(true)), "no branch of IdOrName fits: Integer: is not an integer; String: is not a text");
    assert_eq!(
        refused::<ByRequired>(json!({"label": "l"})),
        "no branch of ByRequired fits: Circle: has no `radius`; Square: has no `side`"
    );
    assert_eq!(
        refused::<ByRequired>(json!({"radius": "r"})),
        "ByRequired as Circle: /radius: invalid type: string \"r\", expected f64"
    );
}

#[test]
fn without_a_discriminator_a_listed_property_is_the_tag() {
    use one_of_tags::{Action, Payment, Shared};
    assert!(matches!(same::<Action>(json!({"url": "u", "type": "redirect"})), Action::Redirect(_)));
    assert!(matches!(same::<Action>(json!({"url": "u", "type": "wechatSDK"})), Action::Sdk(_)));
    assert!(matches!(same::<Action>(json!({"url": 1, "type": "new", "more": true})), Action::Unknown(_)));
    assert_eq!(failures::<Action>(json!({"url": "u", "type": "new"})), ["/type: \"new\" leads to no variant (discriminator)"]);
    assert_eq!(refused::<Action>(json!({"url": 1, "type": "sdk"})), "invalid type: integer `1`, expected a string");
    assert!(matches!(same::<Payment>(json!({"currency": "USD", "kind": "sepa"})), Payment::Sepa(_)));
    assert!(matches!(same::<Shared>(json!({"type": "b", "right": "r"})), Shared::WithRight(_)));
}

#[test]
fn of_branches_that_overlap_the_one_that_keeps_all_is_taken() {
    use any_of::{Holder, Overlapping, TextOrNumbers};
    assert!(matches!(same::<Overlapping>(json!({"id": "a"})), Overlapping::Small(_)));
    assert!(matches!(same::<Overlapping>(json!({"id": "a", "name": "n"})), Overlapping::Large(_)));
    for holder in [json!({}), json!({"small": null}), json!({"small": {"id": "a"}}), json!({"single": {"name": "n"}})] {
        same::<Holder>(holder);
    }
    assert!(matches!(same::<TextOrNumbers>(json!("2023-12-25T16:00:00Z")), TextOrNumbers::DateTime(_)));
    assert!(matches!(same::<TextOrNumbers>(json!("67e55044-10b1-426f-9247-bb680e5fe0c8")), TextOrNumbers::Uuid(_)));
    assert!(matches!(same::<TextOrNumbers>(json!([1.5])), TextOrNumbers::NumberList(_)));
    refused::<TextOrNumbers>(json!("neither"));
    same::<any_of::Requires>(json!({"email": "e"}));
}

#[test]
fn unions_stand_within_unions() {
    use unions_nested::{Inner, Outer, Round, Shape};
    assert!(matches!(same::<Outer>(json!("a")), Outer::Inner(Inner::String(_))));
    assert!(matches!(same::<Outer>(json!([1, "a"])), Outer::InnerList(_)));
    assert!(matches!(same::<Outer>(json!(true)), Outer::Boolean(true)));
    let round: Shape = same(json!({"shape": "Round", "fill": {"from": "a", "to": "b"}}));
    assert!(matches!(round, Shape::Round(Round { .. })));
    let nested: Shape = same(json!({"shape": "Box", "inside": {"shape": "Box", "inside": {"shape": "Star"}}}));
    assert!(matches!(nested, Shape::Box(_)));
}

#[test]
fn recursion_goes_as_deep_as_the_value() {
    use recursion::{Expression, Nest, Node, Tree, Wife};
    same::<Node>(json!({
        "value": "a", "next": {"value": "b", "next": {"value": "c"}}, "children": [{"value": "d", "children": []}],
        "by_name": {"x": {"value": "e"}}, "parent": null
    }));
    same::<Wife>(json!({"name": "a", "husband": {"name": "b", "wife": {"name": "c"}}}));
    let expression: Expression = same(json!({"sum": [1.5, {"negate": {"sum": [{"negate": 2.5}]}}]}));
    assert!(matches!(expression, Expression::Sum(_)));
    assert_eq!(same::<Nest>(json!([[], [[]]])).0.len(), 2);
    same::<Tree>(json!({"a": {"b": {}}}));
    let long = json!([[], [[], [], []]]);
    assert_eq!(
        failures::<recursion::Holder>(json!({"full": long, "more": [[], [], []]})),
        ["/full/1: has 3 items, at most 2 expected (maxItems)", "/more: has 3 items, at most 2 expected (maxItems)"]
    );
}

#[test]
fn each_side_sends_its_own_properties() {
    use directions::{Account, AccountInput, ProfileInput};
    let account: Account = same(json!({"id": "a", "name": "n", "profile": {"verified": true, "bio": "b"}}));
    assert_eq!(account.profile.and_then(|profile| profile.verified), Some(true));
    let input = AccountInput::new("n", "p").profile(ProfileInput::new().bio("b"));
    assert_eq!(
        serde_json::to_value(&input).expect("it can be written"),
        json!({"name": "n", "password": "p", "profile": {"bio": "b"}})
    );
    // A server need not send what only the client sends.
    becomes::<Account>(json!({"id": "a", "name": "n", "password": "p"}), json!({"id": "a", "name": "n"}));
}

#[test]
fn defaults_are_for_the_reader_and_never_on_the_wire() {
    let settings: defaults::Settings = same(json!({}));
    assert_eq!(settings.limit_or_default_value(), 20);
    assert_eq!((settings.ratio_or_default(), settings.whole_or_default()), (0.5, 2.0));
    assert_eq!(settings.negative_or_default(), -1);
    assert_eq!(settings.name_or_default(), "say \"hi\"");
    assert!(settings.on_or_default());
    assert_eq!(settings.order_or_default(), defaults::Order::Asc);
    assert_eq!(settings.with_order_or_default(), defaults::Order::Desc);
    assert_eq!(settings.limit(5).limit_or_default_value(), 5);
}

#[test]
fn validation_names_every_place() {
    use constraints::Thing;
    assert_eq!(failures::<Thing>(json!({})), ["has 0 properties, at least 1 expected (minProperties)"]);
    assert_eq!(
        failures::<Thing>(json!({
            "name": "a", "code": "ABC", "count": 11, "even": 3, "price": 0, "half": 4, "tags": ["", "", "x"],
            "scores": {"a": -1, "b": 0, "c~/": -2}, "inner": {"id": "x"}, "inners": [{"id": "1"}, {"id": ""}], "either": 6, "or_null": 0,
            "state": "broken"
        })),
        [
            "/name: has 1 character, at least 2 expected (minLength)",
            "/code: \"ABC\" does not match `^[a-z]{2}$` (pattern)",
            "/count: 11 is greater than 10 (maximum)",
            "/even: 3 is not a multiple of 2 (multipleOf)",
            "/price: 0 is not greater than 0 (exclusiveMinimum)",
            "/half: 4 is greater than 3 (maximum)",
            "/tags: has 3 items, at most 2 expected (maxItems)",
            "/tags: item 1 repeats an earlier one (uniqueItems)",
            "/tags/0: has 0 characters, at least 1 expected (minLength)",
            "/tags/1: has 0 characters, at least 1 expected (minLength)",
            "/scores: has 3 properties, at most 2 expected (maxProperties)",
            "/scores/a: -1 is less than 0 (minimum)",
            "/scores/c~0~1: -2 is less than 0 (minimum)",
            "/inner/id: \"x\" does not match `^\\d+(?!x)` (pattern)",
            "/inners/1/id: has 0 characters, at least 1 expected (minLength)",
            "/inners/1/id: \"\" does not match `^\\d+(?!x)` (pattern)",
            "/either: 6 is greater than 5 (maximum)",
            "/or_null: 0 is less than 1 (minimum)",
            "/state: unknown value `broken` of ThingState, expected `on` or `off` (enum)",
        ]
    );
    // Four code points of several bytes each are within a length of four.
    assert_eq!(failures::<Thing>(json!({"name": "äöü🚀", "price": 0.07, "or_null": null})), Vec::<String>::new());
    assert_eq!(failures::<Thing>(json!({"either": "long"})), ["/either: has 4 characters, at most 3 expected (maxLength)"]);
}

#[test]
#[allow(deprecated)]
fn deprecated_things_still_work() {
    same::<deprecated::Old>(json!({"id": "a", "kind": "b", "name": "n", "nickname": null}));
    same::<deprecated::OldUnion>(json!({"id": "a", "kind": "b"}));
    same::<deprecated::OldNest>(json!([[], []]));
    same::<deprecated::OldNumber>(json!(2));
    same::<deprecated::OldMixed>(json!("a"));
}

#[test]
fn odd_names_keep_their_spelling_on_the_wire() {
    same::<names_fields::Collisions>(json!({
        "user_id": "1", "userId": "2", "UserId": "3", "USER_ID": "4", "user-id": "5", "user.id": "6", "user id": "7"
    }));
    same::<names_fields::Keywords>(json!({
        "type": "1", "self": "2", "Self": "3", "super": "4", "crate": "5", "async": "6", "gen": "7", "fn": "8", "match": "9", "_": "10",
        "union": "11"
    }));
    same::<names_fields::Odd>(json!({
        "": "1", " ": "2", "1st": "3", "2": "4", "$ref": "5", "@id": "6", "x-y": "7", "größe": "8", "名前": "9", "🚀": "10",
        "line\nbreak": "11", "quote\"s": "12", "y": "13", "on": "14", "no": "15", "{brace}": "16"
    }));
    same::<names_fields::Methods>(json!({
        "new": "1", "validate": "2", "clone": "3", "default": "4", "set": null, "set_null": "5", "limit": 2, "limit_or_default": "6"
    }));
    let built = names_fields::Methods::new("c").with_new("n").set_null("text");
    assert_eq!(
        serde_json::to_value(&built).expect("it can be written"),
        json!({"clone": "c", "with_new": "n", "set_null": "text"})
    );
    same::<names_types::Box>(json!({"inside": [{"inside": []}], "next": {"inside": []}}));
    same::<names_types::Pet>(json!({"name": {"text": null}, "option": {"value": 1}}));
}

#[test]
fn options_hold() {
    use options::{Closed, Open, Pet, PetV2Kind};
    let pet: Pet = same(json!({"id": "a", "price": 5, "type": "t", "kind": "cat", "sizes": [1]}));
    assert_eq!(pet, Pet::new("a".to_owned(), 5).sort("t").kind(PetV2Kind::Cat).sizes(vec![1]));
    assert!(refused::<Pet>(json!({"id": "a", "price": 5, "new": 1})).starts_with("unknown field `new`"));
    assert!(refused::<Closed>(json!({"b": "c"})).starts_with("unknown field `b`"));
    same::<Open>(json!({"a": "b", "c": "d"}));
    let set = std::collections::HashSet::from([pet.clone(), pet]);
    assert_eq!(set.len(), 1);
}

#[test]
fn modules_change_no_value() {
    use layout_modules::types::{Option, Pet, PetEither, PetInput, Tagged};
    let pet: Pet = same(json!({"name": "n", "id": "i", "friend": {"name": "f"}, "either": 1, "order": "asc"}));
    assert_eq!(pet.either, Some(PetEither::Integer(1)));
    let input = PetInput::new("n").friend(PetInput::new("f"));
    assert_eq!(serde_json::to_value(&input).expect("it can be written"), json!({"name": "n", "friend": {"name": "f"}}));
    assert!(matches!(same::<Tagged>(json!({"t": "Y"})), Tagged::Y(_)));
    same::<Option>(json!([[], [[]]]));
}

#[test]
fn types_of_31_keep_what_they_hold() {
    let types: schemas_31::Types = same(json!({
        "text_or_null": null, "text_or_number": 5, "any_of_three": null, "kind": "types", "version": 2, "nothing": null, "ratio": 0.5,
        "color": null
    }));
    assert_eq!(types.text_or_number, schemas_31::TypesTextOrNumber::Integer(5));
    assert_eq!(types.nothing, Maybe::Null);
    same::<schemas_31::Types>(json!({"text_or_null": "a", "text_or_number": "b", "any_of_three": true, "kind": "types"}));
    let broken = json!({"text_or_null": "abcde", "text_or_number": 1, "kind": "other", "version": 3, "ratio": 0});
    assert_eq!(
        failures::<schemas_31::Types>(broken),
        [
            "/text_or_null: has 5 characters, at most 4 expected (maxLength)",
            "/kind: unknown value `other` of TypesKind, expected `types` (enum)",
            "/version: unknown value `3` of TypesVersion, expected `2` (enum)",
            "/ratio: 0 is not greater than 0 (exclusiveMinimum)"
        ]
    );
    same::<schemas_31::Booleans>(json!({"anything": [null, 1], "empty": {}, "list_of_anything": [1, "a", {}]}));
    refused::<schemas_31::Booleans>(json!({"anything": 1, "never": 1}));
}

#[test]
fn encoded_text_of_31_is_bytes() {
    let content: schemas_31::Content = same(json!({"image": "aGk=", "hex": "6869", "document": "{}"}));
    assert_eq!(content.image.as_ref(), b"hi");
    refused::<schemas_31::Content>(json!({"image": "?"}));
}

#[test]
fn references_of_31_lead_to_their_schemas() {
    let named: schemas_31::Named = same(json!({"inner": {"id": 1}, "size": 2, "parent": {"size": 0}}));
    assert_eq!(named.inner.map(|inner| inner.id), Some(1));
    assert_eq!(failures::<schemas_31::Named>(json!({"size": 0})), ["/size: 0 is less than 1 (minimum)"]);
    assert_eq!(failures::<schemas_31::Named>(json!({"parent": {"size": 0}})), ["/parent/size: 0 is less than 1 (minimum)"]);
    same::<schemas_31::Beside>(json!({"described": {"id": "a"}, "longer": "abcd", "base_or_null": null}));
    assert_eq!(
        failures::<schemas_31::Beside>(json!({"longer": "A"})),
        ["/longer: has 1 character, at least 4 expected (minLength)", "/longer: \"A\" does not match `^[a-z]+$` (pattern)"]
    );
    let extended: schemas_31::Extended = same(json!({"id": "a", "name": "b"}));
    assert_eq!((extended.id.as_str(), extended.name.as_str()), ("a", "b"));
    refused::<schemas_31::Extended>(json!({"name": "b"}));
    same::<keywords_31::Tree>(json!({"children": [{"children": []}]}));
}

#[test]
fn tuples_of_31_are_lists_of_what_their_items_are() {
    let tuples: schemas_31::Tuples =
        same(json!({"point": [1.5, 2.5], "entry": ["a", 1], "typed_rest": ["a", true], "open": ["a", {}, null]}));
    assert_eq!(tuples.point, Some(vec![1.5, 2.5]));
    assert_eq!(failures::<schemas_31::Tuples>(json!({"point": [1.5]})), ["/point: has 1 item, at least 2 expected (minItems)"]);
    assert_eq!(
        failures::<schemas_31::Tuples>(json!({"point": [1.5, 2.5, 3.5]})),
        ["/point: has 3 items, at most 2 expected (maxItems)"]
    );
    refused::<schemas_31::Tuples>(json!({"entry": [true]}));
}

#[test]
fn what_no_type_expresses_is_kept() {
    same::<keywords_31::Conditional>(json!({"country": "NL", "postcode": "1234"}));
    same::<keywords_31::Dependent>(json!({"card": "1", "cvc": "2"}));
    same::<keywords_31::Patterns>(json!({"id": "a", "x-b": "c"}));
    same::<keywords_31::OnlyPattern>(json!({"a": 1}));
    same::<keywords_31::Unevaluated>(json!({"id": "a", "b": 1}));
    refused::<keywords_31::Unevaluated>(json!({"b": "not a number"}));
    let doubtful: keywords_31::Doubtful = same(json!({"old": null, "unquoted": null}));
    assert_eq!(doubtful, keywords_31::Doubtful::new(None, None));
}

#[test]
fn schemas_that_say_the_same_are_one_type() {
    use copies::{AddOrderRequest, AddOrderRequestBuyer, AddOrderResponse, AddOrderResponseBuyerRole};
    let order = json!({"kind": "order", "buyer": {"id": "u1", "role": "admin"}, "receiver": {"id": "u2"}, "lines": []});
    let answer: AddOrderResponse = same(order);
    let role: Option<AddOrderResponseBuyerRole> = answer.buyer.role.clone();
    assert_eq!(role, Some(copies::AddOrderRequestBuyerRole::Admin));
    // What was answered can be sent again, without a conversion.
    let again = AddOrderRequest::new(answer.buyer);
    assert_eq!(again.buyer, AddOrderRequestBuyer::new("u1").role(AddOrderResponseBuyerRole::Admin));
    let long = json!({"kind": "order", "buyer": {"id": "u".repeat(21)}, "lines": [{"by": {"id": "u".repeat(22)}}]});
    assert_eq!(failures::<AddOrderResponse>(long).len(), 2);
}
