internal import Text

/// An instant in UTC, from 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999999999Z, with nanoseconds.
///
/// Reads RFC 3339 date-times and writes them with second precision and `Z`, as the API does; a fraction that is not
/// zero is written too. Pure arithmetic on the proleptic Gregorian calendar; no time zone data, no locale.
package struct Timestamp: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Seconds since 1970-01-01T00:00:00Z.
    package let seconds: Int64
    /// 0 to 999,999,999.
    package let nanoseconds: Int32

    /// Takes an instant; nil where it lies outside the years 1 to 9999 or the nanoseconds outside a second.
    package init?(seconds: Int64, nanoseconds: Int32 = 0) {
        guard RFC3339.range.contains(seconds), (0..<1_000_000_000).contains(nanoseconds) else {
            return nil
        }
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// Reads an RFC 3339 date-time such as `2015-07-30T20:00:00Z` or `2015-07-30T22:00:00.123+02:00`.
    ///
    /// `T` and `Z` may be lower case, and a blank stand for the `T`, as RFC 3339 allows. nil where it is not one, for a leap
    /// second and an offset beyond 23:59.
    package init?(_ text: String) {
        guard let instant = text.withBytes({ Timestamp($0) }) else { return nil }
        self = instant
    }

    /// Reads the same from UTF-8 bytes.
    package init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let (seconds, nanoseconds) = RFC3339.instant(bytes, allowsBlank: true) else { return nil }
        self.init(seconds: seconds, nanoseconds: nanoseconds)
    }

    package var description: String { RFC3339.text(seconds: seconds, nanoseconds: nanoseconds) }

    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }
}
