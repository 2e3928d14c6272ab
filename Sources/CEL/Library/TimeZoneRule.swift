internal import Text

/// The rule by which a zone's clock goes on, in the form of the environment variable TZ of POSIX, with RFC 9636's extension of
/// its times: `CET-1CEST,M3.5.0,M10.5.0/3`.
struct TimeZoneRule: Sendable {
    /// The seconds to add to UTC in standard time.
    private let standard: Int64
    private let daylight: Daylight?

    /// Daylight saving time.
    private struct Daylight: Sendable {
        /// The seconds to add to UTC.
        let offset: Int64
        /// When it begins, by the clock of standard time, and when it ends, by its own.
        let start: Change
        let end: Change
    }

    /// When the clock is changed in each year.
    private struct Change: Sendable {
        enum Day: Sendable {
            /// The day of the year from 1, which is never 29 February.
            case withoutLeapDay(Int64)
            /// The day of the year from 0.
            case ofYear(Int64)
            /// The day of the week, from 0 for Sunday, of the first to fourth or the last (5) week of a month.
            case ofWeek(month: Int64, week: Int64, day: Int64)
        }

        let day: Day
        /// Seconds after midnight, or before.
        let time: Int64

        /// The second of a year, since 1970, by the clock that is changed.
        func second(in year: Int64) -> Int64 { days(in: year) * 86_400 + time }

        private func days(in year: Int64) -> Int64 {
            let first = CivilDate.days(toYear: year, month: 1, day: 1)
            switch day {
            case .ofYear(let day): return first + day
            case .withoutLeapDay(let day):
                let hasLeapDay = CivilDate.daysInMonth(2, of: year) == 29
                return first + day - 1 + (hasLeapDay && day >= 60 ? 1 : 0)
            case .ofWeek(let month, let week, let day):
                let first = CivilDate.days(toYear: year, month: month, day: 1)
                let weekday = CivilDate(secondsSinceEpoch: first * 86_400).dayOfWeek
                var offset = (day - weekday + 7) % 7 + (week - 1) * 7
                if offset >= CivilDate.daysInMonth(month, of: year) { offset -= 7 }
                return first + offset
            }
        }
    }

    /// Reads a rule; `nil` for one that is malformed.
    init?(_ bytes: [UInt8]) {
        let parsed = bytes.withUnsafeBufferPointer { bytes -> (Int64, Daylight?)? in
            var reader = Reader(bytes)
            guard reader.takeName(), let west = reader.time(limit: 24) else { return nil }
            if reader.isAtEnd { return (-west, nil) }
            guard reader.takeName() else { return nil }
            let summer = reader.next == UInt8(ascii: ",") ? west - 3600 : reader.time(limit: 24)
            guard let summer, let start = reader.change(), let end = reader.change(), reader.isAtEnd else { return nil }
            return (-west, Daylight(offset: -summer, start: start, end: end))
        }
        guard let parsed else { return nil }
        (standard, daylight) = parsed
    }

    /// The offset at an instant.
    func offset(atSecond second: Int64) -> Int64 {
        guard let daylight else { return standard }
        let year = CivilDate(secondsSinceEpoch: second + standard).year
        let start = daylight.start.second(in: year) - standard
        let end = daylight.end.second(in: year) - daylight.offset
        // In the south summer begins in one year and ends in the next.
        let isSummer = start < end ? start <= second && second < end : !(end <= second && second < start)
        return isSummer ? daylight.offset : standard
    }

    private struct Reader {
        private var cursor: DigitCursor

        init(_ bytes: UnsafeBufferPointer<UInt8>) { cursor = DigitCursor(bytes) }

        var isAtEnd: Bool { cursor.isAtEnd }
        var next: UInt8? { cursor.next }

        /// Passes the name of a zone: letters, or letters, digits and signs in angle brackets.
        mutating func takeName() -> Bool {
            let isQuoted = cursor.take("<")
            var length = 0
            while let next, next.isLetter || isQuoted && next != UInt8(ascii: ">") {
                _ = cursor.take(Unicode.Scalar(next))
                length += 1
            }
            return length > 0 && (!isQuoted || cursor.take(">"))
        }

        /// Hours, and minutes and seconds if there are any, as seconds.
        mutating func time(limit hours: Int64) -> Int64? {
            let isNegative = cursor.take("-")
            if !isNegative { _ = cursor.take("+") }
            guard var seconds = number(upTo: hours).map({ $0 * 3600 }) else { return nil }
            for unit: Int64 in [60, 1] where cursor.take(":") {
                guard let number = number(upTo: 59) else { return nil }
                seconds += number * unit
            }
            return isNegative ? -seconds : seconds
        }

        /// A comma, a day, and a time if it is not two o'clock.
        mutating func change() -> Change? {
            guard cursor.take(","), let day = day() else { return nil }
            guard cursor.take("/") else { return Change(day: day, time: 2 * 3600) }
            return time(limit: 167).map { Change(day: day, time: $0) }
        }

        private mutating func day() -> Change.Day? {
            if cursor.take("J") {
                return number(upTo: 365).flatMap { $0 > 0 ? .withoutLeapDay($0) : nil }
            }
            guard cursor.take("M") else { return number(upTo: 365).map(Change.Day.ofYear) }
            guard let month = number(upTo: 12), month > 0, cursor.take("."), let week = number(upTo: 5), week > 0,
                cursor.take("."), let day = number(upTo: 6)
            else { return nil }
            return .ofWeek(month: month, week: week, day: day)
        }

        private mutating func number(upTo limit: Int64) -> Int64? {
            guard var number = cursor.digit() else { return nil }
            while let digit = cursor.digit() {
                number = number * 10 + digit
                if number > limit { return nil }
            }
            return number <= limit ? number : nil
        }
    }
}
