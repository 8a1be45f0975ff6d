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
    if !holds_integers(TypeId::of::<T>()) {
        return map.next_value();
    }
    let mut slot: Option<T> = None;
    read_integers(map, &mut slot)?;
    Ok(slot.expect("each type that holds integers has its slot filled"))
}

/// Writes two functions from the types of fields in which an integer type `I` can stand.
macro_rules! shapes {
    ($integer:ident: $($shape:ty),* $(,)?) => {
        #[inline]
        fn is_shape<$integer: 'static>(id: TypeId) -> bool {
            $(id == TypeId::of::<$shape>())||*
        }

        /// Fills the slot if it is an `Option` of one of the types, and tells whether it is.
        fn fill_shape<'de, A: MapAccess<'de>, $integer: Integer>(map: &mut A, slot: &mut dyn Any) -> Result<bool, A::Error> {
            Ok($(fill::<A, $shape>(map, slot)?)||*)
        }
    };
}

shapes! {
    I: I, Option<I>, Maybe<I>,
    Vec<I>, Option<Vec<I>>, Maybe<Vec<I>>, Vec<Option<I>>, Option<Vec<Option<I>>>,
    Vec<Vec<I>>, Option<Vec<Vec<I>>>,
    BTreeMap<String, I>, Option<BTreeMap<String, I>>, Maybe<BTreeMap<String, I>>,
    BTreeMap<String, Vec<I>>, Option<BTreeMap<String, Vec<I>>>,
    BTreeMap<String, Vec<Vec<I>>>, Option<BTreeMap<String, Vec<Vec<I>>>>,
}

/// An integer type.
trait Integer: OfIntegers<Written = Whole<Self>> + TryFrom<i128> + Sized {}

/// Writes two functions from one list. Neither knows the type of the field, so that they are compiled once and not for each of them.
macro_rules! integers {
    ($($integer:ty)*) => {
        // With a type that the compiler knows this is a constant.
        #[inline]
        fn holds_integers(id: TypeId) -> bool {
            $(is_shape::<$integer>(id))||*
        }

        /// Fills the slot, an `Option` of a type with integers.
        fn read_integers<'de, A: MapAccess<'de>>(map: &mut A, slot: &mut dyn Any) -> Result<(), A::Error> {
            $(
                if fill_shape::<A, $integer>(map, slot)? {
                    return Ok(());
                }
            )*
            Ok(())
        }

        $(
            impl OfIntegers for $integer {
                type Written = Whole<$integer>;

                fn of(written: Whole<$integer>) -> Self {
                    written.0
                }
            }

            impl Integer for $integer {}
        )*
    };
}

integers!(i64 i32 u64 u32 i16 u16 i8 u8);

/// Reads a value if the slot is of its type, and tells whether it is.
fn fill<'de, A: MapAccess<'de>, T: OfIntegers>(map: &mut A, slot: &mut dyn Any) -> Result<bool, A::Error>
where
    T::Written: Deserialize<'de>,
{
    let Some(slot) = slot.downcast_mut::<Option<T>>() else { return Ok(false) };
    *slot = Some(T::of(map.next_value()?));
    Ok(true)
}

/// A type of integers, each of which may be written with a fraction of zero.
trait OfIntegers: 'static {
    /// The same with [`Whole`] integers.
    type Written;

    fn of(written: Self::Written) -> Self;
}

impl<T: OfIntegers> OfIntegers for Option<T> {
    type Written = Option<T::Written>;

    fn of(written: Self::Written) -> Self {
        written.map(T::of)
    }
}

impl<T: OfIntegers> OfIntegers for Maybe<T> {
    type Written = Maybe<T::Written>;

    fn of(written: Self::Written) -> Self {
        match written {
            Maybe::Absent => Maybe::Absent,
            Maybe::Null => Maybe::Null,
            Maybe::Value(written) => Maybe::Value(T::of(written)),
        }
    }
}

impl<T: OfIntegers> OfIntegers for Vec<T> {
    type Written = Vec<T::Written>;

    fn of(written: Self::Written) -> Self {
        written.into_iter().map(T::of).collect()
    }
}

impl<T: OfIntegers> OfIntegers for BTreeMap<String, T> {
    type Written = BTreeMap<String, T::Written>;

    fn of(written: Self::Written) -> Self {
        written.into_iter().map(|(key, written)| (key, T::of(written))).collect()
    }
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
