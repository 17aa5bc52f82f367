//! A date as precise as its source.

use std::fmt;

/// A calendar date known to the day, the month or the year (proleptic Gregorian, years 1000 to 9999).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// Zeros stand for a month and a day that are not known; `None` for days that do not exist.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        let date = Date { year, month, day };
        let known = if month == 0 { 0 } else { date.days_in_month() };
        ((1000..=9999).contains(&year) && month <= 12 && day <= known).then_some(date)
    }

    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `None` for any other text and for days that do not exist.
    pub fn parse(text: &str) -> Option<Date> {
        let bytes = text.as_bytes();
        let length = bytes.len();
        let hyphens = matches!(bytes.get(4), None | Some(b'-')) && matches!(bytes.get(7), None | Some(b'-'));
        if !(hyphens && matches!(length, 4 | 7 | 10)) {
            return None;
        }
        let [year, month, day] = [(0, 4), (5, 7), (8, 10)].map(|(start, end)| digits(bytes.get(start..end)));
        let date = Date::new(year?, month? as u8, day? as u8)?;
        // What is written is no zero.
        let known = [date.month, date.day].into_iter().filter(|part| *part > 0).count();
        (length == 4 + 3 * known).then_some(date)
    }

    pub fn year(self) -> u16 {
        self.year
    }

    /// 1 to 12, where it is known.
    pub fn month(self) -> Option<u8> {
        (self.month > 0).then_some(self.month)
    }

    /// 1 to 31, where it is known.
    pub fn day(self) -> Option<u8> {
        (self.day > 0).then_some(self.day)
    }

    /// Whether all of `self` lies after `other`: `2021` is not after `2021-07-06`, since it may be earlier that year.
    pub fn is_after(self, other: Date) -> bool {
        (self.year, self.month, self.day) > (other.year, other.month, other.day)
            && !(self.year == other.year && (other.month == 0 || self.month == other.month && other.day == 0))
    }

    /// ISO 8601, as precise as the date.
    pub fn iso(self) -> String {
        let mut text = String::new();
        let mut pair = |mark, number| {
            text.push_str(mark);
            text.push(char::from(b'0' + number / 10));
            text.push(char::from(b'0' + number % 10));
        };
        pair("", (self.year / 100) as u8);
        pair("", (self.year % 100) as u8);
        if self.month > 0 {
            pair("-", self.month);
        }
        if self.day > 0 {
            pair("-", self.day);
        }
        text
    }

    fn days_in_month(self) -> u8 {
        match self.month {
            4 | 6 | 9 | 11 => 30,
            2 if self.year.is_multiple_of(4) && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400)) => 29,
            2 => 28,
            _ => 31,
        }
    }
}

/// ISO 8601.
impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.iso())
    }
}

/// The number that these digits write; 0 where there are none.
fn digits(bytes: Option<&[u8]>) -> Option<u16> {
    let add = |number: u16, byte: &u8| byte.is_ascii_digit().then(|| number * 10 + u16::from(byte - b'0'));
    bytes.unwrap_or_default().iter().try_fold(0, add)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, real: bool) {
        assert_eq!(Date::parse(text).map(|date| date.to_string()), real.then(|| text.to_owned()), "{text}");
    }

    #[test]
    fn dates_that_exist_and_dates_that_do_not() {
        for text in ["2021", "2021-07", "2021-07-06", "2020-02-29", "2000-02-29", "1989-11-02"] {
            check(text, true);
        }
        for text in [
            "",
            "21",
            "2021-7",
            "2021-13",
            "2021-00",
            "2021-02-29",
            "1900-02-29",
            "2021-04-31",
            "2021-07-06-01",
            "0021",
            "2021-07-6",
            "+021",
            "2021-",
        ] {
            check(text, false);
        }
    }

    #[test]
    fn a_vague_date_is_late_only_when_all_of_it_is() {
        let is_after = |a: &str, b: &str| Date::parse(a).unwrap().is_after(Date::parse(b).unwrap());
        assert!(is_after("2021-07-07", "2021-07-06"));
        assert!(is_after("2021-08", "2021-07-06"));
        assert!(is_after("2022", "2021-07-06"));
        assert!(!is_after("2021-07-06", "2021-07-06"));
        assert!(!is_after("2021-07", "2021-07-06"));
        assert!(!is_after("2021", "2021-07-06"));
        assert!(!is_after("2021-03-01", "2021"));
    }
}
