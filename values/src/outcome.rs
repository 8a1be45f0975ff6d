// Included by crates that have generated types: what a type makes of a JSON text, told as JSON.

/// Reads a text into a type and writes it again: `{"e": why it is refused}`, or `{"w": what is written, "v": failures or null}`.
#[allow(unused_macros)]
macro_rules! outcome {
    ($ty:ty) => {
        |text: &str| -> ::std::string::String {
            // Only one of them is used for a type.
            #[allow(unused_imports)]
            use $crate::outcome::{Checked as _, Unchecked as _};
            match ::serde_json::from_str::<$ty>(text) {
                ::core::result::Result::Err(error) => $crate::outcome::refused(&error),
                ::core::result::Result::Ok(value) => {
                    let failures = (&$crate::outcome::Probe(&value)).failures();
                    $crate::outcome::read(::serde_json::to_value(&value), failures)
                }
            }
        }
    };
}

#[allow(dead_code)]
mod outcome {
    pub(crate) struct Probe<'a, T>(pub(crate) &'a T);

    /// The checks of a type that has some: this is found before `Unchecked`, since that one needs a reference more.
    pub(crate) trait Checked {
        fn failures(&self) -> Option<Vec<(String, String)>>;
    }

    impl<T: ::bindery_runtime::Validate> Checked for Probe<'_, T> {
        fn failures(&self) -> Option<Vec<(String, String)>> {
            let failures = match ::bindery_runtime::validate(self.0) {
                Ok(()) => Vec::new(),
                Err(invalid) => invalid.failures().to_vec(),
            };
            Some(failures.into_iter().map(|failure| (failure.pointer, failure.constraint.to_owned())).collect())
        }
    }

    pub(crate) trait Unchecked {
        fn failures(&self) -> Option<Vec<(String, String)>>;
    }

    impl<T> Unchecked for &Probe<'_, T> {
        fn failures(&self) -> Option<Vec<(String, String)>> {
            None
        }
    }

    pub(crate) fn refused(error: &::serde_json::Error) -> String {
        ::serde_json::json!({"e": error.to_string()}).to_string()
    }

    pub(crate) fn read(
        written: Result<::serde_json::Value, ::serde_json::Error>,
        failures: Option<Vec<(String, String)>>,
    ) -> String {
        match written {
            Ok(written) => ::serde_json::json!({"w": written, "v": failures}).to_string(),
            Err(error) => ::serde_json::json!({"e": format!("it is read and can't be written: {error}")}).to_string(),
        }
    }
}
