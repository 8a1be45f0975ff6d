//! When a request is sent again, and after how long: pure functions of what happened, the time and a random number.
//!
//! A request whose first bytes may have reached the server is sent again only if the server can tell the second
//! from the first, or need not: the method is idempotent (RFC 9110, section 9.2.2) or there is an idempotency key.

#[cfg(test)]
mod tests;

use std::time::{Duration, SystemTime};

use http::{HeaderMap, Method, StatusCode};

/// The header that makes a POST safe to repeat.
pub(crate) const IDEMPOTENCY_KEY: &str = "idempotency-key";

/// How often and after how long a request is sent again.
///
/// Sent again are requests that could not connect, and, if the method is idempotent or an `Idempotency-Key` is set,
/// those answered by 429 or 503 and those whose exchange broke off. A request that ran into its time limit is not.
/// The wait is what `Retry-After` says, else a random part of a bound that doubles from try to try.
///
/// ```
/// use std::time::Duration;
/// use bindery_runtime::Retry;
///
/// let patient = Retry::new().max(5).base(Duration::from_millis(200));
/// # let _ = patient;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retry {
    max: u32,
    base: Duration,
    cap: Duration,
    longest_wait: Duration,
}

impl Retry {
    /// Two retries, within at most 0.5 and 1 second; a `Retry-After` of up to 60 seconds is waited for.
    pub const fn new() -> Self {
        Self { max: 2, base: Duration::from_millis(500), cap: Duration::from_secs(8), longest_wait: Duration::from_secs(60) }
    }

    /// No retries.
    pub const fn never() -> Self {
        Self::new().max(0)
    }

    /// Sets how many times a request is sent again. Default: 2.
    pub const fn max(mut self, retries: u32) -> Self {
        self.max = retries;
        self
    }

    /// Sets the bound of the first wait, which doubles from try to try. Default: 0.5 seconds.
    pub const fn base(mut self, base: Duration) -> Self {
        self.base = base;
        self
    }

    /// Sets where the bound stops doubling. Default: 8 seconds.
    pub const fn cap(mut self, cap: Duration) -> Self {
        self.cap = cap;
        self
    }

    /// Sets the longest wait that a server may ask for; if it asks for more, its answer is given at once. Default: 60 seconds.
    pub const fn longest_wait(mut self, longest: Duration) -> Self {
        self.longest_wait = longest;
        self
    }

    /// Tells how long to wait before the next try, or `None` to give up.
    ///
    /// `tried` counts the tries so far (1 after the first); `jitter` is from 0 to 1.
    pub(crate) fn wait(&self, tried: u32, outcome: &Outcome<'_>, now: SystemTime, jitter: f64) -> Option<Duration> {
        if tried > self.max || !outcome.may_repeat() {
            return None;
        }
        match outcome.retry_after(now) {
            Some(wait) => (wait <= self.longest_wait).then_some(wait),
            None => Some(self.backoff(tried, jitter)),
        }
    }

    /// Full jitter: anything between nothing and the bound, so that clients that failed together don't return together.
    fn backoff(&self, tried: u32, jitter: f64) -> Duration {
        let doublings = tried.saturating_sub(1).min(31);
        let bound = self.base.saturating_mul(1 << doublings).min(self.cap);
        bound.mul_f64(jitter.clamp(0.0, 1.0))
    }
}

impl Default for Retry {
    fn default() -> Self {
        Self::new()
    }
}

/// The default with another number of retries.
impl From<u32> for Retry {
    fn from(retries: u32) -> Self {
        Self::new().max(retries)
    }
}

/// What a try came to, as far as it matters here.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Outcome<'a> {
    pub(crate) repeatable: Repeatable,
    pub(crate) result: TryResult<'a>,
}

/// Whether a second request does no more than the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Repeatable {
    Yes,
    No,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum TryResult<'a> {
    Answered(StatusCode, &'a HeaderMap),
    NotConnected,
    BrokeOff,
    TimedOut,
}

impl Repeatable {
    /// Reads it off the method and the headers of a request.
    pub(crate) fn of(method: &Method, headers: &HeaderMap) -> Self {
        let idempotent = method.is_safe() || *method == Method::PUT || *method == Method::DELETE;
        if idempotent || headers.contains_key(IDEMPOTENCY_KEY) { Self::Yes } else { Self::No }
    }
}

impl Outcome<'_> {
    fn may_repeat(&self) -> bool {
        match self.result {
            TryResult::NotConnected => true,
            TryResult::TimedOut => false,
            TryResult::BrokeOff => self.repeatable == Repeatable::Yes,
            TryResult::Answered(status, _) => {
                let busy = matches!(status, StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE);
                busy && self.repeatable == Repeatable::Yes
            }
        }
    }

    fn retry_after(&self, now: SystemTime) -> Option<Duration> {
        match self.result {
            TryResult::Answered(_, headers) => retry_after(headers, now),
            TryResult::NotConnected | TryResult::BrokeOff | TryResult::TimedOut => None,
        }
    }
}

/// Reads `Retry-After` (RFC 9110, section 10.2.3): a number of seconds, or a date, which is no wait once it has passed.
pub(crate) fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let value = headers.get(http::header::RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = value.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = httpdate::parse_http_date(value).ok()?;
    Some(date.duration_since(now).unwrap_or(Duration::ZERO))
}
