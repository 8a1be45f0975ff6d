//! What `untagged_union!` makes of values that fit several branches at once.
#![deny(warnings, missing_docs, clippy::all)]

use bindery_runtime::{Checker, Validate, Value, validate};
use serde_json::json;

/// A branch.
#[derive(Clone, Debug, PartialEq)]
pub struct Mail {
    /// Where to.
    pub mail: String,
    /// Lists of lists.
    pub days: Option<Vec<Vec<i64>>>,
}

bindery_runtime::object! {
    Mail;
    required mail = "mail";
    optional days = "days";
}

/// A branch of short numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Short {
    /// Which number.
    pub phone: String,
}

bindery_runtime::object! {
    Short;
    required phone = "phone";
}

/// A branch of any numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Phone {
    /// Which number.
    pub phone: String,
}

bindery_runtime::object! {
    Phone;
    required phone = "phone";
}

/// A union of which a value can be several.
#[derive(Clone, Debug, PartialEq)]
pub enum Reach {
    /// By mail.
    Mail(Mail),
    /// By a short number.
    Short(Short),
    /// By another number.
    Phone(Phone),
    /// By several.
    Several(Value),
}

bindery_runtime::untagged_union! {
    Reach, checked, several Several;
    Mail: object { "mail" };
    Short: object { "phone" };
    Phone: object { "phone" };
}

impl Validate for Reach {
    fn check(&self, at: &mut Checker) {
        match self {
            Self::Mail(value) => at.key("mail", |at| at.min_length(&value.mail, 2)),
            Self::Short(value) => at.key("phone", |at| at.max_length(&value.phone, 3)),
            Self::Phone(value) => at.key("phone", |at| at.min_length(&value.phone, 5)),
            Self::Several(value) => bindery_runtime::__private::untagged_union::check_several::<Self>(value, at),
        }
    }
}

fn read(value: &Value) -> Reach {
    let read: Reach = serde_json::from_value(value.clone()).expect("it is of the union");
    assert_eq!(serde_json::to_value(&read).expect("it can be written"), *value);
    read
}

#[test]
fn of_branches_that_keep_as_much_the_valid_one_is_read() {
    assert!(matches!(read(&json!({"phone": "112"})), Reach::Short(_)));
    assert!(matches!(read(&json!({"phone": "02012345"})), Reach::Phone(_)));
    // Neither is valid: the first is read, and says what is wrong.
    assert!(matches!(read(&json!({"phone": "1234"})), Reach::Short(_)));
}

#[test]
fn what_is_several_at_once_is_kept_as_it_came() {
    let both = json!({"phone": "112", "mail": "a@b"});
    assert_eq!(read(&both), Reach::Several(both));
    // A property that no branch knows does not make it several.
    let unknown: Reach = serde_json::from_value(json!({"mail": "a@b", "fax": "1"})).expect("it is a mail");
    assert!(matches!(unknown, Reach::Mail(_)));
}

#[test]
fn what_is_several_at_once_has_to_be_valid_as_one_of_them() {
    assert_eq!(validate(&read(&json!({"phone": "1234", "mail": "a@b"}))), Ok(()));
    let broken = validate(&read(&json!({"phone": "1234", "mail": ""}))).expect_err("no branch is valid");
    assert_eq!(broken.failures()[0].pointer, "/mail");
}

#[test]
fn integers_with_a_fraction_of_zero_are_read_in_lists_of_lists() {
    let mail: Mail = serde_json::from_str(r#"{"mail": "a@b", "days": [[1.0, 2], []]}"#).expect("these are integers");
    assert_eq!(mail.days, Some(vec![vec![1, 2], vec![]]));
    let mail: Reach = serde_json::from_str(r#"{"mail": "a@b", "days": [[1.0]]}"#).expect("these are integers");
    assert!(matches!(mail, Reach::Mail(mail) if mail.days == Some(vec![vec![1]])));
    assert!(serde_json::from_str::<Mail>(r#"{"mail": "a@b", "days": [[1.5]]}"#).is_err());
}
