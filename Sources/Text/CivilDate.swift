/// A date and time of day in the proleptic Gregorian calendar.
///
/// Years start in March while computing, so that a leap day is a year's last: every month then has a fixed offset.
package struct CivilDate: Sendable {
    /// The year; 1 to 9999 for a timestamp in UTC.
    package let year: Int64
    /// 1 to 12.
    package let month: Int64
    /// 1 to 31.
    package let day: Int64
    /// 0 to 23.
    package let hour: Int64
    /// 0 to 59.
    package let minute: Int64
    /// 0 to 59.
    package let second: Int64
    /// 0 for Sunday to 6 for Saturday.
    package let dayOfWeek: Int64
    /// 0 for the first of January.
    package let dayOfYear: Int64

    private static let daysInEra: Int64 = 146_097
    private static let daysFromYearZeroToEpoch: Int64 = 719_468

    /// The date and time so many seconds after 1970-01-01T00:00:00.
    package init(secondsSinceEpoch seconds: Int64) {
        let days = Self.floorDivision(seconds, 86_400)
        let ofDay = seconds - days * 86_400
        let shifted = days + Self.daysFromYearZeroToEpoch
        let era = Self.floorDivision(shifted, Self.daysInEra)
        let dayOfEra = shifted - era * Self.daysInEra
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayFromMarch = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayFromMarch + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        self.year = year
        self.month = month
        day = dayFromMarch - (153 * monthFromMarch + 2) / 5 + 1
        hour = ofDay / 3600
        minute = ofDay / 60 % 60
        second = ofDay % 60
        // The epoch was a Thursday.
        dayOfWeek = ((days + 4) % 7 + 7) % 7
        dayOfYear = days - Self.days(toYear: year, month: 1, day: 1)
    }

    /// Days from 1970-01-01 to a date; negative before.
    package static func days(toYear year: Int64, month: Int64, day: Int64) -> Int64 {
        let year = month <= 2 ? year - 1 : year
        let era = floorDivision(year, 400)
        let yearOfEra = year - era * 400
        let dayFromMarch = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayFromMarch
        return era * daysInEra + dayOfEra - daysFromYearZeroToEpoch
    }

    /// The number of days of a month.
    package static func daysInMonth(_ month: Int64, of year: Int64) -> Int64 {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    private static func floorDivision(_ number: Int64, _ divisor: Int64) -> Int64 {
        number >= 0 ? number / divisor : -((divisor - 1 - number) / divisor)
    }
}
