//! What `tagged_union!` and `untagged_union!` read, refuse and write.
#![deny(warnings, missing_docs, clippy::all)]

use std::collections::BTreeMap;
use std::fmt::Debug;

use bindery_runtime::Value;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;

/// A branch with a nested union.
#[derive(Clone, Debug, PartialEq)]
pub struct Cat {
    /// The tag.
    pub pet_type: String,
    /// How many.
    pub lives: u8,
    /// Another pet.
    pub friend: Option<Box<Pet>>,
}

bindery_runtime::object! {
    Cat;
    required pet_type = "petType";
    required lives = "lives";
    optional friend = "friend";
}

/// A branch with a rest map.
#[derive(Clone, Debug, PartialEq)]
pub struct Dog {
    /// The tag.
    pub pet_type: String,
    /// What nobody described.
    pub rest: bindery_runtime::Object,
}

bindery_runtime::object! {
    Dog;
    required pet_type = "petType";
    rest rest;
}

/// An open union.
#[derive(Clone, Debug, PartialEq)]
pub enum Pet {
    /// Meows.
    Cat(Cat),
    /// Barks.
    #[deprecated]
    Dog(Box<Dog>),
    /// Any other.
    Unknown(bindery_runtime::Object),
}

bindery_runtime::tagged_union! {
    Pet, tag "petType";
    Cat = "cat";
    Dog = "dog", "hund";
    other Unknown;
}

/// A closed union, one variant of which is a union itself, in a circle.
#[derive(Clone, Debug, PartialEq)]
pub enum Animal {
    /// Has its own tag.
    Pet(Pet),
    /// Itself once more, with another tag.
    Again(Box<Wrapped>),
}

bindery_runtime::tagged_union! {
    Animal, tag "kind";
    Pet = "pet";
    Again = "again";
}

/// The other half of the circle.
#[derive(Clone, Debug, PartialEq)]
pub enum Wrapped {
    /// Back again.
    Animal(Animal),
}

bindery_runtime::tagged_union! {
    Wrapped, tag "wrapped";
    Animal = "yes";
}

/// A union without a tag.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    /// An object of one kind.
    Cat(Cat),
    /// A text.
    Text(String),
    /// An integer.
    Count(i64),
    /// A list.
    List(Vec<Reply>),
}

bindery_runtime::untagged_union! {
    Reply;
    Cat: object { "lives", "petType" = "cat" };
    Text: string;
    Count: integer;
    List: array;
}

/// A union that takes everything.
#[derive(Clone, Debug, PartialEq)]
pub enum Loose {
    /// The small object.
    Point(Point),
    /// The large object.
    Point3(Point3),
    /// A switch, or nothing.
    Switch(Option<bool>),
    /// A number.
    #[deprecated]
    Number(f64),
    /// Any other.
    Other(bindery_runtime::Value),
}

bindery_runtime::untagged_union! {
    Loose;
    Point: object { "x" };
    Point3: object { "x" };
    Switch: boolean | null;
    Number: number;
    other Other;
}

/// Has one coordinate.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The coordinate.
    pub x: i32,
}

bindery_runtime::object! {
    Point;
    required x = "x";
}

/// Has three coordinates.
#[derive(Clone, Debug, PartialEq)]
pub struct Point3 {
    /// The first.
    pub x: f64,
    /// The second.
    pub y: Option<f64>,
    /// The third.
    pub z: Option<f64>,
}

bindery_runtime::object! {
    Point3;
    required x = "x";
    optional y = "y";
    optional z = "z";
}

/// Branches of any type.
#[derive(Clone, Debug, PartialEq)]
pub enum Nested {
    /// A map of objects.
    Map(BTreeMap<String, Point>),
    /// Whatever is left.
    Any(bindery_runtime::Value),
}

bindery_runtime::untagged_union! {
    Nested;
    Map: object;
    Any: any;
}

#[track_caller]
fn read<T: DeserializeOwned + Debug + PartialEq>(text: &str) -> Result<T, String> {
    let read = serde_json::from_str::<T>(text).map_err(|error| error.to_string());
    if let Ok(read) = &read {
        let value: Value = serde_json::from_str(text).expect("the text is JSON");
        assert_eq!(serde_json::from_value::<T>(value).ok().as_ref(), Some(read));
    }
    read
}

#[track_caller]
fn refused<T: DeserializeOwned + Debug + PartialEq>(text: &str, reason: &str) {
    let error = read::<T>(text).expect_err("it must be refused");
    assert!(error.contains(reason), "{error}");
}

fn written(value: &impl Serialize) -> Value {
    serde_json::to_value(value).expect("it can be written")
}

fn cat(friend: Option<Pet>) -> Cat {
    Cat { pet_type: "cat".to_owned(), lives: 9, friend: friend.map(Box::new) }
}

#[test]
fn a_tag_is_found_wherever_it_stands() {
    let friend = Pet::Cat(Cat { lives: 7, ..cat(None) });
    let expected = Ok(Pet::Cat(cat(Some(friend))));
    for text in [
        r#"{"petType":"cat","lives":9,"friend":{"petType":"cat","lives":7}}"#,
        r#"{"lives":9,"petType":"cat","friend":{"lives":7,"petType":"cat"}}"#,
        r#"{"friend":{"lives":7,"petType":"cat"},"lives":9,"new":[{}],"petType":"cat"}"#,
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
#[allow(deprecated)]
fn variants_see_the_tag_and_write_it() {
    let text = r#"{"bark":1,"petType":"hund","tail":{"long":true}}"#;
    let pet = read::<Pet>(text).expect("a dog");
    let Pet::Dog(dog) = &pet else { panic!("{pet:?} is no dog") };
    assert_eq!(dog.pet_type, "hund");
    assert_eq!(json!(dog.rest), json!({"bark": 1, "tail": {"long": true}}));
    assert_eq!(written(&pet), serde_json::from_str::<Value>(text).expect("JSON"));
}

#[test]
fn open_tagged_unions_keep_the_whole_object() {
    for text in [r#"{"a":1,"petType":"fox","z":[2]}"#, r#"{"petType":7}"#, r#"{"petType":null}"#] {
        let pet = read::<Pet>(text).expect("an object with a tag");
        assert!(matches!(pet, Pet::Unknown(_)));
        assert_eq!(written(&pet), serde_json::from_str::<Value>(text).expect("JSON"));
    }
}

#[test]
fn broken_tagged_unions_are_refused_with_the_reason() {
    refused::<Pet>(r#"{"lives":9}"#, "missing field `petType`");
    refused::<Pet>("[]", "invalid type: sequence, expected an object with the property `petType` (Pet)");
    refused::<Pet>(r#"{"petType":"cat"}"#, "missing field `lives`");
    refused::<Pet>(r#"{"lives":"nine","petType":"cat"}"#, "invalid type: string \"nine\", expected u8");
    refused::<Pet>(r#"{"petType":"cat","lives":9,"petType":"cat"}"#, "duplicate field `petType`");
    refused::<Pet>(r#"{"lives":9,"lives":9,"petType":"cat"}"#, "duplicate field `lives`");
    refused::<Animal>(r#"{"kind":"rock"}"#, "unknown value `rock` of `kind` in Animal, expected `pet` or `again`");
    refused::<Animal>(r#"{"kind":1}"#, "`kind` in Animal is not a text, expected `pet` or `again`");
}

#[test]
fn errors_after_the_tag_keep_their_place() {
    let text = r#"{"petType":"cat","friend":{"lives":1,"petType":"cat","friend":3}}"#;
    let error = serde_json::from_str::<Pet>(text).expect_err("a friend is no number");
    assert_eq!(bindery_runtime::pointer_at(text.as_bytes(), error.line(), error.column()), "/friend/friend");
}

#[test]
fn unions_can_be_variants_of_unions() {
    let text = r#"{"kind":"pet","lives":9,"petType":"cat"}"#;
    assert_eq!(read(text), Ok(Animal::Pet(Pet::Cat(cat(None)))));
    let text = r#"{"lives":9,"wrapped":"yes","kind":"pet","petType":"cat"}"#;
    assert_eq!(read(text), Ok(Wrapped::Animal(Animal::Pet(Pet::Cat(cat(None))))));
    refused::<Wrapped>(r#"{"wrapped":"yes","kind":"pet","petType":"cat"}"#, "missing field `lives`");
}

#[test]
fn untagged_branches_are_told_apart_by_type() {
    let list = Reply::List(vec![Reply::Text("a".to_owned()), Reply::Cat(cat(None)), Reply::Count(-3)]);
    let text = r#"["a",{"petType":"cat","lives":9},-3]"#;
    assert_eq!(read(text), Ok(list.clone()));
    assert_eq!(serde_json::to_string(&list).ok().as_deref(), Some(text));
    assert_eq!(read("2.0"), Ok(Reply::Count(2)));
}

#[test]
fn untagged_errors_name_the_branch_that_was_meant() {
    refused::<Reply>(r#"{"lives":"nine","petType":"cat"}"#, "Reply as Cat: /lives: invalid type: string \"nine\", expected u8");
    refused::<Reply>(
        "2.5",
        "no branch of Reply fits: Cat: is not an object; Text: is not a text; Count: is not an integer; List: is not an array",
    );
    refused::<Reply>(r#"{"petType":"cat"}"#, "Cat: has no `lives`;");
    refused::<Reply>(r#"{"lives":9,"petType":"dog"}"#, "Cat: has a `petType` that is not `cat`;");
}

#[test]
#[allow(deprecated)]
fn the_branch_that_loses_nothing_wins() {
    assert_eq!(read(r#"{"x":1}"#), Ok(Loose::Point(Point { x: 1 })));
    let point3 = |x, y| Ok(Loose::Point3(Point3 { x, y, z: None }));
    assert_eq!(read(r#"{"x":1,"y":2}"#), point3(1.0, Some(2.0)));
    assert_eq!(read(r#"{"x":1.5}"#), point3(1.5, None));
    // Both lose a property: the first one is taken.
    assert_eq!(read(r#"{"x":1,"w":2}"#), Ok(Loose::Point(Point { x: 1 })));
    // Neither can be read.
    assert_eq!(read(r#"{"x":"a"}"#), Ok(Loose::Other(json!({"x": "a"}))));
    assert_eq!(read("null"), Ok(Loose::Switch(None)));
    assert_eq!(read("false"), Ok(Loose::Switch(Some(false))));
    assert_eq!(read("3"), Ok(Loose::Number(3.0)));
    assert_eq!(read("[1]"), Ok(Loose::Other(json!([1]))));
    assert_eq!(written(&Loose::Switch(None)), json!(null));
}

#[test]
fn any_takes_what_other_branches_can_not_read() {
    let map = BTreeMap::from([("a".to_owned(), Point { x: 1 })]);
    assert_eq!(read(r#"{"a":{"x":1}}"#), Ok(Nested::Map(map)));
    assert_eq!(read(r#"{"a":1}"#), Ok(Nested::Any(json!({"a": 1}))));
}
