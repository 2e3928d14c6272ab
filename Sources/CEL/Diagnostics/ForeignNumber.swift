internal import Text

/// A number as other languages and people write it: with a unit, a suffix, separators, or in another base.
struct ForeignNumber {
    /// What could be written instead, the likeliest first.
    let codes: [SourcePattern]

    /// Takes digits with letters behind or between them; `nil` for what looks like no number.
    init?(_ written: String) {
        let plain = written.filter { $0 != "_" }
        if let code = Self.inBase(plain) ?? Self.withoutSuffix(plain, hadSeparators: plain != written) {
            codes = [SourcePattern(code)]
        } else if let span = Self.timeSpan(plain) {
            codes = span.map { SourcePattern($0) }
        } else if let number = Self.multiple(plain) {
            codes = [SourcePattern("\(number)")]
        } else {
            return nil
        }
    }

    /// A binary or octal number in decimal.
    private static func inBase(_ text: String) -> String? {
        let digits = String(text.dropFirst(2))
        switch text.prefix(2) {
        case "0b", "0B": return Int64(digits, radix: 2).map { "\($0)" }
        case "0o", "0O": return Int64(digits, radix: 8).map { "\($0)" }
        case "0x", "0X": return Int64(digits, radix: 16).map { _ in "0x\(digits)" }
        default: return nil
        }
    }

    /// A number without letters that tell its type elsewhere.
    private static func withoutSuffix(_ text: String, hadSeparators: Bool) -> String? {
        if hadSeparators, isNumber(text) { return text }
        for suffix in ["ul", "UL", "uL", "Ul", "LL", "ll", "L", "l", "f", "F", "n", "i64", "u64", "i32", "u32"]
        where text.hasSuffix(suffix) {
            let digits = String(text.dropLast(suffix.count))
            guard isNumber(digits) else { continue }
            if suffix == "f" || suffix == "F", !digits.contains(".") { return digits + ".0" }
            return suffix.first == "u" || suffix.first == "U" ? digits + "u" : digits
        }
        return nil
    }

    private static func isNumber(_ text: String) -> Bool {
        guard text.utf8.first?.isDigit == true, text.utf8.last?.isDigit == true else { return false }
        return Int64(text) != nil
            || text.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") } && Double(text) != nil
    }

    // MARK: - Spans of time

    /// Seconds of each unit; those that durations are written with are among them.
    private static let seconds: [String: Double] = [
        "ns": 1e-9, "us": 1e-6, "ms": 1e-3, "s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1, "m": 60, "min": 60,
        "mins": 60, "minute": 60, "minutes": 60, "h": 3600, "H": 3600, "hr": 3600, "hrs": 3600, "hour": 3600,
        "hours": 3600, "d": 86_400, "D": 86_400, "day": 86_400, "days": 86_400, "w": 604_800, "W": 604_800,
        "wk": 604_800, "week": 604_800, "weeks": 604_800, "y": 31_536_000, "yr": 31_536_000, "year": 31_536_000,
        "years": 31_536_000,
    ]

    /// A duration, and its seconds where these are whole.
    private static func timeSpan(_ text: String) -> [String]? {
        var rest = Substring(text)
        var total = 0.0
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            let unit = rest.dropFirst(digits.count).prefix { $0.isASCII && $0.isLetter }
            guard let number = Double(digits), let factor = seconds[String(unit)] else { return nil }
            total += number * factor
            rest = rest.dropFirst(digits.count + unit.count)
        }
        guard let whole = Int64(exactly: total.rounded()), total < 9e9 else { return nil }
        let isWhole = abs(total - Double(whole)) < 1e-9
        let written: String
        if CELDuration(text) != nil {
            written = text
        } else if isWhole {
            written = whole % 3600 == 0 ? "\(whole / 3600)h" : whole % 60 == 0 ? "\(whole / 60)m" : "\(whole)s"
        } else {
            return nil
        }
        return ["duration('\(written)')"] + (isWhole ? ["\(whole)"] : [])
    }

    // MARK: - Multiples

    private static let factors: [String: Int64] = [
        "k": 1000, "K": 1000, "kb": 1000, "kB": 1000, "KB": 1000, "M": 1_000_000, "MB": 1_000_000, "mb": 1_000_000,
        "G": 1_000_000_000, "GB": 1_000_000_000, "gb": 1_000_000_000, "Ki": 1024, "KiB": 1024, "Mi": 1 << 20,
        "MiB": 1 << 20, "Gi": 1 << 30, "GiB": 1 << 30,
    ]

    private static func multiple(_ text: String) -> Int64? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int64(digits), let factor = factors[String(text.dropFirst(digits.count))] else { return nil }
        let (product, isOver) = number.multipliedReportingOverflow(by: factor)
        return isOver ? nil : product
    }
}
