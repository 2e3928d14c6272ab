internal import Text

/// A number as its text, so that none of its digits is lost.
///
/// Two numbers are equal if their texts are: `1` and `1.0` differ.
package struct JSONNumber: Sendable, Hashable {
    /// The text, in the grammar of RFC 8259.
    package let text: String

    /// The longest text that is read as a number, in bytes.
    package static var longestText: Int { 1024 }

    init(validated text: String) { self.text = text }

    package init(_ number: Int64) { text = String(number) }

    /// Takes a number; nil for NaN and the infinities, which JSON does not have.
    package init?(_ number: Double) {
        guard number.isFinite else { return nil }
        text = "\(number)"
    }

    /// The value, if it is an integer of 64 bits, however it is written: `3600`, `3600.0` and `3.6e3` are one value.
    package var integer: Int64? {
        if let integer = Int64(text) { return integer }
        var digits: [UInt8] = []
        var exponent = 0
        var isNegative = false
        var isFraction = false
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "."): isFraction = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                // An exponent too long for Int is far outside the range, whichever way it points.
                let written = String(decoding: rest, as: UTF8.self)
                let scale = Int(written) ?? (written.hasPrefix("-") ? -1_000_000 : 1_000_000)
                exponent += min(max(scale, -1_000_000), 1_000_000)
                rest = []
            default:
                digits.append(byte - UInt8(ascii: "0"))
                if isFraction { exponent -= 1 }
            }
        }
        while digits.last == 0 {
            digits.removeLast()
            exponent += 1
        }
        if digits.isEmpty { return 0 }
        guard exponent >= 0, exponent <= 19 else { return nil }
        var value: Int64 = 0
        for digit in digits + Array(repeating: 0, count: exponent) {
            let (tenfold, overflowed) = value.multipliedReportingOverflow(by: 10)
            let (sum, carried) = tenfold.subtractingReportingOverflow(Int64(digit))
            if overflowed || carried { return nil }
            value = sum
        }
        return isNegative ? value : Int64.zero.subtractingReportingOverflow(value).overflow ? nil : -value
    }

    /// The nearest value in binary floating point; infinite where the number is beyond its range.
    package var double: Double { Double(text) ?? .nan }
}

extension JSONReader {
    /// Reads a number.
    package mutating func readNumber() throws(JSONError) -> JSONNumber {
        try expect(.number)
        return JSONNumber(validated: String(decoding: bytes[try scanNumber()], as: UTF8.self))
    }

    /// Passes a number whose first byte is next.
    mutating func scanNumber() throws(JSONError) -> Range<Int> {
        let first = position
        var index = position
        if bytes[index] == UInt8(ascii: "-") { index += 1 }
        if index < end, bytes[index] == UInt8(ascii: "0") {
            index += 1
            if index < end, bytes[index].isDigit {
                throw error(.invalidNumber, at: first, "a number must not begin with a needless 0")
            }
        } else {
            try digits(from: &index, after: "'-'")
        }
        if index < end, bytes[index] == UInt8(ascii: ".") {
            index += 1
            try digits(from: &index, after: "the decimal point")
        }
        if index < end, bytes[index] == UInt8(ascii: "e") || bytes[index] == UInt8(ascii: "E") {
            index += 1
            if index < end, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
            try digits(from: &index, after: "the exponent's sign or 'e'")
        }
        guard index - first <= JSONNumber.longestText else {
            throw error(.invalidNumber, at: first, "a number of more than \(JSONNumber.longestText) characters")
        }
        position = index
        return first..<index
    }

    private func digits(from index: inout Int, after place: String) throws(JSONError) {
        guard index < end else {
            throw error(.unexpectedEnd, at: end, "expected a digit after \(place), found the end")
        }
        guard bytes[index].isDigit else {
            throw error(
                .invalidNumber, at: index, "expected a digit after \(place), found \(JSONError.describe(bytes[index]))")
        }
        while index < end, bytes[index].isDigit { index += 1 }
    }

}
