/// Dates and times as RFC 3339 writes them.
package enum RFC3339 {
    /// The instants that have a year of four digits, in seconds since 1970-01-01T00:00:00Z.
    package static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

    /// Reads `2026-03-01T12:00:00.5+02:00` and the like; `T` and `Z` may be small letters.
    ///
    /// - Parameter allowsBlank: Whether a blank may stand for the `T`, as RFC 3339 permits applications to agree.
    /// - Returns: Seconds since 1970-01-01T00:00:00Z and nanoseconds after, without a fraction's digits after the ninth; nil
    ///   for anything else, for a leap second, an offset beyond 23:59 and what lies outside the years 1 to 9999.
    package static func instant(
        _ bytes: UnsafeBufferPointer<UInt8>, allowsBlank: Bool = false
    ) -> (seconds: Int64, nanoseconds: Int32)? {
        var cursor = DigitCursor(bytes)
        guard let year = cursor.number(digits: 4), cursor.take("-"), let month = cursor.number(digits: 2),
            cursor.take("-"), let day = cursor.number(digits: 2),
            cursor.take("T") || cursor.take("t") || allowsBlank && cursor.take(" "),
            let hour = cursor.number(digits: 2), cursor.take(":"), let minute = cursor.number(digits: 2),
            cursor.take(":"), let second = cursor.number(digits: 2),
            year >= 1, (1...12).contains(month), hour < 24, minute < 60, second < 60, day >= 1,
            day <= CivilDate.daysInMonth(month, of: year)
        else { return nil }
        var nanoseconds: Int32 = 0
        if cursor.take(".") {
            guard let fraction = cursor.fraction() else { return nil }
            nanoseconds = fraction
        }
        var offset: Int64 = 0
        if !(cursor.take("Z") || cursor.take("z")) {
            let isNegative = cursor.take("-")
            guard isNegative || cursor.take("+"), let hours = cursor.number(digits: 2), cursor.take(":"),
                let minutes = cursor.number(digits: 2), hours < 24, minutes < 60
            else { return nil }
            offset = (hours * 60 + minutes) * 60 * (isNegative ? -1 : 1)
        }
        let days = CivilDate.days(toYear: year, month: month, day: day)
        let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - offset
        guard cursor.isAtEnd, range.contains(seconds) else { return nil }
        return (seconds, nanoseconds)
    }

    /// An instant in UTC, with as many digits of a fraction as it needs.
    package static func text(seconds: Int64, nanoseconds: Int32) -> String {
        let civil = CivilDate(secondsSinceEpoch: seconds)
        let date = "\(padded(civil.year, 4))-\(padded(civil.month, 2))-\(padded(civil.day, 2))"
        let time = "\(padded(civil.hour, 2)):\(padded(civil.minute, 2)):\(padded(civil.second, 2))"
        return "\(date)T\(time)\(fraction(ofNanoseconds: nanoseconds))Z"
    }

    /// A fraction of a second as a decimal point and digits without zeros at the end; empty for none.
    package static func fraction(ofNanoseconds nanoseconds: Int32) -> String {
        guard nanoseconds != 0 else { return "" }
        var digits = padded(Int64(nanoseconds.magnitude), 9)
        while digits.hasSuffix("0") { digits.removeLast() }
        return "." + digits
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
