/// An instant between 0001-01-01T00:00:00Z and 9999-12-31T23:59:59.999999999Z.
public struct CELTimestamp: Sendable, Hashable, Comparable {
    /// Seconds since 1970-01-01T00:00:00Z.
    public let seconds: Int64
    /// Nanoseconds after the second, 0 to 999,999,999.
    public let nanos: Int32

    /// The seconds of the first and the last instant (google/protobuf/timestamp.proto).
    static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

    /// Makes a timestamp.
    ///
    /// - Returns: `nil` when the instant is out of range or `nanos` is.
    public init?(seconds: Int64, nanos: Int32 = 0) {
        guard Self.range.contains(seconds), (0..<1_000_000_000).contains(nanos) else { return nil }
        self.seconds = seconds
        self.nanos = nanos
    }

    /// Reads a date and time as RFC 3339 writes them, such as `2026-03-01T12:00:00.5+02:00`.
    ///
    /// - Returns: `nil` when the text is anything else or out of range. Digits after the ninth of a fraction are dropped.
    public init?(rfc3339 text: String) {
        guard let parsed = text.withBytes({ bytes in Self(rfc3339: bytes) }) else { return nil }
        self = parsed
    }

    /// Earlier or later in time.
    public static func < (left: CELTimestamp, right: CELTimestamp) -> Bool {
        (left.seconds, left.nanos) < (right.seconds, right.nanos)
    }

    /// The instant after a duration, or `nil` out of range.
    public func adding(_ duration: CELDuration) -> CELTimestamp? {
        var seconds = seconds + duration.seconds
        var nanos = nanos + duration.nanos
        if nanos < 0 {
            nanos += 1_000_000_000
            seconds -= 1
        } else if nanos >= 1_000_000_000 {
            nanos -= 1_000_000_000
            seconds += 1
        }
        return CELTimestamp(seconds: seconds, nanos: nanos)
    }

    /// The time from another instant to this one, or `nil` when no duration is that long.
    public func since(_ other: CELTimestamp) -> CELDuration? {
        CELDuration(seconds: seconds - other.seconds, nanos: Int64(nanos) - Int64(other.nanos))
    }

    private init?(rfc3339 bytes: UnsafeBufferPointer<UInt8>) {
        // The shortest form is 2026-03-01T12:00:00Z.
        guard bytes.count >= 20 else { return nil }
        var cursor = DigitCursor(bytes)
        guard let year = cursor.number(digits: 4), cursor.take("-"), let month = cursor.number(digits: 2),
            cursor.take("-"), let day = cursor.number(digits: 2), cursor.take("T") || cursor.take("t"),
            let hour = cursor.number(digits: 2), cursor.take(":"), let minute = cursor.number(digits: 2),
            cursor.take(":"), let second = cursor.number(digits: 2),
            year >= 1, (1...12).contains(month), hour < 24, minute < 60, second < 60,
            day >= 1, day <= CivilDate.daysInMonth(month, of: year)
        else { return nil }
        var nanos: Int32 = 0
        if cursor.take(".") {
            guard let fraction = cursor.fraction() else { return nil }
            nanos = fraction
        }
        var offset: Int64 = 0
        if !(cursor.take("Z") || cursor.take("z")) {
            let isNegative = cursor.take("-")
            guard isNegative || cursor.take("+"), let hours = cursor.number(digits: 2), cursor.take(":"),
                let minutes = cursor.number(digits: 2), hours < 24, minutes < 60
            else { return nil }
            offset = (hours * 60 + minutes) * 60 * (isNegative ? -1 : 1)
        }
        guard cursor.isAtEnd else { return nil }
        let days = CivilDate.days(toYear: year, month: month, day: day)
        self.init(seconds: days * 86_400 + hour * 3600 + minute * 60 + second - offset, nanos: nanos)
    }
}

extension CELTimestamp: CustomStringConvertible {
    /// The instant in UTC as RFC 3339 writes it, with as many digits of a fraction as it needs.
    public var description: String {
        let civil = CivilDate(secondsSinceEpoch: seconds)
        let date = "\(padded(civil.year, 4))-\(padded(civil.month, 2))-\(padded(civil.day, 2))"
        let time = "\(padded(civil.hour, 2)):\(padded(civil.minute, 2)):\(padded(civil.second, 2))"
        return "\(date)T\(time)\(decimalFraction(ofNanos: nanos))Z"
    }

    private func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

/// A fraction of a second as a decimal point and digits without zeros at the end; empty for none.
func decimalFraction(ofNanos nanos: Int32) -> String {
    guard nanos != 0 else { return "" }
    var digits = Array(String(nanos.magnitude))
    digits.insert(contentsOf: repeatElement("0", count: 9 - digits.count), at: 0)
    while digits.last == "0" { digits.removeLast() }
    return "." + String(digits)
}
