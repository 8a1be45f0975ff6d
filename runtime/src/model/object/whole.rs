//! Reads whole numbers that are written like `2.0`: for JSON Schema they are integers (core, section 4.2.3), for serde they are not.
//!
//! Fields of integer types are plain integers, so the slot of a field asks by type whether it has one; the compiler answers that.

use std::any::{Any, TypeId};
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Unexpected, Visitor};

use crate::model::Maybe;
use crate::model::json::float_integer;

/// Reads the value of an entry.
pub(super) fn next_value<'de, A: MapAccess<'de>, T: Deserialize<'de> + 'static>(map: &mut A) -> Result<T, A::Error> {
    macro_rules! whole_numbers {
        ($($integer:ty)*) => { $(
            if TypeId::of::<T>() == TypeId::of::<$integer>() {
                return read(map, |whole: Whole<$integer>| whole.0);
            }
            if TypeId::of::<T>() == TypeId::of::<Option<$integer>>() {
                return read(map, |whole: Option<Whole<$integer>>| whole.map(|whole| whole.0));
            }
            if TypeId::of::<T>() == TypeId::of::<Maybe<$integer>>() {
                return read(map, |whole: Maybe<Whole<$integer>>| match whole {
                    Maybe::Absent => Maybe::Absent,
                    Maybe::Null => Maybe::Null,
                    Maybe::Value(whole) => Maybe::Value(whole.0),
                });
            }
            if TypeId::of::<T>() == TypeId::of::<Vec<$integer>>() {
                return read(map, |list: Vec<Whole<$integer>>| numbers(list));
            }
            if TypeId::of::<T>() == TypeId::of::<Option<Vec<$integer>>>() {
                return read(map, |list: Option<Vec<Whole<$integer>>>| list.map(numbers));
            }
            if TypeId::of::<T>() == TypeId::of::<BTreeMap<String, $integer>>() {
                return read(map, |map: BTreeMap<String, Whole<$integer>>| entries(map));
            }
            if TypeId::of::<T>() == TypeId::of::<Option<BTreeMap<String, $integer>>>() {
                return read(map, |map: Option<BTreeMap<String, Whole<$integer>>>| map.map(entries));
            }
        )* };
    }
    whole_numbers!(i64 i32 u64 u32 i16 u16 i8 u8);
    map.next_value()
}

/// Reads a value of another type and gives it as a `T`, which is the type that `turn` gives.
fn read<'de, A: MapAccess<'de>, W: Deserialize<'de>, I: 'static, T: 'static>(
    map: &mut A,
    turn: impl FnOnce(W) -> I,
) -> Result<T, A::Error> {
    let mut turned = Some(turn(map.next_value()?));
    let turned: &mut dyn Any = &mut turned;
    let same: Option<&mut Option<T>> = turned.downcast_mut();
    Ok(same.and_then(Option::take).expect("the caller has compared the types"))
}

fn numbers<T>(list: Vec<Whole<T>>) -> Vec<T> {
    list.into_iter().map(|whole| whole.0).collect()
}

fn entries<T>(map: BTreeMap<String, Whole<T>>) -> BTreeMap<String, T> {
    map.into_iter().map(|(key, whole)| (key, whole.0)).collect()
}

/// An integer that may be written with a fraction of zero.
struct Whole<T>(T);

impl<'de, T: TryFrom<i128>> Deserialize<'de> for Whole<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Formats that describe themselves give what is there, whatever number is asked for.
        deserializer.deserialize_i64(WholeVisitor(PhantomData))
    }
}

struct WholeVisitor<T>(PhantomData<T>);

impl<T: TryFrom<i128>> Visitor<'_> for WholeVisitor<T> {
    type Value = Whole<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(std::any::type_name::<T>())
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Whole<T>, E> {
        let whole = T::try_from(number.into()).map(Whole);
        whole.map_err(|_| E::invalid_value(Unexpected::Signed(number), &self))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Whole<T>, E> {
        let whole = T::try_from(number.into()).map(Whole);
        whole.map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Whole<T>, E> {
        let whole = float_integer(number).and_then(|whole| T::try_from(whole).ok()).map(Whole);
        whole.ok_or_else(|| E::invalid_type(Unexpected::Float(number), &self))
    }
}
