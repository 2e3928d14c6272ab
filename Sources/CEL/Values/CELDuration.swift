internal import Text

/// A span of time, to the nanosecond.
///
/// The range is that of the reference implementation, ±2^63 nanoseconds or about 292 years.
public struct CELDuration: Sendable, Hashable, Comparable {
    /// The whole span in nanoseconds.
    public var totalNanoseconds: Int64

    /// Whole seconds, towards zero.
    public var seconds: Int64 { totalNanoseconds / 1_000_000_000 }

    /// Nanoseconds beyond the whole seconds, of the same sign.
    public var nanos: Int32 { Int32(truncatingIfNeeded: totalNanoseconds % 1_000_000_000) }

    /// Makes a duration from nanoseconds.
    public init(totalNanoseconds: Int64) {
        self.totalNanoseconds = totalNanoseconds
    }

    /// Makes a duration from seconds and nanoseconds, which need not have the same sign.
    ///
    /// - Returns: `nil` out of range.
    public init?(seconds: Int64, nanos: Int64 = 0) {
        // The whole may be in range when the seconds alone are not: a second less and a thousand million more.
        let borrowed: Int64 = seconds < 0 && nanos > 0 ? 1 : seconds > 0 && nanos < 0 ? -1 : 0
        let (scaled, isTooLong) = (seconds + borrowed).multipliedReportingOverflow(by: 1_000_000_000)
        let (total, overflows) = scaled.addingReportingOverflow(nanos - borrowed * 1_000_000_000)
        guard !isTooLong, !overflows else { return nil }
        totalNanoseconds = total
    }

    /// Reads a sequence of numbers with units, such as `1h30m`, `-1.5s` or `250ms`; units are h, m, s, ms, us, µs and ns.
    ///
    /// - Returns: `nil` when the text is anything else or out of range.
    public init?(_ text: String) {
        guard let total = text.withBytes({ bytes in Self.parse(bytes) }) else { return nil }
        totalNanoseconds = total
    }

    /// Shorter or longer.
    public static func < (left: CELDuration, right: CELDuration) -> Bool {
        left.totalNanoseconds < right.totalNanoseconds
    }

    private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
        var cursor = DigitCursor(bytes)
        let isNegative = cursor.take("-")
        if !isNegative { _ = cursor.take("+") }
        // Zero alone needs no unit.
        if cursor.rest.elementsEqual("0".utf8) { return 0 }
        guard !cursor.isAtEnd else { return nil }
        var total: Int64 = 0
        while !cursor.isAtEnd {
            guard let part = part(&cursor) else { return nil }
            let (sum, overflows) = total.addingReportingOverflow(part)
            guard !overflows else { return nil }
            total = sum
        }
        if isNegative { return total }
        return total == .min ? nil : -total
    }

    /// A number with its unit, negated: negative sums reach one nanosecond further.
    private static func part(_ cursor: inout DigitCursor) -> Int64? {
        var whole: Int64 = 0
        var hasDigits = false
        while let digit = cursor.digit() {
            let (scaled, first) = whole.multipliedReportingOverflow(by: 10)
            let (sum, second) = scaled.subtractingReportingOverflow(digit)
            guard !first, !second else { return nil }
            whole = sum
            hasDigits = true
        }
        var billionths: Int32 = 0
        if cursor.take(".") {
            if let fraction = cursor.fraction() {
                billionths = fraction
                hasDigits = true
            }
        }
        guard hasDigits, let unit = unit(&cursor) else { return nil }
        let (scaled, first) = whole.multipliedReportingOverflow(by: unit)
        // A unit of hours times a fraction's billionths stays below 2^63 / 2.
        let (sum, second) = scaled.subtractingReportingOverflow(fraction(billionths, of: unit))
        return first || second ? nil : sum
    }

    private static func fraction(_ billionths: Int32, of unit: Int64) -> Int64 {
        let (high, low) = unit.multipliedFullWidth(by: Int64(billionths))
        return (1_000_000_000 as Int64).dividingFullWidth((high, low)).quotient
    }

    private static func unit(_ cursor: inout DigitCursor) -> Int64? {
        if cursor.take("h") { return 3_600_000_000_000 }
        if cursor.take("s") { return 1_000_000_000 }
        if cursor.take("m") { return cursor.take("s") ? 1_000_000 : 60_000_000_000 }
        if cursor.take("n") { return cursor.take("s") ? 1 : nil }
        if cursor.take("u") { return cursor.take("s") ? 1000 : nil }
        // U+00B5 MICRO SIGN and U+03BC GREEK SMALL LETTER MU.
        if cursor.take("\u{C2}") { return cursor.take("\u{B5}") && cursor.take("s") ? 1000 : nil }
        if cursor.take("\u{CE}") { return cursor.take("\u{BC}") && cursor.take("s") ? 1000 : nil }
        return nil
    }
}

extension CELDuration: CustomStringConvertible {
    /// Seconds with as many digits of a fraction as needed, such as `90s` or `-0.25s`.
    public var description: String {
        let sign = totalNanoseconds < 0 ? "-" : ""
        return "\(sign)\(seconds.magnitude)\(RFC3339.fraction(ofNanoseconds: nanos))s"
    }
}
