//! Numbers that constraints compare: what `minimum` and its kin need of a Rust number type.

use std::fmt::Display;

/// A number type that a constraint can limit.
pub trait Numeric: Copy + PartialOrd + Display {
    /// Returns whether this is an integer times `divisor`; a divisor of zero divides everything, because a
    /// schema that has one is broken and must not refuse values.
    fn is_multiple_of(self, divisor: Self) -> bool;
}

macro_rules! integers {
    ($($integer:ty)*) => { $(
        impl Numeric for $integer {
            fn is_multiple_of(self, divisor: Self) -> bool {
                // The remainder of MIN by -1 overflows and is zero.
                divisor == 0 || self.checked_rem(divisor).is_none_or(|rest| rest == 0)
            }
        }
    )* };
}

integers!(i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize);

macro_rules! floats {
    ($($float:ty)*) => { $(
        impl Numeric for $float {
            fn is_multiple_of(self, divisor: Self) -> bool {
                // The shortest text that reads back as the number is what JSON has: `0.3` is a multiple of
                // `0.1`, though their binary neighbours are not.
                match (decimal(&format!("{self:e}")), decimal(&format!("{divisor:e}"))) {
                    (Some(value), Some(divisor)) => divides(divisor, value),
                    _ => false,
                }
            }
        }
    )* };
}

floats!(f32 f64);

/// A decimal number without its sign: `digits` times ten to the power of `exponent`.
#[derive(Clone, Copy)]
struct Decimal {
    digits: u128,
    exponent: i32,
}

/// Reads what Rust prints with `{:e}`, such as `-1.25e-3`; `None` for infinities and not-a-number.
fn decimal(text: &str) -> Option<Decimal> {
    let (mantissa, exponent) = text.trim_start_matches('-').split_once('e')?;
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let places = i32::try_from(fraction.len()).ok()?;
    Some(Decimal { digits: format!("{whole}{fraction}").parse().ok()?, exponent: exponent.parse::<i32>().ok()? - places })
}

/// Returns whether `value` is an integer times `divisor`, without ever making the large powers of ten.
fn divides(divisor: Decimal, value: Decimal) -> bool {
    if divisor.digits == 0 || value.digits == 0 {
        return true;
    }
    let shift = value.exponent - divisor.exponent;
    if shift >= 0 {
        return times_power_of_ten(value.digits, shift, divisor.digits) == 0;
    }
    // A number has at most 17 digits, so a power that overflows is larger than the value.
    10_u128
        .checked_pow(shift.unsigned_abs())
        .and_then(|power| power.checked_mul(divisor.digits))
        .is_some_and(|divisor| value.digits.is_multiple_of(divisor))
}

/// Returns `digits` times ten to the power of `shift`, modulo `modulus` (at most 17 digits, so that no
/// product overflows).
fn times_power_of_ten(digits: u128, shift: i32, modulus: u128) -> u128 {
    (0..shift).fold(digits % modulus, |rest, _| rest * 10 % modulus)
}
