//! What `string_enum!`, `integer_enum!` and `value_enum!` read, refuse and write.
#![deny(warnings, missing_docs, clippy::all)]

use std::fmt::Debug;

use bindery_runtime::{Value, validate};
use serde::de::DeserializeOwned;
use serde_json::json;

/// An open enum of texts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// In use.
    Active,
    /// Going away.
    #[deprecated]
    OnHold,
    /// Any other.
    Unknown(String),
}

bindery_runtime::string_enum! {
    Status;
    Active = "active";
    OnHold = "on-hold";
    other Unknown;
}

/// A closed enum of texts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// Left.
    Left,
    /// Right; its text needs escapes.
    Right,
}

bindery_runtime::string_enum! {
    Side;
    Left = "left";
    Right = "\"right\"\n";
}

/// Enough values for the sorted table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Letter {
    A,
    B,
    C,
    D,
    E,
    F,
    G,
    H,
    I,
    J,
    K,
    L,
    M,
    N,
    O,
    P,
    Q,
    R,
}

bindery_runtime::string_enum! {
    Letter;
    R = "r"; A = "a"; C = "c"; B = "b"; D = "d"; E = "e"; F = "f"; G = "g"; H = "h";
    I = "i"; J = "j"; K = "k"; L = "l"; M = "m"; N = "n"; O = "o"; P = "p"; Q = "q";
}

/// An open enum of integers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// One.
    One,
    /// Going away.
    #[deprecated]
    MinusOne,
    /// More than 32 bits.
    Big,
    /// Any other.
    Unknown(i64),
}

bindery_runtime::integer_enum! {
    Level;
    One = 1;
    MinusOne = -1;
    Big = 1703520000000;
    other Unknown;
}

/// A closed enum of integers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Bit {
    /// Off.
    Zero,
    /// On.
    One,
}

bindery_runtime::integer_enum! {
    Bit;
    Zero = 0;
    One = 1;
}

/// An open enum of several types.
#[derive(Clone, Debug, PartialEq)]
pub enum Mixed {
    /// A text.
    Auto,
    /// An integer.
    Two,
    /// More than 32 bits.
    Big,
    /// A fraction.
    Half,
    /// A boolean.
    On,
    /// Any other.
    Unknown(bindery_runtime::Value),
}

bindery_runtime::value_enum! {
    Mixed;
    Auto = "auto";
    Two = 2;
    Big = 3000000000;
    Half = 0.5;
    On = true;
    other Unknown;
}

/// A closed enum of several types.
#[derive(Clone, Debug, PartialEq)]
pub enum OnOff {
    /// A text.
    On,
    /// A boolean.
    Off,
}

bindery_runtime::value_enum! {
    OnOff;
    On = "on";
    Off = false;
}

/// Variants with the names of associated types and of the prelude.
mod hostile_names {
    #[derive(Clone, Debug, PartialEq)]
    pub(super) enum Closed {
        Err,
        Error,
        Ok,
        Some,
        None,
    }

    bindery_runtime::string_enum! {
        Closed;
        Err = "err";
        Error = "error";
        Ok = "ok";
        Some = "some";
        None = "none";
    }

    #[derive(Clone, Debug, PartialEq)]
    pub(super) enum Numbers {
        Error,
        Err,
        Output,
        Value,
    }

    bindery_runtime::integer_enum! {
        Numbers;
        Error = 1;
        Err = 2;
        Output = 3;
        Value = 4;
    }

    #[derive(Clone, Debug, PartialEq)]
    pub(super) enum Values {
        Error,
        Other(bindery_runtime::Value),
    }

    bindery_runtime::value_enum! {
        Values;
        Error = "error";
        other Other;
    }
}

#[test]
fn names_of_the_caller_do_not_meet_those_of_the_macro() {
    use hostile_names::{Closed, Numbers, Values};
    assert_eq!(read(json!("error")), Ok(Closed::Error));
    assert_eq!(read(json!(2)), Ok(Numbers::Err));
    assert_eq!(read(json!("error")), Ok(Values::Error));
}

fn read<T: DeserializeOwned>(value: Value) -> Result<T, String> {
    let text = value.to_string();
    let from_text = serde_json::from_str::<T>(&text);
    let from_value = serde_json::from_value::<T>(value);
    assert_eq!(from_text.is_ok(), from_value.is_ok());
    from_text.map_err(|error| error.to_string())
}

#[track_caller]
fn refused<T: DeserializeOwned + Debug>(value: Value, reason: &str) {
    let error = read::<T>(value).expect_err("it must be refused");
    assert!(error.starts_with(reason), "{error}");
}

#[test]
fn open_string_enums_keep_unknown_texts() {
    assert_eq!(read(json!("active")), Ok(Status::Active));
    assert_eq!(read(json!("new")), Ok(Status::Unknown("new".to_owned())));
    assert_eq!("new".parse(), Ok(Status::Unknown("new".to_owned())));
    assert_eq!(Status::from("on-hold".to_owned()).as_str(), "on-hold");
    assert_eq!(Status::from("new").to_string(), "new");
    assert_eq!(format!("[{:>8}]", Status::Active), "[  active]");
    assert_eq!(Status::from("x").as_ref(), "x");
    assert_eq!(Status::VALUES, ["active", "on-hold"]);
    for text in ["active", "on-hold", "new", ""] {
        assert_eq!(json!(Status::from(text)), json!(text));
    }
    refused::<Status>(json!(1), "invalid type: integer `1`, expected a text (Status)");
    refused::<Status>(json!(null), "invalid type: null");
}

#[test]
fn unknown_values_of_open_enums_are_failures() {
    assert_eq!(validate(&Status::Active), Ok(()));
    let invalid = validate(&Status::from("new")).expect_err("the value is unknown");
    let [failure] = invalid.failures() else { panic!("one failure expected") };
    assert_eq!(failure.constraint, "enum");
    assert_eq!(failure.message, "unknown value `new` of Status, expected `active` or `on-hold`");
    assert!(validate(&Level::from(5)).is_err() && validate(&Level::One).is_ok());
    assert!(validate(&Mixed::from(json!(5))).is_err() && validate(&Mixed::Half).is_ok());
    assert!(validate(&Side::Left).is_ok() && validate(&Bit::One).is_ok() && validate(&OnOff::On).is_ok());
}

#[test]
fn closed_string_enums_refuse_unknown_texts() {
    assert_eq!(read(json!("\"right\"\n")), Ok(Side::Right));
    assert_eq!(json!(Side::Right), json!("\"right\"\n"));
    assert_eq!(Side::try_from("left"), Ok(Side::Left));
    let error = "up".parse::<Side>().expect_err("the value is unknown");
    assert_eq!((error.type_name(), error.value()), ("Side", "up"));
    refused::<Side>(json!("up"), "unknown value `up` of Side, expected `left` or `\"right\"\n`");
}

#[test]
fn large_string_enums_find_each_value() {
    for text in Letter::VALUES {
        assert_eq!(text.parse::<Letter>().map(|letter| letter.to_string()), Ok((*text).to_owned()));
    }
    assert_eq!(Letter::try_from("b"), Ok(Letter::B));
    assert!(Letter::try_from("z").is_err() && Letter::try_from("").is_err());
}

#[test]
fn integer_enums_keep_unknown_integers() {
    for (json, level) in [(json!(1), Level::One), (json!(7), Level::Unknown(7)), (json!(1703520000000_i64), Level::Big)] {
        assert_eq!(read(json.clone()), Ok(level.clone()));
        assert_eq!(json!(level), json);
    }
    assert_eq!(Level::from(-1).to_string(), "-1");
    assert_eq!(Level::from(-1).as_i64(), -1);
    assert_eq!(Level::VALUES, [1, -1, 1_703_520_000_000]);
    assert_eq!(read(json!(1.0)), Ok(Level::One));
    refused::<Level>(json!(1.5), "invalid value: floating point `1.5`, expected an integer (Level)");
    refused::<Level>(json!(u64::MAX), "invalid value: integer `18446744073709551615`");
    refused::<Level>(json!("1"), "invalid type: string \"1\", expected an integer (Level)");
}

#[test]
fn closed_integer_enums_refuse_unknown_integers() {
    assert_eq!(Bit::try_from(0), Ok(Bit::Zero));
    assert_eq!(read(json!(1)), Ok(Bit::One));
    assert!(Bit::try_from(2).is_err());
    refused::<Bit>(json!(2), "unknown value `2` of Bit, expected `0` or `1`");
}

#[test]
fn value_enums_compare_by_type_and_value() {
    let known = [
        (json!("auto"), Mixed::Auto),
        (json!(2), Mixed::Two),
        (json!(3000000000_i64), Mixed::Big),
        (json!(0.5), Mixed::Half),
        (json!(true), Mixed::On),
    ];
    for (json, mixed) in known {
        assert_eq!(read(json.clone()), Ok(mixed.clone()));
        assert_eq!(mixed.to_value(), json);
        assert_eq!(json!(mixed), json);
    }
    assert_eq!(read(json!(2.0)), Ok(Mixed::Two));
    for json in [json!("2"), json!(false), json!(null), json!([2]), json!(2.5)] {
        assert_eq!(read(json.clone()), Ok(Mixed::Unknown(json)));
    }
    assert_eq!(OnOff::try_from(json!("on")), Ok(OnOff::On));
    refused::<OnOff>(json!("off"), "unknown value `\"off\"` of OnOff, expected `\"on\"` or `false`");
}
