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
        if point <= 0 { return "\(sign)0.\(String(repeating: "0", count: -point))\(digits)" }
        if point >= digits.count { return sign + digits + String(repeating: "0", count: point - digits.count) }
        return "\(sign)\(digits.prefix(point)).\(digits.dropFirst(point))"
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
