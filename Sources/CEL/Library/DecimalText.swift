#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// Writes doubles as text.
enum DecimalText {
    /// The fewest digits that read back as the same number: `0.5`, `123456`, and `1e+06` where an exponent is usual.
    ///
    /// The form is that of the reference implementations: an exponent is written below 0.0001 and from 1,000,000 on.
    static func shortest(_ number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Inf" : "+Inf" }
        let sign = number.sign == .minus ? "-" : ""
        if number == 0 { return sign + "0" }
        let (digits, point) = decimal(of: number.magnitude)
        let exponent = point - 1
        if exponent < -4 || exponent >= 6 {
            let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
            let magnitude = exponent.magnitude < 10 ? "0\(exponent.magnitude)" : "\(exponent.magnitude)"
            return "\(sign)\(digits.prefix(1))\(fraction)e\(exponent < 0 ? "-" : "+")\(magnitude)"
        }
        return sign + withPoint(digits, at: point)
    }

    /// The fewest digits that read back as the same number, never with an exponent, such as `1000000` or `0.00001`.
    static func plain(_ number: Double) -> String {
        if let name = name(of: number) { return name }
        let sign = number.sign == .minus ? "-" : ""
        if number == 0 { return sign + "0" }
        let (digits, point) = decimal(of: number.magnitude)
        return sign + withPoint(digits, at: point)
    }

    /// So many digits after the decimal point, the last one rounded to nearest of the exact value.
    ///
    /// - Parameter precision: 0 to 1000.
    static func fixed(_ number: Double, precision: Int) -> String {
        name(of: number) ?? printed("%.*f", number, precision)
    }

    /// One digit before the decimal point and so many after it, with an exponent of at least two digits.
    ///
    /// - Parameter precision: 0 to 1000.
    static func scientific(_ number: Double, precision: Int) -> String {
        name(of: number) ?? printed("%.*e", number, precision)
    }

    /// What stands for a number that has no digits.
    private static func name(of number: Double) -> String? {
        if number.isNaN { return "NaN" }
        return number.isInfinite ? number < 0 ? "-Infinity" : "Infinity" : nil
    }

    private static func printed(_ format: String, _ number: Double, _ precision: Int) -> String {
        // A sign, the 309 digits of the greatest number, a point, the digits after it and the zero that ends a C string.
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: precision + 320) { buffer in
            let count = withVaList([CInt(clamping: precision), number]) {
                vsnprintf(buffer.baseAddress, buffer.count, format, $0)
            }
            let written = buffer.prefix(max(0, min(Int(count), buffer.count - 1)))
            return String(decoding: written.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }

    private static func withPoint(_ digits: String, at point: Int) -> String {
        if point <= 0 { return "0.\(String(repeating: "0", count: -point))\(digits)" }
        if point >= digits.utf8.count { return digits + String(repeating: "0", count: point - digits.utf8.count) }
        return "\(digits.prefix(point)).\(digits.dropFirst(point))"
    }

    /// The digits without zeros at either end, and how many of them stand before the decimal point.
    private static func decimal(of number: Double) -> (digits: String, point: Int) {
        let parts = number.description.split(separator: "e", maxSplits: 1)
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let mantissa = parts[0].split(separator: ".", maxSplits: 1)
        let whole = mantissa[0]
        var digits = String(whole) + (mantissa.count > 1 ? String(mantissa[1]) : "")
        var point = whole.utf8.count + exponent
        while digits.utf8.last == 0x30, digits.utf8.count > 1 { digits.removeLast() }
        while digits.utf8.first == 0x30, digits.utf8.count > 1 {
            digits.removeFirst()
            point -= 1
        }
        return (digits, point)
    }
}
