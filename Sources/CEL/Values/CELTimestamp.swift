internal import Text

/// An instant between 0001-01-01T00:00:00Z and 9999-12-31T23:59:59.999999999Z.
public struct CELTimestamp: Sendable, Hashable, Comparable {
    /// Seconds since 1970-01-01T00:00:00Z.
    public let seconds: Int64
    /// Nanoseconds after the second, 0 to 999,999,999.
    public let nanos: Int32

    /// Makes a timestamp.
    ///
    /// - Returns: `nil` when the instant is out of range or `nanos` is.
    public init?(seconds: Int64, nanos: Int32 = 0) {
        guard RFC3339.range.contains(seconds), (0..<1_000_000_000).contains(nanos) else { return nil }
        self.seconds = seconds
        self.nanos = nanos
    }

    /// Reads a date and time as RFC 3339 writes them, such as `2026-03-01T12:00:00.5+02:00`.
    ///
    /// - Returns: `nil` when the text is anything else or out of range. Digits after the ninth of a fraction are dropped.
    public init?(rfc3339 text: String) {
        guard let (seconds, nanos) = text.withBytes({ RFC3339.instant($0) }) else { return nil }
        self.init(seconds: seconds, nanos: nanos)
    }

    /// 1970-01-01T00:00:00Z.
    static let epoch = CELTimestamp(0)

    /// The first instant of year 1.
    static let earliest = CELTimestamp(RFC3339.range.lowerBound)

    private init(_ seconds: Int64) {
        self.seconds = seconds
        nanos = 0
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
}

extension CELTimestamp: CustomStringConvertible {
    /// The instant in UTC as RFC 3339 writes it, with as many digits of a fraction as it needs.
    public var description: String { RFC3339.text(seconds: seconds, nanoseconds: nanos) }
}
